//! The JSON Schemas of what templates see, as files: what makes them of the types is run by a test.

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

    use crate::View;
    use crate::summary::SummaryView;

    fn of_types<T: JsonSchema>() -> Value {
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value()
    }

    #[test]
    fn the_schemas_are_those_of_the_types() {
        for (file, read, made) in [
            ("view.json", super::read(include_str!("../schemas/view.json")), of_types::<View>()),
            ("summary.json", super::read(include_str!("../schemas/summary.json")), of_types::<SummaryView>()),
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
