//! `rapporteur template`: list, show and check templates, and say what they use.

use std::path::Path;

use report_generator::text::TextForm;
use report_generator::word::{self, Names, TemplateError, TemplateErrorKind};
use report_generator::{View, summary, templates};
use serde_json::{Value, json};

use crate::Status;
use crate::arguments::{
    CheckArguments, CheckFormat, ShowArguments, TemplateArguments, TemplateCommand, TemplateData,
    TemplateSchemaArguments,
};
use crate::commands::render::{Failure, write};
use crate::input::Input;
use crate::messages::{self, Message};
use crate::template::Template;

/// Does what is asked for.
pub fn run(arguments: &TemplateArguments) -> Status {
    let done = match &arguments.command {
        TemplateCommand::List => list(),
        TemplateCommand::Show(arguments) => show(arguments),
        TemplateCommand::Check(arguments) => check(arguments),
        TemplateCommand::Schema(arguments) => schema(arguments),
    };
    match done {
        Ok(status) => status,
        Err(Failure(status, messages)) => {
            messages.iter().for_each(messages::tell);
            status
        }
    }
}

fn print(text: &str) -> Result<Status, Failure> {
    write(Path::new("-"), text.as_bytes()).map(|()| Status::Done)
}

/// Name and purpose of each.
fn list() -> Result<Status, Failure> {
    let names = templates::list().map(|template| template.name.to_owned());
    let names: Vec<String> =
        names.chain(templates::texts().map(|template| template.name.to_owned())).collect();
    let width = names.iter().map(String::len).max().unwrap_or_default();
    let line = |name: &String| format!("{name:width$}  {}\n", templates::purpose(name).unwrap_or_default());
    print(&names.iter().map(line).collect::<String>())
}

/// What a template is for and what it uses, or the template itself.
fn show(arguments: &ShowArguments) -> Result<Status, Failure> {
    let name = &arguments.name;
    let names = || templates::list().map(|template| template.name).collect::<Vec<_>>().join(", ");
    let template =
        Template::built_in(name).ok_or_else(|| Failure::usage(Message::unknown_built_in(name, &names())))?;
    if let Some(output) = &arguments.output {
        check_ending(&template, output)?;
        return write(output, template.bytes()).map(|()| Status::Done);
    }
    let uses = template.uses().map_err(Failure::nothing)?;
    let ending = if matches!(template, Template::Word { .. }) { ".docx" } else { "" };
    let mut text = format!("{name}: {}\n\nIt uses:\n", templates::purpose(name).unwrap_or_default());
    outline(&uses, 1, &mut text);
    text += &format!("\nrapporteur template show {name} -o my-{name}{ending}   writes it to be edited\n");
    print(&text)
}

/// A copy under a name of another form would not open.
fn check_ending(template: &Template, output: &Path) -> Result<(), Failure> {
    let name = output.to_string_lossy();
    let fits = match template {
        Template::Word { .. } => name == "-" || name.to_lowercase().ends_with(".docx"),
        Template::Text { name: own, .. } => name == "-" || TextForm::of(&name) == TextForm::of(own),
    };
    let ending = match template {
        Template::Word { .. } => ".docx",
        Template::Text { name, .. } => name.find('.').map_or("", |at| &name[at..]),
    };
    if fits { Ok(()) } else { Err(Failure::usage(Message::wrong_template_ending(output, ending))) }
}

/// Names within one another; a list has its mark.
fn outline(names: &Names, depth: usize, out: &mut String) {
    for (field, name) in &names.0 {
        let mark = if name.list { "[]" } else { "" };
        *out += &format!("{}{field}{mark}\n", "  ".repeat(depth));
        outline(&name.fields, depth + 1, out);
    }
}

/// All that is wrong with templates.
fn check(arguments: &CheckArguments) -> Result<Status, Failure> {
    if let Some(output) = &arguments.annotate {
        check_annotated(arguments, output)?;
    }
    let mut errors = Vec::new();
    let mut unread = 0;
    for name in &arguments.templates {
        match checked(name, arguments) {
            Ok(found) => errors.extend(found),
            Err(Failure(Status::WrongUsage, messages)) => return Err(Failure(Status::WrongUsage, messages)),
            Err(Failure(_, messages)) => {
                messages.iter().for_each(messages::tell);
                unread += 1;
            }
        }
    }
    if unread == arguments.templates.len() {
        return Ok(Status::NothingDone);
    }
    print(&told(&errors, arguments.format))?;
    Ok(match (unread, errors.is_empty()) {
        (0, true) => Status::Done,
        (0, false) => Status::Findings,
        _ => Status::SomeUnread,
    })
}

/// One template can be annotated, and its copy must not take its place.
fn check_annotated(arguments: &CheckArguments, output: &Path) -> Result<(), Failure> {
    let [name] = arguments.templates.as_slice() else {
        return Err(Failure::usage(Message::one_to_annotate(output)));
    };
    let template = Template::named(name).map_err(|message| unnamed(name, message))?;
    if matches!(template, Template::Text { .. }) {
        return Err(Failure::usage(Message::no_comments(name)));
    }
    check_ending(&template, output)?;
    super::render::check_output(output, &[&Input::new(Path::new(name))])
}

/// A file that cannot be read is another matter than a name that is none.
fn unnamed(name: &str, message: Message) -> Failure {
    let path = Path::new(name);
    let is_path = path.extension().is_some() || path.components().count() > 1 || path.exists();
    if is_path { Failure::nothing(message) } else { Failure::usage(message) }
}

fn checked(name: &str, arguments: &CheckArguments) -> Result<Vec<TemplateError>, Failure> {
    let template = Template::named(name).map_err(|message| unnamed(name, message))?;
    let errors = template.check(&data_schema(arguments.data, &template));
    let unread =
        |error: &&TemplateError| error.kind == TemplateErrorKind::Unreadable && error.place.is_none();
    if let Some(error) = errors.iter().find(unread).filter(|error| error.template == template.name()) {
        return Err(Failure::nothing(Message::template(&error.to_string())));
    }
    if let (Some(output), Template::Word { name, bytes, .. }) = (&arguments.annotate, &template) {
        let copy = word::annotate(&word::Template { name, bytes }, &errors);
        let copy = copy.map_err(|error| Failure::nothing(Message::unmade(&format!("{name}: {error}"))))?;
        write(output, &copy)?;
    }
    Ok(errors)
}

/// The schema of the data that a template is for.
fn data_schema(data: Option<TemplateData>, template: &Template) -> Value {
    let of_summary = templates::builtin_text(template.name())
        .is_some_and(|own| matches!(template, Template::Text { source, .. } if source == own.source));
    match data {
        Some(TemplateData::Summary) => summary::view_schema(),
        None if of_summary => summary::view_schema(),
        _ => View::json_schema(),
    }
}

fn told(errors: &[TemplateError], format: CheckFormat) -> String {
    match format {
        CheckFormat::Text => {
            errors.iter().map(|error| messages::escaped(&error.to_string()) + "\n").collect()
        }
        CheckFormat::Json => {
            let errors: Vec<Value> = errors.iter().map(as_json).collect();
            format!("{:#}\n", Value::Array(errors))
        }
    }
}

fn as_json(error: &TemplateError) -> Value {
    let place = error.place.as_ref();
    let word = place.filter(|place| !place.part.is_empty());
    let cell = word.and_then(|place| place.cell);
    json!({
        "template": error.template,
        "kind": error.kind.as_str(),
        "part": word.map(|place| &place.part),
        "paragraph": word.map(|place| place.paragraph),
        "table": cell.map(|cell| cell.table),
        "row": cell.map(|cell| cell.row),
        "cell": cell.map(|cell| cell.cell),
        "line": place.filter(|place| place.part.is_empty()).map(|place| place.paragraph),
        "quoted": error.quoted,
        "tag": error.tag,
        "message": error.message,
        "suggestion": error.suggestion,
    })
}

/// The data that a template uses.
fn schema(arguments: &TemplateSchemaArguments) -> Result<Status, Failure> {
    let name = &arguments.template;
    let template = Template::named(name).map_err(|message| unnamed(name, message))?;
    let uses = template.uses().map_err(Failure::nothing)?;
    print(&format!("{:#}\n", uses.schema(&data_schema(arguments.data, &template))))
}
