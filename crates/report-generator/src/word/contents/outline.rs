//! The outline level that styles give to paragraphs.

use std::collections::BTreeMap;

use super::tabs;
use crate::word::xml::{self, Element, unescaped};

/// Styles based on one another are followed so far.
const MOST_STEPS: usize = 16;

/// What styles say of paragraphs.
#[derive(Debug, Default)]
pub(super) struct Outline {
    styles: BTreeMap<String, Style>,
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    /// In lower case.
    name: String,
    level: Option<usize>,
    based_on: Option<String>,
    /// Whether it says where text after a number begins.
    has_left_tab: bool,
}

impl Outline {
    /// Of the styles in these texts.
    pub(super) fn of(texts: &[&str]) -> Self {
        let mut out = Self::default();
        for text in texts {
            let Ok(part) = xml::parse(text) else { continue };
            let paragraphs = part.root.elements().filter(|one| {
                one.is("w:style") && one.attribute("w:type").is_none_or(|kind| kind == "paragraph")
            });
            for style in paragraphs {
                let Some(id) = style.attribute("w:styleId") else { continue };
                if style.attribute("w:default").is_some_and(|value| value == "1" || value == "true") {
                    out.default = Some(id.to_owned());
                }
                out.styles.insert(id.to_owned(), read(style));
            }
        }
        out
    }

    /// The name of a paragraph's style, in lower case.
    pub(super) fn name(&self, id: Option<&str>) -> &str {
        let id = id.or(self.default.as_deref());
        id.and_then(|id| self.styles.get(id)).map_or("", |style| style.name.as_str())
    }

    /// The level from 1 on that a paragraph has by its style.
    pub(super) fn level(&self, id: Option<&str>) -> Option<usize> {
        let level = self.chain(id).find_map(|style| style.level);
        level.filter(|level| (1..=9).contains(level))
    }

    /// Whether a style or one that it is based on says where text after a number begins.
    pub(super) fn has_left_tab(&self, id: &str) -> bool {
        self.chain(Some(id)).any(|style| style.has_left_tab)
    }

    /// A style, the one that it is based on, and so on.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = id.or(self.default.as_deref()).and_then(|id| self.styles.get(id));
        let next = |style: &&Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(MOST_STEPS)
    }

    /// The style of ordinary text.
    pub(super) fn ordinary(&self) -> Option<&str> {
        self.default.as_deref()
    }
}

fn read(style: &Element<'_>) -> Style {
    let value = |word: &str| style.child(word)?.attribute("w:val");
    Style {
        name: value("w:name").map(|name| unescaped(name).to_lowercase()).unwrap_or_default(),
        level: style.child("w:pPr").and_then(level_of),
        based_on: value("w:basedOn").map(str::to_owned),
        has_left_tab: style.child("w:pPr").is_some_and(|properties| {
            let mut text = String::new();
            properties.write(&mut text);
            tabs::has_left(&text)
        }),
    }
}

/// The level from 1 on that properties of a paragraph give; 10 is ordinary text.
pub(super) fn level_of(properties: &Element<'_>) -> Option<usize> {
    let value: usize = properties.child("w:outlineLvl")?.attribute("w:val")?.parse().ok()?;
    value.checked_add(1)
}
