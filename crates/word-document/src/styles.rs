//! Styles: what a paragraph or run inherits (ECMA-376 part 1, 17.7).

mod part;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use crate::error::ReadError;
use crate::xml::{Cursor, Element};

pub(crate) use part::StylesPart;

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
#[derive(Debug, Default)]
struct Draft<'a> {
    style: Style,
    based_on: Option<Cow<'a, str>>,
}

/// A style that is read once something asks for it: of the hundreds that a file brings, a text uses ten.
#[derive(Debug)]
struct Entry<'a> {
    /// Where its element begins.
    at: usize,
    draft: OnceCell<Box<Draft<'a>>>,
    style: OnceCell<Box<Style>>,
}

/// All styles of a document, by id.
#[derive(Debug, Default)]
pub(crate) struct Styles<'a> {
    /// The walk over the part behind the start of its root.
    begun: Option<(Cursor<'a>, Element<'a>)>,
    places: HashMap<Cow<'a, str>, usize, RandomState>,
    in_order: Vec<Entry<'a>>,
    default_paragraph: Option<usize>,
    pub hidden_by_default: bool,
}

impl<'a> Styles<'a> {
    pub(crate) fn parse(text: &'a str, part: &'a str) -> Result<Self, ReadError> {
        let mut cursor = Cursor::new(text, part, 32);
        let root = cursor.root()?;
        let mut styles = Self { begun: Some((cursor.clone(), root)), ..Self::default() };
        while let Some(child) = cursor.next_child(&root)? {
            if child.is("style") {
                // Nothing else follows the first one (CT_Styles).
                if styles.in_order.is_empty()
                    && let Some(alike) = cursor.alike(&child, &root, "styleId")
                {
                    styles.places.reserve(alike.len());
                    styles.in_order.reserve(alike.len());
                    alike.iter().for_each(|(child, at)| styles.add(child, *at));
                    break;
                }
                styles.add(&child, cursor.start_of(&child));
            } else if child.is("docDefaults") {
                let mut defaults = Draft::default();
                read_properties(&mut cursor, &child, &mut defaults)?;
                styles.hidden_by_default = defaults.style.hidden == Some(true);
            }
        }
        Ok(styles)
    }

    fn add(&mut self, element: &Element<'a>, at: usize) {
        let Some(id) = element.attribute("styleId") else { return };
        let place = *self.places.entry(id).or_insert(self.in_order.len());
        self.in_order.push(Entry { at, draft: OnceCell::new(), style: OnceCell::new() });
        if self.default_paragraph.is_none() && is_default_paragraph(element) {
            self.default_paragraph = Some(place);
        }
    }

    /// The style of a paragraph: the one that it names, or the default.
    pub(crate) fn paragraph(&self, id: Option<&str>) -> Option<&Style> {
        id.and_then(|id| self.get(id)).or_else(|| Some(self.style(self.default_paragraph?)))
    }

    /// The style of that id.
    pub(crate) fn get(&self, id: &str) -> Option<&Style> {
        self.places.get(id).map(|&place| self.style(place))
    }

    /// A style with what it inherits where it leaves something open.
    fn style(&self, place: usize) -> &Style {
        self.in_order[place].style.get_or_init(|| {
            let mut draft = self.draft(place);
            let mut style = draft.style.clone();
            for _ in 0..LONGEST_CHAIN {
                let Some(&base) = draft.based_on.as_ref().and_then(|id| self.places.get(id)) else { break };
                draft = self.draft(base);
                style.inherit(&draft.style);
            }
            Box::new(style)
        })
    }

    /// A style as it is written, or as much of it as can be read.
    fn draft(&self, place: usize) -> &Draft<'a> {
        let Entry { at, draft, .. } = &self.in_order[place];
        draft.get_or_init(|| {
            let mut draft = Draft::default();
            if let Some((cursor, root)) = &self.begun {
                let mut cursor = cursor.clone();
                cursor.seek(*at);
                if let Ok(Some(element)) = cursor.next_child(root) {
                    // Its end was found when the part was walked over.
                    let _ = read_properties(&mut cursor, &element, &mut draft);
                }
            }
            Box::new(draft)
        })
    }
}

fn is_default_paragraph(style: &Element<'_>) -> bool {
    style.attribute("default").is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
        && style.attribute("type").is_none_or(|kind| kind == "paragraph")
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

    fn part(inner: &str) -> String {
        format!(
            "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{inner}</w:styles>"
        )
    }

    #[test]
    fn a_style_inherits_what_it_leaves_open() {
        let part = part(
            "<w:style w:type='paragraph' w:default='1' w:styleId='Standaard'><w:name w:val='Normal'/></w:style>
             <w:style w:type='paragraph' w:styleId='Kop1'><w:name w:val='heading 1'/><w:basedOn w:val='Standaard'/>
               <w:pPr><w:numPr><w:numId w:val='3'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
             <w:style w:type='paragraph' w:styleId='Eigen'><w:name w:val='Own'/><w:basedOn w:val='Kop1'/>
               <w:rPr><w:b w:val='0'/></w:rPr></w:style>",
        );
        let styles = Styles::parse(&part, "styles").unwrap();
        let own = styles.get("Eigen").unwrap();
        assert_eq!((own.outline_level, own.list, own.bold), (Some(0), Some(3), Some(false)));
        assert_eq!(styles.paragraph(None).unwrap().name.as_deref(), Some("Normal"));
        assert_eq!(styles.paragraph(Some("Unheard")).unwrap().name.as_deref(), Some("Normal"));
    }

    #[test]
    fn a_loop_of_styles_ends() {
        let part = part(
            "<w:style w:styleId='a'><w:basedOn w:val='b'/></w:style>
             <w:style w:styleId='b'><w:basedOn w:val='a'/><w:rPr><w:vanish/></w:rPr></w:style>",
        );
        let styles = Styles::parse(&part, "styles").unwrap();
        assert_eq!(styles.get("a").unwrap().hidden, Some(true));
    }

    #[test]
    fn styles_are_the_same_whether_they_are_looked_for_or_read_one_by_one() {
        let inner = "<w:latentStyles><w:lsdException w:name='x'/></w:latentStyles>\
             <w:style w:styleId='a'><w:name w:val='A > B'/></w:style><w:style w:styleId='b'/>
             <w:style w:type='paragraph' w:default='1' w:styleId='c'><w:pPr><w:outlineLvl w:val='3'/></w:pPr></w:style>";
        for hiding in ["", "<!-- <w:style w:styleId='d'/> -->", "<?x <w:style w:styleId='d'?>"] {
            let part = part(&format!("{inner}{hiding}"));
            let styles = Styles::parse(&part, "styles").unwrap();
            assert_eq!(styles.in_order.len(), 3, "{hiding}");
            assert_eq!(styles.get("a").unwrap().name.as_deref(), Some("A > B"));
            assert_eq!(styles.paragraph(None).unwrap().outline_level, Some(3));
        }
        assert!(Styles::parse(&part(&format!("{inner}<w:style>")), "styles").is_err());
        assert!(Styles::parse(part(inner).trim_end_matches("</w:styles>"), "styles").is_err());
    }

    #[test]
    fn an_attribute_that_stands_in_text_a_million_times_takes_no_time() {
        let inner =
            format!("<w:style w:styleId='a'/>{}<w:style w:styleId='b'/>", "styleId".repeat(1_000_000));
        let part = part(&inner);
        let begin = std::time::Instant::now();
        assert!(Styles::parse(&part, "styles").unwrap().get("b").is_some());
        assert!(begin.elapsed().as_secs() < 20);
    }

    #[test]
    fn the_first_of_two_styles_with_one_id_and_the_first_default_hold() {
        let part = part(
            "<w:style w:styleId='a' w:default='1'><w:name w:val='first'/></w:style><!-- </w:style> -->
             <w:style w:styleId='a'><w:name w:val='second'/></w:style>
             <w:style w:styleId='b' w:default='1'><w:name w:val='third'/></w:style><w:style w:styleId='c'/>",
        );
        let styles = Styles::parse(&part, "styles").unwrap();
        assert_eq!(styles.get("a").unwrap().name.as_deref(), Some("first"));
        assert_eq!(styles.paragraph(None).unwrap().name.as_deref(), Some("first"));
        assert_eq!(styles.get("b").unwrap().name.as_deref(), Some("third"));
        assert_eq!(styles.get("c"), Some(&Style::default()));
        assert_eq!(styles.get("d"), None);
    }
}
