//! Summaries of small documents.

use jiff::civil::date;
use serde_json::{Value, json};

use super::*;

fn document(value: Value) -> Document {
    serde_json::from_value(value).unwrap()
}

fn report() -> Document {
    document(json!({
        "file": { "name": "T25-SG90-260203-TD-GEN-0020!!MSW-E.docx" },
        "kind": "meeting_report",
        "header": { "number": "SG90-TD20/GEN", "group": "SG90", "title": "Report", "start_date": "2026-02-03" },
        "actions": [
            { "text": "Send the list of editors to TSB.", "assignee": "Rapporteur", "origin": "item", "item": "4.2",
              "same_as": "A90-1" },
            { "id": "A90-1", "text": "Send the list of editors to the TSB", "assignee": "rapporteur",
              "due": "2026-03-01", "documents": ["TD12"] },
            { "id": "A90-2", "text": "Publish the handbook", "assignee": "TSB", "status": "done" },
            { "id": "A90-3", "text": "Think about it" },
            { "id": "A90-4", "text": "Convene an interim meeting", "assignee": "Rapporteur", "due": "2026-12-24" },
        ],
        "documents": [{ "number": "TD12", "title": "Editors", "url": "https://example.org/td12" }],
    }))
}

fn list() -> Document {
    document(json!({
        "file": { "name": "actions.docx" },
        "header": { "number": "SG90-TD31", "group": "SG90", "start_date": "2026-09-01" },
        "actions": [
            { "id": "A90-4", "text": "Convene an interim meeting.", "assignee": "RAPPORTEUR", "due": "2027-01-15" },
            { "id": "A90-1", "text": "Send the list of all editors to TSB", "assignee": "Rapporteur", "status": "done" },
            { "id": "1", "text": "Publish the handbook", "assignee": "Secretariat" },
        ],
    }))
}

fn on() -> Date {
    date(2026, 10, 1)
}

fn actions(documents: &[Document]) -> Vec<ActionEntry> {
    summarise(documents, &[], Some(What::Actions), on()).actions
}

#[test]
fn an_action_stated_twice_appears_once_with_all_its_places() {
    let actions = actions(&[report(), list()]);
    let shown: Vec<_> = actions
        .iter()
        .map(|one| (one.assignee.as_deref(), one.id.as_deref(), one.status, one.found_in.len()))
        .collect();
    assert_eq!(
        shown,
        [
            (Some("Rapporteur"), Some("A90-4"), Status::Open, 2),
            (Some("rapporteur"), Some("A90-1"), Status::Done, 3),
            (Some("Secretariat"), Some("1"), Status::Open, 1),
            (Some("TSB"), Some("A90-2"), Status::Done, 1),
            (None, Some("A90-3"), Status::Open, 1),
        ]
    );
    assert_eq!(actions[0].due, Some(date(2027, 1, 15)), "the latest document tells the day");
    let sent = &actions[1];
    assert_eq!(sent.documents[0].url.as_deref(), Some("https://example.org/td12"));
    let page = "https://www.itu.int/md/meetingdoc.asp?lang=en&parent=T25-SG90-260203-TD-GEN-0020";
    assert_eq!(sent.found_in[0].url.as_deref(), Some(page));
    assert_eq!(sent.found_in[1].item, None);
    assert_eq!(sent.found_in[2].item.as_deref(), Some("4.2"));
}

#[test]
fn the_order_of_the_documents_changes_nothing() {
    assert_eq!(
        summarise(&[report(), list()], &[], None, on()),
        summarise(&[list(), report()], &[], None, on())
    );
}

#[test]
fn what_is_open_is_overdue_from_the_day_after() {
    let overdue = |day| summarise(&[report()], &[], Some(What::Actions), day).counts.overdue;
    assert_eq!((overdue(date(2026, 3, 1)), overdue(date(2026, 3, 2))), (0, 1));
    let counts = summarise(&[report()], &[], None, on()).counts;
    assert_eq!((counts.actions, counts.open, counts.done, counts.sources), (4, 3, 1, 1));
}

#[test]
fn equal_words_on_other_documents_are_other_actions() {
    let two = document(json!({ "actions": [
        { "text": "Review the document", "documents": ["TD1"], "assignee": "TSB" },
        { "text": "Review the document", "documents": ["TD2"], "assignee": "TSB" },
        { "text": "Review the document", "documents": ["TD1"], "assignee": "TSAG", "origin": "item" },
        { "text": "Review the document", "documents": ["TD1"], "assignee": "TSB", "origin": "cover" },
    ]}));
    assert_eq!(actions(&[two]).len(), 3);
}

#[test]
fn an_action_of_another_document_does_not_take_its_number_for_ours() {
    let other = document(json!({ "header": { "number": "C9" }, "actions": [
        { "text": "Report back", "assignee": "TSB", "same_as": "A90-1", "origin": "cover" },
    ]}));
    assert_eq!(actions(&[report(), other]).len(), 5);
}

#[test]
fn decisions_repeated_in_another_document_appear_once() {
    let decisions = |number: &str| {
        document(json!({ "header": { "number": number }, "decisions": [
            { "verb": "agreed", "item": "3", "text": "The meeting agreed to open the work item on bridges." },
            { "verb": "noted", "item": "4", "documents": ["TD5"], "text": "TD5 was noted." },
            { "verb": "noted", "item": "5", "text": "It was noted." },
            { "verb": "noted", "item": "6", "text": "It was noted." },
        ]}))
    };
    let all = summarise(&[decisions("TD1"), decisions("TD2")], &[], Some(What::Decisions), on()).decisions;
    assert_eq!(all.iter().map(|one| one.found_in.len()).collect::<Vec<_>>(), [2, 2, 2, 2]);
    assert_eq!(all[2].item.as_deref(), Some("5"));
}

#[test]
fn documents_are_those_read_and_those_listed() {
    let agenda = document(json!({
        "file": { "name": "agenda.docx" }, "kind": "agenda",
        "header": { "number": "SG90-TD19", "group": "SG90", "title": "Agenda" },
        "documents": [
            { "number": "TD20", "title": "Report (to come)", "reserved": true, "position": 2 },
            { "number": "C7", "title": "On bridges", "sources": ["Ruritania"], "category": "contribution" },
            { "title": "A text without number" }, { "title": "A text without number" },
        ],
    }));
    let all = summarise(&[agenda, report()], &[], Some(What::Documents), on()).documents;
    let shown: Vec<_> = all
        .iter()
        .map(|one| (one.number.as_ref().map(ToString::to_string), one.title.as_deref(), one.reserved))
        .collect();
    let number = |number: &str| Some(number.to_owned());
    assert_eq!(
        shown,
        [
            (number("SG90-C7"), Some("On bridges"), false),
            (number("SG90-TD12"), Some("Editors"), false),
            (number("SG90-TD19"), Some("Agenda"), false),
            (number("SG90-TD20/GEN"), Some("Report"), false),
            (None, Some("A text without number"), false),
        ]
    );
    assert_eq!(all[3].found_in[0].item.as_deref(), Some("2"));
}

#[test]
fn meetings_are_merged_and_put_in_order_of_their_days() {
    let plan = document(json!({
        "header": { "number": "TD1", "start_date": "2026-01-01" },
        "meetings": [
            { "group": "RG-B", "start_date": "2026-11-03", "end_date": "2026-11-05", "deadline": "2026-10-20" },
            { "group": "RG-A", "start_date": "2026-05-04", "start_time": "13:00", "time_zone": "CEST" },
            { "group": "RG-C" },
        ],
        "liaison": { "deadline": "2026-10-20" },
    }));
    let later = document(json!({
        "header": { "number": "TD2", "start_date": "2026-06-01" },
        "meetings": [
            { "group": "RG-A", "start_date": "2026-05-04", "status": "held", "reports": ["TD9"], "place": "online" },
        ],
    }));
    let summary = summarise(&[plan, later], &[], Some(What::Meetings), on());
    let shown: Vec<_> = summary
        .meetings
        .iter()
        .map(|one| (one.group.as_deref().unwrap(), one.ahead, one.status, one.found_in.len()))
        .collect();
    assert_eq!(
        shown,
        [
            ("RG-A", false, meeting_model::MeetingStatus::Held, 2),
            ("RG-B", true, meeting_model::MeetingStatus::Planned, 1),
            ("RG-C", true, meeting_model::MeetingStatus::Planned, 1),
        ]
    );
    let kinds: Vec<_> = summary.deadlines.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [DeadlineKind::Contributions, DeadlineKind::Reply]);
}

#[test]
fn a_record_of_a_meeting_tells_where_its_elements_are_from() {
    let record: MeetingRecord = serde_json::from_value(json!({
        "meeting": { "group": "SG90", "start_date": "2026-02-03" },
        "register": [{
            "number": "SG90-TD20/GEN", "title": "Report", "languages": ["en"],
            "files": { "SG90-TD20/GEN": { "en": "td/T25-SG90-260203-TD-GEN-0020!!MSW-E.docx" } },
        }],
        "actions": [{ "text": "Send the list", "assignee": "TSB", "item": "4", "found_in": ["SG90-TD20/GEN", "SG90-TD21"] }],
        "liaisons": [{ "number": "SG90-TD8", "from": ["SG91"], "deadline": "2026-04-01", "title": "LS on bridges" }],
    }))
    .unwrap();
    let summary = summarise(&[], &[record], None, on());
    assert_eq!(summary.sources.len(), 1);
    let [action] = summary.actions.as_slice() else { panic!("one action") };
    assert_eq!(action.found_in[0].file.as_deref(), Some("td/T25-SG90-260203-TD-GEN-0020!!MSW-E.docx"));
    assert!(action.found_in[0].url.is_some());
    assert_eq!(action.found_in[1].number.as_ref().unwrap().to_string(), "SG90-TD21");
    assert_eq!(summary.deadlines[0].group.as_deref(), Some("SG91"));
    assert_eq!(summary.documents.len(), 1);
}

fn view(language: meeting_model::Language) -> Value {
    let labels = crate::Labels::of(language).unwrap();
    view_of(&summarise(&[report(), list()], &[], None, on()), &labels)
}

#[test]
fn templates_see_the_names_of_a_document_and_those_of_a_summary() {
    let view = view(meeting_model::Language::English);
    assert_eq!(view["cover"]["group"], "SG90");
    assert_eq!(view["on"], "1 October 2026");
    let group = &view["actions_by_assignee"][0];
    assert_eq!((&group["heading"], &group["open"]), (&json!("Actions for Rapporteur"), &json!(1)));
    assert_eq!(group["actions"].as_array().unwrap().len(), 2);
    let action = &group["actions"][1];
    assert_eq!(action["found_in"], "SG90-TD20/GEN");
    assert_eq!(action["places"][2]["shown"], "SG90-TD20/GEN, item 4.2");
    assert_eq!(action["due"], "1 March 2026");
    assert_eq!(action["documents"][0]["url"], "https://example.org/td12");
    assert_eq!(view["documents"].as_array().unwrap().len(), 3);
}

#[test]
fn the_schema_describes_the_data() {
    let schema = view_schema();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for &language in meeting_model::Language::ALL {
        let view = view(language);
        assert!(validator.is_valid(&view), "{:?}", validator.iter_errors(&view).next());
        let names = |value: &Value| {
            value.as_object().unwrap().keys().cloned().collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(names(&view), names(&schema["properties"]));
    }
}

#[test]
fn an_address_that_would_run_something_is_left_out() {
    let bad = document(json!({ "actions": [{ "text": "x", "documents": ["TD1"] }],
        "documents": [{ "number": "TD1", "url": "javascript:alert(1)" }] }));
    let labels = crate::Labels::of(meeting_model::Language::English).unwrap();
    let view = view_of(&summarise(&[bad], &[], None, on()), &labels);
    assert!(!view.to_string().contains("javascript"), "{view}");
}

#[test]
fn the_built_in_templates_write_every_kind_in_every_language() {
    use crate::text::TextForm;
    let kinds =
        [None, Some(What::Actions), Some(What::Decisions), Some(What::Documents), Some(What::Meetings)];
    for &language in meeting_model::Language::ALL {
        let labels = crate::Labels::of(language).unwrap();
        for what in kinds {
            let summary = summarise(&[report(), list()], &[], what, on());
            for form in [TextForm::Markdown, TextForm::Html] {
                let text = as_text(&summary, &labels, &text_template(form))
                    .unwrap_or_else(|error| panic!("{error}"));
                assert!(!text.contains('{') || form == TextForm::Html, "{text}");
            }
        }
    }
}

#[test]
fn a_summary_in_markdown_has_a_table_for_each_who_must_act() {
    use crate::text::TextForm;
    let labels = crate::Labels::of(meeting_model::Language::English).unwrap();
    let summary = summarise(&[report(), list()], &[], Some(What::Actions), date(2027, 2, 1));
    let text = as_text(&summary, &labels, &text_template(TextForm::Markdown)).unwrap();
    assert!(text.contains("\n## Actions for Rapporteur\n\n| ID | Action |"), "{text}");
    assert!(text.contains("| 15 January 2027 | **Overdue** | [SG90-TD20/GEN]("), "{text}");
    assert_eq!(text.matches("\n## ").count(), 4, "{text}");
}
