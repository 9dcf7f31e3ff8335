//! Rows about documents: the document lists, allocations, and every number mentioned.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DocumentNumber, Location};

/// A row of a document list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ListedDocument {
    /// Position in the list as displayed, from 1.
    pub position: Option<u32>,
    /// Category in lower case: `admin`, `report`, `contribution`, `information`, `discussion`, `liaison`.
    pub category: Option<String>,
    /// The document's number.
    pub number: Option<DocumentNumber>,
    /// The number as printed, where that differs from the canonical form.
    pub printed: Option<String>,
    /// False where the number stands in parentheses: the document was not introduced.
    pub introduced: Option<bool>,
    /// Who submits the document.
    pub sources: Vec<String>,
    /// The title.
    pub title: Option<String>,
    /// A number reserved for a text still to come.
    pub reserved: bool,
    /// The link behind the number.
    pub url: Option<String>,
    /// The cell that holds the number.
    pub at: Location,
}

/// A document and the groups an agenda allocates it to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Allocation {
    /// The document.
    pub document: DocumentNumber,
    /// The groups, in the order of the columns.
    #[serde(default)]
    pub groups: Vec<String>,
    /// The cell that holds the number.
    #[serde(default)]
    pub at: Location,
}

/// A document number mentioned in the text, once per number and part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reference {
    /// The number.
    pub number: DocumentNumber,
    /// The first mention as printed, where that differs from the canonical form.
    #[serde(default)]
    pub printed: Option<String>,
    /// The part of the document that is meant: `D.3`.
    #[serde(default)]
    pub part: Option<String>,
    /// How often it is mentioned.
    #[serde(default)]
    pub count: u32,
    /// The first place.
    #[serde(default)]
    pub at: Location,
    /// The link behind the number.
    #[serde(default)]
    pub url: Option<String>,
}
