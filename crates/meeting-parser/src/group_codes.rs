//! Codes of bodies of the Union where they stand in texts: `SG17`, `WP2/13`, `RG-WM`, `Q8/17`, `TSAG`.
//!
//! Members and their companies have names, not codes.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::vocabulary::text::digit;
use crate::vocabulary::{Bodies, Vocabulary};

fn bodies() -> &'static Bodies {
    &Vocabulary::get().bodies
}

/// The codes in a text, with their places.
pub(crate) fn find(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let range = next(text, from)?;
        from = range.end;
        Some((range.clone(), &text[range]))
    })
}

/// The first code at or after a place.
fn next(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let begins = |at: usize| {
        let follows = bytes.get(at + 1).is_some_and(|next| match bytes[at] {
            b'Q' => *next == b' ' || !next.is_ascii_alphabetic(),
            _ => next.is_ascii_uppercase(),
        });
        follows && bytes[at].is_ascii_uppercase() && !text[..at].ends_with(is_of_word)
    };
    (from..bytes.len()).filter(|&at| begins(at)).find_map(|at| {
        let rest = &text[at..];
        let end = bytes.len() - after_code(rest)?.len();
        Some(at..end)
    })
}

/// What stands after the code with which a text begins.
fn after_code(text: &str) -> Option<&str> {
    match text.as_bytes().first()? {
        b'S' | b'I' if text.starts_with("SG") || text.starts_with("ITU-") => {
            regional_group(text).or_else(|| study_group(text))
        }
        b'W' if text.starts_with("WP") => working_party(text),
        b'W' if text.starts_with("WG") => working_group(text),
        b'Q' => question(text),
        _ => named(text).or_else(|| alone(text)).or_else(|| event(text)),
    }
}

/// `SG3RG-LAC`
fn regional_group(text: &str) -> Option<&str> {
    let region = number(text.strip_prefix("SG")?)?.strip_prefix("RG-")?;
    let rest = region.trim_start_matches(|mark: char| mark.is_ascii_uppercase());
    (rest.len() < region.len()).then(|| whole(rest)).flatten()
}

/// `SG17`, `ITU-T SG 17`
fn study_group(text: &str) -> Option<&str> {
    let sector = text.strip_prefix("ITU-").and_then(|rest| rest.strip_prefix(['T', 'R', 'D']));
    let bare = sector.map_or(Some(text), |rest| rest.strip_prefix(' '))?;
    whole(number(spaced(bare.strip_prefix("SG")?))?)
}

/// `WP1`, `WP3M`, `WP2/13`, `WP1/TSAG`
fn working_party(text: &str) -> Option<&str> {
    let after = number(spaced(text.strip_prefix("WP")?))?;
    let lettered = after.strip_prefix(|mark: char| mark.is_ascii_uppercase());
    [lettered, Some(after)].into_iter().flatten().find_map(|rest| of_group(rest).or_else(|| whole(rest)))
}

/// `/13`, `/TSAG`
fn of_group(text: &str) -> Option<&str> {
    let of = text.strip_prefix('/')?;
    number(of).and_then(whole).or_else(|| {
        let mut advisory = bodies().advisory().filter_map(|name| of.strip_prefix(name));
        advisory.find_map(whole)
    })
}

/// `WG1`, `WG1/2`
fn working_group(text: &str) -> Option<&str> {
    let after = number(spaced(text.strip_prefix("WG")?))?;
    let of_group = after.strip_prefix('/').and_then(number).and_then(whole);
    of_group.or_else(|| whole(after))
}

/// `Q8/17`
fn question(text: &str) -> Option<&str> {
    let after = number(spaced(text.strip_prefix('Q')?))?;
    whole(number(after.strip_prefix('/')?)?)
}

/// `RG-WM`, `FG-AINN`, `JCA-IoT`
fn named(text: &str) -> Option<&str> {
    bodies().prefixes.iter().find_map(|(kind, _)| {
        let rest = text.strip_prefix(kind)?;
        let name = rest.strip_prefix('-').unwrap_or(rest);
        name.starts_with(|mark: char| mark.is_ascii_uppercase()).then(|| after_name(name)).flatten()
    })
}

/// What stands after a name of letters, digits and hyphens, which ends where a word does or begins.
fn after_name(name: &str) -> Option<&str> {
    let longest = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    let longest = before_session(name, longest);
    let is_edge = |end: &usize| {
        let ends_in_word = !name[..*end].ends_with('-');
        ends_in_word != name[*end..].starts_with(is_of_word)
    };
    (1..=longest).rev().find(is_edge).map(|end| &name[end..])
}

/// Where the name ends before the session that the number of a document gives: `CWG-FHR` in `CWG-FHR-18/12`.
fn before_session(name: &str, end: usize) -> usize {
    let is_numbered =
        name[end..].strip_prefix('/').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let bare = name[..end].trim_end_matches(|c: char| c.is_ascii_digit());
    match bare.strip_suffix('-').filter(|bare| is_numbered && !bare.is_empty()) {
        Some(bare) => bare.len(),
        None => end,
    }
}

fn alone(text: &str) -> Option<&str> {
    let codes = bodies().advisory().chain(bodies().single.iter().copied());
    codes.filter_map(|code| text.strip_prefix(code)).find_map(whole)
}

/// `WTSA`, `WTSA-24`, `PP-26`
fn event(text: &str) -> Option<&str> {
    let year = |rest: &'_ str| -> Option<usize> { Some(whole(two_digits(rest.strip_prefix('-')?)?)?.len()) };
    let (rest, with_year) =
        bodies().assemblies().find_map(|(name, with_year)| Some((text.strip_prefix(name)?, with_year)))?;
    let dated = year(rest).map(|left| &text[text.len() - left..]);
    dated.or_else(|| if with_year { None } else { whole(rest) })
}

/// The text, where no word goes on in it.
fn whole(rest: &str) -> Option<&str> {
    (!rest.starts_with(is_of_word)).then_some(rest)
}

fn spaced(text: &str) -> &str {
    text.strip_prefix(' ').unwrap_or(text)
}

/// What stands after one digit or two.
fn number(text: &str) -> Option<&str> {
    let is_digit = |mark: char| digit(mark).is_some();
    let rest = text.strip_prefix(is_digit)?;
    Some(rest.strip_prefix(is_digit).unwrap_or(rest))
}

fn two_digits(text: &str) -> Option<&str> {
    let is_digit = |mark: char| digit(mark).is_some();
    text.strip_prefix(is_digit)?.strip_prefix(is_digit)
}

/// Whether a character makes one word with a code beside it.
fn is_of_word(mark: char) -> bool {
    mark.is_alphanumeric() || mark == '_' || is_combining_mark(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_whole() {
        let cases: &[(&str, &[&str])] = &[
            ("SG3RG-LAC, SG17 and ITU-T SG 5", &["SG3RG-LAC", "SG17", "ITU-T SG 5"]),
            ("ITU-TSG 5 of ITU-R", &[]),
            ("SG123, XSG12, SG12x, SG2RG-", &[]),
            ("WP1/13 WP3M WP 2/TSAG WP1/135 WP1Ab", &["WP1/13", "WP3M", "WP 2/TSAG", "WP1"]),
            ("WG1/2 WG1/123 WG 4", &["WG1/2", "WG1", "WG 4"]),
            ("Q8/17, Q 3/5, Q8/171, Q8", &["Q8/17", "Q 3/5"]),
            (
                "RG-WM, FG-AINN-x, JCA-IoT; CG-, RG-X- and ISCG",
                &["RG-WM", "FG-AINN-x", "JCA-IoT", "RG-X", "ISCG"],
            ),
            ("CWG-FHR-18/12, CG-X-2", &["CWG-FHR", "CG-X-2"]),
            ("TSAG (RAG) TSAGs, IRM.", &["TSAG", "RAG", "IRM"]),
            ("WTSA-24 WTSA WTDC-255 PP-26 PP RA-23 WRC-2", &["WTSA-24", "WTSA", "WTDC", "PP-26", "RA-23"]),
            ("éTSAG, 组TSAG, TSAGé, _SG5", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = find(text).map(|(_, code)| code).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
