//! Why a database cannot be used.

use thiserror::Error;

/// Why a database cannot be written or asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("there is no database")]
    Absent,
    /// Another program's database, or no database at all.
    #[error("this is no database of meetings")]
    NotOurs,
    /// Written by another version of the program.
    #[error("the database has version {found}, and this program reads version {expected}")]
    Version {
        /// The version of the file.
        found: i32,
        /// The version that this program reads.
        expected: i32,
    },
    /// What was asked for holds no word to look for.
    #[error("there is no word to look for")]
    NoWords,
    /// There is no room for it.
    #[error("the disk is full")]
    Full,
    /// What SQLite says.
    #[error("the database cannot be used: {0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::Full,
            _ => Self::Sqlite(error),
        }
    }
}

impl StoreError {
    /// What to do about it.
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Absent => "Make it with `rapporteur batch FOLDER -o OUT`.",
            Self::NotOurs => "Name the folder that `rapporteur batch` wrote to.",
            Self::NoWords => "Give at least one letter or digit.",
            Self::Full => "Make room and run again.",
            Self::Version { .. } | Self::Sqlite(_) => "Make it again with `rapporteur batch FOLDER -o OUT`.",
        }
    }
}
