//! What does not agree in a folder.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DocumentNumber, Severity};

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
    /// What a document list says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
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

impl Finding {
    /// A finding that is about nothing yet.
    pub fn new(code: &str, severity: Severity, message: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            severity,
            message: message.into(),
            number: None,
            file: None,
            cited_in: Vec::new(),
            index: None,
            cover: None,
            list: None,
            file_name: None,
            agenda_items: Vec::new(),
            report_items: Vec::new(),
            same_as: None,
            numbers: Vec::new(),
        }
    }

    /// The same finding, about this document.
    #[must_use]
    pub fn about(self, number: DocumentNumber) -> Self {
        Self { number: Some(number), ..self }
    }
}
