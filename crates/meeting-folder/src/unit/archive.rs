//! Archives: what is in them is read as if it lay in the folder, within limits, and never written anywhere.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Seek};

use meeting_model::{FileStatus, MeetingFile};
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::{Content, Reader, listed, names, with_reason};

/// What an archive, with the archives in it, may cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveLimits {
    /// Archives inside one another.
    pub depth: usize,
    /// Files in all of them.
    pub entries: usize,
    /// One file, inflated, in bytes.
    pub entry_size: u64,
    /// All of them, inflated, in bytes.
    pub total_size: u64,
    /// Inflated size over compressed size of one file, for files of more than a megabyte.
    pub ratio: u64,
}

impl Default for ArchiveLimits {
    fn default() -> Self {
        const MEGABYTE: u64 = 1 << 20;
        Self {
            depth: 4,
            entries: 10_000,
            entry_size: 128 * MEGABYTE,
            total_size: 1024 * MEGABYTE,
            ratio: 500,
        }
    }
}

/// Below this size the ratio says nothing.
const RATIO_MATTERS_FROM: u64 = 1 << 20;

/// What is left of the limits.
pub(super) struct Budget {
    depth: usize,
    entries: usize,
    bytes: u64,
}

impl Budget {
    pub(super) fn new(limits: &ArchiveLimits) -> Self {
        Self { depth: limits.depth, entries: limits.entries, bytes: limits.total_size }
    }
}

impl Reader<'_> {
    /// An archive and what it holds.
    pub(super) fn archive(&mut self, path: &str, bytes: &[u8]) -> MeetingFile {
        if self.budget.depth == 0 {
            let reason =
                format!("archives stand more than {} deep in one another", self.options.archives.depth);
            return with_reason(path, FileStatus::Archive, reason);
        }
        let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => archive,
            Err(error) => {
                let reason = format!("the archive is damaged or cut off: {}", plainly(&error));
                return with_reason(path, FileStatus::Corrupt, reason);
            }
        };
        self.budget.depth -= 1;
        let mut file = listed(path, FileStatus::Archive);
        file.reason = doubles(bytes, archive.len());
        if let Some(reason) = self.entries(path, &mut archive, &mut file) {
            file.reason = Some(reason);
        }
        self.budget.depth += 1;
        file
    }

    /// Reads the entries, by name; gives the reason where it has to stop.
    fn entries<R: Read + Seek>(
        &mut self,
        path: &str,
        archive: &mut ZipArchive<R>,
        file: &mut MeetingFile,
    ) -> Option<String> {
        let mut order: Vec<(String, usize)> =
            archive.file_names_raw().map(names::within_archive).zip(0..).collect();
        order.sort();
        let mut taken = BTreeSet::new();
        for (name, entry) in order {
            if self.budget.entries == 0 {
                let most = self.options.archives.entries;
                return Some(format!("it holds more than {most} files: the rest is not listed"));
            }
            let name = unlike(name, &mut taken);
            match archive.by_index(entry) {
                Ok(entry) if entry.is_dir() => {}
                Ok(entry) => {
                    // An archive in this one takes from the same budget.
                    self.budget.entries -= 1;
                    file.holds.push(self.entry(path, &name, entry));
                }
                Err(error) => {
                    self.budget.entries -= 1;
                    file.holds.push(unreadable(&name, &error));
                }
            }
        }
        None
    }

    fn entry<R: Read>(&mut self, path: &str, name: &str, entry: ZipFile<'_, R>) -> MeetingFile {
        if entry.is_symlink() {
            let reason = "it is a symbolic link, which is not followed".to_owned();
            return with_reason(name, FileStatus::OtherFormat, reason);
        }
        match self.inflate(entry) {
            Ok(bytes) => {
                let sha256 = meeting_parser::sha256(&bytes);
                self.file(&format!("{path}/{name}"), name, &Content { bytes: &bytes, sha256 })
            }
            Err(reason) => with_reason(name, FileStatus::Corrupt, reason),
        }
    }

    /// The bytes of an entry; the sizes that the archive declares may lie and are not trusted.
    fn inflate<R: Read>(&mut self, mut entry: ZipFile<'_, R>) -> Result<Vec<u8>, String> {
        let limits = &self.options.archives;
        let allowed = limits.entry_size.min(self.budget.bytes);
        let compressed = entry.compressed_size().max(1);
        let mut bytes = Vec::new();
        let read = (&mut entry).take(allowed + 1).read_to_end(&mut bytes);
        let size = bytes.len() as u64;
        self.budget.bytes = self.budget.bytes.saturating_sub(size);
        read.map_err(|error| format!("it is damaged in the archive: {error}"))?;
        if size > allowed {
            return Err(format!(
                "it inflates to more than the {allowed} bytes that are left for this archive"
            ));
        }
        if size > RATIO_MATTERS_FROM && size / compressed > limits.ratio {
            return Err(format!("it inflates {}-fold, the limit is {}", size / compressed, limits.ratio));
        }
        Ok(bytes)
    }
}

/// A name that no other entry has: two raw names may become one when they are made relative. The second is `a#2.docx`.
fn unlike(name: String, taken: &mut BTreeSet<String>) -> String {
    let mut unlike = name.clone();
    let mut count = 1;
    while !taken.insert(unlike.clone()) {
        count += 1;
        unlike = match name.rsplit_once('.') {
            Some((stem, extension)) if !extension.contains('/') => format!("{stem}#{count}.{extension}"),
            _ => format!("{name}#{count}"),
        };
    }
    unlike
}

fn unreadable(name: &str, error: &ZipError) -> MeetingFile {
    match error {
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => {
            let reason = "it is encrypted with a password: unpack it and save it without one".to_owned();
            with_reason(name, FileStatus::Encrypted, reason)
        }
        _ => with_reason(name, FileStatus::Corrupt, format!("it cannot be unpacked: {}", plainly(error))),
    }
}

/// Several entries of one name: the reader of the archive sees the last of them alone.
fn doubles(bytes: &[u8], seen: usize) -> Option<String> {
    let declared = entries_declared(bytes)?;
    (declared > seen).then(|| {
        format!("{} of its {declared} entries have the name of another and are not listed", declared - seen)
    })
}

/// The number of entries by the record at the end of the directory (APPNOTE 4.3.16).
fn entries_declared(bytes: &[u8]) -> Option<usize> {
    const END: &[u8] = b"PK\x05\x06";
    let tail = bytes.len().saturating_sub(22 + usize::from(u16::MAX));
    let at = tail + bytes[tail..].windows(END.len()).rposition(|window| window == END)?;
    let count = bytes.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

/// What the zip reader says, without its own preface.
fn plainly(error: &ZipError) -> String {
    let text = error.to_string();
    let text = text.strip_prefix("invalid Zip archive: ").unwrap_or(&text);
    if text.contains("EOCD") {
        "its end, where the list of its files stands, is missing".to_owned()
    } else {
        text.to_owned()
    }
}
