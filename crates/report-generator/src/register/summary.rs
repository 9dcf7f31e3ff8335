//! The registers of a summary.

use super::columns::{self, link, register, text};
use super::{Cell, Register};
use crate::labels::{Labels, label_of};
use crate::summary::{
    ActionEntry, DecisionEntry, DocumentEntry, LinkedNumber, MeetingEntry, Mention, Summary, What,
};

/// The registers that a summary is about: one, or all four where it is about everything. What is stated is linked to
/// the document that states it first.
pub fn registers_of(summary: &Summary, labels: &Labels) -> Vec<Register> {
    let of = |what| match what {
        What::Actions => actions(summary, labels),
        What::Decisions => decisions(summary, labels),
        What::Documents => documents(summary, labels),
        What::Meetings => meetings(summary, labels),
    };
    let all = [What::Actions, What::Decisions, What::Documents, What::Meetings];
    all.into_iter().filter(|what| summary.what.is_none_or(|wanted| wanted == *what)).map(of).collect()
}

fn actions(summary: &Summary, labels: &Labels) -> Register {
    let mut columns = columns::actions(labels);
    columns.extend([
        text("overdue", &labels.summary.overdue, 10),
        link("found_in", &labels.columns.found_in, 26),
    ]);
    let row = |action: &ActionEntry| {
        vec![
            Cell::text(action.assignee.clone()),
            Cell::text(action.id.clone()),
            Cell::text(Some(&*action.text)),
            Cell::lines(&action.sub_items),
            Cell::text(action.requested_of.clone()),
            Cell::list(&numbers(&action.documents)),
            Cell::date(action.due),
            Cell::text(Some(label_of(&labels.statuses, action.status.as_str()))),
            Cell::text(action.overdue.then(|| labels.summary.overdue.clone())),
            found_in(&action.found_in, labels),
        ]
    };
    let rows = summary.actions.iter().map(row).collect();
    register(labels, "actions", &labels.headings.actions, columns, rows)
}

fn decisions(summary: &Summary, labels: &Labels) -> Register {
    let mut columns = columns::decisions(labels);
    columns.push(link("found_in", &labels.columns.found_in, 26));
    let row = |decision: &DecisionEntry| {
        vec![
            Cell::text(Some(label_of(&labels.verbs, decision.verb.as_str()))),
            Cell::text(Some(&*decision.text)),
            Cell::text(decision.by.clone()),
            Cell::text(decision.item.clone()),
            Cell::list(&numbers(&decision.documents)),
            found_in(&decision.found_in, labels),
        ]
    };
    let rows = summary.decisions.iter().map(row).collect();
    register(labels, "decisions", &labels.headings.decisions, columns, rows)
}

fn documents(summary: &Summary, labels: &Labels) -> Register {
    let (heads, more) = (&labels.columns, &labels.registers);
    let columns = vec![
        link("number", &more.number, 20),
        text("category", &heads.category, 16),
        text("source", &heads.source, 30),
        text("title", &heads.title, 70),
        text("kind", &more.kind, 16),
        text("file", &more.file, 40),
        link("found_in", &heads.found_in, 26),
    ];
    let row = |document: &DocumentEntry| {
        vec![
            Cell::link(document.number.as_ref().map(ToString::to_string), document.url.clone()),
            Cell::text(document.category.clone()),
            Cell::list(&document.sources),
            Cell::text(document.title.clone()),
            Cell::text(document.kind.map(|kind| label_of(&labels.kinds, kind.as_str()))),
            Cell::text(document.file.clone()),
            found_in(&document.found_in, labels),
        ]
    };
    let rows = summary.documents.iter().map(row).collect();
    register(labels, "documents", &labels.headings.documents, columns, rows)
}

fn meetings(summary: &Summary, labels: &Labels) -> Register {
    let mut columns = columns::meetings(labels);
    columns.push(link("found_in", &labels.columns.found_in, 26));
    let row = |meeting: &MeetingEntry| {
        vec![
            Cell::date(meeting.start_date),
            Cell::date(meeting.end_date),
            Cell::text(meeting.group.clone()),
            Cell::text(meeting.title.clone()),
            Cell::text(Some(label_of(&labels.meeting_statuses, meeting.status.as_str()))),
            Cell::text(meeting.start_time.map(|time| time.to_string())),
            Cell::text(meeting.end_time.map(|time| time.to_string())),
            Cell::text(meeting.time_zone.clone()),
            Cell::text(meeting.place.clone()),
            Cell::text(meeting.topics.clone()),
            Cell::date(meeting.deadline),
            Cell::list(&numbers(&meeting.reports)),
            found_in(&meeting.found_in, labels),
        ]
    };
    let rows = summary.meetings.iter().map(row).collect();
    register(labels, "meetings", &labels.headings.meetings, columns, rows)
}

fn numbers(linked: &[LinkedNumber]) -> Vec<String> {
    linked.iter().map(|one| one.number.to_string()).collect()
}

/// All places, a line each, with the link of the first.
fn found_in(mentions: &[Mention], labels: &Labels) -> Cell {
    let shown: Vec<String> =
        mentions.iter().map(|mention| mention.shown(labels)).filter(|text| !text.is_empty()).collect();
    let url = mentions.iter().find_map(|mention| mention.url.clone());
    Cell::link(Some(shown.join("\n")), url)
}
