#![doc = include_str!("duplicate_file.md")]

use meeting_model::{Finding, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "duplicate-file", explanation: include_str!("duplicate_file.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    let repeated = view.files.iter().filter_map(|(path, file)| Some((path, file.same_as.as_ref()?)));
    repeated
        .map(|(path, same_as)| Finding {
            file: Some(path.clone()),
            same_as: Some(same_as.clone()),
            ..Finding::new(RULE.code, Severity::Info, format!("the file has the same bytes as {same_as}"))
        })
        .collect()
}
