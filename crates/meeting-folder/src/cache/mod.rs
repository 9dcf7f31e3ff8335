//! What was read before: one file to which the results of every file are added as they come.
//!
//! A record is a head (magic, key, length, checksum) and a body of lines: the unit without its documents, then one
//! document per line, as `documents.jsonl` will hold it. A run that is killed leaves at most one record cut off, which the
//! next run takes away; one whose checksum is wrong counts as absent. Keys are made of the version of the program, the
//! options, the path and the bytes of a file: nothing is ever changed in place.

mod body;
mod key;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::Unit;

pub use body::{Body, Span};
pub use key::Key;

const MAGIC: [u8; 8] = *b"rapport1";
const HEAD: usize = 8 + 32 + 8 + 4;

/// Where the body of a record stands.
#[derive(Clone, Copy, Debug)]
struct Entry {
    offset: u64,
    length: u64,
    checksum: u32,
}

/// The results of former runs and of this one.
#[derive(Debug)]
pub struct Cache {
    path: PathBuf,
    file: File,
    end: u64,
    entries: HashMap<Key, Entry>,
}

impl Cache {
    /// Opens the file, or begins it; what is damaged at its end is cut off.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        let (entries, end) = scan(&file)?;
        // A file that was cut off is written to the disk when it is closed, which takes its time: one that is whole is not cut.
        if file.metadata()?.len() > end {
            file.set_len(end)?;
        }
        Ok(Self { path: path.to_owned(), file, end, entries })
    }

    /// Whether nothing is kept yet.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What was read under a key, with its body; nothing where the record is damaged.
    pub fn get(&self, key: &Key) -> Option<(Unit, Body)> {
        let entry = self.entries.get(key)?;
        let mut bytes = vec![0; usize::try_from(entry.length).ok()?];
        read_at(&self.file, entry.offset, &mut bytes).ok()?;
        if crc32fast::hash(&bytes) != entry.checksum {
            return None;
        }
        body::read(bytes)
    }

    /// Adds what was read; gives where its documents stand.
    pub fn put(&mut self, key: Key, body: &Body) -> io::Result<Vec<Span>> {
        let bytes = body.bytes();
        let entry = Entry {
            offset: self.end + HEAD as u64,
            length: bytes.len() as u64,
            checksum: crc32fast::hash(bytes),
        };
        self.file.seek(SeekFrom::Start(self.end))?;
        self.file.write_all(&head(&key, &entry))?;
        self.file.write_all(bytes)?;
        self.end = entry.offset + entry.length;
        self.entries.insert(key, entry);
        Ok(body.spans_from(entry.offset))
    }

    /// Where the documents of a record stand that is there already.
    pub fn spans(&self, key: &Key, body: &Body) -> Vec<Span> {
        self.entries.get(key).map(|entry| body.spans_from(entry.offset)).unwrap_or_default()
    }

    /// Copies documents, one per line.
    pub fn copy(&self, spans: impl IntoIterator<Item = Span>, out: &mut impl Write) -> io::Result<()> {
        // The system copies from file to file too, but pieces as short as these more slowly.
        let mut line = Vec::new();
        for span in spans {
            line.resize(usize::try_from(span.length).map_err(io::Error::other)?, 0);
            read_at(&self.file, span.offset, &mut line)?;
            line.push(b'\n');
            out.write_all(&line)?;
        }
        Ok(())
    }

    /// Keeps what the folder still holds. The file is made anew where more than a quarter of it is of no more use.
    pub fn prune(self, keep: &HashSet<Key>) -> io::Result<()> {
        let size_of = |entry: &Entry| HEAD as u64 + entry.length;
        let kept: u64 =
            self.entries.iter().filter(|(key, _)| keep.contains(key)).map(|(_, entry)| size_of(entry)).sum();
        if self.end - kept <= self.end / 4 {
            return Ok(());
        }
        let mut entries: Vec<_> = self.entries.iter().filter(|(key, _)| keep.contains(key)).collect();
        entries.sort_by_key(|(_, entry)| entry.offset);
        let new = self.path.with_extension("new");
        let mut out = File::create(&new)?;
        for (key, entry) in entries {
            out.write_all(&head(key, entry))?;
            (&self.file).seek(SeekFrom::Start(entry.offset))?;
            io::copy(&mut (&self.file).take(entry.length), &mut out)?;
        }
        drop(self.file);
        std::fs::rename(new, self.path)
    }
}

/// The records of a file, and where the last sound one ends.
fn scan(file: &File) -> io::Result<(HashMap<Key, Entry>, u64)> {
    let length = file.metadata()?.len();
    let mut reader = BufReader::new(file);
    let (mut entries, mut end) = (HashMap::new(), 0);
    let mut bytes = [0; HEAD];
    while length - end >= HEAD as u64 {
        let here = reader.stream_position()?;
        reader.seek_relative((end - here) as i64)?;
        reader.read_exact(&mut bytes)?;
        let Some((key, entry)) = record(&bytes, end + HEAD as u64) else { break };
        let Some(next) = entry.offset.checked_add(entry.length).filter(|next| *next <= length) else { break };
        entries.insert(key, entry);
        end = next;
    }
    Ok((entries, end))
}

fn record(head: &[u8; HEAD], offset: u64) -> Option<(Key, Entry)> {
    let (magic, rest) = head.split_first_chunk::<8>()?;
    let (key, rest) = rest.split_first_chunk::<32>()?;
    let (length, rest) = rest.split_first_chunk::<8>()?;
    let (checksum, _) = rest.split_first_chunk::<4>()?;
    let entry =
        Entry { offset, length: u64::from_le_bytes(*length), checksum: u32::from_le_bytes(*checksum) };
    (*magic == MAGIC).then_some((Key::of_bytes(*key), entry))
}

fn head(key: &Key, entry: &Entry) -> Vec<u8> {
    [&MAGIC[..], key.bytes(), &entry.length.to_le_bytes(), &entry.checksum.to_le_bytes()].concat()
}

/// Several threads read at once: each through a handle of its own position.
fn read_at(file: &File, offset: u64, bytes: &mut [u8]) -> io::Result<()> {
    #[cfg(unix)]
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)?;
    #[cfg(windows)]
    {
        let mut done = 0;
        while done < bytes.len() {
            match std::os::windows::fs::FileExt::seek_read(file, &mut bytes[done..], offset + done as u64)? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                read => done += read,
            }
        }
    }
    Ok(())
}
