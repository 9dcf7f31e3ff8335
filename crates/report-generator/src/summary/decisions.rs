//! Decisions, each once, by the document that states them first.

use std::collections::BTreeMap;

use meeting_model::{Decision, Location};

use super::entries::{DecisionEntry, Mention};
use super::same::{agree, folded, share};
use super::sources::Sources;

/// All decisions, in the order of the documents and of their text.
pub(super) fn entries(sources: &Sources) -> Vec<DecisionEntry> {
    let mut list = List { sources, entries: Vec::new(), texts: BTreeMap::new() };
    for (source, document) in &sources.documents {
        for decision in &document.decisions {
            let mention = source.mention(decision.item.as_deref(), &decision.at);
            list.add(decision, vec![mention], source.group.as_deref());
        }
    }
    for (places, record) in &sources.records {
        for sourced in &record.decisions {
            let (decision, at): (&Decision, &Location) = (&sourced.element, &sourced.element.at);
            let mentions = sources.mentions(places, &sourced.found_in, decision.item.as_deref(), at);
            list.add(decision, mentions, record.meeting.group.as_deref());
        }
    }
    list.entries.into_iter().map(|(entry, _)| entry).collect()
}

struct List<'a> {
    sources: &'a Sources<'a>,
    /// The entries with their decisions.
    entries: Vec<(DecisionEntry, &'a Decision)>,
    texts: BTreeMap<String, Vec<usize>>,
}

impl<'a> List<'a> {
    /// Adds a decision, or the places where it is stated again.
    fn add(&mut self, decision: &'a Decision, mentions: Vec<Mention>, group: Option<&str>) {
        let text = folded(&decision.text);
        let known = self
            .texts
            .get(&text)
            .and_then(|all| all.iter().copied().find(|&at| is_same(&self.entries[at], decision, &mentions)));
        if let Some(at) = known {
            self.entries[at].0.found_in.extend(mentions);
            return;
        }
        self.texts.entry(text).or_default().push(self.entries.len());
        self.entries.push((
            DecisionEntry {
                verb: decision.verb,
                by: decision.by.clone(),
                item: decision.item.clone(),
                documents: self.sources.linked(&decision.documents, group),
                text: decision.text.clone(),
                found_in: mentions,
            },
            decision,
        ));
    }
}

/// The same words in another document, on the same documents. "It was noted." twice in one report is two decisions.
fn is_same((entry, known): &(DecisionEntry, &Decision), decision: &Decision, mentions: &[Mention]) -> bool {
    let elsewhere = mentions
        .iter()
        .all(|new| entry.found_in.iter().all(|old| (&old.number, &old.file) != (&new.number, &new.file)));
    let told_apart = known.documents.is_empty() || decision.documents.is_empty();
    let same_item = known.item.is_some() && known.item == decision.item;
    elsewhere
        && known.verb == decision.verb
        && agree(known.by.as_deref(), decision.by.as_deref())
        && share(&known.documents, &decision.documents)
        && (!told_apart || same_item || is_long(&decision.text))
}

/// A sentence that nobody writes twice by chance.
fn is_long(text: &str) -> bool {
    text.split_whitespace().count() >= 8
}
