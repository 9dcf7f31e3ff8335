//! `batch`: a meeting's folder in, the meeting's model out.

mod again;
mod convert;
mod faults;
mod killed;
mod names;
mod results;
mod statuses;
mod together;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::support::{Folder, Run};

/// Every result, with an invented meeting that has all kinds of files.
pub const RESULTS: [&str; 11] = [
    "actions.csv",
    "decisions.csv",
    "documents.csv",
    "documents.jsonl",
    "findings.csv",
    "index.html",
    "items.csv",
    "meeting.json",
    "meeting.sqlite",
    "meeting.xlsx",
    "meetings.csv",
];

/// A folder with an invented meeting in `in`, which has files that cannot be read.
pub fn meeting() -> Folder {
    let folder = Folder::new();
    rapporteur_tests::meeting::write(&folder.path("in")).unwrap();
    folder
}

/// A folder with so many sound documents of an invented meeting in `in`.
pub fn sound(count: usize) -> Folder {
    let folder = Folder::new();
    rapporteur_tests::folder::write(&folder.path("in"), count).unwrap();
    folder
}

/// Runs `batch in -o out` with more arguments.
pub fn batch(folder: &Folder, more: &[&str]) -> Run {
    folder.run(&[&["batch", "in", "-o", "out"], more].concat())
}

/// What stands in a file; a test that fails tells its size alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl std::fmt::Debug for Bytes {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} bytes", self.0.len())
    }
}

/// The bytes of all results in a folder, by name.
pub fn results(out: &Path) -> BTreeMap<String, Bytes> {
    let files = std::fs::read_dir(out).unwrap().map(|entry| entry.unwrap());
    let files = files.filter(|entry| entry.file_type().unwrap().is_file());
    files
        .map(|entry| (entry.file_name().into_string().unwrap(), Bytes(std::fs::read(entry.path()).unwrap())))
        .collect()
}

/// The names of the results in a folder.
pub fn names_in(out: &Path) -> Vec<String> {
    results(out).into_keys().collect()
}

/// A result that is JSON.
pub fn json(folder: &Folder, name: &str) -> Value {
    serde_json::from_str(&folder.read(name)).unwrap()
}

/// The last line: how many files were read, and how many were known.
pub fn read_and_known(run: &Run) -> (usize, usize) {
    let line = run.stderr.lines().last().unwrap_or_default();
    let mut numbers = line.split_whitespace().filter_map(|word| word.parse().ok());
    (numbers.next().unwrap_or(usize::MAX), numbers.next().unwrap_or(usize::MAX))
}
