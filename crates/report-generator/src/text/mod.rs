//! Text templates: Markdown, HTML and plain text, with the same names as the Word templates.
//!
//! What a template is for is told by its name: `.md.j2`, `.html.j2`, `.txt.j2`. Every value is escaped for that form, so
//! that a `|` in a title breaks no table and a `<` begins no tag; nothing turns this off.

mod check;
mod engine;
mod error;
pub mod html;
pub mod markdown;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use check::{check, included, names};
pub use engine::fill;
pub use error::TextTemplateError;

/// What a text template gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextForm {
    /// Markdown, as GitHub reads it.
    Markdown,
    /// HTML.
    Html,
    /// Text without markup.
    Plain,
}

impl TextForm {
    /// The form that a template's name tells: `summary.md.j2`; none for other names.
    pub fn of(name: &str) -> Option<Self> {
        let stem = name.strip_suffix(".j2")?;
        match stem.rsplit_once('.')?.1 {
            "md" => Some(Self::Markdown),
            "html" => Some(Self::Html),
            "txt" => Some(Self::Plain),
            _ => None,
        }
    }

    /// A text as this form writes it. Lines stay apart.
    pub fn escaped(self, text: &str) -> String {
        match self {
            Self::Markdown => markdown::lines(text),
            Self::Html => html::text(text),
            Self::Plain => text.to_owned(),
        }
    }
}

/// A text template.
#[derive(Clone, Copy, Debug)]
pub struct TextTemplate<'a> {
    /// Its name, which tells its form: `summary.html.j2`.
    pub name: &'a str,
    /// Its text.
    pub source: &'a str,
}

/// Texts that a template may include, by name.
pub type TextPartials = BTreeMap<String, String>;
