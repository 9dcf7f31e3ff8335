//! Action lists: points under a heading or a line such as `Actions for WP1:`.

use meeting_model::{Action, Confidence, Origin};

use super::{identifier, parties};
use crate::found::Reading;
use crate::group_names;
use crate::lists::labelled;
use crate::outline::{Block, Line, Spot};
use crate::sentences::split_label;
use crate::vocabulary::{Heading as About, Marker};

/// An entry with the lines that it took.
pub(super) struct Entry {
    pub action: Action,
    pub lines: Vec<Spot>,
}

/// A list being read.
struct List {
    /// Whom the list is for.
    owner: Option<String>,
    /// Number of the heading over the list.
    item: Option<String>,
    /// Heading that opened it, if a heading did; it closes with the section.
    heading: Option<usize>,
    /// Index of its first entry among all.
    from: usize,
}

/// Reads the action lists of the body.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut list: Option<List> = None;
    for (at, block) in reading.outline.blocks.iter().enumerate() {
        let Block::Line(line) = block else {
            list = None;
            continue;
        };
        if line.is_empty() {
            continue;
        }
        let opened = opens(line, at, reading);
        if let Some((owner, item, heading)) = opened {
            list = Some(List { owner, item, heading, from: entries.len() });
            continue;
        }
        if reading.outline.is_heading(at) {
            list = None;
            continue;
        }
        if let Some(open) = &list
            && !add(line, open, &mut entries, reading)
            && open.heading.is_none()
        {
            list = None;
        }
    }
    entries
}

type Opened = (Option<String>, Option<String>, Option<usize>);

/// Whether a line opens a list of actions: by its heading, or as a label that ends in a colon.
fn opens(line: &Line, at: usize, reading: &Reading<'_>) -> Option<Opened> {
    let outline = reading.outline;
    if outline.in_annex(line.spot) {
        return None;
    }
    if outline.is_heading(at) {
        let heading = outline.heading(line.spot)?;
        let is_list = heading.about == Some(About::Actions)
            || reading.words.markers.leading(&heading.title).is_some_and(|hit| is_marker(hit.key));
        // The sections of an action plan tell of the plan; they list nobody's tasks.
        let is_plan = reading.words.headings.has(&heading.title, About::ActionPlan);
        let opened = || (owner(&heading.title, reading), heading.number.clone(), line.spot.heading);
        // A heading with its source and documents below it is that of an item.
        let is_item = next_line(at, reading).is_some_and(|line| labelled::part(line, reading).is_some());
        return (is_list && !is_plan && !is_item).then(opened);
    }
    let label = line.text.strip_suffix([':', '：']).or_else(|| bare_label(line, at, reading))?;
    let is_list = reading.words.headings.get(label) == Some(About::Actions)
        || reading.words.markers.leading(label).is_some_and(|hit| is_marker(hit.key))
        || tells_of_actions(label, reading);
    let number = outline.heading(line.spot).and_then(|heading| heading.number.clone());
    let is_list = is_list && !is_action_with_points(line, at, reading);
    (is_list && label.split_whitespace().count() <= 12 && line.label.is_none())
        .then(|| (owner(label, reading), number, None))
}

/// `Action: WP2 to prepare a text:` with points below is an action with its parts.
fn is_action_with_points(line: &Line, at: usize, reading: &Reading<'_>) -> bool {
    let names = |action: super::Labelled<'_>| parties::read(action.body, reading).assignee.is_some();
    super::labelled(&line.text, reading).is_some_and(names)
        && next_line(at, reading).is_some_and(is_enumerated)
}

/// A line that is set as a label without a colon: a word for actions alone, with entries that have ids right below.
fn bare_label<'l>(line: &'l Line, at: usize, reading: &Reading<'_>) -> Option<&'l str> {
    let is_word = reading.words.headings.get(&line.text) == Some(About::Actions);
    let next = next_line(at, reading)?;
    (is_word && identifier::leading(&next.text).is_some()).then_some(line.text.as_str())
}

/// The next line with words, unless a table comes before it.
fn next_line<'d>(at: usize, reading: &Reading<'d>) -> Option<&'d Line> {
    let mut below = reading.outline.blocks[at + 1..].iter().map_while(|block| match block {
        Block::Line(line) => Some(line),
        Block::Table(_) => None,
    });
    below.find(|line| !line.is_empty())
}

/// `The following action items were agreed`: more than the mere word, which has other meanings.
fn tells_of_actions(label: &str, reading: &Reading<'_>) -> bool {
    let hits = reading.words.headings.find(label);
    hits.iter().any(|hit| hit.key == About::Actions && hit.tokens.len() > 1)
}

fn is_marker(marker: Marker) -> bool {
    matches!(marker, Marker::Action | Marker::ActionFor | Marker::ActionFrom)
}

/// Whom a list is for: `Actions for WP1` → WP1, `Action from RG-WM to WP2` → WP2.
fn owner(title: &str, reading: &Reading<'_>) -> Option<String> {
    let last = group_names::find(title).last().map(|(_, code)| group_names::compact(code));
    last.or_else(|| {
        let hit = reading.words.markers.leading(title)?;
        let rest = title[hit.range.end..].trim();
        let name = parties::strip_article(rest);
        (hit.key == Marker::ActionFor && parties::is_party(name, reading)).then(|| name.to_owned())
    })
}

/// Adds a line to the list: as an entry, or as a dated point of the entry before. Tells whether it belonged.
fn add(line: &Line, list: &List, entries: &mut Vec<Entry>, reading: &Reading<'_>) -> bool {
    let bare = without_label(&line.text, reading);
    let id = identifier::leading(bare);
    let has_ids = entries[list.from..].iter().any(|entry| entry.action.id.is_some());
    let is_sub_item = id.is_none() && is_enumerated(line) && entries.len() > list.from;
    if is_sub_item && let Some(last) = entries.last_mut() {
        last.action.sub_items.push(line.text.clone());
        last.lines.push(line.spot);
        return true;
    }
    // In a list with ids a line without one is no entry; a plain line is one only where no points are.
    let is_plain = !line.is_point() && bare.len() == line.text.len();
    if id.is_none() && (has_ids || (is_plain && entries.len() > list.from)) {
        return false;
    }
    let (id, text) = match id {
        Some((id, rest)) => (Some(id.to_owned()), rest.trim()),
        None => (None, bare),
    };
    if text.is_empty() || reading.is_nothing(text) {
        return false;
    }
    entries.push(Entry { action: entry(id, text, list, line, reading), lines: vec![line.spot] });
    true
}

/// An entry without the label that counts it: `Action 1: X to do`.
fn without_label<'t>(text: &'t str, reading: &Reading<'_>) -> &'t str {
    let Some((label, body)) = split_label(text) else { return text };
    let is_counted =
        super::sign(label, reading).is_some_and(|sign| sign.bytes().all(|sign| sign.is_ascii_digit()));
    let body = body.trim_start();
    if is_counted && !body.is_empty() { body } else { text }
}

/// Enumerated points below an entry: `1)`, `i.`; bullets are entries themselves.
fn is_enumerated(line: &Line) -> bool {
    line.label.is_some() && !line.is_bullet
}

fn entry(id: Option<String>, text: &str, list: &List, line: &Line, reading: &Reading<'_>) -> Action {
    let parties = parties::read(text, reading);
    Action {
        id,
        assignee: parties.assignee.or_else(|| list.owner.clone()),
        requested_of: parties.requested_of,
        documents: reading.distinct_numbers(text),
        due: parties::due(text, reading),
        text: text.to_owned(),
        item: list.item.clone(),
        origin: Origin::List,
        rule: "action-list".to_owned(),
        confidence: Confidence::High,
        at: reading.outline.location(line.spot),
        ..Action::default()
    }
}
