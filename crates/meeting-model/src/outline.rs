//! The whole text as an outline of sections, nothing left out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Location;

/// A heading with all that stands under it.
///
/// Text before the first heading is a section of level 0 without number and title; text boxes, footnotes,
/// headers and comments follow the body as sections of level 0 titled by their part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Section {
    /// The number as Word displays it.
    pub number: Option<String>,
    /// The words of the heading.
    pub title: Option<String>,
    /// Depth of the heading; 1 is a top heading.
    pub level: u8,
    /// Paragraphs and tables before the first nested section.
    pub blocks: Vec<Block>,
    /// The sections one level down.
    pub sections: Vec<Section>,
    /// Where the heading stands, or the first block of a section without one.
    pub at: Location,
}

/// A paragraph or a table of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph of text.
    Paragraph(Paragraph),
    /// A table on its resolved grid.
    Table(Table),
}

impl Block {
    /// Where the block stands.
    pub const fn at(&self) -> &Location {
        match self {
            Self::Paragraph(paragraph) => &paragraph.at,
            Self::Table(table) => &table.at,
        }
    }
}

/// A paragraph as a reader of the final document sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Paragraph {
    /// The text, white space folded.
    pub text: String,
    /// The automatic list label, as displayed: `a)`, `–`.
    pub label: Option<String>,
    /// Where it stands.
    pub at: Location,
}

/// A table on a resolved grid: every row has the same number of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Table {
    /// Rows of cells. A cell is its text, paragraphs joined by a line feed; one that a merge covers is null.
    pub rows: Vec<Vec<Option<String>>>,
    /// The merges of the grid.
    pub spans: Vec<Span>,
    /// Where it stands.
    pub at: Location,
}

/// A merge: the cell at `row` and `column` (from 0) covers that many rows and columns, itself included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// Row of the cell that holds the text, from 0.
    pub row: usize,
    /// Column of the cell that holds the text, from 0.
    pub column: usize,
    /// Rows covered, at least 1.
    pub row_span: usize,
    /// Columns covered, at least 1.
    pub column_span: usize,
}
