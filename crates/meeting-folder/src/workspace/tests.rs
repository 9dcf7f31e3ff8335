//! Two runs, killed runs, and times that cannot be trusted.

use tempfile::TempDir;

use super::*;

#[test]
fn a_second_run_is_turned_away_until_the_first_is_over() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("a/out");
    let first = Workspace::open(&out).unwrap();
    assert!(matches!(Workspace::open(&out), Err(WorkspaceError::Locked)));
    drop(first);
    assert!(Workspace::open(&out).is_ok());
}

#[test]
fn a_result_appears_whole_and_what_was_half_done_goes() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    workspace.write("a.csv", b"whole").unwrap();
    assert!(!folder.path().join("a.csv").exists());
    workspace.publish(&["a.csv"]).unwrap();
    fs::write(workspace.draft("b.csv"), "half").unwrap();
    drop(workspace);
    let workspace = Workspace::open(folder.path()).unwrap();
    assert!(!workspace.draft("b.csv").exists() && !folder.path().join("b.csv").exists());
    assert_eq!(fs::read(folder.path().join("a.csv")).unwrap(), b"whole");
    workspace.remove("a.csv").unwrap();
    workspace.remove("a.csv").unwrap();
    assert!(workspace.output("a.csv").is_err());
}

#[test]
fn a_folder_in_the_way_of_one_result_leaves_the_others_as_they_were() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    fs::write(folder.path().join("a.csv"), "old").unwrap();
    fs::create_dir(folder.path().join("b.csv")).unwrap();
    workspace.write("a.csv", b"new").unwrap();
    workspace.write("b.csv", b"new").unwrap();
    let error = workspace.publish(&["a.csv", "b.csv"]).unwrap_err();
    assert_eq!(error.to_string(), "there is a folder of the name b.csv");
    assert_eq!(fs::read(folder.path().join("a.csv")).unwrap(), b"old");
}

#[test]
fn times_are_trusted_once_they_are_old_enough() {
    let before = Seen { size: 5, stamp: (10, 20), sha256: Some("aa".into()), ..Seen::default() };
    let manifest = |taken| Manifest { taken, ..Manifest::default() };
    let second = 1_000_000_000;
    assert_eq!(manifest(3 * second).content_of(&before, 5, (10, 20)), Some("aa"));
    assert_eq!(manifest(second).content_of(&before, 5, (10, 20)), None);
    assert_eq!(manifest(3 * second).content_of(&before, 6, (10, 20)), None);
    assert_eq!(manifest(3 * second).content_of(&before, 5, (10, 21)), None);
}

#[test]
fn a_manifest_is_remembered_and_a_damaged_one_is_none() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    assert!(workspace.manifest().is_none());
    workspace.remember(&Manifest { maker: "1".into(), taken: 7, ..Manifest::default() }).unwrap();
    assert_eq!(workspace.manifest().unwrap().taken, 7);
    fs::write(folder.path().join(".rapporteur/manifest.json"), "{").unwrap();
    assert!(workspace.manifest().is_none());
    workspace.forget().unwrap();
}
