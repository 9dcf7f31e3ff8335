//! The words that reports print, in the six official languages of ITU.
//!
//! They stand in `templates/labels/<language>.toml`. Every file has the same sections and keys: one that is missing
//! or misspelt is an error when the labels are loaded, so no report falls back on English without a word.

mod dates;
mod names;

use std::collections::BTreeMap;

use meeting_model::Language;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use names::{
    Columns, Cover, Dates, Headings, MinutesWords, PageWords, RegisterWords, Sentences, SummaryWords, Words,
};

/// What reports print in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// The code of the language: `en`. It is told by the name of the file, not in it.
    #[serde(default)]
    pub language: String,
    /// The direction of writing: `ltr` or `rtl`.
    pub direction: String,
    /// Labels of the cover table.
    pub cover: Cover,
    /// Heads of table columns.
    pub columns: Columns,
    /// Headings.
    pub headings: Headings,
    /// Single words and marks.
    pub words: Words,
    /// Sentences that a draft begins with, and what is left to be written.
    pub sentences: Sentences,
    /// Words of summaries and calendars.
    pub summary: SummaryWords,
    /// Names and heads of registers.
    pub registers: RegisterWords,
    /// Words of the page of a meeting.
    pub page: PageWords,
    /// How days and places are written.
    pub dates: Dates,
    /// Names of the languages, by code.
    pub languages: BTreeMap<String, String>,
    /// Names of the sectors: `ITU-T`.
    pub sectors: BTreeMap<String, String>,
    /// What is asked before the meeting.
    pub proposed: BTreeMap<String, String>,
    /// What happened to an item.
    pub outcomes: BTreeMap<String, String>,
    /// The main verbs of decisions.
    pub verbs: BTreeMap<String, String>,
    /// States of actions.
    pub statuses: BTreeMap<String, String>,
    /// Where actions come from.
    pub origins: BTreeMap<String, String>,
    /// Kinds of documents.
    pub kinds: BTreeMap<String, String>,
    /// Whether a meeting lies behind or ahead.
    pub meeting_statuses: BTreeMap<String, String>,
    /// Kinds of texts.
    pub text_kinds: BTreeMap<String, String>,
    /// New and revised texts.
    pub revisions: BTreeMap<String, String>,
    /// States of work items.
    pub work_item_statuses: BTreeMap<String, String>,
    /// Ways of liaison statements.
    pub directions: BTreeMap<String, String>,
    /// How much a finding matters.
    pub severities: BTreeMap<String, String>,
    /// Words of a text that state an outcome already, in lower case.
    pub outcome_words: BTreeMap<String, Vec<String>>,
    /// The same of what was asked before the meeting.
    pub proposed_words: BTreeMap<String, Vec<String>>,
    /// Words that a rapporteur types in minutes, in lower case.
    pub minutes: MinutesWords,
}

/// A file of labels that lacks something, or has something that is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the labels of language `{language}` cannot be used: {message}")]
pub struct LabelError {
    /// The code of the language.
    pub language: Language,
    /// What is wrong.
    pub message: String,
}

impl Labels {
    /// The labels of a language.
    pub fn of(language: Language) -> Result<Self, LabelError> {
        Self::read(language, source(language))
    }

    /// The labels in JSON of the form of `templates/labels/en.toml`, as the build script writes it.
    fn read(language: Language, text: &str) -> Result<Self, LabelError> {
        let error = |message: String| LabelError { language, message };
        let mut labels: Self =
            serde_json::from_slice(text.as_bytes()).map_err(|wrong| error(wrong.to_string()))?;
        names::complete(&labels).map_err(error)?;
        labels.language = language.to_string();
        Ok(labels)
    }
}

/// The label of a value of the contract; its name in the data where the labels were made without it.
pub(crate) fn label_of(labels: &BTreeMap<String, String>, name: &str) -> String {
    labels.get(name).map_or_else(|| name.to_owned(), Clone::clone)
}

/// A pattern of the labels with its words in braces replaced by values.
pub(crate) fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => out.push_str(value),
            None => out.extend(["{", name, "}"]),
        }
        rest = tail;
    }
    out.push_str(rest);
    out
}

const fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!(concat!(env!("OUT_DIR"), "/labels/en.json")),
        Language::French => include_str!(concat!(env!("OUT_DIR"), "/labels/fr.json")),
        Language::Spanish => include_str!(concat!(env!("OUT_DIR"), "/labels/es.json")),
        Language::Arabic => include_str!(concat!(env!("OUT_DIR"), "/labels/ar.json")),
        Language::Chinese => include_str!(concat!(env!("OUT_DIR"), "/labels/zh.json")),
        Language::Russian => include_str!(concat!(env!("OUT_DIR"), "/labels/ru.json")),
    }
}

#[cfg(test)]
mod tests;
