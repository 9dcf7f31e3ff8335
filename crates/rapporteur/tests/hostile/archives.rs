//! Folders and archives in them.

use word_document::testing::docx;

use super::support::Folder;
use super::zip_bytes::{Entry, file, stored};

/// The record of a folder; nothing may stand beside FOLDER and OUT after the run.
fn record(folder: &Folder) -> serde_json::Value {
    let run = folder.run(&["batch", "in", "-o", "out", "--only", "json,csv"]);
    assert!(matches!(run.status, 0 | 3), "{}", run.stderr);
    assert!(!run.stderr.contains('\u{1b}'), "{:?}", run.stderr);
    let mut beside: Vec<String> = std::fs::read_dir(folder.path("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with(".std"))
        .collect();
    beside.sort();
    assert_eq!(beside, ["in", "out"]);
    serde_json::from_str(&folder.read("out/meeting.json")).unwrap()
}

fn with_archive(bytes: &[u8]) -> serde_json::Value {
    let folder = Folder::new();
    folder.write("in/TD1.docx", &docx("# Sound\nsound words"));
    folder.write("in/archive.zip", bytes);
    record(&folder)
}

#[test]
fn archives_within_archives_end() {
    let mut bytes = stored([("TD2.docx", docx("deep words").as_slice())]);
    for _ in 0..50 {
        bytes = stored([("inner.zip", bytes.as_slice())]);
    }
    let found = with_archive(&bytes);
    assert!(found["files"].to_string().contains("TD1.docx"));
}

#[test]
fn an_archive_of_bombs_is_stopped() {
    let blanks = vec![b' '; 150 << 20];
    let bomb = word_document::write_package([("TD9.docx", blanks.as_slice())]).unwrap();
    let many: Vec<(String, &[u8])> = (0..200).map(|n| (format!("{n}.zip"), bomb.as_slice())).collect();
    let found = with_archive(&stored(many.iter().map(|(name, bytes)| (name.as_str(), *bytes))));
    assert!(found["files"].to_string().contains("TD1.docx"));
}

#[test]
fn a_hundred_thousand_files_in_an_archive_are_stopped() {
    let names: Vec<String> = (0..100_000).map(|n| format!("{n}.docx")).collect();
    let found = with_archive(&stored(names.iter().map(|name| (name.as_str(), b"x".as_slice()))));
    assert!(found["files"].to_string().contains("TD1.docx"));
}

#[test]
fn names_in_archives_lead_nowhere() {
    let word = docx("out words");
    let mut entries: Vec<(Entry, Vec<u8>)> = Vec::new();
    for name in [
        "../../TD3.docx",
        "/tmp/TD4.docx",
        "C:\\TD5.docx",
        "a/../../TD6.docx",
        "TD7\u{1b}[31m\u{202e}.docx",
        "TD8\0.docx",
        "TD9\n.docx",
        "TD10.docx/",
    ] {
        entries.push((Entry::stored(name, &word), word.clone()));
    }
    let mut link = Entry::stored("TD11.docx", b"/etc/passwd");
    link.attributes = 0o120_777 << 16;
    entries.push((link, b"/etc/passwd".to_vec()));
    let found = with_archive(&file(&entries)).to_string();
    assert!(!found.contains("root:"));
}

#[cfg(unix)]
#[test]
fn links_in_the_folder_do_not_lead_out_of_it() {
    let folder = Folder::new();
    folder.write("in/TD1.docx", &docx("# Sound\nsound words"));
    let outside = Folder::new();
    outside.write("TD66.docx", &docx("secret words"));
    std::os::unix::fs::symlink(outside.path("TD66.docx"), folder.path("in/TD66.docx")).unwrap();
    std::os::unix::fs::symlink(outside.path("."), folder.path("in/outside")).unwrap();
    std::os::unix::fs::symlink(folder.path("in"), folder.path("in/loop")).unwrap();
    let found = record(&folder).to_string();
    assert!(!found.contains("secret") && found.contains("TD1"), "{found}");
}

#[cfg(unix)]
#[test]
fn names_of_files_cannot_speak_to_the_terminal() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new();
    folder.write("in/TD1.docx", &docx("# Sound\nsound words"));
    for name in
        [&b"TD2\x1b[2J\x07.docx"[..], b"TD3\xff\xfe.docx", b"TD4\n.docx", "TD5\u{202e}xcod.docx".as_bytes()]
    {
        std::fs::write(folder.path("in").join(std::ffi::OsStr::from_bytes(name)), b"not Word").unwrap();
    }
    let run = folder.run(&["batch", "in", "-o", "out"]);
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert!(
        !(run.stderr + &run.stdout)
            .chars()
            .any(|letter| (letter.is_control() && letter != '\n') || letter == '\u{202e}')
    );
}
