//! Document numbers in running text.

use std::ops::Range;

use super::codes::{self, is_hyphen, is_space};
use super::grammar::{Seen, ends_well};
use super::head::{Head, MOST_DIGITS};
use super::{DocumentNumber, NumberGrammar};

/// A document number found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundNumber {
    /// The bytes of the text that it takes.
    pub range: Range<usize>,
    /// The number.
    pub number: DocumentNumber,
    /// The part of the document that is meant: `D.3`.
    pub part: Option<String>,
    /// The number as printed; within a list, the bare number alone.
    pub printed: String,
}

/// Finds the document numbers in a running text, with the words of English.
///
/// Every number of a list has its own place (`TDs 12, 13 and 15`); of a range, the two ends that are printed.
/// Recommendations, Questions, Resolutions and the like are not taken for documents.
pub fn find(text: &str) -> Vec<FoundNumber> {
    NumberGrammar::english().find(text)
}

impl NumberGrammar {
    /// Finds the document numbers in a running text, in order.
    pub fn find(&self, text: &str) -> Vec<FoundNumber> {
        let mut found = Vec::new();
        let (mut from, mut at) = (0, 0);
        while let Some(head) = self.heads.find(text, at) {
            at = match self.read(text, from, &head).filter(|seen| plausible(text, &head, seen)) {
                Some(seen) => {
                    from = self.take_list(text, seen, &mut found);
                    from
                }
                None => next_place(text, head.range.start),
            };
        }
        found
    }

    /// The first document number of a text, for which what follows it in a list need not be read.
    pub fn first(&self, text: &str) -> Option<FoundNumber> {
        let mut at = 0;
        while let Some(head) = self.heads.find(text, at) {
            if let Some(Seen { range, parsed, .. }) =
                self.read(text, 0, &head).filter(|seen| plausible(text, &head, seen))
            {
                let printed = text[range.clone()].to_owned();
                return Some(FoundNumber { range, number: parsed.number, part: parsed.part, printed });
            }
            at = next_place(text, head.range.start);
        }
        None
    }

    /// Adds a number and the rest of the list that it begins; gives the place where they end.
    fn take_list(&self, text: &str, first: Seen, found: &mut Vec<FoundNumber>) -> usize {
        let plural = first.plural;
        let bare = DocumentNumber {
            group: first.parsed.number.group.clone(),
            ..DocumentNumber::new(first.parsed.number.series.clone(), 0)
        };
        let mut seen = Some(first);
        let mut end = 0;
        while let Some(Seen { range, parsed, .. }) = seen {
            end = range.end;
            let printed = text[range.clone()].to_owned();
            found.push(FoundNumber { range, number: parsed.number, part: parsed.part, printed });
            if let Some(last) = range_end(text, end, &bare) {
                end = last.range.end;
                found.push(last);
            }
            seen = self.read_next(text, end, plural, &bare);
        }
        end
    }

    /// The next number of a list. After a singular only a revision goes on (`TD12, 13R1`): a bare number may
    /// count something else.
    fn read_next(&self, text: &str, end: usize, plural: bool, bare: &DocumentNumber) -> Option<Seen> {
        let (link, digits) = self.suffixes.next(&text[end..])?;
        let number = DocumentNumber { number: digits.parse().ok()?, ..bare.clone() };
        let start = end + link.len();
        let (after, parsed) = self.read_suffixes(text, start + digits.len(), number)?;
        let hyphen = link.contains(is_hyphen);
        let rest = &text[start + digits.len()..];
        // `TSAG-R1, 2 and 4`: reports of a group have small numbers, after which the list goes on or ends.
        let report = bare.series == "R"
            && bare.group.is_some()
            && !hyphen
            && digits.len() <= 2
            && self.ends_list(rest);
        let goes_on = plural || report || (!hyphen && rest.starts_with('R'));
        goes_on.then_some(Seen { range: start..after, parsed, plural })
    }
}

impl NumberGrammar {
    /// Whether a list goes on or ends before this text: a mark, a word between numbers, or nothing.
    fn ends_list(&self, rest: &str) -> bool {
        let rest = rest.trim_start_matches(is_space);
        rest.is_empty() || rest.starts_with([',', ';', '.', ')']) || self.suffixes.is_between(rest)
    }
}

/// The other end of a range of reports: `-R7` of `TSAG-R4-R7`.
fn range_end(text: &str, from: usize, bare: &DocumentNumber) -> Option<FoundNumber> {
    let rest = text[from..].strip_prefix(is_hyphen).filter(|_| bare.series == "R")?;
    let (digits, after) = codes::digits(rest.strip_prefix('R')?, MOST_DIGITS)?;
    let range = text.len() - rest.len()..text.len() - after.len();
    let number = DocumentNumber { number: digits.parse().ok().filter(|_| ends_well(after))?, ..bare.clone() };
    Some(FoundNumber { printed: text[range.clone()].to_owned(), range, number, part: None })
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit()
}

/// The place of the next character, from which to look on.
fn next_place(text: &str, start: usize) -> usize {
    start + text[start..].chars().next().map_or(1, char::len_utf8)
}

/// Whether a number that could stand here probably does.
fn plausible(text: &str, head: &Head, seen: &Seen) -> bool {
    let number = &seen.parsed.number;
    match number.series.as_str() {
        "C" if number.session.is_none() => plausible_contribution(text, head, seen),
        // `Document 1/46` of a study group of ITU-D: the number has no form here, and is not document 1.
        "DOC" => !text[seen.range.end..].strip_prefix('/').is_some_and(|rest| rest.starts_with(is_digit)),
        series if codes::is_bare(series) => true,
        // `Resolution ITU-R 1`, `Question ITU-R 205/5`: the Sector is no group, and what it numbers no document.
        _ if number.group.as_deref() == Some("ITU") => false,
        "LS" | "INFO" => number.group.is_some(),
        _ => {
            number.group.is_some() && text[..head.range.start].trim_end_matches(is_space).ends_with(is_hyphen)
        }
    }
}

/// A lone `C` is much else: an annex (`Annex C 3`), a clause (`C.1`), a temperature, a standard (`C-12-5`),
/// a series of its own (`C25/INF/4`).
fn plausible_contribution(text: &str, head: &Head, seen: &Seen) -> bool {
    let number = &seen.parsed.number;
    let word = head.singular.is_none_or(|word| word != "C");
    let many = head.number.len() > 1 || number.revision.is_some();
    let after = &text[head.range.end..];
    let dated =
        after.starts_with(is_hyphen) && after.chars().nth(1).is_some_and(|mark| mark.is_ascii_digit());
    let lettered = head.gap.starts_with(is_space) && !many && follows_name(&text[..seen.range.start]);
    let rest = text[seen.range.end..].strip_prefix('/').unwrap_or_default();
    // `C1/17` is Question 1 of Study Group 17 in French and Spanish.
    let question = rest.starts_with(|mark: char| mark.is_ascii_digit());
    let longer = rest.trim_start_matches(|mark: char| mark.is_ascii_uppercase()).starts_with('/');
    word || number.group.is_some()
        || !(question || longer || dated || lettered || (head.gap == "." && head.number.len() < 3))
}

/// Whether the word before is a capitalised one or a figure that the letter belongs to: `Annex C`, `20 C`.
fn follows_name(before: &str) -> bool {
    let trimmed = before.trim_end_matches(is_space);
    let word = trimmed.rsplit(|mark: char| !mark.is_alphanumeric()).next().unwrap_or_default();
    trimmed.len() < before.len() && word.starts_with(|mark: char| mark.is_uppercase() || mark.is_numeric())
}
