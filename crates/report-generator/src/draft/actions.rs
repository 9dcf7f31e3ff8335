//! The actions at the front of the report: every action of an item again, with an identifier.

use meeting_model::{Action, Origin};

use super::group::Sheet;
use super::{Draft, Place};

/// Collects the actions of items into the list at the front, and gives all listed ones an identifier.
pub(super) fn collect(draft: &mut Draft, sheet: &Sheet<'_>) {
    let prefix = format!("{}-", sheet.group);
    let actions = std::mem::take(&mut draft.document.actions);
    let (mut listed, mut others): (Vec<Action>, Vec<Action>) =
        actions.into_iter().partition(|action| action.origin == Origin::List && action.item.is_none());
    let mut next = 1 + listed.iter().filter_map(|action| count(action, &prefix)).max().unwrap_or(0);
    let mut identify = |action: &mut Action| {
        action
            .id
            .get_or_insert_with(|| {
                next += 1;
                format!("{prefix}{}", next - 1)
            })
            .clone()
    };
    for action in &mut listed {
        identify(action);
    }
    let open = others.iter_mut().filter(|action| action.origin == Origin::Item && action.same_as.is_none());
    for action in open {
        let mut copy = Action { item: None, origin: Origin::List, ..action.clone() };
        action.same_as = Some(identify(&mut copy));
        listed.push(copy);
    }
    if listed.is_empty() {
        draft.todo(Place::Actions, &sheet.labels.sentences.todo_actions);
    }
    listed.append(&mut others);
    draft.document.actions = listed;
}

/// The number in an identifier of this group.
fn count(action: &Action, prefix: &str) -> Option<u32> {
    action.id.as_deref()?.strip_prefix(prefix)?.parse().ok()
}
