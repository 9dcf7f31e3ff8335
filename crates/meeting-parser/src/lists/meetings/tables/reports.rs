//! Reports of meetings in a table: numbers, and ranges of numbers (`TSAG-R2-R3`, `SG13-R1 to R5`).

use meeting_model::{DocumentNumber, FoundNumber};

use crate::found::Reading;
use crate::ranges;

/// The series of the reports of study groups.
const SERIES: char = 'R';

/// The numbers in a cell, each once. A range gives all numbers from its first to its last.
pub(super) fn read(text: &str, reading: &Reading<'_>) -> Vec<DocumentNumber> {
    let mut printed = reading.numbers(text);
    if printed.is_empty() {
        printed = alone(text, reading);
    }
    let mut numbers: Vec<DocumentNumber> = Vec::new();
    for found in ranges::spelled_out(text, printed, reading.words) {
        if !numbers.contains(&found.number) {
            numbers.push(found.number);
        }
    }
    numbers
}

/// Numbers without a group, which elsewhere mean nothing: `R1`.
fn alone(text: &str, reading: &Reading<'_>) -> Vec<FoundNumber> {
    let starts = text.match_indices(SERIES).map(|(at, _)| at);
    let begins = starts.filter(|&at| !text[..at].ends_with(char::is_alphanumeric));
    let found = begins.filter_map(|at| {
        let digits = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let range = at..at + 1 + digits;
        let parsed = reading.grammar.parse(&text[range.clone()]).ok()?;
        Some(FoundNumber {
            printed: text[range.clone()].to_owned(),
            range,
            number: parsed.number,
            part: None,
        })
    });
    found.collect()
}
