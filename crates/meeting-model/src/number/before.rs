//! The group before a series: `TSAG-`, `T25-SG17-251203-`, `COM 17 – `, `WTSA-24 `.

use super::codes::{digits, is_hyphen, is_space, skip};

/// A group as it is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Printed<'t> {
    /// The number of a study group, as the documents of committees have it.
    Committee(&'t str),
    /// The name.
    Name(&'t str),
}

/// The longest group with which a text ends, and the place where it begins.
pub(super) fn group(text: &str) -> Option<(usize, Printed<'_>)> {
    text.ends_with(|mark| is_hyphen(mark) || is_space(mark)).then_some(())?;
    let starts = text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_uppercase());
    starts.map(|(start, _)| start).find_map(|start| Some((start, printed(&text[start..])?)))
}

/// The group that a text is, and no more.
fn printed(text: &str) -> Option<Printed<'_>> {
    let joined = || text.strip_suffix(is_hyphen).filter(|name| is_joined(name));
    let spaced = || text.strip_suffix(is_space).filter(|name| is_spaced(name));
    committee(text).map(Printed::Committee).or_else(|| joined().or_else(spaced).map(Printed::Name))
}

/// `COM 17 – `
fn committee(text: &str) -> Option<&str> {
    let (number, rest) = digits(skip(text.strip_prefix("COM")?, is_space), 2)?;
    let rest = skip(rest, is_space).strip_prefix(is_hyphen)?;
    skip(rest, is_space).is_empty().then_some(number)
}

/// Whether a name is that of a group before a hyphen: capitals first, then anything between hyphens.
pub(super) fn is_joined(name: &str) -> bool {
    let mut parts = name.split(is_hyphen);
    let first = parts.next().unwrap_or_default().as_bytes();
    let is_capital = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let is_part = |part: &str| {
        part.as_bytes().first().is_some_and(is_capital)
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
    };
    first.len() > 1
        && first[0].is_ascii_uppercase()
        && first.iter().all(|byte| is_capital(byte) || *byte == b'.')
        && parts.all(is_part)
}

/// Whether a name is one that may stand before a space: `SG17`, `SG3RG-LAC`, `TSAG`, `WTSA-24`, `FG-AINN`.
fn is_spaced(name: &str) -> bool {
    let mut parts = name.split(is_hyphen);
    let (first, second) = (parts.next().unwrap_or_default(), parts.next());
    let is_capitals = |text: &str| text.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_regional = |text: &str| !text.is_empty() && is_capitals(text);
    let is_year = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_focus = |text: &str| {
        text.starts_with(|mark: char| mark.is_ascii_uppercase())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let study = first.strip_prefix("SG").and_then(|rest| digits(rest, 2));
    let is_study = study.is_some_and(|(_, rest)| is_capitals(rest)) && second.is_none_or(is_regional);
    let is_advisory =
        (3..=5).contains(&first.len()) && is_capitals(first) && first.ends_with("AG") && second.is_none();
    let is_event = (2..=5).contains(&first.len()) && is_capitals(first) && second.is_some_and(is_year);
    parts.next().is_none()
        && (is_study || is_advisory || is_event || (first == "FG" && second.is_some_and(is_focus)))
}
