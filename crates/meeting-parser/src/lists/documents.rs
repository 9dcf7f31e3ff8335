//! Document lists: tables whose columns are a document's number and title.

use meeting_model::ListedDocument;

use crate::found::{Reading, in_parentheses};
use crate::lists::{cell_words, item_rows};
use crate::outline::{Cell, Grid, GridRow, bare_number};
use crate::values::sources;
use crate::vocabulary::{Column, Marker, normalise};

/// Columns that a list of documents does not have.
const OTHERWISE: [Column; 14] = [
    Column::WorkItem,
    Column::Recommendation,
    Column::Supplement,
    Column::Process,
    Column::ForAction,
    Column::ForInformation,
    Column::Editor,
    Column::Place,
    Column::PlaceDate,
    Column::DueDate,
    Column::Responsible,
    Column::AllocatedTo,
    Column::Meeting,
    Column::Rapporteur,
];

/// Reads all document lists, in the order of the file.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<ListedDocument> {
    let mut documents = Vec::new();
    for (_, grid) in reading.outline.tables() {
        if is_document_list(grid, reading) {
            documents.extend(rows(grid).filter_map(|row| document(row, grid, reading)));
        }
    }
    documents
}

/// The rows below the head; a head that is repeated further down is none of them.
fn rows(grid: &Grid) -> impl Iterator<Item = &GridRow> {
    let head: Vec<String> = grid.rows.first().map(|row| row.cells.iter().map(Cell::text).collect()).unwrap_or_default();
    grid.rows
        .iter()
        .skip(grid.heads.header_rows)
        .filter(move |row| !row.cells.iter().map(Cell::text).eq(head.iter().cloned()))
}

fn is_document_list(grid: &Grid, reading: &Reading<'_>) -> bool {
    let heads = &grid.heads;
    heads.header_rows > 0
        && document_column(grid).is_some()
        && heads.has_any(&[Column::Title, Column::Subject, Column::Item])
        && heads.has_any(&[Column::Source, Column::Category, Column::Title])
        && !heads.has_any(&OTHERWISE)
        && !item_rows::is_item_table(grid, reading)
}

fn document_column(grid: &Grid) -> Option<usize> {
    grid.heads.of(Column::Document)
}

fn document(row: &GridRow, grid: &Grid, reading: &Reading<'_>) -> Option<ListedDocument> {
    let cell = |role| grid.heads.of(role).and_then(|column| row.cell(column));
    let number_cell = row.cell(document_column(grid)?)?;
    let line = number_cell.lines.iter().find(|line| !line.is_empty())?;
    let found = reading.numbers(&line.text).into_iter().next()?;
    let canonical = found.number.to_string();
    let title = cell(Column::Title).or_else(|| cell(Column::Subject)).or_else(|| cell(Column::Item)).map(cell_words);
    let reserved = title.as_deref().is_some_and(|title| {
        reading.words.markers.leading(title).is_some_and(|hit| hit.key == Marker::Reserved)
    });
    let source = cell(Column::Source).map(cell_words).filter(|source| !reading.is_nothing(source));
    let category = cell(Column::Category).map(|cell| category(&cell_words(cell)));
    Some(ListedDocument {
        position: cell(Column::Position).and_then(position),
        category: category.filter(|category| !category.is_empty()),
        printed: Some(found.printed.clone()).filter(|printed| *printed != canonical),
        introduced: Some(!in_parentheses(&line.text, found.range.start)),
        sources: source.map(|source| sources::split(&source, reading.words)).unwrap_or_default(),
        title: title.filter(|title| !title.is_empty()),
        reserved,
        url: reading.url(line, &found),
        at: reading.outline.location(line.spot),
        number: Some(found.number),
    })
}

fn position(cell: &Cell) -> Option<u32> {
    let line = cell.lines.first()?;
    let number = line.label.as_deref().filter(|_| line.is_empty()).unwrap_or(&line.text);
    bare_number(number).parse().ok()
}

/// Categories that typists spell in several ways are one: the words before a parenthesis, in lower case.
fn category(text: &str) -> String {
    const MISSPELT: f64 = 0.8;
    const USUAL: [&str; 6] = ["admin", "report", "contribution", "information", "discussion", "liaison"];
    let word = normalise(text.split('(').next().unwrap_or(text));
    let near = USUAL.iter().find(|usual| strsim::normalized_damerau_levenshtein(usual, &word) >= MISSPELT);
    near.map_or(word, |usual| (*usual).to_owned())
}
