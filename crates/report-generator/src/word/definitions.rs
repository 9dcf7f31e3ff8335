//! Styles and lists that are added to a package.

use std::collections::BTreeMap;

use word_document::{Package, ReadError};

use super::fragments::Fragments;
use super::resources::relate;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Writes added styles and lists into their parts, which are made where there are none.
pub(super) fn write(
    package: &mut Package<'_>,
    fragments: &Fragments,
    changes: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), ReadError> {
    if !fragments.styles.added.is_empty() {
        let (name, text) = definitions(package, "styles", changes)?;
        changes.insert(name, before_end(&text, &fragments.styles.added).into_bytes());
    }
    let lists = &fragments.lists;
    if !lists.added_numbers.is_empty() {
        let (name, text) = definitions(package, "numbering", changes)?;
        // All definitions stand before all lists (17.9.17).
        let at = text.find("<w:num ").or_else(|| text.find("<w:numIdMacAtCleanup")).unwrap_or(end_of(&text));
        let text = format!("{}{}{}", &text[..at], lists.added_abstracts, &text[at..]);
        let at = text.find("<w:numIdMacAtCleanup").unwrap_or(end_of(&text));
        let text = format!("{}{}{}", &text[..at], lists.added_numbers, &text[at..]);
        changes.insert(name, text.into_bytes());
    }
    Ok(())
}

/// The byte at which the end tag of the root begins.
fn end_of(text: &str) -> usize {
    text.rfind("</").unwrap_or(text.len())
}

fn before_end(text: &str, added: &str) -> String {
    let at = end_of(text);
    format!("{}{added}{}", &text[..at], &text[at..])
}

/// The part of styles or lists: name and text, with an end tag of its root.
fn definitions(
    package: &mut Package<'_>,
    kind: &str,
    changes: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(String, String), ReadError> {
    let root = package.relationships("")?;
    let main = root.target_of_kind("officeDocument").unwrap_or("word/document.xml").to_owned();
    let relationships = package.relationships(&main)?;
    if let Some(name) = relationships.target_of_kind(kind) {
        let changed = changes.get(name).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let text = match changed {
            Some(text) => Some(text),
            None => package.text(name)?,
        };
        if let Some(text) = text {
            return Ok((name.to_owned(), opened(&text)));
        }
    }
    let name = new_part(package, &main, kind, changes)?;
    let text = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{kind} xmlns:w="{MAIN}"></w:{kind}>"#
    );
    Ok((name, text))
}

/// A root that is empty gets an end tag; one with another prefix than Word's gets that.
fn opened(text: &str) -> String {
    let text = super::xml::with_usual_prefix(text).into_owned();
    match text.trim_end().strip_suffix("/>") {
        Some(start) => {
            let at = start.rfind('<').unwrap_or(0);
            let name: String = start[at + 1..].chars().take_while(|c| !c.is_whitespace()).collect();
            format!("{start}></{name}>")
        }
        None => text,
    }
}

/// Relates a new part to the main one, and says of what type it is.
fn new_part(
    package: &mut Package<'_>,
    main: &str,
    kind: &str,
    changes: &mut BTreeMap<String, Vec<u8>>,
) -> Result<String, ReadError> {
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let name = if folder.is_empty() { format!("{kind}.xml") } else { format!("{folder}/{kind}.xml") };
    let relationship =
        format!(r#"<Relationship Id="rIdRapporteur-{kind}" Type="{OFFICE}/{kind}" Target="/{name}"/>"#);
    relate(package, main, &relationship, &[], changes)?;
    let entry = format!(r#"<Override PartName="/{name}" ContentType="{WORD_TYPE}.{kind}+xml"/>"#);
    add_content_type(package, &entry, changes)?;
    Ok(name)
}

/// Adds an entry to the content types.
pub(super) fn add_content_type(
    package: &mut Package<'_>,
    entry: &str,
    changes: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), ReadError> {
    const NAME: &str = "[Content_Types].xml";
    let text = match changes.get(NAME) {
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None => package.text(NAME)?.unwrap_or_default(),
    };
    changes.insert(NAME.to_owned(), before_end(&text, entry).into_bytes());
    Ok(())
}
