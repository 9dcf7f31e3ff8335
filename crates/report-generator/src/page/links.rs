//! Links to files and to places in the page, as they stand in an address.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

/// What stands in a path as it is; a colon is not among it, so that no file's name begins like a scheme.
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'!');

/// A text that may lead somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Link {
    /// What is read.
    pub text: String,
    /// The address, encoded; empty where there is none.
    pub to: String,
}

impl Link {
    /// A text that leads nowhere.
    pub(super) fn none(text: impl Into<String>) -> Self {
        Self { text: text.into(), to: String::new() }
    }

    /// A text that leads to a place in the page.
    pub(super) fn within(text: impl Into<String>, id: &str) -> Self {
        Self { text: text.into(), to: fragment(id) }
    }
}

/// The address of a place in the page.
pub(super) fn fragment(id: &str) -> String {
    format!("#{}", utf8_percent_encode(id, PATH))
}

/// A value within the query of a place's address: `documents?kind=…`.
pub(super) fn query(value: &str) -> String {
    utf8_percent_encode(value, NON_ALPHANUMERIC).to_string()
}

/// The address of a file of the meeting from the page, which `way` leads to; of one within an archive, of the archive.
pub(super) fn file(way: &str, file: &str) -> String {
    let lower = file.to_ascii_lowercase();
    let outer = lower.find(".zip/").map_or(file, |at| &file[..at + ".zip".len()]);
    let path = if way.is_empty() { outer.to_owned() } else { format!("{way}/{outer}") };
    // A path of the other root, as between two drives, would be taken for one of the server.
    let encoded = utf8_percent_encode(&path, PATH).to_string();
    if encoded.starts_with('/') { format!("file://{encoded}") } else { encoded }
}
