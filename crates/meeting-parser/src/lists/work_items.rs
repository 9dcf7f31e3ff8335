//! Work items: rows of the tables of a work programme, of new, deleted and candidate work items.

use meeting_model::{DocumentNumber, WorkItem, WorkItemStatus};

use crate::found::Reading;
use crate::lists::listing::{self, ListRow, Listing};
use crate::lists::{cell_words, questions, texts};
use crate::outline::{Cell, Line};
use crate::values::person;
use crate::vocabulary::{Column, Heading as About, Marker};

/// Reads the work items, each once: what a later row adds completes the first one.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<WorkItem> {
    let mut items: Vec<WorkItem> = Vec::new();
    for listing in listing::all(reading) {
        if !is_list(&listing, reading) {
            continue;
        }
        let abouts = listing.abouts(reading);
        for item in listing.rows().iter().filter_map(|row| work_item(row, &abouts, reading)) {
            match items.iter_mut().find(|known| known.designation == item.designation) {
                Some(known) => complete(known, item),
                None => items.push(item),
            }
        }
    }
    items
}

/// Columns that a table of work items does not have.
const OTHERWISE: [Column; 6] = [
    Column::ForAction,
    Column::ForInformation,
    Column::Category,
    Column::Source,
    Column::Responsible,
    Column::Treatment,
];

/// A table with work items and their titles that is not one of texts for approval.
fn is_list(listing: &Listing<'_>, reading: &Reading<'_>) -> bool {
    let heads = &listing.heads;
    heads.has(Column::WorkItem)
        && heads.has_any(&[Column::Title, Column::Subject, Column::Editor, Column::DueDate])
        && !heads.has_any(&OTHERWISE)
        && texts::text_column(listing, reading).is_none()
}

fn work_item(row: &ListRow<'_, '_>, abouts: &[About], reading: &Reading<'_>) -> Option<WorkItem> {
    let cell = row.cell(Column::WorkItem)?;
    let printed = row.text(Column::WorkItem, reading)?;
    let text = |role| row.text(role, reading);
    Some(WorkItem {
        designation: texts::bare(&printed),
        question: question(row, reading),
        status: status(row, abouts, reading),
        title: row.text_of(&[Column::Title, Column::Subject], reading),
        editors: row.cell(Column::Editor).map(|cell| editors(cell, reading)).unwrap_or_default(),
        base_text: text(Column::BaseText),
        equivalent: text(Column::Equivalent),
        process: texts::process(row, &[], reading),
        target_date: row.text_of(&[Column::DueDate, Column::Date], reading),
        documents: documents(row, reading),
        at: reading.outline.location(row.number_spot(cell)),
    })
}

/// The Question of the row, or the one that a row above gives for all below it.
fn question(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Option<String> {
    let own = row.text(Column::Question, reading).or_else(|| row.section_words());
    own.map(|printed| questions::number(&printed, reading))
        .filter(|number| number.starts_with('Q') && number.contains('/'))
}

/// The state: as the row prints it, else as the words over the table say.
fn status(row: &ListRow<'_, '_>, abouts: &[About], reading: &Reading<'_>) -> Option<WorkItemStatus> {
    let words = reading.words;
    let printed = row.text_of(&[Column::Status, Column::Action], reading);
    if let Some(printed) = &printed {
        if texts::is_deleted(printed, words) || words.markers.is(printed, Marker::Cancelled) {
            return Some(WorkItemStatus::Deleted);
        }
        if words.markers.is(printed, Marker::New) {
            return Some(WorkItemStatus::New);
        }
    }
    let section = row.section_words().map(|words| listing::abouts(&words, reading.words)).unwrap_or_default();
    section.iter().chain(abouts).find_map(|about| match about {
        About::NewWorkItems => Some(WorkItemStatus::New),
        About::DeletedWorkItems => Some(WorkItemStatus::Deleted),
        About::WorkProgramme => Some(WorkItemStatus::Ongoing),
        _ => None,
    })
}

/// The editors by name; a cell that holds no names gives its words.
fn editors(cell: &Cell, reading: &Reading<'_>) -> Vec<String> {
    let lines: Vec<&str> =
        cell.lines.iter().flat_map(Line::pieces).filter(|piece| !piece.contains('@')).collect();
    let text = lines.join("\n");
    if reading.is_nothing(&text) {
        return Vec::new();
    }
    let names: Vec<String> =
        person::list(&text, reading.words).into_iter().map(|person| person.name).collect();
    if names.is_empty() { vec![cell_words(cell).into_owned()] } else { names }
}

fn documents(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Vec<DocumentNumber> {
    let mut documents = Vec::new();
    for number in row.row.cells.iter().flat_map(|cell| reading.distinct_numbers(&cell.text())) {
        if !documents.contains(&number) {
            documents.push(number);
        }
    }
    documents
}

fn complete(known: &mut WorkItem, more: WorkItem) {
    known.question = known.question.take().or(more.question);
    known.status = known.status.or(more.status);
    known.title = known.title.take().or(more.title);
    known.base_text = known.base_text.take().or(more.base_text);
    known.equivalent = known.equivalent.take().or(more.equivalent);
    known.process = known.process.or(more.process);
    known.target_date = known.target_date.take().or(more.target_date);
    if known.editors.is_empty() {
        known.editors = more.editors;
    }
    for document in more.documents {
        if !known.documents.contains(&document) {
            known.documents.push(document);
        }
    }
}

#[cfg(test)]
mod tests;
