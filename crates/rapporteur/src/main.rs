//! The program: arguments, files, terminal, exit status. What a meeting is, it leaves to the libraries.

mod arguments;
mod commands;
mod data;
mod formats;
mod input;
mod markdown;
mod messages;
mod output;
mod progress;
mod template;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser as _;

// Documents are made on one thread and given up on another, in many small pieces: the system's allocator takes a seventh of a
// run over a folder, mimalloc half of that. On Linux it stands in the place of C's (feature `override`), which Rust and SQLite
// ask; elsewhere Rust asks it directly, and it looks at an alignment each time.
#[cfg(target_os = "linux")]
use mimalloc as _;

#[cfg(not(target_os = "linux"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How a run ended. Wrong usage that clap finds ends with 2 as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    Done = 0,
    Findings = 1,
    WrongUsage = 2,
    SomeUnread = 3,
    NothingDone = 4,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

fn main() -> ExitCode {
    let status = match Arguments::parse().command {
        Command::Parse(arguments) => commands::parse::run(&arguments),
        Command::Draft(arguments) => commands::draft::run(&arguments),
        Command::Render(arguments) => commands::render::run(&arguments),
        Command::Batch(arguments) => commands::batch::run(&arguments),
        Command::Search(arguments) => commands::search::run(&arguments),
        Command::Summary(arguments) => commands::summary::run(&arguments),
        Command::Template(arguments) => commands::template::run(&arguments),
        Command::Schema(arguments) => commands::schema::run(&arguments),
        Command::Explain(arguments) => commands::explain::run(&arguments),
    };
    status.into()
}
