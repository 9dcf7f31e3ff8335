#![doc = include_str!("same_number_in_several_subgroups.md")]

use std::collections::BTreeMap;

use meeting_model::{DocumentNumber, Finding, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule = Rule {
    code: "same-number-in-several-subgroups",
    explanation: include_str!("same_number_in_several_subgroups.md"),
    find,
};

fn find(view: &View<'_>) -> Vec<Finding> {
    let mut by_number: BTreeMap<DocumentNumber, Vec<DocumentNumber>> = BTreeMap::new();
    for number in view.record.register.iter().filter_map(|entry| entry.number.as_ref()) {
        let bare = DocumentNumber { subgroup: None, ..number.without_revision() };
        by_number.entry(bare).or_default().push(number.clone());
    }
    let shared = by_number.into_iter().filter(|(_, numbers)| numbers.len() > 1);
    shared
        .map(|(bare, numbers)| Finding {
            numbers,
            ..Finding::new(
                RULE.code,
                Severity::Info,
                format!("several documents are {bare}, each of another subgroup"),
            )
        })
        .collect()
}
