//! Rows about documents, and terms of reference.

use meeting_model::Document;
use schemars::JsonSchema;
use serde::Serialize;

use super::items::Business;
use super::{shown, text};
use crate::labels::fill;

/// A row of the document list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DocumentView {
    /// Position in the list, from 1, where the list states one.
    pub position: String,
    /// Category: `Contribution`.
    pub category: String,
    /// The canonical number.
    pub number: String,
    /// The number as it is to be printed: in parentheses where the document was not introduced.
    pub shown: String,
    /// The link behind the number that the list gives.
    pub url: String,
    /// Whether it was introduced.
    pub introduced: bool,
    /// Who submits it, in one text.
    pub sources: String,
    /// The title; that of a reserved number says so.
    pub title: String,
    /// Whether the number is reserved for a text still to come.
    pub reserved: bool,
}

/// A document number that is mentioned.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReferenceView {
    /// The number.
    pub number: String,
    /// The link behind it.
    pub url: String,
    /// How often it is mentioned.
    pub count: u32,
}

/// What a group is charged with.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TermsView {
    /// The group.
    pub group: String,
    /// The title over them.
    pub title: String,
    /// The points.
    pub items: Vec<String>,
}

pub(super) fn documents(business: &Business<'_>) -> Vec<DocumentView> {
    let rows = business.document.documents.iter();
    rows.map(|listed| {
        let number = listed.printed.clone().unwrap_or_else(|| shown(listed.number.as_ref()));
        let in_parentheses = listed.introduced == Some(false);
        DocumentView {
            position: shown(listed.position.as_ref()),
            category: capital(listed.category.as_deref().unwrap_or_default()),
            number: shown(listed.number.as_ref()),
            shown: if in_parentheses { format!("({number})") } else { number },
            // What the list states, and no more: `draft` adds the links that are missing, as data.
            url: text(listed.url.as_ref()),
            introduced: !in_parentheses,
            sources: listed.sources.join(", "),
            title: title(business, listed),
            reserved: listed.reserved,
        }
    })
    .collect()
}

/// A reserved number says so in its title, unless the title begins with the same words already.
fn title(business: &Business<'_>, listed: &meeting_model::ListedDocument) -> String {
    let title = listed.title.clone().unwrap_or_default();
    let pattern = &business.labels.words.reserved_for;
    let opening = pattern.split([':', '{']).next().unwrap_or_default().trim();
    if listed.reserved && !title.to_lowercase().starts_with(&opening.to_lowercase()) {
        return fill(pattern, &[("title", &title)]).trim().to_owned();
    }
    title
}

/// Categories are kept in lower case; a table prints them as words of their own.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The rows that are liaison statements, by category, series or the beginning of their title.
pub(super) fn liaisons(document: &Document, rows: &[DocumentView]) -> Vec<DocumentView> {
    let is_liaison = |listed: &meeting_model::ListedDocument| {
        let category = listed.category.as_deref().unwrap_or_default().starts_with("liaison");
        let series = listed.number.as_ref().is_some_and(|number| number.series == "LS");
        let title = listed.title.as_deref().unwrap_or_default().trim_start();
        category || series || title.starts_with("LS/") || title.starts_with("LS ")
    };
    let both = document.documents.iter().zip(rows);
    both.filter(|(listed, _)| is_liaison(listed)).map(|(_, row)| row.clone()).collect()
}

pub(super) fn terms(document: &Document) -> Vec<TermsView> {
    let view = |terms: &meeting_model::TermsOfReference| TermsView {
        group: text(terms.group.as_ref()),
        title: text(terms.title.as_ref()),
        items: terms.items.clone(),
    };
    document.terms_of_reference.iter().map(view).collect()
}

pub(super) fn references(business: &Business<'_>) -> Vec<ReferenceView> {
    let view = |reference: &meeting_model::Reference| ReferenceView {
        number: reference.number.to_string(),
        url: reference.url.clone().unwrap_or_else(|| business.links.url(&reference.number)),
        count: reference.count,
    };
    business.document.references.iter().map(view).collect()
}
