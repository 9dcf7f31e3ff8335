//! Where something stands in the Word file, and what is doubtful there.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place in the Word file. Content controls are opened and do not count; tracked deletions keep their
/// places in the count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Location {
    /// The part of the package: `word/document.xml`.
    pub part: String,
    /// Index of the top-level block in the part, from 0.
    pub block: usize,
    /// Inside a table: the row on the resolved grid, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// Inside a table: the column on the resolved grid, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// Inside a table: the paragraph within the cell, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<usize>,
    /// Word's `w14:paraId`, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub para_id: Option<String>,
    /// The nearest heading above, for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
}

named! {
    /// How much a remark matters, the gravest last.
    pub enum Severity {
        Info = "info",
        Warning = "warning",
        Error = "error",
    }
}

/// Something doubtful, contradictory or unread, with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic {
    /// A stable kebab-case name.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// What was found.
    pub message: String,
    /// What could be done about it.
    #[serde(default)]
    pub hint: Option<String>,
    /// Where it was found.
    #[serde(default)]
    pub at: Location,
}
