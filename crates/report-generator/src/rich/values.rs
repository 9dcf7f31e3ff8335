//! Values of a template as the pieces that rich values are made of.

use minijinja::Value;
use minijinja::value::ValueKind;

use super::{Inline, List, ListItem, Rich, RichBlock};
use crate::target::Target;

/// The pieces of a paragraph that a value is. Nothing where it is undefined.
pub(super) fn inlines(value: &Value) -> Vec<Inline> {
    if let Some(rich) = value.downcast_object_ref::<Rich>() {
        return flat(rich);
    }
    if value.is_undefined() || value.is_none() {
        return Vec::new();
    }
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    lines(&text)
}

/// Text, its ends of lines as breaks.
fn lines(text: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push(Inline::Break);
        }
        if !line.is_empty() {
            out.push(Inline::text(line));
        }
    }
    out
}

/// A rich value within a paragraph: blocks become lines.
fn flat(rich: &Rich) -> Vec<Inline> {
    match rich {
        Rich::Inline(inlines) => inlines.clone(),
        Rich::Blocks(blocks) => {
            let paragraphs = blocks.iter().flat_map(block_lines).collect::<Vec<_>>();
            paragraphs.join(&Inline::Break)
        }
    }
}

fn block_lines(block: &RichBlock) -> Vec<Vec<Inline>> {
    match block {
        RichBlock::Paragraph { inlines, .. } => vec![inlines.clone()],
        RichBlock::List(list) => list_lines(list),
        RichBlock::Table { head, rows } => {
            let lines = Some(head).filter(|head| !head.is_empty()).into_iter().chain(rows);
            lines.map(|cells| cells.join(&Inline::text("\t"))).collect()
        }
    }
}

fn list_lines(list: &List) -> Vec<Vec<Inline>> {
    let of_item = |item: &ListItem| {
        let below = item.nested.as_ref().map(list_lines).unwrap_or_default();
        [item.inlines.clone()].into_iter().chain(below).collect::<Vec<_>>()
    };
    list.items.iter().flat_map(of_item).collect()
}

/// The elements of a list; a text is a list of its lines, anything else a list of itself.
pub(super) fn elements(value: &Value) -> Vec<Value> {
    match value.kind() {
        ValueKind::Undefined | ValueKind::None => Vec::new(),
        ValueKind::Seq | ValueKind::Iterable => value.try_iter().map(Iterator::collect).unwrap_or_default(),
        ValueKind::String => {
            let text = value.as_str().unwrap_or_default();
            text.lines().filter(|line| !line.trim().is_empty()).map(Value::from).collect()
        }
        _ => vec![value.clone()],
    }
}

/// A list of the elements. An element that is a list itself goes below the one before it.
pub(super) fn list(value: &Value, ordered: bool) -> List {
    let mut list = List { ordered, items: Vec::new() };
    for element in elements(value) {
        let below = match element.downcast_object_ref::<Rich>() {
            Some(Rich::Blocks(blocks)) => lists_of(blocks),
            Some(Rich::Inline(_)) => None,
            None if matches!(element.kind(), ValueKind::Seq | ValueKind::Iterable) => {
                Some(self::list(&element, ordered))
            }
            None => None,
        };
        match (below, list.items.last_mut()) {
            (Some(below), Some(item)) => add_below(item, below),
            (Some(below), None) => list.items.extend(below.items),
            (None, _) => list.items.push(ListItem { inlines: inlines(&element), nested: None }),
        }
    }
    list
}

/// The list that blocks consist of.
fn lists_of(blocks: &[RichBlock]) -> Option<List> {
    match blocks {
        [RichBlock::List(list)] => Some(list.clone()),
        _ => None,
    }
}

fn add_below(item: &mut ListItem, below: List) {
    match &mut item.nested {
        Some(nested) => nested.items.extend(below.items),
        None => item.nested = Some(below),
    }
}

/// A link, or the text alone where the address is none that may be clicked.
pub(super) fn link(text: &str, url: &str) -> Inline {
    match Target::of(url) {
        Some(Target::Url(url) | Target::File(url)) => {
            Inline::Link { text: text.to_owned(), url: url.to_owned() }
        }
        None => Inline::text(text),
    }
}
