//! From bytes to the tree: which parts are read, and in which order.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use crate::content_types::ContentTypes;
use crate::error::ReadError;
use crate::inflate::reuse;
use crate::package::{Limits, Package};
use crate::properties;
use crate::relationships::Relationships;
use crate::story::{Context, StoryReader};
use crate::styles::StylesPart;
use crate::tree::{Notes, Oddity, Place, Story, WordDocument};
use crate::xml::Element;

/// Where nearly every writer puts the main part; used where the package does not say.
const USUAL_MAIN_PART: &str = "word/document.xml";

/// Reads a Word file. Of a part that cannot be read other than the main one, an [`Oddity`] tells.
///
/// # Errors
/// A [`ReadError`] where the bytes are no Word file, meet a limit, or the main part is not well-formed.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<WordDocument, ReadError> {
    read_package(bytes, limits, false).map(|(document, _)| document)
}

/// Reads a Word file that another one embeds, and tells how many bytes were inflated for it.
pub(crate) fn read_chunk(bytes: &[u8], limits: &Limits) -> Result<(WordDocument, u64), ReadError> {
    read_package(bytes, limits, true)
}

fn read_package(bytes: &[u8], limits: &Limits, is_chunk: bool) -> Result<(WordDocument, u64), ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let root = Relationships::of(&mut package, "").unwrap_or_default();
    let main_part = main_part(&mut package, &root)?;
    let text = package.text(&main_part)?.ok_or_else(|| ReadError::MissingPart(main_part.clone()))?;
    let mut context = Context::new(package, limits.clone());
    context.is_chunk = is_chunk;
    let relationships = relationships(&mut context, &main_part)?;
    read_styles(&mut context, &relationships)?;
    read_lists(&mut context, &relationships)?;

    let body = read_body(&text, &main_part, &relationships, &mut context)?;
    reuse(text.into_bytes());
    let notes = Notes {
        footnotes: notes(&mut context, &relationships, "footnotes", "footnote")?,
        endnotes: notes(&mut context, &relationships, "endnotes", "endnote")?,
        comments: notes(&mut context, &relationships, "comments", "comment")?,
        headers: headers(&mut context, &relationships, "header")?,
        footers: headers(&mut context, &relationships, "footer")?,
        text_boxes: std::mem::take(&mut context.text_boxes),
    };
    let properties = read_properties(&mut context, &root)?;
    report_the_rest(&mut context, &main_part);
    let document = WordDocument {
        main_part: Arc::from(main_part.as_str()),
        body,
        notes,
        properties,
        revisions: context.revisions,
        oddities: context.oddities,
    };
    Ok((document, context.package.spent()))
}

/// Name of the main part, checked to be one of a Word document.
fn main_part(package: &mut Package<'_>, root: &Relationships) -> Result<String, ReadError> {
    let named = root.target_of_kind("officeDocument").filter(|name| package.contains(name));
    let name = named.map_or_else(|| USUAL_MAIN_PART.to_owned(), str::to_owned);
    if let Some(other) = other_kind(package, &name)? {
        return Err(ReadError::OtherPackage(other.to_owned()));
    }
    if !package.contains(&name) {
        return Err(ReadError::MissingPart(name));
    }
    Ok(name)
}

/// What a package holds that is no Word document: by its content type, or by what its main part is called.
fn other_kind(package: &mut Package<'_>, main_part: &str) -> Result<Option<&'static str>, ReadError> {
    const KINDS: [(&str, &str); 4] = [
        ("spreadsheet", "an Excel workbook"),
        ("presentation", "a PowerPoint presentation"),
        ("visio", "a Visio drawing"),
        ("xps", "an XPS document"),
    ];
    if let Some(mimetype) = package.part("mimetype")? {
        return Ok(Some(if mimetype.starts_with(b"application/epub") {
            "an e-book"
        } else {
            "an OpenDocument file (Word and LibreOffice save it as .docx)"
        }));
    }
    let types = ContentTypes::of(package)?;
    let content_type = types.as_ref().and_then(|types| types.of_part(main_part)).unwrap_or_default();
    let kind = KINDS.iter().find(|(sign, _)| content_type.contains(sign)).map(|(_, kind)| *kind);
    if kind.is_none() && types.is_none() && !package.contains(main_part) {
        return Ok(Some("no Office document at all (an ordinary zip archive)"));
    }
    Ok(kind)
}

/// Passes on what makes the whole file unreadable or dangerous; anything else becomes an oddity.
fn or_odd<T>(
    context: &mut Context<'_>,
    part: &str,
    result: Result<T, ReadError>,
) -> Result<Option<T>, ReadError> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error @ (ReadError::TooLarge(_) | ReadError::DocumentType(_))) => Err(error),
        Err(error) => {
            let message = format!("{part} was left out: {error}");
            context.odd("part-unreadable", message, &Arc::from(part), Place::default());
            Ok(None)
        }
    }
}

fn relationships(context: &mut Context<'_>, part: &str) -> Result<Rc<Relationships>, ReadError> {
    let result = Relationships::of(&mut context.package, part);
    Ok(or_odd(context, part, result)?.unwrap_or_default())
}

/// The text of the part that a relationship of that kind leads to, with its name.
fn related(
    context: &mut Context<'_>,
    relationships: &Relationships,
    kind: &str,
) -> Result<Option<(String, String)>, ReadError> {
    let Some(name) = relationships.target_of_kind(kind) else { return Ok(None) };
    let result = context.package.text(name);
    let text = or_odd(context, name, result)?.flatten();
    Ok(text.map(|text| (name.to_owned(), text)))
}

fn read_styles(context: &mut Context<'_>, relationships: &Relationships) -> Result<(), ReadError> {
    let Some(part) = relationships.target_of_kind("styles") else { return Ok(()) };
    let styles = StylesPart::read(&mut context.package, part);
    context.styles = or_odd(context, part, styles)?.flatten().unwrap_or_default();
    Ok(())
}

fn read_lists(context: &mut Context<'_>, relationships: &Relationships) -> Result<(), ReadError> {
    let Some(part) = relationships.target_of_kind("numbering") else { return Ok(()) };
    let lists = context.styles.lists(&mut context.package, part);
    let lists = or_odd(context, part, lists)?.flatten().unwrap_or_default();
    for format in &lists.unknown_formats {
        let message = format!("the number format {format} is not known; decimal numbers stand in its place");
        context.odd("unknown-number-format", message, &Arc::from(part), Place::default());
    }
    context.lists = lists;
    Ok(())
}

fn read_body(
    text: &str,
    part: &str,
    relationships: &Relationships,
    context: &mut Context<'_>,
) -> Result<Vec<crate::tree::Block>, ReadError> {
    let mut reader = StoryReader::new(text, part, relationships, context);
    let root = reader.xml.root()?;
    if !root.is("document") {
        return Err(ReadError::OtherPackage(format!("a part with the root element {}", root.name())));
    }
    let mut body = Vec::new();
    while let Some(child) = reader.xml.next_child(&root)? {
        if child.is("body") {
            body.extend(reader.blocks(&child)?);
        }
    }
    reader.finish();
    Ok(body)
}

/// The notes of one part: footnotes, endnotes or comments. Separators are no notes (part 1, 17.11.23).
fn notes(
    context: &mut Context<'_>,
    relationships: &Relationships,
    kind: &str,
    element: &str,
) -> Result<Vec<Story>, ReadError> {
    let Some((part, text)) = related(context, relationships, kind)? else { return Ok(Vec::new()) };
    let own = self::relationships(context, &part)?;
    let result = read_notes(&text, &part, &own, context, element);
    Ok(or_odd(context, &part, result)?.unwrap_or_default())
}

fn read_notes(
    text: &str,
    part: &str,
    relationships: &Relationships,
    context: &mut Context<'_>,
    element: &str,
) -> Result<Vec<Story>, ReadError> {
    let mut reader = StoryReader::new(text, part, relationships, context);
    let root = reader.xml.root()?;
    let mut stories = Vec::new();
    while let Some(child) = reader.xml.next_child(&root)? {
        let kind = child.attribute("type");
        if child.is(element) && kind.is_none_or(|kind| kind == "normal") {
            let blocks = reader.blocks(&child)?;
            stories.push(story(&child, part, blocks));
        }
    }
    reader.finish();
    Ok(stories)
}

fn story(element: &Element<'_>, part: &str, blocks: Vec<crate::tree::Block>) -> Story {
    Story {
        part: Arc::from(part),
        id: element.attribute("id").and_then(|id| id.trim().parse().ok()).unwrap_or_default(),
        author: element.attribute("author").map(String::from),
        date: element.attribute("date").map(String::from),
        anchor: None,
        blocks,
    }
}

/// The headers or footers that sections use, each part once, in the order of the sections.
fn headers(
    context: &mut Context<'_>,
    relationships: &Relationships,
    kind: &str,
) -> Result<Vec<Story>, ReadError> {
    let (mut parts, mut seen) = (Vec::new(), HashSet::new());
    for (of_kind, id) in &context.headers {
        if let Some(target) = relationships.get(id)
            && *of_kind == kind
            && !target.external
            && seen.insert(&target.target)
        {
            parts.push(target.target.clone());
        }
    }
    let mut stories = Vec::new();
    for part in parts {
        let text = context.package.text(&part);
        let Some(text) = or_odd(context, &part, text)?.flatten() else { continue };
        let own = self::relationships(context, &part)?;
        let result = read_header(&text, &part, &own, context);
        stories.extend(or_odd(context, &part, result)?);
    }
    Ok(stories)
}

fn read_header(
    text: &str,
    part: &str,
    relationships: &Relationships,
    context: &mut Context<'_>,
) -> Result<Story, ReadError> {
    let mut reader = StoryReader::new(text, part, relationships, context);
    let root = reader.xml.root()?;
    let blocks = reader.blocks(&root)?;
    reader.finish();
    Ok(Story { part: Arc::from(part), blocks, ..Story::default() })
}

fn read_properties(
    context: &mut Context<'_>,
    root: &Relationships,
) -> Result<crate::tree::Properties, ReadError> {
    let mut properties = crate::tree::Properties::default();
    if let Some((part, text)) = related(context, root, "core-properties")? {
        properties.core = or_odd(context, &part, properties::parse_core(&text, &part))?.unwrap_or_default();
    }
    if let Some((part, text)) = related(context, root, "custom-properties")? {
        properties.custom =
            or_odd(context, &part, properties::parse_custom(&text, &part))?.unwrap_or_default();
    }
    Ok(properties)
}

fn report_the_rest(context: &mut Context<'_>, main_part: &str) {
    if context.unreported > 0 {
        context.oddities.push(Oddity {
            code: "more-oddities",
            message: format!("{} more oddities were met", context.unreported),
            part: Arc::from(main_part),
            place: Place::default(),
        });
    }
}
