//! Reports that are written from right to left: Word wants it said of paragraphs, runs, tables and sections.
//!
//! A template says nothing of it, so that one serves all languages.

use super::xml::{self, Attributes, Element, Node};
use crate::normalise::order_of;

/// Properties of runs that writing from right to left has twins of (ECMA-376 part 1, 17.3.2).
const TWINS: [(&str, &str); 3] = [("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:sz", "w:szCs")];

/// A part with all of its paragraphs, tables and sections from right to left.
pub(super) fn right_to_left(text: &str) -> Option<String> {
    changed(text, &turn)
}

/// Styles whose bold, italic and size hold for writing from right to left, too.
pub(super) fn with_twins(text: &str) -> Option<String> {
    changed(text, &twins_within)
}

fn changed(text: &str, change: &dyn Fn(&mut Element<'_>)) -> Option<String> {
    let mut part = xml::parse(text).ok()?;
    change(&mut part.root);
    let mut out = part.prolog.to_owned();
    part.root.write(&mut out);
    (out != text).then_some(out)
}

fn turn(element: &mut Element<'_>) {
    match &*element.name {
        "w:p" => put(properties(element, "w:pPr"), "w:bidi"),
        "w:tbl" => put(properties(element, "w:tblPr"), "w:bidiVisual"),
        "w:sectPr" => put(element, "w:bidi"),
        "w:r" if reads_from_right(element) => {
            let properties = properties(element, "w:rPr");
            put(properties, "w:rtl");
            add_twins(properties);
        }
        _ => {}
    }
    each_child(element, &turn);
}

fn twins_within(element: &mut Element<'_>) {
    if element.is("w:rPr") {
        add_twins(element);
    }
    each_child(element, &twins_within);
}

fn each_child(element: &mut Element<'_>, change: &dyn Fn(&mut Element<'_>)) {
    for node in &mut element.children {
        if let Node::Element(child) = node {
            change(child);
        }
    }
}

/// Whether a run has letters that are read from the right, or signs alone, which go with those.
fn reads_from_right(run: &Element<'_>) -> bool {
    let mut signs = false;
    for node in run.elements().filter(|child| child.is("w:t")).flat_map(|child| &child.children) {
        let Node::Text(text) = node else { continue };
        let text = xml::unescaped(text);
        if text.chars().any(is_from_right) {
            return true;
        }
        if text.chars().any(char::is_alphanumeric) {
            return false;
        }
        signs |= !text.trim().is_empty();
    }
    signs
}

/// Hebrew, Arabic, Syriac and their kin, and their forms of presentation.
const fn is_from_right(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// The properties of an element: its first child.
fn properties<'e, 'a>(element: &'e mut Element<'a>, name: &'static str) -> &'e mut Element<'a> {
    let at = element.children.iter().position(|node| node.named(name).is_some());
    let at = at.unwrap_or_else(|| {
        element.children.insert(0, Node::Element(empty(name)));
        0
    });
    match &mut element.children[at] {
        Node::Element(found) => found,
        _ => unreachable!("the child was just found or put there"),
    }
}

fn empty<'a>(name: &'static str) -> Element<'a> {
    Element { name: name.into(), attributes: Attributes::Plain("".into()), children: Vec::new() }
}

/// Puts a property in its place, where the element does not have it.
fn put(properties: &mut Element<'_>, name: &'static str) {
    put_like(properties, empty(name));
}

fn put_like<'a>(properties: &mut Element<'a>, property: Element<'a>) {
    if properties.child(&property.name).is_some() {
        return;
    }
    let order = order_of(&properties.name);
    let rank = |name: &str| order.map_or(usize::MAX, |order| order.rank(name));
    let own = rank(&property.name);
    let after = |node: &Node<'_>| node.element().is_some_and(|other| rank(&other.name) > own);
    let at = properties.children.iter().position(after).unwrap_or(properties.children.len());
    properties.children.insert(at, Node::Element(property));
}

fn add_twins(properties: &mut Element<'_>) {
    for (plain, twin) in TWINS {
        let Some(mut like) = properties.child(plain).map(Element::shell) else { continue };
        like.name = twin.into();
        put_like(properties, like);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_tables_sections_and_runs_are_turned_each_once() {
        let text = r#"<w:body><w:p><w:pPr><w:pStyle w:val="a"/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="20"/><w:u w:val="single"/></w:rPr><w:t>تقرير</w:t></w:r><w:r><w:t>SG20-TD 5</w:t></w:r><w:r><w:t> – </w:t></w:r><w:r><w:t>2026</w:t></w:r></w:p><w:tbl><w:tblPr><w:tblW w:w="0"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:sectPr><w:pgSz/><w:docGrid/></w:sectPr></w:body>"#;
        let expected = r#"<w:body><w:p><w:pPr><w:pStyle w:val="a"/><w:bidi/><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/><w:u w:val="single"/><w:rtl/></w:rPr><w:t>تقرير</w:t></w:r><w:r><w:t>SG20-TD 5</w:t></w:r><w:r><w:rPr><w:rtl/></w:rPr><w:t> – </w:t></w:r><w:r><w:t>2026</w:t></w:r></w:p><w:tbl><w:tblPr><w:bidiVisual/><w:tblW w:w="0"/></w:tblPr><w:tr><w:tc><w:p><w:pPr><w:bidi/></w:pPr></w:p></w:tc></w:tr></w:tbl><w:sectPr><w:pgSz/><w:bidi/><w:docGrid/></w:sectPr></w:body>"#;
        assert_eq!(right_to_left(text).as_deref(), Some(expected));
        assert_eq!(right_to_left(expected), None);
    }

    #[test]
    fn styles_hold_for_both_directions() {
        let styles =
            r#"<w:styles><w:style><w:rPr><w:b w:val="0"/><w:i/><w:iCs/></w:rPr></w:style></w:styles>"#;
        let expected = r#"<w:styles><w:style><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:i/><w:iCs/></w:rPr></w:style></w:styles>"#;
        assert_eq!(with_twins(styles).as_deref(), Some(expected));
    }
}
