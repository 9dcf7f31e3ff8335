//! `rapporteur parse`: Word files in, data out.

use std::io;
use std::path::Path;

use meeting_model::Document;
use meeting_parser::Limits;

use crate::Status;
use crate::arguments::ParseArguments;
use crate::formats::Writer;
use crate::input::{Input, Problem};
use crate::messages::{self, Message};
use crate::output::Output;
use crate::progress::Progress;

/// Reads the files in their order and writes each as it is done.
pub fn run(arguments: &ParseArguments) -> Status {
    let inputs: Vec<Input> = arguments.files.iter().map(|path| Input::new(path)).collect();
    let target = arguments.output.as_deref().filter(|path| *path != Path::new("-"));
    if let Some(path) = target.filter(|path| inputs.iter().any(|input| input.is_file(path))) {
        messages::tell(&Message::overwrites_input(path));
        return Status::WrongUsage;
    }
    let target_name = target.map_or_else(|| "standard output".to_owned(), messages::shown);
    Output::open(target).and_then(|output| convert(&inputs, output, arguments)).unwrap_or_else(|error| {
        messages::tell(&Message::unwritten(&target_name, &error));
        Status::NothingDone
    })
}

/// Converts all inputs; an error is one of the output.
fn convert(inputs: &[Input], output: Output, arguments: &ParseArguments) -> io::Result<Status> {
    let limits = limits(arguments.max_inflated);
    let progress = Progress::over(inputs.len(), output.is_terminal());
    let mut writer = Writer::new(arguments.format, inputs.len() > 1, output);
    let (mut read, mut unread) = (0, 0);
    for input in inputs {
        progress.at(&input.shown());
        match document(input, &limits) {
            Ok(document) => {
                read += 1;
                match writer.write(&document) {
                    Err(error) if messages::reader_has_gone(&error) => return Ok(status(read, unread)),
                    result => result?,
                }
            }
            Err(problem) => {
                unread += 1;
                progress.aside(|| messages::tell(&Message::unread(&input.shown(), &problem)));
            }
        }
    }
    finish(writer, read)?;
    Ok(status(read, unread))
}

/// Ends the output; where nothing was read, an existing file stays as it was.
fn finish(writer: Writer<Output>, read: usize) -> io::Result<()> {
    if read == 0 {
        return Ok(());
    }
    match writer.finish().and_then(Output::finish) {
        Err(error) if messages::reader_has_gone(&error) => Ok(()),
        result => result,
    }
}

fn document(input: &Input, limits: &Limits) -> Result<Document, Problem> {
    let bytes = input.read()?;
    meeting_parser::parse(&bytes, &input.file_name(), limits).map_err(Problem::Word)
}

fn status(read: usize, unread: usize) -> Status {
    match (read, unread) {
        (_, 0) => Status::Done,
        (0, _) => Status::NothingDone,
        _ => Status::SomeUnread,
    }
}

/// The usual limits, or those for a file that is trusted: the inflated size alone then bounds the cost.
fn limits(max_inflated: Option<u64>) -> Limits {
    let usual = Limits::default();
    let Some(mebibytes) = max_inflated else { return usual };
    let size = mebibytes << 20;
    Limits {
        part_size: size,
        total_size: size,
        ratio: u64::MAX,
        entries: usual.entries * 10,
        pieces: usual.pieces * 10,
        ..usual
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_tells_some_from_none() {
        assert_eq!(status(2, 0), Status::Done);
        assert_eq!(status(1, 1), Status::SomeUnread);
        assert_eq!(status(0, 2), Status::NothingDone);
    }
}
