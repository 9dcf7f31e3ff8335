//! What a group is called, what it is, and where it belongs.

use std::sync::LazyLock;

use meeting_model::{Group, GroupKind};
use regex::Regex;

use crate::found::Reading;
use crate::group_names;
use crate::lists::listing::ListRow;
use crate::vocabulary::{Column, Key, Marker, Thing, Vocabulary};

/// A group as its row names it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named {
    pub acronym: Option<String>,
    pub name: Option<String>,
    pub kind: GroupKind,
}

/// Reads the cell that says which group, and the title beside it.
pub(super) fn read(
    printed: &str,
    title: Option<String>,
    row: &ListRow<'_, '_>,
    reading: &Reading<'_>,
) -> Named {
    let words = reading.words;
    let is_working_party = is_key(row, Column::WorkingParty);
    let (acronym, rest) = match numbered(printed, is_working_party, reading) {
        Some(code) => (Some(code), None),
        None => split(printed, words),
    };
    let name = title.or(rest);
    let kind = acronym.as_deref().and_then(|code| by_code(code, words));
    let by_name = || name.as_deref().and_then(|name| by_words(name, words));
    let kind = kind.or_else(by_name).or_else(|| by_words(printed, words)).or_else(|| over(row, reading));
    Named { acronym, name, kind: kind.unwrap_or_default() }
}

/// Whether the groups of a table stand in a column of this role.
fn is_key(row: &ListRow<'_, '_>, role: Column) -> bool {
    let heads = &row.listing().heads;
    heads.has(role) && heads.of(Column::Group).is_none()
}

/// `1/13` and `1` in a column of working parties: `WP1/13`, in a report of TSAG `WP1/TSAG`.
fn numbered(printed: &str, is_working_party: bool, reading: &Reading<'_>) -> Option<String> {
    let text: String = printed.split_whitespace().collect();
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/') && text.len() <= 5;
    (is_working_party && is_number).then(|| working_party(&text, reading))
}

fn working_party(number: &str, reading: &Reading<'_>) -> String {
    let main = group_names::main(reading).filter(|_| !number.contains('/'));
    match main {
        Some(main) => format!("WP{number}/{}", main.strip_prefix("SG").unwrap_or(&main)),
        None => format!("WP{number}"),
    }
}

/// Takes a text apart into code and name: `Focus Group on X (FG-X)`, `WP1/13 – Title`, `FG-X: Title`, `RG-WM`.
pub(super) fn split(text: &str, words: &Vocabulary) -> (Option<String>, Option<String>) {
    static ACRONYM: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.+?)\s*[(（]((?:ITU-[TRD] )?[A-Z][A-Za-z0-9]*[A-Z0-9](?:[-/ ][A-Za-z0-9]+)*)[)）]$")
            .expect("the pattern is well formed")
    });
    if let Some(found) = ACRONYM.captures(text) {
        return (Some(group_names::compact(&found[2])), Some(found[1].to_owned()));
    }
    let leading = leading_code(text, words);
    if let Some((end, code)) = leading {
        let marks = |c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | ',' | '.' | '：');
        let name = text[end..].trim_matches(marks);
        let name = name.strip_prefix('(').and_then(|name| name.strip_suffix(')')).unwrap_or(name);
        return (Some(code), Some(name.to_owned()).filter(|name| !name.is_empty()));
    }
    let is_code =
        !text.contains(char::is_whitespace) && text.chars().filter(char::is_ascii_uppercase).count() > 1;
    if is_code { (Some(text.to_owned()), None) } else { (None, Some(text.to_owned())) }
}

/// Where the word for a group may stand, in bytes.
const FARTHEST_WORD: usize = 12;

/// The group with which a text begins, by its code or by its kind and number, and where that ends.
fn leading_code(text: &str, words: &Vocabulary) -> Option<(usize, String)> {
    if let Some((range, code)) = group_names::find(text).next().filter(|(range, _)| range.start == 0) {
        return Some((range.end, group_names::compact(code)));
    }
    // Chinese prints the number before the word: the word is looked for behind the first few signs.
    let hit = words.things.find(text).into_iter().next().filter(|hit| hit.range.start <= FARTHEST_WORD)?;
    let code = group_names::first(text, words)?;
    let digit = text.find(|c: char| c.is_ascii_digit())?;
    if digit < hit.range.start {
        return Some((hit.range.end, code)).filter(|_| !text[..hit.range.start].contains(' '));
    }
    let length = text[digit..].find(|c: char| !c.is_ascii_digit() && c != '/').unwrap_or(text.len() - digit);
    (hit.range.start == 0).then_some((digit + length, code))
}

/// What a group is by its code.
pub(super) fn by_code(code: &str, words: &Vocabulary) -> Option<GroupKind> {
    let number = code.strip_prefix("WP");
    if number.is_some_and(|number| !number.starts_with(|c: char| c.is_ascii_alphabetic())) {
        return Some(GroupKind::WorkingParty);
    }
    words.bodies.kind(code).and_then(kind_of)
}

/// What a group is by the words of its name.
pub(super) fn by_words(text: &str, words: &Vocabulary) -> Option<GroupKind> {
    words.things.find(text).into_iter().find_map(|hit| kind_of(hit.key))
}

fn kind_of(thing: Thing) -> Option<GroupKind> {
    match thing {
        Thing::WorkingParty
        | Thing::RapporteurGroup
        | Thing::FocusGroup
        | Thing::JointCoordinationActivity => thing.name().parse().ok(),
        Thing::RegionalGroup | Thing::CorrespondenceGroup => Some(GroupKind::Other),
        _ => None,
    }
}

/// What the words over a row call its groups: a row that divides the table, or the head of the column.
fn over(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Option<GroupKind> {
    let words = reading.words;
    let section = row.section_words();
    let by_section = section.as_deref().and_then(|text| by_words(text, words));
    let heads = &row.listing().heads;
    let head =
        || heads.of(Column::Group).map(|column| heads.head(column)).and_then(|head| by_words(head, words));
    let by_office = || heads.has(Column::Rapporteur).then_some(GroupKind::RapporteurGroup);
    by_section.or_else(head).or_else(by_office)
}

/// The group that one belongs to: of a Rapporteur Group the working party that the row gives, else the main group.
pub(super) fn parent(
    named: &Named,
    row: &ListRow<'_, '_>,
    key: usize,
    groups: &[Group],
    reading: &Reading<'_>,
) -> Option<String> {
    let main = group_names::main(reading);
    if named.kind == GroupKind::WorkingParty {
        return named.acronym.as_deref().and_then(of_code).or(main);
    }
    let by_column = row.text(Column::Parent, reading);
    if let Some(parent) = by_column.and_then(|text| group_names::first(&text, reading.words)) {
        return Some(parent);
    }
    let column = row.listing().heads.of(Column::WorkingParty).filter(|&column| column != key);
    let printed = column.and_then(|column| row.text_at(column, reading));
    let by_row = printed.as_deref().and_then(|text| party(text, groups, reading));
    let section = row.section_words();
    let by_section = || section.as_deref().and_then(|text| party(text, groups, reading));
    by_row.or_else(by_section).or(main)
}

/// The group after the stroke of a code: `WP1/13` → `SG13`, `WP1/TSAG` → `TSAG`.
pub(super) fn of_code(code: &str) -> Option<String> {
    let (_, of) = code.split_once('/')?;
    let is_number = !of.is_empty() && of.bytes().all(|byte| byte.is_ascii_digit());
    Some(if is_number { format!("SG{of}") } else { of.to_owned() })
}

/// The working party that a cell names by its number or code; a plenary is none.
fn party(text: &str, groups: &[Group], reading: &Reading<'_>) -> Option<String> {
    if reading.words.markers.is(text, Marker::Nothing) {
        return None;
    }
    let code = numbered(text, true, reading).or_else(|| {
        let code = group_names::first(text, reading.words)?;
        code.starts_with("WP").then_some(code)
    })?;
    let whole = groups.iter().filter_map(|group| group.acronym.as_ref());
    let known = whole.into_iter().find(|known| known.split('/').next() == Some(code.as_str()));
    Some(known.cloned().unwrap_or(code))
}
