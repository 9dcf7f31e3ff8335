//! There and back again: a document, its report, and what is read from that.

use std::path::Path;

use meeting_model::{Document, Language};
use minijinja::Value as Data;
use minijinja::value::Serde;
use report_generator::word::{self, Partials};
use report_generator::{Labels, View, templates};
use serde_json::Value;

/// The lists that a report of a meeting carries.
pub const LISTS: [&str; 5] = ["items", "documents", "actions", "decisions", "meetings"];

/// What says how an element was found or printed, and is none of what it says.
const LEFT_ASIDE: [&str; 4] = ["at", "rule", "confidence", "printed"];

/// What is read of a file.
pub fn parsed(path: &Path) -> Document {
    read(&std::fs::read(path).unwrap())
}

/// What is read of a Word file.
pub fn read(bytes: &[u8]) -> Document {
    meeting_parser::parse(bytes, "report.docx", &meeting_parser::Limits::default()).unwrap()
}

/// The labels that a document's report is printed with.
pub fn labels(document: &Document) -> Labels {
    Labels::of(document.header.language.unwrap_or(Language::English)).unwrap()
}

/// A built-in template filled with a view.
pub fn filled(template: &str, view: &View) -> Vec<u8> {
    let template = templates::builtin(template).unwrap();
    word::fill(template, &Partials::none(), &Data::from(Serde(view))).unwrap()
}

/// What is read of the report of a document.
pub fn again(template: &str, document: &Document) -> Document {
    read(&filled(template, &View::of(document, &labels(document))))
}

/// The elements of a list as sorted texts.
pub fn elements(document: &Document, list: &str, aside: &[&str]) -> Vec<String> {
    let value = serde_json::to_value(document).unwrap();
    let mut texts: Vec<String> = value[list].as_array().unwrap().iter().map(|it| bare(it, aside)).collect();
    texts.sort();
    texts
}

fn bare(element: &Value, aside: &[&str]) -> String {
    let mut element = element.clone();
    let fields = element.as_object_mut().unwrap();
    fields.retain(|key, _| !LEFT_ASIDE.contains(&key.as_str()) && !aside.contains(&key.as_str()));
    // Outcomes are a set.
    if let Some(outcomes) = fields.get_mut("outcomes").and_then(Value::as_array_mut) {
        outcomes.sort_by_key(ToString::to_string);
    }
    element.to_string()
}

/// What one has and the other has not, in these lists, without the fields that are set aside.
pub fn differences(before: &Document, after: &Document, lists: &[&str], aside: &[&str]) -> Vec<String> {
    let differ = |list: &&str| {
        let (old, new) = (elements(before, list, aside), elements(after, list, aside));
        let lost = without(&old, &new).into_iter().map(|text| format!("{list}, lost: {text}"));
        let made = without(&new, &old).into_iter().map(|text| format!("{list}, new:  {text}"));
        lost.chain(made).collect::<Vec<_>>()
    };
    lists.iter().flat_map(differ).collect()
}

/// What of the first is not in the second, each as often as it stands there.
fn without(all: &[String], taken: &[String]) -> Vec<String> {
    let mut rest = taken.to_vec();
    let is_left = |text: &&String| match rest.iter().position(|other| other == *text) {
        Some(at) => {
            rest.swap_remove(at);
            false
        }
        None => true,
    };
    all.iter().filter(is_left).cloned().collect()
}
