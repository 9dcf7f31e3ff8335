//! Action-plan tables.

use meeting_model::ActionPlan;

use crate::found::Reading;

/// Reads the tables of an action plan; without any there is no plan.
pub(crate) fn read(reading: &Reading<'_>) -> Option<ActionPlan> {
    let _ = reading;
    None
}
