//! A run after a run: nothing is read twice, and a run that was killed goes on.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::{batch, json, read_and_known, results, sound};
use crate::support::Folder;

/// Waits until something holds.
#[track_caller]
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !holds() {
        assert!(begin.elapsed() < Duration::from_secs(60), "never: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A run that ends with the test, however that ends.
struct Killed(Option<std::process::Child>);

impl Drop for Killed {
    fn drop(&mut self) {
        if let Some(mut child) = self.0.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn times(folder: &Folder) -> BTreeMap<String, std::time::SystemTime> {
    let time = |name: &String| folder.path("out").join(name).metadata().unwrap().modified().unwrap();
    results(&folder.path("out")).into_keys().map(|name| (name.clone(), time(&name))).collect()
}

#[test]
fn a_second_run_reads_and_writes_nothing() {
    let folder = sound(8);
    assert_eq!(read_and_known(&batch(&folder, &[])), (8, 0));
    let (before, written) = (results(&folder.path("out")), times(&folder));
    let run = batch(&folder, &[]);
    assert_eq!((run.status, read_and_known(&run)), (0, (0, 8)));
    assert_eq!((results(&folder.path("out")), times(&folder)), (before, written));
}

#[test]
fn what_changed_alone_is_read() {
    let folder = sound(8);
    batch(&folder, &[]);
    let whole = results(&folder.path("out"));
    let (name, bytes) = rapporteur_tests::folder::document(8, 20);
    std::fs::write(folder.path("in").join(&name), bytes).unwrap();
    assert_eq!(read_and_known(&batch(&folder, &[])), (1, 8));
    assert_eq!(json(&folder, "out/meeting.json")["files"].as_array().unwrap().len(), 9);
    std::fs::remove_file(folder.path("in").join(name)).unwrap();
    assert_eq!(read_and_known(&batch(&folder, &[])), (0, 8));
    assert_eq!(results(&folder.path("out")), whole, "what is gone leaves no trace");
}

#[test]
fn a_result_that_was_taken_away_comes_back() {
    let folder = sound(3);
    batch(&folder, &[]);
    let whole = results(&folder.path("out"));
    std::fs::remove_file(folder.path("out/actions.csv")).unwrap();
    std::fs::write(folder.path("out/meeting.json"), "{}").unwrap();
    assert_eq!(read_and_known(&batch(&folder, &[])), (0, 3));
    assert_eq!(results(&folder.path("out")), whole);
}

#[test]
fn what_a_run_keeps_for_itself_may_be_damaged() {
    let folder = sound(3);
    batch(&folder, &[]);
    let whole = results(&folder.path("out"));
    for name in ["cache", "manifest.json"] {
        let path = folder.path("out/.rapporteur").join(name);
        let mut bytes = std::fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle..middle + 40].fill(b'#');
        std::fs::write(&path, bytes).unwrap();
        std::fs::remove_file(folder.path("out/meeting.json")).unwrap();
        assert_eq!(batch(&folder, &[]).status, 0, "{name}");
        assert_eq!(results(&folder.path("out")), whole, "{name}");
    }
}

#[test]
fn a_killed_run_goes_on_where_it_was() {
    let folder = sound(40);
    assert_eq!(folder.run(&["batch", "in", "-o", "whole"]).status, 0);
    let mut child = folder.command(&["batch", "in", "-o", "out", "--jobs", "1"]).spawn().unwrap();
    let cache = folder.path("out/.rapporteur/cache");
    until("some files are read", || cache.metadata().is_ok_and(|about| about.len() > 200_000));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(super::names_in(&folder.path("out")).is_empty(), "no reader sees half a result");
    let run = batch(&folder, &[]);
    let (read, known) = read_and_known(&run);
    assert!(run.status == 0 && known > 0 && read + known == 40, "{}", run.stderr);
    assert_eq!(results(&folder.path("out")), results(&folder.path("whole")));
}

#[test]
fn a_change_is_seen_while_one_watches() {
    let folder = sound(3);
    let arguments = ["batch", "in", "-o", "in/out", "--watch", "--only", "json"];
    let mut watcher = Killed(Some(folder.command(&arguments).spawn().unwrap()));
    let files = || {
        let text = std::fs::read_to_string(folder.path("in/out/meeting.json")).ok()?;
        let record: serde_json::Value = serde_json::from_str(&text).expect("never half a file");
        Some(record["files"].as_array()?.len())
    };
    until("the first run", || files() == Some(3));
    for (at, count) in [(20, 4), (21, 5)] {
        let (name, bytes) = rapporteur_tests::folder::document(at, 30);
        std::fs::write(folder.path("in").join(name), bytes).unwrap();
        until("the change", || files() == Some(count));
    }
    std::thread::sleep(Duration::from_secs(1));
    let mut child = watcher.0.take().unwrap();
    child.kill().unwrap();
    let told = String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap();
    let runs = told.matches("waiting for a change").count();
    assert!((2..=6).contains(&runs), "its own results are no change: {told}");
}
