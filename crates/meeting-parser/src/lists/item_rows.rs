//! Rows of an item table: which cell is the number, the title, the documents, the treatment.

use crate::found::Reading;
use crate::outline::{Cell, Grid, GridRow, Spot, bare_number, is_number};
use crate::vocabulary::Column;

/// Columns that tell what became of an item.
const TREATMENT: [Column; 8] = [
    Column::Treatment,
    Column::Outcome,
    Column::Discussion,
    Column::Notes,
    Column::Comments,
    Column::Proposal,
    Column::Action,
    Column::Status,
];

/// Columns that mark a table as something else than the business of a meeting.
const OTHERWISE: [Column; 12] = [
    Column::WorkItem,
    Column::Recommendation,
    Column::Supplement,
    Column::Rapporteur,
    Column::DueDate,
    Column::Responsible,
    Column::Category,
    Column::ForAction,
    Column::Process,
    Column::Place,
    Column::PlaceDate,
    Column::Date,
];

/// The cells of a row by what they hold.
#[derive(Debug)]
pub(crate) struct RowParts<'d> {
    pub number: Option<String>,
    pub title: Option<&'d Cell>,
    pub sources: Option<&'d Cell>,
    pub documents: Option<&'d Cell>,
    pub treatment: Vec<&'d Cell>,
    /// The place of the number.
    pub spot: Spot,
}

/// Whether a table's rows are items: by its heads, or by section numbers in its first column.
pub(crate) fn is_item_table(grid: &Grid, reading: &Reading<'_>) -> bool {
    if grid.heads.header_rows > 0 {
        let names_matter = [Column::Item, Column::Title, Column::Subject, Column::AgendaItem];
        return grid.heads.has_any(&names_matter)
            && (grid.heads.has_any(&TREATMENT[..3])
                || (grid.heads.has(Column::Document) && grid.heads.has_any(&TREATMENT)))
            && !grid.heads.has_any(&OTHERWISE)
            && numbered_rows(grid) > 0;
    }
    let filled = grid.rows.iter().filter(|row| !row.is_empty()).count();
    let _ = reading;
    (2..=6).contains(&grid.columns) && filled > 0 && numbered_rows(grid) * 2 > filled
}

fn numbered_rows(grid: &Grid) -> usize {
    grid.rows.iter().skip(grid.heads.header_rows).filter(|row| number_cell(row, grid).is_some()).count()
}

/// The cell with the item's number, among the first two of a row.
fn number_cell<'d>(row: &'d GridRow, grid: &Grid) -> Option<(&'d Cell, String)> {
    if let Some(column) = grid.heads.of_any(&[Column::AgendaItem, Column::Position])
        && let Some(found) = row.cell(column).and_then(|cell| Some((cell, cell_number(cell)?)))
    {
        return Some(found);
    }
    row.cells.iter().take(2).find_map(|cell| cell_number(cell).map(|number| (cell, number)))
}

/// A cell that holds a section number and nothing else.
fn cell_number(cell: &Cell) -> Option<String> {
    let line = cell.lines.first().filter(|_| cell.lines.len() == 1)?;
    let number = match (&line.label, line.is_empty()) {
        (Some(label), true) if !line.is_bullet => bare_number(label),
        (None, false) => bare_number(&line.text),
        _ => return None,
    };
    is_number(&number).then_some(number)
}

impl<'d> RowParts<'d> {
    /// `None` for an empty row.
    pub(crate) fn read(row: &'d GridRow, grid: &Grid, reading: &Reading<'_>) -> Option<Self> {
        if row.is_empty() {
            return None;
        }
        let numbered = number_cell(row, grid);
        let spot = numbered.as_ref().map_or(row.cells.first()?.spot, |(cell, _)| {
            cell.lines.first().map_or(cell.spot, |line| line.spot)
        });
        let number_column = numbered.as_ref().map(|(cell, _)| cell.column);
        let mut parts = Self {
            number: numbered.map(|(_, number)| number),
            title: None,
            sources: None,
            documents: None,
            treatment: Vec::new(),
            spot,
        };
        let cells = row.cells.iter().filter(|cell| Some(cell.column) != number_column);
        if grid.heads.header_rows > 0 {
            parts.by_heads(cells, grid, number_column);
        } else {
            parts.by_content(cells.filter(|cell| number_column.is_none_or(|at| cell.column > at)), reading);
        }
        Some(parts)
    }

    fn by_heads(&mut self, cells: impl Iterator<Item = &'d Cell>, grid: &Grid, number: Option<usize>) {
        let heads = &grid.heads;
        let names = [Column::Title, Column::Subject, Column::Item, Column::AgendaItem];
        // `Item` may head the numbers or the titles.
        let title = names.iter().filter_map(|&role| heads.of(role)).find(|&column| Some(column) != number);
        let document = heads.of_any(&[Column::Document, Column::Reference]);
        for cell in cells {
            let takes = |column: Option<usize>| {
                column.is_some_and(|column| (cell.column..cell.column + cell.columns).contains(&column))
            };
            if takes(title) {
                self.title = Some(cell);
            } else if takes(heads.of(Column::Source)) {
                self.sources = Some(cell);
            } else if takes(document) {
                self.documents = Some(cell);
            } else if TREATMENT.iter().any(|&role| heads.all(role).any(|column| takes(Some(column)))) {
                self.treatment.push(cell);
            }
        }
    }

    /// Without heads: the title comes after the number, then a cell of document numbers, then the treatment.
    fn by_content(&mut self, cells: impl Iterator<Item = &'d Cell>, reading: &Reading<'_>) {
        let cells: Vec<&Cell> = cells.collect();
        for (at, &cell) in cells.iter().enumerate() {
            let is_last = at + 1 == cells.len();
            if self.title.is_none() {
                self.title = Some(cell);
            } else if self.documents.is_none()
                && self.treatment.is_empty()
                && cell.columns == 1
                && (is_numbers(cell, reading) || (!is_last && is_aside(cell)))
            {
                self.documents = Some(cell);
            } else {
                self.treatment.push(cell);
            }
        }
    }
}

/// Whether a cell holds document numbers and little else.
fn is_numbers(cell: &Cell, reading: &Reading<'_>) -> bool {
    const LONGEST: usize = 80;
    let text = cell.text();
    let found = reading.numbers(&text);
    let printed: usize = found.iter().map(|found| found.range.len()).sum();
    // A number at the beginning, with a remark after it, such as `(Output of the group)`.
    let begins = found.first().is_some_and(|found| found.range.start <= 1) && text.len() <= LONGEST;
    begins || (printed > 0 && printed * 3 >= text.chars().filter(|c| !c.is_whitespace()).count())
}

/// Whether the words of a cell between title and treatment are a note in place of a number: nothing, or all in
/// parentheses, such as `(Annex B)`.
fn is_aside(cell: &Cell) -> bool {
    let text = cell.text();
    text.is_empty() || (text.starts_with('(') && text.ends_with(')')) || text.chars().count() <= 30
}
