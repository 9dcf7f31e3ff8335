//! Allocations of the body's tables.

use meeting_model::Allocation;

use crate::found::Reading;

/// Reads the list.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Allocation> {
    let _ = reading;
    Vec::new()
}
