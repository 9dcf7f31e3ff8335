//! The text of a document, ready for the database: made where the document was read, so that its sections can go there
//! and then.

use std::borrow::Cow;
use std::ops::Range;

use meeting_model::{Block, Document, Location, Section, Table};

use super::words;

/// Bytes of the texts of most documents.
const USUAL: usize = 16 << 10;

/// Pieces of most documents.
const USUAL_PIECES: usize = 256;

/// The sections and the paragraphs of a document, with all their texts in one piece of memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    kept: String,
    pub(super) sections: Vec<SectionRow>,
    pub(super) pieces: Vec<PieceRow>,
}

/// Where a text stands among those that are kept.
pub(super) type Kept = Range<usize>;

/// A section; the sections in it come after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SectionRow {
    /// The section around it, by its place in the list.
    pub parent: Option<usize>,
    pub number: Option<Kept>,
    pub title: Option<Kept>,
    pub level: u8,
    pub part: Kept,
    pub block: usize,
}

/// A piece of text to be found: a heading, a paragraph or a table cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PieceRow {
    /// Its section, by its place in the list.
    pub section: usize,
    /// The automatic label.
    pub label: Option<Kept>,
    pub text: Kept,
    /// The words as the index holds them, where the text itself is not that.
    pub words: Option<Kept>,
    /// The part of the file, where it is not the section's.
    pub part: Option<Kept>,
    pub block: usize,
    /// Row and column of a cell.
    pub cell: Option<(usize, usize)>,
    pub para_id: Option<Kept>,
}

impl Text {
    /// The text of a document.
    pub fn of(document: &Document) -> Self {
        let (kept, pieces) = (String::with_capacity(USUAL), Vec::with_capacity(USUAL_PIECES));
        let mut text = Self { kept, pieces, sections: Vec::new() };
        document.sections.iter().for_each(|section| text.add_section(section, None));
        text
    }

    /// A text that is kept.
    pub(super) fn get(&self, kept: &Kept) -> &str {
        &self.kept[kept.clone()]
    }

    /// The same for one that may be missing.
    pub(super) fn get_some(&self, kept: Option<&Kept>) -> Option<&str> {
        kept.map(|kept| self.get(kept))
    }

    fn add_section(&mut self, section: &Section, parent: Option<usize>) {
        let place = self.sections.len();
        let row = SectionRow {
            parent,
            number: self.keep_some(section.number.as_deref()),
            title: self.keep_some(section.title.as_deref()),
            level: section.level,
            part: self.keep(&section.at.part),
            block: section.at.block,
        };
        self.sections.push(row);
        if let Some(title) = section.title.as_deref() {
            self.add_piece((place, section), section.number.as_deref(), title, (&section.at, None));
        }
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => {
                    let label = paragraph.label.as_deref();
                    self.add_piece((place, section), label, &paragraph.text, (&paragraph.at, None));
                }
                Block::Table(table) => self.add_cells((place, section), table),
            }
        }
        section.sections.iter().for_each(|section| self.add_section(section, Some(place)));
    }

    fn add_cells(&mut self, section: (usize, &Section), table: &Table) {
        for (row, cells) in table.rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                let text = text.as_deref().unwrap_or_default();
                self.add_piece(section, None, text, (&table.at, Some((row, column))));
            }
        }
    }

    fn add_piece(
        &mut self,
        (place, section): (usize, &Section),
        label: Option<&str>,
        text: &str,
        (at, cell): (&Location, Option<(usize, usize)>),
    ) {
        if text.is_empty() {
            return;
        }
        let words = match words::indexed(text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(words) => Some(self.keep(&words)),
        };
        let piece = PieceRow {
            section: place,
            label: self.keep_some(label),
            text: self.keep(text),
            words,
            part: self.keep_some((at.part != section.at.part).then_some(at.part.as_str())),
            block: at.block,
            cell,
            para_id: self.keep_some(at.para_id.as_deref()),
        };
        self.pieces.push(piece);
    }

    fn keep(&mut self, text: &str) -> Kept {
        let begin = self.kept.len();
        self.kept.push_str(text);
        begin..self.kept.len()
    }

    fn keep_some(&mut self, text: Option<&str>) -> Option<Kept> {
        text.map(|text| self.keep(text))
    }
}
