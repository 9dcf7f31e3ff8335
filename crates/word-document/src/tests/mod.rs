//! The reader as a whole, on inputs of one line: a Word file in the notation of [`testing`], and its outline.

mod changes;
mod damage;
mod lists;
mod marks;
mod package;
mod random;
mod stories;
mod tables;
mod text;

use crate::{Limits, WordDocument, outline_text, read, testing};

fn document(bytes: &[u8]) -> WordDocument {
    read(bytes, &Limits::default()).expect("a sound file")
}

fn lines(document: &WordDocument) -> Vec<String> {
    outline_text(document).lines().map(|line| line.replace(" [Normal]", "")).collect()
}

/// The outline of a file in the notation, without the name of the normal style.
fn outline(notation: &str) -> Vec<String> {
    lines(&document(&testing::docx(notation)))
}

/// The outline of a file whose body is XML.
fn outline_of_xml(body: &str) -> Vec<String> {
    lines(&document(&testing::docx_of_xml(body)))
}

/// The outline of one paragraph in XML, from its content.
fn paragraph(content: &str) -> String {
    outline_of_xml(&format!("<w:p>{content}</w:p>")).join("\n")
}
