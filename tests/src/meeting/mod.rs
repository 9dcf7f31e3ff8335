//! A meeting's folder as it lies on somebody's disk, invented: Study Group 13 in Port Selin, July 2027.
//!
//! Subfolders, three editions of the agenda, a report in prose, two indexes, archives in archives, other groups'
//! and earlier meetings' documents, and what else gathers in such a folder.

mod documents;
mod index;

use std::io;
use std::path::Path;

use word_document::{testing, write_package};

pub use documents::{Cover, documents};
pub use index::index;

/// A file of the folder: its path below it, and its bytes.
pub type File = (String, Vec<u8>);

/// Writes the whole folder.
///
/// # Errors
/// Where the folder cannot be written to.
pub fn write(folder: &Path) -> io::Result<()> {
    for (path, bytes) in files() {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        std::fs::write(path, bytes)?;
    }
    Ok(())
}

/// All files of the folder.
pub fn files() -> Vec<File> {
    let mut files = documents();
    files.extend(copies(&files));
    files.extend(archives());
    files.extend(index::indexes());
    files.extend(oddities());
    files
}

/// A Word file of the notation.
pub fn word(notation: &str) -> Vec<u8> {
    testing::docx(notation)
}

/// An archive of these files.
///
/// # Panics
/// Never: it writes into memory.
pub fn archive(files: &[File]) -> Vec<u8> {
    let parts = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    write_package(parts).expect("writing into memory does not fail")
}

/// A compound file with a stream of this name, and nothing else of one.
pub fn compound_file(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.extend([0; 504]);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// The same bytes once more, under other names.
fn copies(files: &[File]) -> Vec<File> {
    let of = |name: &str| files.iter().find(|(path, _)| path.ends_with(name)).map(|(_, bytes)| bytes.clone());
    let copies = [
        ("T25-SG13-C-0031!!MSW-E.docx", "Downloads/T25-SG13-C-0031!!MSW-E (1).docx"),
        ("T25-SG13-C-0031!!MSW-E.docx", "Downloads/for the chair.docx"),
    ];
    copies.iter().filter_map(|(from, to)| Some(((*to).to_owned(), of(from)?))).collect()
}

/// Archives, one within the other.
fn archives() -> Vec<File> {
    let inner = archive(&[
        (
            "T25-SG13-C-0036!!MSW-E.docx".to_owned(),
            documents::contribution("C36", "Counting boats by their wake"),
        ),
        ("picture.png".to_owned(), b"\x89PNG\r\n".to_vec()),
        ("__MACOSX/._picture.png".to_owned(), vec![0, 5]),
    ]);
    let outer = archive(&[
        ("late/more.zip".to_owned(), inner),
        ("T25-SG13-C-0035!!MSW-E.docx".to_owned(), documents::contribution("C35", "A ledger of fish")),
        ("T25-SG13-C-0031!!MSW-E.docx".to_owned(), documents::first_contribution()),
        ("notes.txt".to_owned(), b"Late ones.".to_vec()),
    ]);
    let alone = archive(&[
        (
            "statement.docx".to_owned(),
            word(
                "Only text, no cover: the tide tables of the harbour office, for those who want to read them.",
            ),
        ),
        ("tables.pdf".to_owned(), b"%PDF-1.7".to_vec()),
    ]);
    vec![
        ("Contributions/late.zip".to_owned(), outer),
        ("TD/T25-SG13-270705-TD-GEN-0048!!ZIP-E.zip".to_owned(), alone),
        ("Contributions/broken.zip".to_owned(), b"PK\x03\x04 and no more".to_vec()),
    ]
}

/// What is no sound Word file.
fn oddities() -> Vec<File> {
    let sound = documents::contribution("C39", "Cut off");
    let named = |path: &str, bytes: &[u8]| (path.to_owned(), bytes.to_vec());
    vec![
        named("Contributions/T25-SG13-C-0037!!MSW-E.docx", &sound[..sound.len() / 2]),
        named("Contributions/T25-SG13-C-0038!!MSW-E.docx", &compound_file("EncryptedPackage")),
        named("Contributions/T25-SG13-C-0039!!MSW-E.docx", b""),
        named("Contributions/T25-SG13-C-0040!!MSW-E.doc", &compound_file("WordDocument")),
        named("Contributions/T25-SG13-C-0041!!PDF-E.pdf", b"%PDF-1.7 a page"),
        named("Contributions/T25-SG13-C-0042!!MSW-E.docx", b"\x01\x02 nothing that is known"),
        named("TD/~$5-SG13-270705-TD-PLEN-0010!R2!MSW-E.docx", b"\x05Ingrid"),
        named("group photo.jpg", b"\xFF\xD8\xFF\xE0 a picture"),
        named(".DS_Store", b"\0\0\0\x01Bud1"),
        named("Contributions/Thumbs.db", b"x"),
        named("desktop.ini", b"[.ShellClassInfo]"),
        named("to do.txt", b"Ask for the room."),
    ]
}
