//! What is wrong with a text template, and where.

use std::fmt;

use minijinja::Error;

/// An error of a text template, for the person who writes it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct TextTemplateError {
    /// The template, or the text that it includes.
    pub template: String,
    /// The line, from 1; 0 where the error has no place.
    pub line: usize,
    /// That line's text.
    pub quoted: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for TextTemplateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.template)?;
        if self.line > 0 {
            write!(out, ", line {}", self.line)?;
        }
        write!(out, ": {}", self.message)?;
        if self.quoted.is_empty() { Ok(()) } else { write!(out, ": \"{}\"", self.quoted) }
    }
}

/// The innermost error: of `include` in a template, what is wrong in the included text.
pub(super) fn explained(
    error: &Error,
    template: &str,
    source: impl Fn(&str) -> Option<String>,
) -> TextTemplateError {
    let inner = innermost(error);
    let name = inner.name().unwrap_or(template);
    let line = inner.line().unwrap_or_default();
    let text = source(name).unwrap_or_default();
    let quoted = line.checked_sub(1).and_then(|at| text.lines().nth(at)).unwrap_or_default();
    TextTemplateError {
        template: name.to_owned(),
        line,
        quoted: quoted.trim().to_owned(),
        message: message(inner),
    }
}

fn innermost(error: &Error) -> &Error {
    let mut inner = error;
    let mut next = std::error::Error::source(error);
    while let Some(cause) = next {
        if let Some(cause) = cause.downcast_ref::<Error>() {
            inner = cause;
        }
        next = cause.source();
    }
    inner
}

fn message(error: &Error) -> String {
    match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    }
}
