//! Names of groups as codes, the same in every language: `TSAG`, `SG17`, `WP2/13`, `RG-WM`, `Q8/17`.

use crate::found::Reading;
use crate::vocabulary::text::is_ideograph;
use crate::vocabulary::{Thing, Vocabulary};

pub(crate) use crate::group_codes::find;

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
    let bare =
        ["ITU-T ", "ITU-R ", "ITU-D "].iter().find_map(|sector| code.strip_prefix(sector)).unwrap_or(code);
    bare.split(' ').collect()
}

/// Whether a code is that of an assembly or conference: a body to which groups report.
pub(crate) fn is_assembly(code: &str) -> bool {
    Vocabulary::get().bodies.assembly(code).is_some()
}

/// The study group or advisory group in which all of a document's groups work: `SG13` of `WP2/13`, `TSAG`.
pub(crate) fn main(reading: &Reading<'_>) -> Option<String> {
    let of_number = reading.setting.number.as_ref().and_then(|number| number.group.clone());
    let group = reading.setting.group.clone().or_else(|| of_number.clone())?;
    if let Some((_, of)) = group.split_once('/') {
        let is_number = of.bytes().all(|byte| byte.is_ascii_digit());
        return Some(if is_number { format!("SG{of}") } else { of.to_owned() });
    }
    let is_main = group.starts_with("SG") || reading.words.bodies.advised(&group).is_some();
    Some(if is_main { group } else { of_number.filter(|of| !is_assembly(of)).unwrap_or(group) })
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
        let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '/').collect();
        let letter = usize::from(
            hit.key == Thing::WorkingParty
                && digits.ends_with(|c: char| c.is_ascii_digit())
                && rest[digits.len()..].starts_with(|c: char| c.is_ascii_uppercase()),
        );
        let digits = &rest[..digits.len() + letter];
        let advisory = || words.bodies.advisory().find(|code| rest[digits.len()..].starts_with(code));
        let of = digits.ends_with('/').then(advisory).flatten().unwrap_or_default();
        let is_whole =
            rest[digits.len() + of.len()..].chars().next().is_none_or(|next| !next.is_alphanumeric());
        let number = &rest[..digits.len() + of.len()].trim_end_matches('/');
        if !number.is_empty() && is_whole {
            return Some((hit.range.start, format!("{code}{number}")));
        }
        let (at, number) = number_before(text, hit.range.start)?;
        Some((at, format!("{code}{number}")))
    })
}

/// The number right before a word of a script without spaces: `13研究组`, `1/13工作组`.
fn number_before(text: &str, word: usize) -> Option<(usize, &str)> {
    text[word..].chars().next().filter(|&first| is_ideograph(first))?;
    let before = text[..word].trim_end_matches(|c: char| c.is_ascii_digit() || c == '/');
    let number = text[before.len()..word].trim_start_matches('/');
    (!number.is_empty() && !number.ends_with('/')).then_some((before.len(), number))
}

/// Whether a text is the name of a body, and no more: `WP2/13`, `The Regional Group`, `TSAG Opening Plenary`.
/// Questions without a number are what bodies study.
pub(crate) fn is_body(text: &str, words: &Vocabulary) -> bool {
    let bare = text.trim();
    let is_short = bare.split_whitespace().count() <= 6;
    let begins = find(bare).next().is_some_and(|(range, _)| range.start <= 6) || {
        let hits = words.things.find(bare);
        hits.first().is_some_and(|hit| {
            let is_numbered = hit.key != Thing::Question || bare.contains(|c: char| c.is_ascii_digit());
            hit.range.start <= 4
                && is_numbered
                && !matches!(
                    hit.key,
                    Thing::Recommendation
                        | Thing::Supplement
                        | Thing::TechnicalPaper
                        | Thing::TechnicalReport
                        | Thing::Workshop
                )
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
            ("Working Party 5D", Some("WP5D")),
            ("Working Party 1 Daily", Some("WP1")),
            ("ITU-T SG 13 and WP1/13", Some("SG13")),
            ("the RG-IES meeting", Some("RG-IES")),
            ("SG3RG-LAC", Some("SG3RG-LAC")),
            ("第13研究组", Some("SG13")),
            ("第1/13工作组", Some("WP1/13")),
            ("2个工作组", None),
            ("WP1/TSAG", Some("WP1/TSAG")),
            ("Canada", None),
        ];
        for (text, group) in cases {
            assert_eq!(first(text, words).as_deref(), group, "{text}");
        }
    }
}
