//! The paragraphs of a text, as far as tables of contents ask for them.

use word_document::{Label, ListLabels};

use super::marked::Marked;
use super::numbered;
use super::outline::level_of;
use super::ranges::{Place, Ranges};
use super::sequences::Sequence;
use super::switches::Switches;
use crate::word::xml::{Element, Node, unescaped};

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Id of its style.
    pub style: Option<String>,
    /// The level that it has by itself; 10 is ordinary text.
    pub outline: Option<usize>,
    /// What Word displays before it.
    pub label: Option<Label>,
    /// Its text; `\t` is a tab, `\n` a break.
    pub text: String,
    /// Sequences that count in it.
    pub sequences: Vec<Sequence>,
    /// Entries for tables of contents that are marked in it.
    pub marked: Vec<Marked>,
    /// A bookmark of tables of contents that it holds.
    pub bookmark: Option<String>,
}

/// What a text holds.
#[derive(Debug, Default)]
pub(super) struct Lines<'l> {
    /// All paragraphs in order; none for those of tables of contents.
    pub all: Vec<Option<Line>>,
    /// The tables of contents.
    pub contents: Vec<Switches>,
    /// Where bookmarks begin and end.
    pub ranges: Ranges,
    labels: ListLabels<'l>,
    fields: Vec<Field>,
    met_contents: bool,
}

#[derive(Debug, Default)]
struct Field {
    instruction: String,
    /// Whether its result follows.
    result: bool,
}

impl Field {
    fn is(&self, name: &str) -> bool {
        self.instruction.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case(name))
    }
}

/// What is no text of the paragraph around it: boxes stand beside it, deleted text is gone.
pub(super) fn is_aside(name: &str) -> bool {
    matches!(
        name,
        "w:drawing"
            | "w:pict"
            | "w:object"
            | "mc:AlternateContent"
            | "w:txbxContent"
            | "w:del"
            | "w:moveFrom"
    )
}

impl<'l> Lines<'l> {
    /// Of a part, whose lists are counted.
    pub(super) fn of(root: &Element<'_>, labels: ListLabels<'l>) -> Self {
        let mut out = Self { labels, ..Self::default() };
        out.visit(root);
        out
    }

    fn visit(&mut self, element: &Element<'_>) {
        if element.is("w:p") {
            return self.paragraph(element);
        }
        self.ranges.note(element, Place { line: self.all.len(), byte: 0 });
        if !is_aside(&element.name) {
            element.elements().for_each(|child| self.visit(child));
        }
    }

    fn paragraph(&mut self, element: &Element<'_>) {
        let mut line = Line::default();
        if let Some(properties) = element.child("w:pPr") {
            let style = properties.child("w:pStyle").and_then(|style| style.attribute("w:val"));
            line.style = style.map(str::to_owned);
            line.outline = level_of(properties);
        }
        line.label = numbered::label(element, &mut self.labels);
        self.met_contents = self.fields.iter().any(|field| field.is("TOC"));
        element.elements().for_each(|child| self.inline(child, &mut line));
        self.all.push((!self.met_contents).then_some(line));
    }

    fn inline(&mut self, element: &Element<'_>, line: &mut Line) {
        self.ranges.note(element, Place { line: self.all.len(), byte: line.text.len() });
        match &*element.name {
            "w:pPr" | "w:rPr" => {}
            // Marks for tables of contents are hidden as a rule.
            "w:r" if is_hidden(element) => {
                let signs = element.elements().filter(|one| one.is("w:fldChar") || one.is("w:instrText"));
                signs.for_each(|sign| self.inline(sign, line));
            }
            "w:fldChar" => self.field(element, line),
            "w:fldSimple" => {
                let instruction = unescaped(element.attribute("w:instr").unwrap_or_default()).into_owned();
                element.elements().for_each(|child| self.inline(child, line));
                note(&Field { instruction, result: true }, line);
            }
            "w:instrText" => {
                if let Some(field) = self.fields.last_mut() {
                    field.instruction += &text_of(element);
                }
            }
            "w:t" if self.fields.iter().all(|field| field.result) => line.text += &text_of(element),
            "w:tab" | "w:ptab" => line.text.push('\t'),
            "w:br" | "w:cr" => line.text.push('\n'),
            "w:noBreakHyphen" => line.text.push('-'),
            "w:bookmarkStart" => {
                let name = element.attribute("w:name").filter(|name| name.starts_with("_Toc"));
                line.bookmark = line.bookmark.take().or(name.map(str::to_owned));
            }
            name if is_aside(name) => {}
            _ => element.elements().for_each(|child| self.inline(child, line)),
        }
    }

    fn field(&mut self, element: &Element<'_>, line: &mut Line) {
        match element.attribute("w:fldCharType") {
            Some("begin") => self.fields.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.result = true;
                    self.met_contents |= field.is("TOC");
                }
            }
            Some("end") => {
                let Some(field) = self.fields.pop() else { return };
                note(&field, line);
                self.met_contents |= field.is("TOC");
                self.contents.extend(Switches::read(&field.instruction));
            }
            _ => {}
        }
    }
}

/// Notes what a field counts or marks.
fn note(field: &Field, line: &mut Line) {
    if field.is("SEQ") {
        line.sequences.extend(Sequence::read(&field.instruction, line.text.len()));
    } else if field.is("TC") {
        line.marked.extend(Marked::read(&field.instruction));
    }
}

pub(super) fn is_hidden(run: &Element<'_>) -> bool {
    let vanish = run.child("w:rPr").and_then(|properties| properties.child("w:vanish"));
    vanish.is_some_and(|vanish| !matches!(vanish.attribute("w:val"), Some("0" | "false" | "off")))
}

pub(super) fn text_of(element: &Element<'_>) -> String {
    let mut out = String::new();
    for node in &element.children {
        if let Node::Text(text) = node {
            out += &unescaped(text);
        }
    }
    out
}
