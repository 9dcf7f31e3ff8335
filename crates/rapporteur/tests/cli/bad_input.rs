//! Every kind of bad input: one line that says what is wrong and what to do, and the status of the contract.

use word_document::{Limits, Package, write_package};

use crate::support::{Folder, document};

const REPAIR: &str = "Download it again, or let Word repair it (Open and Repair) and save it.";
const ANOTHER_FILE: &str = "Give a .docx, .docm, .dotx or .dotm file.";

/// Asserts that bytes under a name get this line, alone.
#[track_caller]
fn refused(bytes: &[u8], line: &str) {
    let folder = Folder::new();
    folder.write("bad.docx", bytes);
    let run = folder.run(&["parse", "bad.docx"]);
    assert_eq!(run.stderr, format!("rapporteur: bad.docx: {line}\n"));
    assert_eq!((run.status, run.stdout.as_str()), (4, ""));
}

/// A compound file as far as its signature and the name of one stream go.
fn compound_file(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend([0; 504]);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// A sound Word file with one part changed, or left out.
fn with_part(name: &str, change: impl Fn(&str) -> Option<String>) -> Vec<u8> {
    let bytes = document();
    let mut package = Package::open(&bytes, &Limits::default()).unwrap();
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let mut parts = Vec::new();
    for part in names {
        let text = package.text(&part).unwrap().unwrap();
        let text = if part.eq_ignore_ascii_case(name) { change(&text) } else { Some(text) };
        // The package gives names in lower case; this one is looked for as it is written.
        let part = if part == "[content_types].xml" { "[Content_Types].xml".to_owned() } else { part };
        parts.extend(text.map(|text| (part, text)));
    }
    write_package(parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes()))).unwrap()
}

#[test]
fn an_empty_file() {
    refused(b"", "the file is empty. Download or copy the file again.");
}

#[test]
fn a_file_that_is_no_zip() {
    refused(b"Dear all,", &format!("this is a file of an unknown format, not a Word file. {ANOTHER_FILE}"));
    refused(b"%PDF-1.7", &format!("this is a PDF file, not a Word file. {ANOTHER_FILE}"));
}

#[test]
fn an_encrypted_file() {
    refused(
        &compound_file("EncryptedPackage"),
        "the file is encrypted with a password. Open it in Word with its password and save it without one.",
    );
}

#[test]
fn a_legacy_word_file() {
    refused(
        &compound_file("WordDocument"),
        "this is a legacy Word file (.doc), not a .docx. Open it in Word or LibreOffice and save it as .docx.",
    );
}

#[test]
fn a_zip_cut_off() {
    let bytes = document();
    refused(
        &bytes[..bytes.len() / 2],
        &format!(
            "the zip package is damaged or cut off: its end, where the list of its parts stands, is missing. {REPAIR}"
        ),
    );
}

#[test]
fn a_package_without_its_main_part() {
    let bytes = with_part("word/document.xml", |_| None);
    refused(&bytes, &format!("the package has no part word/document.xml. {REPAIR}"));
}

#[test]
fn malformed_xml() {
    let text =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    let bytes = with_part("word/document.xml", |_| Some(text.to_owned()));
    let at = text.len();
    refused(
        &bytes,
        &format!(
            "word/document.xml is not well-formed XML: it ends inside an element (at byte {at}). {REPAIR}"
        ),
    );
}

#[test]
fn a_document_type() {
    let bytes = with_part("word/document.xml", |text| {
        Some(text.replacen("<w:document", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document", 1))
    });
    refused(
        &bytes,
        "word/document.xml declares a document type, which no Word file does. Open it in Word and save it \
         again as .docx.",
    );
}

#[test]
fn packages_of_other_kinds() {
    let workbook = with_part("[Content_Types].xml", |text| {
        Some(text.replace("wordprocessingml.document", "spreadsheetml.sheet"))
    });
    refused(&workbook, &format!("the package holds an Excel workbook, not a Word document. {ANOTHER_FILE}"));
    let archive = write_package([("notes.txt", &b"hello"[..])]).unwrap();
    refused(
        &archive,
        &format!(
            "the package holds no Office document at all (an ordinary zip archive), not a Word document. {ANOTHER_FILE}"
        ),
    );
}

#[test]
fn a_bomb_and_the_flag_for_a_file_that_is_trusted() {
    let folder = Folder::new();
    let bytes = with_part("word/document.xml", |text| {
        Some(text.replacen("<w:body>", &format!("<w:body>{}", " ".repeat(3 << 20)), 1))
    });
    folder.write("bomb.docx", &bytes);
    let run = folder.run(&["parse", "bomb.docx"]);
    assert_eq!(run.status, 4);
    let start = "rapporteur: bomb.docx: the package is larger than allowed: word/document.xml inflates ";
    assert!(run.stderr.starts_with(start), "{run:?}");
    let advice = ". If you trust the file, raise the limit with --max-inflated.\n";
    assert!(run.stderr.ends_with(advice), "{run:?}");
    assert_eq!(folder.run(&["parse", "bomb.docx", "--max-inflated", "8"]).status, 0);
}

#[test]
fn a_folder_and_a_missing_file() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("papers")).unwrap();
    let run = folder.run(&["parse", "papers", "papers/none.docx"]);
    assert_eq!(
        run.stderr,
        "rapporteur: papers: this is a folder. Name the files in it.\n\
         rapporteur: papers/none.docx: there is no such file. Check its name and folder.\n"
    );
    assert_eq!((run.status, run.stdout.as_str()), (4, ""));
}

#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::with_documents(&["secret.docx"]);
    std::fs::set_permissions(folder.path("secret.docx"), std::fs::Permissions::from_mode(0o0)).unwrap();
    if std::fs::File::open(folder.path("secret.docx")).is_ok() {
        // The superuser may read everything; `messages.rs` tests the line by itself.
        return;
    }
    let run = folder.run(&["parse", "secret.docx"]);
    assert_eq!(
        run.stderr,
        "rapporteur: secret.docx: no permission to read it. Change its permissions or ask its owner.\n"
    );
    assert_eq!(run.status, 4);
}

#[test]
fn the_other_files_are_still_done() {
    let folder = Folder::with_documents(&["a.docx", "c.docx"]);
    folder.write("b.docx", b"");
    let run = folder.run(&["parse", "a.docx", "b.docx", "c.docx", "--format", "jsonl"]);
    assert_eq!(run.stderr, "rapporteur: b.docx: the file is empty. Download or copy the file again.\n");
    assert_eq!((run.status, run.stdout.lines().count()), (3, 2));
}

#[cfg(unix)]
#[test]
fn a_name_cannot_move_the_cursor() {
    let folder = Folder::new();
    folder.write("a\u{1b}[2J\n.docx", b"");
    let run = folder.run(&["parse", "a\u{1b}[2J\n.docx"]);
    assert_eq!(
        run.stderr,
        "rapporteur: a\\u{1b}[2J\\n.docx: the file is empty. Download or copy the file again.\n"
    );
}
