//! The zone of a time, as it is printed: an abbreviation (`CEST`, `UTC+2`) or a place (`Geneva time`).

use std::ops::Range;

use crate::vocabulary::text::{Kind, Token, tokens};
use crate::vocabulary::{Calendar, Vocabulary};

/// The first zone that a text names anywhere: `(all times are provided in Geneva time zone)`.
pub fn zone(text: &str, words: &Vocabulary) -> Option<String> {
    let tokens = tokens(text);
    (0..tokens.len())
        .find_map(|at| at_token(text, &tokens, at, words))
        .map(|(range, _)| text[range].to_owned())
}

/// The zone after a time, over a comma or an opening parenthesis, and the token after it.
pub(super) fn after(text: &str, tokens: &[Token], at: usize, words: &Vocabulary) -> (Option<String>, usize) {
    let opened = tokens.get(at).is_some_and(|t| t.is('('));
    let mark = usize::from(opened || tokens.get(at).is_some_and(|t| t.is(',')));
    match at_token(text, tokens, at + mark, words) {
        // The range of the time does not hold the zone; the reading goes on after it.
        Some((range, _)) => (Some(text[range].to_owned()), at),
        None => (None, at),
    }
}

/// Does an abbreviation of a zone stand here?
pub(super) fn is_after(tokens: &[Token], at: usize, words: &Vocabulary) -> bool {
    let opened = usize::from(tokens.get(at).is_some_and(|t| t.is('(')));
    words.calendar.at_key(tokens, at + opened, Calendar::Zone).is_some()
        || (at + opened..at + opened + 4)
            .any(|at| words.calendar.at_key(tokens, at, Calendar::TimeWord).is_some())
}

fn at_token(text: &str, tokens: &[Token], at: usize, words: &Vocabulary) -> Option<(Range<usize>, usize)> {
    abbreviation(text, tokens, at, words).or_else(|| place_before(text, tokens, at, words)).or_else(|| {
        let hit = words.calendar.at_key(tokens, at, Calendar::TimeOf)?;
        let apostrophe = usize::from(tokens.get(hit.tokens.end).is_some_and(|t| t.is('\'')));
        place(text, tokens, hit.tokens.end + apostrophe)
    })
}

/// `CEST`, `UTC`, `UTC+2`, `GMT +08:00`.
fn abbreviation(
    text: &str,
    tokens: &[Token],
    at: usize,
    words: &Vocabulary,
) -> Option<(Range<usize>, usize)> {
    let hit = words.calendar.at_key(tokens, at, Calendar::Zone)?;
    if !text[hit.range.clone()].chars().all(char::is_uppercase) {
        return None;
    }
    let next = hit.tokens.end;
    let signed = tokens.get(next).is_some_and(|t| t.is('+') || t.is('-'));
    let hours =
        tokens.get(next + 1).filter(|t| signed && !t.spaced && t.kind == Kind::Number && t.length <= 2);
    let Some(hours) = hours else { return Some((hit.range, next)) };
    let minutes = tokens.get(next + 2).filter(|t| t.is(':') && !t.spaced).and(tokens.get(next + 3));
    match minutes.filter(|t| t.kind == Kind::Number && !t.spaced) {
        Some(minutes) => Some((hit.range.start..minutes.end, next + 4)),
        None => Some((hit.range.start..hours.end, next + 2)),
    }
}

/// `Geneva time`, `Rio de Janeiro time zone`, `日内瓦时间`.
fn place_before(
    text: &str,
    tokens: &[Token],
    at: usize,
    words: &Vocabulary,
) -> Option<(Range<usize>, usize)> {
    let first = tokens.get(at).filter(|t| t.kind == Kind::Word)?;
    let characters = first.is_ideograph;
    if !characters && !is_capital(text, first) {
        return None;
    }
    for next in at + 1..(at + 7).min(tokens.len()) {
        if let Some(hit) = words.calendar.at_key(tokens, next, Calendar::TimeWord) {
            return Some((first.start..tokens[next - 1].end, hit.tokens.end));
        }
        let goes_on = tokens[next].kind == Kind::Word && tokens[next].is_ideograph == characters;
        let small = tokens[next].length <= 3;
        if !goes_on || (!characters && !is_capital(text, &tokens[next]) && !small) {
            return None;
        }
    }
    None
}

/// A place in capitals, after "heure de".
fn place(text: &str, tokens: &[Token], at: usize) -> Option<(Range<usize>, usize)> {
    let first = tokens.get(at).filter(|t| t.kind == Kind::Word)?;
    let cased = text[first.start..first.end].chars().any(|c| c.is_uppercase() || c.is_lowercase());
    (!cased || is_capital(text, first)).then_some((first.start..first.end, at + 1))
}

fn is_capital(text: &str, token: &Token) -> bool {
    text[token.start..token.end].starts_with(char::is_uppercase)
}
