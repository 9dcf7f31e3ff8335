//! The tables of an action plan.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DocumentNumber, Location};

/// The action-plan tables of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ActionPlan {
    /// The elements of the plan.
    pub items: Vec<ActionPlanItem>,
    /// The points that were considered, and where they went.
    pub considerations: Vec<Consideration>,
    /// The documents it was made from.
    pub sources: Vec<ActionPlanSource>,
}

/// An element of the plan, with what the table says under each of its labels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ActionPlanItem {
    /// The identifier: `AP1.1`.
    pub id: Option<String>,
    /// Every identifier under which the element goes, its own first.
    pub ids: Vec<String>,
    /// The short name.
    pub short_name: Option<String>,
    /// The objective.
    pub objective: Option<String>,
    /// Key outcomes.
    pub key_outcomes: Option<String>,
    /// Indicators of the key outcomes.
    pub key_outcome_indicators: Option<String>,
    /// Implementation strategies.
    pub implementation_strategies: Option<String>,
    /// Enablers.
    pub enablers: Option<String>,
    /// Services of ITU that help.
    pub itu_services: Option<String>,
    /// Learning and feedback.
    pub learning_and_feedback: Option<String>,
    /// Proposed actions, in order.
    pub proposed_actions: Vec<ProposedAction>,
    /// Where it was found.
    pub at: Location,
}

/// An action proposed within an element of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ProposedAction {
    /// The identifier.
    pub id: Option<String>,
    /// The identifier that it applies to, where the element has several.
    pub applies_to: Option<String>,
    /// What is to be done.
    pub text: String,
}

/// A point that was considered for the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Consideration {
    /// The number as printed.
    pub number: Option<String>,
    /// The point.
    pub point: String,
    /// The sessions in which it came up.
    pub sessions: Vec<String>,
    /// The actions proposed.
    pub proposed_actions: Vec<String>,
    /// Who should act.
    pub target_entities: Vec<String>,
    /// The element of the plan in which it should go, as printed.
    pub target_document: Option<String>,
    /// Comments.
    pub comments: Option<String>,
    /// Where it was found.
    pub at: Location,
}

/// A document that the plan was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ActionPlanSource {
    /// The document's number.
    pub number: Option<DocumentNumber>,
    /// The number as printed, where that differs from the canonical form.
    pub printed: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The meeting it was submitted to.
    pub meeting: Option<String>,
    /// The (first) day of that meeting.
    pub date: Option<Date>,
    /// The last day of that meeting, where one is printed.
    pub end_date: Option<Date>,
    /// Where it was found.
    pub at: Location,
}
