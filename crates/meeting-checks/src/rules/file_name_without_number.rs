#![doc = include_str!("file_name_without_number.md")]

use meeting_model::{FileStatus, Finding, MeetingFile, NumberedBy, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "file-name-without-number", explanation: include_str!("file_name_without_number.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    let word = |file: &MeetingFile| matches!(file.status, FileStatus::Document | FileStatus::Encrypted);
    let unnamed = |file: &MeetingFile| word(file) && file.numbered_by != Some(NumberedBy::FileName);
    view.files.iter().filter(|(_, file)| unnamed(file)).map(|(path, file)| finding(path, file)).collect()
}

fn finding(path: &str, file: &MeetingFile) -> Finding {
    let message = match &file.number {
        Some(number) => {
            format!("the name of the file says nothing of {number}, the number of the document in it")
        }
        None => "neither the name of the file nor its cover has a number: it is in no register".to_owned(),
    };
    Finding {
        number: file.number.clone(),
        file: Some(path.to_owned()),
        ..Finding::new(RULE.code, Severity::Info, message)
    }
}
