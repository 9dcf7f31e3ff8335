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
    /// What is wrong, with its line.
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
    serde_norway::from_str(text).map_err(|error| error.to_string())
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
        assert!(read("items: 5").unwrap_err().contains("items"));
        assert!(Data::read(&[0xff]).is_err());
    }
}
