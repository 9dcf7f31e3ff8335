//! Rendered text becomes a part: marks give way to ids, links, notes, and values made of runs and blocks.
//!
//! One pass from mark to mark; what stands between two marks is copied.

mod blocks;
mod grid;
mod ids;

use std::sync::Arc;

use super::fragments::{Fragments, Surroundings, WordXml};
use super::marks::{self, END, kind};
use crate::rich::Rich;
use blocks::Pending;
pub(crate) use ids::Ids;

/// A note that was put where it is referred to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewNote {
    /// `f`, `e` or `c`.
    pub kind: char,
    /// Its number in the template and in the report.
    pub from: String,
    pub id: u32,
    pub xml: String,
}

/// What finishing the parts of a package shares.
pub(crate) struct Shared<'s> {
    pub fragments: &'s mut Fragments,
    pub ids: &'s mut Ids,
    pub rich: &'s [Arc<Rich>],
    pub notes: Vec<NewNote>,
    /// Names of the parts that hold notes, by kind.
    pub note_parts: &'s std::collections::BTreeMap<char, String>,
}

/// Turns rendered text into the XML of a part.
pub(crate) fn finish(rendered: &str, part: &str, shared: &mut Shared<'_>) -> String {
    let before = shared.fragments.enter(part);
    let mut finisher = Finisher {
        shared,
        outs: vec![String::with_capacity(rendered.len() + rendered.len() / 8)],
        starts: Vec::new(),
        pending: Vec::new(),
        notes: Vec::new(),
        input: rendered,
        at: 0,
    };
    finisher.run();
    // Whatever was left open by marks that do not match is text all the same.
    let out = finisher.outs.concat();
    shared.fragments.enter(&before);
    out
}

struct Finisher<'f, 's, 't> {
    shared: &'f mut Shared<'s>,
    /// What is written: the part, and within it notes and addresses.
    outs: Vec<String>,
    /// Where tables and rows begin.
    starts: Vec<usize>,
    pending: Vec<Pending>,
    /// Notes that are being written, and the part around each.
    notes: Vec<(char, String, u32, String)>,
    input: &'t str,
    at: usize,
}

impl<'t> Finisher<'_, '_, 't> {
    fn out(&mut self) -> &mut String {
        if self.outs.is_empty() {
            self.outs.push(String::new());
        }
        let last = self.outs.len() - 1;
        &mut self.outs[last]
    }

    fn rest(&self) -> &'t str {
        &self.input[self.at..]
    }

    fn run(&mut self) {
        while let Some(found) = next_mark(self.rest()) {
            let text = &self.rest()[..found];
            self.out().push_str(text);
            self.at += found;
            let Some(mark) = self.rest().chars().next() else { break };
            self.at += mark.len_utf8();
            self.mark(mark);
        }
        let rest = self.rest();
        self.out().push_str(rest);
        self.at = self.input.len();
    }

    /// Runs over a text that stands outside the input, in its place.
    fn run_over(&mut self, text: &str) {
        let mut inner = Finisher {
            shared: self.shared,
            outs: vec![std::mem::take(&mut self.outs[0])],
            starts: Vec::new(),
            pending: Vec::new(),
            notes: Vec::new(),
            input: text,
            at: 0,
        };
        inner.run();
        let out = inner.outs.concat();
        self.outs[0] = out;
    }

    fn mark(&mut self, mark: char) {
        match mark {
            marks::MARK => self.payload_mark(),
            marks::LINE => self.character("<w:br/>"),
            marks::TAB => self.character("<w:tab/>"),
            marks::SPLICE => self.splice(),
            marks::SPLICE_END => self.end_splice(),
            marks::LINK => self.outs.push(String::new()),
            marks::LINK_END => self.end_link(),
            marks::NOTE => self.note(),
            marks::NOTE_END => self.end_note(),
            marks::LAST => self.last(),
            marks::TABLE | marks::ROW => {
                let start = self.out().len();
                self.starts.push(start);
            }
            marks::TABLE_END => self.drop_without("<w:tr"),
            marks::ROW_END => self.drop_without("<w:tc"),
            marks::GRID_END => self.end_grid(),
            _ => {}
        }
    }

    /// What stands up to the end of a mark.
    fn payload(&mut self) -> &'t str {
        let rest = self.rest();
        match rest.split_once(END) {
            Some((payload, _)) => {
                self.at += payload.len() + END.len_utf8();
                payload
            }
            None => "",
        }
    }

    fn payload_mark(&mut self) {
        let payload = self.payload();
        let Some(kind) = payload.chars().next() else { return };
        let rest = &payload[kind.len_utf8()..];
        let shared = &mut *self.shared;
        let text = match kind {
            kind::SCOPE => return shared.ids.enter(rest),
            kind::SCOPE_END => return shared.ids.leave(rest),
            kind::BOOKMARK_ID => shared.ids.bookmark(rest, shared.fragments).to_string(),
            kind::BOOKMARK_NAME => shared.ids.bookmark_name(rest),
            kind::COMMENT_ID => shared.ids.note('c', rest).to_string(),
            kind::DRAWING_ID => shared.ids.drawing().to_string(),
            kind::RICH => return self.rich(rest),
            _ => return,
        };
        self.out().push_str(&text);
    }

    /// A break or a tab of a value: an element in a run's text, a space elsewhere.
    fn character(&mut self, element: &str) {
        if blocks::is_in_text(self.out()) {
            let out = self.out();
            out.push_str("</w:t>");
            out.push_str(element);
            out.push_str("<w:t xml:space=\"preserve\">");
        } else {
            self.out().push(' ');
        }
    }

    fn rich(&mut self, index: &str) {
        let rich = index.parse().ok().and_then(|index: usize| self.shared.rich.get(index).cloned());
        let Some(rich) = rich else { return };
        if !blocks::is_in_text(self.out()) {
            return;
        }
        let around = blocks::around(self.out());
        let surroundings = Surroundings {
            run_properties: &around.run_properties,
            paragraph_properties: &around.paragraph_properties,
        };
        match rich.to_word(&surroundings, self.shared.fragments) {
            WordXml::Inline(xml) => {
                let pending = blocks::leave_run(self.out());
                self.out().push_str(&xml);
                self.resume(pending);
            }
            WordXml::Blocks(xml) => {
                let pending = blocks::leave_paragraph(self.out());
                self.out().push_str(&xml);
                self.resume(pending);
            }
        }
    }

    /// The address of a link whose text was rendered: a relationship, or no attribute where it is empty.
    fn end_link(&mut self) {
        if self.outs.len() < 2 {
            return;
        }
        let address = self.outs.pop().unwrap_or_default();
        let address = super::address::cleaned(&super::xml::unescaped(&address));
        if address.is_empty() {
            let out = self.out();
            let kept = out.trim_end_matches(" r:id=\"").len();
            if kept < out.len() && self.rest().starts_with('"') {
                self.out().truncate(kept);
                self.at += 1;
            }
            return;
        }
        let id = self.shared.fragments.link(&address);
        self.out().push_str(&id);
    }

    fn note(&mut self) {
        let payload = self.payload();
        let mut characters = payload.chars();
        let Some(kind) = characters.next() else { return };
        let key = characters.as_str();
        let id = self.shared.ids.note(kind, key);
        let part = self.shared.note_parts.get(&kind).cloned().unwrap_or_default();
        let around = self.shared.fragments.enter(&part);
        let from = key.split_once(':').map_or(key, |(_, id)| id).to_owned();
        self.notes.push((kind, from, id, around));
        self.outs.push(String::new());
    }

    fn end_note(&mut self) {
        let Some((kind, from, id, around)) = self.notes.pop() else { return };
        let xml = if self.outs.len() > 1 { self.outs.pop().unwrap_or_default() } else { String::new() };
        self.shared.fragments.enter(&around);
        self.shared.notes.push(NewNote { kind, from, id, xml });
        self.out().push_str(&id.to_string());
    }

    /// Cells and their like end in a paragraph (17.4.65).
    fn last(&mut self) {
        if !blocks::ends_in_paragraph(self.out()) {
            self.out().push_str("<w:p/>");
        }
    }

    fn drop_without(&mut self, what: &str) {
        let Some(start) = self.starts.pop() else { return };
        if self.out().get(start..).is_some_and(|text| !text.contains(what)) {
            self.out().truncate(start);
        }
    }

    fn end_grid(&mut self) {
        let Some(&start) = self.starts.last() else { return };
        self.drop_without("<w:tr");
        if let Some(table) = self.out().get(start..).filter(|table| !table.is_empty())
            && let Some(table) = grid::counted_again(table)
        {
            let out = self.out();
            out.truncate(start);
            out.push_str(&table);
        }
    }
}

/// Bytes up to the next mark.
fn next_mark(text: &str) -> Option<usize> {
    memchr::memchr_iter(marks::LEAD[0], text.as_bytes()).find(|&at| {
        matches!(text.as_bytes().get(at..at + 3), Some([_, second, third])
            if *second == marks::LEAD[1] && (0x90..=0xaf).contains(third))
    })
}
