//! The paragraphs of a text, as far as tables of contents ask for them.

use super::outline::level_of;
use super::switches::Switches;
use crate::word::xml::{Element, Node, unescaped};

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Id of its style.
    pub style: Option<String>,
    /// The level that it has by itself; 10 is ordinary text.
    pub outline: Option<usize>,
    /// Its text, folded.
    pub text: String,
    /// Sequences that count in it, in lower case.
    pub sequences: Vec<String>,
    /// A bookmark of tables of contents that it holds.
    pub bookmark: Option<String>,
}

/// What a text holds.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// All paragraphs in order; none for those of tables of contents.
    pub all: Vec<Option<Line>>,
    /// The tables of contents.
    pub contents: Vec<Switches>,
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

impl Lines {
    /// Of a part.
    pub(super) fn of(root: &Element<'_>) -> Self {
        let mut out = Self::default();
        out.visit(root);
        out
    }

    fn visit(&mut self, element: &Element<'_>) {
        if element.is("w:p") {
            return self.paragraph(element);
        }
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
        self.met_contents = self.fields.iter().any(|field| field.is("TOC"));
        element.elements().for_each(|child| self.inline(child, &mut line));
        line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.all.push((!self.met_contents).then_some(line));
    }

    fn inline(&mut self, element: &Element<'_>, line: &mut Line) {
        match &*element.name {
            "w:pPr" | "w:rPr" => {}
            "w:r" if is_hidden(element) => {}
            "w:fldChar" => self.field(element, line),
            "w:fldSimple" => {
                let instruction = unescaped(element.attribute("w:instr").unwrap_or_default()).into_owned();
                sequence(&Field { instruction, result: true }, line);
                element.elements().for_each(|child| self.inline(child, line));
            }
            "w:instrText" => {
                if let Some(field) = self.fields.last_mut() {
                    field.instruction += &text_of(element);
                }
            }
            "w:t" if self.fields.iter().all(|field| field.result) => line.text += &text_of(element),
            "w:tab" | "w:br" | "w:cr" | "w:ptab" => line.text.push(' '),
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
                sequence(&field, line);
                self.met_contents |= field.is("TOC");
                self.contents.extend(Switches::read(&field.instruction));
            }
            _ => {}
        }
    }
}

/// Notes the sequence that a field counts.
fn sequence(field: &Field, line: &mut Line) {
    if field.is("SEQ") {
        line.sequences.extend(field.instruction.split_whitespace().nth(1).map(str::to_lowercase));
    }
}

fn is_hidden(run: &Element<'_>) -> bool {
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
