//! Templates of lists: what is to be done, what was decided, which documents there are, when people meet.

use docx_rs::AlignmentType;

use super::blocks::{Block, column, each, listing, paragraph, styled, when};
use super::business;
use super::cover::{More, cover};

fn title(key: &str) -> Block {
    styled("Title", &format!("{{{{ labels.headings.{key} }}}}")).into()
}

/// Where something is stated, with links: all places that a summary knows, or the one that a report knows.
macro_rules! origin {
    ($name:literal) => {
        concat!(
            "{% for place in ",
            $name,
            r#".places | default([{"shown": "#,
            $name,
            r#".found_in, "url": "#,
            $name,
            r#".url}]) %}{{ place.shown | link(place.url) }}{% if not loop.last %}{{ "\n" }}{% endif %}{% endfor %}"#
        )
    };
}

/// What is to be done, by who must act.
pub fn action_summary() -> Vec<Block> {
    let columns = [
        column("id", 1_300, "{{ action.id }}"),
        column("action", 4_239, "{{ action.text }}\n{{ action.sub_items | numbers }}"),
        column("due", 1_400, "{{ action.due }}"),
        column(
            "status",
            1_200,
            "{{ labels.summary.overdue if action.overdue | default(false) else action.status_label }}",
        ),
        column("found_in", 1_500, origin!("action")),
    ];
    let mut groups =
        when("group.assignee", vec![styled("Heading1", "{{ group.assignee }}").keep_next(true).into()]);
    groups.extend(when(
        "not group.assignee",
        vec![styled("Heading1", "{{ labels.headings.actions_without_assignee }}").keep_next(true).into()],
    ));
    groups.push(listing("action", "group.actions", &columns).into());
    groups.push(paragraph("").into());
    list("action_summary", "actions_by_assignee", each("group", "actions_by_assignee", groups))
}

/// Cover, title and the list; one without entries says so.
fn list(key: &str, of: &str, blocks: Vec<Block>) -> Vec<Block> {
    let none = styled("Normal", "{{ labels.words.none }}").align(AlignmentType::Center);
    let empty = when(&format!("not ({of})"), vec![none.into()]);
    cover(&More::Nothing).into_iter().chain([title(key)]).chain(empty).chain(when(of, blocks)).collect()
}

/// What was decided.
pub fn decision_list() -> Vec<Block> {
    let columns = [
        column("item", 800, "{{ decision.item }}"),
        column("decision", 1_500, "{{ decision.label }}"),
        column("document", 1_700, r#"{{ decision.documents | documents(separator="\n") }}"#),
        column("by", 1_400, "{{ decision.by }}"),
        column("discussion", 2_939, "{{ decision.text }}"),
        column("found_in", 1_300, origin!("decision")),
    ];
    list(
        "decisions",
        "decisions",
        vec![listing("decision", "decisions", &columns).into(), paragraph("").into()],
    )
}

/// Which documents there are.
pub fn document_register() -> Vec<Block> {
    list("documents", "documents", vec![business::register(), paragraph("").into()])
}

/// When people meet and have met.
pub fn meeting_list() -> Vec<Block> {
    let part = |key: &str, of: &str, table: Block| {
        when(
            of,
            vec![
                styled("Heading1", &format!("{{{{ labels.headings.{key} }}}}")).keep_next(true).into(),
                table,
                paragraph("").into(),
            ],
        )
    };
    let blocks = part("future_meetings", "planned_meetings", business::planned_meetings("planned_meetings"))
        .into_iter();
    list(
        "meetings",
        "meetings",
        blocks
            .chain(part("held_meetings", "held_meetings", business::held_meetings("held_meetings")))
            .collect(),
    )
}
