//! How a document number is read where one may stand: the series and its number first, then to the left the
//! group, then to the right whatever follows.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::before::{self, Printed};
use super::codes::{HYPHENATED, is_hyphen, is_space};
use super::head::{Head, Heads};
use super::suffix::{Suffix, Suffixes};
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
    pub(super) heads: Heads,
    pub(super) suffixes: Suffixes,
    /// Words of series, and what they mean.
    series: HashMap<String, String>,
    attachments: HashMap<String, String>,
}

/// A number where it stands, and whether a list may follow it.
pub(super) struct Seen {
    pub range: Range<usize>,
    pub parsed: ParsedNumber,
    pub plural: bool,
}

static ENGLISH: LazyLock<NumberGrammar> = LazyLock::new(|| NumberGrammar::new(&NumberWords::english()));

impl NumberGrammar {
    /// The grammar with these words.
    pub fn new(words: &NumberWords) -> Self {
        Self {
            heads: Heads::new(words),
            suffixes: Suffixes::new(words),
            series: words.plural_series.iter().chain(&words.series).rev().cloned().collect(),
            attachments: words.attachment.iter().rev().cloned().collect(),
        }
    }

    /// The grammar with the words of English, made once.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// Reads a text that is a document number and nothing else.
    pub fn parse(&self, text: &str) -> Result<ParsedNumber, NumberError> {
        let bare = text.trim();
        let bare = bare.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')).unwrap_or(bare);
        let whole = self.candidates(bare).find_map(|head| {
            let seen = self.read(bare, 0, &head)?;
            let before = bare[..seen.range.start].trim_end_matches(is_space);
            let named = before.is_empty() || self.series.contains_key(before);
            (named && seen.range.end == bare.len()).then_some(seen.parsed)
        });
        whole.ok_or_else(|| NumberError { text: text.to_owned() })
    }

    /// Every place at which a series and a number stand side by side and a number may begin with the text: behind a
    /// word and a group.
    fn candidates<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Head<'t>> {
        let first = self.heads.find(text, 0);
        std::iter::successors(first, |head| self.heads.find(text, head.range.end))
            .take_while(|head| head.range.start <= 2 * REACH)
    }

    /// Reads the number around a head; what stands before `from` belongs to an earlier one.
    pub(super) fn read(&self, text: &str, from: usize, head: &Head) -> Option<Seen> {
        if !fits(head) {
            return None;
        }
        let (start, group) = self.group_before(text, from, head.range.start)?;
        let mut number = DocumentNumber::new(head.series, head.number.parse().ok()?);
        // What an assembly or conference calls its documents are its contributions.
        let by_word = head.singular.is_none_or(|word| word != "DOC");
        if number.series == "DOC" && by_word && group.as_deref().is_some_and(is_event) {
            number.series = "C".to_owned();
        }
        number.group = group;
        number.session = head.session.and_then(|session| session.parse().ok());
        number.subgroup = head.inner.map(str::to_owned);
        let (end, parsed) = self.read_suffixes(text, head.range.end, number)?;
        Some(Seen { range: start..end, parsed, plural: head.is_plural })
    }

    /// Reads what follows a number; nothing, where a letter or a decimal follows it in turn.
    pub(super) fn read_suffixes(
        &self,
        text: &str,
        mut end: usize,
        number: DocumentNumber,
    ) -> Option<(usize, ParsedNumber)> {
        let mut parsed = ParsedNumber { number, part: None };
        while let Some((suffix, rest)) = self.suffixes.read(&text[end..]) {
            let after = text.len() - rest.len();
            if !ends_well(rest) || !self.take(suffix, &text[end..after], &mut parsed) {
                break;
            }
            end = after;
        }
        ends_well(&text[end..]).then_some((end, parsed))
    }

    /// Adds a suffix to the number; false where the number has one of its sort or cannot have it.
    fn take(&self, suffix: Suffix, printed: &str, parsed: &mut ParsedNumber) -> bool {
        let number = &mut parsed.number;
        let mut attach = |code: &str, count| {
            number.attachments.push(format!("{code}{}", plain(count)));
            true
        };
        match suffix {
            // `TSAG-R2-R3` are two reports.
            Suffix::Revision(_) if number.series == "R" && printed.starts_with(is_hyphen) => false,
            Suffix::Revision(revision) => {
                revision.parse().is_ok_and(|revision| number.revision.replace(revision).is_none())
            }
            Suffix::Subgroup(name) => {
                let fits =
                    number.series == "TD" && number.subgroup.is_none() && self.heads.find(name, 0).is_none();
                if fits {
                    number.subgroup = Some(subgroup(name));
                }
                fits
            }
            Suffix::Part(part) => parsed.part.replace(part.to_owned()).is_none(),
            Suffix::Attached(word, count) => {
                attach(self.attachments.get(word).map_or(word, String::as_str), count)
            }
            Suffix::Code(code, count) => attach(code, count),
            Suffix::Silent => true,
        }
    }

    /// Where the number begins and which group stands before its series; nothing, where the series is the
    /// tail of another word.
    fn group_before(&self, text: &str, from: usize, start: usize) -> Option<(usize, Option<String>)> {
        let window = window_start(text, from, start);
        if let Some((begin, printed)) = before::group(&text[window..start]) {
            let begin = window + begin;
            let group = match printed {
                Printed::Committee(number) => format!("SG{}", plain(number)),
                Printed::Name(name) => group::settled(name).filter(|group| !self.holds_number(group))?,
            };
            if begins_well(&text[..begin]) {
                return Some((begin, Some(group)));
            }
        }
        let after_another = from > 0 && text[from..start].chars().all(|mark| is_hyphen(mark) || mark == '/');
        (after_another || begins_well(&text[..start])).then_some((start, None))
    }

    /// Whether a series and its number are among the parts of a name, so that it is no group: `TD12` in `TD12-TD15`.
    fn holds_number(&self, name: &str) -> bool {
        let is_part = |range: &Range<usize>| {
            let (before, after) = (&name[..range.start], &name[range.end..]);
            (before.is_empty() || before.ends_with('-')) && (after.is_empty() || after.starts_with('-'))
        };
        let first = self.heads.find(name, 0);
        let mut heads = std::iter::successors(first, |head| self.heads.find(name, head.range.end));
        heads.any(|head| is_part(&head.range))
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
fn fits(head: &Head) -> bool {
    let hyphen = head.gap.starts_with(is_hyphen);
    let word = head.singular.is_some_and(|word| word != head.series);
    let many = head.session.is_none() && head.number.len() > 2;
    (head.gap != "/" || (head.series == "TD" && many))
        && !(hyphen && word)
        && (hyphen || !HYPHENATED.contains(&head.series))
        && (head.inner.is_none() || head.series == "TD")
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
pub(super) fn ends_well(after: &str) -> bool {
    let mut marks = after.chars();
    match marks.next() {
        None => true,
        Some('.') => !marks.next().is_some_and(|mark| mark.is_ascii_digit()),
        Some(mark) => !(is_of_word(mark) || mark == '_'),
    }
}
