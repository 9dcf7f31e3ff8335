//! Documents with their revisions and language editions.

use std::collections::{BTreeMap, BTreeSet};

use meeting_model::{Document, DocumentNumber, Header, Language};

use crate::unit::Parsed;

/// How well a file serves as an edition, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A Word file that was read.
    Read,
    /// A legacy Word file that was not converted.
    Legacy,
    /// A Word file that is damaged, encrypted or empty.
    Unreadable,
    /// A PDF file or the like.
    OtherFormat,
    /// An archive.
    Archive,
}

/// A file that holds a document: one revision in one language.
#[derive(Clone, Debug)]
pub(super) struct Edition<'a> {
    pub path: String,
    /// With the group, and its own revision.
    pub number: DocumentNumber,
    pub language: Option<Language>,
    pub parsed: Option<&'a Parsed>,
    pub rank: Rank,
    /// Whether its bytes repeat those of another file.
    pub repeats: bool,
}

impl<'a> Edition<'a> {
    pub(super) fn document(&self) -> Option<&'a Document> {
        self.parsed.map(|parsed| &parsed.document)
    }

    fn revision(&self) -> u16 {
        self.number.revision.unwrap_or(0)
    }

    /// Whether the document is written in this language and not translated into it.
    fn is_original(&self) -> bool {
        self.document().is_some_and(|document| {
            document.header.language.is_some() && document.header.language == self.language
        })
    }

    /// The original first, then the languages in the order of the contract, then the best file.
    fn order(&self) -> impl Ord + use<> {
        let language = self.language.map_or(usize::MAX, |own| {
            Language::ALL.iter().position(|language| *language == own).unwrap_or(usize::MAX)
        });
        (!self.is_original(), language, self.rank, self.repeats, self.path.clone())
    }
}

/// A document: its editions by revision, oldest first, and within a revision the original first.
pub(super) struct Entry<'a> {
    pub editions: Vec<Edition<'a>>,
}

impl<'a> Entry<'a> {
    /// The edition that speaks for the document: of the latest revision that can be read the English one, for indexes
    /// and lists are in English; else the original.
    pub(super) fn in_force(&self) -> Option<&Edition<'a>> {
        let readable = |edition: &&Edition| edition.parsed.is_some();
        let latest = self.editions.iter().filter(readable).map(Edition::revision).max()?;
        let mut editions =
            self.editions.iter().filter(readable).filter(|edition| edition.revision() == latest);
        let original = editions.clone().next();
        editions.find(|edition| edition.language == Some(Language::English)).or(original)
    }

    /// The edition in the language in which the document was written, or the first.
    pub(super) fn original(&self) -> &Edition<'a> {
        let latest = &self.editions[self.editions.len() - 1];
        self.editions.iter().find(|edition| edition.number == latest.number).unwrap_or(latest)
    }

    pub(super) fn document(&self) -> Option<&'a Document> {
        self.in_force()?.document()
    }

    pub(super) fn header(&self) -> Option<&'a Header> {
        self.document().map(|document| &document.header)
    }

    /// The number of the latest revision, whether it can be read or not.
    pub(super) fn number(&self) -> &DocumentNumber {
        &self.editions[self.editions.len() - 1].number
    }

    /// The numbers of the revisions that are there, oldest first.
    pub(super) fn revisions(&self) -> Vec<DocumentNumber> {
        let mut revisions: Vec<DocumentNumber> =
            self.editions.iter().map(|edition| edition.number.clone()).collect();
        revisions.dedup();
        revisions
    }
}

/// The documents of a folder, in the order of the record.
pub(super) struct Register<'a> {
    pub entries: Vec<Entry<'a>>,
    /// The group that meets.
    pub group: Option<String>,
    /// The places of entries by their numbers within a series, whatever the series.
    places: BTreeMap<u32, Vec<usize>>,
}

/// What must be equal in the numbers of a document: series, session, number, attachments.
pub(super) type Place = (String, Option<u8>, u32, Vec<String>);

pub(super) fn place(number: &DocumentNumber) -> Place {
    (number.series.clone(), number.session, number.number, number.attachments.clone())
}

/// Documents of the group that meets stand first; then by series, number, subgroup.
fn order(number: &DocumentNumber, group: Option<&str>) -> impl Ord + use<> {
    let foreign = number.group.as_deref() != group;
    (foreign, number.group.clone(), place(number), number.subgroup.clone())
}

impl<'a> Register<'a> {
    pub(super) fn of(mut editions: Vec<Edition<'a>>, group: Option<String>) -> Self {
        drop_stand_ins(&mut editions);
        // A number that states its subgroup comes before one that does not, which then joins it.
        editions.sort_by_cached_key(|edition| (edition.number.subgroup.is_none(), edition.path.clone()));
        let mut register = Self { entries: Vec::new(), group, places: BTreeMap::new() };
        editions.into_iter().for_each(|edition| register.take(edition));
        register.arrange();
        register
    }

    fn take(&mut self, edition: Edition<'a>) {
        if let [only] = self.resolve(&edition.number)[..] {
            let known = &self.entries[only].editions[0].number;
            let (group, subgroup) = (known.group.clone(), known.subgroup.clone());
            let number = DocumentNumber { group, subgroup, ..edition.number };
            self.entries[only].editions.push(Edition { number, ..edition });
        } else {
            self.places.entry(edition.number.number).or_default().push(self.entries.len());
            self.entries.push(Entry { editions: vec![edition] });
        }
    }

    /// Puts editions and entries in their order.
    fn arrange(&mut self) {
        for entry in &mut self.entries {
            entry.editions.sort_by_cached_key(|edition| (edition.revision(), edition.order()));
        }
        let group = self.group.as_deref();
        self.entries.sort_by_cached_key(|entry| order(entry.number(), group));
        self.places.clear();
        for (at, entry) in self.entries.iter().enumerate() {
            self.places.entry(entry.number().number).or_default().push(at);
        }
    }

    /// The documents that a number can mean, whatever its revision.
    pub(super) fn resolve(&self, number: &DocumentNumber) -> Vec<usize> {
        self.meanings(number).collect()
    }

    fn meanings(&self, number: &DocumentNumber) -> impl Iterator<Item = usize> {
        let places = self.places.get(&number.number).map(Vec::as_slice).unwrap_or_default();
        let fits = |at: &&usize| self.entries[**at].editions[0].number.matches_any_revision(number);
        places.iter().filter(fits).copied()
    }

    /// Whether a number can mean any document.
    pub(super) fn knows(&self, number: &DocumentNumber) -> bool {
        self.meanings(number).next().is_some()
    }

    /// The document of a number, where it can mean one alone.
    pub(super) fn entry_of(&self, number: &DocumentNumber) -> Option<&Entry<'a>> {
        let mut meanings = self.meanings(number);
        match (meanings.next(), meanings.next()) {
            (Some(only), None) => Some(&self.entries[only]),
            _ => None,
        }
    }

    /// A number as the documents of a group mean it: with their group, where the text gives none.
    pub(super) fn meant(&self, number: &DocumentNumber, by: &Edition<'_>) -> DocumentNumber {
        let own = by.number.group.as_deref().or(self.group.as_deref());
        super::files::complete(number.clone(), own)
    }

    /// The documents that items, lists and citations of an edition mean.
    pub(super) fn resolve_in(&self, number: &DocumentNumber, by: &Edition<'_>) -> Vec<usize> {
        self.resolve(&self.meant(number, by))
    }
}

/// An archive or a PDF file stands for a document only where no Word file of the same revision and language does.
fn drop_stand_ins(editions: &mut Vec<Edition<'_>>) {
    let words = editions.iter().filter(|edition| edition.rank < Rank::OtherFormat);
    let words: BTreeSet<(DocumentNumber, Option<Language>)> =
        words.map(|edition| (edition.number.clone(), edition.language)).collect();
    let numbers: BTreeSet<DocumentNumber> = words.iter().map(|(number, _)| number.clone()).collect();
    editions.retain(|edition| match edition.rank {
        Rank::Archive => !numbers.contains(&edition.number),
        Rank::OtherFormat => !words.contains(&(edition.number.clone(), edition.language)),
        _ => true,
    });
}
