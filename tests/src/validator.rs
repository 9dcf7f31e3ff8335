//! The validator of Word files: Python with openxml-audit and python-docx, as `tests/validate/validate.py` uses them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::root;

/// Checks the files against the schema and reads them with python-docx. Where the validator is not installed, it says so
/// and checks nothing, but for CI, which has to have it.
///
/// # Panics
/// Where something is wrong with a file, with all that is wrong; and in CI where the validator is not there.
pub fn validate(name: &str, files: &[(String, Vec<u8>)]) {
    let Some(python) = python() else {
        assert!(
            std::env::var_os("CI").is_none(),
            "the validator of Word files is missing: .ci/run installs it into target/validate"
        );
        eprintln!("skipped: `.ci/run validator` installs the validator of Word files into target/validate");
        return;
    };
    let folder = target().join("validated").join(name);
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    let paths: Vec<PathBuf> = files.iter().map(|(name, bytes)| written(&folder, name, bytes)).collect();
    let output = Command::new(python)
        .arg(root().join("tests/validate/validate.py"))
        .args(&paths)
        .output()
        .expect("Python runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{errors}");
}

pub(crate) fn written(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("target/ can be written");
    path
}

/// The folder that Cargo builds into.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The Python that has the validator.
fn python() -> Option<PathBuf> {
    let installed = target().join("validate/bin/python");
    installed.exists().then_some(installed)
}
