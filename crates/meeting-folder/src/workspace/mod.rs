//! The folder that results go to: one run at a time, and files that appear whole.

mod manifest;
#[cfg(test)]
mod tests;

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

pub use manifest::{Manifest, Seen, now, stamp};

/// What the program keeps for itself in a folder of results.
const INNER: &str = ".rapporteur";

/// Whether a run has written, or writes, its results to a folder.
pub fn is_one(folder: &Path) -> bool {
    folder.join(INNER).is_dir()
}

/// Why a folder cannot take results.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// Another run writes to it.
    #[error("another run is writing to this folder")]
    Locked,
    /// The system does not let it be made or written to.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The folder, locked until it is dropped.
#[derive(Debug)]
pub struct Workspace {
    folder: PathBuf,
    /// The lock goes with the process, however that ends.
    _lock: File,
}

impl Workspace {
    /// Makes the folder where it is missing, locks it, and takes away what a killed run left half done.
    pub fn open(folder: &Path) -> Result<Self, WorkspaceError> {
        let inner = folder.join(INNER);
        fs::create_dir_all(&inner)?;
        let lock =
            File::options().read(true).write(true).create(true).truncate(false).open(inner.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(WorkspaceError::Locked),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let workspace = Self { folder: folder.to_owned(), _lock: lock };
        match fs::remove_dir_all(workspace.unfinished()) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => fs::create_dir(workspace.unfinished())?,
        }
        Ok(workspace)
    }

    /// The file of former results.
    pub fn cache(&self) -> PathBuf {
        self.folder.join(INNER).join("cache")
    }

    /// Where a result is written before it has its place.
    pub fn draft(&self, name: &str) -> PathBuf {
        self.unfinished().join(name)
    }

    /// Writes a result; it gets its place with all others.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        fs::write(self.draft(name), bytes)
    }

    /// Puts results in their places once all of them are written. A disk that is full, or a folder in the way of one of
    /// them, leaves the former results as they were.
    pub fn publish(&self, names: &[&str]) -> io::Result<()> {
        if let Some(name) = names.iter().find(|name| self.folder.join(name).is_dir()) {
            return Err(io::Error::other(format!("there is a folder of the name {name}")));
        }
        names.iter().try_for_each(|name| fs::rename(self.draft(name), self.folder.join(name)))
    }

    /// Takes away a result of a former run that this one does not make.
    pub fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.folder.join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    /// What the last whole run saw and wrote.
    pub fn manifest(&self) -> Option<Manifest> {
        serde_json::from_slice(&fs::read(self.folder.join(INNER).join("manifest.json")).ok()?).ok()
    }

    /// Remembers what this run saw and wrote.
    pub fn remember(&self, manifest: &Manifest) -> io::Result<()> {
        let name = format!("{INNER}/manifest.json");
        fs::write(self.draft("manifest.json"), serde_json::to_vec(manifest)?)?;
        fs::rename(self.draft("manifest.json"), self.folder.join(name))
    }

    /// Forgets it: from here on the results change.
    pub fn forget(&self) -> io::Result<()> {
        self.remove(&format!("{INNER}/manifest.json"))
    }

    /// Size and time of a result.
    pub fn output(&self, name: &str) -> io::Result<Seen> {
        let about = fs::metadata(self.folder.join(name))?;
        Ok(Seen { path: name.to_owned(), size: about.len(), stamp: stamp(&about), sha256: None, note: None })
    }

    fn unfinished(&self) -> PathBuf {
        self.folder.join(INNER).join("new")
    }
}
