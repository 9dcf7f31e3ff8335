//! How documents refer to each other, and which of those that are referred to are not there.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use meeting_model::{DocumentNumber, Edge, EdgeKind, MissingDocument};

use super::indexes::Indexes;
use super::liaisons;
use super::register::{Edition, Entry, Register};

/// What stands in `known_from` for the meeting's index.
const INDEX: &str = "index";

/// Which edition cites which number, by the order of the register.
pub(super) struct Links<'r> {
    cites: Vec<(&'r DocumentNumber, DocumentNumber)>,
}

impl<'r> Links<'r> {
    pub(super) fn of(register: &'r Register<'_>) -> Self {
        // Entries whose numbers are the same stand one behind the other: what cites twice stands among them.
        let alike =
            register.entries.chunk_by(|one, other| is_same_but_for_revision(one.number(), other.number()));
        Self { cites: alike.flat_map(|entries| links(entries, register)).collect() }
    }
}

fn is_same_but_for_revision(one: &DocumentNumber, other: &DocumentNumber) -> bool {
    one.matches_any_revision(other) && one.group == other.group && one.subgroup == other.subgroup
}

/// What some entries cite, each number once for each edition's own.
fn links<'r>(entries: &'r [Entry<'_>], register: &Register<'_>) -> Vec<(&'r DocumentNumber, DocumentNumber)> {
    let editions = entries.iter().flat_map(|entry| &entry.editions);
    let found = editions.flat_map(|edition| {
        citations(edition, register).into_iter().map(move |cited| (&edition.number, cited))
    });
    let found: Vec<(&DocumentNumber, DocumentNumber)> = found.collect();
    let mut known = HashSet::with_capacity(found.len());
    let first: Vec<bool> = found.iter().map(|link| known.insert(link)).collect();
    found.into_iter().zip(first).filter(|(_, first)| *first).map(|(link, _)| link).collect()
}

/// The numbers that an edition cites, with group and subgroup where these are known; its own are not among them.
fn citations(edition: &Edition<'_>, register: &Register<'_>) -> Vec<DocumentNumber> {
    let Some(document) = edition.document().filter(|_| !edition.repeats) else { return Vec::new() };
    let cover = document.header.number.as_ref().map(|number| register.meant(number, edition));
    let own = |number: &DocumentNumber| {
        number.matches(&edition.number) || cover.as_ref().is_some_and(|cover| number.matches(cover))
    };
    let numbers = document.references.iter().map(|reference| register.meant(&reference.number, edition));
    numbers.filter(|number| !own(number)).map(|number| as_registered(number, register)).collect()
}

/// The number with the subgroup of the one document that it can mean.
fn as_registered(mut number: DocumentNumber, register: &Register<'_>) -> DocumentNumber {
    match register.entry_of(&number) {
        Some(entry) => {
            // They are equal mostly: no new memory is taken.
            number.group.clone_from(&entry.number().group);
            number.subgroup.clone_from(&entry.number().subgroup);
            number
        }
        None => number,
    }
}

/// The graph, in the order of the register.
pub(super) fn edges(links: Links<'_>, register: &Register<'_>) -> Vec<Edge> {
    let mut edges: Vec<Edge> = revisions(register);
    for at in 0..register.entries.len() {
        let from = register.entries[at].number();
        edges.extend(liaisons::reply_to(register, at).map(|to| edge(from, to, EdgeKind::RepliesTo)));
    }
    for (by, to) in liaisons::answers(register) {
        edges.push(edge(
            register.entries[by].number(),
            register.entries[to].number().clone(),
            EdgeKind::Answers,
        ));
    }
    edges.extend(same_texts(register));
    edges.extend(links.cites.into_iter().map(|(from, to)| edge(from, to, EdgeKind::Cites)));
    edges
}

fn edge(from: &DocumentNumber, to: DocumentNumber, kind: EdgeKind) -> Edge {
    Edge { from: from.clone(), to, kind }
}

/// Each revision revises the one before it; where that is not in the folder, the one before it by number.
fn revisions(register: &Register<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for entry in &register.entries {
        let revisions = entry.revisions();
        let before = |at: usize| at.checked_sub(1).map(|at| revisions[at].clone());
        for (at, number) in revisions.iter().enumerate() {
            let Some(revision) = number.revision else { continue };
            let by_number = DocumentNumber {
                revision: revision.checked_sub(1).filter(|before| *before > 0),
                ..number.clone()
            };
            edges.push(edge(number, before(at).unwrap_or(by_number), EdgeKind::Revises));
        }
    }
    edges
}

/// Documents of the same text, each with the first of them.
fn same_texts(register: &Register<'_>) -> Vec<Edge> {
    let mut first: BTreeMap<&str, &DocumentNumber> = BTreeMap::new();
    let mut edges = Vec::new();
    for entry in &register.entries {
        let text = entry.in_force().and_then(|edition| edition.parsed?.text.as_deref());
        if let Some(text) = text {
            let known = *first.entry(text).or_insert_with(|| entry.number());
            if known != entry.number() {
                edges.push(edge(entry.number(), known.clone(), EdgeKind::SameText));
            }
        }
    }
    edges
}

/// Documents that are cited or on an index, of which no revision is in the folder. What cites them comes in the order
/// of the register, the index last.
pub(super) fn missing(
    links: &Links<'_>,
    register: &Register<'_>,
    indexes: &Indexes<'_>,
) -> Vec<MissingDocument> {
    let cited = links.cites.iter().map(|(from, to)| (Some(*from), to));
    let all = cited.chain(indexes.numbers().map(|number| (None, number)));
    let absent: Vec<(Option<&DocumentNumber>, &DocumentNumber)> =
        all.filter(|(_, number)| !register.knows(number)).collect();
    let mut full: HashMap<u32, BTreeSet<&DocumentNumber>> = HashMap::new();
    for (_, number) in absent.iter().filter(|(_, number)| number.subgroup.is_some()) {
        full.entry(number.number).or_default().insert(number);
    }
    let mut known: BTreeMap<&DocumentNumber, Vec<Option<&DocumentNumber>>> = BTreeMap::new();
    for (from, number) in absent {
        let known_from = known.entry(fullest(number, &full)).or_default();
        if !known_from.contains(&from) {
            known_from.push(from);
        }
    }
    let named = |from: Option<&DocumentNumber>| from.map_or_else(|| INDEX.to_owned(), ToString::to_string);
    let document = |(number, known_from): (&DocumentNumber, Vec<Option<&DocumentNumber>>)| MissingDocument {
        number: number.clone(),
        known_from: known_from.into_iter().map(named).collect(),
    };
    known.into_iter().map(document).collect()
}

/// `TD313` is `TD313/GEN` where that is the only absent document of the number. `full` are those that state a subgroup.
fn fullest<'n>(
    number: &'n DocumentNumber,
    full: &HashMap<u32, BTreeSet<&'n DocumentNumber>>,
) -> &'n DocumentNumber {
    if number.subgroup.is_some() || number.series != "TD" {
        return number;
    }
    let fuller = full.get(&number.number).into_iter().flatten().filter(|other| other.matches(number));
    match fuller.collect::<Vec<_>>()[..] {
        [only] => only,
        _ => number,
    }
}
