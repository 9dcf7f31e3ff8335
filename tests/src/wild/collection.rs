//! Many files, each read by a process of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What the reading of one file may cost.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Time on the processor, in whole seconds.
    pub time: Duration,
    /// Memory that is mapped, in bytes.
    pub memory: u64,
}

/// A process that waits is ended after so many times the time that it may compute: other work on the machine is no fault of it.
const PATIENCE: u32 = 20;

/// What a reading cost.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading {
    /// By the clock.
    pub time: Duration,
    /// On the processor.
    pub cpu: Duration,
    /// The most memory at a time, in bytes.
    pub memory: u64,
}

/// How the reading of a file ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// With a document that has every visible word.
    Read,
    /// With a message.
    Refused(String),
    /// With a document that lacks words.
    Lost(Vec<String>),
    /// With a panic.
    Panicked(String),
    /// Not in time.
    Slow,
    /// Not in the memory that it had.
    Big,
    /// In another way.
    Died(String),
}

impl Outcome {
    /// Whether it is one that a reader of strangers' files may have.
    pub fn is_fair(&self) -> bool {
        matches!(self, Self::Read | Self::Refused(_))
    }
}

/// What was found out about a file.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The file.
    pub file: PathBuf,
    /// How it ended.
    pub outcome: Outcome,
    /// What it cost; nothing where it did not end by itself.
    pub reading: Reading,
}

/// Reads all files on all cores, each by `program FILE`, which calls [`super::read_within`]. `progress` is told how many of them
/// are done, and what was found.
///
/// # Panics
/// Where `program` cannot be run.
pub fn read_all(
    files: &[PathBuf],
    bounds: Bounds,
    program: &(dyn Fn(&Path) -> Command + Sync),
    progress: &(dyn Fn(usize, &Finding) + Sync),
) -> Vec<Finding> {
    let next = AtomicUsize::new(0);
    let findings = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let finding = read(file, program(file), bounds);
                    let mut findings = findings.lock().expect("no thread panics");
                    progress(findings.len() + 1, &finding);
                    findings.push(finding);
                }
            });
        }
    });
    let mut findings = findings.into_inner().expect("no thread panics");
    findings.sort_by(|one, other| one.file.cmp(&other.file));
    findings
}

fn read(file: &Path, mut program: Command, bounds: Bounds) -> Finding {
    let mut child = program
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be run");
    let (mut stdout, mut stderr) = (child.stdout.take(), child.stderr.take());
    let start = Instant::now();
    let texts = std::thread::scope(|scope| {
        let messages = scope.spawn(|| text(stderr.as_mut()));
        let result = scope.spawn(|| text(stdout.as_mut()));
        // The pipes are closed when the process has ended.
        while !(messages.is_finished() && result.is_finished()) {
            if start.elapsed() > bounds.time * PATIENCE {
                let _ = child.kill();
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        (result.join().unwrap_or_default(), messages.join().unwrap_or_default())
    });
    let status = child.wait().expect("the program was run");
    let (outcome, reading) = judge(status, &texts.0, &texts.1);
    Finding { file: file.to_owned(), outcome, reading }
}

fn text(pipe: Option<&mut impl std::io::Read>) -> String {
    let mut bytes = Vec::new();
    if let Some(pipe) = pipe {
        let _ = pipe.read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn judge(status: ExitStatus, stdout: &str, stderr: &str) -> (Outcome, Reading) {
    if let Some(result) = serde_json::from_str(stdout).ok().filter(|_| status.success()) {
        return told(&result);
    }
    let message = stderr.lines().take(2).collect::<Vec<_>>().join(" ");
    let outcome = if stderr.contains("panicked at") {
        Outcome::Panicked(message)
    } else if stderr.contains("memory allocation of") {
        Outcome::Big
    } else if is_out_of_time(status) {
        Outcome::Slow
    } else {
        Outcome::Died(format!("{status} {message}"))
    };
    (outcome, Reading::default())
}

/// What the process told of itself.
fn told(result: &serde_json::Value) -> (Outcome, Reading) {
    let number = |name: &str| result[name].as_u64().unwrap_or_default();
    let reading = Reading {
        time: Duration::from_millis(number("ms")),
        cpu: Duration::from_micros(number("cpu_us")),
        memory: number("memory"),
    };
    let lost = result["lost"].as_array().into_iter().flatten();
    let lost: Vec<String> = lost.filter_map(|word| Some(word.as_str()?.to_owned())).collect();
    let outcome = match result["refusal"].as_str() {
        Some(message) => Outcome::Refused(message.to_owned()),
        None if lost.is_empty() => Outcome::Read,
        None => Outcome::Lost(lost),
    };
    (outcome, reading)
}

/// Ended by the system for its time on the processor, or by us for its time on the clock.
#[cfg(unix)]
fn is_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    const SIGKILL: i32 = 9;
    const SIGXCPU: i32 = 24;
    matches!(status.signal(), Some(SIGKILL | SIGXCPU))
}

#[cfg(not(unix))]
fn is_out_of_time(_: ExitStatus) -> bool {
    false
}
