//! `rapporteur draft`: an agenda, and what is known besides, in; a draft report out.

use std::path::Path;

use meeting_model::{Document, Language};
use meeting_parser::Limits;
use report_generator::View;
use report_generator::draft::{Draft, Place, Settings, Todo, draft};
use report_generator::minutes::Minutes;

use super::render::{Failure, check_output, labels, read, write};
use crate::Status;
use crate::arguments::DraftArguments;
use crate::data::Data;
use crate::input::Input;
use crate::messages::{self, Message};
use crate::template::Template;

/// Reads what there is, makes the draft, writes it, and tells what is left to be done.
pub fn run(arguments: &DraftArguments) -> Status {
    match make(arguments) {
        Ok(draft) => {
            tell(arguments, &draft);
            Status::Done
        }
        Err(Failure(status, messages)) => {
            messages.iter().for_each(messages::tell);
            status
        }
    }
}

fn make(arguments: &DraftArguments) -> Result<Draft, Failure> {
    let agenda = Input::new(&arguments.agenda);
    let data: Vec<Input<'_>> = arguments.data.iter().map(|path| Input::new(path)).collect();
    let minutes = arguments.minutes.as_deref().map(Input::new);
    let inputs: Vec<&Input<'_>> = std::iter::once(&agenda).chain(&data).chain(&minutes).collect();
    check_output(&arguments.output, &inputs)?;
    let template = template(arguments)?;
    let known = data.iter().map(document).collect::<Result<Vec<Document>, Failure>>()?;
    let agenda = parsed(&agenda)?;
    let language = arguments.language.or(agenda.header.language).unwrap_or(Language::English);
    let (words, english) = (labels(language)?, labels(Language::English)?);
    let minutes = match &minutes {
        Some(input) => Some(Minutes::read(&text(input)?, &words, &english)),
        None => None,
    };
    let agenda_words = labels(agenda.header.language.unwrap_or(Language::English))?;
    let number = arguments.number.clone();
    let settings = Settings { number, language, labels: &words, agenda_labels: &agenda_words };
    let draft = draft(&agenda, &known, minutes.as_ref(), &settings);
    let bytes = match &template {
        Some(template) => template.fill(&View::with_todo(&draft.document, &words, &draft.todo)),
        None => Ok(as_data(&draft.document)),
    };
    write(&arguments.output, &bytes.map_err(|errors| Failure(Status::NothingDone, errors))?)?;
    Ok(draft)
}

/// The template; none where the draft is wanted as data.
fn template(arguments: &DraftArguments) -> Result<Option<Template>, Failure> {
    if arguments.output.extension().is_some_and(|ending| ending == "json") {
        return Ok(None);
    }
    let template = Template::named(&arguments.template).map_err(Failure::usage)?;
    template.suits(&arguments.output).map_err(Failure::usage)?;
    Ok(Some(template))
}

fn parsed(input: &Input<'_>) -> Result<Document, Failure> {
    let unread = |problem| Failure::nothing(Message::unread(&input.shown(), &problem));
    let bytes = input.read().map_err(unread)?;
    meeting_parser::parse(&bytes, &input.file_name(), &Limits::default())
        .map_err(|error| unread(crate::input::Problem::Word(error)))
}

fn document(input: &Input<'_>) -> Result<Document, Failure> {
    match read(input)? {
        Data::Document(document) => Ok(*document),
        Data::Record(_) => Err(Failure::nothing(Message::no_document(&input.shown()))),
    }
}

fn text(input: &Input<'_>) -> Result<String, Failure> {
    let bytes =
        input.read().map_err(|problem| Failure::nothing(Message::unread(&input.shown(), &problem)))?;
    String::from_utf8(bytes).map_err(|_| Failure::nothing(Message::no_text(&input.shown())))
}

fn as_data(document: &Document) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

/// What has no place on the agenda, and what is left to be done by hand.
fn tell(arguments: &DraftArguments, draft: &Draft) {
    let minutes = arguments.minutes.as_deref().map(messages::shown).unwrap_or_default();
    for remark in &draft.remarks {
        messages::tell(&Message::unknown_item(&minutes, remark.line, &remark.heading));
    }
    let report = if arguments.output == Path::new("-") {
        "standard output".to_owned()
    } else {
        messages::shown(&arguments.output)
    };
    for todo in &draft.todo {
        messages::tell(&Message::todo(&report, &place(todo), &todo.what));
    }
}

/// Where something is to be done, for people.
fn place(todo: &Todo) -> String {
    match &todo.place {
        Place::Number => "cover, number".to_owned(),
        Place::Dates => "cover, place and dates".to_owned(),
        Place::Source => "cover, source".to_owned(),
        Place::Contact => "cover, contact".to_owned(),
        Place::Item(number) => format!("item {number}"),
        Place::Actions => "actions".to_owned(),
        Place::Documents => "list of documents".to_owned(),
        Place::FutureMeetings => "future meetings".to_owned(),
        Place::TermsOfReference => "terms of reference".to_owned(),
    }
}
