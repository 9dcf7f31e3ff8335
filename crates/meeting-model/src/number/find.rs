//! Document numbers in running text.

use std::ops::Range;

use regex::Captures;

use super::grammar::Seen;
use super::patterns::{self, is_hyphen, is_space};
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
        if !self.may_be_in(text) {
            return found;
        }
        while let Some(head) = self.head.captures_at(text, at) {
            let start = head.get(0).map_or(text.len(), |whole| whole.start());
            at = match self.read(text, from, &head).filter(|seen| plausible(text, &head, seen)) {
                Some(seen) => {
                    from = self.take_list(text, seen, &mut found);
                    from
                }
                None => next_place(text, start),
            };
        }
        found
    }

    /// Whether a text has digits after a word that leads numbers: a test that spares most texts the patterns.
    fn may_be_in(&self, text: &str) -> bool {
        let mut after_digit = false;
        text.bytes().enumerate().any(|(at, byte)| {
            let begins = byte.is_ascii_digit() && !after_digit;
            after_digit = byte.is_ascii_digit();
            begins && {
                let before = patterns::without_gap(&text[..at]);
                let last = before.as_bytes().last();
                self.leads
                    .iter()
                    .any(|lead| lead.as_bytes().last() == last && before.ends_with(lead.as_str()))
            }
        })
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
        let link = self.next.captures(&text[end..])?;
        let digits = link.name("number")?;
        let number = DocumentNumber { number: digits.as_str().parse().ok()?, ..bare.clone() };
        let (after, parsed) = self.read_suffixes(text, end + digits.end(), number)?;
        let hyphen = link.name("link").is_some_and(|link| link.as_str().contains(is_hyphen));
        let rest = &text[end + digits.end()..];
        // `TSAG-R1, 2 and 4`: reports of a group have small numbers, after which the list goes on or ends.
        let report = bare.series == "R"
            && bare.group.is_some()
            && !hyphen
            && digits.len() <= 2
            && self.ends_list(rest);
        let goes_on = plural || report || (!hyphen && rest.starts_with('R'));
        goes_on.then(|| Seen { range: end + digits.start()..after, parsed, plural })
    }
}

impl NumberGrammar {
    /// Whether a list goes on or ends before this text: a mark, a word between numbers, or nothing.
    fn ends_list(&self, rest: &str) -> bool {
        let rest = rest.trim_start_matches(is_space);
        rest.is_empty() || rest.starts_with([',', ';', '.', ')']) || self.between.is_match(rest)
    }
}

/// The other end of a range of reports: `-R7` of `TSAG-R4-R7`.
fn range_end(text: &str, from: usize, bare: &DocumentNumber) -> Option<FoundNumber> {
    let rest = text[from..].strip_prefix(is_hyphen).filter(|_| bare.series == "R")?;
    let start = text.len() - rest.len();
    let digits = rest.strip_prefix('R')?.bytes().take_while(u8::is_ascii_digit).count();
    let range = start..start + 1 + digits;
    let number = DocumentNumber { number: text[start + 1..range.end].parse().ok()?, ..bare.clone() };
    Some(FoundNumber { printed: text[range.clone()].to_owned(), range, number, part: None })
}

/// The place of the next character, from which to look on.
fn next_place(text: &str, start: usize) -> usize {
    start + text[start..].chars().next().map_or(1, char::len_utf8)
}

/// Whether a number that could stand here probably does.
fn plausible(text: &str, head: &Captures, seen: &Seen) -> bool {
    let number = &seen.parsed.number;
    let matched = head.get(0).map_or(0..0, |whole| whole.range());
    match number.series.as_str() {
        "C" if number.session.is_none() => plausible_contribution(text, head, seen),
        series if patterns::is_bare(series) => true,
        "LS" | "INFO" => number.group.is_some(),
        _ => number.group.is_some() && text[..matched.start].trim_end_matches(is_space).ends_with(is_hyphen),
    }
}

/// A lone `C` is much else: an annex (`Annex C 3`), a clause (`C.1`), a temperature, a standard (`C-12-5`),
/// a series of its own (`C25/INF/4`).
fn plausible_contribution(text: &str, head: &Captures, seen: &Seen) -> bool {
    let Some(digits) = head.name("number") else { return true };
    let number = &seen.parsed.number;
    let gap = head.name("gap").map_or("", |gap| gap.as_str());
    let word = head.name("series").is_none_or(|series| series.as_str() != "C");
    let many = digits.len() > 1 || number.revision.is_some();
    let dated = text[digits.end()..].starts_with(is_hyphen)
        && text[digits.end()..].chars().nth(1).is_some_and(|mark| mark.is_ascii_digit());
    let lettered = gap.starts_with(is_space) && !many && follows_name(&text[..seen.range.start]);
    let rest = text[seen.range.end..].strip_prefix('/').unwrap_or_default();
    // `C1/17` is Question 1 of Study Group 17 in French and Spanish.
    let question = rest.starts_with(|mark: char| mark.is_ascii_digit());
    let longer = rest.trim_start_matches(|mark: char| mark.is_ascii_uppercase()).starts_with('/');
    word || number.group.is_some()
        || !(question || longer || dated || lettered || (gap == "." && digits.len() < 3))
}

/// Whether the word before is a capitalised one or a figure that the letter belongs to: `Annex C`, `20 C`.
fn follows_name(before: &str) -> bool {
    let trimmed = before.trim_end_matches(is_space);
    let word = trimmed.rsplit(|mark: char| !mark.is_alphanumeric()).next().unwrap_or_default();
    trimmed.len() < before.len() && word.starts_with(|mark: char| mark.is_uppercase() || mark.is_numeric())
}
