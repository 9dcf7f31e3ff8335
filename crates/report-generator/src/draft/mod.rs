//! From an agenda, and what is known of the meeting, to a complete draft of its report.
//!
//! The draft is a [`Document`] like any other: it can be written as data, changed, and rendered. What nobody knows
//! yet stands in it as a visible mark, and is listed as something to do.

mod actions;
mod cover;
mod group;
mod introduction;
mod items;
mod merge;
mod minuted;
#[cfg(test)]
mod tests;

use meeting_model::{Document, DocumentNumber, FileInfo, Kind, Language, ListedDocument};
use serde::Serialize;

use crate::labels::Labels;
use crate::minutes::Minutes;
use crate::view::Links;

/// What a draft is made with.
#[derive(Clone, Debug)]
pub struct Settings<'l> {
    /// The report's own number; else the one that the agenda's document list reserves for the report.
    pub number: Option<DocumentNumber>,
    /// The language of the report.
    pub language: Language,
    /// Its words.
    pub labels: &'l Labels,
    /// The words of the agenda's language, by which its items are known.
    pub agenda_labels: &'l Labels,
}

/// A draft report, and what is left to be done by hand.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The report.
    pub document: Document,
    /// What is left to be done.
    pub todo: Vec<Todo>,
    /// What was typed in the minutes and has no place on the agenda.
    pub remarks: Vec<Remark>,
    /// Numbers of the items of which more is known than the agenda says.
    told: Vec<Option<String>>,
    /// What was typed before the first heading: it goes into the introduction.
    preamble: Vec<String>,
}

/// Something that is left to be done by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Todo {
    /// Where.
    pub place: Place,
    /// What is missing, in the words of the report's language.
    pub what: String,
}

/// A place of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The report's own number.
    Number,
    /// Place and dates of the meeting.
    Dates,
    /// Who submits the report.
    Source,
    /// The contacts.
    Contact,
    /// The item of this number.
    Item(String),
    /// The actions at the front.
    Actions,
    /// The list of documents.
    Documents,
    /// The meetings to come.
    FutureMeetings,
    /// The terms of reference.
    TermsOfReference,
}

/// Something in the minutes that does not fit the agenda; its text is kept at the end of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// The line of the minutes, from 1.
    pub line: usize,
    /// What was typed as the heading.
    pub heading: String,
}

/// Makes the draft of a meeting's report: `known` are documents, or parts of them, that say more than the agenda.
pub fn draft(
    agenda: &Document,
    known: &[Document],
    minutes: Option<&Minutes>,
    settings: &Settings<'_>,
) -> Draft {
    let mut document = agenda.clone();
    for more in known {
        merge::into(&mut document, more);
    }
    let sheet = group::Sheet::of(&document, settings);
    let told = known.iter().flat_map(|more| &more.items).filter(|item| merge::is_told(item));
    let told = told.map(|item| item.number.clone()).collect();
    let mut draft = Draft { document, told, ..Draft::default() };
    cover::rewrite(&mut draft, &sheet, known);
    introduction::sessions(&mut draft, &sheet);
    items::arrange(&mut draft, &sheet);
    if let Some(minutes) = minutes {
        minuted::into(&mut draft, minutes, &sheet);
    }
    introduction::add(&mut draft, &sheet);
    items::mark(&mut draft, &sheet);
    actions::collect(&mut draft, &sheet);
    finish(&mut draft);
    draft
}

/// A report has no text yet that could be outlined, nor places in a file.
fn finish(draft: &mut Draft) {
    let document = &mut draft.document;
    document.kind = Kind::MeetingReport;
    link(document);
    document.kind_reasons.clear();
    document.file = FileInfo::default();
    document.sections.clear();
    document.references.clear();
    document.diagnostics.clear();
    document.allocations.clear();
    merge::forget_places(document);
}

/// Numbers of the document list become links, as the secretariat's lists have them.
fn link(document: &mut Document) {
    let links = Links::of(document);
    let url = |listed: &ListedDocument| match (&listed.url, &listed.number) {
        (None, Some(number)) => Some(links.url(number)).filter(|url| !url.is_empty()),
        (url, _) => url.clone(),
    };
    let urls: Vec<Option<String>> = document.documents.iter().map(url).collect();
    for (listed, url) in document.documents.iter_mut().zip(urls) {
        listed.url = url;
    }
}

impl Draft {
    /// Lists something to be done.
    fn todo(&mut self, place: Place, what: &str) {
        self.todo.push(Todo { place, what: what.to_owned() });
    }
}

/// The visible mark of something to be done: `TODO: outcome and discussion`.
fn mark(labels: &Labels, what: &str) -> String {
    format!("{}{}{what}", labels.words.todo, labels.words.colon)
}
