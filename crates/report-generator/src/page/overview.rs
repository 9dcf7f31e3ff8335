//! What there is, in figures and bars.

use meeting_model::{Severity, Status};
use serde::Serialize;

use super::actions::is_overdue;
use super::charts::Chart;
use super::documents::DocumentRow;
use super::view::Of;
use crate::labels::label_of;

/// A figure that leads to its section.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Figure {
    pub section: &'static str,
    pub label: String,
    pub count: usize,
    /// What is worth saying beside it.
    pub notes: Vec<Note>,
}

/// What is said beside a figure.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Note {
    pub label: String,
    pub count: usize,
    /// For the style: `plain`, `error`, `warning`.
    pub mark: &'static str,
}

/// The figures of all sections.
pub(super) fn figures(of: &Of<'_>) -> Vec<Figure> {
    let (record, labels) = (of.record, of.labels);
    let figure =
        |section, label: &str, count, notes| Figure { section, label: label.to_owned(), count, notes };
    vec![
        figure("documents", &labels.page.documents, record.register.len(), of_documents(of)),
        figure("items", &labels.registers.items, record.items.len(), Vec::new()),
        figure("decisions", &labels.headings.decisions, record.decisions.len(), Vec::new()),
        figure("actions", &labels.headings.actions, record.actions.len(), of_actions(of)),
        figure("timeline", &labels.page.timeline, of.events, Vec::new()),
        figure("liaisons", &labels.page.liaisons, record.liaisons.len(), of_liaisons(of)),
        figure("findings", &labels.registers.findings, record.findings.len(), of_findings(of)),
    ]
}

/// A count with its word, where there is anything.
fn note(label: &str, count: usize, mark: &'static str) -> Option<Note> {
    (count > 0).then(|| Note { label: label.to_owned(), count, mark })
}

fn of_documents(of: &Of<'_>) -> Vec<Note> {
    let unread = of.record.register.iter().filter(|entry| !entry.readable).count();
    let words = &of.labels.page;
    let notes =
        [note(&words.missing, of.record.missing.len(), "warning"), note(&words.not_read, unread, "warning")];
    notes.into_iter().flatten().collect()
}

fn of_actions(of: &Of<'_>) -> Vec<Note> {
    let actions = || of.record.actions.iter().map(|one| &one.element);
    let open = actions().filter(|action| action.status == Status::Open).count();
    let overdue = actions().filter(|action| is_overdue(of, action)).count();
    let opened = note(&label_of(&of.labels.statuses, Status::Open.as_str()), open, "plain");
    let late = note(&of.labels.summary.overdue, overdue, "error");
    opened.into_iter().chain(late).collect()
}

fn of_liaisons(of: &Of<'_>) -> Vec<Note> {
    let ways = meeting_model::Direction::ALL.iter().filter_map(|way| {
        let count = of.record.liaisons.iter().filter(|one| one.direction == Some(*way)).count();
        note(&label_of(&of.labels.directions, way.as_str()), count, "plain")
    });
    ways.collect()
}

fn of_findings(of: &Of<'_>) -> Vec<Note> {
    let levels = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "plain")];
    let notes = levels.into_iter().filter_map(|(level, mark)| {
        let count = of.record.findings.iter().filter(|finding| finding.severity == level).count();
        note(&label_of(&of.labels.severities, level.as_str()), count, mark)
    });
    notes.collect()
}

/// The charts; one that has no bar is left out.
pub(super) fn charts(of: &Of<'_>, documents: &[DocumentRow]) -> Vec<Chart> {
    let words = &of.labels.page;
    let verbs = of.record.decisions.iter().map(|one| label_of(&of.labels.verbs, one.element.verb.as_str()));
    let kinds = documents.iter().map(|row| row.kind.clone());
    let charts = [
        standings(of, documents),
        Chart::ranked(&words.by_kind, "documents", "kind", kinds),
        Chart::ranked(&words.by_verb, "decisions", "verb", verbs),
        findings(of),
    ];
    charts.into_iter().filter(|chart| !chart.bars.is_empty()).collect()
}

/// How the documents agree with agenda, report and index.
fn standings(of: &Of<'_>, documents: &[DocumentRow]) -> Chart {
    let words = &of.labels.page;
    let count = |standing: &str| documents.iter().filter(|row| row.standing == standing).count();
    let state = |state: &str| documents.iter().filter(|row| row.state == state).count();
    let bars = [
        (words.on_both.clone(), count(&words.on_both), "standing", "plain"),
        (words.on_agenda_only.clone(), count(&words.on_agenda_only), "standing", "warning"),
        (words.in_report_only.clone(), count(&words.in_report_only), "standing", "warning"),
        (words.on_neither.clone(), count(&words.on_neither), "standing", "info"),
        (words.not_read.clone(), state(&words.not_read), "state", "warning"),
        (words.missing.clone(), state(&words.missing), "state", "warning"),
    ];
    Chart::of(&words.by_standing, "documents", bars.into_iter())
}

/// Findings by code, in the colours of their severity.
fn findings(of: &Of<'_>) -> Chart {
    let all = &of.record.findings;
    let levels = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "info")];
    let mut bars: Vec<(String, usize, &str, &'static str)> = Vec::new();
    for (level, mark) in levels {
        let mut codes: Vec<&str> =
            all.iter().filter(|one| one.severity == level).map(|one| one.code.as_str()).collect();
        codes.sort_unstable();
        let mut counted: Vec<&[&str]> = codes.chunk_by(|one, other| one == other).collect();
        counted.sort_by_key(|codes| std::cmp::Reverse(codes.len()));
        bars.extend(counted.iter().map(|codes| (codes[0].to_owned(), codes.len(), "code", mark)));
    }
    Chart::of(&of.labels.page.by_code, "findings", bars.into_iter())
}
