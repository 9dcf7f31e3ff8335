//! What the program prints where standard output is a terminal.

use std::fs::OpenOptions;
use std::io::Read as _;
use std::os::unix::ffi::OsStrExt as _;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use word_document::testing::{docx, docx_of_xml};

use super::support::Folder;

/// What a terminal gets of a run in the folder, and the exit status.
fn on_terminal(folder: &Folder, arguments: &[&str]) -> (String, i32) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&ours).unwrap();
    unlockpt(&ours).unwrap();
    let name = ptsname(&ours, Vec::new()).unwrap();
    let path = std::path::PathBuf::from(std::ffi::OsStr::from_bytes(name.as_bytes()));
    let theirs = OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .args(arguments)
        .current_dir(folder.path("."))
        .stdin(Stdio::null())
        .stdout(theirs)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut shown = Vec::new();
    // The system ends what was a terminal with an error where its last writer has gone.
    let _ = std::fs::File::from(ours).read_to_end(&mut shown);
    (String::from_utf8(shown).unwrap(), child.wait().unwrap().code().unwrap())
}

#[test]
fn a_terminal_gets_no_orders_of_a_document() {
    let folder = Folder::new();
    let orders = "a\u{9b}31mb\u{7f}";
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text} {orders} noted.</w:t></w:r></w:p>");
    let body = paragraph("Buoys") + &paragraph("Action: Ann to write TD 2");
    folder.write("in/TD7.docx", &docx_of_xml(&body));
    folder.write("all.txt.j2", b"{% for action in actions %}{{ action.text }}{% endfor %}");
    assert_eq!(folder.run(&["batch", "in", "-o", "out"]).status, 0);
    assert_eq!(folder.run(&["parse", "in/TD7.docx", "-o", "TD7.json"]).status, 0);
    assert!(folder.read("TD7.json").contains('\u{9b}'), "the words of the document are kept");
    for arguments in [
        &["parse", "in/TD7.docx"][..],
        &["parse", "in/TD7.docx", "--format", "jsonl"],
        &["parse", "in/TD7.docx", "--format", "yaml"],
        &["parse", "in/TD7.docx", "--format", "markdown"],
        &["search", "out", "Buoys"],
        &["search", "out", "Buoys", "--json"],
        &["render", "TD7.json", "--template", "all.txt.j2", "-o", "-"],
    ] {
        let (shown, status) = on_terminal(&folder, arguments);
        assert_eq!(status, 0, "{arguments:?}: {shown}");
        assert!(shown.contains("31mb"), "{arguments:?}: {shown}");
        let order = |letter: char| letter.is_control() && !"\r\n\t".contains(letter);
        assert!(!shown.contains(order), "{arguments:?}: {shown:?}");
    }
}

#[test]
fn a_terminal_gets_the_same_data() {
    let folder = Folder::new();
    folder.write("a.docx", &docx_of_xml("<w:p><w:r><w:t>a\u{9b}31mb\u{7f} é</w:t></w:r></w:p>"));
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let (shown, _) = on_terminal(&folder, &["parse", "a.docx"]);
    assert_eq!(value(&shown), value(&folder.run(&["parse", "a.docx"]).stdout));
}

#[test]
fn a_terminal_gets_no_word_file() {
    let folder = Folder::new();
    folder.write("a.docx", &docx("# 1 Opening"));
    assert_eq!(folder.run(&["parse", "a.docx", "-o", "a.json"]).status, 0);
    let (shown, status) = on_terminal(&folder, &["render", "a.json", "--template", "agenda", "-o", "-"]);
    assert_eq!((shown.as_str(), status), ("", 2));
    let run = folder.run(&["render", "a.json", "--template", "agenda", "-o", "-"]);
    assert!(run.status == 0 && run.stdout.starts_with("PK"), "elsewhere it goes: {}", run.stderr);
}
