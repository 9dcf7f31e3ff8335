//! The template engine as Word needs it: escaping always on, no value that breaks XML, bounded work.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, Output, UndefinedBehavior};

use super::marks::{self, LINE, SPLICE, SPLICE_END, TAB};
use super::text::push_escaped;
use crate::rich::{Rich, add_filters};

/// Work that one text may cost: an instruction costs one, and 64 bytes of output do.
const FUEL: u64 = 20_000_000;

/// Macros and partials within one another.
const MOST_DEPTH: usize = 100;

/// Rich values that were printed, in the order of their marks.
pub(crate) type Printed = Arc<Mutex<Vec<Arc<Rich>>>>;

/// The environment of Word templates, and where it puts the rich values that are printed.
pub(crate) fn environment() -> (Environment<'static>, Printed) {
    let mut environment = Environment::new();
    let printed = Printed::default();
    let here = printed.clone();
    environment.set_formatter(move |out, _, value| format(out, value, &here));
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // A way of our own, so that the engine leaves every value to the formatter.
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("word".into()));
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(MOST_DEPTH);
    environment.set_debug(true);
    // What is printed is escaped in any case, so these change nothing.
    for name in ["safe", "escape", "e"] {
        environment.add_filter(name, |value: Value| value);
    }
    add_filters(&mut environment);
    (environment, printed)
}

fn format(out: &mut Output<'_>, value: &Value, printed: &Printed) -> Result<(), Error> {
    if let Some(text) = value.as_str() {
        return if value.is_safe() { markup(out, text) } else { Ok(write_text(out, text)?) };
    }
    if let Some(rich) = value.downcast_object::<Rich>() {
        let mut printed = printed.lock().unwrap_or_else(PoisonError::into_inner);
        printed.push(rich);
        return Ok(out.write_str(&marks::mark(marks::kind::RICH, printed.len() - 1))?);
    }
    match value.kind() {
        ValueKind::Undefined | ValueKind::None => Ok(()),
        ValueKind::Bool => Ok(out.write_str(if value.is_true() { "true" } else { "false" })?),
        ValueKind::Number => Ok(write!(out, "{value}")?),
        ValueKind::Seq | ValueKind::Iterable => {
            for (at, item) in value.try_iter()?.enumerate() {
                if at > 0 {
                    out.write_str(", ")?;
                }
                format(out, &item, printed)?;
            }
            Ok(())
        }
        _ => Ok(write_text(out, &value.to_string())?),
    }
}

/// What a macro or a block printed: escaped already, perhaps with elements.
fn markup(out: &mut Output<'_>, text: &str) -> Result<(), Error> {
    if text.contains('<') {
        out.write_char(SPLICE)?;
        out.write_str(text)?;
        out.write_char(SPLICE_END)?;
    } else {
        out.write_str(text)?;
    }
    Ok(())
}

/// Text of a value: escaped, breaks and tabs marked, without what XML forbids.
fn write_text(out: &mut Output<'_>, text: &str) -> std::fmt::Result {
    // A byte of 0xef may begin a mark.
    let plain = |byte: &u8| *byte >= b' ' && !matches!(byte, b'<' | b'>' | b'&' | b'"' | 0xef);
    if text.as_bytes().iter().all(plain) {
        return out.write_str(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{b}' | '\u{2028}' => escaped.push(LINE),
            '\t' => escaped.push(TAB),
            other => push_escaped(&mut escaped, other),
        }
    }
    out.write_str(&escaped)
}
