//! Reads the Word file format into a plain tree, and writes packages.
//!
//! [`read`] takes the bytes of a `.docx`, `.docm`, `.dotx` or `.dotm` and gives what a reader of the *final*
//! document sees: tracked insertions in, deletions out, list labels as Word displays them, merged cells on a
//! grid, each paragraph with its place in the file. It knows nothing of meetings.
//!
//! ```
//! use word_document::{read, testing, Limits};
//!
//! let bytes = testing::docx("# Opening\n{num 1.0} First {del Ann|old}{ins Ann|new} text");
//! let document = read(&bytes, &Limits::default())?;
//! assert_eq!(word_document::outline_text(&document).lines().next(), Some("0 [heading 1] Opening"));
//! # Ok::<(), word_document::ReadError>(())
//! ```

mod content_types;
pub mod edit;
mod error;
mod inflate;
mod numbering;
mod outline_text;
mod package;
mod properties;
mod read;
mod recent;
mod relationships;
mod signature;
mod story;
mod styles;
mod symbols;
pub mod testing;
#[cfg(test)]
mod tests;
mod tree;
mod xml;

pub use error::ReadError;
pub use numbering::{Label, ListLabels, ListedParagraph, Suffix};
pub use outline_text::outline_text;
pub use package::{Limits, Package, write as write_package};
pub use read::read;
pub use relationships::{Relationship, Relationships};
pub use tree::*;
