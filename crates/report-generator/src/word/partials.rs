//! Partials: other Word files whose blocks a template includes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::xml::attribute;

/// Word files that a template may include, by the name it uses for them.
#[derive(Debug, Clone, Default)]
pub struct Partials<'a>(BTreeMap<String, &'a [u8]>);

impl<'a> Partials<'a> {
    /// No partials.
    pub fn none() -> Self {
        Self::default()
    }

    /// The same with one more.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, bytes: &'a [u8]) -> Self {
        self.0.insert(name.into(), bytes);
        self
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &'a [u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), *bytes))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// What ids of a partial are in the template that includes it.
#[derive(Debug, Default)]
pub(crate) struct Renamed {
    pub styles: BTreeMap<String, String>,
    pub lists: BTreeMap<String, String>,
    pub relationships: BTreeMap<String, String>,
}

impl Renamed {
    /// Whether an element names a style, a list or a relationship.
    pub(crate) fn concerns(&self, name: &str) -> bool {
        matches!(
            name,
            "w:pStyle"
                | "w:rStyle"
                | "w:tblStyle"
                | "w:numId"
                | "a:blip"
                | "v:imagedata"
                | "a:hlinkClick"
                | "w:hyperlink"
                | "c:chart"
                | "o:OLEObject"
                | "asvg:svgBlip"
        )
    }

    /// Attributes of an element with ids as they are in the template.
    pub(crate) fn attributes<'t>(&self, name: &str, text: &'t str) -> Cow<'t, str> {
        let (map, keys): (_, &[&str]) = match name {
            "w:pStyle" | "w:rStyle" | "w:tblStyle" => (&self.styles, &["w:val"]),
            "w:numId" => (&self.lists, &["w:val"]),
            _ => (&self.relationships, &["r:id", "r:embed", "r:link"]),
        };
        let mut text = Cow::Borrowed(text);
        for key in keys {
            let Some(value) = attribute(&text, key) else { continue };
            if let Some(new) = map.get(value) {
                let quoted = format!("{key}=\"{value}\"");
                text = Cow::Owned(text.replace(&quoted, &format!("{key}=\"{new}\"")));
            }
        }
        text
    }
}
