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
