//! Where the data goes: standard output, or a file that appears only when it is whole.

mod terminal;

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use terminal::Terminal;

/// An open output.
pub enum Output {
    /// Standard output, or a pipe or a device: renaming a file over `/dev/null` would destroy it.
    Direct(BufWriter<Box<dyn Write>>),
    /// One of them that a person watches.
    Terminal(Terminal<BufWriter<Box<dyn Write>>>),
    /// A file beside the one that it will replace.
    Replacing(BufWriter<NamedTempFile>, PathBuf),
}

impl Output {
    /// Standard output.
    pub fn standard() -> Self {
        Self::direct(io::stdout())
    }

    fn direct(to: impl Write + IsTerminal + 'static) -> Self {
        let is_terminal = to.is_terminal();
        let out = BufWriter::new(Box::new(to) as Box<dyn Write>);
        if is_terminal { Self::Terminal(Terminal::new(out)) } else { Self::Direct(out) }
    }

    /// The file at `path`, or standard output. Opened before the work begins: a folder that cannot be written
    /// to is no news for the end of a long run.
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else { return Ok(Self::standard()) };
        match fs::metadata(path) {
            Ok(about) if about.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(about) if !about.is_file() => Ok(Self::direct(OpenOptions::new().write(true).open(path)?)),
            // A symbolic link keeps pointing where it did: the file behind it is replaced.
            Ok(about) => Self::replacing(path.canonicalize()?, Some(about.permissions())),
            Err(_) => Self::replacing(path.to_owned(), None),
        }
    }

    fn replacing(path: PathBuf, permissions: Option<fs::Permissions>) -> io::Result<Self> {
        if path.file_name().is_none() {
            return Err(io::ErrorKind::InvalidFilename.into());
        }
        if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".rapporteur-");
        let permissions = permissions.or_else(usual_permissions);
        if let Some(permissions) = permissions {
            builder.permissions(permissions);
        }
        Ok(Self::Replacing(BufWriter::new(builder.tempfile_in(folder)?), path))
    }

    /// Whether a person watches the data come.
    pub const fn is_terminal(&self) -> bool {
        matches!(self, Self::Terminal(_))
    }

    /// Writes what is still held back, and puts a file in its place. An output that is dropped unfinished
    /// leaves the file as it was.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Self::Direct(mut writer) => writer.flush(),
            Self::Terminal(writer) => writer.finish(),
            Self::Replacing(writer, path) => {
                let file = writer.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.persist(path).map(drop).map_err(|error| error.error)
            }
        }
    }
}

/// Those of any new file; a temporary file would be its owner's alone.
#[cfg(unix)]
#[allow(clippy::unnecessary_wraps, reason = "other systems have none")]
fn usual_permissions() -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt as _;
    // The system takes the user's umask off.
    Some(fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<fs::Permissions> {
    None
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Direct(writer) => writer.write(bytes),
            Self::Terminal(writer) => writer.write(bytes),
            Self::Replacing(writer, _) => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Direct(writer) => writer.flush(),
            Self::Terminal(writer) => writer.flush(),
            Self::Replacing(writer, _) => writer.flush(),
        }
    }
}
