//! What a summary is made of: Word files, or data of documents and meetings.

use meeting_model::{Document, MeetingRecord, RECORD_SCHEMA};
use meeting_parser::Limits;
use serde_json::Value;

use crate::input::{Input, Problem};
use crate::messages::Message;

/// What was read so far.
#[derive(Debug, Default)]
pub struct Found {
    /// Documents.
    pub documents: Vec<Document>,
    /// Whole meetings.
    pub records: Vec<MeetingRecord>,
}

impl Found {
    /// Reads one input whole: a Word file, or data in one of the forms that `parse` and `batch` write.
    pub fn read(&mut self, input: &Input<'_>, limits: &Limits) -> Result<(), Message> {
        let unread = |problem: Problem| Message::unread(&input.shown(), &problem);
        let bytes = input.read().map_err(unread)?;
        if !is_data(&bytes) {
            let document = meeting_parser::parse(&bytes, &input.file_name(), limits);
            self.documents.push(document.map_err(|error| unread(Problem::Word(error)))?);
            return Ok(());
        }
        let values =
            values(&bytes).and_then(|values| values.into_iter().try_for_each(|value| self.add(value)));
        values.map_err(|why| Message::unusable_data(&input.shown(), &why))
    }

    fn add(&mut self, value: Value) -> Result<(), String> {
        if !value.is_object() {
            return Err("an object is expected".to_owned());
        }
        let told = |error: serde_json::Error| error.to_string();
        if value.get("schema").and_then(Value::as_str) == Some(RECORD_SCHEMA) {
            self.records.push(serde_json::from_value(value).map_err(told)?);
        } else {
            self.documents.push(serde_json::from_value(value).map_err(told)?);
        }
        Ok(())
    }
}

/// Text that is no Word file: data begins with a letter, a quotation mark, a comment or a bracket, and has no zeros.
fn is_data(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let word = text.starts_with(b"PK") || text.starts_with(&[0xd0, 0xcf]);
    !text.is_empty() && !word && !text.contains(&0) && std::str::from_utf8(text).is_ok()
}

/// The values of an array, of JSON lines, or of YAML documents.
fn values(bytes: &[u8]) -> Result<Vec<Value>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with(['{', '[']) {
        let documents = serde_norway::Deserializer::from_str(text);
        let value = |one: serde_norway::Deserializer<'_>| {
            <Value as serde::Deserialize>::deserialize(one).map_err(|error| error.to_string())
        };
        return documents.map(value).collect();
    }
    let mut out = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        match value.map_err(|error| error.to_string())? {
            Value::Array(values) => out.extend(values),
            value => out.push(value),
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(text: &str) -> Result<usize, String> {
        values(text.as_bytes()).map(|values| values.len())
    }

    #[test]
    fn data_comes_in_every_form_that_parse_writes() {
        assert_eq!(count("{\"kind\": \"agenda\"}"), Ok(1));
        assert_eq!(count("[{}, {}]"), Ok(2));
        assert_eq!(count("{}\n{}\n{}\n"), Ok(3));
        assert_eq!(count("kind: agenda\n"), Ok(1));
        assert_eq!(count("---\nkind: agenda\n---\nkind: other\n"), Ok(2));
        assert!(count("{\"kind\": ").is_err());
    }

    #[test]
    fn word_files_and_rubbish_are_no_data() {
        assert!(is_data(b"{}") && is_data("\u{feff}kind: agenda".as_bytes()));
        assert!(
            !is_data(b"PK\x03\x04") && !is_data(b"") && !is_data(b"\xd0\xcf\x11\xe0") && !is_data(b"a\0b")
        );
    }
}
