//! A part's tree as the text of a minijinja template, and a map from that text back to the tags.

mod elements;
mod scopes;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::join::{Links, Placed};
use super::marks::{self, END, NOTE, NOTE_END, SPLICE, SPLICE_END, kind};
use super::tags::Kind;
use super::xml::{Attributes, Element, Node};

pub(crate) use scopes::Scope;
use scopes::{Change, Repeated, Scopes};

/// A template for minijinja.
#[derive(Debug, Default)]
pub(crate) struct Source {
    pub text: String,
    /// Where tags begin in the text, and which.
    map: Vec<(usize, usize)>,
    /// Notes that the text holds in their places: kind and id.
    pub moved: BTreeSet<(char, String)>,
    /// The last scope that is in use.
    pub last_scope: Scope,
}

impl Source {
    /// The tag at a byte of the text, or the last one before it.
    pub(crate) fn tag_at(&self, byte: usize) -> Option<usize> {
        let after = self.map.partition_point(|(start, _)| *start <= byte);
        after.checked_sub(1).map(|at| self.map[at].1)
    }
}

/// Notes of a template that go where they are referred to: kind and id to their trees.
pub(crate) type Notes<'a> = BTreeMap<(char, String), Element<'a>>;

/// What emitting needs to know.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'s, 'a> {
    pub tags: &'s [Placed],
    /// Relationship id to an address with tags in it.
    pub links: &'s Links,
    pub notes: &'s Notes<'a>,
    /// For partials: what ids of the partial are in the template.
    pub renamed: Option<&'s super::partials::Renamed>,
}

/// Emits a part with its prolog.
pub(crate) fn part(prolog: &str, root: &Element<'_>, around: Surroundings<'_, '_>, next: Scope) -> Source {
    let mut emitter = Emitter::new(root, around, next, false);
    emitter.raw(prolog);
    emitter.element(root);
    emitter.finish()
}

/// Emits the blocks of a partial's body, without its last section.
pub(crate) fn blocks(body: &Element<'_>, around: Surroundings<'_, '_>, next: Scope) -> Source {
    let mut emitter = Emitter::new(body, around, next, true);
    let scope = emitter.scopes.current();
    emitter.mark_scope(scope, kind::SCOPE);
    for node in body.children.iter().filter(|node| node.named("w:sectPr").is_none()) {
        emitter.node(node);
    }
    emitter.mark_scope(scope, kind::SCOPE_END);
    emitter.finish()
}

struct Emitter<'s, 'a> {
    around: Surroundings<'s, 'a>,
    source: Source,
    scopes: Scopes,
    repeated: Repeated,
    /// Whether what is written is the text of a run.
    in_text: bool,
}

impl<'s, 'a> Emitter<'s, 'a> {
    fn new(root: &Element<'_>, around: Surroundings<'s, 'a>, next: Scope, repeats: bool) -> Self {
        let repeated = Repeated::find(root, around.tags, &mut Scopes::from(next, repeats));
        Self {
            around,
            source: Source::default(),
            scopes: Scopes::from(next, repeats),
            repeated,
            in_text: false,
        }
    }

    fn finish(mut self) -> Source {
        self.source.last_scope = self.scopes.next();
        self.source
    }

    fn write(&mut self, text: &str) {
        self.source.text.push_str(text);
    }

    /// XML that holds no tag, though it may look so to minijinja.
    fn raw(&mut self, text: &str) {
        let mut from = 0;
        for (at, _) in text.match_indices('{') {
            if matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#') | None) {
                self.write(&text[from..at]);
                self.write("&#123;");
                from = at + 1;
            }
        }
        self.write(&text[from..]);
    }

    fn node(&mut self, node: &Node<'_>) {
        match node {
            Node::Text(text) => self.raw(text),
            Node::Tag(tag) => self.tag(*tag),
            Node::Element(element) => self.element(element),
        }
    }

    fn nodes(&mut self, nodes: &[Node<'_>]) {
        nodes.iter().for_each(|node| self.node(node));
    }

    fn tag(&mut self, tag: usize) {
        let placed = &self.around.tags[tag];
        let change = self.scopes.pass(placed);
        if let Change::Closes(scope) = change {
            self.mark_scope(Some(scope), kind::SCOPE_END);
        }
        // An include within a line is set apart as what a macro prints is.
        let splices = self.in_text && placed.tag.statement().is_some_and(|statement| statement.is("include"));
        if splices {
            self.source.text.push(SPLICE);
        }
        if placed.tag.kind != Kind::Comment {
            self.source.map.push((self.source.text.len(), tag));
            self.write(&placed.tag.source());
        }
        if splices {
            self.source.text.push(SPLICE_END);
        }
        if let Change::Opens(scope) = change {
            self.mark_scope(Some(scope), kind::SCOPE);
        }
    }

    fn mark_scope(&mut self, scope: Option<Scope>, kind: char) {
        if let Some(scope) = scope.filter(|scope| self.repeated.used.contains(scope)) {
            self.write(&marks::mark(kind, scope));
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.write(" ");
        self.write(name);
        self.write("=\"");
        self.raw(value);
        self.write("\"");
    }

    /// A mark in the place of an attribute's value.
    fn marked(&mut self, name: &str, kind: char, payload: impl std::fmt::Display) {
        // Writing to a String cannot fail.
        let _ = write!(self.source.text, " {name}=\"{}\"", marks::mark(kind, payload));
    }

    fn attributes(&mut self, attributes: &Attributes<'_>) {
        match attributes {
            Attributes::Plain(text) => self.plain_attributes(text),
            Attributes::Tagged(nodes) => {
                let before = std::mem::replace(&mut self.in_text, false);
                self.nodes(nodes);
                self.in_text = before;
            }
        }
    }

    /// Marks of identity are optional, and cannot stand in text that comes twice.
    fn plain_attributes(&mut self, text: &str) {
        if self.scopes.current().is_none() || !text.contains("w14:") {
            return self.raw(text);
        }
        let text = super::xml::without_attribute(text, "w14:paraId");
        self.raw(&super::xml::without_attribute(&text, "w14:textId"));
    }

    /// A note that goes where it is referred to, in the place of its id there.
    fn note(&mut self, kind: char, id: &str, note: &Element<'_>) {
        let scope = self.scopes.current().unwrap_or_default();
        self.source.moved.insert((kind, id.to_owned()));
        self.source.text.push(NOTE);
        let _ = write!(self.source.text, "{kind}{scope}:{id}{END}");
        let before = std::mem::replace(&mut self.in_text, false);
        self.nodes(&note.children);
        self.in_text = before;
        self.source.text.push(NOTE_END);
    }
}

/// Whether any tag stands directly among the children.
fn has_tags(element: &Element<'_>) -> bool {
    element.children.iter().any(|node| matches!(node, Node::Tag(_)))
}

/// Whether any tag stands anywhere in an element.
fn is_touched(element: &Element<'_>) -> bool {
    element.children.iter().any(|node| match node {
        Node::Tag(_) => true,
        Node::Text(_) => false,
        Node::Element(child) => is_touched(child),
    })
}
