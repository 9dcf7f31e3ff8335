//! Word files from many programs, where they are present beside the checkout: nothing panics, and every visible word
//! of a file's body is in the sections of the model. And the program that looks at a whole collection, on files of our own.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rapporteur_tests::wild::{files_under, lost};
use word_document::testing::{docx, docx_of_xml};

/// Larger files are read by the build server alone.
const LARGE: u64 = 1_000_000;

#[test]
fn every_visible_word_of_a_wild_file_is_in_its_sections() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/wild");
    let mut files = files_under(&folder);
    if files.is_empty() {
        println!("no wild files beside the checkout: nothing is tested");
        return;
    }
    if std::env::var_os("CI").is_none() {
        files.retain(|path| path.metadata().is_ok_and(|about| about.len() <= LARGE));
    }
    let (next, read, refused) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let bytes = std::fs::read(path).expect("the file is listed");
                    let failure = match std::panic::catch_unwind(|| lost(&bytes)) {
                        Err(_) => Some("panics".to_owned()),
                        Ok(Err(_)) => {
                            refused.fetch_add(1, Ordering::Relaxed);
                            None
                        }
                        Ok(Ok(lost)) => {
                            read.fetch_add(1, Ordering::Relaxed);
                            (!lost.is_empty()).then(|| format!("loses {lost:?}"))
                        }
                    };
                    if let Some(failure) = failure {
                        failures
                            .lock()
                            .expect("no thread panics")
                            .push(format!("{}: {failure}", path.display()));
                    }
                }
            });
        }
    });
    println!("{} files read, {} refused", read.load(Ordering::Relaxed), refused.load(Ordering::Relaxed));
    let failures = failures.into_inner().expect("no thread panics");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Runs the program over a folder of these files.
fn collection(files: &[(&str, Vec<u8>)], bounds: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("the system has a folder for temporary files");
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).expect("there is room for the file");
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_wild"));
    program.arg(folder.path()).args(bounds).output().expect("the program can be run")
}

#[test]
fn a_collection_is_counted_by_kind() {
    let run = collection(
        &[("a.docx", docx("# 1 Opening\nwords")), ("b.docx", docx("words")), ("c.txt", b"words".to_vec())],
        &[],
    );
    let table = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{table}");
    for row in
        ["| docx | 2 | 2 | 0 | 0 | 0 | 0 | 0 | 0 |", "| txt | 1 | 0 | 1 | 0 |", "| all | 3 | 2 | 1 | 0 |"]
    {
        assert!(table.contains(row), "{row}: {table}");
    }
}

#[cfg(unix)]
#[test]
fn what_passes_a_bound_is_told() {
    let large = docx_of_xml(&"<w:p><w:r><w:t>many words</w:t></w:r></w:p>".repeat(200_000));
    let run = collection(&[("large.docx", large)], &["60", "40"]);
    let table = String::from_utf8_lossy(&run.stdout);
    assert_eq!(run.status.code(), Some(1), "{table}");
    assert!(
        table.contains("| docx | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 0 |") && table.contains("large.docx: Big"),
        "{table}"
    );
}

#[test]
fn a_program_that_is_asked_for_nothing_says_what_it_wants() {
    for arguments in [&[][..], &["folder", "soon"]] {
        let run = Command::new(env!("CARGO_BIN_EXE_wild")).args(arguments).output().unwrap();
        assert_eq!(run.status.code(), Some(2));
    }
}
