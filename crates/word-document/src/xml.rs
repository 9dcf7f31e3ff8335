//! The XML of parts as a tree that is walked once, forward, without being built.
//!
//! Settled here, below everything else: namespaces (transitional and strict names are one), alternate
//! content (the branch that a current Word shows), entities, comments, document types, depth.
//!
//! An [`Element`] that a handler does not enter is passed over by the next call of [`Cursor::next_child`].

use std::borrow::Cow;

use memchr::memmem;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, Event};
use quick_xml::{Reader, XmlVersion};

use crate::error::ReadError;

/// The vocabularies that the reader tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Namespace {
    /// `w:`, WordprocessingML.
    Word,
    /// `w14:` and later extensions of WordprocessingML by Microsoft.
    WordExtension,
    /// `m:`, Office Math.
    Math,
    /// `wp:`, the place of drawings in text.
    DrawingPlace,
    /// Shapes, groups, pictures, canvases, charts: what a drawing holds.
    Drawing,
    /// `v:` and its kin, the older drawings.
    Vml,
    /// `mc:`, alternate content.
    Compatibility,
    /// Relationships parts.
    Relationships,
    /// Core, extended and custom properties, Dublin Core.
    Properties,
    /// None of these.
    Other,
}

impl Namespace {
    fn of(uri: &str) -> Self {
        match uri {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            | "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => Self::DrawingPlace,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "http://schemas.openxmlformats.org/package/2006/relationships" => Self::Relationships,
            "urn:schemas-microsoft-com:vml" | "urn:schemas-microsoft-com:office:office" => Self::Vml,
            "http://purl.org/dc/elements/1.1/" | "http://purl.org/dc/terms/" => Self::Properties,
            _ if uri.contains("/drawingml/") || is_word_drawing(uri) => Self::Drawing,
            _ if uri.starts_with("http://schemas.microsoft.com/office/word/") => Self::WordExtension,
            _ if uri.ends_with("-properties")
                || uri.ends_with("Properties")
                || uri.ends_with("docPropsVTypes") =>
            {
                Self::Properties
            }
            _ if uri.starts_with("urn:schemas-microsoft-com:office:") => Self::Vml,
            _ => Self::Other,
        }
    }
}

/// Shapes, groups and canvases that Word 2010 added.
fn is_word_drawing(uri: &str) -> bool {
    const STEM: &str = "http://schemas.microsoft.com/office/word/2010/wordprocessing";
    uri.strip_prefix(STEM).is_some_and(|kind| kind != "Drawing")
}

/// A start tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'a> {
    /// Name and attributes, as they are written.
    raw: &'a str,
    /// Local name.
    name: &'a str,
    /// Bytes of the whole name.
    name_length: usize,
    namespace: Namespace,
    depth: usize,
}

impl<'a> Element<'a> {
    pub(crate) fn namespace(&self) -> Namespace {
        self.namespace
    }

    /// Local name.
    pub(crate) fn name(&self) -> &'a str {
        self.name
    }

    /// Whether this is the WordprocessingML element of that name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.namespace == Namespace::Word && self.name == name
    }

    /// The value of an attribute by its local name, references expanded. No two attributes that Word writes on
    /// one element differ in the prefix alone.
    pub(crate) fn attribute(&self, local_name: &str) -> Option<Cow<'a, str>> {
        let mut attributes = Attributes::new(self.raw, self.name_length);
        attributes.with_checks(false);
        attributes.flatten().find(|found| found.key.local_name().into_inner() == local_name).map(|found| {
            found.normalized_value(XmlVersion::Implicit1_0).unwrap_or_else(|_| found.value.clone())
        })
    }

    /// `w:val`.
    pub(crate) fn value(&self) -> Option<Cow<'a, str>> {
        self.attribute("val")
    }

    /// `w:val` as a number; nonsense is none.
    pub(crate) fn number<T: std::str::FromStr>(&self) -> Option<T> {
        self.value()?.trim().parse().ok()
    }

    /// An on/off property (ECMA-376 part 1, 17.17.4): present without a value is on.
    pub(crate) fn is_on(&self) -> bool {
        self.value().is_none_or(|value| !matches!(&*value, "0" | "false" | "off"))
    }
}

/// What an open tag is to the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// An element that callers see.
    Plain,
    /// `mc:AlternateContent`, and whether one of its branches was taken.
    Alternatives { taken: bool },
    /// The branch that was taken; its children stand in the place of the alternatives.
    Branch,
}

/// A prefix as it is bound from a depth on.
struct Binding<'a> {
    prefix: &'a str,
    namespace: Namespace,
    known: bool,
    open_tags: usize,
}

/// A walk over one part.
pub(crate) struct Cursor<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    part: &'a str,
    bindings: Vec<Binding<'a>>,
    open: Vec<Open>,
    /// Plain open tags.
    depth: usize,
    max_depth: usize,
    /// Whether an element was passed over because it lay too deep.
    pub(crate) too_deep: bool,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str, part: &'a str, max_depth: usize) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self {
            text,
            reader: Reader::from_str(text),
            part,
            bindings: Vec::new(),
            open: Vec::new(),
            depth: 0,
            max_depth,
            too_deep: false,
        }
    }

    /// The root element.
    pub(crate) fn root(&mut self) -> Result<Element<'a>, ReadError> {
        loop {
            match self.event()? {
                Event::Start(start) => return Ok(self.enter(start.len(), false)),
                Event::Empty(start) => return Ok(self.enter(start.len(), true)),
                Event::Eof => return Err(self.malformed("it has no root element")),
                _ => {}
            }
        }
    }

    /// The next child element of `parent`, or `None` once its end is reached. What is left of the child before
    /// is passed over.
    pub(crate) fn next_child(&mut self, parent: &Element<'a>) -> Result<Option<Element<'a>>, ReadError> {
        while self.depth >= parent.depth {
            match self.event()? {
                Event::Start(start) => {
                    if let Some(child) = self.child(start.len(), parent) {
                        return Ok(Some(child));
                    }
                }
                Event::Empty(start) if self.depth == parent.depth => {
                    let child = self.enter(start.len(), true);
                    if child.namespace != Namespace::Compatibility {
                        return Ok(Some(child));
                    }
                }
                Event::End(_) => self.leave(),
                Event::Eof => return Err(self.malformed("it ends inside an element")),
                _ => {}
            }
        }
        Ok(None)
    }

    /// What a start tag met inside `parent` is: its child, part of a child that was not entered, or alternate content.
    fn child(&mut self, length: usize, parent: &Element<'a>) -> Option<Element<'a>> {
        if self.depth > parent.depth {
            self.open.push(Open::Plain);
            self.depth += 1;
            return None;
        }
        let element = self.enter(length, false);
        if element.namespace == Namespace::Compatibility {
            self.alternative(&element);
            return None;
        }
        if self.depth > self.max_depth {
            self.too_deep = true;
            return None;
        }
        Some(element)
    }

    /// Text directly in `parent` and in what it holds, up to its end.
    pub(crate) fn text(&mut self, parent: &Element<'a>) -> Result<Cow<'a, str>, ReadError> {
        let mut text = Cow::Borrowed("");
        while self.depth >= parent.depth {
            match self.event()? {
                Event::Start(_) => {
                    self.open.push(Open::Plain);
                    self.depth += 1;
                }
                Event::End(_) => self.leave(),
                Event::Text(found) => append(&mut text, found.xml10_content()),
                Event::CData(found) => append(&mut text, found.xml10_content()),
                Event::GeneralRef(reference) => append(&mut text, Cow::Owned(entity(&reference))),
                Event::Eof => return Err(self.malformed("it ends inside an element")),
                _ => {}
            }
        }
        Ok(text)
    }

    fn event(&mut self) -> Result<Event<'a>, ReadError> {
        match self.reader.read_event() {
            Ok(Event::DocType(_)) => Err(ReadError::DocumentType(self.part.to_owned())),
            Ok(event) => Ok(event),
            Err(error) => Err(self.malformed(&error.to_string())),
        }
    }

    fn malformed(&self, detail: &str) -> ReadError {
        ReadError::Malformed {
            part: self.part.to_owned(),
            offset: self.reader.buffer_position(),
            detail: detail.to_owned(),
        }
    }

    /// The tag just read, whose name and attributes are `length` bytes long.
    fn enter(&mut self, length: usize, empty: bool) -> Element<'a> {
        let end = self.reader.buffer_position() as usize - if empty { 2 } else { 1 };
        let raw = self.text.get(end.saturating_sub(length)..end).unwrap_or_default();
        let name_length = raw.find(|c: char| c.is_ascii_whitespace()).unwrap_or(raw.len());
        let (prefix, name) = raw[..name_length].split_once(':').unwrap_or(("", &raw[..name_length]));
        self.bind(raw, name_length);
        let namespace = self.namespace(prefix);
        if empty {
            // What the empty tag itself bound ends with it.
            self.unbind();
        } else {
            self.open.push(Open::Plain);
            self.depth += 1;
        }
        Element { raw, name, name_length, namespace, depth: self.depth + usize::from(empty) }
    }

    fn leave(&mut self) {
        if self.open.pop() == Some(Open::Plain) {
            self.depth -= 1;
        }
        self.unbind();
    }

    /// Turns the plain tag just entered into alternate content (ECMA-376 part 3, 7.5 to 7.7): the first choice
    /// whose requirements are known, or else the fallback.
    fn alternative(&mut self, element: &Element<'a>) {
        let takes = match element.name() {
            "AlternateContent" => return self.retag(Open::Alternatives { taken: false }),
            "Choice" => self.requirements_known(element),
            "Fallback" => true,
            _ => false,
        };
        let around = self.open.len().checked_sub(2).and_then(|index| self.open.get_mut(index));
        if let Some(Open::Alternatives { taken }) = around
            && takes
            && !*taken
        {
            *taken = true;
            self.retag(Open::Branch);
        }
        // A branch that is not taken stays plain: `next_child` passes it over.
    }

    /// The innermost open tag does not count as a level any more.
    fn retag(&mut self, open: Open) {
        if let Some(last) = self.open.last_mut() {
            *last = open;
            self.depth -= 1;
        }
    }

    fn requirements_known(&self, choice: &Element<'a>) -> bool {
        choice.attribute("Requires").is_some_and(|required| {
            required.split_whitespace().all(|prefix| {
                self.bindings.iter().rev().find(|bound| bound.prefix == prefix).is_some_and(|b| b.known)
            })
        })
    }

    /// Notes the namespaces that a tag declares.
    fn bind(&mut self, raw: &'a str, name_length: usize) {
        if memmem::find(raw.as_bytes(), b"xmlns").is_none() {
            return;
        }
        let mut attributes = Attributes::new(raw, name_length);
        attributes.with_checks(false);
        for attribute in attributes.flatten() {
            let Some(rest) = attribute.key.into_inner().strip_prefix("xmlns") else { continue };
            let prefix = rest.strip_prefix(':').unwrap_or("");
            let namespace = Namespace::of(&attribute.value);
            // Charts of Office 2016 come with a picture for readers that do not draw them.
            let known = namespace != Namespace::Other && !attribute.value.contains("chartex");
            self.bindings.push(Binding { prefix, namespace, known, open_tags: self.open.len() + 1 });
        }
    }

    fn unbind(&mut self) {
        while self.bindings.last().is_some_and(|last| last.open_tags > self.open.len()) {
            self.bindings.pop();
        }
    }

    fn namespace(&self, prefix: &str) -> Namespace {
        self.bindings
            .iter()
            .rev()
            .find(|bound| bound.prefix == prefix)
            .map_or(Namespace::Other, |bound| bound.namespace)
    }
}

/// Joins text that references or comments have cut; one piece stays borrowed.
fn append<'a>(text: &mut Cow<'a, str>, more: Cow<'a, str>) {
    if text.is_empty() {
        *text = more;
    } else {
        text.to_mut().push_str(&more);
    }
}

/// The character of a reference: a number or one of the five names of XML 1.0 (4.6). There are no others without
/// a document type, so the rest stands as it is written.
fn entity(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name: &str = reference;
    quick_xml::escape::resolve_predefined_entity(name).map_or_else(|| format!("&{name};"), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
                     xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
                     xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'";

    /// Names of the children of the root, as `next_child` gives them without entering any.
    fn children(inner: &str) -> Vec<String> {
        let text = format!("<w:r {W}>{inner}</w:r>");
        let mut cursor = Cursor::new(&text, "part", 50);
        let root = cursor.root().unwrap();
        let mut names = Vec::new();
        while let Some(child) = cursor.next_child(&root).unwrap() {
            names.push(child.name().to_owned());
        }
        names
    }

    #[test]
    fn children_that_are_not_entered_are_passed_over() {
        assert_eq!(children("<w:a><w:b><w:c/></w:b></w:a><w:d/>text<w:e></w:e>"), ["a", "d", "e"]);
    }

    #[test]
    fn alternate_content_gives_the_known_choice_once() {
        let known = "<mc:AlternateContent><mc:Choice Requires='wps'><w:a/></mc:Choice>\
                     <mc:Choice Requires='wps'><w:b/></mc:Choice><mc:Fallback><w:c/></mc:Fallback></mc:AlternateContent>";
        assert_eq!(children(known), ["a"]);
        let unknown = known.replace("'wps'", "'unheard'");
        assert_eq!(children(&format!("{unknown}<w:z/>")), ["c", "z"]);
    }

    #[test]
    fn alternate_content_nests_inside_a_branch() {
        let inner = "<mc:AlternateContent><mc:Fallback><w:x/></mc:Fallback></mc:AlternateContent>";
        let outer = format!(
            "<mc:AlternateContent><mc:Choice Requires='wps'>{inner}<w:y/></mc:Choice></mc:AlternateContent>"
        );
        assert_eq!(children(&outer), ["x", "y"]);
    }

    #[test]
    fn the_prefix_does_not_matter_and_strict_names_are_the_same() {
        let text = "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'>\
                    <x:p xmlns:x='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/><x:p/></document>";
        let mut cursor = Cursor::new(text, "part", 50);
        let root = cursor.root().unwrap();
        assert!(root.is("document"));
        assert!(cursor.next_child(&root).unwrap().unwrap().is("p"));
        assert_eq!(cursor.next_child(&root).unwrap().unwrap().namespace(), Namespace::Other);
    }

    #[test]
    fn text_expands_references_and_keeps_the_unknown() {
        let text = "<a>x &amp; &#233;<!-- no --><![CDATA[<y>]]>&nbsp;</a>";
        let mut cursor = Cursor::new(text, "part", 50);
        let root = cursor.root().unwrap();
        assert_eq!(cursor.text(&root).unwrap(), "x & é<y>&nbsp;");
    }

    #[test]
    fn a_document_type_is_refused() {
        let mut cursor = Cursor::new("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "part", 50);
        assert_eq!(cursor.root().unwrap_err(), ReadError::DocumentType("part".to_owned()));
    }

    #[test]
    fn what_lies_too_deep_is_passed_over() {
        let text = format!("{}{}", "<a>".repeat(1_000), "</a>".repeat(1_000));
        let mut cursor = Cursor::new(&text, "part", 10);
        let mut element = cursor.root().unwrap();
        let mut entered = 1;
        while let Some(child) = cursor.next_child(&element).unwrap() {
            element = child;
            entered += 1;
        }
        assert_eq!((entered, cursor.too_deep), (10, true));
    }

    #[test]
    fn xml_that_ends_early_is_malformed() {
        let mut cursor = Cursor::new("<a><b>", "part", 50);
        let root = cursor.root().unwrap();
        let child = cursor.next_child(&root).unwrap().unwrap();
        assert!(matches!(cursor.next_child(&child), Err(ReadError::Malformed { offset: 6, .. })));
    }
}
