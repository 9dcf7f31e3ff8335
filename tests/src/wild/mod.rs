//! Other people's Word files: what is looked at in each, and a whole collection read within limits.

mod child;
mod collection;
mod table;
mod words;

use std::path::{Path, PathBuf};

use meeting_parser::{Limits, ReadError};

pub use child::read_within;
pub use collection::{Bounds, Finding, Outcome, Reading, read_all};
pub use table::table;
use words::Words;

/// The files in a folder and those below it, in order.
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}

/// The visible words of a file's body that its sections lack, or that the file cannot be read.
pub fn lost(bytes: &[u8]) -> Result<Vec<String>, ReadError> {
    let limits = Limits::default();
    let word = word_document::read(bytes, &limits)?;
    let document = meeting_parser::parse(bytes, "wild.docx", &limits)?;
    let (mut seen, mut kept) = (Words::default(), Words::default());
    seen.add_blocks(&word.body);
    kept.add_sections(&document.sections);
    Ok(seen.without(&kept))
}
