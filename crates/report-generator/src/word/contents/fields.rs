//! The places of a table of contents in the tree: where its result begins and where it ends.

use super::lines::text_of;
use super::switches::Switches;
use crate::word::xml::{Element, Node};

/// A table of contents among the children of an element.
#[derive(Debug)]
pub(super) struct Found {
    pub switches: Switches,
    /// The paragraph where it begins, and the child after which its result begins.
    pub first: (usize, usize),
    /// The paragraph where it ends, and the child that ends it.
    pub last: (usize, usize),
}

/// What a field's sign does.
enum Sign {
    Begin,
    Code(String),
    Separate,
    End,
}

/// The first table of contents among the children of an element, from one of them on.
pub(super) fn find(children: &[Node<'_>], from: usize) -> Option<Found> {
    (from..children.len()).find_map(|at| {
        let paragraph = children[at].named("w:p")?;
        let (switches, child) = begin(paragraph)?;
        let last = end(children, at, child + 1)?;
        Some(Found { switches, first: (at, child), last })
    })
}

/// Where the result of a table of contents begins in a paragraph.
fn begin(paragraph: &Element<'_>) -> Option<(Switches, usize)> {
    let mut open: Vec<String> = Vec::new();
    for (at, child) in paragraph.children.iter().enumerate() {
        for sign in signs(child) {
            match sign {
                Sign::Begin => open.push(String::new()),
                Sign::Code(text) => {
                    if let Some(code) = open.last_mut() {
                        *code += &text;
                    }
                }
                Sign::Separate => {
                    let switches = open.last().and_then(|code| Switches::read(code));
                    if let Some(switches) = switches.filter(|_| open.len() == 1) {
                        return Some((switches, at));
                    }
                }
                Sign::End => drop(open.pop()),
            }
        }
    }
    None
}

/// The child of a paragraph, here or further on, that ends the field.
fn end(children: &[Node<'_>], at: usize, from: usize) -> Option<(usize, usize)> {
    let mut depth = 1_usize;
    for (paragraph, node) in children.iter().enumerate().skip(at) {
        let element = node.element()?;
        let inner: &[Node<'_>] =
            if element.is("w:p") { &element.children } else { std::slice::from_ref(node) };
        let skipped = if paragraph == at { from } else { 0 };
        for (child, node) in inner.iter().enumerate().skip(skipped) {
            for sign in signs(node) {
                match sign {
                    Sign::Begin => depth += 1,
                    Sign::End => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    return (element.is("w:p") && node.named("w:r").is_some()).then_some((paragraph, child));
                }
            }
        }
    }
    None
}

fn signs(node: &Node<'_>) -> Vec<Sign> {
    let mut out = Vec::new();
    if let Some(element) = node.element() {
        gather(element, &mut out);
    }
    out
}

fn gather(element: &Element<'_>, out: &mut Vec<Sign>) {
    match &*element.name {
        "w:fldChar" => out.extend(match element.attribute("w:fldCharType") {
            Some("begin") => Some(Sign::Begin),
            Some("separate") => Some(Sign::Separate),
            Some("end") => Some(Sign::End),
            _ => None,
        }),
        "w:instrText" => out.push(Sign::Code(text_of(element))),
        name if super::lines::is_aside(name) => {}
        _ => element.elements().for_each(|child| gather(child, out)),
    }
}
