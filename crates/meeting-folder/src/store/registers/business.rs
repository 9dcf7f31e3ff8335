//! Items, decisions, actions, meetings, people and liaison statements.

use meeting_model::{
    Action, Decision, Item, LiaisonEntry, Meeting, MeetingRecord, Person, Proceedings, Sourced,
};
use rusqlite::types::Value;

use super::super::StoreError;
use super::rows::{Rows, optional, place, text};

/// Adds the business of a record.
pub(super) fn add(rows: &mut Rows<'_>, record: &MeetingRecord) -> Result<(), StoreError> {
    proceedings(rows, "agenda", record.agenda.as_ref())?;
    proceedings(rows, "report", record.report.as_ref())?;
    each(&record.decisions, |position, decision| add_decision(rows, position, decision))?;
    each(&record.actions, |position, action| add_action(rows, position, action))?;
    each(&record.meetings, |position, meeting| add_meeting(rows, position, meeting))?;
    each(&record.people, |position, person| add_person(rows, position, person))?;
    each(&record.liaisons, |position, liaison| add_liaison(rows, position, liaison))
}

fn each<T>(all: &[T], mut add: impl FnMut(usize, &T) -> Result<(), StoreError>) -> Result<(), StoreError> {
    all.iter().enumerate().try_for_each(|(position, one)| add(position, one))
}

fn proceedings(rows: &mut Rows<'_>, name: &str, proceedings: Option<&Proceedings>) -> Result<(), StoreError> {
    let Some(proceedings) = proceedings else { return Ok(()) };
    let number = optional(proceedings.number.as_ref());
    each(&proceedings.items, |position, item| {
        let values = [
            optional(item.number.as_ref()),
            text(&item.kind),
            optional(item.section.as_ref()),
            optional(item.title.as_ref()),
            optional(item.presented_by.as_ref()),
            optional(item.text.as_ref()),
            number.clone(),
        ];
        let head = [Value::Integer(super::ONLY_MEETING), text(name), Value::Integer(position as i64 + 1)];
        let id = rows.add("items", head.into_iter().chain(values).chain(place(&item.at)).collect())?;
        item_facts(rows, id, item)
    })
}

fn item_facts(rows: &mut Rows<'_>, id: i64, item: &Item) -> Result<(), StoreError> {
    rows.facts("item_facts", id, "source", &item.sources)?;
    rows.facts("item_facts", id, "proposed", &item.proposed)?;
    rows.facts("item_facts", id, "outcome", &item.outcomes)?;
    for (position, document) in (1..).zip(&item.documents) {
        let introduced = document.introduced.map_or(Value::Null, |yes| Value::Integer(yes.into()));
        let values = vec![
            id.into(),
            Value::Integer(position),
            text(&document.number),
            optional(document.part.as_ref()),
            introduced,
            rows.document(&document.number),
        ];
        rows.add("item_documents", values)?;
    }
    Ok(())
}

fn add_decision(
    rows: &mut Rows<'_>,
    position: usize,
    decision: &Sourced<Decision>,
) -> Result<(), StoreError> {
    let Sourced { element, found_in } = decision;
    let mut values = vec![
        text(&element.verb),
        optional(element.by.as_ref()),
        optional(element.item.as_ref()),
        text(&element.text),
        text(&element.rule),
        text(&element.confidence),
    ];
    values.extend(place(&element.at));
    let id = rows.add_of_meeting("decisions", position, values)?;
    rows.numbers("decision_documents", id, "document", &element.documents)?;
    rows.numbers("decision_documents", id, "found_in", found_in)
}

fn add_action(rows: &mut Rows<'_>, position: usize, action: &Sourced<Action>) -> Result<(), StoreError> {
    let Sourced { element, found_in } = action;
    let mut values = vec![
        optional(element.id.as_ref()),
        optional(element.assignee.as_ref()),
        text(&element.text),
        optional(element.requested_of.as_ref()),
        optional(element.due.as_ref()),
        optional(element.item.as_ref()),
        text(&element.status),
        text(&element.origin),
        optional(element.same_as.as_ref()),
        text(&element.rule),
        text(&element.confidence),
    ];
    values.extend(place(&element.at));
    let id = rows.add_of_meeting("actions", position, values)?;
    for (position, sub_item) in (1..).zip(&element.sub_items) {
        rows.add("action_sub_items", vec![id.into(), Value::Integer(position), text(sub_item)])?;
    }
    rows.numbers("action_documents", id, "document", &element.documents)?;
    rows.numbers("action_documents", id, "found_in", found_in)
}

fn add_meeting(rows: &mut Rows<'_>, position: usize, meeting: &Sourced<Meeting>) -> Result<(), StoreError> {
    let Sourced { element, found_in } = meeting;
    let mut values = vec![
        optional(element.group.as_ref()),
        optional(element.title.as_ref()),
        text(&element.status),
        optional(element.start_date.as_ref()),
        optional(element.end_date.as_ref()),
        optional(element.start_time.as_ref()),
        optional(element.end_time.as_ref()),
        optional(element.time_zone.as_ref()),
        optional(element.place.as_ref()),
        optional(element.topics.as_ref()),
        optional(element.deadline.as_ref()),
    ];
    values.extend(place(&element.at));
    let id = rows.add_of_meeting("planned_meetings", position, values)?;
    rows.numbers("planned_meeting_documents", id, "report", &element.reports)?;
    rows.numbers("planned_meeting_documents", id, "found_in", found_in)
}

fn add_person(rows: &mut Rows<'_>, position: usize, person: &Sourced<Person>) -> Result<(), StoreError> {
    let Sourced { element, found_in } = person;
    let mut values = vec![
        text(&element.name),
        optional(element.role.as_ref()),
        optional(element.organization.as_ref()),
        optional(element.country.as_ref()),
        optional(element.group.as_ref()),
    ];
    values.extend(place(&element.at));
    let id = rows.add_of_meeting("people", position, values)?;
    rows.numbers("person_documents", id, "found_in", found_in)
}

fn add_liaison(rows: &mut Rows<'_>, position: usize, liaison: &LiaisonEntry) -> Result<(), StoreError> {
    let values = vec![
        optional(liaison.number.as_ref()),
        liaison.number.as_ref().map_or(Value::Null, |number| rows.document(number)),
        optional(liaison.direction.as_ref()),
        optional(liaison.title.as_ref()),
        optional(liaison.deadline.as_ref()),
        optional(liaison.reply_to.as_ref()),
    ];
    let id = rows.add_of_meeting("liaisons", position, values)?;
    rows.facts("liaison_parties", id, "from", &liaison.from)?;
    rows.facts("liaison_parties", id, "to", &liaison.to)?;
    rows.numbers("liaison_documents", id, "answered_by", &liaison.answered_by)
}
