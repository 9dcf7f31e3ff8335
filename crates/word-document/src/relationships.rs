//! Relationships: how one part names another, or a place on the web (ECMA-376 part 2, 6.5).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::error::ReadError;
use crate::package::Package;
use crate::recent::{Recent, TEMPLATES};
use crate::xml::{Cursor, Namespace};

/// One relationship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relationship {
    /// Last word of the relationship type, the same in the transitional and the strict form: `hyperlink`, `footnotes`.
    pub kind: String,
    /// Part name without a leading slash, or the address as it is written where `external`.
    pub target: String,
    /// Whether the target lies outside the package.
    pub external: bool,
}

/// The relationships of one part, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relationships(BTreeMap<String, Relationship>);

thread_local! {
    static RECENT: RefCell<Recent<Relationships>> = const { RefCell::new(Recent::new(TEMPLATES)) };
}

impl Relationships {
    /// The relationships that start from `part` (`""` for those of the package itself).
    ///
    /// # Errors
    /// A [`ReadError`] where their part is damaged, meets a limit, or is not well-formed.
    pub(crate) fn of(package: &mut Package<'_>, part: &str) -> Result<Rc<Self>, ReadError> {
        let name = part_name_for(part);
        let read = |text: String| Self::parse(&text, part, &name);
        let found = RECENT.with_borrow_mut(|recent| recent.part(package, &name, read))?;
        Ok(found.unwrap_or_default())
    }

    /// Parses the relationships part `name`, which belongs to `source`.
    fn parse(text: &str, source: &str, name: &str) -> Result<Self, ReadError> {
        let mut cursor = Cursor::new(text, name, 16);
        let root = cursor.root()?;
        let mut found = BTreeMap::new();
        while let Some(child) = cursor.next_child(&root)? {
            if child.namespace() != Namespace::Relationships || child.name() != "Relationship" {
                continue;
            }
            let target = child.attribute("Target").unwrap_or_default();
            // Some writers forget the mode of a link; no part name holds a scheme.
            let external = child.attribute("TargetMode").is_some_and(|mode| mode == "External")
                || target.contains("://")
                || target.starts_with("mailto:");
            let kind = child.attribute("Type").unwrap_or_default();
            let relationship = Relationship {
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: if external { target.into_owned() } else { resolve(source, &target) },
                external,
            };
            found.entry(child.attribute("Id").unwrap_or_default().into_owned()).or_insert(relationship);
        }
        Ok(Self(found))
    }

    /// The relationship of that id.
    pub fn get(&self, id: &str) -> Option<&Relationship> {
        self.0.get(id)
    }

    /// All of them, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Relationship)> {
        self.0.iter().map(|(id, found)| (id.as_str(), found))
    }

    /// The internal target of the first relationship of a kind, by the order of ids.
    pub fn target_of_kind(&self, kind: &str) -> Option<&str> {
        self.0.values().find(|found| !found.external && found.kind == kind).map(|found| found.target.as_str())
    }
}

/// Name of the part that holds the relationships of `part`: `word/document.xml` → `word/_rels/document.xml.rels`.
pub(crate) fn part_name_for(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{file}.rels")
}

/// A target relative to the folder of `source`; `..` never leaves the package.
fn resolve(source: &str, target: &str) -> String {
    let target = target.split(['#', '?']).next().unwrap_or_default().replace('\\', "/");
    let mut path: Vec<&str> = match (target.starts_with('/'), source.rsplit_once('/')) {
        (false, Some((folder, _))) => folder.split('/').collect(),
        _ => Vec::new(),
    };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            name => path.push(name),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_relative_to_the_folder_of_their_source() {
        assert_eq!(resolve("word/document.xml", "styles.xml"), "word/styles.xml");
        assert_eq!(resolve("word/document.xml", "../docProps/core.xml"), "docProps/core.xml");
        assert_eq!(resolve("word/document.xml", "/word/x.xml"), "word/x.xml");
        assert_eq!(resolve("", "word/document.xml"), "word/document.xml");
        assert_eq!(resolve("word/document.xml", "../../../etc/passwd"), "etc/passwd");
    }

    #[test]
    fn strict_and_transitional_types_end_in_the_same_word() {
        let text = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="s.xml"/>
          <Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
            Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/></Relationships>"#;
        let found = Relationships::parse(text, "word/document.xml", "rels").unwrap();
        assert_eq!(found.target_of_kind("styles"), Some("word/s.xml"));
        assert_eq!(found.get("b").unwrap().target, "https://example.org/?a=1&b=2");
    }

    #[test]
    fn the_relationships_part_lies_beside_its_source() {
        assert_eq!(part_name_for(""), "_rels/.rels");
        assert_eq!(part_name_for("word/document.xml"), "word/_rels/document.xml.rels");
    }
}
