//! Builds a Word file from a text in the notation of `word_document::testing`: `cargo run --example notation IN OUT`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: notation IN.txt OUT.docx");
        return ExitCode::FAILURE;
    };
    let result = std::fs::read_to_string(&from)
        .and_then(|text| std::fs::write(&to, word_document::testing::docx(&text)));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{from}: {error}");
            ExitCode::FAILURE
        }
    }
}
