//! Templates that are filled, read back as text.

mod basics;

use minijinja::Value;
use word_document::testing::docx;
use word_document::{Limits, outline_text, read};

use super::{Partials, Template, fill};

/// A template in the notation of `word_document::testing`, in which braces of tags need no escape: `‹‹` and `››`
/// stand for `{{` and `}}`, `‹%` and `%›` for those of statements.
fn template(notation: &str) -> Vec<u8> {
    docx(&notation.replace('‹', "\\{").replace('›', "\\}"))
}

/// What a filled template reads like.
fn filled(notation: &str, data: &serde_json::Value) -> String {
    filled_bytes(&template(notation), data)
}

fn filled_bytes(bytes: &[u8], data: &serde_json::Value) -> String {
    let report = report(bytes, data);
    let document = read(&report, &Limits::default()).expect("a report can be read");
    assert_eq!(document.oddities, [], "a report has nothing odd in it");
    outline_text(&document)
}

fn report(bytes: &[u8], data: &serde_json::Value) -> Vec<u8> {
    let template = Template { name: "test.docx", bytes };
    fill(&template, &Partials::none(), &Value::from(minijinja::value::Serde(data)))
        .unwrap_or_else(|errors| panic!("{errors}"))
}
