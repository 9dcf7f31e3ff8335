//! Tables: rows and cells as they are written, then spans resolved to a rectangular grid (ECMA-376 part 1, 17.4).

use std::collections::BTreeMap;

use super::line::PendingBookmark;
use super::{Result, StoryReader, is_silent};
use crate::tree::{Block, Cell, RevisionKind, RevisionOf, Row, Table};
use crate::xml::Element;

/// Word allows 63 columns (17.4.17); other programs write more, attackers billions.
const MOST_COLUMNS: u32 = 1_024;

/// Vertical merge as a cell states it (17.4.84).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Merge {
    #[default]
    None,
    Restart,
    Continue,
}

/// What `w:tcPr` says.
struct CellProperties {
    span: u32,
    merge: Merge,
    joins_left: bool,
    removed: bool,
}

/// A table being read.
#[derive(Default)]
struct Draft {
    rows: Vec<Row>,
    /// The merge of each cell of `rows`.
    merges: Vec<Vec<Merge>>,
    /// Rows met, deleted ones too.
    met: u32,
}

/// A row being read.
#[derive(Default)]
struct RowDraft {
    row: Row,
    merges: Vec<Merge>,
    /// Next free column.
    column: u32,
    removed: bool,
}

impl<'a> StoryReader<'a, '_, '_> {
    pub(super) fn table(
        &mut self,
        element: &Element<'a>,
        blocks: &mut Vec<Block>,
        index: &mut u32,
    ) -> Result {
        self.at_block(*index);
        let mut draft = Draft::default();
        self.tables += 1;
        let outer = self.place.cell;
        self.rows(element, &mut draft)?;
        self.place.cell = outer;
        self.tables -= 1;
        let table = draft.resolve(*index);
        *index += 1;
        if !table.rows.is_empty() {
            blocks.push(Block::Table(table));
        }
        Ok(())
    }

    fn rows(&mut self, parent: &Element<'a>, draft: &mut Draft) -> Result {
        while let Some(child) = self.xml.next_child(parent)? {
            match child.name() {
                "tr" => self.row(&child, draft)?,
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.rows(&child, draft)?,
                "bookmarkStart" => self.bookmarks.push(PendingBookmark::read(&child)),
                name if is_silent(name) => {}
                _ => self.unknown_element(&child),
            }
        }
        Ok(())
    }

    fn row(&mut self, element: &Element<'a>, draft: &mut Draft) -> Result {
        self.count()?;
        let mut row = RowDraft { row: Row { index: draft.met, ..Row::default() }, ..RowDraft::default() };
        draft.met += 1;
        if self.tables == 1 {
            self.place.cell = Some((row.row.index, 0, 0));
        }
        self.cells(element, &mut row)?;
        if !row.removed {
            draft.rows.push(row.row);
            draft.merges.push(row.merges);
        }
        Ok(())
    }

    fn cells(&mut self, parent: &Element<'a>, row: &mut RowDraft) -> Result {
        while let Some(child) = self.xml.next_child(parent)? {
            match child.name() {
                "trPr" => self.read_row_properties(&child, row)?,
                // Properties come first: a deleted row is not read.
                _ if row.removed => {}
                "tc" => self.cell(&child, row)?,
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.cells(&child, row)?,
                "bookmarkStart" => self.bookmarks.push(PendingBookmark::read(&child)),
                name if is_silent(name) => {}
                _ => self.unknown_element(&child),
            }
        }
        Ok(())
    }

    fn read_row_properties(&mut self, element: &Element<'a>, row: &mut RowDraft) -> Result {
        let must_be_read = |name: &str| matches!(name, "gridBefore" | "tblHeader" | "hidden" | "ins" | "del");
        if self.xml.skim(element, must_be_read, |_| false).is_some() {
            return Ok(());
        }
        while let Some(child) = self.xml.next_child(element)? {
            match child.name() {
                "gridBefore" => row.column = child.number().unwrap_or(0).min(MOST_COLUMNS - 1),
                "tblHeader" => row.row.is_header = child.is_on(),
                "hidden" => row.removed |= child.is_on(),
                "ins" => self.revision(&child, RevisionKind::Inserted, RevisionOf::Row, String::new()),
                "del" => {
                    row.removed = true;
                    self.revision(&child, RevisionKind::Deleted, RevisionOf::Row, String::new());
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn cell(&mut self, element: &Element<'a>, row: &mut RowDraft) -> Result {
        self.count()?;
        if self.tables == 1 {
            self.place.cell = Some((row.row.index, row.column, 0));
        }
        let mut properties =
            CellProperties { span: 1, merge: Merge::None, joins_left: false, removed: false };
        let (mut blocks, mut index) = (Vec::new(), 0);
        while let Some(child) = self.xml.next_child(element)? {
            if child.is("tcPr") {
                self.read_cell_properties(&child, &mut properties)?;
                self.removed += usize::from(properties.removed);
            } else {
                self.block(&child, &mut blocks, &mut index)?;
            }
        }
        self.end_of_blocks(&mut blocks);
        if properties.removed {
            self.removed -= 1;
        } else {
            row.add(&properties, blocks);
        }
        Ok(())
    }

    fn read_cell_properties(&mut self, element: &Element<'a>, cell: &mut CellProperties) -> Result {
        let must_be_read = |name: &str| {
            matches!(name, "gridSpan" | "vMerge" | "hMerge" | "cellMerge" | "cellIns" | "cellDel")
        };
        if self.xml.skim(element, must_be_read, |_| false).is_some() {
            return Ok(());
        }
        while let Some(child) = self.xml.next_child(element)? {
            match child.name() {
                "gridSpan" => cell.span = self.span(&child),
                "vMerge" => cell.merge = merge(child.value().as_deref()),
                // The older way to merge along a row (17.4.22).
                "hMerge" => cell.joins_left = merge(child.value().as_deref()) == Merge::Continue,
                // A tracked merge or split (17.13.5.1) states the merge that holds after it.
                "cellMerge" => {
                    cell.merge = match child.attribute("vMerge").as_deref() {
                        Some("cont") => Merge::Continue,
                        Some("rest") => Merge::Restart,
                        _ => cell.merge,
                    };
                }
                "cellIns" => self.revision(&child, RevisionKind::Inserted, RevisionOf::Cell, String::new()),
                "cellDel" if !cell.removed => {
                    cell.removed = true;
                    self.revision(&child, RevisionKind::Deleted, RevisionOf::Cell, String::new());
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn span(&mut self, element: &Element<'a>) -> u32 {
        let span: u64 = element.number().unwrap_or(1);
        if span > u64::from(MOST_COLUMNS) {
            self.odd("span-too-wide", format!("a cell spans {span} columns, {MOST_COLUMNS} are kept"));
        }
        span.clamp(1, u64::from(MOST_COLUMNS)) as u32
    }
}

/// The merge that an attribute states; no value is `continue`.
fn merge(value: Option<&str>) -> Merge {
    if value == Some("restart") { Merge::Restart } else { Merge::Continue }
}

impl RowDraft {
    fn add(&mut self, properties: &CellProperties, blocks: Vec<Block>) {
        let room = MOST_COLUMNS - self.column;
        let span = properties.span.min(room);
        self.column += span;
        // Where the grid ends, no cell may lose its place to the next one.
        if (properties.joins_left || room == 0)
            && let Some(left) = self.row.cells.last_mut()
        {
            left.column_span += span;
            let first = left.blocks.len() as u32;
            left.blocks.extend(
                blocks.into_iter().filter(has_text).zip(first..).map(|(block, at)| numbered(block, at)),
            );
        } else {
            let column = self.column - span;
            self.row.cells.push(Cell { column, column_span: span, row_span: 1, blocks });
            self.merges.push(properties.merge);
        }
    }
}

/// A block that has moved into another cell takes its number there.
fn numbered(mut block: Block, at: u32) -> Block {
    match &mut block {
        Block::Paragraph(paragraph) => paragraph.index = at,
        Block::Table(table) => table.index = at,
    }
    block
}

fn has_text(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => !paragraph.text.is_empty(),
        Block::Table(_) => true,
    }
}

impl Draft {
    /// Settles which cell covers which: a cell that continues a merge belongs to the cell that begins in the
    /// same column in the row above. One that continues nothing stands for itself, as in Word.
    fn resolve(mut self, index: u32) -> Table {
        // Column to (row of the origin, its cell, last row that it covers).
        let mut open: BTreeMap<u32, (usize, usize, usize)> = BTreeMap::new();
        for (at, merges) in self.merges.iter().enumerate() {
            for (cell, merge) in merges.iter().enumerate() {
                let column = self.rows[at].cells[cell].column;
                match (merge, open.get_mut(&column)) {
                    (Merge::Continue, Some((row, origin, last))) if *last + 1 == at => {
                        *last = at;
                        self.rows[*row].cells[*origin].row_span += 1;
                        self.rows[at].cells[cell].row_span = 0;
                    }
                    (Merge::None, _) => drop(open.remove(&column)),
                    _ => drop(open.insert(column, (at, cell, at))),
                }
            }
        }
        let ends = self.rows.iter().filter_map(|row| row.cells.last());
        let columns = ends.map(|cell| cell.column + cell.column_span).max().unwrap_or(0);
        Table { index, columns, rows: self.rows }
    }
}
