//! Archives that mean harm, and files that are not what they are called.

use std::io::{Cursor, Write as _};

use meeting_model::{FileStatus, MeetingFile};
use word_document::testing;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn docx() -> Vec<u8> {
    testing::docx("A page of text.")
}

fn read(path: &str, bytes: &[u8]) -> Unit {
    read_unit(path, bytes, &ReadOptions::default())
}

fn within(limits: ArchiveLimits, bytes: &[u8]) -> Unit {
    read_unit("a.zip", bytes, &ReadOptions { archives: limits, ..ReadOptions::default() })
}

fn told(file: &MeetingFile) -> Vec<(&str, &str)> {
    file.holds.iter().map(|held| (held.file.as_str(), held.status.as_str())).collect()
}

fn reason(file: &MeetingFile) -> &str {
    file.reason.as_deref().unwrap_or_default()
}

#[test]
fn names_in_an_archive_never_lead_out_of_it() {
    let unit = read(
        "a.zip",
        &zip(&[("../../up.docx", &docx()), (r"sub\back.docx", &docx()), ("/abs.docx", &docx())]),
    );
    assert_eq!(
        told(&unit.file),
        [("abs.docx", "document"), ("sub/back.docx", "document"), ("up.docx", "document")]
    );
    let paths: Vec<&str> = unit.documents.iter().map(|parsed| parsed.path.as_str()).collect();
    assert_eq!(paths, ["a.zip/abs.docx", "a.zip/sub/back.docx", "a.zip/up.docx"]);
}

#[test]
fn two_entries_that_come_to_one_name_stay_two() {
    let unit = read("a.zip", &zip(&[("a.txt", b"one"), ("../a.txt", b"two")]));
    assert_eq!(told(&unit.file), [("a.txt", "text"), ("a#2.txt", "text")]);
}

#[test]
fn entries_of_the_same_name_are_told() {
    // The library writes no name twice: the second entry is renamed in the bytes, of the same length.
    let mut bytes = zip(&[("a.txt", b"one"), ("b.txt", b"two")]);
    for at in 0..bytes.len() - 5 {
        if &bytes[at..at + 5] == b"b.txt" {
            bytes[at] = b'a';
        }
    }
    let unit = read("a.zip", &bytes);
    assert_eq!(told(&unit.file).len(), 1);
    assert!(reason(&unit.file).starts_with("1 of its 2 entries"), "{}", reason(&unit.file));
}

#[test]
fn links_in_an_archive_are_not_followed() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("passwords.docx", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    let unit = read("a.zip", &writer.finish().unwrap().into_inner());
    assert_eq!(told(&unit.file), [("passwords.docx", "other_format")]);
    assert!(reason(&unit.file.holds[0]).contains("symbolic link"));
}

#[test]
fn archives_stand_in_one_another_to_a_depth() {
    let mut bytes = zip(&[("deep.docx", &docx())]);
    for _ in 0..5 {
        bytes = zip(&[("more.zip", &bytes)]);
    }
    let unit = read("a.zip", &bytes);
    let mut file = &unit.file;
    let mut depth = 0;
    while let Some(held) = file.holds.first() {
        file = held;
        depth += 1;
    }
    assert_eq!((depth, file.status), (4, FileStatus::Archive));
    assert!(reason(file).contains("deep in one another"));
    assert!(unit.documents.is_empty());
}

#[test]
fn entries_are_counted_over_all_archives() {
    let inner = zip(&[("c.txt", b"c"), ("d.txt", b"d")]);
    let bytes = zip(&[("a.zip", &inner), ("b.txt", b"b")]);
    let unit = within(ArchiveLimits { entries: 3, ..ArchiveLimits::default() }, &bytes);
    assert_eq!(told(&unit.file.holds[0]), [("c.txt", "text"), ("d.txt", "text")]);
    assert_eq!(unit.file.holds.len(), 1);
    assert!(reason(&unit.file).contains("more than 3 files"));
}

#[test]
fn sizes_are_bounded_by_what_is_inflated_and_not_by_what_is_declared() {
    let limits = ArchiveLimits { entry_size: 1_000, ..ArchiveLimits::default() };
    let unit = within(limits, &zip(&[("big.txt", &[b'x'; 1_001]), ("small.txt", &[b'x'; 1_000])]));
    assert_eq!(told(&unit.file), [("big.txt", "corrupt"), ("small.txt", "text")]);
    let limits = ArchiveLimits { total_size: 1_500, ..ArchiveLimits::default() };
    let unit = within(limits, &zip(&[("a.txt", &[b'x'; 1_000]), ("b.txt", &[b'x'; 1_000])]));
    assert_eq!(told(&unit.file), [("a.txt", "text"), ("b.txt", "corrupt")]);
}

#[test]
fn a_bomb_is_refused() {
    let unit = read("a.zip", &zip(&[("bomb.txt", &vec![b' '; 4 << 20])]));
    assert_eq!(told(&unit.file), [("bomb.txt", "corrupt")]);
    assert!(reason(&unit.file.holds[0]).contains("-fold"));
}

#[test]
fn an_entry_whose_bytes_are_damaged_is_corrupt_and_the_others_are_read() {
    let mut bytes = zip(&[("a.txt", b"what stands here was told by the chair"), ("b.txt", b"b")]);
    bytes[38] ^= 0xFF;
    let unit = read("a.zip", &bytes);
    assert_eq!(told(&unit.file), [("a.txt", "corrupt"), ("b.txt", "text")]);
}

#[test]
fn a_file_is_what_its_bytes_are_whatever_its_name() {
    for (name, bytes, status) in [
        ("really-word.zip", docx(), "document"),
        ("really-word.doc", docx(), "document"),
        ("no-extension", docx(), "document"),
        ("a-list.docx", b"%PDF-1.7".to_vec(), "other_format"),
        ("old.doc", b"{\\rtf1 old}".to_vec(), "other_format"),
        ("noise.docx", b"\x03\x04\x05".to_vec(), "corrupt"),
        (
            "sheet.xlsx",
            zip(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>")]),
            "corrupt",
        ),
        ("text.odt", zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")]), "corrupt"),
        ("page.html", b"<html></html>".to_vec(), "other_format"),
        ("data.xml", b"<?xml version=\"1.0\"?><other/>".to_vec(), "other_format"),
        ("README", b"Read me.".to_vec(), "text"),
        ("blob.txt", b"\0\0\0".to_vec(), "other_format"),
    ] {
        let unit = read(name, &bytes);
        let found = unit.file.status.as_str();
        // What is in a package that is no Word file is for the reader to tell; it is read in no case.
        let unread = status == "corrupt" && matches!(found, "corrupt" | "other_format");
        assert!(found == status || unread, "{name}: {found}, {}", reason(&unit.file));
        assert_eq!(unit.documents.len(), usize::from(status == "document"), "{name}");
    }
}

#[test]
fn an_index_is_read_and_a_broken_one_is_corrupt() {
    let sound = "<page_content><page_param><doc_type>TD</doc_type></page_param></page_content>";
    let unit = read("T25-SG13-270705-TD.xml", sound.as_bytes());
    assert_eq!((unit.file.status, unit.indexes.len()), (FileStatus::Index, 1));
    let unit = read("T25-SG13-270705-TD.xml", &sound.as_bytes()[..40]);
    assert_eq!((unit.file.status, unit.indexes.len()), (FileStatus::Corrupt, 0));
}

struct Converter(Result<Vec<u8>, String>);

impl Convert for Converter {
    fn convert(&self, _: &[u8]) -> Result<Vec<u8>, String> {
        self.0.clone()
    }
}

fn legacy() -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn a_legacy_file_is_converted_where_something_can() {
    let converter = Converter(Ok(docx()));
    let options = ReadOptions { convert: Some(&converter), ..ReadOptions::default() };
    let unit = read_unit("old.doc", &legacy(), &options);
    assert_eq!((unit.file.status, unit.file.reason.as_deref()), (FileStatus::Document, None));
    assert_eq!(unit.documents[0].document.file.size, legacy().len() as u64);
    assert_eq!(unit.file.sha256.as_ref(), Some(&unit.documents[0].document.file.sha256));
    let failing = Converter(Err("it took too long".to_owned()));
    let unit =
        read_unit("old.doc", &legacy(), &ReadOptions { convert: Some(&failing), ..ReadOptions::default() });
    assert_eq!((unit.file.status, unit.documents.len()), (FileStatus::Document, 0));
    assert!(reason(&unit.file).ends_with("could not be converted: it took too long"));
}

#[test]
fn documents_of_the_same_words_have_the_same_fingerprint() {
    let body = "One two three four five six seven eight nine ten eleven twelve.";
    let print = |notation: &str| read("a.docx", &testing::docx(notation)).documents[0].text.clone();
    assert_eq!(print(body), print(&body.replace(' ', "  ")));
    assert_ne!(print(body), print(&format!("{body} More.")));
    assert_eq!(print("Too short."), None);
}
