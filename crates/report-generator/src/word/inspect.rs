//! What is wrong with tags by themselves: their grammar, and the names that they use.

use minijinja::{Environment, ErrorKind};

use super::error::{TemplateError, TemplateErrorKind};
use super::join::{Gathered, Placed};
use super::names::{Found, Missing, Schema, Step, Walked};
use super::nearest::nearest;
use super::rendering::message;
use super::tags::{Kind, Role};

/// Filters of the engine and ours, for suggestions.
const FILTERS: [&str; 51] = [
    "abs",
    "actions",
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
    "reference",
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

/// Knows what a template may use.
pub(crate) struct Inspector<'c> {
    environment: Environment<'static>,
    schema: Option<Schema<'c>>,
    partials: Vec<&'c str>,
}

impl<'c> Inspector<'c> {
    /// Of the engine, the data and the partials.
    pub(crate) fn new(
        environment: Environment<'static>,
        schema: Option<&'c serde_json::Value>,
        partials: impl Iterator<Item = &'c str>,
    ) -> Self {
        Self { environment, schema: schema.map(Schema::new), partials: partials.collect() }
    }

    /// Whether the data has a name at its top.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.schema.is_some_and(|schema| schema.has(name))
    }

    /// All that is wrong with tags and with the names that were found in them.
    pub(crate) fn errors(&self, gathered: &Gathered, walked: &Walked) -> Vec<TemplateError> {
        let template = gathered.template.as_str();
        let grammar = |placed: &Placed| {
            let said = message(&self.grammar(placed)?);
            Some(placed.error(template, TemplateErrorKind::Syntax, said))
        };
        let mut errors: Vec<TemplateError> = gathered.tags.iter().filter_map(grammar).collect();
        let broken: Vec<String> = errors.iter().map(|error| error.tag.clone()).collect();
        let mut names = Names { inspector: self, gathered, errors: Vec::new() };
        names.all(walked, &|at: usize| !broken.contains(&gathered.tags[at].tag.shown));
        errors.append(&mut names.errors);
        errors
    }

    /// Whether a tag by itself follows the grammar.
    fn grammar(&self, placed: &Placed) -> Option<minijinja::Error> {
        let inner = &placed.tag.inner;
        match &placed.tag.kind {
            Kind::Comment => None,
            Kind::Output => self.environment.compile_expression(inner).err(),
            Kind::Statement(statement) => {
                let opener = statement.opener;
                let source = match (statement.keyword.as_str(), statement.role) {
                    (_, Role::Unknown) => return None,
                    ("elif" | "else", _) => format!("{{% if true %}}{{% {inner} %}}{{% endif %}}"),
                    ("break" | "continue", _) => format!("{{% for x in [] %}}{{% {inner} %}}{{% endfor %}}"),
                    (_, Role::Opens) => format!("{{% {inner} %}}{{% end{opener} %}}"),
                    (_, Role::Closes) => format!("{}{{% {inner} %}}", opening_of(opener)),
                    _ => format!("{{% {inner} %}}"),
                };
                self.environment.template_from_named_str("tag", &source).map(drop).err()
            }
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

    fn is_global(&self, name: &str) -> bool {
        self.environment.globals().any(|(global, _)| global == name)
    }
}

/// Looks names up.
struct Names<'n> {
    inspector: &'n Inspector<'n>,
    gathered: &'n Gathered,
    errors: Vec<TemplateError>,
}

impl Names<'_> {
    fn all(&mut self, walked: &Walked, sound: &dyn Fn(usize) -> bool) {
        for (at, name) in walked.filters.iter().filter(|(at, _)| sound(*at)) {
            if !self.inspector.answers(&format!("none|{name}"), ErrorKind::UnknownFilter) {
                self.unknown(*at, "filter", name, nearest(name, FILTERS));
            }
        }
        for (at, name) in walked.tests.iter().filter(|(at, _)| sound(*at)) {
            if !self.inspector.answers(&format!("none is {name}"), ErrorKind::UnknownTest) {
                self.unknown(*at, "test", name, nearest(name, TESTS));
            }
        }
        for (at, name) in walked.functions.iter().filter(|(at, _)| sound(*at)) {
            if !self.inspector.is_global(name) && !matches!(name.as_str(), "super" | "loop" | "caller") {
                let globals: Vec<&str> = self.inspector.environment.globals().map(|(name, _)| name).collect();
                self.unknown(*at, "function", name, nearest(name, globals));
            }
        }
        for (at, name) in walked.partials.iter().filter(|(at, _)| sound(*at)) {
            if !self.inspector.partials.contains(&name.as_str()) {
                self.unknown(*at, "partial", name, nearest(name, self.inspector.partials.iter().copied()));
            }
        }
        for found in walked.found.iter().filter(|found| !found.guarded && sound(found.tag)) {
            self.name(found);
        }
    }

    fn unknown(&mut self, tag: usize, what: &str, name: &str, suggestion: Option<&str>) {
        self.push(tag, TemplateErrorKind::UnknownFunction, format!("there is no {what} {name}"), suggestion);
    }

    fn push(&mut self, tag: usize, kind: TemplateErrorKind, message: String, suggestion: Option<&str>) {
        let mut error = self.gathered.tags[tag].error(&self.gathered.template, kind, message);
        error.suggestion = suggestion.map(str::to_owned);
        self.errors.push(error);
    }

    /// A name that the data does not have.
    fn name(&mut self, found: &Found) {
        let Some(schema) = self.inspector.schema else { return };
        let Missing::At(at, names) = schema.missing(&found.path) else { return };
        let Some(Step::Field(wrong)) = found.path.get(at) else { return };
        // A name of the engine's own: `range`, `dict`.
        if at == 0 && self.inspector.is_global(wrong) {
            return;
        }
        let better = nearest(wrong, names.iter().map(String::as_str))
            .map(|better| corrected(found, at, wrong, better));
        let shown = if found.shown.contains(wrong.as_str()) { &found.shown } else { wrong };
        let message = format!("the data has no {shown}");
        self.push(found.tag, TemplateErrorKind::UnknownName, message, better.as_deref());
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
    use crate::word::environment::environment;

    #[test]
    fn the_names_for_suggestions_are_those_that_exist() {
        let inspector = Inspector::new(environment().0, None, std::iter::empty());
        for name in FILTERS {
            assert!(inspector.answers(&format!("none|{name}"), ErrorKind::UnknownFilter), "{name}");
        }
        for name in TESTS {
            assert!(inspector.answers(&format!("none is {name}"), ErrorKind::UnknownTest), "{name}");
        }
        assert!(!inspector.answers("none|nothing", ErrorKind::UnknownFilter));
    }
}
