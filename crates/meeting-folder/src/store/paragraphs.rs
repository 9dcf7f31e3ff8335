//! The text of a document, piece by piece, with the place of each.

use meeting_model::{Block, Location, Section, Table};

/// A piece of text to be found: a heading, a paragraph or a table cell.
pub struct Piece<'a> {
    /// The automatic label.
    pub label: Option<&'a str>,
    /// The text.
    pub text: &'a str,
    /// The place of its block.
    pub at: &'a Location,
    /// Row and column of a cell.
    pub cell: Option<(usize, usize)>,
}

/// Hands over the heading of a section and what stands before its first nested section.
pub fn pieces<'a, E>(
    section: &'a Section,
    mut take: impl FnMut(Piece<'a>) -> Result<(), E>,
) -> Result<(), E> {
    if let Some(title) = section.title.as_deref().filter(|title| !title.is_empty()) {
        take(Piece { label: section.number.as_deref(), text: title, at: &section.at, cell: None })?;
    }
    for block in &section.blocks {
        match block {
            Block::Paragraph(paragraph) if !paragraph.text.is_empty() => {
                let label = paragraph.label.as_deref();
                take(Piece { label, text: &paragraph.text, at: &paragraph.at, cell: None })?;
            }
            Block::Paragraph(_) => {}
            Block::Table(table) => cells(table, &mut take)?,
        }
    }
    Ok(())
}

fn cells<'a, E>(table: &'a Table, take: &mut impl FnMut(Piece<'a>) -> Result<(), E>) -> Result<(), E> {
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            if let Some(text) = text.as_deref().filter(|text| !text.is_empty()) {
                take(Piece { label: None, text, at: &table.at, cell: Some((row, column)) })?;
            }
        }
    }
    Ok(())
}
