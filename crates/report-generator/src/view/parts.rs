//! Texts in pieces, so that the document numbers in them can be links.

use meeting_model::number;
use schemars::JsonSchema;
use serde::Serialize;

use super::items::Business;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PartView {
    /// The piece.
    pub text: String,
    /// The link behind it; empty where it is no document number, or none is known.
    pub url: String,
}

impl Business<'_> {
    /// A text in pieces: the numbers of documents whose links are known, and what stands between them.
    pub(super) fn parts(&self, text: &str) -> Vec<PartView> {
        let part = |text: &str, url: String| PartView { text: text.to_owned(), url };
        let mut parts = Vec::new();
        let mut from = 0;
        let has_numbers = text.bytes().any(|byte| byte.is_ascii_digit());
        let found = if has_numbers { number::find(text) } else { Vec::new() };
        for found in found {
            let url = self.links.url(&found.number);
            // Lists share words: `TDs 12, 13`.
            if url.is_empty() || found.range.start < from {
                continue;
            }
            if from < found.range.start {
                parts.push(part(&text[from..found.range.start], String::new()));
            }
            parts.push(part(&text[found.range.clone()], url));
            from = found.range.end;
        }
        if from < text.len() {
            parts.push(part(&text[from..], String::new()));
        }
        parts
    }
}
