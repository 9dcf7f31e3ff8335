//! The text of a document as it was read: for documents that are no business of items, such as liaison statements.

use meeting_model::{Block, Document, Paragraph, Section, Table};
use schemars::JsonSchema;
use serde::Serialize;

use super::text;

/// A heading with what stands right below it; its sections follow it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OutlineView {
    /// The number as displayed.
    pub number: String,
    /// The words of the heading; empty for the text before the first one.
    pub title: String,
    /// Depth of the heading; 1 is a top heading.
    pub level: u8,
    /// Paragraphs and tables.
    pub blocks: Vec<BlockView>,
}

/// A paragraph or a table.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct BlockView {
    /// `paragraph` or `table`.
    pub kind: String,
    /// The label of the list that a paragraph is in: `a)`, `–`.
    pub label: String,
    /// The text of a paragraph.
    pub text: String,
    /// The rows of a table, with an empty text for a cell that a merge covers.
    pub rows: Vec<Vec<String>>,
}

/// The sections of the body, one after the other. What stands outside the body (headers, notes, comments) is left
/// out, and so are the tables of the cover, which opens the body.
pub(super) fn of(document: &Document) -> Vec<OutlineView> {
    let mut out = Vec::new();
    for section in &document.sections {
        let is_apart = section.level == 0 && section.title.is_some();
        if !is_apart {
            add(section, &mut out);
        }
    }
    out.retain(|section: &OutlineView| !section.title.is_empty() || !section.blocks.is_empty());
    out
}

fn add(section: &Section, out: &mut Vec<OutlineView>) {
    let is_opening = section.level == 0 && section.title.is_none();
    let blocks = section.blocks.iter().skip_while(|block| is_opening && matches!(block, Block::Table(_)));
    out.push(OutlineView {
        number: text(section.number.as_ref()),
        title: text(section.title.as_ref()),
        level: section.level,
        blocks: blocks.map(block).filter(BlockView::says_something).collect(),
    });
    section.sections.iter().for_each(|below| add(below, out));
}

fn block(block: &Block) -> BlockView {
    match block {
        Block::Paragraph(it) => paragraph(it),
        Block::Table(it) => table(it),
    }
}

fn paragraph(paragraph: &Paragraph) -> BlockView {
    BlockView {
        kind: "paragraph".to_owned(),
        label: text(paragraph.label.as_ref()),
        text: paragraph.text.clone(),
        rows: Vec::new(),
    }
}

fn table(table: &Table) -> BlockView {
    let row = |row: &Vec<Option<String>>| row.iter().map(|cell| text(cell.as_ref())).collect();
    BlockView {
        kind: "table".to_owned(),
        label: String::new(),
        text: String::new(),
        rows: table.rows.iter().map(row).collect(),
    }
}

impl BlockView {
    fn says_something(&self) -> bool {
        !self.text.is_empty() || !self.rows.is_empty()
    }
}
