//! The entries of the register: what each document is, and what became of it at the meeting.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use meeting_model::{
    Direction, Document, DocumentNumber, Header, Indexed, Item, Kind, Language, Listed, MeetingFacts,
    Outcome, RegisterEntry, Verb,
};
use regex::Regex;

use super::files::kind_of_series;
use super::in_force::InForce;
use super::indexes::Indexes;
use super::naming;
use super::register::{Edition, Entry, Rank, Register};
use crate::index::IndexEntry;

static QUESTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\bQ(?:ALL|\d{1,2})/\d{1,2}\b").expect("the pattern is constant: a test makes it")
});

/// The entries, in the order of the register.
pub(super) fn entries(
    register: &Register<'_>,
    in_force: &InForce<'_, '_>,
    indexes: &Indexes<'_>,
    meeting: &MeetingFacts,
) -> Vec<RegisterEntry> {
    let agenda = Treatment::of(in_force.agenda, register);
    let report = Treatment::of(in_force.report, register);
    let lists = listed(register);
    let describe = |(at, entry): (usize, &Entry<'_>)| {
        let own = Own { at, entry, indexed: indexes.about(entry.number()), agenda: &agenda, report: &report };
        RegisterEntry {
            in_index: indexes
                .cover(entry.number())
                .then_some(own.indexed.is_some())
                .filter(|_| is_of(entry, meeting)),
            listed: lists.get(&at).cloned().unwrap_or_default(),
            ..own.describe()
        }
    };
    register.entries.iter().enumerate().map(describe).collect()
}

/// Whether a document belongs to this meeting and not to one before it, as far as its name tells.
fn is_of(entry: &Entry<'_>, meeting: &MeetingFacts) -> bool {
    let day = naming::itu_name(&entry.original().path).and_then(|name| name.meeting_date);
    day.is_none_or(|day| meeting.start_date.is_none_or(|start| start == day))
}

/// What an agenda or report says about the documents of the folder.
#[derive(Default)]
struct Treatment<'a> {
    /// The items that name a document, each with the heading above it.
    items: BTreeMap<usize, Vec<(&'a Item, Option<&'a Item>)>>,
    /// What was decided on a document, and under which item.
    decided: BTreeMap<usize, Vec<(Verb, Option<&'a str>)>>,
}

impl<'a> Treatment<'a> {
    fn of(entry: Option<&Entry<'a>>, register: &Register<'a>) -> Self {
        let mut all = Self::default();
        let Some((edition, document)) = entry.and_then(|entry| Some((entry.in_force()?, entry.document()?)))
        else {
            return all;
        };
        for item in &document.items {
            let above = heading(document, item);
            for place in places(item.documents.iter().map(|document| &document.number), register, edition) {
                all.items.entry(place).or_default().push((item, above));
            }
        }
        for decision in &document.decisions {
            for place in places(decision.documents.iter(), register, edition) {
                all.decided.entry(place).or_default().push((decision.verb, decision.item.as_deref()));
            }
        }
        all
    }

    fn items_about(&self, at: usize) -> &[(&'a Item, Option<&'a Item>)] {
        self.items.get(&at).map(Vec::as_slice).unwrap_or_default()
    }

    /// Numbers of the items that name a document; where none does, of those under which it was decided upon.
    fn numbers(&self, at: usize) -> Vec<String> {
        let mut numbers: Vec<&str> =
            self.items_about(at).iter().filter_map(|(item, _)| item.number.as_deref()).collect();
        if self.items_about(at).is_empty() {
            numbers = self.decided.get(&at).into_iter().flatten().filter_map(|(_, item)| *item).collect();
        }
        unlike(numbers).into_iter().map(str::to_owned).collect()
    }

    /// What happened to a document: the outcomes of its items; where there is none, what was decided on it.
    fn outcomes(&self, at: usize) -> Vec<Outcome> {
        let items = self.items_about(at).iter();
        let of_items = unlike(items.flat_map(|(item, _)| self.outcomes_in(at, item)));
        if !of_items.is_empty() {
            return of_items;
        }
        unlike(self.decided.get(&at).into_iter().flatten().filter_map(|(verb, _)| outcome_of(*verb)))
    }
}

impl Treatment<'_> {
    /// The outcomes of an item that are this document's: not what was decided there on other documents alone.
    fn outcomes_in<'i>(&self, at: usize, item: &'i Item) -> impl Iterator<Item = Outcome> + use<'i> {
        let under = |decided: &[(Verb, Option<&str>)]| -> Vec<Outcome> {
            let here =
                decided.iter().filter(|(_, number)| number.is_some() && *number == item.number.as_deref());
            here.filter_map(|(verb, _)| outcome_of(*verb)).collect()
        };
        let own = self.decided.get(&at).map(|decided| under(decided)).unwrap_or_default();
        let others: Vec<Outcome> = self.decided.values().flat_map(|decided| under(decided)).collect();
        item.outcomes
            .iter()
            .copied()
            .filter(move |outcome| own.contains(outcome) || !others.contains(outcome))
    }
}

/// The documents of the folder that numbers in an edition mean, each once.
fn places<'n>(
    numbers: impl Iterator<Item = &'n DocumentNumber>,
    register: &Register<'_>,
    by: &Edition<'_>,
) -> BTreeSet<usize> {
    numbers.flat_map(|number| register.resolve_in(number, by)).collect()
}

/// The item that is the heading above another.
fn heading<'a>(document: &'a Document, item: &Item) -> Option<&'a Item> {
    let section = item.section.as_deref()?;
    document.items.iter().find(|above| above.number.as_deref() == Some(section))
}

fn outcome_of(verb: Verb) -> Option<Outcome> {
    verb.as_str().parse().ok()
}

/// Each value once, in the order of the first.
fn unlike<T: PartialEq>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut out = Vec::new();
    for value in values {
        if !out.contains(&value) {
            out.push(value);
        }
    }
    out
}

/// What the document lists of the documents in force say about each document.
fn listed(register: &Register<'_>) -> BTreeMap<usize, Vec<Listed>> {
    let mut lists: BTreeMap<usize, Vec<Listed>> = BTreeMap::new();
    for (edition, document) in
        register.entries.iter().filter_map(|entry| Some((entry.in_force()?, entry.document()?)))
    {
        for row in &document.documents {
            let Some(at) = row.number.as_ref().map(|number| register.resolve_in(number, edition)) else {
                continue;
            };
            if let [only] = at[..] {
                lists.entry(only).or_default().push(Listed {
                    found_in: edition.number.clone(),
                    title: row.title.clone(),
                    sources: row.sources.clone(),
                });
            }
        }
    }
    lists
}

/// All that is known of one document.
struct Own<'o, 'a> {
    at: usize,
    entry: &'o Entry<'a>,
    indexed: Option<&'o IndexEntry>,
    agenda: &'o Treatment<'a>,
    report: &'o Treatment<'a>,
}

impl Own<'_, '_> {
    fn describe(&self) -> RegisterEntry {
        let number = self.entry.number();
        let agenda_items = self.agenda.numbers(self.at);
        RegisterEntry {
            number: Some(number.clone()),
            series: Some(number.series.clone()),
            revisions: self.entry.revisions(),
            files: files(self.entry),
            languages: languages(self.entry),
            title: self.title(),
            sources: self.sources(),
            source: self.source(),
            questions: self.questions(),
            kind: self.kind(),
            on_agenda: !self.agenda.items_about(self.at).is_empty() || !agenda_items.is_empty(),
            agenda_items,
            report_items: self.report.numbers(self.at),
            outcomes: self.report.outcomes(self.at),
            indexed: self.indexed.map(indexed),
            readable: self.entry.editions.iter().any(|edition| edition.rank == Rank::Read),
            supersedes_reason: reason(self.entry),
            ..RegisterEntry::default()
        }
    }

    fn header(&self) -> Option<&Header> {
        self.entry.header()
    }

    /// The item, of agenda or report, that is about this document alone.
    fn item(&self) -> Option<&Item> {
        let items = self.agenda.items_about(self.at).iter().chain(self.report.items_about(self.at));
        items.map(|(item, _)| *item).find(|item| item.documents.len() == 1)
    }

    fn title(&self) -> Option<String> {
        let cover = self.header().and_then(|header| header.title.clone());
        cover.or_else(|| self.indexed?.title.clone()).or_else(|| self.item()?.title.clone())
    }

    /// The source as printed: on the cover, else on the index, else under the item.
    fn source(&self) -> Option<String> {
        let cover = self.header().and_then(|header| header.source.clone());
        let item = || self.item().filter(|item| !item.sources.is_empty()).map(|item| item.sources.join(", "));
        cover.or_else(|| self.indexed?.source.clone()).or_else(item)
    }

    fn sources(&self) -> Vec<String> {
        self.source().map(|source| meeting_parser::sources(&source)).unwrap_or_default()
    }

    /// Questions: of a document that can be read what its cover says, be it nothing.
    fn questions(&self) -> Vec<String> {
        if let Some(header) = self.header() {
            return header.questions.clone();
        }
        if let Some(indexed) = self.indexed.filter(|indexed| !indexed.questions.is_empty()) {
            return indexed.questions.clone();
        }
        let items = self.agenda.items_about(self.at).iter().chain(self.report.items_about(self.at));
        let titles = items
            .flat_map(|(item, above)| [Some(*item), *above])
            .flatten()
            .filter_map(|item| item.title.as_deref());
        unlike(titles.flat_map(|title| QUESTION.find_iter(title)).map(|found| found.as_str().to_owned()))
    }

    fn kind(&self) -> Option<Kind> {
        let read = self.entry.document().map(|document| document.kind);
        read.or_else(|| kind_of_series(self.entry.number())).or_else(|| {
            let title = self.title()?;
            is_liaison_title(&title).then_some(Kind::LiaisonStatement)
        })
    }
}

/// `LS/i on …`, `LS/o/r on …`: the titles of liaison statements in every language.
fn is_liaison_title(title: &str) -> bool {
    [Direction::Incoming, Direction::Outgoing].iter().any(|direction| {
        let mark = if *direction == Direction::Incoming { "LS/i" } else { "LS/o" };
        title.starts_with(mark)
    })
}

/// Files by number and language.
fn files(entry: &Entry<'_>) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut files: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for edition in &entry.editions {
        let by_language = files.entry(edition.number.to_string()).or_default();
        // The code of ISO 639-2 for a language that is not known.
        let language = edition.language.map_or("und", Language::as_str);
        by_language.entry(language.to_owned()).or_insert_with(|| edition.path.clone());
    }
    files
}

/// The languages, the original first.
fn languages(entry: &Entry<'_>) -> Vec<Language> {
    let original = entry.original().language;
    unlike(original.into_iter().chain(entry.editions.iter().filter_map(|edition| edition.language)))
}

fn indexed(entry: &IndexEntry) -> Indexed {
    Indexed {
        title: entry.title.clone(),
        source: entry.source.clone(),
        questions: entry.questions.clone(),
        received: entry.received,
    }
}

/// Why the latest revision is in force; there is nothing to tell where a document was never revised.
fn reason(entry: &Entry<'_>) -> Option<String> {
    let revision = entry.number().revision?;
    let earlier = entry.revisions().len() - 1;
    let mut reason = if earlier == 0 {
        format!("revision {revision} is the only one in the folder; a revision replaces what came before it")
    } else {
        let replaced: Vec<String> = entry.revisions()[..earlier].iter().map(ToString::to_string).collect();
        format!("revision {revision} is the latest in the folder and replaces {}", replaced.join(", "))
    };
    if let Some(read) = entry.in_force().filter(|edition| edition.number != *entry.number()) {
        reason.push_str(&format!("; it cannot be read, so what is said of it is taken from {}", read.number));
    }
    Some(reason)
}
