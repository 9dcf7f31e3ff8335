//! Drawings: pictures with their descriptions, and text boxes, in the new form (DrawingML) and the old (VML).

use super::{Result, StoryReader};
use crate::tree::{MarkKind, Place, Story};
use crate::xml::{Element, Namespace};

/// What a drawing holds besides text boxes.
#[derive(Default)]
struct Found {
    description: String,
    text_boxes: usize,
}

impl<'a> StoryReader<'a, '_, '_> {
    /// `w:drawing`, `w:pict` or `w:object` (ECMA-376 part 1, 17.3.3.9, 17.3.3.19, 17.3.3.21).
    pub(super) fn drawing(&mut self, element: &Element<'a>) -> Result {
        let mut found = Found::default();
        self.inside_drawing(element, &mut found)?;
        if element.is("object") {
            self.odd("object-left-out", "an embedded object stands as its picture only".to_owned());
        }
        let shown = self.removed == 0 && !self.line.hidden;
        if shown && (found.text_boxes == 0 || !found.description.is_empty()) {
            self.line.mark(self.line.len(), MarkKind::Picture(found.description.into()));
        }
        Ok(())
    }

    fn inside_drawing(&mut self, parent: &Element<'a>, found: &mut Found) -> Result {
        while let Some(child) = self.xml.next_child(parent)? {
            match (child.namespace(), child.name()) {
                (Namespace::Word, "txbxContent") => {
                    found.text_boxes += 1;
                    self.text_box(&child)?;
                }
                (Namespace::DrawingPlace, "docPr") => found.describe(child.attribute("descr").as_deref()),
                (Namespace::Vml, "shape") => {
                    found.describe(child.attribute("alt").as_deref());
                    self.inside_drawing(&child, found)?;
                }
                // The words of WordArt, such as a watermark.
                (Namespace::Vml, "textpath") => found.describe(child.attribute("string").as_deref()),
                _ => self.inside_drawing(&child, found)?,
            }
        }
        Ok(())
    }

    fn text_box(&mut self, element: &Element<'a>) -> Result {
        if self.removed > 0 || self.line.hidden {
            return Ok(());
        }
        let anchor = self.place;
        let number = self.context.text_boxes.len();
        let id = number as i64;
        // The box takes its number before those inside it.
        self.context.text_boxes.push(Story {
            part: self.part.clone(),
            id,
            anchor: Some(anchor),
            ..Story::default()
        });
        self.line.mark(self.line.len(), MarkKind::TextBox(id));
        let blocks = self.aside(|reader| {
            reader.place = Place::default();
            reader.blocks(element)
        })?;
        if let Some(story) = self.context.text_boxes.get_mut(number) {
            story.blocks = blocks;
        }
        Ok(())
    }
}

impl Found {
    fn describe(&mut self, description: Option<&str>) {
        if let Some(description) = description
            && self.description.is_empty()
        {
            self.description = description.trim().to_owned();
        }
    }
}
