//! The data of ITU meeting documents.
//!
//! Plain structs, one per notion of the contracts `rapporteur/document/1` and `rapporteur/meeting/1`, that know how they stand in JSON
//! and describe themselves as JSON Schema; document numbers and file names, which have a grammar of their own.
//!
//! A value that a document does not state is `None` or an empty list and is written as `null` or `[]`; JSON
//! written by hand may leave such fields out. Every extracted element says `at` which place it was found.

#[macro_use]
mod names;
#[macro_use]
mod text_form;

mod action_plan;
mod business;
mod document;
mod header;
mod liaisons;
mod lists;
mod meetings;
mod outline;
mod place;
mod record;
mod schema;
mod texts;
mod time;

pub mod file_name;
pub mod number;

pub use action_plan::{ActionPlan, ActionPlanItem, ActionPlanSource, Consideration, ProposedAction};
pub use business::{
    Action, Confidence, Decision, Item, ItemDocument, ItemKind, Origin, Outcome, Proposed, Status, Verb,
};
pub use document::{Document, FileInfo, Kind, SCHEMA, SchemaName};
pub use file_name::{FileName, FileNameError};
pub use header::{Contact, Direction, Header, Language, Liaison, Sector};
pub use liaisons::OutgoingLiaison;
pub use lists::{Allocation, ListedDocument, Reference};
pub use meetings::{Group, GroupKind, Meeting, MeetingStatus, Officer, Person};
pub use names::UnknownName;
pub use number::{DocumentNumber, FoundNumber, NumberError, NumberGrammar, NumberWords};
pub use outline::{Block, Paragraph, Section, Span, Table};
pub use place::{Diagnostic, Location, Severity};
pub use record::{
    Edge, EdgeKind, FileStatus, Finding, Indexed, LiaisonEntry, Listed, MeetingFacts, MeetingFile,
    MeetingRecord, MergedItem, MissingDocument, NumberedBy, Proceedings, RECORD_SCHEMA, RecordSchemaName,
    RegisterEntry, Sourced,
};
pub use texts::{
    Process, Question, Revision, TermsOfReference, Text, TextEvent, TextKind, WorkItem, WorkItemStatus,
};
pub use time::{ClockTime, Month, TimeError};
