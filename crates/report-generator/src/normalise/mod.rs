//! The one normaliser: what docx-rs or a filled template wrote, put as the schema and Word want it.
//!
//! [`normalise`] takes one part, or a fragment of it: children go into the schema's order, properties that stand
//! twice are told once, forbidden characters go, a cell ends in a paragraph, a table has rows, and what points to
//! nothing points no more. [`normalise_package`] does so for all parts, settles relationships and content types,
//! and zips them; the same parts give the same bytes.

mod characters;
mod counters;
mod order;
mod package;
mod part;

pub(crate) use order::order_of;
pub use package::{normalise_package, parts};

use std::collections::BTreeSet;

/// XML that cannot be put right, since it is not well-formed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{part} is not well-formed XML: {message}")]
pub struct Malformed {
    /// Name of the part.
    pub part: String,
    /// What the reader says of it.
    pub message: String,
}

/// A part of a Word file, or elements that go into one, as the schema wants them.
pub fn normalise(part: &str, xml: &str) -> Result<String, Malformed> {
    part::normalise(part, xml, None)
}

/// Ids of a part's relationships.
pub(crate) type Relationships = BTreeSet<String>;

#[cfg(test)]
mod tests;
