#![doc = include_str!("cited_revision_absent.md")]

use std::collections::BTreeMap;

use meeting_model::{DocumentNumber, EdgeKind, Finding, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "cited-revision-absent", explanation: include_str!("cited_revision_absent.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    let mut cited: BTreeMap<&DocumentNumber, Vec<DocumentNumber>> = BTreeMap::new();
    for edge in view.record.references.iter().filter(|edge| edge.kind == EdgeKind::Cites) {
        if view.is_other_revision(&edge.to) {
            cited.entry(&edge.to).or_default().push(edge.from.clone());
        }
    }
    cited
        .into_iter()
        .map(|(number, cited_in)| Finding {
            number: Some(number.clone()),
            cited_in,
            ..Finding::new(
                RULE.code,
                Severity::Info,
                format!("{number} is cited; the folder has other revisions of it, but not this one"),
            )
        })
        .collect()
}
