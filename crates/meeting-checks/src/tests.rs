//! Each rule on a record of a few lines.

use meeting_model::{
    Edge, EdgeKind, FileStatus, Indexed, Item, ItemDocument, Language, Listed, MeetingFacts, MeetingFile,
    MissingDocument, NumberedBy, Proceedings, RegisterEntry,
};

use super::*;

fn number(text: &str) -> meeting_model::DocumentNumber {
    text.parse().unwrap()
}

fn record() -> MeetingRecord {
    let meeting = MeetingFacts { group: Some("SG9".to_owned()), ..MeetingFacts::default() };
    MeetingRecord { meeting, ..MeetingRecord::default() }
}

fn entry(text: &str) -> RegisterEntry {
    let revisions = vec![number(text)];
    RegisterEntry { number: Some(number(text)), revisions, readable: true, ..RegisterEntry::default() }
}

#[allow(clippy::unnecessary_wraps, reason = "the record holds options")]
fn proceedings(text: &str, items: &[(&str, &str)]) -> Option<Proceedings> {
    let item = |(place, document): &(&str, &str)| Item {
        number: Some((*place).to_owned()),
        documents: vec![ItemDocument { number: number(document), part: None, introduced: None }],
        ..Item::default()
    };
    Some(Proceedings { number: Some(number(text)), items: items.iter().map(item).collect() })
}

fn found(record: &MeetingRecord) -> Vec<(String, String)> {
    let about = |finding: &Finding| finding.number.as_ref().map(ToString::to_string).unwrap_or_default();
    check_meeting(record).iter().map(|finding| (finding.code.clone(), about(finding))).collect()
}

fn pair(code: &str, about: &str) -> (String, String) {
    (code.to_owned(), about.to_owned())
}

#[test]
fn nothing_is_found_in_nothing() {
    assert_eq!(check_meeting(&record()), Vec::new());
}

#[test]
fn a_missing_document_is_told_by_who_knows_of_it() {
    let mut record = record();
    let missing = |text: &str, from: &[&str]| MissingDocument {
        number: number(text),
        known_from: from.iter().map(|&from| from.to_owned()).collect(),
    };
    record.missing = vec![
        missing("SG9-C1", &["SG9-C2"]),
        missing("SG9-C3", &["index"]),
        missing("SG9-C4", &["SG9-C2", "index"]),
    ];
    assert_eq!(
        found(&record),
        [
            pair("cited-but-absent", "SG9-C1"),
            pair("cited-but-absent", "SG9-C4"),
            pair("indexed-but-absent", "SG9-C3"),
            pair("indexed-but-absent", "SG9-C4"),
        ]
    );
}

#[test]
fn a_citation_of_another_revision_is_told_once() {
    let mut record = record();
    record.register = vec![entry("SG9-TD5R2/GEN")];
    let cites = |from: &str, to: &str| Edge { from: number(from), to: number(to), kind: EdgeKind::Cites };
    record.references = vec![
        cites("SG9-C1", "SG9-TD5/GEN"),
        cites("SG9-C2", "SG9-TD5/GEN"),
        cites("SG9-C2", "SG9-TD5R2/GEN"),
    ];
    assert_eq!(found(&record), [pair("cited-revision-absent", "SG9-TD5/GEN")]);
    assert_eq!(check_meeting(&record)[0].cited_in, [number("SG9-C1"), number("SG9-C2")]);
}

#[test]
fn titles_are_compared_by_their_words_and_in_one_language() {
    let differing = |title: &str, language: Language| {
        let mut record = record();
        let indexed =
            Some(Indexed { title: Some("Small lights: a proposal".to_owned()), ..Indexed::default() });
        record.register = vec![RegisterEntry {
            title: Some(title.to_owned()),
            languages: vec![language],
            indexed,
            ..entry("SG9-C1")
        }];
        !found(&record).is_empty()
    };
    assert!(!differing("Small lights \u{2013} a  Proposal", Language::English));
    assert!(differing("Small lamps: a proposal", Language::English));
    assert!(!differing("Petites lumières", Language::French));
}

#[test]
fn a_document_list_is_compared_too() {
    let mut record = record();
    let row = Listed {
        found_in: number("SG9-TD1"),
        title: Some("Large lights".to_owned()),
        sources: vec!["Vela".to_owned()],
    };
    record.register = vec![RegisterEntry {
        title: Some("Small lights".to_owned()),
        source: Some("Vela (Chile), Orca (Peru)".to_owned()),
        sources: vec!["Vela (Chile)".to_owned(), "Orca (Peru)".to_owned()],
        listed: vec![row],
        ..entry("SG9-C1")
    }];
    assert_eq!(found(&record), [pair("title-differs", "SG9-C1")]);
    assert_eq!(check_meeting(&record)[0].list.as_deref(), Some("Large lights"));
}

#[test]
fn agenda_and_report_are_compared_whatever_the_revision() {
    let mut record = record();
    record.register = vec![entry("SG9-C1R2"), entry("SG9-C2"), entry("SG9-TD1/PLEN")];
    record.agenda = proceedings("SG9-TD1/PLEN", &[("1", "TD1/PLEN"), ("2", "C1"), ("3", "C2"), ("4", "C9")]);
    record.report = proceedings("SG9-TD2/PLEN", &[("2", "C1R2"), ("5", "C3")]);
    assert_eq!(
        found(&record),
        [
            pair("on-agenda-not-in-report", "SG9-C2"),
            pair("on-agenda-not-in-report", "SG9-C9"),
            pair("discussed-not-on-agenda", "SG9-C3"),
        ]
    );
    record.report = None;
    assert_eq!(found(&record), []);
}

#[test]
fn of_a_report_in_prose_all_that_it_mentions_counts() {
    let mut record = record();
    record.agenda = proceedings("SG9-TD1/PLEN", &[("1", "C1"), ("2", "C2")]);
    record.report = proceedings("SG9-TD2/PLEN", &[]);
    record.references =
        vec![Edge { from: number("SG9-TD2/PLEN"), to: number("SG9-C1"), kind: EdgeKind::Cites }];
    assert_eq!(found(&record), [pair("on-agenda-not-in-report", "SG9-C2")]);
}

#[test]
fn files_are_told_with_the_archive_that_they_are_in() {
    let mut record = record();
    let held = MeetingFile {
        file: "a.docx".to_owned(),
        status: FileStatus::Document,
        number: Some(number("SG9-C1")),
        numbered_by: Some(NumberedBy::FileName),
        cover_number: Some(number("SG9-C7")),
        ..MeetingFile::default()
    };
    let damaged =
        MeetingFile { file: "b.docx".to_owned(), status: FileStatus::Corrupt, ..MeetingFile::default() };
    let repeated = MeetingFile {
        file: "c.docx".to_owned(),
        status: FileStatus::Duplicate,
        same_as: Some("d.docx".to_owned()),
        ..MeetingFile::default()
    };
    let holds = vec![held, damaged, repeated];
    record.files = vec![MeetingFile {
        file: "x.zip".to_owned(),
        status: FileStatus::Archive,
        holds,
        ..MeetingFile::default()
    }];
    let files: Vec<(String, Option<String>)> =
        check_meeting(&record).into_iter().map(|finding| (finding.code, finding.file)).collect();
    let told = |code: &str, file: &str| (code.to_owned(), Some(file.to_owned()));
    assert_eq!(
        files,
        [
            told("number-differs-from-file-name", "x.zip/a.docx"),
            told("duplicate-file", "x.zip/c.docx"),
            told("file-not-read", "x.zip/b.docx"),
        ]
    );
}

#[test]
fn every_code_is_explained_with_an_example_and_what_to_do() {
    for code in codes() {
        let text = explain(code).unwrap();
        for part in ["Why it matters:", "Example:", "What to do:"] {
            assert!(text.contains(part), "{code} has no \"{part}\"");
        }
        assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{code}");
    }
    assert_eq!(codes().count(), 13);
    assert_eq!(explain("no-such-code"), None);
}
