//! Days, ranges of days, months and times, as a language writes them.

use jiff::civil::Date;
use meeting_model::{ClockTime, Meeting, Month};

use super::{Labels, fill};

impl Labels {
    /// `26 May 2025`
    pub fn day(&self, day: Date) -> String {
        self.dated(&self.dates.day, day, day)
    }

    /// `26-30 May 2025`, `26 May - 3 June 2025`; one day where both are the same.
    pub fn days(&self, first: Date, last: Date) -> String {
        if first == last {
            return self.day(first);
        }
        let pattern = match (first.year() == last.year(), first.month() == last.month()) {
            (true, true) => &self.dates.days,
            (true, false) => &self.dates.months,
            _ => return fill(&self.dates.years, &[("start", &self.day(first)), ("end", &self.day(last))]),
        };
        self.dated(pattern, first, last)
    }

    /// The days of a meeting of which one or both may be known.
    pub fn period(&self, first: Option<Date>, last: Option<Date>) -> String {
        match (first, last) {
            (Some(first), Some(last)) => self.days(first, last),
            (Some(day), None) | (None, Some(day)) => self.day(day),
            (None, None) => String::new(),
        }
    }

    /// `Geneva, 26-30 May 2025`; what is known of it.
    pub fn place_and_dates(&self, place: &str, dates: &str) -> String {
        match (place.is_empty(), dates.is_empty()) {
            (false, false) => fill(&self.dates.place_and_dates, &[("place", place), ("dates", dates)]),
            _ => format!("{place}{dates}"),
        }
    }

    /// `May 2025`
    pub fn month(&self, month: Month) -> String {
        let name = self.month_name(month.month());
        fill(&self.dates.month_and_year, &[("month", name), ("year", &month.year().to_string())])
    }

    /// `13:00-14:30`; what is known of it.
    pub fn times(&self, start: Option<ClockTime>, end: Option<ClockTime>) -> String {
        match (start, end) {
            (Some(start), Some(end)) => format!("{start}-{end}"),
            (Some(time), None) | (None, Some(time)) => time.to_string(),
            (None, None) => String::new(),
        }
    }

    /// `13:00-14:30, Geneva time`; `14:00-16:00 CET`
    pub fn times_with_zone(&self, meeting: &Meeting) -> String {
        let times = self.times(meeting.start_time, meeting.end_time);
        match meeting.time_zone.as_deref().filter(|_| !times.is_empty()) {
            Some(zone) if is_code(zone) => format!("{times} {zone}"),
            Some(zone) => format!("{times}, {}", self.zone(zone)),
            None => times,
        }
    }

    /// `CET` stands for itself, `Geneva` is a place that has a time.
    pub fn zone(&self, zone: &str) -> String {
        if is_code(zone) { zone.to_owned() } else { fill(&self.words.time_zone, &[("zone", zone)]) }
    }

    fn month_name(&self, month: u8) -> &str {
        self.dates.names.get(usize::from(month).wrapping_sub(1)).map_or("", String::as_str)
    }

    fn dated(&self, pattern: &str, first: Date, last: Date) -> String {
        let name = |day: Date| self.month_name(day.month().unsigned_abs());
        fill(
            pattern,
            &[
                ("day", &first.day().to_string()),
                ("month", name(first)),
                ("year", &first.year().to_string()),
                ("end_day", &last.day().to_string()),
                ("end_month", name(last)),
            ],
        )
    }
}

fn is_code(zone: &str) -> bool {
    zone.chars().all(|letter| letter.is_ascii_uppercase() || !letter.is_alphabetic())
}
