//! What the tests of the whole workspace share.

pub mod fixtures;
pub mod folder;
pub mod fuzz;
pub mod meeting;
pub mod office;
pub mod templates;
pub mod validator;
pub mod wild;

use std::path::{Path, PathBuf};

/// The folder of the repository.
///
/// # Panics
/// Never: this crate stands in a folder of it.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate stands in a folder")
}

/// All files under a folder whose names end so, sorted; none where there is no such folder.
///
/// # Panics
/// Where a folder cannot be read.
pub fn files_under(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop().filter(|folder| folder.is_dir()) {
        for entry in std::fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|its| its == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
