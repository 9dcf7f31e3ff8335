//! The registers of a meeting.

use meeting_model::{
    Action, Decision, DocumentNumber, Finding, Item, Meeting, MeetingRecord, Proceedings, RegisterEntry,
    Severity, Sourced,
};

use super::columns::{self, link, register, text};
use super::{Cell, Register};
use crate::labels::{Labels, label_of};

/// The registers of a meeting: documents, items, decisions, actions, meetings and findings, with heads in the words of
/// the labels.
///
/// Documents are linked to their files. `files` is the way from the register's folder to the meeting's: `../in`; the
/// empty text where both are the same.
pub fn registers_of(record: &MeetingRecord, labels: &Labels, files: &str) -> Vec<Register> {
    let of = Of { record, labels, files };
    vec![of.documents(), of.items(), of.decisions(), of.actions(), of.meetings(), of.findings()]
}

struct Of<'a> {
    record: &'a MeetingRecord,
    labels: &'a Labels,
    files: &'a str,
}

impl Of<'_> {
    fn documents(&self) -> Register {
        let (heads, more) = (&self.labels.columns, &self.labels.registers);
        let columns = vec![
            link("number", &more.number, 20),
            text("title", &heads.title, 60),
            text("source", &heads.source, 30),
            text("kind", &more.kind, 18),
            text("questions", &self.labels.cover.questions, 14),
            text("agenda_items", &more.agenda_items, 14),
            text("report_items", &more.report_items, 14),
            text("outcomes", &more.outcomes, 24),
            text("revisions", &more.revisions, 20),
            text("languages", &more.languages, 12),
        ];
        let rows = self.record.register.iter().map(|entry| self.document(entry)).collect();
        register(self.labels, "documents", &self.labels.headings.documents, columns, rows)
    }

    fn document(&self, entry: &RegisterEntry) -> Vec<Cell> {
        let labels = self.labels;
        let source = entry.source.clone().unwrap_or_else(|| entry.sources.join(", "));
        vec![
            Cell::link(entry.number.as_ref().map(ToString::to_string), self.target(entry)),
            Cell::text(entry.title.clone()),
            Cell::text(Some(source)),
            Cell::text(entry.kind.map(|kind| label_of(&labels.kinds, kind.as_str()))),
            Cell::list(&entry.questions),
            Cell::list(&entry.agenda_items),
            Cell::list(&entry.report_items),
            Cell::list(&named(&labels.outcomes, &entry.outcomes)),
            Cell::list(&entry.revisions),
            Cell::list(&entry.languages),
        ]
    }

    fn items(&self) -> Register {
        let (heads, more) = (&self.labels.columns, &self.labels.registers);
        let columns = vec![
            link("found_in", &heads.found_in, 20),
            text("number", &heads.item, 10),
            text("title", &heads.title, 50),
            text("sources", &heads.source, 26),
            text("documents", &heads.document, 24),
            text("proposed", &heads.treatment, 16),
            text("outcomes", &more.outcomes, 20),
            text("text", &heads.discussion, 70),
        ];
        let both = [&self.record.agenda, &self.record.report];
        let rows =
            both.into_iter().flatten().flat_map(|one| one.items.iter().map(|item| self.item(one, item)));
        register(self.labels, "items", &more.items, columns, rows.collect())
    }

    fn item(&self, of: &Proceedings, item: &Item) -> Vec<Cell> {
        let documents: Vec<String> = item
            .documents
            .iter()
            .map(|one| match &one.part {
                Some(part) => format!("{}/{part}", one.number),
                None => one.number.to_string(),
            })
            .collect();
        vec![
            self.found_in(of.number.as_slice()),
            Cell::text(item.number.clone()),
            Cell::text(item.title.clone()),
            Cell::list(&item.sources),
            Cell::list(&documents),
            Cell::list(&named(&self.labels.proposed, &item.proposed)),
            Cell::list(&named(&self.labels.outcomes, &item.outcomes)),
            Cell::text(item.text.clone()),
        ]
    }

    fn decisions(&self) -> Register {
        let mut columns = columns::decisions(self.labels);
        columns.push(link("found_in", &self.labels.columns.found_in, 22));
        let rows = self.record.decisions.iter().map(|Sourced { element, found_in }| {
            let mut row = decision(element, self.labels);
            row.push(self.found_in(found_in));
            row
        });
        register(self.labels, "decisions", &self.labels.headings.decisions, columns, rows.collect())
    }

    fn actions(&self) -> Register {
        let mut columns = columns::actions(self.labels);
        columns.extend([
            text("item", &self.labels.columns.item, 10),
            link("found_in", &self.labels.columns.found_in, 22),
        ]);
        let rows = self.record.actions.iter().map(|Sourced { element, found_in }| {
            let mut row = action(element, self.labels);
            row.extend([Cell::text(element.item.clone()), self.found_in(found_in)]);
            row
        });
        register(self.labels, "actions", &self.labels.headings.actions, columns, rows.collect())
    }

    fn meetings(&self) -> Register {
        let mut columns = columns::meetings(self.labels);
        columns.push(link("found_in", &self.labels.columns.found_in, 22));
        let rows = self.record.meetings.iter().map(|Sourced { element, found_in }| {
            let mut row = meeting(element, self.labels);
            row.push(self.found_in(found_in));
            row
        });
        register(self.labels, "meetings", &self.labels.headings.meetings, columns, rows.collect())
    }

    fn findings(&self) -> Register {
        let more = &self.labels.registers;
        let columns = vec![
            text("severity", &more.severity, 10),
            text("code", &more.code, 30),
            link("number", &self.labels.columns.document, 20),
            text("message", &more.message, 80),
            link("file", &more.file, 50),
        ];
        let mut findings: Vec<&Finding> = self.record.findings.iter().collect();
        // The gravest first; otherwise in the order of the record.
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let rows = findings.into_iter().map(|finding| self.finding(finding)).collect();
        register(self.labels, "findings", &more.findings, columns, rows)
    }

    fn finding(&self, finding: &Finding) -> Vec<Cell> {
        let severity: Severity = finding.severity;
        let entry = finding.number.as_ref().and_then(|number| self.entry(number));
        let number = finding.number.as_ref().map(ToString::to_string);
        vec![
            Cell::text(Some(severity.as_str())),
            Cell::text(Some(&*finding.code)),
            Cell::link(number, entry.and_then(|entry| self.target(entry))),
            Cell::text(Some(&*finding.message)),
            Cell::link(finding.file.clone(), finding.file.as_deref().map(|file| self.path(file))),
        ]
    }

    /// The documents that state something, with a link to the first.
    fn found_in(&self, numbers: &[DocumentNumber]) -> Cell {
        let first = numbers.first().and_then(|number| self.entry(number));
        let Cell::Text(text) = Cell::list(numbers) else { return Cell::Empty };
        Cell::link(Some(text), first.and_then(|entry| self.target(entry)))
    }

    fn entry(&self, number: &DocumentNumber) -> Option<&RegisterEntry> {
        self.record
            .register
            .iter()
            .find(|entry| entry.revisions.contains(number) || entry.number.as_ref() == Some(number))
    }

    fn target(&self, entry: &RegisterEntry) -> Option<String> {
        crate::summary::file_of(entry).map(|file| self.path(&file))
    }

    /// The way to a file; of one within an archive, to the archive.
    fn path(&self, file: &str) -> String {
        let lower = file.to_ascii_lowercase();
        let file = lower.find(".zip/").map_or(file, |at| &file[..at + ".zip".len()]);
        if self.files.is_empty() { file.to_owned() } else { format!("{}/{file}", self.files) }
    }
}

fn named<T: ToString>(labels: &std::collections::BTreeMap<String, String>, values: &[T]) -> Vec<String> {
    values.iter().map(|value| label_of(labels, &value.to_string())).collect()
}

fn decision(decision: &Decision, labels: &Labels) -> Vec<Cell> {
    vec![
        Cell::text(Some(label_of(&labels.verbs, decision.verb.as_str()))),
        Cell::text(Some(&*decision.text)),
        Cell::text(decision.by.clone()),
        Cell::text(decision.item.clone()),
        Cell::list(&decision.documents),
    ]
}

fn action(action: &Action, labels: &Labels) -> Vec<Cell> {
    vec![
        Cell::text(action.assignee.clone()),
        Cell::text(action.id.clone()),
        Cell::text(Some(&*action.text)),
        Cell::lines(&action.sub_items),
        Cell::text(action.requested_of.clone()),
        Cell::list(&action.documents),
        Cell::date(action.due),
        Cell::text(Some(label_of(&labels.statuses, action.status.as_str()))),
    ]
}

fn meeting(meeting: &Meeting, labels: &Labels) -> Vec<Cell> {
    vec![
        Cell::date(meeting.start_date),
        Cell::date(meeting.end_date),
        Cell::text(meeting.group.clone()),
        Cell::text(meeting.title.clone()),
        Cell::text(Some(label_of(&labels.meeting_statuses, meeting.status.as_str()))),
        Cell::text(meeting.start_time.map(|time| time.to_string())),
        Cell::text(meeting.end_time.map(|time| time.to_string())),
        Cell::text(meeting.time_zone.clone()),
        Cell::text(meeting.place.clone()),
        Cell::text(meeting.topics.clone()),
        Cell::date(meeting.deadline),
        Cell::list(&meeting.reports),
    ]
}

#[cfg(test)]
mod tests {
    use meeting_model::Language;
    use serde_json::json;

    use super::*;
    use crate::register::{csv, workbook};

    fn record() -> MeetingRecord {
        serde_json::from_value(json!({
            "meeting": { "group": "SG90" },
            "register": [
                { "number": "SG90-TD20R1", "revisions": ["SG90-TD20", "SG90-TD20R1"], "title": "Report", "languages": ["en", "fr"],
                  "files": { "SG90-TD20R1": { "fr": "f.docx", "en": "set.zip/e.docx" } }, "sources": ["TSB", "SG91"],
                  "kind": "meeting_report", "outcomes": ["noted"], "agenda_items": ["2.1"] },
            ],
            "report": { "number": "SG90-TD20R1", "items": [
                { "number": "2.1", "title": "Bridges", "documents": [{ "number": "C1", "part": "D.3" }], "outcomes": ["agreed"] },
            ]},
            "decisions": [{ "verb": "agreed", "text": "The meeting agreed.", "found_in": ["SG90-TD20"] }],
            "actions": [{ "text": "Send it", "assignee": "TSB", "due": "2026-03-01", "found_in": ["SG90-TD99"] }],
            "meetings": [{ "group": "RG-A", "start_date": "2026-05-04", "start_time": "09:30", "found_in": [] }],
            "findings": [
                { "code": "cited-but-absent", "severity": "info", "message": "C9 is absent.", "number": "C9" },
                { "code": "duplicate-file", "severity": "warning", "message": "The same twice.", "file": "td/b.docx" },
            ],
        }))
        .unwrap()
    }

    fn shown(register: &Register) -> Vec<String> {
        String::from_utf8(csv(register)).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn every_list_of_a_record_is_a_register_with_links_to_files() {
        let registers = registers_of(&record(), &Labels::of(Language::English).unwrap(), "../in");
        let names: Vec<&str> = registers.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["documents", "items", "decisions", "actions", "meetings", "findings"]);
        for (register, line) in registers.iter().zip([
            "SG90-TD20R1,../in/set.zip,Report,\"TSB, SG91\",Report,,2.1,,Noted,\"SG90-TD20, SG90-TD20R1\",\"en, fr\"",
            "SG90-TD20R1,../in/set.zip,2.1,Bridges,,C1/D.3,,Agreed,",
            "Agreed,The meeting agreed.,,,,SG90-TD20,../in/set.zip",
            "TSB,,Send it,,,,2026-03-01,Open,,SG90-TD99,",
            "2026-05-04,,RG-A,,Planned,09:30,,,,,,,,",
            "warning,duplicate-file,,,The same twice.,td/b.docx,../in/td/b.docx",
        ]) {
            let lines = shown(register);
            assert_eq!(lines[1], line);
            let commas = |line: &str| line.split('"').step_by(2).map(|out| out.matches(',').count()).sum::<usize>();
            assert!(lines.iter().all(|line| commas(line) == commas(&lines[0])), "{lines:?}");
        }
    }

    #[test]
    fn every_language_has_registers_and_arabic_ones_are_read_from_the_right() {
        for &language in Language::ALL {
            let labels = Labels::of(language).unwrap();
            let registers = registers_of(&record(), &labels, "");
            assert_eq!(registers[0].right_to_left, language == Language::Arabic);
            workbook(&registers).unwrap();
        }
    }
}
