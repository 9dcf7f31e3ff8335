//! Which paragraphs count in lists, and the labels that Word displays before them.

use word_document::{Label, ListLabels, ListedParagraph};

use super::lines::is_hidden;
use crate::word::xml::Element;

/// Counts a paragraph; its label, where it has one.
pub(super) fn label(paragraph: &Element<'_>, labels: &mut ListLabels<'_>) -> Option<Label> {
    let properties = paragraph.child("w:pPr");
    if properties.is_some_and(is_gone) {
        return None;
    }
    let value =
        |element: &Element<'_>, name: &str| element.child(name)?.attribute("w:val").map(str::to_owned);
    let list = properties.and_then(|properties| properties.child("w:numPr"));
    let number = |name: &str| value(list?, name);
    labels.next(&ListedParagraph {
        style: properties.and_then(|properties| properties.child("w:pStyle")?.attribute("w:val")),
        list: number("w:numId").and_then(|number| number.trim().parse().ok()),
        level: number("w:ilvl").and_then(|number| number.trim().parse().ok()),
    })
}

/// Whether a paragraph has no mark of its own, and so no number: a deleted or hidden one, but for a heading that
/// shares its line with the text after it (17.3.2.36).
fn is_gone(properties: &Element<'_>) -> bool {
    let Some(mark) = properties.child("w:rPr") else { return false };
    let is_deleted = mark.child("w:del").is_some() || mark.child("w:moveFrom").is_some();
    is_deleted || (mark.child("w:specVanish").is_none() && is_hidden(properties))
}
