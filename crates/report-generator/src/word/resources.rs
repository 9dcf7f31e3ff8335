//! What a package has besides its texts: styles, lists, relationships.

use std::collections::BTreeMap;

use word_document::{Package, ReadError};

use super::compile::Story;
use super::fragments::{Fragments, Lists, StyleKind, Styles, link_xml};
use super::xml::{self, Node};

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The resources of a template, and parts that are added to it.
#[derive(Debug, Default)]
pub(crate) struct Resources {
    pub fragments: Fragments,
    pub added: BTreeMap<String, Vec<u8>>,
    /// Relationships of pictures to be added to the main part.
    pub pictures: String,
    /// Endings of names whose type the package may not know.
    pub endings: std::collections::BTreeSet<String>,
    main: String,
}

impl Resources {
    /// Reads what is there.
    pub(crate) fn of(package: &mut Package<'_>, stories: &[Story]) -> Result<Self, ReadError> {
        let styles =
            part_of_kind(package, stories, "styles")?.map(|(_, text)| styles(&text)).unwrap_or_default();
        let lists =
            part_of_kind(package, stories, "numbering")?.map(|(_, text)| lists(&text)).unwrap_or_default();
        let mut fragments = Fragments::new("rIdRapporteur".to_owned(), styles, lists);
        for story in stories {
            fragments.bookmarks_up_to(last_bookmark(&story.text));
        }
        let main = stories.first().map_or_else(String::new, |main| main.name.clone());
        Ok(Self { fragments, main, ..Self::default() })
    }

    /// The id of a link of the main part.
    pub(crate) fn keep_link(&mut self, address: &str) -> String {
        let around = self.fragments.enter(&self.main);
        let id = self.fragments.link(address);
        self.fragments.enter(&around);
        id
    }

    /// Adds a picture of a partial; the result is the id of its relationship.
    pub(crate) fn add_picture(&mut self, target: &str, bytes: Vec<u8>) -> String {
        let number = self.added.len() + 1;
        let ending = target.rsplit_once('.').map_or("bin", |(_, ending)| ending).to_lowercase();
        let name = format!("word/media/rapporteur-{number}.{ending}");
        let id = format!("rIdRapporteurPicture{number}");
        self.pictures += &format!(
            r#"<Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="/{name}"/>"#
        );
        self.endings.insert(ending);
        self.added.insert(name, bytes);
        id
    }
}

/// The part to which the main part is related in that way: name and text.
pub(crate) fn part_of_kind(
    package: &mut Package<'_>,
    stories: &[Story],
    kind: &str,
) -> Result<Option<(String, String)>, ReadError> {
    let Some(main) = stories.first() else { return Ok(None) };
    let relationships = package.relationships(&main.name)?;
    let Some(name) = relationships.target_of_kind(kind) else { return Ok(None) };
    Ok(package.text(name)?.map(|text| (name.to_owned(), text)))
}

/// Elements of a name in a text: what stands from each up to the next.
fn elements<'t>(text: &'t str, start: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(start).skip(1).filter(|rest| rest.starts_with([' ', '>', '/']))
}

pub(crate) fn styles(text: &str) -> Styles {
    let mut styles = Styles::default();
    for style in elements(text, "<w:style") {
        let tag = style.split('>').next().unwrap_or_default();
        let kind = xml::attribute(tag, "w:type").and_then(StyleKind::of);
        let id = xml::attribute(tag, "w:styleId");
        let name = elements(style, "<w:name").next().and_then(|name| xml::attribute(name, "w:val"));
        if let (Some(kind), Some(id), Some(name)) = (kind, id, name) {
            styles.know(kind, &xml::unescaped(name), id);
        }
    }
    styles
}

pub(crate) fn lists(text: &str) -> Lists {
    let last = |start: &'static str, attribute: &str| {
        let tags = elements(text, start).map(|rest| rest.split('>').next().unwrap_or_default());
        tags.filter_map(|tag| xml::attribute(tag, attribute)?.parse().ok()).max()
    };
    Lists {
        last_abstract: last("<w:abstractNum", "w:abstractNumId").unwrap_or(0),
        last_number: last("<w:num", "w:numId").unwrap_or(0),
        ..Lists::default()
    }
}

fn last_bookmark(text: &str) -> u32 {
    let tags = elements(text, "<w:bookmarkStart").map(|rest| rest.split('>').next().unwrap_or_default());
    tags.filter_map(|tag| xml::attribute(tag, "w:id")?.parse().ok()).max().unwrap_or(0)
}

/// Writes what the fragments need into the package.
pub(crate) fn write(
    package: &mut Package<'_>,
    resources: Resources,
    linked: &BTreeMap<String, Vec<String>>,
    changes: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), ReadError> {
    let fragments = &resources.fragments;
    let parts = fragments.linking_parts().chain(linked.keys().map(String::as_str));
    for part in parts.collect::<std::collections::BTreeSet<_>>() {
        let added: String = fragments.links_of(part).map(|(id, address)| link_xml(id, address)).collect();
        let gone = linked.get(part).map(Vec::as_slice).unwrap_or_default();
        relate(package, part, &added, gone, changes)?;
    }
    if !resources.pictures.is_empty() {
        relate(package, &resources.main, &resources.pictures, &[], changes)?;
        add_endings(package, &resources.endings, changes)?;
    }
    super::definitions::write(package, fragments, changes)?;
    changes.extend(resources.added);
    Ok(())
}

/// Types of pictures by the endings of their names, where the package does not say them yet.
fn add_endings(
    package: &mut Package<'_>,
    endings: &std::collections::BTreeSet<String>,
    changes: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), ReadError> {
    let types = package.text("[Content_Types].xml")?.unwrap_or_default().to_lowercase();
    for ending in endings {
        let kind = match ending.as_str() {
            "jpg" | "jpeg" => "image/jpeg",
            "gif" => "image/gif",
            "svg" => "image/svg+xml",
            "emf" => "image/x-emf",
            "wmf" => "image/x-wmf",
            "tif" | "tiff" => "image/tiff",
            "bmp" => "image/bmp",
            _ => "image/png",
        };
        if !types.contains(&format!("extension=\"{ending}\"")) {
            let entry = format!(r#"<Default Extension="{ending}" ContentType="{kind}"/>"#);
            super::definitions::add_content_type(package, &entry, changes)?;
        }
    }
    Ok(())
}

/// Name of the part that holds the relationships of another.
pub(crate) fn relationships_part(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{file}.rels")
}

/// Adds relationships to a part, and takes others away.
pub(crate) fn relate(
    package: &mut Package<'_>,
    part: &str,
    added: &str,
    gone: &[String],
    changes: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), ReadError> {
    let name = relationships_part(part);
    let text = match changes.get(&name) {
        Some(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        None => package.text(&name)?,
    };
    let text = text.unwrap_or_else(|| {
        format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{RELATIONSHIPS}"></Relationships>"#)
    });
    let Ok(mut tree) = xml::parse(&text) else { return Ok(()) };
    tree.root.children.retain(|node| {
        node.element()
            .is_none_or(|found| found.attribute("Id").is_none_or(|id| !gone.iter().any(|gone| gone == id)))
    });
    tree.root.children.push(Node::Text(added.into()));
    let mut out = tree.prolog.to_owned();
    tree.root.write(&mut out);
    changes.insert(name, out.into_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_lists_are_known() {
        let text = r#"<w:styles><w:style w:type="paragraph" w:styleId="a1"><w:name w:val="List Bullet"/></w:style><w:style w:type="table" w:styleId="t"><w:name w:val="Table Grid"/></w:style></w:styles>"#;
        let fragments = Fragments::new(String::new(), styles(text), Lists::default());
        assert_eq!(fragments.style(StyleKind::Paragraph, "list bullet"), Some("a1"));
        assert_eq!(fragments.style(StyleKind::Table, "Table Grid"), Some("t"));
        let lists =
            lists(r#"<w:abstractNum w:abstractNumId="3"><w:numFmt/></w:abstractNum><w:num w:numId="12">"#);
        assert_eq!((lists.last_abstract, lists.last_number), (3, 12));
    }
}
