//! A meeting of one database into a store of many.

use std::path::Path;

use rusqlite::{Connection, ToSql, Transaction, params};

use super::{INDEXES, STORE_INDEXES, StoreError, check_version, make_tables, words};

/// Copies the meeting of a database into a store, which is made where there is none. A meeting of the same key is
/// replaced. Nothing of it is seen by others before all of it is there.
pub fn add_meeting(store: &Path, database: &Path) -> Result<(), StoreError> {
    let mut connection = Connection::open(store)?;
    connection.busy_timeout(std::time::Duration::from_secs(60))?;
    if connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))? == 0 {
        let tables = connection.transaction()?;
        make_tables(&tables)?;
        tables.execute_batch(INDEXES)?;
        tables.execute_batch(STORE_INDEXES)?;
        tables.commit()?;
    }
    check_version(&connection)?;
    connection.execute("ATTACH ? AS new", [database.to_string_lossy()])?;
    let transaction = connection.transaction()?;
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON;")?;
    remove_same(&transaction)?;
    copy_tables(&transaction)?;
    transaction.commit()?;
    Ok(())
}

/// Takes out the meeting that has the new one's key, with its words; its other rows go with it.
fn remove_same(store: &Transaction<'_>) -> Result<(), StoreError> {
    let words = "SELECT paragraphs.id, paragraphs.text FROM main.paragraphs
         JOIN main.sections ON sections.id = paragraphs.section_id
         JOIN main.files ON files.id = sections.file_id
         JOIN main.meetings ON meetings.id = files.meeting_id
         WHERE meetings.key IN (SELECT key FROM new.meetings)";
    let remove = "INSERT INTO main.paragraph_words (paragraph_words, rowid, text) VALUES ('delete', ?, ?)";
    each_with_words(store, words, &[], remove)?;
    store.execute("DELETE FROM main.meetings WHERE key IN (SELECT key FROM new.meetings)", [])?;
    Ok(())
}

/// Copies every table; identities are moved behind those that the store has.
fn copy_tables(store: &Transaction<'_>) -> Result<(), StoreError> {
    let first_words: i64 = next(store, "paragraphs")?;
    let tables = tables(store)?;
    let offsets = tables.iter().map(|table| next(store, table)).collect::<Result<Vec<_>, _>>()?;
    let offset_of = |table: &str| tables.iter().position(|name| name == table).map(|at| offsets[at]);
    for (table, own) in tables.iter().zip(&offsets) {
        let columns = columns(store, table)?;
        let targets = targets(store, table)?;
        let values: Vec<String> = columns
            .iter()
            .map(|column| {
                let target = targets.iter().find(|(from, _)| from == column);
                let moved =
                    if column == "id" { Some(*own) } else { target.and_then(|(_, to)| offset_of(to)) };
                moved.map_or_else(|| format!("\"{column}\""), |offset| format!("\"{column}\" + {offset}"))
            })
            .collect();
        store.execute(
            &format!("INSERT INTO main.{table} SELECT {} FROM new.{table} ORDER BY id", values.join(", ")),
            [],
        )?;
    }
    copy_words(store, first_words)
}

/// The words are made anew from the text.
fn copy_words(store: &Transaction<'_>, after: i64) -> Result<(), StoreError> {
    let words = "SELECT id, text FROM main.paragraphs WHERE id > ? ORDER BY id";
    let add = "INSERT INTO main.paragraph_words (rowid, text) VALUES (?, ?)";
    each_with_words(store, words, &[&after], add)
}

/// Runs a statement for each paragraph of a query, with its identity and the words that the index holds of it.
fn each_with_words(
    store: &Transaction<'_>,
    paragraphs: &str,
    parameters: &[&dyn ToSql],
    statement: &str,
) -> Result<(), StoreError> {
    let mut index = store.prepare(statement)?;
    let mut paragraphs = store.prepare(paragraphs)?;
    let mut rows = paragraphs.query(parameters)?;
    while let Some(row) = rows.next()? {
        let text: String = row.get(1)?;
        index.execute(params![row.get::<_, i64>(0)?, words::indexed(&text)])?;
    }
    Ok(())
}

/// The last identity of a table.
fn next(store: &Transaction<'_>, table: &str) -> Result<i64, StoreError> {
    Ok(store.query_row(&format!("SELECT coalesce(max(id), 0) FROM main.{table}"), [], |row| row.get(0))?)
}

/// The tables with identities, those that others lead to first.
fn tables(store: &Transaction<'_>) -> Result<Vec<String>, StoreError> {
    names(
        store,
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'paragraph_words%'
         AND name NOT LIKE 'sqlite_%' ORDER BY rowid",
        "",
    )
}

fn columns(store: &Transaction<'_>, table: &str) -> Result<Vec<String>, StoreError> {
    names(store, "SELECT name FROM pragma_table_info(?) ORDER BY cid", table)
}

fn names(store: &Transaction<'_>, query: &str, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = store.prepare(query)?;
    let parameters: &[&dyn ToSql] = if table.is_empty() { &[] } else { &[&table] };
    let names = statement.query_map(parameters, |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

/// Columns that lead to other tables, and these.
fn targets(store: &Transaction<'_>, table: &str) -> Result<Vec<(String, String)>, StoreError> {
    let mut statement = store.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?)")?;
    let targets =
        statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(targets)
}
