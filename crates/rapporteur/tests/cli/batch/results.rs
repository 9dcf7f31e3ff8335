//! What is in OUT after a run.

use std::collections::BTreeSet;
use std::path::Path;

use meeting_model::{Document, MeetingRecord};
use serde_json::Value;

use super::{RESULTS, batch, json, meeting, names_in, results, sound};

/// The rows of a CSV file below its head.
fn rows(text: &str) -> usize {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(Result::unwrap).count()
}

#[test]
fn every_result_is_there_and_they_agree() {
    let folder = meeting();
    let run = batch(&folder, &[]);
    assert_eq!((run.status, run.stdout.as_str()), (3, ""), "{}", run.stderr);
    let names = names_in(&folder.path("out"));
    assert!(RESULTS.iter().all(|name| names.contains(&(*name).to_owned())), "{names:?}");

    let record = json(&folder, "out/meeting.json");
    let schema = MeetingRecord::json_schema();
    let errors: Vec<_> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(&record)
        .map(|error| error.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let count = |key: &str| record[key].as_array().unwrap().len();
    for (file, key) in [
        ("documents", "register"),
        ("decisions", "decisions"),
        ("actions", "actions"),
        ("meetings", "meetings"),
        ("findings", "findings"),
    ] {
        assert_eq!(rows(&folder.read(&format!("out/{file}.csv"))), count(key), "{file}");
        assert!(count(key) > 0, "{key}: the invented meeting has some of everything");
    }
    let items = |key: &str| record[key]["items"].as_array().unwrap().len();
    assert_eq!(rows(&folder.read("out/items.csv")), items("agenda") + items("report"));
}

#[test]
fn each_document_is_a_line_in_the_order_of_the_register() {
    let folder = meeting();
    batch(&folder, &["--only", "json,jsonl"]);
    let lines: Vec<Value> =
        folder.read("out/documents.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let validator = jsonschema::validator_for(&Document::json_schema()).unwrap();
    assert!(lines.iter().all(|line| validator.is_valid(line)));
    assert!(lines.iter().all(|line| !line["sections"].as_array().unwrap().is_empty()));

    let record = json(&folder, "out/meeting.json");
    let hashes: Vec<&str> = lines.iter().map(|line| line["file"]["sha256"].as_str().unwrap()).collect();
    let distinct: BTreeSet<&str> = hashes.iter().copied().collect();
    assert_eq!(distinct.len(), hashes.len(), "a duplicate is the same document once more");
    let place = |name: &str| lines.iter().position(|line| line["file"]["name"] == name).unwrap();
    let first = place("T25-SG13-C-0032!!MSW-E.docx");
    let second = place("T25-SG13-C-0032!R2!MSW-E.docx");
    assert_eq!(second, first + 1, "revisions stand together, the oldest first");
    let files = record["files"].as_array().unwrap();
    let loose = files.iter().filter(|file| file["status"] == "document" && file["reason"].is_null());
    assert!(lines.len() > loose.count(), "documents in archives are lines, too");
}

#[test]
fn the_workbook_has_a_sheet_per_register() {
    use calamine::{Data, Reader as _, Xlsx, open_workbook};
    let folder = meeting();
    batch(&folder, &["--only", "json,xlsx"]);
    let mut book: Xlsx<_> = open_workbook(folder.path("out/meeting.xlsx")).unwrap();
    let sheets = book.sheet_names().clone();
    assert_eq!(sheets.len(), 6, "{sheets:?}");
    assert_eq!(sheets[1..], ["Items", "Decisions", "Actions", "Meetings", "Findings"]);
    let documents = book.worksheet_range(&sheets[0]).unwrap();
    let entries = json(&folder, "out/meeting.json")["register"].as_array().unwrap().len();
    assert_eq!(documents.height(), entries + 1);
    assert!(documents.rows().any(|row| row.contains(&Data::String("Buoys that talk".to_owned()))));
}

#[test]
fn only_what_is_asked_for_is_written_and_the_rest_stays() {
    let folder = sound(5);
    assert_eq!(batch(&folder, &["--only", "json,csv"]).status, 0);
    let is_csv = |name: &str| Path::new(name).extension().is_some_and(|extension| extension == "csv");
    let chosen: Vec<_> = RESULTS.into_iter().filter(|name| is_csv(name) || *name == "meeting.json").collect();
    assert_eq!(names_in(&folder.path("out")), chosen);
    let before = results(&folder.path("out"));
    assert_eq!(batch(&folder, &["--only", "xlsx"]).status, 0);
    let after = results(&folder.path("out"));
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|(name, bytes)| after[name] == *bytes));
    let run = batch(&folder, &["--only", "pdf"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("[possible values: json, jsonl, csv, xlsx, sqlite"), "{}", run.stderr);
}

#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let folder = meeting();
    let run = |jobs: &str, out: &str| {
        let run = folder.run(&["batch", "in", "-o", out, "--jobs", jobs]);
        assert_eq!(run.status, 3, "{}", run.stderr);
        results(&folder.path(out))
    };
    let (one, four) = (run("1", "one"), run("4", "two"));
    let names: Vec<_> = one.keys().filter(|name| one[*name] != four[*name]).collect();
    assert!(names.is_empty() && one.len() == four.len(), "{names:?}");
}

#[test]
fn results_inside_the_folder_are_no_part_of_the_meeting() {
    let folder = sound(5);
    let inside = |out: &str| folder.run(&["batch", "in", "-o", out]);
    assert_eq!(inside("in/out").status, 0);
    let first = results(&folder.path("in/out"));
    std::fs::write(folder.path("in/notes.txt"), "changed").unwrap();
    std::fs::remove_file(folder.path("in/notes.txt")).unwrap();
    assert_eq!(inside("in/out").status, 0);
    assert_eq!(results(&folder.path("in/out")), first);

    // Another run's results are not, either, and its database stays what it is.
    assert_eq!(inside("in/second").status, 0);
    let second = json(&folder, "in/second/meeting.json");
    assert_eq!(second, json(&folder, "in/out/meeting.json"));
    assert_eq!(second["files"].as_array().unwrap().len(), 5);
}

#[test]
fn results_do_not_go_among_the_files_of_the_meeting() {
    let folder = sound(2);
    for out in ["in", "in/part-00"] {
        let run = folder.run(&["batch", "in", "-o", out]);
        let line = format!(
            "rapporteur: {out}: files of the meeting lie in it, and the folder of the results is left out. \
             Give -o a folder of its own, in FOLDER or elsewhere.\n"
        );
        assert_eq!((run.status, run.stderr), (2, line));
    }
    assert!(!folder.path("in/.rapporteur").exists() && !folder.path("in/part-00/.rapporteur").exists());
}

#[test]
fn the_database_of_many_meetings_may_lie_among_the_files() {
    let folder = sound(2);
    for _ in 0..2 {
        let run = folder.run(&["batch", "in", "-o", "out", "--store", "in"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert_eq!(json(&folder, "out/meeting.json")["files"].as_array().unwrap().len(), 2);
        std::fs::remove_file(folder.path("out/meeting.json")).unwrap();
    }
    assert!(folder.path("in/meetings.sqlite").is_file());
}
