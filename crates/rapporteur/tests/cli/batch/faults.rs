//! Disks that are full or cannot be written to, and files that vanish and change while they are read.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{batch, json, results, sound};

/// A small disk in memory; it goes when it is dropped.
struct Disk(PathBuf);

impl Disk {
    /// One of so many kilobytes; none where the system does not let one be made. On a build server the superuser must
    /// be able to.
    fn new(path: PathBuf, kilobytes: u32) -> Option<Self> {
        std::fs::create_dir_all(&path).unwrap();
        let mounted = mount(&["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "rapporteur-test"], &path);
        let must = std::env::var_os("CI").is_some() && rustix::process::getuid().is_root();
        assert!(mounted || !must, "no small disk can be made");
        if !mounted {
            eprintln!("skipped: a small disk takes the rights of the superuser");
        }
        mounted.then_some(Self(path))
    }

    /// From now on nothing can be written to it.
    fn freeze(&self) {
        assert!(mount(&["-o", "remount,ro"], &self.0));
    }

    /// Fills it but for so many bytes.
    fn fill(&self, room: usize) {
        let filler = self.0.join("filler");
        let _ = std::fs::remove_file(&filler);
        // As much as goes in, then less by the room that is left.
        let _ = std::fs::write(&filler, vec![7; 64 << 20]);
        let size = filler.metadata().unwrap().len();
        let file = std::fs::File::options().write(true).open(filler).unwrap();
        file.set_len(size.saturating_sub(room as u64)).unwrap();
    }
}

fn mount(options: &[&str], path: &PathBuf) -> bool {
    Command::new("mount").args(options).arg(path).output().is_ok_and(|run| run.status.success())
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_is_told_and_former_results_stay() {
    let folder = sound(12);
    let Some(disk) = Disk::new(folder.path("disk"), 16 << 10) else { return };
    let run = |out: &str| folder.run(&["batch", "in", "-o", out]);
    assert_eq!(run("disk/out").status, 0);
    let old = results(&folder.path("disk/out"));
    let (name, bytes) = rapporteur_tests::folder::document(40, 60);
    std::fs::write(folder.path("in").join(name), bytes).unwrap();
    // As deep as the other, for results lead to the files of the meeting.
    assert_eq!(run("free/out").status, 0);
    let whole = results(&folder.path("free/out"));
    let size: usize = whole.values().map(|bytes| bytes.0.len()).sum();
    let mut failures = 0;
    // From no room at all to more than enough, so that each of those who write finds the disk full once.
    for step in 0..=24 {
        disk.fill(size * step / 16);
        let end = run("disk/out");
        if end.status == 0 {
            assert_eq!(results(&folder.path("disk/out")), whole);
            break;
        }
        failures += 1;
        let line = "rapporteur: disk/out: the disk is full. Make room and run again.\n";
        assert_eq!((end.status, end.stderr.as_str()), (4, line), "step {step}");
        assert_eq!(results(&folder.path("disk/out")), old, "step {step}");
    }
    assert!((3..24).contains(&failures), "{failures}");
}

#[test]
fn a_disk_that_cannot_be_written_to_is_told() {
    let folder = sound(2);
    let Some(disk) = Disk::new(folder.path("disk"), 4 << 10) else { return };
    let run = |out: &str| folder.run(&["batch", "in", "-o", out]);
    assert_eq!(run("disk/out").status, 0);
    let old = results(&folder.path("disk/out"));
    disk.freeze();
    for out in ["disk/out", "disk/other"] {
        let end = run(out);
        let line = format!(
            "rapporteur: {out}: it cannot be written: read-only file system. Choose another place.\n"
        );
        assert_eq!((end.status, end.stderr), (4, line));
    }
    assert_eq!(results(&folder.path("disk/out")), old);
    // What lies there can still be read.
    assert_eq!(folder.run(&["search", "disk/out", "meeting"]).status, 0);
    assert_eq!(folder.run(&["batch", "disk/out", "-o", "out"]).status, 0);
}

#[test]
fn a_folder_in_the_way_of_a_result_is_told_and_the_others_stay() {
    let folder = sound(2);
    assert_eq!(batch(&folder, &[]).status, 0);
    std::fs::remove_file(folder.path("out/meeting.xlsx")).unwrap();
    std::fs::create_dir(folder.path("out/meeting.xlsx")).unwrap();
    let old = results(&folder.path("out"));
    std::fs::write(folder.path("in/notes.txt"), "new").unwrap();
    let run = batch(&folder, &[]);
    let line = "rapporteur: out: it cannot be written: there is a folder of the name meeting.xlsx. Choose another place.\n";
    assert_eq!((run.status, run.stderr.as_str()), (4, line));
    assert_eq!(results(&folder.path("out")), old);
}

#[test]
fn files_that_vanish_and_change_before_they_are_read_are_read_as_they_are() {
    let folder = sound(6);
    let files: Vec<String> = std::fs::read_dir(folder.path("in/part-00"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    // The first file is converted; meanwhile three others change.
    std::fs::write(folder.path("in/00.doc"), rapporteur_tests::meeting::compound_file("WordDocument"))
        .unwrap();
    let [gone, cut, other, source] = [0, 1, 2, 3].map(|at| format!("in/part-00/{}", files[at]));
    let script = format!("#!/bin/sh\nrm '{gone}'\nprintf x > '{cut}'\ncp '{source}' '{other}'\nexit 1\n");
    folder.write("converter", script.as_bytes());
    std::fs::set_permissions(folder.path("converter"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let run = batch(&folder, &["--jobs", "1", "--convert-doc", "--converter", "./converter"]);
    assert_eq!(run.status, 3, "{}", run.stderr);
    let told = |file: &str, what: &str| {
        let file = file.trim_start_matches("in/");
        assert!(
            run.stderr.lines().any(|line| line.contains(file) && line.contains(what)),
            "{file}: {}",
            run.stderr
        );
    };
    told(&gone, "it cannot be read: no such file or directory");
    told(&cut, "format");
    let record = json(&folder, "out/meeting.json");
    let files = record["files"].as_array().unwrap();
    let of = |path: &str| files.iter().find(|file| file["file"] == path.trim_start_matches("in/")).unwrap();
    assert_eq!((&of(&gone)["status"], &of(&cut)["status"]), (&"corrupt".into(), &"corrupt".into()));
    assert!(files.iter().any(|file| file["status"] == "duplicate"), "{other} became a copy of another");
    // The next run sees the folder as it is now.
    std::fs::remove_file(folder.path("in/00.doc")).unwrap();
    assert_eq!(batch(&folder, &[]).status, 3);
    assert_eq!(folder.run(&["batch", "in", "-o", "fresh"]).status, 3);
    assert_eq!(results(&folder.path("out")), results(&folder.path("fresh")));
}

#[test]
fn a_file_that_is_written_to_all_the_time_spoils_nothing() {
    let folder = sound(20);
    let path = folder.path("in/restless.docx");
    let texts =
        [1, 60].map(|times| word_document::testing::docx(&"The buoys are counted again.\n".repeat(times)));
    std::fs::write(&path, &texts[0]).unwrap();
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                texts.iter().for_each(|bytes| std::fs::write(&path, bytes).unwrap());
            }
        });
        for _ in 0..6 {
            let run = batch(&folder, &[]);
            assert!(matches!(run.status, 0 | 3), "{}", run.stderr);
        }
        over.store(true, Ordering::Relaxed);
    });
    std::fs::write(&path, &texts[0]).unwrap();
    assert_eq!(batch(&folder, &[]).status, 0);
    assert_eq!(folder.run(&["batch", "in", "-o", "fresh"]).status, 0);
    assert_eq!(results(&folder.path("out")), results(&folder.path("fresh")));
}

#[test]
fn a_store_survives_runs_that_are_killed() {
    let folder = sound(6);
    let arguments = |out| ["batch", "in", "-o", out, "--store", "all", "--only", "json"];
    assert_eq!(folder.run(&["batch", "in", "-o", "out", "--store", "whole", "--only", "json"]).status, 0);
    let search = |store: &str| folder.run(&["search", store, "meeting", "--json", "--limit", "1000"]).stdout;
    for _ in 0..8 {
        let _ = std::fs::remove_dir_all(folder.path("out"));
        let mut child = folder.command(&arguments("out")).spawn().unwrap();
        while !folder.path("all/meetings.sqlite-journal").exists() && child.try_wait().unwrap().is_none() {}
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert_eq!(folder.run(&arguments("out")).status, 0);
    let (all, whole) = (search("all"), search("whole"));
    assert!(all.len() > 100);
    let texts = |json: &str| -> Vec<String> {
        let hits: Vec<serde_json::Value> = serde_json::from_str(json).unwrap();
        let mut texts: Vec<_> =
            hits.iter().map(|hit| format!("{} {}", hit["file"], hit["snippet"]["text"])).collect();
        texts.sort();
        texts
    };
    assert_eq!(texts(&all), texts(&whole));
    assert!(!folder.path("all/meetings.sqlite-journal").exists(), "nothing half done is left");
}
