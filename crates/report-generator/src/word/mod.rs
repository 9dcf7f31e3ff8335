//! Word templates: ordinary .docx files with tags in their text, filled with data.
//!
//! A part goes one way: its text becomes a tree (`xml`); tags that Word has cut are put together (`join`), find
//! their partners and the place where they take effect (`structure`); the tree becomes the source of a template
//! (`emit`); what the engine renders becomes a part again (`finish`). Everything else of the package is copied.

mod address;
mod annotate;
mod check;
mod compile;
mod contents;
mod definitions;
mod direction;
mod emit;
mod environment;
pub(crate) mod error;
mod fill;
mod finish;
pub(crate) mod fragments;
mod include;
pub(crate) mod inspect;
pub(crate) mod join;
mod marks;
pub(crate) mod names;
mod nearest;
mod partials;
mod properties;
mod refresh;
mod rendering;
mod resources;
pub(crate) mod structure;
pub(crate) mod tags;
pub(crate) mod text;
mod xml;

#[cfg(test)]
mod tests;

pub use annotate::annotate;
pub use check::check;
pub use error::{Cell, Place, TemplateError, TemplateErrorKind, TemplateErrors};
pub use fill::fill;
pub use names::{Name, Names, included, names};
pub use partials::Partials;

/// A Word file with tags in it.
#[derive(Debug, Clone, Copy)]
pub struct Template<'a> {
    /// What errors call it.
    pub name: &'a str,
    /// The file.
    pub bytes: &'a [u8],
}
