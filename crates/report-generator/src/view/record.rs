//! A meeting's record as a document: lists such as actions and decisions suit the same templates.

use meeting_model::{Document, Header, Kind, ListedDocument, MeetingRecord, RegisterEntry, Sector};

/// What a record says of the meeting as a whole, in the form of a document.
pub(super) fn document(record: &MeetingRecord) -> Document {
    let facts = &record.meeting;
    let proceedings = record.report.as_ref().or(record.agenda.as_ref());
    Document {
        kind: if record.report.is_some() { Kind::MeetingReport } else { Kind::Agenda },
        header: Header {
            sector: Some(Sector::Standardization),
            group: facts.group.clone(),
            study_period: facts.study_period.clone(),
            place: facts.place.clone(),
            start_date: facts.start_date,
            end_date: facts.end_date,
            title: facts.title.clone(),
            number: proceedings.and_then(|proceedings| proceedings.number.clone()),
            ..Header::default()
        },
        items: proceedings.map(|proceedings| proceedings.items.clone()).unwrap_or_default(),
        documents: record.register.iter().zip(1..).map(|(entry, position)| listed(entry, position)).collect(),
        decisions: record.decisions.iter().map(|sourced| sourced.element.clone()).collect(),
        actions: record.actions.iter().map(|sourced| sourced.element.clone()).collect(),
        meetings: record.meetings.iter().map(|sourced| sourced.element.clone()).collect(),
        people: record.people.iter().map(|sourced| sourced.element.clone()).collect(),
        ..Document::default()
    }
}

fn listed(entry: &RegisterEntry, position: u32) -> ListedDocument {
    ListedDocument {
        position: Some(position),
        category: entry.kind.map(|kind| kind.as_str().replace('_', " ")),
        number: entry.number.clone(),
        sources: entry.sources.clone(),
        title: entry.title.clone(),
        ..ListedDocument::default()
    }
}
