#![doc = include_str!("file_not_read.md")]

use meeting_model::{FileStatus, Finding, MeetingFile, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "file-not-read", explanation: include_str!("file_not_read.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    let unread = |file: &MeetingFile| match file.status {
        FileStatus::Corrupt | FileStatus::Encrypted | FileStatus::Empty => true,
        FileStatus::Document | FileStatus::Archive => file.reason.is_some(),
        _ => false,
    };
    view.files.iter().filter(|(_, file)| unread(file)).map(|(path, file)| finding(path, file)).collect()
}

fn finding(path: &str, file: &MeetingFile) -> Finding {
    let reason = file.reason.as_deref().unwrap_or("it was not read");
    Finding {
        number: file.number.clone(),
        file: Some(path.to_owned()),
        ..Finding::new(RULE.code, Severity::Warning, reason)
    }
}
