//! Zip files that lie about what they hold.

use word_document::testing::{docx, docx_of_xml};
use word_document::{Limits, Package, write_package};

use super::support::{document, refusal, text};
use super::zip_bytes::{Entry, file, quoted_overlap, stored};

/// The parts of a small Word file.
fn parts() -> Vec<(String, Vec<u8>)> {
    let bytes = docx("first words");
    let mut package = Package::open(&bytes, &Limits::default()).unwrap();
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    names
        .into_iter()
        .map(|name| (package.part(&name).unwrap().unwrap(), name))
        .map(|(bytes, name)| (name, bytes))
        .collect()
}

/// The same as stored entries, so that each can be changed.
fn entries() -> Vec<(Entry, Vec<u8>)> {
    parts().into_iter().map(|(name, bytes)| (Entry::stored(name, &bytes), bytes)).collect()
}

fn main_part(entries: &mut [(Entry, Vec<u8>)]) -> &mut (Entry, Vec<u8>) {
    entries.iter_mut().find(|(entry, _)| entry.name == b"word/document.xml").unwrap()
}

#[test]
fn an_honest_package_of_these_bytes_is_read() {
    assert!(text(&document(&file(&entries()))).contains("first words"));
}

#[test]
fn a_flat_bomb_is_refused() {
    let blanks = vec![b' '; 300 << 20];
    let bomb =
        write_package([("[Content_Types].xml", b"<Types/>".as_slice()), ("word/document.xml", &blanks)])
            .unwrap();
    assert!(bomb.len() < 1 << 20);
    refusal(&bomb);
}

#[test]
fn a_bomb_that_hides_its_size_is_refused() {
    let blanks = vec![b' '; 200 << 20];
    let packed = deflated(&blanks);
    let entry = Entry {
        name: b"word/document.xml".to_vec(),
        method: 8,
        crc: super::zip_bytes::crc32(&blanks),
        packed: packed.len() as u32,
        size: 10,
        attributes: 0,
    };
    let mut all = entries();
    *main_part(&mut all) = (entry, packed);
    refusal(&file(&all));
}

#[test]
fn entries_that_overlap_cannot_cost_more_than_the_limits() {
    let body = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(1_000_000));
    let whole = docx_of_xml(&body);
    let main = Package::open(&whole, &Limits::default()).unwrap().part("word/document.xml").unwrap().unwrap();
    let names: Vec<String> = ["[Content_Types].xml".to_owned(), "word/document.xml".to_owned()]
        .into_iter()
        .chain((0..2_000).map(|n| format!("word/header{n}.xml")))
        .collect();
    // The parts begin with a quoted header instead of markup, so this is no Word file; it has to be refused without harm.
    refusal(&quoted_overlap(&names, &deflated(&main), &main));
}

#[test]
fn a_wrong_checksum_is_told() {
    let mut all = entries();
    main_part(&mut all).0.crc ^= 1;
    assert!(refusal(&file(&all)).contains("damaged"), "{}", refusal(&file(&all)));
}

#[test]
fn wrong_sizes_are_told() {
    for (packed, size) in [(10, 10), (u32::MAX, u32::MAX), (u32::MAX - 1, 10), (0, 0)] {
        let mut all = entries();
        let main = &mut main_part(&mut all).0;
        (main.packed, main.size) = (packed, size);
        refusal(&file(&all));
    }
}

#[test]
fn the_first_of_two_parts_of_one_name_or_the_second_is_read_but_not_a_mixture() {
    let mut all = entries();
    let mut second = main_part(&mut all).clone();
    second.1 = String::from_utf8(second.1).unwrap().replace("first", "other").into_bytes();
    second.0 = Entry::stored("word/document.xml", &second.1);
    all.push(second);
    let found = text(&document(&file(&all)));
    assert!(found.contains("first words") != found.contains("other words"), "{found}");
}

#[test]
fn names_that_lead_out_or_are_no_text_are_no_parts() {
    let mut all = entries();
    for name in
        [&b"../../etc/passwd"[..], b"/etc/passwd", b"C:\\windows\\x", b"\xFF\xFE\0", b"word/\0.xml", b""]
    {
        all.push((Entry::stored(name, b"out"), b"out".to_vec()));
    }
    let mut link = Entry::stored("word/header1.xml", b"/etc/passwd");
    link.attributes = 0o120_777 << 16;
    all.push((link, b"/etc/passwd".to_vec()));
    let found = document(&file(&all)).to_string();
    assert!(found.contains("first words") && !found.contains("root:"), "{found}");
}

#[test]
fn a_hundred_thousand_entries_are_refused() {
    let names: Vec<String> = (0..100_000).map(|n| format!("word/media/{n}.png")).collect();
    refusal(&stored(names.iter().map(|name| (name.as_str(), b"".as_slice()))));
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
