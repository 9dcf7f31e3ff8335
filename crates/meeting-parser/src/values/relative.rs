//! Deadlines counted back from a meeting: *7 days before each meeting*, *one week prior to*, *за 7 дней до*
//!.

use std::ops::Range;

use jiff::Span as JiffSpan;
use jiff::civil::{Date, Weekday};

use crate::vocabulary::Span;
use crate::vocabulary::text::{Token, tokens};
use crate::vocabulary::{Calendar, Vocabulary};

/// How many tokens may stand between the length of time and its "before".
const NEAR: usize = 6;

/// A length of time before something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Days.
    pub days: u32,
    /// Calendar months.
    pub months: u32,
    /// Only days from Monday to Friday count.
    pub working: bool,
}

impl Before {
    /// The date that lies so long before another one.
    pub fn apply(&self, date: Date) -> Option<Date> {
        let date = date.checked_sub(JiffSpan::new().try_months(self.months).ok()?).ok()?;
        if !self.working {
            return date.checked_sub(JiffSpan::new().try_days(self.days).ok()?).ok();
        }
        (0..self.days.min(1000)).try_fold(date, |mut date, _| {
            loop {
                date = date.yesterday().ok()?;
                if !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) {
                    return Some(date);
                }
            }
        })
    }
}

/// Every such length of time in a text.
pub fn find(text: &str, words: &Vocabulary) -> Vec<Before> {
    let tokens = tokens(text);
    (0..tokens.len()).filter_map(|at| at_unit(text, &tokens, at, words)).collect()
}

/// The length of time whose unit (*days*) stands at a token.
fn at_unit(text: &str, tokens: &[Token], at: usize, words: &Vocabulary) -> Option<Before> {
    let unit = words.unit(&tokens[at].folded(text))?;
    let (working, at_number) = number_place(text, tokens, at, words);
    let number = at_number.and_then(|at| amount(text, &tokens[at], words).map(|number| (number, at)));
    let is_before = |at: usize| words.calendar.at_key(tokens, at, Calendar::Before).is_some();
    let first = number.map_or(at, |(_, place)| place);
    let said_before =
        (first.saturating_sub(NEAR)..first).rev().find(|&at| is_before(at) && !stops(tokens, at, first));
    let said_after =
        (at + 1..(at + 1 + NEAR).min(tokens.len())).find(|&to| is_before(to) && !stops(tokens, at, to));
    let (number, first) = match number {
        Some(found) => found,
        // Without a number the unit must stand directly after the word, and be one: "за неделю до".
        None => (1, first.checked_sub(1).filter(|&before| said_before == Some(before))?),
    };
    let last = said_after.unwrap_or(at);
    said_before.or(said_after)?;
    let Span { days, months } = unit;
    let working = working || (at + 1..last).any(|at| is_working(tokens, at, words));
    let range = tokens[first.min(at)].start..tokens[last].end;
    Some(Before { range, days: days.saturating_mul(number), months: months.saturating_mul(number), working })
}

/// The place of the number before a unit, over "working" and "calendar".
fn number_place(text: &str, tokens: &[Token], at: usize, words: &Vocabulary) -> (bool, Option<usize>) {
    let mut place = at.checked_sub(1);
    let mut working = false;
    for _ in 0..4 {
        let Some(here) = place else { break };
        if amount(text, &tokens[here], words).is_some() {
            return (working, Some(here));
        }
        let Some((from, is_working)) = qualifier(tokens, here, words) else { break };
        working |= is_working;
        place = from.checked_sub(1);
    }
    (working, None)
}

/// The phrase ("working", "calendar") that ends at a token: where it begins, and whether it says "working".
fn qualifier(tokens: &[Token], at: usize, words: &Vocabulary) -> Option<(usize, bool)> {
    if tokens[at].is(')') || tokens[at].is('-') || tokens[at].is('(') {
        return Some((at, false));
    }
    let ends = |from: usize, key| {
        words.calendar.at_key(tokens, from, key).is_some_and(|hit| hit.tokens.end == at + 1)
    };
    let known = |from| ends(from, Calendar::Working) || ends(from, Calendar::Qualifier);
    let from = (at.saturating_sub(2)..=at).find(|&from| known(from))?;
    Some((from, ends(from, Calendar::Working)))
}

/// "Working" and "business" days, in contrast to "calendar" ones.
fn is_working(tokens: &[Token], at: usize, words: &Vocabulary) -> bool {
    words.calendar.at_key(tokens, at, Calendar::Working).is_some()
}

fn amount(text: &str, token: &Token, words: &Vocabulary) -> Option<u32> {
    token.value(text).or_else(|| words.number(&token.folded(text))).filter(|&number| number <= 400)
}

/// A stop between two tokens parts them.
fn stops(tokens: &[Token], from: usize, to: usize) -> bool {
    tokens[from..to].iter().any(|t| ['.', ';', '\u{3002}', ':'].iter().any(|&mark| t.is(mark)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_in_six_languages() {
        let words = Vocabulary::get();
        let meeting = Date::constant(2026, 3, 25);
        for (text, date) in [
            ("Contributions are due 7 days before each meeting.", Date::constant(2026, 3, 18)),
            ("one week prior to the meeting", Date::constant(2026, 3, 18)),
            ("two weeks before", Date::constant(2026, 3, 11)),
            ("seven (7) calendar days before it", Date::constant(2026, 3, 18)),
            ("12 calendar days in advance of the session", Date::constant(2026, 3, 13)),
            ("5 working days before the session", Date::constant(2026, 3, 18)),
            ("a month ahead of the workshop", Date::constant(2026, 2, 25)),
            ("sept jours avant la réunion", Date::constant(2026, 3, 18)),
            ("7 días antes de la reunión", Date::constant(2026, 3, 18)),
            ("за 10 дней до собрания", Date::constant(2026, 3, 15)),
            ("за неделю до собрания", Date::constant(2026, 3, 18)),
            ("会议召开前7天", Date::constant(2026, 3, 18)),
            ("会前5个工作日", Date::constant(2026, 3, 18)),
            ("قبل أسبوعين من الاجتماع", Date::constant(2026, 3, 11)),
            ("قبل ٧ أيام من الاجتماع", Date::constant(2026, 3, 18)),
        ] {
            let found = find(text, words);
            assert_eq!(
                found.first().and_then(|before| before.apply(meeting)),
                Some(date),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn what_is_no_deadline() {
        let words = Vocabulary::get();
        for text in [
            "met for two days",
            "12 days. Before that",
            "the day after",
            "",
            "before the meeting of the week",
        ] {
            assert_eq!(find(text, words), [], "{text}");
        }
        let huge = Before { range: 0..0, days: u32::MAX, months: u32::MAX, working: false };
        assert_eq!(huge.apply(Date::constant(2026, 3, 25)), None);
    }
}
