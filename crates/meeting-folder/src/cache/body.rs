//! A unit as lines of JSON: first the unit without its documents, then the documents.

use meeting_model::MeetingFile;
use serde::{Deserialize, Serialize};

use crate::{Index, Parsed, Unit};

/// A piece of the cache's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub(super) offset: u64,
    pub(super) length: u64,
}

/// Bytes of most units.
const USUAL: usize = 32 << 10;

/// A unit ready to be kept.
#[derive(Clone, Debug, Default)]
pub struct Body {
    bytes: Vec<u8>,
    /// Begin and length of each document within the bytes.
    documents: Vec<(usize, usize)>,
}

/// The first line.
#[derive(Serialize, Deserialize)]
struct Head<'a> {
    file: std::borrow::Cow<'a, MeetingFile>,
    indexes: std::borrow::Cow<'a, [Index]>,
    documents: Vec<About>,
}

/// What is known of a document beside itself.
#[derive(Serialize, Deserialize)]
struct About {
    path: String,
    text: Option<String>,
}

impl Body {
    /// The lines of a unit.
    pub fn of(unit: &Unit) -> serde_json::Result<Self> {
        let about = |parsed: &Parsed| About { path: parsed.path.clone(), text: parsed.text.clone() };
        let head = Head {
            file: std::borrow::Cow::Borrowed(&unit.file),
            indexes: unit.indexes.as_slice().into(),
            documents: unit.documents.iter().map(about).collect(),
        };
        let mut bytes = Vec::with_capacity(USUAL);
        serde_json::to_writer(&mut bytes, &head)?;
        let mut documents = Vec::with_capacity(unit.documents.len());
        for parsed in &unit.documents {
            bytes.push(b'\n');
            let begin = bytes.len();
            serde_json::to_writer(&mut bytes, &parsed.document)?;
            documents.push((begin, bytes.len() - begin));
        }
        Ok(Self { bytes, documents })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The places of the documents where the body begins there.
    pub(super) fn spans_from(&self, offset: u64) -> Vec<Span> {
        let span =
            |&(begin, length): &(usize, usize)| Span { offset: offset + begin as u64, length: length as u64 };
        self.documents.iter().map(span).collect()
    }
}

/// Reads a unit back; nothing where the lines are not what they should be.
pub(super) fn read(bytes: Vec<u8>) -> Option<(Unit, Body)> {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let head: Head<'_> = serde_json::from_slice(lines.next()?).ok()?;
    let mut begin = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len()) + 1;
    let (mut documents, mut places) = (Vec::new(), Vec::new());
    for about in head.documents {
        let line = lines.next()?;
        let document = serde_json::from_slice(line).ok()?;
        documents.push(Parsed { path: about.path, document, text: about.text });
        places.push((begin, line.len()));
        begin += line.len() + 1;
    }
    let unit = Unit { file: head.file.into_owned(), documents, indexes: head.indexes.into_owned() };
    let end = lines.next().is_none();
    end.then_some((unit, Body { bytes, documents: places }))
}
