//! A terminal obeys control characters: those of a document are shown on it instead.

use std::io::{self, Write};

/// The first byte in UTF-8 of the controls of ISO 6429 that take one character: U+0080 to U+009F.
const LEADS_C1: u8 = 0xC2;

/// A writer of text to a terminal, where control characters become `\u001b`, as JSON may write them. Line ends and
/// tabulators stay.
pub struct Terminal<W> {
    out: W,
    /// A byte whose meaning the next one tells.
    held: Option<u8>,
}

impl<W: Write> Terminal<W> {
    /// A terminal behind a writer.
    pub const fn new(out: W) -> Self {
        Self { out, held: None }
    }

    /// Writes what is still held back.
    pub fn finish(mut self) -> io::Result<()> {
        match self.held.take() {
            Some(b'\r') => self.show(b'\r')?,
            Some(byte) => self.out.write_all(&[byte])?,
            None => {}
        }
        self.out.flush()
    }

    fn put(&mut self, byte: u8) -> io::Result<()> {
        match (self.held.take(), byte) {
            (Some(LEADS_C1), 0x80..=0x9F) => return self.show(byte),
            (Some(b'\r'), b'\n') => return self.out.write_all(b"\r\n"),
            (Some(b'\r'), _) => self.show(b'\r')?,
            (Some(held), _) => self.out.write_all(&[held])?,
            (None, _) => {}
        }
        match byte {
            LEADS_C1 | b'\r' => self.held = Some(byte),
            b'\n' | b'\t' => self.out.write_all(&[byte])?,
            0..0x20 | 0x7F => self.show(byte)?,
            _ => self.out.write_all(&[byte])?,
        }
        Ok(())
    }

    fn show(&mut self, control: u8) -> io::Result<()> {
        write!(self.out, "\\u{control:04x}")
    }
}

impl<W: Write> Write for Terminal<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        bytes.iter().try_for_each(|byte| self.put(*byte))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a terminal gets of pieces that are written one after another.
    fn shown(pieces: &[&[u8]]) -> String {
        let mut out = Vec::new();
        let mut terminal = Terminal::new(&mut out);
        for piece in pieces {
            terminal.write_all(piece).unwrap();
        }
        terminal.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn controls_are_shown() {
        let text = "a\u{1b}[2J\u{7}\u{7f}\u{80}\u{9b}31m\u{9f}\u{a0}é\u{c0}";
        let expected = "a\\u001b[2J\\u0007\\u007f\\u0080\\u009b31m\\u009f\u{a0}é\u{c0}";
        assert_eq!(shown(&[text.as_bytes()]), expected);
        let bytes: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        assert_eq!(shown(&bytes), expected, "wherever the text is cut");
    }

    #[test]
    fn lines_and_columns_stay() {
        assert_eq!(shown(&[b"a\tb\nc\r", b"\nd"]), "a\tb\nc\r\nd");
        assert_eq!(shown(&[b"over\rwritten\r"]), "over\\u000dwritten\\u000d");
    }

    #[test]
    fn json_stays_what_it_was() {
        let value = serde_json::Value::from("\u{9b}31m \u{7f} \u{1b}");
        let shown = shown(&[&serde_json::to_vec(&value).unwrap()]);
        assert!(!shown.contains(char::is_control));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
    }
}
