//! The files of a folder.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DocumentNumber, Kind, Language};

named! {
    /// What became of a file.
    #[derive(Default)]
    pub enum FileStatus {
        Document = "document",
        Archive = "archive",
        Duplicate = "duplicate",
        Corrupt = "corrupt",
        Encrypted = "encrypted",
        Empty = "empty",
        #[default]
        OtherFormat = "other_format",
        Index = "index",
        Text = "text",
        Lock = "lock",
        System = "system",
    }
}

named! {
    /// Where the number of a file comes from: its name as the ITU servers give it, the cover of the document in it,
    /// the name of the archive around it.
    pub enum NumberedBy {
        FileName = "file_name",
        Cover = "cover",
        Archive = "archive",
    }
}

/// A file met in the folder, or within an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MeetingFile {
    /// Its path, relative to the folder or the archive, with `/` between names.
    pub file: String,
    /// What became of it.
    pub status: FileStatus,
    /// The document it holds, with its group.
    pub number: Option<DocumentNumber>,
    /// Where that number comes from.
    pub numbered_by: Option<NumberedBy>,
    /// The number on the cover, with its group; it may differ.
    pub cover_number: Option<DocumentNumber>,
    /// The language edition.
    pub language: Option<Language>,
    /// What the document is.
    pub kind: Option<Kind>,
    /// The document's title.
    pub title: Option<String>,
    /// The SHA-256 of its bytes, in lower-case hexadecimal digits.
    pub sha256: Option<String>,
    /// The file whose bytes a duplicate repeats.
    pub same_as: Option<String>,
    /// What an archive holds.
    pub holds: Vec<MeetingFile>,
    /// Why it was not read.
    pub reason: Option<String>,
}
