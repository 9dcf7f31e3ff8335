//! Actions: all of them, by who must act, and as the lists at the front of a report.

use meeting_model::{Action, Item, ItemKind, Origin, Status};
use schemars::JsonSchema;
use serde::Serialize;

use super::items::{Business, ItemDocumentView};
use super::parts::PartView;
use super::{meetings, text};
use crate::labels::{fill, label_of};

/// Something that somebody must do.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ActionView {
    /// The identifier: `RG-IES-1`.
    pub id: String,
    /// Who must act.
    pub assignee: String,
    /// What is to be done.
    pub text: String,
    /// The same in pieces: document numbers with their links, and what stands between them.
    pub parts: Vec<PartView>,
    /// Whom the assignee is to ask.
    pub requested_of: String,
    /// The documents named in it.
    pub documents: Vec<ItemDocumentView>,
    /// The day by which it is due, in the words of the language.
    pub due: String,
    /// The same as `YYYY-MM-DD`.
    pub due_date: String,
    /// Its points.
    pub sub_items: Vec<String>,
    /// Number of the item or of the heading over the list.
    pub item: String,
    /// The title of that item.
    pub item_title: String,
    /// `open`, `done`, `cancelled`.
    pub status: String,
    /// The state in the words of the language.
    pub status_label: String,
    /// Where it comes from: `list`, `item`, `cover`, `sentence`, `plan`.
    pub origin: String,
    /// The same in the words of the language.
    pub origin_label: String,
    /// The identifier of the listed action that this one repeats.
    pub same_as: String,
    /// The number of the document that states it.
    pub found_in: String,
    /// Its link.
    pub url: String,
    /// Whether it is listed under a heading and more is known of it than its text says: for a table.
    pub in_table: bool,
}

/// The actions of one who must act.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ActionGroup {
    /// Who must act; empty where nobody is named.
    pub assignee: String,
    /// The actions, in order.
    pub actions: Vec<ActionView>,
}

/// A list of actions with the heading over it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ActionList {
    /// The heading: `Actions for WP2`.
    pub heading: String,
    /// Who must act.
    pub assignee: String,
    /// The actions, in order.
    pub actions: Vec<ActionView>,
    /// Whether more is known of them than a sentence says: for a table.
    pub in_table: bool,
}

pub(super) fn all(business: &Business<'_>) -> Vec<ActionView> {
    business.document.actions.iter().map(|action| view(business, action)).collect()
}

pub(super) fn view(business: &Business<'_>, action: &Action) -> ActionView {
    let (found_in, url) = business.origin();
    ActionView {
        id: text(action.id.as_ref()),
        assignee: text(action.assignee.as_ref()),
        text: action.text.clone(),
        parts: business.parts(&action.text),
        requested_of: text(action.requested_of.as_ref()),
        documents: action.documents.iter().map(|number| business.number(number)).collect(),
        due: business.labels.period(action.due, None),
        due_date: super::shown(action.due.as_ref()),
        sub_items: action.sub_items.clone(),
        item: text(action.item.as_ref()),
        item_title: business.title_of(action.item.as_deref()),
        status: action.status.to_string(),
        status_label: label_of(&business.labels.statuses, action.status.as_str()),
        origin: action.origin.to_string(),
        origin_label: label_of(&business.labels.origins, action.origin.as_str()),
        same_as: text(action.same_as.as_ref()),
        found_in,
        url,
        in_table: is_for_table(business, action),
    }
}

/// Whether a listed action under the heading of an item, which the item's text does not state, has who, when or a
/// state that its own text does not say.
pub(super) fn is_for_table(business: &Business<'_>, action: &Action) -> bool {
    let item = business.item_of(action.item.as_deref());
    let is_under_heading = item.is_some_and(|item| item.kind == ItemKind::Heading);
    let names = |who: &String| action.text.contains(who.as_str());
    let states = |item: &Item| item.text.as_ref().is_some_and(|text| text.contains(&action.text));
    is_under_heading
        && !item.is_some_and(states)
        && action.origin == Origin::List
        && (says_more(business, action) || !action.assignee.as_ref().is_none_or(names))
}

/// Whether an action has a day or a state that its text does not say.
fn says_more(business: &Business<'_>, action: &Action) -> bool {
    let states = |day| meetings::states_day(business, day, None, &[action.text.as_str()]);
    action.status != Status::Open || action.due.is_some_and(|day| !states(day))
}

/// Whether the heading over a list cannot name who must act: only a single word is safe.
fn is_unnamed(action: &Action) -> bool {
    let who = action.assignee.as_deref().unwrap_or_default();
    who.contains(char::is_whitespace) && !action.text.contains(who)
}

/// Every action once, in the order in which those who must act come up; nobody last.
pub(super) fn by_assignee(actions: &[ActionView]) -> Vec<ActionGroup> {
    let mut groups: Vec<ActionGroup> = Vec::new();
    for action in actions.iter().filter(|action| action.same_as.is_empty()) {
        match groups.iter_mut().find(|group| group.assignee == action.assignee) {
            Some(group) => group.actions.push(action.clone()),
            None => {
                groups.push(ActionGroup { assignee: action.assignee.clone(), actions: vec![action.clone()] });
            }
        }
    }
    groups.sort_by_key(|group| group.assignee.is_empty());
    groups
}

/// The listed actions that stand under no item, in their order; a heading wherever another must act.
pub(super) fn lists(business: &Business<'_>) -> Vec<ActionList> {
    let mut lists: Vec<ActionList> = Vec::new();
    for action in business.document.actions.iter().filter(|action| is_front(business, action)) {
        let view = view(business, action);
        let in_table = says_more(business, action) || is_unnamed(action);
        match lists.last_mut().filter(|list| list.assignee == view.assignee) {
            Some(list) => {
                list.in_table |= in_table;
                list.actions.push(view);
            }
            None => lists.push(ActionList {
                in_table,
                heading: heading(business, &view.assignee),
                assignee: view.assignee.clone(),
                actions: vec![view],
            }),
        }
    }
    lists
}

fn is_front(business: &Business<'_>, action: &Action) -> bool {
    action.origin == Origin::List && business.item_of(action.item.as_deref()).is_none()
}

fn heading(business: &Business<'_>, assignee: &str) -> String {
    let headings = &business.labels.headings;
    if assignee.is_empty() {
        return headings.actions.clone();
    }
    fill(&headings.actions_for, &[("who", assignee)])
}
