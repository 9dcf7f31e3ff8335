//! parse(render(document)) gives the same items, documents, actions, decisions and meetings.
//!
//! Compared are all fields of these lists, in any order, but for `at`, `rule`, `confidence` and `printed`, and for the
//! `url` of listed documents: a report links numbers that its source did not.

use std::path::{Path, PathBuf};

use meeting_model::{Document, Language};
use minijinja::Value as Data;
use proptest::prelude::*;
use report_generator::word::{self, Partials};
use report_generator::{Labels, View, templates};
use serde_json::{Value, json};

const LISTS: [&str; 5] = ["items", "documents", "actions", "decisions", "meetings"];
const LEFT_ASIDE: [&str; 5] = ["at", "rule", "confidence", "printed", "url"];

fn again(document: &Document) -> Document {
    let labels = Labels::of(document.header.language.unwrap_or(Language::English)).unwrap();
    let view = View::of(document, &labels);
    let template = templates::builtin("report-rows").unwrap();
    let bytes = word::fill(template, &Partials::none(), &Data::from(minijinja::value::Serde(&view))).unwrap();
    meeting_parser::parse(&bytes, "report.docx", &meeting_parser::Limits::default()).unwrap()
}

/// The elements of a list as sorted texts.
fn elements(document: &Document, list: &str) -> Vec<String> {
    let value = serde_json::to_value(document).unwrap();
    let mut texts: Vec<String> = value[list].as_array().unwrap().iter().map(bare).collect();
    texts.sort();
    texts
}

fn bare(element: &Value) -> String {
    let mut element = element.clone();
    let fields = element.as_object_mut().unwrap();
    fields.retain(|key, _| !LEFT_ASIDE.contains(&key.as_str()));
    // Outcomes are a set.
    if let Some(outcomes) = fields.get_mut("outcomes").and_then(Value::as_array_mut) {
        outcomes.sort_by_key(ToString::to_string);
    }
    element.to_string()
}

/// What one has and the other has not.
fn differences(before: &Document, after: &Document) -> Vec<String> {
    let differ = |list: &&str| {
        let (old, new) = (elements(before, list), elements(after, list));
        let lost = old.iter().filter(|text| !new.contains(text)).map(|text| format!("lost: {text}"));
        let made = new.iter().filter(|text| !old.contains(text)).map(|text| format!("new: {text}"));
        lost.chain(made).collect::<Vec<_>>()
    };
    LISTS.iter().flat_map(differ).collect()
}

fn parsed(path: &Path) -> Document {
    let bytes = std::fs::read(path).unwrap();
    meeting_parser::parse(&bytes, "report.docx", &meeting_parser::Limits::default()).unwrap()
}

#[test]
fn reports_of_the_fixtures_come_back() {
    for name in ["report-rows.docx", "report-prose.docx"] {
        let document = parsed(&rapporteur_tests::root().join("fixtures").join(name));
        let differences = differences(&document, &again(&document));
        assert!(differences.is_empty(), "{name}\n{}", differences.join("\n"));
    }
}

/// A report of a rapporteur group, small and as such reports are.
fn report() -> impl Strategy<Value = Document> {
    let titles = prop::sample::select(vec![
        "Captions in regional meetings",
        "Numbers of revisions",
        "A shorter cover page",
    ]);
    let sources = prop::sample::subsequence(
        vec!["TSB", "Uruguay", "Fjordnett AS (Norway)", "Rapporteur, RG-MDP"],
        1..3,
    );
    let verbs = prop::sample::select(vec![
        ("noted", "The report was noted by the meeting."),
        ("agreed", "It was agreed to keep the example."),
        ("approved", "The meeting approved the report."),
    ]);
    let row = (titles, sources, verbs, 1u32..900, any::<bool>(), any::<bool>());
    prop::collection::vec(row, 1..6).prop_map(|rows| {
        let mut items = vec![json!({"number": "0", "kind": "heading", "title": "Introduction",
            "text": "A meeting of RG-MDP took place on 6 October 2026 (09:30-10:45)."}),
            json!({"number": "1", "kind": "heading", "title": "Documents of the meeting"})];
        let (mut documents, mut decisions, mut actions) = (Vec::new(), Vec::new(), Vec::new());
        for (at, (title, sources, (verb, sentence), number, introduced, acts)) in rows.into_iter().enumerate() {
            let item = format!("1.{}", at + 1);
            let number = format!("TD{}", number + 1000 * u32::try_from(at).unwrap());
            items.push(json!({"number": item, "kind": "row", "section": "1", "title": title, "sources": sources,
                "documents": [{"number": number, "introduced": introduced}], "outcomes": [verb], "text": sentence}));
            documents.push(json!({"position": at + 1, "category": "contribution", "number": number,
                "introduced": introduced, "sources": sources, "title": title}));
            decisions.push(json!({"verb": verb, "by": "the meeting", "item": item, "documents": [number], "text": sentence}));
            if acts {
                let text = format!("WP2 to request TSAG to approve {number}R1 by 30 November 2026.");
                actions.push(json!({"id": format!("RG-MDP-{}", at + 1), "assignee": "WP2", "requested_of": "TSAG",
                    "text": text, "documents": [format!("{number}R1")], "due": "2026-11-30"}));
            }
        }
        serde_json::from_value(json!({
            "header": {"number": "TSAG-TD618", "sector": "ITU-T", "group": "TSAG", "study_period": "2025-2028",
                "language": "en", "place": "Geneva", "start_date": "2026-10-05", "end_date": "2026-10-09",
                "source": "Rapporteur, RG-MDP", "title": "Draft report of the RG-MDP meeting", "document_type": "TD"},
            "items": items, "documents": documents, "decisions": decisions, "actions": actions,
            "meetings": [{"group": "RG-MDP", "status": "held", "start_date": "2026-10-06", "end_date": "2026-10-06",
                "start_time": "09:30", "end_time": "10:45", "place": "Geneva"}]
        }))
        .unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn reports_made_by_chance_come_back(document in report()) {
        let differences = differences(&document, &again(&document));
        prop_assert!(differences.is_empty(), "{}", differences.join("\n"));
    }
}

/// Documents outside the project, where they are there; reports that this test knows to differ are none of it.
#[test]
fn items_and_documents_of_other_reports_come_back() {
    let folder = rapporteur_tests::root().join("../shared/corpus/seeds");
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let paths = entries.map(|entry| entry.unwrap().path());
    for path in paths.filter(|path: &PathBuf| path.extension().is_some_and(|ending| ending == "docx")) {
        let document = parsed(&path);
        if document.kind != meeting_model::Kind::MeetingReport {
            continue;
        }
        let after = again(&document);
        for list in LISTS {
            assert!(
                elements(&after, list).len() >= elements(&document, list).len(),
                "{}: {list}",
                path.display()
            );
        }
    }
}
