//! One file, read by a process of its own under limits of the system.

use std::path::Path;
use std::time::{Duration, Instant};

use meeting_model::Document;
use meeting_parser::{Limits, ReadError};

use super::collection::{Bounds, Reading};

/// Reads one file as `rapporteur parse` does, and tells on standard output how that went; then looks for lost words, which
/// does not count. Where a bound is passed the system ends the process.
///
/// # Panics
/// Where the file cannot be opened, or what reads it panics.
pub fn read_within(file: &Path, bounds: Bounds) {
    limit(Some(bounds));
    let start = Instant::now();
    let bytes = std::fs::read(file).expect("the file can be opened");
    let refusal = json(&bytes).err();
    let reading = Reading { time: start.elapsed(), cpu: cpu(), memory: peak_memory() };
    limit(None);
    let lost = if refusal.is_some() { Vec::new() } else { super::lost(&bytes).unwrap_or_default() };
    let refusal = refusal.map(|error| error.to_string());
    println!(
        "{}",
        serde_json::json!({
            "ms": reading.time.as_millis() as u64,
            "cpu_us": reading.cpu.as_micros() as u64,
            "memory": reading.memory,
            "refusal": refusal,
            "lost": lost,
        })
    );
}

fn json(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let document: Document = meeting_parser::parse(bytes, "wild.docx", &Limits::default())?;
    Ok(serde_json::to_vec(&document).expect("a document is JSON"))
}

/// Sets the bounds of this process, or takes them away again.
#[cfg(unix)]
fn limit(bounds: Option<Bounds>) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    for (resource, most) in [
        (Resource::As, bounds.map(|bounds| bounds.memory)),
        (Resource::Cpu, bounds.map(|bounds| bounds.time.as_secs().max(1))),
    ] {
        let maximum = getrlimit(resource).maximum;
        setrlimit(resource, Rlimit { current: most.or(maximum), maximum }).expect("a lower limit may be set");
    }
}

#[cfg(not(unix))]
fn limit(_: Option<Bounds>) {}

/// Time on the processor since the process began.
#[cfg(unix)]
fn cpu() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap_or(0), time.tv_nsec.try_into().unwrap_or(0))
}

#[cfg(not(unix))]
fn cpu() -> Duration {
    Duration::ZERO
}

/// The high water mark that Linux keeps, in bytes; nothing elsewhere.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().map_or(0, |kilobytes| kilobytes * 1024)
}
