//! One part: a single pass that writes as it reads, and puts the children of an element right at its end.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::order::{Order, order_of};
use super::{Malformed, Relationships, characters};

/// A child in the output.
struct Child {
    name: String,
    /// Where it begins.
    start: usize,
}

/// An element whose end was not yet read.
struct Open {
    name: String,
    /// Where its tag begins, and where that ends.
    start: usize,
    content: usize,
    children: Vec<Child>,
    /// A link that points to no relationship: its text stays.
    transparent: bool,
}

/// Normalises a part. Where its `relationships` are given, what points to others is taken out.
pub(super) fn normalise(
    part: &str,
    xml: &str,
    relationships: Option<&Relationships>,
) -> Result<String, Malformed> {
    let xml = characters::clean(xml.strip_prefix('\u{feff}').unwrap_or(xml));
    let malformed = |message: String| Malformed { part: part.to_owned(), message };
    let mut reader = Reader::from_str(&xml);
    let mut pass = Pass { out: String::with_capacity(xml.len()), open: Vec::new(), relationships };
    let mut from = 0;
    loop {
        let event = reader.read_event().map_err(|error| malformed(error.to_string()))?;
        let to = usize::try_from(reader.buffer_position()).unwrap_or(xml.len());
        let source = &xml[from..to];
        match event {
            Event::Start(tag) => pass.start(&tag, source),
            Event::Empty(tag) => pass.empty(&tag, source),
            Event::End(_) => pass.end(source),
            Event::DocType(_) => return Err(malformed("it has a document type".to_owned())),
            Event::Eof if pass.open.is_empty() => return Ok(pass.out),
            Event::Eof => return Err(malformed("it ends inside an element".to_owned())),
            _ => pass.text(source),
        }
        from = to;
    }
}

struct Pass<'r> {
    out: String,
    open: Vec<Open>,
    relationships: Option<&'r Relationships>,
}

impl Pass<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, source: &str) {
        let name = name_of(tag);
        let start = self.out.len();
        self.note(&name);
        self.out.push_str(source);
        let transparent = name == "w:hyperlink" && self.points_nowhere(tag);
        self.open.push(Open { name, start, content: self.out.len(), children: Vec::new(), transparent });
    }

    fn empty(&mut self, tag: &BytesStart<'_>, source: &str) {
        let name = name_of(tag);
        let pointless = match name.as_str() {
            "w:headerReference" | "w:footerReference" | "w:hyperlink" => self.points_nowhere(tag),
            "w:tbl" => true,
            _ => self.is_idle(&name),
        };
        if pointless {
            return;
        }
        self.note(&name);
        match name.as_str() {
            "w:tc" => self.out.push_str("<w:tc><w:p/></w:tc>"),
            // docx-rs says of columns what the schema lets be said of widths alone.
            "w:gridCol" => self.out.push_str(&without_attribute(source, " w:type=\"")),
            _ => self.out.push_str(source),
        }
    }

    fn text(&mut self, source: &str) {
        let between = self.open.last().is_some_and(|open| order_of(&open.name).is_some());
        if between && source.trim().is_empty() {
            return;
        }
        self.note("");
        self.out.push_str(source);
    }

    fn end(&mut self, source: &str) {
        let Some(open) = self.open.pop() else { return };
        let rowless = open.name == "w:tbl" && !open.children.iter().any(|child| holds_rows(&child.name));
        if rowless || (open.children.is_empty() && self.is_idle(&open.name)) {
            self.take_back(open.start);
            return;
        }
        if open.transparent {
            self.out.replace_range(open.start..open.content, "");
            return;
        }
        if let Some(order) = order_of(&open.name) {
            self.arrange(&open, order);
        }
        if open.name == "w:tc" && !ends_in_paragraph(&open.children) {
            self.out.push_str("<w:p/>");
        }
        self.out.push_str(source);
    }

    /// Notes a child that begins here.
    fn note(&mut self, name: &str) {
        let start = self.out.len();
        if let Some(open) = self.open.last_mut() {
            open.children.push(Child { name: name.to_owned(), start });
        }
    }

    /// Takes back the element that began at `start`.
    fn take_back(&mut self, start: usize) {
        self.out.truncate(start);
        if let Some(parent) = self.open.last_mut() {
            parent.children.pop();
        }
    }

    /// Whether the tag has an id of a relationship that is not there.
    fn points_nowhere(&self, tag: &BytesStart<'_>) -> bool {
        let Some(known) = self.relationships else { return false };
        let id = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == "r:id");
        id.is_some_and(|id| !known.contains(id.value.as_ref()))
    }

    /// Whether an empty element of that name says nothing here.
    fn is_idle(&self, name: &str) -> bool {
        let parent = self.open.last().map_or("", |open| open.name.as_str());
        matches!(name, "w:pPr" | "w:rPr") && matches!(parent, "w:p" | "w:r" | "w:pPr" | "w:style" | "w:lvl")
    }

    /// Puts the children of an element into their order.
    fn arrange(&mut self, open: &Open, order: Order) {
        let mut kept: Vec<(usize, Range<usize>)> = Vec::with_capacity(open.children.len());
        let mut changed = false;
        for (index, child) in open.children.iter().enumerate() {
            let later = &open.children[index + 1..];
            if order.once && later.iter().any(|other| other.name == child.name) {
                changed = true;
                continue;
            }
            let end = later.first().map_or(self.out.len(), |next| next.start);
            kept.push((order.rank(&child.name), child.start..end));
        }
        if !changed && kept.is_sorted_by_key(|(rank, _)| *rank) {
            return;
        }
        kept.sort_by_key(|(rank, _)| *rank);
        let content: String = kept.into_iter().map(|(_, range)| &self.out[range]).collect();
        self.out.truncate(open.content);
        self.out.push_str(&content);
    }
}

fn name_of(tag: &BytesStart<'_>) -> String {
    tag.name().into_inner().to_owned()
}

/// A tag without an attribute.
fn without_attribute(tag: &str, attribute: &str) -> String {
    let parts = tag.split_once(attribute).and_then(|(before, rest)| Some((before, rest.split_once('"')?.1)));
    parts.map_or_else(|| tag.to_owned(), |(before, after)| format!("{before}{after}"))
}

/// Whether rows stand in a table's child.
fn holds_rows(name: &str) -> bool {
    matches!(name, "w:tr" | "w:sdt" | "w:customXml" | "w:ins" | "w:moveTo")
}

/// Whether the last of a cell's blocks is a paragraph, or something that may hold one.
fn ends_in_paragraph(children: &[Child]) -> bool {
    let blocks = ["w:p", "w:tbl", "w:sdt", "w:customXml", "w:altChunk"];
    let last = children.iter().rev().find(|child| blocks.contains(&child.name.as_str()));
    last.is_some_and(|block| block.name != "w:tbl")
}
