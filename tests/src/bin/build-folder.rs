//! Writes a made-up meeting's folder: `cargo run -p rapporteur-tests --bin build-folder -- 2000 DIR`.

use std::path::Path;
use std::process::ExitCode;

use rapporteur_tests::folder;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, target] = arguments.as_slice() else { return usage() };
    let Ok(count) = count.parse() else { return usage() };
    match folder::write(Path::new(target), count) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{target}: {error}");
            ExitCode::from(4)
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: build-folder DOCUMENTS FOLDER");
    ExitCode::from(2)
}
