//! Texts of the body's tables.

use meeting_model::Text;

use crate::found::Reading;

/// Reads the list.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Text> {
    let _ = reading;
    Vec::new()
}
