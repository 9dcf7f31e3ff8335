//! What lies in a folder: a walk that reads names and sizes, and no file.

mod links;
#[cfg(test)]
mod tests;

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use meeting_model::FileStatus;
use walkdir::{DirEntry, WalkDir};

use links::Target;

/// How a folder is walked.
#[derive(Clone, Debug, Default)]
pub struct SurveyOptions {
    /// Files and folders that are left out with all that is in them: where the results go. Folders of other runs'
    /// results are left out in any case.
    pub exclude: Vec<PathBuf>,
}

/// What lies in a folder, in the order of the paths.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The folder.
    pub folder: PathBuf,
    /// Its files, those of the folders in it included.
    pub files: Vec<FoundFile>,
}

/// A file met in the folder; nothing of it has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Its path relative to the folder, with `/` between names: what the record calls it.
    pub path: String,
    /// Where to read it.
    pub disk: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// When it was written last, where the system tells.
    pub modified: Option<SystemTime>,
    /// Why it must not be opened, and as what it is listed: a link out of the folder, a pipe, a device.
    pub refused: Option<(FileStatus, String)>,
}

/// Why a folder gives no survey.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// It is not there, or no folder.
    #[error("there is no such folder")]
    NoFolder,
    /// The system does not let it be read.
    #[error("the folder cannot be read: {0}")]
    Io(#[from] std::io::Error),
}

/// Walks a folder and everything in it. Symbolic links lead to files of the folder and nowhere else.
///
/// # Errors
/// Only where the folder itself cannot be read; a file or folder in it that cannot is listed with the reason.
pub fn survey(folder: &Path, options: &SurveyOptions) -> Result<Survey, FolderError> {
    if !folder.is_dir() {
        return Err(FolderError::NoFolder);
    }
    let root = folder.canonicalize()?;
    let excluded: Vec<PathBuf> = options.exclude.iter().map(|path| absolute(path)).collect();
    std::fs::read_dir(&root)?;
    let walk = WalkDir::new(&root).min_depth(1).into_iter();
    let is_left_out =
        |entry: &DirEntry| excluded.iter().any(|path| path == entry.path()) || is_workspace(entry);
    let walk = walk.filter_entry(|entry| !is_left_out(entry));
    let mut files: Vec<FoundFile> = walk.filter_map(|entry| met(&root, entry)).collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Survey { folder: folder.to_owned(), files })
}

/// The one name of a path that there is; what is not there yet keeps the name that it was given.
fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether a run wrote its results to a folder: what this program made is no part of any meeting.
fn is_workspace(entry: &DirEntry) -> bool {
    entry.file_type().is_dir() && crate::workspace::is_one(entry.path())
}

/// The file behind an entry of the walk; folders are none.
fn met(root: &Path, entry: walkdir::Result<DirEntry>) -> Option<FoundFile> {
    match entry {
        Ok(entry) if entry.file_type().is_dir() => None,
        Ok(entry) => Some(found(root, &entry)),
        Err(error) => {
            let path = error.path().filter(|path| *path != root)?;
            let reason = error.io_error().map_or_else(|| error.to_string(), plainly);
            Some(refused(root, path, format!("it cannot be opened: {reason}")))
        }
    }
}

fn found(root: &Path, entry: &DirEntry) -> FoundFile {
    let path = entry.path();
    if entry.file_type().is_symlink() {
        return match links::resolve(root, path) {
            Target::File(about) => plain(root, path, &about),
            Target::Refused(reason) => refused(root, path, reason.to_owned()),
        };
    }
    match entry.metadata() {
        Ok(about) if about.is_file() => plain(root, path, &about),
        Ok(_) => refused(root, path, "it is a pipe, a socket or a device, not a file".to_owned()),
        Err(error) => refused(root, path, format!("nothing can be told about it: {error}")),
    }
}

fn plain(root: &Path, path: &Path, about: &Metadata) -> FoundFile {
    FoundFile {
        path: relative(root, path),
        disk: path.to_owned(),
        size: about.len(),
        modified: about.modified().ok(),
        refused: None,
    }
}

fn refused(root: &Path, path: &Path, reason: String) -> FoundFile {
    FoundFile {
        path: relative(root, path),
        disk: path.to_owned(),
        size: 0,
        modified: None,
        refused: Some((FileStatus::OtherFormat, reason)),
    }
}

/// The path below the folder, with `/` on every system.
fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
    names.join("/")
}

/// The system's words, without its number.
fn plainly(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or(text.as_str(), |(words, _)| words).to_lowercase()
}
