//! Reports of meetings in a table: numbers, and ranges of numbers (`TSAG-R2-R3`, `SG13-R1 to R5`).

use std::sync::LazyLock;

use meeting_model::DocumentNumber;
use regex::Regex;

use crate::found::Reading;
use crate::vocabulary::{Calendar, Vocabulary};

/// The series of the reports of study groups.
const SERIES: &str = "R";

/// A range of reports has at most so many.
const MOST: u32 = 60;

/// The numbers in a cell, each once. A range gives all numbers from its first to its last.
pub(super) fn read(text: &str, reading: &Reading<'_>) -> Vec<DocumentNumber> {
    static RANGE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"\b(?:([A-Z]+[0-9]*)[- ])?R ?([0-9]{1,3}) ?[-–—‑] ?(?:[A-Z]+[0-9]*[- ])?R ?([0-9]{1,3})\b",
        )
        .expect("the pattern is well formed")
    });
    let plain = with_dashes(text, reading.words);
    let mut numbers: Vec<DocumentNumber> = Vec::new();
    let mut add = |number: DocumentNumber| {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    };
    let mut from = 0;
    for found in RANGE.captures_iter(&plain) {
        let Some(whole) = found.get(0) else { continue };
        reading.distinct_numbers(&plain[from..whole.start()]).into_iter().for_each(&mut add);
        let (Ok(first), Ok(last)) = (found[2].parse::<u32>(), found[3].parse::<u32>()) else { continue };
        for number in (first..=last).take(MOST as usize) {
            let group = found.get(1).map(|group| group.as_str().to_owned());
            add(DocumentNumber { group, ..DocumentNumber::new(SERIES, number) });
        }
        from = whole.end();
    }
    reading.distinct_numbers(&plain[from..]).into_iter().for_each(&mut add);
    numbers
}

/// The text with dashes for the words of a range: `R1 to R5` → `R1 - R5`.
fn with_dashes(text: &str, words: &Vocabulary) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut from = 0;
    for hit in words.calendar.find(text).into_iter().filter(|hit| hit.key == Calendar::Range) {
        plain.push_str(&text[from..hit.range.start]);
        plain.push('-');
        from = hit.range.end;
    }
    plain.push_str(&text[from..]);
    plain
}
