//! Tables read as lists: what their columns are, what stands over them, and their rows one by one.
//!
//! The template of the reports to the Assembly titles each table on the line above it; long tables repeat their head
//! after a page break, are cut in two, or are divided by rows that speak for those below them.

use std::borrow::Cow;

use crate::columns::Columns;
use crate::found::Reading;
use crate::lists::cell_words;
use crate::lists::logical::{self, Table};
use crate::outline::{Block, Cell, Grid, GridRow, Line, Spot};
use crate::vocabulary::{Column, Heading as About, Vocabulary};

/// Words of a title over a table at most; a longer line is text.
const LONGEST_TITLE: usize = 40;

/// A table whose columns are known.
#[derive(Debug, Clone)]
pub(crate) struct Listing<'d> {
    pub grid: &'d Grid,
    /// Its own heads, or those of the table that it goes on with.
    pub heads: &'d Columns,
    /// The lines right above it, from the nearest.
    pub titles: Vec<&'d Line>,
    table: Table<'d>,
}

/// A row below the heads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ListRow<'d, 'l> {
    listing: &'l Listing<'d>,
    at: usize,
    pub row: &'d GridRow,
    /// The row above that speaks for this one, if there is any.
    pub section: Option<&'d Cell>,
}

/// The tables whose columns are known, in the order of the file. One that goes on with another has its titles, where
/// it has none of its own.
pub(crate) fn all<'d>(reading: &Reading<'d>) -> Vec<Listing<'d>> {
    let mut listings: Vec<Listing<'d>> = Vec::new();
    for table in logical::tables(reading.outline).into_iter().filter(Table::has_heads) {
        let mut titles = titles(table.block, reading);
        match listings.last().filter(|_| table.goes_on() && titles.is_empty()) {
            Some(before) => titles.clone_from(&before.titles),
            None if table.goes_on() => {}
            None => titles.splice(0..0, own_title(table.grid)).for_each(drop),
        }
        listings.push(Listing { grid: table.grid, heads: table.heads(), titles, table });
    }
    listings
}

/// The lines over a table, the nearest first: a sentence that leads to it, or up to two short lines that are no
/// sentences (`TABLE 1`, and below it the title).
fn titles<'d>(table: usize, reading: &Reading<'d>) -> Vec<&'d Line> {
    let mut titles: Vec<&Line> = Vec::new();
    for at in (0..table).rev() {
        let Block::Line(line) = &reading.outline.blocks[at] else { break };
        if line.is_empty() {
            continue;
        }
        let is_long = || line.text.split_whitespace().nth(LONGEST_TITLE).is_some();
        let is_below_title = !titles.is_empty() && is_sentence(&line.text);
        if reading.outline.is_heading(at) || line.is_point() || is_below_title || is_long() {
            break;
        }
        titles.push(line);
        if titles.len() == 2 || is_sentence(&line.text) {
            break;
        }
    }
    titles
}

/// The title that a table has in its first row, as wide as the table.
fn own_title(grid: &Grid) -> Option<&Line> {
    let [cell] = grid.rows.first()?.cells.as_slice() else { return None };
    cell.lines.first().filter(|_| grid.columns > 1 && cell.columns == grid.columns)
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', ':', ';', '。', '：', '؛'])
}

impl<'d> Listing<'d> {
    /// The rows below the heads. Heads that a page break repeats and rows that divide the table are none of them.
    pub(crate) fn rows(&self) -> Vec<ListRow<'d, '_>> {
        let mut section = None;
        let mut rows = Vec::new();
        for (at, row) in self.table.rows() {
            match logical::section(row, self.grid) {
                Some(cell) => section = Some(cell),
                None => rows.push(ListRow { listing: self, at, row, section }),
            }
        }
        rows
    }

    /// Everything that the words over the table say of what it is about: its titles from the nearest, then the
    /// headings from the nearest; of each the longest phrase first.
    pub(crate) fn abouts(&self, reading: &Reading<'_>) -> Vec<About> {
        over(&self.titles, self.grid, reading)
    }

    /// What the titles right above it say, or without a title the nearest heading.
    pub(crate) fn own_abouts(&self, reading: &Reading<'_>) -> Vec<About> {
        let titles =
            self.titles.iter().filter(|line| !is_sentence(&line.text)).map(|line| line.text.as_str());
        let titles: Vec<&str> = titles.collect();
        if titles.is_empty() {
            let heading = reading.outline.heading(self.grid.spot);
            return heading.map(|heading| abouts(&heading.title, reading.words)).unwrap_or_default();
        }
        titles.into_iter().flat_map(|text| abouts(text, reading.words)).collect()
    }
}

/// What the words over a table say of what it is about, whether its columns are known or not.
pub(crate) fn abouts_over(block: usize, grid: &Grid, reading: &Reading<'_>) -> Vec<About> {
    over(&titles(block, reading), grid, reading)
}

fn over(titles: &[&Line], grid: &Grid, reading: &Reading<'_>) -> Vec<About> {
    let titles = titles.iter().map(|line| line.text.as_str());
    let headings = reading.outline.headings_over(grid.spot).map(|heading| heading.title.as_str());
    titles.chain(headings).flat_map(|text| abouts(text, reading.words)).collect()
}

/// What a title or heading is about: all that its phrases stand for, the longest first.
pub(crate) fn abouts(text: &str, words: &Vocabulary) -> Vec<About> {
    let mut hits = words.headings.find(text);
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.range.len()));
    hits.into_iter().map(|hit| hit.key).collect()
}

impl<'d> ListRow<'d, '_> {
    /// The cell that begins in this row in the first column of a role.
    pub(crate) fn cell(&self, role: Column) -> Option<&'d Cell> {
        self.listing.heads.of(role).and_then(|column| self.row.cell(column))
    }

    /// The words of a role's column, unless they say that there is nothing; a merged cell speaks for all its rows.
    pub(crate) fn text(&self, role: Column, reading: &Reading<'_>) -> Option<String> {
        self.text_at(self.listing.heads.of(role)?, reading)
    }

    /// The words of the first filled cell of these roles.
    pub(crate) fn text_of(&self, roles: &[Column], reading: &Reading<'_>) -> Option<String> {
        roles.iter().find_map(|&role| self.text(role, reading))
    }

    /// The words of a column.
    pub(crate) fn text_at(&self, column: usize, reading: &Reading<'_>) -> Option<String> {
        let text = self.shown(column).map(cell_words).filter(|text| !reading.is_nothing(text));
        text.map(Cow::into_owned)
    }

    /// The cell of a column that is seen in this row, also where it begins above.
    pub(crate) fn shown(&self, column: usize) -> Option<&'d Cell> {
        self.listing.table.cell(self.at, column)
    }

    /// Whether the row adds to the one above: its cell in a column is merged with the one above, or left empty.
    pub(crate) fn goes_on(&self, column: usize) -> bool {
        self.row.cell(column).is_none_or(Cell::is_empty)
    }

    /// The words that speak for the row, from the row above that divides the table.
    pub(crate) fn section_words(&self) -> Option<String> {
        self.section.map(|cell| cell_words(cell).into_owned())
    }

    /// The place of the row's number: of the cell that numbers it, else of the one that names what it is about.
    pub(crate) fn number_spot(&self, name: &Cell) -> Spot {
        let cell = self.cell(Column::Position).filter(|cell| !cell.is_empty()).unwrap_or(name);
        cell.lines
            .iter()
            .find(|line| !line.is_empty() || line.label.is_some())
            .map_or(cell.spot, |line| line.spot)
    }

    /// The first cell of the row.
    pub(crate) fn first_cell(&self) -> Option<&'d Cell> {
        self.row.cells.first()
    }

    pub(crate) fn listing(&self) -> &Listing<'d> {
        self.listing
    }
}
