//! What a group works on: Questions, terms of reference, work items, and the texts that come of them.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DocumentNumber, Location};

named! {
    /// What a text is.
    #[derive(Default)]
    pub enum TextKind {
        Recommendation = "recommendation",
        Supplement = "supplement",
        TechnicalPaper = "technical_paper",
        TechnicalReport = "technical_report",
        #[default]
        Other = "other",
    }
}

named! {
    /// What happens to a text.
    pub enum TextEvent {
        Approved = "approved",
        UnderApproval = "under_approval",
        Deleted = "deleted",
        Submitted = "submitted",
    }
}

named! {
    /// Whether a text is new or revises an earlier one.
    pub enum Revision {
        New = "new",
        Rev = "rev",
    }
}

named! {
    /// The approval process: traditional (Resolution 1) or alternative (Recommendation A.8).
    pub enum Process {
        Tap = "TAP",
        Aap = "AAP",
    }
}

/// A Recommendation, Supplement, Technical Paper or Technical Report, and its fate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Text {
    /// The designation: `A.7`, `A-Suppl.2`.
    pub designation: String,
    /// What it is.
    pub kind: TextKind,
    /// What happens to it.
    pub event: Option<TextEvent>,
    /// The status as printed: `In force`.
    pub status: Option<String>,
    /// New or revised.
    pub revision: Option<Revision>,
    /// The approval process.
    pub process: Option<Process>,
    /// The day of the event.
    pub date: Option<Date>,
    /// The title.
    pub title: Option<String>,
    /// Where it was found.
    pub at: Location,
}

/// A study Question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Question {
    /// The number: `Q17/13`, `A/9`.
    pub number: String,
    /// The title.
    pub title: Option<String>,
    /// The status as printed.
    pub status: Option<String>,
    /// Where its text is to be found, as printed.
    pub found_in: Option<String>,
    /// Where it was found.
    pub at: Location,
}

/// What a group is charged with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TermsOfReference {
    /// The group.
    pub group: Option<String>,
    /// The title over them.
    pub title: Option<String>,
    /// The points, in order.
    pub items: Vec<String>,
    /// Where they were found.
    pub at: Location,
}

named! {
    /// The state of a work item in the work programme.
    pub enum WorkItemStatus {
        New = "new",
        Ongoing = "ongoing",
        Deleted = "deleted",
    }
}

/// A row of a study group's work programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct WorkItem {
    /// The provisional designation: `X.abc-rev`.
    pub designation: String,
    /// The Question that works on it.
    pub question: Option<String>,
    /// Its state.
    pub status: Option<WorkItemStatus>,
    /// The title.
    pub title: Option<String>,
    /// The editors, in order.
    pub editors: Vec<String>,
    /// The base text, as printed.
    pub base_text: Option<String>,
    /// An equivalent text of another body: `ISO/IEC 12345`.
    pub equivalent: Option<String>,
    /// The approval process.
    pub process: Option<Process>,
    /// The target date as printed: `2026-Q3`.
    pub target_date: Option<String>,
    /// Documents named in the row.
    pub documents: Vec<DocumentNumber>,
    /// Where it was found.
    pub at: Location,
}
