//! Styles: what a paragraph or run inherits (ECMA-376 part 1, 17.7).

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

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
}

/// A style as it is written.
#[derive(Default)]
struct Draft<'a> {
    style: Style,
    based_on: Option<Cow<'a, str>>,
}

/// All styles of a document, by id.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    by_id: HashMap<Box<str>, Style, RandomState>,
    default_paragraph: Option<Style>,
    pub hidden_by_default: bool,
}

/// The styles of a part by id, in the order of the part.
#[derive(Default)]
struct Drafts<'a> {
    places: HashMap<Cow<'a, str>, usize, RandomState>,
    in_order: Vec<Draft<'a>>,
    default_paragraph: Option<Cow<'a, str>>,
}

impl Styles {
    pub(crate) fn parse(text: &str, part: &str) -> Result<Self, ReadError> {
        let mut cursor = Cursor::new(text, part, 32);
        let root = cursor.root()?;
        let (mut drafts, mut hidden_by_default) = (Drafts::default(), false);
        while let Some(child) = cursor.next_child(&root)? {
            if child.is("style") {
                drafts.read(&mut cursor, &child)?;
            } else if child.is("docDefaults") {
                let mut defaults = Draft::default();
                read_properties(&mut cursor, &child, &mut defaults)?;
                hidden_by_default = defaults.style.hidden == Some(true);
            }
        }
        Ok(Self { hidden_by_default, ..drafts.resolved() })
    }

    /// The style of a paragraph: the one that it names, or the default.
    pub(crate) fn paragraph(&self, id: Option<&str>) -> Option<&Style> {
        id.and_then(|id| self.get(id)).or(self.default_paragraph.as_ref())
    }

    /// The style of that id.
    pub(crate) fn get(&self, id: &str) -> Option<&Style> {
        self.by_id.get(id)
    }
}

impl<'a> Drafts<'a> {
    fn read(&mut self, cursor: &mut Cursor<'a>, element: &Element<'a>) -> Result<(), ReadError> {
        let Some(id) = element.attribute("styleId") else { return Ok(()) };
        let mut draft = Draft::default();
        read_properties(cursor, element, &mut draft)?;
        let is_default =
            element.attribute("default").is_some_and(|value| matches!(&*value, "1" | "true" | "on"));
        if is_default && element.attribute("type").is_none_or(|kind| kind == "paragraph") {
            self.default_paragraph.get_or_insert_with(|| id.clone());
        }
        self.places.entry(id).or_insert(self.in_order.len());
        self.in_order.push(draft);
        Ok(())
    }

    /// The styles, each with what it inherits where it leaves something open.
    fn resolved(self) -> Styles {
        let style = |id: &Cow<'a, str>| self.places.get(id).map(|&place| self.style(place));
        let default_paragraph = self.default_paragraph.as_ref().and_then(style);
        let by_id = self.places.iter().map(|(id, &place)| (id.as_ref().into(), self.style(place))).collect();
        Styles { by_id, default_paragraph, hidden_by_default: false }
    }

    fn style(&self, place: usize) -> Style {
        let mut draft = &self.in_order[place];
        let mut style = draft.style.clone();
        for _ in 0..LONGEST_CHAIN {
            let Some(base) = draft.based_on.as_ref().and_then(|id| self.places.get(id)) else { break };
            draft = &self.in_order[*base];
            style.inherit(&draft.style);
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
    }
}

/// Reads a style's properties wherever they stand below `parent`, but for those of parts of a table.
fn read_properties<'a>(
    cursor: &mut Cursor<'a>,
    parent: &Element<'a>,
    draft: &mut Draft<'a>,
) -> Result<(), ReadError> {
    let skimmed = cursor.skim(parent, Draft::has, |property| {
        draft.read(property);
        property.name() != PART_OF_TABLE
    });
    if skimmed.is_some() {
        return Ok(());
    }
    while let Some(child) = cursor.next_child(parent)? {
        draft.read(&child);
        if matches!(child.name(), "pPr" | "rPr" | "numPr" | "pPrDefault" | "rPrDefault") {
            read_properties(cursor, &child, draft)?;
        }
    }
    Ok(())
}

/// Properties of parts of a table (17.7.6.6), which are not the style's own.
const PART_OF_TABLE: &str = "tblStylePr";

impl<'a> Draft<'a> {
    fn has(name: &str) -> bool {
        let is_own =
            matches!(name, "name" | "basedOn" | "outlineLvl" | "numId" | "ilvl" | "vanish" | "b" | "bidi");
        is_own || name == PART_OF_TABLE
    }

    fn read(&mut self, property: &Element<'a>) {
        let style = &mut self.style;
        match property.name() {
            "name" => style.name = property.value().map(|name| Arc::from(&*name)),
            "basedOn" => self.based_on = property.value(),
            "outlineLvl" => style.outline_level = property.number(),
            "numId" => style.list = property.number(),
            "ilvl" => style.list_level = property.number(),
            "vanish" => style.hidden = Some(property.is_on()),
            "b" => style.bold = Some(property.is_on()),
            "bidi" => style.right_to_left = Some(property.is_on()),
            _ => {}
        }
    }
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
