//! What the engine says is wrong, with its place in the Word file.

use minijinja::{Error, ErrorKind};

use super::compile::Compiled;
use super::error::{TemplateError, TemplateErrorKind};
use super::join::Placed;

/// An error of the engine, placed by the innermost of its causes.
pub(super) fn placed(error: &Error, compiled: &Compiled, included: &[Compiled]) -> TemplateError {
    let mut innermost = error;
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        if let Some(cause) = cause.downcast_ref::<Error>().filter(|cause| cause.name().is_some()) {
            innermost = cause;
        }
        source = cause.source();
    }
    let (template, tag) = find(innermost, compiled, included);
    let kind = kind(innermost);
    match tag {
        Some(tag) => tag.error(template, kind, message(innermost)),
        None => TemplateError { kind, ..super::compile::unreadable(template, message(innermost)) },
    }
}

/// The tag that an error is about, and the template in which it stands.
fn find<'c>(
    error: &Error,
    compiled: &'c Compiled,
    included: &'c [Compiled],
) -> (&'c str, Option<&'c Placed>) {
    for one in included.iter().chain([compiled]) {
        let source = one.sources.iter().find(|(name, _)| Some(name.as_str()) == error.name());
        let Some((_, source)) = source else { continue };
        let tag = error.range().and_then(|range| source.tag_at(range.start));
        return (&one.gathered.template, tag.map(|tag| &one.gathered.tags[tag]));
    }
    (&compiled.gathered.template, None)
}

fn kind(error: &Error) -> TemplateErrorKind {
    match error.kind() {
        ErrorKind::SyntaxError | ErrorKind::BadEscape => TemplateErrorKind::Syntax,
        ErrorKind::UnknownFilter
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownTest
        | ErrorKind::UnknownMethod
        | ErrorKind::TemplateNotFound => TemplateErrorKind::UnknownFunction,
        ErrorKind::UndefinedError => TemplateErrorKind::UnknownName,
        ErrorKind::OutOfFuel | ErrorKind::WriteFailure => TemplateErrorKind::TooLarge,
        _ => TemplateErrorKind::Rendering,
    }
}

/// What the engine says, without the place that it knows.
pub(super) fn message(error: &Error) -> String {
    match (error.kind(), error.detail()) {
        (ErrorKind::OutOfFuel, _) => "the report would take more work than a report may".to_owned(),
        (ErrorKind::WriteFailure, _) => "the report would become too large".to_owned(),
        (ErrorKind::SyntaxError, Some(detail)) => format!("the tag does not follow the grammar: {detail}"),
        (_, Some(detail)) => format!("{}: {detail}", error.kind()),
        (kind, None) => kind.to_string(),
    }
}
