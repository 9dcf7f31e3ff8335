//! Tables as their writer means them: heads of several rows, heads that are repeated on a new page, a table that is
//! split in two and goes on under the heads of its first part, cells that are merged over several rows.

use crate::columns::Columns;
use crate::found::Reading;
use crate::outline::{Block, Cell, Grid, GridRow, Line, Outline, Spot};
use crate::vocabulary::text::is_same;
use crate::vocabulary::{Column, Marker, Vocabulary};

/// Words of a line between the two parts of a table, such as a caption that says so.
const LONGEST_CAPTION: usize = 12;

/// Rows above a row in which a cell is sought that is merged down to it.
const MOST_MERGED: usize = 200;

/// A table of the body with the heads that hold for it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table<'d> {
    pub grid: &'d Grid,
    /// The table that has the heads: itself, or the one that it continues.
    head: &'d Grid,
    /// Its block.
    pub block: usize,
    /// Nothing stands between it and the table before but empty lines and perhaps a caption.
    pub follows: bool,
}

/// The tables of the body in their order.
pub(crate) fn tables(outline: &Outline) -> Vec<Table<'_>> {
    let mut found: Vec<Table<'_>> = Vec::new();
    let mut follows = false;
    let mut captions = 0;
    for (block, content) in outline.blocks.iter().enumerate() {
        match content {
            Block::Line(line) if line.is_empty() => {}
            Block::Line(line) => {
                captions += 1;
                let is_short = || line.text.split_whitespace().nth(LONGEST_CAPTION).is_none();
                follows = follows && captions == 1 && is_short() && !outline.is_heading(block);
            }
            Block::Table(grid) => {
                let before = found.last().filter(|before| follows && before.goes_on_in(grid));
                let head = before.map_or(grid, |before| before.head);
                found.push(Table { grid, head, block, follows });
                (follows, captions) = (true, 0);
            }
        }
    }
    found
}

impl<'d> Table<'d> {
    /// Whether a table without heads, as wide as this one, has the heads of this one.
    fn goes_on_in(&self, grid: &Grid) -> bool {
        self.has_heads() && grid.heads.header_rows == 0 && self.head.columns == grid.columns
    }

    /// Whether it goes on with the rows of a table before it.
    pub(crate) fn goes_on(&self) -> bool {
        !std::ptr::eq(self.grid, self.head)
    }

    /// What its columns are, by heads or by what their cells hold.
    pub(crate) fn heads(&self) -> &'d Columns {
        &self.head.heads
    }

    /// The rows of the heads.
    fn head_rows(&self) -> &'d [GridRow] {
        self.head.rows.get(..self.heads().header_rows).unwrap_or_default()
    }

    /// The first row below its own heads.
    fn first_row(&self) -> usize {
        if self.goes_on() { 0 } else { self.heads().header_rows }
    }

    /// The rows below the heads with their numbers; an empty row or a repeated head is none of them.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (usize, &'d GridRow)> + use<'d> {
        let (heads, columns) = (self.head_rows(), self.heads());
        let is_head = move |row: &GridRow| {
            heads.iter().any(|head| says_the_same(head, row)) || (!heads.is_empty() && repeats(columns, row))
        };
        let rows = self.grid.rows.iter().enumerate().skip(self.first_row());
        rows.filter(move |(_, row)| !row.is_empty() && !is_head(row))
    }

    /// The first column of any of these roles, in the order of the roles.
    pub(crate) fn column(&self, roles: &[Column]) -> Option<usize> {
        self.heads().of_any(roles)
    }

    /// What a column is.
    pub(crate) fn role(&self, column: usize, words: &Vocabulary) -> Option<Column> {
        words.column(self.name(column))
    }

    pub(crate) fn has(&self, roles: &[Column]) -> bool {
        self.column(roles).is_some()
    }

    pub(crate) fn has_heads(&self) -> bool {
        self.heads().header_rows > 0 || self.heads().known() > 0
    }

    /// The columns under a head of any of these roles, also where lower heads divide them.
    pub(crate) fn under(&self, roles: &[Column], words: &Vocabulary) -> Vec<usize> {
        let cells = self.head_rows().iter().flat_map(|row| &row.cells);
        let heads =
            cells.filter(|cell| words.column(&one_line(cell)).is_some_and(|role| roles.contains(&role)));
        let mut columns: Vec<usize> =
            heads.flat_map(|cell| cell.column..cell.column + cell.columns).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }

    /// The lowest head over a column, as printed.
    pub(crate) fn name(&self, column: usize) -> &'d str {
        self.heads().head(column)
    }

    /// The cell that is seen at a row and column, also where it is merged down from a row above.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<&'d Cell> {
        let first = row.saturating_sub(MOST_MERGED).max(self.first_row());
        let from = self.grid.rows.get(first..=row)?;
        let (above, cell) =
            from.iter().enumerate().rev().find_map(|(at, row)| Some((at, row.cell(column)?)))?;
        (first + above + cell.rows > row).then_some(cell)
    }
}

/// Whether every filled cell of a row says what stands over its column, be it in other case.
fn repeats(heads: &Columns, row: &GridRow) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    filled.all(|cell| is_same(&super::cell_words(cell), heads.head(cell.column)))
}

/// Whether a row repeats a head.
pub(crate) fn says_the_same(head: &GridRow, row: &GridRow) -> bool {
    head.cells.len() == row.cells.len()
        && head.cells.iter().zip(&row.cells).all(|(head, cell)| head.says_the_same(cell))
}

/// What a row says that spans the table: the title of the rows below it.
pub(crate) fn section<'d>(row: &'d GridRow, grid: &Grid) -> Option<&'d Cell> {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let cell = filled.next().filter(|_| filled.next().is_none())?;
    (cell.columns > 1 && cell.columns * 2 > grid.columns).then_some(cell)
}

/// The words of a cell, its paragraphs on one line.
pub(crate) fn one_line(cell: &Cell) -> String {
    super::cell_words(cell).trim().to_owned()
}

/// A line as a reader sees it: its number before it; a bullet, also one that was typed, is left out.
pub(crate) fn numbered(line: &Line) -> String {
    match line.label.as_deref().filter(|_| !line.is_bullet) {
        Some(label) => format!("{label} {}", line.text).trim().to_owned(),
        None => without_bullet(&line.text).to_owned(),
    }
}

/// A text without the bullet that was typed before it.
pub(crate) fn without_bullet(text: &str) -> &str {
    let Some(first) = text.chars().next() else { return text };
    let rest = &text[first.len_utf8()..];
    let is_spaced = rest.starts_with(char::is_whitespace);
    let is_symbol = matches!(first, '•' | '·' | '▪' | '◦' | '‣' | '●' | '■' | '\u{e000}'..='\u{f8ff}');
    let is_dash = is_spaced && matches!(first, '-' | '–' | '—' | '*' | '○' | '➢' | '✓');
    // Word's second bullet is the letter o; before a capital it is no word.
    let is_ring = first == 'o' && is_spaced && rest.trim_start().starts_with(char::is_uppercase);
    if is_symbol || is_dash || is_ring { rest.trim_start() } else { text }
}

/// The place of a cell's first words.
pub(crate) fn spot(cell: &Cell) -> Spot {
    cell.lines.first().map_or(cell.spot, |line| line.spot)
}

/// The column of document numbers: by its head, else the first in which most rows hold a number.
pub(crate) fn number_column(table: &Table<'_>, reading: &Reading<'_>) -> Option<usize> {
    let holds = |column| holds_numbers(table, column, reading);
    let by_head = table.column(&[Column::Document, Column::Reference]).filter(|&column| holds(column));
    by_head.or_else(|| (0..table.grid.columns).find(|&column| holds(column)))
}

/// Whether at least half of the cells in a column begin with a document number.
pub(crate) fn holds_numbers(table: &Table<'_>, column: usize, reading: &Reading<'_>) -> bool {
    let cells = table.rows().filter_map(|(_, row)| row.cell(column));
    let cells = cells.filter(|cell| cell.columns == 1 && !cell.is_empty());
    let (all, numbers) = cells.fold((0, 0), |(all, numbers), cell| {
        (all + 1, numbers + usize::from(begins_with_number(cell, reading)))
    });
    numbers > 0 && numbers * 2 >= all
}

/// Whether a cell holds a document number and little before it; a title may hold one further on.
fn begins_with_number(cell: &Cell, reading: &Reading<'_>) -> bool {
    const BEFORE: usize = 8;
    let line = cell.lines.iter().find(|line| !line.is_empty());
    let found = line.and_then(|line| reading.first_number(&line.text));
    found.is_some_and(|found| found.range.start <= BEFORE)
}

/// The text of a cell, bullets left out; nothing where the cell says that there is nothing.
pub(crate) fn text(cell: &Cell) -> Option<String> {
    let lines = cell.lines.iter().map(numbered).filter(|line| line.contains(char::is_alphanumeric));
    let text = lines.collect::<Vec<_>>().join("\n");
    let is_nothing = Vocabulary::get().markers.is(&text, Marker::Nothing);
    (!text.is_empty() && !is_nothing).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_bullets_are_left_out() {
        for (text, bare) in [
            ("• First", "First"),
            ("- Second", "Second"),
            ("o The third", "The third"),
            ("o bien", "o bien"),
            ("-5 dB", "-5 dB"),
            ("\u{f0b7} Fourth", "Fourth"),
            ("Fifth", "Fifth"),
            ("", ""),
        ] {
            assert_eq!(without_bullet(text), bare);
        }
    }
}
