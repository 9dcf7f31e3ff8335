//! What the meeting dealt with: actions, decisions, items.

use meeting_model::{Action, Decision, Item, ItemDocument};

use super::inline::{joined, lines, list, name, one_line, optional, text};
use super::layout::{Page, Table};

/// The actions as a table; what repeats a listed action says so.
pub fn actions(page: &mut Page, actions: &[Action]) {
    const HEADS: [&str; 8] = ["Id", "Who", "Action", "Due", "Status", "Item", "Documents", "Repeats"];
    let table = Table::of(HEADS, actions, |action| {
        [
            optional(action.id.as_ref()),
            assignee(action),
            task(action),
            optional(action.due.as_ref()),
            name(&action.status),
            optional(action.item.as_ref()),
            list(&action.documents),
            optional(action.same_as.as_ref()),
        ]
    });
    page.table_under("Actions", &table);
}

fn assignee(action: &Action) -> String {
    let other = action.requested_of.as_ref().map(|other| format!("→ {}", lines(other)));
    joined([optional(action.assignee.as_ref()), other.unwrap_or_default()], " ")
}

fn task(action: &Action) -> String {
    let points = action.sub_items.iter().map(|point| format!("<br>• {}", lines(point)));
    lines(&action.text) + &points.collect::<String>()
}

/// The decisions as points, each led by its verb.
pub fn decisions(page: &mut Page, decisions: &[Decision]) {
    if decisions.is_empty() {
        return;
    }
    page.heading(2, "Decisions");
    page.points(decisions.iter().map(|decision| {
        let place = decision.item.as_ref().map(|item| format!(" ({})", text(item))).unwrap_or_default();
        format!("**{}**{place}: {}", name(&decision.verb), lines(&decision.text))
    }));
}

/// The items, as deep as their numbers.
pub fn items(page: &mut Page, items: &[Item]) {
    if items.is_empty() {
        return;
    }
    page.heading(2, "Items");
    for item in items {
        page.heading(3 + depth(item), &heading(item));
        page.paragraph(&summary(item));
        for paragraph in item.text.iter().flat_map(|words| words.split('\n')) {
            page.paragraph(&text(paragraph));
        }
    }
}

/// `2.1.3` stands two levels under `2`.
fn depth(item: &Item) -> usize {
    item.number.as_deref().map_or(0, |number| number.matches('.').count())
}

fn heading(item: &Item) -> String {
    let words = joined([optional(item.number.as_ref()), one_line(item.title.as_ref())], " ");
    if words.is_empty() { "–".to_owned() } else { words }
}

/// Outcome, documents, sources and presenter on one line.
fn summary(item: &Item) -> String {
    let outcomes: Vec<String> = item.outcomes.iter().map(name).collect();
    let proposed: Vec<String> = item.proposed.iter().map(name).collect();
    let documents: Vec<String> = item.documents.iter().map(document).collect();
    let parts = [
        ("Outcome", outcomes.join(", ")),
        ("Proposed", proposed.join(", ")),
        ("Documents", documents.join(", ")),
        ("Sources", list(&item.sources)),
        ("Presented by", optional(item.presented_by.as_ref())),
    ];
    let shown = parts.iter().filter(|(_, value)| !value.is_empty());
    shown.map(|(label, value)| format!("**{label}:** {value}")).collect::<Vec<_>>().join(" · ")
}

/// A document that was not introduced stands in parentheses, as in the meeting's own papers.
fn document(document: &ItemDocument) -> String {
    let part = document.part.as_ref().map(|part| format!(" {part}")).unwrap_or_default();
    let words = text(&format!("{}{part}", document.number));
    if document.introduced == Some(false) { format!("({words})") } else { words }
}
