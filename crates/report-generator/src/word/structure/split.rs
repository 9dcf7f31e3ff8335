//! A run is cut in two at a tag, and so is what may hold it within a paragraph.

use super::super::xml::{Attributes, Node};
use super::blank::holds;

/// Elements of a line of which two halves mean the same as the whole.
fn has_halves(name: &str) -> bool {
    matches!(
        name,
        "w:r"
            | "w:t"
            | "w:instrText"
            | "w:hyperlink"
            | "w:ins"
            | "w:moveTo"
            | "w:smartTag"
            | "w:customXml"
            | "w:bdo"
            | "w:dir"
            | "w:fldSimple"
    )
}

/// Whether a node can be cut in two at the tag that it holds.
pub(super) fn can_split(node: &Node<'_>, tag: usize) -> bool {
    let Some(element) = node.element() else { return true };
    has_halves(&element.name)
        && element.children.iter().find(|child| holds(child, tag)).is_some_and(|child| can_split(child, tag))
}

/// The half before the tag, the tag, and the half after it; a half that holds nothing is left out.
pub(super) fn split_child(node: Node<'_>, tag: usize) -> Vec<Node<'_>> {
    let Node::Element(mut element) = node else { return vec![node] };
    let Some(at) = element.children.iter().position(|child| holds(child, tag)) else {
        return vec![Node::Element(element)];
    };
    let mut after = element.children.split_off(at);
    let inner = split_child(after.remove(0), tag);
    let mut right = element.shell();
    // Marks of identity stay with the first half.
    if let Attributes::Plain(text) = &right.attributes
        && let std::borrow::Cow::Owned(without) = super::super::xml::without_attribute(text, "w14:paraId")
    {
        right.attributes = Attributes::Plain(without.into());
    }
    right.children.extend(element.children.iter().filter(|child| is_properties(child)).cloned());
    let mut seen = false;
    for half in inner {
        match half {
            Node::Tag(found) if found == tag => seen = true,
            other if seen => right.children.push(other),
            other => element.children.push(other),
        }
    }
    right.children.extend(after);
    [Some(element), None, Some(right)]
        .into_iter()
        .filter_map(|half| match half {
            None => Some(Node::Tag(tag)),
            Some(half) => {
                half.children.iter().any(|child| !is_properties(child)).then_some(Node::Element(half))
            }
        })
        .collect()
}

fn is_properties(node: &Node<'_>) -> bool {
    node.element().is_some_and(|element| matches!(&*element.name, "w:rPr" | "w:smartTagPr" | "w:customXmlPr"))
}
