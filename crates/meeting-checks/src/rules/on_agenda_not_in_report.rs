#![doc = include_str!("on_agenda_not_in_report.md")]

use meeting_model::{Finding, Severity};

use crate::Rule;
use crate::view::View;

pub(crate) const RULE: Rule =
    Rule { code: "on-agenda-not-in-report", explanation: include_str!("on_agenda_not_in_report.md"), find };

fn find(view: &View<'_>) -> Vec<Finding> {
    let (Some(agenda), Some(_)) = (&view.record.agenda, &view.record.report) else { return Vec::new() };
    let told = view.in_report();
    let announced = view.by_document(&agenda.items).into_iter();
    announced
        .filter(|(number, _)| !told.contains(number) && !view.is_outside_the_agenda(number))
        .map(|(number, agenda_items)| Finding {
            agenda_items,
            ..Finding::new(
                RULE.code,
                Severity::Warning,
                format!("{number} is on the agenda, and the report does not say what became of it"),
            )
            .about(number)
        })
        .collect()
}
