//! The names that a template uses as a JSON Schema: a small part of the schema of all data.

use serde_json::{Map, Value, json};

use super::expression::Step;
use super::schema::Schema;
use super::{Name, Names};

/// The schema of these names alone. What the data does not have says nothing but its name.
pub(super) fn schema(names: &Names, data: &Value) -> Value {
    let all = Schema::new(data);
    let mut out = json!({"$schema": "https://json-schema.org/draft/2020-12/schema"});
    if let Some(out) = out.as_object_mut() {
        out.extend(object(names, all, &all.top()));
    }
    out
}

/// An object with these names.
fn object(names: &Names, all: Schema<'_>, here: &[&Value]) -> Map<String, Value> {
    let fields = names.0.iter().map(|(field, name)| {
        let step = Step::Field(field.clone());
        let mut one = Map::new();
        if let Some(description) = Schema::description(here, &step) {
            one.insert("description".to_owned(), description.into());
        }
        one.extend(value(name, all, &all.step(here, &step)));
        (field.clone(), Value::Object(one))
    });
    let fields: Map<String, Value> = fields.collect();
    Map::from_iter([("type".to_owned(), "object".into()), ("properties".to_owned(), fields.into())])
}

/// A value, as the template takes it.
fn value(name: &Name, all: Schema<'_>, here: &[&Value]) -> Map<String, Value> {
    if name.list {
        let elements = all.step(here, &Step::Item);
        let inner =
            if name.fields.0.is_empty() { plain(&elements) } else { object(&name.fields, all, &elements) };
        return Map::from_iter([("type".to_owned(), "array".into()), ("items".to_owned(), inner.into())]);
    }
    if name.fields.0.is_empty() { plain(here) } else { object(&name.fields, all, here) }
}

/// A value that the template takes whole.
fn plain(here: &[&Value]) -> Map<String, Value> {
    let kind = here.iter().find_map(|one| one.get("type"));
    kind.map(|kind| ("type".to_owned(), kind.clone())).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_used_is_told() {
        let field = |name: &str| Step::Field(name.to_owned());
        let mut names = Names::default();
        for path in [
            vec![field("items"), Step::Item, field("title")],
            vec![field("place")],
            vec![field("unknown"), field("x")],
        ] {
            names.add(&path);
        }
        let data = json!({
            "properties": {
                "items": {"description": "All items.", "type": "array", "items": {"$ref": "#/$defs/Item"}},
                "place": {"description": "Where it is.", "type": ["string", "null"]},
                "date": {"type": "string"}
            },
            "$defs": {"Item": {"properties": {"title": {"type": "string"}, "text": {"type": "string"}}}}
        });
        let item = json!({"type": "object", "properties": {"title": {"type": "string"}}});
        let expected = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": {
                "items": {"description": "All items.", "type": "array", "items": item},
                "place": {"description": "Where it is.", "type": ["string", "null"]},
                "unknown": {"type": "object", "properties": {"x": {}}}
            }
        });
        assert_eq!(names.schema(&data), expected);
    }
}
