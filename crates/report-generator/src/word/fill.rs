//! A template and data become a report.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, PoisonError};

use minijinja::{Environment, Error, Value};
use word_document::{ListLabels, Package};

use super::compile::{Compiled, NotesPart, Settings, Story, compile, open, stories, unreadable};
use super::environment::{Printed, environment};
use super::error::{TemplateError, TemplateErrorKind, TemplateErrors};
use super::finish::{Ids, NewNote, Shared, finish};
use super::partials::Partials;
use super::properties::{self, is_properties};
use super::resources::{Resources, part_of_kind};
use super::{Template, direction, refresh, rendering};

/// A part may become this long.
const LONGEST_PART: usize = 256 << 20;

/// Fills a template with data, whose names are the template's names.
pub fn fill(
    template: &Template<'_>,
    partials: &Partials<'_>,
    data: &Value,
) -> Result<Vec<u8>, TemplateErrors> {
    let unread =
        |error: word_document::ReadError| TemplateErrors(vec![unreadable(template.name, error.to_string())]);
    let mut package = open(template.bytes).map_err(unread)?;
    let stories = stories(&mut package).map_err(unread)?;
    let known = |name: &str| data.get_attr(name).is_ok_and(|value| !value.is_undefined());
    let settings = Settings { template: template.name, known: &known, renamed: None, next_scope: 0 };
    let mut compiled = compile(&stories, &settings);
    let mut resources = Resources::of(&mut package, &stories).map_err(unread)?;
    let included = super::include::compile_all(partials, &mut compiled, &mut resources, &known);
    let errors = compiled.gathered.errors.iter().chain(included.iter().flat_map(|one| &one.gathered.errors));
    let errors: Vec<TemplateError> = errors.cloned().collect();
    if !errors.is_empty() {
        return Err(TemplateErrors(errors));
    }
    let rendered = render(&compiled, &included, data).map_err(|error| match error {
        Failed::Syntax(error) => all_errors(template, partials, *error),
        Failed::Rendering(error) => TemplateErrors(vec![*error]),
    })?;
    let mut changes = finish_parts(&stories, &compiled, rendered, &mut package, resources).map_err(unread)?;
    if data.get_attr("direction").is_ok_and(|direction| direction.as_str() == Some("rtl")) {
        turn(&stories, &mut package, &mut changes).map_err(unread)?;
    }
    if let Some(day) = data.get_attr("cover").ok().and_then(|cover| cover.get_attr("end_date").ok()) {
        date(day.as_str().unwrap_or_default(), &mut package, &mut changes).map_err(unread)?;
    }
    package.with_parts(&changes).map_err(unread)
}

/// Where one tag does not follow the grammar, others may not either.
fn all_errors(template: &Template<'_>, partials: &Partials<'_>, error: TemplateError) -> TemplateErrors {
    let all = super::check(template, partials, None);
    TemplateErrors(if all.is_empty() { vec![error] } else { all })
}

enum Failed {
    Syntax(Box<TemplateError>),
    Rendering(Box<TemplateError>),
}

/// The texts of the parts as the engine gave them, and the rich values printed in them.
struct Rendered {
    texts: Vec<(String, String)>,
    printed: Printed,
}

fn render(compiled: &Compiled, included: &[Compiled], data: &Value) -> Result<Rendered, Failed> {
    let (mut environment, printed) = environment();
    let place = |error: &Error| Box::new(rendering::placed(error, compiled, included));
    for (name, source) in included.iter().chain([compiled]).flat_map(|one| &one.sources) {
        let added = environment.add_template_owned(name.clone(), source.text.clone());
        added.map_err(|error| Failed::Syntax(place(&error)))?;
    }
    let mut texts = Vec::new();
    for (name, source) in &compiled.sources {
        let size = source.text.len() * 4;
        let text =
            render_part(&environment, name, data, size).map_err(|error| Failed::Rendering(place(&error)))?;
        texts.push((name.clone(), text));
    }
    Ok(Rendered { texts, printed })
}

fn render_part(
    environment: &Environment<'_>,
    name: &str,
    data: &Value,
    size: usize,
) -> Result<String, Error> {
    let mut bounded = Bounded(Vec::with_capacity(size));
    environment.get_template(name)?.render_captured_to(data.clone(), &mut bounded)?;
    // The engine writes text alone.
    Ok(String::from_utf8(bounded.0).unwrap_or_default())
}

/// Takes so much and no more.
struct Bounded(Vec<u8>);

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST_PART {
            return Err(io::Error::other("the part becomes too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn finish_parts(
    stories: &[Story],
    compiled: &Compiled,
    rendered: Rendered,
    package: &mut Package<'_>,
    mut resources: Resources,
) -> Result<BTreeMap<String, Vec<u8>>, word_document::ReadError> {
    let rich: Vec<Arc<_>> = rendered.printed.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let mut ids = Ids::default();
    let note_parts = compiled.notes.iter().map(|(kind, part)| (*kind, part.name.clone())).collect();
    for (kind, part) in &compiled.notes {
        let last = part.notes.iter().filter_map(|(id, ..)| id.parse().ok()).max();
        ids.notes_up_to(*kind, last.unwrap_or(0));
    }
    let mut shared = Shared {
        fragments: &mut resources.fragments,
        ids: &mut ids,
        rich: &rich,
        notes: Vec::new(),
        note_parts: &note_parts,
    };
    let mut changes = BTreeMap::new();
    for (name, text) in rendered.texts {
        let story = stories.iter().find(|story| story.name == name);
        let xml = match story {
            Some(story) if is_properties(&story.kind) => properties::finish(&text, &rich),
            _ => finish(&text, &name, &mut shared),
        };
        if story.is_none_or(|story| story.text != xml) {
            changes.insert(name, xml);
        }
    }
    let notes = std::mem::take(&mut shared.notes);
    write_notes(compiled, &notes, &mut changes);
    rebuild_contents(stories, package, &mut resources, &mut changes)?;
    refresh::refresh(stories, package, &mut changes)?;
    let mut changes: BTreeMap<String, Vec<u8>> =
        changes.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    super::resources::write(package, resources, &compiled.linked, &mut changes)?;
    Ok(changes)
}

/// States the day of a report among its properties.
fn date(
    day: &str,
    package: &mut Package<'_>,
    changes: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), word_document::ReadError> {
    let root = package.relationships("")?;
    let Some(name) = root.target_of_kind("core-properties").map(str::to_owned) else { return Ok(()) };
    let text = match changes.get(&name).and_then(|bytes| str::from_utf8(bytes).ok()) {
        Some(changed) => Some(changed.to_owned()),
        None => package.text(&name)?,
    };
    if let Some(dated) = text.and_then(|text| properties::with_day(&text, day)) {
        changes.insert(name, dated.into_bytes());
    }
    Ok(())
}

/// Turns the texts of a report that is written from right to left, and its styles.
fn turn(
    stories: &[Story],
    package: &mut Package<'_>,
    changes: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), word_document::ReadError> {
    let texts = stories.iter().filter(|story| !is_properties(&story.kind));
    let mut parts: Vec<(String, String)> =
        texts.map(|story| (story.name.clone(), story.text.clone())).collect();
    let styles = part_of_kind(package, stories, "styles")?;
    let style_part = styles.as_ref().map(|(name, _)| name.clone());
    parts.extend(styles);
    for (name, text) in parts {
        let changed = changes.get(&name).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let text = changed.unwrap_or(&text);
        let is_styles = style_part.as_ref() == Some(&name);
        let turned = if is_styles { direction::with_twins(text) } else { direction::right_to_left(text) };
        if let Some(turned) = turned {
            changes.insert(name, turned.into_bytes());
        }
    }
    Ok(())
}

/// Tables of contents stand in the body.
fn rebuild_contents(
    stories: &[Story],
    package: &mut Package<'_>,
    resources: &mut Resources,
    changes: &mut BTreeMap<String, String>,
) -> Result<(), word_document::ReadError> {
    let Some(text) = stories.first().and_then(|main| changes.get_mut(&main.name)) else { return Ok(()) };
    if !text.contains("TOC") {
        return Ok(());
    }
    let styles = part_of_kind(package, stories, "styles")?.map(|(_, text)| text).unwrap_or_default();
    // Lists that values bring number no headings.
    let lists = part_of_kind(package, stories, "numbering")?.map(|(_, text)| text).unwrap_or_default();
    let labels = ListLabels::new(&styles, &lists).unwrap_or_default();
    let added = format!("<w:styles>{}</w:styles>", resources.fragments.styles.added);
    let styles = [&*super::xml::with_usual_prefix(&styles), &added];
    if let Some(rebuilt) = super::contents::rebuilt(text, &styles, labels, &mut resources.fragments) {
        *text = rebuilt;
    }
    Ok(())
}

/// The parts of notes, with those that were put where they are referred to.
fn write_notes(compiled: &Compiled, new: &[NewNote], changes: &mut BTreeMap<String, String>) {
    let moved = |kind: char, id: &str| {
        compiled.sources.iter().any(|(_, source)| source.moved.contains(&(kind, id.to_owned())))
    };
    for (kind, part) in &compiled.notes {
        if !part.notes.iter().any(|(id, ..)| moved(*kind, id)) {
            continue;
        }
        let kept = part.notes.iter().filter(|(id, ..)| !moved(*kind, id)).map(|(.., whole)| whole.clone());
        let mut xml = part.head.clone();
        xml.extend(kept);
        xml.extend(new.iter().filter(|note| note.kind == *kind).map(|note| note_xml(part, note)));
        xml.push_str(&part.tail);
        changes.insert(part.name.clone(), xml);
    }
}

fn note_xml(part: &NotesPart, note: &NewNote) -> String {
    let start =
        part.notes.iter().find(|(id, ..)| *id == note.from).map_or("", |(_, start, _)| start.as_str());
    let name: String =
        start.trim_start_matches('<').chars().take_while(|c| !matches!(c, ' ' | '>')).collect();
    let attributes = &start[(name.len() + 1).min(start.len())..];
    let content = if note.xml.is_empty() { "<w:p/>" } else { &note.xml };
    format!(r#"<{name} w:id="{}"{attributes}{content}</{name}>"#, note.id)
}

impl TemplateErrors {
    /// Whether the result would have become too large.
    pub fn is_too_large(&self) -> bool {
        self.0.iter().any(|error| error.kind == TemplateErrorKind::TooLarge)
    }
}
