//! Actions: entries of action lists, `Action:` lines of items, and commitments in prose.

mod entries;
mod identifier;
mod parties;
mod promises;
mod same;
mod tables;

use meeting_model::{Action, Confidence, Kind, Origin};

use crate::clauses;
pub(crate) use parties::{is_due, strip_article};

use crate::cover::{self, Cover};
use crate::found::Reading;
use crate::group_names;
use crate::lists::items::Business;
use crate::outline::{Line, Spot};
use crate::sentences::{self, split_label};
use crate::vocabulary::Marker;

/// Reads all actions: that of the cover, those of lists and tables, those of items in their order.
/// Only reports commit people in prose: `kind` tells whether this is one.
pub(crate) fn read(cover: &Cover, kind: Kind, items: &[Business<'_>], reading: &Reading<'_>) -> Vec<Action> {
    let mut actions: Vec<Action> = cover::action(cover, reading).into_iter().collect();
    let listed = entries::read(reading);
    let in_lists: Vec<_> = listed.iter().flat_map(|entry| entry.lines.iter().copied()).collect();
    actions.extend(listed.into_iter().map(|entry| entry.action));
    actions.extend(tables::read(reading));
    for item in items {
        let mut is_open = false;
        for passage in &item.passages {
            if !in_lists.contains(&passage.line.spot) {
                let found = of_line(item, passage.line, reading);
                if found.is_empty() && is_open && is_point(passage.line) {
                    let points = actions.last_mut().map(|action| &mut action.sub_items);
                    points.into_iter().for_each(|points| points.push(passage.line.text.clone()));
                    continue;
                }
                is_open = found.last().is_some_and(|action| action.origin == Origin::Item);
                let counts =
                    |action: &Action| kind == Kind::MeetingReport || action.origin != Origin::Sentence;
                actions.extend(found.into_iter().filter(counts));
            }
        }
    }
    same::mark(&mut actions);
    actions
}

/// An enumerated point, `1)`: right below an action it is a part of that.
fn is_point(line: &Line) -> bool {
    line.label.is_some() && !line.is_bullet
}

/// The actions of a line of an item, each part between its breaks for itself.
fn of_line(item: &Business<'_>, line: &Line, reading: &Reading<'_>) -> Vec<Action> {
    let parts = sentences::statements(line, reading.words).into_iter();
    parts.flat_map(|part| of_statement(item, &line.text[part], line.spot, reading)).collect()
}

/// The actions of a statement: an `Action:` line is one; else each sentence that commits somebody.
fn of_statement(item: &Business<'_>, text: &str, spot: Spot, reading: &Reading<'_>) -> Vec<Action> {
    let number = item.item.number.clone();
    let read = |labelled: Labelled<'_>| {
        let parties = parties::read(labelled.body, reading);
        Action {
            id: labelled.id,
            assignee: labelled.owner.or(parties.assignee),
            requested_of: parties.requested_of,
            documents: reading.distinct_numbers(labelled.body),
            due: parties::due(labelled.body, reading),
            text: labelled.body.to_owned(),
            item: number.clone(),
            origin: Origin::Item,
            rule: "action-line".to_owned(),
            confidence: Confidence::High,
            at: reading.outline.location(spot),
            ..Action::default()
        }
    };
    if let Some(labelled) = labelled(text, reading) {
        return vec![read(labelled)];
    }
    let is_outcome = |sentence: &str| {
        let label = split_label(sentence).map(|(label, _)| label);
        label.is_some_and(|label| reading.words.markers.is(label, Marker::Outcome))
    };
    let of_sentence = |sentence: &str| match labelled(sentence, reading) {
        Some(labelled) => Some(read(labelled)),
        None if is_outcome(sentence) => None,
        None => promises::read(sentence, item, spot, reading),
    };
    let sentences = sentences::sentences(text, reading.words);
    sentences.iter().filter_map(|range| of_sentence(text[range.clone()].trim())).collect()
}

/// Whether a text is the identifier of an action and nothing else: `AI-1`.
pub(crate) fn is_identifier(text: &str) -> bool {
    identifier::is_one(text)
}

/// Whether a text is labelled as an action.
pub(crate) fn is_action(text: &str, reading: &Reading<'_>) -> bool {
    labelled(text, reading).is_some()
}

/// What stands before and after the colon of an action.
struct Labelled<'t> {
    id: Option<String>,
    owner: Option<String>,
    body: &'t str,
}

/// `Action: X to do`, `3) Action for X: do`, `AP RG-X-3: X to do`, `[Action: X to do]`.
fn labelled<'t>(text: &'t str, reading: &Reading<'_>) -> Option<Labelled<'t>> {
    // Nearly all sentences have no colon.
    split_label(text)?;
    let text = without_enumerator(without_brackets(text));
    let (label, body) = split_label(text)?;
    let body = body.trim();
    let words = reading.words;
    if body.is_empty() {
        return None;
    }
    // A word may label a row of the cover and a line of an item.
    if words.markers.is(label, Marker::Action) {
        return Some(Labelled { id: None, owner: None, body });
    }
    if words.markers.get(label).is_some() {
        return None;
    }
    if let Some(sign) = sign(label, reading) {
        // `AP SG98-2` has an identifier, `Action 2` a mere number.
        let id = Some(sign.to_owned()).filter(|sign| sign.contains(char::is_alphabetic));
        return Some(Labelled { id, owner: None, body });
    }
    let owner = owner(label, reading)?;
    Some(Labelled { id: None, owner: Some(owner.to_owned()), body })
}

/// Whom a label names: `Action for X`, `Action (X)`, `Action SG98`.
fn owner<'t>(label: &'t str, reading: &Reading<'_>) -> Option<&'t str> {
    const LONGEST: usize = 8;
    let markers = &reading.words.markers;
    if let Some(hit) = clauses::leading_of(markers, label, Marker::ActionFor) {
        let owner = label[hit.range.end..].trim();
        return (!owner.is_empty() && owner.split_whitespace().count() <= LONGEST).then_some(owner);
    }
    let Some(hit) = clauses::leading_of(markers, label, Marker::Action) else {
        return owner_before(label, reading);
    };
    let owner = without_brackets(label[hit.range.end..].trim());
    parties::is_party(owner, reading).then_some(owner)
}

/// Whom a label names before the word: `Editor's action`, `SG98 action`.
fn owner_before<'t>(label: &'t str, reading: &Reading<'_>) -> Option<&'t str> {
    const LONGEST: usize = 60;
    if label.len() > LONGEST {
        return None;
    }
    let hit = clauses::last_of(&reading.words.markers, label, Marker::Action)?;
    let owner = label[..hit.range.start].trim();
    let owner = ["'s", "’s", "'", "’"].iter().find_map(|end| owner.strip_suffix(end)).unwrap_or(owner);
    (hit.range.end == label.trim_end().len() && parties::is_party(owner, reading)).then_some(owner)
}

/// The number or identifier of a label: `Action 2`, `AP SG98-2`.
fn sign<'t>(label: &'t str, reading: &Reading<'_>) -> Option<&'t str> {
    let hit = clauses::leading_of(&reading.words.markers, label, Marker::Action)?;
    let sign = label[hit.range.end..].trim_matches([' ', '#', '.', '-', '–']);
    let is_group = group_names::find(sign).any(|(range, _)| range == (0..sign.len()));
    let is_sign = !is_group
        && sign.ends_with(|c: char| c.is_ascii_digit())
        && !sign.contains(char::is_whitespace)
        && !sign.contains(char::is_lowercase);
    is_sign.then_some(sign)
}

/// `[Text]` → `Text`.
fn without_brackets(text: &str) -> &str {
    let inner = |open: char, close: char| text.strip_prefix(open)?.trim_end_matches('.').strip_suffix(close);
    inner('[', ']').or_else(|| inner('(', ')')).map_or(text, str::trim)
}

/// `3) Text` → `Text`.
fn without_enumerator(text: &str) -> &str {
    let Some((sign, rest)) = text.split_once([')', '.']) else { return text };
    let is_sign =
        sign.len() <= 2 && !sign.is_empty() && sign.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_sign { rest.trim_start() } else { text }
}
