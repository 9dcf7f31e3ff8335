//! Rows of the kinds that every register has: things of the meeting, what they have several of, documents they name.

use std::collections::{BTreeMap, HashMap};

use meeting_model::{DocumentNumber, Location};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::super::StoreError;
use super::super::writer::ONLY_MEETING;

/// Writes rows and counts them.
pub(super) struct Rows<'a> {
    connection: &'a Connection,
    /// The last identity of each table, and the statement that adds a row to it.
    tables: BTreeMap<&'static str, (i64, String)>,
    /// Documents by the numbers of their revisions.
    pub documents: HashMap<String, i64>,
}

impl<'a> Rows<'a> {
    pub fn new(connection: &'a Connection) -> Self {
        Self { connection, tables: BTreeMap::new(), documents: HashMap::new() }
    }

    /// Adds a row: the next identity, then the values.
    pub fn add(&mut self, table: &'static str, values: Vec<Value>) -> Result<i64, StoreError> {
        let statement = || format!("INSERT INTO {table} VALUES (?{})", ", ?".repeat(values.len()));
        let (id, insert) = self.tables.entry(table).or_insert_with(|| (0, statement()));
        *id += 1;
        let mut insert = self.connection.prepare_cached(insert)?;
        insert.execute(params_from_iter([Value::Integer(*id)].into_iter().chain(values)))?;
        Ok(*id)
    }

    /// Adds a row of something that the meeting has in this order.
    pub fn add_of_meeting(
        &mut self,
        table: &'static str,
        position: usize,
        values: Vec<Value>,
    ) -> Result<i64, StoreError> {
        let head = [Value::Integer(ONLY_MEETING), Value::Integer(position as i64 + 1)];
        self.add(table, head.into_iter().chain(values).collect())
    }

    /// Adds what something has several of.
    pub fn facts<T: ToString>(
        &mut self,
        table: &'static str,
        owner: i64,
        role: &str,
        values: impl IntoIterator<Item = T>,
    ) -> Result<(), StoreError> {
        for (position, value) in (1..).zip(values) {
            let values = vec![
                owner.into(),
                role.to_owned().into(),
                Value::Integer(position),
                value.to_string().into(),
            ];
            self.add(table, values)?;
        }
        Ok(())
    }

    /// Adds the documents that something names, each with its row among the documents where it has one.
    pub fn numbers(
        &mut self,
        table: &'static str,
        owner: i64,
        role: &str,
        numbers: &[DocumentNumber],
    ) -> Result<(), StoreError> {
        for (position, number) in (1..).zip(numbers) {
            let document = self.document(number);
            let values = vec![
                owner.into(),
                role.to_owned().into(),
                Value::Integer(position),
                number.to_string().into(),
                document,
            ];
            self.add(table, values)?;
        }
        Ok(())
    }

    /// The document of a number, if the register has it.
    pub fn document(&self, number: &DocumentNumber) -> Value {
        self.documents.get(&number.to_string()).map_or(Value::Null, |id| Value::Integer(*id))
    }

    /// Adds a file to a revision of a document.
    pub fn revision_file(&mut self, revision: i64, language: &str, file: i64) -> Result<(), StoreError> {
        let values = vec![revision.into(), language.to_owned().into(), file.into()];
        self.add("revision_files", values).map(drop)
    }
}

/// A value that may be absent.
pub(super) fn optional<T: ToString>(value: Option<&T>) -> Value {
    value.map_or(Value::Null, |value| Value::Text(value.to_string()))
}

/// A value that is there.
pub(super) fn text(value: &(impl ToString + ?Sized)) -> Value {
    Value::Text(value.to_string())
}

/// The columns of a place.
pub(super) fn place(at: &Location) -> [Value; 7] {
    let count = |count: Option<usize>| count.map_or(Value::Null, |count| Value::Integer(count as i64));
    [
        text(&at.part),
        count(Some(at.block)),
        count(at.row),
        count(at.column),
        count(at.paragraph),
        optional(at.para_id.as_ref()),
        optional(at.heading.as_ref()),
    ]
}
