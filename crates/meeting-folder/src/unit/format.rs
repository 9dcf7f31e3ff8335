//! What the bytes of a file are.

use std::io::Cursor;

use meeting_model::FileStatus;
use meeting_parser::ReadError;
use zip::ZipArchive;

use super::names;

const ZIP: &[u8] = b"PK";

/// Whether the bytes are an archive of files, and not the package of a document.
///
/// A zip archive that cannot be opened is one if its name says so: what is in it is then unknown, and it is corrupt.
pub(super) fn is_archive(path: &str, bytes: &[u8]) -> bool {
    if !bytes.starts_with(ZIP) || names::is_word(path) {
        return false;
    }
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => !archive.file_names_raw().any(is_package_part),
        Err(_) => names::last(path).to_lowercase().ends_with(".zip"),
    }
}

/// The parts that Office Open XML and OpenDocument packages begin with.
fn is_package_part(name: &[u8]) -> bool {
    name.eq_ignore_ascii_case(b"[Content_Types].xml") || name == b"mimetype"
}

/// Whether the bytes are text: UTF-8, or of a single-byte alphabet, without control characters.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    let utf_16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let head = &bytes[..bytes.len().min(8 << 10)];
    utf_16 || head.iter().all(|&byte| byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C))
}

/// What became of a file that is no Word file that can be read.
pub(super) fn status_of(path: &str, error: &ReadError) -> FileStatus {
    match error {
        ReadError::Empty => FileStatus::Empty,
        ReadError::Encrypted => FileStatus::Encrypted,
        // Bytes of no known format under the name of a Word file: the file was damaged.
        _ if error.is_unknown_format() && names::is_word(path) => FileStatus::Corrupt,
        ReadError::OtherFormat(_) | ReadError::OtherPackage(_) => FileStatus::OtherFormat,
        _ => FileStatus::Corrupt,
    }
}

/// Why it was not read, and what to do where something can be done.
pub(super) fn reason(error: &ReadError) -> String {
    match error {
        ReadError::OtherFormat(_) | ReadError::OtherPackage(_) => error.to_string(),
        _ => format!("{error}: {}", lower_first(error.hint().trim_end_matches('.'))),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
