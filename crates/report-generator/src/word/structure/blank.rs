//! What shows in a report, and what is only there to hold tags.

use super::super::join::Placed;
use super::super::tags::Kind;
use super::super::xml::Node;

/// Whether a node shows: text, a picture, a field, or a tag that prints a value.
pub(super) fn shows(node: &Node<'_>, tags: &[Placed]) -> bool {
    let element = match node {
        Node::Text(text) => return !text.trim().is_empty(),
        Node::Tag(tag) => return tags[*tag].tag.kind == Kind::Output,
        Node::Element(element) => element,
    };
    match &*element.name {
        "w:rPr"
        | "w:pPr"
        | "w:sdtPr"
        | "w:sdtEndPr"
        | "w:tcPr"
        | "w:trPr"
        | "w:tblPr"
        | "w:tblPrEx"
        | "w:tblGrid"
        | "w:proofErr"
        | "w:bookmarkStart"
        | "w:bookmarkEnd"
        | "w:lastRenderedPageBreak"
        | "w:tab"
        | "w:cr"
        | "w:commentRangeStart"
        | "w:commentRangeEnd"
        | "w:commentReference" => false,
        "w:br" => element.attribute("w:type").is_some(),
        "w:drawing"
        | "w:pict"
        | "w:object"
        | "w:sym"
        | "w:footnoteReference"
        | "w:endnoteReference"
        | "w:fldChar"
        | "w:fldSimple"
        | "w:ptab"
        | "mc:AlternateContent"
        | "m:oMath"
        | "m:oMathPara"
        | "w:tbl"
        | "w:tr" => true,
        // Between elements of blocks white space is layout of the XML.
        "w:t" | "w:instrText" => element.children.iter().any(|child| shows(child, tags)),
        _ => element.children.iter().any(|child| !matches!(child, Node::Text(_)) && shows(child, tags)),
    }
}

/// Which side of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// Whether nothing shows on that side of a tag within `node`, which holds it. `None` where it does not hold it.
pub(super) fn is_blank_beside(node: &Node<'_>, tag: usize, side: Side, tags: &[Placed]) -> Option<bool> {
    match node {
        Node::Tag(found) => (*found == tag).then_some(true),
        Node::Text(_) => None,
        Node::Element(element) => {
            let in_text = element.is("w:t") || element.is("w:instrText");
            let (at, inner) =
                element.children.iter().enumerate().find_map(|(at, child)| {
                    is_blank_beside(child, tag, side, tags).map(|inner| (at, inner))
                })?;
            let beside = match side {
                Side::Before => &element.children[..at],
                Side::After => &element.children[at + 1..],
            };
            let layout = |child: &Node<'_>| !in_text && matches!(child, Node::Text(_));
            Some(inner && !beside.iter().any(|child| !layout(child) && shows(child, tags)))
        }
    }
}

/// Whether a node holds the tag.
pub(super) fn holds(node: &Node<'_>, tag: usize) -> bool {
    match node {
        Node::Tag(found) => *found == tag,
        Node::Text(_) => false,
        Node::Element(element) => element.children.iter().any(|child| holds(child, tag)),
    }
}

/// All tags in a node, in the order of the text.
pub(super) fn tags_in(node: &Node<'_>, out: &mut Vec<usize>) {
    match node {
        Node::Tag(tag) => out.push(*tag),
        Node::Text(_) => {}
        Node::Element(element) => element.children.iter().for_each(|child| tags_in(child, out)),
    }
}

/// Takes a tag out of a node, with the text element and the run that it leaves empty.
pub(super) fn take(node: &mut Node<'_>, tag: usize) {
    let Node::Element(element) = node else { return };
    let Some(at) = element.children.iter().position(|child| holds(child, tag)) else { return };
    take(&mut element.children[at], tag);
    let gone = match &element.children[at] {
        Node::Tag(_) => true,
        Node::Element(child) => match &*child.name {
            "w:t" | "w:instrText" => child.children.is_empty(),
            "w:r" => child.elements().all(|inner| inner.is("w:rPr")),
            _ => false,
        },
        Node::Text(_) => false,
    };
    if gone {
        element.children.remove(at);
    }
}
