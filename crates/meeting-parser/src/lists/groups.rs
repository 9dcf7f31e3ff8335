//! Groups of the body's tables.

use meeting_model::Group;

use crate::found::Reading;

/// Reads the list.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Group> {
    let _ = reading;
    Vec::new()
}
