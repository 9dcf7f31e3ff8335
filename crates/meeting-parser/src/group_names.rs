//! Names of groups as codes, the same in every language: `TSAG`, `SG17`, `WP2/13`, `RG-WM`, `Q8/17`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::vocabulary::{Thing, Vocabulary};

/// Codes of bodies of the Union. Members and their companies have names, not codes.
static CODE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"\b(?:SG\d{1,2}RG-[A-Z]+|(?:ITU-[TRD] )?SG ?\d{1,2}|WP ?\d{1,2}[A-Z]?(?:/\d{1,2})?|WG ?\d{1,2}(?:/\d{1,2})?|Q ?\d{1,2}/\d{1,2}|(?:RG|FG|JCA|CG|CWG|EG|AHG|CCV|ISCG|IEWSC)-?[A-Z][A-Za-z0-9-]*|TSAG|TDAG|RAG|SCV|ISCG|IEWSC|IRM|WTSA(?:-\d\d)?|WTDC(?:-\d\d)?|PP-\d\d|RA-\d\d|WRC-\d\d)\b",
    )
    .expect("the pattern is well formed")
});

/// The codes of groups in a text, with their places.
pub(crate) fn find(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    CODE.find_iter(text).map(|found| (found.range(), found.as_str()))
}

/// A group that a text names, by its code, or by its kind and number: `Working Party 2/13` → `WP2/13`.
pub(crate) fn first(text: &str, words: &Vocabulary) -> Option<String> {
    let by_words = numbered(text, words);
    let by_code = find(text).next();
    match (by_words, by_code) {
        (Some((at, name)), Some((range, _))) if at < range.start => Some(name),
        (Some((_, name)), None) => Some(name),
        (_, Some((_, code))) => Some(compact(code)),
        (None, None) => None,
    }
}

/// A code without spaces and without the Sector: `ITU-T SG 17` → `SG17`.
pub(crate) fn compact(code: &str) -> String {
    let bare = ["ITU-T ", "ITU-R ", "ITU-D "].iter().find_map(|sector| code.strip_prefix(sector)).unwrap_or(code);
    bare.split(' ').collect()
}

/// A kind of group followed by its number, and where it begins.
fn numbered(text: &str, words: &Vocabulary) -> Option<(usize, String)> {
    words.things.find(text).into_iter().find_map(|hit| {
        let code = match hit.key {
            Thing::StudyGroup => "SG",
            Thing::WorkingParty => "WP",
            Thing::Question => "Q",
            _ => return None,
        };
        let rest = text[hit.range.end..].trim_start();
        let number: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '/').collect();
        let is_whole = rest[number.len()..].chars().next().is_none_or(|next| !next.is_alphanumeric());
        let number = number.trim_end_matches('/');
        (!number.is_empty() && is_whole).then(|| (hit.range.start, format!("{code}{number}")))
    })
}

/// Whether a text is the name of a body, and no more: `WP2/13`, `The Regional Group`, `TSAG Opening Plenary`.
pub(crate) fn is_body(text: &str, words: &Vocabulary) -> bool {
    let bare = text.trim();
    let is_short = bare.split_whitespace().count() <= 6;
    let begins = find(bare).next().is_some_and(|(range, _)| range.start <= 6) || {
        let hits = words.things.find(bare);
        hits.first().is_some_and(|hit| {
            hit.range.start <= 4 && !matches!(hit.key, Thing::Recommendation | Thing::Supplement | Thing::TechnicalPaper | Thing::TechnicalReport | Thing::Workshop)
        })
    };
    is_short && begins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_named_by_code_or_by_kind_and_number() {
        let words = Vocabulary::get();
        let cases = [
            ("Rapporteur, RG-WM", Some("RG-WM")),
            ("Working Party 2/13 (Trusted data) met", Some("WP2/13")),
            ("Report of Question 8/17", Some("Q8/17")),
            ("ITU-T Study Group 5", Some("SG5")),
            ("ITU-T SG 13 and WP1/13", Some("SG13")),
            ("the RG-IES meeting", Some("RG-IES")),
            ("SG3RG-LAC", Some("SG3RG-LAC")),
            ("Canada", None),
        ];
        for (text, group) in cases {
            assert_eq!(first(text, words).as_deref(), group, "{text}");
        }
    }
}
