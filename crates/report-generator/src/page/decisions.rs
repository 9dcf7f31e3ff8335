//! The decisions.

use serde::Serialize;

use super::links::Link;
use super::view::Of;
use crate::labels::label_of;

/// A row of the decisions.
#[derive(Clone, Debug, Serialize)]
pub(super) struct DecisionRow {
    pub id: String,
    /// The place among all.
    pub position: usize,
    pub verb: String,
    pub text: String,
    pub by: String,
    pub item: Vec<Link>,
    pub documents: Vec<Link>,
    pub found_in: Vec<Link>,
}

/// All decisions, in the order of the record.
pub(super) fn rows(of: &Of<'_>) -> Vec<DecisionRow> {
    let all = of.record.decisions.iter().zip(&of.decision_ids).enumerate();
    let row = |(at, (one, id)): (usize, (&meeting_model::Sourced<meeting_model::Decision>, &String))| {
        let decision = &one.element;
        DecisionRow {
            id: id.clone(),
            position: at + 1,
            verb: label_of(&of.labels.verbs, decision.verb.as_str()),
            text: decision.text.clone(),
            by: decision.by.clone().unwrap_or_default(),
            item: decision.item.iter().map(|item| of.anchors.item_number(item)).collect(),
            documents: of.anchors.numbers(&decision.documents),
            found_in: of.anchors.numbers(&one.found_in),
        }
    };
    all.map(row).collect()
}
