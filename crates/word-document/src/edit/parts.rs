//! Parts, their relationships and their content types, as text that is added to.

use std::collections::BTreeMap;

use crate::error::ReadError;
use crate::package::Package;
use crate::relationships::part_name_for;

/// A package whose parts are changed.
pub(super) struct Changing<'a> {
    package: Package<'a>,
    changes: BTreeMap<String, Vec<u8>>,
}

impl<'a> Changing<'a> {
    pub(super) fn new(package: Package<'a>) -> Self {
        Self { package, changes: BTreeMap::new() }
    }

    pub(super) fn package(&mut self) -> &mut Package<'a> {
        &mut self.package
    }

    /// The text of a part, with the changes made to it.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, ReadError> {
        match self.changes.get(name) {
            Some(bytes) => Ok(Some(String::from_utf8_lossy(bytes).into_owned())),
            None => self.package.text(name),
        }
    }

    pub(super) fn set(&mut self, name: &str, text: String) {
        self.changes.insert(name.to_owned(), text.into_bytes());
    }

    /// Adds a part that `source` is related to.
    pub(super) fn add_part(
        &mut self,
        source: &str,
        name: &str,
        kind: &str,
        content_type: &str,
        text: String,
    ) -> Result<(), ReadError> {
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
        let rels = part_name_for(source);
        let before = self.text(&rels)?.unwrap_or_else(|| {
            format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{RELATIONSHIPS}"></Relationships>"#)
        });
        let entry =
            format!(r#"<Relationship Id="rIdAdded-{kind}" Type="{OFFICE}/{kind}" Target="/{name}"/>"#);
        self.set(&rels, before_end(&before, &entry));
        let types = self.text("[Content_Types].xml")?.unwrap_or_default();
        let entry = format!(r#"<Override PartName="/{name}" ContentType="{content_type}"/>"#);
        self.set("[Content_Types].xml", before_end(&types, &entry));
        self.set(name, text);
        Ok(())
    }

    /// The changed package.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, ReadError> {
        self.package.with_parts(&self.changes)
    }
}

/// A text with more before the end tag of its root; a root without one gets it.
pub(super) fn before_end(text: &str, added: &str) -> String {
    let trimmed = text.trim_end();
    if let Some(start) = trimmed.strip_suffix("/>") {
        let at = start.rfind('<').unwrap_or(0);
        let name: String = start[at + 1..].chars().take_while(|c| !c.is_whitespace()).collect();
        return format!("{start}>{added}</{name}>");
    }
    let at = trimmed.rfind("</").unwrap_or(trimmed.len());
    format!("{}{added}{}", &trimmed[..at], &trimmed[at..])
}
