//! ITU file names: `T25-TSAG-250526-TD-GEN-0104!R1!MSW-E.docx`, `sp18-sg05-oLS-00012.docx`.
//!
//! A name is `sector period "-" group ["-" yymmdd] "-" ("TD-" subgroup | series) "-" number`, then
//! `"!" [modifier {"-" modifier}] "!" format "-" language`. Modifiers are `R1` (revision), `A30` (addendum),
//! `C1` (corrigendum), `N02` (annex), `Att1` (attachment); others are kept as they are.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

use crate::{Language, Sector};

mod numbers;
#[cfg(test)]
mod tests;

/// The name of a file on the ITU servers, taken apart. [`Display`](fmt::Display) puts it together again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileName {
    /// The sector; none in the names of liaison statements of the form `sp18-sg05-oLS-00012`.
    pub sector: Option<Sector>,
    /// The year in which the study period began, in two digits; `18` in `sp18`.
    pub period: u8,
    /// The group as the name writes it: `TSAG`, `WTSA.24`, `SG01`, `sg05`.
    pub group: String,
    /// The first day of the meeting.
    pub meeting_date: Option<Date>,
    /// The series: `TD`, `C`, `R`, `oLS`.
    pub series: String,
    /// The subgroup of a temporary document: `GEN`, `PLEN`, `WP1`.
    pub subgroup: Option<String>,
    /// The number within the series.
    pub number: u32,
    /// The modifiers as the name writes them: `R1`, `N02`.
    pub modifiers: Vec<String>,
    /// The file format: `MSW`, `PDF`, `ZIP`; none where the name ends with the number.
    pub format: Option<String>,
    /// The letter of the language: `E`.
    pub language: Option<String>,
    /// The number that a browser has given to a second copy: 1 in `… (1).docx`.
    pub copy: Option<u16>,
    /// The file extension, without its dot.
    pub extension: Option<String>,
}

impl FileName {
    /// The language, where its letter is one of the official ones.
    pub fn language_of(&self) -> Option<Language> {
        let letter = self.language.as_deref()?;
        Language::ALL.iter().copied().find(|language| language.letter() == letter)
    }
}

impl Language {
    /// The letter that stands for the language in file names and on covers: `E`, `F`, `S`, `A`, `C`, `R`.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::English => "E",
            Self::French => "F",
            Self::Spanish => "S",
            Self::Arabic => "A",
            Self::Chinese => "C",
            Self::Russian => "R",
        }
    }
}

/// A text that is not built as an ITU file name is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no ITU file name")]
pub struct FileNameError {
    /// The text as it was given.
    pub text: String,
}

const TAIL: &str = r"(?: \((?<copy>[1-9][0-9]{0,2})\))?(?:\.(?<extension>[A-Za-z0-9]{1,5}))?$";

static STANDARD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"^(?<sector>[TRDS])(?<period>[0-9]{2})-(?<group>[A-Z][A-Za-z0-9.]*(?:-[A-Z][A-Za-z0-9.]*)*?)",
        r"(?:-(?<date>[0-9]{6}))?-(?:TD-(?<subgroup>[A-Z0-9.]+)|(?<series>[A-Za-z]+))-(?<number>[0-9]{4}|[1-9][0-9]{4})",
        r"(?:!(?<modifiers>[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)?(?:!(?<format>[A-Z0-9]+)(?:-(?<language>[A-Z]+))?)?)?",
        TAIL,
    ])
});

static LIAISON: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&[
        r"^sp(?<period>[0-9]{2})-(?<group>[a-z][a-z0-9.]*)-(?<series>[A-Za-z]+)-(?<number>[0-9]{5})",
        TAIL,
    ])
});

fn pattern(pieces: &[&str]) -> Regex {
    Regex::new(&pieces.concat()).expect("the pattern is constant: a test makes it")
}

impl FromStr for FileName {
    type Err = FileNameError;

    fn from_str(text: &str) -> Result<Self, FileNameError> {
        let captures = STANDARD.captures(text).or_else(|| LIAISON.captures(text));
        captures
            .and_then(|captures| take_apart(&captures))
            .filter(|name| name.to_string() == text)
            .ok_or_else(|| FileNameError { text: text.to_owned() })
    }
}

fn take_apart(captures: &Captures) -> Option<FileName> {
    let part = |name| captures.name(name).map(|part| part.as_str().to_owned());
    let meeting_date = match part("date") {
        Some(digits) => Some(day(&digits)?),
        None => None,
    };
    Some(FileName {
        sector: part("sector").as_deref().and_then(sector),
        period: part("period")?.parse().ok()?,
        group: part("group")?,
        meeting_date,
        series: part("series").unwrap_or_else(|| "TD".to_owned()),
        subgroup: part("subgroup"),
        number: part("number")?.parse().ok()?,
        modifiers: part("modifiers")
            .map(|all| all.split('-').map(str::to_owned).collect())
            .unwrap_or_default(),
        format: part("format"),
        language: part("language"),
        copy: part("copy").and_then(|count| count.parse().ok()),
        extension: part("extension"),
    })
}

fn sector(letter: &str) -> Option<Sector> {
    Sector::ALL.iter().copied().find(|&sector| sector_letter(sector) == letter)
}

const fn sector_letter(sector: Sector) -> &'static str {
    match sector {
        Sector::Standardization => "T",
        Sector::Radiocommunication => "R",
        Sector::Development => "D",
        Sector::Union => "S",
    }
}

/// The day of six digits `yymmdd`; the ITU server has nothing older than 1980.
fn day(digits: &str) -> Option<Date> {
    let pair = |from: usize| digits.get(from..from + 2)?.parse::<i16>().ok();
    let year = pair(0)?;
    let century = if year < 80 { 2000 } else { 1900 };
    Date::new(century + year, i8::try_from(pair(2)?).ok()?, i8::try_from(pair(4)?).ok()?).ok()
}

impl fmt::Display for FileName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(sector) = self.sector else {
            write!(out, "sp{:02}-{}-{}-{:05}", self.period, self.group, self.series, self.number)?;
            return self.write_tail(out);
        };
        write!(out, "{}{:02}-{}", sector_letter(sector), self.period, self.group)?;
        if let Some(day) = self.meeting_date {
            write!(out, "-{:02}{:02}{:02}", day.year() % 100, day.month(), day.day())?;
        }
        write!(out, "-{}", self.series)?;
        if let Some(subgroup) = &self.subgroup {
            write!(out, "-{subgroup}")?;
        }
        write!(out, "-{:04}", self.number)?;
        if self.format.is_some() || !self.modifiers.is_empty() {
            write!(out, "!{}", self.modifiers.join("-"))?;
        }
        if let Some(format) = &self.format {
            write!(out, "!{format}")?;
        }
        if let Some(language) = &self.language {
            write!(out, "-{language}")?;
        }
        self.write_tail(out)
    }
}

impl FileName {
    fn write_tail(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(copy) = self.copy {
            write!(out, " ({copy})")?;
        }
        self.extension.iter().try_for_each(|extension| write!(out, ".{extension}"))
    }
}

text_form!(FileName, "FileName", { "description": "The name of a file on the ITU servers" });
