//! Summaries: what many documents state, once each, in an order that does not depend on chance.

mod actions;
mod decisions;
mod documents;
mod entries;
mod meetings;
mod same;
mod sources;
#[cfg(test)]
mod tests;
mod text;
mod view;

use jiff::civil::Date;
use meeting_model::{Document, MeetingRecord, Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use entries::{
    ActionEntry, Counts, Deadline, DeadlineKind, DecisionEntry, DocumentEntry, LinkedNumber, MeetingEntry,
    Mention,
};
pub use sources::Source;
pub(crate) use sources::file_of;
pub use text::{as_text, text_template};
pub(crate) use view::deadline_text;
pub use view::{SummaryView, view_of, view_schema};

use sources::Sources;

/// Name and version of the data that [`Summary`] stands for.
pub const SUMMARY_SCHEMA: &str = "rapporteur/summary/1";

/// What a summary is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum What {
    Actions,
    Decisions,
    Documents,
    Meetings,
}

/// What the documents state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// Always [`SUMMARY_SCHEMA`].
    pub schema: String,
    /// What it is about; everything, where nothing is named. Lists that it is not about are empty.
    pub what: Option<What>,
    /// The day on which actions are found overdue and meetings ahead.
    pub on: Date,
    /// The documents that were read, in order.
    pub sources: Vec<Source>,
    /// How much there is.
    pub counts: Counts,
    /// Actions, by who must act.
    pub actions: Vec<ActionEntry>,
    /// Decisions, by the document that states them first.
    pub decisions: Vec<DecisionEntry>,
    /// Documents, by number.
    pub documents: Vec<DocumentEntry>,
    /// Meetings, by day.
    pub meetings: Vec<MeetingEntry>,
    /// Days by which contributions or replies are wanted, by day.
    pub deadlines: Vec<Deadline>,
}

/// What documents and records of meetings state, each thing once, as it stands on a day.
///
/// An action that is stated again (by `same_as`, or with the same words in another document) appears once and names
/// all places. The order of what is given matters only between documents of the same day and number.
pub fn summarise(documents: &[Document], records: &[MeetingRecord], what: Option<What>, on: Date) -> Summary {
    let sources = Sources::of(documents, records);
    let wanted = |one: What| what.is_none_or(|what| what == one);
    let mut summary = Summary {
        schema: SUMMARY_SCHEMA.to_owned(),
        what,
        on,
        sources: sources.list(),
        counts: Counts::default(),
        actions: if wanted(What::Actions) { actions::entries(&sources, on) } else { Vec::new() },
        decisions: if wanted(What::Decisions) { decisions::entries(&sources) } else { Vec::new() },
        documents: if wanted(What::Documents) { documents::entries(&sources) } else { Vec::new() },
        meetings: Vec::new(),
        deadlines: Vec::new(),
    };
    if wanted(What::Meetings) {
        summary.meetings = meetings::entries(&sources, on);
        summary.deadlines = meetings::deadlines(&sources, &summary.meetings);
    }
    summary.counts = counts(&summary);
    summary
}

fn counts(summary: &Summary) -> Counts {
    let actions =
        |test: fn(&ActionEntry) -> bool| summary.actions.iter().filter(|action| test(action)).count();
    Counts {
        sources: summary.sources.len(),
        actions: summary.actions.len(),
        open: actions(|action| action.status == Status::Open),
        overdue: actions(|action| action.overdue),
        done: actions(|action| action.status == Status::Done),
        cancelled: actions(|action| action.status == Status::Cancelled),
        decisions: summary.decisions.len(),
        documents: summary.documents.len(),
        meetings: summary.meetings.len(),
        meetings_ahead: summary.meetings.iter().filter(|meeting| meeting.ahead).count(),
    }
}
