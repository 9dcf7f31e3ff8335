//! The first three invariants of ARCHITECTURE.md, and the size of files, kept by looking at the sources.
//!
//! Every rule is a function from a source to what is wrong with it, so that each is also tried on a bad sample.

mod dependencies;
mod language;
mod source;
mod surroundings;
mod words;

use rapporteur_tests::{files_under, root};

/// Longer files are hard to read; most are far below.
const MAX_LINES: usize = 500;

/// What is wrong with a file because of its length.
fn too_long(text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines > MAX_LINES).then(|| format!("{lines} lines, at most {MAX_LINES}: split it by what it is about"))
}

#[test]
fn no_file_is_too_long() {
    let files = ["crates", "tests"].iter().flat_map(|folder| files_under(&root().join(folder), "rs"));
    let findings: Vec<String> = files
        .filter_map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            too_long(&text).map(|why| format!("{}: {why}", path.display()))
        })
        .collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    assert!(too_long(&"\n".repeat(MAX_LINES + 1)).is_some());
}
