//! WorkItems of the body's tables.

use meeting_model::WorkItem;

use crate::found::Reading;

/// Reads the list.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<WorkItem> {
    let _ = reading;
    Vec::new()
}
