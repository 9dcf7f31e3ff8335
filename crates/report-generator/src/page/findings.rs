//! The findings, the gravest first, each kind with what it means.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use meeting_model::{Finding, Severity};
use serde::Serialize;

use super::links::{self, Link};
use super::view::Of;
use crate::labels::label_of;

/// Findings of one code.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FindingGroup {
    pub id: String,
    pub code: String,
    /// For programs: `warning`.
    pub level: String,
    /// As the language says it.
    pub severity: String,
    /// What the code means, in English: one text per paragraph.
    pub explanation: Vec<String>,
    pub findings: Vec<FindingRow>,
}

/// A row of the findings.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FindingRow {
    pub id: String,
    pub documents: Vec<Link>,
    pub message: String,
    pub file: Link,
    /// What differs: who says it, and what.
    pub sayings: Vec<(String, String)>,
    pub items: Vec<Link>,
    pub cited_in: Vec<Link>,
}

/// All findings by severity and code; within a code in the order of the record.
pub(super) fn groups(of: &Of<'_>) -> Vec<FindingGroup> {
    let mut groups: BTreeMap<(Reverse<Severity>, &str), Vec<FindingRow>> = BTreeMap::new();
    for (at, finding) in of.record.findings.iter().enumerate() {
        groups.entry((Reverse(finding.severity), &*finding.code)).or_default().push(row(of, at, finding));
    }
    groups.into_iter().map(|((severity, code), rows)| group(of, severity.0, code, rows)).collect()
}

fn group(of: &Of<'_>, severity: Severity, code: &str, findings: Vec<FindingRow>) -> FindingGroup {
    let explanation = (of.explain)(code).unwrap_or_default();
    let paragraphs =
        explanation.split("\n\n").map(|one| one.split_whitespace().collect::<Vec<_>>().join(" "));
    FindingGroup {
        id: format!("findings/{severity}/{code}"),
        code: code.to_owned(),
        level: severity.to_string(),
        severity: label_of(&of.labels.severities, severity.as_str()),
        explanation: paragraphs.filter(|text| !text.is_empty()).collect(),
        findings,
    }
}

fn row(of: &Of<'_>, at: usize, finding: &Finding) -> FindingRow {
    let file = |file: &String| Link { text: file.clone(), to: links::file(of.files, file) };
    let documents = finding.number.iter().chain(&finding.numbers);
    let items = finding.agenda_items.iter().chain(&finding.report_items);
    FindingRow {
        id: format!("findings/{}", at + 1),
        documents: documents.map(|number| of.anchors.number(number)).collect(),
        message: finding.message.clone(),
        file: finding.file.as_ref().map(file).unwrap_or_default(),
        sayings: sayings(of, finding),
        items: items.map(|item| of.anchors.item_number(item)).collect(),
        cited_in: of.anchors.numbers(&finding.cited_in),
    }
}

fn sayings(of: &Of<'_>, finding: &Finding) -> Vec<(String, String)> {
    let words = &of.labels.page;
    let all = [
        (&words.index, &finding.index),
        (&words.cover, &finding.cover),
        (&words.list, &finding.list),
        (&words.file_name, &finding.file_name),
        (&words.same_as, &finding.same_as),
    ];
    let said = all.into_iter().filter_map(|(who, what)| Some((who.clone(), what.clone()?)));
    said.collect()
}
