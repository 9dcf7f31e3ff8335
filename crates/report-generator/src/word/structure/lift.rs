//! Statements are lifted to where both ends of a pair have the same parent, so that what stands between them is
//! whole: runs, paragraphs, rows or cells.

use super::super::join::Placed;
use super::super::tags::Role;
use super::super::xml::{Element, Node};
use super::blank::{Side, holds, is_blank_beside, take};
use super::pairs::Pairs;
use super::split::{can_split, split_child};

/// Lifts pairs within a text; constructs that cannot take effect where they stand are collected.
pub(super) struct Lifter<'t> {
    pub tags: &'t [Placed],
    pub pairs: &'t Pairs,
    pub misplaced: Vec<usize>,
}

impl Lifter<'_> {
    /// Settles the pairs that are whole within `element`. Returns the tags that wait for a partner outside.
    pub(super) fn settle(&mut self, element: &mut Element<'_>) -> Vec<usize> {
        let mut waiting = Vec::new();
        for node in &mut element.children {
            match node {
                Node::Tag(tag) if self.pairs.construct_of(*tag).is_some() => waiting.push(*tag),
                Node::Element(child) => waiting.extend(self.settle(child)),
                _ => {}
            }
        }
        if waiting.is_empty() || element.is("w:r") {
            return waiting;
        }
        for construct in self.whole(&waiting) {
            if self.defers(element, construct) {
                continue;
            }
            if !self.place(element, construct) {
                self.misplaced.push(construct);
            }
            waiting.retain(|tag| self.pairs.construct_of(*tag) != Some(construct));
        }
        waiting
    }

    /// Constructs all of whose tags wait, the innermost first.
    fn whole(&self, waiting: &[usize]) -> Vec<usize> {
        let mut found = Vec::new();
        for tag in waiting.iter().rev() {
            let Some(construct) = self.pairs.construct_of(*tag) else { continue };
            let here = waiting.iter().filter(|tag| self.pairs.construct_of(**tag) == Some(construct)).count();
            if here == self.pairs.sizes[construct] && !found.contains(&construct) {
                found.push(construct);
            }
        }
        // A construct opened later stands within one opened earlier.
        found.sort_unstable_by(|one, other| other.cmp(one));
        found
    }

    /// A pair from the first cell of a row to its last is about the row.
    fn defers(&self, element: &Element<'_>, construct: usize) -> bool {
        if !element.is("w:tr") || self.pairs.sizes[construct] > 2 {
            return false;
        }
        let cells: Vec<&Node<'_>> = element.children.iter().filter(|node| is_cell(node)).collect();
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return false };
        let mut ends = self.pairs.tags_of(construct);
        let (Some(opens), Some(closes)) = (ends.next(), ends.next()) else { return false };
        cells.len() > 1 && holds(first, opens) && holds(last, closes)
    }

    /// Lifts the tags of a construct into `element`. Tells whether it could.
    fn place(&self, element: &mut Element<'_>, construct: usize) -> bool {
        let tags: Vec<usize> = self.pairs.tags_of(construct).collect();
        let sides: Vec<Option<Lift>> = tags.iter().map(|tag| self.way(element, *tag)).collect();
        if sides.iter().all(Option::is_some) {
            for (tag, lift) in tags.into_iter().zip(sides.into_iter().flatten()) {
                lift_tag(element, tag, lift);
            }
            return true;
        }
        self.place_within_paragraphs(element, &tags)
    }

    /// How a tag can be lifted out of the child that holds it.
    fn way(&self, element: &Element<'_>, tag: usize) -> Option<Lift> {
        let child = element.children.iter().find(|child| holds(child, tag))?;
        let Node::Element(inner) = child else { return Some(Lift::Stays) };
        if can_split(child, tag) {
            return Some(Lift::Splits);
        }
        let blank = |side| is_blank_beside(child, tag, side, self.tags) == Some(true);
        let role = self.tags[tag].tag.statement().map(|statement| statement.role);
        let closes = role == Some(Role::Closes);
        let order = if closes { [Side::After, Side::Before] } else { [Side::Before, Side::After] };
        if let Some(side) = order.into_iter().find(|side| blank(*side)) {
            return Some(Lift::To(side));
        }
        match &*inner.name {
            "w:tc" => Some(Lift::To(if closes { Side::After } else { Side::Before })),
            "w:tr" if role == Some(Role::Opens) && first_cell_holds(inner, tag) => {
                Some(Lift::To(Side::Before))
            }
            "w:tr" if closes && last_cell_holds(inner, tag) => Some(Lift::To(Side::After)),
            _ => None,
        }
    }

    /// A pair from the middle of one paragraph to the middle of another stays there, between runs: what it
    /// repeats begins and ends within paragraphs, as its text does.
    fn place_within_paragraphs(&self, element: &mut Element<'_>, tags: &[usize]) -> bool {
        let fits = |tag: usize| {
            element.children.iter().any(|child| {
                matches!(child, Node::Tag(found) if *found == tag)
                    || child.named("w:p").is_some_and(|paragraph| {
                        paragraph
                            .children
                            .iter()
                            .any(|run| holds(run, tag) && (is_tag(run) || can_split(run, tag)))
                    })
            })
        };
        if !tags.iter().all(|tag| fits(*tag)) {
            return false;
        }
        let shell =
            element.children.iter().find(|child| child.named("w:p").is_some() && holds(child, tags[0]));
        let shell = shell.or_else(|| element.children.iter().find(|child| child.named("w:p").is_some()));
        let Some(shell) = shell.and_then(Node::element).map(paragraph_shell) else { return false };
        for &tag in tags {
            for child in &mut element.children {
                match child {
                    Node::Tag(found) if *found == tag => {
                        let mut paragraph = shell.clone();
                        paragraph.children.push(Node::Tag(tag));
                        *child = Node::Element(paragraph);
                        break;
                    }
                    Node::Element(paragraph) if holds_in(paragraph, tag) => {
                        lift_tag(paragraph, tag, Lift::Splits);
                        break;
                    }
                    _ => {}
                }
            }
        }
        true
    }
}

/// How a tag gets out of the child of an element that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lift {
    /// It is a child already.
    Stays,
    /// The child is cut in two.
    Splits,
    /// It stands beside the child.
    To(Side),
}

fn lift_tag(element: &mut Element<'_>, tag: usize, lift: Lift) {
    let Some(at) = element.children.iter().position(|child| holds(child, tag)) else { return };
    if is_tag(&element.children[at]) {
        return;
    }
    match lift {
        Lift::Stays => {}
        Lift::Splits => {
            let child = element.children.remove(at);
            let nodes = split_child(child, tag);
            element.children.splice(at..at, nodes);
        }
        Lift::To(side) => {
            take(&mut element.children[at], tag);
            let at = match side {
                Side::Before => at - count_tags(element.children[..at].iter().rev(), |found| found > tag),
                Side::After => at + 1 + count_tags(element.children[at + 1..].iter(), |found| found < tag),
            };
            element.children.insert(at, Node::Tag(tag));
        }
    }
}

/// Tags in a row from the start on of which `is_passed` holds: tags keep the order of the text.
fn count_tags<'n, 'a: 'n>(
    nodes: impl Iterator<Item = &'n Node<'a>>,
    is_passed: impl Fn(usize) -> bool,
) -> usize {
    nodes.take_while(|node| matches!(node, Node::Tag(found) if is_passed(*found))).count()
}

fn is_tag(node: &Node<'_>) -> bool {
    matches!(node, Node::Tag(_))
}

fn is_cell(node: &Node<'_>) -> bool {
    node.element().is_some_and(|element| element.is("w:tc") || element.is("w:sdt"))
}

fn first_cell_holds(row: &Element<'_>, tag: usize) -> bool {
    row.children.iter().find(|node| is_cell(node)).is_some_and(|cell| holds(cell, tag))
}

fn last_cell_holds(row: &Element<'_>, tag: usize) -> bool {
    row.children.iter().rev().find(|node| is_cell(node)).is_some_and(|cell| holds(cell, tag))
}

fn holds_in(paragraph: &Element<'_>, tag: usize) -> bool {
    paragraph.is("w:p") && paragraph.children.iter().any(|child| holds(child, tag))
}

/// A paragraph without its text.
fn paragraph_shell<'a>(paragraph: &Element<'a>) -> Element<'a> {
    let mut shell = paragraph.shell();
    shell.children.extend(paragraph.children.iter().filter(|child| child.named("w:pPr").is_some()).cloned());
    shell
}
