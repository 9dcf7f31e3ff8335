//! Texts: rows of the tables of Recommendations, Supplements, Technical Papers and Reports, and what happens to them.
//!
//! The tables are those of the reports to the Assembly (approved, under approval, deleted, submitted, Supplements,
//! papers, other publications) and those by which a Question or Working Party proposes texts for approval,
//! determination, consent or agreement (Resolution 1 for TAP, Recommendation A.8 for AAP).

mod designation;
mod fate;

use jiff::civil::Date;
use meeting_model::{Text, TextEvent};

use crate::found::Reading;
use crate::lists::listing::{self, ListRow, Listing};
use crate::outline::Grid;
use crate::values::date;
use crate::vocabulary::{Column, Heading as About};

pub(crate) use designation::{bare, is_only_designation};
pub(crate) use fate::{is_deleted, process};

/// Reads the texts of all tables.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for listing in listing::all(reading) {
        if let Some(column) = text_column(&listing, reading) {
            let abouts = listing.abouts(reading);
            for text in listing.rows().iter().filter_map(|row| text(row, column, &abouts, reading)) {
                // A report may give the same row in the report of a Question and in the summary.
                if !texts.iter().any(|known| is_same(known, &text)) {
                    texts.push(text);
                }
            }
        }
    }
    texts
}

fn is_same(a: &Text, b: &Text) -> bool {
    let at = a.at.clone();
    *a == Text { at, ..b.clone() }
}

/// Columns that a table of texts does not have.
const OTHERWISE: [Column; 9] = [
    Column::Source,
    Column::ForAction,
    Column::ForInformation,
    Column::Place,
    Column::PlaceDate,
    Column::Rapporteur,
    Column::Chair,
    Column::Responsible,
    Column::Treatment,
];

/// The column of the designations, if the table is one of texts.
pub(crate) fn text_column(listing: &Listing<'_>, reading: &Reading<'_>) -> Option<usize> {
    let heads = &listing.heads;
    if heads.has_any(&OTHERWISE) {
        return None;
    }
    let tells = heads.has_any(&[
        Column::Title,
        Column::Status,
        Column::Process,
        Column::ApprovalDate,
        Column::ConsentDate,
        Column::WithdrawalDate,
    ]);
    let is_about =
        || listing.abouts(reading).into_iter().find(|about| is_about_work(*about) || is_about_texts(*about));
    if let Some(column) = heads.of_any(&[Column::Recommendation, Column::Supplement]) {
        return Some(column).filter(|_| tells);
    }
    if let Some(column) = heads.of(Column::WorkItem) {
        return Some(column).filter(|_| tells && is_about().is_some_and(is_about_texts));
    }
    let has_fate =
        heads.has_any(&[Column::Process, Column::ApprovalDate, Column::ConsentDate, Column::WithdrawalDate]);
    // What some call the designation of a text, others call that of a group.
    if let Some(column) = heads.of(Column::Group).filter(|_| has_fate && heads.has(Column::Title)) {
        return Some(column);
    }
    // Papers and other publications go by the name "document": they have a status and a date, and no number.
    let is_publication = heads.has(Column::Title)
        && ((heads.has(Column::Status) && heads.has_any(&[Column::Date, Column::ApprovalDate]))
            || listing.own_abouts(reading).into_iter().any(is_about_texts));
    let by_name = || {
        heads
            .of(Column::FinalText)
            .filter(|&column| heads.has(Column::Title) && names_texts(listing.grid, column))
    };
    if let Some(column) = by_name() {
        return Some(column);
    }
    heads
        .of(Column::Document)
        .filter(|_| is_publication && !heads.has(Column::Category) && !heads.has(Column::Question))
}

/// Whether a table whose texts stand under the head `Text` gives their designations there, and not their documents.
pub(crate) fn is_of_texts(grid: &Grid) -> bool {
    grid.heads.of(Column::FinalText).is_some_and(|column| names_texts(grid, column))
}

fn names_texts(grid: &Grid, column: usize) -> bool {
    let cells = grid.rows.iter().skip(grid.heads.header_rows).filter_map(|row| row.cell(column));
    let mut cells = cells.filter(|cell| !cell.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|cell| designation::is_designation(&cell.text()))
}

/// Whether a title speaks of texts and what happens to them.
pub(crate) fn is_about_texts(about: About) -> bool {
    fate::event_of(about).is_some()
        || matches!(
            about,
            About::TextsForAgreement | About::Supplements | About::TechnicalPapers | About::TechnicalReports
        )
}

pub(crate) fn is_about_work(about: About) -> bool {
    matches!(about, About::WorkProgramme | About::NewWorkItems | About::DeletedWorkItems)
}

fn text(row: &ListRow<'_, '_>, column: usize, abouts: &[About], reading: &Reading<'_>) -> Option<Text> {
    let cell = row.row.cell(column)?;
    let printed = row.text_at(column, reading)?;
    let listing = row.listing();
    let is_document = listing.heads.of(Column::Document) == Some(column);
    // A row of a list of documents, or a note that runs over the table, is no text.
    if (is_document && reading.first_number(&printed).is_some())
        || cell.columns * 2 > listing.grid.columns.max(2)
    {
        return None;
    }
    let named = designation::read(&printed, reading.words);
    let over: Vec<About> = row
        .section_words()
        .iter()
        .flat_map(|words| listing::abouts(words, reading.words))
        .chain(abouts.iter().copied())
        .collect();
    let event = fate::event(row, &over, reading);
    let own =
        row.section_words().map(|words| listing::abouts(&words, reading.words)).filter(|own| !own.is_empty());
    let own = own.unwrap_or_else(|| listing.own_abouts(reading));
    let title = row.text_of(&[Column::Title, Column::Subject], reading).or_else(|| named.title.clone());
    Some(Text {
        kind: designation::kind(&named.designation, row, &own, reading),
        event,
        status: row.text(Column::Status, reading),
        revision: fate::revision(&printed, &named, row, reading),
        process: process(row, &over, reading),
        date: day(row, event, reading),
        title,
        at: reading.outline.location(row.number_spot(cell)),
        designation: named.designation,
    })
}

/// The day of the event: from the column that is called by it, else from one that says only that it is a date.
fn day(row: &ListRow<'_, '_>, event: Option<TextEvent>, reading: &Reading<'_>) -> Option<Date> {
    let first = match event {
        Some(TextEvent::Deleted) => Column::WithdrawalDate,
        Some(TextEvent::UnderApproval) => Column::ConsentDate,
        _ => Column::ApprovalDate,
    };
    let others = [Column::Date, Column::ApprovalDate, Column::WithdrawalDate, Column::ConsentDate];
    let columns = std::iter::once(first).chain(others);
    columns.filter_map(|column| row.text(column, reading)).find_map(|text| {
        let (start, end) = date::first(&text, reading.words)?;
        (start == end).then_some(start)
    })
}

#[cfg(test)]
mod tests;
