//! The runs of an entry of a table of contents.

use super::gather::Entry;
use super::switches::Switches;
use crate::word::text::xml_text;

/// Runs of an entry: its text and, where it has one, a field for its page.
pub(super) fn content(entry: &Entry<'_>, switches: &Switches) -> String {
    let mut out = texts(&entry.text);
    if entry.has_page {
        out += &texts(switches.separator.as_deref().unwrap_or("\t"));
        out += &texts(&entry.prefix);
        out += &run(r#"<w:fldChar w:fldCharType="begin"/>"#);
        let page = format!(" PAGEREF {} \\h ", entry.bookmark);
        out += &run(&format!(r#"<w:instrText xml:space="preserve">{page}</w:instrText>"#));
        out += &run(r#"<w:fldChar w:fldCharType="separate"/>"#);
        out += &run(r#"<w:fldChar w:fldCharType="end"/>"#);
    }
    if switches.links {
        return format!(r#"<w:hyperlink w:anchor="{}" w:history="1">{out}</w:hyperlink>"#, entry.bookmark);
    }
    out
}

fn run(inner: &str) -> String {
    format!("<w:r>{inner}</w:r>")
}

/// A text as runs, as Word cuts it: tabs and breaks have runs of their own.
fn texts(text: &str) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive(['\t', '\n']) {
        let words = piece.trim_end_matches(['\t', '\n']);
        if !words.is_empty() {
            out += &run(&format!(r#"<w:t xml:space="preserve">{}</w:t>"#, xml_text(words)));
        }
        match &piece[words.len()..] {
            "\t" => out += &run("<w:tab/>"),
            "\n" => out += &run("<w:br/>"),
            _ => {}
        }
    }
    out
}
