//! The tree as indented text: for goldens, and to look at.

use std::fmt::Write as _;

use crate::tree::{Block, Cell, MarkKind, Paragraph, Story, Table, WordDocument};

/// One line for each paragraph, cell, revision and oddity.
pub fn outline_text(document: &WordDocument) -> String {
    let mut out = String::new();
    blocks(&mut out, &document.body, 0);
    for story in document.notes.stories() {
        out.push_str(&heading(story));
        blocks(&mut out, &story.blocks, 1);
    }
    for (name, value) in document.properties.core.iter().chain(&document.properties.custom) {
        line(&mut out, 0, format_args!("property {name} = {value}"));
    }
    for change in &document.revisions {
        let date = change.date.as_deref().unwrap_or("no date");
        line(
            &mut out,
            0,
            format_args!(
                "revision {:?} {:?} by {}, {date}, {} block {}: {}",
                change.kind, change.of, change.author, change.part, change.place.block, change.text
            ),
        );
    }
    for oddity in &document.oddities {
        line(
            &mut out,
            0,
            format_args!(
                "oddity {} in {} block {}: {}",
                oddity.code, oddity.part, oddity.place.block, oddity.message
            ),
        );
    }
    out
}

fn line(out: &mut String, depth: usize, text: std::fmt::Arguments<'_>) {
    for _ in 0..depth {
        out.push_str("  ");
    }
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{text}");
}

fn heading(story: &Story) -> String {
    let mut text = format!("story {} {}", story.part, story.id);
    if let Some(anchor) = story.anchor {
        let _ = write!(text, " at block {}", anchor.block);
    }
    if let Some(author) = &story.author {
        let _ = write!(text, " by {author}");
    }
    text.push('\n');
    text
}

fn blocks(out: &mut String, blocks: &[Block], depth: usize) {
    for block in blocks {
        match block {
            Block::Paragraph(found) => paragraph(out, found, depth),
            Block::Table(found) => table(out, found, depth),
        }
    }
}

fn paragraph(out: &mut String, paragraph: &Paragraph, depth: usize) {
    let mut text = format!("{}", paragraph.index);
    if let Some(style) = &paragraph.style {
        let _ = write!(text, " [{style}]");
    }
    if paragraph.right_to_left {
        text.push_str(" rtl");
    }
    if let Some(label) = &paragraph.label {
        let _ = write!(text, " «{}»", label.text);
    }
    if !paragraph.text.is_empty() {
        let _ = write!(text, " {}", paragraph.text.replace('\t', "⇥").replace('\n', "⏎"));
    }
    for mark in &paragraph.marks {
        let range = mark.range.start as usize..mark.range.end as usize;
        let covered = paragraph.text.get(range).unwrap_or_default();
        let _ = match &mark.kind {
            MarkKind::Bold => continue,
            MarkKind::Link(target) => write!(text, " ‹{covered} → {target}›"),
            MarkKind::Bookmark { name, columns: Some((from, to)) } => {
                write!(text, " ‹bookmark {name} {from}–{to}›")
            }
            MarkKind::Bookmark { name, columns: None } => write!(text, " ‹bookmark {name}›"),
            MarkKind::Footnote(id) => write!(text, " ‹footnote {id}›"),
            MarkKind::Endnote(id) => write!(text, " ‹endnote {id}›"),
            MarkKind::Comment(id) => write!(text, " ‹comment {id}›"),
            MarkKind::TextBox(id) => write!(text, " ‹text box {id}›"),
            MarkKind::Placeholder => write!(text, " ‹placeholder {covered}›"),
            MarkKind::Picture(description) => write!(text, " ‹picture {description}›"),
        };
    }
    line(out, depth, format_args!("{text}"));
}

fn table(out: &mut String, table: &Table, depth: usize) {
    line(out, depth, format_args!("{} table, {} columns", table.index, table.columns));
    for row in &table.rows {
        line(out, depth + 1, format_args!("row {}{}", row.index, if row.is_header { " header" } else { "" }));
        for found in &row.cells {
            cell(out, found, depth + 2);
        }
    }
}

fn cell(out: &mut String, cell: &Cell, depth: usize) {
    if cell.is_covered() {
        return line(out, depth, format_args!("column {} covered", cell.column));
    }
    let mut spans = String::new();
    if (cell.column_span, cell.row_span) != (1, 1) {
        spans = format!(", {} columns × {} rows", cell.column_span, cell.row_span);
    }
    line(out, depth, format_args!("column {}{spans}", cell.column));
    blocks(out, &cell.blocks, depth + 1);
}
