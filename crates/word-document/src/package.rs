//! The package: a zip file of parts and the relationships between them (ECMA-376 part 2).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::rc::Rc;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::error::ReadError;
use crate::inflate::inflate;
use crate::relationships::Relationships;
use crate::signature;

/// What a file may cost before it is refused. All sizes are in bytes of inflated data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Entries in the zip directory.
    pub entries: usize,
    /// One part.
    pub part_size: u64,
    /// All parts that are read, together.
    pub total_size: u64,
    /// Inflated size over compressed size of one part, for parts of more than a megabyte.
    pub ratio: u64,
    /// Paragraphs, rows and cells, which cost more in the tree than in the file.
    pub pieces: usize,
    /// Elements inside one another, and so the reader's recursion.
    pub depth: usize,
    /// Oddities that are kept; the rest is counted in a last one.
    pub oddities: usize,
}

impl Default for Limits {
    fn default() -> Self {
        const MEGABYTE: u64 = 1 << 20;
        Self {
            entries: 10_000,
            part_size: 128 * MEGABYTE,
            total_size: 256 * MEGABYTE,
            ratio: 500,
            pieces: 2_000_000,
            depth: 256,
            oddities: 1_000,
        }
    }
}

/// Below this size the ratio says nothing: a page of spaces compresses a thousandfold.
const RATIO_MATTERS_FROM: u64 = 1 << 20;

/// Deflate cannot inflate a byte to more than this (zlib's technical details).
const MOST_DEFLATE_SAVES: u64 = 1_032;

/// An opened package. Parts are inflated when they are asked for, media never are.
pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Part name in lower case (part names are compared without regard to case: part 2, 6.3.5) to entry.
    index: BTreeMap<String, usize>,
    limits: Limits,
    bytes: &'a [u8],
    spent: u64,
}

impl<'a> Package<'a> {
    /// Opens the package that `bytes` are, within `limits`.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ReadError> {
        signature::check(bytes)?;
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| ReadError::DamagedPackage(plainly(&error.to_string())))?;
        if archive.len() > limits.entries {
            return Err(ReadError::TooLarge(format!(
                "{} entries, the limit is {}",
                archive.len(),
                limits.entries
            )));
        }
        let mut index = BTreeMap::new();
        for (entry, name) in archive.file_names_raw().enumerate() {
            let name = String::from_utf8_lossy(name).replace('\\', "/");
            index.entry(name.trim_start_matches('/').to_lowercase()).or_insert(entry);
        }
        Ok(Self { archive, index, limits: limits.clone(), bytes, spent: 0 })
    }

    /// Names of all parts, lower case, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.index.keys().map(String::as_str)
    }

    /// Whether there is such a part.
    pub fn contains(&self, name: &str) -> bool {
        self.index.contains_key(&name.to_lowercase())
    }

    /// The bytes of a part, or `None` where the package has no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(packed) = self.packed(name)? else { return Ok(None) };
        self.unpack(name, &packed).map(Some)
    }

    /// A part as it lies in the package, or `None` where there is no such part.
    pub(crate) fn packed(&mut self, name: &str) -> Result<Option<Packed<'a>>, ReadError> {
        let Some(&entry) = self.index.get(&name.to_lowercase()) else { return Ok(None) };
        let file = self.archive.by_index_raw(entry).map_err(|error| damaged(name, &error.to_string()))?;
        // The sizes that the directory declares may lie: they serve as hints and are never trusted.
        let data = file.data_start().and_then(|start| self.bytes.get(usize::try_from(start).ok()?..));
        let data = data.ok_or_else(|| damaged(name, "its data is missing"))?;
        let length = data.len().min(usize::try_from(file.compressed_size()).unwrap_or(usize::MAX));
        if file.encrypted() {
            return Err(damaged(name, "it is encrypted"));
        }
        let (method, size, checksum) = (file.compression(), file.size(), file.crc32());
        Ok(Some(Packed { data: &data[..length], method, size, checksum }))
    }

    /// The bytes of a part.
    pub(crate) fn unpack(&mut self, name: &str, packed: &Packed<'_>) -> Result<Vec<u8>, ReadError> {
        let data = packed.data;
        let allowed = usize::try_from(self.allowed()).unwrap_or(usize::MAX);
        let likely = packed.size.min((data.len().max(1) as u64).saturating_mul(MOST_DEFLATE_SAVES)) as usize;
        let bytes = match packed.method {
            CompressionMethod::Stored => data[..data.len().min(allowed.saturating_add(1))].to_vec(),
            CompressionMethod::Deflated => {
                inflate(data, likely, allowed).map_err(|error| damaged(name, &error))?
            }
            other => return Err(damaged(name, &format!("{other} is no compression of packages"))),
        };
        self.admit(name, packed, bytes.len())?;
        if crc32fast::hash(&bytes) != packed.checksum {
            return Err(damaged(name, "Invalid checksum"));
        }
        self.spend(bytes.len() as u64);
        Ok(bytes)
    }

    /// How many bytes the next part may have.
    fn allowed(&self) -> u64 {
        self.limits.part_size.min(self.limits.total_size.saturating_sub(self.spent))
    }

    /// Checks the size of a part's bytes against the limits.
    pub(crate) fn admit(&self, name: &str, packed: &Packed<'_>, size: usize) -> Result<(), ReadError> {
        let (size, allowed) = (size as u64, self.allowed());
        if size > allowed {
            return Err(ReadError::TooLarge(format!("{name} inflates to more than {allowed} bytes")));
        }
        let ratio = size / packed.data.len().max(1) as u64;
        if size > RATIO_MATTERS_FROM && ratio > self.limits.ratio {
            let limit = self.limits.ratio;
            return Err(ReadError::TooLarge(format!("{name} inflates {ratio}-fold, the limit is {limit}")));
        }
        Ok(())
    }

    /// The package with some parts replaced or added. All others are copied as they are, still compressed, so
    /// that nothing is lost which nobody asked to change. Parts keep their order; new ones follow.
    pub fn with_parts(&mut self, changes: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, ReadError> {
        let damaged = |error: &dyn std::fmt::Display| ReadError::DamagedPackage(plainly(&error.to_string()));
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(self.bytes.len() * 2)));
        let mut left: BTreeMap<String, &String> =
            changes.keys().map(|name| (name.to_lowercase(), name)).collect();
        for entry in 0..self.archive.len() {
            let file = self.archive.by_index_raw(entry).map_err(|error| damaged(&error))?;
            let name = String::from_utf8_lossy(file.name_raw()).replace('\\', "/");
            let key = name.trim_start_matches('/').to_lowercase();
            if self.index.get(&key) != Some(&entry) {
                // A second entry of the same name, which no reader of ours sees.
                continue;
            }
            let Some(part) = left.remove(&key) else {
                writer.raw_copy_file(file).map_err(|error| damaged(&error))?;
                continue;
            };
            drop(file);
            add(&mut writer, &name, &changes[part]).map_err(|error| damaged(&error))?;
        }
        for name in left.into_values() {
            add(&mut writer, name, &changes[name]).map_err(|error| damaged(&error))?;
        }
        Ok(writer.finish().map_err(|error| damaged(&error))?.into_inner())
    }

    /// The limits with what is left of the total.
    pub(crate) fn limits_left(&self) -> Limits {
        Limits { total_size: self.limits.total_size.saturating_sub(self.spent), ..self.limits.clone() }
    }

    /// Counts bytes that were inflated.
    pub(crate) fn spend(&mut self, bytes: u64) {
        self.spent += bytes;
    }

    /// Bytes inflated so far.
    pub(crate) fn spent(&self) -> u64 {
        self.spent
    }

    /// A part's text: UTF-8, or UTF-16 with a byte order mark (part 2, 8.3.2 allows these two).
    pub fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        self.part(name)?.map(|bytes| decode(bytes, name)).transpose()
    }

    /// The relationships that start from `part` (`""` for those of the package itself).
    pub fn relationships(&mut self, part: &str) -> Result<Relationships, ReadError> {
        Relationships::of(self, part).map(Rc::unwrap_or_clone)
    }
}

/// A part as it lies in a package.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Packed<'a> {
    pub data: &'a [u8],
    pub method: CompressionMethod,
    /// In bytes, as the directory has it.
    pub size: u64,
    pub checksum: u32,
}

fn damaged(name: &str, detail: &str) -> ReadError {
    ReadError::DamagedPackage(format!("{name}: {detail}"))
}

/// What the zip reader says, in words for people: the directory of a zip file stands at its end.
fn plainly(detail: &str) -> String {
    let detail = detail.strip_prefix("invalid Zip archive: ").unwrap_or(detail);
    if detail.contains("EOCD") {
        "its end, where the list of its parts stands, is missing".to_owned()
    } else {
        detail.to_owned()
    }
}

/// The text of a part's bytes.
pub(crate) fn decode(bytes: Vec<u8>, name: &str) -> Result<String, ReadError> {
    match encoding_rs::Encoding::for_bom(&bytes) {
        None => String::from_utf8(bytes).map_err(|_| ReadError::Encoding(name.to_owned())),
        Some((encoding, _)) => match encoding.decode_with_bom_removal(&bytes) {
            (_, true) => Err(ReadError::Encoding(name.to_owned())),
            (Cow::Borrowed(text), false) => Ok(text.to_owned()),
            (Cow::Owned(text), false) => Ok(text),
        },
    }
}

/// Parts that are written are read again soon: little compression costs little time.
const LEVEL: i64 = 3;

fn add(writer: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    writer.start_file(name, SimpleFileOptions::default().compression_level(Some(LEVEL)))?;
    writer.write_all(bytes)
}

/// Writes a package of the given parts, in their order, with no clock in it: the same parts give the same bytes.
pub fn write<'p>(parts: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> std::io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name, SimpleFileOptions::default())?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
        write(parts.iter().copied()).expect("writes into memory")
    }

    #[test]
    fn a_part_is_found_without_regard_to_case() {
        let bytes = package(&[("Word/Document.XML", b"x")]);
        let mut opened = Package::open(&bytes, &Limits::default()).unwrap();
        assert_eq!(opened.part("word/document.xml").unwrap().unwrap(), b"x");
    }

    #[test]
    fn parts_may_be_stored_as_they_are() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, bytes) in [("a", &b"text"[..]), ("b", b""), ("c", b"more")] {
            writer.start_file(name, stored).unwrap();
            writer.write_all(bytes).unwrap();
        }
        let mut bytes = writer.finish().unwrap().into_inner();
        let mut opened = Package::open(&bytes, &Limits::default()).unwrap();
        assert_eq!(
            ["a", "b", "c"].map(|name| opened.part(name).unwrap().unwrap()),
            [&b"text"[..], b"", b"more"]
        );
        let limits = Limits { part_size: 3, ..Limits::default() };
        let mut opened = Package::open(&bytes, &limits).unwrap();
        assert!(matches!(opened.part("a"), Err(ReadError::TooLarge(_))));
        let at = bytes.windows(4).position(|four| four == b"text").unwrap();
        bytes[at] = b'n';
        let mut opened = Package::open(&bytes, &Limits::default()).unwrap();
        assert!(matches!(opened.part("a"), Err(ReadError::DamagedPackage(_))));
    }

    #[test]
    fn a_bomb_is_refused() {
        let bytes = package(&[("a", &vec![b' '; 3 << 20])]);
        let mut opened = Package::open(&bytes, &Limits::default()).unwrap();
        let error = opened.part("a").unwrap_err();
        assert!(matches!(&error, ReadError::TooLarge(why) if why.contains("-fold")), "{error}");
    }

    #[test]
    fn the_total_is_bounded_over_parts() {
        let part = vec![b'x'; 600];
        let bytes = package(&[("a", &part), ("b", &part)]);
        let limits = Limits { total_size: 1_000, ..Limits::default() };
        let mut opened = Package::open(&bytes, &limits).unwrap();
        assert!(opened.part("a").is_ok());
        assert!(matches!(opened.part("b"), Err(ReadError::TooLarge(_))));
    }

    #[test]
    fn too_many_entries_are_refused() {
        let names: Vec<String> = (0..20).map(|n| n.to_string()).collect();
        let bytes = write(names.iter().map(|name| (name.as_str(), &b""[..]))).unwrap();
        let limits = Limits { entries: 10, ..Limits::default() };
        assert!(matches!(Package::open(&bytes, &limits), Err(ReadError::TooLarge(_))));
    }

    #[test]
    fn parts_that_are_not_changed_are_copied_as_they_are() {
        let bytes = package(&[("b", b"one"), ("A/x.xml", b"two"), ("c", b"three")]);
        let mut opened = Package::open(&bytes, &Limits::default()).unwrap();
        let changes =
            BTreeMap::from([("a/X.xml".to_owned(), b"2".to_vec()), ("d".to_owned(), b"4".to_vec())]);
        let changed = opened.with_parts(&changes).unwrap();
        let mut again = Package::open(&changed, &Limits::default()).unwrap();
        let names: Vec<&[u8]> = again.archive.file_names_raw().collect();
        assert_eq!(names, [&b"b"[..], b"A/x.xml", b"c", b"d"]);
        drop(names);
        assert_eq!(again.part("a/x.xml").unwrap().unwrap(), b"2");
        assert_eq!(again.part("c").unwrap().unwrap(), b"three");
        assert_eq!(again.part("d").unwrap().unwrap(), b"4");
    }

    #[test]
    fn a_package_cut_off_is_damaged() {
        let bytes = package(&[("a", b"hello")]);
        assert!(matches!(
            Package::open(&bytes[..bytes.len() - 10], &Limits::default()),
            Err(ReadError::DamagedPackage(_))
        ));
    }

    #[test]
    fn utf_16_is_decoded_and_latin_1_is_refused() {
        let utf_16: Vec<u8> = "\u{feff}<a>é</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(utf_16, "a").unwrap(), "<a>é</a>");
        assert!(matches!(decode(vec![b'<', 0xe9], "a"), Err(ReadError::Encoding(_))));
    }

    #[test]
    fn the_same_parts_give_the_same_bytes() {
        assert_eq!(package(&[("a", b"1"), ("b", b"2")]), package(&[("a", b"1"), ("b", b"2")]));
    }
}
