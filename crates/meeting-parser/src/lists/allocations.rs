//! Allocations: tables that say which groups are to treat which documents, by marks under the names of the groups or
//! in a column that names them.

#[cfg(test)]
mod tests;

use meeting_model::{Allocation, DocumentNumber};

use crate::found::{Reading, in_parentheses};
use crate::group_names;
use crate::lists::logical::{self, Table};
use crate::lists::{marks, name_list};
use crate::outline::{Block, Cell, GridRow, Spot, bare_number, is_number};
use crate::vocabulary::{Column, Heading as About, Vocabulary};

/// Heads over the names of groups.
const GROUPS: [Column; 5] =
    [Column::AllocatedTo, Column::Groups, Column::Group, Column::WorkingParty, Column::Question];

/// Rows at the top among which heads are sought.
const MOST_HEADS: usize = 4;

/// Where a table names the groups.
#[derive(Debug, Clone)]
enum Groups {
    /// Columns that are marked, with the names over them.
    Marked(Vec<(usize, String)>),
    /// A column that names them.
    Named(usize),
}

/// The columns of an allocation table.
#[derive(Debug, Clone)]
struct Layout {
    width: usize,
    /// The column of documents, or several: contributions in one, temporary documents in another.
    documents: Vec<usize>,
    groups: Groups,
}

/// Reads all allocation tables, in the order of the file.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Allocation> {
    let mut found = Vec::new();
    let mut open: Option<Layout> = None;
    for table in logical::tables(reading.outline) {
        let goes_on = open.take().filter(|open| table.follows && open.width == table.grid.columns);
        let layout = Layout::of(&table, reading).or_else(|| goes_on.filter(|_| has_no_heads(&table)));
        if let Some(layout) = &layout {
            layout.read(&table, &mut found, reading);
        }
        open = layout;
    }
    found
}

/// Whether the first row is none of heads: it goes on with the rows of the table before.
fn has_no_heads(table: &Table<'_>) -> bool {
    table.grid.heads.header_rows == 0
}

impl Layout {
    fn of(table: &Table<'_>, reading: &Reading<'_>) -> Option<Self> {
        let document = logical::number_column(table, reading)?;
        let groups = marked(table, document, reading).or_else(|| named(table, document, reading))?;
        let documents = document_columns(table, document, &groups, reading);
        Some(Self { width: table.grid.columns, documents, groups })
    }

    fn read(&self, table: &Table<'_>, found: &mut Vec<Allocation>, reading: &Reading<'_>) {
        for (at, row) in table.rows() {
            let cells = self.documents.iter().filter_map(|&column| row.cell(column));
            let groups = self.groups(at, row, table, reading);
            for (number, spot) in cells.flat_map(|cell| numbers(cell, reading)) {
                add(found, number, &groups, spot, reading);
            }
        }
    }

    fn groups(&self, at: usize, row: &GridRow, table: &Table<'_>, reading: &Reading<'_>) -> Vec<String> {
        match &self.groups {
            Groups::Named(column) => {
                let text = table.cell(at, *column).and_then(logical::text);
                text.map(|text| name_list::split(&text, reading.words)).unwrap_or_default()
            }
            Groups::Marked(columns) => {
                let is_marked =
                    |column: usize| row.cell(column).is_some_and(|cell| marks::is_marked(cell, reading));
                columns
                    .iter()
                    .filter(|(column, _)| is_marked(*column))
                    .map(|(_, name)| name.clone())
                    .collect()
            }
        }
    }
}

/// Beside the first column of documents those of other series, where the groups stand in a column.
fn document_columns(table: &Table<'_>, first: usize, groups: &Groups, reading: &Reading<'_>) -> Vec<usize> {
    let Groups::Named(of_groups) = groups else { return vec![first] };
    let is_series = |column: usize| reading.words.document_types.leading(table.name(column)).is_some();
    let is_other = |column: &usize| {
        *column != first
            && column != of_groups
            && is_series(*column)
            && logical::holds_numbers(table, *column, reading)
    };
    let mut columns: Vec<usize> = (0..table.grid.columns).filter(is_other).collect();
    columns.push(first);
    columns.sort_unstable();
    columns
}

/// The numbers of a cell that stand outside parentheses, each with its place.
fn numbers(cell: &Cell, reading: &Reading<'_>) -> Vec<(DocumentNumber, Spot)> {
    let lines = cell.lines.iter().flat_map(|line| {
        let found = reading.listed(&line.text).into_iter();
        found
            .filter(|found| !in_parentheses(&line.text, found.range.start))
            .map(|found| (found.number, line.spot))
    });
    lines.collect()
}

/// A document that is listed again goes to the groups of both rows.
fn add(
    found: &mut Vec<Allocation>,
    document: DocumentNumber,
    groups: &[String],
    spot: Spot,
    reading: &Reading<'_>,
) {
    if let Some(known) = found.iter_mut().find(|known| known.document == document) {
        let new: Vec<String> = groups.iter().filter(|group| !known.groups.contains(group)).cloned().collect();
        known.groups.extend(new);
        return;
    }
    found.push(Allocation { document, groups: groups.to_vec(), at: reading.outline.location(spot) });
}

/// The columns that are marked for a group.
fn marked(table: &Table<'_>, document: usize, reading: &Reading<'_>) -> Option<Groups> {
    let words = reading.words;
    let heads = head_rows(table, document, reading);
    let name = |column: usize| {
        let cells = heads.iter().rev().filter_map(|row| row.cell(column)).filter(|cell| cell.columns == 1);
        cells.map(logical::one_line).find(|name| !name.is_empty())
    };
    let wide = heads
        .iter()
        .flat_map(|row| &row.cells)
        .filter(|cell| cell.columns > 1 && is_over_groups(cell, words));
    let under: Vec<usize> = wide.flat_map(|cell| cell.column..cell.column + cell.columns).collect();
    let is_known_group = |column: usize, name: &str| under.contains(&column) || is_group(name, words);
    let is_matrix = |column: usize, name: &str| {
        let is_head = |row: &GridRow| heads.iter().any(|head| logical::says_the_same(head, row));
        let rows = table.rows().map(|(_, row)| row).filter(|row| !is_head(row));
        let cells = rows.filter_map(|row| row.cell(column));
        // Under the name of a group a word may stand for a mark; elsewhere it is text.
        let is_group = is_known_group(column, name);
        let mut cells = cells.filter(|cell| cell.columns == 1);
        cells.all(|cell| marks::is_mark_or_nothing(cell, reading) || (is_group && marks::is_short(cell)))
    };
    let columns = (0..table.grid.columns).filter(|&column| column != document);
    let columns = columns.filter_map(|column| Some((column, name(column)?)));
    let candidates: Vec<(usize, String)> = columns
        .filter(|(column, name)| is_known_group(*column, name) || !is_known(name, words))
        .filter(|(column, name)| is_matrix(*column, name))
        .collect();
    let known = candidates.iter().filter(|(column, name)| is_known_group(*column, name)).count();
    let is_allocation = known >= 1 || is_about_allocation(table, reading);
    (candidates.len() >= 2 && is_allocation).then_some(Groups::Marked(candidates))
}

/// The rows above the first document.
fn head_rows<'d>(table: &Table<'d>, document: usize, reading: &Reading<'_>) -> Vec<&'d GridRow> {
    let is_document =
        |row: &&GridRow| row.cell(document).is_some_and(|cell| reading.first_number(&cell.text()).is_some());
    // Nor is a row with a number of its own, such as the opening of an agenda.
    let is_numbered = |row: &&GridRow| {
        let first = row.cells.first().filter(|cell| cell.columns == 1).map(logical::one_line);
        first.is_some_and(|first| is_number(&bare_number(&first)))
    };
    let rows = table.grid.rows.iter().take(MOST_HEADS);
    let rows = rows.take_while(|row| !is_document(row) && !is_numbered(row));
    // The title of the first rows is no head.
    rows.filter(|row| row.cells.iter().filter(|cell| !cell.is_empty()).count() > 1).collect()
}

fn is_over_groups(cell: &Cell, words: &Vocabulary) -> bool {
    let head = logical::one_line(cell);
    words.column(&head).is_some_and(|role| GROUPS.contains(&role))
        || words.headings.has(&head, About::Allocation)
}

/// Whether a head is a word for another column.
fn is_known(head: &str, words: &Vocabulary) -> bool {
    let outside = head.split(['(', '（']).next().unwrap_or(head);
    words.columns.get(head).or_else(|| words.columns.get(outside)).is_some()
}

/// Whether a head is the name of a group, and not the word for groups.
fn is_group(head: &str, words: &Vocabulary) -> bool {
    words.columns.get(head).is_none() && group_names::is_body(head, words)
}

/// The column that names the groups.
fn named(table: &Table<'_>, document: usize, reading: &Reading<'_>) -> Option<Groups> {
    if !table.has_heads() || table.has(&[Column::Action, Column::DueDate, Column::Rapporteur]) {
        return None;
    }
    let words = reading.words;
    let says_so = |column: &usize| words.columns.is(table.name(*column), Column::AllocatedTo);
    let all = 0..table.grid.columns;
    let column = all.filter(|&column| column != document).find(says_so).or_else(|| {
        let roles = if is_about_allocation(table, reading) { &GROUPS[..] } else { &GROUPS[..2] };
        table.column(roles)
    })?;
    (column != document).then_some(Groups::Named(column))
}

/// Whether a heading over a table, or the line right above it, speaks of the allocation of documents.
fn is_about_allocation(table: &Table<'_>, reading: &Reading<'_>) -> bool {
    let (outline, spot) = (reading.outline, table.grid.spot);
    let says_so = |text: &str| reading.words.headings.has(text, About::Allocation);
    let at = outline.blocks.iter().position(|block| block.spot() == spot).unwrap_or_default();
    let line = outline.blocks[..at].iter().rev().find_map(|block| match block {
        Block::Line(line) if line.is_empty() => None,
        Block::Line(line) => Some(line.text.as_str()),
        Block::Table(_) => Some(""),
    });
    line.is_some_and(says_so) || outline.headings_over(spot).any(|heading| says_so(&heading.title))
}
