//! What is told at the end of a run: the files that could not be read, and one table.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::time::Duration;

use meeting_model::{FileStatus, MeetingFile, MeetingRecord, Severity};
use serde::{Deserialize, Serialize};

use crate::Status;
use crate::messages::{self, Message};

/// What a run came to; kept for the next one, which may have nothing to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Files by status, those in archives too.
    files: BTreeMap<String, usize>,
    /// Files that should have been read and were not, with the reasons.
    unread: Vec<(String, String)>,
    documents: usize,
    missing: usize,
    findings: BTreeMap<String, usize>,
}

/// What this run did of it.
pub struct Effort {
    /// Files that were read, and files that were known.
    pub read: usize,
    /// Files that a former run had read.
    pub known: usize,
    /// How long it took.
    pub time: Duration,
}

impl Closing {
    /// What a record comes to.
    pub fn of(record: &MeetingRecord) -> Self {
        let mut closing =
            Self { documents: record.register.len(), missing: record.missing.len(), ..Self::default() };
        record.files.iter().for_each(|file| closing.add(file, ""));
        for finding in &record.findings {
            *closing.findings.entry(finding.severity.to_string()).or_default() += 1;
        }
        closing
    }

    fn add(&mut self, file: &MeetingFile, within: &str) {
        let path = format!("{within}{}", file.file);
        *self.files.entry(file.status.to_string()).or_default() += 1;
        if is_unread(file) {
            self.unread.push((path.clone(), file.reason.clone().unwrap_or_default()));
        }
        let inner = format!("{path}/");
        file.holds.iter().for_each(|held| self.add(held, &inner));
    }

    /// Tells it on standard error.
    pub fn tell(&self, effort: &Effort) {
        for (path, reason) in &self.unread {
            messages::tell(&Message::not_read(path, reason));
        }
        let _ = io::stderr().lock().write_all(self.table(effort).as_bytes());
    }

    fn table(&self, effort: &Effort) -> String {
        let total: usize = self.files.values().sum();
        let found: usize = self.findings.values().sum();
        let rows = [
            ("files", total, listed(&self.files)),
            ("documents", self.documents, format!("missing {}", self.missing)),
            ("findings", found, listed(&self.findings)),
        ];
        let mut out = String::new();
        for (name, count, detail) in rows {
            let detail = if detail.is_empty() { String::new() } else { format!("  {detail}") };
            out += &format!("{name:<10}{count:>6}{detail}\n");
        }
        let Effort { read, known, time } = effort;
        out + &format!(
            "{:<10}{:>5.1}s  {read} files read, {known} known from before\n",
            "time",
            time.as_secs_f64()
        )
    }

    /// The exit status. What was asked to be told by it comes first.
    pub fn status(&self, fail_on: Option<Severity>) -> Status {
        let grave = |name: &str| name.parse::<Severity>().is_ok_and(|severity| Some(severity) >= fail_on);
        let has_findings = fail_on.is_some() && self.findings.keys().any(|name| grave(name));
        match (self.unread.is_empty(), has_findings) {
            (false, _) => Status::SomeUnread,
            (true, true) => Status::Findings,
            (true, false) => Status::Done,
        }
    }
}

fn listed(counts: &BTreeMap<String, usize>) -> String {
    let mut counts: Vec<_> = counts.iter().collect();
    counts.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), name.as_str()));
    counts
        .iter()
        .map(|(name, count)| format!("{} {count}", name.replace('_', " ")))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Whether a file should have given a document and did not. Pictures and the like are listed and no more.
pub fn is_unread(file: &MeetingFile) -> bool {
    match file.status {
        FileStatus::Corrupt | FileStatus::Encrypted | FileStatus::Empty => true,
        FileStatus::Document => file.reason.is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_and_the_status_tell_what_happened() {
        let mut closing = Closing { documents: 4, missing: 1, ..Closing::default() };
        closing.files = [("document".to_owned(), 5), ("other_format".to_owned(), 2)].into();
        closing.findings = [("warning".to_owned(), 3)].into();
        let effort = Effort { read: 6, known: 1, time: Duration::from_millis(1250) };
        assert_eq!(
            closing.table(&effort),
            "files          7  document 5, other format 2\n\
             documents      4  missing 1\n\
             findings       3  warning 3\n\
             time        1.2s  6 files read, 1 known from before\n"
        );
        assert_eq!(closing.status(None), Status::Done);
        assert_eq!(closing.status(Some(Severity::Error)), Status::Done);
        assert_eq!(closing.status(Some(Severity::Warning)), Status::Findings);
        closing.unread = vec![("a.docx".into(), "the file is empty".into())];
        assert_eq!(closing.status(Some(Severity::Info)), Status::SomeUnread);
    }
}
