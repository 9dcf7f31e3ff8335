//! How documents refer to each other, and which of those that are referred to are not there.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::{HashSet, HashSetExt as _};
use meeting_model::{DocumentNumber, Edge, EdgeKind, MissingDocument};

use super::indexes::Indexes;
use super::liaisons;
use super::register::{Edition, Register};

/// What stands in `known_from` for the meeting's index.
const INDEX: &str = "index";

/// Which edition cites which number, by the order of the register.
pub(super) struct Links<'r> {
    cites: Vec<(&'r DocumentNumber, DocumentNumber)>,
}

impl<'r> Links<'r> {
    pub(super) fn of(register: &'r Register<'_>) -> Self {
        let mut cites = Vec::new();
        let mut known = HashSet::new();
        for edition in register.entries.iter().flat_map(|entry| &entry.editions) {
            for cited in citations(edition, register) {
                if known.insert((&edition.number, cited.clone())) {
                    cites.push((&edition.number, cited));
                }
            }
        }
        Self { cites }
    }
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
fn as_registered(number: DocumentNumber, register: &Register<'_>) -> DocumentNumber {
    match register.entry_of(&number) {
        Some(entry) => DocumentNumber {
            group: entry.number().group.clone(),
            subgroup: entry.number().subgroup.clone(),
            ..number
        },
        None => number,
    }
}

/// The graph, in the order of the register.
pub(super) fn edges(links: &Links<'_>, register: &Register<'_>) -> Vec<Edge> {
    let mut edges: Vec<Edge> = revisions(register);
    for at in 0..register.entries.len() {
        let from = register.entries[at].number();
        edges.extend(liaisons::reply_to(register, at).map(|to| edge(from, &to, EdgeKind::RepliesTo)));
    }
    for (by, to) in liaisons::answers(register) {
        edges.push(edge(register.entries[by].number(), register.entries[to].number(), EdgeKind::Answers));
    }
    edges.extend(same_texts(register));
    edges.extend(links.cites.iter().map(|(from, to)| edge(from, to, EdgeKind::Cites)));
    edges
}

fn edge(from: &DocumentNumber, to: &DocumentNumber, kind: EdgeKind) -> Edge {
    Edge { from: from.clone(), to: to.clone(), kind }
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
            edges.push(edge(number, &before(at).unwrap_or(by_number), EdgeKind::Revises));
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
                edges.push(edge(entry.number(), known, EdgeKind::SameText));
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
    let mut known: Vec<MissingDocument> = Vec::new();
    let mut places: BTreeMap<DocumentNumber, usize> = BTreeMap::new();
    let indexed = indexes.numbers().map(|number| (None, number));
    let cited = links.cites.iter().map(|(from, to)| (Some(*from), to));
    let absent = cited.chain(indexed).filter(|(_, number)| !register.knows(number));
    let named = |from: Option<&DocumentNumber>| from.map_or_else(|| INDEX.to_owned(), ToString::to_string);
    let all: Vec<(String, DocumentNumber)> =
        absent.map(|(from, number)| (named(from), number.clone())).collect();
    let full: BTreeSet<DocumentNumber> = all.iter().map(|(_, number)| number.clone()).collect();
    for (from, number) in all {
        let number = fullest(number, &full);
        let place = *places.entry(number.clone()).or_insert(known.len());
        if place == known.len() {
            known.push(MissingDocument { number, known_from: Vec::new() });
        }
        if !known[place].known_from.contains(&from) {
            known[place].known_from.push(from);
        }
    }
    known.sort_by(|one, other| one.number.cmp(&other.number));
    known
}

/// `TD313` is `TD313/GEN` where that is the only absent document of the number.
fn fullest(number: DocumentNumber, all: &BTreeSet<DocumentNumber>) -> DocumentNumber {
    if number.subgroup.is_some() || number.series != "TD" {
        return number;
    }
    let mut fuller = all.iter().filter(|other| other.subgroup.is_some() && other.matches(&number));
    match (fuller.next(), fuller.next()) {
        (Some(only), None) => only.clone(),
        _ => number,
    }
}
