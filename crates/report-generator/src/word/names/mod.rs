//! Names that a template uses.

mod expression;
mod outline;
mod schema;
mod walk;

use std::collections::BTreeMap;

use serde::Serialize;

use super::Template;
use super::compile::{Settings, compile, open, stories, unreadable};
use super::error::TemplateErrors;
use super::join::Placed;
use super::tags::Kind;

pub(crate) use expression::Step;
pub(crate) use schema::{Missing, Schema};
pub(crate) use walk::{Found, Walked, walk};

/// Names of the data that a template uses, each with the names in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Names(pub BTreeMap<String, Name>);

/// A name of the data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Name {
    /// Whether the template goes through its elements.
    #[serde(skip_serializing_if = "is_false")]
    pub list: bool,
    /// Names in it, or in its elements.
    #[serde(skip_serializing_if = "is_empty")]
    pub fields: Names,
}

fn is_false(value: &bool) -> bool {
    !value
}

fn is_empty(names: &Names) -> bool {
    names.0.is_empty()
}

impl Names {
    /// Those that were met in a template.
    pub(crate) fn of(walked: &Walked) -> Self {
        let mut names = Self::default();
        for found in &walked.found {
            names.add(&found.path);
        }
        names
    }

    /// These names alone as a JSON Schema, with what the schema of the data says of them.
    pub fn schema(&self, data: &serde_json::Value) -> serde_json::Value {
        outline::schema(self, data)
    }

    fn add(&mut self, path: &[Step]) {
        let Some((Step::Field(first), rest)) = path.split_first() else { return };
        let name = self.0.entry(first.clone()).or_default();
        let items = rest.iter().take_while(|step| **step == Step::Item).count();
        name.list |= items > 0;
        name.fields.add(&rest[items..]);
    }
}

/// The names that a template uses, in all its parts. What is wrong with the template does not hide them.
pub fn names(template: &Template<'_>) -> Result<Names, TemplateErrors> {
    walked(template).map(|walked| Names::of(&walked))
}

/// The names of the partials that a template includes itself, each once.
pub fn included(template: &Template<'_>) -> Result<Vec<String>, TemplateErrors> {
    walked(template).map(|walked| walked.included())
}

fn walked(template: &Template<'_>) -> Result<Walked, TemplateErrors> {
    let texts = open(template.bytes)
        .and_then(|mut package| stories(&mut package))
        .map_err(|error| TemplateErrors(vec![unreadable(template.name, error.to_string())]))?;
    let settings = Settings { template: template.name, known: &|_| false, renamed: None, next_scope: 0 };
    let compiled = compile(&texts, &settings);
    Ok(walk(compiled.gathered.tags.iter().map(|placed| &placed.tag), &[]))
}

/// Word capitalises the first word of what looks like a sentence. A name that neither the data nor the template
/// knows so, but does know without its capital, loses it.
pub(crate) fn fix_capitals(tags: &mut [Placed], known: &dyn Fn(&str) -> bool) {
    let declared = declared(tags);
    for placed in tags.iter_mut().filter(|placed| placed.tag.kind == Kind::Output) {
        let inner = &placed.tag.inner;
        let word: String = inner.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let Some(first) = word.chars().next().filter(|first| first.is_uppercase()) else { continue };
        let lower = first.to_lowercase().chain(word.chars().skip(1)).collect::<String>();
        let is_known = |name: &str| known(name) || declared.iter().any(|declared| declared == name);
        if !is_known(&word) && is_known(&lower) {
            placed.tag.inner = format!("{lower}{}", &inner[word.len()..]);
        }
    }
}

/// Names that the template itself gives to values.
pub(crate) fn declared(tags: &[Placed]) -> Vec<String> {
    let mut names = vec!["loop".to_owned()];
    for placed in tags {
        let Some(statement) = placed.tag.statement() else { continue };
        let rest = placed.tag.inner.strip_prefix(statement.keyword.as_str()).unwrap_or_default();
        let targets = match statement.keyword.as_str() {
            "for" => rest.split(" in ").next().unwrap_or_default(),
            "set" | "with" => rest.split('=').next().unwrap_or_default(),
            "macro" | "import" | "from" => rest,
            _ => continue,
        };
        let words = targets.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        names.extend(words.filter(|word| !word.is_empty()).map(str::to_owned));
    }
    names
}
