//! The files as the record lists them, and the editions of documents among them.

use std::collections::BTreeMap;

use meeting_model::{
    DocumentNumber, FileStatus, Kind, Language, MeetingFacts, MeetingFile, NumberedBy, RegisterEntry,
};

use super::duplicates;
use super::folder::{Folder, joined};
use super::naming;
use super::register::{Edition, Rank};

/// The files with their numbers, languages and repetitions, and the editions in them.
pub(super) fn list<'a>(folder: &Folder<'a>, meeting: &MeetingFacts) -> (Vec<MeetingFile>, Vec<Edition<'a>>) {
    let repeated = duplicates::find(&folder.all_files());
    let mut lister = Lister { folder, group: meeting.group.as_deref(), repeated, editions: Vec::new() };
    let files = folder.files.iter().map(|file| lister.file(file, None, None)).collect();
    (files, lister.editions)
}

struct Lister<'f, 'a> {
    folder: &'f Folder<'a>,
    group: Option<&'f str>,
    repeated: BTreeMap<String, String>,
    editions: Vec<Edition<'a>>,
}

/// What the name of the archive around a file says, and whether the file is the only Word file in it.
struct Around {
    number: Option<DocumentNumber>,
    language: Option<Language>,
    alone: bool,
}

impl Lister<'_, '_> {
    fn file(&mut self, met: &MeetingFile, within: Option<&str>, around: Option<&Around>) -> MeetingFile {
        let path = joined(within, &met.file);
        let mut file = MeetingFile { holds: Vec::new(), ..met.clone() };
        if may_be_a_document(met.status) {
            self.name(&mut file, &path, around);
        }
        let same_as = self.repeated.get(&path).cloned();
        if met.status == FileStatus::Archive && same_as.is_none() {
            let around = Around {
                number: file.number.clone(),
                language: file.language,
                alone: met.holds.iter().filter(|held| held.status == FileStatus::Document).count() == 1,
            };
            file.holds = met.holds.iter().map(|held| self.file(held, Some(&path), Some(&around))).collect();
        }
        self.take_edition(&file, &path, same_as.as_deref());
        if same_as.is_some() {
            file.status = FileStatus::Duplicate;
            file.same_as = same_as;
        }
        file
    }

    /// Number and language: by the file's name, else by the cover, else by the archive that the file alone is in.
    fn name(&self, file: &mut MeetingFile, path: &str, around: Option<&Around>) {
        let header = self.folder.document(path).map(|document| &document.header);
        let cover = header.and_then(|header| header.number.clone()).map(|number| self.with_group(number));
        let name = naming::itu_name(path);
        let printed = naming::printed_number(path).map(|number| self.with_group(number));
        let by_name = name.as_ref().and_then(naming::number).or_else(|| printed.clone());
        let confirmed =
            printed.is_some_and(|printed| cover.as_ref().is_some_and(|cover| printed.matches(cover)));
        let decides = name.as_ref().is_some_and(naming::is_of_a_meeting) || cover.is_none() || confirmed;
        let around = around.filter(|around| around.alone && file.status == FileStatus::Document);
        let by_archive = around.and_then(|around| around.number.clone());
        let candidates = [
            (by_name.filter(|_| decides), NumberedBy::FileName),
            (cover.clone(), NumberedBy::Cover),
            (by_archive, NumberedBy::Archive),
        ];
        if let Some((number, by)) = candidates.into_iter().find_map(|(number, by)| Some((number?, by))) {
            file.number = Some(self.with_group(number));
            file.numbered_by = Some(by);
        }
        file.cover_number = cover;
        file.language = (name.as_ref().and_then(meeting_model::FileName::language_of))
            .or_else(|| header.and_then(|header| header.language))
            .or_else(|| around?.language);
    }

    fn with_group(&self, number: DocumentNumber) -> DocumentNumber {
        complete(number, self.group)
    }

    /// Enters a file that is an edition of a document. One that repeats another is, where its name says otherwise.
    fn take_edition(&mut self, file: &MeetingFile, path: &str, same_as: Option<&str>) {
        let Some(number) = file.number.clone() else { return };
        let parsed = self.folder.documents.get(path).copied();
        let rank = match (file.status, parsed) {
            (_, Some(_)) => Rank::Read,
            (FileStatus::Document, None) => Rank::Legacy,
            (FileStatus::Corrupt | FileStatus::Encrypted | FileStatus::Empty, _) => Rank::Unreadable,
            (FileStatus::OtherFormat, _) => Rank::OtherFormat,
            _ => Rank::Archive,
        };
        let edition = Edition {
            path: path.to_owned(),
            number,
            language: file.language,
            parsed,
            rank,
            repeats: same_as.is_some(),
        };
        self.editions.push(edition);
    }
}

/// The number with the group of the meeting, where it has none; a Council document's number has a year instead.
pub(super) fn complete(number: DocumentNumber, group: Option<&str>) -> DocumentNumber {
    match group {
        Some(group) if number.group.is_none() && number.session.is_none() => number.with_group(group),
        _ => number,
    }
}

/// Files that are no documents, whatever their names say, are not numbered.
fn may_be_a_document(status: FileStatus) -> bool {
    !matches!(status, FileStatus::Index | FileStatus::Text | FileStatus::Lock | FileStatus::System)
}

/// Gives each file the kind and title of its document. What could not be read is called as the register calls it.
pub(super) fn describe(files: &mut [MeetingFile], register: &[RegisterEntry], folder: &Folder<'_>) {
    let by_revision: BTreeMap<&DocumentNumber, &RegisterEntry> =
        register.iter().flat_map(|entry| entry.revisions.iter().map(move |number| (number, entry))).collect();
    for file in files {
        describe_one(file, None, &by_revision, folder);
    }
}

fn describe_one(
    file: &mut MeetingFile,
    within: Option<&str>,
    register: &BTreeMap<&DocumentNumber, &RegisterEntry>,
    folder: &Folder<'_>,
) {
    let path = joined(within, &file.file);
    if let Some(document) = folder.document(&path) {
        file.kind = Some(document.kind);
        file.title.clone_from(&document.header.title);
    } else if let Some(entry) = file.number.as_ref().and_then(|number| register.get(number)) {
        file.kind = entry.kind;
        file.title.clone_from(&entry.title);
    }
    for held in &mut file.holds {
        describe_one(held, Some(&path), register, folder);
    }
}

/// What the documents of a series are, where all of a series are the same.
pub(super) fn kind_of_series(number: &DocumentNumber) -> Option<Kind> {
    match number.series.as_str() {
        "C" => Some(Kind::Contribution),
        "LS" => Some(Kind::LiaisonStatement),
        _ => None,
    }
}
