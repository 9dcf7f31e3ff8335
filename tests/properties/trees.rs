//! Any tree that is written as a Word file is read as the same tree.

use std::ops::Range;

use meeting_parser::Limits;
use proptest::prelude::*;
use word_document::{Block, Cell, Mark, MarkKind, ParaId, Paragraph, Row, Table};

use super::writer::{STYLES, word_file};

/// A letter that XML can carry and that Word gives no meaning of its own: no control, no code of a symbol font.
fn letter() -> impl Strategy<Value = char> {
    let any_letter = any::<char>().prop_filter("XML and Word keep it", |letter| {
        !letter.is_control() && !matches!(letter, '\u{F020}'..='\u{F0FF}' | '\u{FFFE}' | '\u{FFFF}')
    });
    let odd = prop::sample::select(vec![
        '<', '&', '>', '"', '\'', ']', ' ', '\u{A0}', '\u{202E}', '\u{200F}', 'é', 'ع', '中',
    ]);
    prop_oneof![4 => prop::char::range('a', 'z'), 2 => odd, 1 => any_letter]
}

fn text(length: Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(letter(), length).prop_map(String::from_iter)
}

/// A piece of a paragraph.
#[derive(Debug, Clone)]
enum Piece {
    Text { text: String, is_bold: bool },
    Link { target: String, text: String, is_bold: bool },
    Bookmark { name: String, text: String },
    Picture(String),
    Sign(&'static str),
}

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        4 => (text(1..12), any::<bool>()).prop_map(|(text, is_bold)| Piece::Text { text, is_bold }),
        1 => (text(1..6), text(1..9), any::<bool>())
            .prop_map(|(target, text, is_bold)| Piece::Link { target, text, is_bold }),
        1 => (text(0..6), text(0..9)).prop_map(|(name, text)| Piece::Bookmark { name, text }),
        // White space around a description says nothing.
        1 => text(0..9).prop_map(|description| Piece::Picture(description.trim().to_owned())),
        1 => prop::sample::select(vec!["\n", "\t"]).prop_map(Piece::Sign),
    ]
}

/// Puts a piece at the end: bold text that touches bold text is one stretch, other marks stand for themselves.
fn push(paragraph: &mut Paragraph, piece: Piece) {
    let from = paragraph.text.len() as u32;
    let mut marks = Vec::new();
    match piece {
        Piece::Sign(sign) => paragraph.text.push_str(sign),
        Piece::Picture(description) => marks.push(MarkKind::Picture(description.into())),
        Piece::Text { text, is_bold } => {
            paragraph.text.push_str(&text);
            marks.extend(is_bold.then_some(MarkKind::Bold));
        }
        Piece::Link { target, text, is_bold } => {
            paragraph.text.push_str(&text);
            marks.extend(is_bold.then_some(MarkKind::Bold));
            marks.push(MarkKind::Link(format!("#{target}").into()));
        }
        Piece::Bookmark { name, text } => {
            paragraph.text.push_str(&text);
            marks.push(MarkKind::Bookmark { name: name.into(), columns: None });
        }
    }
    let range = from..paragraph.text.len() as u32;
    for kind in marks {
        match paragraph.marks.last_mut() {
            Some(last) if kind == MarkKind::Bold && last.kind == kind && last.range.end == from => {
                last.range.end = range.end;
            }
            _ => paragraph.marks.push(Mark { range: range.clone(), kind }),
        }
    }
}

fn paragraph() -> impl Strategy<Value = Block> {
    let form = (
        prop::option::of(any::<u32>().prop_map(ParaId)),
        prop::option::of(prop::sample::select(STYLES.to_vec())),
        prop::option::of(0_u8..9),
        any::<bool>(),
    );
    (form, prop::collection::vec(piece(), 0..6)).prop_map(
        |((para_id, style, outline_level, right_to_left), pieces)| {
            let style = style.map(Into::into);
            let mut paragraph =
                Paragraph { para_id, style, outline_level, right_to_left, ..Paragraph::default() };
            pieces.into_iter().for_each(|piece| push(&mut paragraph, piece));
            Block::Paragraph(paragraph)
        },
    )
}

/// What decides the cells of a table: their widths, their contents, which of them go on in the row below.
type Draft = (Vec<u32>, Vec<Vec<(bool, Vec<Block>)>>, Vec<bool>, u32);

/// A table whose rows are cut alike, with merged cells.
fn table(block: impl Strategy<Value = Block> + 'static) -> impl Strategy<Value = Block> {
    let block = block.boxed();
    (prop::collection::vec(1_u32..4, 1..4), 1_usize..4)
        .prop_flat_map(move |(widths, rows)| {
            let cell = (any::<bool>(), prop::collection::vec(block.clone(), 0..3));
            let row = prop::collection::vec(cell, widths.len());
            (
                Just(widths),
                prop::collection::vec(row, rows),
                prop::collection::vec(any::<bool>(), rows),
                0_u32..3,
            )
        })
        .prop_map(|draft: Draft| Block::Table(built(draft)))
}

fn built((widths, contents, headers, before): Draft) -> Table {
    let mut rows: Vec<Row> = Vec::new();
    for (at, (cells, is_header)) in contents.into_iter().zip(headers).enumerate() {
        let mut row = Row { index: at as u32, is_header, cells: Vec::new() };
        let mut column = before;
        for (place, (goes_on, blocks)) in cells.into_iter().enumerate() {
            let is_covered = goes_on && at > 0;
            row.cells.push(Cell {
                column,
                column_span: widths[place],
                row_span: u32::from(!is_covered),
                blocks,
            });
            column += widths[place];
            if is_covered {
                let above = rows.iter_mut().rev().map(|row| &mut row.cells[place]);
                above
                    .take(at)
                    .find(|cell| !cell.is_covered())
                    .expect("the first row is not covered")
                    .row_span += 1;
            }
        }
        rows.push(row);
    }
    Table { index: 0, columns: before + widths.iter().sum::<u32>(), rows }
}

/// Gives blocks their numbers, in cells too.
fn number(blocks: &mut [Block]) {
    for (at, block) in blocks.iter_mut().enumerate() {
        match block {
            Block::Paragraph(paragraph) => paragraph.index = at as u32,
            Block::Table(table) => {
                table.index = at as u32;
                table
                    .rows
                    .iter_mut()
                    .flat_map(|row| &mut row.cells)
                    .for_each(|cell| number(&mut cell.blocks));
            }
        }
    }
}

fn body() -> impl Strategy<Value = Vec<Block>> {
    let block =
        paragraph().prop_recursive(2, 24, 6, |inner| prop_oneof![2 => paragraph(), 1 => table(inner)]);
    prop::collection::vec(block, 0..6).prop_map(|mut blocks| {
        number(&mut blocks);
        blocks
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn what_is_written_is_read(body in body()) {
        let found = word_document::read(&word_file(&body), &Limits::default()).expect("the file is sound");
        prop_assert_eq!(found.body, body);
        prop_assert_eq!(found.oddities, Vec::new());
    }
}
