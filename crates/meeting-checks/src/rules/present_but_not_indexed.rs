#![doc = include_str!("present_but_not_indexed.md")]

use meeting_model::{Finding, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "present-but-not-indexed", explanation: include_str!("present_but_not_indexed.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    let entries = view.record.register.iter().filter(|entry| entry.in_index == Some(false));
    entries
        .filter_map(|entry| entry.number.as_ref())
        .map(|number| Finding {
            number: Some(number.clone()),
            ..Finding::new(
                RULE.code,
                Severity::Info,
                format!("{number} is in the folder but not on the meeting's index"),
            )
        })
        .collect()
}
