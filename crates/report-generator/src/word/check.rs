//! All that is wrong with a template, at once.

use minijinja::{Environment, ErrorKind};

use super::Template;
use super::compile::{Compiled, Settings, Story, compile, open, stories, unreadable};
use super::environment::environment;
use super::error::{TemplateError, TemplateErrorKind};
use super::join::Placed;
use super::names::{Found, Missing, Schema, Step, Walked, declared, walk};
use super::nearest::nearest;
use super::partials::Partials;
use super::rendering::message;
use super::tags::{Kind, Role};

/// Filters of the engine and ours, for suggestions.
const FILTERS: [&str; 49] = [
    "abs",
    "attr",
    "batch",
    "bold",
    "bool",
    "bullets",
    "capitalize",
    "count",
    "default",
    "dictsort",
    "documents",
    "first",
    "float",
    "format",
    "groupby",
    "indent",
    "int",
    "italic",
    "items",
    "join",
    "last",
    "length",
    "lines",
    "link",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "numbers",
    "paragraphs",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "slice",
    "sort",
    "split",
    "string",
    "sum",
    "table",
    "title",
    "trim",
    "unique",
    "upper",
    "urlencode",
];

/// Tests of the engine, for suggestions.
const TESTS: [&str; 15] = [
    "defined",
    "undefined",
    "none",
    "odd",
    "even",
    "divisibleby",
    "string",
    "number",
    "sequence",
    "mapping",
    "iterable",
    "startingwith",
    "endingwith",
    "in",
    "true",
];

/// All that is wrong with a template: its braces, grammar, pairs and places, and, against the JSON Schema of the
/// data, the names it uses. Its partials are checked with it.
pub fn check(
    template: &Template<'_>,
    partials: &Partials<'_>,
    data_schema: Option<&serde_json::Value>,
) -> Vec<TemplateError> {
    let mut checker = Checker {
        environment: environment().0,
        schema: data_schema.map(Schema::new),
        partials,
        errors: Vec::new(),
    };
    let used = checker.file(template, &[], false);
    for (name, bytes) in partials.iter().filter(|(name, _)| used.partials.iter().any(|used| used == name)) {
        checker.file(&Template { name, bytes }, &used.declared, true);
    }
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
    environment: Environment<'static>,
    schema: Option<Schema<'c>>,
    partials: &'c Partials<'c>,
    errors: Vec<TemplateError>,
}

impl Checker<'_> {
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
        let before = self.errors.len();
        for placed in &compiled.gathered.tags {
            self.grammar(template.name, placed);
        }
        let broken: Vec<String> = self.errors[before..].iter().map(|error| error.tag.clone()).collect();
        let walked = walk(&compiled.gathered.tags, outer);
        self.names(&compiled, &walked, &broken);
        Handed {
            partials: walked.partials.into_iter().map(|(_, name)| name).collect(),
            declared: declared(&compiled.gathered.tags),
        }
    }

    fn compiled(&self, name: &str, texts: &[Story]) -> Compiled {
        let known = |name: &str| self.schema.is_some_and(|schema| schema.has(name));
        compile(texts, &Settings { template: name, known: &known, renamed: None, next_scope: 0 })
    }

    /// Whether a tag by itself follows the grammar.
    fn grammar(&mut self, template: &str, placed: &Placed) {
        let inner = &placed.tag.inner;
        let error = match &placed.tag.kind {
            Kind::Comment => None,
            Kind::Output => self.environment.compile_expression(inner).err(),
            Kind::Statement(statement) => {
                let opener = statement.opener;
                let source = match (statement.keyword.as_str(), statement.role) {
                    (_, Role::Unknown) => return,
                    ("elif", _) => format!("{{% if true %}}{{% {inner} %}}{{% endif %}}"),
                    ("else", _) => format!("{{% if true %}}{{% {inner} %}}{{% endif %}}"),
                    ("break" | "continue", _) => format!("{{% for x in [] %}}{{% {inner} %}}{{% endfor %}}"),
                    (_, Role::Opens) => format!("{{% {inner} %}}{{% end{opener} %}}"),
                    (_, Role::Closes) => format!("{}{{% {inner} %}}", opening_of(opener)),
                    _ => format!("{{% {inner} %}}"),
                };
                self.environment.template_from_named_str("tag", &source).map(drop).err()
            }
        };
        if let Some(error) = error {
            let said = message(&error);
            self.errors.push(placed.error(template, TemplateErrorKind::Syntax, said));
        }
    }

    fn names(&mut self, compiled: &Compiled, walked: &Walked, broken: &[String]) {
        let template = &compiled.gathered.template;
        let tag = |at: usize| &compiled.gathered.tags[at];
        let sound = |at: usize| !broken.contains(&tag(at).tag.shown);
        for (at, name) in walked.filters.iter().filter(|(at, _)| sound(*at)) {
            if !self.answers(&format!("none|{name}"), ErrorKind::UnknownFilter) {
                self.unknown(template, tag(*at), "filter", name, nearest(name, FILTERS));
            }
        }
        for (at, name) in walked.tests.iter().filter(|(at, _)| sound(*at)) {
            if !self.answers(&format!("none is {name}"), ErrorKind::UnknownTest) {
                self.unknown(template, tag(*at), "test", name, nearest(name, TESTS));
            }
        }
        for (at, name) in walked.functions.iter().filter(|(at, _)| sound(*at)) {
            let globals: Vec<String> = self.environment.globals().map(|(name, _)| name.to_owned()).collect();
            if !globals.contains(name) && !matches!(name.as_str(), "super" | "loop" | "caller") {
                let suggestion = nearest(name, globals.iter().map(String::as_str)).map(str::to_owned);
                self.unknown(template, tag(*at), "function", name, suggestion.as_deref());
            }
        }
        for (at, name) in walked.partials.iter().filter(|(at, _)| sound(*at)) {
            if !self.partials.names().any(|known| known == name) {
                let suggestion = nearest(name, self.partials.names()).map(str::to_owned);
                self.unknown(template, tag(*at), "partial", name, suggestion.as_deref());
            }
        }
        for found in walked.found.iter().filter(|found| !found.guarded && sound(found.tag)) {
            self.name(template, tag(found.tag), found);
        }
    }

    /// Whether the engine knows what an expression calls.
    fn answers(&self, expression: &str, unknown: ErrorKind) -> bool {
        let evaluated = match self.environment.compile_expression(expression) {
            Ok(compiled) => compiled.eval(()).map(drop),
            Err(error) => Err(error),
        };
        !evaluated.is_err_and(|error| error.kind() == unknown)
    }

    fn unknown(&mut self, template: &str, placed: &Placed, what: &str, name: &str, suggestion: Option<&str>) {
        let message = format!("there is no {what} {name}");
        let mut error = placed.error(template, TemplateErrorKind::UnknownFunction, message);
        error.suggestion = suggestion.map(str::to_owned);
        self.errors.push(error);
    }

    /// A name that the data does not have.
    fn name(&mut self, template: &str, placed: &Placed, found: &Found) {
        let Some(schema) = self.schema else { return };
        let Missing::At(at, names) = schema.missing(&found.path) else { return };
        let Some(Step::Field(wrong)) = found.path.get(at) else { return };
        // A name of the engine's own: `range`, `dict`.
        if at == 0 && self.environment.globals().any(|(name, _)| name == wrong) {
            return;
        }
        let better = nearest(wrong, names.iter().map(String::as_str))
            .map(|better| corrected(found, at, wrong, better));
        let shown = if found.shown.contains(wrong.as_str()) { &found.shown } else { wrong };
        let message = format!("the data has no {shown}");
        let mut error = placed.error(template, TemplateErrorKind::UnknownName, message);
        error.suggestion = better;
        self.errors.push(error);
    }
}

/// The name as the template should write it.
fn corrected(found: &Found, at: usize, wrong: &str, better: &str) -> String {
    let after = found.path[at + 1..].iter().filter(|step| matches!(step, Step::Field(_))).count();
    let mut words: Vec<&str> = found.shown.split('.').collect();
    let place = words.len().checked_sub(after + 1);
    match place.and_then(|place| words.get_mut(place)) {
        Some(word) if word.trim_end_matches("[…]") == wrong => {
            *word = better;
            words.join(".")
        }
        _ => better.to_owned(),
    }
}

/// A statement that opens, for one that closes.
fn opening_of(opener: &str) -> &'static str {
    match opener {
        "for" => "{% for x in [] %}",
        "macro" => "{% macro x() %}",
        "call" => "{% call x() %}",
        "with" => "{% with %}",
        "set" => "{% set x %}",
        _ => "{% if true %}",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_for_suggestions_are_those_that_exist() {
        let partials = Partials::none();
        let checker =
            Checker { environment: environment().0, schema: None, partials: &partials, errors: Vec::new() };
        for name in FILTERS {
            assert!(checker.answers(&format!("none|{name}"), ErrorKind::UnknownFilter), "{name}");
        }
        for name in TESTS {
            assert!(checker.answers(&format!("none is {name}"), ErrorKind::UnknownTest), "{name}");
        }
        assert!(!checker.answers("none|nothing", ErrorKind::UnknownFilter));
    }
}
