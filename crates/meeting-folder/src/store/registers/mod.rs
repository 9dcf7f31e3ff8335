//! A record in the tables.

mod business;
mod documents;
mod files;
mod findings;
mod rows;

use std::collections::HashMap;

use meeting_model::MeetingRecord;
use rusqlite::{Connection, params};

use super::writer::{Identity, ONLY_MEETING};
use super::{StoreError, registers::rows::Rows};

/// Adds all tables of a record. `files` are the identities given to the files whose text is there already.
pub(super) fn add(
    connection: &Connection,
    files: &mut HashMap<String, i64>,
    identity: &Identity<'_>,
    record: &MeetingRecord,
) -> Result<(), StoreError> {
    let meeting = &record.meeting;
    connection.execute(
        "INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            ONLY_MEETING,
            identity.key,
            identity.folder,
            meeting.group,
            meeting.place,
            day(meeting.start_date),
            day(meeting.end_date),
            meeting.study_period,
            meeting.title
        ],
    )?;
    files::add(connection, files, &record.files)?;
    let mut rows = Rows::new(connection);
    documents::add(&mut rows, files, &record.register)?;
    business::add(&mut rows, record)?;
    findings::add(&mut rows, record)?;
    rows.finish()
}

/// A day as SQLite's functions of dates read it.
fn day(day: Option<jiff::civil::Date>) -> Option<String> {
    day.map(|day| day.to_string())
}
