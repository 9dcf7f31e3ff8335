//! What to recognise, in the six official languages (ARCHITECTURE, invariant 3: no language in Rust code).
//!
//! Each language has a file `vocabulary/<lang>.toml` with the same sections and keys; all are merged, because one
//! document may mix languages. The build script makes tables of them (`build/`), so that nothing is read or built
//! when the program runs. `keys.rs` says what the words stand for, `lexicon.rs` looks them up and finds them,
//! `fold.rs` folds text for comparison and `text.rs` cuts it into tokens.

mod bodies;
mod countries;
#[cfg(test)]
#[allow(dead_code, reason = "the build script reads the files")]
mod file;
pub mod fold;
mod hash;
pub mod keys;
mod known;
mod label;
mod lexicon;
mod tables;
pub mod text;
mod words;

pub use bodies::Bodies;
pub use countries::Countries;
pub(crate) use known::forget;

pub use keys::{
    Calendar, Category, Column, CoverField, DecisionVerb, DocumentKind, DocumentType, Grammar, Heading, Key,
    Language, Marker, Matter, Month, Outcome, PersonWord, PlanField, Postponement, Proposed, Request, Role,
    Sector, Span, Thing, Weekday,
};
pub use lexicon::{Hit, Lexicon};
pub use text::normalise;

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
    pub bare_requests: Lexicon<Request>,
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
    pub categories: Lexicon<Category>,
    pub bodies: Bodies,
    pub countries: Countries,
    abbreviations: &'static [&'static str],
    units: &'static [(&'static str, Span)],
    numbers: &'static [(&'static str, u32)],
}

impl Vocabulary {
    /// The vocabulary.
    pub fn get() -> &'static Self {
        &tables::VOCABULARY
    }

    /// Is a word, printed with a stop, an abbreviation (so that the stop does not end a sentence)?
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.binary_search(&normalise(word).as_str()).is_ok()
    }

    /// The length of time that a folded word names: a day, a week, a month.
    pub fn unit(&self, word: &str) -> Option<Span> {
        look_up(self.units, word)
    }

    /// The number that a folded word names.
    pub fn number(&self, word: &str) -> Option<u32> {
        look_up(self.numbers, word)
    }

    /// The role of a column by the words of its head: the whole of them, else without what stands in
    /// parentheses, else the part before a slash, else the first phrase that is known.
    pub fn column(&self, head: &str) -> Option<Column> {
        let outside = head.split(['(', '[', '（']).next().unwrap_or(head);
        let part = outside.split(['/', '\n']).next().unwrap_or(outside);
        [head, outside, part]
            .iter()
            .find_map(|words| self.columns.get(words))
            .or_else(|| self.columns.find(outside).into_iter().map(|hit| hit.key).find(|key| !key.is_small()))
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

/// What a word stands for in a table in the order of its words.
fn look_up<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.binary_search_by(|(known, _)| (*known).cmp(word)).ok().map(|at| table[at].1)
}

#[cfg(test)]
mod tests;
