//! Times of day and months, as the contract writes them. Days are [`jiff::civil::Date`].

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// A text that is no time of day or no month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not of the form {form}")]
pub struct TimeError {
    /// The text as it was given.
    pub text: String,
    /// The form that was asked for: `HH:MM`, `YYYY-MM`.
    pub form: &'static str,
}

/// A time of day on the 24-hour clock, `HH:MM`, in the time zone that stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime {
    hour: u8,
    minute: u8,
}

impl ClockTime {
    /// The time, if there is one: hours from 0 to 23, minutes from 0 to 59.
    pub const fn new(hour: u8, minute: u8) -> Option<Self> {
        if hour < 24 && minute < 60 { Some(Self { hour, minute }) } else { None }
    }

    /// Hours since midnight, 0 to 23.
    pub const fn hour(self) -> u8 {
        self.hour
    }

    /// Minutes of the hour, 0 to 59.
    pub const fn minute(self) -> u8 {
        self.minute
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl FromStr for ClockTime {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        pair(text, 2, ':')
            .and_then(|(hour, minute)| Self::new(u8::try_from(hour).ok()?, minute))
            .ok_or_else(|| TimeError { text: text.to_owned(), form: "HH:MM" })
    }
}

text_form!(ClockTime, "ClockTime", { "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$", "description": "HH:MM, 24 hours" });

/// A month of a year, `YYYY-MM`: from when and until when somebody is in office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: u16,
    month: u8,
}

impl Month {
    /// The month, if there is one: years up to 9999, months from 1 to 12.
    pub const fn new(year: u16, month: u8) -> Option<Self> {
        if year <= 9999 && month >= 1 && month <= 12 { Some(Self { year, month }) } else { None }
    }

    /// The calendar year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month of the year, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }
}

impl From<Date> for Month {
    fn from(day: Date) -> Self {
        Self { year: day.year().unsigned_abs(), month: day.month().unsigned_abs() }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        pair(text, 4, '-')
            .and_then(|(year, month)| Self::new(year, month))
            .ok_or_else(|| TimeError { text: text.to_owned(), form: "YYYY-MM" })
    }
}

text_form!(Month, "Month", { "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$", "description": "YYYY-MM" });

/// Two numbers of `width` and 2 digits with a mark between them.
fn pair(text: &str, width: usize, mark: char) -> Option<(u16, u8)> {
    let (first, second) = text.split_once(mark)?;
    let digits = |part: &str, width| part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
    (digits(first, width) && digits(second, 2)).then_some(())?;
    Some((first.parse().ok()?, second.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day() {
        assert_eq!("09:05".parse(), Ok(ClockTime { hour: 9, minute: 5 }));
        assert_eq!(ClockTime::new(16, 30).unwrap().to_string(), "16:30");
        for wrong in ["24:00", "9:05", "09:60", "0905", "+9:05", "", "09:05:00"] {
            assert!(wrong.parse::<ClockTime>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn months() {
        assert_eq!("2026-02".parse(), Ok(Month { year: 2026, month: 2 }));
        assert_eq!(Month::from(jiff::civil::date(2026, 2, 28)).to_string(), "2026-02");
        assert_eq!(
            "2026-13".parse::<Month>().unwrap_err().to_string(),
            "`2026-13` is not of the form YYYY-MM"
        );
    }
}
