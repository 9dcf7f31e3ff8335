//! References between documents, documents that are missing, and findings.

use meeting_model::{Edge, Finding, MeetingRecord};
use rusqlite::types::Value;

use super::super::StoreError;
use super::rows::{Rows, optional, text};

/// Adds what the documents have to do with one another and what does not agree.
pub(super) fn add(rows: &mut Rows<'_>, record: &MeetingRecord) -> Result<(), StoreError> {
    for (position, Edge { from, to, kind }) in record.references.iter().enumerate() {
        let values = vec![text(from), rows.document(from), text(to), rows.document(to), text(kind)];
        rows.add_of_meeting("document_references", position, values)?;
    }
    for (position, missing) in record.missing.iter().enumerate() {
        let id = rows.add_of_meeting("missing_documents", position, vec![text(&missing.number)])?;
        rows.facts("missing_facts", id, "known_from", &missing.known_from)?;
    }
    record
        .findings
        .iter()
        .enumerate()
        .try_for_each(|(position, finding)| add_finding(rows, position, finding))
}

fn add_finding(rows: &mut Rows<'_>, position: usize, finding: &Finding) -> Result<(), StoreError> {
    let values = vec![
        text(&finding.code),
        text(&finding.severity),
        text(&finding.message),
        optional(finding.number.as_ref()),
        finding.number.as_ref().map_or(Value::Null, |number| rows.document(number)),
        optional(finding.file.as_ref()),
        optional(finding.index.as_ref()),
        optional(finding.cover.as_ref()),
        optional(finding.file_name.as_ref()),
        optional(finding.same_as.as_ref()),
    ];
    let id = rows.add_of_meeting("findings", position, values)?;
    rows.facts("finding_facts", id, "cited_in", &finding.cited_in)?;
    rows.facts("finding_facts", id, "agenda_item", &finding.agenda_items)?;
    rows.facts("finding_facts", id, "report_item", &finding.report_items)?;
    rows.facts("finding_facts", id, "number", &finding.numbers)
}
