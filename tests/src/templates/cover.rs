//! The cover of an ITU-T temporary document: the table with the emblem, and that of keywords and abstract.

use docx_rs::{
    AlignmentType, BorderType, Paragraph, Pic, Run, Table, TableCell, TableCellBorder,
    TableCellBorderPosition, TableCellBorders, TableCellMargins, TableLayoutType, TableRow, VAlignType,
    VMergeType, WidthType,
};

use super::blocks::{Block, cell, paragraph, statement_row, when};
use super::emblem;

/// The widths of the columns of the cover table.
type Grid = [usize; 5];
/// The grid of the genuine table.
const GRID: Grid = [1_191, 369, 3_543, 284, 4_536];
/// That of a liaison statement, whose labels are longer.
const LIAISON: Grid = [1_191, 1_136, 2_776, 284, 4_536];
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
    let grid = match more {
        More::Nothing => &GRID,
        More::Liaison => &LIAISON,
    };
    let mut rows = head(grid);
    rows.push(row(vec![
        label("dbluepink", "questions", grid),
        value(grid[2], 1, "{{ cover.questions }}"),
        cell(
            grid[3] + grid[4],
            vec![marked("dmeeting", paragraph("{{ cover.place_and_dates }}")).align(AlignmentType::Right)],
        )
        .grid_span(2),
    ]));
    let kind = marked("ddoctype", paragraph("**{{ cover.document_type or kind_label }}**"))
        .align(AlignmentType::Center);
    rows.push(row(vec![cell(grid.iter().sum(), vec![kind]).grid_span(5)]));
    optional(&mut rows, grid, ("cover.source", "dsource"), "source", "{{ cover.source }}");
    optional(&mut rows, grid, ("cover.title", "dtitle1"), "title", "{{ cover.title }}");
    optional(&mut rows, grid, ("cover.purpose", ""), "purpose", "{{ cover.purpose }}");
    if matches!(more, More::Liaison) {
        for key in ["for_action", "for_comment", "for_information", "approval", "deadline"] {
            let condition = format!("liaison.{key}");
            optional(&mut rows, grid, (&condition, ""), key, &format!("{{{{ liaison.{key} }}}}"));
        }
        let reply = "{{ liaison.reply_to | link(liaison.reply_to_url) }}";
        optional(&mut rows, grid, ("liaison.reply_to", ""), "reply_to", reply);
    }
    rows.push(statement_row(5, grid, "for contact in cover.contacts"));
    rows.push(contact(grid));
    rows.push(statement_row(5, grid, "endfor"));
    table(grid, rows)
}

/// The first three rows: emblem and union to the left over all of them, number, group and language to the right.
fn head(grid: &Grid) -> Vec<TableRow> {
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
        cell(grid[3] + grid[4], vec![marked(name, number(text, size))])
            .grid_span(2)
            .vertical_align(VAlignType::Center)
    };
    let first = |text: Vec<Paragraph>, merge: VMergeType| cell(grid[0], text).vertical_merge(merge);
    let second = |text: Vec<Paragraph>, merge: VMergeType| {
        cell(grid[1] + grid[2], text).grid_span(2).vertical_merge(merge)
    };
    let original = "{% if cover.original %}{{ labels.cover.original }}{{ labels.words.colon }}{{ cover.original }}{% endif %}";
    let period = vec![paragraph("{% if cover.study_period %}"), period, paragraph("{% endif %}")];
    let title = [union, sector].into_iter().chain(period).collect();
    let empty = || vec![Paragraph::new()];
    vec![
        row(vec![
            first(vec![emblem], VMergeType::Restart).vertical_align(VAlignType::Center),
            second(title, VMergeType::Restart),
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

/// The label of a row: the first two columns.
fn label(bookmark: &str, key: &str, grid: &Grid) -> TableCell {
    narrow_label(bookmark, key, grid[0] + grid[1]).grid_span(2)
}

fn narrow_label(bookmark: &str, key: &str, width: usize) -> TableCell {
    cell(width, vec![marked(bookmark, paragraph(&words_of(key)))])
}

fn value(width: usize, span: usize, text: &str) -> TableCell {
    let cell = cell(width, vec![paragraph(text)]);
    if span > 1 { cell.grid_span(span) } else { cell }
}

/// A row that is there if its value is, perhaps with a bookmark.
fn optional(
    rows: &mut Vec<TableRow>,
    grid: &Grid,
    (condition, bookmark): (&str, &str),
    key: &str,
    text: &str,
) {
    rows.push(statement_row(5, grid, &format!("if {condition}")));
    rows.push(row(vec![label(bookmark, key, grid), value(grid[2] + grid[3] + grid[4], 3, text)]));
    rows.push(statement_row(5, grid, "endif"));
}

/// A person to ask: name, role and organization by lines; telephone and e-mail, each on a line of its own.
fn contact(grid: &Grid) -> TableRow {
    let rules = &[(TableCellBorderPosition::Top, 8), (TableCellBorderPosition::Bottom, 8)];
    let name = "{{ [contact.name, contact.role, contact.affiliation] | select | join(\"\\n\") }}";
    let mut reach = Vec::new();
    reach.extend(reached("phone", "{{ contact.phone }}", "contact.phone", 120));
    // The e-mail address stands right below a telephone number, else beside the name.
    let address = "{{ contact.email | link(\"mailto:\" ~ contact.email) }}";
    reach.extend(reached("email", address, "contact.email and contact.phone", 0));
    reach.extend(reached("email", address, "contact.email and not contact.phone", 120));
    row(vec![
        ruled(label("", "contact", grid), rules),
        ruled(cell(grid[2] + grid[3], vec![paragraph(name)]).grid_span(2), rules),
        ruled(cell(grid[4], reach), rules),
    ])
}

/// A way to reach somebody, where there is one.
fn reached(key: &str, text: &str, condition: &str, space: u32) -> Vec<Paragraph> {
    let words = format!("{{{{ labels.cover.{key} }}}}{{{{ labels.words.colon | trim }}}}\t{text}");
    let stop = |at: usize| docx_rs::Tab::new().val(docx_rs::TabValueType::Left).pos(at);
    let hanging = Some(docx_rs::SpecialIndentType::Hanging(REACH));
    let line = paragraph(&words)
        .add_tab(stop(STOP))
        .add_tab(stop(NEXT_STOPS[0]))
        .add_tab(stop(NEXT_STOPS[1]))
        .indent(Some(REACH), hanging, None, None)
        .line_spacing(docx_rs::LineSpacing::new().before(space));
    vec![paragraph(&format!("{{% if {condition} %}}")), line, paragraph("{% endif %}")]
}

/// Where telephone numbers and addresses begin.
const REACH: i32 = 964;
const STOP: usize = 964;
/// And where they do after the longer words of some languages.
const NEXT_STOPS: [usize; 2] = [1_304, 1_701];

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
        rows.push(row(vec![
            narrow_label(bookmark, key, 1_607),
            value(8_316, 1, &format!("{{{{ cover.{key} }}}}")),
        ]));
        rows.push(statement_row(2, &ABSTRACT, "endif"));
    }
    table(&ABSTRACT, rows)
}
