//! The database: a meeting's record in tables, and the words of all its paragraphs.
//!
//! [`Writer`] makes one for one meeting; [`add_meeting`] copies a meeting into a store of many; [`search`] and
//! [`open_actions`] ask either. The tables stand in `schema.sql`.

mod copy;
mod error;
mod open_actions;
mod registers;
mod search;
mod snippet;
mod text;
mod words;
mod writer;

#[cfg(test)]
mod tests;

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

pub use copy::add_meeting;
pub use error::StoreError;
pub use open_actions::{OpenAction, Sighting, open_actions};
pub use search::{Hit, Place, search};
pub use snippet::Snippet;
pub use text::Text;
pub use writer::Writer;

/// `PRAGMA application_id` of our databases: "Rapp".
const APPLICATION: i32 = 0x5261_7070;

/// `PRAGMA user_version`: raised with every change of `schema.sql`, and of the words that the index holds: by these a
/// meeting is taken out of a store.
const VERSION: i32 = 2;

const SCHEMA: &str = include_str!("schema.sql");
const INDEXES: &str = include_str!("indexes.sql");
const STORE_INDEXES: &str = include_str!("store_indexes.sql");

/// Opens a database for reading.
fn open(path: &Path) -> Result<Connection, StoreError> {
    if !path.is_file() {
        return Err(StoreError::Absent);
    }
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    check_version(&connection)?;
    Ok(connection)
}

/// Refuses a file that is no database of ours, or one of another version.
fn check_version(connection: &Connection) -> Result<(), StoreError> {
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    if pragma("application_id").map_err(|_| StoreError::NotOurs)? != APPLICATION {
        return Err(StoreError::NotOurs);
    }
    match pragma("user_version")? {
        VERSION => Ok(()),
        found => Err(StoreError::Version { found, expected: VERSION }),
    }
}

/// Marks a database as ours and makes its tables.
fn make_tables(connection: &Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "application_id", APPLICATION)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    connection.execute_batch(SCHEMA)?;
    Ok(())
}
