//! A part as a small tree that borrows from its text, to be changed and written again.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::text::xml_text;

/// Elements inside one another, and so our recursion.
const MOST_DEPTH: usize = 256;

/// What stands in an element.
#[derive(Debug, Clone)]
pub(crate) enum Node<'a> {
    Element(Element<'a>),
    /// Text as XML has it: escaped.
    Text(Cow<'a, str>),
    /// A tag of the template, by its number.
    Tag(usize),
}

/// An element.
#[derive(Debug, Clone)]
pub(crate) struct Element<'a> {
    /// With its prefix: `w:p`.
    pub name: Cow<'a, str>,
    /// As written, with the space before the first.
    pub attributes: Attributes<'a>,
    pub children: Vec<Node<'a>>,
}

/// Attributes of an element.
#[derive(Debug, Clone)]
pub(crate) enum Attributes<'a> {
    /// As written.
    Plain(Cow<'a, str>),
    /// With tags in their values.
    Tagged(Vec<Node<'a>>),
}

impl Element<'_> {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// Value of a plain attribute, as written.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let Attributes::Plain(text) = &self.attributes else { return None };
        attribute(text, name)
    }

    /// The first child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|child| child.is(name))
    }

    /// Children that are elements.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            _ => None,
        })
    }

    /// Writes the element; tags leave no trace.
    pub(crate) fn write(&self, out: &mut String) {
        self.write_start(out, self.children.is_empty());
        if !self.children.is_empty() {
            self.children.iter().for_each(|child| child.write(out));
            self.write_end(out);
        }
    }

    /// Writes the start tag.
    pub(crate) fn write_start(&self, out: &mut String, empty: bool) {
        out.push('<');
        out.push_str(&self.name);
        match &self.attributes {
            Attributes::Plain(text) => out.push_str(text),
            Attributes::Tagged(nodes) => nodes.iter().for_each(|node| node.write(out)),
        }
        out.push_str(if empty { "/>" } else { ">" });
    }

    /// Writes the end tag.
    pub(crate) fn write_end(&self, out: &mut String) {
        out.push_str("</");
        out.push_str(&self.name);
        out.push('>');
    }

    /// The same element without its children.
    pub(crate) fn shell(&self) -> Self {
        Self { name: self.name.clone(), attributes: self.attributes.clone(), children: Vec::new() }
    }
}

impl<'a> Node<'a> {
    /// The element, if it is one.
    pub(crate) fn element(&self) -> Option<&Element<'a>> {
        match self {
            Self::Element(element) => Some(element),
            _ => None,
        }
    }

    /// The text, as XML has it, if it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Writes the node; tags leave no trace.
    pub(crate) fn write(&self, out: &mut String) {
        match self {
            Self::Element(element) => element.write(out),
            Self::Text(text) => out.push_str(text),
            Self::Tag(_) => {}
        }
    }

    /// The element of that name, if it is one.
    pub(crate) fn named(&self, name: &str) -> Option<&Element<'a>> {
        self.element().filter(|element| element.is(name))
    }
}

/// Value of an attribute in the text of a tag, as written.
pub(crate) fn attribute<'t>(attributes: &'t str, name: &str) -> Option<&'t str> {
    let mut from = 0;
    while let Some(found) = attributes[from..].find(name) {
        let at = from + found;
        from = at + name.len();
        let starts = attributes[..at].ends_with([' ', '\t', '\n', '\r']);
        let rest = attributes[from..].trim_start();
        if let Some(rest) = rest.strip_prefix('=').filter(|_| starts) {
            let rest = rest.trim_start();
            let quote = rest.chars().next().filter(|&c| c == '"' || c == '\'')?;
            return rest[1..].split(quote).next();
        }
    }
    None
}

/// The text of a tag without one of its attributes.
pub(crate) fn without_attribute<'t>(attributes: &'t str, name: &str) -> Cow<'t, str> {
    let Some(value) = attribute(attributes, name) else { return Cow::Borrowed(attributes) };
    let value_at = value.as_ptr() as usize - attributes.as_ptr() as usize;
    let end = value_at + value.len() + 1;
    let Some(name_at) = attributes[..value_at].rfind(name) else { return Cow::Borrowed(attributes) };
    let start = attributes[..name_at].trim_end().len();
    Cow::Owned(format!("{}{}", &attributes[..start], &attributes[end.min(attributes.len())..]))
}

/// A part: what stands before the root, and the root.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub prolog: &'a str,
    pub root: Element<'a>,
}

/// Builds the tree of a part. The message says what is wrong with it.
pub(crate) fn parse(text: &str) -> Result<Part<'_>, String> {
    let mut builder = Builder { text, stack: Vec::new(), text_from: 0, root: None, root_at: 0 };
    let mut reader = Reader::from_str(text);
    loop {
        let at = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|error| format!("it is not well-formed: {error}"))?;
        let end = reader.buffer_position() as usize;
        match event {
            Event::Start(start) => builder.open(start.len(), start.name().into_inner().len(), end, false)?,
            Event::Empty(start) => builder.open(start.len(), start.name().into_inner().len(), end, true)?,
            Event::End(tag) => builder.close(end - tag.len() - 3, end),
            Event::CData(data) => {
                builder.flush(end - data.len() - 12, end);
                let content = Cow::Owned(xml_text(&data).into_owned());
                builder.push(Node::Text(content));
            }
            Event::Comment(comment) => builder.flush(end - comment.len() - 7, end),
            Event::PI(instruction) => builder.flush(end - instruction.len() - 4, end),
            Event::DocType(_) => return Err("it has a document type, which no Word file has".to_owned()),
            Event::Eof => break,
            Event::GeneralRef(_) => check_references(&text[at..end])?,
            Event::Text(_) | Event::Decl(_) => {}
        }
    }
    if !builder.stack.is_empty() {
        return Err("it ends inside an element".to_owned());
    }
    let root = builder.root.ok_or("it has no root element")?;
    Ok(Part { prolog: &text[..builder.root_at], root })
}

/// Refuses what looks like a reference and names nothing: braces of a tag in it would tear it into another.
fn check_references(text: &str) -> Result<(), String> {
    let unknown = |error| format!("it is not well-formed: {error}");
    if text.contains('&') { quick_xml::escape::unescape(text).map(drop).map_err(unknown) } else { Ok(()) }
}

struct Builder<'a> {
    text: &'a str,
    stack: Vec<Element<'a>>,
    /// Where the text that is not yet taken begins.
    text_from: usize,
    root: Option<Element<'a>>,
    root_at: usize,
}

impl<'a> Builder<'a> {
    fn open(&mut self, length: usize, name_length: usize, end: usize, empty: bool) -> Result<(), String> {
        let inner_end = end - if empty { 2 } else { 1 };
        let start = inner_end - length - 1;
        self.flush(start, end);
        if self.stack.len() >= MOST_DEPTH {
            return Err(format!("its elements stand more than {MOST_DEPTH} deep in one another"));
        }
        if self.stack.is_empty() && self.root.is_none() {
            self.root_at = start;
        }
        let raw = &self.text[start + 1..inner_end];
        check_references(raw)?;
        let element = Element {
            name: Cow::Borrowed(&raw[..name_length]),
            attributes: Attributes::Plain(Cow::Borrowed(raw[name_length..].trim_end())),
            children: Vec::new(),
        };
        if empty {
            self.finish(element);
        } else {
            self.stack.push(element);
        }
        Ok(())
    }

    fn close(&mut self, start: usize, end: usize) {
        self.flush(start, end);
        if let Some(element) = self.stack.pop() {
            self.finish(element);
        }
    }

    fn finish(&mut self, element: Element<'a>) {
        if self.stack.is_empty() {
            self.root.get_or_insert(element);
        } else {
            self.push(Node::Element(element));
        }
    }

    /// Takes the text before a tag that stands from `start` to `end`.
    fn flush(&mut self, start: usize, end: usize) {
        let from = std::mem::replace(&mut self.text_from, end);
        if from < start && !self.stack.is_empty() {
            self.push(Node::Text(Cow::Borrowed(&self.text[from..start])));
        }
    }

    fn push(&mut self, node: Node<'a>) {
        if let Some(parent) = self.stack.last_mut() {
            parent.children.push(node);
        }
    }
}

/// A character that stands for an entity or a reference, or the text as it is.
pub(crate) fn unescaped(text: &str) -> Cow<'_, str> {
    quick_xml::escape::unescape(text).unwrap_or(Cow::Borrowed(text))
}

/// Word's own prefix for its namespace is `w`. A part that has another gets it, so that one name is one string.
pub(crate) fn with_usual_prefix(text: &str) -> Cow<'_, str> {
    const MAIN: [&str; 2] = [
        "=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
        "=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"",
    ];
    let prefix = MAIN.iter().find_map(|name| {
        let at = text.find(name)?;
        text[..at].rfind("xmlns:").map(|start| &text[start + 6..at])
    });
    match prefix {
        Some(prefix) if prefix != "w" && !text.contains("xmlns:w=") => Cow::Owned(
            text.replace(&format!("<{prefix}:"), "<w:")
                .replace(&format!("</{prefix}:"), "</w:")
                .replace(&format!(" {prefix}:"), " w:")
                .replace(&format!("xmlns:{prefix}="), "xmlns:w="),
        ),
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_a_tree_of_what_is_written() {
        let part =
            parse("<?xml version=\"1.0\"?>\n<a x=\"1\"><b/>t&amp;<![CDATA[<]]><!-- c --></a>").unwrap();
        assert_eq!(part.prolog, "<?xml version=\"1.0\"?>\n");
        assert_eq!(part.root.attribute("x"), Some("1"));
        let [Node::Element(b), Node::Text(one), Node::Text(two)] = &part.root.children[..] else {
            panic!("{:?}", part.root.children)
        };
        assert_eq!((&*b.name, &**one, &**two), ("b", "t&amp;", "&lt;"));
    }

    #[test]
    fn what_is_dangerous_or_broken_is_refused() {
        for bad in [
            "<!DOCTYPE a><a/>",
            "<a>",
            "",
            "<a></b>",
            "<a>&#-2{{ 02;</a>",
            "<a b='&x;'/>",
            &"<a>".repeat(1_000),
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn attributes_are_found_and_taken_away() {
        let text = r#" w:id="1" w14:paraId='00 &amp;' w:x = "2""#;
        assert_eq!(attribute(text, "w14:paraId"), Some("00 &amp;"));
        assert_eq!(attribute(text, "w:x"), Some("2"));
        assert_eq!(attribute(text, "id"), None);
        assert_eq!(without_attribute(text, "w14:paraId"), r#" w:id="1" w:x = "2""#);
    }

    #[test]
    fn another_prefix_becomes_the_usual_one() {
        let text =
            r#"<n:p xmlns:n="http://schemas.openxmlformats.org/wordprocessingml/2006/main" n:a="1"></n:p>"#;
        let usual = with_usual_prefix(text);
        assert!(usual.starts_with("<w:p xmlns:w=") && usual.ends_with(" w:a=\"1\"></w:p>"), "{usual}");
    }
}
