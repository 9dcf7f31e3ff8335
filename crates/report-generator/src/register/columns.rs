//! Columns that several registers share, with heads in the words of the language.

use super::{Cell, Column, ColumnKind, Register};
use crate::labels::Labels;

/// A register in the words of a language.
pub(super) fn register(
    labels: &Labels,
    name: &str,
    title: &str,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
) -> Register {
    Register {
        name: name.to_owned(),
        title: title.to_owned(),
        right_to_left: labels.direction == "rtl",
        columns,
        rows,
    }
}

/// A column of text.
pub(super) fn text(name: &str, title: &str, width: u16) -> Column {
    Column::new(name, title, ColumnKind::Text, width)
}

/// A column of days.
pub(super) fn date(name: &str, title: &str) -> Column {
    Column::new(name, title, ColumnKind::Date, 12)
}

/// A column of texts that point at something.
pub(super) fn link(name: &str, title: &str, width: u16) -> Column {
    Column::new(name, title, ColumnKind::Link, width)
}

/// Columns of actions, up to where they are from.
pub(super) fn actions(labels: &Labels) -> Vec<Column> {
    let (heads, more) = (&labels.columns, &labels.registers);
    vec![
        text("assignee", &heads.responsible, 22),
        text("id", &heads.id, 12),
        text("text", &heads.action, 70),
        text("sub_items", &more.sub_items, 40),
        text("requested_of", &more.requested_of, 18),
        text("documents", &heads.document, 20),
        date("due", &heads.due),
        text("status", &heads.status, 12),
    ]
}

/// Columns of decisions, up to where they are from.
pub(super) fn decisions(labels: &Labels) -> Vec<Column> {
    let heads = &labels.columns;
    vec![
        text("verb", &labels.words.decision, 16),
        text("text", &heads.decision, 80),
        text("by", &heads.by, 16),
        text("item", &heads.item, 10),
        text("documents", &heads.document, 24),
    ]
}

/// Columns of meetings, up to where they are from.
pub(super) fn meetings(labels: &Labels) -> Vec<Column> {
    let (heads, more) = (&labels.columns, &labels.registers);
    vec![
        date("start_date", &more.start_date),
        date("end_date", &more.end_date),
        text("group", &heads.group, 16),
        text("title", &heads.meeting, 40),
        text("status", &heads.status, 12),
        text("start_time", &more.start_time, 10),
        text("end_time", &more.end_time, 10),
        text("time_zone", &more.time_zone, 12),
        text("place", &heads.place, 22),
        text("topics", &heads.topics, 40),
        date("deadline", &heads.deadline),
        text("reports", &more.reports, 20),
    ]
}
