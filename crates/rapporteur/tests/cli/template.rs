//! `template`: what is built in, what is wrong with a template, and what it uses.

use serde_json::json;

use crate::support::Folder;

const NAMES: [&str; 12] = [
    "report-rows",
    "report-prose",
    "question-report",
    "wp-report",
    "agenda",
    "liaison-statement",
    "action-summary",
    "decision-list",
    "document-register",
    "meeting-list",
    "summary.md.j2",
    "summary.html.j2",
];

/// A Word file; `‹‹` and `››`, `‹%` and `%›` stand for the braces of tags, which the notation has for itself.
fn word(notation: &str) -> Vec<u8> {
    let notation = notation.replace('‹', "\\{").replace('›', "\\}");
    word_document::testing::docx(&notation)
}

#[test]
fn every_built_in_template_is_listed_shown_and_sound() {
    let folder = Folder::new();
    let list = folder.run(&["template", "list"]);
    assert_eq!((list.status, list.stderr.as_str()), (0, ""));
    let listed: Vec<&str> = list.stdout.lines().filter_map(|line| line.split("  ").next()).collect();
    assert_eq!(listed.iter().map(|name| name.trim()).collect::<Vec<_>>(), NAMES);
    for name in NAMES {
        let check = folder.run(&["template", "check", name]);
        assert_eq!((check.status, check.stdout.as_str(), check.stderr.as_str()), (0, "", ""), "{name}");
        let show = folder.run(&["template", "show", name]);
        assert_eq!(show.status, 0, "{show:?}");
        assert!(show.stdout.contains("It uses:\n") && show.stdout.contains("labels\n"), "{}", show.stdout);
        let schema = folder.run(&["template", "schema", name]).json();
        assert!(schema["properties"]["labels"]["properties"].is_object(), "{schema}");
    }
}

#[test]
fn a_built_in_template_becomes_a_file_to_edit() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["template", "show", "report-rows", "-o", "mine.docx"]).status, 0);
    assert!(std::fs::read(folder.path("mine.docx")).unwrap().starts_with(b"PK"));
    let check = folder.run(&["template", "check", "mine.docx"]);
    assert_eq!((check.status, check.stdout.as_str()), (0, ""));
    assert_eq!(folder.run(&["template", "show", "summary.md.j2", "-o", "mine.md.j2"]).status, 0);
    assert!(folder.read("mine.md.j2").starts_with("# {{ title }}"));
    assert_eq!(folder.run(&["template", "check", "--data", "summary", "mine.md.j2"]).status, 0);
}

#[test]
fn all_errors_are_printed_with_their_places_and_marked_in_a_copy() {
    let folder = Folder::new();
    let bad = "Hello ‹‹ cover.plaze ›› there\n| a | ‹‹ cover.title\\|uper ›› |\n‹% for item in items %›\n‹‹ item.titel ››\n%header ‹‹ cover.number";
    folder.write("bad.docx", &word(bad));
    let run = folder.run(&["template", "check", "bad.docx", "--annotate", "marked.docx"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""), "{run:?}");
    let expected = "\
bad.docx: word/document.xml, paragraph 1 \"Hello {{ cover.plaze }} there\": the data has no cover.plaze (did you mean cover.place?)
bad.docx: word/document.xml, table 1 row 1 cell 2 \"{{ cover.title|uper }}\": there is no filter uper (did you mean upper?)
bad.docx: word/document.xml, paragraph 2 \"{% for item in items %}\": for is not closed: no endfor follows
bad.docx: word/document.xml, paragraph 3 \"{{ item.titel }}\": the data has no item.titel (did you mean item.title?)
bad.docx: word/header1.xml, paragraph 1 \"{{ cover.number\": the tag is not closed by }} in its paragraph
";
    assert_eq!(run.stdout, expected);
    let copy = std::fs::read(folder.path("marked.docx")).unwrap();
    let copy = word_document::read(&copy, &word_document::Limits::default()).unwrap();
    let text = word_document::outline_text(&copy);
    for comment in
        ["{{ cover.plaze }}: the data has no cover.plaze", "Did you mean item.title?", "word/header1.xml"]
    {
        assert!(text.contains(comment), "{comment}: {text}");
    }
    let run = folder.run(&["template", "check", "bad.docx", "--format", "json"]);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.json()[1],
        json!({
            "template": "bad.docx", "kind": "unknown_function", "part": "word/document.xml", "paragraph": 1, "table": 1,
            "row": 1, "cell": 2, "line": null, "quoted": "{{ cover.title|uper }}", "tag": "{{ cover.title|uper }}",
            "message": "there is no filter uper", "suggestion": "upper"
        })
    );
}

#[test]
fn text_templates_are_checked_by_line() {
    let folder = Folder::new();
    folder.write("bad.html.j2", b"<p>{{ cover.titel }}</p>\n{% if items %}\n{% include 'more.html.j2' %}\n");
    folder.write("more.html.j2", b"{{ itms }}");
    let run = folder.run(&["template", "check", "bad.html.j2"]);
    let expected = "\
bad.html.j2: line 1 \"<p>{{ cover.titel }}</p>\": the data has no cover.titel (did you mean cover.title?)
bad.html.j2: line 2 \"{% if items %}\": if is not closed: no endif follows
more.html.j2: line 1 \"{{ itms }}\": the data has no itms (did you mean items?)
";
    assert_eq!((run.status, run.stdout.as_str()), (1, expected));
}

#[test]
fn what_a_template_uses_is_nested_and_described() {
    let folder = Folder::new();
    folder.write("mine.docx", &word("‹% for item in items %›‹‹ item.title ››‹% for d in item.documents %›‹‹ d.number ››‹% endfor %›‹% endfor %›"));
    let schema = folder.run(&["template", "schema", "mine.docx"]).json();
    let item = &schema["properties"]["items"]["items"]["properties"];
    assert_eq!(schema["properties"]["items"]["type"], "array");
    assert_eq!(item["title"]["type"], "string");
    assert!(item["title"]["description"].is_string());
    assert_eq!(
        item["documents"]["items"]["properties"].as_object().unwrap().keys().collect::<Vec<_>>(),
        ["number"]
    );
    assert_eq!(schema["properties"].as_object().unwrap().len(), 1);
}

#[test]
fn partials_lie_beside_the_template() {
    let folder = Folder::new();
    folder.write("main.docx", &word("Before\n‹% include \"part.docx\" %›\nAfter"));
    folder.write("part.docx", &word("Title: ‹‹ cover.title ››"));
    folder.write("data.json", br#"{"header": {"title": "Sensors"}}"#);
    assert_eq!(folder.run(&["template", "check", "main.docx"]).status, 0);
    let run = folder.run(&["render", "data.json", "-t", "main.docx", "-o", "out.docx"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let out = std::fs::read(folder.path("out.docx")).unwrap();
    let out = word_document::read(&out, &word_document::Limits::default()).unwrap();
    assert!(word_document::outline_text(&out).contains("Title: Sensors"));
}

#[test]
fn wrong_usage_and_unreadable_files_end_as_everywhere() {
    let folder = Folder::new();
    folder.write("not.docx", b"no Word file");
    folder.write("good.docx", &word("‹‹ cover.title ››"));
    for (arguments, status, line) in [
        (&["show", "report"][..], 2, "report: there is no built-in template of this name"),
        (&["show", "agenda", "-o", "agenda.txt"], 2, "agenda.txt: the template's name has to end in .docx"),
        (&["check", "reprt"], 2, "reprt: there is no built-in template of this name"),
        (&["check", "absent.docx"], 4, "absent.docx: there is no such file"),
        (&["check", "not.docx"], 4, "not.docx: "),
        (&["check", "not.docx", "good.docx"], 3, "not.docx: "),
        (&["check", "good.docx", "--annotate", "good.docx"], 2, "the output would replace an input"),
        (&["check", "good.docx", "agenda", "--annotate", "a.docx"], 2, "only one template"),
        (&["check", "summary.md.j2", "--annotate", "a.docx"], 2, "a text template cannot have Word comments"),
        (&["schema", "absent.docx"], 4, "absent.docx: there is no such file"),
    ] {
        let run = folder.run(&[&["template"], arguments].concat());
        assert_eq!(run.status, status, "{run:?}");
        assert!(run.stderr.contains(line), "{}", run.stderr);
    }
}
