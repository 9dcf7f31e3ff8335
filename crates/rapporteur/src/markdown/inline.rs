//! Text within a line: what Markdown or HTML would take for markup is escaped.

use std::fmt::Display;

pub use report_generator::text::markdown::{lines, link, text};

/// A value that may be missing.
pub fn optional<T: Display>(value: Option<&T>) -> String {
    value.map(|value| lines(&value.to_string())).unwrap_or_default()
}

/// A value that may be missing, for a heading.
pub fn one_line(value: Option<&String>) -> String {
    value.map(|value| text(&value.replace('\n', " "))).unwrap_or_default()
}

/// Values in a row.
pub fn list<T: Display>(values: &[T]) -> String {
    values.iter().map(|value| lines(&value.to_string())).collect::<Vec<_>>().join(", ")
}

/// The parts that there are, with a separator between them.
pub fn joined(parts: impl IntoIterator<Item = String>, separator: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(separator)
}

/// A name of the contract, such as `carried_forward`, as words.
pub fn name(value: &impl Display) -> String {
    value.to_string().replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words() {
        assert_eq!(name(&"carried_forward"), "carried forward");
    }
}
