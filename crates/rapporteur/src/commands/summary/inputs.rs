//! What a summary is made of: Word files, or data of documents and meetings.

use std::borrow::Cow;

use meeting_model::{Document, MeetingRecord};
use meeting_parser::Limits;
use serde::Deserialize as _;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::data::Data;
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
            values(&bytes).and_then(|values| values.into_iter().try_for_each(|value| self.add(&value)));
        values.map_err(|why| Message::unusable_data(&input.shown(), &why))
    }

    fn add(&mut self, value: &str) -> Result<(), String> {
        if !value.starts_with('{') {
            return Err("an object is expected".to_owned());
        }
        match Data::read(value.as_bytes())? {
            Data::Document(document) => self.documents.push(*document),
            Data::Record(record) => self.records.push(*record),
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

/// The values of an array, of JSON lines, or of YAML documents, as the text of each in JSON. All are read by [`Data`] alone: what
/// reads the data from a tree as well would be in the program twice.
fn values(bytes: &[u8]) -> Result<Vec<Cow<'_, str>>, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with(['{', '[']) {
        let documents = serde_norway::Deserializer::from_str(text).map(Value::deserialize);
        return documents.map(|value| value.map(json).map_err(|error| error.to_string())).collect();
    }
    let (mut out, mut from) = (Vec::new(), 0);
    let mut values = serde_json::Deserializer::from_slice(text.as_bytes()).into_iter::<IgnoredAny>();
    while let Some(value) = values.next() {
        value.map_err(|error| error.to_string())?;
        let value = text[from..values.byte_offset()].trim_start();
        from = values.byte_offset();
        if value.starts_with('[') {
            let values: Vec<Value> =
                serde_json::from_slice(value.as_bytes()).map_err(|error| error.to_string())?;
            out.extend(values.into_iter().map(json));
        } else {
            out.push(Cow::Borrowed(value));
        }
    }
    Ok(out)
}

fn json<'t>(value: Value) -> Cow<'t, str> {
    Cow::Owned(value.to_string())
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
