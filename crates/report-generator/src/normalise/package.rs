//! A whole package: which parts there are, what they say of one another, and custom properties.

use std::collections::{BTreeMap, BTreeSet};

use docx_rs::XMLDocx;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use word_document::write_package;

use super::{Malformed, Relationships, characters, counters, part};

const TYPES: &str = "[Content_Types].xml";
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The parts that docx-rs made, under their names in the package.
pub fn parts(docx: XMLDocx) -> BTreeMap<String, Vec<u8>> {
    let mut parts: BTreeMap<String, Vec<u8>> = [
        (TYPES, docx.content_type),
        ("_rels/.rels", docx.rels),
        ("docProps/app.xml", docx.doc_props.app),
        ("docProps/core.xml", docx.doc_props.core),
        ("docProps/custom.xml", docx.doc_props.custom),
        ("word/_rels/document.xml.rels", docx.document_rels),
        ("word/document.xml", docx.document),
        ("word/styles.xml", docx.styles),
        ("word/settings.xml", docx.settings),
        ("word/fontTable.xml", docx.font_table),
        ("word/comments.xml", docx.comments),
        ("word/numbering.xml", docx.numberings),
        ("word/commentsExtended.xml", docx.comments_extended),
        ("word/footnotes.xml", docx.footnotes),
    ]
    .into_iter()
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .collect();
    for (kind, texts, links) in
        [("header", docx.headers, docx.header_rels), ("footer", docx.footers, docx.footer_rels)]
    {
        parts.extend((1..).zip(texts).map(|(n, text)| (format!("word/{kind}{n}.xml"), text)));
        parts.extend((1..).zip(links).map(|(n, text)| (format!("word/_rels/{kind}{n}.xml.rels"), text)));
    }
    parts.extend(docx.media.into_iter().map(|(name, bytes)| (format!("word/media/{name}.png"), bytes)));
    counters::settle(&mut parts);
    parts
}

/// Normalises all parts and zips them. Parts that nothing points to are left out.
pub fn normalise_package(mut parts: BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, Malformed> {
    let known = relationships(&mut parts)?;
    let types = content_types(&parts)?;
    parts.insert(TYPES.to_owned(), types.into_bytes());
    for (name, bytes) in &mut parts {
        if is_xml(name) {
            let mut text = text_of(name, bytes)?;
            if name == "docProps/custom.xml" {
                text = custom_properties(&text);
            }
            *bytes = part::normalise(name, &text, known.get(name))?.into_bytes();
        }
    }
    // Readers that stream want the content types first.
    let first = parts.get_key_value(TYPES).into_iter();
    let rest = parts.iter().filter(|(name, _)| *name != TYPES);
    let all = first.chain(rest).map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    write_package(all).map_err(|error| Malformed { part: String::new(), message: error.to_string() })
}

fn is_xml(name: &str) -> bool {
    matches!(ending_of(name), "xml" | "rels") && name != TYPES
}

fn ending_of(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or_default()
}

fn text_of(name: &str, bytes: &[u8]) -> Result<String, Malformed> {
    let text = String::from_utf8(bytes.to_vec());
    text.map_err(|error| Malformed { part: name.to_owned(), message: error.to_string() })
}

/// Attributes of the elements of that name, unescaped as they are.
fn elements(part: &str, text: &str, name: &str) -> Result<Vec<BTreeMap<String, String>>, Malformed> {
    let text = characters::clean(text);
    let mut reader = Reader::from_str(&text);
    let mut found = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.name().into_inner() == name => {
                found.push(attributes(&tag));
            }
            Ok(Event::Eof) => return Ok(found),
            Ok(_) => {}
            Err(error) => return Err(Malformed { part: part.to_owned(), message: error.to_string() }),
        }
    }
}

/// Attributes by name. Values stay escaped: they are written again as they are.
fn attributes(tag: &BytesStart<'_>) -> BTreeMap<String, String> {
    let all = tag.attributes().flatten();
    all.map(|attribute| (attribute.key.into_inner().to_owned(), attribute.value.as_ref().to_owned()))
        .collect()
}

/// Settles the relationships of every part: sorted by id, none to a part that is not there. Takes out the parts that
/// nothing points to. Returns the ids by part.
fn relationships(
    parts: &mut BTreeMap<String, Vec<u8>>,
) -> Result<BTreeMap<String, Relationships>, Malformed> {
    let mut known = BTreeMap::new();
    let mut reached: BTreeSet<String> = BTreeSet::from([TYPES.to_owned()]);
    let mut waiting = vec![String::new()];
    while let Some(source) = waiting.pop() {
        let name = relationships_of(&source);
        let links = match parts.get(&name) {
            Some(bytes) => elements(&name, &text_of(&name, bytes)?, "Relationship")?,
            None => Vec::new(),
        };
        let mut kept: BTreeMap<(usize, String), BTreeMap<String, String>> = BTreeMap::new();
        for link in links {
            let Some(id) = link.get("Id").cloned() else { continue };
            if link.get("TargetMode").is_none_or(|mode| mode != "External") {
                let target = resolve(&source, link.get("Target").map_or("", String::as_str));
                if !parts.contains_key(&target) || is_hollow(&target, &parts[&target]) {
                    continue;
                }
                if reached.insert(target.clone()) {
                    waiting.push(target);
                }
            }
            kept.insert((id.len(), id), link);
        }
        if kept.is_empty() {
            parts.remove(&name);
        } else {
            reached.insert(name.clone());
            parts.insert(name, relationships_xml(&kept).into_bytes());
        }
        known.insert(source, kept.into_keys().map(|(_, id)| id).collect());
    }
    parts.retain(|name, _| reached.contains(name));
    Ok(known)
}

/// Comments and notes of which there are none.
fn is_hollow(name: &str, bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    match name {
        "word/comments.xml" => !text.contains("<w:comment "),
        "word/commentsExtended.xml" => !text.contains("<w15:commentEx "),
        "word/footnotes.xml" => !text.contains("<w:footnote "),
        _ => false,
    }
}

/// The part that has the relationships of `source` (part 2, 6.5.3).
fn relationships_of(source: &str) -> String {
    let (folder, file) = source.rsplit_once('/').map_or(("", source), |(folder, file)| (folder, file));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{file}.rels")
}

/// A target as seen from its source.
fn resolve(source: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let folder = source.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            other => steps.push(other),
        }
    }
    steps.join("/")
}

fn relationships_xml(links: &BTreeMap<(usize, String), BTreeMap<String, String>>) -> String {
    let mut out = format!(r#"{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">"#);
    for link in links.values() {
        out += "<Relationship";
        for name in ["Id", "Type", "Target", "TargetMode"] {
            // Internal is what is meant where nothing is said; docx-rs says it for anchors in the document.
            if let Some(value) = link.get(name).filter(|value| *value != "Internal") {
                out += &format!(r#" {name}="{value}""#);
            }
        }
        out += "/>";
    }
    out + "</Relationships>"
}

/// Content types of the parts that are there, sorted.
fn content_types(parts: &BTreeMap<String, Vec<u8>>) -> Result<String, Malformed> {
    let given = parts.get(TYPES).map(Vec::as_slice).unwrap_or_default();
    let given = text_of(TYPES, given)?;
    let mut defaults: BTreeMap<String, String> = BTreeMap::from([
        ("rels".to_owned(), "application/vnd.openxmlformats-package.relationships+xml".to_owned()),
        ("xml".to_owned(), "application/xml".to_owned()),
    ]);
    if parts.keys().any(|name| ending_of(name) == "png") {
        defaults.insert("png".to_owned(), "image/png".to_owned());
    }
    for mut found in elements(TYPES, &given, "Default")? {
        if let (Some(ending), Some(kind)) = (found.remove("Extension"), found.remove("ContentType")) {
            defaults.entry(ending).or_insert(kind);
        }
    }
    let mut out = format!(r#"{DECLARATION}<Types xmlns="{PACKAGE}/content-types">"#);
    for (ending, kind) in &defaults {
        if parts.keys().any(|name| ending_of(name) == ending) {
            out += &format!(r#"<Default Extension="{ending}" ContentType="{kind}"/>"#);
        }
    }
    let mut overrides = BTreeMap::new();
    for mut found in elements(TYPES, &given, "Override")? {
        if let (Some(name), Some(kind)) = (found.remove("PartName"), found.remove("ContentType")) {
            overrides.insert(name, kind);
        }
    }
    for (name, kind) in overrides {
        let part = name.trim_start_matches('/');
        if parts.contains_key(part) && ending_of(part) != "rels" {
            out += &format!(r#"<Override PartName="{name}" ContentType="{kind}"/>"#);
        }
    }
    Ok(out + "</Types>")
}

/// Custom properties, sorted by name and numbered anew: docx-rs writes them in any order, and their values unescaped.
fn custom_properties(text: &str) -> String {
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    let mut pieces = text.split("<property ");
    let head = pieces.next().unwrap_or_default();
    for piece in pieces {
        let name = piece.split(r#" name=""#).nth(1).and_then(|rest| rest.split('"').next());
        let value = piece.split_once("<vt:lpwstr>").and_then(|(_, rest)| rest.rsplit_once("</vt:lpwstr>"));
        if let (Some(name), Some((value, _))) = (name, value) {
            let value = value.replace('<', "&lt;").replace('>', "&gt;");
            all.insert(name.to_owned(), characters::clean(&value).into_owned());
        }
    }
    let mut out = head.to_owned();
    // Numbers below 2 are reserved (part 4 of the older specification of property sets).
    for (pid, (name, value)) in (2..).zip(&all) {
        out += &format!(
            r#"<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>"#
        );
    }
    if all.is_empty() { text.to_owned() } else { out + "</Properties>" }
}
