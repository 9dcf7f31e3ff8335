//! What values made of paragraphs, lists and links need in the package around them: relationships, lists, styles.
//!
//! It is gathered while the parts are finished, and written into the package at the end.

use std::collections::{BTreeMap, BTreeSet};

use super::text::xml_text;

/// What stands around the tag that printed a value: the value takes it over.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Surroundings<'a> {
    /// `<w:rPr>…</w:rPr>` of the run, or nothing.
    pub run_properties: &'a str,
    /// `<w:pPr>…</w:pPr>` of the paragraph, or nothing.
    pub paragraph_properties: &'a str,
}

/// A value's form in Word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WordXml {
    /// Children of a paragraph: runs, hyperlinks.
    Inline(String),
    /// Paragraphs and tables.
    Blocks(String),
}

/// What a style is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StyleKind {
    Paragraph,
    Character,
    Table,
}

impl StyleKind {
    /// As `w:type` says it (ECMA-376 part 1, 17.18.83).
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name {
            "paragraph" => Some(Self::Paragraph),
            "character" => Some(Self::Character),
            "table" => Some(Self::Table),
            _ => None,
        }
    }
}

/// Styles of a template: what is there, and what is added.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    /// Kind and name in lower case to id.
    ids: BTreeMap<(StyleKind, String), String>,
    taken: BTreeSet<String>,
    /// XML of styles to be added.
    pub(crate) added: String,
}

impl Styles {
    /// Notes a style that the template has. The first of a name counts.
    pub(crate) fn know(&mut self, kind: StyleKind, name: &str, id: &str) {
        self.ids.entry((kind, name.to_lowercase())).or_insert_with(|| id.to_owned());
        self.taken.insert(id.to_owned());
    }

    /// An id for a new style that no other has.
    pub(crate) fn free_id(&self, name: &str) -> String {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
        let mut id = plain.clone();
        let mut number = 1;
        while id.is_empty() || self.taken.contains(&id) {
            number += 1;
            id = format!("{plain}{number}");
        }
        id
    }
}

/// Lists of a template: the numbers that are taken, and what is added.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    /// Numbers in use, by `w:abstractNumId` and `w:numId`.
    pub(crate) last_abstract: u32,
    pub(crate) last_number: u32,
    pub(crate) abstracts: BTreeMap<String, (u32, u32)>,
    /// XML of definitions and of lists to be added: all definitions stand before all lists.
    pub(crate) added_abstracts: String,
    pub(crate) added_numbers: String,
}

/// What is added to the package, gathered while its parts are finished.
#[derive(Debug, Default)]
pub(crate) struct Fragments {
    /// Name of the part that is being written.
    part: String,
    /// Part to address to relationship id.
    links: BTreeMap<String, BTreeMap<String, String>>,
    /// Relationship ids begin with this, and none of the template's does.
    link_prefix: String,
    pub(crate) styles: Styles,
    pub(crate) lists: Lists,
    last_bookmark: u32,
}

impl Fragments {
    pub(crate) fn new(link_prefix: String, styles: Styles, lists: Lists) -> Self {
        Self { link_prefix, styles, lists, ..Self::default() }
    }

    /// From here on, `part` is being written. Returns the part before.
    pub(crate) fn enter(&mut self, part: &str) -> String {
        std::mem::replace(&mut self.part, part.to_owned())
    }

    /// The id of a relationship to an address, in the part that is being written.
    pub(crate) fn link(&mut self, address: &str) -> String {
        if !self.links.contains_key(&self.part) {
            self.links.insert(self.part.clone(), BTreeMap::new());
        }
        let prefix = &self.link_prefix;
        let known = self.links.get_mut(&self.part).expect("just put there");
        if let Some(id) = known.get(address) {
            return id.clone();
        }
        let id = format!("{prefix}{}", known.len() + 1);
        known.insert(address.to_owned(), id.clone());
        id
    }

    /// Relationships to be added to a part: id and address.
    pub(crate) fn links_of(&self, part: &str) -> impl Iterator<Item = (&str, &str)> {
        let links = self.links.get(part).into_iter().flatten();
        links.map(|(address, id)| (id.as_str(), address.as_str()))
    }

    /// Parts that got links.
    pub(crate) fn linking_parts(&self) -> impl Iterator<Item = &str> {
        self.links.keys().map(String::as_str)
    }

    /// The number (`w:numId`) of a list of its own kind, `key`. The first call defines it by the children of its
    /// `w:abstractNum`. Where it `restarts`, every call gives a new list that begins at its start.
    pub(crate) fn list(&mut self, key: &str, restarts: bool, levels: impl FnOnce() -> String) -> u32 {
        let lists = &mut self.lists;
        let (of, first) = if let Some(&known) = lists.abstracts.get(key) {
            known
        } else {
            lists.last_abstract += 1;
            let of = lists.last_abstract;
            lists.added_abstracts +=
                &format!(r#"<w:abstractNum w:abstractNumId="{of}">{}</w:abstractNum>"#, levels());
            let first = lists.number_of(of, false);
            lists.abstracts.insert(key.to_owned(), (of, first));
            return first;
        };
        if restarts { lists.number_of(of, true) } else { first }
    }

    /// The id of the template's style of that name.
    pub(crate) fn style(&self, kind: StyleKind, name: &str) -> Option<&str> {
        self.styles.ids.get(&(kind, name.to_lowercase())).map(String::as_str)
    }

    /// The id of the style of that name, which is added where the template has none. `define` gets the new id.
    pub(crate) fn add_style(
        &mut self,
        kind: StyleKind,
        name: &str,
        define: impl FnOnce(&str) -> String,
    ) -> String {
        if let Some(id) = self.style(kind, name) {
            return id.to_owned();
        }
        let id = self.styles.free_id(name);
        self.styles.know(kind, name, &id);
        self.styles.added += &define(&id);
        id
    }

    /// Bookmark ids that are in use are at most this.
    pub(crate) fn bookmarks_up_to(&mut self, last: u32) {
        self.last_bookmark = self.last_bookmark.max(last);
    }

    /// An id that no bookmark has.
    pub(crate) fn bookmark_id(&mut self) -> u32 {
        self.last_bookmark += 1;
        self.last_bookmark
    }
}

impl Lists {
    /// A new list after a definition.
    fn number_of(&mut self, of: u32, restarts: bool) -> u32 {
        self.last_number += 1;
        let number = self.last_number;
        let restart: String = if restarts { (0..9).map(restart_of).collect() } else { String::new() };
        self.added_numbers +=
            &format!(r#"<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{restart}</w:num>"#);
        number
    }
}

/// A level counts from its first number again (17.9.27).
fn restart_of(level: u32) -> String {
    format!(r#"<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>"#)
}

/// One relationship to an address, as XML.
pub(crate) fn link_xml(id: &str, address: &str) -> String {
    format!(
        r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{}" TargetMode="External"/>"#,
        xml_text(address)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_written_once_for_each_part() {
        let mut fragments = Fragments { link_prefix: "rIdL".to_owned(), ..Fragments::default() };
        fragments.enter("word/document.xml");
        assert_eq!(fragments.link("https://example.org/a"), "rIdL1");
        assert_eq!(fragments.link("https://example.org/b"), "rIdL2");
        assert_eq!(fragments.link("https://example.org/a"), "rIdL1");
        fragments.enter("word/header1.xml");
        assert_eq!(fragments.link("https://example.org/b"), "rIdL1");
        assert_eq!(fragments.links_of("word/document.xml").count(), 2);
    }

    #[test]
    fn lists_restart_where_asked() {
        let mut fragments = Fragments::default();
        fragments.lists.last_number = 4;
        let levels = || "<w:lvl/>".to_owned();
        assert_eq!(fragments.list("numbers", true, levels), 5);
        assert_eq!(fragments.list("numbers", true, levels), 6);
        assert_eq!(fragments.list("bullets", false, levels), 7);
        assert_eq!(fragments.list("bullets", false, levels), 7);
        assert_eq!(fragments.lists.added_abstracts.matches("<w:lvl/>").count(), 2);
        assert_eq!(fragments.lists.added_numbers.matches("startOverride").count(), 9);
    }

    #[test]
    fn a_style_is_found_by_its_name_or_added() {
        let mut fragments = Fragments::default();
        fragments.styles.know(StyleKind::Paragraph, "List Bullet", "Aufzhlungszeichen");
        assert_eq!(fragments.style(StyleKind::Paragraph, "list bullet"), Some("Aufzhlungszeichen"));
        let id = fragments.add_style(StyleKind::Character, "Hyperlink", |id| format!("<{id}/>"));
        assert_eq!(id, fragments.add_style(StyleKind::Character, "Hyperlink", |_| unreachable!()));
        assert_eq!(fragments.styles.added, "<Hyperlink/>");
    }
}
