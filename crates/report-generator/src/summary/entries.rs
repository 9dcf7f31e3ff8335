//! The things that a summary lists.

use jiff::civil::Date;
use meeting_model::{ClockTime, DocumentNumber, Kind, MeetingStatus, Status, Verb};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::labels::{Labels, fill};

/// How much a summary holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counts {
    /// Documents read.
    pub sources: usize,
    /// Actions.
    pub actions: usize,
    /// Actions that are open, the overdue ones among them.
    pub open: usize,
    /// Open actions whose day has passed.
    pub overdue: usize,
    /// Actions done.
    pub done: usize,
    /// Actions cancelled.
    pub cancelled: usize,
    /// Decisions.
    pub decisions: usize,
    /// Documents listed.
    pub documents: usize,
    /// Meetings.
    pub meetings: usize,
    /// Meetings that end on the day of the summary or later.
    pub meetings_ahead: usize,
}

/// A document's number and where the document can be had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LinkedNumber {
    /// The number.
    pub number: DocumentNumber,
    /// The URL, where one is known.
    pub url: Option<String>,
}

/// A place where something is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Mention {
    /// The document.
    pub number: Option<DocumentNumber>,
    /// The document's title.
    pub title: Option<String>,
    /// The Word file.
    pub file: Option<String>,
    /// The item or section.
    pub item: Option<String>,
    /// The nearest heading above.
    pub heading: Option<String>,
    /// The number that the action has there.
    pub id: Option<String>,
    /// Where the document can be had.
    pub url: Option<String>,
}

impl Mention {
    /// The document's number, or its file's name, with the item: `SG90-TD20, item 4.2`.
    pub(crate) fn shown(&self, labels: &Labels) -> String {
        let number = self.number.as_ref().map(ToString::to_string).or_else(|| self.file.clone());
        let item = self.item.as_deref().map(|item| fill(&labels.summary.item, &[("number", item)]));
        [number, item].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

/// An action, wherever it is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ActionEntry {
    /// Its number, where one document gives it one.
    pub id: Option<String>,
    /// Who must act.
    pub assignee: Option<String>,
    /// What is to be done.
    pub text: String,
    /// Whom the assignee is to ask.
    pub requested_of: Option<String>,
    /// The documents named in it.
    pub documents: Vec<LinkedNumber>,
    /// The day by which it is due, by the latest document that states one.
    pub due: Option<Date>,
    /// Its points.
    pub sub_items: Vec<String>,
    /// Its state.
    pub status: Status,
    /// Open, and the day has passed.
    pub overdue: bool,
    /// Where it is stated, the first place first.
    pub found_in: Vec<Mention>,
}

/// A decision, wherever it is stated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DecisionEntry {
    /// The main verb.
    pub verb: Verb,
    /// Who decided.
    pub by: Option<String>,
    /// The item or section.
    pub item: Option<String>,
    /// The documents decided upon.
    pub documents: Vec<LinkedNumber>,
    /// The sentence.
    pub text: String,
    /// Where it is stated, the first place first.
    pub found_in: Vec<Mention>,
}

/// A document, from lists of documents and from the documents that were read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DocumentEntry {
    /// The number, with its group where that is known.
    pub number: Option<DocumentNumber>,
    /// The category of the list, in lower case.
    pub category: Option<String>,
    /// What it is, where it was read.
    pub kind: Option<Kind>,
    /// Who submits it.
    pub sources: Vec<String>,
    /// The title.
    pub title: Option<String>,
    /// Whether it was introduced, where a list tells.
    pub introduced: Option<bool>,
    /// A number reserved for a text still to come.
    pub reserved: bool,
    /// The Word file, where it was read.
    pub file: Option<String>,
    /// Where it can be had.
    pub url: Option<String>,
    /// The lists that name it.
    pub found_in: Vec<Mention>,
}

/// A meeting, wherever it is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MeetingEntry {
    /// The group that meets.
    pub group: Option<String>,
    /// The name of the meeting.
    pub title: Option<String>,
    /// Planned or held, by the documents.
    pub status: MeetingStatus,
    /// Whether it ends on the day of the summary or later.
    pub ahead: bool,
    /// First day.
    pub start_date: Option<Date>,
    /// Last day.
    pub end_date: Option<Date>,
    /// When it begins.
    pub start_time: Option<ClockTime>,
    /// When it ends.
    pub end_time: Option<ClockTime>,
    /// Time zone of the times, as printed.
    pub time_zone: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// What it is about.
    pub topics: Option<String>,
    /// The day by which contributions are due.
    pub deadline: Option<Date>,
    /// The documents that report on it.
    pub reports: Vec<LinkedNumber>,
    /// Where it is stated, the first place first.
    pub found_in: Vec<Mention>,
}

/// What is wanted by a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum DeadlineKind {
    Contributions,
    Reply,
}

/// A day by which something is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deadline {
    /// The day.
    pub date: Date,
    /// What is wanted: contributions to a meeting, a reply to a liaison statement.
    pub kind: DeadlineKind,
    /// The group that meets, or that asks.
    pub group: Option<String>,
    /// The meeting, or the title of the liaison statement.
    pub title: Option<String>,
    /// Where it is stated.
    pub found_in: Vec<Mention>,
}
