//! `-o`: a file that is whole or not there.

use crate::support::Folder;

#[test]
fn the_file_holds_what_standard_output_would() {
    let folder = Folder::with_documents(&["a.docx"]);
    let run = folder.run(&["parse", "a.docx", "-o", "a.json"]);
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (0, "", ""));
    assert_eq!(folder.read("a.json"), folder.run(&["parse", "a.docx"]).stdout);
    assert_eq!(folder.names(), ["a.docx", "a.json"]);
}

#[test]
fn a_hyphen_is_standard_output() {
    let folder = Folder::with_documents(&["a.docx"]);
    let run = folder.run(&["parse", "a.docx", "-o", "-"]);
    assert_eq!((run.status, &run.json()["schema"]), (0, &"rapporteur/document/1".into()));
    assert_eq!(folder.names(), ["a.docx"]);
}

#[test]
fn a_file_stays_as_it_was_where_nothing_could_be_read() {
    let folder = Folder::new();
    folder.write("bad.docx", b"");
    folder.write("a.json", b"old");
    assert_eq!(folder.run(&["parse", "bad.docx", "-o", "a.json"]).status, 4);
    assert_eq!(folder.read("a.json"), "old");
    assert_eq!(folder.names(), ["a.json", "bad.docx"]);
}

#[test]
fn an_input_is_not_replaced() {
    let folder = Folder::with_documents(&["a.docx"]);
    let run = folder.run(&["parse", "a.docx", "-o", "./a.docx"]);
    assert_eq!(
        run.stderr,
        "rapporteur: ./a.docx: the output would replace an input. Give -o another name.\n"
    );
    assert_eq!(run.status, 2);
    assert_eq!(folder.run(&["parse", "a.docx"]).status, 0);
}

#[test]
fn an_output_that_cannot_be_written() {
    let folder = Folder::with_documents(&["a.docx"]);
    std::fs::create_dir(folder.path("out")).unwrap();
    for (output, line) in [
        ("out", "out: this is a folder. Name a file in it."),
        ("none/a.json", "none/a.json: there is no such folder to write to. Make the folder first."),
        ("a.docx/a.json", "a.docx/a.json: its folder is a file. Choose another place."),
    ] {
        let run = folder.run(&["parse", "a.docx", "-o", output]);
        assert_eq!((run.status, run.stderr), (4, format!("rapporteur: {line}\n")));
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::PermissionsExt as _;
    use std::process::Stdio;

    use super::*;

    fn mode(folder: &Folder, name: &str) -> u32 {
        std::fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn the_file_has_the_permissions_that_others_have() {
        let folder = Folder::with_documents(&["a.docx"]);
        folder.run(&["parse", "a.docx", "-o", "new.json"]);
        assert_eq!(mode(&folder, "new.json"), mode(&folder, "a.docx"));
        std::fs::set_permissions(folder.path("new.json"), std::fs::Permissions::from_mode(0o640)).unwrap();
        folder.run(&["parse", "a.docx", "-o", "new.json"]);
        assert_eq!(mode(&folder, "new.json"), 0o640);
    }

    #[test]
    fn a_symbolic_link_stays_one() {
        let folder = Folder::with_documents(&["a.docx"]);
        folder.write("real.json", b"old");
        std::os::unix::fs::symlink("real.json", folder.path("link.json")).unwrap();
        folder.run(&["parse", "a.docx", "-o", "link.json"]);
        assert!(std::fs::symlink_metadata(folder.path("link.json")).unwrap().is_symlink());
        assert!(folder.read("real.json").contains("rapporteur/document/1"));
    }

    #[test]
    fn a_device_is_written_to_and_not_replaced() {
        let folder = Folder::with_documents(&["a.docx"]);
        std::os::unix::fs::symlink("/dev/null", folder.path("null")).unwrap();
        assert_eq!(folder.run(&["parse", "a.docx", "-o", "null"]).status, 0);
        assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
    }

    #[test]
    fn a_reader_who_has_had_enough_is_no_error() {
        let folder = Folder::with_documents(&["a.docx"]);
        for arguments in
            [&["schema"][..], &["parse", "a.docx"], &["parse", "a.docx", "a.docx", "-f", "jsonl"]]
        {
            let mut child = folder.command(arguments).stdin(Stdio::null()).spawn().unwrap();
            drop(child.stdout.take());
            let output = child.wait_with_output().unwrap();
            assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()), "{arguments:?}");
        }
    }

    #[test]
    fn a_full_disk_is_told() {
        if !std::path::Path::new("/dev/full").exists() {
            return;
        }
        let run = Folder::with_documents(&["a.docx"]).run(&["parse", "a.docx", "-o", "/dev/full"]);
        let line = "rapporteur: /dev/full: the disk is full. Make room and run again.\n";
        assert_eq!((run.status, run.stderr.as_str()), (4, line));
    }
}
