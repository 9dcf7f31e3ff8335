//! A whole meeting: what its folder of files comes to.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};

use crate::{
    Action, Decision, Direction, DocumentNumber, Item, Kind, Language, Meeting, Outcome, Person, Severity,
    UnknownName,
};

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
        let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Self>();
        schema.insert("$id".into(), RECORD_SCHEMA.into());
        schema.insert("title".into(), RECORD_SCHEMA.into());
        schema.to_value()
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

named! {
    /// What became of a file.
    #[derive(Default)]
    pub enum FileStatus {
        Document = "document",
        Archive = "archive",
        Duplicate = "duplicate",
        Corrupt = "corrupt",
        Encrypted = "encrypted",
        Empty = "empty",
        #[default]
        OtherFormat = "other_format",
        Index = "index",
        Text = "text",
        Lock = "lock",
        System = "system",
    }
}

/// A file met in the folder, or within an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MeetingFile {
    /// Its path, relative to the folder or the archive, with `/` between names.
    pub file: String,
    /// What became of it.
    pub status: FileStatus,
    /// The document it holds, with its group.
    pub number: Option<DocumentNumber>,
    /// The language edition.
    pub language: Option<Language>,
    /// What the document is.
    pub kind: Option<Kind>,
    /// The document's title.
    pub title: Option<String>,
    /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
    pub sha256: Option<String>,
    /// The file whose bytes a duplicate repeats.
    pub same_as: Option<String>,
    /// What an archive holds.
    pub holds: Vec<MeetingFile>,
    /// Why it was not read.
    pub reason: Option<String>,
}

/// A document of the meeting: its revisions and language editions together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RegisterEntry {
    /// The number of its latest revision, with the group.
    pub number: Option<DocumentNumber>,
    /// The series: `TD`, `C`, `LS`.
    pub series: Option<String>,
    /// Numbers of the revisions that are there, oldest first.
    pub revisions: Vec<DocumentNumber>,
    /// Files by number and language code.
    pub files: BTreeMap<String, BTreeMap<String, String>>,
    /// Languages that it is there in, the original first.
    pub languages: Vec<Language>,
    /// The title.
    pub title: Option<String>,
    /// Who submits it.
    pub sources: Vec<String>,
    /// Who submits it, as printed.
    pub source: Option<String>,
    /// Questions: `Q4/20`.
    pub questions: Vec<String>,
    /// What it is.
    pub kind: Option<Kind>,
    /// Whether an item of the agenda in force names it.
    pub on_agenda: bool,
    /// Numbers of the items of the agenda in force that name it.
    pub agenda_items: Vec<String>,
    /// Numbers of the items of the report in force that name it.
    pub report_items: Vec<String>,
    /// What happened to it, by the report in force; a set.
    pub outcomes: Vec<Outcome>,
    /// Why the latest revision is in force.
    pub supersedes_reason: Option<String>,
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

/// A document that is known of, but not in the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MissingDocument {
    /// The document.
    pub number: DocumentNumber,
    /// The documents that name it; `index` for the meeting's index.
    #[serde(default)]
    pub known_from: Vec<String>,
}

/// Something in a folder that does not agree.
///
/// The fields beside the first three say what it is about; each code of the contract uses those it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// A stable kebab-case name.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// What was found, as one sentence.
    pub message: String,
    /// The document it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<DocumentNumber>,
    /// The file it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The documents that cite it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cited_in: Vec<DocumentNumber>,
    /// What the index says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<String>,
    /// What the cover says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<String>,
    /// What the file name says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_name: Option<String>,
    /// Items of the agenda.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda_items: Vec<String>,
    /// Items of the report.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report_items: Vec<String>,
    /// The file whose bytes are repeated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// The documents that share a number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<DocumentNumber>,
}
