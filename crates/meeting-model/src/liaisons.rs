//! Liaison statements that a group's report lists as its own.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DocumentNumber, Location};

/// A row of a report's table of outgoing liaison statements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct OutgoingLiaison {
    /// The document that holds the statement.
    pub document: Option<DocumentNumber>,
    /// The title.
    pub title: Option<String>,
    /// The Questions that send it: `Q8/17`.
    pub questions: Vec<String>,
    /// Who sends it, as printed, where the table says so.
    pub source: Option<String>,
    /// Groups asked to act.
    pub for_action: Vec<String>,
    /// Groups asked to comment.
    pub for_comment: Vec<String>,
    /// Groups informed.
    pub for_information: Vec<String>,
    /// The day by which an answer is wanted.
    pub deadline: Option<Date>,
    /// The liaison statement that it answers.
    pub reply_to: Option<DocumentNumber>,
    /// Where it was found.
    pub at: Location,
}
