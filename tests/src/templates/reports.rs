//! Templates of reports and of what goes before and beside them.

use docx_rs::AlignmentType;

use super::blocks::{
    Block, cell, column, each, grid, listing, paragraph, statement, statement_row, styled, when,
};
use super::business;
use super::cover::{More, cover};
use super::work;

fn joined(parts: Vec<Vec<Block>>) -> Vec<Block> {
    parts.into_iter().flatten().collect()
}

/// The report of a rapporteur group in rows: actions first, then every item in a table of its own.
pub fn report_rows() -> Vec<Block> {
    joined(vec![
        cover(&More::Nothing),
        business::actions(),
        business::sections_of_rows(Vec::new()),
        business::other_meetings(),
        business::documents(),
        business::terms_of_reference(),
    ])
}

/// The same in prose.
pub fn report_prose() -> Vec<Block> {
    joined(vec![
        cover(&More::Nothing),
        business::actions(),
        business::sections_of_prose(Vec::new()),
        business::other_meetings(),
        business::documents(),
        business::terms_of_reference(),
    ])
}

/// The report of a Question: its business, then the tables that the working party's report gathers.
pub fn question_report() -> Vec<Block> {
    joined(vec![
        cover(&More::Nothing),
        business::actions(),
        business::sections_of_prose(work::placed()),
        work::texts(),
        work::liaisons(),
        work::outgoing_liaisons(),
        work::work_items(),
        work::meetings(),
        business::documents(),
        participants(),
        business::terms_of_reference(),
    ])
}

/// The report of a working party: Questions and their officers, results, and what is put to the plenary.
pub fn working_party_report() -> Vec<Block> {
    joined(vec![
        cover(&More::Nothing),
        business::actions(),
        work::questions(),
        business::sections_of_rows(work::placed()),
        work::texts(),
        work::work_items(),
        work::liaisons(),
        work::outgoing_liaisons(),
        work::meetings(),
        business::documents(),
        business::terms_of_reference(),
    ])
}

fn participants() -> Vec<Block> {
    let columns = [
        column("name", 2_800, "{{ person.name }}"),
        column("role", 2_400, "{{ person.role }}"),
        column("organization", 2_639, "{{ person.organization }}"),
        column("country", 1_800, "{{ person.country }}"),
    ];
    when(
        "people",
        vec![
            styled("Heading2", "{{ labels.headings.participants }}").keep_next(true).into(),
            listing("person", "people", &columns).into(),
            paragraph("").into(),
        ],
    )
}

/// The agenda: one table, headings across, and what is asked of the meeting for each item.
pub fn agenda() -> Vec<Block> {
    let widths = [850, 4_600, 2_000, 2_189];
    let head = |key: &str, width: usize| {
        cell(width, vec![styled("Tablehead", &format!("{{{{ labels.columns.{key} }}}}"))])
    };
    let text = |width: usize, text: &str| cell(width, vec![styled("Tabletext", text)]);
    let title = "{% if item.sources %}**{{ item.sources }}{{ labels.words.colon }}**{% endif %}{{ item.title or item.treatment }}";
    let rows = vec![
        row(vec![
            head("position", widths[0]),
            head("item", widths[1]),
            head("document", widths[2]),
            head("treatment", widths[3]),
        ]),
        statement_row(4, &widths, "for item in items"),
        statement_row(4, &widths, "if item.kind == \"heading\" or (item.has_items and not item.documents)"),
        row(vec![
            text(widths[0], "**{{ item.number }}**"),
            text(widths[1] + widths[2] + widths[3], "**{{ item.heading }}**").grid_span(3),
        ]),
        statement_row(4, &widths, "else"),
        row(vec![
            text(widths[0], "{{ item.number }}"),
            text(widths[1], title),
            cell(
                widths[2],
                vec![
                    styled("Tabletext", r#"{{ item.documents | documents(separator="\n") }}"#)
                        .align(AlignmentType::Center),
                ],
            ),
            text(widths[3], "{{ item.proposed }}"),
        ]),
        statement_row(4, &widths, "endif"),
        statement_row(4, &widths, "endfor"),
    ];
    joined(vec![
        cover(&More::Nothing),
        vec![paragraph("").into(), grid(&widths, rows).into(), paragraph("").into()],
        business::other_meetings(),
        business::documents(),
        business::terms_of_reference(),
    ])
}

fn row(cells: Vec<docx_rs::TableCell>) -> docx_rs::TableRow {
    docx_rs::TableRow::new(cells).cant_split()
}

/// A liaison statement: the rows that say to whom it goes, and its text.
pub fn liaison_statement() -> Vec<Block> {
    joined(vec![
        cover(&More::Liaison),
        each("section", "outline", outline_section()),
        // Data without an outline have the text in their items.
        when("not outline", each("section", "sections", business_section())),
        when(
            "documents and not outline",
            vec![
                styled("Headingb", "{{ labels.headings.documents }}").keep_next(true).into(),
                business::register(),
                paragraph("").into(),
            ],
        ),
    ])
}

fn numbered_heading(of: &str) -> Vec<Block> {
    let text = format!("{{{{ {of}.number }}}}{{% if {of}.number %}}\t{{% endif %}}{{{{ {of}.title }}}}");
    when(&format!("{of}.title"), vec![styled("Heading1", &text).keep_next(true).into()])
}

/// The text as it was read: paragraphs with the labels of their lists, and tables.
fn outline_section() -> Vec<Block> {
    let text = "{{ block.label }}{% if block.label %}\t{% endif %}{{ block.text }}";
    let blocks = vec![
        statement("if block.rows"),
        paragraph("{{ block.rows | table }}").into(),
        statement("elif block.label"),
        styled("enumlev1", text).into(),
        statement("else"),
        paragraph("{{ block.text }}").into(),
        statement("endif"),
    ];
    joined(vec![numbered_heading("section"), each("block", "section.blocks", blocks)])
}

fn business_section() -> Vec<Block> {
    let item = vec![
        paragraph("{{ item.number }}{% if item.number %}\t{% endif %}{{ item.heading }}").into(),
        paragraph("{{ item.lines | lines }}").into(),
    ];
    joined(vec![
        numbered_heading("section"),
        vec![paragraph("{{ section.lines | lines }}").into()],
        each("item", "section.items", item),
    ])
}
