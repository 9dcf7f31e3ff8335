//! The units in the order of their paths, with their documents at hand.

use std::collections::BTreeMap;

use meeting_model::{Document, MeetingFile};

use crate::index::Index;
use crate::unit::{Parsed, Unit};

/// What was read of a folder.
pub(super) struct Folder<'a> {
    /// The files of the disk, by path.
    pub files: Vec<&'a MeetingFile>,
    /// Documents by the path of their file.
    pub documents: BTreeMap<&'a str, &'a Parsed>,
    /// The indexes, by path.
    pub indexes: Vec<&'a Index>,
}

impl<'a> Folder<'a> {
    pub(super) fn of(units: &'a [Unit]) -> Self {
        let mut files: Vec<&MeetingFile> = units.iter().map(|unit| &unit.file).collect();
        files.sort_by(|one, other| one.file.cmp(&other.file));
        let mut indexes: Vec<&Index> = units.iter().flat_map(|unit| &unit.indexes).collect();
        indexes.sort_by(|one, other| one.path.cmp(&other.path));
        let parsed = units.iter().flat_map(|unit| &unit.documents);
        Self { files, documents: parsed.map(|parsed| (parsed.path.as_str(), parsed)).collect(), indexes }
    }

    /// The document in a file.
    pub(super) fn document(&self, path: &str) -> Option<&'a Document> {
        self.documents.get(path).map(|parsed| &parsed.document)
    }

    /// Paths of all files, those in archives too, with what became of them.
    pub(super) fn all_files(&self) -> Vec<(String, &'a MeetingFile)> {
        let mut all = Vec::new();
        for file in &self.files {
            gather(file, None, &mut all);
        }
        all
    }
}

fn gather<'a>(file: &'a MeetingFile, within: Option<&str>, all: &mut Vec<(String, &'a MeetingFile)>) {
    let path = joined(within, &file.file);
    for held in &file.holds {
        gather(held, Some(&path), all);
    }
    all.push((path, file));
}

/// The path of a file, behind that of the archive that holds it.
pub(super) fn joined(within: Option<&str>, name: &str) -> String {
    within.map_or_else(|| name.to_owned(), |archive| format!("{archive}/{name}"))
}
