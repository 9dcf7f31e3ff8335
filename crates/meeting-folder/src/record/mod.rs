//! The units of a folder as one record.

use meeting_model::MeetingRecord;

use crate::unit::Unit;

/// Puts the units of a whole folder together. The order of the units does not matter.
pub fn record(units: &[Unit]) -> MeetingRecord {
    let mut files: Vec<_> = units.iter().map(|unit| unit.file.clone()).collect();
    files.sort_by(|one, other| one.file.cmp(&other.file));
    MeetingRecord { files, ..MeetingRecord::default() }
}
