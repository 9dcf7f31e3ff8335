//! Records that are whole, cut off and changed.

use meeting_model::{Document, FileStatus, MeetingFile};
use tempfile::TempDir;

use super::*;
use crate::Parsed;

fn unit(name: &str) -> Unit {
    let parsed = |inner: &str| Parsed {
        path: format!("{name}/{inner}"),
        document: Document { kind_reasons: vec![format!("line\n{inner}")], ..Document::default() },
        text: Some("f".into()),
    };
    Unit {
        file: MeetingFile { file: name.into(), status: FileStatus::Archive, ..MeetingFile::default() },
        documents: vec![parsed("a.docx"), parsed("b.docx")],
        indexes: Vec::new(),
    }
}

fn key(name: &str) -> Key {
    Key::new("1", name, "00")
}

fn filled(path: &Path) -> Vec<Vec<Span>> {
    let mut cache = Cache::open(path).unwrap();
    let put = |name: &&str| cache.put(key(name), &Body::of(&unit(name)).unwrap()).unwrap();
    ["x", "y", "z"].iter().map(put).collect()
}

#[test]
fn what_is_put_is_there_for_this_run_and_the_next() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("cache");
    let spans = filled(&path);
    let cache = Cache::open(&path).unwrap();
    let (found, body) = cache.get(&key("y")).unwrap();
    assert_eq!(found, unit("y"));
    assert_eq!(cache.spans(&key("y"), &body), spans[1]);
    assert!(cache.get(&Key::new("2", "y", "00")).is_none());
    let mut lines = Vec::new();
    cache.copy([spans[2][1], spans[0][0]], &mut lines).unwrap();
    let lines: Vec<Document> =
        String::from_utf8(lines).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, [unit("z").documents[1].document.clone(), unit("x").documents[0].document.clone()]);
}

#[test]
fn a_record_cut_off_anywhere_is_taken_away_alone() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("cache");
    filled(&path);
    let whole = std::fs::read(&path).unwrap();
    let third = whole.len() / 3;
    for length in (third * 2 + 1..whole.len()).step_by(7) {
        std::fs::write(&path, &whole[..length]).unwrap();
        let mut cache = Cache::open(&path).unwrap();
        assert!(
            cache.get(&key("x")).is_some()
                && cache.get(&key("y")).is_some()
                && cache.get(&key("z")).is_none()
        );
        cache.put(key("z"), &Body::of(&unit("z")).unwrap()).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), whole, "{length}");
    }
}

#[test]
fn a_changed_byte_makes_a_record_absent_and_nothing_panics() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("cache");
    filled(&path);
    let whole = std::fs::read(&path).unwrap();
    for at in (0..whole.len()).step_by(11) {
        let mut changed = whole.clone();
        changed[at] ^= 0x20;
        std::fs::write(&path, &changed).unwrap();
        let cache = Cache::open(&path).unwrap();
        for name in ["x", "y", "z"] {
            assert!(cache.get(&key(name)).is_none_or(|(found, _)| found == unit(name)), "{at}");
        }
    }
}

#[test]
fn what_the_folder_no_longer_holds_goes() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("cache");
    filled(&path);
    let size = std::fs::metadata(&path).unwrap().len();
    Cache::open(&path).unwrap().prune(&["x", "y", "z"].map(key).into()).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().len(), size);
    Cache::open(&path).unwrap().prune(&HashSet::from([key("y")])).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().len(), size / 3);
    assert_eq!(Cache::open(&path).unwrap().get(&key("y")).unwrap().0, unit("y"));
}
