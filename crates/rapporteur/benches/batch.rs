//! What `batch` costs for a whole folder, against the floor: to read, inflate and tokenise the same parts of the same
//! files on the same cores, and do nothing with them.
//!
//! `cargo bench -p rapporteur --bench batch -- 100 1000 2000` makes folders of so many documents, and prints a table:
//! times and CPU times (the least of seven runs of each, by turns, for other work on the machine only adds to them; of one
//! run for more than 2,000 documents), the program's peak memory (the high water mark that Linux keeps), and how long a
//! second run takes that has nothing to do.
#![allow(clippy::cast_precision_loss, reason = "sizes and counts are shown with few digits")]

use std::io::{Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use quick_xml::Reader;
use quick_xml::events::Event;
use tempfile::TempDir;
use zip::ZipArchive;

/// Beyond so many documents one run has to do.
const MANY: usize = 2_000;

/// Runs of fewer.
const RUNS: usize = 7;

/// What was measured.
#[derive(Clone, Copy, Default)]
struct Cost {
    time: Duration,
    /// Time on all cores together.
    cpu: Duration,
    /// In bytes.
    memory: u64,
}

fn main() {
    let mut sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![100, 1_000, 2_000];
    }
    println!("{} cores", cores());
    println!(
        "{:>9} {:>6} {:>8} {:>8} {:>6} {:>9} {:>9} {:>6} {:>8} {:>8} {:>9} {:>8}",
        "documents",
        "MB",
        "floor s",
        "batch s",
        "÷",
        "floor CPU",
        "batch CPU",
        "÷",
        "files/s",
        "peak MB",
        "second s",
        "first ÷",
    );
    sizes.into_iter().for_each(measure);
}

fn measure(documents: usize) {
    let work = TempDir::new().expect("the system has a folder for temporary files");
    let folder = work.path().join("in");
    rapporteur_tests::folder::write(&folder, documents).expect("there is room for the folder");
    let files = files_under(&folder);
    let size: u64 = files.iter().map(|file| file.metadata().map_or(0, |about| about.len())).sum();
    // Once for the system, which keeps the files in memory from then on.
    floor(&files);
    let runs = if documents > MANY { 1 } else { RUNS };
    let (mut floors, mut firsts) = (Vec::new(), Vec::new());
    let out = work.path().join("out");
    for _ in 0..runs {
        let _ = std::fs::remove_dir_all(&out);
        floors.push(floor(&files));
        firsts.push(batch(&folder, &out));
    }
    // Times of files that are two seconds old are trusted.
    std::thread::sleep(Duration::from_millis(2_500));
    let _ = batch(&folder, &out);
    let seconds: Vec<Cost> = (0..RUNS).map(|_| batch(&folder, &out)).collect();
    row(documents, size, least(&floors), least(&firsts), least(&seconds));
}

fn row(documents: usize, size: u64, floor: Cost, first: Cost, second: Cost) {
    let ratio = |one: Duration, other: Duration| one.as_secs_f64() / other.as_secs_f64();
    println!(
        "{documents:>9} {:>6.0} {:>8.2} {:>8.2} {:>6.2} {:>9.2} {:>9.2} {:>6.2} {:>8.0} {:>8.0} {:>9.3} {:>8.0}",
        size as f64 / 1e6,
        floor.time.as_secs_f64(),
        first.time.as_secs_f64(),
        ratio(first.time, floor.time),
        floor.cpu.as_secs_f64(),
        first.cpu.as_secs_f64(),
        ratio(first.cpu, floor.cpu),
        documents as f64 / first.time.as_secs_f64(),
        first.memory as f64 / 1e6,
        second.time.as_secs_f64(),
        ratio(first.time, second.time),
    );
}

/// The least time and CPU time, and the highest memory.
fn least(costs: &[Cost]) -> Cost {
    Cost {
        time: costs.iter().map(|cost| cost.time).min().unwrap_or_default(),
        cpu: costs.iter().map(|cost| cost.cpu).min().unwrap_or_default(),
        memory: costs.iter().map(|cost| cost.memory).max().unwrap_or_default(),
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, Into::into)
}

/// Runs the program over a folder.
fn batch(folder: &Path, out: &Path) -> Cost {
    let (begin, before) = (Instant::now(), cpu_of_children());
    let mut child = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .arg("batch")
        .args([folder, Path::new("-o"), out])
        .stderr(Stdio::null())
        .spawn()
        .expect("the program can be run");
    let mut memory = 0;
    let status = loop {
        memory = memory.max(peak_memory(child.id()));
        match child.try_wait().expect("the program is a child of this one") {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(1)),
        }
    };
    assert!(status.success(), "{status}");
    Cost { time: begin.elapsed(), cpu: cpu_of_children().saturating_sub(before), memory }
}

/// Reads, inflates and tokenises the parts of all files that the reader looks into.
fn floor(files: &[PathBuf]) -> Cost {
    let (begin, before) = (Instant::now(), cpu_of_this());
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..cores() {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    tokenise(&std::fs::read(file).expect("the file is there"));
                }
            });
        }
    });
    Cost { time: begin.elapsed(), cpu: cpu_of_this().saturating_sub(before), memory: 0 }
}

/// The parts of a Word file, or the Word files of an archive.
fn tokenise(bytes: &[u8]) -> usize {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    let mut events = 0;
    for entry in 0..archive.len() {
        let name =
            archive.name_for_index(entry).expect("it is there").expect("its name is text").into_owned();
        if Path::new(&name).extension().is_some_and(|extension| extension == "docx") {
            events += tokenise(&inflated(&mut archive, entry));
        } else if is_read(&name) {
            let bytes = inflated(&mut archive, entry);
            let mut reader = Reader::from_reader(&*bytes);
            while !matches!(reader.read_event().expect("well-formed XML"), Event::Eof) {
                events += 1;
            }
        }
    }
    std::hint::black_box(events)
}

fn inflated<R: Read + Seek>(archive: &mut ZipArchive<R>, entry: usize) -> Vec<u8> {
    let mut file = archive.by_index(entry).expect("a sound archive");
    let mut bytes = Vec::with_capacity(file.size() as usize);
    file.read_to_end(&mut bytes).expect("a sound archive");
    bytes
}

/// Whether reading a document looks into a part: the text and what it needs, and not pictures, themes and settings.
fn is_read(part: &str) -> bool {
    const STORIES: [&str; 8] =
        ["document", "styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer"];
    let story = part.strip_prefix("word/").or_else(|| part.strip_prefix("word/_rels/"));
    let is_story = story.is_some_and(|name| STORIES.iter().any(|story| name.starts_with(story)));
    is_story
        || matches!(part, "[Content_Types].xml" | "_rels/.rels" | "docProps/core.xml" | "docProps/custom.xml")
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder)
        .expect("the folder was made")
        .map(|entry| entry.expect("it is there").path());
    let mut paths: Vec<PathBuf> =
        entries.flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect();
    paths.sort();
    paths
}

/// `VmHWM` of a process, in bytes; nothing where the system does not tell.
fn peak_memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().map_or(0, |kilobytes| kilobytes * 1024)
}

fn cpu_of_this() -> Duration {
    cpu(11)
}

fn cpu_of_children() -> Duration {
    cpu(13)
}

/// The sum of two fields of `/proc/self/stat` behind the name, in hundredths of a second: user's and system's time.
fn cpu(field: usize) -> Duration {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks = fields.split_whitespace().skip(field).take(2).filter_map(|ticks| ticks.parse::<u64>().ok());
    Duration::from_millis(ticks.sum::<u64>() * 10)
}
