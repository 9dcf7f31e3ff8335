//! Office Math as one line of text (ECMA-376 part 1, 22.1): enough to read, search and compare.

use super::{Result, StoryReader};
use crate::tree::RevisionKind;
use crate::xml::{Element, Namespace};

impl<'a> StoryReader<'a, '_, '_> {
    /// The text of a math element: signs that the layout implies are written out.
    pub(super) fn math(&mut self, element: &Element<'a>) -> Result {
        if element.namespace() != Namespace::Math {
            return self.inline(element);
        }
        match element.name() {
            "t" => {
                let text = self.xml.text(element)?;
                self.emit(&text);
                Ok(())
            }
            "r" => self.math_run(element),
            "f" => self.between(element, "/"),
            "sSup" => self.between(element, "^"),
            "sSub" => self.between(element, "_"),
            "rad" => {
                self.emit("√");
                self.math_children(element)
            }
            "d" => self.delimited(element),
            name if name.ends_with("Pr") => Ok(()),
            _ => self.math_children(element),
        }
    }

    fn math_children(&mut self, parent: &Element<'a>) -> Result {
        while let Some(child) = self.xml.next_child(parent)? {
            self.math(&child)?;
        }
        Ok(())
    }

    /// A run of math holds `m:t` beside what any run may hold.
    fn math_run(&mut self, element: &Element<'a>) -> Result {
        while let Some(child) = self.xml.next_child(element)? {
            match (child.namespace(), child.name()) {
                (Namespace::Math, _) => self.math(&child)?,
                (_, "rPr") => {}
                // Word writes tracked changes inside a run of math, where no schema has them.
                (_, "ins" | "moveTo" | "del" | "moveFrom") => self.math_change(&child)?,
                _ => self.run_content(&child)?,
            }
        }
        Ok(())
    }

    fn math_change(&mut self, element: &Element<'a>) -> Result {
        match element.name() {
            "ins" => self.inserted(element, RevisionKind::Inserted, Self::math_run),
            "moveTo" => self.inserted(element, RevisionKind::MovedTo, Self::math_run),
            "del" => self.deleted(element, RevisionKind::Deleted, Self::math_run),
            _ => self.deleted(element, RevisionKind::MovedFrom, Self::math_run),
        }
    }

    /// The two arguments of a fraction or script, with a sign between.
    fn between(&mut self, element: &Element<'a>, sign: &str) -> Result {
        let mut is_first = true;
        while let Some(child) = self.xml.next_child(element)? {
            if child.name().ends_with("Pr") {
                continue;
            }
            if !is_first {
                self.emit(sign);
            }
            is_first = false;
            self.math(&child)?;
        }
        Ok(())
    }

    /// Parentheses and their kin, which stand in the properties (22.1.2.24).
    fn delimited(&mut self, element: &Element<'a>) -> Result {
        let (mut begin, mut end) = ("(".to_owned(), ")".to_owned());
        let mut opened = false;
        while let Some(child) = self.xml.next_child(element)? {
            if child.name() == "dPr" {
                while let Some(property) = self.xml.next_child(&child)? {
                    let sign = property.value().unwrap_or_default().into_owned();
                    match property.name() {
                        "begChr" => begin = sign,
                        "endChr" => end = sign,
                        _ => {}
                    }
                }
                continue;
            }
            self.emit(if opened { "|" } else { &begin });
            opened = true;
            self.math(&child)?;
        }
        if opened {
            self.emit(&end);
        }
        Ok(())
    }
}
