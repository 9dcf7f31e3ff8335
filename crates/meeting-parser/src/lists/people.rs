//! People: those whom the text names with an office, and volunteers.

use meeting_model::{Month, Person};

use crate::found::Reading;
use crate::group_names;
use crate::lists::items::{Business, Passage};
use crate::sentences;
use crate::values::person;
use crate::values::term::YearMonth;
use crate::vocabulary::{Marker, Vocabulary};

/// Reads the people of the items, each office of a person once.
pub(crate) fn read(items: &[Business<'_>], reading: &Reading<'_>) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut add = |person: Person| {
        let same = |known: &Person| {
            known.name == person.name && known.role == person.role && (known.group == person.group || person.group.is_none())
        };
        if !people.iter().any(same) {
            people.push(person);
        }
    };
    for (at, item) in items.iter().enumerate() {
        for person in volunteers(item, reading) {
            add(person);
        }
        for passage in &item.passages {
            for person in officers(passage, at < INTRODUCTION, reading) {
                add(person);
            }
        }
    }
    people
}

/// In the first items the officers of the reporting group are introduced.
const INTRODUCTION: usize = 3;

/// Persons whom a passage names with an office.
fn officers(passage: &Passage<'_>, is_introduction: bool, reading: &Reading<'_>) -> Vec<Person> {
    let text = &passage.line.text;
    let mut people = Vec::new();
    for range in sentences::sentences(text, reading.words) {
        let sentence = &text[range];
        for found in person::find(sentence, reading.words) {
            let Some(role) = found.role.clone() else { continue };
            let (role, body) = split_role(&role, reading.words);
            let group = body.or_else(|| is_introduction.then(|| reading.setting.group.clone()).flatten());
            people.push(Person {
                name: found.name,
                role: Some(role),
                organization: found.affiliation.organization,
                country: found.affiliation.country,
                group,
                from: found.affiliation.term.from.and_then(month),
                until: found.affiliation.term.until.and_then(month),
                at: reading.outline.location(passage.line.spot),
            });
        }
    }
    people
}

fn month(found: YearMonth) -> Option<Month> {
    Month::new(found.year.unsigned_abs(), found.month.unsigned_abs())
}

/// `Rapporteur of TSAG RG-WM` → the office and the body; `Associate Rapporteur on metrics` keeps its subject.
fn split_role(role: &str, words: &Vocabulary) -> (String, Option<String>) {
    let codes: Vec<_> = group_names::find(role).collect();
    let Some((last, code)) = codes.last() else { return (role.to_owned(), None) };
    let group = group_names::compact(code);
    let first = codes.first().map_or(last.start, |(range, _)| range.start);
    let (before, after) = (role[..first].trim(), role[last.end..].trim());
    let office = if before.is_empty() { after } else { before };
    let office = trim_links(office, words);
    if office.is_empty() { (role.to_owned(), Some(group)) } else { (office, Some(group)) }
}

/// Drops commas and small words from the end of an office.
fn trim_links(office: &str, words: &Vocabulary) -> String {
    let mut kept: Vec<&str> = office.trim_end_matches([',', ' ', '(']).split_whitespace().collect();
    while kept.last().is_some_and(|last| {
        words.grammar.is(last, crate::vocabulary::Grammar::Connective)
            || words.grammar.is(last, crate::vocabulary::Grammar::Article)
    }) {
        kept.pop();
    }
    kept.join(" ").trim_end_matches(',').to_owned()
}

/// The contract's role of those who offer themselves.
const VOLUNTEER: &str = "volunteer";

/// The names on the lines below `The following people have volunteered for X:`.
fn volunteers(item: &Business<'_>, reading: &Reading<'_>) -> Vec<Person> {
    let mut people = Vec::new();
    let mut group: Option<Option<String>> = None;
    for passage in &item.passages {
        let text = &passage.line.text;
        if reading.words.markers.has(text, Marker::Volunteered) && text.ends_with([':', '：']) {
            group = Some(group_names::first(text, reading.words));
            continue;
        }
        let Some(of) = &group else { continue };
        let found = person::list(text, reading.words);
        if found.is_empty() {
            group = None;
            continue;
        }
        people.extend(found.into_iter().map(|found| Person {
            name: found.name,
            role: Some(VOLUNTEER.to_owned()),
            organization: found.affiliation.organization,
            country: found.affiliation.country,
            group: of.clone(),
            at: reading.outline.location(passage.line.spot),
            ..Person::default()
        }));
    }
    people
}
