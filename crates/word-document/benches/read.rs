//! Time and allocations of reading a Word file, beside those of the floor (see `floor`); `ratio` of meeting-parser
//! compares the two.
//!
//! `cargo bench -p word-document`; the environment variable `RAPPORTEUR_BENCH_FILES` names other files than the
//! generated one (paths, separated by `:`).

mod floor;

use divan::{AllocProfiler, Bencher};
use floor::{SAMPLES, Sample};
use word_document::{Limits, read};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[divan::bench(args = SAMPLES.iter())]
fn document(bencher: Bencher<'_, '_>, sample: &Sample) {
    bencher.bench(|| read(&sample.bytes, &Limits::default()));
}

#[divan::bench(args = SAMPLES.iter())]
fn floor_alone(bencher: Bencher<'_, '_>, sample: &Sample) {
    bencher.bench(|| floor::tokenise(sample));
}
