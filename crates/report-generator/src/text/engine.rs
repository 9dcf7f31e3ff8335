//! Fills a text template.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::ValueKind;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};

use super::error::explained;
use super::{TextForm, TextPartials, TextTemplate, TextTemplateError, html};
use crate::rich::{self, Rich};

/// The template filled with data.
///
/// A name that the data does not have is an error, which names template and line and quotes the line. A template that
/// is of no text form by its name is filled as plain text.
pub fn fill(
    template: &TextTemplate<'_>,
    partials: &TextPartials,
    data: &Value,
) -> Result<String, TextTemplateError> {
    let source = |name: &str| {
        let own = (name == template.name).then(|| template.source.to_owned());
        own.or_else(|| partials.get(name).cloned())
    };
    let told = |error: &Error| explained(error, template.name, source);
    let environment = environment(template, partials).map_err(|error| told(&error))?;
    let filled = environment.get_template(template.name).and_then(|ready| ready.render(data));
    filled.map_err(|error| told(&error))
}

/// The engine with a template and what it includes, each by its name.
pub(super) fn environment(
    template: &TextTemplate<'_>,
    partials: &TextPartials,
) -> Result<Environment<'static>, Error> {
    let form = TextForm::of(template.name).unwrap_or(TextForm::Plain);
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(
        SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?,
    );
    // Macros and included texts hand on what is escaped already; the formatter sees to the rest.
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("form".into()));
    environment.set_formatter(move |out, state, value| print(form, out, state, value));
    // What a document says is never markup.
    for name in ["safe", "escape", "e"] {
        environment.add_filter(name, |value: Value| value);
    }
    environment.add_filter("address", |url: &str| html::address(url).unwrap_or_default().to_owned());
    rich::add_filters(&mut environment);
    for (name, text) in partials {
        environment.add_template_owned(name.clone(), text.clone())?;
    }
    environment.add_template_owned(template.name.to_owned(), template.source.to_owned())?;
    Ok(environment)
}

/// Prints a value in the template's form: text escaped, nothing for `none`.
fn print(form: TextForm, out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_undefined() {
        return Err(ErrorKind::UndefinedError.into());
    }
    if let Some(rich) = value.downcast_object_ref::<Rich>() {
        let text = match form {
            TextForm::Markdown => rich.to_markdown(),
            TextForm::Html => rich.to_html(),
            TextForm::Plain => rich.plain(),
        };
        return out.write_str(&text).map_err(|_| ErrorKind::WriteFailure.into());
    }
    let text = match value.kind() {
        ValueKind::None => return Ok(()),
        ValueKind::String if value.is_safe() => value.to_string(),
        ValueKind::Map | ValueKind::Seq => {
            return Err(Error::new(ErrorKind::BadSerialization, "a list or an object cannot be printed"));
        }
        _ => form.escaped(&value.to_string()),
    };
    out.write_str(&text).map_err(|_| ErrorKind::WriteFailure.into())
}
