//! Time and allocations of making data of a document, beside those of the floor (see `floor`).
//!
//! `cargo bench -p meeting-parser --bench parse`; the environment variable `RAPPORTEUR_BENCH_FILES` names other files
//! than the generated one (paths, separated by `:`).

#[path = "../../word-document/benches/floor/mod.rs"]
mod floor;

use divan::{AllocProfiler, Bencher};
use floor::{SAMPLES, Sample};
use meeting_parser::{Limits, parse};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[divan::bench(args = SAMPLES.iter())]
fn document(bencher: Bencher<'_, '_>, sample: &Sample) {
    bencher.bench(|| parse(&sample.bytes, &sample.name, &Limits::default()));
}

#[divan::bench(args = SAMPLES.iter())]
fn floor_alone(bencher: Bencher<'_, '_>, sample: &Sample) {
    bencher.bench(|| floor::tokenise(sample));
}
