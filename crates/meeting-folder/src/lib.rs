//! A meeting's folder as one consistent record.
//!
//! Three steps, of which the first alone touches the disk: [`survey()`] walks a folder and lists what lies in it;
//! [`read_unit`] takes the bytes of one file, an archive with all that is in it included, and gives what was read;
//! [`record()`] puts the units of a whole folder together. The second step is a pure function of the bytes, so that
//! its results can be made in any order, on many cores, and kept.

pub mod cache;
mod index;
mod record;
pub mod run;
pub mod store;
mod survey;
mod unit;
pub mod workspace;

pub use index::{Index, IndexEntry, IndexError};
pub use record::record;
pub use survey::{FolderError, FoundFile, Survey, SurveyOptions, survey};
pub use unit::{ArchiveLimits, Convert, Parsed, ReadOptions, Unit, read_unit};
