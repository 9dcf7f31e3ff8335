//! Lines right below the heading of an item that say what a row says in cells: `Source: X`, `Document: TD1, (TD2)`.

use crate::found::Reading;
use crate::outline::Line;
use crate::sentences::split_label;
use crate::vocabulary::{Column, DocumentType};

/// What such a line gives.
pub(super) enum Part<'t> {
    /// Who submitted what is treated.
    Sources(&'t str),
    /// The documents, those in parentheses not introduced.
    Documents(&'t str),
}

/// The longest list of sources, in characters: more is a sentence.
const LONGEST: usize = 200;

/// Reads a line as one of these; documents stand there alone, or a dash for none.
pub(super) fn part<'t>(line: &'t Line, reading: &Reading<'_>) -> Option<Part<'t>> {
    let (label, rest) = split_label(&line.text).filter(|_| line.label.is_none())?;
    let rest = rest.trim();
    let words = reading.words;
    if words.document_types.get(label.trim()) == Some(DocumentType::Document) {
        return are_numbers(rest, reading).then_some(Part::Documents(rest));
    }
    let is_source = words.columns.get(label.trim()) == Some(Column::Source)
        && !rest.is_empty()
        && rest.chars().count() <= LONGEST
        && !rest.ends_with(['.', '。']);
    is_source.then_some(Part::Sources(rest))
}

/// Whether a text has document numbers and nothing else, or is a dash.
fn are_numbers(text: &str, reading: &Reading<'_>) -> bool {
    let mut rest = text.to_owned();
    for found in reading.listed(text) {
        rest.replace_range(found.range.clone(), &" ".repeat(found.range.len()));
    }
    let is_mark = |sign: char| sign.is_whitespace() || ",;()、،؛–-".contains(sign);
    !text.is_empty() && rest.chars().all(is_mark)
}
