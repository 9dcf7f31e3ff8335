#![doc = include_str!("number_differs_from_file_name.md")]

use meeting_model::{FileStatus, Finding, MeetingFile, NumberedBy, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule = Rule {
    code: "number-differs-from-file-name",
    explanation: include_str!("number_differs_from_file_name.md"),
    find,
};

fn find(view: &View<'_>) -> Vec<Finding> {
    view.files.iter().filter_map(|(path, file)| differs(path, file)).collect()
}

fn differs(path: &str, file: &MeetingFile) -> Option<Finding> {
    let (own, cover) = (file.number.as_ref()?, file.cover_number.as_ref()?);
    let by_name = file.numbered_by == Some(NumberedBy::FileName) && file.status == FileStatus::Document;
    (by_name && !own.matches(cover)).then(|| Finding {
        file: Some(path.to_owned()),
        cover: Some(cover.to_string()),
        file_name: Some(own.to_string()),
        ..Finding::new(
            RULE.code,
            Severity::Warning,
            format!("the file is named as {own}, and its cover says {cover}"),
        )
    })
}
