//! The file of one language, and what it must hold.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::keys::{
    Calendar, Category, Column, CoverField, DecisionVerb, DocumentKind, DocumentType, Grammar, Heading, Key,
    Language, Marker, Matter, Month, Outcome, PersonWord, PlanField, Postponement, Proposed, Request, Role,
    Sector, Span, Thing, Weekday,
};

/// A file of the vocabulary that cannot be used: a fault of the build, found by a test.
#[derive(Debug)]
pub struct VocabularyError(pub String);

impl std::fmt::Display for VocabularyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for VocabularyError {}

/// One section: the words of every one of its keys. A key that is unknown or missing is an error.
#[derive(Debug, Deserialize)]
#[serde(try_from = "BTreeMap<K, Vec<String>>", bound = "K: Key + serde::de::DeserializeOwned")]
pub struct Section<K: Key>(BTreeMap<K, Vec<String>>);

impl<K: Key> Section<K> {
    /// The keys in their order, with their words.
    pub fn entries(&self) -> impl Iterator<Item = (K, &[String])> {
        self.0.iter().map(|(key, words)| (*key, words.as_slice()))
    }
}

impl<K: Key> TryFrom<BTreeMap<K, Vec<String>>> for Section<K> {
    type Error = String;

    fn try_from(words: BTreeMap<K, Vec<String>>) -> Result<Self, String> {
        match K::ALL.iter().find(|key| !words.contains_key(key)) {
            Some(key) => Err(format!("[{}] lacks the key {}", K::SECTION, key.name())),
            None => Ok(Self(words)),
        }
    }
}

/// One language's file. The sections are described where their keys are, in `keys.rs`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each field is the section of the same name")]
pub struct File {
    /// Letters that are written together with the word that follows.
    pub prefixes: Vec<String>,
    /// Words after which a stop does not end a sentence.
    pub abbreviations: Vec<String>,
    /// Lengths of time.
    pub units: BTreeMap<String, Span>,
    /// Numbers printed as words.
    pub numbers: BTreeMap<String, u32>,
    pub languages: Section<Language>,
    pub sectors: Section<Sector>,
    pub cover: Section<CoverField>,
    pub document_types: Section<DocumentType>,
    pub columns: Section<Column>,
    pub headings: Section<Heading>,
    pub kinds: Section<DocumentKind>,
    pub proposed: Section<Proposed>,
    pub bare_requests: Section<Request>,
    pub outcomes: Section<Outcome>,
    pub decisions: Section<DecisionVerb>,
    pub grammar: Section<Grammar>,
    pub markers: Section<Marker>,
    pub things: Section<Thing>,
    pub months: Section<Month>,
    pub weekdays: Section<Weekday>,
    pub calendar: Section<Calendar>,
    pub roles: Section<Role>,
    pub persons: Section<PersonWord>,
    pub matters: Section<Matter>,
    pub plan: Section<PlanField>,
    pub postponements: Section<Postponement>,
    pub categories: Section<Category>,
}

/// The name of a language's file.
pub fn name(language: Language) -> String {
    format!("{}.toml", language.name())
}

/// Reads one language's file.
pub fn read(language: Language, text: &str) -> Result<File, VocabularyError> {
    toml::from_str(text).map_err(|error| VocabularyError(format!("{}: {error}", name(language))))
}
