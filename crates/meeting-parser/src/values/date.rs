//! Dates and ranges of dates in running text, in the six languages.

mod grammar;
#[cfg(test)]
mod tests;

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::date_symbols;
use crate::vocabulary::Vocabulary;
use crate::vocabulary::text::{has_digit, tokens};

/// A day as printed: the year may be missing (`Thursday January 25th`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_field_names, reason = "the day of the month is called so")]
pub struct Day {
    /// The year, printed here or with the other end of the range or the next date of the list.
    pub year: Option<i16>,
    /// The month.
    pub month: i8,
    /// The day of the month.
    pub day: i8,
    /// The day of the week, where it is printed.
    pub weekday: Option<Weekday>,
}

impl Day {
    /// The date, where the year is known.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// The date; a missing year is the one that brings it nearest to `near`, among those in which the printed
    /// day of the week is right, if any.
    pub fn resolve(self, near: Date) -> Option<Date> {
        if self.year.is_some() {
            return self.date();
        }
        let dates = (-4..=4)
            .filter_map(|years| Date::new(near.year().checked_add(years)?, self.month, self.day).ok());
        let distance = |date: &Date| (days_between(near, *date).abs(), *date);
        let right = |date: &Date| {
            self.weekday.is_none_or(|day| date.weekday() == day) && days_between(near, *date).abs() < 400
        };
        let fitting = dates.clone().filter(right).min_by_key(distance);
        fitting.or_else(|| dates.min_by_key(distance))
    }

    fn is_valid(self) -> bool {
        Date::new(self.year.unwrap_or(2024), self.month, self.day).is_ok()
    }
}

/// A date or a range of dates found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDates {
    /// Its bytes in the text. Of a list (`10, 17 and 24 March`) each day has its own; the last one has the month.
    pub range: Range<usize>,
    /// The first day.
    pub start: Day,
    /// The last day; that of a single date is its first.
    pub end: Day,
}

impl FoundDates {
    /// The first and the last day, where their year is known.
    pub fn dates(&self) -> Option<(Date, Date)> {
        Some((self.start.date()?, self.end.date()?))
    }

    /// The first and the last day; a missing year is taken from a date near them (the meeting's).
    pub fn resolve(&self, near: Date) -> Option<(Date, Date)> {
        let start = self.start.resolve(near)?;
        let end = self.end.resolve(start)?;
        (start <= end).then_some((start, end))
    }

    /// Is it a single day?
    pub fn is_single(&self) -> bool {
        (self.start.year, self.start.month, self.start.day) == (self.end.year, self.end.month, self.end.day)
    }
}

/// Every date and range of dates of a text, in its order.
pub fn find(text: &str, words: &Vocabulary) -> Vec<FoundDates> {
    if !has_digit(text) {
        return Vec::new();
    }
    let symbols = date_symbols::read(text, &tokens(text), words);
    grammar::dates(&symbols)
}

/// The first date of a text that has a year: its first and last day.
pub fn first(text: &str, words: &Vocabulary) -> Option<(Date, Date)> {
    find(text, words).iter().find_map(FoundDates::dates)
}

/// Days from one date to another.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}
