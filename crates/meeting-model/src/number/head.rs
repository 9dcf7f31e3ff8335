//! The series and its number, with which a document number is found: `TD 120`, `TD-GEN-0120`, `C24/59`.

use std::collections::HashMap;
use std::ops::Range;

use super::NumberWords;
use super::codes::{BARE, WITH_GROUP, before_word, digits, is_hyphen, is_space};

/// Digits of the longest number.
pub(super) const MOST_DIGITS: usize = 5;
/// Digits of a Council session, and of the longest number in one.
const SESSION_DIGITS: usize = 2;
const MOST_SESSION_DIGITS: usize = 4;

/// A series and its number where they stand.
#[derive(Clone, Debug)]
pub(super) struct Head<'t> {
    pub range: Range<usize>,
    /// The code of the series.
    pub series: &'t str,
    /// The word for one document, as the vocabulary has it.
    pub singular: Option<&'t str>,
    /// The word was one for several documents.
    pub is_plural: bool,
    /// What stands between the series and the number.
    pub gap: &'t str,
    /// The subgroup between hyphens that stands there instead.
    pub inner: Option<&'t str>,
    /// The session of a Council document.
    pub session: Option<&'t str>,
    pub number: &'t str,
}

/// The words of series by which heads are found: by their last bytes, those for several documents first, then the longest.
#[derive(Clone, Debug)]
pub(super) struct Heads(Vec<Vec<Word>>);

#[derive(Clone, Debug)]
struct Word {
    text: String,
    series: String,
    is_plural: bool,
}

/// What may stand before the digits of a number: where the word before it ends, and what it is.
struct Gap<'t> {
    end: usize,
    text: &'t str,
    inner: Option<&'t str>,
}

impl Heads {
    pub(super) fn new(words: &NumberWords) -> Self {
        let known: HashMap<&str, &str> = words
            .plural_series
            .iter()
            .chain(&words.series)
            .rev()
            .map(|(word, code)| (&**word, &**code))
            .collect();
        let codes = BARE.iter().chain(WITH_GROUP).copied();
        let singular = sorted(codes.chain(words.series.iter().map(|(word, _)| word.as_str())));
        let plural = sorted(words.plural_series.iter().map(|(word, _)| word.as_str()));
        let word = |text: &str, is_plural| Word {
            text: text.to_owned(),
            series: known.get(text).map_or(text, |code| code).to_owned(),
            is_plural,
        };
        let words = plural
            .into_iter()
            .map(|text| word(text, true))
            .chain(singular.into_iter().map(|text| word(text, false)));
        let mut by_end = vec![Vec::new(); 256];
        for word in words {
            if let Some(&last) = word.text.as_bytes().last() {
                by_end[usize::from(last)].push(word);
            }
        }
        Self(by_end)
    }

    /// The words with which a text may end.
    fn ending(&self, text: &str) -> &[Word] {
        text.as_bytes().last().map_or(&[], |last| &self.0[usize::from(*last)])
    }

    /// The first head that begins at or after a place.
    pub(super) fn find<'t>(&'t self, text: &'t str, from: usize) -> Option<Head<'t>> {
        let bytes = text.as_bytes();
        let mut at = from;
        while let Some(start) = next_digit(bytes, at) {
            if let Some(head) = self.before(text, from, start) {
                return Some(head);
            }
            at = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        }
        None
    }

    /// The first head, at or after a place, whose number begins at another.
    fn before<'t>(&'t self, text: &'t str, from: usize, start: usize) -> Option<Head<'t>> {
        let mut first = session(text, from, start);
        for gap in gaps(text, start) {
            // `TDs: 12, 13`.
            let listed = text[..gap.end].strip_suffix(':');
            let before = listed.unwrap_or(&text[..gap.end]);
            for word in self.ending(before).iter().filter(|word| listed.is_none() || word.is_plural) {
                let Some(begin) = before_word(before, &word.text).map(str::len) else { continue };
                if begin >= from && first.as_ref().is_none_or(|head| begin < head.range.start) {
                    first = Some(word.head(text, begin, start, &gap));
                }
            }
        }
        first
    }
}

impl Word {
    fn head<'t>(&'t self, text: &'t str, begin: usize, start: usize, gap: &Gap<'t>) -> Head<'t> {
        let number = digits(&text[start..], MOST_DIGITS).map_or("", |(digits, _)| digits);
        Head {
            range: begin..start + number.len(),
            series: &self.series,
            singular: (!self.is_plural).then_some(&self.text),
            is_plural: self.is_plural,
            gap: gap.text,
            inner: gap.inner,
            session: None,
            number,
        }
    }
}

/// The first digit at or after a place. A piece is searched at once, with no early end, and most have none.
fn next_digit(bytes: &[u8], mut at: usize) -> Option<usize> {
    const PIECE: usize = 16;
    while let Some(piece) = bytes.get(at..at + PIECE) {
        if piece.iter().fold(false, |has, byte| has | byte.is_ascii_digit()) {
            break;
        }
        at += PIECE;
    }
    bytes[at..].iter().position(u8::is_ascii_digit).map(|distance| at + distance)
}

/// The longest words first.
fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
    words
}

/// A Council document: `C24/59`.
fn session(text: &str, from: usize, start: usize) -> Option<Head<'_>> {
    let begin = start.checked_sub(1).filter(|&begin| begin >= from && text.as_bytes()[begin] == b'C')?;
    let (session, rest) = digits(&text[start..], SESSION_DIGITS).filter(|(session, _)| session.len() == 2)?;
    let (number, rest) = digits(rest.strip_prefix('/')?, MOST_SESSION_DIGITS)?;
    Some(Head {
        range: begin..text.len() - rest.len(),
        series: "C",
        singular: None,
        is_plural: false,
        gap: "",
        inner: None,
        session: Some(session),
        number,
    })
}

/// What may stand between a word and the digits at a place: nothing, up to two spaces, one mark, a subgroup.
fn gaps(text: &str, start: usize) -> impl Iterator<Item = Gap<'_>> {
    let none = Gap { end: start, text: "", inner: None };
    let before = &text[..start];
    let of = |rest: &str| Gap { end: rest.len(), text: &text[rest.len()..start], inner: None };
    let space = before.strip_suffix(is_space);
    let spaces = space.and_then(|rest| rest.strip_suffix(is_space));
    let hyphen = before.strip_suffix(is_hyphen);
    let mark = before.strip_suffix(['.', '/']);
    let inner =
        hyphen.and_then(subgroup_before).map(|(end, inner)| Gap { end, text: "", inner: Some(inner) });
    [Some(none), space.map(of), spaces.map(of), hyphen.map(of), mark.map(of), inner].into_iter().flatten()
}

/// The subgroup after a hyphen with which a text ends, and where the hyphen begins.
fn subgroup_before(text: &str) -> Option<(usize, &str)> {
    let by_name = ["GEN", "PLEN"].iter().find_map(|name| text.strip_suffix(name));
    let by_number = || text.strip_suffix(|mark: char| mark.is_ascii_digit())?.strip_suffix("WP");
    let before = by_name.or_else(by_number)?;
    Some((before.strip_suffix(is_hyphen)?.len(), &text[before.len()..]))
}
