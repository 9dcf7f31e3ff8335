//! The record of the invented folder, made once.

use std::path::Path;
use std::sync::LazyLock;

use meeting_folder::{FoundFile, ReadOptions, SurveyOptions, Unit, read_unit, record, survey};
use meeting_model::{Finding, LiaisonEntry, MeetingFile, MeetingRecord, RegisterEntry};

/// The record, with its findings.
pub static RECORD: LazyLock<MeetingRecord> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("there is room");
    rapporteur_tests::meeting::write(folder.path()).expect("it can be written");
    of_folder(folder.path())
});

/// The record of any folder.
pub fn of_folder(folder: &Path) -> MeetingRecord {
    checked(&units(folder))
}

/// What each file of a folder comes to.
pub fn units(folder: &Path) -> Vec<Unit> {
    let survey = survey(folder, &SurveyOptions::default()).expect("a folder");
    survey.files.iter().map(unit).collect()
}

/// The record of these units.
pub fn checked(units: &[Unit]) -> MeetingRecord {
    let mut record = record(units);
    record.findings = meeting_checks::check_meeting(&record);
    record
}

fn unit(file: &FoundFile) -> Unit {
    match &file.refused {
        Some((status, reason)) => Unit::unread(&file.path, *status, reason.clone()),
        None => {
            read_unit(&file.path, &std::fs::read(&file.disk).expect("it is there"), &ReadOptions::default())
        }
    }
}

/// The file of this path; behind that of an archive stands the name within it.
pub fn file(path: &str) -> &'static MeetingFile {
    fn find<'a>(files: &'a [MeetingFile], path: &str) -> Option<&'a MeetingFile> {
        files.iter().find_map(|file| match path.strip_prefix(&file.file)? {
            "" => Some(file),
            rest => find(&file.holds, rest.strip_prefix('/')?),
        })
    }
    find(&RECORD.files, path).unwrap_or_else(|| panic!("no file {path}"))
}

/// The document whose latest revision has this number.
pub fn entry(number: &str) -> &'static RegisterEntry {
    let is = |entry: &&RegisterEntry| entry.number.as_ref().is_some_and(|own| own.to_string() == number);
    RECORD.register.iter().find(is).unwrap_or_else(|| panic!("no document {number}"))
}

/// The liaison statement of this number.
pub fn liaison(number: &str) -> &'static LiaisonEntry {
    let is = |entry: &&LiaisonEntry| entry.number.as_ref().is_some_and(|own| own.to_string() == number);
    RECORD.liaisons.iter().find(is).unwrap_or_else(|| panic!("no liaison statement {number}"))
}

/// The findings of a code.
pub fn findings(code: &str) -> Vec<&'static Finding> {
    RECORD.findings.iter().filter(|finding| finding.code == code).collect()
}

/// Values as texts.
pub fn texts<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// A value that may be absent, as text.
pub fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
