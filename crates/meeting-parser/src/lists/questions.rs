//! Questions of the body's tables.

use meeting_model::Question;

use crate::found::Reading;

/// Reads the list.
pub(crate) fn read(reading: &Reading<'_>) -> Vec<Question> {
    let _ = reading;
    Vec::new()
}
