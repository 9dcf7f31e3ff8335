//! Styles: what a paragraph or run inherits (ECMA-376 part 1, 17.7).

use std::collections::HashMap;
use std::sync::Arc;

use crate::error::ReadError;
use crate::xml::{Cursor, Element};

/// Longest chain of `basedOn` that is followed; Word itself stops much earlier. A loop ends here too.
const LONGEST_CHAIN: usize = 64;

/// What a style gives to a paragraph or run, inheritance resolved.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Style {
    /// Name as it is written; built-in names are English in every localisation.
    pub name: Option<Arc<str>>,
    pub outline_level: Option<u8>,
    /// `w:numId` and `w:ilvl` of its list.
    pub list: Option<u32>,
    pub list_level: Option<u8>,
    pub hidden: Option<bool>,
    pub bold: Option<bool>,
    pub right_to_left: Option<bool>,
    based_on: Option<String>,
}

/// All styles of a document, by id.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    by_id: HashMap<String, Style>,
    default_paragraph: Option<String>,
    pub hidden_by_default: bool,
}

impl Styles {
    pub(crate) fn parse(text: &str, part: &str) -> Result<Self, ReadError> {
        let mut cursor = Cursor::new(text, part, 32);
        let root = cursor.root()?;
        let mut styles = Self::default();
        while let Some(child) = cursor.next_child(&root)? {
            if child.is("style") {
                styles.read_style(&mut cursor, &child)?;
            } else if child.is("docDefaults") {
                let mut defaults = Style::default();
                read_properties(&mut cursor, &child, &mut defaults)?;
                styles.hidden_by_default = defaults.hidden == Some(true);
            }
        }
        styles.resolve();
        Ok(styles)
    }

    /// The style of a paragraph: the one that it names, or the default.
    pub(crate) fn paragraph(&self, id: Option<&str>) -> Option<&Style> {
        match id.and_then(|id| self.by_id.get(id)) {
            Some(style) => Some(style),
            None => self.by_id.get(self.default_paragraph.as_deref()?),
        }
    }

    /// The style of that id.
    pub(crate) fn get(&self, id: &str) -> Option<&Style> {
        self.by_id.get(id)
    }

    fn read_style<'a>(&mut self, cursor: &mut Cursor<'a>, element: &Element<'a>) -> Result<(), ReadError> {
        let Some(id) = element.attribute("styleId") else { return Ok(()) };
        let mut style = Style::default();
        read_properties(cursor, element, &mut style)?;
        let is_default =
            element.attribute("default").is_some_and(|value| matches!(&*value, "1" | "true" | "on"));
        if is_default && element.attribute("type").is_none_or(|kind| kind == "paragraph") {
            self.default_paragraph.get_or_insert_with(|| id.to_string());
        }
        self.by_id.entry(id.into_owned()).or_insert(style);
        Ok(())
    }

    /// Lets each style inherit what it leaves open.
    fn resolve(&mut self) {
        let resolved = self.by_id.keys().map(|id| (id.clone(), self.resolved(id))).collect();
        self.by_id = resolved;
    }

    fn resolved(&self, id: &str) -> Style {
        let mut style = self.by_id.get(id).cloned().unwrap_or_default();
        for _ in 0..LONGEST_CHAIN {
            let Some(base) = style.based_on.take().and_then(|id| self.by_id.get(&id)) else { break };
            style.inherit(base);
        }
        style
    }
}

impl Style {
    fn inherit(&mut self, base: &Self) {
        self.outline_level = self.outline_level.or(base.outline_level);
        self.list = self.list.or(base.list);
        self.list_level = self.list_level.or(base.list_level);
        self.hidden = self.hidden.or(base.hidden);
        self.bold = self.bold.or(base.bold);
        self.right_to_left = self.right_to_left.or(base.right_to_left);
        self.based_on.clone_from(&base.based_on);
    }
}

/// Reads a style's properties wherever they stand below `parent`.
fn read_properties<'a>(
    cursor: &mut Cursor<'a>,
    parent: &Element<'a>,
    style: &mut Style,
) -> Result<(), ReadError> {
    while let Some(child) = cursor.next_child(parent)? {
        match child.name() {
            "name" => style.name = child.value().map(|name| Arc::from(&*name)),
            "basedOn" => style.based_on = child.value().map(String::from),
            "outlineLvl" => style.outline_level = child.number(),
            "numId" => style.list = child.number(),
            "ilvl" => style.list_level = child.number(),
            "vanish" => style.hidden = Some(child.is_on()),
            "b" => style.bold = Some(child.is_on()),
            "bidi" => style.right_to_left = Some(child.is_on()),
            "pPr" | "rPr" | "numPr" | "pPrDefault" | "rPrDefault" => {
                read_properties(cursor, &child, style)?;
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn styles(inner: &str) -> Styles {
        let text = format!(
            "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{inner}</w:styles>"
        );
        Styles::parse(&text, "styles").unwrap()
    }

    #[test]
    fn a_style_inherits_what_it_leaves_open() {
        let styles = styles(
            "<w:style w:type='paragraph' w:default='1' w:styleId='Standaard'><w:name w:val='Normal'/></w:style>
             <w:style w:type='paragraph' w:styleId='Kop1'><w:name w:val='heading 1'/><w:basedOn w:val='Standaard'/>
               <w:pPr><w:numPr><w:numId w:val='3'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
             <w:style w:type='paragraph' w:styleId='Eigen'><w:name w:val='Own'/><w:basedOn w:val='Kop1'/>
               <w:rPr><w:b w:val='0'/></w:rPr></w:style>",
        );
        let own = styles.get("Eigen").unwrap();
        assert_eq!((own.outline_level, own.list, own.bold), (Some(0), Some(3), Some(false)));
        assert_eq!(styles.paragraph(None).unwrap().name.as_deref(), Some("Normal"));
        assert_eq!(styles.paragraph(Some("Unheard")).unwrap().name.as_deref(), Some("Normal"));
    }

    #[test]
    fn a_loop_of_styles_ends() {
        let styles = styles(
            "<w:style w:styleId='a'><w:basedOn w:val='b'/></w:style>
             <w:style w:styleId='b'><w:basedOn w:val='a'/><w:rPr><w:vanish/></w:rPr></w:style>",
        );
        assert_eq!(styles.get("a").unwrap().hidden, Some(true));
    }
}
