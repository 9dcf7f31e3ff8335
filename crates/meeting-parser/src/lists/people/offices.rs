//! What the words of an office say: the office, and the body in which it is held.

use std::ops::Range;

use crate::group_names;
use crate::vocabulary::{Grammar, Marker, PersonWord, Thing, Vocabulary};

/// Whether a sentence says that a person was in the chair: `chaired by Mr A`, `Ms B (X) chaired the meeting`.
pub(super) fn in_chair(sentence: &str, person: &Range<usize>, words: &Vocabulary) -> bool {
    let hits = words.markers.find(sentence);
    let is_name_part = |text: &str| {
        let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
        let mut parts = bare.split_whitespace();
        parts.all(|part| {
            words.persons.is(part, PersonWord::Honorific)
                || [Grammar::Article, Grammar::Meeting].iter().any(|&key| words.grammar.is(part, key))
        })
    };
    hits.into_iter().filter(|hit| hit.key == Marker::Chaired).any(|hit| {
        let before = sentence.get(hit.range.end..person.start).is_some_and(is_name_part);
        let after = sentence.get(person.end..hit.range.start).is_some_and(|text| text.trim().is_empty());
        before || after
    })
}

/// Whether nothing but *and*, a comma and titles stands between two persons.
pub(super) fn joins(between: &str, words: &Vocabulary) -> bool {
    let parts = between.split([' ', ',', '،', '、']).filter(|part| !part.is_empty());
    let mut parts = parts.map(|part| part.trim_end_matches('.')).peekable();
    parts.peek().is_some()
        && parts
            .all(|part| words.persons.is(part, PersonWord::Honorific) || words.grammar.is(part, Grammar::And))
}

/// The office and the body in which it is held: `Rapporteur of TSAG RG-WM`, `TSAG Representative to the ISCG`, `RG-X
/// Rapporteur`, `chair of the steering committee`; `Associate Rapporteur on metrics` keeps its subject.
pub(super) fn split_role(role: &str, words: &Vocabulary) -> (String, Option<String>) {
    if let Some((office, body)) = before_body(role, words) {
        return (office, Some(body));
    }
    let codes: Vec<_> = group_names::find(role).collect();
    let Some((last, code)) = codes.last() else { return (role.to_owned(), None) };
    let group = group_names::compact(code);
    let first = codes.first().map_or(last.start, |(range, _)| range.start);
    let (before, after) = (role[..first].trim(), role[last.end..].trim());
    let office = if before.is_empty() { after } else { before };
    let office = trim_links(office, words);
    if office.is_empty() { (role.to_owned(), Some(group)) } else { (office, Some(group)) }
}

/// Cuts an office from the body after a small word: `to the SPCG`, `of TSAG RG-WM`, `to ISO/IEC JTC 1`.
fn before_body(role: &str, words: &Vocabulary) -> Option<(String, String)> {
    let links = words.grammar.find(role).into_iter().filter(|hit| {
        let printed = &role[hit.range.clone()];
        words.grammar.is(printed, Grammar::Connective) || words.grammar.is(printed, Grammar::Infinitive)
    });
    links.into_iter().find_map(|link| {
        let office = role[..link.range.start].trim();
        let rest = role[link.range.end..].trim();
        let article = words
            .grammar
            .leading(rest)
            .filter(|hit| words.grammar.is(&rest[hit.range.clone()], Grammar::Article));
        let rest = article.map_or(rest, |hit| rest[hit.range.end..].trim());
        let has_office = !words.roles.find(office).is_empty();
        body(rest, words).filter(|_| has_office).map(|body| (trim_links(office, words), body))
    })
}

/// The body that a text begins with: the last of its codes, a name in capitals (`ISO/IEC JTC 1`), a kind of group.
fn body(text: &str, words: &Vocabulary) -> Option<String> {
    let codes: Vec<_> = group_names::find(text).collect();
    if codes.first().is_some_and(|(range, _)| range.start == 0) {
        return codes.last().map(|(_, code)| group_names::compact(code));
    }
    let is_capital = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        !bare.is_empty()
            && bare.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '-'))
    };
    let capitals: Vec<&str> = text.split_whitespace().take_while(is_capital).collect();
    let name = capitals.join(" ");
    if name.chars().filter(|c| c.is_uppercase()).count() >= 2 {
        return Some(name.trim_end_matches([',', '.', ';']).to_owned());
    }
    let whole = words.things.leading(text).filter(|hit| hit.range.end == text.len());
    whole.filter(|hit| hit.key == Thing::CorrespondenceGroup).map(|_| text.to_owned())
}

/// Drops commas and small words from the end of an office.
fn trim_links(office: &str, words: &Vocabulary) -> String {
    let mut kept: Vec<&str> = office.trim_end_matches([',', ' ', '(']).split_whitespace().collect();
    while kept.last().is_some_and(|last| {
        words.grammar.is(last, Grammar::Connective) || words.grammar.is(last, Grammar::Article)
    }) {
        kept.pop();
    }
    kept.join(" ").trim_end_matches(',').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_cut_from_its_body() {
        let words = Vocabulary::get();
        let cases = [
            ("representative to the SPCG", "representative", Some("SPCG")),
            ("SG5 Liaison Officer to ISO/IEC JTC 5", "SG5 Liaison Officer", Some("ISO/IEC JTC 5")),
            ("Rapporteur of TSAG RG-QA", "Rapporteur", Some("RG-QA")),
            ("RG-QA Rapporteur", "Rapporteur", Some("RG-QA")),
            ("SG9 Representative to ISCG", "SG9 Representative", Some("ISCG")),
            ("chair of the drafting group", "chair", Some("drafting group")),
            ("Associate Rapporteur on metrics", "Associate Rapporteur on metrics", None),
            ("Co-editor", "Co-editor", None),
        ];
        for (role, office, group) in cases {
            let found = split_role(role, words);
            assert_eq!((found.0.as_str(), found.1.as_deref()), (office, group), "{role}");
        }
    }

    #[test]
    fn who_chaired_was_in_the_chair() {
        let words = Vocabulary::get();
        let cases = [
            ("The group met twice, chaired by Ms Ada Moss.", "Ada Moss", true),
            ("Ms Ada Moss chaired the sessions.", "Ada Moss", true),
            ("La réunion était présidée par M. Luc Petit.", "Luc Petit", true),
            ("La reunión fue presidida por el Sr. Luis Gil.", "Luis Gil", true),
            ("Ms Ada Moss thanked those who chaired.", "Ada Moss", false),
        ];
        for (sentence, name, is_chair) in cases {
            let start = sentence.find(name).unwrap_or_default();
            assert_eq!(in_chair(sentence, &(start..start + name.len()), words), is_chair, "{sentence}");
        }
    }
}
