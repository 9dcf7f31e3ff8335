//! What a run saw and wrote, so that the next can tell whether anything changed.

use std::collections::HashMap;
use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A file written so shortly before a run may have been written again in it, without a trace in its time: as `git`
/// does, its bytes are looked at.
const RACY: i128 = 2_000_000_000;

/// What a run saw and wrote.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Manifest {
    /// The program and its options.
    pub maker: String,
    /// When the run began to look, in nanoseconds since 1970.
    pub taken: i128,
    /// The files of the folder.
    pub files: Vec<Seen>,
    /// The results.
    pub outputs: Vec<Seen>,
    /// What the program had to say at the end.
    pub closing: serde_json::Value,
}

/// A file as it was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seen {
    /// Its path.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it was last written, and last changed in any way where the system tells, in nanoseconds since 1970.
    pub stamp: (i128, i128),
    /// Its content; none where it was not read, or changed while it was.
    pub sha256: Option<String>,
    /// Why it was not opened.
    pub note: Option<String>,
}

impl Manifest {
    /// The files by path.
    pub fn by_path(&self) -> HashMap<&str, &Seen> {
        self.files.iter().map(|seen| (seen.path.as_str(), seen)).collect()
    }

    /// The content of a file, told by its size and times alone: nothing where these cannot be trusted.
    pub fn content_of<'a>(&self, before: &'a Seen, size: u64, stamp: (i128, i128)) -> Option<&'a str> {
        let same = before.size == size && before.stamp == stamp;
        let settled = stamp.0.max(stamp.1) + RACY < self.taken;
        before.sha256.as_deref().filter(|_| same && settled)
    }
}

/// Now, in nanoseconds since 1970.
pub fn now() -> i128 {
    since_epoch(SystemTime::now())
}

fn since_epoch(time: SystemTime) -> i128 {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => after.as_nanos() as i128,
        Err(error) => -(error.duration().as_nanos() as i128),
    }
}

/// The times of a file.
pub fn stamp(about: &Metadata) -> (i128, i128) {
    let written = about.modified().map_or(0, since_epoch);
    #[cfg(unix)]
    let changed = {
        use std::os::unix::fs::MetadataExt as _;
        i128::from(about.ctime()) * 1_000_000_000 + i128::from(about.ctime_nsec())
    };
    #[cfg(not(unix))]
    let changed = written;
    (written, changed)
}
