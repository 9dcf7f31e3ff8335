//! Document numbers: `TSAG-TD104R1/GEN`, `C24/59R1`, `FG-AINN-I-139`.
//!
//! [`DocumentNumber`] is the parsed number; [`NumberGrammar`] reads it as texts print it; [`find()`] looks
//! for numbers in running text.

mod before;
mod codes;
mod find;
mod grammar;
mod group;
mod head;
mod suffix;
#[cfg(test)]
mod tests;
mod words;

use std::fmt;
use std::str::FromStr;

pub(crate) use codes::is_series;
pub use find::{FoundNumber, find};
pub use grammar::{NumberGrammar, ParsedNumber};
pub(crate) use group::canonical as canonical_group;
pub use words::NumberWords;

/// The number of an ITU document.
///
/// The canonical form, which [`Display`](fmt::Display) writes, is
/// `[GROUP-]SERIES NUMBER[Rn][/SUBGROUP][-Att n]` without spaces and leading zeros; a Council document has its
/// year before a slash (`C24/59`), an input or output document of a focus group stands between hyphens
/// (`FG-AINN-I-139`). [`FromStr`] takes that and whatever else texts print, in English.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber {
    /// The group, where the text gives it: `TSAG`, `SG17`, `WTSA-24`, `FG-AINN`.
    pub group: Option<String>,
    /// The series: `TD`, `C`, `R`, `LS`, `DOC`, `I`.
    pub series: String,
    /// The year of a Council session, in two digits.
    pub session: Option<u8>,
    /// The number within the series.
    pub number: u32,
    /// The revision; it is part of a document's identity.
    pub revision: Option<u16>,
    /// The subgroup of a temporary document: `GEN`, `PLEN`, `WP1`.
    pub subgroup: Option<String>,
    /// Attachments, addenda, corrigenda, annexes: `Att1`, `Add2`, `Corr1`, `Ann3`.
    pub attachments: Vec<String>,
}

impl DocumentNumber {
    /// The number of a series, with nothing else stated.
    pub fn new(series: impl Into<String>, number: u32) -> Self {
        Self {
            group: None,
            series: series.into(),
            session: None,
            number,
            revision: None,
            subgroup: None,
            attachments: Vec::new(),
        }
    }

    /// Whether both can mean the same document: all parts that both state are equal, and a missing group or
    /// subgroup matches any. A revision is not the same document as the original.
    pub fn matches(&self, other: &Self) -> bool {
        self.revision == other.revision && self.matches_any_revision(other)
    }

    /// The same for documents whatever their revisions.
    pub fn matches_any_revision(&self, other: &Self) -> bool {
        let agree = |ours: &Option<String>, theirs: &Option<String>| match (ours, theirs) {
            (Some(ours), Some(theirs)) => ours == theirs,
            _ => true,
        };
        self.number == other.number
            && self.series == other.series
            && self.session == other.session
            && self.attachments == other.attachments
            && agree(&self.group, &other.group)
            && agree(&self.subgroup, &other.subgroup)
    }

    /// The original of which this is a revision; itself, where it is none.
    #[must_use]
    pub fn without_revision(&self) -> Self {
        Self { revision: None, ..self.clone() }
    }

    /// The same number, of this group.
    #[must_use]
    pub fn with_group(&self, group: impl Into<String>) -> Self {
        Self { group: Some(group.into()), ..self.clone() }
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Numbers are written often, and sooner without `write!`.
        let mut digits = itoa::Buffer::new();
        if let Some(group) = &self.group {
            out.write_str(group)?;
            out.write_str("-")?;
        }
        out.write_str(&self.series)?;
        if let Some(session) = self.session {
            write!(out, "{session:02}/")?;
        }
        if codes::HYPHENATED.contains(&self.series.as_str()) {
            out.write_str("-")?;
        }
        out.write_str(digits.format(self.number))?;
        if let Some(revision) = self.revision {
            out.write_str("R")?;
            out.write_str(digits.format(revision))?;
        }
        if let Some(subgroup) = &self.subgroup {
            out.write_str("/")?;
            out.write_str(subgroup)?;
        }
        for attachment in &self.attachments {
            out.write_str("-")?;
            out.write_str(attachment)?;
        }
        Ok(())
    }
}

impl FromStr for DocumentNumber {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        NumberGrammar::english().parse(text).map(|parsed| parsed.number)
    }
}

text_form!(DocumentNumber, "DocumentNumber", {
    "description": "The canonical number of a document: [GROUP-]SERIES NUMBER[Rn][/SUBGROUP][-Att n], without spaces",
    "examples": ["TSAG-TD104R1/GEN", "C103", "C24/59R1", "FG-AINN-I-139", "DOC6-Att1"],
});

/// A text that is no document number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no document number")]
pub struct NumberError {
    /// The text as it was given.
    pub text: String,
}
