//! The blocks that templates are made of: paragraphs with tags, and tables whose rows repeat.

use docx_rs::{
    AlignmentType, BreakType, Paragraph, Run, Table, TableCell, TableLayoutType, TableRow, WidthType,
};

/// A block of a template.
#[allow(clippy::large_enum_variant, reason = "a template has a few dozen of them")]
pub enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

/// A paragraph; what stands between two `**` is bold, a tab and an end of line are Word's own.
pub fn paragraph(text: &str) -> Paragraph {
    let mut paragraph = Paragraph::new();
    for (index, piece) in text.split("**").enumerate() {
        if piece.is_empty() {
            continue;
        }
        let run = run(piece);
        paragraph = paragraph.add_run(if index % 2 == 1 { run.bold() } else { run });
    }
    paragraph
}

/// A run; docx-rs loses ends of lines.
fn run(text: &str) -> Run {
    let mut run = Run::new();
    for (line, part) in text.split('\n').enumerate() {
        if line > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (index, piece) in part.split('\t').enumerate() {
            if index > 0 {
                run = run.add_tab();
            }
            if !piece.is_empty() {
                run = run.add_text(piece);
            }
        }
    }
    run
}

/// A paragraph in a style.
pub fn styled(style: &str, text: &str) -> Paragraph {
    paragraph(text).style(style)
}

/// A statement that stands alone and leaves no paragraph behind.
pub fn statement(text: &str) -> Block {
    paragraph(&format!("{{% {text} %}}")).into()
}

/// Blocks that are there if the condition holds.
pub fn when(condition: &str, blocks: Vec<Block>) -> Vec<Block> {
    around(&format!("if {condition}"), blocks, "endif")
}

/// Blocks for each element.
pub fn each(element: &str, of: &str, blocks: Vec<Block>) -> Vec<Block> {
    around(&format!("for {element} in {of}"), blocks, "endfor")
}

fn around(opening: &str, blocks: Vec<Block>, closing: &str) -> Vec<Block> {
    [statement(opening)].into_iter().chain(blocks).chain([statement(closing)]).collect()
}

/// A cell of that width with paragraphs.
pub fn cell(width: usize, paragraphs: Vec<Paragraph>) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa);
    paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
}

/// A table with borders on a fixed grid.
pub fn grid(widths: &[usize], rows: Vec<TableRow>) -> Table {
    Table::new(rows)
        .style("TableGrid")
        .set_grid(widths.to_vec())
        .width(widths.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
}

/// A row that holds only a statement and goes.
pub fn statement_row(columns: usize, widths: &[usize], text: &str) -> TableRow {
    let whole = cell(widths.iter().sum(), vec![styled("Tabletext", &format!("{{%tr {text} %}}"))]);
    TableRow::new(vec![whole.grid_span(columns)])
}

/// A column of a listing: the key of its head among the labels of columns, its width, what stands in it (a paragraph
/// for each line).
pub struct Column {
    pub head: &'static str,
    pub width: usize,
    pub content: &'static str,
    pub centred: bool,
}

/// A column.
pub const fn column(head: &'static str, width: usize, content: &'static str) -> Column {
    Column { head, width, content, centred: false }
}

/// A column of numbers or marks.
pub const fn centred(head: &'static str, width: usize, content: &'static str) -> Column {
    Column { head, width, content, centred: true }
}

/// A table with a row for each element; its head is repeated on every page.
pub fn listing(element: &str, of: &str, columns: &[Column]) -> Table {
    let widths: Vec<usize> = columns.iter().map(|column| column.width).collect();
    let head = columns.iter().map(|column| {
        // The key of a column, or of any label: `kinds.liaison_statement`.
        let section = if column.head.contains('.') { "" } else { "columns." };
        cell(column.width, vec![styled("Tablehead", &format!("{{{{ labels.{section}{} }}}}", column.head))])
    });
    let row = columns.iter().map(|column| {
        let text = column.content.lines().map(|line| {
            let text = styled("Tabletext", line);
            if column.centred { text.align(AlignmentType::Center) } else { text }
        });
        cell(column.width, text.collect())
    });
    grid(
        &widths,
        vec![
            TableRow::new(head.collect()).cant_split(),
            statement_row(columns.len(), &widths, &format!("for {element} in {of}")),
            TableRow::new(row.collect()).cant_split(),
            statement_row(columns.len(), &widths, "endfor"),
        ],
    )
}

/// The heading of an annex, on a page of its own.
pub fn annex(letter: &str, key: &str) -> Block {
    let text = format!(
        "{{{{ labels.headings.annex }}}} {letter}{{{{ labels.words.colon }}}}\n{{{{ labels.headings.{key} }}}}"
    );
    styled("AnnexNotitle", &text).page_break_before(true).keep_next(true).into()
}
