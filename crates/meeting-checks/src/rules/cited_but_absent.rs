#![doc = include_str!("cited_but_absent.md")]

use meeting_model::{DocumentNumber, Finding, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "cited-but-absent", explanation: include_str!("cited_but_absent.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    let cited = view.record.missing.iter().filter_map(|missing| {
        let cited_in: Vec<DocumentNumber> =
            missing.known_from.iter().filter_map(|from| from.parse().ok()).collect();
        (!cited_in.is_empty()).then_some((&missing.number, cited_in))
    });
    cited
        .map(|(number, cited_in)| Finding {
            number: Some(number.clone()),
            cited_in,
            ..Finding::new(
                RULE.code,
                Severity::Warning,
                format!("{number} is cited but is not in the folder"),
            )
        })
        .collect()
}
