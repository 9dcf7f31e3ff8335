//! Where the bytes come from: a file or standard input, each bounded.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use meeting_parser::ReadError;

use crate::messages;

/// No Word file of a meeting comes near this; a disk image given by mistake is not read into memory.
pub const MAX_FILE_SIZE: u64 = 512 << 20;

/// Why an input gives no document.
#[derive(Debug)]
pub enum Problem {
    /// A folder was named.
    Folder,
    /// More than [`MAX_FILE_SIZE`].
    TooLarge,
    /// The system could not read it.
    Io(io::Error),
    /// It was read and is no Word file.
    Word(ReadError),
}

/// A file named on the command line, or standard input.
#[derive(Debug)]
pub struct Input<'a> {
    path: &'a Path,
}

impl<'a> Input<'a> {
    /// The input that `path` names; `-` is standard input.
    pub const fn new(path: &'a Path) -> Self {
        Self { path }
    }

    /// Its name in messages.
    pub fn shown(&self) -> String {
        if self.is_standard() { "standard input".to_owned() } else { messages::shown(self.path) }
    }

    /// Its name in the data: without folder.
    pub fn file_name(&self) -> String {
        self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned()
    }

    /// Whether it is the very file that `path` names.
    pub fn is_file(&self, path: &Path) -> bool {
        let same = |canonical: &Path| path.canonicalize().is_ok_and(|other| other == canonical);
        !self.is_standard() && self.path.is_file() && self.path.canonicalize().is_ok_and(|own| same(&own))
    }

    /// All of its bytes.
    pub fn read(&self) -> Result<Vec<u8>, Problem> {
        if self.is_standard() {
            return read_bounded(io::stdin().lock(), 0, MAX_FILE_SIZE);
        }
        // Opening comes second: a folder opens on some systems and not on others.
        let about = std::fs::metadata(self.path).map_err(Problem::Io)?;
        if about.is_dir() {
            return Err(Problem::Folder);
        }
        let file = File::open(self.path).map_err(Problem::Io)?;
        read_bounded(file, about.len(), MAX_FILE_SIZE)
    }

    fn is_standard(&self) -> bool {
        self.path == Path::new("-")
    }
}

/// Reads at most `limit` bytes; `expected` is a hint, for a pipe has no size and a file may grow.
fn read_bounded(source: impl Read, expected: u64, limit: u64) -> Result<Vec<u8>, Problem> {
    if expected > limit {
        return Err(Problem::TooLarge);
    }
    let mut bytes = Vec::with_capacity(expected as usize);
    source.take(limit + 1).read_to_end(&mut bytes).map_err(Problem::Io)?;
    if bytes.len() as u64 > limit { Err(Problem::TooLarge) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_bounded_by_its_size_and_by_what_it_gives() {
        assert_eq!(read_bounded(&b"abc"[..], 3, 3).unwrap(), b"abc");
        assert!(matches!(read_bounded(&b"abc"[..], 4, 3), Err(Problem::TooLarge)));
        assert!(matches!(read_bounded(io::repeat(b'x'), 0, 3), Err(Problem::TooLarge)));
    }

    #[test]
    fn the_name_in_the_data_has_no_folder() {
        assert_eq!(Input::new(Path::new("a/b/report.docx")).file_name(), "report.docx");
        assert_eq!(Input::new(Path::new("-")).file_name(), "-");
    }
}
