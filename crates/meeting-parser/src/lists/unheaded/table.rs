//! The columns of a table without heads, and what is known of them so far.

use super::{Roles, cells};
use crate::found::Reading;
use crate::lists::{cell_words, logical, officers};
use crate::outline::{Cell, Grid};
use crate::vocabulary::Column;

/// The fewest rows that tell what a column is.
const FEWEST_ROWS: usize = 2;

/// The filled cells of each column.
pub(super) struct Body<'g> {
    columns: Vec<Vec<(&'g Cell, String)>>,
    rows: usize,
    roles: Roles,
}

impl<'g> Body<'g> {
    /// The cells below no heads; nothing, where the table is too small or too wide to tell.
    pub(super) fn read(grid: &'g Grid) -> Option<Self> {
        if !(2..=7).contains(&grid.columns) {
            return None;
        }
        let rows = grid.rows.iter().filter(|row| !row.is_empty() && logical::section(row, grid).is_none());
        let mut body =
            Self { columns: vec![Vec::new(); grid.columns], rows: 0, roles: vec![None; grid.columns] };
        for row in rows {
            body.rows += 1;
            for cell in row.cells.iter().filter(|cell| cell.columns == 1 && !cell.is_empty()) {
                body.columns[cell.column].push((cell, cell_words(cell).into_owned()));
            }
        }
        (body.rows >= FEWEST_ROWS).then_some(body)
    }

    /// The first column of which every cell is of a kind.
    pub(super) fn column(&self, is: impl Fn(&str) -> bool) -> Option<usize> {
        let is_open = |column: &usize| self.roles[*column].is_none();
        (0..self.columns.len()).filter(is_open).find(|&column| self.all(column, &is))
    }

    /// Whether every cell of a column, in most of the rows, is of a kind.
    pub(super) fn all(&self, column: usize, is: impl Fn(&str) -> bool) -> bool {
        let cells = &self.columns[column];
        cells.len() >= FEWEST_ROWS && cells.len() * 2 > self.rows && cells.iter().all(|(_, text)| is(text))
    }

    /// The first column of which most cells are of a kind.
    pub(super) fn most(&self, is: impl Fn(&str) -> bool) -> Option<usize> {
        let is_open = |column: &usize| self.roles[*column].is_none();
        let most = |&column: &usize| self.count(column, &is) * 2 > self.rows;
        (0..self.columns.len()).filter(is_open).find(most)
    }

    pub(super) fn count(&self, column: usize, is: impl Fn(&str) -> bool) -> usize {
        self.columns[column].iter().filter(|(_, text)| is(text)).count()
    }

    /// How many cells of a column are filled.
    pub(super) fn filled(&self, column: usize) -> usize {
        self.columns[column].len()
    }

    pub(super) fn set(&mut self, column: usize, role: Column) {
        self.roles[column] = Some(role);
    }

    /// Gives a role to the first open column of a kind.
    pub(super) fn take(&mut self, role: Column, is: impl Fn(&str) -> bool) -> Option<usize> {
        let column = self.column(is)?;
        self.set(column, role);
        Some(column)
    }

    /// The same where most cells are of the kind: a day may be open.
    pub(super) fn take_most(&mut self, role: Column, is: impl Fn(&str) -> bool) -> Option<usize> {
        let column = self.most(is)?;
        self.set(column, role);
        Some(column)
    }

    /// Gives a role to the column with the most words, if they are titles.
    pub(super) fn take_title(&mut self, role: Column) -> Option<usize> {
        let length = |column: usize| self.columns[column].iter().map(|(_, text)| text.len()).sum::<usize>();
        let is_open = |column: &usize| self.roles[*column].is_none();
        let column = (0..self.columns.len()).filter(is_open).max_by_key(|&column| length(column))?;
        let titles = self.count(column, cells::is_title);
        if titles * 2 <= self.rows {
            return None;
        }
        self.set(column, role);
        Some(column)
    }

    /// Gives a role to the first open column of a few words in each cell.
    pub(super) fn take_short(&mut self, role: Column) -> Option<usize> {
        const LONGEST: usize = 8;
        self.take(role, |text| {
            text.split_whitespace().count() <= LONGEST && text.contains(char::is_alphabetic)
        })
    }

    /// Gives offices to the columns of persons who are told as such; whether there is one.
    pub(super) fn take_persons(&mut self, offices: &[Column], reading: &Reading<'_>) -> bool {
        self.take_each(offices, |cell| cells::is_of_persons(&officers::persons_text(cell), reading), reading)
    }

    /// The same for mere names, which differ from row to row.
    pub(super) fn take_names(&mut self, offices: &[Column], reading: &Reading<'_>) -> bool {
        self.take_each(offices, |cell| cells::is_of_names(&officers::persons_text(cell), reading), reading)
    }

    fn take_each(&mut self, offices: &[Column], is: impl Fn(&Cell) -> bool, reading: &Reading<'_>) -> bool {
        let mut offices = offices.iter();
        let mut has = false;
        for column in 0..self.columns.len() {
            let told: Vec<_> =
                self.columns[column].iter().filter(|(_, text)| !reading.is_nothing(text)).collect();
            let mut texts: Vec<&str> = told.iter().map(|(_, text)| text.as_str()).collect();
            texts.sort_unstable();
            texts.dedup();
            let is_column = self.roles[column].is_none()
                && texts.len() * 2 > self.columns[column].len()
                && told.iter().all(|(cell, _)| is(cell));
            if let Some(&office) = is_column.then(|| offices.next()).flatten() {
                self.set(column, office);
                has = true;
            }
        }
        has
    }

    /// Whether a column holds document numbers.
    pub(super) fn has_documents(&self, reading: &Reading<'_>) -> bool {
        self.most(|text| cells::is_document(text, reading)).is_some()
    }

    /// Words of a cell of a column on average; of a script without spaces two signs count as one.
    pub(super) fn words(&self, column: usize) -> usize {
        let cells = &self.columns[column];
        cells.iter().map(|(_, text)| cells::words(text)).sum::<usize>() / cells.len().max(1)
    }

    /// Forgets what was found.
    pub(super) fn clear(&mut self) {
        self.roles.fill(None);
    }

    pub(super) fn roles(self) -> Roles {
        self.roles
    }
}
