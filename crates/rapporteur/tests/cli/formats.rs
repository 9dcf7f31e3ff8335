//! The forms of the data, and the schema that describes it.

use crate::support::{Folder, document};

#[test]
fn one_file_is_an_object() {
    let run = Folder::with_documents(&["a.docx"]).run(&["parse", "a.docx"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.json()["schema"], "rapporteur/document/1");
    assert!(run.stdout.starts_with("{\n  \"schema\""), "laid out for people: {}", run.stdout);
}

#[test]
fn several_files_are_an_array_even_where_one_alone_can_be_read() {
    let folder = Folder::with_documents(&["a.docx", "b.docx"]);
    assert_eq!(folder.run(&["parse", "a.docx", "b.docx"]).json().as_array().unwrap().len(), 2);
    let run = folder.run(&["parse", "a.docx", "none.docx"]);
    assert_eq!((run.status, run.json().as_array().unwrap().len()), (3, 1));
}

#[test]
fn a_line_is_a_document() {
    let folder = Folder::with_documents(&["a.docx", "b.docx"]);
    let run = folder.run(&["parse", "a.docx", "b.docx", "--format", "jsonl"]);
    for line in run.stdout.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["schema"], "rapporteur/document/1");
    }
    assert_eq!(run.stdout.lines().count(), 2);
}

#[test]
fn yaml_says_the_same_as_json() {
    let folder = Folder::with_documents(&["a.docx", "b.docx"]);
    let run = folder.run(&["parse", "a.docx", "--format", "yaml"]);
    let value: serde_json::Value = serde_norway::from_str(&run.stdout).unwrap();
    assert_eq!(value, folder.run(&["parse", "a.docx"]).json());
    let several = folder.run(&["parse", "a.docx", "b.docx", "--format", "yaml"]).stdout;
    assert_eq!(several.lines().filter(|line| *line == "---").count(), 2);
}

#[test]
fn markdown_is_a_page() {
    let run = Folder::with_documents(&["a.docx"]).run(&["parse", "a.docx", "--format", "markdown"]);
    assert_eq!((run.status, run.stdout.starts_with("# ")), (0, true), "{}", run.stdout);
}

#[test]
fn standard_input_gives_the_same_as_the_file() {
    let folder = Folder::with_documents(&["a.docx"]);
    let run = folder.run_with_input(&["parse", "-"], &document());
    let mut expected = folder.run(&["parse", "a.docx"]).json();
    let mut found = run.json();
    for value in [&mut expected, &mut found] {
        value["file"]["name"].take();
    }
    assert_eq!((run.status, found), (0, expected));
}

#[test]
fn empty_standard_input_is_told_by_name() {
    let run = Folder::new().run(&["parse", "-"]);
    assert_eq!(
        run.stderr,
        "rapporteur: standard input: the file is empty. Download or copy the file again.\n"
    );
    assert_eq!(run.status, 4);
}

#[test]
fn the_schema_describes_what_parse_gives() {
    let folder = Folder::with_documents(&["a.docx"]);
    let schema = folder.run(&["schema"]);
    assert_eq!((schema.status, schema.stderr.as_str()), (0, ""));
    let validator = jsonschema::validator_for(&schema.json()).unwrap();
    let report = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/report-rows.docx");
    for file in ["a.docx", report] {
        let document = folder.run(&["parse", file]).json();
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{file}: {errors:?}");
    }
    assert!(!validator.is_valid(&serde_json::json!({ "schema": "rapporteur/document/0" })));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = Folder::with_documents(&["a.docx"]);
    for format in ["json", "jsonl", "yaml", "markdown"] {
        let run = || folder.run(&["parse", "a.docx", "--format", format]).stdout;
        assert_eq!(run(), run());
    }
}
