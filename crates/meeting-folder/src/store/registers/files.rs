//! The files met in the folder, and those in archives.

use std::collections::HashMap;

use meeting_model::MeetingFile;
use rusqlite::{Connection, params};

use super::super::StoreError;
use super::super::writer::ONLY_MEETING;

/// Adds the files; one whose text is there already keeps the identity that it got then.
pub(super) fn add(
    connection: &Connection,
    known: &mut HashMap<String, i64>,
    files: &[MeetingFile],
) -> Result<(), StoreError> {
    files.iter().try_for_each(|file| add_one(connection, known, file, None))
}

fn add_one(
    connection: &Connection,
    known: &mut HashMap<String, i64>,
    file: &MeetingFile,
    archive: Option<(&str, i64)>,
) -> Result<(), StoreError> {
    let path = archive.map_or_else(|| file.file.clone(), |(above, _)| format!("{above}/{}", file.file));
    let next = known.len() as i64 + 1;
    let id = *known.entry(path.clone()).or_insert(next);
    let number = file.number.as_ref().map(ToString::to_string);
    connection.prepare_cached("INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
        params![
            id,
            ONLY_MEETING,
            archive.map(|(_, id)| id),
            path,
            file.status.as_str(),
            number,
            file.language.map(meeting_model::Language::as_str),
            file.kind.map(meeting_model::Kind::as_str),
            file.title,
            file.sha256,
            file.same_as,
            file.reason
        ],
    )?;
    file.holds.iter().try_for_each(|held| add_one(connection, known, held, Some((&path, id))))
}
