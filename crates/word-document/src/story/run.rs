//! Runs: text with one formatting (ECMA-376 part 1, 17.3.2 and 17.3.3).

use std::borrow::Cow;

use super::{Result, StoryReader, is_silent};
use crate::symbols;
use crate::tree::MarkKind;
use crate::xml::{Element, child_in};

/// What `w:rPr` says of a run.
#[derive(Default)]
struct Properties<'a> {
    style: Option<Cow<'a, str>>,
    bold: Option<bool>,
    hidden: Option<bool>,
}

impl<'a> Properties<'a> {
    fn has(name: &str) -> bool {
        matches!(name, "rStyle" | "b" | "vanish")
    }

    fn read(&mut self, property: &Element<'a>) {
        match property.name() {
            "rStyle" => self.style = property.value(),
            "b" => self.bold = Some(property.is_on()),
            "vanish" => self.hidden = Some(property.is_on()),
            _ => {}
        }
    }
}

impl<'a> StoryReader<'a, '_, '_> {
    pub(super) fn run(&mut self, element: &Element<'a>) -> Result {
        let (paragraph_bold, paragraph_hidden) = (self.line.bold, self.line.hidden);
        let from = self.line.len();
        self.formatting = "";
        let mut bold = paragraph_bold;
        while let Some(child) = self.xml.next_child(element)? {
            if child.is("rPr") {
                self.read_run_properties(&child)?;
                bold = self.line.bold;
            } else {
                self.run_content(&child)?;
            }
        }
        if bold && self.line.len() > from {
            self.line.mark(from, MarkKind::Bold);
        }
        (self.line.bold, self.line.hidden) = (paragraph_bold, paragraph_hidden);
        Ok(())
    }

    /// Bold and hidden, from the run itself or its character style.
    fn read_run_properties(&mut self, element: &Element<'a>) -> Result {
        let from = self.xml.position();
        let mut own = Properties::default();
        let passed = self.xml.skim(element, Properties::has, |property| {
            own.read(property);
            true
        });
        if passed.is_none() {
            own = Properties::default();
            while let Some(child) = self.xml.next_child(element)? {
                own.read(&child);
            }
        }
        self.formatting = passed.unwrap_or_else(|| self.xml.since(from));
        let style = own.style.and_then(|id| self.context.styles.get(&id));
        // Both are toggles: one that two styles set is off (17.7.3).
        let toggled = |own: Option<bool>, of_style: Option<bool>, around: bool| {
            own.or_else(|| of_style.filter(|&on| on).map(|_| !around)).unwrap_or(around)
        };
        self.line.bold = toggled(own.bold, style.and_then(|style| style.bold), self.line.bold);
        self.line.hidden = toggled(own.hidden, style.and_then(|style| style.hidden), self.line.hidden);
        Ok(())
    }

    pub(super) fn run_content(&mut self, element: &Element<'a>) -> Result {
        match element.name() {
            "t" | "delText" => return self.run_text(element),
            "tab" | "ptab" => self.emit("\t"),
            "br" | "cr" => self.emit("\n"),
            "noBreakHyphen" => self.emit("\u{2011}"),
            "sym" => self.symbol(element),
            "fldChar" => return self.field_character(element),
            "instrText" => {
                let text = self.xml.text(element)?;
                self.fields.instruct(&text, self.removed > 0);
            }
            // Of a deleted field only its result shows in the record.
            "delInstrText" => {}
            "footnoteReference" => self.reference(element, MarkKind::Footnote),
            "endnoteReference" => self.reference(element, MarkKind::Endnote),
            "commentReference" => self.reference(element, MarkKind::Comment),
            "drawing" | "pict" | "object" => return self.drawing(element),
            "ruby" => return self.ruby(element),
            name if is_silent(name) => {}
            // Dates and page numbers that Word computes when it lays out.
            "dayLong" | "dayShort" | "monthLong" | "monthShort" | "yearLong" | "yearShort" | "pgNum" => {}
            _ => {
                self.unknown_element(element);
                while let Some(child) = self.xml.next_child(element)? {
                    self.run_content(&child)?;
                }
            }
        }
        Ok(())
    }

    fn run_text(&mut self, element: &Element<'a>) -> Result {
        let text = self.xml.text(element)?;
        // Without `preserve` Word drops white space at the ends (17.3.3.31).
        let kept = match element.attribute("space") {
            Some(space) if space == "preserve" => &*text,
            _ => text.trim_matches([' ', '\t', '\n', '\r']),
        };
        self.emit_text(kept);
        Ok(())
    }

    /// Text as it is written: a line feed or tab in it is a space to Word, and U+F020 to U+F0FF are the codes of a
    /// symbol font, which Word takes from Symbol where the run's own is none.
    fn emit_text(&mut self, text: &str) {
        const PRIVATE_USE_BEGINS: u8 = 0xEF;
        if memchr::memchr3(b'\n', b'\t', PRIVATE_USE_BEGINS, text.as_bytes()).is_none() {
            return self.emit(text);
        }
        let fonts = child_in(self.formatting, "rFonts").into_iter();
        let fonts = fonts.flat_map(|fonts| ["ascii", "hAnsi", "cs"].map(|name| fonts.attribute(name)));
        let font = fonts.flatten().find(|font| symbols::is_symbol_font(font)).unwrap_or("Symbol".into());
        let shown = |character| match character {
            '\n' | '\t' => ' ',
            '\u{F020}'..='\u{F0FF}' => symbols::to_unicode(&font, character.into()).unwrap_or(character),
            character => character,
        };
        self.emit(&text.chars().map(shown).collect::<String>());
    }

    /// Adds to the paragraph what is seen there, and to the record what is deleted.
    pub(super) fn emit(&mut self, text: &str) {
        if self.removed > 0 {
            self.removed_text.push_str(text);
        } else if self.line.hidden || self.fields.swallow(text) {
            // Not seen.
        } else {
            self.line.text.push_str(text);
        }
    }

    /// A character of a symbol font (17.3.3.30).
    fn symbol(&mut self, element: &Element<'a>) {
        let font = element.attribute("font").unwrap_or_default();
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(code.trim(), 16).ok());
        let Some(code) = code else { return };
        let character = symbols::to_unicode(&font, code).unwrap_or_else(|| {
            self.odd("unknown-symbol", format!("character {code:04X} of the font {font} is not known"));
            '\u{fffd}'
        });
        self.emit(character.encode_utf8(&mut [0; 4]));
    }

    fn reference(&mut self, element: &Element<'a>, kind: fn(i64) -> MarkKind) {
        let id = element.attribute("id").and_then(|id| id.trim().parse().ok());
        if let (Some(id), 0) = (id, self.removed) {
            self.line.mark(self.line.len(), kind(id));
        }
    }

    /// A phonetic guide (17.3.3.25): the guide in parentheses, then the base text, as the file has them.
    fn ruby(&mut self, element: &Element<'a>) -> Result {
        while let Some(child) = self.xml.next_child(element)? {
            let is_guide = child.is("rt");
            if !is_guide && !child.is("rubyBase") {
                continue;
            }
            if is_guide {
                self.emit("(");
            }
            while let Some(run) = self.xml.next_child(&child)? {
                self.inline(&run)?;
            }
            if is_guide {
                self.emit(")");
            }
        }
        Ok(())
    }
}
