//! The items of a meeting as rows and as prose, and the lists that several reports have.

use docx_rs::{AlignmentType, TableRow};

use super::blocks::{
    Block, annex, cell, centred, column, each, grid, heading, listing, paragraph, statement, styled, when,
};

/// Number, source and title, documents, and what happened: the grid of a row of business.
const ROW: [usize; 4] = [709, 2_693, 1_134, 5_103];

/// Sources in bold and the title.
const TITLE: &str =
    "{% if item.sources %}**{{ item.sources }}{{ labels.words.colon }}**{% endif %}{{ item.title }}";
/// The documents, one below the other.
const DOCUMENTS: &str = r#"{{ item.documents | documents(separator="\n") }}"#;

/// The lists of actions at the front.
pub fn actions() -> Vec<Block> {
    each(
        "list",
        "action_lists",
        vec![
            styled("Headingb", "{{ list.heading }}{{ labels.words.colon | trim }}").into(),
            paragraph("{{ list.actions | actions }}").into(),
        ],
    )
}

/// All sections, their items as tables of one row where they are rows.
pub fn sections_of_rows() -> Vec<Block> {
    let rows = [item_row().into(), paragraph("").into()];
    let items = choice(
        "section.has_rows",
        each("item", "section.items", rows.into()),
        each("item", "section.items", item_paragraphs()),
    );
    sections(items)
}

/// All sections, their items as paragraphs.
pub fn sections_of_prose() -> Vec<Block> {
    sections(each("item", "section.items", choice("item.kind == \"row\"", item_prose(), item_paragraphs())))
}

fn sections(items: Vec<Block>) -> Vec<Block> {
    let mut blocks =
        when("section.title", headings("section.level", "{{ section.number }}\t{{ section.title }}"));
    blocks.push(paragraph("{{ section.lines | lines }}").into());
    blocks.extend(items);
    each("section", "sections", blocks)
}

/// A heading in the style of its depth.
fn headings(level: &str, text: &str) -> Vec<Block> {
    vec![
        statement(&format!("if {level} == 1")),
        styled("Heading1", text).into(),
        statement(&format!("elif {level} == 2")),
        styled("Heading2", text).into(),
        statement("else"),
        styled("Heading3", text).into(),
        statement("endif"),
    ]
}

fn choice(condition: &str, yes: Vec<Block>, no: Vec<Block>) -> Vec<Block> {
    let yes = [statement(&format!("if {condition}"))].into_iter().chain(yes);
    yes.chain([statement("else")]).chain(no).chain([statement("endif")]).collect()
}

/// A table of one row, as the secretariat's reports have it.
fn item_row() -> docx_rs::Table {
    let text = |text: &str| styled("Itemtext", text);
    let cells = vec![
        cell(ROW[0], vec![text("{{ item.number }}")]),
        cell(ROW[1], vec![text(TITLE)]),
        cell(ROW[2], vec![text(DOCUMENTS).align(AlignmentType::Center)]),
        cell(ROW[3], vec![text("{{ item.lines | lines }}")]),
    ];
    grid(&ROW, vec![TableRow::new(cells)])
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

/// An item that was a row, told in paragraphs.
fn item_prose() -> Vec<Block> {
    let first = format!(
        "{{{{ item.number }}}}{{% if item.number %}}\t{{% endif %}}{TITLE}\
         {{% if item.documents %}} – {{{{ item.documents | documents }}}}{{% endif %}}"
    );
    vec![paragraph(&first).keep_next(true).into(), paragraph("{{ item.lines | lines }}").into()]
}

/// Meetings that lie ahead and that no text states.
pub fn future_meetings() -> Vec<Block> {
    when("unstated_meetings", vec![heading("future_meetings"), meetings("unstated_meetings")])
}

/// A table of meetings.
pub fn meetings(of: &str) -> Block {
    let columns = [
        column("group", 1_400, "{{ meeting.group }}"),
        column("date", 1_900, "{{ meeting.dates }}"),
        column("time", 1_500, "{{ meeting.times }}"),
        column("place", 1_339, "{{ meeting.place }}"),
        column("topics", 2_100, "{{ meeting.topics }}"),
        column("deadline", 1_400, "{{ meeting.deadline }}"),
    ];
    listing("meeting", of, &columns).into()
}

/// Annex A: the documents of the meeting.
pub fn documents() -> Vec<Block> {
    when("documents", vec![annex("A", "documents"), register(), paragraph("").into()])
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
    blocks.extend(each("terms", "terms_of_reference", each_group));
    when("terms_of_reference", blocks)
}

/// Texts by what happened to them, each kind with its table.
pub fn texts() -> Vec<Block> {
    let columns = [
        column("recommendation", 1_900, "{{ text.designation }}"),
        column("status", 1_300, "{{ text.revision or text.status }}"),
        column("process", 1_100, "{{ text.process }}"),
        column("title", 3_739, "{{ text.title }}"),
        column("date", 1_600, "{{ text.date }}"),
    ];
    let table = listing("text", "group.texts", &columns);
    each(
        "group",
        "texts_by_event",
        vec![styled("Heading2", "{{ group.heading }}").into(), table.into(), paragraph("").into()],
    )
}

/// A list of the work programme under its heading.
pub fn work_items(key: &str, of: &str) -> Vec<Block> {
    let columns = [
        column("question", 1_000, "{{ item.question }}"),
        column("work_item", 1_400, "{{ item.designation }}"),
        column("status", 1_100, "{{ item.status_label }}"),
        column("title", 2_439, "{{ item.title }}"),
        column("editor", 1_300, "{{ item.editors }}"),
        column("base_text", 1_200, "{{ item.base_text }}"),
        column("equivalent", 1_200, "{{ item.equivalent }}"),
    ];
    let table = listing("item", of, &columns);
    when(
        of,
        vec![
            styled("Heading2", &format!("{{{{ labels.headings.{key} }}}}")).into(),
            table.into(),
            paragraph("").into(),
        ],
    )
}

/// Liaison statements among the documents.
pub fn liaisons() -> Vec<Block> {
    let columns = [
        column("document", 1_700, "{{ document | documents }}"),
        column("source", 2_700, "{{ document.sources }}"),
        column("title", 5_239, "{{ document.title }}"),
    ];
    let table = listing("document", "liaisons", &columns);
    when(
        "liaisons",
        vec![
            styled("Heading2", "{{ labels.headings.incoming_liaisons }}").into(),
            table.into(),
            paragraph("").into(),
        ],
    )
}
