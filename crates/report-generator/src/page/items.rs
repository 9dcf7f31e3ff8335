//! The items of agenda and report as one tree.

use std::collections::HashMap;

use meeting_model::{DocumentNumber, ItemKind, MergedItem, Proceedings};
use serde::Serialize;

use super::links::Link;
use super::parts::{Prose, named};
use super::view::Of;
use crate::labels::{fill, label_of};

/// Deeper items are drawn as deep as this.
const DEEPEST: usize = 4;

/// A row of the items.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ItemRow {
    pub id: String,
    /// Its number in the report, or else on the agenda.
    pub number: String,
    /// Its number on the agenda, where that is another, as the language says it.
    pub otherwise: String,
    /// How deep it stands, from 1.
    pub level: usize,
    pub heading: bool,
    pub title: String,
    pub sources: Vec<String>,
    pub presented_by: String,
    pub prose: Prose,
    pub documents: Vec<Link>,
    pub proposed: Vec<String>,
    pub outcomes: Vec<String>,
    /// Decisions, by their verbs.
    pub decisions: Vec<Link>,
    /// Actions, by who must act.
    pub actions: Vec<Link>,
}

/// All items, in the order of the record.
pub(super) fn rows(of: &Of<'_>) -> Vec<ItemRow> {
    let levels = levels(&of.record.items);
    let business = Business::of(of);
    let all = of.record.items.iter().enumerate();
    all.map(|(at, merged)| row(of, &business, at, merged, levels[at])).collect()
}

fn row(of: &Of<'_>, business: &Business, at: usize, merged: &MergedItem, level: usize) -> ItemRow {
    let item = &merged.item;
    let number = merged.report_number.as_ref().or(item.number.as_ref()).or(merged.agenda_number.as_ref());
    let number = number.cloned().unwrap_or_default();
    let other = merged.agenda_number.as_ref().filter(|agenda| **agenda != number);
    // Most reports say it in the text already.
    let said = |who: &&String| item.text.as_ref().is_some_and(|text| text.contains(who.as_str()));
    let presenter = item.presented_by.as_ref().filter(|who| !said(who));
    let who = |who: &String| fill(&of.labels.words.presented_by, &[("who", who)]);
    ItemRow {
        id: of.anchors.item(at).to_owned(),
        otherwise: other
            .map(|other| fill(&of.labels.page.on_agenda_as, &[("number", other)]))
            .unwrap_or_default(),
        level,
        heading: item.kind == ItemKind::Heading,
        title: item.title.clone().unwrap_or_default(),
        sources: item.sources.clone(),
        presented_by: presenter.map(who).unwrap_or_default(),
        prose: item.text.as_deref().map(Prose::of).unwrap_or_default(),
        documents: item.documents.iter().map(|one| of.anchors.item_document(one)).collect(),
        proposed: named(&of.labels.proposed, &item.proposed),
        outcomes: named(&of.labels.outcomes, &item.outcomes),
        decisions: business.decisions.get(&number).cloned().unwrap_or_default(),
        actions: business.actions.get(&number).cloned().unwrap_or_default(),
        number,
    }
}

/// How deep each item stands: below the heading that it names, or else by the points in its number.
fn levels(items: &[MergedItem]) -> Vec<usize> {
    let mut known: HashMap<&str, usize> = HashMap::new();
    let mut levels = Vec::with_capacity(items.len());
    for MergedItem { item, .. } in items {
        let above = item.section.as_deref().filter(|above| item.number.as_deref() != Some(above));
        let points = |number: &str| number.matches('.').count() + 1;
        let level = match above.and_then(|above| known.get(above)) {
            Some(above) => above + 1,
            None => item.number.as_deref().map_or(1, points),
        };
        let level = level.min(DEEPEST);
        item.number.as_deref().map(|number| known.insert(number, level));
        levels.push(level);
    }
    levels
}

/// What agenda and report decide and ask for, by the number of the item.
struct Business {
    decisions: HashMap<String, Vec<Link>>,
    actions: HashMap<String, Vec<Link>>,
}

impl Business {
    fn of(of: &Of<'_>) -> Self {
        let mut decisions: HashMap<String, Vec<Link>> = HashMap::new();
        for (one, id) in of.record.decisions.iter().zip(&of.decision_ids) {
            let verb = label_of(&of.labels.verbs, one.element.verb.as_str());
            if let Some(item) = one.element.item.clone().filter(|_| of_the_meeting(of, &one.found_in)) {
                decisions.entry(item).or_default().push(Link::within(verb, id));
            }
        }
        let mut actions: HashMap<String, Vec<Link>> = HashMap::new();
        for (one, id) in of.record.actions.iter().zip(&of.action_ids) {
            let action = &one.element;
            let name = action.assignee.as_ref().or(action.id.as_ref());
            let name = name.unwrap_or(&of.labels.words.action).clone();
            if let Some(item) = action.item.clone().filter(|_| of_the_meeting(of, &one.found_in)) {
                actions.entry(item).or_default().push(Link::within(name, id));
            }
        }
        Self { decisions, actions }
    }
}

/// Whether the meeting's own report or agenda states it: other documents have items of their own.
fn of_the_meeting(of: &Of<'_>, found_in: &[DocumentNumber]) -> bool {
    let papers = [&of.record.report, &of.record.agenda];
    let mut own = papers.into_iter().flatten().filter_map(|paper: &Proceedings| paper.number.as_ref());
    own.any(|number| found_in.contains(number))
}
