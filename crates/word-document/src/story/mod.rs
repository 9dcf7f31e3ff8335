//! One forward pass over a part that holds text: the body, a note, a header, a comment.
//!
//! [`StoryReader`] walks the part and builds blocks; its methods stand one concern per file: `paragraph`, `run`,
//! `inline`, `field`, `table`, `drawing`, `math`. State that lives longer than one part is in [`Context`].

mod chunk;
mod drawing;
mod field;
mod html;
mod inline;
mod line;
mod math;
mod paragraph;
mod run;
mod table;

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use crate::error::ReadError;
use crate::numbering::{Counters, Numbering};
use crate::package::{Limits, Package};
use crate::relationships::Relationships;
use crate::styles::StylesPart;
use crate::tree::{Block, Oddity, Place, Revision, RevisionKind, RevisionOf, Story};
use crate::xml::{Cursor, Element, Namespace};

use field::Fields;
use line::{Line, PendingBookmark};

type Result<T = ()> = std::result::Result<T, ReadError>;

/// What all parts of one document share.
pub(crate) struct Context<'b> {
    pub package: Package<'b>,
    pub limits: Limits,
    pub styles: Rc<StylesPart>,
    pub lists: Rc<Numbering>,
    pub oddities: Vec<Oddity>,
    /// Oddities beyond the limit.
    pub unreported: usize,
    /// Paragraphs, rows and cells met.
    pub pieces: usize,
    pub revisions: Vec<Revision>,
    pub text_boxes: Vec<Story>,
    /// `header` or `footer` and relationship id, as sections name them.
    pub headers: Vec<(&'static str, String)>,
    pub unknown: HashSet<String>,
    /// Whether the document is embedded in another: it embeds none itself.
    pub is_chunk: bool,
}

impl<'b> Context<'b> {
    pub(crate) fn new(package: Package<'b>, limits: Limits) -> Self {
        Self {
            package,
            limits,
            styles: Rc::default(),
            lists: Rc::default(),
            oddities: Vec::new(),
            unreported: 0,
            pieces: 0,
            revisions: Vec::new(),
            text_boxes: Vec::new(),
            headers: Vec::new(),
            unknown: HashSet::new(),
            is_chunk: false,
        }
    }

    pub(crate) fn odd(&mut self, code: &'static str, message: String, part: &Arc<str>, place: Place) {
        if self.oddities.len() < self.limits.oddities {
            self.oddities.push(Oddity { code, message, part: part.clone(), place });
        } else {
            self.unreported += 1;
        }
    }
}

/// Reads one part, or one note of a part.
pub(crate) struct StoryReader<'a, 'c, 'b> {
    pub xml: Cursor<'a>,
    context: &'c mut Context<'b>,
    relationships: &'c Relationships,
    part: Arc<str>,
    counters: Counters,
    place: Place,
    /// Tables around what is read now.
    tables: usize,
    /// Tracked deletions around it.
    removed: usize,
    removed_text: String,
    line: Line,
    fields: Fields,
    bookmarks: Vec<PendingBookmark>,
    /// Insertions around what is read now.
    insertions: usize,
    /// The content of the run's properties, for its fonts: hardly any run needs to know them.
    formatting: &'a str,
}

impl<'a, 'c, 'b> StoryReader<'a, 'c, 'b> {
    pub(crate) fn new(
        text: &'a str,
        part: &'a str,
        relationships: &'c Relationships,
        context: &'c mut Context<'b>,
    ) -> Self {
        let xml = Cursor::new(text, part, context.limits.depth);
        Self {
            xml,
            context,
            relationships,
            part: Arc::from(part),
            counters: Counters::default(),
            place: Place::default(),
            tables: 0,
            removed: 0,
            removed_text: String::new(),
            line: Line::default(),
            fields: Fields::default(),
            bookmarks: Vec::new(),
            insertions: 0,
            formatting: "",
        }
    }

    /// Ends the part.
    pub(crate) fn finish(&mut self) {
        if self.xml.too_deep {
            let depth = self.context.limits.depth;
            self.odd("too-deep", format!("what lies more than {depth} elements deep was left out"));
        }
    }

    /// All blocks inside `parent`.
    pub(crate) fn blocks(&mut self, parent: &Element<'a>) -> Result<Vec<Block>> {
        let mut blocks = Vec::new();
        let mut index = 0;
        self.blocks_into(parent, &mut blocks, &mut index)?;
        self.end_of_blocks(&mut blocks);
        Ok(blocks)
    }

    /// Ends a body, cell or story: a paragraph whose mark is deleted has nothing to join.
    fn end_of_blocks(&mut self, blocks: &mut Vec<Block>) {
        if let Some(paragraph) = self.line.give_up_joining() {
            blocks.push(Block::Paragraph(paragraph));
        }
    }

    fn blocks_into(&mut self, parent: &Element<'a>, blocks: &mut Vec<Block>, index: &mut u32) -> Result {
        while let Some(child) = self.xml.next_child(parent)? {
            self.block(&child, blocks, index)?;
        }
        Ok(())
    }

    /// One element of block level (ECMA-376 part 1, 17.2.2 `EG_BlockLevelElts`).
    fn block(&mut self, element: &Element<'a>, blocks: &mut Vec<Block>, index: &mut u32) -> Result {
        if element.namespace() == Namespace::Math {
            return self.bare_paragraph(element, blocks, index);
        }
        match element.name() {
            "p" => self.paragraph(element, blocks, index),
            "tbl" => {
                self.end_of_blocks(blocks);
                self.table(element, blocks, index)
            }
            "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "moveTo" => {
                self.blocks_into(element, blocks, index)
            }
            "del" | "moveFrom" => {
                self.removed += 1;
                self.blocks_into(element, blocks, index)?;
                self.removed -= 1;
                Ok(())
            }
            // Against the schema; some programs forget the paragraph.
            "r" | "hyperlink" | "fldSimple" => self.bare_paragraph(element, blocks, index),
            "sectPr" => self.section(element),
            "altChunk" => self.alternate_chunk(element, blocks, index),
            "bookmarkStart" => {
                self.bookmarks.push(PendingBookmark::read(element));
                Ok(())
            }
            name if is_silent(name) => Ok(()),
            _ => {
                self.unknown_element(element);
                self.blocks_into(element, blocks, index)
            }
        }
    }

    /// Section properties: which headers and footers are used (17.6.17).
    fn section(&mut self, element: &Element<'a>) -> Result {
        while let Some(child) = self.xml.next_child(element)? {
            let kind = match child.name() {
                "headerReference" => "header",
                "footerReference" => "footer",
                _ => continue,
            };
            if let Some(id) = child.attribute("id") {
                self.context.headers.push((kind, id.into_owned()));
            }
        }
        Ok(())
    }

    /// Runs `read` on a text of its own in the middle of this one, such as a text box.
    fn aside<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        let line = std::mem::take(&mut self.line);
        let fields = std::mem::take(&mut self.fields);
        let (place, tables) = (self.place, std::mem::take(&mut self.tables));
        let result = read(self);
        self.line = line;
        self.fields = fields;
        self.place = place;
        self.tables = tables;
        result
    }

    /// The place changes as blocks are met: those of the story itself, and those in cells of its tables.
    fn at_block(&mut self, index: u32) {
        match (self.tables, &mut self.place.cell) {
            (0, _) => self.place = Place { block: index, cell: None },
            (1, Some((_, _, paragraph))) => *paragraph = index,
            _ => {}
        }
    }

    /// Counts a paragraph, row or cell against the limit.
    fn count(&mut self) -> Result {
        self.context.pieces += 1;
        let limit = self.context.limits.pieces;
        if self.context.pieces > limit {
            return Err(ReadError::TooLarge(format!("more than {limit} paragraphs, rows and cells")));
        }
        Ok(())
    }

    fn odd(&mut self, code: &'static str, message: String) {
        self.context.odd(code, message, &self.part, self.place);
    }

    /// Says once per name that an element is not known. Its content is read all the same.
    fn unknown_element(&mut self, element: &Element<'a>) {
        if self.context.unknown.len() < 100 && self.context.unknown.insert(element.name().to_owned()) {
            self.odd("unknown-element", format!("the element {} is not known", element.name()));
        }
    }

    fn revision(&mut self, element: &Element<'a>, kind: RevisionKind, of: RevisionOf, text: String) {
        self.context.revisions.push(Revision {
            kind,
            of,
            author: element.attribute("author").unwrap_or_default().into_owned(),
            date: element.attribute("date").map(String::from),
            text,
            part: self.part.clone(),
            place: self.place,
        });
    }
}

/// Elements that say nothing about the text of the final document: properties handled elsewhere, ranges of
/// comments, permissions and moves, spelling marks, what Word last laid out.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "pPr"
            | "rPr"
            | "tblPr"
            | "tblGrid"
            | "tblPrEx"
            | "trPr"
            | "tcPr"
            | "sdtPr"
            | "sdtEndPr"
            | "customXmlPr"
            | "smartTagPr"
            | "proofErr"
            | "permStart"
            | "permEnd"
            | "bookmarkEnd"
            | "lastRenderedPageBreak"
            | "commentRangeStart"
            | "commentRangeEnd"
            | "annotationRef"
            | "footnoteRef"
            | "endnoteRef"
            | "separator"
            | "continuationSeparator"
            | "softHyphen"
            | "background"
            | "docPartPr"
    ) || ((name.starts_with("move") || name.starts_with("customXml")) && name.contains("Range"))
}
