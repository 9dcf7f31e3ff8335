//! `rapporteur explain`: what a finding means.

use std::io::Write as _;

use crate::Status;
use crate::arguments::ExplainArguments;
use crate::messages::{self, Message};
use crate::output::Output;

/// Prints what is to be known about a code, or all codes.
pub fn run(arguments: &ExplainArguments) -> Status {
    let text = match &arguments.code {
        Some(code) => meeting_checks::explain(code).map(|text| format!("{code}: {text}")),
        None => Some(meeting_checks::codes().map(|code| format!("{code}\n")).collect()),
    };
    let Some(text) = text else {
        messages::tell(&Message::unknown_code(arguments.code.as_deref().unwrap_or_default()));
        return Status::WrongUsage;
    };
    let mut output = Output::standard();
    match output.write_all(text.as_bytes()).and_then(|()| output.finish()) {
        Err(error) if !messages::reader_has_gone(&error) => {
            messages::tell(&Message::unwritten("standard output", &error));
            Status::NothingDone
        }
        _ => Status::Done,
    }
}
