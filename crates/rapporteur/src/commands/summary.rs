//! `rapporteur summary`: documents in, what they state once each out.

mod inputs;

use std::path::Path;

use meeting_parser::Limits;
use report_generator::summary::{self, Summary, What};
use report_generator::text::TextForm;
use report_generator::{Labels, calendar, register};

use crate::Status;
use crate::arguments::{SummaryArguments, SummaryFormat, WhatToList};
use crate::commands::render::{self, Failure};
use crate::input::Input;
use crate::messages::{self, Message};
use crate::template::Template;
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
        Err(wrong) => {
            wrong.iter().for_each(messages::tell);
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
    let suits = match TextForm::of(template) {
        Some(TextForm::Markdown | TextForm::Plain) => format == SummaryFormat::Md,
        Some(TextForm::Html) => format == SummaryFormat::Html,
        None => format == SummaryFormat::Docx,
    };
    if !suits {
        return Some(Message::unsuitable_template(Path::new(template)));
    }
    None
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
        Some("docx") => Some(SummaryFormat::Docx),
        Some("ics") => Some(SummaryFormat::Ics),
        Some("json") => Some(SummaryFormat::Json),
        _ => None,
    };
    let by_template = || match TextForm::of(arguments.template.as_deref()?) {
        Some(TextForm::Html) => Some(SummaryFormat::Html),
        Some(TextForm::Markdown | TextForm::Plain) => Some(SummaryFormat::Md),
        None => Some(SummaryFormat::Docx),
    };
    arguments.format.or(told).or_else(by_template)
}

/// The bytes of the output.
fn made(arguments: &SummaryArguments, found: &Found) -> Result<Vec<u8>, Vec<Message>> {
    let unmade = |error: String| vec![Message::unmade(&error)];
    let labels = Labels::of(arguments.language).map_err(|error| unmade(error.to_string()))?;
    let format = format(arguments).unwrap_or(SummaryFormat::Json);
    let today = || jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let on = arguments.on.unwrap_or_else(today);
    let summary = summary::summarise(&found.documents, &found.records, what(arguments.what, format), on);
    let registers = || register::summary::registers_of(&summary, &labels);
    match format {
        SummaryFormat::Docx | SummaryFormat::Md | SummaryFormat::Html => {
            let data = summary::view_of(&summary, &labels);
            template(arguments, &summary, format)?
                .fill_with(&minijinja::Value::from(minijinja::value::Serde(&data)))
        }
        SummaryFormat::Csv => Ok(registers().iter().flat_map(register::csv).collect()),
        SummaryFormat::Xlsx => register::workbook(&registers()).map_err(|error| unmade(error.to_string())),
        SummaryFormat::Ics => Ok(calendar::calendar(&summary, &labels).into_bytes()),
        SummaryFormat::Json => serde_json::to_vec_pretty(&summary)
            .map(|mut bytes| {
                bytes.push(b'\n');
                bytes
            })
            .map_err(|error| unmade(error.to_string())),
    }
}

/// The template that is asked for, or the built-in one.
fn template(
    arguments: &SummaryArguments,
    summary: &Summary,
    format: SummaryFormat,
) -> Result<Template, Vec<Message>> {
    let built_in = match (format, summary.what) {
        (SummaryFormat::Md, _) => "summary.md.j2",
        (SummaryFormat::Html, _) => "summary.html.j2",
        (_, Some(What::Decisions)) => "decision-list",
        (_, Some(What::Documents)) => "document-register",
        (_, Some(What::Meetings)) => "meeting-list",
        _ => "action-summary",
    };
    Template::named(arguments.template.as_deref().unwrap_or(built_in)).map_err(|message| vec![message])
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

/// Writes all or nothing.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Vec<Message>> {
    render::write(path, bytes).map_err(|Failure(_, messages)| messages)
}
