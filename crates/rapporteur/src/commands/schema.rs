//! `rapporteur schema`: the program describes its data.

use std::io::Write as _;

use meeting_model::{Document, MeetingRecord};

use crate::Status;
use crate::arguments::{Data, SchemaArguments};
use crate::messages::{self, Message};
use crate::output::Output;

/// Prints the JSON Schema of a document or of a meeting.
pub fn run(arguments: &SchemaArguments) -> Status {
    let schema = match arguments.of {
        Data::Document => Document::json_schema(),
        Data::Meeting => MeetingRecord::json_schema(),
    };
    let mut output = Output::standard();
    let schema = format!("{schema:#}\n");
    match output.write_all(schema.as_bytes()).and_then(|()| output.finish()) {
        Err(error) if !messages::reader_has_gone(&error) => {
            messages::tell(&Message::unwritten("standard output", &error));
            Status::NothingDone
        }
        _ => Status::Done,
    }
}
