//! The tokens of a part: tags, text and references, in their order.
//!
//! Tags and text, which nearly all of a part consists of, are cut here, without a copy and without a second look at their
//! encoding. Everything else (comments, plain-text sections, references, declarations, what is malformed) is left to
//! quick-xml.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memchr2, memchr2_iter, memchr3};
use quick_xml::Reader;
use quick_xml::errors::IllFormedError;
use quick_xml::events::{BytesRef, Event};

use crate::error::ReadError;

/// What is read next.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    Start(Tag<'a>),
    Empty(Tag<'a>),
    End,
    /// Text as it is written.
    Text(&'a str),
    /// Text that needs no more work.
    Verbatim(Cow<'a, str>),
    Silent,
    Eof,
}

/// A start tag without its brackets.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tag<'a> {
    pub raw: &'a str,
    /// Bytes of its name.
    pub name_length: usize,
}

/// A walk over one part from token to token.
#[derive(Debug, Clone)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    part: &'a str,
    /// Brackets stand nowhere but around tags.
    is_plain: bool,
    at: usize,
    /// Names of the elements that are open.
    open: Vec<&'a str>,
}

/// Elements that are open at a time: to remember one takes more memory than its tag in a file made to do harm.
const MOST_OPEN: usize = 4_000_000;

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str, part: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self { text, part, is_plain: is_plain(text), at: 0, open: Vec::new() }
    }

    /// Whether brackets stand nowhere but around tags: the part has no comments, plain-text sections or instructions.
    pub(super) fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// Bytes read so far.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Goes on where as many elements are open as here.
    pub(super) fn seek(&mut self, position: usize) {
        self.at = position;
    }

    /// What is not read yet.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// What was read since a position.
    pub(super) fn since(&self, position: usize) -> &'a str {
        &self.text[position..self.at]
    }

    /// Passes over so many bytes, in which as many elements begin as end.
    pub(super) fn pass(&mut self, length: usize) -> &'a str {
        let from = self.at;
        self.at += length;
        self.since(from)
    }

    /// The next token.
    pub(super) fn next(&mut self) -> Result<Token<'a>, ReadError> {
        let rest = self.rest();
        match *rest.as_bytes() {
            [] => Ok(Token::Eof),
            [b'<', b'/', ..] => self.end(rest),
            [b'<', b'!' | b'?', ..] | [b'&', ..] => self.any(rest),
            [b'<', ..] => self.start(rest),
            _ => {
                let length = memchr2(b'<', b'&', rest.as_bytes()).unwrap_or(rest.len());
                Ok(Token::Text(self.pass(length)))
            }
        }
    }

    /// An end tag, which must be that of the element opened last.
    fn end(&mut self, rest: &'a str) -> Result<Token<'a>, ReadError> {
        if let Some(name) = self.open.last()
            && let inside = &rest.as_bytes()[2..]
            && inside.get(name.len()) == Some(&b'>')
            && is_same(&inside[..name.len()], name.as_bytes())
        {
            self.at += name.len() + 3;
            self.open.pop();
            return Ok(Token::End);
        }
        self.any(rest)
    }

    /// A start tag.
    fn start(&mut self, rest: &'a str) -> Result<Token<'a>, ReadError> {
        let inside = &rest[1..];
        let name_length = inside.bytes().position(ends_name).unwrap_or(inside.len());
        let Some(length) = self.end_of_tag(inside, name_length) else { return self.any(rest) };
        let raw = &inside[..length];
        self.at += length + 2;
        let (raw, is_empty) = raw.strip_suffix('/').map_or((raw, false), |raw| (raw, true));
        let tag = Tag { raw, name_length: name_length.min(raw.len()) };
        if is_empty {
            return Ok(Token::Empty(tag));
        }
        if self.open.len() == MOST_OPEN {
            return Err(ReadError::TooLarge(format!("{MOST_OPEN} elements inside one another")));
        }
        self.open.push(&raw[..name_length]);
        Ok(Token::Start(tag))
    }

    /// Where the bracket stands that ends a tag, in a text that begins with its name.
    pub(super) fn end_of_tag(&self, inside: &str, name_length: usize) -> Option<usize> {
        let inside = inside.as_bytes();
        match inside.get(name_length)? {
            b'>' => Some(name_length),
            b'/' if inside.get(name_length + 1) == Some(&b'>') => Some(name_length + 1),
            space if self.is_plain && space.is_ascii_whitespace() => {
                let bracket = memchr2(b'>', b'<', inside)?;
                let is_end = inside[bracket] == b'>' && ends_with_value(&inside[..bracket]);
                if is_end { Some(bracket) } else { end_outside_quotes(inside) }
            }
            _ => end_outside_quotes(inside),
        }
    }

    /// Any token but a start tag, as quick-xml reads it.
    #[cold]
    fn any(&mut self, rest: &'a str) -> Result<Token<'a>, ReadError> {
        let mut reader = Reader::from_str(rest);
        // It sees one token alone.
        reader.config_mut().allow_unmatched_ends = true;
        let event = reader.read_event().map_err(|error| self.malformed(&error.to_string()))?;
        self.at = self.text.len() - reader.get_ref().len();
        Ok(match event {
            Event::Start(_) | Event::Empty(_) => return Err(self.malformed("a tag that does not end")),
            Event::End(end) => {
                self.close(end.name().into_inner())?;
                Token::End
            }
            Event::Text(text) => Token::Verbatim(text.xml10_content()),
            Event::CData(text) => Token::Verbatim(text.xml10_content()),
            Event::GeneralRef(reference) => Token::Verbatim(Cow::Owned(entity(&reference))),
            Event::DocType(_) => return Err(ReadError::DocumentType(self.part.to_owned())),
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => Token::Silent,
            Event::Eof => Token::Eof,
        })
    }

    /// Ends the element opened last, which must have that name.
    fn close(&mut self, found: &str) -> Result<(), ReadError> {
        let error = match self.open.pop() {
            Some(name) if name == found => return Ok(()),
            Some(name) => {
                IllFormedError::MismatchedEndTag { expected: name.to_owned(), found: found.to_owned() }
            }
            None => IllFormedError::UnmatchedEndTag(found.to_owned()),
        };
        Err(self.malformed(&quick_xml::Error::from(error).to_string()))
    }

    pub(super) fn malformed(&self, detail: &str) -> ReadError {
        ReadError::Malformed { part: self.part.to_owned(), offset: self.at as u64, detail: detail.to_owned() }
    }
}

/// Whether brackets stand nowhere but around tags, but for the declaration of XML. A tag has one of each; only a closing
/// one may stand in text or in a value, where Word writes a reference (XML 1.0, 2.4), and then there are more of these.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Rare as they are, these signs are found sooner than with the bracket before them.
    let mut signs = memchr2_iter(b'!', b'?', bytes);
    memchr_iter(b'<', bytes).count() == memchr_iter(b'>', bytes).count()
        && !signs.any(|at| at > 1 && bytes[at - 1] == b'<')
}

/// Whether the last of a tag is the value of an attribute.
fn ends_with_value(tag: &[u8]) -> bool {
    let last = tag.iter().rfind(|byte| !byte.is_ascii_whitespace() && **byte != b'/');
    last.is_some_and(|last| matches!(last, b'"' | b'\''))
}

/// Where the bracket stands that ends a tag; one within quotes does not.
fn end_outside_quotes(inside: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr3(b'>', b'"', b'\'', &inside[at..])?;
        match inside[at] {
            b'>' => return Some(at),
            quote => at += memchr(quote, &inside[at + 1..])? + 2,
        }
    }
}

/// Whether two names are the same. They are short, and compared here sooner than by a call.
#[inline]
pub(super) fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one == other)
}

/// Whether a byte may follow a name in a tag.
pub(super) fn ends_name(byte: u8) -> bool {
    ENDS[usize::from(byte)]
}

/// The bytes that may follow a name in a tag, and those that stand in no name.
static ENDS: [bool; 256] = {
    let mut ends = [false; 256];
    let mut at = 0;
    while at < 8 {
        ends[b" >/\t\n\r\"'"[at] as usize] = true;
        at += 1;
    }
    ends
};

/// The character of a reference: a number or one of the five names of XML 1.0 (4.6). There are no others without
/// a document type, so the rest stands as it is written.
fn entity(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name: &str = reference;
    quick_xml::escape::resolve_xml_entity(name).map_or_else(|| format!("&{name};"), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens as lines, with the error that ends them.
    fn ours(text: &str) -> Vec<String> {
        let mut tokens = Tokens::new(text, "part");
        let mut lines = Vec::new();
        loop {
            lines.push(match tokens.next() {
                Ok(Token::Start(tag)) => format!("<{}>", tag.raw),
                Ok(Token::Empty(tag)) => format!("<{}/>", tag.raw),
                Ok(Token::End) => "</>".to_owned(),
                Ok(Token::Text(text)) => format!("text {text}"),
                Ok(Token::Verbatim(text)) => format!("text {text}"),
                Ok(Token::Silent) => continue,
                Ok(Token::Eof) => return lines,
                Err(error) => {
                    lines.push(error.to_string());
                    return lines;
                }
            });
        }
    }

    /// The same by quick-xml alone.
    fn theirs(text: &str) -> Vec<String> {
        let mut reader = Reader::from_str(text);
        let mut lines = Vec::new();
        loop {
            lines.push(match reader.read_event() {
                Ok(Event::Start(tag)) => format!("<{}>", &*tag),
                Ok(Event::Empty(tag)) => format!("<{}/>", &*tag),
                Ok(Event::End(_)) => "</>".to_owned(),
                Ok(Event::Text(text)) => format!("text {}", &*text),
                Ok(Event::CData(text)) => format!("text {}", text.xml10_content()),
                Ok(Event::GeneralRef(reference)) => format!("text {}", entity(&reference)),
                Ok(Event::Eof) => return lines,
                Ok(Event::DocType(_)) => {
                    lines.push(ReadError::DocumentType("part".to_owned()).to_string());
                    return lines;
                }
                Ok(_) => continue,
                Err(error) => {
                    lines.push(error.to_string());
                    return lines;
                }
            });
        }
    }

    /// Where quick-xml reads all of a text, we read the same; where it finds an error, so do we.
    fn assert_same(text: &str) {
        let (ours, theirs) = (ours(text), theirs(text));
        let has_error = |lines: &[String]| {
            lines.last().is_some_and(|line| !line.starts_with('<') && !line.starts_with("text"))
        };
        // Both let pass an opening bracket within a tag, which XML does not.
        if ours.iter().chain(&theirs).any(|line| line.starts_with('<') && line[1..].contains('<')) {
            return;
        }
        assert_eq!(has_error(&ours), has_error(&theirs), "{text:?}: {ours:?} {theirs:?}");
        assert!(has_error(&ours) || ours == theirs, "{text:?}: {ours:?} {theirs:?}");
    }

    #[test]
    fn tokens_are_those_of_quick_xml() {
        for text in [
            "<?xml version='1.0'?>\n<a b=\"1\">x<c/>y</a>",
            "<a b=\">\" c='>'><d e='/'/></a >",
            "<a b='\">'/><a/>",
            "<a><!-- </a> --><![CDATA[<b>]]>&amp;&#233;&nbsp;</a>",
            "<a b = '1' / >",
            "<a\n>x\r\ny</a\t>",
            "</a>",
            "<a></b>",
            "<a></ab>",
            "<ab></a>",
            "<a",
            "<a b=\"",
            "<",
            "</",
            "</a",
            "<!",
            "<!DOCTYPE a><a/>",
            "<a>&",
            "<a>&amp</a>",
            "<></>",
            "</>",
            "< a></ a>",
            "\u{feff}<a>\u{feff}</a>",
            "<a/>\u{feff}&lt;\u{feff}",
            "text only",
        ] {
            assert_same(text);
        }
    }

    #[test]
    fn tokens_of_any_pieces_are_those_of_quick_xml() {
        const PIECES: [&str; 24] = [
            "<a>",
            "</a>",
            "<b c=\"1\">",
            "</b>",
            "<a/>",
            "text",
            " ",
            "\n",
            "&amp;",
            "&",
            ";",
            "<",
            ">",
            "/",
            "\"",
            "'",
            "=",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?x ?>",
            "é",
            "<b c='\">'/>",
        ];
        // Numbers as Knuth's generator gives them (MMIX): the same in each run.
        let mut state = 1_u64;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        for _ in 0..50_000 {
            let length = next(9);
            let text: String = (0..length).map(|_| PIECES[next(PIECES.len())]).collect();
            assert_same(&text);
        }
    }
}
