//! Paragraphs and tables of the Word tree as lines and grids.

use std::ops::Range;

use word_document::{Block as WordBlock, Cell as WordCell, MarkKind, Paragraph, Place, Table};

use super::{Cell, Grid, GridRow, Line, Spot};
use crate::columns::Columns;
use crate::vocabulary::Vocabulary;

/// A paragraph as a line at a spot.
pub(super) fn line(paragraph: &Paragraph, spot: Spot) -> Line {
    let label = paragraph.label.as_ref();
    let (text, links) = folded(paragraph);
    let pieces = if paragraph.text.contains('\n') {
        paragraph.text.split('\n').map(fold).filter(|piece| !piece.is_empty()).collect()
    } else {
        Vec::new()
    };
    let is_prompt = paragraph.marks.iter().any(|mark| {
        mark.kind == MarkKind::Placeholder && mark.range.len() + 1 >= paragraph.text.trim().len()
    });
    Line {
        text,
        pieces,
        is_bullet: label.is_some_and(|label| label.is_bullet || is_dash(&label.text)),
        label: label.map(|label| label.text.trim().to_owned()),
        is_bold: paragraph.is_bold(),
        is_prompt,
        style: paragraph.style.clone(),
        links,
        spot: Spot { para_id: paragraph.para_id, ..spot },
    }
}

/// A dash that numbering writes is a bullet, whatever its number format is called.
fn is_dash(label: &str) -> bool {
    !label.trim().is_empty() && !label.contains(char::is_alphanumeric)
}

/// Runs of white space as one space, none at the ends.
pub(crate) fn fold(text: &str) -> String {
    if is_folded(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a text has nothing to fold, as most texts have not: seen from its bytes.
fn is_folded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_plain = |byte: u8| matches!(byte, b' '..=0x7F);
    // No early end, so that the compiler takes many bytes at a time.
    if !bytes.iter().fold(true, |plain, &byte| plain & is_plain(byte)) {
        return is_folded_beyond_ascii(text);
    }
    let follow = bytes.iter().zip(bytes.iter().skip(1));
    let two = follow.fold(0, |two, (&one, &next)| two | u8::from(one == b' ' && next == b' '));
    two == 0 && !text.starts_with(' ') && !text.ends_with(' ')
}

/// The same for any text. White space beyond ASCII begins with one of four bytes (U+0085 and U+00A0 with C2, the rest
/// with E1 to E3).
fn is_folded_beyond_ascii(text: &str) -> bool {
    let mut after_space = true;
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        let is_odd = match byte {
            b' ' => after_space,
            9..=13 => true,
            0xC2 | 0xE1..=0xE3 => text[at..].starts_with(char::is_whitespace),
            _ => false,
        };
        if is_odd {
            return false;
        }
        after_space = byte == b' ';
    }
    !after_space || text.is_empty()
}

/// The folded text, and the links moved with it.
fn folded(paragraph: &Paragraph) -> (String, Vec<(Range<usize>, String)>) {
    let text = fold(&paragraph.text);
    let links = paragraph
        .links()
        .filter_map(|(range, target)| {
            let before = fold(paragraph.text.get(..range.start)?);
            let within = fold(paragraph.text.get(range.clone())?);
            // The link's text stands at or right after what folds before it.
            let from = text.get(before.len()..)?.find(within.as_str())? + before.len();
            Some((from..from + within.len(), target.to_owned()))
        })
        .collect();
    (text, links)
}

/// A table as a grid. A nested table's lines keep the place of the cell that holds it.
pub(super) fn grid(table: &Table, spot: Spot, is_nested: bool, words: &Vocabulary) -> Grid {
    let mut rows: Vec<GridRow> = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let mut cells: Vec<Cell> = Vec::with_capacity(row.cells.len());
        let mut bookmarks = Vec::new();
        for (written, found) in row.cells.iter().enumerate() {
            bookmarks.extend(column_bookmarks(found));
            if !found.is_covered() {
                let cell = cell(found, row.index, spot, is_nested, words);
                cells.push(Cell { written, ..cell });
            }
        }
        rows.push(GridRow { is_header: row.is_header, cells, bookmarks });
    }
    let mut grid = Grid { columns: table.columns as usize, rows, spot, heads: Columns::default() };
    grid.heads = Columns::read(&grid, words);
    grid
}

/// Names of the bookmarks that mark cells of the row, with the first of these cells.
fn column_bookmarks(cell: &WordCell) -> impl Iterator<Item = (String, usize)> {
    let paragraphs = cell.blocks.iter().filter_map(|block| match block {
        WordBlock::Paragraph(paragraph) => Some(paragraph),
        WordBlock::Table(_) => None,
    });
    paragraphs.flat_map(|paragraph| &paragraph.marks).filter_map(|mark| match &mark.kind {
        MarkKind::Bookmark { name, columns: Some((first, _)) } => {
            Some((String::from(&**name), usize::from(*first)))
        }
        _ => None,
    })
}

fn cell(found: &WordCell, row: u32, table: Spot, is_nested: bool, words: &Vocabulary) -> Cell {
    let mut cell = Cell {
        column: found.column as usize,
        columns: found.column_span as usize,
        rows: found.row_span as usize,
        ..Cell::default()
    };
    let mut first = true;
    for block in &found.blocks {
        let index = match block {
            WordBlock::Paragraph(paragraph) => paragraph.index,
            WordBlock::Table(table) => table.index,
        };
        let place = if is_nested {
            table.place
        } else {
            Place { cell: Some((row, found.column, index)), ..table.place }
        };
        let spot = Spot { place, ..table };
        match block {
            WordBlock::Paragraph(paragraph) => {
                let line = line(paragraph, spot);
                if std::mem::take(&mut first) {
                    cell.spot = line.spot;
                }
                if !line.is_empty() || line.label.is_some() {
                    cell.lines.push(line);
                }
            }
            WordBlock::Table(inner) => {
                let inner = grid(inner, spot, true, words);
                cell.lines.extend(rows_as_lines(&inner));
                cell.tables.push(inner);
            }
        }
    }
    cell
}

/// A nested table's text, row by row.
fn rows_as_lines(grid: &Grid) -> impl Iterator<Item = Line> {
    grid.rows.iter().filter(|row| !row.is_empty()).map(|row| Line {
        text: fold(&row.cells.iter().map(Cell::text).collect::<Vec<_>>().join(" ")),
        spot: row.cells.first().map_or(grid.spot, |cell| cell.spot),
        ..Line::default()
    })
}
