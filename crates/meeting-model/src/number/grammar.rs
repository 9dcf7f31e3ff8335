//! How a document number is read where one may stand: the series and its number first, then to the left the
//! group, then to the right whatever follows.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::patterns::{self, is_hyphen, is_space};
use super::{DocumentNumber, NumberError, NumberWords, group};

/// The farthest that a group may begin before its series, in bytes.
const REACH: usize = 48;

/// A document number as it stood in a text, with the part of the document that was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedNumber {
    /// The number.
    pub number: DocumentNumber,
    /// The part of the document: `D.3`.
    pub part: Option<String>,
}

/// The grammar of document numbers with the words of one language or of several.
#[derive(Clone, Debug)]
pub struct NumberGrammar {
    pub(super) head: Regex,
    pub(super) next: Regex,
    pub(super) between: Regex,
    suffix: Regex,
    group: Regex,
    series: HashMap<String, String>,
    attachments: HashMap<String, String>,
    /// What stands before the digits of every number.
    pub(super) leads: Vec<String>,
}

/// A number where it stands, and whether a list may follow it.
pub(super) struct Seen {
    pub range: Range<usize>,
    pub parsed: ParsedNumber,
    pub plural: bool,
}

static ENGLISH: LazyLock<NumberGrammar> = LazyLock::new(|| {
    NumberGrammar::new(&NumberWords::english())
        .expect("the patterns of the English words are valid: a test makes them")
});

impl NumberGrammar {
    /// The grammar with these words. Fails only where the words make a pattern beyond all size.
    pub fn new(words: &NumberWords) -> Result<Self, regex::Error> {
        let series = words.plural_series.iter().chain(&words.series).rev().cloned().collect();
        Ok(Self {
            head: patterns::head(words)?,
            next: patterns::next(words)?,
            between: patterns::between(words)?,
            suffix: patterns::suffix(words)?,
            group: patterns::group()?,
            series,
            attachments: words.attachment.iter().rev().cloned().collect(),
            leads: patterns::leads(words),
        })
    }

    /// The grammar with the words of English, made once.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// Reads a text that is a document number and nothing else.
    pub fn parse(&self, text: &str) -> Result<ParsedNumber, NumberError> {
        let bare = text.trim();
        let bare = bare.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(bare);
        let whole = self.candidates(bare).find_map(|captures| {
            let seen = self.read(bare, 0, &captures)?;
            let before = bare[..seen.range.start].trim_end_matches(is_space);
            let named = before.is_empty() || self.series.contains_key(before);
            (named && seen.range.end == bare.len()).then_some(seen.parsed)
        });
        whole.ok_or_else(|| NumberError { text: text.to_owned() })
    }

    /// Every place at which a series and a number stand side by side, the first few of a text.
    fn candidates<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
        self.head.captures_iter(text).take(4)
    }

    /// Reads the number around a head; what stands before `from` belongs to an earlier one.
    pub(super) fn read(&self, text: &str, from: usize, head: &Captures) -> Option<Seen> {
        let matched = head.get(0)?.range();
        let series = self.series_of(head);
        if !fits(&series, head) {
            return None;
        }
        let digits = head.name("session_number").or(head.name("number"))?;
        let (start, group) = self.group_before(text, from, matched.start)?;
        let mut number = DocumentNumber::new(series, digits.as_str().parse().ok()?);
        // What an assembly or conference calls its documents are its contributions.
        let by_word = head.name("series").is_none_or(|printed| printed.as_str() != "DOC");
        if number.series == "DOC" && by_word && group.as_deref().is_some_and(is_event) {
            number.series = "C".to_owned();
        }
        number.group = group;
        number.session = head.name("session").and_then(|session| session.as_str().parse().ok());
        number.subgroup = head.name("inner").map(|subgroup| subgroup.as_str().to_owned());
        let (end, parsed) = self.read_suffixes(text, matched.end, number)?;
        Some(Seen { range: start..end, parsed, plural: head.name("plural").is_some() })
    }

    /// Reads what follows a number; nothing, where a letter or a decimal follows it in turn.
    pub(super) fn read_suffixes(
        &self,
        text: &str,
        mut end: usize,
        number: DocumentNumber,
    ) -> Option<(usize, ParsedNumber)> {
        let mut parsed = ParsedNumber { number, part: None };
        while let Some(suffix) = self.suffix.captures(&text[end..]) {
            let after = end + suffix[0].len();
            if !ends_well(&text[after..]) || !self.take(&suffix, &mut parsed) {
                break;
            }
            end = after;
        }
        ends_well(&text[end..]).then_some((end, parsed))
    }

    /// Adds a suffix to the number; false where the number has one of its sort or cannot have it.
    fn take(&self, suffix: &Captures, parsed: &mut ParsedNumber) -> bool {
        let named =
            |names: &[&str]| names.iter().find_map(|name| suffix.name(name)).map(|found| found.as_str());
        let number = &mut parsed.number;
        if let Some(revision) = named(&["revision", "revision_in"]) {
            // `TSAG-R2-R3` are two reports.
            if number.series == "R" && suffix[0].starts_with(is_hyphen) {
                return false;
            }
            return revision.parse().is_ok_and(|revision| number.revision.replace(revision).is_none());
        }
        if let Some(printed) = named(&["subgroup", "subgroup_in", "subgroup_after"]) {
            let fits = number.series == "TD" && number.subgroup.is_none() && !self.head.is_match(printed);
            if fits {
                number.subgroup = Some(subgroup(printed));
            }
            return fits;
        }
        if let Some(part) = named(&["part"]) {
            return parsed.part.replace(part.to_owned()).is_none();
        }
        let code = named(&["attached"]).and_then(|word| self.attachments.get(word).map(String::as_str));
        if let Some(code) = code.or(named(&["code"])) {
            let count = named(&["attached_number", "code_number"]).unwrap_or_default();
            number.attachments.push(format!("{code}{}", plain(count)));
        }
        true
    }

    /// Where the number begins and which group stands before its series; nothing, where the series is the
    /// tail of another word.
    fn group_before(&self, text: &str, from: usize, start: usize) -> Option<(usize, Option<String>)> {
        let window = window_start(text, from, start);
        if let Some(found) = self.group.captures(&text[window..start]) {
            let begin = window + found.get(0)?.start();
            let name = |name| found.name(name).map(|group| group.as_str());
            let group = match name("committee") {
                Some(committee) => format!("SG{}", plain(committee)),
                None => group::canonical(
                    name("joined").or(name("spaced")).filter(|group| !self.is_number(group))?,
                ),
            };
            if begins_well(&text[..begin]) {
                return Some((begin, Some(group)));
            }
        }
        let after_another = from > 0 && text[from..start].chars().all(|mark| is_hyphen(mark) || mark == '/');
        (after_another || begins_well(&text[..start])).then_some((start, None))
    }

    /// Whether a text is a series and its number, and so no group: `TD12` in `TD12-TD15`.
    fn is_number(&self, text: &str) -> bool {
        self.head.find(text).is_some_and(|found| found.len() == text.len())
    }

    /// The series that a head names, by code or by word.
    fn series_of(&self, head: &Captures) -> String {
        let word = head.name("plural").or(head.name("series")).map_or("C", |word| word.as_str());
        let folded: String = word.chars().map(|mark| if is_space(mark) { ' ' } else { mark }).collect();
        self.series.get(&folded).cloned().unwrap_or(folded)
    }
}

/// Whether a group is an assembly or conference: `WTSA-24`.
fn is_event(group: &str) -> bool {
    group.rsplit_once('-').is_some_and(|(name, year)| {
        year.len() == 2
            && year.bytes().all(|byte| byte.is_ascii_digit())
            && name.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}

/// Whether what stands between series and number may stand there: a slash only between `TD` and three digits
/// (`C/16` is a Question, `TD/2` the documents of Working Party 2), a hyphen never after a word (`RG-DT-1` is an
/// action) and always in the numbers of focus groups, a subgroup only in temporary documents.
fn fits(series: &str, head: &Captures) -> bool {
    let gap = head.name("gap").map_or("", |gap| gap.as_str());
    let hyphen = gap.starts_with(is_hyphen);
    let word = head.name("series").is_some_and(|printed| printed.as_str() != series);
    let many = head.name("number").is_some_and(|digits| digits.len() > 2);
    (gap != "/" || (series == "TD" && many))
        && !(hyphen && word)
        && (hyphen || !patterns::HYPHENATED.contains(&series))
        && (head.name("inner").is_none() || series == "TD")
}

/// The canonical subgroup: `G` is `GEN`, `P` is `PLEN`, `1` and `WP1/17` are `WP1`.
fn subgroup(printed: &str) -> String {
    let stem = printed.split('/').next().unwrap_or(printed);
    match stem {
        "G" => "GEN".to_owned(),
        "P" => "PLEN".to_owned(),
        _ => match stem.strip_prefix("WP").unwrap_or(stem).trim_start_matches(is_space) {
            count if count.bytes().all(|byte| byte.is_ascii_digit()) => format!("WP{}", plain(count)),
            _ => stem.to_owned(),
        },
    }
}

/// Digits without leading zeros.
fn plain(digits: &str) -> &str {
    let trimmed = digits.trim_start_matches('0');
    if trimmed.is_empty() { &digits[..digits.len().min(1)] } else { trimmed }
}

fn window_start(text: &str, from: usize, start: usize) -> usize {
    let near = start.saturating_sub(REACH).max(from);
    (near..=start).find(|&place| text.is_char_boundary(place)).unwrap_or(start)
}

/// Whether a character next to a number makes one word with it; ideographs are written without spaces.
fn is_of_word(mark: char) -> bool {
    mark.is_alphanumeric() && !matches!(mark, '\u{3400}'..='\u{9FFF}')
}

/// Whether a number may begin after this text: not within a word, a path or a decimal.
fn begins_well(before: &str) -> bool {
    let inside = |mark: char| is_of_word(mark) || is_hyphen(mark) || "_./\\@#=%&°+".contains(mark);
    before.chars().next_back().is_none_or(|mark| !inside(mark))
}

/// Whether a number may end before this text: no letter, digit or decimal follows.
fn ends_well(after: &str) -> bool {
    let mut marks = after.chars();
    match marks.next() {
        None => true,
        Some('.') => !marks.next().is_some_and(|mark| mark.is_ascii_digit()),
        Some(mark) => !(is_of_word(mark) || mark == '_'),
    }
}
