#![doc = include_str!("indexed_but_absent.md")]

use meeting_model::{Finding, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "indexed-but-absent", explanation: include_str!("indexed_but_absent.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    let missing =
        view.record.missing.iter().filter(|missing| missing.known_from.iter().any(|from| from == "index"));
    missing
        .map(|missing| Finding {
            number: Some(missing.number.clone()),
            ..Finding::new(
                RULE.code,
                Severity::Warning,
                format!("{} is on the meeting's index but not in the folder", missing.number),
            )
        })
        .collect()
}
