//! What a meeting's reports are made of, as rich values: the lines of an item, and actions.

use minijinja::{Error, Value};

use super::{Inline, List, ListItem, Rich, RichBlock, values};

/// `item.lines | lines`: a paragraph for each line, what happened in bold, labels in bold, points numbered below their action.
pub(super) fn lines(value: &Value) -> Result<Value, Error> {
    let mut blocks: Vec<RichBlock> = Vec::new();
    for line in values::elements(value) {
        let (kind, text) = (field(&line, "kind")?, linked(&line)?);
        match (kind.as_str(), blocks.last_mut()) {
            ("sub_item", Some(RichBlock::List(list))) => list.items.push(point(text)),
            ("sub_item", _) => {
                blocks.push(RichBlock::List(List { ordered: true, items: vec![point(text)] }));
            }
            ("treatment" | "todo", _) => blocks.push(paragraph(bold(text))),
            _ => blocks.push(paragraph(labelled(field(&line, "label")?, text))),
        }
    }
    Ok(Value::from_object(Rich::Blocks(blocks)))
}

/// `list.actions | actions`: a point for each action, with its identifier in bold and its own points numbered below.
pub(super) fn actions(value: &Value) -> Result<Value, Error> {
    let mut list = List::default();
    for action in values::elements(value) {
        let id = field(&action, "id")?;
        let label = if id.is_empty() { id } else { format!("{id}:") };
        let below = values::list(&action.get_attr("sub_items")?, true);
        list.items.push(ListItem {
            inlines: labelled(label, linked(&action)?),
            nested: (!below.items.is_empty()).then_some(below),
        });
    }
    let blocks = if list.items.is_empty() { Vec::new() } else { vec![RichBlock::List(list)] };
    Ok(Value::from_object(Rich::Blocks(blocks)))
}

/// The text of a line or an action, its numbers as links where it comes in pieces.
fn linked(value: &Value) -> Result<Vec<Inline>, Error> {
    let mut inlines = Vec::new();
    for part in values::elements(&value.get_attr("parts")?) {
        let (text, url) = (field(&part, "text")?, field(&part, "url")?);
        if url.is_empty() {
            inlines.extend(values::inlines(&Value::from(text)));
        } else {
            inlines.push(values::link(&text, &url));
        }
    }
    if inlines.is_empty() { Ok(values::inlines(&value.get_attr("text")?)) } else { Ok(inlines) }
}

fn field(value: &Value, name: &str) -> Result<String, Error> {
    let field = value.get_attr(name)?;
    Ok(field.as_str().map_or_else(String::new, str::to_owned))
}

fn point(inlines: Vec<Inline>) -> ListItem {
    ListItem { inlines, nested: None }
}

fn paragraph(inlines: Vec<Inline>) -> RichBlock {
    RichBlock::Paragraph { inlines, style: None }
}

fn labelled(label: String, text: Vec<Inline>) -> Vec<Inline> {
    if label.is_empty() {
        return text;
    }
    let label = Inline::Text { text: label, bold: true, italic: false };
    [label, Inline::text(" ")].into_iter().chain(text).collect()
}

/// The same in bold.
pub(super) fn bold(mut inlines: Vec<Inline>) -> Vec<Inline> {
    for inline in &mut inlines {
        if let Inline::Text { bold, .. } = inline {
            *bold = true;
        }
    }
    inlines
}
