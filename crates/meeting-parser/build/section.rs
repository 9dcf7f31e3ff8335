//! One section of the vocabulary in all languages: its phrases and its labels.

use std::collections::BTreeMap;

use crate::fold::{LONGEST_PLURAL, cuts, is_all_edge, without_accents, without_plurals};
use crate::keys::Language;
use crate::word_table::{WordTable, stretch};
use crate::written::list;

/// A section: the words of each of its keys, language by language.
pub struct Section<'f> {
    field: &'static str,
    key_type: &'static str,
    entries: Vec<(String, Language, &'f [String])>,
}

/// A key and its language, as the tables name them.
type Meaning = (String, String);

#[derive(Default)]
struct Tables {
    /// By the first word: the words after it.
    phrases: BTreeMap<String, Vec<(Vec<String>, Meaning)>>,
    labels: BTreeMap<Vec<String>, Vec<Meaning>>,
    bare: BTreeMap<Vec<String>, Vec<Meaning>>,
}

impl<'f> Section<'f> {
    pub const fn new(
        field: &'static str,
        key_type: &'static str,
        entries: Vec<(String, Language, &'f [String])>,
    ) -> Self {
        Self { field, key_type, entries }
    }

    /// The section as a field of the vocabulary.
    pub fn written(&self, section: u32, words: &mut WordTable) -> String {
        let mut tables = Tables::default();
        for (key, language, phrases) in &self.entries {
            let meaning = (format!("{}::{key}", self.key_type), format!("Language::{language:?}"));
            for phrase in *phrases {
                tables.add(phrase, &meaning);
            }
        }
        let mut known = Vec::new();
        format!(
            "{}: Lexicon {{ section: {section}, phrases: &[{}], labels: &[{}], bare: &[{}], meanings: &[{}] }},\n",
            self.field,
            tables.phrases(section, words),
            labels(&tables.labels, section, words, &mut known),
            labels(&tables.bare, section, words, &mut known),
            list(known.iter().map(|(key, language)| format!("({key}, {language})"))),
        )
    }
}

impl Tables {
    fn add(&mut self, phrase: &str, meaning: &Meaning) {
        let tokens: Vec<String> = cuts(phrase).map(|cut| cut.folded().into_owned()).collect();
        let label = label(&tokens);
        let bare = bare(&label);
        if bare != label {
            self.bare.entry(bare).or_insert_with(|| vec![meaning.clone()]);
        }
        let known = self.labels.entry(label).or_default();
        if !known.iter().any(|(key, _)| *key == meaning.0) {
            known.push(meaning.clone());
        }
        if let Some((first, rest)) = tokens.split_first() {
            self.phrases.entry(first.clone()).or_default().push((rest.to_vec(), meaning.clone()));
        }
    }

    /// The phrases by their first words, the longest first.
    fn phrases(&self, section: u32, words: &mut WordTable) -> String {
        let mut written = Vec::new();
        for (first, phrases) in &self.phrases {
            let from = written.len();
            let mut phrases: Vec<_> = phrases.iter().collect();
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
            for (rest, (key, language)) in phrases {
                let rest: Vec<u16> = rest.iter().map(|word| words.id(word)).collect();
                let rest = words.place(&rest);
                written.push(format!("\nPhrase {{ rest: {rest}, key: {key}, language: {language} }}"));
            }
            words.starts(first, section, (from, written.len()));
        }
        list(written.into_iter())
    }
}

/// Labels in the order of their words. What they mean is put where it is not yet `known`.
fn labels(
    labels: &BTreeMap<Vec<String>, Vec<Meaning>>,
    section: u32,
    words: &mut WordTable,
    known: &mut Vec<Meaning>,
) -> String {
    let by_number: BTreeMap<Vec<u16>, &Vec<Meaning>> =
        labels.iter().map(|(label, meanings)| (words.label(label, section), meanings)).collect();
    list(by_number.into_iter().map(|(label, meanings)| {
        let from =
            known.windows(meanings.len()).position(|some| some == meanings.as_slice()).unwrap_or_else(|| {
                known.extend(meanings.iter().cloned());
                known.len() - meanings.len()
            });
        let (label, meanings) = (words.place(&label), stretch(from, meanings.len()));
        format!("\nMeanings {{ words: {label}, meanings: {meanings} }}")
    }))
}

/// The tokens of a label without stops, and without marks at its ends.
fn label(tokens: &[String]) -> Vec<String> {
    let first = tokens.iter().position(|token| !is_all_edge(token)).unwrap_or(tokens.len());
    let last = tokens.iter().rposition(|token| !is_all_edge(token)).map_or(first, |at| at + 1);
    tokens[first..last].iter().filter(|token| *token != ".").cloned().collect()
}

/// A label without accents and without the plural that is printed in parentheses.
fn bare(label: &[String]) -> Vec<String> {
    let words: Vec<&str> = label.iter().map(String::as_str).collect();
    let is = |word: &&str, mark: char| word.chars().eq([mark]);
    let kept = without_plurals(&words, is, |word| word.len() <= LONGEST_PLURAL);
    kept.into_iter().map(without_accents).collect()
}
