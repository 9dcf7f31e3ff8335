//! How many instructions reading and parsing take, counted by callgrind: a regression shows on a busy machine too.
//!
//! `cargo bench --profile quick -p meeting-parser --bench instructions` compares the counts with those of
//! `instructions.txt` beside this file; `-- --update` writes them anew. Without valgrind nothing is counted. The counts
//! are those of one compiler and of a processor with AVX2.

#[path = "../../word-document/benches/floor/mod.rs"]
mod floor;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use meeting_parser::{Limits, parse};
use word_document::{read, testing};

/// How far a count may be from the golden one, in hundredths.
const TOLERANCE: u64 = 5;

/// Fixtures that are counted besides the generated file.
const FIXTURES: [&str; 3] = ["agenda", "report-prose", "report-rows"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, what, times, path] = arguments.as_slice()
        && mode == "run"
    {
        run(what, times.parse().expect("a number of times"), path);
        return ExitCode::SUCCESS;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        println!("valgrind is not installed: nothing is counted");
        return ExitCode::SUCCESS;
    }
    let counts = counts();
    if arguments.iter().any(|argument| argument == "--update") {
        let lines: String = counts.iter().map(|(name, count)| format!("{count:>10} {name}\n")).collect();
        std::fs::write(golden(), lines).expect("the golden file can be written");
        return ExitCode::SUCCESS;
    }
    compare(&counts)
}

/// What callgrind watches: the same document so many times.
fn run(what: &str, times: usize, path: &str) {
    let bytes = std::fs::read(path).expect("the file can be read");
    for _ in 0..times {
        match what {
            "read" => drop(std::hint::black_box(read(&bytes, &Limits::default()))),
            _ => drop(std::hint::black_box(parse(&bytes, path, &Limits::default()))),
        }
    }
}

/// Of each file, what a further document costs, and what the first does, with the start of the process.
fn counts() -> BTreeMap<String, u64> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let generated = folder.join("generated.docx");
    std::fs::write(&generated, testing::docx(&floor::large_notation())).expect("the file can be written");
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    let fixture = |name: &&str| (String::from(*name), fixtures.join(format!("{name}.docx")));
    let files = FIXTURES.iter().map(fixture).chain([("generated".to_owned(), generated)]);
    let mut counts = BTreeMap::new();
    for (name, path) in files {
        for what in ["read", "parse"] {
            let (once, thrice) = (count(what, 1, &path), count(what, 3, &path));
            let further = thrice.saturating_sub(once) / 2;
            counts.insert(format!("{what} {name}"), further);
            counts.insert(format!("{what} {name}, first"), once);
        }
    }
    counts
}

fn count(what: &str, times: usize, path: &Path) -> u64 {
    let own = std::env::current_exe().expect("the program has a path");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(own)
        .args(["run", what, &times.to_string()])
        .arg(path)
        .output()
        .expect("valgrind runs");
    let told = String::from_utf8_lossy(&output.stderr);
    let count = told.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    count.unwrap_or_else(|| panic!("callgrind has counted nothing: {told}"))
}

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.txt")
}

/// Prints all counts; fails where one is not what it was.
fn compare(counts: &BTreeMap<String, u64>) -> ExitCode {
    let text = std::fs::read_to_string(golden()).unwrap_or_default();
    let known: BTreeMap<&str, u64> = text
        .lines()
        .filter_map(|line| line.trim().split_once(' '))
        .filter_map(|(count, name)| Some((name, count.parse().ok()?)))
        .collect();
    let mut differ = false;
    for (name, &count) in counts {
        let known = known.get(name.as_str()).copied();
        let is_far = known.is_none_or(|known| count.abs_diff(known) * 100 > known * TOLERANCE);
        differ |= is_far;
        let before = known.map_or("new".to_owned(), |known| format!("was {known}"));
        println!("{count:>10} {name}, {before}{}", if is_far { "  <-- differs" } else { "" });
    }
    if differ {
        println!(
            "Some differ by more than {TOLERANCE} % from benches/instructions.txt; `-- --update` takes them over."
        );
    }
    ExitCode::from(u8::from(differ))
}
