//! Lists: numbering.xml, and the labels that Word displays (ECMA-376 part 1, 17.9).

mod counting;
mod formats;
mod labels;

use std::collections::BTreeMap;

pub use counting::{ListLabels, ListedParagraph};
pub use formats::NumberFormat;
pub(crate) use labels::{Counters, Definitions};
pub use labels::{Label, Suffix};

use crate::error::ReadError;
use crate::styles::Styles;
use crate::xml::{Cursor, Element};
use labels::{AbstractList, Level, LevelOverride, List};

/// What [`parse`] gives beside the definitions.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    pub definitions: Definitions,
    /// Names of number formats that are not known; they count as decimal.
    pub unknown_formats: Vec<String>,
}

/// Links by which a list takes its levels from a style (17.9.21, 17.9.27).
#[derive(Default)]
struct Links {
    /// `w:numStyleLink`: abstract list → style id.
    to_style: BTreeMap<u32, String>,
    /// `w:styleLink`: style id → abstract list.
    of_style: BTreeMap<String, u32>,
}

/// Parses the numbering part. Links to numbering styles are followed through `styles`.
pub(crate) fn parse(text: &str, part: &str, styles: &Styles<'_>) -> Result<Numbering, ReadError> {
    let mut cursor = Cursor::new(text, part, 32);
    let root = cursor.root()?;
    let mut numbering = Numbering::default();
    let mut links = Links::default();
    while let Some(child) = cursor.next_child(&root)? {
        match child.name() {
            "abstractNum" => numbering.read_abstract(&mut cursor, &child, &mut links)?,
            "num" => numbering.read_list(&mut cursor, &child)?,
            _ => {}
        }
    }
    numbering.follow(&links, styles);
    Ok(numbering)
}

impl Numbering {
    fn read_abstract<'a>(
        &mut self,
        cursor: &mut Cursor<'a>,
        element: &Element<'a>,
        links: &mut Links,
    ) -> Result<(), ReadError> {
        let Some(id) = attribute_number(element, "abstractNumId") else { return Ok(()) };
        let mut list = AbstractList::default();
        while let Some(child) = cursor.next_child(element)? {
            match child.name() {
                "lvl" => {
                    let index: Option<usize> = attribute_number(&child, "ilvl");
                    let level = self.read_level(cursor, &child)?;
                    if let Some(slot) = index.and_then(|index| list.levels.get_mut(index)) {
                        *slot = Some(level);
                    }
                }
                "numStyleLink" => drop(links.to_style.insert(id, child.value().unwrap_or_default().into())),
                "styleLink" => drop(links.of_style.insert(child.value().unwrap_or_default().into(), id)),
                _ => {}
            }
        }
        self.definitions.abstracts.entry(id).or_insert(list);
        Ok(())
    }

    fn read_level<'a>(&mut self, cursor: &mut Cursor<'a>, element: &Element<'a>) -> Result<Level, ReadError> {
        let mut level = Level::default();
        let mut has_picture = false;
        while let Some(child) = cursor.next_child(element)? {
            match child.name() {
                "start" => level.start = child.number().unwrap_or(0),
                "numFmt" => level.format = self.format(&child),
                "lvlText" => level.text = child.value().unwrap_or_default().into_owned(),
                "lvlRestart" => level.restart = child.number(),
                "isLgl" => level.is_legal = child.is_on(),
                "pStyle" => level.paragraph_style = child.value().map(String::from),
                "lvlPicBulletId" => has_picture = true,
                "suff" => level.suffix = suffix(&child),
                "rPr" => read_font(cursor, &child, &mut level)?,
                _ => {}
            }
        }
        if has_picture && level.format == NumberFormat::Bullet {
            // A picture for a bullet (17.9.9); its text is what Word shows where it shows no picture.
            level.text = "•".to_owned();
            level.bullet_font = None;
        }
        Ok(level)
    }

    fn format(&mut self, element: &Element<'_>) -> NumberFormat {
        let name = element.value().unwrap_or_default();
        let custom = element.attribute("format");
        let format = match custom.filter(|_| name == "custom") {
            Some(example) => NumberFormat::parse_custom(&example),
            None => NumberFormat::parse(&name),
        };
        format.unwrap_or_else(|| {
            if !self.unknown_formats.iter().any(|known| *known == name) {
                self.unknown_formats.push(name.into_owned());
            }
            NumberFormat::default()
        })
    }

    fn read_list<'a>(&mut self, cursor: &mut Cursor<'a>, element: &Element<'a>) -> Result<(), ReadError> {
        let Some(id) = attribute_number(element, "numId") else { return Ok(()) };
        let mut list = List::default();
        while let Some(child) = cursor.next_child(element)? {
            match child.name() {
                "abstractNumId" => list.abstract_id = child.number().unwrap_or(u32::MAX),
                "lvlOverride" => {
                    let index: Option<usize> = attribute_number(&child, "ilvl");
                    let change = self.read_override(cursor, &child)?;
                    if let Some(slot) = index.and_then(|index| list.overrides.get_mut(index)) {
                        *slot = change;
                    }
                }
                _ => {}
            }
        }
        self.definitions.lists.entry(id).or_insert(list);
        Ok(())
    }

    fn read_override<'a>(
        &mut self,
        cursor: &mut Cursor<'a>,
        element: &Element<'a>,
    ) -> Result<LevelOverride, ReadError> {
        let mut change = LevelOverride::default();
        while let Some(child) = cursor.next_child(element)? {
            match child.name() {
                "startOverride" => change.start = child.number(),
                "lvl" => change.level = Some(self.read_level(cursor, &child)?),
                _ => {}
            }
        }
        Ok(change)
    }

    /// Lets each list whose definition only names a style use the definition that this style is linked with.
    fn follow(&mut self, links: &Links, styles: &Styles<'_>) {
        let target = |style: &String| {
            let by_style = styles.get(style).and_then(|style| style.list);
            let by_style =
                by_style.and_then(|id| self.definitions.lists.get(&id)).map(|list| list.abstract_id);
            links.of_style.get(style).copied().or(by_style)
        };
        let targets: BTreeMap<u32, u32> = links
            .to_style
            .iter()
            .filter_map(|(&from, style)| target(style).filter(|&to| to != from).map(|to| (from, to)))
            .collect();
        for list in self.definitions.lists.values_mut() {
            if let Some(&to) = targets.get(&list.abstract_id) {
                list.abstract_id = to;
            }
        }
    }
}

impl Definitions {
    /// The list of a paragraph and the level on which it stands in it: what the paragraph says itself, and else
    /// what its style brings (17.7.2). List 0 is none (17.9.18).
    pub(crate) fn place(&self, styles: &Styles<'_>, paragraph: &ListedParagraph<'_>) -> Option<(u32, u8)> {
        let style = styles.paragraph(paragraph.style);
        let list = paragraph.list.or_else(|| style?.list).filter(|&list| list != 0)?;
        let level = paragraph
            .level
            .or_else(|| self.level_of_style(list, paragraph.style?))
            .or_else(|| style?.list_level);
        Some((list, level.unwrap_or(0)))
    }

    /// The level of a list that a paragraph style brings (17.9.23).
    pub(crate) fn level_of_style(&self, list: u32, style: &str) -> Option<u8> {
        let brings = |level: &u8| {
            self.level(list, *level).is_some_and(|found| found.paragraph_style.as_deref() == Some(style))
        };
        (0..labels::LEVELS as u8).find(brings)
    }
}

fn attribute_number<T: std::str::FromStr>(element: &Element<'_>, name: &str) -> Option<T> {
    element.attribute(name)?.trim().parse().ok()
}

/// What stands between a label and the text; a tab where the file says what we do not know (17.18.46).
fn suffix(element: &Element<'_>) -> Suffix {
    match element.value().as_deref() {
        Some("space") => Suffix::Space,
        Some("nothing") => Suffix::Nothing,
        _ => Suffix::Tab,
    }
}

/// How a label's characters look: their font, and whether they are seen.
fn read_font<'a>(cursor: &mut Cursor<'a>, element: &Element<'a>, level: &mut Level) -> Result<(), ReadError> {
    if cursor.skim(element, |name| matches!(name, "rFonts" | "vanish"), |_| false).is_some() {
        return Ok(());
    }
    while let Some(child) = cursor.next_child(element)? {
        if child.is("rFonts") {
            level.bullet_font =
                child.attribute("ascii").or_else(|| child.attribute("hAnsi")).map(String::from);
        } else if child.is("vanish") {
            level.is_hidden = child.is_on();
        }
    }
    Ok(())
}
