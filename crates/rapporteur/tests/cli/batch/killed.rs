//! Runs that are killed at any time: nobody sees half a result, and the next run makes what an undisturbed one makes.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use super::{Bytes, results, sound};
use crate::support::Folder;

/// So many runs are killed: half of them at first runs, half of them at runs that find former results.
const KILLS: u32 = 50;

/// Fewer would say nothing; a run on a machine that has got faster may be over before its time has come.
const FEWEST_HITS: usize = 25;

type Results = BTreeMap<String, Bytes>;

/// A meeting before and after a document comes, and what undisturbed runs make of both.
struct Scene {
    folder: Folder,
    old: Results,
    new: Results,
    /// How long a first run takes, and one that finds former results.
    times: [Duration; 2],
}

impl Scene {
    fn new() -> Self {
        let folder = sound(16);
        let (name, bytes) = rapporteur_tests::folder::document(40, 60);
        assert_eq!(batch(&folder, "old"), 0);
        std::fs::write(folder.path("in").join(name), bytes).unwrap();
        copy(&folder.path("old"), &folder.path("timed"));
        let times = ["new", "timed"].map(|out| {
            let begin = Instant::now();
            assert_eq!(batch(&folder, out), 0);
            begin.elapsed()
        });
        let [old, new] = ["old", "new"].map(|out| results(&folder.path(out)));
        assert_eq!(results(&folder.path("timed")), new);
        assert!(
            old.keys().eq(new.keys())
                && old.keys().all(|name| is_empty_register(name) || old[name] != new[name])
        );
        Self { folder, old, new, times }
    }

    /// OUT as it is before a run: with former results or without.
    fn prepare(&self, has_results: bool) {
        let _ = std::fs::remove_dir_all(self.folder.path("out"));
        if has_results {
            copy(&self.folder.path("old"), &self.folder.path("out"));
        }
    }

    fn begin(&self) -> Child {
        self.folder.command(&["batch", "in", "-o", "out"]).spawn().unwrap()
    }

    /// What is there now, and what the next run makes of it.
    #[track_caller]
    fn check(&self, has_results: bool) {
        let out = self.folder.path("out");
        // The earliest of the killed runs have not even made the folder.
        let seen = if out.is_dir() { results(&out) } else { Results::new() };
        for (name, bytes) in &seen {
            let is_old = has_results && self.old.get(name) == Some(bytes);
            assert!(is_old || self.new.get(name) == Some(bytes), "half a result, or a wrong one: {name}");
        }
        assert_eq!(batch(&self.folder, "out"), 0);
        let made = results(&self.folder.path("out"));
        let differ: Vec<_> = self.new.keys().filter(|name| made.get(*name) != self.new.get(*name)).collect();
        assert!(differ.is_empty() && made.len() == self.new.len(), "{differ:?}");
        let left = std::fs::read_dir(self.folder.path("out/.rapporteur/new")).unwrap().count();
        assert_eq!(left, 0, "nothing half done is left");
    }
}

/// Registers that have no rows in this meeting, before and after.
fn is_empty_register(name: &str) -> bool {
    !matches!(name, "meeting.json" | "documents.jsonl" | "documents.csv" | "meeting.sqlite" | "meeting.xlsx")
}

fn batch(folder: &Folder, out: &str) -> i32 {
    folder.run(&["batch", "in", "-o", out]).status
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Kills it with SIGKILL; whether it was still running.
fn kill(mut child: Child) -> bool {
    let is_running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    is_running
}

#[test]
fn fifty_runs_killed_at_any_time_leave_no_trace() {
    let scene = Scene::new();
    let (mut hits, mut times) = (0, scene.times);
    for at in 0..KILLS {
        let has_results = at % 2 == 1;
        let whole = &mut times[usize::from(has_results)];
        scene.prepare(has_results);
        // The times spread evenly over the whole run, and each meets another point of it.
        let time = *whole * (2 * at + 1) / (2 * KILLS);
        let child = scene.begin();
        std::thread::sleep(time);
        if kill(child) {
            hits += 1;
        } else {
            // The machine has less to do than when the times were taken.
            *whole = *whole * 4 / 5;
        }
        scene.check(has_results);
    }
    assert!(hits >= FEWEST_HITS, "{hits} of {KILLS}");
}

#[test]
fn runs_killed_while_results_are_written_leave_no_trace() {
    let scene = Scene::new();
    let draft = |name: &str| scene.folder.path("out/.rapporteur/new").join(name);
    let mut hits = 0;
    for name in
        ["meeting.sqlite", "meeting.json", "documents.jsonl", "actions.csv", "meeting.xlsx", "manifest.json"]
    {
        for has_results in [false, true] {
            scene.prepare(has_results);
            let mut child = scene.begin();
            while !draft(name).exists() && child.try_wait().unwrap().is_none() {}
            hits += usize::from(kill(child));
            scene.check(has_results);
        }
    }
    // The moment that results get their places: each is the old or the new one.
    for has_results in [false, true].repeat(4) {
        scene.prepare(has_results);
        let place = scene.folder.path("out/meeting.json");
        let mut child = scene.begin();
        let is_new = || std::fs::read(&place).is_ok_and(|bytes| bytes == scene.new["meeting.json"].0);
        while !is_new() && child.try_wait().unwrap().is_none() {}
        hits += usize::from(kill(child));
        scene.check(has_results);
    }
    assert!(hits >= 10, "{hits} of 20");
}
