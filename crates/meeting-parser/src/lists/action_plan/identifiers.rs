//! Identifiers of elements of a plan: `AP1.1`, `AP1.1.1 – AP1.1.3`.

use std::ops::Range;

use crate::vocabulary::text::digit;
use crate::vocabulary::{Calendar, Vocabulary};

/// Letters before the number of an identifier, and digits of each of its steps, at most.
const MOST_LETTERS: usize = 6;
const MOST_DIGITS: usize = 3;

/// The most identifiers that a range is taken to stand for.
const LONGEST_RANGE: u32 = 60;

/// The identifiers of a cell, ranges written out; the whole text where none is found in it.
pub(super) fn all(text: &str, words: &Vocabulary) -> Vec<String> {
    let text = text.trim();
    let mut ids: Vec<String> = Vec::new();
    let mut end = 0;
    for found in find(text) {
        let is_range = !ids.is_empty() && is_range(&text[end..found.start], words);
        let id = text[found.clone()].to_owned();
        match ids.last().filter(|_| is_range).and_then(|first| between(first, &id)) {
            Some(more) => ids.extend(more),
            None => ids.push(id),
        }
        end = found.end;
    }
    let mut distinct: Vec<String> = Vec::new();
    for id in ids {
        if !distinct.contains(&id) {
            distinct.push(id);
        }
    }
    if distinct.is_empty() && !text.is_empty() {
        distinct.push(text.to_owned());
    }
    distinct
}

/// Places of identifiers in a text.
fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.char_indices() {
        if found.last().is_none_or(|last| last.end <= at)
            && let Some(end) = end_of(text, at)
        {
            found.push(at..end);
        }
    }
    found
}

/// Where the identifier ends that begins at a place: letters, perhaps a mark, and a number with steps.
fn end_of(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let is_within = text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
    let letters = up_to(rest, MOST_LETTERS, char::is_alphabetic);
    let number = if is_within || letters.len() == rest.len() {
        rest
    } else {
        letters.strip_prefix(['-', '.', ' ']).unwrap_or(letters)
    };
    let mut rest = step(number)?;
    while let Some(after) = rest.strip_prefix(['.', '-']).and_then(step) {
        rest = after;
    }
    Some(text.len() - rest.strip_prefix(|letter: char| letter.is_ascii_lowercase()).unwrap_or(rest).len())
}

/// What stands after the digits of a step.
fn step(text: &str) -> Option<&str> {
    let rest = up_to(text, MOST_DIGITS, |mark| digit(mark).is_some());
    (rest.len() < text.len()).then_some(rest)
}

/// The text without the characters of a sort at its beginning, so many at most.
fn up_to(text: &str, most: usize, is: impl Fn(char) -> bool) -> &str {
    let taken = text.chars().take(most).take_while(|&mark| is(mark)).map(char::len_utf8).sum();
    &text[taken..]
}

/// The identifier with which a text begins, and what follows it and its mark: `AP2: Title`.
pub(super) fn leading(text: &str) -> Option<(&str, &str)> {
    let (id, rest) = text.split_at(end_of(text, 0)?);
    let has_letters = id.starts_with(char::is_alphabetic);
    let ends = rest.chars().next().is_none_or(|c| !c.is_alphanumeric());
    (has_letters && ends).then(|| (id, rest.trim_start_matches([' ', ':', '-', '–', '—', '.', '：'])))
}

fn is_range(between: &str, words: &Vocabulary) -> bool {
    let between = between.trim();
    matches!(between, "-" | "–" | "—" | "…" | "~") || words.calendar.is(between, Calendar::Range)
}

/// The identifiers after the first up to the last, where both differ in the last step alone.
fn between(first: &str, last: &str) -> Option<Vec<String>> {
    let (stem, from) = steps(first)?;
    let (last_stem, to) = steps(last)?;
    // `AP1.1 – 3` names the last step alone.
    let same = last_stem == stem || last_stem.is_empty();
    (same && from < to && to - from <= LONGEST_RANGE)
        .then(|| (from + 1..=to).map(|step| format!("{stem}{step}")).collect())
}

fn steps(id: &str) -> Option<(&str, u32)> {
    let stem = id.trim_end_matches(|c: char| c.is_ascii_digit());
    Some((stem, id[stem.len()..].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_written_out() {
        let ids = |text| all(text, Vocabulary::get());
        assert_eq!(ids("AP2"), ["AP2"]);
        assert_eq!(ids("AP3.1, AP3.1.1 – AP3.1.3"), ["AP3.1", "AP3.1.1", "AP3.1.2", "AP3.1.3"]);
        assert_eq!(ids("K1.1 to K1.3 and K4"), ["K1.1", "K1.2", "K1.3", "K4"]);
        assert_eq!(ids("PI-4"), ["PI-4"]);
        assert_eq!(ids("AP2.1-4"), ["AP2.1-4"]);
        assert_eq!(ids("2.1"), ["2.1"]);
        assert_eq!(ids("Outreach"), ["Outreach"]);
        assert_eq!(ids(""), [""; 0]);
    }

    #[test]
    fn an_identifier_leads_a_title() {
        assert_eq!(leading("AP2.1: Outreach"), Some(("AP2.1", "Outreach")));
        assert_eq!(leading("AP2"), Some(("AP2", "")));
        assert_eq!(leading("2026 plans"), None);
        assert_eq!(leading("Outreach"), None);
    }
}
