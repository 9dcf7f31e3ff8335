//! `search`, `explain` and `schema`.

use std::collections::BTreeSet;

use crate::batch::{batch, json, meeting};
use crate::support::Folder;

#[test]
fn paragraphs_are_found_with_their_document_heading_and_words() {
    let folder = meeting();
    batch(&folder, &["--only", "sqlite"]);
    let run = folder.run(&["search", "out", "new", "work item", "basis"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let first: Vec<&str> = run.stdout.lines().take(2).collect();
    assert!(first[0].starts_with("SG13-TD"), "{}", run.stdout);
    assert!(first[1].contains("[new] [work] [item]") && first[1].contains("[basis]"), "{}", run.stdout);
    assert!(run.stdout.contains("2.1 Buoys that talk"), "{}", run.stdout);
    assert_eq!(
        folder.run(&["search", "out", "new work item basis", "--limit", "1"]).stdout.lines().count(),
        2
    );
    let none = folder.run(&["search", "out", "hippopotamus"]);
    assert_eq!((none.status, none.stdout.as_str()), (0, ""));
}

#[test]
fn json_says_where_each_stands() {
    let folder = meeting();
    batch(&folder, &["--only", "sqlite,json"]);
    let hits = folder.run(&["search", "out/meeting.sqlite", "\"beg* a\" buoy*", "C31", "--json"]).json();
    assert_eq!(hits.as_array().unwrap().len(), 0, "a star within a phrase is no prefix");
    let hits = folder.run(&["search", "out", "c31 agreed", "--json"]).json();
    let hits = hits.as_array().unwrap();
    assert!(!hits.is_empty());
    let scores: Vec<f64> = hits.iter().map(|hit| hit["score"].as_f64().unwrap()).collect();
    assert!(scores.is_sorted_by(|one, other| one >= other), "{scores:?}");
    let files = json(&folder, "out/meeting.json");
    for hit in hits {
        let file = hit["file"].as_str().unwrap();
        assert!(files["files"].as_array().unwrap().iter().any(|known| known["file"] == file), "{file}");
        assert_eq!(hit["at"]["part"], "word/document.xml");
        let text = hit["snippet"]["text"].as_str().unwrap();
        let matched = hit["snippet"]["matches"].as_array().unwrap();
        assert!(text.contains("C31") && !matched.is_empty(), "{hit}");
    }
}

#[test]
fn what_cannot_be_searched_is_said() {
    let folder = meeting();
    let run = folder.run(&["search", "in", "buoys"]);
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.lines().count()), (4, "", 1), "{}", run.stderr);
    batch(&folder, &["--only", "sqlite,csv"]);
    assert_eq!(folder.run(&["search", "out", "…!"]).status, 2);
    assert_eq!(folder.run(&["search", "out"]).status, 2);
    assert_eq!(folder.run(&["search", "out/items.csv", "buoys"]).status, 4);
    for odd in ["\"", "NOT (", "a:b*", "NEAR(", "-x", "'; DROP TABLE files; --"] {
        assert!(matches!(folder.run(&["search", "out", "--", odd]).status, 0 | 2), "{odd}");
    }
}

#[test]
fn what_is_found_moves_no_cursor() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("in")).unwrap();
    let text = "Turned \u{202e}round, and the rest of the buoys.";
    folder.write("in/a\u{9b}1m.docx", &word_document::testing::docx(text));
    assert_eq!(batch(&folder, &[]).status, 0);
    let run = folder.run(&["search", "out", "buoys"]);
    assert!(run.stdout.contains("[buoys]"), "{}", run.stdout);
    assert!(!run.stdout.contains(['\u{202e}', '\u{9b}']), "{:?}", run.stdout);
}

#[test]
fn every_finding_is_explained() {
    let folder = meeting();
    let codes = folder.run(&["explain"]);
    assert_eq!((codes.status, codes.stderr.as_str()), (0, ""));
    let codes: BTreeSet<&str> = codes.stdout.lines().collect();
    for code in [
        "cited-but-absent",
        "cited-revision-absent",
        "indexed-but-absent",
        "present-but-not-indexed",
        "title-differs",
        "source-differs",
        "on-agenda-not-in-report",
        "discussed-not-on-agenda",
        "number-differs-from-file-name",
        "file-name-without-number",
        "duplicate-file",
        "same-number-in-several-subgroups",
    ] {
        assert!(codes.contains(code), "{code}");
    }
    for code in &codes {
        let run = folder.run(&["explain", code]);
        assert!(run.status == 0 && run.stdout.starts_with(&format!("{code}: ")), "{run:?}");
        assert!(run.stdout.len() > code.len() + 40, "{run:?}");
    }
    let run = folder.run(&["explain", "no-such\u{1b}code"]);
    assert_eq!(run.status, 2);
    assert!(!run.stderr.contains('\u{1b}') && run.stderr.contains("no finding has this code"), "{run:?}");

    batch(&folder, &["--only", "json"]);
    let record = json(&folder, "out/meeting.json");
    for finding in record["findings"].as_array().unwrap() {
        assert!(codes.contains(finding["code"].as_str().unwrap()), "{finding}");
    }
}

#[test]
fn schemas_describe_themselves() {
    let folder = Folder::new();
    for (arguments, title) in
        [(&["schema"][..], "rapporteur/document/1"), (&["schema", "--of", "meeting"], "rapporteur/meeting/1")]
    {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        let schema = run.json();
        assert_eq!(schema["title"], title);
        assert!(jsonschema::meta::is_valid(&schema) && jsonschema::validator_for(&schema).is_ok());
    }
    assert_eq!(folder.run(&["schema", "--of", "weather"]).status, 2);
}
