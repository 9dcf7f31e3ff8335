//! Documents: those that lists name and those that were read, each once, by number.

use std::collections::BTreeMap;

use meeting_model::{Document, DocumentNumber, ListedDocument, RegisterEntry};

use super::entries::{DocumentEntry, Mention};
use super::sources::{Source, Sources, file_of, of_group, page_of, web};

/// All documents, by number; those without a number at the end.
pub(super) fn entries(sources: &Sources) -> Vec<DocumentEntry> {
    let mut list = List::default();
    for (source, document) in &sources.documents {
        list.add(read(source, document));
    }
    for (_, record) in &sources.records {
        record.register.iter().for_each(|entry| list.add(registered(entry)));
    }
    for (source, document) in &sources.documents {
        for row in &document.documents {
            list.add(listed(row, source, sources));
        }
    }
    let mut entries = list.entries;
    entries.sort_by_cached_key(|entry| (entry.number.is_none(), entry.number.clone(), entry.title.clone()));
    entries
}

#[derive(Default)]
struct List {
    entries: Vec<DocumentEntry>,
    numbers: BTreeMap<(String, u32), Vec<usize>>,
}

impl List {
    /// Adds a document, or what is new about a known one.
    fn add(&mut self, entry: DocumentEntry) {
        let Some(number) = &entry.number else {
            if entry.title.is_none() {
                return;
            }
            // A row without number is known by its title.
            let known = self.entries.iter().any(|one| one.number.is_none() && one.title == entry.title);
            if !known {
                self.entries.push(entry);
            }
            return;
        };
        let key = (number.series.clone(), number.number);
        let all = self.numbers.entry(key).or_default();
        let matches =
            |at: &&usize| self.entries[**at].number.as_ref().is_some_and(|known| known.matches(number));
        if let Some(&at) = all.iter().find(matches) {
            complete(&mut self.entries[at], entry);
        } else {
            all.push(self.entries.len());
            self.entries.push(entry);
        }
    }
}

/// Adds what is not known yet.
fn complete(entry: &mut DocumentEntry, more: DocumentEntry) {
    let fuller = |number: &DocumentNumber| (number.group.is_some(), number.subgroup.is_some());
    if more.number.as_ref().map(fuller) > entry.number.as_ref().map(fuller) {
        entry.number = more.number;
    }
    entry.category = entry.category.take().or(more.category);
    entry.kind = entry.kind.or(more.kind);
    if entry.sources.is_empty() {
        entry.sources = more.sources;
    }
    // The title of a reserved number is a promise.
    if entry.title.is_none() || (entry.reserved && !more.reserved && more.title.is_some()) {
        entry.title = more.title;
    }
    entry.introduced = entry.introduced.or(more.introduced);
    entry.reserved &= more.reserved;
    entry.file = entry.file.take().or(more.file);
    entry.url = entry.url.take().or(more.url);
    for mention in more.found_in {
        if !entry.found_in.contains(&mention) {
            entry.found_in.push(mention);
        }
    }
}

fn read(source: &Source, document: &Document) -> DocumentEntry {
    DocumentEntry {
        number: source.number.clone(),
        kind: source.kind,
        sources: document.header.source.iter().cloned().collect(),
        title: source.title.clone().or_else(|| source.file.clone()),
        file: source.file.clone(),
        url: source.url.clone(),
        ..DocumentEntry::default()
    }
}

fn registered(entry: &RegisterEntry) -> DocumentEntry {
    let file = file_of(entry);
    DocumentEntry {
        number: entry.number.clone(),
        kind: entry.kind,
        sources: entry.sources.clone(),
        title: entry.title.clone(),
        url: file.as_deref().and_then(page_of),
        file,
        ..DocumentEntry::default()
    }
}

fn listed(row: &ListedDocument, source: &Source, sources: &Sources) -> DocumentEntry {
    let number = row.number.as_ref().map(|number| of_group(number, source.group.as_deref()));
    let mention: Mention =
        source.mention(row.position.map(|position| position.to_string()).as_deref(), &row.at);
    DocumentEntry {
        url: web(row.url.as_ref()).or_else(|| number.as_ref().and_then(|number| sources.url(number))),
        number,
        category: row.category.clone(),
        sources: row.sources.clone(),
        title: row.title.clone(),
        introduced: row.introduced,
        reserved: row.reserved,
        found_in: vec![mention],
        ..DocumentEntry::default()
    }
}
