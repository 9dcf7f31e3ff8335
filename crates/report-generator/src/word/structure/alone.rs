//! Paragraphs, rows and cells that hold nothing but statements give way to these.

use super::super::join::Placed;
use super::super::tags::{Level, Role};
use super::super::xml::{Element, Node};
use super::blank::{Side, is_blank_beside, shows, tags_in, take};

/// Puts the tags of such paragraphs, rows and cells in their places, in `element` and all that it holds.
pub(super) fn give_way(element: &mut Element<'_>, tags: &[Placed]) {
    let children = std::mem::take(&mut element.children);
    for mut node in children {
        if let Node::Element(child) = &node {
            let replaced = match &*child.name {
                "w:tr" => row(&node, tags),
                "w:tc" => forced(&node, Level::Cell, tags),
                "w:p" => paragraph(&node, tags),
                _ => None,
            };
            if let Some(nodes) = replaced {
                element.children.extend(nodes);
                continue;
            }
        }
        if let Node::Element(child) = &mut node {
            give_way(child, tags);
        }
        element.children.push(node);
    }
}

fn level_of(tag: usize, tags: &[Placed]) -> Level {
    tags[tag].tag.level
}

/// An element goes, and tags that say so stand in its place. Where both ends of a pair stand in it, it stays
/// between them.
fn forced<'a>(node: &Node<'a>, level: Level, tags: &[Placed]) -> Option<Vec<Node<'a>>> {
    let mut found = Vec::new();
    tags_in(node, &mut found);
    found.retain(|tag| level_of(*tag, tags) == level && tags[*tag].tag.statement().is_some());
    let (&first, &last) = (found.first()?, found.last()?);
    let role = |tag: usize| tags[tag].tag.statement().map(|statement| statement.role);
    if role(first) == Some(Role::Opens) && role(last) == Some(Role::Closes) {
        let mut kept = node.clone();
        take(&mut kept, first);
        take(&mut kept, last);
        return Some(vec![Node::Tag(first), kept, Node::Tag(last)]);
    }
    Some(found.into_iter().map(Node::Tag).collect())
}

/// A row whose tags say so, or that holds nothing but statements which print nothing.
fn row<'a>(node: &Node<'a>, tags: &[Placed]) -> Option<Vec<Node<'a>>> {
    if let Some(nodes) = forced(node, Level::Row, tags) {
        return Some(nodes);
    }
    let mut found = Vec::new();
    tags_in(node, &mut found);
    let silent = |tag: &usize| {
        let placed = &tags[*tag].tag;
        placed.level != Level::Cell && placed.statement().is_none_or(|statement| !statement.prints())
    };
    let states = found.iter().any(|tag| tags[*tag].tag.statement().is_some());
    let row = node.element()?;
    let empty = !row.children.iter().any(|child| shows(child, tags));
    (empty && states && found.iter().all(silent)).then(|| found.into_iter().map(Node::Tag).collect())
}

/// A paragraph whose tags say so, or that holds nothing but statements and comments.
fn paragraph<'a>(node: &Node<'a>, tags: &[Placed]) -> Option<Vec<Node<'a>>> {
    let mut found = Vec::new();
    tags_in(node, &mut found);
    let forced = found.iter().any(|tag| level_of(*tag, tags) == Level::Paragraph);
    let outer = found.iter().any(|tag| matches!(level_of(*tag, tags), Level::Row | Level::Cell));
    let only_statements = !shows(node, tags) && found.iter().all(|tag| level_of(*tag, tags) != Level::Run);
    if found.is_empty() || outer || !(forced || only_statements) {
        return None;
    }
    let paragraph = node.element()?;
    let ends_section =
        paragraph.child("w:pPr").is_some_and(|properties| properties.child("w:sectPr").is_some());
    if ends_section {
        return Some(around_section(node, &found, tags));
    }
    let mut nodes = Vec::new();
    collect(paragraph, &mut nodes, forced, tags);
    Some(nodes)
}

/// Tags and bookmarks of a paragraph in their order.
fn collect<'a>(element: &Element<'a>, out: &mut Vec<Node<'a>>, forced: bool, tags: &[Placed]) {
    for child in &element.children {
        match child {
            Node::Tag(tag) if !forced || tags[*tag].tag.statement().is_some() => out.push(child.clone()),
            Node::Element(inner) => match &*inner.name {
                "w:bookmarkStart" | "w:bookmarkEnd" | "w:commentRangeStart" | "w:commentRangeEnd" => {
                    out.push(child.clone());
                }
                _ => collect(inner, out, forced, tags),
            },
            _ => {}
        }
    }
}

/// A paragraph that ends a section stays: what closes stands before it, what opens after it.
fn around_section<'a>(node: &Node<'a>, found: &[usize], tags: &[Placed]) -> Vec<Node<'a>> {
    let mut kept = node.clone();
    found.iter().for_each(|tag| take(&mut kept, *tag));
    let opens =
        |tag: &usize| tags[*tag].tag.statement().is_some_and(|statement| statement.role == Role::Opens);
    let (after, before): (Vec<usize>, Vec<usize>) = found.iter().partition(|tag| opens(tag));
    let mut nodes: Vec<Node<'a>> = before.into_iter().map(Node::Tag).collect();
    nodes.push(kept);
    nodes.extend(after.into_iter().map(Node::Tag));
    nodes
}

/// A paragraph that holds nothing but the definition of a macro or of a text gives way to it.
pub(super) fn unwrap_definitions(element: &mut Element<'_>, tags: &[Placed]) {
    let children = std::mem::take(&mut element.children);
    for mut node in children {
        if let Some(nodes) = node.named("w:p").and_then(|_| definition(&node, tags)) {
            element.children.extend(nodes);
            continue;
        }
        if let Node::Element(child) = &mut node {
            unwrap_definitions(child, tags);
        }
        element.children.push(node);
    }
}

/// The nodes of a definition, from the tag that opens it to the one that closes it.
fn definition<'a>(node: &Node<'a>, tags: &[Placed]) -> Option<Vec<Node<'a>>> {
    let mut found = Vec::new();
    tags_in(node, &mut found);
    let (&first, &last) = (found.first()?, found.last()?);
    let (opens, closes) = (tags[first].tag.statement()?, tags[last].tag.statement()?);
    let defines = opens.role == Role::Opens && matches!(opens.opener, "macro" | "set");
    let others = found.iter().filter_map(|tag| tags[*tag].tag.statement());
    let once = others.filter(|statement| statement.opener == opens.opener).count() == 2;
    let blank = |tag, side| is_blank_beside(node, tag, side, tags) == Some(true);
    if !defines || closes.role != Role::Closes || closes.opener != opens.opener || !once {
        return None;
    }
    (blank(first, Side::Before) && blank(last, Side::After)).then(|| between(node.element()?, first, last))?
}

/// Children of the element that holds both tags directly, from the one to the other.
fn between<'a>(element: &Element<'a>, first: usize, last: usize) -> Option<Vec<Node<'a>>> {
    let is = |node: &Node<'_>, tag| matches!(node, Node::Tag(found) if *found == tag);
    match element.children.iter().position(|node| is(node, first)) {
        Some(start) => {
            let end = element.children.iter().position(|node| is(node, last))?;
            Some(element.children.get(start..=end)?.to_vec())
        }
        None => element.elements().find_map(|child| between(child, first, last)),
    }
}
