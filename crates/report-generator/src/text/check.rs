//! All that is wrong with a text template, at once, and the names that it uses.

use std::sync::Arc;

use serde_json::Value;

use super::engine::environment;
use super::error::explained;
use super::{TextPartials, TextTemplate};
use crate::word::error::{Place, shortened};
use crate::word::inspect::Inspector;
use crate::word::join::{Gathered, Placed};
use crate::word::names::{declared, walk};
use crate::word::structure::pair_up;
use crate::word::tags::{Kind, Opening, Tag, scan};
use crate::word::{Names, TemplateError, TemplateErrorKind};

/// Statements of the engine that Word templates do not have.
const MORE: [&str; 8] =
    ["autoescape", "block", "endautoescape", "endblock", "endfilter", "extends", "filter", "endraw"];

/// All that is wrong with a text template: its braces, grammar and pairs, and, against the JSON Schema of the data, the
/// names it uses. What it includes is checked with it.
pub fn check(
    template: &TextTemplate<'_>,
    partials: &TextPartials,
    data_schema: Option<&Value>,
) -> Vec<TemplateError> {
    let mut errors = Vec::new();
    let mut waiting = vec![(template.name.to_owned(), template.source, Vec::new())];
    let mut met = Vec::new();
    while let Some((name, source, outer)) = waiting.pop() {
        let one = TextTemplate { name: &name, source };
        let Ok(environment) = environment(&TextTemplate { name: &name, source: "" }, &TextPartials::new())
        else {
            continue;
        };
        let mut gathered = gathered(&one);
        let inspector = Inspector::new(environment, data_schema, partials.keys().map(String::as_str));
        let walked = walk(gathered.tags.iter().map(|placed| &placed.tag), &outer);
        gathered.errors.extend(inspector.errors(&gathered, &walked));
        gathered.errors.extend(whole(&one, &gathered.errors));
        gathered.errors.sort_by_key(|error| error.place.as_ref().map(|place| place.paragraph));
        let mut names = declared(&gathered.tags);
        names.extend(outer);
        errors.append(&mut gathered.errors);
        met.push(name.clone());
        for name in walked.included().into_iter().filter(|name| !met.contains(name)) {
            waiting.extend(partials.get(&name).map(|text| (name, text.as_str(), names.clone())));
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    errors.retain(|error| seen.insert(error.clone()));
    errors
}

/// The names that a text template uses. What is wrong with the template does not hide them.
pub fn names(template: &TextTemplate<'_>) -> Names {
    Names::of(&walk(gathered(template).tags.iter().map(|placed| &placed.tag), &[]))
}

/// The names of the texts that a template includes itself, each once.
pub fn included(template: &TextTemplate<'_>) -> Vec<String> {
    walk(gathered(template).tags.iter().map(|placed| &placed.tag), &[]).included()
}

/// Tags with their lines, and what is wrong with braces and pairs.
fn gathered(template: &TextTemplate<'_>) -> Gathered {
    let source = template.source;
    let mut gathered = Gathered { template: template.name.to_owned(), ..Gathered::default() };
    let scanned = scan(source, &mut false);
    for found in &scanned.tags {
        let tag = Tag::read(&source[found.start..found.end], found.opening);
        gathered.tags.push(placed(source, found.start, tag));
    }
    // Braces that are merely odd are usual in styles and scripts.
    for odd in scanned.odd.iter().filter(|odd| odd.fatal) {
        let tag = Tag::read("{##}", Opening::Comment);
        let at = placed(source, odd.start, tag);
        let why = odd.why.replace(" in its paragraph", "");
        let mut error = at.error(template.name, TemplateErrorKind::Braces, why);
        error.tag.clear();
        gathered.errors.push(error);
    }
    let ours = |placed: &Placed| match &placed.tag.kind {
        Kind::Statement(statement) => !MORE.contains(&statement.keyword.as_str()),
        _ => false,
    };
    let order: Vec<usize> = (0..gathered.tags.len()).filter(|at| ours(&gathered.tags[*at])).collect();
    pair_up(&order, &mut gathered);
    gathered
}

fn placed(source: &str, start: usize, tag: Tag) -> Placed {
    let line = source[..start].matches('\n').count();
    let quoted = source.lines().nth(line).unwrap_or_default().trim();
    let place = Place { part: String::new(), paragraph: line + 1, cell: None, index: line };
    Placed { tag, place, quoted: Arc::from(quoted) }
}

/// What the engine says of the whole, where nothing else was found wrong.
fn whole(template: &TextTemplate<'_>, known: &[TemplateError]) -> Option<TemplateError> {
    let error = environment(template, &TextPartials::new()).err()?;
    let told = explained(&error, template.name, |_| Some(template.source.to_owned()));
    let grave = |error: &TemplateError| {
        !matches!(error.kind, TemplateErrorKind::UnknownName | TemplateErrorKind::UnknownFunction)
    };
    if known.iter().any(grave) {
        return None;
    }
    let line = told.line.max(1);
    Some(TemplateError {
        template: template.name.to_owned(),
        kind: TemplateErrorKind::Syntax,
        place: Some(Place { part: String::new(), paragraph: line, cell: None, index: line - 1 }),
        quoted: shortened(&told.quoted),
        tag: String::new(),
        message: told.message,
        suggestion: None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn errors(source: &str) -> Vec<String> {
        let schema = json!({"type": "object", "properties": {
            "place": {"type": "string"},
            "items": {"type": "array", "items": {"type": "object", "properties": {"title": {"type": "string"}}}}
        }});
        let partials = TextPartials::from([("part.md.j2".to_owned(), "{{ x.titel }}{{ y }}".to_owned())]);
        let found = check(&TextTemplate { name: "t.md.j2", source }, &partials, Some(&schema));
        found.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn all_errors_are_found_at_once_with_their_lines() {
        let found = errors("{{ plaze }}\n{% if place %}\n- {{ items|sorted }}\n{{ place.\n{% endfor %}\n");
        let expected = [
            "t.md.j2: line 1 \"{{ plaze }}\": the data has no plaze (did you mean place?)",
            "t.md.j2: line 2 \"{% if place %}\": if is not closed: no endif follows",
            "t.md.j2: line 3 \"- {{ items|sorted }}\": there is no filter sorted (did you mean sort?)",
            "t.md.j2: line 4 \"{{ place.\": the tag is not closed by }}",
            "t.md.j2: line 5 \"{% endfor %}\": endfor closes nothing: no for is open",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_included_is_checked_with_the_names_that_it_is_handed() {
        let found =
            errors("{% for x in items %}{% include 'part.md.j2' %}{% endfor %}{% include 'prt.md.j2' %}");
        let expected = [
            "t.md.j2: line 1 \"{% for x in items %}{% include 'part.md.j2' %}{% endfor %}{% include 'prt.md.j2'…\": \
             there is no partial prt.md.j2 (did you mean part.md.j2?)",
            "part.md.j2: line 1 \"{{ x.titel }}{{ y }}\": the data has no y",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_the_engine_alone_knows_is_told_too() {
        let found = errors("{{ place|default(“none”) }}\n");
        assert!(found.len() == 1 && found[0].starts_with("t.md.j2: line 1 \"{{ place"), "{found:?}");
        let css =
            "@media print { body { color: red; }}\n{% filter upper %}{{ place }}{% endfilter %}{# x #}\n";
        assert_eq!(errors(css), [""; 0]);
    }

    #[test]
    fn the_built_in_text_templates_are_sound() {
        let schema = crate::summary::view_schema();
        for form in [crate::text::TextForm::Markdown, crate::text::TextForm::Html] {
            let template = crate::summary::text_template(form);
            assert_eq!(check(&template, &TextPartials::new(), Some(&schema)), []);
            assert!(
                names(&template).0["actions_by_assignee"].fields.0["actions"].fields.0.contains_key("due")
            );
        }
    }
}
