//! One file of the disk, read: what it is, the documents and indexes in it, and all that an archive holds.

mod archive;
mod format;
mod names;
mod same_text;
#[cfg(test)]
mod tests;

use meeting_model::{Document, FileStatus, MeetingFile};
use meeting_parser::{Limits, ReadError};
use serde::{Deserialize, Serialize};

use crate::index::Index;
pub use archive::ArchiveLimits;
use archive::Budget;
pub(crate) use names::last;

/// Turns a legacy Word file (.doc) into a .docx: the program's business, for it takes another program.
pub trait Convert: Sync {
    /// The bytes of a .docx, or why there are none.
    fn convert(&self, bytes: &[u8]) -> Result<Vec<u8>, String>;
}

/// How files are read.
#[derive(Clone, Default)]
pub struct ReadOptions<'a> {
    /// What a Word file may cost.
    pub limits: Limits,
    /// What an archive may cost.
    pub archives: ArchiveLimits,
    /// What converts legacy Word files; without it they are listed.
    pub convert: Option<&'a dyn Convert>,
}

/// A document that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parsed {
    /// The path of its file; behind the path of an archive stands the name in it: `TD.zip/TD-0104.docx`.
    pub path: String,
    /// The document. Its sections serve no step that comes later.
    pub document: Document,
    /// A fingerprint of its body's words, the same for documents of the same text.
    pub text: Option<String>,
}

/// What one file of the disk came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The file, with what it holds.
    pub file: MeetingFile,
    /// The documents in it.
    pub documents: Vec<Parsed>,
    /// The indexes in it.
    pub indexes: Vec<Index>,
}

impl Unit {
    /// A file of which no byte can be read, or none should be.
    pub fn unread(path: &str, status: FileStatus, reason: impl Into<String>) -> Self {
        Self { file: with_reason(path, status, reason.into()), ..Self::default() }
    }
}

/// Reads one file. `path` is what the record calls it; its last name may carry the document's number.
pub fn read_unit(path: &str, bytes: &[u8], options: &ReadOptions<'_>) -> Unit {
    read_hashed(path, bytes, meeting_parser::sha256(bytes), options)
}

/// The same for bytes that have been hashed already.
pub(crate) fn read_hashed(path: &str, bytes: &[u8], sha256: String, options: &ReadOptions<'_>) -> Unit {
    let mut reader = Reader { options, budget: Budget::new(&options.archives), unit: Unit::default() };
    let file = reader.file(path, path, &Content { bytes, sha256 });
    Unit { file, ..reader.unit }
}

/// What stands in a file. Bytes are hashed once.
struct Content<'a> {
    bytes: &'a [u8],
    sha256: String,
}

/// What is gathered while a file and all that is in it is read.
struct Reader<'a> {
    options: &'a ReadOptions<'a>,
    budget: Budget,
    unit: Unit,
}

impl Reader<'_> {
    /// A file of the disk or of an archive; `name` is its path within the nearest of them.
    fn file(&mut self, path: &str, name: &str, content: &Content<'_>) -> MeetingFile {
        let mut file = self.content(path, content);
        file.file = name.to_owned();
        file.sha256 = Some(content.sha256.clone());
        file
    }

    fn content(&mut self, path: &str, content: &Content<'_>) -> MeetingFile {
        let bytes = content.bytes;
        if let Some(status) = names::status_of(path) {
            return listed(path, status);
        }
        if bytes.is_empty() {
            return with_reason(path, FileStatus::Empty, "the file is empty".to_owned());
        }
        if Index::is_one(bytes) {
            return self.index(path, bytes);
        }
        if format::is_archive(path, bytes) {
            return self.archive(path, bytes);
        }
        if names::is_text(path) && format::is_text(bytes) {
            return listed(path, FileStatus::Text);
        }
        self.word(path, content)
    }

    fn index(&mut self, path: &str, bytes: &[u8]) -> MeetingFile {
        match Index::read(path, bytes) {
            Ok(index) => {
                self.unit.indexes.push(index);
                listed(path, FileStatus::Index)
            }
            Err(error) => with_reason(path, FileStatus::Corrupt, error.to_string()),
        }
    }

    /// What should be a Word file; everything that nothing else has claimed is tried, for a name may lie.
    fn word(&mut self, path: &str, content: &Content<'_>) -> MeetingFile {
        match meeting_parser::parse_hashed(content.bytes, &content.sha256, last(path), &self.options.limits) {
            Ok(document) => self.take(path, document),
            Err(ReadError::LegacyWord) => self.legacy(path, content),
            Err(error) => with_reason(path, format::status_of(path, &error), format::reason(&error)),
        }
    }

    /// A legacy Word file is a document of the meeting even where its text cannot be read.
    fn legacy(&mut self, path: &str, content: &Content<'_>) -> MeetingFile {
        let Some(convert) = self.options.convert else {
            let reason = "it is a legacy Word file (.doc), not read: run again with --convert-doc, or save it as .docx";
            return with_reason(path, FileStatus::Document, reason.to_owned());
        };
        let converted = convert.convert(content.bytes).and_then(|docx| {
            let parsed =
                meeting_parser::parse_hashed(&docx, &content.sha256, last(path), &self.options.limits);
            parsed.map_err(|error| error.to_string())
        });
        match converted {
            Ok(mut document) => {
                document.file.size = content.bytes.len() as u64;
                self.take(path, document)
            }
            Err(why) => {
                let reason = format!("it is a legacy Word file (.doc) that could not be converted: {why}");
                with_reason(path, FileStatus::Document, reason)
            }
        }
    }

    fn take(&mut self, path: &str, document: Document) -> MeetingFile {
        let text = same_text::fingerprint(&document);
        self.unit.documents.push(Parsed { path: path.to_owned(), document, text });
        listed(path, FileStatus::Document)
    }
}

fn listed(path: &str, status: FileStatus) -> MeetingFile {
    MeetingFile { file: path.to_owned(), status, ..MeetingFile::default() }
}

fn with_reason(path: &str, status: FileStatus, reason: String) -> MeetingFile {
    MeetingFile { reason: Some(reason), ..listed(path, status) }
}
