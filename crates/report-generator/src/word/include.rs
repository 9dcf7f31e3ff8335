//! Partials are compiled as templates of their own, with their styles, lists and pictures brought along.

use std::collections::BTreeMap;

use word_document::{Package, ReadError};

use super::compile::{Compiled, Settings, Story, compile, open, stories, unreadable};
use super::fragments::StyleKind;
use super::partials::{Partials, Renamed};
use super::resources::{Resources, part_of_kind};
use super::tags::Statement;
use super::xml::{self, Element, unescaped};

/// Compiles the partials, where the template uses any.
pub(super) fn compile_all(
    partials: &Partials<'_>,
    main: &mut Compiled,
    resources: &mut Resources,
    known: &dyn Fn(&str) -> bool,
) -> Vec<Compiled> {
    let uses = |statement: &Statement| ["include", "import", "from"].iter().any(|word| statement.is(word));
    let statements = main.gathered.tags.iter().filter_map(|placed| placed.tag.statement());
    if !statements.into_iter().any(uses) {
        return Vec::new();
    }
    let mut next_scope = main.last_scope;
    let compiled = partials.iter().map(|(name, bytes)| {
        let one = compile_one(name, bytes, resources, known, next_scope);
        next_scope = one.last_scope;
        one
    });
    compiled.collect()
}

fn compile_one(
    name: &str,
    bytes: &[u8],
    resources: &mut Resources,
    known: &dyn Fn(&str) -> bool,
    next_scope: usize,
) -> Compiled {
    match prepared(bytes, resources) {
        Ok((stories, renamed)) => {
            let settings = Settings { template: name, known, renamed: Some(&renamed), next_scope };
            let mut compiled = compile(&stories, &settings);
            // The blocks are included by the name of the partial.
            for (part, _) in &mut compiled.sources {
                name.clone_into(part);
            }
            compiled
        }
        Err(error) => {
            let mut compiled = Compiled { last_scope: next_scope, ..Compiled::default() };
            compiled.gathered.errors.push(unreadable(name, error.to_string()));
            compiled
        }
    }
}

/// The main text of a partial, and what its ids become.
fn prepared(bytes: &[u8], resources: &mut Resources) -> Result<(Vec<Story>, Renamed), ReadError> {
    let mut package = open(bytes)?;
    let mut stories = stories(&mut package)?;
    let mut renamed = Renamed::default();
    if let Some((_, text)) = part_of_kind(&mut package, &stories, "styles")? {
        bring_styles(&xml::with_usual_prefix(&text), resources, &mut renamed);
    }
    if let Some((_, text)) = part_of_kind(&mut package, &stories, "numbering")? {
        bring_lists(&xml::with_usual_prefix(&text), resources, &mut renamed);
    }
    stories.truncate(1);
    if let Some(main) = stories.first() {
        bring_relationships(&mut package, main, resources, &mut renamed)?;
    }
    Ok((stories, renamed))
}

/// Styles are the template's where it has one of that name, and are added where not.
fn bring_styles(text: &str, resources: &mut Resources, renamed: &mut Renamed) {
    let Ok(part) = xml::parse(text) else { return };
    let styles: Vec<(&Element<'_>, StyleKind, String, String)> = part
        .root
        .elements()
        .filter(|style| style.is("w:style"))
        .filter_map(|style| {
            let kind = StyleKind::of(style.attribute("w:type")?)?;
            let name = style.child("w:name")?.attribute("w:val")?;
            Some((style, kind, style.attribute("w:styleId")?.to_owned(), unescaped(name).into_owned()))
        })
        .collect();
    let styles_of_template = &mut resources.fragments;
    let mut new = Vec::new();
    for (style, kind, id, name) in styles {
        if let Some(own) = styles_of_template.style(kind, &name) {
            drop(renamed.styles.insert(id, own.to_owned()));
        } else {
            let own = styles_of_template.add_style(kind, &name, |_| String::new());
            renamed.styles.insert(id.clone(), own);
            new.push((style, id));
        }
    }
    for (style, id) in new {
        let mut xml = String::new();
        style.write(&mut xml);
        for word in ["w:basedOn", "w:next", "w:link"] {
            let Some(other) = style.child(word).and_then(|child| child.attribute("w:val")) else { continue };
            if let Some(own) = renamed.styles.get(other) {
                let (before, after) =
                    (format!("<{word} w:val=\"{other}\""), format!("<{word} w:val=\"{own}\""));
                xml = xml.replace(&before, &after);
            }
        }
        let own = &renamed.styles[&id];
        xml = xml.replacen(&format!("w:styleId=\"{id}\""), &format!("w:styleId=\"{own}\""), 1);
        xml = xml.replacen(" w:default=\"1\"", "", 1);
        styles_of_template.styles.added += &xml;
    }
}

/// All lists of a partial are added: whether one is the same as the template's cannot be told.
fn bring_lists(text: &str, resources: &mut Resources, renamed: &mut Renamed) {
    let Ok(part) = xml::parse(text) else { return };
    let lists = &mut resources.fragments.lists;
    let mut abstracts = BTreeMap::new();
    for definition in part.root.elements().filter(|found| found.is("w:abstractNum")) {
        let Some(id) = definition.attribute("w:abstractNumId") else { continue };
        lists.last_abstract += 1;
        let mut xml = String::new();
        definition.write(&mut xml);
        let (before, after) =
            (format!("w:abstractNumId=\"{id}\""), format!("w:abstractNumId=\"{}\"", lists.last_abstract));
        lists.added_abstracts += &without_nsid(&xml.replacen(&before, &after, 1));
        abstracts.insert(id.to_owned(), lists.last_abstract);
    }
    for list in part.root.elements().filter(|found| found.is("w:num")) {
        let of = list.child("w:abstractNumId").and_then(|found| found.attribute("w:val"));
        let (Some(id), Some(of)) = (list.attribute("w:numId"), of) else { continue };
        let Some(own_definition) = abstracts.get(of) else { continue };
        lists.last_number += 1;
        let mut xml = String::new();
        list.write(&mut xml);
        xml = xml.replacen(&format!("w:numId=\"{id}\""), &format!("w:numId=\"{}\"", lists.last_number), 1);
        let before = format!("<w:abstractNumId w:val=\"{of}\"");
        xml = xml.replacen(&before, &format!("<w:abstractNumId w:val=\"{own_definition}\""), 1);
        lists.added_numbers += &xml;
        renamed.lists.insert(id.to_owned(), lists.last_number.to_string());
    }
}

/// Word takes definitions with the same mark for one.
fn without_nsid(xml: &str) -> String {
    let Some(start) = xml.find("<w:nsid ") else { return xml.to_owned() };
    let Some(end) = xml[start..].find("/>") else { return xml.to_owned() };
    format!("{}{}", &xml[..start], &xml[start + end + 2..])
}

/// Links and pictures of a partial: its parts are put beside the template's, under names of their own.
fn bring_relationships(
    package: &mut Package<'_>,
    main: &Story,
    resources: &mut Resources,
    renamed: &mut Renamed,
) -> Result<(), ReadError> {
    let relationships = package.relationships(&main.name)?;
    for (id, found) in relationships.iter() {
        if found.external && found.kind == "hyperlink" {
            if !main.targets.contains_key(id) {
                renamed.relationships.insert(id.to_owned(), resources.keep_link(&found.target));
            }
        } else if !found.external
            && found.kind == "image"
            && let Some(bytes) = package.part(&found.target)?
        {
            let own = resources.add_picture(&found.target, bytes);
            renamed.relationships.insert(id.to_owned(), own);
        }
    }
    Ok(())
}
