//! What can keep a file from being read at all. Everything milder is an [`Oddity`](crate::Oddity).

use thiserror::Error;

/// Names of what is no format.
pub(crate) const UNKNOWN: &[&str] = &["a file of an unknown format", "a file of zero bytes only"];

/// Why a file could not be read as a Word document. Each message is one line that says what is wrong;
/// [`ReadError::hint`] says what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// There is not one byte in it.
    #[error("the file is empty")]
    Empty,
    /// An OLE compound file that holds an encrypted package (MS-OFFCRYPTO 1.3).
    #[error("the file is encrypted with a password")]
    Encrypted,
    /// The binary format of Word 97 to 2003 (MS-DOC).
    #[error("this is a legacy Word file (.doc), not a .docx")]
    LegacyWord,
    /// The bytes are those of another format.
    #[error("this is {0}, not a Word file")]
    OtherFormat(&'static str),
    /// The zip directory or an entry cannot be read: the file was cut off or damaged.
    #[error("the zip package is damaged or cut off: {0}")]
    DamagedPackage(String),
    /// A limit of [`Limits`](crate::Limits) was met.
    #[error("the package is larger than allowed: {0}")]
    TooLarge(String),
    /// A part that no Word document is without.
    #[error("the package has no part {0}")]
    MissingPart(String),
    /// A sound Office package of another kind, such as a spreadsheet.
    #[error("the package holds {0}, not a Word document")]
    OtherPackage(String),
    /// The XML of the main part ends early or does not nest.
    #[error("{part} is not well-formed XML: {detail} (at byte {offset})")]
    Malformed {
        /// Name of the part in the package.
        part: String,
        /// Byte at which reading stopped, in the part's text as UTF-8.
        offset: u64,
        /// What the XML reader says.
        detail: String,
    },
    /// A document type definition: Office Open XML forbids it (ECMA-376 part 2, 8.3.2), attackers use it.
    #[error("{0} declares a document type, which no Word file does")]
    DocumentType(String),
    /// Text that is neither UTF-8 nor UTF-16.
    #[error("{0} is written in an encoding that Word does not use")]
    Encoding(String),
}

impl ReadError {
    /// Whether the bytes are of no format that is known at all, so that the file may be a damaged one of any.
    pub fn is_unknown_format(&self) -> bool {
        matches!(self, Self::OtherFormat(what) if UNKNOWN.contains(what))
    }

    /// What a person can do about it, as one sentence.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Empty => "Download or copy the file again.",
            Self::Encrypted => "Open it in Word with its password and save it without one.",
            Self::LegacyWord => "Open it in Word or LibreOffice and save it as .docx.",
            Self::OtherFormat(_) | Self::OtherPackage(_) => "Give a .docx, .docm, .dotx or .dotm file.",
            Self::DamagedPackage(_) | Self::MissingPart(_) | Self::Malformed { .. } => {
                "Download it again, or let Word repair it (Open and Repair) and save it."
            }
            Self::TooLarge(_) => "If you trust the file, raise the limits.",
            Self::DocumentType(_) | Self::Encoding(_) => "Open it in Word and save it again as .docx.",
        }
    }
}
