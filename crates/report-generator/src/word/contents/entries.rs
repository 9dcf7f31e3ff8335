//! The entries of a table of contents as paragraphs.

use std::collections::BTreeMap;

use super::fields::Found;
use super::gather::Entry;
use super::outline::Outline;
use super::runs::content;
use super::tabs;
use crate::word::fragments::{Fragments, StyleKind};
use crate::word::text::xml_text;
use crate::word::xml::{Element, Node};

/// Writes entries.
pub(super) struct Writer<'w> {
    pub fragments: &'w mut Fragments,
    pub outline: &'w Outline,
    /// Where page numbers end, in twentieths of a point.
    pub width: u32,
}

impl Writer<'_> {
    /// The paragraphs of a table of contents, in the place of those that it has.
    pub(super) fn paragraphs<'a>(
        &mut self,
        old: &[Node<'a>],
        found: &Found,
        entries: &[Entry<'_>],
    ) -> Vec<Node<'a>> {
        let samples = samples(&old[found.first.0..=found.last.0]);
        let (Some(first), Some(last)) = (old[found.first.0].element(), old[found.last.0].element()) else {
            return old[found.first.0..=found.last.0].to_vec();
        };
        let head = &first.children[..=found.first.1];
        let tail = &last.children[found.last.1..];
        let mut out: Vec<Node<'a>> = Vec::new();
        for entry in entries {
            let properties = self.properties(found.switches.sequence.is_some(), entry, &samples);
            let mut paragraph = if out.is_empty() { first.shell() } else { plain_paragraph() };
            paragraph.children.push(Node::Text(properties.into()));
            if out.is_empty() {
                paragraph.children.extend(head.iter().filter(|node| node.named("w:pPr").is_none()).cloned());
            }
            paragraph.children.push(Node::Text(content(entry, &found.switches).into()));
            out.push(Node::Element(paragraph));
        }
        if out.is_empty() {
            let mut paragraph = first.shell();
            paragraph.children.extend(head.iter().cloned());
            out.push(Node::Element(paragraph));
        }
        close(&mut out, found, last, tail, kept(old, found));
        out
    }

    /// Properties of an entry's paragraph: as an old entry of that level has them, or like one of another.
    fn properties(
        &mut self,
        of_figures: bool,
        entry: &Entry<'_>,
        samples: &BTreeMap<String, String>,
    ) -> String {
        let level = entry.level;
        let name = if of_figures { "table of figures".to_owned() } else { format!("toc {level}") };
        let id = self.style(&name, level);
        let properties = self.plain_properties(&id, samples);
        match tabs::after_number(&entry.text, level) {
            Some(at) if !tabs::has_left(&properties) && !self.outline.has_left_tab(&id) => {
                tabs::with_left(&properties, at)
            }
            _ => properties,
        }
    }

    fn plain_properties(&self, id: &str, samples: &BTreeMap<String, String>) -> String {
        if let Some(same) = samples.get(id) {
            return same.clone();
        }
        match samples.iter().next() {
            Some((other, like)) => {
                let style = |id: &str| format!("<w:pStyle w:val=\"{id}\"");
                like.replacen(&style(other), &style(id), 1)
            }
            None => format!("<w:pPr><w:pStyle w:val=\"{id}\"/>{}</w:pPr>", self.tab()),
        }
    }

    fn tab(&self) -> String {
        format!(r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{}"/></w:tabs>"#, self.width)
    }

    fn style(&mut self, name: &str, level: usize) -> String {
        let base = self.outline.ordinary().map(xml_text);
        let tab = self.tab();
        self.fragments.add_style(StyleKind::Paragraph, name, |id| {
            let based = base.map(|base| format!(r#"<w:basedOn w:val="{base}"/><w:next w:val="{base}"/>"#));
            format!(
                r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{}<w:uiPriority w:val="39"/><w:unhideWhenUsed/><w:pPr>{tab}<w:ind w:left="{}"/></w:pPr></w:style>"#,
                based.unwrap_or_default(),
                240 * (level.saturating_sub(1)),
            )
        })
    }
}

fn plain_paragraph<'a>() -> Element<'a> {
    Element {
        name: "w:p".into(),
        attributes: crate::word::xml::Attributes::Plain("".into()),
        children: Vec::new(),
    }
}

/// Ends the field: in the last paragraph, or in one of its own where it had one or where text follows.
fn close<'a>(
    out: &mut Vec<Node<'a>>,
    found: &Found,
    last: &Element<'a>,
    tail: &[Node<'a>],
    kept: Vec<Node<'a>>,
) {
    let has_section = last.child("w:pPr").is_some_and(|properties| properties.child("w:sectPr").is_some());
    let is_mark = |node: &Node<'_>| {
        ["w:bookmarkEnd", "w:bookmarkStart", "w:proofErr"].iter().any(|name| node.named(name).is_some())
    };
    let bare = tail.iter().skip(1).all(is_mark);
    let before = last.children[..found.last.1].iter().filter(|node| node.named("w:pPr").is_none());
    let own = found.last.0 != found.first.0 && before.into_iter().all(is_mark);
    let end = kept.into_iter().chain(tail.iter().cloned());
    if bare && !own && !has_section {
        if let Some(Node::Element(paragraph)) = out.last_mut() {
            paragraph.children.extend(end);
        }
        return;
    }
    let mut paragraph = if found.last.0 == found.first.0 { plain_paragraph() } else { last.shell() };
    paragraph.children.extend(last.children.iter().find(|node| node.named("w:pPr").is_some()).cloned());
    paragraph.children.extend(end);
    out.push(Node::Element(paragraph));
}

/// Ends of bookmarks that stood among the old entries without the other end.
fn kept<'a>(old: &[Node<'a>], found: &Found) -> Vec<Node<'a>> {
    let mut marks: Vec<&Node<'a>> = Vec::new();
    for at in found.first.0..=found.last.0 {
        let Some(paragraph) = old[at].element() else { continue };
        let from = if at == found.first.0 { found.first.1 + 1 } else { 0 };
        let to = if at == found.last.0 { found.last.1 } else { paragraph.children.len() };
        let inner = paragraph.children.get(from..to).unwrap_or_default();
        marks.extend(
            inner.iter().filter(|node| {
                node.named("w:bookmarkStart").is_some() || node.named("w:bookmarkEnd").is_some()
            }),
        );
    }
    let id = |node: &Node<'_>| node.element().and_then(|mark| mark.attribute("w:id")).map(str::to_owned);
    let alone = |node: &&&Node<'a>| marks.iter().filter(|other| id(other) == id(node)).count() == 1;
    marks.iter().filter(alone).map(|node| (*node).clone()).collect()
}

/// Properties of the old entries, by their styles.
fn samples(old: &[Node<'_>]) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for paragraph in old.iter().filter_map(|node| node.named("w:p")) {
        let Some(properties) = paragraph.child("w:pPr").filter(|own| own.child("w:sectPr").is_none()) else {
            continue;
        };
        let style = properties.child("w:pStyle").and_then(|style| style.attribute("w:val"));
        let Some(style) = style else { continue };
        // Tabs are what entries have in common; the last paragraph may be ordinary text.
        if paragraph.child("w:hyperlink").is_some() || properties.child("w:tabs").is_some() {
            let mut xml = String::new();
            properties.write(&mut xml);
            out.entry(style.to_owned()).or_insert(xml);
        }
    }
    out
}

/// Width of the text on the last section's pages; of A4 with usual margins where it does not say.
pub(super) fn text_width(root: &Element<'_>) -> u32 {
    let section = root.child("w:body").and_then(|body| body.child("w:sectPr"));
    let number = |element: &str, attribute: &str| -> Option<u32> {
        section?.child(element)?.attribute(attribute)?.parse().ok()
    };
    let width = || {
        let margins = number("w:pgMar", "w:left")?.checked_add(number("w:pgMar", "w:right")?)?;
        number("w:pgSz", "w:w")?.checked_sub(margins)
    };
    width().filter(|width| (1_000..30_000).contains(width)).unwrap_or(9_639)
}
