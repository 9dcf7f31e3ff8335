//! `rapporteur summary`: documents in, what they state once each out.

mod inputs;

use std::io::Write as _;
use std::path::Path;

use meeting_parser::Limits;
use report_generator::summary::{self, Summary, What};
use report_generator::text::{TextForm, TextTemplate};
use report_generator::{Labels, calendar, register};

use crate::Status;
use crate::arguments::{SummaryArguments, SummaryFormat, WhatToList};
use crate::input::Input;
use crate::messages::{self, Message};
use crate::output::Output;
use inputs::Found;

/// Reads all inputs, then writes the summary.
pub fn run(arguments: &SummaryArguments) -> Status {
    let inputs: Vec<Input> = arguments.inputs.iter().map(|path| Input::new(path)).collect();
    if let Some(wrong) = wrong_usage(arguments, &inputs) {
        messages::tell(&wrong);
        return Status::WrongUsage;
    }
    let mut found = Found::default();
    let unread = inputs.iter().filter(|input| !is_read(input, &mut found)).count();
    if unread == inputs.len() {
        return Status::NothingDone;
    }
    match made(arguments, &found).and_then(|bytes| write(&arguments.output, &bytes)) {
        Ok(()) if unread > 0 => Status::SomeUnread,
        Ok(()) => Status::Done,
        Err(message) => {
            messages::tell(&message);
            Status::NothingDone
        }
    }
}

fn is_read(input: &Input, found: &mut Found) -> bool {
    match found.read(input, &Limits::default()) {
        Ok(()) => true,
        Err(message) => {
            messages::tell(&message);
            false
        }
    }
}

/// What can be told to be wrong before anything is read.
fn wrong_usage(arguments: &SummaryArguments, inputs: &[Input]) -> Option<Message> {
    let output = &arguments.output;
    if output != Path::new("-") && inputs.iter().any(|input| input.is_file(output)) {
        return Some(Message::overwrites_input(output));
    }
    let Some(format) = format(arguments) else { return Some(Message::unknown_form(output)) };
    let undated = matches!(arguments.what, Some(WhatToList::Decisions | WhatToList::Documents));
    if format == SummaryFormat::Ics && undated {
        return Some(Message::undated(output));
    }
    let template = arguments.template.as_deref()?;
    let suits = match TextForm::of(&template.to_string_lossy()) {
        Some(TextForm::Markdown | TextForm::Plain) => format == SummaryFormat::Md,
        Some(TextForm::Html) => format == SummaryFormat::Html,
        None => false,
    };
    (!suits).then(|| Message::unsuitable_template(template))
}

/// The form that is asked for, or that the ending of the output tells, or the template's.
fn format(arguments: &SummaryArguments) -> Option<SummaryFormat> {
    let ending = arguments.output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let told = match ending.as_deref() {
        Some("md" | "markdown") => Some(SummaryFormat::Md),
        Some("txt") if arguments.template.is_some() => Some(SummaryFormat::Md),
        Some("html" | "htm") => Some(SummaryFormat::Html),
        Some("csv") => Some(SummaryFormat::Csv),
        Some("xlsx") => Some(SummaryFormat::Xlsx),
        Some("ics") => Some(SummaryFormat::Ics),
        Some("json") => Some(SummaryFormat::Json),
        _ => None,
    };
    let by_template = || match TextForm::of(&arguments.template.as_deref()?.to_string_lossy())? {
        TextForm::Html => Some(SummaryFormat::Html),
        TextForm::Markdown | TextForm::Plain => Some(SummaryFormat::Md),
    };
    arguments.format.or(told).or_else(by_template)
}

/// The bytes of the output.
fn made(arguments: &SummaryArguments, found: &Found) -> Result<Vec<u8>, Message> {
    let labels = Labels::of(arguments.language).map_err(|error| Message::unmade(&error.to_string()))?;
    let format = format(arguments).unwrap_or(SummaryFormat::Json);
    let today = || jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let on = arguments.on.unwrap_or_else(today);
    let summary = summary::summarise(&found.documents, &found.records, what(arguments.what, format), on);
    let registers = || register::summary::registers_of(&summary, &labels);
    match format {
        SummaryFormat::Md => text(arguments, &summary, &labels, TextForm::Markdown),
        SummaryFormat::Html => text(arguments, &summary, &labels, TextForm::Html),
        SummaryFormat::Csv => Ok(registers().iter().flat_map(register::csv).collect()),
        SummaryFormat::Xlsx => {
            register::workbook(&registers()).map_err(|error| Message::unmade(&error.to_string()))
        }
        SummaryFormat::Ics => Ok(calendar::calendar(&summary, &labels).into_bytes()),
        SummaryFormat::Json => serde_json::to_vec_pretty(&summary)
            .map(|mut bytes| {
                bytes.push(b'\n');
                bytes
            })
            .map_err(|error| Message::unmade(&error.to_string())),
    }
}

/// What is wanted; a calendar has all that has a day.
fn what(wanted: Option<WhatToList>, format: SummaryFormat) -> Option<What> {
    match wanted {
        Some(WhatToList::Actions) => Some(What::Actions),
        Some(WhatToList::Decisions) => Some(What::Decisions),
        Some(WhatToList::Documents) => Some(What::Documents),
        Some(WhatToList::Meetings) => Some(What::Meetings),
        None => (format != SummaryFormat::Ics).then_some(What::Actions),
    }
}

fn text(
    arguments: &SummaryArguments,
    summary: &Summary,
    labels: &Labels,
    form: TextForm,
) -> Result<Vec<u8>, Message> {
    let fill = |template: &TextTemplate| {
        let text = summary::as_text(summary, labels, template);
        text.map(String::into_bytes).map_err(|error| Message::unmade(&error.to_string()))
    };
    let Some(path) = arguments.template.as_deref() else { return fill(&summary::text_template(form)) };
    let input = Input::new(path);
    let bytes = input.read().map_err(|problem| Message::unread(&input.shown(), &problem))?;
    let source = String::from_utf8(bytes).map_err(|_| Message::no_text(&input.shown()))?;
    fill(&TextTemplate { name: &input.file_name(), source: &source })
}

/// Writes all or nothing.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Message> {
    let target = (path != Path::new("-")).then_some(path);
    let written = Output::open(target).and_then(|mut output| {
        output.write_all(bytes)?;
        output.finish()
    });
    let name = || target.map_or_else(|| "standard output".to_owned(), messages::shown);
    match written {
        Err(error) if !messages::reader_has_gone(&error) => Err(Message::unwritten(&name(), &error)),
        _ => Ok(()),
    }
}
