//! Actions: each once, by who must act.

use std::collections::BTreeMap;

use jiff::civil::Date;
use meeting_model::{Action, DocumentNumber, Origin, Status};

use super::entries::{ActionEntry, Mention};
use super::same::{agree, folded, share};
use super::sources::Sources;

/// Two wordings of a numbered action are at least so much alike.
const ALIKE: f64 = 0.8;

/// All actions. First those of the first assignee in the alphabet, what is open before what is not, the most urgent
/// before others; at the end those that nobody is named for.
pub(super) fn entries(sources: &Sources, on: Date) -> Vec<ActionEntry> {
    let mut entries: Vec<ActionEntry> =
        merged(stated(sources)).iter().map(|same| entry(same, sources, on)).collect();
    entries.sort_by_cached_key(|entry| {
        let assignee = entry.assignee.as_deref().map(folded);
        (
            (assignee.is_none(), assignee),
            (entry.status, entry.due.is_none(), entry.due),
            entry.found_in.first().map(|mention| mention.number.clone()),
        )
    });
    entries
}

/// An action as one document states it.
struct Stated<'a> {
    action: &'a Action,
    mentions: Vec<Mention>,
    /// Which document or record it is from.
    source: usize,
    group: Option<&'a str>,
}

fn stated<'a>(sources: &'a Sources) -> Vec<Stated<'a>> {
    let mut out = Vec::new();
    for (index, (source, document)) in sources.documents.iter().enumerate() {
        out.extend(document.actions.iter().map(|action| Stated {
            action,
            mentions: named(vec![source.mention(action.item.as_deref(), &action.at)], action),
            source: index,
            group: source.group.as_deref(),
        }));
    }
    for (index, (places, record)) in sources.records.iter().enumerate() {
        out.extend(record.actions.iter().map(|sourced| {
            let action = &sourced.element;
            let mentions = sources.mentions(places, &sourced.found_in, action.item.as_deref(), &action.at);
            let source = sources.documents.len() + index;
            Stated {
                action,
                mentions: named(mentions, action),
                source,
                group: record.meeting.group.as_deref(),
            }
        }));
    }
    out
}

fn named(mut mentions: Vec<Mention>, action: &Action) -> Vec<Mention> {
    if let Some(first) = mentions.first_mut() {
        first.id.clone_from(&action.id);
    }
    mentions
}

/// The statements of each action together, in the order in which the actions were first met.
fn merged(stated: Vec<Stated>) -> Vec<Vec<Stated>> {
    let mut groups: Vec<Vec<Stated>> = Vec::new();
    let mut texts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut ids: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    // What repeats a listed action may stand before the list.
    let (repeated, plain): (Vec<_>, Vec<_>) =
        stated.into_iter().partition(|one| one.action.same_as.is_some());
    for one in plain.into_iter().chain(repeated) {
        let text = folded(&one.action.text);
        let named = one.action.same_as.as_ref().and_then(|id| ids.get(id)).and_then(|all| {
            all.iter().copied().find(|&at| groups[at].iter().any(|other| other.source == one.source))
        });
        let numbered = one.action.id.as_ref().and_then(|id| ids.get(id));
        let numbered = || numbered?.iter().copied().find(|&at| is_same_number(&groups[at], &one));
        let worded = || texts.get(&text)?.iter().copied().find(|&at| is_same_text(&groups[at], &one));
        let at = named.or_else(worded).or_else(numbered).unwrap_or(groups.len());
        texts.entry(text).or_default().push(at);
        if let Some(id) = &one.action.id {
            ids.entry(id.clone()).or_default().push(at);
        }
        match groups.get_mut(at) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// Whether an action with the same words is the same: it may not differ in who must act and on what.
fn is_same_text(group: &[Stated], one: &Stated) -> bool {
    group.iter().all(|other| {
        agree(other.action.assignee.as_deref(), one.action.assignee.as_deref())
            && share(&other.action.documents, &one.action.documents)
            // A list counts what it states twice.
            && (other.source != one.source || other.action.origin != one.action.origin)
    })
}

/// Whether an action with the same number in another document is the same, said a little differently. A bare number
/// (`1`) is given anew in every document.
fn is_same_number(group: &[Stated], one: &Stated) -> bool {
    let telling = one.action.id.as_deref().is_some_and(|id| id.chars().any(char::is_alphabetic));
    telling
        && group.iter().all(|other| {
            other.source != one.source
                && agree(other.action.assignee.as_deref(), one.action.assignee.as_deref())
                && strsim::sorensen_dice(&folded(&other.action.text), &folded(&one.action.text)) >= ALIKE
        })
}

/// One action out of its statements: words of the list before words from elsewhere, the day of the latest document,
/// and it is no longer open when one document says so.
fn entry(same: &[Stated], sources: &Sources, on: Date) -> ActionEntry {
    let mut ranked: Vec<&Stated> = same.iter().collect();
    ranked.sort_by_key(|one| (one.action.origin != Origin::List, one.source));
    let first = |of: fn(&Action) -> Option<&String>| ranked.iter().find_map(|one| of(one.action)).cloned();
    let due =
        same.iter().max_by_key(|one| (one.action.due.is_some(), one.source)).and_then(|one| one.action.due);
    let status = same.iter().map(|one| one.action.status).max().unwrap_or_default();
    let points = ranked.iter().max_by_key(|one| one.action.sub_items.len());
    ActionEntry {
        id: first(|action| action.id.as_ref()),
        assignee: first(|action| action.assignee.as_ref()),
        text: ranked.first().map(|one| one.action.text.clone()).unwrap_or_default(),
        requested_of: first(|action| action.requested_of.as_ref()),
        documents: sources.linked(&documents(&ranked), ranked.first().and_then(|one| one.group)),
        due,
        sub_items: points.map(|one| one.action.sub_items.clone()).unwrap_or_default(),
        status,
        overdue: status == Status::Open && due.is_some_and(|due| due < on),
        found_in: places(&ranked),
    }
}

/// All documents named, each once.
fn documents(same: &[&Stated]) -> Vec<DocumentNumber> {
    let mut out: Vec<DocumentNumber> = Vec::new();
    for number in same.iter().flat_map(|one| &one.action.documents) {
        if !out.iter().any(|known| known.matches(number)) {
            out.push(number.clone());
        }
    }
    out
}

/// All places, each once.
fn places(same: &[&Stated]) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    for mention in same.iter().flat_map(|one| &one.mentions) {
        let known = out.iter().any(|known| {
            (&known.number, &known.file, &known.item, &known.heading)
                == (&mention.number, &mention.file, &mention.item, &mention.heading)
        });
        if !known {
            out.push(mention.clone());
        }
    }
    out
}
