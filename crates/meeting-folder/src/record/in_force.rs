//! Which agenda and which report are those of the meeting, among those of other groups, of working parties and
//! rapporteurs, and of earlier meetings.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use meeting_model::{Document, DocumentNumber, Item, Kind, MeetingFacts, Outcome};
use regex::Regex;

use super::naming;
use super::register::{Entry, Register};

/// The agenda and the report of the meeting.
pub(super) struct InForce<'r, 'a> {
    pub agenda: Option<&'r Entry<'a>>,
    pub report: Option<&'r Entry<'a>>,
}

/// Questions, working parties and rapporteur groups: `Q6/20`, `WP1/20`, `WP 2`, `RG-WPR`.
static PART_OF_A_GROUP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:Q\d{1,2}/\d{1,2}|WP ?\d[A-Z]?(?:/\d{1,2})?|RG-[A-Z0-9]{1,8})\b")
        .expect("the pattern is constant: a test makes it")
});

impl<'r, 'a> InForce<'r, 'a> {
    pub(super) fn of(register: &'r Register<'a>, meeting: &MeetingFacts) -> Self {
        let agendas = agendas(register, meeting);
        let first = agendas.last().copied();
        let report = report(register, meeting, first);
        let adopted =
            report.and_then(|report| agendas.iter().rev().copied().find(|it| adopts(report, it, register)));
        Self { agenda: adopted.or(first), report }
    }
}

/// The agendas of the meeting, the best last: that of the group rather than of a part of it; of those that name about
/// as many documents of the folder, the one with the latest number.
fn agendas<'r, 'a>(register: &'r Register<'a>, meeting: &MeetingFacts) -> Vec<&'r Entry<'a>> {
    let candidates = of_kind(register, &[Kind::Agenda]).filter(|entry| is_of_meeting(entry, meeting));
    let rated = candidates.map(|entry| (entry, documents_of(entry, register).len()));
    let mut rated: Vec<(&Entry<'a>, usize)> = rated.collect();
    let whole = rated.iter().any(|(entry, _)| !is_of_a_part(entry));
    rated.retain(|(entry, _)| !whole || !is_of_a_part(entry));
    let most = rated.iter().map(|(_, named)| *named).max().unwrap_or_default();
    rated.sort_by_key(|(entry, named)| (named * 2 >= most, plenary(entry.number()), entry.number().number));
    rated.into_iter().map(|(entry, _)| entry).collect()
}

/// Whether an item of the report says of an agenda that it was adopted.
fn adopts(report: &Entry<'_>, agenda: &Entry<'_>, register: &Register<'_>) -> bool {
    const ADOPTED: [Outcome; 3] = [Outcome::Adopted, Outcome::Approved, Outcome::Agreed];
    let Some((edition, document)) =
        report.in_force().and_then(|edition| Some((edition, edition.document()?)))
    else {
        return false;
    };
    let adopting =
        document.items.iter().filter(|item| item.outcomes.iter().any(|outcome| ADOPTED.contains(outcome)));
    let numbers = adopting.flat_map(|item| &item.documents).map(|document| &document.number);
    let own = register.resolve(agenda.number());
    numbers.flat_map(|number| register.resolve_in(number, edition)).any(|at| own.contains(&at))
}

/// Of the reports the one that deals with most of the agenda's documents. A report that the agenda lists is one of
/// another meeting, unless it deals with the agenda itself.
fn report<'r, 'a>(
    register: &'r Register<'a>,
    meeting: &MeetingFacts,
    agenda: Option<&'r Entry<'a>>,
) -> Option<&'r Entry<'a>> {
    let announced = agenda.map(|agenda| documents_of(agenda, register)).unwrap_or_default();
    let part = agenda.is_none_or(is_of_a_part);
    let candidates = of_kind(register, &[Kind::MeetingReport, Kind::AssemblyReport]);
    let candidates =
        candidates.filter(|entry| is_of_meeting(entry, meeting) && (part || !is_of_a_part(entry)));
    let rated = candidates.map(|entry| {
        let dealt_with = mentioned(entry, register);
        let common = dealt_with.intersection(&announced).count();
        let itself = register.resolve(entry.number());
        let listed = itself.iter().any(|at| announced.contains(at));
        (entry, common, listed && common * 2 < announced.len())
    });
    rated
        .filter(|(_, common, of_another)| !of_another && (*common > 0 || announced.is_empty()))
        .max_by_key(|(entry, common, _)| (*common, plenary(entry.number()), entry.number().number))
        .map(|(entry, ..)| entry)
}

fn of_kind<'r, 'a>(
    register: &'r Register<'a>,
    kinds: &'static [Kind],
) -> impl Iterator<Item = &'r Entry<'a>> {
    register
        .entries
        .iter()
        .filter(|entry| entry.document().is_some_and(|document| kinds.contains(&document.kind)))
}

/// Whether a document is one of the meeting: of its group, and of its days where the name or the cover has them.
fn is_of_meeting(entry: &Entry<'_>, meeting: &MeetingFacts) -> bool {
    let group = entry.number().group.is_none() || entry.number().group == meeting.group;
    let by_name = entry.in_force().and_then(|edition| naming::itu_name(&edition.path)?.meeting_date);
    let by_cover = entry.header().and_then(|header| header.start_date);
    let same = |day: Date| meeting.start_date.is_none_or(|start| start == day);
    group && by_name.is_none_or(same) && (by_name.is_some() || by_cover.is_none_or(same))
}

/// Whether it is the business of a working party, a rapporteur group or a Question: by its number, by what its title or
/// source names, or by Questions on the cover that are not all of the group.
fn is_of_a_part(entry: &Entry<'_>) -> bool {
    let subgroup = entry.number().subgroup.as_deref();
    let Some(header) = entry.header() else { return false };
    let printed = [header.title.as_deref(), header.source.as_deref()];
    let some_questions =
        !header.questions.is_empty() && !header.questions.iter().any(|it| it.starts_with("QALL"));
    subgroup.is_some_and(|subgroup| subgroup.starts_with("WP"))
        || printed.into_iter().flatten().any(|text| PART_OF_A_GROUP.is_match(text))
        || some_questions
}

/// Documents of the plenary before those for general distribution.
fn plenary(number: &DocumentNumber) -> u8 {
    match number.subgroup.as_deref() {
        Some("PLEN") => 2,
        None | Some("GEN") => 1,
        Some(_) => 0,
    }
}

/// The documents of the folder that its items name.
fn documents_of(entry: &Entry<'_>, register: &Register<'_>) -> BTreeSet<usize> {
    let Some(edition) = entry.in_force() else { return BTreeSet::new() };
    let items = edition.document().map_or(&[][..], |document| &document.items);
    let numbers = items.iter().flat_map(|item: &Item| &item.documents).map(|document| &document.number);
    numbers.flat_map(|number| register.resolve_in(number, edition)).collect()
}

/// The documents of the folder that it mentions anywhere.
fn mentioned(entry: &Entry<'_>, register: &Register<'_>) -> BTreeSet<usize> {
    let Some(edition) = entry.in_force() else { return BTreeSet::new() };
    let references = edition.document().map_or(&[][..], |document: &Document| &document.references);
    references.iter().flat_map(|reference| register.resolve_in(&reference.number, edition)).collect()
}
