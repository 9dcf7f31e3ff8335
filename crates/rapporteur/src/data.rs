//! Data on disk: a Document or a MeetingRecord, as JSON or YAML.

use meeting_model::{Document, Language, MeetingRecord, RECORD_SCHEMA};
use report_generator::{Labels, View};
use serde::de::DeserializeOwned;

/// What a file of data holds.
#[derive(Debug)]
pub enum Data {
    /// One document.
    Document(Box<Document>),
    /// A whole meeting.
    Record(Box<MeetingRecord>),
}

impl Data {
    /// Reads JSON or YAML; the field `schema` tells what it is, without it a document.
    ///
    /// # Errors
    /// What is wrong, and where: the line, or the names that lead to it.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        let about: About = parse(bytes)?;
        match about.schema.as_deref() {
            Some(RECORD_SCHEMA) => parse(bytes).map(|record| Self::Record(Box::new(record))),
            _ => parse(bytes).map(|document| Self::Document(Box::new(document))),
        }
    }

    /// The language that it is in.
    pub fn language(&self) -> Option<Language> {
        match self {
            Self::Document(document) => document.header.language,
            Self::Record(_) => None,
        }
    }

    /// It as templates see it.
    pub fn view(&self, labels: &Labels) -> View {
        match self {
            Self::Document(document) => View::of(document, labels),
            Self::Record(record) => View::of_record(record, labels),
        }
    }
}

#[derive(serde::Deserialize)]
struct About {
    #[serde(default)]
    schema: Option<String>,
}

/// JSON where the text begins like it, else YAML.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is no text in UTF-8".to_owned())?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        // From bytes, as everywhere: each way in would double what reads the data in the program.
        return serde_json::from_slice(text.as_bytes()).map_err(|error| error.to_string());
    }
    let value: serde_json::Value = serde_norway::from_str(text).map_err(|error| error.to_string())?;
    // The same way in for what YAML says: a line of its own for each value tells which one is wrong.
    let json = format!("{value:#}");
    serde_json::from_slice(json.as_bytes()).map_err(|error| {
        let what = error.to_string();
        let what = what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what);
        match path_to(&json, error.line()) {
            path if path.is_empty() => what.to_owned(),
            path => format!("{path}: {what}"),
        }
    })
}

/// The names that lead to a line of JSON which is laid out: `header.meeting`.
fn path_to(json: &str, line: usize) -> String {
    let above: Vec<&str> = json.lines().take(line).collect();
    let mut names = Vec::new();
    let mut depth = usize::MAX;
    for line in above.into_iter().rev() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if indent < depth {
            // What ends here is told by the line that begins it.
            depth = indent + usize::from(text.starts_with(['}', ']']));
            names
                .extend(text.strip_prefix('"').and_then(|text| text.split_once("\":")).map(|(name, _)| name));
        }
    }
    names.reverse();
    names.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_tells_what_the_data_is() {
        let read = |text: &str| Data::read(text.as_bytes());
        assert!(matches!(read("{\"schema\": \"rapporteur/meeting/1\"}"), Ok(Data::Record(_))));
        assert!(matches!(read("{\"items\": []}"), Ok(Data::Document(_))));
        assert!(matches!(read("header:\n  title: Report\n"), Ok(Data::Document(_))));
        assert!(read("{\"schema\": \"rapporteur/document/9\"}").unwrap_err().contains("line 1"));
        assert!(read("items: 5").unwrap_err().starts_with("items: invalid type"));
        assert!(read("header:\n  title: [Report]").unwrap_err().starts_with("header.title: invalid type"));
        assert!(
            read("items:\n- kind: heading\n  documents:\n  - {}")
                .unwrap_err()
                .starts_with("items.documents: missing")
        );
        assert!(!read("- a").unwrap_err().starts_with(':'));
        assert!(read("header: {title: x").unwrap_err().contains("line 1"));
        assert!(Data::read(&[0xff]).is_err());
    }
}
