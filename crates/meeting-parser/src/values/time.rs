//! Times of day and their zone: `0930-1045`, `14:30 – 17:30 hours`, `1400-1600 (CEST)`, `14h00`, `9.30 a.m.`,
//! `13:00 Geneva time`. The zone is given as printed (contract: `time_zone`).

mod zone;

use std::fmt;
use std::ops::Range;

pub use zone::zone;

use crate::vocabulary::text::{Kind, Token, has_digit, tokens};
use crate::vocabulary::{Calendar, Vocabulary};

/// A time of day; printed as `HH:MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// A time, or a range of times, found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTime {
    /// Its bytes in the text, without the zone.
    pub range: Range<usize>,
    /// The time, or the first of a range.
    pub start: Clock,
    /// The end of a range.
    pub end: Option<Clock>,
    /// The zone as printed: `CEST`, `Geneva`, `UTC+2`. A zone that is printed once in a text holds for all of it.
    pub zone: Option<String>,
}

/// How sure a single printed time is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `9:30`, `14h00`, `9 a.m.`, `0930 hours`: a time by itself.
    Sure,
    /// `0930`, `9.30`: a time in company of a word or of a second one.
    Bare,
    /// `14 h`, `2 hours`: a time in company of another one, else perhaps a length of time.
    Worded,
    /// `2` of `2-4 p.m.`: the hour alone.
    Hour,
}

struct Printed {
    hour: u32,
    minute: u32,
    form: Form,
    half: Option<Calendar>,
    next: usize,
}

/// Every time of a text, in its order.
pub fn find(text: &str, words: &Vocabulary) -> Vec<FoundTime> {
    if !has_digit(text) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match time_at(text, &tokens, at, words) {
            Some((time, next)) => {
                found.push(time);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    share_zone(text, &mut found, words);
    found
}

/// A zone that is printed once holds for every time of the text.
fn share_zone(text: &str, found: &mut [FoundTime], words: &Vocabulary) {
    let mut zones: Vec<String> = found.iter().filter_map(|time| time.zone.clone()).collect();
    zones.dedup();
    if zones.is_empty() && !found.is_empty() {
        zones.extend(zone(text, words));
    }
    if let [only] = zones.as_slice() {
        for time in found.iter_mut().filter(|time| time.zone.is_none()) {
            time.zone = Some(only.clone());
        }
    }
}

fn time_at(text: &str, tokens: &[Token], at: usize, words: &Vocabulary) -> Option<(FoundTime, usize)> {
    let first = printed(text, tokens, at, words).filter(|_| is_free(tokens, at))?;
    let second = range_mark(tokens, first.next, words)
        .and_then(|next| printed(text, tokens, next, words))
        .filter(|second| fits(tokens, at, &first, second, words));
    let (start, end, next) = match second {
        Some(second) => {
            let half = first.half.or(second.half.filter(|_| first.hour <= second.hour || second.hour == 12));
            let last = second.half.or(first.half.filter(|&half| half == Calendar::Afternoon));
            (in_half(&first, half)?, Some(in_half(&second, last)?), second.next)
        }
        None if first.form == Form::Sure => (in_half(&first, first.half)?, None, first.next),
        None => return None,
    };
    let next = after_hours(tokens, next, words);
    let (zone, next) = zone::after(text, tokens, next, words);
    let last = tokens.get(next.min(tokens.len()).checked_sub(1)?)?.end;
    Some((FoundTime { range: tokens[at].start..last, start, end, zone }, next))
}

/// A number is not part of a longer expression (`X.1300`, `-1430`, `+41`).
fn is_free(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| &tokens[at]) else { return true };
    match before.kind {
        _ if tokens[at].spaced => !before.is('+'),
        Kind::Number => false,
        Kind::Word => before.is_ideograph,
        Kind::Mark => ['(', '[', ',', ';', '"', '\u{3001}'].iter().any(|&mark| before.is(mark)),
    }
}

/// Are the two ends of a range times? Two bare numbers may be years or clauses.
fn fits(tokens: &[Token], at: usize, first: &Printed, second: &Printed, words: &Vocabulary) -> bool {
    let zoned = || {
        after_hours(tokens, second.next, words) > second.next || zone::is_after(tokens, second.next, words)
    };
    match (first.form, second.form) {
        (Form::Sure | Form::Worded, Form::Sure | Form::Worded) => true,
        (Form::Bare, Form::Bare) => {
            let year = |time: &Printed| (1950..2060).contains(&(time.hour * 100 + time.minute));
            let long = tokens[at].length == 4;
            (long && !(year(first) && year(second))) || zoned()
        }
        (Form::Hour | Form::Bare, Form::Sure) => {
            second.half.is_some() || (first.form == Form::Bare && first.hour < 24)
        }
        (Form::Sure, Form::Bare) => tokens[at].length <= 2,
        _ => false,
    }
}

/// One time that begins at a token.
fn printed(text: &str, tokens: &[Token], at: usize, words: &Vocabulary) -> Option<Printed> {
    let half_before = [Calendar::Morning, Calendar::Afternoon].into_iter().find_map(|half| {
        let hit = words.calendar.at_key(tokens, at, half)?;
        tokens[at].is_ideograph.then_some((half, hit.tokens.end))
    });
    let (half, at) = half_before.map_or((None, at), |(half, next)| (Some(half), next));
    let mut time = figures(text, tokens, at, words).filter(|time| time.hour <= 24 && time.minute < 60)?;
    let half_after = [Calendar::Morning, Calendar::Afternoon]
        .into_iter()
        .find_map(|half| words.calendar.at_key(tokens, time.next, half).map(|hit| (half, hit.tokens.end)));
    time.half = half;
    if let Some((half, next)) = half_after.filter(|_| time.hour <= 12) {
        let stop =
            usize::from(tokens.get(next).is_some_and(|t| t.is('.') && !t.spaced) && next + 1 < tokens.len());
        time.half = Some(half);
        time.form = Form::Sure;
        time.next = next + stop;
    } else if time.form == Form::Bare && after_hours(tokens, time.next, words) > time.next {
        time.form = Form::Sure;
    }
    Some(time)
}

fn figures(text: &str, tokens: &[Token], at: usize, words: &Vocabulary) -> Option<Printed> {
    let token = tokens.get(at)?;
    let value = token.value(text)?;
    let made = |hour, minute, form, next| Some(Printed { hour, minute, form, half: None, next });
    let two = |at: usize| {
        tokens.get(at).filter(|t| t.kind == Kind::Number && t.length == 2).and_then(|t| t.value(text))
    };
    if token.length == 4 {
        return made(value / 100, value % 100, Form::Bare, at + 1);
    }
    if token.length > 2 {
        return None;
    }
    let mark = tokens.get(at + 1)?;
    if let Some(minute) = two(at + 2).filter(|_| !mark.spaced && !tokens[at + 2].spaced) {
        let longer = tokens.get(at + 3).is_some_and(|t| !t.spaced && t.is('.'))
            && two(at + 4).is_some_and(|_| !tokens[at + 4].spaced);
        if mark.is(':') {
            return made(value, minute, Form::Sure, at + 3);
        }
        if mark.is('.') && !longer {
            return made(value, minute, Form::Bare, at + 3);
        }
    }
    let Some(hour) = words.calendar.at_key(tokens, at + 1, Calendar::Hours) else {
        return made(value, 0, Form::Hour, at + 1);
    };
    let next = hour.tokens.end;
    let next = next + usize::from(tokens.get(next).is_some_and(|t| t.is('.')) && two(next + 1).is_some());
    let touches = !mark.spaced && (mark.end - mark.start == 1 || mark.is_ideograph);
    let alone = if touches { Form::Sure } else { Form::Worded };
    let Some(minute) = two(next) else { return made(value, 0, alone, hour.tokens.end) };
    let after =
        words.calendar.at_key(tokens, next + 1, Calendar::Minutes).map_or(next + 1, |hit| hit.tokens.end);
    made(value, minute, Form::Sure, after)
}

/// The token after a dash or a word between the ends of a range.
fn range_mark(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<usize> {
    let at = after_hours(tokens, at, words);
    if tokens.get(at)?.is('-') || tokens[at].is('~') {
        return Some(at + 1);
    }
    let word =
        [Calendar::Range, Calendar::Until].into_iter().find_map(|key| words.calendar.at_key(tokens, at, key));
    word.map(|hit| hit.tokens.end)
}

/// The token after "hours".
fn after_hours(tokens: &[Token], at: usize, words: &Vocabulary) -> usize {
    words.calendar.at_key(tokens, at, Calendar::Hours).map_or(at, |hit| hit.tokens.end)
}

fn in_half(time: &Printed, half: Option<Calendar>) -> Option<Clock> {
    let hour = match half {
        Some(Calendar::Afternoon) if time.hour < 12 => time.hour + 12,
        Some(Calendar::Morning) if time.hour == 12 => 0,
        _ => time.hour,
    };
    clock(hour, time.minute)
}

fn clock(hour: u32, minute: u32) -> Option<Clock> {
    let hour = if hour == 24 && minute == 0 { 0 } else { hour };
    (hour < 24 && minute < 60).then_some(Clock { hour: hour as u8, minute: minute as u8 })
}

#[cfg(test)]
mod tests;
