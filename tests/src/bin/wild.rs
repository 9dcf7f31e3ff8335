//! Reads every file of a collection in a process of its own, within 2 seconds and 512 MB, and prints what came of them:
//! `cargo run --profile quick -p rapporteur-tests --bin wild -- FOLDER [SECONDS [MEGABYTES]]`.
//!
//! Ends with 1 where a file ends otherwise than as a result with all its words or as a clear error.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Duration;

use rapporteur_tests::wild::{self, Bounds, Finding};

/// What a reading may cost where nothing else is said.
const SECONDS: u64 = 2;
const MEGABYTES: u64 = 512;

/// Says that this is the process of one file.
const ONE: &str = "--one";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_one = arguments.first().is_some_and(|argument| argument == ONE);
    let mut rest = arguments.iter().skip(usize::from(is_one));
    let Some(path) = rest.next().map(Path::new) else { return usage() };
    let mut number = |usual| rest.next().map_or(Some(usual), |argument| argument.parse().ok());
    let (Some(seconds), Some(megabytes)) = (number(SECONDS), number(MEGABYTES)) else { return usage() };
    let bounds = Bounds { time: Duration::from_secs(seconds), memory: megabytes * 1_000_000 };
    if is_one {
        wild::read_within(path, bounds);
        return ExitCode::SUCCESS;
    }
    collection(path, bounds)
}

fn collection(folder: &Path, bounds: Bounds) -> ExitCode {
    let files = wild::files_under(folder);
    let this = std::env::current_exe().expect("the system tells where this program is");
    let program = |file: &Path| {
        let mut command = Command::new(&this);
        command.arg(ONE).arg(file);
        command.args([bounds.time.as_secs().to_string(), (bounds.memory / 1_000_000).to_string()]);
        command
    };
    let findings = wild::read_all(&files, bounds, &program, &progress(files.len()));
    print!("{}", wild::table(&findings));
    ExitCode::from(u8::from(!findings.iter().all(|finding| finding.outcome.is_fair())))
}

/// Shows on a terminal how far it is.
fn progress(of: usize) -> impl Fn(usize, &Finding) + Sync {
    let is_seen = std::io::stderr().is_terminal();
    move |done, _| {
        if is_seen {
            let end = if done == of { "\r\x1b[K" } else { "" };
            let _ = write!(std::io::stderr(), "\r{done} of {of}{end}");
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: wild FOLDER [SECONDS [MEGABYTES]]");
    ExitCode::from(2)
}
