//! A JSON Schema as what it says of names.

use serde_json::Value;

use super::expression::Step;

/// A schema and the document that holds its definitions.
#[derive(Clone, Copy)]
pub(crate) struct Schema<'s> {
    root: &'s Value,
}

/// References in a row that are followed.
const MOST_STEPS: usize = 32;

impl<'s> Schema<'s> {
    pub(crate) fn new(root: &'s Value) -> Self {
        Self { root }
    }

    /// Names at the top.
    pub(crate) fn has(self, name: &str) -> bool {
        !matches!(self.missing(&[Step::Field(name.to_owned())]), Missing::At(..))
    }

    /// Whether the data has what a path leads to.
    pub(crate) fn missing(self, path: &[Step]) -> Missing {
        let mut here = self.variants(self.root, 0);
        for (at, step) in path.iter().enumerate() {
            if here.is_empty() || here.iter().any(|one| is_open(one)) {
                return Missing::Nothing;
            }
            let next: Vec<&Value> = here.iter().filter_map(|one| follow(one, step)).collect();
            if next.is_empty() {
                return match step {
                    Step::Field(_) => Missing::At(at, fields(&here)),
                    Step::Item => Missing::Nothing,
                };
            }
            here = next.into_iter().flat_map(|one| self.variants(one, 0)).collect();
        }
        Missing::Nothing
    }

    /// The schemas of the whole data.
    pub(crate) fn top(self) -> Vec<&'s Value> {
        self.variants(self.root, 0)
    }

    /// The schemas of what a step leads to.
    pub(crate) fn step(self, here: &[&'s Value], step: &Step) -> Vec<&'s Value> {
        let next = here.iter().filter_map(|one| follow(one, step));
        next.flat_map(|one| self.variants(one, 0)).collect()
    }

    /// What the schema says of a field in words.
    pub(crate) fn description(here: &[&'s Value], field: &Step) -> Option<&'s str> {
        here.iter().filter_map(|one| follow(one, field)).find_map(|one| one.get("description")?.as_str())
    }

    /// The schemas that a schema stands for, null aside.
    fn variants(self, schema: &'s Value, depth: usize) -> Vec<&'s Value> {
        if depth > MOST_STEPS {
            return Vec::new();
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let target = reference.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer));
            return target.map(|target| self.variants(target, depth + 1)).unwrap_or_default();
        }
        let several = ["anyOf", "oneOf", "allOf"].iter().find_map(|key| schema.get(key)?.as_array());
        let mut out: Vec<&Value> = match several {
            Some(several) => several.iter().flat_map(|one| self.variants(one, depth + 1)).collect(),
            None => Vec::new(),
        };
        if several.is_none() || schema.get("properties").is_some() {
            out.push(schema);
        }
        out.retain(|one| one.get("type").and_then(Value::as_str) != Some("null"));
        out
    }
}

/// What is missing of a path: its step, and the names that there are instead.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    Nothing,
    At(usize, Vec<String>),
}

/// Whether a schema says nothing about what is in a value.
fn is_open(schema: &Value) -> bool {
    let says = ["properties", "items", "prefixItems", "additionalProperties", "type", "enum", "const"];
    schema.as_bool() == Some(true) || !says.iter().any(|key| schema.get(key).is_some())
}

fn follow<'s>(schema: &'s Value, step: &Step) -> Option<&'s Value> {
    let rest = schema.get("additionalProperties").filter(|rest| rest.as_bool() != Some(false));
    match step {
        Step::Field(name) => schema.get("properties").and_then(|fields| fields.get(name)).or(rest),
        Step::Item => schema.get("items").or(rest),
    }
}

fn fields(schemas: &[&Value]) -> Vec<String> {
    let objects = schemas.iter().filter_map(|one| one.get("properties")?.as_object());
    objects.flat_map(|object| object.keys().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_path_is_followed_through_references_lists_and_choices() {
        let schema = json!({
            "properties": {
                "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
                "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                "any": true
            },
            "$defs": {"item": {"anyOf": [{"type": "null"}, {"type": "object", "properties": {"title": {"type": "string"}}}]}}
        });
        let schema = Schema::new(&schema);
        let field = |name: &str| Step::Field(name.to_owned());
        assert_eq!(schema.missing(&[field("items"), Step::Item, field("title")]), Missing::Nothing);
        let found = schema.missing(&[field("items"), Step::Item, field("titel")]);
        assert_eq!(found, Missing::At(2, vec!["title".to_owned()]));
        assert_eq!(schema.missing(&[field("labels"), field("x")]), Missing::Nothing);
        assert_eq!(schema.missing(&[field("any"), field("x")]), Missing::Nothing);
        assert!(matches!(schema.missing(&[field("item")]), Missing::At(0, _)));
        assert!(matches!(schema.missing(&[field("items"), field("title")]), Missing::At(1, _)));
    }
}
