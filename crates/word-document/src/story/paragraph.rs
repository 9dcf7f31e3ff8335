//! Paragraphs and their properties (ECMA-376 part 1, 17.3.1).

use std::borrow::Cow;

use super::line::Ending;
use super::{Result, StoryReader};
use crate::numbering::ListedParagraph;
use crate::tree::{Block, ParaId, Paragraph, RevisionKind, RevisionOf};
use crate::xml::Element;

/// What `w:pPr` says.
#[derive(Default)]
struct Properties<'a> {
    style: Option<Cow<'a, str>>,
    list: Option<u32>,
    list_level: Option<u8>,
    outline_level: Option<u8>,
    right_to_left: Option<bool>,
    mark_deleted: bool,
    mark_hidden: bool,
    is_separator: bool,
}

impl<'a> Properties<'a> {
    fn has(name: &str) -> bool {
        matches!(name, "pStyle" | "outlineLvl" | "bidi" | "numId" | "ilvl")
    }

    fn read(&mut self, property: &Element<'a>) {
        match property.name() {
            "pStyle" => self.style = property.value(),
            "outlineLvl" => self.outline_level = property.number(),
            "bidi" => self.right_to_left = Some(property.is_on()),
            "numId" => self.list = property.number(),
            "ilvl" => self.list_level = property.number(),
            _ => {}
        }
    }

    fn ending(&self) -> Ending {
        match (self.mark_deleted, self.is_separator, self.mark_hidden) {
            (false, true, _) => Ending::Separator,
            (false, false, false) => Ending::Mark,
            _ => Ending::Open,
        }
    }
}

impl<'a> StoryReader<'a, '_, '_> {
    pub(super) fn paragraph(
        &mut self,
        element: &Element<'a>,
        blocks: &mut Vec<Block>,
        index: &mut u32,
    ) -> Result {
        self.count()?;
        self.at_block(*index);
        let para_id = element.attribute("paraId");
        let mut paragraph = Paragraph {
            index: *index,
            para_id: para_id.and_then(|id| u32::from_str_radix(&id, 16).ok()).map(ParaId),
            ..Paragraph::default()
        };
        *index += 1;
        for bookmark in std::mem::take(&mut self.bookmarks) {
            self.line.open_bookmark(bookmark);
        }
        let ending = self.paragraph_content(element, &mut paragraph)?;
        self.end_line_of_fields(ending);
        blocks.extend(self.line.end(paragraph, ending).map(Block::Paragraph));
        Ok(())
    }

    /// Reads properties and text; tells how the paragraph ends.
    fn paragraph_content(&mut self, element: &Element<'a>, paragraph: &mut Paragraph) -> Result<Ending> {
        let mut properties = Properties::default();
        let mut formed = false;
        while let Some(child) = self.xml.next_child(element)? {
            if child.is("pPr") && !formed {
                self.read_properties(&child, &mut properties)?;
            }
            if !formed {
                formed = true;
                self.form(paragraph, &properties);
            }
            self.inline(&child)?;
        }
        if !formed {
            self.form(paragraph, &properties);
        }
        Ok(properties.ending())
    }

    fn read_properties(&mut self, element: &Element<'a>, properties: &mut Properties<'a>) -> Result {
        let must_be_read = |name: &str| name == "sectPr" || is_of_mark(name);
        let is_wanted = |name: &str| Properties::has(name) || must_be_read(name);
        let skimmed = self.xml.skim(element, is_wanted, |property| {
            properties.read(property);
            !must_be_read(property.name())
        });
        if skimmed.is_some() {
            return Ok(());
        }
        *properties = Properties::default();
        while let Some(child) = self.xml.next_child(element)? {
            match child.name() {
                "numPr" => {
                    while let Some(child) = self.xml.next_child(&child)? {
                        properties.read(&child);
                    }
                }
                "rPr" => self.read_mark(&child, properties)?,
                "sectPr" => self.section(&child)?,
                _ => properties.read(&child),
            }
        }
        Ok(())
    }

    /// Properties of the paragraph mark (17.3.1.29): it may be inserted, deleted, moved or hidden.
    fn read_mark(&mut self, element: &Element<'a>, properties: &mut Properties<'a>) -> Result {
        while let Some(child) = self.xml.next_child(element)? {
            let kind = match child.name() {
                "ins" => RevisionKind::Inserted,
                "del" => RevisionKind::Deleted,
                "moveFrom" => RevisionKind::MovedFrom,
                "moveTo" => RevisionKind::MovedTo,
                "vanish" | "specVanish" => {
                    properties.mark_hidden |= child.is_on();
                    properties.is_separator |= child.is("specVanish") && child.is_on();
                    continue;
                }
                _ => continue,
            };
            properties.mark_deleted |= matches!(kind, RevisionKind::Deleted | RevisionKind::MovedFrom);
            self.revision(&child, kind, RevisionOf::ParagraphMark, String::new());
        }
        Ok(())
    }

    /// Settles style, outline level and label. A paragraph without a mark of its own takes no number.
    fn form(&mut self, paragraph: &mut Paragraph, properties: &Properties<'_>) {
        let style = self.context.styles.paragraph(properties.style.as_deref());
        paragraph.style = style.and_then(|style| style.name.clone());
        // Level 9 means body text (17.3.1.20).
        let outline_level = properties.outline_level.or_else(|| style?.outline_level);
        paragraph.outline_level = outline_level.filter(|&level| level < 9);
        paragraph.right_to_left =
            properties.right_to_left.or_else(|| style?.right_to_left).unwrap_or_default();
        self.line.bold = style.and_then(|style| style.bold).unwrap_or_default();
        self.line.hidden =
            style.and_then(|style| style.hidden).unwrap_or_else(|| self.context.styles.hidden_by_default());
        if properties.ending() == Ending::Open || self.removed > 0 {
            return;
        }
        let listed = ListedParagraph {
            style: properties.style.as_deref(),
            list: properties.list,
            level: properties.list_level,
        };
        let lists = &self.context.lists.definitions;
        if let Some((list, level)) = self.context.styles.with(|styles| lists.place(styles, &listed)) {
            paragraph.label = self.counters.next(lists, list, level);
        }
    }

    /// What should stand in a paragraph and does not, such as math between paragraphs, is a paragraph of its own.
    pub(super) fn bare_paragraph(
        &mut self,
        element: &Element<'a>,
        blocks: &mut Vec<Block>,
        index: &mut u32,
    ) -> Result {
        self.at_block(*index);
        let mut paragraph = Paragraph { index: *index, ..Paragraph::default() };
        *index += 1;
        self.form(&mut paragraph, &Properties::default());
        self.inline(element)?;
        self.end_line_of_fields(Ending::Mark);
        blocks.extend(self.line.end(paragraph, Ending::Mark).map(Block::Paragraph));
        Ok(())
    }
}

/// Elements that say something about a paragraph mark.
fn is_of_mark(name: &str) -> bool {
    matches!(name, "ins" | "del" | "moveFrom" | "moveTo" | "vanish" | "specVanish")
}
