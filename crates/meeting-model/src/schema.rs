//! The JSON Schemas as files: what makes them of the types would be a twentieth of the program, and is run by a test.

/// Reads a schema that stands in `schemas/`.
pub(crate) fn read(text: &str) -> serde_json::Value {
    // The test below has read it.
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use schemars::JsonSchema;
    use schemars::generate::SchemaSettings;
    use serde_json::Value;

    use crate::{Document, MeetingRecord, RECORD_SCHEMA, SCHEMA};

    fn of_types<T: JsonSchema>(name: &str) -> Value {
        let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
        schema.insert("$id".into(), name.into());
        schema.insert("title".into(), name.into());
        schema.to_value()
    }

    #[test]
    fn the_schemas_are_those_of_the_types() {
        for (file, read, made) in [
            ("document.json", Document::json_schema(), of_types::<Document>(SCHEMA)),
            ("meeting.json", MeetingRecord::json_schema(), of_types::<MeetingRecord>(RECORD_SCHEMA)),
        ] {
            if std::env::var_os("UPDATE_SCHEMAS").is_some() {
                let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(file);
                std::fs::write(path, format!("{made:#}\n")).unwrap();
            } else {
                assert!(read == made, "{file} is old: run this test with UPDATE_SCHEMAS=1 to write it anew");
            }
        }
    }
}
