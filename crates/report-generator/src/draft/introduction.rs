//! The introduction: when and where the group met. The sessions that the agenda plans have been held by then.

use meeting_model::{Document, DocumentNumber, Item, ItemKind, Meeting, MeetingStatus};

use super::group::Sheet;
use super::{Draft, Place, mark};
use crate::labels::fill;

/// Sessions within the days of the meeting were held; the report of them is this one.
pub(super) fn sessions(draft: &mut Draft, sheet: &Sheet<'_>) {
    let header = &draft.document.header;
    let (Some(first), last) = (header.start_date, header.end_date) else { return };
    let last = last.unwrap_or(first);
    let report = number_in_list(&draft.document, sheet);
    for meeting in &mut draft.document.meetings {
        let within = meeting.start_date.is_some_and(|day| (first..=last).contains(&day));
        let of_group = meeting.group.as_deref().is_none_or(|group| group == sheet.group);
        if within && of_group && meeting.title.is_none() {
            meeting.status = MeetingStatus::Held;
            meeting.reports = report.iter().cloned().collect();
        }
    }
}

/// The report's number as the document list gives it, which may leave out the group.
fn number_in_list(document: &Document, sheet: &Sheet<'_>) -> Option<DocumentNumber> {
    let own = sheet.number.as_ref()?;
    let mut listed = document.documents.iter().filter_map(|listed| listed.number.as_ref());
    listed.find(|number| number.matches_any_revision(own)).cloned()
}

/// Puts an introduction before the first item, unless one is known.
pub(super) fn add(draft: &mut Draft, sheet: &Sheet<'_>) {
    let labels = sheet.labels;
    let title = &labels.headings.introduction;
    let is_there =
        |item: &Item| item.title.as_deref().is_some_and(|own| own.to_lowercase() == title.to_lowercase());
    if let Some(item) = draft.document.items.iter_mut().find(|item| is_there(item)) {
        let lines = item.text.take().into_iter().chain(std::mem::take(&mut draft.preamble));
        item.text = Some(lines.collect::<Vec<_>>().join("\n")).filter(|text| !text.is_empty());
        let number = item.number.clone().filter(|_| item.text.is_some());
        draft.told.extend(number.map(Some));
        return;
    }
    let number = before(&draft.document.items);
    let mut text: Vec<String> = held(draft, sheet);
    text.append(&mut draft.preamble);
    if text.is_empty() {
        let what = missing(draft, sheet);
        draft.todo(Place::Item(number.clone()), &what);
        text.push(mark(labels, &what));
    }
    if !draft.document.documents.is_empty() {
        text.push(labels.sentences.documents_in_annex.clone());
    }
    draft.told.push(Some(number.clone()));
    let item = Item {
        number: Some(number),
        kind: ItemKind::Heading,
        title: Some(title.clone()),
        text: Some(text.join("\n")),
        ..Item::default()
    };
    draft.document.items.insert(0, item);
}

/// `0`, as ITU's reports number their introduction; `00` where the agenda itself begins with 0.
fn before(items: &[Item]) -> String {
    let taken = |number: &str| items.iter().any(|item| item.number.as_deref() == Some(number));
    if taken("0") { "00".to_owned() } else { "0".to_owned() }
}

/// A sentence for each session held.
fn held(draft: &Draft, sheet: &Sheet<'_>) -> Vec<String> {
    let meetings = draft.document.meetings.iter();
    let held =
        meetings.filter(|meeting| meeting.status == MeetingStatus::Held && meeting.start_date.is_some());
    held.filter(|meeting| meeting.group.as_deref().is_none_or(|group| group == sheet.group))
        .map(|meeting| sentence(meeting, sheet))
        .collect()
}

fn sentence(meeting: &Meeting, sheet: &Sheet<'_>) -> String {
    let labels = sheet.labels;
    let times = labels.times_with_zone(meeting);
    let times = if times.is_empty() { times } else { format!(" ({times})") };
    let date = labels.period(meeting.start_date, meeting.end_date);
    fill(&labels.sentences.held, &[("group", &sheet.group), ("date", &date), ("times", &times)])
}

fn missing(draft: &Draft, sheet: &Sheet<'_>) -> String {
    let header = &draft.document.header;
    let labels = sheet.labels;
    let dates = labels.period(header.start_date, header.end_date);
    let place = labels.place_and_dates(header.place.as_deref().unwrap_or_default(), &dates);
    let values = [("group", sheet.group.as_str()), ("parent", &sheet.parent), ("place_and_dates", &place)];
    fill(&labels.sentences.held_todo, &values)
}
