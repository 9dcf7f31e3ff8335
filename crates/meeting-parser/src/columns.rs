//! What the columns of a table are, by the words of its header rows.

use crate::outline::{Grid, GridRow};
use crate::vocabulary::{Column, Vocabulary};

/// Roles and printed heads of a table's columns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    roles: Vec<Option<Column>>,
    /// The lowest head over each column, as printed.
    heads: Vec<String>,
    /// Rows at the top that are heads.
    pub header_rows: usize,
}

/// Longest head; a longer cell is content.
const LONGEST_HEAD: usize = 80;

impl Columns {
    pub(crate) fn read(grid: &Grid, words: &Vocabulary) -> Self {
        let header_rows = header_rows(grid, words);
        let mut columns =
            Self { roles: vec![None; grid.columns], heads: vec![String::new(); grid.columns], header_rows };
        for row in grid.rows.iter().take(header_rows) {
            // A cell as wide as the table is its title.
            for cell in row.cells.iter().filter(|cell| cell.columns < grid.columns || grid.columns == 1) {
                let head = cell.text().replace('\n', " ");
                let role = words.column(&head);
                for column in cell.column..(cell.column + cell.columns).min(grid.columns) {
                    // A lower head is the more exact one; where it says nothing known, the upper stays.
                    columns.roles[column] = role.or(columns.roles[column]);
                    if !head.is_empty() {
                        columns.heads[column].clone_from(&head);
                    }
                }
            }
        }
        columns
    }

    /// Columns without heads, by what their cells hold.
    pub(crate) fn of_roles(roles: Vec<Option<Column>>) -> Self {
        Self { heads: vec![String::new(); roles.len()], roles, header_rows: 0 }
    }

    /// What a column is.
    pub(crate) fn role(&self, column: usize) -> Option<Column> {
        self.roles.get(column).copied().flatten()
    }

    /// The first column of a role.
    pub(crate) fn of(&self, role: Column) -> Option<usize> {
        self.roles.iter().position(|found| *found == Some(role))
    }

    /// The first column of any of these roles, in the order of the roles.
    pub(crate) fn of_any(&self, roles: &[Column]) -> Option<usize> {
        roles.iter().find_map(|&role| self.of(role))
    }

    pub(crate) fn has(&self, role: Column) -> bool {
        self.of(role).is_some()
    }

    pub(crate) fn has_any(&self, roles: &[Column]) -> bool {
        self.of_any(roles).is_some()
    }

    /// All columns of a role.
    pub(crate) fn all(&self, role: Column) -> impl Iterator<Item = usize> {
        let roles = self.roles.iter().enumerate();
        roles.filter(move |(_, found)| **found == Some(role)).map(|(column, _)| column)
    }

    /// The lowest head over a column, as printed.
    pub(crate) fn head(&self, column: usize) -> &str {
        self.heads.get(column).map_or("", String::as_str)
    }

    /// Roles that are known.
    pub(crate) fn known(&self) -> usize {
        self.roles.iter().flatten().count()
    }
}

/// How many rows at the top are heads: those that Word repeats on each page, or a first row of which most cells
/// are words for columns, also below a title as wide as the table; and below it a second one where a head is merged
/// over several columns.
fn header_rows(grid: &Grid, words: &Vocabulary) -> usize {
    let marked = grid.rows.iter().take_while(|row| row.is_header && looks_like_head(row)).count();
    let titles = usize::from(grid.rows.first().is_some_and(|row| is_title(row, grid)));
    let by_words = grid.rows.get(titles).is_some_and(|row| is_head(row, words));
    let by_words = if by_words { titles + 1 } else { 0 };
    let rows = marked.max(by_words).min(3);
    if rows == 0 || rows >= grid.rows.len() {
        return if rows >= grid.rows.len() && by_words == 0 { 0 } else { rows };
    }
    let is_merged = is_merged(&grid.rows[rows - 1]) && !is_title(&grid.rows[rows - 1], grid);
    let reaches_down = grid.rows[..rows].iter().any(|row| row.cells.iter().any(|cell| cell.rows > 1));
    let next = &grid.rows[rows];
    let is_second = looks_like_head(next) && (reaches_down || divides(next, &grid.rows[rows - 1]));
    rows + usize::from(is_merged && is_second)
}

fn is_title(row: &GridRow, grid: &Grid) -> bool {
    matches!(row.cells.as_slice(), [only] if only.columns == grid.columns && grid.columns > 1 && !only.is_empty())
}

fn is_merged(row: &GridRow) -> bool {
    row.cells.iter().any(|cell| cell.columns > 1 && !cell.is_empty())
}

/// Whether a row says something under the merged heads of the row above and nothing beside.
fn divides(row: &GridRow, above: &GridRow) -> bool {
    row.cells.iter().all(|cell| {
        let is_under = above.cell(cell.column).is_some_and(|head| head.columns > 1);
        cell.is_empty() != is_under && cell.columns == 1
    })
}

fn looks_like_head(row: &GridRow) -> bool {
    !row.is_empty() && row.cells.iter().all(|cell| cell.text().len() <= LONGEST_HEAD)
}

fn is_head(row: &GridRow, words: &Vocabulary) -> bool {
    let filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let heads: Vec<String> = filled.map(|cell| cell.text().replace('\n', " ")).collect();
    // Labels of covers end in a colon; a number is no head.
    let known = heads.iter().filter(|head| !head.ends_with(':') && words.columns.get(head).is_some()).count();
    looks_like_head(row) && heads.len() >= 2 && known * 2 >= heads.len() && known >= 2
}
