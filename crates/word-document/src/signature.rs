//! What a file is by its first bytes, so that a wrong file gets a message that helps.

use memchr::memmem;

use crate::error::{ReadError, UNKNOWN};

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const ZIP: &[u8] = b"PK";

/// First bytes of formats that people hand in for Word files.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xBC\xAF", "a 7-Zip archive"),
    (b"\x1F\x8B", "a gzip file"),
    (b"<html", "an HTML page"),
    (b"<!DOCTYPE", "an HTML page"),
    (b"<!doctype", "an HTML page"),
    (b"<HTML", "an HTML page"),
    (b"<?xml", "an XML file (Word can save such a file as .docx)"),
];

/// Refuses what is surely no zip package.
pub(crate) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.starts_with(OLE) {
        return Err(compound_file(bytes));
    }
    if bytes.starts_with(ZIP) {
        return Ok(());
    }
    let text = bytes.trim_ascii_start();
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    match OTHERS.iter().find(|(start, _)| text.starts_with(start)) {
        Some((_, what)) => Err(ReadError::OtherFormat(what)),
        // A self-extracting or prefixed zip still opens; the zip reader decides.
        None if memmem::find(bytes, b"PK\x05\x06").is_some() => Ok(()),
        None if bytes.iter().all(|&byte| byte == 0) => Err(ReadError::OtherFormat(UNKNOWN[1])),
        None => Err(ReadError::OtherFormat(UNKNOWN[0])),
    }
}

/// Tells the compound files apart by their stream names (UTF-16 in the directory: MS-CFB 2.6.1).
fn compound_file(bytes: &[u8]) -> ReadError {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &wide).is_some()
    };
    if names("EncryptedPackage") {
        ReadError::Encrypted
    } else if names("WordDocument") {
        ReadError::LegacyWord
    } else if names("Workbook") {
        ReadError::OtherFormat("a legacy Excel file (.xls)")
    } else if names("PowerPoint Document") {
        ReadError::OtherFormat("a legacy PowerPoint file (.ppt)")
    } else if names("__properties_version1.0") {
        ReadError::OtherFormat("an Outlook message (.msg)")
    } else {
        ReadError::OtherFormat("a compound file that holds no Word document")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ole_with(stream: &str) -> Vec<u8> {
        let mut bytes = OLE.to_vec();
        bytes.extend([0; 64]);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    }

    #[test]
    fn files_are_told_apart() {
        assert_eq!(check(b""), Err(ReadError::Empty));
        assert_eq!(check(&ole_with("EncryptedPackage")), Err(ReadError::Encrypted));
        assert_eq!(check(&ole_with("WordDocument")), Err(ReadError::LegacyWord));
        assert_eq!(check(b"%PDF-1.7"), Err(ReadError::OtherFormat("a PDF file")));
        assert_eq!(check(b"\xEF\xBB\xBF<?xml version"), Err(ReadError::OtherFormat(OTHERS[12].1)));
        assert!(matches!(check(b"Dear all,"), Err(ReadError::OtherFormat(_))));
        assert_eq!(check(b"PK\x03\x04"), Ok(()));
    }
}
