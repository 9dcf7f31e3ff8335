//! A template's parts become sources for the engine.

use std::collections::BTreeMap;

use word_document::{Limits, Package, ReadError};

use super::emit::{self, Notes, Scope, Source, Surroundings};
use super::error::{TemplateError, TemplateErrorKind};
use super::join::{Gathered, Links, join};
use super::marks;
use super::names::fix_capitals;
use super::partials::Renamed;
use super::properties;
use super::structure::arrange;
use super::xml::{self, Element, Node, Part};

/// More tags than this are no template that a person wrote.
const MOST_TAGS: usize = 20_000;

/// A text of the package: a part that may hold tags.
#[derive(Debug)]
pub(crate) struct Story {
    /// Kind of the relationship that leads to it: `officeDocument`, `header`, `footnotes`, …
    pub kind: String,
    pub name: String,
    pub text: String,
    /// Addresses with tags, by relationship id.
    pub targets: BTreeMap<String, String>,
}

/// Kind of notes that a part holds.
pub(crate) fn note_kind(part_kind: &str) -> Option<char> {
    match part_kind {
        "footnotes" => Some('f'),
        "endnotes" => Some('e'),
        "comments" => Some('c'),
        _ => None,
    }
}

/// A part of notes, cut into its notes.
#[derive(Debug, Default)]
pub(crate) struct NotesPart {
    pub name: String,
    /// Up to the first note, and from the last on.
    pub head: String,
    pub tail: String,
    /// Id, start tag without it, and whole note.
    pub notes: Vec<(String, String, String)>,
}

/// A template made ready.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    pub gathered: Gathered,
    /// Name of the part, and its source.
    pub sources: Vec<(String, Source)>,
    pub notes: BTreeMap<char, NotesPart>,
    /// Part to relationship ids that templates of addresses have.
    pub linked: BTreeMap<String, Vec<String>>,
    pub last_scope: Scope,
}

/// The texts of a package: its main part, headers, footers, notes, comments, and properties that have tags.
pub(crate) fn stories(package: &mut Package<'_>) -> Result<Vec<Story>, ReadError> {
    const KINDS: [&str; 5] = ["header", "footer", "footnotes", "endnotes", "comments"];
    let root = package.relationships("")?;
    let main = root.target_of_kind("officeDocument").unwrap_or("word/document.xml").to_owned();
    let relationships = package.relationships(&main)?;
    let mut names = vec![("officeDocument".to_owned(), main.clone())];
    for (_, found) in relationships.iter() {
        if KINDS.contains(&found.kind.as_str()) && !names.iter().any(|(_, name)| *name == found.target) {
            names.push((found.kind.clone(), found.target.clone()));
        }
    }
    for (_, found) in root.iter() {
        if properties::is_properties(&found.kind) && !found.external {
            names.push((found.kind.clone(), found.target.clone()));
        }
    }
    let mut stories = Vec::new();
    for (kind, name) in names {
        let Some(text) = package.text(&name)? else {
            if name == main {
                return Err(ReadError::MissingPart(name));
            }
            continue;
        };
        if properties::is_properties(&kind) && !text.contains("{{") {
            continue;
        }
        let targets = addresses(package, &name)?;
        let text = match xml::with_usual_prefix(&text) {
            std::borrow::Cow::Owned(usual) => usual,
            std::borrow::Cow::Borrowed(_) => text,
        };
        stories.push(Story { kind, name, text: without_marks(text), targets });
    }
    Ok(stories)
}

/// Noncharacters of a template would be taken for marks of ours.
fn without_marks(text: String) -> String {
    if memchr::memmem::find(text.as_bytes(), &marks::LEAD).is_none() {
        return text;
    }
    let ours = '\u{fdd0}'..='\u{fdef}';
    if text.contains(|c| ours.contains(&c)) { text.replace(|c| ours.contains(&c), "") } else { text }
}

/// Addresses of a part that hold tags.
fn addresses(package: &mut Package<'_>, part: &str) -> Result<BTreeMap<String, String>, ReadError> {
    let relationships = package.relationships(part)?;
    let external = relationships.iter().filter(|(_, found)| found.external);
    Ok(external
        .map(|(id, found)| (id.to_owned(), super::address::typed(&found.target)))
        .filter(|(_, target)| target.contains("{{") || target.contains("{%"))
        .collect())
}

/// Opens a template's package.
pub(crate) fn open(bytes: &[u8]) -> Result<Package<'_>, ReadError> {
    Package::open(bytes, &Limits::default())
}

/// An error about a whole file.
pub(crate) fn unreadable(template: &str, message: String) -> TemplateError {
    TemplateError {
        template: template.to_owned(),
        kind: TemplateErrorKind::Unreadable,
        place: None,
        quoted: String::new(),
        tag: String::new(),
        message,
        suggestion: None,
    }
}

/// What compiling needs to know besides the texts.
pub(crate) struct Settings<'s> {
    pub template: &'s str,
    /// Whether the data has such a name.
    pub known: &'s dyn Fn(&str) -> bool,
    /// For a partial: what its ids are in the template.
    pub renamed: Option<&'s Renamed>,
    /// Scopes are counted from here on.
    pub next_scope: Scope,
}

/// Compiles the texts of a template. What is wrong with them is gathered; the sources are whole all the same.
pub(crate) fn compile(stories: &[Story], settings: &Settings<'_>) -> Compiled {
    let mut out = Compiled { last_scope: settings.next_scope, ..Compiled::default() };
    out.gathered.template = settings.template.to_owned();
    let mut trees = Vec::new();
    for story in stories {
        match xml::parse(&story.text) {
            Ok(part) => trees.push((story, part)),
            Err(why) => {
                let message = format!("{} cannot be read: {why}", story.name);
                out.gathered.errors.push(unreadable(settings.template, message));
            }
        }
    }
    let links: Vec<Links> =
        trees.iter_mut().map(|(story, part)| join(&mut part.root, story, &mut out.gathered)).collect();
    if out.gathered.tags.len() > MOST_TAGS {
        let message = format!("it has more than {MOST_TAGS} tags");
        out.gathered.errors.push(unreadable(settings.template, message));
        return out;
    }
    fix_capitals(&mut out.gathered.tags, settings.known);
    for (story, part) in &mut trees {
        arrange_story(story, &mut part.root, &mut out.gathered);
    }
    emit_all(trees, &links, settings, &mut out);
    out
}

/// Notes are texts of their own.
fn arrange_story(story: &Story, root: &mut Element<'_>, gathered: &mut Gathered) {
    if note_kind(&story.kind).is_none() {
        return arrange(root, gathered);
    }
    for node in &mut root.children {
        if let Node::Element(note) = node {
            arrange(note, gathered);
        }
    }
}

fn emit_all(trees: Vec<(&Story, Part<'_>)>, links: &[Links], settings: &Settings<'_>, out: &mut Compiled) {
    let mut notes = Notes::new();
    let mut all_links = Links::new();
    let mut texts = Vec::new();
    for ((story, part), links) in trees.into_iter().zip(links) {
        if !links.is_empty() {
            out.linked.insert(story.name.clone(), links.keys().cloned().collect());
        }
        match note_kind(&story.kind) {
            Some(kind) => {
                out.notes.insert(kind, cut_notes(story, part, kind, &mut notes));
                // Ids of relationships are those of the part: notes have their own.
                all_links.extend(links.iter().map(|(id, nodes)| (format!("{kind}:{id}"), nodes.clone())));
            }
            None => texts.push((story, part, links)),
        }
    }
    for (story, part, links) in texts {
        let mut links = links.clone();
        links.extend(all_links.iter().map(|(id, nodes)| (id.clone(), nodes.clone())));
        let around = Surroundings {
            tags: &out.gathered.tags,
            links: &links,
            notes: &notes,
            renamed: settings.renamed,
        };
        let source = match settings.renamed {
            None => emit::part(part.prolog, &part.root, around, out.last_scope),
            Some(_) => match part.root.child("w:body") {
                Some(body) => emit::blocks(body, around, out.last_scope),
                None => continue,
            },
        };
        out.last_scope = source.last_scope;
        out.sources.push((story.name.clone(), source));
    }
}

/// Takes the notes of a part out, for those that go where they are referred to.
fn cut_notes<'a>(story: &Story, part: Part<'a>, kind: char, notes: &mut Notes<'a>) -> NotesPart {
    let mut out =
        NotesPart { name: story.name.clone(), head: part.prolog.to_owned(), ..NotesPart::default() };
    part.root.write_start(&mut out.head, false);
    part.root.write_end(&mut out.tail);
    for node in part.root.children {
        let Node::Element(note) = node else { continue };
        let id = note.attribute("w:id").unwrap_or_default().to_owned();
        let (mut start, mut whole) = (String::new(), String::new());
        note.write(&mut whole);
        note.write_start(&mut start, false);
        let start = xml::without_attribute(&start, "w:id").into_owned();
        out.notes.push((id.clone(), start, whole));
        notes.insert((kind, id), note);
    }
    out
}
