//! What stands in a paragraph between its runs: links, tracked changes, content controls, simple fields.

use super::line::PendingBookmark;
use super::{Result, StoryReader, field, is_silent};
use crate::tree::{MarkKind, RevisionKind, RevisionOf};
use crate::xml::{Element, Namespace};

/// Insertions inside one another whose text is recorded.
const DEEPEST_RECORD: usize = 4;

impl<'a> StoryReader<'a, '_, '_> {
    /// One element of paragraph level (ECMA-376 part 1, 17.3.1.22 `EG_PContent`).
    pub(super) fn inline(&mut self, element: &Element<'a>) -> Result {
        if element.namespace() == Namespace::Math {
            return self.math(element);
        }
        match element.name() {
            "r" => self.run(element),
            "hyperlink" => self.hyperlink(element),
            "ins" => self.inserted(element, RevisionKind::Inserted, Self::inlines),
            "moveTo" => self.inserted(element, RevisionKind::MovedTo, Self::inlines),
            "del" => self.deleted(element, RevisionKind::Deleted, Self::inlines),
            "moveFrom" => self.deleted(element, RevisionKind::MovedFrom, Self::inlines),
            "sdt" => self.content_control(element),
            "fldSimple" => self.simple_field(element),
            "smartTag" | "customXml" | "bdo" | "dir" | "sdtContent" => self.inlines(element),
            "bookmarkStart" => {
                self.line.open_bookmark(PendingBookmark::read(element));
                Ok(())
            }
            "bookmarkEnd" => {
                self.line.close_bookmark(&element.attribute("id").unwrap_or_default());
                Ok(())
            }
            "subDoc" => {
                self.odd("subdocument-left-out", "a subdocument in another file was left out".to_owned());
                Ok(())
            }
            name if is_silent(name) => Ok(()),
            _ => {
                self.unknown_element(element);
                self.inlines(element)
            }
        }
    }

    fn inlines(&mut self, parent: &Element<'a>) -> Result {
        while let Some(child) = self.xml.next_child(parent)? {
            self.inline(&child)?;
        }
        Ok(())
    }

    /// A hyperlink by relationship, to a bookmark, or both (17.16.22).
    fn hyperlink(&mut self, element: &Element<'a>) -> Result {
        let from = self.line.len();
        self.inlines(element)?;
        let address = element
            .attribute("id")
            .and_then(|id| self.relationships.get(&id))
            .map(|relationship| relationship.target.clone());
        let anchor = element.attribute("anchor").filter(|anchor| !anchor.is_empty());
        let target = match (address, anchor) {
            (Some(address), Some(anchor)) => format!("{address}#{anchor}"),
            (Some(address), None) => address,
            (None, Some(anchor)) => format!("#{anchor}"),
            (None, None) => return Ok(()),
        };
        if self.line.len() > from {
            self.line.mark(from, MarkKind::Link(target.into()));
        }
        Ok(())
    }

    /// What is inserted stays. `read` reads the content.
    pub(super) fn inserted(
        &mut self,
        element: &Element<'a>,
        kind: RevisionKind,
        read: fn(&mut Self, &Element<'a>) -> Result,
    ) -> Result {
        let from = self.line.len() as usize;
        self.insertions += 1;
        read(self, element)?;
        self.insertions -= 1;
        // Insertions within one another would make a record many times the text.
        let kept = if self.insertions < DEEPEST_RECORD { self.line.text.get(from..) } else { None };
        let text = kept.unwrap_or_default().to_owned();
        self.revision(element, kind, RevisionOf::Run, text);
        Ok(())
    }

    /// What is deleted goes into the record alone.
    pub(super) fn deleted(
        &mut self,
        element: &Element<'a>,
        kind: RevisionKind,
        read: fn(&mut Self, &Element<'a>) -> Result,
    ) -> Result {
        self.removed += 1;
        let from = self.removed_text.len();
        read(self, element)?;
        self.removed -= 1;
        let text = self.removed_text.split_off(from);
        self.revision(element, kind, RevisionOf::Run, text);
        Ok(())
    }

    /// A content control is transparent (17.5.2); a placeholder's prompt is marked as such.
    fn content_control(&mut self, element: &Element<'a>) -> Result {
        let mut is_placeholder = false;
        while let Some(child) = self.xml.next_child(element)? {
            match child.name() {
                "sdtPr" => is_placeholder = self.shows_placeholder(&child)?,
                "sdtContent" => {
                    let from = self.line.len();
                    self.inlines(&child)?;
                    if is_placeholder && self.line.len() > from {
                        self.line.mark(from, MarkKind::Placeholder);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn shows_placeholder(&mut self, properties: &Element<'a>) -> Result<bool> {
        while let Some(child) = self.xml.next_child(properties)? {
            if child.is("showingPlcHdr") {
                return Ok(child.is_on());
            }
        }
        Ok(false)
    }

    /// A field whose instruction is an attribute (17.16.19).
    fn simple_field(&mut self, element: &Element<'a>) -> Result {
        let from = self.line.len();
        self.inlines(element)?;
        let instruction = element.attribute("instr").unwrap_or_default();
        if let Some(target) = field::link_target(&instruction)
            && self.line.len() > from
        {
            self.line.mark(from, MarkKind::Link(target.into()));
        }
        Ok(())
    }
}
