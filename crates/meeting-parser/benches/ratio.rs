//! What reading and parsing whole documents cost against the floor (see `floor`), in runs that take turns.
//!
//! `cargo bench -p meeting-parser --bench ratio`; the environment variable `RAPPORTEUR_BENCH_FILES` names other files
//! than the generated one (paths, separated by `:`). Nothing counts allocations here, which would cost the reader more
//! than the floor.
#![allow(clippy::cast_precision_loss, reason = "seconds are few")]

#[path = "../../word-document/benches/floor/mod.rs"]
mod floor;

use std::hint::black_box;
use std::time::{Duration, Instant};

use floor::{SAMPLES, Sample};
use meeting_parser::{Limits, parse};
use rustix::time::{ClockId, clock_gettime};
use word_document::read;

/// How long the turns of one file are measured, and how many there are at least.
const TIME: Duration = Duration::from_secs(3);
const FEWEST_TURNS: usize = 15;

fn main() {
    println!(
        "| file | floor ms | read ms | parse ms | read ÷ floor | parse ÷ floor |\n|---|---|---|---|---|---|"
    );
    for sample in SAMPLES.iter() {
        let turns = turns(sample);
        let ms = |of: fn(&Turn) -> f64| median(&turns, of) * 1e3;
        println!(
            "| {sample} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} |",
            ms(|turn| turn.floor),
            ms(|turn| turn.read),
            ms(|turn| turn.parse),
            median(&turns, |turn| turn.read / turn.floor),
            median(&turns, |turn| turn.parse / turn.floor),
        );
    }
}

/// Seconds that each of the three took, one after the other.
struct Turn {
    floor: f64,
    read: f64,
    parse: f64,
}

fn turns(sample: &Sample) -> Vec<Turn> {
    let limits = Limits::default();
    let begin = Instant::now();
    let mut turns = Vec::new();
    while turns.len() < FEWEST_TURNS || begin.elapsed() < TIME {
        turns.push(Turn {
            floor: timed(|| floor::tokenise(sample)),
            read: timed(|| read(&sample.bytes, &limits)),
            parse: timed(|| parse(&sample.bytes, &sample.name, &limits)),
        });
    }
    turns
}

fn median(turns: &[Turn], of: impl Fn(&Turn) -> f64) -> f64 {
    let mut all: Vec<f64> = turns.iter().map(of).collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// How long it takes, with what becomes of the result.
fn timed<T>(run: impl FnOnce() -> T) -> f64 {
    let begin = own_time();
    drop(black_box(run()));
    own_time() - begin
}

/// Seconds that this thread has had a processor: what else the machine does costs it little.
fn own_time() -> f64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
