//! The register: documents, their revisions and the files of these.

use std::collections::HashMap;

use meeting_model::RegisterEntry;
use rusqlite::types::Value;

use super::super::StoreError;
use super::rows::{Rows, optional};

/// Adds the documents of the register.
pub(super) fn add(
    rows: &mut Rows<'_>,
    files: &HashMap<String, i64>,
    register: &[RegisterEntry],
) -> Result<(), StoreError> {
    for (position, entry) in register.iter().enumerate() {
        let values = vec![
            optional(entry.number.as_ref()),
            optional(entry.series.as_ref()),
            optional(entry.title.as_ref()),
            optional(entry.source.as_ref()),
            optional(entry.kind.as_ref()),
            Value::Integer(entry.on_agenda.into()),
            optional(entry.supersedes_reason.as_ref()),
        ];
        let id = rows.add_of_meeting("documents", position, values)?;
        facts(rows, id, entry)?;
        revisions(rows, id, files, entry)?;
    }
    Ok(())
}

fn facts(rows: &mut Rows<'_>, id: i64, entry: &RegisterEntry) -> Result<(), StoreError> {
    const TABLE: &str = "document_facts";
    rows.facts(TABLE, id, "source", &entry.sources)?;
    rows.facts(TABLE, id, "question", &entry.questions)?;
    rows.facts(TABLE, id, "language", &entry.languages)?;
    rows.facts(TABLE, id, "agenda_item", &entry.agenda_items)?;
    rows.facts(TABLE, id, "report_item", &entry.report_items)?;
    rows.facts(TABLE, id, "outcome", &entry.outcomes)
}

fn revisions(
    rows: &mut Rows<'_>,
    document: i64,
    files: &HashMap<String, i64>,
    entry: &RegisterEntry,
) -> Result<(), StoreError> {
    for (position, number) in (1..).zip(&entry.revisions) {
        let name = number.to_string();
        let in_force = entry.number.as_ref() == Some(number);
        let values = vec![
            document.into(),
            Value::Integer(position),
            name.clone().into(),
            Value::Integer(in_force.into()),
        ];
        let revision = rows.add("revisions", values)?;
        let paths = entry.files.get(&name).into_iter().flatten();
        for (language, path) in paths {
            if let Some(file) = files.get(path) {
                rows.revision_file(revision, language, *file)?;
            }
        }
        rows.documents.insert(number.clone(), document);
    }
    if let Some(number) = &entry.number {
        rows.documents.insert(number.clone(), document);
    }
    Ok(())
}
