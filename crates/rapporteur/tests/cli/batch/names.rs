//! Names that strangers choose: of files, and in archives.
#![cfg(unix)]

use super::{batch, json, names_in};
use crate::support::{Folder, document};

const HOSTILE: [&str; 7] = [
    "=cmd|' calc'!A0.docx",
    "<script>alert(1)</script>.docx",
    "a\u{1b}[2J\u{7}\n.docx",
    "\u{202e}xcod.exe.docx",
    "-rf.docx",
    "'; DROP TABLE files; --.docx",
    "name with \"quotes\", commas.docx",
];

fn folder() -> Folder {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new();
    std::fs::create_dir(folder.path("in")).unwrap();
    for (at, name) in HOSTILE.iter().enumerate() {
        let name = name.replace('/', "\u{2044}");
        let text = format!("# Opening\nThe meeting number {at} was opened.");
        std::fs::write(folder.path("in").join(name), word_document::testing::docx(&text)).unwrap();
    }
    let name = std::ffi::OsStr::from_bytes(b"not \xFF UTF-8.docx");
    std::fs::write(folder.path("in").join(name), document()).unwrap();
    std::fs::write(folder.path("in").join("empty\u{1b}]0;title\u{7}.docx"), "").unwrap();
    let entries = [
        ("../../outside.docx", document()),
        ("/absolute.docx", word_document::testing::docx("Another text.")),
        ("../../.rapporteur/lock", b"x".to_vec()),
    ];
    let parts = entries.iter().map(|(name, bytes)| (*name, bytes.as_slice()));
    std::fs::write(folder.path("in/bundle.zip"), word_document::write_package(parts).unwrap()).unwrap();
    folder
}

#[test]
fn names_are_data_and_nothing_else() {
    let folder = folder();
    let run = batch(&folder, &[]);
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert!(!run.stderr.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{:?}", run.stderr);
    assert!(run.stderr.contains("empty\\u{1b}]0;title\\u{7}.docx"), "{}", run.stderr);
    assert_eq!(folder.names(), ["in", "out"], "nothing is written outside OUT");
    assert!(!folder.path("out/outside.docx").exists() && !folder.path("absolute.docx").exists());

    let record = json(&folder, "out/meeting.json");
    let files: Vec<&str> =
        record["files"].as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap()).collect();
    assert_eq!(files.len(), HOSTILE.len() + 3);
    assert!(files.contains(&"a\u{1b}[2J\u{7}\n.docx"), "the data has the name as it is: {files:?}");
    let bundle =
        record["files"].as_array().unwrap().iter().find(|file| file["file"] == "bundle.zip").unwrap();
    let held: Vec<&str> =
        bundle["holds"].as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap()).collect();
    assert_eq!(held, [".rapporteur/lock", "absolute.docx", "outside.docx"]);
}

#[test]
fn no_cell_becomes_a_formula() {
    let folder = folder();
    batch(&folder, &["--only", "csv"]);
    for name in names_in(&folder.path("out")) {
        let text = folder.read(&format!("out/{name}"));
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        for record in reader.records().map(Result::unwrap) {
            let formula = record.iter().find(|cell| cell.starts_with(['=', '+', '@', '\t', '\r']));
            assert_eq!(formula, None, "{name}");
        }
    }
}

#[test]
fn links_out_of_the_folder_and_pipes_are_listed_and_not_opened() {
    let folder = Folder::with_documents(&["secret.docx"]);
    std::fs::create_dir(folder.path("in")).unwrap();
    folder.write("in/own.docx", &document());
    std::os::unix::fs::symlink(folder.path("secret.docx"), folder.path("in/link.docx")).unwrap();
    std::os::unix::fs::symlink(folder.path("in"), folder.path("in/loop")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.path("in/pipe.docx")).status();
    assert!(made.is_ok_and(|status| status.success()));
    let run = batch(&folder, &["--only", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let record = json(&folder, "out/meeting.json");
    let statuses: Vec<_> =
        record["files"].as_array().unwrap().iter().map(|file| (&file["file"], &file["status"])).collect();
    assert_eq!(statuses.len(), 4, "{statuses:?}");
    assert_eq!(
        record["files"].as_array().unwrap().iter().filter(|file| file["status"] == "document").count(),
        1
    );
}
