//! Registers: plain tables of data, as CSV and as sheets of an XLSX workbook.
//!
//! A [`Register`] knows nothing of meetings: what its columns mean is for those who make it.

mod columns;
mod csv_file;
mod heights;
pub mod meeting;
mod sheet_names;
pub mod summary;
#[cfg(test)]
mod tests;
mod workbook;

use jiff::civil::Date;

pub use csv_file::{BYTE_ORDER_MARK, csv, unguarded};
pub use workbook::{WorkbookError, workbook};

/// A table with a head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Name for programs, the same in every language: `documents`. It makes a good file name.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Whether it is read from right to left.
    pub right_to_left: bool,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with one cell per column; missing cells are empty.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name for programs, the same in every language: `due`.
    pub name: String,
    /// Head for people.
    pub title: String,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// How many characters of the usual size should fit into a line.
    pub width: u16,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text.
    #[default]
    Text,
    /// Whole numbers.
    Number,
    /// Days.
    Date,
    /// Texts, each with what it points at. In CSV the column is followed by one of the targets, `NAME_url`.
    Link,
}

/// A cell of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is stated.
    #[default]
    Empty,
    /// A text, which may have several lines.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day.
    Date(Date),
    /// A text that points at something.
    Link {
        /// What is read.
        text: String,
        /// A URL (`https:`, `http:`, `mailto:`) or the path of a file, relative to the register, with `/` between names.
        target: String,
    },
}

impl Cell {
    /// The text, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map(Into::into).filter(|text: &String| !text.is_empty()).map_or(Self::Empty, Self::Text)
    }

    /// The texts, one per line.
    pub fn lines<T: ToString>(texts: &[T]) -> Self {
        Self::text(Some(joined(texts, "\n")))
    }

    /// The texts, separated by commas.
    pub fn list<T: ToString>(texts: &[T]) -> Self {
        Self::text(Some(joined(texts, ", ")))
    }

    /// The day, or nothing.
    pub fn date(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Date)
    }

    /// The text with its target, or the text alone, or nothing.
    pub fn link(text: Option<impl Into<String>>, target: Option<impl Into<String>>) -> Self {
        match (Self::text(text), target.map(Into::into).filter(|target: &String| !target.is_empty())) {
            (Self::Text(text), Some(target)) => Self::Link { text, target },
            (cell, _) => cell,
        }
    }
}

impl Column {
    /// A column.
    pub fn new(name: &str, title: &str, kind: ColumnKind, width: u16) -> Self {
        Self { name: name.to_owned(), title: title.to_owned(), kind, width }
    }
}

fn joined<T: ToString>(texts: &[T], separator: &str) -> String {
    texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(separator)
}
