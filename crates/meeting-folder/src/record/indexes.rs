//! The indexes of the meeting together.

use std::collections::{BTreeMap, BTreeSet};

use meeting_model::DocumentNumber;

use super::register::{Place, place};
use crate::index::{Index, IndexEntry};

/// All indexes, by number.
pub(super) struct Indexes<'a> {
    entries: BTreeMap<Place, Vec<(&'a DocumentNumber, &'a IndexEntry)>>,
    /// Group and series of each.
    series: BTreeSet<(String, String)>,
}

impl<'a> Indexes<'a> {
    pub(super) fn of(indexes: &[&'a Index]) -> Self {
        let mut entries: BTreeMap<Place, Vec<_>> = BTreeMap::new();
        let mut series = BTreeSet::new();
        for index in indexes {
            series.extend(index.group.clone().zip(index.series.clone()));
            for entry in &index.entries {
                if let Some(number) = &entry.number {
                    series.extend(number.group.clone().map(|group| (group, number.series.clone())));
                    entries.entry(place(number)).or_default().push((number, entry));
                }
            }
        }
        Self { entries, series }
    }

    /// What an index says about a document; of several revisions, about the latest. What is said of a document holds
    /// for its addenda too, where these are not listed by themselves.
    pub(super) fn about(&self, number: &DocumentNumber) -> Option<&'a IndexEntry> {
        let whole = DocumentNumber { attachments: Vec::new(), ..number.clone() };
        self.lookup(number).or_else(|| self.lookup(&whole))
    }

    fn lookup(&self, number: &DocumentNumber) -> Option<&'a IndexEntry> {
        let entries = self.entries.get(&place(number))?.iter();
        let fitting = entries.filter(|(own, _)| own.matches_any_revision(number));
        fitting.max_by_key(|(own, _)| own.revision).map(|(_, entry)| *entry)
    }

    /// Whether there is an index of the documents that this is one of.
    pub(super) fn cover(&self, number: &DocumentNumber) -> bool {
        number.group.clone().is_some_and(|group| self.series.contains(&(group, number.series.clone())))
    }

    /// The numbers on the indexes.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &'a DocumentNumber> {
        self.entries.values().flatten().map(|(number, _)| *number)
    }
}
