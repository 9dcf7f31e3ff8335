//! Designations of texts, and what kind of text they tell of.

use std::sync::LazyLock;

use meeting_model::TextKind;
use regex::Regex;

use crate::found::Reading;
use crate::lists::listing::ListRow;
use crate::vocabulary::{Column, Heading as About, PersonWord, Thing, Vocabulary};

/// A cell with a designation, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub designation: String,
    /// What is printed before it: `Draft new Recommendation ITU-T`.
    pub before: String,
    /// What is printed in brackets after it: `New, ex A.JCA`.
    pub notes: Vec<String>,
    /// A title in the same cell.
    pub title: Option<String>,
}

/// Whether a text begins as the designation of one: `A.7`, `XSTR-sail`.
pub(super) fn is_designation(text: &str) -> bool {
    CODE.find(text).is_some_and(|found| found.start() == 0) || by_code(text).is_some()
}

/// Whether a text is the designation of one with words before it at most that say what it is.
pub(crate) fn is_only_designation(text: &str) -> bool {
    let is_code = |code: &str| {
        CODE.find(code).is_some_and(|found| found.start() == 0) && !code.contains(char::is_whitespace)
    };
    // Most texts are none, which their first mark shows.
    if !text.contains('.') {
        return false;
    }
    let named = read(text, Vocabulary::get());
    named.title.is_none() && named.designation.split(" (").next().is_some_and(is_code)
}

/// A series letter or a provisional code, a stop and what follows: `A.7`, `G.709/Y.1331`, `XSTR.edge-log`, `X.1631rev`.
static CODE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b[A-Z]{1,6}\.[A-Za-z0-9]").expect("the pattern is well formed"));

/// Takes a designation from its cell.
pub(crate) fn read(cell: &str, words: &Vocabulary) -> Named {
    let (text, notes) = split_notes(cell);
    let start = CODE.find(&text).map(|found| found.start()).filter(|&at| is_preamble(&text[..at], words));
    let start = start.unwrap_or_else(|| after_kind(&text, words));
    let (designation, title) = split_title(&text[start..]);
    let designation = designation.trim().trim_end_matches([',', ';']).trim_end();
    // A year or version says which edition is meant.
    let edition = notes.iter().find(|note| is_edition(note)).map(|note| format!(" ({note})"));
    Named {
        designation: format!("{designation}{}", edition.unwrap_or_default()),
        before: text[..start].trim().to_owned(),
        notes,
        title,
    }
}

/// `2019`, `03/2018`, `V14`.
fn is_edition(note: &str) -> bool {
    let digits = note.trim_start_matches(['V', 'v']);
    !digits.is_empty()
        && note.len() <= 8
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '.' | '-'))
}

/// A text without the brackets at its end: `A/9 (ex 1/9)` → `A/9`.
pub(crate) fn bare(text: &str) -> String {
    split_notes(text).0
}

/// Cuts brackets off the end of a text; what they hold, from the first.
fn split_notes(text: &str) -> (String, Vec<String>) {
    let mut text = text.trim();
    let mut notes = Vec::new();
    while let Some(open) = last_bracket(text) {
        let inside = text[open..].trim_start_matches(['(', '（', '[']).trim_end_matches([')', '）', ']']);
        notes.insert(0, inside.trim().to_owned());
        text = text[..open].trim_end();
    }
    (text.to_owned(), notes)
}

/// Where the bracket opens with which a text ends; a text that is nothing but a bracket has none.
fn last_bracket(text: &str) -> Option<usize> {
    if !text.ends_with([')', '）', ']']) {
        return None;
    }
    let mut depth = 0_usize;
    for (at, character) in text.char_indices().rev() {
        match character {
            ')' | '）' | ']' => depth += 1,
            '(' | '（' | '[' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return (at > 0).then_some(at);
        }
    }
    None
}

/// Whether a text before a designation only says what it is: `Draft new Recommendation ITU-T`.
fn is_preamble(text: &str, words: &Vocabulary) -> bool {
    let mut rest = text.trim();
    while !rest.is_empty() {
        let sector = words.sectors.leading(rest).map(|hit| hit.range.end);
        let thing = words.things.leading(rest).map(|hit| hit.range.end);
        let marker = words.markers.leading(rest).map(|hit| hit.range.end);
        let opener = words
            .persons
            .leading(rest)
            .filter(|hit| hit.key == PersonWord::TitleOpener)
            .map(|hit| hit.range.end);
        let Some(end) = [sector, thing, marker, opener].into_iter().flatten().max() else { return false };
        rest = rest[end..]
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '/' | ':' | '-' | '–'));
    }
    true
}

/// Where the designation begins in a text without a code: after `Recommendation ITU-T`, if anything follows.
fn after_kind(text: &str, words: &Vocabulary) -> usize {
    let hit = words.things.leading(text).filter(|hit| hit.key == Thing::Recommendation);
    let after = hit.map_or(0, |hit| hit.range.end);
    let sector = words.sectors.leading(&text[after..]).map_or(after, |hit| after + hit.range.end);
    let start = sector + text[sector..].len() - text[sector..].trim_start().len();
    if start < text.len() { start } else { 0 }
}

/// `Y.3101: Requirements` → the designation and a title, where a cell holds both.
fn split_title(text: &str) -> (&str, Option<String>) {
    let cut = [": ", " – ", " — ", " - ", "："]
        .iter()
        .filter_map(|mark| text.find(mark).map(|at| (at, mark.len())))
        .min();
    match cut.filter(|&(at, length)| at > 0 && !text[at + length..].trim().is_empty()) {
        Some((at, length)) => (&text[..at], Some(text[at + length..].trim().to_owned())),
        None => (text, None),
    }
}

/// The kind of a text: by its code (as the study groups form it: `XSTR.…`, `HSTP-…`, `TR.…`, `TP.…`), by the words of its designation, of its
/// own row, and at last of the table.
pub(super) fn kind(
    designation: &str,
    row: &ListRow<'_, '_>,
    abouts: &[About],
    reading: &Reading<'_>,
) -> TextKind {
    let words = reading.words;
    let title = row.text(Column::Title, reading).unwrap_or_default();
    let label = title.split([':', '：']).next().filter(|label| label.len() < title.len()).unwrap_or_default();
    let by_words = |text: &str| words.things.find(text).into_iter().find_map(|hit| kind_of(hit.key));
    let category = row.text(Column::Category, reading).unwrap_or_default();
    by_code(designation)
        .or_else(|| by_words(designation))
        .or_else(|| by_words(&category))
        .or_else(|| by_words(label).filter(|kind| *kind != TextKind::Recommendation))
        .or_else(|| by_table(abouts))
        .unwrap_or_else(|| by_column(designation, row, abouts))
}

fn by_code(designation: &str) -> Option<TextKind> {
    static PAPER: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(?:[A-Z]{1,2}S)?T([RP])[.\-]").expect("the pattern is well formed"));
    let found = PAPER.captures(designation)?;
    Some(if &found[1] == "R" { TextKind::TechnicalReport } else { TextKind::TechnicalPaper })
}

fn kind_of(thing: Thing) -> Option<TextKind> {
    match thing {
        Thing::Recommendation => Some(TextKind::Recommendation),
        Thing::Supplement => Some(TextKind::Supplement),
        Thing::TechnicalPaper => Some(TextKind::TechnicalPaper),
        Thing::TechnicalReport => Some(TextKind::TechnicalReport),
        _ => None,
    }
}

fn by_table(abouts: &[About]) -> Option<TextKind> {
    abouts.iter().find_map(|about| match about {
        About::Supplements => Some(TextKind::Supplement),
        About::TechnicalPapers => Some(TextKind::TechnicalPaper),
        About::TechnicalReports => Some(TextKind::TechnicalReport),
        _ => None,
    })
}

/// A column of Recommendations holds them. A code is one of a Recommendation, unless only an agreement is asked for,
/// which is how texts without normative force are dealt with (Recommendation A.13).
fn by_column(designation: &str, row: &ListRow<'_, '_>, abouts: &[About]) -> TextKind {
    let heads = &row.listing().heads;
    let is_informative = abouts.contains(&About::TextsForAgreement);
    if heads.has(Column::Recommendation) || (CODE.is_match_at(designation, 0) && !is_informative) {
        TextKind::Recommendation
    } else if heads.has(Column::Supplement) {
        TextKind::Supplement
    } else {
        TextKind::Other
    }
}
