//! What each layer makes of the fixtures, against the goldens that stand beside them.
//!
//! `INSTA_UPDATE=always cargo test -p rapporteur-tests --test golden` accepts what is found: read it first.

use meeting_parser::Limits;
use rapporteur_tests::fixtures::{self, fixture};

/// Compares with `fixtures/NAME.LAYER.snap`.
fn golden(name: &str, layer: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../fixtures");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("{name}.{layer}"), text));
}

fn parse(name: &str) -> meeting_model::Document {
    let bytes = fixture(name).docx();
    meeting_parser::parse(&bytes, &format!("{name}.docx"), &Limits::default()).expect("the fixture is sound")
}

fn tree(name: &str) {
    let bytes = fixture(name).docx();
    let document = word_document::read(&bytes, &Limits::default()).expect("the fixture is sound");
    golden(name, "tree", &word_document::outline_text(&document));
}

fn document(name: &str) {
    let json = serde_json::to_string_pretty(&parse(name)).expect("a document is JSON");
    golden(name, "document", &json);
}

/// One line for each diagnostic: severity, code, block, what was found, what to do.
fn diagnostics(name: &str) {
    let lines = parse(name).diagnostics.into_iter().map(|found| {
        let hint = found.hint.map_or_else(String::new, |hint| format!(" ({hint})"));
        format!(
            "{} {} at {} block {}: {}{hint}\n",
            found.severity, found.code, found.at.part, found.at.block, found.message
        )
    });
    golden(name, "diagnostics", &lines.collect::<String>());
}

/// One test for each fixture and layer.
macro_rules! goldens {
    ($($test:ident $name:literal)*) => {
        const NAMES: &[&str] = &[$($name),*];
        mod tree { $(#[test] fn $test() { super::tree($name); })* }
        mod document { $(#[test] fn $test() { super::document($name); })* }
        mod diagnostics { $(#[test] fn $test() { super::diagnostics($name); })* }
    };
}

goldens! {
    agenda "agenda"
    cover_ar "cover-ar"
    cover_fr "cover-fr"
    cover_zh "cover-zh"
    lists_and_numbers "lists-and-numbers"
    merged_cells "merged-cells"
    report_prose "report-prose"
    report_rows "report-rows"
    tracked_changes "tracked-changes"
    traps "traps"
}

#[test]
fn every_fixture_has_its_goldens() {
    let names: Vec<String> = fixtures::all().into_iter().map(|fixture| fixture.name).collect();
    assert_eq!(names, NAMES);
}

#[test]
fn the_word_files_are_what_their_sources_give() {
    for (name, bytes) in fixtures::built() {
        let committed = std::fs::read(fixtures::folder().join(&name)).unwrap_or_default();
        assert!(
            committed == bytes,
            "fixtures/{name} is not what its source gives: run `cargo run -p rapporteur-tests --bin build-fixtures`"
        );
    }
}

#[test]
fn what_is_no_word_file_is_told_apart() {
    let mut lines = String::new();
    for (name, bytes) in fixtures::built() {
        if let Some(name) = name.strip_prefix("not-word/") {
            let error = word_document::read(&bytes, &Limits::default()).expect_err(name);
            lines += &format!("{name}: {error}. {}\n", error.hint());
        }
    }
    golden("not-word", "errors", &lines);
}
