//! A record, looked at as the rules need it.

use std::collections::{BTreeMap, BTreeSet};

use meeting_model::{DocumentNumber, EdgeKind, Item, Language, MeetingFile, MeetingRecord, RegisterEntry};

/// A record with its files and numbers at hand.
pub(crate) struct View<'a> {
    pub record: &'a MeetingRecord,
    /// All files, those in archives too, by path.
    pub files: Vec<(String, &'a MeetingFile)>,
    /// Places in the register by series and number.
    entries: BTreeMap<(&'a str, u32), Vec<&'a RegisterEntry>>,
}

impl<'a> View<'a> {
    pub(crate) fn of(record: &'a MeetingRecord) -> Self {
        let mut files = Vec::new();
        record.files.iter().for_each(|file| gather(file, None, &mut files));
        let mut entries: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for entry in &record.register {
            if let Some(number) = &entry.number {
                entries.entry((number.series.as_str(), number.number)).or_default().push(entry);
            }
        }
        Self { record, files, entries }
    }

    /// The documents that a number can mean, whatever its revision.
    fn resolve(&self, number: &DocumentNumber) -> Vec<&'a RegisterEntry> {
        let places = self.entries.get(&(number.series.as_str(), number.number));
        places
            .into_iter()
            .flatten()
            .copied()
            .filter(|entry| entry.number.as_ref().is_some_and(|own| own.matches_any_revision(number)))
            .collect()
    }

    /// Whether the folder has other revisions of a document, but not this one.
    pub(crate) fn is_other_revision(&self, number: &DocumentNumber) -> bool {
        let mut known = self.resolve(number).into_iter().flat_map(|entry| &entry.revisions).peekable();
        known.peek().is_some() && !known.any(|revision| revision.matches(number))
    }

    /// The items that name each document, by the number that the register gives it; of one that is not in the
    /// folder, the number that is missing.
    pub(crate) fn by_document(&self, items: &[Item]) -> BTreeMap<DocumentNumber, Vec<String>> {
        let mut all: BTreeMap<DocumentNumber, Vec<String>> = BTreeMap::new();
        for item in items {
            for number in item.documents.iter().flat_map(|document| self.meant(&document.number)) {
                let items = all.entry(number).or_default();
                items.extend(item.number.clone().filter(|number| !items.contains(number)));
            }
        }
        all
    }

    /// The documents that the report's items name; those that it mentions at all, where its items name none.
    pub(crate) fn in_report(&self) -> BTreeSet<DocumentNumber> {
        let Some(report) = &self.record.report else { return BTreeSet::new() };
        let by_items: BTreeSet<DocumentNumber> = self.by_document(&report.items).into_keys().collect();
        if !by_items.is_empty() {
            return by_items;
        }
        let edges = self.record.references.iter();
        let mentioned =
            edges.filter(|edge| edge.kind == EdgeKind::Cites && Some(&edge.from) == report.number.as_ref());
        mentioned.flat_map(|edge| self.meant(&edge.to)).collect()
    }

    /// The numbers in the register that a number in agenda or report means, or that of a missing document.
    fn meant(&self, number: &DocumentNumber) -> Vec<DocumentNumber> {
        let number = self.with_group(number);
        let known: Vec<DocumentNumber> =
            self.resolve(&number).into_iter().filter_map(|entry| entry.number.clone()).collect();
        if !known.is_empty() {
            return known;
        }
        let mut missing = self.record.missing.iter().map(|missing| &missing.number);
        vec![missing.find(|missing| missing.matches(&number)).cloned().unwrap_or(number)]
    }

    fn with_group(&self, number: &DocumentNumber) -> DocumentNumber {
        match &self.record.meeting.group {
            Some(group) if number.group.is_none() && number.session.is_none() => {
                number.with_group(group.clone())
            }
            _ => number.clone(),
        }
    }

    /// Whether a document is the agenda or the report itself.
    pub(crate) fn is_outside_the_agenda(&self, number: &DocumentNumber) -> bool {
        let own = [&self.record.agenda, &self.record.report]
            .into_iter()
            .flatten()
            .filter_map(|it| it.number.as_ref());
        let sought = number.without_revision();
        own.map(DocumentNumber::without_revision).any(|own| own == sought)
    }

    /// The title on the English cover, which is what an index in English can be compared with.
    pub(crate) fn english_title(&self, entry: &'a RegisterEntry) -> Option<&'a str> {
        if self.speaks_english(entry) {
            return entry.title.as_deref();
        }
        let english =
            |file: &&MeetingFile| file.number == entry.number && file.language == Some(Language::English);
        self.files.iter().map(|(_, file)| *file).find(english)?.title.as_deref()
    }

    /// The source on the cover, where that is in English.
    pub(crate) fn english_source(&self, entry: &'a RegisterEntry) -> Option<&'a str> {
        entry.source.as_deref().filter(|_| self.speaks_english(entry))
    }

    /// Whether what the register says of a document stands on a cover in English.
    #[allow(clippy::unused_self, reason = "reads as a question to the record")]
    fn speaks_english(&self, entry: &RegisterEntry) -> bool {
        entry.readable && entry.languages.first().is_none_or(|language| *language == Language::English)
    }
}

fn gather<'a>(file: &'a MeetingFile, within: Option<&str>, all: &mut Vec<(String, &'a MeetingFile)>) {
    let path = within.map_or_else(|| file.file.clone(), |archive| format!("{archive}/{}", file.file));
    all.push((path.clone(), file));
    file.holds.iter().for_each(|held| gather(held, Some(&path), all));
}

/// Whether two texts have the same words, whatever their case, punctuation and spaces.
pub(crate) fn same_words(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let words = text.split(|mark: char| !mark.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    words(one) == words(other)
}
