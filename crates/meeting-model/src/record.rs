//! A whole meeting: what its folder of files comes to.

mod files;
mod finding;
mod register;

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::schema;
use crate::{Action, Decision, Direction, DocumentNumber, Item, Meeting, Person, UnknownName};

pub use files::{FileStatus, MeetingFile, NumberedBy};
pub use finding::Finding;
pub use register::{Indexed, Listed, MissingDocument, RegisterEntry};

/// Name and version of the data that [`MeetingRecord`] stands for.
pub const RECORD_SCHEMA: &str = "rapporteur/meeting/1";

/// The one value of a record's field `schema`: data of another version is refused when it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordSchemaName;

impl fmt::Display for RecordSchemaName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(RECORD_SCHEMA)
    }
}

impl FromStr for RecordSchemaName {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        if name == RECORD_SCHEMA {
            Ok(Self)
        } else {
            Err(UnknownName { name: name.to_owned(), of: RECORD_SCHEMA })
        }
    }
}

text_form!(RecordSchemaName, "RecordSchemaName", { "const": RECORD_SCHEMA });

/// A meeting's folder as one consistent record: the result of `batch`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MeetingRecord {
    /// Always [`RECORD_SCHEMA`].
    pub schema: RecordSchemaName,
    /// Which meeting it is.
    pub meeting: MeetingFacts,
    /// Every file met in the folder, by path.
    pub files: Vec<MeetingFile>,
    /// Every document, by series and number.
    pub register: Vec<RegisterEntry>,
    /// The agenda in force.
    pub agenda: Option<Proceedings>,
    /// The report in force.
    pub report: Option<Proceedings>,
    /// Items merged from agenda and report, in the order of the report, with what only the agenda has in its place.
    pub items: Vec<MergedItem>,
    /// Decisions of the documents in force.
    pub decisions: Vec<Sourced<Decision>>,
    /// Actions of the documents in force; what several documents state appears once.
    pub actions: Vec<Sourced<Action>>,
    /// Meetings planned or held.
    pub meetings: Vec<Sourced<Meeting>>,
    /// People named.
    pub people: Vec<Sourced<Person>>,
    /// Liaison statements in and out.
    pub liaisons: Vec<LiaisonEntry>,
    /// The graph of references between documents.
    pub references: Vec<Edge>,
    /// Documents that are cited or on an index, but not in the folder.
    pub missing: Vec<MissingDocument>,
    /// What does not agree.
    pub findings: Vec<Finding>,
}

impl MeetingRecord {
    /// The JSON Schema (2020-12) of a record, named [`RECORD_SCHEMA`].
    pub fn json_schema() -> serde_json::Value {
        schema::read(include_str!("../schemas/meeting.json"))
    }
}

/// Which meeting a record is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MeetingFacts {
    /// The group that meets: `SG20`.
    pub group: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// First day.
    pub start_date: Option<Date>,
    /// Last day.
    pub end_date: Option<Date>,
    /// The study period: `2025-2028`.
    pub study_period: Option<String>,
    /// The name of the meeting.
    pub title: Option<String>,
}

/// An agenda or a report with its items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Proceedings {
    /// The document in force.
    pub number: Option<DocumentNumber>,
    /// Its items.
    pub items: Vec<Item>,
}

/// A piece of the meeting's business, as the agenda announced it and the report tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MergedItem {
    /// Its number on the agenda.
    pub agenda_number: Option<String>,
    /// Its number in the report.
    pub report_number: Option<String>,
    /// The report's item, filled up with what the agenda alone states (what was proposed, a title, sources); where the
    /// report has none, the agenda's.
    #[serde(flatten)]
    pub item: Item,
}

/// An element and the documents that state it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sourced<T> {
    /// The element itself; its place is the one in the first of the documents.
    #[serde(flatten)]
    pub element: T,
    /// The documents, in the order of the register.
    #[serde(default)]
    pub found_in: Vec<DocumentNumber>,
}

/// A liaison statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct LiaisonEntry {
    /// The document that carries it.
    pub number: Option<DocumentNumber>,
    /// In or out.
    pub direction: Option<Direction>,
    /// Who sends it.
    pub from: Vec<String>,
    /// Whom it is for.
    pub to: Vec<String>,
    /// The title.
    pub title: Option<String>,
    /// The day by which an answer is wanted.
    pub deadline: Option<Date>,
    /// The liaison statement that it answers.
    pub reply_to: Option<DocumentNumber>,
    /// The documents of this meeting that answer it.
    pub answered_by: Vec<DocumentNumber>,
}

named! {
    /// How one document refers to another.
    #[derive(Default)]
    pub enum EdgeKind {
        #[default]
        Cites = "cites",
        Revises = "revises",
        RepliesTo = "replies_to",
        Answers = "answers",
        SameText = "same_text",
    }
}

/// A reference from one document to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Edge {
    /// The document that refers.
    pub from: DocumentNumber,
    /// The document that is referred to.
    pub to: DocumentNumber,
    /// How.
    #[serde(default)]
    pub kind: EdgeKind,
}
