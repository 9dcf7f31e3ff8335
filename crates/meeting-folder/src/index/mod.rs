//! The index that ITU publishes per meeting and type of document: which documents there are, by the secretariat.

mod elements;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use meeting_model::DocumentNumber;
use serde::{Deserialize, Serialize};

/// An index of one type of documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// The file it stands in, as the record calls it.
    pub path: String,
    /// The group: `SG20`.
    pub group: Option<String>,
    /// The type of its documents: `TD`, `C`.
    pub series: Option<String>,
    /// First year of the study period.
    pub period: Option<i16>,
    /// The name of the meeting, as printed: `Switzerland [Geneva]`.
    pub title: Option<String>,
    /// First day of the meeting.
    pub start_date: Option<Date>,
    /// Last day of the meeting.
    pub end_date: Option<Date>,
    /// Its documents, in its order.
    pub entries: Vec<IndexEntry>,
}

/// A document on an index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexEntry {
    /// Its number, with the group.
    pub number: Option<DocumentNumber>,
    /// Who submits it.
    pub source: Option<String>,
    /// Its title, in English where there is one.
    pub title: Option<String>,
    /// Questions: `Q4/20`.
    pub questions: Vec<String>,
    /// When it was received.
    pub received: Option<Date>,
}

/// Why an XML file is no index that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// The XML ends early or does not nest.
    #[error("the index is not well-formed XML: {0}")]
    Malformed(String),
    /// A document type definition, which no index needs and attackers use.
    #[error("the index declares a document type, which no index does")]
    DocumentType,
    /// More elements, or deeper ones, than any meeting has.
    #[error("the index is larger than any meeting's")]
    TooLarge,
    /// Text that is neither UTF-8 nor UTF-16.
    #[error("the index is written in an encoding that is not UTF-8 or UTF-16")]
    Encoding,
}

impl Index {
    /// Whether the bytes begin as an index does. Other XML files do not.
    pub(crate) fn is_one(bytes: &[u8]) -> bool {
        elements::begins_with_root(bytes)
    }

    /// Reads an index; elements that it does not know are passed over.
    pub(crate) fn read(path: &str, bytes: &[u8]) -> Result<Self, IndexError> {
        elements::read(path, bytes)
    }
}
