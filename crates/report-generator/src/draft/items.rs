//! The items of the report: those of the agenda, with marks where their outcome is not known.

use meeting_model::{Item, ItemKind, MeetingStatus};

use super::group::Sheet;
use super::{Draft, Place};
use crate::labels::Headings;

/// Items that others stand under become headings, and an item for future meetings is there.
pub(super) fn arrange(draft: &mut Draft, sheet: &Sheet<'_>) {
    let items = &mut draft.document.items;
    for at in 0..items.len() {
        let number = items[at].number.clone();
        if has_items(items, number.as_deref()) && items[at].documents.is_empty() {
            items[at].kind = ItemKind::Heading;
        }
        number_text(&mut items[at]);
    }
    let title = &sheet.labels.headings.future_meetings;
    if !items.iter().any(|item| is_titled(item, sheet, |headings| &headings.future_meetings)) {
        let item = Item {
            number: Some(next_number(items)),
            kind: ItemKind::Heading,
            title: Some(title.clone()),
            ..Item::default()
        };
        items.push(item);
    }
}

/// The text of a numbered paragraph begins with its number, which Word may have counted in the agenda.
fn number_text(item: &mut Item) {
    let (ItemKind::Paragraph, Some(number), Some(text)) = (item.kind, &item.number, &mut item.text) else {
        return;
    };
    if !text.starts_with(number.as_str()) {
        text.insert_str(0, &format!("{number} "));
    }
}

/// The number of a further top item: one more than the last.
pub(super) fn next_number(items: &[Item]) -> String {
    let tops = items.iter().filter_map(|item| item.number.as_deref()?.split('.').next()?.parse::<u32>().ok());
    (tops.max().unwrap_or(0) + 1).to_string()
}

fn has_items(items: &[Item], number: Option<&str>) -> bool {
    number.is_some() && items.iter().any(|item| item.section.as_deref() == number)
}

/// Whether an item has a heading of reports as its title, in the language of the agenda or of the report.
fn is_titled(item: &Item, sheet: &Sheet<'_>, heading: fn(&Headings) -> &String) -> bool {
    let Some(own) = item.title.as_deref().map(str::to_lowercase) else { return false };
    [sheet.agenda_labels, sheet.labels]
        .iter()
        .any(|labels| own.contains(&heading(&labels.headings).to_lowercase()))
}

/// Marks every item of which nothing is known but what the agenda says.
pub(super) fn mark(draft: &mut Draft, sheet: &Sheet<'_>) {
    let missing: Vec<Option<(Place, String)>> =
        draft.document.items.iter().map(|item| missing(draft, item, sheet)).collect();
    for (at, missing) in missing.into_iter().enumerate() {
        let Some((place, what)) = missing else { continue };
        let item = &mut draft.document.items[at];
        let lines = item.text.take().into_iter().chain([super::mark(sheet.labels, &what)]);
        item.text = Some(lines.collect::<Vec<_>>().join("\n"));
        draft.todo(place, &what);
    }
    if draft.document.terms_of_reference.is_empty() {
        draft.todo(Place::TermsOfReference, &sheet.labels.sentences.todo_terms_of_reference);
    }
}

/// What is still to be written of an item.
fn missing(draft: &Draft, item: &Item, sheet: &Sheet<'_>) -> Option<(Place, String)> {
    let labels = sheet.labels;
    let document = &draft.document;
    if is_told(draft, item) || has_items(&document.items, item.number.as_deref()) {
        return None;
    }
    if is_titled(item, sheet, |headings| &headings.future_meetings) {
        let has_plans = document.meetings.iter().any(|meeting| meeting.status == MeetingStatus::Planned);
        let what = labels.sentences.todo_future_meetings.clone();
        return (!has_plans).then_some((Place::FutureMeetings, what));
    }
    let is_closing = is_titled(item, sheet, |headings| &headings.closing);
    let what = if is_closing { &labels.sentences.todo_closing } else { &labels.sentences.todo_outcome };
    Some((Place::Item(item.number.clone().unwrap_or_default()), what.clone()))
}

/// Whether something happened to the item by what is known: an outcome, a decision, an action, a mark.
fn is_told(draft: &Draft, item: &Item) -> bool {
    let document = &draft.document;
    let of_item = |of: &Option<String>| of.is_some() && *of == item.number;
    let marked = draft
        .todo
        .iter()
        .any(|todo| matches!(&todo.place, Place::Item(at) if Some(at) == item.number.as_ref()));
    // An outcome alone may be history of which the agenda tells ("Presented at the plenary").
    marked
        || draft.told.contains(&item.number)
        || document.decisions.iter().any(|decision| of_item(&decision.item))
        || document.actions.iter().any(|action| of_item(&action.item))
}
