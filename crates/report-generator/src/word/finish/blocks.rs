//! A value made of runs or blocks takes its place: the run or the paragraph around it is closed and, where more
//! follows in it, opened again.

use super::super::marks::{self, SPLICE_END};
use super::Finisher;

/// What has to be opened again after a value.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// The elements that were closed, from the outermost: start tags with the properties that follow them.
    open: String,
    /// Whether the paragraph was closed, and not the run alone.
    block: bool,
    /// Whether the paragraph ends a section, and so has to come again.
    ends_section: bool,
}

/// Properties around a place.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub run_properties: String,
    pub paragraph_properties: String,
}

/// Whether the end of `out` is the text of a run.
pub(super) fn is_in_text(out: &str) -> bool {
    out.rfind('<').is_some_and(|at| {
        let tag = &out[at..];
        (tag.starts_with("<w:t>") || tag.starts_with("<w:t ")) && tag.contains('>')
    })
}

/// Whether the end of `out` lies within a tag: in the value of an attribute.
fn is_in_attribute(out: &str) -> bool {
    out.rfind('<') > out.rfind('>')
}

/// Start of the last element of that name that opens.
fn last_start(out: &str, name: &str) -> Option<usize> {
    let plain = out.rfind(&format!("<{name}>"));
    let with_attributes = out.rfind(&format!("<{name} "));
    plain.max(with_attributes)
}

/// The properties element right after a start tag, and the end of both.
fn properties<'t>(text: &'t str, name: &str) -> (&'t str, usize) {
    let tag_end = text.find('>').map_or(text.len(), |at| at + 1);
    let rest = &text[tag_end..];
    // LibreOffice writes properties that say nothing.
    let empty = format!("<{name}/>");
    if rest.starts_with(&empty) {
        return ("", tag_end + empty.len());
    }
    if !rest.starts_with(&format!("<{name}>")) && !rest.starts_with(&format!("<{name} ")) {
        return ("", tag_end);
    }
    let closing = format!("</{name}>");
    let opening = format!("<{name}>");
    let mut end = 0;
    // Tracked changes keep the properties of before in an element of the same name.
    loop {
        let Some(found) = rest[end..].find(&closing) else { return ("", tag_end) };
        end += found + closing.len();
        if rest[..end].matches(&opening).count() <= rest[..end].matches(&closing).count() {
            return (&rest[..end], tag_end + end);
        }
    }
}

/// The properties of the run and the paragraph that are open at the end of `out`.
pub(super) fn around(out: &str) -> Around {
    let run = last_start(out, "w:r").map_or("", |at| properties(&out[at..], "w:rPr").0);
    let paragraph = last_start(out, "w:p").map_or("", |at| properties(&out[at..], "w:pPr").0);
    Around { run_properties: run.to_owned(), paragraph_properties: without_section(paragraph) }
}

fn without_section(properties: &str) -> String {
    let Some(start) = properties.find("<w:sectPr") else { return properties.to_owned() };
    let end = properties[start..].find("</w:sectPr>").map_or(start, |at| start + at + "</w:sectPr>".len());
    format!("{}{}", &properties[..start], &properties[end..])
}

/// Closes the run at the end of `out`, or takes it away where nothing stands in it yet.
pub(super) fn leave_run(out: &mut String) -> Pending {
    let Some(start) = last_start(out, "w:r") else { return Pending::default() };
    let (_, head_end) = properties(&out[start..], "w:rPr");
    let head = out[start..start + head_end].to_owned();
    let inside = &out[start + head_end..];
    let is_empty = inside.starts_with("<w:t") && inside.ends_with('>') && inside.matches('<').count() == 1;
    if is_empty {
        out.truncate(start);
    } else {
        out.push_str("</w:t></w:r>");
    }
    Pending { open: head + "<w:t xml:space=\"preserve\">", block: false, ends_section: false }
}

/// Closes the paragraph at the end of `out`, or takes it away where nothing stands in it yet.
pub(super) fn leave_paragraph(out: &mut String) -> Pending {
    let run = leave_run(out);
    let Some(start) = last_start(out, "w:p") else { return run };
    let (paragraph_properties, head_end) = properties(&out[start..], "w:pPr");
    let ends_section = paragraph_properties.contains("<w:sectPr");
    let own = without_section(paragraph_properties);
    let text = out[start..].to_owned();
    let (head, inside) = text.split_at(head_end);
    let open = open_elements(inside);
    let reopened = format!("{}{}{}", without_identity(head), open.concat(), run.open);
    out.truncate(start);
    if inside.contains("<w:r>") || inside.contains("<w:r ") {
        let tag_end = head.find('>').map_or(head.len(), |at| at + 1);
        out.push_str(&head[..tag_end]);
        out.push_str(&own);
        out.push_str(inside);
        for tag in open.iter().rev() {
            let name: String = tag[1..].chars().take_while(|c| !matches!(c, ' ' | '>' | '/')).collect();
            out.push_str(&format!("</{name}>"));
        }
        out.push_str("</w:p>");
    } else {
        out.push_str(&bookmarks(inside));
    }
    Pending { open: reopened, block: true, ends_section }
}

/// A paragraph's start without the id that the first of its halves keeps.
fn without_identity(head: &str) -> String {
    super::super::xml::without_attribute(head, "w14:paraId").into_owned()
}

/// Start tags in a text that are not closed in it.
fn open_elements(text: &str) -> Vec<&str> {
    let mut open = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').map_or(rest.len(), |at| start + at + 1);
        let tag = &rest[start..end];
        if tag.starts_with("</") {
            open.pop();
        } else if !tag.ends_with("/>") {
            open.push(tag);
        }
        rest = &rest[end..];
    }
    open
}

/// The bookmarks in a text, which stand beside paragraphs as well as in them.
fn bookmarks(text: &str) -> String {
    let tags = text.match_indices("<w:bookmark").filter_map(|(at, _)| {
        let end = text[at..].find("/>")?;
        Some(&text[at..at + end + 2])
    });
    tags.collect()
}

/// Whether the last block in `out` is a paragraph, or a control that holds some.
pub(super) fn ends_in_paragraph(out: &str) -> bool {
    let mut rest = out.trim_end();
    while let Some(at) = rest.rfind('<').filter(|at| rest[*at..].starts_with("<w:bookmark")) {
        rest = rest[..at].trim_end();
    }
    let Some(at) = rest.rfind('<') else { return false };
    let tag = &rest[at..];
    tag == "</w:p>"
        || tag == "</w:sdt>"
        || tag == "<w:p/>"
        || (tag.starts_with("<w:p ") && tag.ends_with("/>"))
}

/// What a splice holds.
#[derive(Debug, PartialEq, Eq)]
enum Holds {
    Runs,
    Blocks,
    Text,
    Other,
}

/// What stands in a splice, by its first element.
fn held(text: &str) -> Holds {
    let text = text.split(SPLICE_END).next().unwrap_or_default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == ':').collect();
        match name.as_str() {
            "w:p" | "w:tbl" => return Holds::Blocks,
            "w:tr" | "w:tc" => return Holds::Other,
            "w:bookmarkStart" | "w:bookmarkEnd" => {}
            "w:sdt" if rest.contains("<w:p>") || rest.contains("<w:p ") => return Holds::Blocks,
            _ => return Holds::Runs,
        }
    }
    Holds::Text
}

impl Finisher<'_, '_, '_> {
    /// Elements that a macro or a partial printed.
    pub(super) fn splice(&mut self) {
        let held = held(self.rest());
        let in_text = is_in_text(self.out());
        let pending = match held {
            Holds::Other => return self.skip_splice(),
            Holds::Text => Pending::default(),
            _ if is_in_attribute(self.out()) => return self.skip_splice(),
            _ if !in_text && self.outs.len() > 1 && !self.out().contains('<') => return self.skip_splice(),
            _ if !in_text => Pending::default(),
            Holds::Runs => leave_run(self.out()),
            Holds::Blocks => leave_paragraph(self.out()),
        };
        self.pending.push(pending);
    }

    /// Elements where there can be none.
    fn skip_splice(&mut self) {
        let mut depth = 1_usize;
        let rest = self.rest();
        let end = rest.char_indices().find(|(_, character)| {
            match *character {
                marks::SPLICE => depth += 1,
                SPLICE_END => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        self.at += end.map_or(rest.len(), |(at, mark)| at + mark.len_utf8());
    }

    pub(super) fn end_splice(&mut self) {
        if let Some(pending) = self.pending.pop() {
            self.resume(pending);
        }
    }

    /// Opens again what a value closed, unless nothing more follows in it.
    pub(super) fn resume(&mut self, pending: Pending) {
        if pending.open.is_empty() {
            return;
        }
        if !pending.block {
            const CLOSING: &str = "</w:t></w:r>";
            if self.rest().starts_with(CLOSING) {
                self.at += CLOSING.len();
            } else {
                self.out().push_str(&pending.open);
            }
            return;
        }
        let Some(end) = self.rest().find("</w:p>") else { return self.out().push_str(&pending.open) };
        let left = &self.rest()[..end];
        let shows = left.contains("<w:r>") || left.contains("<w:r ") || !left.starts_with("</w:t></w:r>");
        if shows || pending.ends_section {
            self.out().push_str(&pending.open);
            return;
        }
        let kept = bookmarks(left);
        self.at += end + "</w:p>".len();
        self.run_over(&kept);
    }
}
