//! The elements of an index, in one pass: what is not known is passed over.

use std::borrow::Cow;

use jiff::civil::Date;
use meeting_model::{DocumentNumber, FileName};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::{Index, IndexEntry, IndexError};

/// Elements inside one another.
const DEEPEST: usize = 32;
/// Documents on one index.
const MOST_ENTRIES: usize = 50_000;
/// Bytes of one element's text.
const LONGEST_TEXT: usize = 64 << 10;
/// Bytes in which the root element begins.
const HEAD: usize = 4 << 10;

const ROOT: &str = "page_content";

/// Whether the first element is that of an index.
pub(super) fn begins_with_root(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let Ok(text) = decode(head, true) else { return false };
    let text = text.trim_start();
    text.starts_with('<') && first_element(text).is_some_and(|name| name == ROOT)
}

/// The name of the first element, after the declaration and comments.
fn first_element(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        rest = rest.split_once('<')?.1;
        if rest.starts_with(['?', '!']) {
            continue;
        }
        return rest.split(|mark: char| mark.is_whitespace() || matches!(mark, '>' | '/')).next();
    }
}

/// The text of the bytes; of a part of a file the last character may be cut.
fn decode(bytes: &[u8], cut: bool) -> Result<Cow<'_, str>, IndexError> {
    let wide = |from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map(Cow::Owned).map_err(|_| IndexError::Encoding)
    };
    match bytes {
        [0xFF, 0xFE, ..] => wide(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => wide(u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => Ok(Cow::Borrowed(text)),
                Err(error) if cut => Ok(String::from_utf8_lossy(&bytes[..error.valid_up_to()])),
                Err(_) => Err(IndexError::Encoding),
            }
        }
    }
}

/// Reads an index.
pub(super) fn read(path: &str, bytes: &[u8]) -> Result<Index, IndexError> {
    let text = decode(bytes, false)?;
    let mut reader = Reader::from_str(&text);
    let mut state = State { index: Index { path: path.to_owned(), ..Index::default() }, ..State::default() };
    loop {
        match reader.read_event().map_err(|error| IndexError::Malformed(error.to_string()))? {
            Event::Start(start) => state.open(start.name().as_ref())?,
            Event::End(_) => state.close()?,
            Event::Text(text) => state.text(&text.xml10_content()),
            Event::CData(text) => state.text(&text.xml10_content()),
            Event::GeneralRef(name) => state.text(&entity(&name)),
            Event::DocType(_) => return Err(IndexError::DocumentType),
            Event::Eof => break,
            _ => {}
        }
    }
    if state.open.is_empty() {
        Ok(state.index)
    } else {
        Err(IndexError::Malformed("it ends early".to_owned()))
    }
}

#[derive(Default)]
struct State {
    index: Index,
    /// Names of the elements that are open, the root first.
    open: Vec<String>,
    /// The text of the innermost.
    text: String,
    /// The document whose element is open.
    entry: Option<IndexEntry>,
}

impl State {
    fn open(&mut self, name: &str) -> Result<(), IndexError> {
        if self.open.len() >= DEEPEST || self.index.entries.len() > MOST_ENTRIES {
            return Err(IndexError::TooLarge);
        }
        if name == "folder" && self.open.last().is_some_and(|parent| parent == "folder_list") {
            self.entry = Some(IndexEntry::default());
        }
        self.open.push(name.to_owned());
        self.text.clear();
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.text.len() + text.len() <= LONGEST_TEXT {
            self.text.push_str(text);
        }
    }

    fn close(&mut self) -> Result<(), IndexError> {
        let name =
            self.open.pop().ok_or_else(|| IndexError::Malformed("an element ends twice".to_owned()))?;
        let text = std::mem::take(&mut self.text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let parent = self.open.last().map_or("", String::as_str);
        if name == "folder" && parent == "folder_list" {
            self.index.entries.extend(self.entry.take());
        } else if !text.is_empty() {
            match &mut self.entry {
                Some(entry) => fill_entry(entry, parent, &name, text),
                None => fill_index(&mut self.index, parent, &name, text),
            }
        }
        Ok(())
    }
}

fn fill_entry(entry: &mut IndexEntry, parent: &str, name: &str, text: String) {
    match (parent, name) {
        ("folder", "object_name") => entry.number = number(&text),
        ("folder", "main_source") => entry.source = Some(text),
        ("folder", "ltitle_e") => entry.title = Some(text),
        // Where there is no English title, one in another language is better than none.
        ("folder", "ltitle_f" | "ltitle_s") if entry.title.is_none() => entry.title = Some(text),
        ("folder", "reception_date") => entry.received = day(&text),
        ("study_questions", "rvalue") => entry.questions.push(text),
        _ => {}
    }
}

fn fill_index(index: &mut Index, parent: &str, name: &str, text: String) {
    match (parent, name) {
        ("page_param", "doc_type") => index.series = Some(text),
        ("page_param", "study_period") => index.period = text.parse().ok(),
        ("group_desc" | "page_param", "object_name" | "group") => {
            index.group = group(&text).or(index.group.take());
        }
        ("group_desc", "friendly_name") if index.group.is_none() => index.group = Some(text),
        ("meeting_desc", "ltitle_e") => index.title = Some(text),
        ("meeting_desc", "start_date") => index.start_date = day(&text),
        ("meeting_desc", "end_date") => index.end_date = day(&text),
        _ => {}
    }
}

/// `T25-SG20-260302-TD-GEN-0314` is built as a file name without format and language.
fn number(object_name: &str) -> Option<DocumentNumber> {
    object_name.parse::<FileName>().ok()?.to_number()
}

/// `T25-SG20` is the beginning of the names of the group's documents.
fn group(object_name: &str) -> Option<String> {
    number(&format!("{object_name}-C-0001"))?.group
}

/// `2026-03-02`, also before a time of day.
fn day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

/// The character that a reference stands for; an entity of one's own making stands for nothing.
fn entity(name: &str) -> String {
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        _ => character(name).map(String::from).unwrap_or_default(),
    }
}

fn character(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => digits.parse(),
    };
    char::from_u32(code.ok()?)
}
