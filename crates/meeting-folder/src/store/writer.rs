//! Writes the database of one meeting, document by document.

use std::collections::HashMap;
use std::path::Path;

use meeting_model::{Document, MeetingRecord, Section};
use rusqlite::{Connection, params};

use super::paragraphs::{Piece, pieces};
use super::{INDEXES, StoreError, make_tables, registers, words};

/// The meeting of a database that holds one.
pub(super) const ONLY_MEETING: i64 = 1;

/// A database in the making: one transaction, without a journal, for the file is new and nobody else's.
pub struct Writer {
    connection: Connection,
    files: HashMap<String, i64>,
    sections: i64,
    paragraphs: i64,
}

impl Writer {
    /// A new database at a path where there is none yet.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
             PRAGMA temp_store = MEMORY; PRAGMA cache_size = -24000; PRAGMA foreign_keys = OFF;",
        )?;
        make_tables(&connection)?;
        // Larger pieces of the index are written once each instead of being merged again and again.
        connection.execute_batch(
            "INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('automerge', 0);
             INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('crisismerge', 256);
             INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('hashsize', 16777216);
             BEGIN;",
        )?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Self { connection, files: HashMap::new(), sections: 0, paragraphs: 0 })
    }

    /// Adds the text of the document in a file; `path` as the record will name it, archives included.
    pub fn add_text(&mut self, path: &str, document: &Document) -> Result<(), StoreError> {
        let file = self.file(path);
        self.add_sections(file, None, &document.sections)
    }

    fn add_sections(
        &mut self,
        file: i64,
        parent: Option<i64>,
        sections: &[Section],
    ) -> Result<(), StoreError> {
        for section in sections {
            self.sections += 1;
            let id = self.sections;
            self.connection.prepare_cached("INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
                params![
                    id,
                    file,
                    parent,
                    section.number,
                    section.title,
                    section.level,
                    section.at.part,
                    section.at.block as i64
                ],
            )?;
            self.add_pieces(id, section)?;
            self.add_sections(file, Some(id), &section.sections)?;
        }
        Ok(())
    }

    fn add_pieces(&mut self, id: i64, section: &Section) -> Result<(), StoreError> {
        let mut plain =
            self.connection.prepare_cached("INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")?;
        let mut index =
            self.connection.prepare_cached("INSERT INTO paragraph_words (rowid, words) VALUES (?, ?)")?;
        let last = &mut self.paragraphs;
        pieces(section, |Piece { label, text, at, cell }| {
            *last += 1;
            let part = (at.part != section.at.part).then_some(&at.part);
            plain.execute(params![
                *last,
                id,
                label,
                text,
                part,
                at.block as i64,
                cell.map(|(row, _)| row as i64),
                cell.map(|(_, column)| column as i64),
                at.para_id
            ])?;
            index.execute(params![*last, words::indexed(text)])?;
            Ok(())
        })
    }

    /// The identity of a file, given when it is first asked for.
    fn file(&mut self, path: &str) -> i64 {
        let next = self.files.len() as i64 + 1;
        *self.files.entry(path.to_owned()).or_insert(next)
    }

    /// Adds the tables of the record and closes the database. `key` tells the meeting from others in a store.
    pub fn finish(mut self, key: &str, folder: &str, record: &MeetingRecord) -> Result<(), StoreError> {
        registers::add(&self.connection, &mut self.files, &Identity { key, folder }, record)?;
        self.connection.execute_batch("COMMIT;")?;
        self.connection.execute_batch(INDEXES)?;
        self.connection.execute_batch(
            "INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('automerge', 4);
             INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('crisismerge', 16);",
        )?;
        self.connection.close().map_err(|(_, error)| error.into())
    }
}

/// What a meeting is called.
pub(super) struct Identity<'a> {
    pub key: &'a str,
    pub folder: &'a str,
}
