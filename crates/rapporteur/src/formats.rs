//! The forms of the data: what stands around and between the documents.

use std::io::{self, Write};

use meeting_model::Document;

use crate::arguments::Format;
use crate::markdown;

/// Writes documents one after another, each as soon as it is there: one at a time is in memory.
pub struct Writer<W> {
    format: Format,
    /// Several files were asked for: the form says so even where one alone could be read.
    several: bool,
    written: usize,
    out: W,
}

impl<W: Write> Writer<W> {
    /// A writer of one or `several` documents.
    pub const fn new(format: Format, several: bool, out: W) -> Self {
        Self { format, several, written: 0, out }
    }

    /// Writes a document and what must stand before it.
    pub fn write(&mut self, document: &Document) -> io::Result<()> {
        match self.format {
            Format::Json => self.json(document)?,
            Format::Jsonl => {
                serde_json::to_writer(&mut self.out, document)?;
                self.out.write_all(b"\n")?;
            }
            Format::Yaml => self.yaml(document)?,
            Format::Markdown => self.markdown(document)?,
        }
        self.written += 1;
        self.out.flush()
    }

    /// Writes what must stand at the end and gives the output back.
    pub fn finish(mut self) -> io::Result<W> {
        if self.format == Format::Json && self.several {
            self.out.write_all(if self.written == 0 { b"[]\n" } else { b"\n]\n" })?;
        }
        Ok(self.out)
    }

    fn json(&mut self, document: &Document) -> io::Result<()> {
        let text = serde_json::to_string_pretty(document)?;
        if !self.several {
            return writeln!(self.out, "{text}");
        }
        // A line feed within a string is escaped, so every one of them is a line of the layout.
        let indented = text.replace('\n', "\n  ");
        write!(self.out, "{}  {indented}", if self.written == 0 { "[\n" } else { ",\n" })
    }

    fn yaml(&mut self, document: &Document) -> io::Result<()> {
        let text = serde_norway::to_string(document).map_err(io::Error::other)?;
        write!(self.out, "{}{text}", if self.several { "---\n" } else { "" })
    }

    fn markdown(&mut self, document: &Document) -> io::Result<()> {
        let rule = if self.written == 0 { "" } else { "\n---\n\n" };
        write!(self.out, "{rule}{}", markdown::page(document))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: Format, several: bool, count: usize) -> String {
        let mut writer = Writer::new(format, several, Vec::new());
        for _ in 0..count {
            writer.write(&Document::default()).unwrap();
        }
        String::from_utf8(writer.finish().unwrap()).unwrap()
    }

    #[test]
    fn several_documents_are_an_array_laid_out_as_one_value() {
        let text = written(Format::Json, true, 2);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value.as_array().unwrap().len(), 2);
        assert_eq!(text, format!("{value:#}\n"));
        assert!(written(Format::Json, false, 1).starts_with("{\n"));
    }

    #[test]
    fn lines_are_documents() {
        assert_eq!(written(Format::Jsonl, true, 3).lines().count(), 3);
    }

    #[test]
    fn yaml_documents_are_marked_where_there_are_several() {
        assert!(written(Format::Yaml, false, 1).starts_with("schema: rapporteur/document/1\n"));
        assert_eq!(written(Format::Yaml, true, 2).matches("---\n").count(), 2);
    }
}
