//! The cover of the report, and its own row in the document list.

use meeting_model::{Document, ListedDocument};

use super::group::{REPORT, Sheet};
use super::{Draft, Place};
use crate::labels::fill;

/// Turns the agenda's cover into the report's; what `known` states is left as it is.
pub(super) fn rewrite(draft: &mut Draft, sheet: &Sheet<'_>, known: &[Document]) {
    let stated = |ask: fn(&Document) -> bool| known.iter().any(ask);
    let labels = sheet.labels;
    let header = &mut draft.document.header;
    let dates = labels.period(header.start_date, header.end_date);
    let place = header.place.clone().unwrap_or_default();
    let place_and_dates = labels.place_and_dates(&place, &dates);
    header.language = Some(sheet.language);
    header.printed = None;
    header.action_required =
        header.action_required.take().filter(|_| stated(|it| it.header.action_required.is_some()));
    header.number = sheet.number.clone();
    let meeting = sheet.meeting();
    if !stated(|known| known.header.title.is_some()) {
        header.title = Some(fill(&labels.sentences.draft_report_of, &[("meeting", &meeting)]));
    }
    if !stated(|known| known.header.r#abstract.is_some()) {
        let values = [("meeting", meeting.as_str()), ("place_and_dates", &place_and_dates)];
        header.r#abstract = Some(fill(&labels.sentences.r#abstract, &values));
    }
    if !stated(|known| !known.header.keywords.is_empty()) {
        header.keywords.clear();
    }
    let missing = [
        (header.number.is_none(), Place::Number, &labels.sentences.todo_number),
        (header.start_date.is_none(), Place::Dates, &labels.sentences.todo_dates),
        (header.source.is_none(), Place::Source, &labels.sentences.todo_source),
        (header.contacts.is_empty(), Place::Contact, &labels.sentences.todo_contact),
    ];
    for (is_missing, place, what) in missing {
        if is_missing {
            draft.todo(place, what);
        }
    }
    list(&mut draft.document, sheet);
    if draft.document.documents.is_empty() {
        draft.todo(Place::Documents, &labels.sentences.todo_documents);
    }
}

/// The report's number is reserved in the document list.
fn list(document: &mut Document, sheet: &Sheet<'_>) {
    let Some(number) = &sheet.number else { return };
    let is_own = |listed: &ListedDocument| {
        listed.number.as_ref().is_some_and(|listed| listed.matches_any_revision(number))
    };
    if document.documents.iter().any(is_own) {
        return;
    }
    let position = document.documents.iter().filter_map(|listed| listed.position).max();
    document.documents.push(ListedDocument {
        position: Some(position.unwrap_or(0) + 1),
        category: Some(REPORT.to_owned()),
        number: Some(number.clone()),
        introduced: Some(true),
        sources: document.header.source.iter().cloned().collect(),
        title: document.header.title.clone(),
        reserved: true,
        ..ListedDocument::default()
    });
}
