//! Templates of other programs, where they are present beside the checkout: whatever they hold, a check ends, and
//! filling gives a Word file that can be read or errors that say what is wrong.

use std::path::{Path, PathBuf};

use minijinja::Value;
use report_generator::word::{Partials, Template, annotate, check, fill, names};
use word_document::{Limits, read};

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}

/// The collection may lie beside the checkout, or where `WILD_WORD_FILES` says.
fn collection() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/wild");
    std::env::var_os("WILD_WORD_FILES").map_or(beside, PathBuf::from)
}

#[test]
fn templates_of_others_are_filled_or_refused() {
    let mut findings = Vec::new();
    for suite in ["python-docx-template", "docxtemplater", "docx-templates", "xdocreport", "docx-rs"] {
        for path in files_under(&collection().join(suite)) {
            let bytes = std::fs::read(&path).expect("a file of the collection");
            if bytes.len() < 2_000_000
                && let Err(panic) = std::panic::catch_unwind(|| attempt(&bytes))
            {
                let said = panic.downcast_ref::<String>().cloned().unwrap_or_default();
                findings.push(format!("{}: {said}", path.display()));
            }
        }
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

fn attempt(bytes: &[u8]) {
    let template = Template { name: "wild.docx", bytes };
    let errors = check(&template, &Partials::none(), None);
    if let Ok(copy) = annotate(&template, &errors)
        && read(bytes, &Limits::default()).is_ok()
    {
        read(&copy, &Limits::default()).expect("a copy with comments can be read");
    }
    let _ = names(&template);
    if let Ok(report) = fill(&template, &Partials::none(), &Value::from(()))
        && read(bytes, &Limits::default()).is_ok()
    {
        read(&report, &Limits::default()).expect("a report can be read");
    }
}
