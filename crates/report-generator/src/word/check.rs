//! All that is wrong with a template, at once.

use super::Template;
use super::compile::{Compiled, Settings, Story, compile, open, stories, unreadable};
use super::environment::environment;
use super::error::TemplateError;
use super::inspect::Inspector;
use super::names::{declared, walk};
use super::partials::Partials;

/// All that is wrong with a template: its braces, grammar, pairs and places, and, against the JSON Schema of the
/// data, the names it uses. Its partials are checked with it.
pub fn check(
    template: &Template<'_>,
    partials: &Partials<'_>,
    data_schema: Option<&serde_json::Value>,
) -> Vec<TemplateError> {
    let mut checker = Checker {
        inspector: Inspector::new(environment().0, data_schema, partials.names()),
        partials,
        errors: Vec::new(),
    };
    let used = checker.file(template, &[], false);
    checker.partials_of(used);
    let mut errors = checker.errors;
    errors.sort_by_key(|error| {
        let place =
            error.place.as_ref().map(|place| (part_order(&place.part), place.part.clone(), place.index));
        (error.template != template.name, error.template.clone(), place)
    });
    let mut seen = std::collections::BTreeSet::new();
    errors.retain(|error| seen.insert(error.clone()));
    errors
}

/// The body first, then the other parts by their names.
fn part_order(part: &str) -> u8 {
    u8::from(!part.ends_with("document.xml"))
}

/// What a template uses of its partials, and hands them.
#[derive(Default)]
struct Handed {
    partials: Vec<String>,
    declared: Vec<String>,
}

struct Checker<'c> {
    inspector: Inspector<'c>,
    partials: &'c Partials<'c>,
    errors: Vec<TemplateError>,
}

impl Checker<'_> {
    /// Checks what a file includes, and what that includes, each once with the names that it is handed first.
    fn partials_of(&mut self, used: Handed) {
        let mut waiting = vec![used];
        let mut met = Vec::new();
        while let Some(used) = waiting.pop() {
            let partials = self.partials;
            for (name, bytes) in
                partials.iter().filter(|(name, _)| used.partials.iter().any(|one| one == name))
            {
                if met.contains(&name) {
                    continue;
                }
                met.push(name);
                let mut below = self.file(&Template { name, bytes }, &used.declared, true);
                below.declared.extend(used.declared.iter().cloned());
                waiting.push(below);
            }
        }
    }

    fn file(&mut self, template: &Template<'_>, outer: &[String], is_partial: bool) -> Handed {
        let mut texts = match open(template.bytes).and_then(|mut package| stories(&mut package)) {
            Ok(texts) => texts,
            Err(error) => {
                self.errors.push(unreadable(template.name, error.to_string()));
                return Handed::default();
            }
        };
        if is_partial {
            texts.truncate(1);
        }
        let compiled = self.compiled(template.name, &texts);
        self.errors.extend(compiled.gathered.errors.iter().chain(&compiled.gathered.doubts).cloned());
        let walked = walk(compiled.gathered.tags.iter().map(|placed| &placed.tag), outer);
        self.errors.extend(self.inspector.errors(&compiled.gathered, &walked));
        Handed {
            partials: walked.partials.into_iter().map(|(_, name)| name).collect(),
            declared: declared(&compiled.gathered.tags),
        }
    }

    fn compiled(&self, name: &str, texts: &[Story]) -> Compiled {
        let known = |name: &str| self.inspector.has(name);
        compile(texts, &Settings { template: name, known: &known, renamed: None, next_scope: 0 })
    }
}
