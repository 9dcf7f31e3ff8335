//! Small values that several sections show.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::labels::{Labels, label_of};

/// A text that is shown whole, or by its beginning until it is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Prose {
    /// The beginning of a long text; empty where the text is short.
    pub lead: String,
    /// The text.
    pub text: String,
}

/// Texts longer than this are shown by their beginning.
const LONG: usize = 420;
const LEAD: usize = 180;

impl Prose {
    pub(super) fn of(text: &str) -> Self {
        let long = text.chars().count() > LONG;
        Self { lead: if long { beginning(text) } else { String::new() }, text: text.to_owned() }
    }
}

/// The beginning of a text, up to the end of a word.
fn beginning(text: &str) -> String {
    let cut = text.char_indices().nth(LEAD).map_or(text.len(), |(at, _)| at);
    let head = &text[..cut];
    let end = head.rfind(char::is_whitespace).filter(|end| *end > cut / 2).unwrap_or(cut);
    format!("{}…", head[..end].trim_end())
}

/// A day, for programs and for people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Day {
    /// `2026-03-02`; empty where no day is stated.
    pub iso: String,
    /// As the language writes it.
    pub text: String,
}

impl Day {
    pub(super) fn of(day: Option<Date>, labels: &Labels) -> Self {
        day.map(|day| Self { iso: day.to_string(), text: labels.day(day) }).unwrap_or_default()
    }
}

/// The labels of values.
pub(super) fn named<T: ToString>(labels: &BTreeMap<String, String>, values: &[T]) -> Vec<String> {
    values.iter().map(|value| label_of(labels, &value.to_string())).collect()
}
