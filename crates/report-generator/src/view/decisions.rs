//! Decisions.

use schemars::JsonSchema;
use serde::Serialize;

use super::items::{Business, ItemDocumentView};
use super::text;
use crate::labels::label_of;

/// A statement by which the meeting, or a body, disposes of a matter.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DecisionView {
    /// The main verb: `agreed`.
    pub verb: String,
    /// The verb in the words of the language: `Agreed`.
    pub label: String,
    /// Who decides.
    pub by: String,
    /// Number of the item or section.
    pub item: String,
    /// The title of that item.
    pub item_title: String,
    /// The documents decided upon.
    pub documents: Vec<ItemDocumentView>,
    /// The sentence.
    pub text: String,
    /// The number of the document that states it.
    pub found_in: String,
    /// Its link.
    pub url: String,
}

pub(super) fn all(business: &Business<'_>) -> Vec<DecisionView> {
    business.document.decisions.iter().map(|decision| view(business, decision)).collect()
}

pub(super) fn view(business: &Business<'_>, decision: &meeting_model::Decision) -> DecisionView {
    let (found_in, url) = business.origin();
    DecisionView {
        verb: decision.verb.to_string(),
        label: label_of(&business.labels.verbs, decision.verb.as_str()),
        by: text(decision.by.as_ref()),
        item: text(decision.item.as_ref()),
        item_title: business.title_of(decision.item.as_deref()),
        documents: decision.documents.iter().map(|number| business.number(number)).collect(),
        text: decision.text.clone(),
        found_in,
        url,
    }
}
