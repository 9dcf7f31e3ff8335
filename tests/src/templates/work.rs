//! The tables in which study groups report their work: Questions, texts, liaison statements, the work programme.
//!
//! A table that was read below a heading of the text stands there again, without a heading of its own; what belongs
//! under none follows the text.

use super::blocks::{Block, column, each, listing, paragraph, styled, when};
use super::business::{held_meetings, planned_meetings};

/// The work programme by state: the name of the list, and the key of its heading.
const WORK_ITEMS: [(&str, &str); 3] =
    [("new", "new_work_items"), ("ongoing", "work_programme"), ("deleted", "deleted_work_items")];

/// The tables below a heading.
pub fn placed() -> Vec<Block> {
    let of = |name: &str| format!("section.tables.{name}");
    let plain =
        |name: &str, table: fn(&str) -> Block| when(&of(name), vec![table(&of(name)), paragraph("").into()]);
    let several = format!("{} | length > 1", of("texts_by_event"));
    let mut group = when(&several, vec![styled("Headingb", "{{ group.heading }}").keep_next(true).into()]);
    group.extend([texts_table("group.texts"), paragraph("").into()]);
    let mut blocks = plain("questions", questions_table);
    blocks.extend(each("group", &of("texts_by_event"), group));
    blocks.extend(plain("outgoing_liaisons", outgoing_table));
    blocks.extend(
        WORK_ITEMS.iter().flat_map(|(state, _)| plain(&format!("work_items.{state}"), work_items_table)),
    );
    blocks.extend(plain("planned_meetings", planned_meetings));
    blocks.extend(plain("held_meetings", held_meetings));
    blocks
}

/// Questions that stand under no heading.
pub fn questions() -> Vec<Block> {
    headed("Heading2", "questions", "tables.questions", questions_table)
}

/// Texts that stand under no heading, by what happened to them.
pub fn texts() -> Vec<Block> {
    let heading = styled("Heading2", "{{ group.heading }}").keep_next(true);
    each(
        "group",
        "tables.texts_by_event",
        vec![heading.into(), texts_table("group.texts"), paragraph("").into()],
    )
}

/// The work programme, as far as it stands under no heading.
pub fn work_items() -> Vec<Block> {
    let part = |(state, key): &(&str, &str)| {
        headed("Heading2", key, &format!("tables.work_items.{state}"), work_items_table)
    };
    WORK_ITEMS.iter().flat_map(part).collect()
}

/// Liaison statements that go out and stand under no heading.
pub fn outgoing_liaisons() -> Vec<Block> {
    headed("Heading2", "outgoing_liaisons", "tables.outgoing_liaisons", outgoing_table)
}

/// Liaison statements among the documents.
pub fn liaisons() -> Vec<Block> {
    headed("Heading2", "incoming_liaisons", "liaisons", incoming_table)
}

/// Meetings that no text states and that stand under no heading.
pub fn meetings() -> Vec<Block> {
    let mut blocks = headed("Heading1", "future_meetings", "tables.planned_meetings", planned_meetings);
    blocks.extend(headed("Heading1", "held_meetings", "tables.held_meetings", held_meetings));
    blocks
}

fn headed(style: &str, key: &str, of: &str, table: fn(&str) -> Block) -> Vec<Block> {
    let heading = styled(style, &format!("{{{{ labels.headings.{key} }}}}")).keep_next(true);
    when(of, vec![heading.into(), table(of), paragraph("").into()])
}

fn questions_table(of: &str) -> Block {
    let columns = [
        column("question", 1_500, "{{ question.number }}"),
        column("title", 6_139, "{{ question.title }}"),
        column("status", 2_000, "{{ question.status }}"),
    ];
    listing("question", of, &columns).into()
}

fn texts_table(of: &str) -> Block {
    let columns = [
        column("recommendation", 1_950, "{{ text.designation }}"),
        column("status", 1_300, "{{ text.revision or text.status }}"),
        column("process", 1_100, "{{ text.process }}"),
        column("title", 3_689, "{{ text.title }}"),
        column("date", 1_600, "{{ text.date }}"),
    ];
    listing("text", of, &columns).into()
}

fn work_items_table(of: &str) -> Block {
    let columns = [
        column("question", 1_150, "{{ item.question }}"),
        column("work_item", 1_350, "{{ item.designation }}"),
        column("status", 1_050, "{{ item.status_label }}"),
        column("title", 2_289, "{{ item.title }}"),
        column("editor", 1_300, "{{ item.editors }}"),
        column("base_text", 1_150, "{{ item.base_text }}"),
        column("equivalent", 1_350, "{{ item.equivalent }}"),
    ];
    listing("item", of, &columns).into()
}

fn incoming_table(of: &str) -> Block {
    let columns = [
        column("kinds.liaison_statement", 1_700, "{{ document | documents }}"),
        column("source", 2_700, "{{ document.sources }}"),
        column("title", 5_239, "{{ document.title }}"),
    ];
    listing("document", of, &columns).into()
}

fn outgoing_table(of: &str) -> Block {
    let columns = [
        column("document", 1_700, "{{ liaison.documents | documents }}"),
        column("question", 1_300, "{{ liaison.questions }}"),
        column("for_action", 1_700, "{{ liaison.for_action }}"),
        column("for_information", 1_700, "{{ liaison.for_information }}"),
        column("title", 3_239, "{{ liaison.title }}"),
    ];
    listing("liaison", of, &columns).into()
}
