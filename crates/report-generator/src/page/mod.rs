//! A meeting as one page to look at: `index.html`.
//!
//! The page asks nothing of any network, and it can be read without its script, which only adds search, filters,
//! sorting and keys to what stands in the page already. Nothing that a document says can become markup or script: every
//! value goes through the escaping of [`crate::text`], style and script are constants, and the page's
//! Content-Security-Policy allows those two alone, by their hashes.

mod actions;
mod anchors;
mod assets;
mod charts;
mod decisions;
mod documents;
mod findings;
mod items;
mod language;
mod liaisons;
mod links;
mod overview;
mod parts;
mod strip;
#[cfg(test)]
mod tests;
mod timeline;
mod view;

use meeting_model::{Language, MeetingRecord};
use minijinja::Value;
use minijinja::value::Serde;

use crate::labels::{LabelError, Labels};
use crate::text::{TextTemplateError, fill};

pub use language::language_of;

/// What the page needs to know beside the record.
pub struct PageSettings<'a> {
    /// The language of the page's own words.
    pub language: Language,
    /// The way from the page's folder to the meeting's, with `/` between names: `../in`; empty where both are the same.
    pub files: &'a str,
    /// What the code of a finding means, in English.
    pub explain: &'a dyn Fn(&str) -> Option<&'static str>,
}

/// Why a page could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// The words of the language are not complete.
    #[error(transparent)]
    Labels(#[from] LabelError),
    /// The page's template and its data do not fit.
    #[error(transparent)]
    Template(#[from] TextTemplateError),
}

/// The page of a meeting. The same record gives the same bytes.
pub fn meeting_page(record: &MeetingRecord, settings: &PageSettings<'_>) -> Result<String, PageError> {
    let labels = Labels::of(settings.language)?;
    let page = view::Page::of(record, &labels, settings);
    Ok(fill(&assets::TEMPLATE, &assets::partials(), &Value::from(Serde(&page)))?)
}
