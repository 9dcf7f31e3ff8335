//! Writes the database of one meeting, document by document.

use std::collections::HashMap;
use std::path::Path;

use meeting_model::MeetingRecord;
use rusqlite::{Connection, ToSql, params};

use super::text::{PieceRow, Text};
use super::{INDEXES, StoreError, TEXT_INDEXES, make_tables, registers};

/// The meeting of a database that holds one.
pub(super) const ONLY_MEETING: i64 = 1;

/// Rows that one statement adds at most: each number of rows is a statement of its own, which is kept.
pub(super) const ROWS: usize = 32;

/// Statements that are kept: those that add texts, and some more.
const STATEMENTS: usize = ROWS + 64;

/// All but the identity.
const PARAGRAPHS: &str =
    "paragraphs (section_id, label, text, part, block, table_row, table_column, para_id)";

/// A database in the making, without a journal, for the file is new and nobody else's: the texts are one transaction,
/// the record is another.
pub struct Writer {
    connection: Connection,
    /// Statements that add paragraphs: one row, two, and so on.
    inserts: Vec<String>,
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
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let inserts = (1..=ROWS).map(|rows| insert(PARAGRAPHS, 8, rows)).collect();
        Ok(Self { connection, inserts, files: HashMap::new(), sections: 0, paragraphs: 0 })
    }

    /// Adds the text of the document in a file; `path` as the record will name it, archives included.
    pub fn add_text(&mut self, path: &str, text: &Text) -> Result<(), StoreError> {
        let file = self.file(path);
        let first = self.sections + 1;
        let mut insert =
            self.connection.prepare_cached("INSERT INTO sections VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?;
        for row in &text.sections {
            self.sections += 1;
            insert.execute(params![
                self.sections,
                file,
                row.parent.map(|parent| first + parent as i64),
                text.get_some(row.number.as_ref()),
                text.get_some(row.title.as_ref()),
                row.level,
                text.get(&row.part),
                row.block as i64
            ])?;
        }
        drop(insert);
        self.add_pieces(text, first)
    }

    fn add_pieces(&mut self, text: &Text, first: i64) -> Result<(), StoreError> {
        for rows in text.pieces.chunks(ROWS) {
            self.add_paragraphs(text, rows, first)?;
            self.add_words(text, rows)?;
            self.paragraphs += rows.len() as i64;
        }
        Ok(())
    }

    /// Adds rows by one statement, and lets SQLite count them: for an identity that is no number a statement might fail.
    fn add_paragraphs(&self, text: &Text, rows: &[PieceRow], first: i64) -> Result<(), StoreError> {
        let mut insert = self.connection.prepare_cached(&self.inserts[rows.len() - 1])?;
        let mut column = 0;
        for row in rows {
            let values: [&dyn ToSql; 8] = [
                &(first + row.section as i64),
                &text.get_some(row.label.as_ref()),
                &text.get(&row.text),
                &text.get_some(row.part.as_ref()),
                &(row.block as i64),
                &row.cell.map(|(row, _)| row as i64),
                &row.cell.map(|(_, column)| column as i64),
                &text.get_some(row.para_id.as_ref()),
            ];
            for value in values {
                column += 1;
                insert.raw_bind_parameter(column, value)?;
            }
        }
        insert.raw_execute()?;
        Ok(())
    }

    /// Adds words row by row: FTS5 would note how to undo a statement that adds several, and write its words out first.
    fn add_words(&self, text: &Text, rows: &[PieceRow]) -> Result<(), StoreError> {
        let mut insert =
            self.connection.prepare_cached("INSERT INTO paragraph_words (rowid, text) VALUES (?, ?)")?;
        for (row, id) in rows.iter().zip(self.paragraphs + 1..) {
            insert.execute(params![id, text.get(row.words.as_ref().unwrap_or(&row.text))])?;
        }
        Ok(())
    }

    /// The identity of a file, given when it is first asked for.
    fn file(&mut self, path: &str) -> i64 {
        let next = self.files.len() as i64 + 1;
        *self.files.entry(path.to_owned()).or_insert(next)
    }

    /// Writes out the texts, all of which are there, and makes their indexes: meanwhile the record can be made. Called
    /// once, before [`finish`](Self::finish).
    pub fn settle(&mut self) -> Result<(), StoreError> {
        self.connection.execute_batch("COMMIT;")?;
        self.connection.execute_batch(TEXT_INDEXES)?;
        self.connection.execute_batch("BEGIN;")?;
        Ok(())
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

/// A statement that adds rows of so many columns. Where it fails, all is undone, which is the end of this database: by
/// SQLite's usual rule it would first note how to undo this statement alone, and have FTS5 write its words out.
pub(super) fn insert(table: &str, columns: usize, rows: usize) -> String {
    let row = format!("(?{})", ", ?".repeat(columns - 1));
    format!("INSERT OR ROLLBACK INTO {table} VALUES {row}{}", format!(", {row}").repeat(rows - 1))
}

/// What a meeting is called.
pub(super) struct Identity<'a> {
    pub key: &'a str,
    pub folder: &'a str,
}
