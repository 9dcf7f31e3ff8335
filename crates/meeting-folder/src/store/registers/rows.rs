//! Rows of the kinds that every register has: things of the meeting, what they have several of, documents they name.

use std::collections::BTreeMap;
use std::mem::take;

use foldhash::{HashMap, HashMapExt as _};
use meeting_model::{DocumentNumber, Location};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::super::StoreError;
use super::super::writer::{ONLY_MEETING, ROWS, insert};

/// Writes rows and counts them: those of a table several at once, the last when all are [`finish`](Self::finish)ed.
pub(super) struct Rows<'a> {
    connection: &'a Connection,
    tables: BTreeMap<&'static str, Table>,
    /// Documents by the numbers of their revisions.
    pub documents: HashMap<DocumentNumber, i64>,
}

/// A table in the making.
#[derive(Default)]
struct Table {
    /// The last identity.
    last: i64,
    columns: usize,
    /// The values of the rows that wait to be written.
    waiting: Vec<Value>,
}

impl<'a> Rows<'a> {
    pub fn new(connection: &'a Connection) -> Self {
        Self { connection, tables: BTreeMap::new(), documents: HashMap::new() }
    }

    /// Adds a row: the next identity, then the values.
    pub fn add(&mut self, table: &'static str, values: Vec<Value>) -> Result<i64, StoreError> {
        let rows = self.tables.entry(table).or_default();
        rows.last += 1;
        rows.columns = 1 + values.len();
        rows.waiting.push(Value::Integer(rows.last));
        rows.waiting.extend(values);
        if rows.waiting.len() == ROWS * rows.columns {
            rows.write(self.connection, table)?;
        }
        Ok(rows.last)
    }

    /// Writes the rows that wait.
    pub fn finish(mut self) -> Result<(), StoreError> {
        self.tables.iter_mut().try_for_each(|(table, rows)| rows.write(self.connection, table))
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
        self.documents.get(number).map_or(Value::Null, |id| Value::Integer(*id))
    }

    /// Adds a file to a revision of a document.
    pub fn revision_file(&mut self, revision: i64, language: &str, file: i64) -> Result<(), StoreError> {
        let values = vec![revision.into(), language.to_owned().into(), file.into()];
        self.add("revision_files", values).map(drop)
    }
}

impl Table {
    fn write(&mut self, connection: &Connection, table: &str) -> Result<(), StoreError> {
        let values = take(&mut self.waiting);
        if !values.is_empty() {
            let insert = insert(table, self.columns, values.len() / self.columns);
            connection.prepare_cached(&insert)?.execute(params_from_iter(values))?;
        }
        Ok(())
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
