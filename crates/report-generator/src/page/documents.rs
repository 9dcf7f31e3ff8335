//! The documents, those that are missing included.

use meeting_model::{Language, MeetingRecord, MissingDocument, RegisterEntry};
use serde::Serialize;

use super::links::{self, Link};
use super::parts::named;
use super::view::Of;
use crate::labels::label_of;
use crate::summary::file_of;

/// A row of the documents.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct DocumentRow {
    pub id: String,
    /// The number, with the file in force.
    pub number: Link,
    /// Earlier revisions with their files.
    pub earlier: Vec<Link>,
    /// Why this revision is in force; only where there are several. In English.
    pub reason: String,
    /// Language editions with their files.
    pub editions: Vec<Link>,
    pub title: String,
    /// The language of the title, where it is not the page's.
    pub language: String,
    pub sources: Vec<String>,
    pub kind: String,
    pub questions: Vec<String>,
    /// Items of agenda and report.
    pub items: Vec<Link>,
    /// How it stands to agenda and report; empty where that cannot be told.
    pub standing: String,
    pub outcomes: Vec<String>,
    /// Whether it is there and could be read.
    pub state: String,
    /// Whether it is there and was read.
    pub sound: bool,
    /// The documents that name one that is missing.
    pub known_from: Vec<Link>,
}

/// All documents: the register, then what is missing.
pub(super) fn rows(of: &Of<'_>) -> Vec<DocumentRow> {
    let register = of.record.register.iter().enumerate().map(|(at, entry)| present(of, at, entry));
    let missing = of.record.missing.iter().enumerate().map(|(at, one)| missing(of, at, one));
    register.chain(missing).collect()
}

fn present(of: &Of<'_>, at: usize, entry: &RegisterEntry) -> DocumentRow {
    let words = &of.labels.page;
    let original = entry.languages.first().copied();
    DocumentRow {
        id: of.anchors.document(at).to_owned(),
        number: number(of, entry),
        earlier: earlier(of, entry),
        reason: entry.supersedes_reason.clone().filter(|_| entry.revisions.len() > 1).unwrap_or_default(),
        editions: editions(of, entry),
        title: entry.title.clone().unwrap_or_default(),
        language: foreign(of, original),
        sources: sources(entry),
        kind: entry.kind.map(|kind| label_of(&of.labels.kinds, kind.as_str())).unwrap_or_default(),
        questions: entry.questions.clone(),
        items: items(of, entry),
        standing: standing(of, entry).unwrap_or_default(),
        outcomes: named(&of.labels.outcomes, &entry.outcomes),
        state: if entry.readable { &words.in_folder } else { &words.not_read }.clone(),
        sound: entry.readable,
        known_from: Vec::new(),
    }
}

fn missing(of: &Of<'_>, at: usize, one: &MissingDocument) -> DocumentRow {
    let known_from = one.known_from.iter().map(|name| match name.parse() {
        Ok(number) => of.anchors.number(&number),
        Err(_) => Link::none(of.labels.page.index.clone()),
    });
    DocumentRow {
        id: of.anchors.document(of.record.register.len() + at).to_owned(),
        number: Link::none(one.number.to_string()),
        state: of.labels.page.missing.clone(),
        known_from: known_from.collect(),
        ..DocumentRow::default()
    }
}

fn number(of: &Of<'_>, entry: &RegisterEntry) -> Link {
    let text = entry.number.as_ref().map(ToString::to_string).unwrap_or_default();
    Link { text, to: file_of(entry).map(|file| links::file(of.files, &file)).unwrap_or_default() }
}

/// Earlier revisions, the latest first, each with its file in the first of its languages.
fn earlier(of: &Of<'_>, entry: &RegisterEntry) -> Vec<Link> {
    let before = entry.revisions.iter().rev().filter(|number| Some(*number) != entry.number.as_ref());
    let link = |number: &meeting_model::DocumentNumber| {
        let text = number.to_string();
        let file = entry.files.get(&text).and_then(|files| files.values().next());
        Link { to: file.map(|file| links::file(of.files, file)).unwrap_or_default(), text }
    };
    before.map(link).collect()
}

fn editions(of: &Of<'_>, entry: &RegisterEntry) -> Vec<Link> {
    let files = entry.number.as_ref().and_then(|number| entry.files.get(&number.to_string()));
    let link = |language: &Language| {
        let file = files.and_then(|files| files.get(language.as_str()));
        let to = file.map(|file| links::file(of.files, file)).unwrap_or_default();
        Link { text: language.to_string(), to }
    };
    entry.languages.iter().map(link).collect()
}

/// The language's code, where it is not the page's.
pub(super) fn foreign(of: &Of<'_>, language: Option<Language>) -> String {
    let other = language.filter(|language| *language != of.language);
    other.map(|language| language.to_string()).unwrap_or_default()
}

fn sources(entry: &RegisterEntry) -> Vec<String> {
    if entry.sources.is_empty() { entry.source.iter().cloned().collect() } else { entry.sources.clone() }
}

/// The items of the agenda, then those of the report that are others.
fn items(of: &Of<'_>, entry: &RegisterEntry) -> Vec<Link> {
    let mut items: Vec<Link> = Vec::new();
    for number in entry.agenda_items.iter().chain(&entry.report_items) {
        let link = of.anchors.item_number(number);
        if !items.contains(&link) {
            items.push(link);
        }
    }
    items
}

/// How a document stands to agenda and report, where there are both.
pub(super) fn standing(of: &Of<'_>, entry: &RegisterEntry) -> Option<String> {
    let MeetingRecord { agenda, report, items, .. } = of.record;
    if agenda.is_none() || report.is_none() || items.is_empty() {
        return None;
    }
    let words = &of.labels.page;
    let words = match (entry.on_agenda, !entry.report_items.is_empty()) {
        (true, true) => &words.on_both,
        (true, false) => &words.on_agenda_only,
        (false, true) => &words.in_report_only,
        (false, false) => &words.on_neither,
    };
    Some(words.clone())
}
