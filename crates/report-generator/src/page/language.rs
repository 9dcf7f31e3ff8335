//! Which language the page of a meeting speaks.

use std::cmp::Reverse;

use meeting_model::{DocumentNumber, Language, MeetingRecord, Proceedings};

/// The language that the meeting works in: that of its report, or else of its agenda, or else the one that most of its
/// documents are in; English where no document is.
pub fn language_of(record: &MeetingRecord) -> Language {
    let papers = [&record.report, &record.agenda];
    let numbers = papers.into_iter().flatten().filter_map(|paper: &Proceedings| paper.number.as_ref());
    let mut stated = numbers.filter_map(|number| original(record, number));
    stated.next().or_else(|| most(record)).unwrap_or(Language::English)
}

fn original(record: &MeetingRecord, number: &DocumentNumber) -> Option<Language> {
    let entry = record.register.iter().find(|entry| entry.revisions.contains(number))?;
    entry.languages.first().copied()
}

fn most(record: &MeetingRecord) -> Option<Language> {
    let count = |language: Language| {
        record.register.iter().filter(|entry| entry.languages.first() == Some(&language)).count()
    };
    let counted = Language::ALL.iter().enumerate().map(|(at, one)| (count(*one), Reverse(at), *one));
    counted.filter(|(count, ..)| *count > 0).max().map(|(.., language)| language)
}
