//! Writes the database of one meeting, document by document.

use std::collections::HashMap;
use std::path::Path;

use meeting_model::MeetingRecord;
use rusqlite::{Connection, Statement, params};

use super::text::{Kept, PieceRow, Text};
use super::{INDEXES, StoreError, make_tables, registers};

/// The meeting of a database that holds one.
pub(super) const ONLY_MEETING: i64 = 1;

/// Rows that one statement adds at most: each number of rows is a statement of its own, which is kept.
pub(super) const ROWS: usize = 32;

/// Statements that are kept: those that add texts, and some more.
const STATEMENTS: usize = ROWS + 64;

/// All but the identity.
const PARAGRAPHS: &str =
    "paragraphs (section_id, label, text, part, block, table_row, table_column, para_id)";

/// Columns of these.
const COLUMNS: usize = 8;

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
             PRAGMA temp_store = MEMORY; PRAGMA cache_size = -24000; PRAGMA foreign_keys = OFF;
             BEGIN;",
        )?;
        make_tables(&connection)?;
        // Larger pieces of the index are written once each instead of being merged again and again.
        connection.execute_batch(
            "INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('automerge', 0);
             INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('crisismerge', 256);
             INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('hashsize', 16777216);",
        )?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let inserts = (1..=ROWS).map(|rows| insert(PARAGRAPHS, COLUMNS, rows)).collect();
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
        let mut words =
            self.connection.prepare_cached("INSERT INTO paragraph_words (rowid, text) VALUES (?, ?)")?;
        for rows in text.pieces.chunks(ROWS) {
            let mut paragraphs = self.connection.prepare_cached(&self.inserts[rows.len() - 1])?;
            add_paragraphs(&mut paragraphs, text, rows, first)?;
            add_words(&mut words, text, rows, self.paragraphs)?;
            self.paragraphs += rows.len() as i64;
        }
        Ok(())
    }

    /// The identity of a file, given when it is first asked for.
    fn file(&mut self, path: &str) -> i64 {
        let next = self.files.len() as i64 + 1;
        *self.files.entry(path.to_owned()).or_insert(next)
    }

    /// Writes out the texts, all of which are there: meanwhile the record can be made. Called once, before
    /// [`finish`](Self::finish).
    pub fn settle(&mut self) -> Result<(), StoreError> {
        self.connection.execute_batch("COMMIT; BEGIN;")?;
        Ok(())
    }

    /// Adds the tables of the record and closes the database. `key` tells the meeting from others in a store.
    pub fn finish(mut self, key: &str, folder: &str, record: &MeetingRecord) -> Result<(), StoreError> {
        registers::add(&self.connection, &mut self.files, &Identity { key, folder }, record)?;
        self.connection.execute_batch(INDEXES)?;
        self.connection.execute_batch(
            "INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('automerge', 4);
             INSERT INTO paragraph_words (paragraph_words, rank) VALUES ('crisismerge', 16);
             COMMIT;",
        )?;
        self.connection.close().map_err(|(_, error)| error.into())
    }
}

/// Adds rows by one statement, all of whose parameters are null, and lets SQLite count them: for an identity that is no
/// number a statement might fail.
fn add_paragraphs(
    insert: &mut Statement<'_>,
    text: &Text,
    rows: &[PieceRow],
    first: i64,
) -> Result<(), StoreError> {
    for (row, columns) in rows.iter().zip((0..).step_by(COLUMNS)) {
        // What is null stays so: half of the values are.
        let mut bind_text = |column: usize, kept: &Option<Kept>| match kept {
            Some(kept) => insert.raw_bind_parameter(columns + column, text.get(kept)),
            None => Ok(()),
        };
        bind_text(2, &row.label)?;
        bind_text(4, &row.part)?;
        bind_text(8, &row.para_id)?;
        insert.raw_bind_parameter(columns + 1, first + row.section as i64)?;
        insert.raw_bind_parameter(columns + 3, text.get(&row.text))?;
        insert.raw_bind_parameter(columns + 5, row.block as i64)?;
        if let Some((table_row, table_column)) = row.cell {
            insert.raw_bind_parameter(columns + 6, table_row as i64)?;
            insert.raw_bind_parameter(columns + 7, table_column as i64)?;
        }
    }
    insert.raw_execute()?;
    Ok(())
}

/// Adds words row by row: FTS5 would note how to undo a statement that adds several, and write its words out first.
fn add_words(
    insert: &mut Statement<'_>,
    text: &Text,
    rows: &[PieceRow],
    before: i64,
) -> Result<(), StoreError> {
    for (row, id) in rows.iter().zip(before + 1..) {
        insert.raw_bind_parameter(1, id)?;
        insert.raw_bind_parameter(2, text.get(row.words.as_ref().unwrap_or(&row.text)))?;
        insert.raw_execute()?;
    }
    Ok(())
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
