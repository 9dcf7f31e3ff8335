//! The tables of an action plan.

use meeting_model::{ActionPlan, ActionPlanItem, ActionPlanSource, Consideration, ProposedAction};

use super::inline::{joined, lines, list, one_line, optional};
use super::layout::{Page, Table};

/// Writes the elements, the points considered and the sources of a plan.
pub fn write(page: &mut Page, plan: &ActionPlan) {
    page.heading(2, "Action plan");
    for item in &plan.items {
        element(page, item);
    }
    considerations(page, &plan.considerations);
    sources(page, &plan.sources);
}

fn element(page: &mut Page, item: &ActionPlanItem) {
    page.heading(3, &joined([list(&item.ids), one_line(item.short_name.as_ref())], " "));
    let fields = [
        ("Objective", &item.objective),
        ("Key outcomes", &item.key_outcomes),
        ("Indicators", &item.key_outcome_indicators),
        ("Implementation strategies", &item.implementation_strategies),
        ("Enablers", &item.enablers),
        ("ITU services", &item.itu_services),
        ("Learning and feedback", &item.learning_and_feedback),
    ];
    let stated = fields.into_iter().filter_map(|(label, value)| Some((label, value.as_ref()?)));
    page.points(stated.map(|(label, value)| format!("**{label}:** {}", lines(value))));
    if !item.proposed_actions.is_empty() {
        page.paragraph("**Proposed actions:**");
        page.points(item.proposed_actions.iter().map(proposed_action));
    }
}

fn proposed_action(action: &ProposedAction) -> String {
    let id = action.id.as_ref().map(|id| format!("{}: ", lines(id))).unwrap_or_default();
    let to = action.applies_to.as_ref().map(|id| format!(" ({})", lines(id))).unwrap_or_default();
    format!("{id}{}{to}", lines(&action.text))
}

fn considerations(page: &mut Page, considerations: &[Consideration]) {
    const HEADS: [&str; 7] =
        ["#", "Point", "Sessions", "Proposed actions", "Target entities", "Target document", "Comments"];
    let table = Table::of(HEADS, considerations, |row| {
        [
            optional(row.number.as_ref()),
            lines(&row.point),
            list(&row.sessions),
            row.proposed_actions.iter().map(|action| lines(action)).collect::<Vec<_>>().join("<br>"),
            list(&row.target_entities),
            optional(row.target_document.as_ref()),
            optional(row.comments.as_ref()),
        ]
    });
    page.table_under("Considerations", &table);
}

fn sources(page: &mut Page, sources: &[ActionPlanSource]) {
    const HEADS: [&str; 4] = ["Number", "Title", "Meeting", "Date"];
    let table = Table::of(HEADS, sources, |source| {
        [
            optional(source.number.as_ref()),
            optional(source.title.as_ref()),
            optional(source.meeting.as_ref()),
            super::lists::days(source.date, source.end_date),
        ]
    });
    page.table_under("Sources", &table);
}
