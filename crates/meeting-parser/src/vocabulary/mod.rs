//! What to recognise, in the six official languages (ARCHITECTURE, invariant 3: no language in Rust code).
//!
//! Each language has a file `vocabulary/<lang>.toml` with the same sections and keys; all are merged, because one
//! document may mix languages. `keys.rs` says what the words stand for, `lexicon.rs` looks them up and finds them,
//! `text.rs` folds text for comparison.

mod countries;
pub mod file;
pub mod keys;
mod lexicon;
pub mod text;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

pub use countries::Countries;
pub use keys::{
    Calendar, Column, CoverField, DecisionVerb, DocumentKind, DocumentType, Grammar, Heading, Key, Language,
    Marker, Matter, Month, Outcome, PersonWord, PlanField, Postponement, Proposed, Request, Role, Sector,
    Thing, Weekday,
};
pub use lexicon::{Hit, Lexicon};
pub use text::normalise;

use file::{Section, Span};

/// The files of the vocabulary. English comes first: its meaning of a word goes before those of the others.
const FILES: [(Language, &str); 6] = [
    (Language::English, include_str!("../../vocabulary/en.toml")),
    (Language::French, include_str!("../../vocabulary/fr.toml")),
    (Language::Spanish, include_str!("../../vocabulary/es.toml")),
    (Language::Arabic, include_str!("../../vocabulary/ar.toml")),
    (Language::Chinese, include_str!("../../vocabulary/zh.toml")),
    (Language::Russian, include_str!("../../vocabulary/ru.toml")),
];

/// The merged vocabulary of all languages.
#[derive(Debug)]
#[allow(
    missing_docs,
    reason = "each field is the section of the same name, described in its enum and in en.toml"
)]
pub struct Vocabulary {
    pub languages: Lexicon<Language>,
    pub sectors: Lexicon<Sector>,
    pub cover: Lexicon<CoverField>,
    pub document_types: Lexicon<DocumentType>,
    pub columns: Lexicon<Column>,
    pub headings: Lexicon<Heading>,
    pub kinds: Lexicon<DocumentKind>,
    pub proposed: Lexicon<Proposed>,
    pub requests: Lexicon<Request>,
    pub outcomes: Lexicon<Outcome>,
    pub decisions: Lexicon<DecisionVerb>,
    pub grammar: Lexicon<Grammar>,
    pub markers: Lexicon<Marker>,
    pub things: Lexicon<Thing>,
    pub months: Lexicon<Month>,
    pub weekdays: Lexicon<Weekday>,
    pub calendar: Lexicon<Calendar>,
    pub roles: Lexicon<Role>,
    pub persons: Lexicon<PersonWord>,
    pub matters: Lexicon<Matter>,
    pub plan: Lexicon<PlanField>,
    pub postponements: Lexicon<Postponement>,
    pub countries: Countries,
    abbreviations: HashSet<String>,
    units: HashMap<String, Span>,
    numbers: HashMap<String, u32>,
}

impl Vocabulary {
    /// The vocabulary, read once.
    ///
    /// # Panics
    /// Never with the files that are built in: a test reads them.
    pub fn get() -> &'static Self {
        static WORDS: LazyLock<Vocabulary> =
            LazyLock::new(|| Vocabulary::read(&FILES).expect("the built-in vocabulary is complete"));
        &WORDS
    }

    fn read(files: &[(Language, &str)]) -> Result<Self, file::VocabularyError> {
        let files = files
            .iter()
            .map(|(language, text)| Ok((*language, file::read(*language, text)?)))
            .collect::<Result<Vec<_>, _>>()?;
        let prefixes: Vec<String> =
            files.iter().flat_map(|(_, file)| file.prefixes.iter().cloned()).collect();
        macro_rules! merged {
            ($section:ident) => {{
                let mut lexicon = Lexicon::new(prefixes.clone());
                for (language, file) in &files {
                    fill(&mut lexicon, &file.$section, *language);
                }
                lexicon
            }};
        }
        Ok(Self {
            languages: merged!(languages),
            sectors: merged!(sectors),
            cover: merged!(cover),
            document_types: merged!(document_types),
            columns: merged!(columns),
            headings: merged!(headings),
            kinds: merged!(kinds),
            proposed: merged!(proposed),
            requests: merged!(requests),
            outcomes: merged!(outcomes),
            decisions: merged!(decisions),
            grammar: merged!(grammar),
            markers: merged!(markers),
            things: merged!(things),
            months: merged!(months),
            weekdays: merged!(weekdays),
            calendar: merged!(calendar),
            roles: merged!(roles),
            persons: merged!(persons),
            matters: merged!(matters),
            plan: merged!(plan),
            postponements: merged!(postponements),
            countries: Countries::read()?,
            abbreviations: files
                .iter()
                .flat_map(|(_, f)| f.abbreviations.iter().map(|a| normalise(a)))
                .collect(),
            units: files.iter().flat_map(|(_, f)| f.units.iter().map(|(w, s)| (normalise(w), *s))).collect(),
            numbers: files
                .iter()
                .flat_map(|(_, f)| f.numbers.iter().map(|(w, n)| (normalise(w), *n)))
                .collect(),
        })
    }

    /// Is a word, printed with a stop, an abbreviation (so that the stop does not end a sentence)?
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(&normalise(word))
    }

    /// The length of time that a folded word names: a day, a week, a month.
    pub fn unit(&self, word: &str) -> Option<Span> {
        self.units.get(word).copied()
    }

    /// The number that a folded word names.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// The role of a column by the words of its head: the whole of them, else without what stands in
    /// parentheses, else the part before a slash, else the first phrase that is known.
    pub fn column(&self, head: &str) -> Option<Column> {
        let outside = head.split(['(', '[', '（']).next().unwrap_or(head);
        let part = outside.split(['/', '\n']).next().unwrap_or(outside);
        [head, outside, part]
            .iter()
            .find_map(|words| self.columns.get(words))
            .or_else(|| self.columns.find(outside).first().map(|hit| hit.key))
    }

    /// What the heading of a section tells, by the longest phrase in it.
    pub fn heading(&self, heading: &str) -> Option<Heading> {
        let longest = || {
            self.headings
                .find(heading)
                .into_iter()
                .min_by_key(|hit| (usize::MAX - hit.range.len(), hit.range.start))
        };
        self.headings.get(heading).or_else(|| longest().map(|hit| hit.key))
    }

    /// The label with which a line begins, and the place in the line after it and its colon.
    pub fn cover_label(&self, line: &str) -> Option<(CoverField, usize)> {
        let colon = line.char_indices().find(|&(_, c)| matches!(c, ':' | '：'));
        let (at, mark) = colon.filter(|&(at, _)| at <= 80)?;
        self.cover.get(&line[..at]).map(|field| (field, at + mark.len_utf8()))
    }
}

fn fill<K: Key>(lexicon: &mut Lexicon<K>, section: &Section<K>, language: Language) {
    for (key, words) in section.entries() {
        for word in words {
            lexicon.add(word, key, language);
        }
    }
}

#[cfg(test)]
mod tests;
