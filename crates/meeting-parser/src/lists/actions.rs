//! Actions: entries of action lists, `Action:` lines of items, and commitments in prose.

mod entries;
mod parties;
mod promises;
mod same;
mod tables;

use meeting_model::{Action, Confidence, Kind, Origin};

use crate::cover::{self, Cover};
use crate::found::Reading;
use crate::lists::items::Business;
use crate::sentences;
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
        for passage in &item.passages {
            if !in_lists.contains(&passage.line.spot) {
                let found = of_line(item, &passage.line.text, passage.line.spot, reading);
                let counts = |action: &Action| kind == Kind::MeetingReport || action.origin != Origin::Sentence;
                actions.extend(found.into_iter().filter(counts));
            }
        }
    }
    same::mark(&mut actions);
    actions
}

/// The actions of a line of an item: an `Action:` line is one; else each sentence that commits somebody.
fn of_line(item: &Business<'_>, text: &str, spot: crate::outline::Spot, reading: &Reading<'_>) -> Vec<Action> {
    let number = item.item.number.clone();
    if let Some((owner, body)) = labelled(text, reading) {
        let parties = parties::read(body, reading);
        return vec![Action {
            assignee: owner.or(parties.assignee),
            requested_of: parties.requested_of,
            documents: reading.distinct_numbers(body),
            due: parties::due(body, reading),
            text: body.to_owned(),
            item: number,
            origin: Origin::Item,
            rule: "action-line".to_owned(),
            confidence: Confidence::High,
            at: reading.outline.location(spot),
            ..Action::default()
        }];
    }
    let sentences = sentences::sentences(text, reading.words);
    sentences.into_iter().filter_map(|range| promises::read(text[range].trim(), item, spot, reading)).collect()
}

/// `Action: X to do`, `3) Action for X: do` → who the label names, and what follows it.
fn labelled<'t>(text: &'t str, reading: &Reading<'_>) -> Option<(Option<String>, &'t str)> {
    let text = without_enumerator(text);
    let (label, body) = text.split_once([':', '：'])?;
    let body = body.trim();
    let words = reading.words;
    if body.is_empty() {
        return None;
    }
    match words.markers.get(label) {
        Some(Marker::Action) => return Some((None, body)),
        Some(_) => return None,
        None => {}
    }
    let hit = words.markers.leading(label).filter(|hit| hit.key == Marker::ActionFor)?;
    let owner = label[hit.range.end..].trim();
    (!owner.is_empty() && owner.split_whitespace().count() <= 8).then(|| (Some(owner.to_owned()), body))
}

/// `3) Text` → `Text`.
fn without_enumerator(text: &str) -> &str {
    let Some((sign, rest)) = text.split_once([')', '.']) else { return text };
    let is_sign = sign.len() <= 2 && !sign.is_empty() && sign.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_sign { rest.trim_start() } else { text }
}
