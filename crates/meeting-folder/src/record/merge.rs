//! What the documents in force state, each statement once with all documents that make it.

use std::collections::BTreeMap;

use meeting_model::{Action, Decision, Document, DocumentNumber, Meeting, Person, Sourced, Status};

use super::register::Register;

/// Decisions; the same sentence in several documents is one.
pub(super) fn decisions(register: &Register<'_>) -> Vec<Sourced<Decision>> {
    let key = |decision: &Decision, at: usize, nth: usize| {
        let text = words(&decision.text);
        // A bare "Noted" says nothing about which matter: within a document each is its own.
        let alone = text.split(' ').count() < 4;
        (decision.verb, text, decision.documents.clone(), alone.then_some((at, nth)))
    };
    merged(register, |document| &document.decisions, key, |_, _| {})
}

/// Actions; those of the same identifier or the same words in several documents are one. What one list calls done is
/// done, whatever another still has.
pub(super) fn actions(register: &Register<'_>) -> Vec<Sourced<Action>> {
    let key = |action: &Action, at: usize, nth: usize| {
        let text = words(&action.text);
        match &action.id {
            Some(id) => (Some(id.clone()), text, None),
            // Within one document an action that is told twice refers to the list by `same_as`, and stays.
            None => (action.assignee.clone(), text, action.same_as.is_some().then_some((at, nth))),
        }
    };
    merged(
        register,
        |document| &document.actions,
        key,
        |known, again| {
            if known.status == Status::Open {
                known.status = again.status;
            }
            known.due = known.due.or(again.due);
            known.assignee = known.assignee.take().or_else(|| again.assignee.clone());
            for document in &again.documents {
                if !known.documents.contains(document) {
                    known.documents.push(document.clone());
                }
            }
        },
    )
}

/// Meetings; those of one group that begin the same day and hour are one.
pub(super) fn meetings(register: &Register<'_>) -> Vec<Sourced<Meeting>> {
    let key = |meeting: &Meeting, at: usize, nth: usize| {
        let dated = meeting.start_date.is_some();
        let title = if dated { None } else { meeting.title.as_deref().map(words) };
        (meeting.group.clone(), meeting.start_date, meeting.start_time, title, (!dated).then_some((at, nth)))
    };
    merged(
        register,
        |document| &document.meetings,
        key,
        |known, again| {
            known.end_date = known.end_date.or(again.end_date);
            known.end_time = known.end_time.or(again.end_time);
            known.deadline = known.deadline.or(again.deadline);
            for (own, other) in [
                (&mut known.title, &again.title),
                (&mut known.place, &again.place),
                (&mut known.topics, &again.topics),
                (&mut known.time_zone, &again.time_zone),
            ] {
                *own = own.take().or_else(|| other.clone());
            }
            for report in &again.reports {
                if !known.reports.contains(report) {
                    known.reports.push(report.clone());
                }
            }
        },
    )
}

/// People; one person in one role of one group is one.
pub(super) fn people(register: &Register<'_>) -> Vec<Sourced<Person>> {
    let key = |person: &Person, _: usize, _: usize| {
        (words(&person.name), person.role.as_deref().map(words), person.group.clone())
    };
    merged(
        register,
        |document| &document.people,
        key,
        |known, again| {
            known.organization = known.organization.take().or_else(|| again.organization.clone());
            known.country = known.country.take().or_else(|| again.country.clone());
            known.from = known.from.or(again.from);
            known.until = known.until.or(again.until);
        },
    )
}

/// The elements of one list over all documents in force, in their order. Elements of the same key are one, which `join`
/// fills up; the key is also told the place of the document and of the element in it.
fn merged<'a, T: Clone + 'a, K: Ord>(
    register: &Register<'a>,
    list: impl Fn(&'a Document) -> &'a Vec<T>,
    key: impl Fn(&T, usize, usize) -> K,
    join: impl Fn(&mut T, &T),
) -> Vec<Sourced<T>> {
    let mut all: Vec<Sourced<T>> = Vec::new();
    let mut places: BTreeMap<K, usize> = BTreeMap::new();
    for (at, entry) in register.entries.iter().enumerate() {
        let Some((edition, document)) =
            entry.in_force().and_then(|edition| Some((edition, edition.document()?)))
        else {
            continue;
        };
        for (nth, element) in list(document).iter().enumerate() {
            let place = *places.entry(key(element, at, nth)).or_insert(all.len());
            match all.get_mut(place) {
                Some(known) => again(known, element, &edition.number, &join),
                None => {
                    all.push(Sourced { element: element.clone(), found_in: vec![edition.number.clone()] });
                }
            }
        }
    }
    all
}

fn again<T>(known: &mut Sourced<T>, element: &T, found_in: &DocumentNumber, join: impl Fn(&mut T, &T)) {
    join(&mut known.element, element);
    if !known.found_in.contains(found_in) {
        known.found_in.push(found_in.clone());
    }
}

/// The words of a text: what is compared where two texts are to say the same.
pub(super) fn words(text: &str) -> String {
    let words = text.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
