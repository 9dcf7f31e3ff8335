//! Action-plan tables: the elements of the plan, the points considered for it, the documents it was made from.

mod considerations;
mod draft;
mod identifiers;
mod items;
mod proposed;
mod sources;
#[cfg(test)]
mod tests;

use meeting_model::ActionPlan;

use crate::found::Reading;
use crate::lists::logical;

/// Reads the tables of an action plan; without any there is no plan.
pub(crate) fn read(reading: &Reading<'_>) -> Option<ActionPlan> {
    let tables = logical::tables(reading.outline);
    let items = items::read(&tables, reading);
    let considerations = considerations::read(&tables, reading);
    let is_plan = !items.is_empty() || !considerations.is_empty();
    let sources = sources::read(&tables, is_plan, reading);
    (is_plan || !sources.is_empty()).then_some(ActionPlan { items, considerations, sources })
}
