//! The floor: to inflate and tokenise the parts of a Word file that reading it touches, by quick-xml, and do nothing with
//! them.

#![allow(dead_code, reason = "each bench uses a part of this")]

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use quick_xml::Reader;
use quick_xml::events::Event;
use word_document::{Limits, Package, read, testing};
use zip::ZipArchive;

/// A file with the names of the parts that reading it touches.
pub struct Sample {
    /// File name.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
    parts: Vec<String>,
}

impl std::fmt::Display for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} KB)", self.name, self.bytes.len() / 1_000)
    }
}

/// The files that are measured.
pub static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| match std::env::var("RAPPORTEUR_BENCH_FILES") {
    Ok(paths) => paths.split(':').filter(|path| !path.is_empty()).map(sample_of_file).collect(),
    Err(_) => vec![sample("generated", testing::docx(&large_notation()))],
});

/// Inflates and tokenises each part; gives the number of events.
pub fn tokenise(sample: &Sample) -> usize {
    let mut archive = ZipArchive::new(Cursor::new(&sample.bytes)).expect("a zip archive");
    let mut events = 0;
    for part in &sample.parts {
        let mut file = archive.by_name(part).expect("the sample names parts that it has");
        let mut bytes = Vec::with_capacity(file.size() as usize);
        file.read_to_end(&mut bytes).expect("a sound zip archive");
        let mut reader = Reader::from_reader(&*bytes);
        while !matches!(reader.read_event().expect("well-formed XML"), Event::Eof) {
            events += 1;
        }
    }
    events
}

fn sample_of_file(path: &str) -> Sample {
    let name = path.rsplit('/').next().unwrap_or(path);
    sample(name, std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}")))
}

fn sample(name: &str, bytes: Vec<u8>) -> Sample {
    let touched = parts_touched(&bytes);
    let archive = ZipArchive::new(Cursor::new(&bytes)).expect("a zip archive");
    let names = archive.file_names().flatten().map(Cow::into_owned);
    let parts = names.filter(|name| touched.contains(&name.to_lowercase())).collect();
    Sample { name: name.to_owned(), parts, bytes }
}

/// The parts that reading a file looks into, in lower case; some may not be there.
fn parts_touched(bytes: &[u8]) -> Vec<String> {
    let document = read(bytes, &Limits::default()).expect("a sample can be read");
    let mut package = Package::open(bytes, &Limits::default()).expect("a sample can be opened");
    let mut parts = vec![document.main_part.to_string()];
    for (source, kinds) in [
        (&*document.main_part, &["styles", "numbering", "footnotes", "endnotes", "comments"][..]),
        ("", &["core-properties", "custom-properties"][..]),
    ] {
        let relationships = package.relationships(source).expect("sound relationships");
        parts.extend(kinds.iter().filter_map(|kind| relationships.target_of_kind(kind)).map(str::to_owned));
    }
    let headers = document.notes.headers.iter().chain(&document.notes.footers);
    parts.extend(headers.map(|story| story.part.to_string()));
    let folders = parts.iter().map(|part| part.rsplit_once('/').unwrap_or(("", part)));
    let relationships: Vec<String> =
        folders.map(|(folder, file)| format!("{folder}/_rels/{file}.rels")).collect();
    parts.extend(relationships);
    parts.extend(["[Content_Types].xml".to_owned(), "_rels/.rels".to_owned()]);
    parts.iter().map(|part| part.to_lowercase()).collect()
}

/// A report with 400 rows of documents, and the lists, links and tracked changes that go with it.
pub fn large_notation() -> String {
    let mut text = String::from("%list 3 decimal %1. lowerLetter %2)\n# Report\n");
    text += "|!header|Number|Title|Source|Questions|\n";
    for row in 1..=400 {
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "|{{link https://example.org/doc/{row}|Doc {row}}}|{{b|Title}} of contribution {row} on {{tag|matters}} \
             of {{ins Ann|common}} {{del Ben|general}} interest|Member {row} ¶ Another member|Q{}/17, {{sdt|all}}|",
            row % 15 + 1
        );
    }
    for item in 1..=600 {
        let _ = writeln!(
            text,
            "{{num 3.{}}}Item {item} was discussed; see {{field HYPERLINK \"https://example.org/item/{item}\"|the text}} \
             and {{bm item{item}|the summary}}.{{foot|Note {item}.}}",
            item % 2
        );
    }
    text
}
