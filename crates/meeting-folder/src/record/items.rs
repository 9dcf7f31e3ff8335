//! The items of agenda and report as one list.

use std::collections::BTreeSet;

use meeting_model::{Item, MergedItem};

use super::in_force::InForce;
use super::register::{Edition, Entry, Register};

/// The report's items, each with what the agenda says of it; an item of the agenda alone stands behind the one that it
/// follows there.
pub(super) fn merged(register: &Register<'_>, in_force: &InForce<'_, '_>) -> Vec<MergedItem> {
    let agenda = Side::of(in_force.agenda, register);
    let report = Side::of(in_force.report, register);
    let twins = twins(&agenda, &report);
    let mut merged: Vec<MergedItem> = Vec::new();
    for (at, item) in report.items.iter().enumerate() {
        let twin = twins.iter().position(|twin| *twin == Some(at)).map(|at| agenda.items[at]);
        merged.push(joined(item, twin));
    }
    let mut place = 0;
    for (at, item) in agenda.items.iter().enumerate() {
        if let Some(twin) = twins[at] {
            place = merged.iter().position(|known| is(known, report.items[twin])).map_or(place, |at| at + 1);
        } else {
            let alone =
                MergedItem { agenda_number: item.number.clone(), report_number: None, item: (*item).clone() };
            merged.insert(place, alone);
            place += 1;
        }
    }
    merged
}

/// The items of one of the two documents, with the documents of the folder that each names.
struct Side<'a> {
    items: Vec<&'a Item>,
    documents: Vec<BTreeSet<String>>,
}

impl<'a> Side<'a> {
    fn of(entry: Option<&Entry<'a>>, register: &Register<'a>) -> Self {
        let edition = entry.and_then(Entry::in_force);
        let items: Vec<&Item> = edition
            .and_then(Edition::document)
            .map(|document| document.items.iter().collect())
            .unwrap_or_default();
        let documents = items
            .iter()
            .map(|item| edition.map(|by| named(item, register, by)).unwrap_or_default())
            .collect();
        Self { items, documents }
    }
}

fn named(item: &Item, register: &Register<'_>, by: &Edition<'_>) -> BTreeSet<String> {
    let numbers =
        item.documents.iter().map(|document| register.meant(&document.number, by).without_revision());
    numbers.map(|number| number.to_string()).collect()
}

/// Whether an item of the first side is that of the second, each by its place.
type Rule = fn(&Side<'_>, usize, &Side<'_>, usize) -> bool;

/// For each item of the agenda the report's: of the same number and title, else of the same documents, else of the
/// same title.
fn twins(agenda: &Side<'_>, report: &Side<'_>) -> Vec<Option<usize>> {
    let mut twins = vec![None; agenda.items.len()];
    let mut taken = vec![false; report.items.len()];
    let rules: [Rule; 3] = [
        |one, at, other, to| {
            one.items[at].number.is_some()
                && one.items[at].number == other.items[to].number
                && (same_title(one.items[at], other.items[to])
                    || !one.documents[at].is_disjoint(&other.documents[to]))
        },
        |one, at, other, to| !one.documents[at].is_empty() && one.documents[at] == other.documents[to],
        |one, at, other, to| one.items[at].title.is_some() && same_title(one.items[at], other.items[to]),
    ];
    for rule in rules {
        for at in 0..twins.len() {
            if twins[at].is_none() {
                let free = (0..taken.len()).find(|&to| !taken[to] && rule(agenda, at, report, to));
                twins[at] = free;
                free.into_iter().for_each(|to| taken[to] = true);
            }
        }
    }
    twins
}

fn same_title(one: &Item, other: &Item) -> bool {
    let bare = |item: &Item| item.title.as_deref().map(super::merge::words);
    bare(one).is_some() && bare(one) == bare(other)
}

/// Whether a merged item is that of the report.
fn is(merged: &MergedItem, item: &Item) -> bool {
    merged.report_number == item.number && merged.item.at == item.at
}

fn joined(item: &Item, agenda: Option<&Item>) -> MergedItem {
    let mut whole = item.clone();
    if let Some(agenda) = agenda {
        whole.proposed = if agenda.proposed.is_empty() { whole.proposed } else { agenda.proposed.clone() };
        whole.title = whole.title.or_else(|| agenda.title.clone());
        if whole.sources.is_empty() {
            whole.sources.clone_from(&agenda.sources);
        }
        if whole.documents.is_empty() {
            whole.documents.clone_from(&agenda.documents);
        }
    }
    MergedItem {
        agenda_number: agenda.and_then(|agenda| agenda.number.clone()),
        report_number: item.number.clone(),
        item: whole,
    }
}
