//! The whole of what is read from one Word file.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::schema;
use crate::{
    Action, ActionPlan, Allocation, Decision, Diagnostic, Group, Header, Item, Liaison, ListedDocument,
    Meeting, OutgoingLiaison, Person, Question, Reference, Section, TermsOfReference, Text, UnknownName,
    WorkItem,
};

/// Name and version of the data that [`Document`] stands for.
pub const SCHEMA: &str = "rapporteur/document/1";

/// The one value of the field `schema`: data of another version is refused when it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SchemaName;

impl fmt::Display for SchemaName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(SCHEMA)
    }
}

impl FromStr for SchemaName {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        if name == SCHEMA { Ok(Self) } else { Err(UnknownName { name: name.to_owned(), of: SCHEMA }) }
    }
}

text_form!(SchemaName, "SchemaName", { "const": SCHEMA });

named! {
    /// What a document is.
    #[derive(Default)]
    pub enum Kind {
        Agenda = "agenda",
        MeetingReport = "meeting_report",
        LiaisonStatement = "liaison_statement",
        Contribution = "contribution",
        ActionList = "action_list",
        ActionPlan = "action_plan",
        AssemblyReport = "assembly_report",
        #[default]
        Other = "other",
    }
}

/// The Word file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct FileInfo {
    /// Its name, without folder.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
    pub sha256: String,
}

/// One Word file as data: the result of `parse`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Document {
    /// Always [`SCHEMA`].
    pub schema: SchemaName,
    /// The Word file.
    pub file: FileInfo,
    /// What it is.
    pub kind: Kind,
    /// Why it is taken for that.
    pub kind_reasons: Vec<String>,
    /// The cover table.
    pub header: Header,
    /// The whole text as an outline.
    pub sections: Vec<Section>,
    /// Every numbered piece of business, in document order.
    pub items: Vec<Item>,
    /// Rows of the document lists.
    pub documents: Vec<ListedDocument>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Actions.
    pub actions: Vec<Action>,
    /// Meetings planned or held.
    pub meetings: Vec<Meeting>,
    /// Groups with their officers.
    pub groups: Vec<Group>,
    /// People named with a role, a membership or as volunteers.
    pub people: Vec<Person>,
    /// Recommendations and other texts, and their fate.
    pub texts: Vec<Text>,
    /// Study Questions listed.
    pub questions: Vec<Question>,
    /// Rows of a work programme.
    pub work_items: Vec<WorkItem>,
    /// Terms of reference.
    pub terms_of_reference: Vec<TermsOfReference>,
    /// The liaison rows of the cover table.
    pub liaison: Option<Liaison>,
    /// Liaison statements that a report lists as sent or to be sent.
    pub outgoing_liaisons: Vec<OutgoingLiaison>,
    /// Which group deals with which document.
    pub allocations: Vec<Allocation>,
    /// Action-plan tables.
    pub action_plan: Option<ActionPlan>,
    /// Every document number mentioned.
    pub references: Vec<Reference>,
    /// What is doubtful, contradictory or unread.
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// The JSON Schema (2020-12) of a document, named [`SCHEMA`].
    pub fn json_schema() -> serde_json::Value {
        schema::read(include_str!("../schemas/document.json"))
    }
}

#[cfg(test)]
mod tests;
