//! People: those whom the text names with an office, and volunteers.

mod offices;
mod tables;
mod untitled;

use std::collections::HashSet;

use meeting_model::Person;

use crate::found::Reading;
use crate::group_names;
use crate::lists::items::Business;
use crate::lists::officers::{self, month};
use crate::outline::Line;
use crate::sentences;
use crate::values::person;
use crate::vocabulary::{Marker, Role, normalise};

use offices::{in_chair, joins, split_role};

/// Reads the people of the items, each office of a person once.
pub(crate) fn read(items: &[Business<'_>], reading: &Reading<'_>) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let mut add = |person: Person| {
        let same = |known: &Person| {
            known.name == person.name
                && is_same_role(known.role.as_deref(), person.role.as_deref())
                && (known.group == person.group || person.group.is_none())
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
            for person in in_office(passage.line, at < INTRODUCTION, reading) {
                add(person);
            }
        }
    }
    // What stands before the first item introduces the meeting.
    let mut is_before = true;
    let first = items.first().map(|item| &item.item.at.block);
    for line in beside(items, reading) {
        is_before &= first.is_some_and(|first| reading.outline.location(line.spot).block < *first);
        for person in in_office(line, is_before, reading) {
            add(person);
        }
    }
    for person in tables::read(reading) {
        add(person);
    }
    people
}

/// Roles are the same in any case: `Associate Rapporteur`, `associate rapporteur`.
fn is_same_role(a: Option<&str>, b: Option<&str>) -> bool {
    a.map(normalise) == b.map(normalise)
}

/// In the first items the officers of the reporting group are introduced.
const INTRODUCTION: usize = 3;

/// Lines of the body that belong to no item: lists of actions, summaries.
fn beside<'d>(items: &[Business<'d>], reading: &Reading<'d>) -> impl Iterator<Item = &'d Line> {
    let address = |line: &Line| std::ptr::from_ref(line) as usize;
    let told: HashSet<usize> =
        items.iter().flat_map(|item| &item.passages).map(|passage| address(passage.line)).collect();
    let outline = reading.outline;
    let lines = outline.lines().filter(|(at, line)| !outline.is_heading(*at) && !outline.in_annex(line.spot));
    lines.map(|(_, line)| line).filter(move |line| !told.contains(&address(line)))
}

/// Persons whom a line names with an office.
fn in_office(line: &Line, is_introduction: bool, reading: &Reading<'_>) -> Vec<Person> {
    let text = &line.text;
    let mut people = Vec::new();
    for range in sentences::sentences(text, reading.words).iter().cloned() {
        let sentence = &text[range];
        let titled = person::find(sentence, reading.words);
        let untitled = untitled::in_chair(sentence, reading.words).into_iter();
        let untitled = untitled.filter(|found| titled.iter().all(|known| known.name != found.name));
        people.extend(untitled.map(|found| {
            Person {
                name: found.name,
                role: Some(officers::title(Role::Chair)),
                organization: found.affiliation.organization,
                country: found.affiliation.country,
                group: group_over(line, reading)
                    .or_else(|| reading.setting.group.clone().filter(|_| is_introduction)),
                at: reading.outline.location(line.spot),
                ..Person::default()
            }
        }));
        // Where the last person in the chair ends: `co-chaired by Mr A (X) and Ms B (Y)`.
        let mut last = None;
        for found in titled {
            let is_joined = last
                .and_then(|end| sentence.get(end..found.range.start))
                .is_some_and(|text| joins(text, reading.words));
            let is_in_chair = is_joined || in_chair(sentence, &found.range, reading.words);
            last = is_in_chair.then_some(found.range.end);
            let in_chair = || is_in_chair.then(|| officers::title(Role::Chair));
            let role = found.role.clone().filter(|role| !is_of_chairing(role, sentence, reading));
            let Some(role) = role.or_else(in_chair) else { continue };
            let (role, body) = split_role(&role, reading.words);
            let of_report = || is_introduction.then(|| reading.setting.group.clone()).flatten();
            let group = body.or_else(|| group_over(line, reading)).or_else(of_report);
            people.push(Person {
                name: found.name,
                role: Some(role),
                organization: found.affiliation.organization,
                country: found.affiliation.country,
                group,
                from: found.affiliation.term.from.and_then(month),
                until: found.affiliation.term.until.and_then(month),
                at: reading.outline.location(line.spot),
            });
        }
    }
    people
}

/// The group that the heading over a line names, where officers are told under it.
fn group_over(line: &Line, reading: &Reading<'_>) -> Option<String> {
    let heading = reading.outline.heading(line.spot)?;
    group_names::first(&heading.title, reading.words)
}

/// Whether the words of an office only say that somebody was in the chair: `sous la présidence de`.
fn is_of_chairing(role: &str, sentence: &str, reading: &Reading<'_>) -> bool {
    let hits = reading.words.markers.find(sentence).into_iter().filter(|hit| hit.key == Marker::Chaired);
    hits.into_iter().any(|hit| sentence[hit.range].contains(role))
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
