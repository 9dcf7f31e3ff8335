//! Invariant 1: data flows one way. Which crate may use which stands here, once.

use std::collections::BTreeMap;

use rapporteur_tests::root;
use toml::{Table, Value};

/// The rooms, in the order in which the data goes through them, and which of ours each may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("word-document", &[]),
    ("meeting-model", &[]),
    ("meeting-parser", &["word-document", "meeting-model"]),
    ("meeting-folder", &["meeting-parser", "meeting-model"]),
    ("meeting-checks", &["meeting-model"]),
    ("report-generator", &["meeting-model", "word-document"]),
    (
        "rapporteur",
        &[
            "word-document",
            "meeting-model",
            "meeting-parser",
            "meeting-folder",
            "meeting-checks",
            "report-generator",
        ],
    ),
];

/// What is wrong with a manifest. Tests may use more than the code: development dependencies are free.
fn wrong(manifest: &str) -> Vec<String> {
    let manifest: Table = manifest.parse().expect("Cargo reads it too");
    let name = manifest["package"]["name"].as_str().expect("a package has a name");
    let Some((_, allowed)) = ROOMS.iter().find(|(room, _)| *room == name) else {
        return vec![format!(
            "{name} is no room of the house: give it a place in this test and in ARCHITECTURE.md"
        )];
    };
    let used = used_crates(&manifest);
    used.iter()
        .filter(|used| ROOMS.iter().any(|(room, _)| room == used) && !allowed.contains(&used.as_str()))
        .map(|used| format!("{name} must not use {used}"))
        .collect()
}

/// Packages under every table of dependencies, those of single platforms too.
fn used_crates(manifest: &Table) -> Vec<String> {
    let platforms = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables = platforms.filter_map(Value::as_table).chain([manifest]);
    let dependencies = tables.flat_map(|table| {
        ["dependencies", "build-dependencies"].into_iter().filter_map(|kind| table.get(kind)?.as_table())
    });
    dependencies.flatten().map(|(name, value)| package_name(name, value)).collect()
}

/// A dependency may go under another name here.
fn package_name(name: &str, value: &Value) -> String {
    value.get("package").and_then(Value::as_str).unwrap_or(name).to_owned()
}

#[test]
fn every_crate_uses_what_the_house_allows() {
    let mut manifests = BTreeMap::new();
    for entry in std::fs::read_dir(root().join("crates")).unwrap() {
        let path = entry.unwrap().path().join("Cargo.toml");
        manifests.insert(path.clone(), std::fs::read_to_string(path).unwrap());
    }
    let findings: Vec<String> = manifests.values().flat_map(|manifest| wrong(manifest)).collect();
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[test]
fn a_wrong_dependency_is_found_wherever_it_hides() {
    for dependency in [
        "[dependencies]\nmeeting-model.workspace = true",
        "[dependencies]\nmodel = { package = \"meeting-model\", path = \"../meeting-model\" }",
        "[build-dependencies]\nmeeting-model.workspace = true",
        "[target.'cfg(unix)'.dependencies]\nmeeting-model.workspace = true",
    ] {
        let manifest = format!("[package]\nname = \"word-document\"\n{dependency}");
        assert_eq!(wrong(&manifest), ["word-document must not use meeting-model"], "{dependency}");
    }
    assert_eq!(wrong("[package]\nname = \"attic\"").len(), 1);
    assert!(wrong("[package]\nname = \"meeting-parser\"\n[dependencies]\nword-document = \"1\"").is_empty());
}
