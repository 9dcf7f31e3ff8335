//! Tables of contents and of figures: their entries are made again from what stands in the report.
//!
//! Page numbers are Word's to count: their fields stand empty, and the table is marked to be refreshed.

mod entries;
mod fields;
mod gather;
mod lines;
mod marked;
mod numbered;
mod outline;
mod ranges;
mod runs;
mod sequences;
mod switches;
mod tabs;
#[cfg(test)]
mod tests;

use word_document::ListLabels;

use super::fragments::Fragments;
use super::xml::{self, Element, Node};
use entries::Writer;
use lines::{Line, Lines};
use outline::Outline;

/// The text of a part with its tables of contents made again; `None` where it has none.
pub(super) fn rebuilt(
    text: &str,
    styles: &[&str],
    labels: ListLabels<'_>,
    fragments: &mut Fragments,
) -> Option<String> {
    if !text.contains("TOC") {
        return None;
    }
    let mut part = xml::parse(text).ok()?;
    let outline = Outline::of(styles);
    let mut lines = Lines::of(&part.root, labels);
    if lines.contents.is_empty() {
        return None;
    }
    let wanted = wanted(&lines, &outline);
    if wanted.iter().any(|wanted| *wanted) {
        let mut marker =
            Marker { lines: &mut lines.all, wanted: &wanted, at: 0, next: next_bookmark(text), fragments };
        marker.visit(&mut part.root);
    }
    let mut writer = Writer { fragments, outline: &outline, width: entries::text_width(&part.root) };
    rebuild(&mut part.root, &lines, &mut writer);
    let mut out = part.prolog.to_owned();
    part.root.write(&mut out);
    Some(out)
}

/// Which paragraphs any of the tables gathers.
fn wanted(lines: &Lines<'_>, outline: &Outline) -> Vec<bool> {
    let wanted = lines.all.iter().map(|line| {
        let tables = || lines.contents.iter();
        line.as_ref().is_some_and(|line| tables().any(|table| gather::takes(table, line, outline)))
    });
    wanted.collect()
}

/// Numbers of new bookmarks begin above those that are there.
fn next_bookmark(text: &str) -> u64 {
    let digits = |rest: &str| rest.chars().take_while(char::is_ascii_digit).collect::<String>();
    let known = text.split("\"_Toc").skip(1).filter_map(|rest| digits(rest).parse::<u64>().ok());
    known.filter(|number| *number < 999_000_000).max().unwrap_or(0).max(100_000_000) + 1
}

/// Gives bookmarks to paragraphs that tables of contents point to.
struct Marker<'m> {
    lines: &'m mut [Option<Line>],
    wanted: &'m [bool],
    at: usize,
    next: u64,
    fragments: &'m mut Fragments,
}

impl Marker<'_> {
    fn visit(&mut self, element: &mut Element<'_>) {
        if element.is("w:p") {
            return self.paragraph(element);
        }
        if !lines::is_aside(&element.name) {
            for node in &mut element.children {
                if let Node::Element(child) = node {
                    self.visit(child);
                }
            }
        }
    }

    fn paragraph(&mut self, element: &mut Element<'_>) {
        let at = self.at;
        self.at += 1;
        if !self.wanted.get(at).copied().unwrap_or_default() {
            return;
        }
        let Some(Some(line)) = self.lines.get_mut(at) else { return };
        if line.bookmark.is_some() {
            return;
        }
        let (name, id) = (format!("_Toc{}", self.next), self.fragments.bookmark_id());
        self.next += 1;
        let start = usize::from(element.children.first().is_some_and(|node| node.named("w:pPr").is_some()));
        let mark = format!(r#"<w:bookmarkStart w:id="{id}" w:name="{name}"/>"#);
        element.children.insert(start, Node::Text(mark.into()));
        element.children.push(Node::Text(format!(r#"<w:bookmarkEnd w:id="{id}"/>"#).into()));
        line.bookmark = Some(name);
    }
}

/// Makes the tables of contents among the children of an element again, and those further in.
fn rebuild(element: &mut Element<'_>, lines: &Lines<'_>, writer: &mut Writer<'_>) {
    let mut from = 0;
    while let Some(found) = fields::find(&element.children, from) {
        let Some(entries) = gather::entries(&found.switches, lines, writer.outline) else {
            from = found.last.0 + 1;
            continue;
        };
        let new = writer.paragraphs(&element.children, &found, &entries);
        from = found.first.0 + new.len();
        element.children.splice(found.first.0..=found.last.0, new);
    }
    for node in &mut element.children {
        if let Node::Element(child) = node
            && !child.is("w:p")
            && !lines::is_aside(&child.name)
        {
            rebuild(child, lines, writer);
        }
    }
}
