//! Two runs at once, and many meetings in one database.

use super::again::until;
use super::{batch, json, results, sound};
use crate::support::Folder;

#[cfg(unix)]
#[test]
fn two_runs_do_not_write_to_one_folder() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = sound(3);
    folder.write("in/old.doc", &rapporteur_tests::meeting::compound_file("WordDocument"));
    // The first run waits for a converter that goes on when it is told to.
    folder.write("converter", b"#!/bin/sh\ntouch waits\nwhile [ ! -e go ]; do sleep 0.02; done\n");
    std::fs::set_permissions(folder.path("converter"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let arguments = ["batch", "in", "-o", "out", "--convert-doc", "--converter", "./converter"];
    let mut first = folder.command(&arguments).spawn().unwrap();
    until("the first run works", || folder.path("waits").exists());
    let run = batch(&folder, &[]);
    let line = "rapporteur: out: another run is writing to this folder. Wait for its end, or choose another folder.\n";
    assert_eq!((run.status, run.stderr.as_str()), (4, line));
    assert_eq!(folder.run(&["batch", "in", "-o", "other"]).status, 3, "another folder is free");
    folder.write("go", b"");
    assert_eq!(first.wait().unwrap().code(), Some(3));
    assert!(json(&folder, "out/meeting.json")["files"].as_array().unwrap().len() == 4);
    assert_eq!(batch(&folder, &[]).status, 3, "the lock goes with the run");
}

#[test]
fn many_runs_at_once_leave_one_whole_result() {
    let folder = sound(10);
    assert_eq!(folder.run(&["batch", "in", "-o", "whole"]).status, 0);
    let runs: Vec<_> =
        (0..5).map(|_| folder.command(&["batch", "in", "-o", "out"]).spawn().unwrap()).collect();
    let statuses: Vec<_> = runs.into_iter().map(|mut run| run.wait().unwrap().code().unwrap()).collect();
    assert!(statuses.contains(&0) && statuses.iter().all(|status| matches!(status, 0 | 4)), "{statuses:?}");
    assert_eq!(results(&folder.path("out")), results(&folder.path("whole")));
}

/// A report of a meeting in a month of 2027 with these actions.
fn report(folder: &Folder, name: &str, month: &str, actions: &str) {
    let cover = rapporteur_tests::meeting::Cover {
        number: "SG13-TD11/PLEN",
        kind: "TD",
        questions: "All/13",
        source: "Chair, ITU-T SG13",
        title: "Draft report of Study Group 13",
        place: &format!("Port Selin, 5-16 {month} 2027"),
        ..rapporteur_tests::meeting::Cover::default()
    };
    std::fs::create_dir_all(folder.path(name)).unwrap();
    let body = format!("# 1 Opening\nThe meeting was opened.\n# 2 Actions\n{actions}\n");
    folder.write(&format!("{name}/T25-SG13-27{name}05-TD-PLEN-0011!!MSW-E.docx"), &cover.with(&body));
}

#[test]
fn a_store_keeps_meetings_apart_and_finds_what_is_open() {
    let folder = Folder::new();
    let head = "|!header| No. | Responsible | Action | Status |";
    report(
        &folder,
        "03",
        "March",
        &format!(
            "{head}\n| A-1 | TSB | To publish the list of buoys | Open |\n| A-2 | WP1 | To count the boats | Open |\n"
        ),
    );
    report(
        &folder,
        "07",
        "July",
        &format!(
            "{head}\n| A-1 | TSB | To publish the list of buoys | Done |\n| A-3 | Chair | To write to the harbour office | Open |\n"
        ),
    );
    for (name, out) in [("03", "out-03"), ("07", "out-07"), ("03", "out-03")] {
        let run = folder.run(&["batch", name, "-o", out, "--store", "all", "--only", "json"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
    let open = folder.run(&["search", "all", "--open", "--json"]);
    assert_eq!(open.status, 0, "{}", open.stderr);
    let texts: Vec<_> = open
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|action| action["text"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(texts.len(), 2, "{texts:?}");
    assert!(texts[0].contains("count the boats") && texts[1].contains("harbour office"), "{texts:?}");
    let about = folder.run(&["search", "all", "--open", "HARBOUR"]);
    assert!(about.stdout.contains("harbour office") && !about.stdout.contains("boats"), "{}", about.stdout);

    let hits = folder.run(&["search", "all", "list of buoys", "--json"]).json();
    let meetings: std::collections::BTreeSet<_> =
        hits.as_array().unwrap().iter().map(|hit| hit["meeting"].as_str().unwrap().to_owned()).collect();
    assert_eq!(meetings.into_iter().collect::<Vec<_>>(), ["SG13 2027-03-05", "SG13 2027-07-05"]);
}
