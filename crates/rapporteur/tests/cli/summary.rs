//! `summary`: what many documents state, once each.

use crate::support::Folder;

const REPORT: &str = r#"{"schema": "rapporteur/document/1", "file": {"name": "a.docx"},
  "header": {"number": "SG90-TD20", "group": "SG90"},
  "actions": [
    {"id": "A-1", "assignee": "TSB", "text": "Publish the list | soon", "due": "2026-03-01"},
    {"assignee": "TSB", "text": "Publish the list | soon", "same_as": "A-1", "origin": "item", "item": "4"},
    {"assignee": "Chair", "text": "=1+1"}],
  "meetings": [{"group": "RG-A", "start_date": "2026-05-04"}]}"#;

fn folder() -> Folder {
    let folder = Folder::with_documents(&["word.docx"]);
    folder.write("report.json", REPORT.as_bytes());
    folder
}

#[test]
fn actions_in_every_form() {
    let folder = folder();
    for (output, holds) in [
        (
            "a.md",
            "| A-1 | Publish the list \\| soon | 1 March 2026 | **Overdue** | SG90-TD20; SG90-TD20, item 4 |",
        ),
        ("a.html", "<h2 dir=\"auto\">Actions for TSB</h2>"),
        ("a.csv", "Chair,,'=1+1,"),
        ("a.ics", "SUMMARY:Action due: TSB: Publish the list | soon"),
        ("a.json", "\"schema\": \"rapporteur/summary/1\""),
    ] {
        let run = folder.run(&["summary", "report.json", "word.docx", "--on", "2026-04-01", "-o", output]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{output}");
        let text = folder.read(output);
        assert!(text.contains(holds), "{text}");
    }
    assert_eq!(folder.run(&["summary", "report.json", "-o", "a.xlsx"]).status, 0);
    assert!(std::fs::read(folder.path("a.xlsx")).unwrap().starts_with(b"PK"));
}

#[test]
fn data_streams_through() {
    let folder = folder();
    let arguments =
        ["summary", "-", "--what", "meetings", "--on", "2026-01-01", "--format", "json", "-o", "-"];
    let run = folder.run_with_input(&arguments, REPORT.as_bytes());
    assert_eq!(run.status, 0, "{run:?}");
    assert_eq!(
        (&run.json()["meetings"][0]["group"], &run.json()["counts"]["actions"]),
        (&"RG-A".into(), &0.into())
    );
}

#[test]
fn a_template_of_ones_own() {
    let folder = folder();
    folder.write("my.txt.j2", b"{% for action in actions %}{{ action.assignee }}\n{% endfor %}");
    assert_eq!(folder.run(&["summary", "report.json", "-t", "my.txt.j2", "-o", "a.txt"]).status, 0);
    assert_eq!(folder.read("a.txt"), "Chair\nTSB\n");
    folder.write("bad.md.j2", b"one\n{{ actons }}\n");
    let run = folder.run(&["summary", "report.json", "-t", "bad.md.j2", "-o", "b.md"]);
    assert_eq!(run.status, 4);
    assert!(run.stderr.starts_with("rapporteur: bad.md.j2, line 2: undefined value"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = folder();
    folder.write("bad.json", b"{\"actions\": 5}");
    for (arguments, status, line) in [
        (&["report.json", "-o", "a.pdf"][..], 2, "a.pdf: its name does not tell the form"),
        (
            &["report.json", "--what", "decisions", "-o", "a.ics"][..],
            2,
            "a.ics: decisions and documents have no days",
        ),
        (&["report.json", "-o", "report.json"][..], 2, "report.json: the output would replace an input"),
        (&["bad.json", "-o", "a.md"][..], 4, "bad.json: this is no data of a document or a meeting"),
        (
            &["bad.json", "report.json", "-o", "a.md"][..],
            3,
            "bad.json: this is no data of a document or a meeting",
        ),
    ] {
        let run = folder.run(&[&["summary"], arguments].concat());
        assert_eq!(run.status, status, "{run:?}");
        assert!(run.stderr.contains(line), "{}", run.stderr);
    }
    assert!(folder.names().contains(&"a.md".to_owned()));
}

/// Text of a Word file that the program wrote.
fn word_text(folder: &Folder, name: &str) -> String {
    let bytes = std::fs::read(folder.path(name)).unwrap();
    let document = word_document::read(&bytes, &word_document::Limits::default()).unwrap();
    word_document::outline_text(&document)
}

#[test]
fn every_list_in_word() {
    let folder = folder();
    let lists = r#"{"schema": "rapporteur/document/1", "file": {"name": "b.docx"},
      "header": {"number": "SG90-TD21", "group": "SG90", "title": "Report"},
      "decisions": [{"verb": "agreed", "text": "The list was agreed.", "item": "4", "documents": ["SG90-C7"]}],
      "documents": [{"number": "SG90-C7", "title": "A list of sensors", "sources": ["Uruguay"], "category": "contribution"}]}"#;
    folder.write("lists.json", lists.as_bytes());
    for (what, holds) in [
        (
            "actions",
            &["Publish the list | soon", "1 March 2026", "Overdue", "SG90-TD20", "Chair", "=1+1"][..],
        ),
        ("decisions", &["The list was agreed.", "agreed", "SG90-C7", "SG90-TD21"]),
        ("documents", &["A list of sensors", "SG90-C7", "Uruguay"]),
        ("meetings", &["RG-A", "4 May 2026"]),
    ] {
        let output = format!("{what}.docx");
        let run = folder.run(&[
            "summary",
            "report.json",
            "lists.json",
            "--what",
            what,
            "--on",
            "2026-04-01",
            "-o",
            &output,
        ]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{what}");
        let text = word_text(&folder, &output);
        for words in holds {
            assert!(text.contains(words), "{what}: {words} is not in {text}");
        }
    }
    let actions = word_text(&folder, "actions.docx");
    assert_eq!(actions.matches("Publish the list | soon").count(), 1, "{actions}");
    assert_eq!(actions.matches("SG90-TD20, item 4").count(), 1, "{actions}");
}

#[test]
fn a_word_template_of_ones_own_and_what_it_lacks() {
    let folder = folder();
    let word = |text: &str| word_document::testing::docx(&text.replace('‹', "\\{").replace('›', "\\}"));
    folder.write("my.docx", &word("Open: ‹‹ counts.open ››"));
    assert_eq!(folder.run(&["summary", "report.json", "-t", "my.docx", "-o", "a.docx"]).status, 0);
    assert!(word_text(&folder, "a.docx").contains("Open: 2"));
    folder.write("bad.docx", &word("Open: ‹‹ counts.opn ››"));
    let run = folder.run(&["summary", "report.json", "-t", "bad.docx", "-o", "b.docx"]);
    assert_eq!(run.status, 4);
    assert!(run.stderr.starts_with("rapporteur: bad.docx: word/document.xml, paragraph 1"), "{}", run.stderr);
    let run = folder.run(&["summary", "report.json", "-t", "my.docx", "-o", "a.md"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("this template does not make such an output"), "{}", run.stderr);
}

#[test]
fn a_page_says_the_language_that_it_is_in() {
    let folder = folder();
    let run = folder.run(&["summary", "report.json", "--language", "ar", "-o", "a.html"]);
    assert_eq!(run.status, 0, "{run:?}");
    assert!(folder.read("a.html").contains("<html lang=\"ar\" dir=\"rtl\">"));
    let run = folder.run(&["summary", "report.json", "--language", "ar", "-o", "a.docx"]);
    assert_eq!(run.status, 0, "{run:?}");
    let bytes = std::fs::read(folder.path("a.docx")).unwrap();
    let mut package = word_document::Package::open(&bytes, &word_document::Limits::default()).unwrap();
    let document = package.text("word/document.xml").unwrap().unwrap();
    assert!(document.contains("<w:bidiVisual/>") && document.contains("<w:rtl/>"));
}
