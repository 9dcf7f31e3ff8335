//! Templates that are filled, read back as text.

mod basics;
mod checks;
mod cuts;
mod hostile;
mod kept;
mod partials;

use minijinja::Value;
use word_document::testing::docx;
use word_document::{Limits, outline_text, read};

use super::{Partials, Template, fill};

/// A template in the notation of `word_document::testing`, in which braces of tags need no escape: `‹‹` and `››`
/// stand for `{{` and `}}`, `‹%` and `%›` for those of statements.
fn template(notation: &str) -> Vec<u8> {
    docx(&notation.replace('‹', "\\{").replace('›', "\\}"))
}

/// What a filled template reads like: a line for each paragraph, `|a|b|` for a row, `¶` between paragraphs of a cell.
fn shown(notation: &str, data: &serde_json::Value) -> String {
    compact(&filled(notation, data))
}

fn compact(outline: &str) -> String {
    let mut out = String::new();
    let mut in_table = None;
    for line in outline.lines() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if in_table.is_some_and(|table| indent <= table) {
            out.push('|');
            in_table = None;
        }
        let words: Vec<&str> = text.split(' ').collect();
        match words[..] {
            [_, "table,", columns, "columns"] => {
                in_table = Some(indent);
                out.push_str(&format!("\ntable of {columns}"));
            }
            ["row", number] if in_table.is_some() => {
                out.push_str(if number == "0" { "\n" } else { "|\n" });
            }
            ["column", ..] if in_table.is_some() => out.push('|'),
            _ => {
                let text = text.split_once(']').map_or(text, |(_, text)| text.trim_start());
                out.push_str(if in_table.is_none() {
                    "\n"
                } else if out.ends_with('|') {
                    ""
                } else {
                    "¶"
                });
                out.push_str(text);
            }
        }
    }
    if in_table.is_some() {
        out.push('|');
    }
    out.trim_start_matches('\n').to_owned()
}

/// What the reader makes of a filled template.
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
