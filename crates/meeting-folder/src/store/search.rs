//! Finds paragraphs by their words.

use std::path::Path;

use rusqlite::{Connection, Row, params};
use serde::Serialize;

use super::snippet::{Snippet, snippet};
use super::words::Question;
use super::{StoreError, open};

/// A paragraph, heading or table cell that has all the words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// The meeting, as a store of several tells them apart.
    pub meeting: String,
    /// The document's number.
    pub number: Option<String>,
    /// The document's title.
    pub title: Option<String>,
    /// The file, relative to the meeting's folder.
    pub file: String,
    /// The heading above.
    pub heading: Option<String>,
    /// The words with those around them.
    pub snippet: Snippet,
    /// Where in the Word file it stands.
    pub at: Place,
    /// How well it fits: more is better. Comparable within one answer.
    pub score: f64,
}

/// A place in a Word file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The part of the package.
    pub part: String,
    /// Index of the block, from 0.
    pub block: i64,
    /// Row of a table cell, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<i64>,
    /// Column of a table cell, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<i64>,
    /// Word's identifier of the paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub para_id: Option<String>,
}

/// The best paragraphs come first; among equals those that stand first. The joins are made for the best alone.
const QUERY: &str = "
SELECT meetings.key, files.number, files.title, files.path, sections.number, sections.title, paragraphs.text,
       coalesce(paragraphs.part, sections.part), paragraphs.block, paragraphs.table_row, paragraphs.table_column,
       paragraphs.para_id, best.score
FROM (SELECT rowid, rank AS score FROM paragraph_words WHERE paragraph_words MATCH ?1 ORDER BY rank, rowid LIMIT ?2) AS best
JOIN paragraphs ON paragraphs.id = best.rowid
JOIN sections ON sections.id = paragraphs.section_id
JOIN files ON files.id = sections.file_id
JOIN meetings ON meetings.id = files.meeting_id
ORDER BY best.score, paragraphs.id";

/// The paragraphs of a database that have all the words; phrases stand in quotation marks, `word*` is any word that
/// begins so. Nothing that a person types is an error, unless there is no word in it.
pub fn search(path: &Path, words: &str, limit: usize) -> Result<Vec<Hit>, StoreError> {
    let question = Question::read(words);
    if question.terms.is_empty() {
        return Err(StoreError::NoWords);
    }
    hits(&open(path)?, &question, limit)
}

fn hits(connection: &Connection, question: &Question, limit: usize) -> Result<Vec<Hit>, StoreError> {
    let mut statement = connection.prepare(QUERY)?;
    let found =
        statement.query_map(params![question.expression(), limit as i64], |row| hit(row, question))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn hit(row: &Row<'_>, question: &Question) -> Result<Hit, rusqlite::Error> {
    let heading: Vec<String> = [row.get::<_, Option<String>>(4)?, row.get(5)?]
        .into_iter()
        .flatten()
        .filter(|text| !text.is_empty())
        .collect();
    Ok(Hit {
        meeting: row.get(0)?,
        number: row.get(1)?,
        title: row.get(2)?,
        file: row.get(3)?,
        heading: Some(heading.join(" ")).filter(|text| !text.is_empty()),
        snippet: snippet(&row.get::<_, String>(6)?, question),
        at: Place {
            part: row.get(7)?,
            block: row.get(8)?,
            row: row.get(9)?,
            column: row.get(10)?,
            para_id: row.get(11)?,
        },
        score: -row.get::<_, f64>(12)?,
    })
}
