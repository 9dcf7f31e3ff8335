//! The items of a meeting as rows and as prose, and the lists that several reports have.

use docx_rs::{AlignmentType, TableRow};

use super::blocks::{
    Block, annex, cell, centred, column, each, grid, listing, paragraph, statement, styled, when,
};

/// Number, source and title, documents, and what happened: the grid of a row of business.
const ROW: [usize; 4] = [709, 2_693, 1_276, 4_961];

/// Sources in bold and the title.
const TITLE: &str =
    "{% if item.sources %}**{{ item.sources }}{{ labels.words.colon }}**{% endif %}{{ item.title }}";
/// The documents, one below the other.
const DOCUMENTS: &str = r#"{{ item.documents | documents(separator="\n") }}"#;

/// The lists of actions at the front; in a draft without any, the mark of it.
pub fn actions() -> Vec<Block> {
    let lists = each(
        "list",
        "action_lists",
        vec![
            styled("Headingb", "{{ list.heading }}{{ labels.words.colon | trim }}").keep_next(true).into(),
            statement("if list.in_table"),
            action_table("list.actions"),
            paragraph("").into(),
            statement("else"),
            paragraph("{{ list.actions | actions }}").into(),
            statement("endif"),
        ],
    );
    mark("actions").into_iter().chain(lists).collect()
}

/// Actions with all that is known of them.
fn action_table(of: &str) -> Block {
    let columns = [
        column("id", 1_300, "{{ action.id }}"),
        column("action", 4_039, "{{ action.text }}\n{{ action.sub_items | numbers }}"),
        column("responsible", 1_700, "{{ action.assignee }}"),
        column("due", 1_400, "{{ action.due }}"),
        column("status", 1_200, "{{ action.status_label }}"),
    ];
    listing("action", of, &columns).into()
}

/// The visible mark of what a draft lacks.
fn mark(list: &str) -> Vec<Block> {
    when(&format!("marks.{list}"), vec![paragraph(&format!("**{{{{ marks.{list} }}}}**")).into()])
}

/// All sections, their items as tables of one row where they are rows; `tables` stand below a heading's text.
pub fn sections_of_rows(tables: Vec<Block>) -> Vec<Block> {
    let row = choice("item.documents_in_text", vec![row_without_documents().into()], vec![item_row().into()]);
    let rows = row.into_iter().chain([paragraph("").into()]).collect();
    // A table right below a paragraph needs some room.
    let after_paragraphs = "not section.title and loop.previtem is defined and not loop.previtem.has_rows";
    let mut room = when(after_paragraphs, vec![paragraph("").into()]);
    room.extend(each("item", "section.items", rows));
    let items = choice("section.has_rows", room, each("item", "section.items", item_paragraphs()));
    sections(tables, items)
}

/// All sections, their items as paragraphs.
pub fn sections_of_prose(tables: Vec<Block>) -> Vec<Block> {
    sections(
        tables,
        each("item", "section.items", choice("item.kind == \"row\"", item_prose(), item_paragraphs())),
    )
}

fn sections(tables: Vec<Block>, items: Vec<Block>) -> Vec<Block> {
    let mut blocks =
        when("section.title", headings("section.level", "{{ section.number }}\t{{ section.title }}"));
    blocks.push(paragraph("{{ section.lines | lines }}").into());
    blocks.extend(when("section.listed", vec![action_table("section.listed"), paragraph("").into()]));
    blocks.extend(tables);
    blocks.extend(items);
    each("section", "sections", blocks)
}

/// A heading in the style of its depth.
fn headings(level: &str, text: &str) -> Vec<Block> {
    vec![
        statement(&format!("if {level} == 1")),
        styled("Heading1", text).keep_next(true).into(),
        statement(&format!("elif {level} == 2")),
        styled("Heading2", text).keep_next(true).into(),
        statement(&format!("elif {level} == 3")),
        styled("Heading3", text).keep_next(true).into(),
        statement(&format!("elif {level} == 4")),
        styled("Heading4", text).keep_next(true).into(),
        statement("else"),
        styled("Heading5", text).keep_next(true).into(),
        statement("endif"),
    ]
}

fn choice(condition: &str, yes: Vec<Block>, no: Vec<Block>) -> Vec<Block> {
    let yes = [statement(&format!("if {condition}"))].into_iter().chain(yes);
    yes.chain([statement("else")]).chain(no).chain([statement("endif")]).collect()
}

/// A table of one row, as the secretariat's reports have it.
fn item_row() -> docx_rs::Table {
    row_of(vec![
        cell(ROW[0], vec![styled("Itemtext", "{{ item.number }}")]),
        cell(ROW[1], vec![styled("Itemtext", TITLE)]),
        cell(ROW[2], vec![styled("Itemtext", DOCUMENTS).align(AlignmentType::Center)]),
        cell(ROW[3], vec![styled("Itemtext", "{{ item.lines | lines }}")]),
    ])
}

/// A row without a cell for documents: its words name them.
fn row_without_documents() -> docx_rs::Table {
    row_of(vec![
        cell(ROW[0], vec![styled("Itemtext", "{{ item.number }}")]),
        cell(ROW[1], vec![styled("Itemtext", TITLE)]),
        cell(ROW[2] + ROW[3], vec![styled("Itemtext", "{{ item.lines | lines }}")]).grid_span(2),
    ])
}

fn row_of(cells: Vec<docx_rs::TableCell>) -> docx_rs::Table {
    grid(&ROW, vec![TableRow::new(cells).cant_split()]).margins(narrow())
}

/// An item that was a paragraph: its number before its first line.
fn item_paragraphs() -> Vec<Block> {
    let first = "{{ item.number }}{% if item.number %}\t{% endif %}\
                 {{ item.heading or (item.lines | map(attribute=\"text\") | first) }}";
    vec![
        paragraph(first).into(),
        paragraph("{{ (item.lines if item.heading else item.lines[1:]) | lines }}").into(),
    ]
}

/// An item that was a row, told in paragraphs: a heading, who submitted what, and what happened. A dash says that
/// no document stands under it, though its text may name some.
fn item_prose() -> Vec<Block> {
    let label = |key: &str, text: &str| {
        styled("Itemlabel", &format!("**{{{{ labels.columns.{key} }}}}{{{{ labels.words.colon }}}}**{text}"))
            .keep_next(true)
            .into()
    };
    let mut blocks = headings("item.level", "{{ item.number }}\t{{ item.title }}");
    blocks.extend(when("item.sources", vec![label("source", "{{ item.sources }}")]));
    blocks.extend(when(
        "not item.documents_in_text",
        choice(
            "item.documents",
            vec![label("document", "{{ item.documents | documents }}")],
            when("item.mentioned or item.proposed", vec![label("document", "–")]),
        ),
    ));
    blocks.push(paragraph("{{ item.lines | lines }}").into());
    blocks
}

/// Meetings that no text states: those that lie ahead, and those held.
pub fn other_meetings() -> Vec<Block> {
    let part = |key: &str, of: &str, table: Block| {
        let heading = styled("Heading1", &format!("{{{{ labels.headings.{key} }}}}")).keep_next(true);
        when(of, vec![heading.into(), table, paragraph("").into()])
    };
    let ahead = part("future_meetings", "unstated_meetings", planned_meetings("unstated_meetings"));
    let held = part("held_meetings", "unstated_held_meetings", held_meetings("unstated_held_meetings"));
    ahead.into_iter().chain(held).collect()
}

/// A table of meetings that lie ahead.
pub fn planned_meetings(of: &str) -> Block {
    let columns = [
        column("group", 1_000, "{{ meeting.group }}"),
        column("meeting", 1_500, "{{ meeting.title }}"),
        column("date", 1_450, "{{ meeting.dates }}"),
        column("time", 1_250, "{{ meeting.times }}"),
        column("place", 1_150, "{{ meeting.place }}"),
        column("topics", 1_689, "{{ meeting.topics }}"),
        column("deadline", 1_600, "{{ meeting.deadline }}"),
    ];
    listing("meeting", of, &columns).margins(narrow()).into()
}

/// A table of meetings that were held, with their reports.
pub fn held_meetings(of: &str) -> Block {
    let columns = [
        column("group", 1_000, "{{ meeting.group }}"),
        column("meeting", 2_000, "{{ meeting.title }}"),
        column("date", 1_500, "{{ meeting.dates }}"),
        column("time", 1_250, "{{ meeting.times }}"),
        column("place", 1_250, "{{ meeting.place }}"),
        column("topics", 1_339, "{{ meeting.topics }}"),
        column("report", 1_300, r#"{{ meeting.reports | documents(separator="\n") }}"#),
    ];
    listing("meeting", of, &columns).margins(narrow()).into()
}

/// Less room beside the words than Word leaves: for tables of many columns.
fn narrow() -> docx_rs::TableCellMargins {
    docx_rs::TableCellMargins::new().margin(0, 70, 0, 70)
}

/// Annex A: the documents of the meeting.
pub fn documents() -> Vec<Block> {
    let mut blocks = vec![annex("A", "documents")];
    blocks.extend(mark("documents"));
    blocks.extend(when("documents", vec![register(), paragraph("").into()]));
    when("documents or marks.documents", blocks)
}

/// The table of documents.
pub fn register() -> Block {
    let columns = [
        centred("position", 567, "{{ document.position }}"),
        column("category", 1_400, "{{ document.category }}"),
        column("document", 1_572, "{{ document | documents }}"),
        column("source", 2_500, "{{ document.sources }}"),
        column("title", 3_600, "{{ document.title }}"),
    ];
    listing("document", "documents", &columns).into()
}

/// Annex B: the terms of reference.
pub fn terms_of_reference() -> Vec<Block> {
    let mut each_group = when(
        "terms.title or terms.group",
        vec![styled("Headingb", "{{ terms.title or terms.group }}").into()],
    );
    each_group.push(paragraph("{{ terms.items | bullets }}").into());
    let mut blocks = vec![annex("B", "terms_of_reference")];
    blocks.extend(mark("terms_of_reference"));
    blocks.extend(each("terms", "terms_of_reference", each_group));
    when("terms_of_reference or marks.terms_of_reference", blocks)
}
