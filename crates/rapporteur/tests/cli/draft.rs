//! `draft` and `render`: from an agenda to a report, and from data to a report.

use crate::support::Folder;

/// A folder with the agenda of a study group.
fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("agenda.docx", include_bytes!("../../../../fixtures/agenda.docx"));
    folder
}

const MINUTES: &str = "\
# 4.1.2
Presented by: Samarkand Networks
Outcome: discussed
Decision: The meeting agreed to study the relay of places further.
Action: Q7/11 to write a draft by 30 November 2026.
# 9.9 Nowhere
A text.
";

#[test]
fn a_draft_tells_what_is_left_to_be_done() {
    let folder = folder();
    let run = folder.run(&["draft", "agenda.docx", "-o", "report.docx"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    assert!(run.stderr.contains("rapporteur: report.docx: to do at item 4.1.1: outcome and discussion.\n"));
    let report = folder.run(&["parse", "report.docx"]).json();
    assert_eq!(report["kind"], "meeting_report");
    let first = &report["items"][0];
    assert_eq!((&first["number"], &first["title"]), (&"0".into(), &"Introduction".into()));
}

#[test]
fn minutes_become_outcomes_decisions_and_actions() {
    let folder = folder();
    folder.write("minutes.md", MINUTES.as_bytes());
    let run = folder.run(&[
        "draft",
        "agenda.docx",
        "--minutes",
        "minutes.md",
        "--number",
        "SG11-TD500/PLEN",
        "-o",
        "r.docx",
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let remark = "rapporteur: minutes.md:6: no item of the agenda is \"9.9 Nowhere\". Its text stands at the end of the report.\n";
    assert!(run.stderr.starts_with(remark), "{}", run.stderr);
    let report = folder.run(&["parse", "r.docx"]).json();
    assert_eq!(report["header"]["number"], "SG11-TD500/PLEN");
    let find = |list: &str, ask: fn(&serde_json::Value) -> bool| {
        report[list].as_array().unwrap().iter().find(|element| ask(element)).cloned().unwrap_or_default()
    };
    assert_eq!(find("items", |item| item["number"] == "4.1.2")["presented_by"], "Samarkand Networks");
    assert_eq!(find("decisions", |decision| decision["item"] == "4.1.2")["verb"], "agreed");
    let action = find("actions", |action| action["origin"] == "list");
    assert_eq!((&action["assignee"], &action["due"]), (&"Q7/11".into(), &"2026-11-30".into()), "{action}");
    assert_eq!(find("documents", |row| row["number"] == "SG11-TD500/PLEN")["reserved"], true);
}

#[test]
fn a_draft_as_data_renders_to_the_same_report() {
    let folder = folder();
    assert_eq!(folder.run(&["draft", "agenda.docx", "-o", "data.json"]).status, 0);
    let data = folder.read("data.json");
    let run =
        folder.run_with_input(&["render", "-", "-t", "report-rows", "-o", "report.docx"], data.as_bytes());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let items = |json: &serde_json::Value| -> Vec<serde_json::Value> {
        json["items"].as_array().unwrap().iter().map(|item| item["number"].clone()).collect()
    };
    let report = folder.run(&["parse", "report.docx"]).json();
    assert_eq!(items(&report), items(&serde_json::from_str(&data).unwrap()));
}

#[test]
fn a_text_template_makes_text() {
    let folder = Folder::new();
    folder.write("data.yaml", b"header:\n  title: Report\n");
    folder.write("page.md.j2", b"# {{ cover.title }}\n");
    let run = folder.run(&["render", "data.yaml", "--template", "page.md.j2", "-o", "-"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "# Report\n"), "{}", run.stderr);
}

#[test]
fn wrong_usage_of_templates_and_data_is_told() {
    let folder = Folder::new();
    folder.write("data.json", b"{}");
    folder.write("bad.json", b"{\"items\": 5}");
    folder.write("page.md.j2", b"{{ cover.tittle }}\n");
    for (arguments, status, words) in [
        (
            ["data.json", "-t", "report-row", "-o", "a.docx"],
            2,
            "no built-in template of this name; there are report-rows",
        ),
        (["data.json", "-t", "report-rows", "-o", "a.md"], 2, "makes .docx files"),
        (["data.json", "-t", "report-rows", "-o", "data.json"], 2, "would replace an input"),
        (["bad.json", "-t", "report-rows", "-o", "a.docx"], 4, "this is no data of a document or a meeting"),
        (["none.json", "-t", "report-rows", "-o", "a.docx"], 4, "no such file"),
        (["data.json", "-t", "page.md.j2", "-o", "a.md"], 4, "page.md.j2, line 1"),
    ] {
        let run = folder.run(&[&["render"][..], &arguments].concat());
        assert_eq!(run.status, status, "{arguments:?}: {}", run.stderr);
        assert!(run.stderr.contains(words), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(folder.names(), ["bad.json", "data.json", "page.md.j2"]);
}

const AGENDA: &[u8] = include_bytes!("../../../../fixtures/agenda.docx");

#[test]
fn a_draft_streams_from_standard_input_to_standard_output() {
    let folder = Folder::new();
    let output = folder.output(&["draft", "-", "-o", "-"], AGENDA);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert!(told.starts_with("rapporteur: standard output: to do at "), "{told}");
    folder.write("report.docx", &output.stdout);
    assert_eq!(folder.run(&["parse", "report.docx"]).json()["kind"], "meeting_report");
    // The same bytes as in a file.
    folder.write("agenda.docx", AGENDA);
    assert_eq!(folder.run(&["draft", "agenda.docx", "-o", "again.docx"]).status, 0);
    assert_eq!(std::fs::read(folder.path("again.docx")).unwrap(), output.stdout);
}

#[test]
fn data_in_yaml_say_more_than_the_agenda() {
    let folder = folder();
    let known = "\
header:
  title: Report of the October meeting
items:
  - number: '4.1.2'
    kind: row
    text: The meeting took note of the document.
    outcomes: [noted]
decisions:
  - {verb: noted, by: the meeting, item: '4.1.2', text: The meeting took note of the document.}
terms_of_reference:
  - {group: Q7/11, title: Terms of reference of Q7/11, items: [to study relays]}
";
    folder.write("known.yaml", known.as_bytes());
    let run = folder.run(&["draft", "agenda.docx", "--data", "known.yaml", "-o", "report.docx"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("item 4.1.2"), "{}", run.stderr);
    assert!(!run.stderr.contains("terms of reference"), "{}", run.stderr);
    let report = folder.run(&["parse", "report.docx"]).json();
    assert_eq!(report["header"]["title"], "Report of the October meeting");
    let items = report["items"].as_array().unwrap();
    let item = items.iter().find(|item| item["number"] == "4.1.2").unwrap();
    assert_eq!(item["outcomes"], serde_json::json!(["noted"]));
    assert_eq!(report["terms_of_reference"][0]["items"][0], "to study relays");
}

#[test]
fn a_draft_in_another_language_has_its_words() {
    let folder = folder();
    let run = folder.run(&["draft", "agenda.docx", "--language", "fr", "-o", "rapport.docx"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report = folder.run(&["parse", "rapport.docx"]).json();
    assert_eq!(report["header"]["language"], "fr");
    assert_eq!(report["kind"], "meeting_report");
    let items = report["items"].as_array().unwrap();
    let text = |item: &serde_json::Value| item["text"].as_str().unwrap_or_default().to_owned();
    assert!(items.iter().any(|item| text(item).contains("À FAIRE: résultat et discussion")));
}

/// What the program tells of a draft that it cannot make: the status, and one line.
fn refused(folder: &Folder, arguments: &[&str], status: i32, words: &str) {
    let before = folder.names();
    let run = folder.run(&[&["draft"][..], arguments].concat());
    assert_eq!(run.status, status, "{arguments:?}: {}", run.stderr);
    assert_eq!((run.stdout.as_str(), run.stderr.lines().count()), ("", 1), "{arguments:?}: {}", run.stderr);
    assert!(run.stderr.starts_with("rapporteur: ") && run.stderr.contains(words), "{}", run.stderr);
    assert_eq!(folder.names(), before);
}

#[test]
fn what_makes_no_draft_is_told_in_one_line() {
    let folder = folder();
    folder.write("minutes.md", b"# 4.1.2\n\xff\xfe");
    folder.write("bad.yaml", b"items: 5\n");
    folder.write("meeting.json", b"{\"schema\": \"rapporteur/meeting/1\"}");
    folder.write("notes.docx", b"no Word file");
    for (arguments, status, words) in [
        (&["agenda.docx", "-t", "report-roes", "-o", "r.docx"][..], 2, "no built-in template of this name"),
        (&["agenda.docx", "-o", "agenda.docx"], 2, "would replace an input"),
        (&["agenda.docx", "-o", "r.pdf"], 2, "makes .docx files"),
        (&["none.docx", "-o", "r.docx"], 4, "none.docx: there is no such file"),
        (&["notes.docx", "-o", "r.docx"], 4, "notes.docx: "),
        (&["agenda.docx", "--minutes", "none.md", "-o", "r.docx"], 4, "none.md: there is no such file"),
        (
            &["agenda.docx", "--minutes", "minutes.md", "-o", "r.docx"],
            4,
            "minutes.md: this is no text in UTF-8",
        ),
        (
            &["agenda.docx", "--data", "bad.yaml", "-o", "r.docx"],
            4,
            "bad.yaml: this is no data of a document",
        ),
        (&["agenda.docx", "--data", "meeting.json", "-o", "r.docx"], 4, "the record of a whole meeting"),
        (&["agenda.docx", "-o", "no/such/r.docx"], 4, "no such folder to write to"),
    ] {
        refused(&folder, arguments, status, words);
    }
}

#[test]
fn usage_of_draft_is_checked_before_anything_is_read() {
    let folder = folder();
    for arguments in [
        &["draft", "agenda.docx"][..],
        &["draft", "agenda.docx", "--language", "de", "-o", "r.docx"],
        &["draft", "agenda.docx", "--number", "Room 5", "-o", "r.docx"],
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(folder.names(), ["agenda.docx"]);
}

#[test]
fn all_errors_of_a_template_are_told_and_nothing_is_written() {
    let folder = Folder::new();
    folder.write("data.json", b"{\"header\": {\"title\": \"Report\"}}");
    // The notation of Word files has braces of its own.
    let template = "‹‹ cover.tittle ››\n‹% for item in itms %›‹‹ item.number ››‹% endfor %›";
    let template = template.replace('‹', "\\{").replace('›', "\\}");
    folder.write("mine.docx", &word_document::testing::docx(&template));
    let run = folder.run(&["render", "data.json", "-t", "mine.docx", "-o", "report.docx"]);
    assert_eq!((run.status, run.stdout.as_str()), (4, ""), "{}", run.stderr);
    assert!(run.stderr.lines().all(|line| line.starts_with("rapporteur: ")), "{}", run.stderr);
    assert!(run.stderr.contains("tittle") && run.stderr.contains("mine.docx"), "{}", run.stderr);
    assert_eq!(folder.names(), ["data.json", "mine.docx"]);
}

#[test]
fn a_rendered_report_streams_and_its_output_may_be_unwritable() {
    let folder = Folder::new();
    folder.write("data.json", b"{\"header\": {\"title\": \"Report\"}}");
    let output = folder.output(&["render", "data.json", "-t", "decision-list", "-o", "-"], b"");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    assert!(output.stdout.starts_with(b"PK"));
    let run = folder.run(&["render", "data.json", "-t", "decision-list", "-o", "no/such/list.docx"]);
    assert_eq!(run.status, 4);
    assert_eq!(
        run.stderr,
        "rapporteur: no/such/list.docx: there is no such folder to write to. Make the folder first.\n"
    );
}
