//! The documents of a meeting: those that are there, and those that are not.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DocumentNumber, Kind, Language, Outcome};

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
    /// Whether the meeting's index has it; null where no index of its series is in the folder.
    pub in_index: Option<bool>,
    /// What the index says about it.
    pub indexed: Option<Indexed>,
    /// What the document lists of other documents say about it.
    pub listed: Vec<Listed>,
    /// Whether a Word file of it could be read.
    pub readable: bool,
    /// Why the latest revision is in force.
    pub supersedes_reason: Option<String>,
}

/// What the meeting's index says about a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Indexed {
    /// The title.
    pub title: Option<String>,
    /// Who submits it.
    pub source: Option<String>,
    /// Questions: `Q4/20`.
    pub questions: Vec<String>,
    /// When it was received.
    pub received: Option<Date>,
}

/// What a document list says about a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Listed {
    /// The document that the list stands in.
    pub found_in: DocumentNumber,
    /// The title.
    #[serde(default)]
    pub title: Option<String>,
    /// Who submits it.
    #[serde(default)]
    pub sources: Vec<String>,
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
