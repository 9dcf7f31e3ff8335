//! Words and phrases of one section in all languages: looked up whole, or found in running text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::keys::{Key, Language};
use super::text::{Token, has_no_accents, is_edge, tokens, without_accents};

/// A phrase found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<K> {
    /// What the phrase stands for.
    pub key: K,
    /// The language that it belongs to.
    pub language: Language,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// The words of one section of the vocabulary.
#[derive(Debug)]
pub struct Lexicon<K> {
    whole: HashMap<String, Vec<(K, Language)>>,
    bare: HashMap<String, (K, Language)>,
    phrases: HashMap<String, Vec<Phrase<K>>>,
    prefixes: Vec<String>,
}

#[derive(Debug)]
struct Phrase<K> {
    rest: Vec<String>,
    key: K,
    language: Language,
}

impl<K: Key> Lexicon<K> {
    /// An empty section; `prefixes` are letters that a language writes together with the word (Arabic *wa-*).
    pub fn new(prefixes: Vec<String>) -> Self {
        Self { whole: HashMap::new(), bare: HashMap::new(), phrases: HashMap::new(), prefixes }
    }

    /// Adds a word or phrase. The first meaning of a word is the one that `get` gives.
    pub fn add(&mut self, phrase: &str, key: K, language: Language) {
        let tokens = tokens(phrase);
        let whole = label(&tokens);
        if let Cow::Owned(bare) = bare(&whole) {
            self.bare.entry(bare).or_insert((key, language));
        }
        let meanings = self.whole.entry(whole).or_default();
        if !meanings.iter().any(|(known, _)| *known == key) {
            meanings.push((key, language));
        }
        let mut words = tokens.into_iter().map(|t| t.text.into_owned());
        let Some(first) = words.next() else { return };
        let phrase = Phrase { rest: words.collect(), key, language };
        let phrases = self.phrases.entry(first).or_default();
        let at = phrases.partition_point(|known| known.rest.len() >= phrase.rest.len());
        phrases.insert(at, phrase);
    }

    /// What a whole text stands for: case, accents, stops, spaces and a plural in parentheses do not matter.
    pub fn get(&self, text: &str) -> Option<K> {
        self.entry(text).map(|(key, _)| key)
    }

    /// What a whole text stands for, and in which language.
    pub fn entry(&self, text: &str) -> Option<(K, Language)> {
        self.meanings(&label(&tokens(text))).first().copied()
    }

    /// Does the whole text stand for this key (also where it has other meanings)?
    pub fn is(&self, text: &str, key: K) -> bool {
        self.meanings(&label(&tokens(text))).iter().any(|(known, _)| *known == key)
    }

    /// The meanings of a label, or else of its form without accents and plural.
    fn meanings(&self, label: &str) -> &[(K, Language)] {
        let bare = bare(label);
        let exact = self.whole.get(label).or_else(|| self.whole.get(bare.as_ref()));
        exact.map_or_else(|| self.bare.get(bare.as_ref()).map_or(&[], std::slice::from_ref), Vec::as_slice)
    }

    /// Every phrase of a text, the longest at each place, none overlapping.
    pub fn find(&self, text: &str) -> Vec<Hit<K>> {
        self.find_in(&tokens(text))
    }

    /// As [`find`](Self::find), over tokens.
    pub fn find_in(&self, tokens: &[Token]) -> Vec<Hit<K>> {
        let mut hits = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let hit = self.at(tokens, at);
            at = hit.as_ref().map_or(at + 1, |hit| hit.tokens.end);
            hits.extend(hit);
        }
        hits
    }

    /// The longest phrase that begins at a token.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<Hit<K>> {
        self.matches(tokens, at).next()
    }

    /// The longest phrase with this key that begins at a token.
    pub fn at_key(&self, tokens: &[Token], at: usize, key: K) -> Option<Hit<K>> {
        self.matches(tokens, at).find(|hit| hit.key == key)
    }

    /// Does the text hold a phrase with this key?
    pub fn has(&self, text: &str, key: K) -> bool {
        let tokens = tokens(text);
        (0..tokens.len()).any(|at| self.at_key(&tokens, at, key).is_some())
    }

    /// The phrase with which a text begins.
    pub fn leading(&self, text: &str) -> Option<Hit<K>> {
        self.at(&tokens(text), 0)
    }

    fn matches<'a>(&'a self, tokens: &'a [Token], at: usize) -> impl Iterator<Item = Hit<K>> + 'a {
        let first = tokens.get(at);
        let phrases = first.and_then(|token| self.starting_with(&token.text));
        phrases.into_iter().flatten().filter_map(move |phrase| {
            let end = at + 1 + phrase.rest.len();
            let rest = tokens.get(at + 1..end)?;
            let same = rest.iter().zip(&phrase.rest).all(|(token, word)| self.same(&token.text, word));
            let range = first?.start..tokens.get(end - 1)?.end;
            same.then_some(Hit { key: phrase.key, language: phrase.language, range, tokens: at..end })
        })
    }

    fn starting_with(&self, word: &str) -> Option<&Vec<Phrase<K>>> {
        self.phrases.get(word).or_else(|| self.stems(word).find_map(|stem| self.phrases.get(stem)))
    }

    fn same(&self, token: &str, word: &str) -> bool {
        token == word || self.stems(token).any(|stem| stem == word)
    }

    /// What is left of a word without the letters that its language writes together with it.
    fn stems<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let worth = !word.is_ascii();
        self.prefixes
            .iter()
            .filter(move |_| worth)
            .filter_map(move |prefix| word.strip_prefix(prefix.as_str()))
    }
}

/// The tokens of a label without stops, and without marks at its ends.
fn label(tokens: &[Token]) -> String {
    let edge = |t: &Token| t.text.chars().all(is_edge);
    let first = tokens.iter().position(|t| !edge(t)).unwrap_or(tokens.len());
    let last = tokens.iter().rposition(|t| !edge(t)).map_or(first, |at| at + 1);
    let mut label = String::new();
    for token in tokens[first..last].iter().filter(|t| !t.is('.')) {
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(&token.text);
    }
    label
}

/// A label without accents and without the plural that is printed in parentheses: `document ( s )`.
fn bare(label: &str) -> Cow<'_, str> {
    if !label.contains(" ( ") && has_no_accents(label) {
        return Cow::Borrowed(label);
    }
    let words: Vec<&str> = label.split(' ').collect();
    let mut kept = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let plural =
            words[at] == "(" && at > 0 && words.get(at + 2) == Some(&")") && words[at + 1].len() <= 3;
        if !plural {
            kept.push(words[at]);
        }
        at += if plural { 3 } else { 1 };
    }
    let bare = without_accents(&kept.join(" "));
    if bare == label { Cow::Borrowed(label) } else { Cow::Owned(bare) }
}
