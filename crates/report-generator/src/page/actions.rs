//! The actions, by who must act.

use std::collections::BTreeMap;

use meeting_model::{Action, Sourced, Status};
use serde::Serialize;

use super::links::Link;
use super::parts::Day;
use super::view::Of;
use crate::labels::label_of;

/// Who must act, with the actions.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Assignee {
    /// The name; empty where nobody is named.
    pub name: String,
    /// As a heading.
    pub heading: String,
    /// How many are open.
    pub open: usize,
    pub actions: Vec<ActionRow>,
}

/// A row of the actions.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ActionRow {
    pub id: String,
    pub name: String,
    pub text: String,
    pub sub_items: Vec<String>,
    pub requested_of: String,
    /// The action of the list that this one repeats.
    pub same_as: Link,
    pub documents: Vec<Link>,
    pub due: Day,
    /// Open and due before the meeting ended.
    pub overdue: bool,
    pub open: bool,
    /// The state, as the language says it.
    pub status: String,
    pub item: Vec<Link>,
    pub found_in: Vec<Link>,
}

/// All actions, by the names of those who must act; what nobody is named for comes last.
pub(super) fn groups(of: &Of<'_>) -> Vec<Assignee> {
    let mut groups: BTreeMap<(bool, String, String), Vec<ActionRow>> = BTreeMap::new();
    for (one, id) in of.record.actions.iter().zip(&of.action_ids) {
        let name = one.element.assignee.clone().unwrap_or_default();
        let key = (name.is_empty(), name.to_lowercase(), name);
        groups.entry(key).or_default().push(row(of, one, id));
    }
    groups.into_iter().map(|((_, _, name), actions)| group(of, name, actions)).collect()
}

fn group(of: &Of<'_>, name: String, actions: Vec<ActionRow>) -> Assignee {
    let nobody = &of.labels.headings.actions_without_assignee;
    let heading = if name.is_empty() { nobody.clone() } else { name.clone() };
    Assignee { heading, open: actions.iter().filter(|action| action.open).count(), name, actions }
}

fn row(of: &Of<'_>, one: &Sourced<Action>, id: &str) -> ActionRow {
    let action = &one.element;
    let overdue = is_overdue(of, action);
    let status = label_of(&of.labels.statuses, action.status.as_str());
    ActionRow {
        id: id.to_owned(),
        name: action.id.clone().unwrap_or_default(),
        text: action.text.clone(),
        sub_items: action.sub_items.clone(),
        requested_of: action.requested_of.clone().unwrap_or_default(),
        same_as: action.same_as.as_ref().map(|id| same_as(of, id)).unwrap_or_default(),
        documents: of.anchors.numbers(&action.documents),
        due: Day::of(action.due, of.labels),
        overdue,
        open: action.status == Status::Open,
        status: if overdue { of.labels.summary.overdue.clone() } else { status },
        item: action.item.iter().map(|item| of.anchors.item_number(item)).collect(),
        found_in: of.anchors.numbers(&one.found_in),
    }
}

/// The action of this identifier.
fn same_as(of: &Of<'_>, id: &str) -> Link {
    let at = of.record.actions.iter().position(|one| one.element.id.as_deref() == Some(id));
    at.map_or_else(|| Link::none(id), |at| Link::within(id, &of.action_ids[at]))
}

/// Whether an action was open and due before the meeting ended: the page knows no other day.
pub(super) fn is_overdue(of: &Of<'_>, action: &Action) -> bool {
    let end = of.record.meeting.end_date.or(of.record.meeting.start_date);
    action.status == Status::Open && action.due.zip(end).is_some_and(|(due, end)| due < end)
}
