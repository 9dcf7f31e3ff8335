//! The XML of parts as a tree that is walked once, forward, without being built.
//!
//! Settled here, below everything else: namespaces (transitional and strict names are one), alternate
//! content (the branch that a current Word shows), entities, comments, document types, depth.
//!
//! An [`Element`] that a handler does not enter is passed over by the next call of [`Cursor::next_child`].

mod element;
mod namespace;
mod skim;
mod tokens;

use std::borrow::Cow;

use memchr::{memchr, memmem};
use quick_xml::events::BytesText;
use quick_xml::events::attributes::Attributes;

use crate::error::ReadError;

pub(crate) use element::Element;
pub(crate) use namespace::Namespace;
pub(crate) use skim::child_in;
use tokens::{Tag, Token, Tokens, is_same};

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

/// Namespaces that are declared at a time; Word's own files have about forty.
const MOST_BINDINGS: usize = 1_000;

/// What the names of attributes that declare namespaces begin with.
const DECLARES: &str = "xmlns";

/// A prefix as it is bound from a depth on.
#[derive(Debug, Clone)]
struct Binding<'a> {
    prefix: &'a str,
    namespace: Namespace,
    known: bool,
    open_tags: usize,
}

/// A walk over one part.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    tokens: Tokens<'a>,
    bindings: Vec<Binding<'a>>,
    /// Nothing up to here declares a namespace that has not been noted.
    declaration: usize,
    /// The prefix met last with its namespace: nearly all names of a part have the same.
    last_prefix: Option<(&'a str, Namespace)>,
    open: Vec<Open>,
    /// The whole name of the element entered last, and its depth.
    entered: (&'a str, usize),
    /// Plain open tags.
    depth: usize,
    max_depth: usize,
    /// Whether an element was passed over because it lay too deep.
    pub(crate) too_deep: bool,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str, part: &'a str, max_depth: usize) -> Self {
        Self {
            tokens: Tokens::new(text, part),
            bindings: Vec::new(),
            declaration: 0,
            last_prefix: None,
            open: Vec::new(),
            entered: ("", 0),
            depth: 0,
            max_depth,
            too_deep: false,
        }
    }

    /// The root element.
    pub(crate) fn root(&mut self) -> Result<Element<'a>, ReadError> {
        loop {
            match self.tokens.next()? {
                Token::Start(tag) => return Ok(self.enter(tag, false)),
                Token::Empty(tag) => return Ok(self.enter(tag, true)),
                Token::Eof => return Err(self.tokens.malformed("it has no root element")),
                _ => {}
            }
        }
    }

    /// The next child element of `parent`, or `None` once its end is reached. What is left of the child before
    /// is passed over.
    pub(crate) fn next_child(&mut self, parent: &Element<'a>) -> Result<Option<Element<'a>>, ReadError> {
        if self.depth > parent.depth {
            self.pass_over(parent.depth)?;
        }
        while self.depth == parent.depth {
            match self.tokens.next()? {
                Token::Start(tag) => {
                    let element = self.enter(tag, false);
                    if self.is_child(&element) {
                        return Ok(Some(element));
                    }
                    if self.depth > parent.depth {
                        self.pass_over(parent.depth)?;
                    }
                }
                Token::Empty(tag) => {
                    let child = self.enter(tag, true);
                    if child.namespace != Namespace::Compatibility {
                        return Ok(Some(child));
                    }
                }
                Token::End => self.leave(),
                Token::Eof => return Err(self.tokens.malformed("it ends inside an element")),
                _ => {}
            }
        }
        Ok(None)
    }

    /// Reads on to the end of an element that is not entered.
    fn pass_over(&mut self, depth: usize) -> Result<(), ReadError> {
        let (innermost, its_depth) = self.entered;
        if self.depth == its_depth && self.depth == depth + 1 {
            // Where it cannot be skipped it is read.
            self.skip(innermost);
        }
        let mut inside = 0_usize;
        while self.depth > depth {
            match self.tokens.next()? {
                Token::Start(_) => inside += 1,
                Token::End if inside > 0 => inside -= 1,
                Token::End => self.leave(),
                Token::Eof => return Err(self.tokens.malformed("it ends inside an element")),
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether an element just entered is one that callers see. Alternate content opens here, or stays closed.
    fn is_child(&mut self, element: &Element<'a>) -> bool {
        if element.namespace == Namespace::Compatibility {
            self.alternative(element);
            return false;
        }
        let fits = self.depth <= self.max_depth;
        self.too_deep |= !fits;
        fits
    }

    /// Text directly in `parent` and in what it holds, up to its end.
    pub(crate) fn text(&mut self, parent: &Element<'a>) -> Result<Cow<'a, str>, ReadError> {
        let mut text = Cow::Borrowed("");
        let mut inside = 0_usize;
        while self.depth >= parent.depth {
            match self.tokens.next()? {
                Token::Start(_) => inside += 1,
                Token::End if inside > 0 => inside -= 1,
                Token::End => self.leave(),
                Token::Text(found) => append(&mut text, with_line_feeds(found)),
                Token::Verbatim(found) => append(&mut text, found),
                Token::Eof => return Err(self.tokens.malformed("it ends inside an element")),
                _ => {}
            }
        }
        Ok(text)
    }

    /// The tag just read.
    fn enter(&mut self, tag: Tag<'a>, empty: bool) -> Element<'a> {
        let Tag { raw, name_length } = tag;
        let whole = &raw[..name_length];
        let (prefix, name) = match whole.bytes().position(|byte| byte == b':') {
            Some(colon) => (&whole[..colon], &whole[colon + 1..]),
            None => ("", whole),
        };
        self.bind(raw, name_length);
        let namespace = self.namespace(prefix);
        if empty {
            // What the empty tag itself bound ends with it.
            self.unbind();
        } else {
            self.open.push(Open::Plain);
            self.depth += 1;
            self.entered = (whole, self.depth);
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
        // Nearly all that is declared stands in the root element.
        if self.tokens.position() <= self.declaration {
            return;
        }
        let further = memmem::find(self.tokens.rest().as_bytes(), DECLARES.as_bytes());
        self.declaration = further.map_or(usize::MAX, |further| self.tokens.position() + further);
        if memmem::find(&raw.as_bytes()[name_length..], DECLARES.as_bytes()).is_none() {
            return;
        }
        self.last_prefix = None;
        let mut attributes = Attributes::new(raw, name_length);
        attributes.with_checks(false);
        for attribute in attributes.flatten() {
            let Some(rest) = attribute.key.into_inner().strip_prefix(DECLARES) else { continue };
            if self.bindings.len() >= MOST_BINDINGS {
                return;
            }
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
            self.last_prefix = None;
        }
    }

    fn namespace(&mut self, prefix: &'a str) -> Namespace {
        if let Some((last, namespace)) = self.last_prefix
            && is_same(last.as_bytes(), prefix.as_bytes())
        {
            return namespace;
        }
        let bound = self.bindings.iter().rev().find(|bound| bound.prefix == prefix);
        let namespace = bound.map_or(Namespace::Other, |bound| bound.namespace);
        self.last_prefix = Some((prefix, namespace));
        namespace
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

/// Text with the ends of lines that XML gives to programs (1.0, 2.11).
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if memchr(b'\r', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(BytesText::from_escaped(text).xml10_content().into_owned())
}

#[cfg(test)]
mod tests;
