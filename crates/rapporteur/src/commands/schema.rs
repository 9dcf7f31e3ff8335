//! `rapporteur schema`: the program describes its data.

use std::io::Write as _;

use meeting_model::Document;

use crate::Status;
use crate::messages::{self, Message};
use crate::output::Output;

/// Prints the JSON Schema of a document.
pub fn run() -> Status {
    let mut output = Output::standard();
    let schema = format!("{:#}\n", Document::json_schema());
    match output.write_all(schema.as_bytes()).and_then(|()| output.finish()) {
        Err(error) if !messages::reader_has_gone(&error) => {
            messages::tell(&Message::unwritten("standard output", &error));
            Status::NothingDone
        }
        _ => Status::Done,
    }
}
