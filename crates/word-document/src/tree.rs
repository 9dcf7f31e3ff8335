//! The Word document as a plain tree: what a reader of the final document sees, each piece with its place.

use std::ops::Range;
use std::sync::Arc;

use crate::numbering::Label;

/// A Word document, read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WordDocument {
    /// Name of the main part, as a rule `word/document.xml`.
    pub main_part: Arc<str>,
    /// The body, in reading order.
    pub body: Vec<Block>,
    /// What stands outside the body.
    pub notes: Notes,
    /// Core and custom properties.
    pub properties: Properties,
    /// Tracked changes: the tree is as if all were accepted, this is the record of them.
    pub revisions: Vec<Revision>,
    /// What was met and not understood, or is against the standard.
    pub oddities: Vec<Oddity>,
}

/// The texts outside the body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Notes {
    /// Text boxes, in the order of their anchors, wherever these stand.
    pub text_boxes: Vec<Story>,
    /// Footnotes.
    pub footnotes: Vec<Story>,
    /// Endnotes.
    pub endnotes: Vec<Story>,
    /// Page headers that a section uses, each part once.
    pub headers: Vec<Story>,
    /// Page footers that a section uses, each part once.
    pub footers: Vec<Story>,
    /// Comments.
    pub comments: Vec<Story>,
}

impl Notes {
    /// All stories: text boxes, footnotes, endnotes, headers, footers, comments.
    pub fn stories(&self) -> impl Iterator<Item = &Story> {
        [&self.text_boxes, &self.footnotes, &self.endnotes, &self.headers, &self.footers, &self.comments]
            .into_iter()
            .flatten()
    }
}

/// A text of its own outside the body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Story {
    /// Part that holds it.
    pub part: Arc<str>,
    /// `w:id` of a note or comment, number of a text box; what a [`MarkKind`] refers to.
    pub id: i64,
    /// Who wrote a comment.
    pub author: Option<String>,
    /// When, as it is written in the file (ISO 8601).
    pub date: Option<String>,
    /// Where a text box is anchored.
    pub anchor: Option<Place>,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A piece of a body, a cell or a story.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// Word's own name of a paragraph or row (`w14:paraId`, eight hexadecimal digits).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ParaId(pub u32);

impl ParaId {
    /// As Word writes it: eight digits to the base 16. Nearly all that is found has one, which the formatter takes longer for.
    fn digits(self) -> [u8; 8] {
        std::array::from_fn(|at| b"0123456789ABCDEF"[(self.0 >> (28 - 4 * at) & 15) as usize])
    }
}

impl From<ParaId> for String {
    fn from(id: ParaId) -> Self {
        String::from_utf8_lossy(&id.digits()).into_owned()
    }
}

impl std::fmt::Display for ParaId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from(*self))
    }
}

/// A paragraph of the final document. Paragraphs whose mark between them is deleted are one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paragraph {
    /// Number among the blocks of its body, cell or story, from 0; deleted blocks count.
    pub index: u32,
    /// Word's own name of it.
    pub para_id: Option<ParaId>,
    /// Name (not id: ids are localised) of its style, as the file writes it, such as `heading 1`.
    pub style: Option<Arc<str>>,
    /// Outline level, 0 for the highest, of a heading.
    pub outline_level: Option<u8>,
    /// The list label as Word displays it.
    pub label: Option<Label>,
    /// Whether it runs from right to left. The text is in logical order either way.
    pub right_to_left: bool,
    /// The visible text without the label. `\t` is a tab, `\n` a line, column or page break.
    pub text: String,
    /// What holds for ranges of the text, by their start.
    pub marks: Vec<Mark>,
}

impl Paragraph {
    /// Whether all of the text that is not white space is bold.
    pub fn is_bold(&self) -> bool {
        let bold = self.marks.iter().filter(|mark| mark.kind == MarkKind::Bold);
        let mut at = 0;
        for mark in bold {
            if !self.blank(at, mark.range.start) {
                return false;
            }
            at = mark.range.end;
        }
        at > 0 && self.blank(at, self.text.len() as u32)
    }

    fn blank(&self, from: u32, to: u32) -> bool {
        self.text.get(from as usize..to as usize).is_none_or(|text| text.trim().is_empty())
    }

    /// Hyperlinks with the text ranges (bytes) that carry them.
    pub fn links(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        self.marks.iter().filter_map(|mark| match &mark.kind {
            MarkKind::Link(target) => {
                Some((mark.range.start as usize..mark.range.end as usize, target.as_ref()))
            }
            _ => None,
        })
    }
}

/// Something that holds for a range of a paragraph's text, or stands at a point of it (an empty range).
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Bytes of the paragraph's text.
    pub range: Range<u32>,
    /// What it is.
    pub kind: MarkKind,
}

/// Kinds of [`Mark`].
#[derive(Debug, Clone, PartialEq)]
pub enum MarkKind {
    /// Bold text.
    Bold,
    /// A hyperlink: an address, or `#` and the name of a bookmark.
    Link(Box<str>),
    /// A bookmark.
    Bookmark {
        /// Its name.
        name: Box<str>,
        /// `w:colFirst` and `w:colLast`: it marks these cells of its row, counted as they are written, from 0.
        columns: Option<(u16, u16)>,
    },
    /// Reference to the footnote of that id.
    Footnote(i64),
    /// Reference to the endnote of that id.
    Endnote(i64),
    /// Reference to the comment of that id.
    Comment(i64),
    /// Anchor of the text box of that number.
    TextBox(i64),
    /// The prompt of a content control that nobody has filled in.
    Placeholder,
    /// A picture or drawing, with its description, which may be empty.
    Picture(Box<str>),
}

/// A table on a resolved grid.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Number among the blocks of its body, cell or story, from 0.
    pub index: u32,
    /// Columns of the grid.
    pub columns: u32,
    /// Rows of the final document.
    pub rows: Vec<Row>,
}

/// A table row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Number among the rows of the file, from 0; deleted rows count.
    pub index: u32,
    /// Whether it repeats at the top of each page (`w:tblHeader`).
    pub is_header: bool,
    /// Its cells from left to right; a vertically merged cell is in each row that it covers.
    pub cells: Vec<Cell>,
}

/// A table cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// First column on the grid, from 0.
    pub column: u32,
    /// Columns that it takes, at least 1.
    pub column_span: u32,
    /// Rows that it takes, at least 1; 0 where a cell above covers it.
    pub row_span: u32,
    /// What it holds. Of a covered cell this is what Word keeps and does not show.
    pub blocks: Vec<Block>,
}

impl Cell {
    /// Whether a cell above covers it.
    pub fn is_covered(&self) -> bool {
        self.row_span == 0
    }
}

/// What the file says of itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Properties {
    /// Core properties by local name: `title`, `creator`, `created`, `lastModifiedBy`, … (part 2, 8.3.3).
    pub core: Vec<(String, String)>,
    /// Custom properties by name, in the order of the file.
    pub custom: Vec<(String, String)>,
}

impl Properties {
    /// The custom property of that name, without regard to case.
    pub fn custom(&self, name: &str) -> Option<&str> {
        let found = self.custom.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The core property of that local name.
    pub fn core(&self, name: &str) -> Option<&str> {
        self.core.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Where something stands: the block, and inside a table of the body the row, the column and the block in the cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Number of the block in its body or story.
    pub block: u32,
    /// Row and grid column of the outermost table, and number of the block within the cell.
    pub cell: Option<(u32, u32, u32)>,
}

/// What a tracked change did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RevisionKind {
    /// Put text, a paragraph mark, a row or a cell in.
    Inserted,
    /// Took it out.
    Deleted,
    /// Took it away to another place.
    MovedFrom,
    /// Brought it from another place.
    MovedTo,
}

/// What a tracked change applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RevisionOf {
    /// Text of a paragraph.
    Run,
    /// The mark that ends a paragraph.
    ParagraphMark,
    /// A table row.
    Row,
    /// A table cell.
    Cell,
}

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// What was done.
    pub kind: RevisionKind,
    /// To what.
    pub of: RevisionOf,
    /// Who did it.
    pub author: String,
    /// When, as it is written in the file (ISO 8601).
    pub date: Option<String>,
    /// The text of a changed run.
    pub text: String,
    /// Part in which it stands.
    pub part: Arc<str>,
    /// Where in that part.
    pub place: Place,
}

/// Something in the file that was not understood, left out, or is against the standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Oddity {
    /// Stable name, kebab-case.
    pub code: &'static str,
    /// One sentence for people.
    pub message: String,
    /// Part in which it was met.
    pub part: Arc<str>,
    /// Where in that part.
    pub place: Place,
}
