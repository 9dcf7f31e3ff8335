//! The setting of a document: which group met, where and when. Later rules lean on it.

use jiff::civil::Date;
use meeting_model::{DocumentNumber, Header};

use crate::group_names;
use crate::vocabulary::{DocumentKind, Vocabulary};

/// What the cover says of the meeting that a document belongs to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Setting {
    /// The group whose business the document reports: the one in the source or title, else the one on the cover.
    pub group: Option<String>,
    pub place: Option<String>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub number: Option<DocumentNumber>,
    /// Whether the title is that of an agenda: what its rows tell is still to come.
    pub is_agenda: bool,
}

impl Setting {
    pub(crate) fn of(header: &Header, words: &Vocabulary) -> Self {
        let named = |text: &Option<String>| text.as_deref().and_then(|text| group_names::first(text, words));
        let question = || match header.questions.as_slice() {
            [question] => Some(question.clone()),
            _ => None,
        };
        let group = named(&header.source)
            .filter(|group| Some(group) != header.group.as_ref())
            .or_else(|| header.title.as_deref().and_then(|title| last_group(title, words)))
            .or_else(question)
            .or_else(|| header.group.clone());
        Self {
            group,
            place: header.place.clone(),
            start: header.start_date,
            end: header.end_date,
            number: header.number.clone(),
            is_agenda: header.title.as_deref().is_some_and(|title| is_agenda(title, words)),
        }
    }

    /// A day near the meeting, by which dates without a year are understood.
    pub(crate) fn near(&self) -> Option<Date> {
        self.start.or(self.end)
    }
}

/// Whether the first word of a title that names a kind of document names an agenda.
fn is_agenda(title: &str, words: &Vocabulary) -> bool {
    words.kinds.find(title).first().is_some_and(|hit| hit.key == DocumentKind::Agenda)
}

/// The last group that a title names: `Report of the TSAG Rapporteur Group on … (RG-WM)`. An assembly is whom a
/// group reports to: `Report of TSAG to WTSA-24`.
fn last_group(title: &str, words: &Vocabulary) -> Option<String> {
    let groups = group_names::find(title).map(|(_, code)| group_names::compact(code));
    let specific = groups.filter(|code| !group_names::is_assembly(code));
    specific.last().or_else(|| group_names::first(title, words))
}
