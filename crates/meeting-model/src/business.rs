//! The business of a meeting: items, what was decided on them, and who must act.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DocumentNumber, Location};

named! {
    /// How a piece of business stands in the document.
    #[derive(Default)]
    pub enum ItemKind {
        Heading = "heading",
        Row = "row",
        #[default]
        Paragraph = "paragraph",
    }
}

named! {
    /// What was asked before the meeting.
    pub enum Proposed {
        ToNote = "to_note",
        ToConsider = "to_consider",
        ToDiscuss = "to_discuss",
        ToApprove = "to_approve",
        ToReview = "to_review",
        ToEndorse = "to_endorse",
        ToAgree = "to_agree",
    }
}

named! {
    /// What happened to a document or an item.
    pub enum Outcome {
        Presented = "presented",
        NotPresented = "not_presented",
        Introduced = "introduced",
        Reviewed = "reviewed",
        Discussed = "discussed",
        Considered = "considered",
        Noted = "noted",
        Agreed = "agreed",
        Approved = "approved",
        Endorsed = "endorsed",
        Adopted = "adopted",
        Accepted = "accepted",
        Determined = "determined",
        Consented = "consented",
        Decided = "decided",
        Deferred = "deferred",
        CarriedForward = "carried_forward",
        Withdrawn = "withdrawn",
    }
}

/// A numbered piece of business, in document order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Item {
    /// The number as displayed, without a closing stop.
    pub number: Option<String>,
    /// How it stands in the document.
    pub kind: ItemKind,
    /// Number of the heading above it.
    pub section: Option<String>,
    /// The title; a paragraph has none.
    pub title: Option<String>,
    /// Who submitted it.
    pub sources: Vec<String>,
    /// The documents under it.
    pub documents: Vec<ItemDocument>,
    /// What was asked before the meeting; a set.
    pub proposed: Vec<Proposed>,
    /// What happened; a set.
    pub outcomes: Vec<Outcome>,
    /// Who presented it.
    pub presented_by: Option<String>,
    /// The discussion.
    pub text: Option<String>,
    /// Where it was found.
    pub at: Location,
}

/// A document under an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ItemDocument {
    /// The document.
    pub number: DocumentNumber,
    /// The part of the document that is meant: `D.3`.
    #[serde(default)]
    pub part: Option<String>,
    /// False in parentheses or where the item says so; null where nothing can be told from the print.
    #[serde(default)]
    pub introduced: Option<bool>,
}

named! {
    /// The main verb of a decision.
    pub enum Verb {
        Noted = "noted",
        Agreed = "agreed",
        Approved = "approved",
        Endorsed = "endorsed",
        Adopted = "adopted",
        Accepted = "accepted",
        Determined = "determined",
        Consented = "consented",
        Decided = "decided",
        Requested = "requested",
        Invited = "invited",
        Recommended = "recommended",
        Appointed = "appointed",
        Established = "established",
        CarriedForward = "carried_forward",
        Deferred = "deferred",
        Concluded = "concluded",
        Deleted = "deleted",
    }
}

named! {
    /// How sure the reader of the document is, the surest last. Data written by hand is sure.
    #[derive(Default)]
    pub enum Confidence {
        Low = "low",
        Medium = "medium",
        #[default]
        High = "high",
    }
}

/// A statement by which the meeting, or a body, disposes of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Decision {
    /// The main verb.
    pub verb: Verb,
    /// Who decides: `the meeting`, `TSAG`.
    #[serde(default)]
    pub by: Option<String>,
    /// Number of the item or section.
    #[serde(default)]
    pub item: Option<String>,
    /// The documents decided upon.
    #[serde(default)]
    pub documents: Vec<DocumentNumber>,
    /// The sentence.
    pub text: String,
    /// Kebab-case name of the rule that found it.
    #[serde(default)]
    pub rule: String,
    /// How sure that rule is here.
    #[serde(default)]
    pub confidence: Confidence,
    /// Where it was found.
    #[serde(default)]
    pub at: Location,
}

named! {
    /// The state of an action.
    #[derive(Default)]
    pub enum Status {
        #[default]
        Open = "open",
        Done = "done",
        Cancelled = "cancelled",
    }
}

named! {
    /// Where an action comes from: an action list, an "Action:" line within an item, the cover table, a
    /// sentence in prose, an action plan.
    #[derive(Default)]
    pub enum Origin {
        #[default]
        List = "list",
        Item = "item",
        Cover = "cover",
        Sentence = "sentence",
        Plan = "plan",
    }
}

/// Something that somebody must do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Action {
    /// The identifier: `RG-IES-1`.
    pub id: Option<String>,
    /// Who must act.
    pub assignee: Option<String>,
    /// What is to be done, without label and identifier.
    pub text: String,
    /// Whom the assignee is to ask.
    pub requested_of: Option<String>,
    /// The documents named in it.
    pub documents: Vec<DocumentNumber>,
    /// The day by which it is due.
    pub due: Option<Date>,
    /// Its points, without their labels.
    pub sub_items: Vec<String>,
    /// Number of the item or of the heading over the list.
    pub item: Option<String>,
    /// Its state.
    pub status: Status,
    /// Where it comes from.
    pub origin: Origin,
    /// The `id` of the listed action that this one repeats.
    pub same_as: Option<String>,
    /// Kebab-case name of the rule that found it.
    pub rule: String,
    /// How sure that rule is here.
    pub confidence: Confidence,
    /// Where it was found.
    pub at: Location,
}
