//! What is wrong with a template, each with its place in the Word file.

use std::fmt;

use thiserror::Error;

/// Where in a Word file something stands; all numbers count from 1, as people do.
///
/// In a text template no part is named, and the lines count as paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Name of the part: `word/document.xml`; empty in a text template.
    pub part: String,
    /// The paragraph among those of its cell, or of the part where it stands in no table.
    pub paragraph: usize,
    /// The table cell that holds it.
    pub cell: Option<Cell>,
    /// The paragraph among all of its part, from 0.
    pub(crate) index: usize,
}

/// A table cell: the table among all of its part, the row in it, the cell in the row. All count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The table.
    pub table: usize,
    /// The row.
    pub row: usize,
    /// The cell.
    pub cell: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.cell {
            Some(Cell { table, row, cell }) => {
                write!(out, "{}, table {table} row {row} cell {cell}", self.part)
            }
            None if self.part.is_empty() => write!(out, "line {}", self.paragraph),
            None => write!(out, "{}, paragraph {}", self.part, self.paragraph),
        }
    }
}

/// What kind of error it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TemplateErrorKind {
    /// The file or one of its parts cannot be read.
    Unreadable,
    /// The braces of a tag do not match.
    Braces,
    /// A tag does not follow the grammar.
    Syntax,
    /// A tag that opens has none that closes it, or the other way round.
    Unbalanced,
    /// A tag stands where it cannot take effect.
    Misplaced,
    /// The data has no such name.
    UnknownName,
    /// There is no such filter, test, function or partial.
    UnknownFunction,
    /// The data does not fit while the report is made.
    Rendering,
    /// The result would be larger than a report may be.
    TooLarge,
}

impl TemplateErrorKind {
    /// Its name for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Braces => "braces",
            Self::Syntax => "syntax",
            Self::Unbalanced => "unbalanced",
            Self::Misplaced => "misplaced",
            Self::UnknownName => "unknown_name",
            Self::UnknownFunction => "unknown_function",
            Self::Rendering => "rendering",
            Self::TooLarge => "too_large",
        }
    }
}

/// One thing that is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Error)]
pub struct TemplateError {
    /// Name of the template, or of the partial in which it stands.
    pub template: String,
    /// What kind it is.
    pub kind: TemplateErrorKind,
    /// Where it stands.
    pub place: Option<Place>,
    /// The text around it, as Word shows it.
    pub quoted: String,
    /// The tag itself, as Word shows it; empty where no one tag is wrong.
    pub tag: String,
    /// What is wrong.
    pub message: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.template)?;
        if let Some(place) = &self.place {
            write!(out, ": {place}")?;
        }
        if !self.quoted.is_empty() {
            write!(out, " \"{}\"", self.quoted)?;
        }
        write!(out, ": {}", self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(out, " (did you mean {suggestion}?)"),
            None => Ok(()),
        }
    }
}

/// All that is wrong with a template; at least one error.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub struct TemplateErrors(pub Vec<TemplateError>);

impl fmt::Display for TemplateErrors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.0.iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            write!(out, "{error}")?;
        }
        Ok(())
    }
}

/// A text for quoting: not longer than a line.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((cut, _)) => format!("{}…", text[..cut].trim_end()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_reads_as_one_line() {
        let error = TemplateError {
            template: "report.docx".to_owned(),
            kind: TemplateErrorKind::UnknownName,
            place: Some(Place {
                part: "word/document.xml".to_owned(),
                paragraph: 1,
                cell: Some(Cell { table: 1, row: 3, cell: 2 }),
                index: 7,
            }),
            quoted: "Hello {{ meeting.plaze }} there".to_owned(),
            tag: "{{ meeting.plaze }}".to_owned(),
            message: "the data has no meeting.plaze".to_owned(),
            suggestion: Some("meeting.place".to_owned()),
        };
        assert_eq!(
            error.to_string(),
            "report.docx: word/document.xml, table 1 row 3 cell 2 \"Hello {{ meeting.plaze }} there\": \
             the data has no meeting.plaze (did you mean meeting.place?)"
        );
        assert_eq!(shortened(&"ab ".repeat(100)).chars().count(), 81);
    }
}
