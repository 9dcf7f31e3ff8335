//! The timeline drawn: a mark for each day on a line.

use jiff::civil::{Date, date};
use jiff::{ToSpan, Unit};
use serde::Serialize;

/// At most so many ticks of months; with more of them, there is one for each year.
const MONTHS: usize = 14;

/// The line with its marks; places are in hundredths of its length.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Strip {
    pub ticks: Vec<Tick>,
    pub dots: Vec<Dot>,
}

/// The beginning of a month or a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Tick {
    pub at: String,
    /// `2026-03` or `2026`.
    pub text: String,
}

/// A day on which something is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Dot {
    pub at: String,
    /// What it is, for the style: `this`, `meeting`, `held`, `deadline`.
    pub mark: &'static str,
}

impl Strip {
    /// The strip of these days, in their order; none where they are not at least two. In a page that is read from right
    /// to left, time runs so as well.
    pub(super) fn of(days: &[(Date, &'static str)], right_to_left: bool) -> Option<Self> {
        let first = days.iter().map(|(day, _)| *day).min()?;
        let last = days.iter().map(|(day, _)| *day).max()?;
        let all = span(first, last).filter(|all| *all > 0)?;
        let at = |day: Date| {
            // A margin on both sides, so that no mark is cut.
            let tenths = 15 + span(first, day).unwrap_or(0) * 970 / all;
            let tenths = if right_to_left { 1000 - tenths } else { tenths };
            format!("{}.{}", tenths / 10, tenths % 10)
        };
        let ticks = ticks(first, last).into_iter().map(|(day, text)| Tick { at: at(day), text }).collect();
        let mut dots: Vec<Dot> = days.iter().map(|(day, mark)| Dot { at: at(*day), mark }).collect();
        // The meeting itself is drawn over what falls into it.
        dots.sort_by_key(|dot| dot.mark == "this");
        Some(Self { ticks, dots })
    }
}

fn span(from: Date, to: Date) -> Option<i64> {
    from.until((Unit::Day, to)).ok().map(|span| i64::from(span.get_days()))
}

/// The beginnings of the months within the days, or of the years, where the months are too many.
fn ticks(first: Date, last: Date) -> Vec<(Date, String)> {
    let month = |day: Date| (day, format!("{:04}-{:02}", day.year(), day.month()));
    let months: Vec<_> =
        beginnings(first.first_of_month(), 1.month(), first, last).take(MONTHS + 1).collect();
    if months.len() <= MONTHS {
        return months.into_iter().map(month).collect();
    }
    let years = beginnings(date(first.year(), 1, 1), 1.year(), first, last);
    years.map(|day| (day, day.year().to_string())).collect()
}

fn beginnings(from: Date, step: jiff::Span, first: Date, last: Date) -> impl Iterator<Item = Date> {
    let days = std::iter::successors(Some(from), move |day| day.checked_add(step).ok());
    days.skip_while(move |day| *day < first).take_while(move |day| *day <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_stand_where_they_fall() {
        let days = [(date(2027, 1, 1), "held"), (date(2027, 3, 1), "this"), (date(2027, 1, 31), "deadline")];
        let strip = Strip::of(&days, false).unwrap();
        let at: Vec<&str> = strip.dots.iter().map(|dot| dot.at.as_str()).collect();
        assert_eq!(at, ["1.5", "50.8", "98.5"]);
        let ticks: Vec<&str> = strip.ticks.iter().map(|tick| tick.text.as_str()).collect();
        assert_eq!(ticks, ["2027-01", "2027-02", "2027-03"]);
        assert_eq!(Strip::of(&days, true).unwrap().dots[0].at, "98.5");
    }

    #[test]
    fn of_many_months_the_years_are_told_and_one_day_is_no_line() {
        let days = [(date(2024, 6, 1), "held"), (date(2027, 3, 1), "this")];
        let ticks: Vec<String> =
            Strip::of(&days, false).unwrap().ticks.into_iter().map(|tick| tick.text).collect();
        assert_eq!(ticks, ["2025", "2026", "2027"]);
        assert!(Strip::of(&days[..1], false).is_none() && Strip::of(&[], false).is_none());
    }
}
