//! Prints a Word file as the tree that the reader makes of it: `cargo run --example outline FILE`.

use std::process::ExitCode;

use word_document::{Limits, outline_text, read};

fn main() -> ExitCode {
    for path in std::env::args().skip(1) {
        let result = std::fs::read(&path)
            .map_err(|error| error.to_string())
            .and_then(|bytes| read(&bytes, &Limits::default()).map_err(|error| error.to_string()));
        match result {
            Ok(document) => print!("{}", outline_text(&document)),
            Err(error) => {
                eprintln!("{path}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}
