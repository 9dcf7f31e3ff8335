//! `rapporteur render`: data in, a report out.

use std::io::{self, Write as _};
use std::path::Path;

use meeting_model::Language;
use report_generator::Labels;

use crate::Status;
use crate::arguments::RenderArguments;
use crate::data::Data;
use crate::input::Input;
use crate::messages::{self, Message};
use crate::output::Output;
use crate::template::Template;

/// Reads the data, fills the template, writes the report.
pub fn run(arguments: &RenderArguments) -> Status {
    match render(arguments) {
        Ok(()) => Status::Done,
        Err(Failure(status, messages)) => {
            messages.iter().for_each(messages::tell);
            status
        }
    }
}

/// How a command ends early, and what it tells.
pub struct Failure(pub Status, pub Vec<Message>);

impl Failure {
    /// Nothing could be done.
    pub fn nothing(message: Message) -> Self {
        Self(Status::NothingDone, vec![message])
    }

    /// What was asked for makes no sense.
    pub fn usage(message: Message) -> Self {
        Self(Status::WrongUsage, vec![message])
    }
}

fn render(arguments: &RenderArguments) -> Result<(), Failure> {
    let input = Input::new(&arguments.data);
    check_output(&arguments.output, &[&input])?;
    let template = Template::named(&arguments.template).map_err(Failure::usage)?;
    template.suits(&arguments.output).map_err(Failure::usage)?;
    let data = read(&input)?;
    let language = arguments.language.or(data.language()).unwrap_or(Language::English);
    let labels = labels(language)?;
    let bytes = template.fill(&data.view(&labels)).map_err(|errors| Failure(Status::NothingDone, errors))?;
    write(&arguments.output, &bytes)
}

/// An output that is one of the inputs would destroy it.
pub fn check_output(output: &Path, inputs: &[&Input<'_>]) -> Result<(), Failure> {
    if output != Path::new("-") && inputs.iter().any(|input| input.is_file(output)) {
        return Err(Failure::usage(Message::overwrites_input(output)));
    }
    Ok(())
}

/// Data of a file.
pub fn read(input: &Input<'_>) -> Result<Data, Failure> {
    let bytes =
        input.read().map_err(|problem| Failure::nothing(Message::unread(&input.shown(), &problem)))?;
    Data::read(&bytes).map_err(|why| Failure::nothing(Message::unusable_data(&input.shown(), &why)))
}

/// The words of a language.
pub fn labels(language: Language) -> Result<Labels, Failure> {
    Labels::of(language).map_err(|error| Failure::nothing(Message::template(&error.to_string())))
}

/// Writes all or nothing.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let target = (path != Path::new("-")).then_some(path);
    let name = || target.map_or_else(|| "standard output".to_owned(), messages::shown);
    let mut output = Output::open(target).map_err(|error| unwritten(&name(), &error))?;
    if output.is_terminal() && std::str::from_utf8(bytes).is_err() {
        return Err(Failure::usage(Message::no_text_for_terminal(&name())));
    }
    match output.write_all(bytes).and_then(|()| output.finish()) {
        Err(error) if !messages::reader_has_gone(&error) => Err(unwritten(&name(), &error)),
        _ => Ok(()),
    }
}

fn unwritten(name: &str, error: &io::Error) -> Failure {
    Failure::nothing(Message::unwritten(name, error))
}
