//! From an agenda, and what is known of the meeting, to a complete draft of its report.

use serde::Serialize;

/// Something that is left to be done by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Todo {
    /// Where.
    pub place: Place,
    /// What is missing, in the words of the report's language.
    pub what: String,
}

/// A place of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The report's own number.
    Number,
    /// Place and dates of the meeting.
    Dates,
    /// Who submits the report.
    Source,
    /// The contacts.
    Contact,
    /// The item of this number.
    Item(String),
    /// The actions at the front.
    Actions,
    /// The list of documents.
    Documents,
    /// The meetings to come.
    FutureMeetings,
    /// The terms of reference.
    TermsOfReference,
}
