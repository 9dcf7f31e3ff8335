//! Legacy Word files, through a converter.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::time::{Duration, Instant};

use super::{batch, json};
use crate::support::Folder;

/// A folder with two legacy Word files, and a converter with these lines. Its last two arguments are the folder that the
/// result goes to and the file.
fn folder(lines: &str) -> Folder {
    let folder = Folder::with_documents(&["converted.docx"]);
    std::fs::create_dir(folder.path("in")).unwrap();
    for name in ["T25-SG13-C-0001!!MSW-E.doc", "T25-SG13-C-0002!!MSW-E.doc"] {
        let mut bytes = rapporteur_tests::meeting::compound_file("WordDocument");
        bytes.extend(name.bytes());
        folder.write(&format!("in/{name}"), &bytes);
    }
    let source = folder.path("converted.docx");
    let script = format!(
        "#!/bin/sh\nwhile [ $# -gt 2 ]; do shift; done\nsource='{}'\necho run >> '{}'\n{lines}\n",
        source.display(),
        folder.path("runs").display()
    );
    folder.write("converter", script.as_bytes());
    std::fs::set_permissions(folder.path("converter"), std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

fn convert(folder: &Folder, more: &[&str]) -> crate::support::Run {
    batch(folder, &[&["--convert-doc", "--converter", "./converter"], more].concat())
}

fn reasons(folder: &Folder) -> Vec<String> {
    let record = json(folder, "out/meeting.json");
    let files = record["files"].as_array().unwrap().iter();
    files.map(|file| file["reason"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_legacy_file_becomes_a_document() {
    let folder = folder("mkdir -p \"$1\" && cp \"$source\" \"$1/in.docx\"");
    let run = convert(&folder, &[]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let record = json(&folder, "out/meeting.json");
    assert_eq!(record["register"][1]["number"], "SG13-C2");
    let lines = folder.read("out/documents.jsonl");
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(first["sections"][0]["title"], "Opening");
    assert_eq!(first["file"]["sha256"], record["files"][0]["sha256"], "it is the legacy file that is named");
    // What was converted is known by the next run, even if the converter has gone.
    std::fs::remove_file(folder.path("out/meeting.json")).unwrap();
    assert_eq!(convert(&folder, &[]).status, 0);
    assert_eq!(folder.read("runs").lines().count(), 2);
}

#[test]
fn without_a_converter_it_says_what_to_do() {
    let folder = folder("exit 1");
    let run = batch(&folder, &[]);
    assert_eq!(run.status, 3);
    assert!(reasons(&folder).iter().all(|reason| reason.contains("run again with --convert-doc")));
    let run = batch(&folder, &["--convert-doc", "--converter", "./is-not-there"]);
    assert_eq!(run.status, 3);
    assert!(
        reasons(&folder)[0].ends_with("is not installed: install LibreOffice, or save the file as .docx")
    );
}

#[test]
fn a_converter_that_fails_or_writes_nonsense_is_told_and_asked_again() {
    let folder = folder("mkdir -p \"$1\" && echo nonsense > \"$1/in.docx\"");
    assert_eq!(convert(&folder, &[]).status, 3);
    assert!(reasons(&folder)[0].contains("could not be converted"), "{:?}", reasons(&folder));
    assert_eq!(convert(&folder, &[]).status, 3);
    assert_eq!(folder.read("runs").lines().count(), 4, "another time it may work");
}

#[test]
fn a_converter_that_hangs_is_stopped_with_all_that_it_started() {
    let folder = folder("sleep 300 & echo $! >> children; wait");
    let begin = Instant::now();
    let run = convert(&folder, &["--convert-timeout", "1"]);
    assert!(begin.elapsed() < Duration::from_secs(30));
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert!(
        reasons(&folder)[0].contains("took more than 1 seconds and was stopped"),
        "{:?}",
        reasons(&folder)
    );
    for child in folder.read("children").lines() {
        let state = std::fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
        assert!(state.is_empty() || state.contains(") Z"), "{child} is still there: {state}");
    }
}
