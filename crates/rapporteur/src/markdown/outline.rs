//! The text of a document as an outline.

use meeting_model::{Block, Paragraph, Section, Table as WordTable};

use super::inline::{joined, lines, one_line, optional, text};
use super::layout::{Page, Table};

/// Writes the sections under one heading.
pub fn write(page: &mut Page, sections: &[Section]) {
    if sections.is_empty() {
        return;
    }
    page.heading(2, "Text");
    for section in sections {
        write_section(page, section);
    }
}

fn write_section(page: &mut Page, section: &Section) {
    let words = joined([optional(section.number.as_ref()), one_line(section.title.as_ref())], " ");
    if !words.is_empty() {
        page.heading(2 + usize::from(section.level.max(1)), &words);
    }
    for block in &section.blocks {
        match block {
            Block::Paragraph(paragraph) => page.paragraph(&labelled(paragraph)),
            Block::Table(table) => write_table(page, table),
        }
    }
    for nested in &section.sections {
        write_section(page, nested);
    }
}

/// The label stays as Word displays it: Markdown would count anew.
fn labelled(paragraph: &Paragraph) -> String {
    let words = lines(&paragraph.text);
    match &paragraph.label {
        Some(label) => format!("{} {words}", text(label)),
        None => words,
    }
}

/// The first row serves as the head, for Markdown has no table without one.
fn write_table(page: &mut Page, table: &WordTable) {
    let Some((first, rest)) = table.rows.split_first() else { return };
    let cell = |cell: &Option<String>| cell.as_deref().map(lines).unwrap_or_default();
    let heads: Vec<String> = first.iter().map(cell).collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let mut out = Table::whole(&heads);
    for row in rest {
        out.row(row.iter().map(cell).collect());
    }
    page.table(&out);
}
