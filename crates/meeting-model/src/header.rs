//! The cover table, and the rows on it that make a liaison statement.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::DocumentNumber;

named! {
    /// A sector of ITU, or the union as a whole.
    pub enum Sector {
        Standardization = "ITU-T",
        Radiocommunication = "ITU-R",
        Development = "ITU-D",
        Union = "ITU",
    }
}

named! {
    /// An official language of ITU, by its ISO 639-1 code.
    pub enum Language {
        English = "en",
        French = "fr",
        Spanish = "es",
        Arabic = "ar",
        Chinese = "zh",
        Russian = "ru",
    }
}

/// What the cover table of a document states. Labels are read in the six official languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Header {
    /// The document's number, with its group.
    pub number: Option<DocumentNumber>,
    /// The number as printed, where that differs from the canonical form.
    pub printed: Option<String>,
    /// The sector.
    pub sector: Option<Sector>,
    /// The group the document is addressed to: `TSAG`, `SG17`, `FG-AINN`.
    pub group: Option<String>,
    /// The study period: `2025-2028`.
    pub study_period: Option<String>,
    /// The language of the original.
    pub language: Option<Language>,
    /// Questions: `Q11/17`.
    pub questions: Vec<String>,
    /// Place of the meeting.
    pub place: Option<String>,
    /// First day of the meeting.
    pub start_date: Option<Date>,
    /// Last day of the meeting.
    pub end_date: Option<Date>,
    /// The kind of document as printed: `TD`.
    pub document_type: Option<String>,
    /// Who submits the document.
    pub source: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// What the document is for, as printed.
    pub purpose: Option<String>,
    /// Keywords, in order.
    pub keywords: Vec<String>,
    /// The abstract.
    pub r#abstract: Option<String>,
    /// The words after the label that asks for an action.
    pub action_required: Option<String>,
    /// The contacts, in order.
    pub contacts: Vec<Contact>,
}

/// A person to ask about the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Contact {
    /// Name without honorific.
    pub name: Option<String>,
    /// Role: chair, rapporteur, editor.
    pub role: Option<String>,
    /// Organization.
    pub organization: Option<String>,
    /// Country, as printed.
    pub country: Option<String>,
    /// Telephone number, as printed.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

named! {
    /// Whether a liaison statement comes in or goes out.
    pub enum Direction {
        Incoming = "incoming",
        Outgoing = "outgoing",
    }
}

/// The liaison rows of the cover table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Liaison {
    /// Incoming or outgoing, where that can be told.
    pub direction: Option<Direction>,
    /// Groups asked to act.
    pub for_action: Vec<String>,
    /// Groups asked to comment.
    pub for_comment: Vec<String>,
    /// Groups informed.
    pub for_information: Vec<String>,
    /// Who approved it, and when, as printed.
    pub approval: Option<String>,
    /// The day by which an answer is wanted.
    pub deadline: Option<Date>,
    /// The liaison statement that this one answers.
    pub reply_to: Option<DocumentNumber>,
}
