//! How a run ends.

use super::{batch, meeting, names_in, results, sound};
use crate::support::Folder;

#[test]
fn a_sound_folder_ends_with_0_and_a_table() {
    let folder = sound(5);
    let run = batch(&folder, &[]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    let heads: Vec<&str> =
        run.stderr.lines().map(|line| line.split_whitespace().next().unwrap_or_default()).collect();
    assert_eq!(heads, ["files", "documents", "findings", "time"], "{}", run.stderr);
    assert!(run.stderr.starts_with("files          5  document 5\n"), "{}", run.stderr);
}

#[test]
fn findings_count_when_they_are_asked_for() {
    let folder = sound(5);
    // Documents beyond the fifth are cited, and none is there.
    assert_eq!(batch(&folder, &["--fail-on", "info"]).status, 1);
    assert_eq!(batch(&folder, &["--fail-on", "error"]).status, 0);
    // The same holds where nothing is left to do, and whatever is written.
    let run = batch(&folder, &["--fail-on", "info"]);
    assert_eq!((run.status, super::read_and_known(&run).0), (1, 0), "{}", run.stderr);
    assert_eq!(batch(&folder, &["--fail-on", "info", "--only", "csv"]).status, 1);
}

#[test]
fn files_that_cannot_be_read_are_told_one_by_one() {
    let folder = meeting();
    let run = batch(&folder, &[]);
    assert_eq!(run.status, 3);
    for line in [
        "rapporteur: Contributions/T25-SG13-C-0038!!MSW-E.docx: the file is encrypted with a password: open it in \
         Word with its password and save it without one. The others were read.",
        "rapporteur: Contributions/T25-SG13-C-0039!!MSW-E.docx: the file is empty. The others were read.",
        "rapporteur: Contributions/T25-SG13-C-0040!!MSW-E.doc: it is a legacy Word file (.doc), not read: run \
         again with --convert-doc, or save it as .docx. The others were read.",
    ] {
        assert!(run.stderr.lines().any(|told| told == line), "{line}\n{}", run.stderr);
    }
    // A second run that has nothing to do tells the same.
    let again = batch(&folder, &[]);
    assert_eq!(again.status, 3);
    let told = |text: &str| text.lines().filter(|line| line.starts_with("rapporteur:")).count();
    assert_eq!(told(&again.stderr), told(&run.stderr));
}

#[test]
fn fail_fast_stops_at_the_first_and_writes_nothing() {
    let folder = sound(5);
    assert_eq!(batch(&folder, &[]).status, 0);
    let before = results(&folder.path("out"));
    std::fs::write(folder.path("in/a.docx"), "").unwrap();
    let run = batch(&folder, &["--fail-fast"]);
    let line = "rapporteur: a.docx: the file is empty; nothing was written. Leave out --fail-fast to go on with the \
                others.\n";
    assert_eq!((run.status, run.stderr.as_str()), (4, line));
    assert_eq!(results(&folder.path("out")), before);
    // The last of the two options counts, and going on is the default.
    assert_eq!(batch(&folder, &["--fail-fast", "--keep-going"]).status, 3);
    assert_ne!(results(&folder.path("out")), before);
}

#[test]
fn nothing_can_be_done() {
    let folder = Folder::new();
    let run = batch(&folder, &[]);
    let line = "rapporteur: in: there is no such folder. Name the folder of a meeting.\n";
    assert_eq!((run.status, run.stderr.as_str()), (4, line));
    folder.write("in", b"a file");
    assert_eq!(batch(&folder, &[]).status, 4);

    let folder = sound(1);
    folder.write("out", b"a file");
    let run = batch(&folder, &[]);
    assert_eq!(run.status, 4);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    let run = folder.run(&["batch", "in", "-o", "out/deeper"]);
    assert_eq!((run.status, run.stderr.lines().count()), (4, 1), "{}", run.stderr);
}

#[test]
fn an_empty_folder_is_a_meeting_of_nothing() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("in")).unwrap();
    let run = batch(&folder, &[]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(names_in(&folder.path("out")).len() >= super::RESULTS.len());
    assert_eq!(super::json(&folder, "out/meeting.json")["register"].as_array().unwrap().len(), 0);
}

#[test]
fn wrong_usage_ends_with_2() {
    let folder = sound(1);
    for arguments in [
        &["batch", "in"][..],
        &["batch", "-o", "out"],
        &["batch", "in", "-o", "out", "--jobs", "0"],
        &["batch", "in", "-o", "out", "--fail-on", "never"],
        &["batch", "in", "-o", "out", "--convert-timeout", "5"],
        &["batch", "in", "-o", "out", "--convert-doc", "--convert-timeout", "0"],
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains("--help"), "{arguments:?}: {}", run.stderr);
    }
    assert!(!folder.path("out").exists());
}
