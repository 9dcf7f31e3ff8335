//! Which tables hold the business of a meeting, a row for each item.

use crate::columns::Columns;
use crate::found::Reading;
use crate::lists::item_rows::{TREATMENT, cell_number, is_letter, number_cell};
use crate::outline::{Cell, Grid, GridRow};
use crate::vocabulary::text::is_ideograph;
use crate::vocabulary::{Column, Heading as About};

/// Columns that mark a table as something else than the business of a meeting.
const OTHERWISE: [Column; 11] = [
    Column::WorkItem,
    Column::Recommendation,
    Column::Supplement,
    Column::Rapporteur,
    Column::DueDate,
    Column::Category,
    Column::ForAction,
    Column::Process,
    Column::Place,
    Column::PlaceDate,
    Column::Date,
];

/// Columns of people, places and votes: their tables are no business, whatever their rows are numbered by.
const PEOPLE: [Column; 6] =
    [Column::Name, Column::Email, Column::Phone, Column::Country, Column::Organization, Column::Contact];

/// Whether a table's rows are items: by its heads, or by section numbers in its first column.
pub(crate) fn is_item_table(grid: &Grid, reading: &Reading<'_>) -> bool {
    let heads = &grid.heads;
    if heads.header_rows > 0 {
        let names_matter = [Column::Item, Column::Title, Column::Subject, Column::AgendaItem];
        // Remarks alone make no business of a list that only counts its rows.
        let has_treatment = heads.has_any(&TREATMENT[..3])
            || (heads.has(Column::Document)
                && heads.has_any(&TREATMENT)
                && (heads.has_any(&[
                    Column::Item,
                    Column::AgendaItem,
                    Column::Action,
                    Column::Proposal,
                    Column::ProposedActions,
                ]) || !is_count(grid, reading)));
        return heads.has_any(&names_matter)
            && (has_treatment || is_agenda(grid, reading))
            && !heads.has_any(&OTHERWISE)
            && (!heads.has(Column::Responsible)
                || (heads.has(Column::Document) && heads.has_any(&TREATMENT[..3])))
            && !heads.has_any(&PEOPLE)
            && numbered_rows(grid, heads, reading) > 0;
    }
    let filled = grid.rows.iter().filter(|row| !row.is_empty()).count();
    (2..=6).contains(&grid.columns)
        // Where the cells tell what the columns are, they are those of another list.
        && heads.known() == 0
        && filled > 0
        && begins_with_number(grid, reading)
        && numbered_rows(grid, heads, reading) * 2 > filled
        && (has_steps(grid, reading) || has_titles(grid, reading))
        && !is_about_people(grid)
        && !is_apart(grid, reading)
}

/// Whether the first row with a number has one in figures: points with letters alone are no business.
fn begins_with_number(grid: &Grid, reading: &Reading<'_>) -> bool {
    let first = grid.rows.iter().find_map(|row| number_cell(row, &grid.heads, reading));
    first.is_some_and(|found| !is_letter(&found.number))
}

/// Whether a row has a number of several steps, `2.1`.
fn has_steps(grid: &Grid, reading: &Reading<'_>) -> bool {
    let mut numbers = grid.rows.iter().filter_map(|row| number_cell(row, &grid.heads, reading));
    numbers.any(|found| found.number.contains('.'))
}

/// Whether most rows have a cell with several words or a document number: the numbers of a table of parameters stand
/// beside single words and figures.
fn has_titles(grid: &Grid, reading: &Reading<'_>) -> bool {
    let is_title = |cell: &Cell| {
        let text = cell.text();
        let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).count();
        words > 1
            || text.chars().filter(|&c| is_ideograph(c)).count() > 1
            || reading.first_number(&text).is_some()
    };
    let filled = grid.rows.iter().filter(|row| !row.is_empty());
    let titled = filled.clone().filter(|row| row.cells.iter().any(is_title)).count();
    let all = filled.count();
    // A table of its own for each item may have a row of one word.
    all == 1 || titled * 2 > all
}

/// Whether a table under heads names the business of a meeting, be it without a word on its treatment: titles under
/// the word for items; or numbered subjects of which some have no document, as opening and closing.
fn is_agenda(grid: &Grid, reading: &Reading<'_>) -> bool {
    let heads = &grid.heads;
    let rows: Vec<&GridRow> =
        grid.rows.iter().skip(heads.header_rows).filter(|row| !row.is_empty()).collect();
    let numbered: Vec<&GridRow> =
        rows.iter().copied().filter(|row| number_cell(row, heads, reading).is_some()).collect();
    let says = |row: &GridRow, roles: &[Column]| {
        let cells = roles.iter().flat_map(|&role| heads.all(role)).filter_map(|column| row.cell(column));
        cells.filter(|cell| !cell.is_empty()).any(|cell| is_wordy(cell, reading))
    };
    let named = rows.iter().filter(|row| says(row, &[Column::Item, Column::AgendaItem])).count();
    let by_subject = || {
        let is_bare = |row: &&&GridRow| {
            let cell = heads.of(Column::Document).and_then(|column| row.cell(column));
            cell.is_none_or(Cell::is_empty) && says(row, &[Column::Title, Column::Subject])
        };
        heads.has(Column::Document)
            && !heads.has(Column::Source)
            && numbered.iter().filter(is_bare).count() >= FEWEST_BARE
    };
    numbered.len() * 2 > rows.len() && (named * 2 > rows.len() || by_subject())
}

/// Opening and closing: an agenda has at least these without a document.
const FEWEST_BARE: usize = 2;

/// Whether a cell holds words, and not only a number of an item or of documents.
fn is_wordy(cell: &Cell, reading: &Reading<'_>) -> bool {
    let text = cell.text();
    cell_number(cell).is_none()
        && text.chars().any(char::is_alphabetic)
        && reading.first_number(&text).is_none_or(|found| found.range.start > 0)
}

/// Whether a table tells what became of each of the documents in its rows.
pub(crate) fn tells_outcomes(heads: &Columns) -> bool {
    heads.has(Column::Document) && heads.has_any(&TREATMENT[..3])
}

/// Whether a table without heads goes on with an item table under these heads.
pub(crate) fn goes_on(grid: &Grid, heads: &Columns, columns: usize, reading: &Reading<'_>) -> bool {
    let filled = grid.rows.iter().filter(|row| !row.is_empty()).count();
    grid.heads.header_rows == 0
        && grid.columns == columns
        && numbered_rows(grid, heads, reading) * 2 > filled
        && !is_apart(grid, reading)
}

/// Whether the rows are only counted: 1, 2, 3, without a break.
fn is_count(grid: &Grid, reading: &Reading<'_>) -> bool {
    let rows = grid.rows.iter().skip(grid.heads.header_rows);
    let numbers: Vec<String> =
        rows.filter_map(|row| Some(number_cell(row, &grid.heads, reading)?.number)).collect();
    numbers.iter().enumerate().all(|(at, number)| number.parse() == Ok(at + 1))
}

/// Whether most rows hold an address or a time of day.
fn is_about_people(grid: &Grid) -> bool {
    let filled = grid.rows.iter().filter(|row| !row.is_empty()).count();
    let tells = |cell: &Cell| {
        let text = cell.text();
        is_time(&text) || text.split_whitespace().any(|word| word.contains('@') && word.contains('.'))
    };
    grid.rows.iter().filter(|row| row.cells.iter().any(tells)).count() * 2 > filled
}

/// Whether a cell holds times of day and nothing else: `09:30-10:45`, `0930`.
fn is_time(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '-' | '–' | ' ' | 'h');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= 4 && (text.contains(':') || text.contains('h')) && text.chars().all(is_part)
}

/// Whether a table stands in a section of persons or times.
fn is_apart(grid: &Grid, reading: &Reading<'_>) -> bool {
    let apart = [About::Participants, About::TimePlan, About::Volunteers];
    reading
        .outline
        .heading(grid.spot)
        .and_then(|heading| heading.about)
        .is_some_and(|about| apart.contains(&about))
}

fn numbered_rows(grid: &Grid, heads: &Columns, reading: &Reading<'_>) -> usize {
    let rows = grid.rows.iter().skip(grid.heads.header_rows);
    rows.filter(|row| number_cell(row, heads, reading).is_some()).count()
}
