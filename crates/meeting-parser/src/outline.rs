//! The Word tree as the rules read it: lines with their places, tables with their columns, sections by headings.

mod heading;
mod lines;
mod sections;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use meeting_model::Location;
use word_document::{Block as WordBlock, ParaId, Place, Table, WordDocument};

pub(crate) use heading::{Heading, bare_number, is_number, is_roman, numbered, split_number};
pub(crate) use lines::fold;
pub(crate) use sections::sections;

use crate::columns::Columns;
use crate::vocabulary::{Marker, Vocabulary};

/// Where a line stands: enough to make a [`Location`] of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    pub place: Place,
    pub para_id: Option<ParaId>,
    /// The heading above, or the line's own if it is one.
    pub heading: Option<usize>,
}

/// A paragraph, its white space folded.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// The text; line breaks are spaces.
    pub text: String,
    /// The pieces between line breaks, where there are any.
    pub pieces: Vec<String>,
    /// The list label as Word displays it.
    pub label: Option<String>,
    /// Whether the label is a bullet or a dash.
    pub is_bullet: bool,
    pub is_bold: bool,
    /// The whole line is a prompt that nobody has filled in.
    pub is_prompt: bool,
    pub style: Option<Arc<str>>,
    /// Links by ranges of `text`.
    pub links: Vec<(Range<usize>, String)>,
    pub spot: Spot,
}

impl Line {
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it is a point of a list, by its label or by a bullet that was typed.
    pub(crate) fn is_point(&self) -> bool {
        self.label.is_some() || self.text.starts_with(['•', '·', '▪', '–', '—', '-', '*'])
    }

    /// Whether it is an entry of a table of contents, which repeats a heading.
    pub(crate) fn is_contents(&self) -> bool {
        let rest = self.after_style("toc");
        rest.is_some_and(|rest| rest.trim().bytes().all(|byte| byte.is_ascii_digit()))
            || self.after_style("table of figures").is_some()
    }

    /// Whether it is the title of a table or figure: by the styles of the ITU templates and of Word, or by its words,
    /// `TABLE 6 – Questions deleted`.
    pub(crate) fn is_caption(&self, words: &Vocabulary) -> bool {
        let by_style = ["table_no", "table_title", "tableno", "tabletitle", "figure", "caption"]
            .iter()
            .any(|known| self.after_style(known).is_some());
        let counted = |range: Range<usize>| {
            self.text[range.end..].trim_start().starts_with(|sign: char| sign.is_ascii_digit())
        };
        let has_count = || self.text.chars().take(LONGEST_SIGN).any(|sign| sign.is_ascii_digit());
        if by_style || !has_count() {
            return by_style;
        }
        let hit = words.markers.leading_key(&self.text, Marker::Caption);
        hit.is_some_and(|hit| counted(hit.range)) && !self.text.ends_with(['.', '。', ';'])
    }

    /// What stands in the name of its style after a beginning, in small letters or capitals.
    fn after_style(&self, beginning: &str) -> Option<&str> {
        let (begins, rest) = self.style.as_deref()?.split_at_checked(beginning.len())?;
        begins.eq_ignore_ascii_case(beginning).then_some(rest)
    }

    /// The pieces between line breaks, at least one.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &str> {
        let whole = self.pieces.is_empty().then_some(self.text.as_str());
        self.pieces.iter().map(String::as_str).chain(whole)
    }

    /// The address that a range of the text links to.
    pub(crate) fn link(&self, range: &Range<usize>) -> Option<&str> {
        let touches = |of: &Range<usize>| of.start < range.end && range.start < of.end;
        self.links.iter().find(|(of, _)| touches(of)).map(|(_, target)| target.as_str())
    }
}

/// A cell that is seen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cell {
    /// First column on the grid.
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
    /// Number among the cells of its row as they are written, covered ones too: what column bookmarks count.
    pub written: usize,
    /// Its paragraphs that are not empty; those of a nested table stand among them, a line for each row.
    pub lines: Vec<Line>,
    /// Tables in it.
    pub tables: Vec<Grid>,
    /// The first paragraph, empty or not.
    pub spot: Spot,
}

impl Cell {
    /// The text, its paragraphs joined by a line feed, without labels.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        self.joined("\n")
    }

    /// The text, its paragraphs joined by a separator; that of one paragraph is borrowed.
    pub(crate) fn joined(&self, separator: &str) -> Cow<'_, str> {
        match self.lines.as_slice() {
            [] => Cow::Borrowed(""),
            [line] => Cow::Borrowed(&line.text),
            lines => lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(separator).into(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.is_empty() && line.label.is_none())
    }

    /// Whether another cell has the same text.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        let lines = self.lines.iter().map(|line| &line.text);
        // A cell without lines says what one says whose only line is empty.
        let is_empty = |cell: &Self| cell.lines.len() <= 1 && cell.lines.iter().all(Line::is_empty);
        lines.eq(other.lines.iter().map(|line| &line.text)) || (is_empty(self) && is_empty(other))
    }
}

/// A table row: the cells that begin in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct GridRow {
    pub is_header: bool,
    pub cells: Vec<Cell>,
    /// Column bookmarks: name, and the first cell that they mark, counted as cells are written.
    pub bookmarks: Vec<(String, usize)>,
}

impl GridRow {
    /// The cell that begins in or before a column and takes it.
    pub(crate) fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.iter().find(|cell| (cell.column..cell.column + cell.columns).contains(&column))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

/// A table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Grid {
    pub columns: usize,
    pub rows: Vec<GridRow>,
    pub spot: Spot,
    /// What its columns are, by its header row.
    pub heads: Columns,
}

/// A block of the body.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    Line(Line),
    Table(Grid),
}

/// The longest word and number before the title of a table or figure, in characters.
const LONGEST_SIGN: usize = 16;

impl Block {
    pub(crate) fn spot(&self) -> Spot {
        match self {
            Self::Line(line) => line.spot,
            Self::Table(grid) => grid.spot,
        }
    }
}

/// The body of a document.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    pub part: Arc<str>,
    pub headings: Vec<Heading>,
    /// Blocks in reading order; headings are among them.
    pub blocks: Vec<Block>,
}

impl Outline {
    pub(crate) fn read(document: &WordDocument, words: &Vocabulary) -> Self {
        let mut outline = Self { part: document.main_part.clone(), ..Self::default() };
        for block in &document.body {
            match block {
                WordBlock::Paragraph(paragraph) => {
                    let mut line = lines::line(paragraph, Spot::default());
                    line.spot.place = Place { block: paragraph.index, cell: None };
                    if let Some(heading) = Heading::read(paragraph, &line, words) {
                        outline.open(heading);
                    }
                    line.spot.heading = outline.headings.len().checked_sub(1);
                    outline.blocks.push(Block::Line(line));
                }
                WordBlock::Table(table) => outline.table(table, words),
            }
        }
        outline
    }

    fn open(&mut self, mut heading: Heading) {
        heading.parent = (0..self.headings.len()).rev().find(|&at| self.headings[at].level < heading.level);
        // What follows an annex belongs to annexes.
        heading.is_annex |= self.headings.last().is_some_and(|last| last.is_annex);
        heading.block = self.blocks.len();
        self.headings.push(heading);
    }

    fn table(&mut self, table: &Table, words: &Vocabulary) {
        let spot = Spot {
            place: Place { block: table.index, cell: None },
            para_id: None,
            heading: self.headings.len().checked_sub(1),
        };
        self.blocks.push(Block::Table(lines::grid(table, spot, false, words)));
    }

    /// All tables, nested ones after the one that holds them, with the number of the block.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (usize, &Grid)> {
        self.blocks.iter().enumerate().filter_map(|(at, block)| match block {
            Block::Table(grid) => Some((at, grid)),
            Block::Line(_) => None,
        })
    }

    /// Lines between tables, with the number of the block.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, &Line)> {
        self.blocks.iter().enumerate().filter_map(|(at, block)| match block {
            Block::Line(line) => Some((at, line)),
            Block::Table(_) => None,
        })
    }

    /// Every line of the body in reading order, those of tables too.
    pub(crate) fn all_lines(&self) -> Vec<&Line> {
        let mut all = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Line(line) => all.push(line),
                Block::Table(grid) => {
                    all.extend(grid.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines));
                }
            }
        }
        all
    }

    /// The heading over a spot.
    pub(crate) fn heading(&self, spot: Spot) -> Option<&Heading> {
        self.headings.get(spot.heading?)
    }

    /// Whether a block is itself a heading.
    pub(crate) fn is_heading(&self, block: usize) -> bool {
        self.headings.binary_search_by_key(&block, |heading| heading.block).is_ok()
    }

    /// The headings over a spot, from the nearest to the highest.
    pub(crate) fn headings_over(&self, spot: Spot) -> impl Iterator<Item = &Heading> {
        let mut next = spot.heading;
        std::iter::from_fn(move || {
            let heading = self.headings.get(next?)?;
            next = heading.parent;
            Some(heading)
        })
    }

    pub(crate) fn in_annex(&self, spot: Spot) -> bool {
        self.heading(spot).is_some_and(|heading| heading.is_annex)
    }

    /// The place as the contract writes it.
    pub(crate) fn location(&self, spot: Spot) -> Location {
        let (row, column, paragraph) = match spot.place.cell {
            Some((row, column, paragraph)) => (Some(row), Some(column), Some(paragraph)),
            None => (None, None, None),
        };
        Location {
            part: String::from(&*self.part),
            block: spot.place.block as usize,
            row: row.map(|row| row as usize),
            column: column.map(|column| column as usize),
            paragraph: paragraph.map(|paragraph| paragraph as usize),
            para_id: spot.para_id.map(String::from),
            heading: self.heading(spot).map(Heading::name),
        }
    }
}
