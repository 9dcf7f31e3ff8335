#![doc = include_str!("discussed_not_on_agenda.md")]

use meeting_model::{Finding, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "discussed-not-on-agenda", explanation: include_str!("discussed_not_on_agenda.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    let (Some(agenda), Some(report)) = (&view.record.agenda, &view.record.report) else { return Vec::new() };
    let announced = view.by_document(&agenda.items);
    let told = view.by_document(&report.items).into_iter();
    told.filter(|(number, _)| !announced.contains_key(number) && !view.is_outside_the_agenda(number))
        .map(|(number, report_items)| Finding {
            report_items,
            ..Finding::new(
                RULE.code,
                Severity::Info,
                format!("{number} was discussed and is not on the agenda"),
            )
            .about(number)
        })
        .collect()
}
