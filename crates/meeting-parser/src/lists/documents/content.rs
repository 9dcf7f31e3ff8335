//! Document lists without heads, where what the cells hold is unmistakable.

use super::layout::{Filled, Layout};
use super::series::Series;
use crate::found::Reading;
use crate::lists::cell_words;
use crate::lists::item_tables::is_item_table;
use crate::outline::{Cell, Grid, bare_number, is_number};
use crate::vocabulary::Heading as About;

/// Words of a title on average at least.
pub(super) const SHORTEST_TITLE: usize = 2;

/// The columns of a list without heads: one of document numbers and nothing else, one of titles, perhaps one of
/// positions and one of sources. In the body of a document the numbers stand before the titles: rows with a title
/// before the numbers are items.
pub(super) fn layout(grid: &Grid, over: Option<&Series>, reading: &Reading<'_>) -> Option<Layout> {
    if !(2..=6).contains(&grid.columns) || tells_treatment(grid, reading) {
        return None;
    }
    let all = || (0..grid.columns).map(|column| Filled { grid, head: grid, column });
    let number = all().find(|column| is_numbers(column, reading))?.column;
    let others: Vec<Filled<'_>> = all().filter(|column| column.column != number).collect();
    let title = others.iter().max_by_key(|column| words(column)).filter(|column| {
        let cells = column.cells().count();
        cells > 1 && words(column) > cells * SHORTEST_TITLE
    })?;
    let in_annex = reading.outline.in_annex(grid.spot);
    let is_apart = in_annex || is_documentation(grid, reading);
    let has_items = !in_annex && (counts_items(grid) || (!is_apart && is_item_table(grid, reading)));
    if has_items || (title.column < number && !is_apart) {
        return None;
    }
    let position = others.iter().find(|column| column.column < number && is_positions(column));
    let position = position.map(|column| column.column);
    let source = others
        .iter()
        .find(|column| ![Some(title.column), position].contains(&Some(column.column)) && is_names(column));
    Some(Layout {
        number,
        title: Some(title.column),
        source: source.map(|column| column.column),
        category: None,
        position,
        series: over.cloned(),
    })
}

/// Whether rows begin with numbers of items (`4.1`), which lists of documents do not have.
fn counts_items(grid: &Grid) -> bool {
    let is_item = |cell: &Cell| {
        let number = cell.text();
        number.contains('.') && is_number(bare_number(&number).as_str()) && bare_number(&number).contains('.')
    };
    grid.rows.iter().filter_map(|row| row.cells.first()).any(is_item)
}

/// Whether all cells, at least two, are document numbers and nothing else.
fn is_numbers(column: &Filled<'_>, reading: &Reading<'_>) -> bool {
    let is_number = |cell: &Cell| cell.lines.iter().all(|line| reading.grammar.parse(&line.text).is_ok());
    let all = column.cells().count();
    all >= 2 && column.count(is_number) == all
}

fn is_positions(column: &Filled<'_>) -> bool {
    let position = |cell: &Cell| {
        let line = cell.lines.first()?;
        let text = line.label.as_deref().filter(|_| line.is_empty()).unwrap_or(&line.text);
        bare_number(text).parse::<u32>().ok()
    };
    let positions: Option<Vec<u32>> = column.cells().map(position).collect();
    positions.is_some_and(|positions| positions.is_sorted_by(|a, b| a < b))
}

/// Whether the cells are words and not the numbers of Questions or the like.
fn is_names(column: &Filled<'_>) -> bool {
    let is_name = |cell: &Cell| {
        !cell.text().contains('/') && cell.text().chars().filter(|c| c.is_alphabetic()).count() > 1
    };
    column.count(is_name) * 2 > column.cells().count()
}

/// Whether most rows say what is asked or what was done.
fn tells_treatment(grid: &Grid, reading: &Reading<'_>) -> bool {
    let tells = |cell: &Cell| {
        let text = cell_words(cell);
        reading.words.proposed.leading(&text).is_some() || reading.words.outcomes.leading(&text).is_some()
    };
    let rows = grid.rows.iter().filter(|row| row.cells.len() > 1 && row.cells.iter().any(tells)).count();
    rows * 2 > grid.rows.len()
}

fn is_documentation(grid: &Grid, reading: &Reading<'_>) -> bool {
    let mut headings = reading.outline.headings_over(grid.spot);
    headings.any(|heading| heading.about == Some(About::Documentation))
}

pub(super) fn words(column: &Filled<'_>) -> usize {
    column.cells().map(|cell| cell_words(cell).split_whitespace().count()).sum()
}
