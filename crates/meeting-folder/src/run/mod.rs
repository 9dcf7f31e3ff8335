//! Reads all files of a folder: on many threads, in bounded memory, from the cache where nothing changed.

mod ordered;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, Read as _};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{PoisonError, RwLock};

use meeting_model::{FileStatus, MeetingFile};

use crate::cache::{Body, Cache, Key, Span};
use crate::store::Text;
use crate::unit::read_hashed;
use crate::workspace::{Manifest, Seen, stamp};
use crate::{FoundFile, ReadOptions, Survey, Unit};

/// Results in the making or waiting, per thread.
const WINDOW: usize = 4;

/// How a folder is read.
pub struct RunOptions<'a> {
    /// How each file is read.
    pub read: ReadOptions<'a>,
    /// Threads.
    pub jobs: usize,
    /// The largest file that is read, in bytes.
    pub largest: u64,
    /// The program and those of its options that change what is read.
    pub maker: &'a str,
    /// Whether the texts are wanted.
    pub texts: bool,
}

/// What became of one file.
pub struct Done<'a> {
    /// What was read; its documents without sections.
    pub unit: &'a Unit,
    /// The texts of its documents, where they are wanted.
    pub texts: &'a [Text],
    /// Whether it was read by a former run.
    pub cached: bool,
}

/// What a folder came to.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The units, in the order of the survey; their documents without sections.
    pub units: Vec<Unit>,
    /// Where the cache has each document, by path.
    pub spans: HashMap<String, Span>,
    /// The files as they were seen.
    pub seen: Vec<Seen>,
    /// What the cache has to keep.
    pub keys: HashSet<Key>,
    /// How many files the cache knew.
    pub cached: usize,
}

/// Why the reading of a folder stopped.
#[derive(Debug, thiserror::Error)]
pub enum Stop<E> {
    /// The cache cannot be written, or a thread not begun.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Who takes the results wants no more.
    #[error("stopped")]
    Asked(E),
}

/// Reads all files of a survey. `take` is called for each in the order of the survey, on one of the threads.
pub fn read_all<E: Send>(
    survey: &Survey,
    before: Option<&Manifest>,
    cache: &mut Cache,
    options: &RunOptions<'_>,
    mut take: impl FnMut(&Done<'_>) -> Result<(), E> + Send,
) -> Result<Gathered, Stop<E>> {
    let mut gathered = Gathered::default();
    let known = before.map(Manifest::by_path).unwrap_or_default();
    let shared = Shared { was_empty: cache.is_empty(), cache: RwLock::new(cache) };
    let read = |piece: usize| {
        let file = &survey.files[piece];
        let hint = before.zip(known.get(file.path.as_str()).copied());
        Outcome::of(file, hint, &shared, options).without_sections(options.texts)
    };
    let end =
        ordered::ordered(survey.files.len(), options.jobs, options.jobs * WINDOW, read, |_, outcome| {
            let cached = matches!(outcome.kept, Kept::Before);
            let result = take(&Done { unit: &outcome.unit, texts: &outcome.texts, cached })
                .map_err(Stop::Asked)
                .and_then(|()| {
                    let mut cache = shared.cache.write().unwrap_or_else(PoisonError::into_inner);
                    gathered.add(outcome, &mut cache).map_err(Stop::Io)
                });
            result.map_or_else(ControlFlow::Break, ControlFlow::Continue)
        })?;
    match end {
        ControlFlow::Continue(()) => Ok(gathered),
        ControlFlow::Break(stop) => Err(stop),
    }
}

/// The cache as all threads see it.
struct Shared<'a> {
    /// Nothing can be found: nobody needs to wait for the cache.
    was_empty: bool,
    cache: RwLock<&'a mut Cache>,
}

impl Shared<'_> {
    fn get(&self, key: &Key) -> Option<(Unit, Body)> {
        self.cache.read().unwrap_or_else(PoisonError::into_inner).get(key)
    }
}

impl Gathered {
    fn add(&mut self, outcome: Outcome, cache: &mut Cache) -> io::Result<()> {
        let Outcome { unit, seen, key, body, kept, .. } = outcome;
        let spans = match (&kept, key) {
            (Kept::Before, Some(key)) => cache.spans(&key, &body),
            // What cannot be kept for good still serves this run.
            (Kept::New, Some(key)) => cache.put(key, &body)?,
            _ => cache.put(Key::new("", &unit.file.file, ""), &body)?,
        };
        self.cached += usize::from(matches!(kept, Kept::Before));
        self.keys.extend(key.filter(|_| !matches!(kept, Kept::Not)));
        self.spans.extend(unit.documents.iter().map(|parsed| parsed.path.clone()).zip(spans));
        self.seen.push(seen);
        // Copied, for what is kept lay scattered among the sections, and would keep their memory from other uses.
        self.units.push(unit.clone());
        Ok(())
    }
}

/// Whether the cache has or gets a result.
enum Kept {
    Before,
    New,
    Not,
}

/// What one thread made of one file.
struct Outcome {
    unit: Unit,
    texts: Vec<Text>,
    seen: Seen,
    key: Option<Key>,
    body: Body,
    kept: Kept,
}

impl Outcome {
    fn of(
        file: &FoundFile,
        hint: Option<(&Manifest, &Seen)>,
        cache: &Shared<'_>,
        options: &RunOptions<'_>,
    ) -> Self {
        let about = file.disk.metadata();
        let mut seen = Seen { path: file.path.clone(), size: file.size, ..Seen::default() };
        if let Some((status, reason)) = &file.refused {
            seen.note = Some(reason.clone());
            return Self::unread(Unit::unread(&file.path, *status, reason.clone()), seen);
        }
        if let Ok(about) = &about {
            (seen.size, seen.stamp) = (about.len(), stamp(about));
        }
        let told = hint.and_then(|(manifest, before)| manifest.content_of(before, seen.size, seen.stamp));
        if let Some(outcome) = told.and_then(|sha256| Self::known(file, &seen, sha256, cache, options)) {
            return outcome;
        }
        match bytes(file, options.largest) {
            Ok(bytes) => {
                let outcome = Self::read(file, seen, &bytes, cache, options);
                reuse(bytes);
                outcome
            }
            Err(error) => {
                let reason = format!("it cannot be read: {}", plainly(&error));
                Self::unread(Unit::unread(&file.path, FileStatus::Corrupt, reason), seen)
            }
        }
    }

    /// What a former run made of the same bytes.
    fn known(
        file: &FoundFile,
        seen: &Seen,
        sha256: &str,
        cache: &Shared<'_>,
        options: &RunOptions<'_>,
    ) -> Option<Self> {
        let key = Key::new(options.maker, &file.path, sha256);
        let (unit, body) = cache.get(&key)?;
        let seen = Seen { sha256: Some(sha256.to_owned()), ..seen.clone() };
        Some(Self { unit, texts: Vec::new(), seen, key: Some(key), body, kept: Kept::Before })
    }

    fn read(
        file: &FoundFile,
        mut seen: Seen,
        bytes: &[u8],
        cache: &Shared<'_>,
        options: &RunOptions<'_>,
    ) -> Self {
        // A file that is written to while it is read is looked at again by the next run.
        let settled = file.disk.metadata().is_ok_and(|about| {
            about.len() == bytes.len() as u64 && about.len() == seen.size && stamp(&about) == seen.stamp
        });
        let sha256 = meeting_parser::sha256(bytes);
        let known = (!cache.was_empty).then(|| Self::known(file, &seen, &sha256, cache, options)).flatten();
        if let Some(mut outcome) = known {
            outcome.seen.sha256.take_if(|_| !settled);
            return outcome;
        }
        let key = Key::new(options.maker, &file.path, &sha256);
        let read = AssertUnwindSafe(|| read_hashed(&file.path, bytes, sha256, &options.read));
        let Ok(unit) = catch_unwind(read) else {
            let reason = "reading it failed: an error of this program, please report it with the file";
            return Self::unread(Unit::unread(&file.path, FileStatus::Corrupt, reason), seen);
        };
        let waits = options.read.convert.is_some() && may_change(&unit.file);
        seen.sha256 = unit.file.sha256.clone().filter(|_| settled && !waits);
        let kept = if waits { Kept::Not } else { Kept::New };
        Self::made(unit, seen, Some(key), kept)
    }

    fn unread(unit: Unit, seen: Seen) -> Self {
        Self::made(unit, seen, None, Kept::Not)
    }

    fn made(unit: Unit, seen: Seen, key: Option<Key>, kept: Kept) -> Self {
        match Body::of(&unit) {
            Ok(body) => Self { unit, texts: Vec::new(), seen, key, body, kept },
            Err(error) => {
                let reason = format!("its data cannot be written: {error}");
                let unit = Unit::unread(&unit.file.file, FileStatus::Corrupt, reason);
                let (texts, body) = (Vec::new(), Body::default());
                Self { unit, texts, seen, key: None, body, kept: Kept::Not }
            }
        }
    }

    /// Sections, most of a document, go where they were made; their texts stay where they are wanted.
    fn without_sections(mut self, texts: bool) -> Self {
        if texts {
            self.texts = self.unit.documents.iter().map(|parsed| Text::of(&parsed.document)).collect();
        }
        for parsed in &mut self.unit.documents {
            parsed.document.sections = Vec::new();
        }
        self
    }
}

/// Whether another run may make more of the same bytes: a converter that was busy may have time then.
fn may_change(file: &MeetingFile) -> bool {
    let waits = file.status == FileStatus::Document && file.reason.is_some();
    waits || file.holds.iter().any(may_change)
}

/// Room that is kept for the bytes of the next file, in bytes, at most.
const KEPT: usize = 1 << 20;

thread_local! {
    /// Room for the bytes of a file, which was used before.
    static ROOM: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Takes back the bytes of a file that are not needed any more.
fn reuse(mut bytes: Vec<u8>) {
    if bytes.capacity() <= KEPT {
        bytes.clear();
        ROOM.set(bytes);
    }
}

/// The bytes of a file, up to a limit.
fn bytes(file: &FoundFile, largest: u64) -> io::Result<Vec<u8>> {
    let mut bytes = ROOM.take();
    bytes.reserve(file.size.min(largest) as usize);
    File::open(&file.disk)?.take(largest + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > largest {
        return Err(io::Error::new(
            io::ErrorKind::FileTooLarge,
            format!("it is larger than {} MiB", largest >> 20),
        ));
    }
    Ok(bytes)
}

/// Whether nothing changed since a run: neither the files of the folder nor the results.
pub fn is_unchanged(survey: &Survey, before: &Manifest, largest: u64) -> bool {
    survey.files.len() == before.files.len()
        && survey.files.iter().zip(&before.files).all(|(file, seen)| is_same(file, seen, before, largest))
}

fn is_same(file: &FoundFile, seen: &Seen, before: &Manifest, largest: u64) -> bool {
    if file.path != seen.path || file.refused.as_ref().map(|(_, reason)| reason) != seen.note.as_ref() {
        return false;
    }
    let Some(sha256) = &seen.sha256 else { return file.refused.is_some() };
    let Ok(about) = file.disk.metadata() else { return false };
    before.content_of(seen, about.len(), stamp(&about)).is_some()
        || (about.len() == seen.size
            && bytes(file, largest).is_ok_and(|bytes| meeting_parser::sha256(&bytes) == *sha256))
}

/// The system's words, without its number.
fn plainly(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or_else(|| text.clone(), |(words, _)| words.to_lowercase())
}
