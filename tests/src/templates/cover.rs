//! The cover of an ITU-T temporary document: the table with the emblem, and that of keywords and abstract.

use docx_rs::{
    AlignmentType, BorderType, Paragraph, Pic, Run, Table, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellBorders, TableCellMargins, TableLayoutType, TableRow, VAlignType,
    VMergeType, WidthType,
};

use super::blocks::{Block, cell, paragraph, statement_row, styled, when};
use super::emblem;

/// The grid of the genuine table.
const GRID: [usize; 5] = [1_191, 369, 3_543, 284, 4_536];
/// The grid of keywords and abstract.
const ABSTRACT: [usize; 2] = [1_607, 8_316];

/// Bookmarks that mark a column of their row, as the secretariat's programs look for them: name and column.
pub const COLUMN_BOOKMARKS: &[(&str, usize)] = &[
    ("dnum", 2),
    ("dsg", 2),
    ("dorlang", 2),
    ("dbluepink", 1),
    ("dmeeting", 2),
    ("ddoctype", 0),
    ("dsource", 1),
    ("dtitle1", 1),
    ("dkeywords", 1),
    ("dabstract", 1),
];

/// Rows of the cover that only some documents have.
pub enum More {
    Nothing,
    Liaison,
}

/// The cover tables, and what is asked for at the end of them.
pub fn cover(more: &More) -> Vec<Block> {
    let mut blocks = vec![Block::from(main_table(more)), paragraph("").into()];
    blocks.extend(when("cover.keywords or cover.abstract", vec![abstract_table().into()]));
    blocks.extend(when("cover.action_required", vec![action_required().into()]));
    blocks
}

fn action_required() -> Paragraph {
    let text =
        "**{{ labels.cover.action_required }}{{ labels.words.colon | trim }}**\t{{ cover.action_required }}";
    let stop = docx_rs::Tab::new().val(docx_rs::TabValueType::Left).pos(1_871);
    paragraph(text).add_tab(stop).indent(
        Some(1_871),
        Some(docx_rs::SpecialIndentType::Hanging(1_871)),
        None,
        None,
    )
}

fn table(grid: &[usize], rows: Vec<TableRow>) -> Table {
    Table::without_borders(rows)
        .set_grid(grid.to_vec())
        .width(grid.iter().sum(), WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .margins(TableCellMargins::new().margin(0, 57, 0, 57))
}

fn main_table(more: &More) -> Table {
    let mut rows = head();
    rows.push(row(vec![
        label("dbluepink", "questions", 1_560),
        value(3_543, 1, "{{ cover.questions }}"),
        cell(
            4_820,
            vec![marked("dmeeting", paragraph("{{ cover.place_and_dates }}")).align(AlignmentType::Right)],
        )
        .grid_span(2),
    ]));
    let kind = marked("ddoctype", paragraph("**{{ cover.document_type or kind_label }}**"))
        .align(AlignmentType::Center);
    rows.push(row(vec![cell(9_923, vec![kind]).grid_span(5)]));
    rows.push(row(vec![label("dsource", "source", 1_560), value(8_363, 3, "{{ cover.source }}")]));
    rows.push(row(vec![label("dtitle1", "title", 1_560), value(8_363, 3, "{{ cover.title }}")]));
    optional(&mut rows, "cover.purpose", "purpose", "{{ cover.purpose }}");
    if matches!(more, More::Liaison) {
        for key in ["for_action", "for_comment", "for_information", "approval", "deadline"] {
            optional(&mut rows, &format!("liaison.{key}"), key, &format!("{{{{ liaison.{key} }}}}"));
        }
        optional(
            &mut rows,
            "liaison.reply_to",
            "reply_to",
            "{{ liaison.reply_to | link(liaison.reply_to_url) }}",
        );
    }
    rows.push(statement_row(5, &GRID, "for contact in cover.contacts"));
    rows.push(contact());
    rows.push(statement_row(5, &GRID, "endfor"));
    table(&GRID, rows)
}

/// The first three rows: emblem and union to the left over all of them, number, group and language to the right.
fn head() -> Vec<TableRow> {
    let sized = |text: &str, size: usize| Paragraph::new().add_run(Run::new().add_text(text).size(size));
    let union = sized("{{ cover.union | upper }}", 16).line_spacing(docx_rs::LineSpacing::new().before(240));
    let sector =
        Paragraph::new().add_run(Run::new().add_text("{{ cover.sector_name | upper }}").size(26).bold());
    let period = sized("{{ labels.cover.study_period | upper }} {{ cover.study_period }}", 20);
    let number = |text: &str, size: usize| {
        Paragraph::new().style("Docnumber").add_run(Run::new().add_text(text).size(size))
    };
    let picture = Pic::new_with_dimensions(emblem::png(), emblem::WIDTH, emblem::HEIGHT);
    let emblem = Paragraph::new().align(AlignmentType::Center).add_run(Run::new().add_image(picture));
    let right = |name: &str, text: &str, size: usize| {
        cell(4_820, vec![marked(name, number(text, size))]).grid_span(2).vertical_align(VAlignType::Center)
    };
    let first = |text: Vec<Paragraph>, merge: VMergeType| cell(1_191, text).vertical_merge(merge);
    let second =
        |text: Vec<Paragraph>, merge: VMergeType| cell(3_912, text).grid_span(2).vertical_merge(merge);
    let original = "{{ labels.cover.original }}{{ labels.words.colon }}{{ cover.original }}";
    let empty = || vec![Paragraph::new()];
    vec![
        row(vec![
            first(vec![emblem], VMergeType::Restart).vertical_align(VAlignType::Center),
            second(vec![union, sector, period], VMergeType::Restart),
            right("dnum", "{{ cover.number }}", 32),
        ]),
        row(vec![
            first(empty(), VMergeType::Continue),
            second(empty(), VMergeType::Continue),
            right("dsg", "{{ cover.group }}", 28),
        ]),
        row(vec![
            ruled(first(empty(), VMergeType::Continue), &[(TableCellBorderPosition::Bottom, 12)]),
            ruled(second(empty(), VMergeType::Continue), &[(TableCellBorderPosition::Bottom, 12)]),
            ruled(right("dorlang", original, 28), &[(TableCellBorderPosition::Bottom, 12)]),
        ]),
    ]
}

fn row(cells: Vec<TableCell>) -> TableRow {
    TableRow::new(cells).cant_split()
}

/// A paragraph with a bookmark; the last step makes it that of a column.
fn marked(name: &str, paragraph: Paragraph) -> Paragraph {
    let Some(id) = COLUMN_BOOKMARKS.iter().position(|(its, _)| *its == name) else { return paragraph };
    let mut paragraph = paragraph.add_bookmark_start(id + 1, name).add_bookmark_end(id + 1);
    paragraph.children.rotate_right(2);
    paragraph
}

fn words_of(key: &str) -> String {
    format!("**{{{{ labels.cover.{key} }}}}{{{{ labels.words.colon | trim }}}}**")
}

fn label(bookmark: &str, key: &str, width: usize) -> TableCell {
    let cell = cell(width, vec![marked(bookmark, paragraph(&words_of(key)))]);
    if width == 1_560 { cell.grid_span(2) } else { cell }
}

fn value(width: usize, span: usize, text: &str) -> TableCell {
    let cell = cell(width, vec![paragraph(text)]);
    if span > 1 { cell.grid_span(span) } else { cell }
}

/// A row that is there if its value is.
fn optional(rows: &mut Vec<TableRow>, condition: &str, key: &str, text: &str) {
    rows.push(statement_row(5, &GRID, &format!("if {condition}")));
    rows.push(row(vec![label("", key, 1_560), value(8_363, 3, text)]));
    rows.push(statement_row(5, &GRID, "endif"));
}

/// A person to ask: name, role and organization by lines; telephone and e-mail.
fn contact() -> TableRow {
    let rules = &[(TableCellBorderPosition::Top, 8), (TableCellBorderPosition::Bottom, 8)];
    let name = "{{ [contact.name, contact.role, contact.affiliation] | select | join(\"\\n\") }}";
    let mut reach = Vec::new();
    for (key, text) in [
        ("phone", "{{ contact.phone }}"),
        ("email", "{{ contact.email | link(\"mailto:\" ~ contact.email) }}"),
    ] {
        let words = format!("{{{{ labels.cover.{key} }}}}{{{{ labels.words.colon | trim }}}}\t{text}");
        reach.push(styled("Coverlines", &format!("{{% if contact.{key} %}}")));
        reach.push(styled("Coverlines", &words));
        reach.push(styled("Coverlines", "{% endif %}"));
    }
    row(vec![
        ruled(label("", "contact", 1_560), rules),
        ruled(cell(3_827, vec![paragraph(name)]).grid_span(2), rules),
        ruled(cell(4_536, reach), rules),
    ])
}

/// A cell with rules on some sides and no others.
fn ruled(cell: TableCell, sides: &[(TableCellBorderPosition, usize)]) -> TableCell {
    let borders = sides.iter().fold(TableCellBorders::with_empty(), |borders, (side, size)| {
        let border =
            TableCellBorder::new(side.clone()).border_type(BorderType::Single).size(*size).color("auto");
        borders.set(border)
    });
    cell.set_borders(borders)
}

fn abstract_table() -> Table {
    let mut rows = Vec::new();
    for (key, bookmark) in [("keywords", "dkeywords"), ("abstract", "dabstract")] {
        rows.push(statement_row(2, &ABSTRACT, &format!("if cover.{key}")));
        rows.push(row(vec![label(bookmark, key, 1_607), value(8_316, 1, &format!("{{{{ cover.{key} }}}}"))]));
        rows.push(statement_row(2, &ABSTRACT, "endif"));
    }
    table(&ABSTRACT, rows)
}
