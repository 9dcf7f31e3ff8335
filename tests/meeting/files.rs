//! Every file of the disk is listed, with what became of it.

use meeting_model::{FileStatus, MeetingFile, NumberedBy};

use crate::support::{RECORD, checked, file, of_folder, text, units};

fn status(path: &str) -> &'static str {
    file(path).status.as_str()
}

#[test]
fn each_file_has_the_status_that_it_deserves() {
    for (path, expected) in [
        (".DS_Store", "system"),
        ("desktop.ini", "system"),
        ("Contributions/Thumbs.db", "system"),
        ("TD/~$5-SG13-270705-TD-PLEN-0010!R2!MSW-E.docx", "lock"),
        ("to do.txt", "text"),
        ("group photo.jpg", "other_format"),
        ("Contributions/T25-SG13-C-0041!!PDF-E.pdf", "other_format"),
        ("Contributions/T25-SG13-C-0037!!MSW-E.docx", "corrupt"),
        ("Contributions/T25-SG13-C-0038!!MSW-E.docx", "encrypted"),
        ("Contributions/T25-SG13-C-0039!!MSW-E.docx", "empty"),
        ("Contributions/T25-SG13-C-0040!!MSW-E.doc", "document"),
        ("Contributions/T25-SG13-C-0042!!MSW-E.docx", "corrupt"),
        ("Contributions/broken.zip", "corrupt"),
        ("Contributions/late.zip", "archive"),
        ("Contributions/late.zip/notes.txt", "text"),
        ("Contributions/late.zip/late/more.zip", "archive"),
        ("Contributions/late.zip/late/more.zip/picture.png", "other_format"),
        ("Contributions/late.zip/late/more.zip/__MACOSX/._picture.png", "system"),
        ("Contributions/late.zip/late/more.zip/T25-SG13-C-0036!!MSW-E.docx", "document"),
        ("Indexes/T25-SG13-C.xml", "index"),
        ("Contributions/t25-sg13-c-0034!!msw-e - with comments.docm", "document"),
    ] {
        assert_eq!(status(path), expected, "{path}");
    }
}

#[test]
fn what_was_not_read_says_why_and_what_to_do() {
    for (path, words) in [
        ("Contributions/T25-SG13-C-0037!!MSW-E.docx", "download it again"),
        ("Contributions/T25-SG13-C-0038!!MSW-E.docx", "save it without one"),
        ("Contributions/T25-SG13-C-0040!!MSW-E.doc", "--convert-doc"),
        ("Contributions/T25-SG13-C-0041!!PDF-E.pdf", "a PDF file"),
        ("Contributions/broken.zip", "is missing"),
    ] {
        let reason = file(path).reason.as_deref().unwrap_or_default();
        assert!(reason.contains(words), "{path}: {reason}");
    }
}

#[test]
fn the_same_bytes_are_a_duplicate_in_an_archive_too() {
    for path in [
        "Downloads/T25-SG13-C-0031!!MSW-E (1).docx",
        "Downloads/for the chair.docx",
        "Contributions/late.zip/T25-SG13-C-0031!!MSW-E.docx",
    ] {
        let file = file(path);
        assert_eq!(file.status, FileStatus::Duplicate, "{path}");
        assert_eq!(file.same_as.as_deref(), Some("Contributions/T25-SG13-C-0031!!MSW-E.docx"), "{path}");
        assert_eq!(text(file.number.as_ref()), "SG13-C31", "{path}");
    }
}

#[test]
fn of_two_names_that_are_no_servers_the_plain_one_is_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = rapporteur_tests::meeting::word("The harbour is open.");
    for name in ["plan (1).docx", "plan.docx", "Copy of plan.docx"] {
        std::fs::write(folder.path().join(name), &bytes).unwrap();
    }
    let record = of_folder(folder.path());
    let same: Vec<_> = record.files.iter().map(|file| file.same_as.as_deref()).collect();
    assert_eq!(same, [Some("plan.docx"), Some("plan.docx"), None]);
}

#[test]
fn the_file_name_decides_over_the_cover_and_the_archive_comes_last() {
    let by_name = file("Contributions/t25-sg13-c-0034!!msw-e - with comments.docm");
    assert_eq!(
        (text(by_name.number.as_ref()), by_name.numbered_by),
        ("SG13-C34".to_owned(), Some(NumberedBy::FileName))
    );
    assert_eq!(text(by_name.cover_number.as_ref()), "SG13-C43");
    let by_cover = file("TD/answer to SG2.docx");
    assert_eq!(
        (text(by_cover.number.as_ref()), by_cover.numbered_by),
        ("SG13-LS7".to_owned(), Some(NumberedBy::Cover))
    );
    let alone = file("TD/T25-SG13-270705-TD-GEN-0048!!ZIP-E.zip/statement.docx");
    assert_eq!(
        (text(alone.number.as_ref()), alone.numbered_by),
        ("SG13-TD48/GEN".to_owned(), Some(NumberedBy::Archive))
    );
    assert_eq!(file("TD/T25-SG13-270705-TD-GEN-0048!!ZIP-E.zip/tables.pdf").number, None);
    assert_eq!(file("speech.docx").number, None);
}

#[test]
fn languages_and_hashes_are_those_of_each_file() {
    fn hashed(files: &[MeetingFile]) -> bool {
        files
            .iter()
            .all(|file| file.sha256.as_ref().is_some_and(|hash| hash.len() == 64) && hashed(&file.holds))
    }
    assert_eq!(text(file("Contributions/T25-SG13-C-0033!!MSW-F.docx").language.as_ref()), "fr");
    assert!(hashed(&RECORD.files));
}

#[test]
fn what_could_not_be_read_is_called_as_the_index_calls_it() {
    let legacy = file("Contributions/T25-SG13-C-0040!!MSW-E.doc");
    assert_eq!(legacy.title.as_deref(), Some("Old words on coral"));
}

#[test]
fn the_order_of_the_units_does_not_matter() {
    let folder = tempfile::tempdir().unwrap();
    rapporteur_tests::meeting::write(folder.path()).unwrap();
    let mut units = units(folder.path());
    let first = serde_json::to_string(&checked(&units)).unwrap();
    units.reverse();
    assert_eq!(serde_json::to_string(&checked(&units)).unwrap(), first);
}

#[test]
fn units_and_records_survive_json() {
    let folder = tempfile::tempdir().unwrap();
    rapporteur_tests::meeting::write(folder.path()).unwrap();
    let units = units(folder.path());
    let again: Vec<meeting_folder::Unit> =
        serde_json::from_str(&serde_json::to_string(&units).unwrap()).unwrap();
    assert_eq!(again, units);
    let record = checked(&units);
    let text = serde_json::to_string(&record).unwrap();
    assert_eq!(serde_json::from_str::<meeting_model::MeetingRecord>(&text).unwrap(), record);
}

#[test]
fn the_sections_of_documents_are_not_needed() {
    let folder = tempfile::tempdir().unwrap();
    rapporteur_tests::meeting::write(folder.path()).unwrap();
    let mut units = units(folder.path());
    let whole = checked(&units);
    for parsed in units.iter_mut().flat_map(|unit| &mut unit.documents) {
        parsed.document.sections.clear();
    }
    assert_eq!(checked(&units), whole);
}

#[test]
fn a_folder_of_nothing_is_an_empty_record() {
    let folder = tempfile::tempdir().unwrap();
    let record = of_folder(folder.path());
    assert_eq!(record, meeting_model::MeetingRecord::default());
}
