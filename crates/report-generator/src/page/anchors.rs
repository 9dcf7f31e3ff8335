//! The places of the page that others lead to: documents by any number that means them, items by their numbers.

use std::collections::{HashMap, HashSet};

use meeting_model::{DocumentNumber, Item, ItemDocument, MeetingRecord, MergedItem, RegisterEntry};

use super::links::{Link, fragment};

/// Every place, found by what leads to it.
pub(super) struct Anchors<'a> {
    documents: HashMap<(&'a str, u32), Vec<(&'a DocumentNumber, usize)>>,
    /// Of the register, then of the missing documents.
    ids: Vec<String>,
    items: HashMap<&'a str, usize>,
    item_ids: Vec<String>,
}

impl<'a> Anchors<'a> {
    pub(super) fn of(record: &'a MeetingRecord) -> Self {
        let mut documents: HashMap<_, Vec<_>> = HashMap::new();
        let mut add = |number: &'a DocumentNumber, at| {
            documents.entry((number.series.as_str(), number.number)).or_default().push((number, at));
        };
        for (at, entry) in record.register.iter().enumerate() {
            entry.number.iter().chain(&entry.revisions).for_each(|number| add(number, at));
        }
        for (at, missing) in record.missing.iter().enumerate() {
            add(&missing.number, record.register.len() + at);
        }
        let own = record.register.iter().map(RegisterEntry::shown);
        let ids = own.chain(record.missing.iter().map(|one| one.number.to_string()));
        let (items, item_ids) = items(&record.items);
        Self { documents, ids: unique("documents", ids), items, item_ids }
    }

    /// The id of the row of a document: of the register, and after its last of the missing ones.
    pub(super) fn document(&self, at: usize) -> &str {
        &self.ids[at]
    }

    /// The id of the row of an item.
    pub(super) fn item(&self, at: usize) -> &str {
        &self.item_ids[at]
    }

    /// A number, with the way to the document's row.
    pub(super) fn number(&self, number: &DocumentNumber) -> Link {
        let text = number.to_string();
        match self.find(number) {
            Some(at) => Link::within(text, &self.ids[at]),
            None => Link::none(text),
        }
    }

    /// Numbers, each with the way to its document.
    pub(super) fn numbers(&self, numbers: &[DocumentNumber]) -> Vec<Link> {
        numbers.iter().map(|number| self.number(number)).collect()
    }

    /// A document under an item: its part after the number, in parentheses what was not introduced.
    pub(super) fn item_document(&self, document: &ItemDocument) -> Link {
        let mut link = self.number(&document.number);
        if let Some(part) = &document.part {
            link.text = format!("{}/{part}", link.text);
        }
        if document.introduced == Some(false) {
            link.text = format!("({})", link.text);
        }
        link
    }

    /// The number of an item, with the way to its row.
    pub(super) fn item_number(&self, number: &str) -> Link {
        match self.items.get(number) {
            Some(at) => Link { text: number.to_owned(), to: fragment(&self.item_ids[*at]) },
            None => Link::none(number),
        }
    }

    /// The first document that the number can mean; another revision of it, where this one is nowhere.
    fn find(&self, number: &DocumentNumber) -> Option<usize> {
        let near = self.documents.get(&(number.series.as_str(), number.number))?;
        let same = near.iter().find(|(other, _)| number.matches(other));
        let found = same.or_else(|| near.iter().find(|(other, _)| number.matches_any_revision(other)));
        found.map(|(_, at)| *at)
    }
}

/// Items by the numbers that lead to them; the report's go before the agenda's.
fn items(all: &[MergedItem]) -> (HashMap<&str, usize>, Vec<String>) {
    let mut items = HashMap::new();
    let numbers: [fn(&MergedItem) -> Option<&str>; 2] = [report_number, |one| one.agenda_number.as_deref()];
    for number in numbers {
        for (at, item) in all.iter().enumerate() {
            number(item).map(|number| items.entry(number).or_insert(at));
        }
    }
    let ids = all.iter().map(|one| report_number(one).unwrap_or_default().to_owned());
    (items, unique("items", ids))
}

fn report_number(merged: &MergedItem) -> Option<&str> {
    let item: &Item = &merged.item;
    merged.report_number.as_deref().or(item.number.as_deref())
}

/// Ids below a section: the name, or the place where there is none or it was met before.
pub(super) fn unique(section: &str, names: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    let id = |(at, name): (usize, String)| {
        // White space ends an id.
        let name = name.split_whitespace().collect::<Vec<_>>().join("-");
        let free = !name.is_empty() && seen.insert(name.clone());
        if free { format!("{section}/{name}") } else { format!("{section}/{name}~{}", at + 1) }
    };
    names.enumerate().map(id).collect()
}

trait Shown {
    fn shown(&self) -> String;
}

impl Shown for RegisterEntry {
    /// The number; none for what has none.
    fn shown(&self) -> String {
        self.number.as_ref().map(ToString::to_string).unwrap_or_default()
    }
}
