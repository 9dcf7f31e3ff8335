//! Bare numbers: the head of their column, or the words over the list, give series and subgroup.

use meeting_model::FoundNumber;

use crate::found::Reading;
use crate::ranges;
use crate::vocabulary::DocumentType;

/// Series and subgroup of the bare numbers of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Series {
    code: &'static str,
    subgroup: Option<String>,
}

/// Longest bare number with its revision: `0104 Rev.1/GEN`.
const LONGEST: usize = 16;
/// Words of a caption that names a series at most.
const LONGEST_CAPTION: usize = 8;

impl Series {
    /// What the head of a column says: `TD`, `C #`, `TD (GEN)`. A head of two series (`TD/C #`) says nothing.
    pub(super) fn of_head(head: &str, reading: &Reading<'_>) -> Option<Self> {
        let hit = reading.words.document_types.leading(head)?;
        let code = code(hit.key)?;
        let rest = &head[hit.range.end..];
        let is_other = |key| self::code(key).is_some_and(|other| other != code);
        if reading.words.document_types.find(rest).into_iter().any(|hit| is_other(hit.key)) {
            return None;
        }
        Some(Self { code, subgroup: subgroup(rest, reading) })
    }

    /// What a short line over a list says: `Contributions`, `Temporary Documents (WP2)`.
    pub(super) fn of_caption(text: &str, reading: &Reading<'_>) -> Option<Self> {
        let is_short = text.split_whitespace().count() <= LONGEST_CAPTION;
        let hits = reading.words.document_types.find(text);
        let hit = hits.into_iter().filter(|_| is_short).find(|hit| code(hit.key).is_some())?;
        let code = code(hit.key)?;
        Some(Self { code, subgroup: subgroup(&text[hit.range.end..], reading) })
    }

    /// Reads a bare number or a range of them: `104-108`.
    pub(super) fn numbers(&self, text: &str, reading: &Reading<'_>) -> Vec<FoundNumber> {
        if let Some(only) = self.number(text, reading) {
            return vec![only];
        }
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let Some(first) = self.number(&text[..digits], reading) else { return Vec::new() };
        let found = ranges::spelled_out(text, vec![first], reading.words);
        if found.len() > 1 { found } else { Vec::new() }
    }

    /// Reads a bare number: `104`, `0104R1`, `(104)`.
    pub(super) fn number(&self, text: &str, reading: &Reading<'_>) -> Option<FoundNumber> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let printed = text.trim().trim_start_matches('(').trim_end_matches(')');
        if text.len() > LONGEST || !printed.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mut parsed = reading.grammar.parse(&format!("{}{printed}", self.code)).ok()?;
        if parsed.number.subgroup.is_none() {
            parsed.number.subgroup.clone_from(&self.subgroup);
        }
        Some(FoundNumber {
            range: start..start + printed.len(),
            number: parsed.number,
            part: parsed.part,
            printed: printed.to_owned(),
        })
    }
}

/// The code of the series that numbers of a type have.
fn code(key: DocumentType) -> Option<&'static str> {
    match key {
        DocumentType::TemporaryDocument => Some("TD"),
        DocumentType::Contribution => Some("C"),
        _ => None,
    }
}

/// The subgroup in the words after a series: `(GEN)`, `/PLEN`, ` WP2`.
fn subgroup(rest: &str, reading: &Reading<'_>) -> Option<String> {
    let name = rest.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
    reading.grammar.parse(&format!("TD1/{name}")).ok()?.number.subgroup
}
