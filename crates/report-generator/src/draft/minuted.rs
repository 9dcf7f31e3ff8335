//! What was typed during the meeting, laid over the items of the agenda.

use meeting_model::{Action, Decision, Item, ItemKind, Origin, Outcome, Verb, number};

use super::group::Sheet;
use super::{Draft, Remark, items};
use crate::labels::fill;
use crate::minutes::{Entry, Minutes, TypedAction};

/// Who decides where nobody else is named, as the contract says it.
const THE_MEETING: &str = "the meeting";

/// Puts every entry where it belongs; what has no place goes into an item of its own at the end.
pub(super) fn into(draft: &mut Draft, minutes: &Minutes, sheet: &Sheet<'_>) {
    let mut homeless = Vec::new();
    for entry in &minutes.entries {
        if is_preamble(entry, sheet) {
            draft.preamble.extend(entry.text.iter().cloned());
            continue;
        }
        match place(&draft.document.items, entry) {
            Some(at) => apply(draft, at, entry, sheet),
            None => homeless.push(entry),
        }
    }
    keep(draft, &homeless, sheet);
}

/// Text before the first heading, or under a heading for it, belongs into the introduction.
fn is_preamble(entry: &Entry, sheet: &Sheet<'_>) -> bool {
    let is_introduction = entry.title.to_lowercase() == sheet.labels.headings.introduction.to_lowercase();
    let is_plain = entry.decisions.is_empty() && entry.actions.is_empty();
    is_plain && entry.number.is_none() && (entry.title.is_empty() || is_introduction)
}

/// The item of an entry: by its number, else by its title.
fn place(items: &[Item], entry: &Entry) -> Option<usize> {
    if entry.number.is_some() {
        return items.iter().position(|item| item.number == entry.number);
    }
    let title = entry.title.to_lowercase();
    let has_title = |item: &Item| item.title.as_ref().is_some_and(|own| own.to_lowercase() == title);
    items.iter().position(has_title).filter(|_| !title.is_empty())
}

fn apply(draft: &mut Draft, at: usize, entry: &Entry, sheet: &Sheet<'_>) {
    let item = &mut draft.document.items[at];
    let presented =
        entry.presented_by.as_ref().map(|who| fill(&sheet.labels.words.presented_by, &[("who", who)]));
    let lines: Vec<String> =
        item.text.iter().cloned().chain(presented).chain(entry.text.iter().cloned()).collect();
    item.text = Some(lines.join("\n")).filter(|text| !text.is_empty());
    outcomes(item, entry);
    let number = item.number.clone();
    let documents: Vec<_> = item.documents.iter().map(|document| document.number.clone()).collect();
    let decision = |verb: Verb, text: &str| Decision {
        verb,
        by: Some(THE_MEETING.to_owned()),
        item: number.clone(),
        documents: match numbers(text) {
            named if named.is_empty() => documents.clone(),
            named => named,
        },
        text: text.to_owned(),
        rule: String::new(),
        confidence: meeting_model::Confidence::High,
        at: meeting_model::Location::default(),
    };
    let typed = entry.decisions.iter().map(|typed| decision(typed.verb, &typed.text));
    let by_word = words_alone(entry).into_iter().map(|(verb, line)| decision(verb, &line));
    let decisions: Vec<Decision> = by_word.chain(typed).collect();
    draft.document.decisions.extend(decisions);
    draft.document.actions.extend(entry.actions.iter().map(|typed| action(typed, number.clone())));
    if !entry.text.is_empty() || entry.presented_by.is_some() {
        draft.told.push(number);
    }
}

/// What happened now joins what the agenda tells of earlier meetings.
fn outcomes(item: &mut Item, entry: &Entry) {
    let presented = entry.presented_by.as_ref().map(|_| Outcome::Presented);
    let decided = entry.decisions.iter().filter_map(|typed| typed.verb.as_str().parse().ok());
    for outcome in presented.into_iter().chain(entry.outcomes.iter().copied()).chain(decided) {
        if !item.outcomes.contains(&outcome) {
            item.outcomes.push(outcome);
        }
    }
    item.presented_by = entry.presented_by.clone().or(item.presented_by.take());
    if entry.outcomes.contains(&Outcome::NotPresented) {
        item.documents.iter_mut().for_each(|document| document.introduced = Some(false));
    }
}

/// Outcomes that dispose of the matter and that no sentence states: the word alone is the decision.
fn words_alone(entry: &Entry) -> Vec<(Verb, String)> {
    let stated = |verb: Verb| entry.decisions.iter().any(|decision| decision.verb == verb);
    let verbs = entry.outcomes.iter().filter_map(|outcome| outcome.as_str().parse::<Verb>().ok());
    let first = entry.text.first().cloned().unwrap_or_default();
    verbs.filter(|verb| !stated(*verb)).map(|verb| (verb, first.clone())).collect()
}

fn action(typed: &TypedAction, item: Option<String>) -> Action {
    Action {
        assignee: typed.assignee.clone(),
        requested_of: typed.requested_of.clone(),
        text: typed.text.clone(),
        documents: numbers(&typed.text),
        due: typed.due,
        sub_items: typed.sub_items.clone(),
        item,
        origin: Origin::Item,
        ..Action::default()
    }
}

/// The numbers in a text, each once.
fn numbers(text: &str) -> Vec<meeting_model::DocumentNumber> {
    let mut found = Vec::new();
    for number in number::find(text).into_iter().map(|found| found.number) {
        if !found.contains(&number) {
            found.push(number);
        }
    }
    found
}

/// An item at the end keeps what has no place on the agenda, each with its own heading.
fn keep(draft: &mut Draft, homeless: &[&Entry], sheet: &Sheet<'_>) {
    if homeless.is_empty() {
        return;
    }
    let number = items::next_number(&draft.document.items);
    draft.document.items.push(Item {
        number: Some(number),
        kind: ItemKind::Heading,
        title: Some(sheet.labels.headings.todo.clone()),
        ..Item::default()
    });
    let at = draft.document.items.len() - 1;
    for entry in homeless {
        let heading = [entry.number.as_deref().unwrap_or_default(), &entry.title].join(" ");
        let heading = heading.trim().to_owned();
        let mut kept = (*entry).clone();
        if !heading.is_empty() {
            kept.text.insert(0, heading.clone());
        }
        draft.remarks.push(Remark { line: entry.line, heading });
        apply(draft, at, &kept, sheet);
    }
}
