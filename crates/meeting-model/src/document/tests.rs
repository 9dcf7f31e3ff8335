//! A document in JSON: there and back, in its schema, and written by hand.

use serde_json::{Value, json};

use super::*;
use crate::{
    ActionPlanItem, Block, ClockTime, Confidence, DocumentNumber, ItemDocument, Language, Location, Outcome,
    OutgoingLiaison, Paragraph, Proposed, Sector, Severity, Span, Status, Table, Verb,
};

fn number(text: &str) -> DocumentNumber {
    text.parse().unwrap()
}

fn place(block: usize) -> Location {
    Location {
        part: "word/document.xml".into(),
        block,
        para_id: Some("0A1B2C3D".into()),
        ..Location::default()
    }
}

/// A document with something of most kinds in it.
fn sample() -> Document {
    let text = Paragraph { text: "Opening remarks".into(), label: Some("a)".into()), at: place(2) };
    let table = Table {
        rows: vec![vec![Some("1".into()), None]],
        spans: vec![Span { row: 0, column: 0, row_span: 1, column_span: 2 }],
        at: place(3),
    };
    let blocks = vec![Block::Paragraph(text), Block::Table(table)];
    Document {
        kind: Kind::MeetingReport,
        kind_reasons: vec!["the title says report".into()],
        header: Header {
            number: Some(number("SG99-TD7R1/GEN")),
            sector: Some(Sector::Standardization),
            language: Some(Language::English),
            start_date: Some(jiff::civil::date(2026, 2, 3)),
            r#abstract: Some("What was said.".into()),
            ..Header::default()
        },
        sections: vec![Section {
            number: Some("1".into()),
            level: 1,
            blocks,
            at: place(1),
            ..Section::default()
        }],
        items: vec![Item {
            documents: vec![ItemDocument {
                number: number("C4"),
                part: Some("D.3".into()),
                introduced: None,
            }],
            proposed: vec![Proposed::ToNote],
            outcomes: vec![Outcome::CarriedForward],
            ..Item::default()
        }],
        decisions: vec![decision()],
        actions: vec![Action {
            status: Status::Done,
            due: Some(jiff::civil::date(2026, 3, 1)),
            ..Action::default()
        }],
        meetings: vec![Meeting { start_time: ClockTime::new(9, 30), ..Meeting::default() }],
        work_items: vec![WorkItem { designation: "Z.demo".into(), ..WorkItem::default() }],
        outgoing_liaisons: vec![OutgoingLiaison {
            document: Some(number("TD9/WP1")),
            for_action: vec!["SG98".into()],
            ..OutgoingLiaison::default()
        }],
        liaison: Some(Liaison { reply_to: Some(number("SG98-LS3")), ..Liaison::default() }),
        action_plan: Some(ActionPlan { items: vec![ActionPlanItem::default()], ..ActionPlan::default() }),
        diagnostics: vec![Diagnostic {
            code: "odd-date".into(),
            severity: Severity::Warning,
            message: "The day does not fit the week.".into(),
            hint: None,
            at: place(4),
        }],
        ..Document::default()
    }
}

fn decision() -> Decision {
    Decision {
        verb: Verb::Agreed,
        by: Some("the meeting".into()),
        item: Some("1".into()),
        documents: vec![number("C4")],
        text: "The meeting agreed to go on.".into(),
        rule: "body-and-verb".into(),
        confidence: Confidence::Medium,
        at: Location { row: Some(0), column: Some(1), paragraph: Some(0), ..place(3) },
    }
}

#[test]
fn a_document_goes_through_json_unchanged() {
    let document = sample();
    let text = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&text).unwrap(), document);
    assert_eq!(
        serde_json::from_value::<Document>(serde_json::to_value(&document).unwrap()).unwrap(),
        document
    );
}

#[test]
fn a_document_fits_its_schema() {
    let schema = Document::json_schema();
    assert_eq!((&schema["$id"], &schema["title"]), (&json!(SCHEMA), &json!(SCHEMA)));
    let validator = jsonschema::validator_for(&schema).unwrap();
    for document in [sample(), Document::default()] {
        let value = serde_json::to_value(document).unwrap();
        assert_eq!(validator.validate(&value).map_err(|error| error.to_string()), Ok(()));
    }
    assert!(!validator.is_valid(&json!({ "kind": "novel" })));
    assert!(!validator.is_valid(&json!({ "schema": "rapporteur/document/2" })));
}

#[test]
fn the_schema_states_the_form_of_dates_and_names() {
    let schema = Document::json_schema().to_string();
    assert!(schema.contains(r#""format":"date""#));
    assert!(schema.contains(r#""enum":["agenda","meeting_report""#));
}

#[test]
fn what_is_not_stated_is_null_or_empty() {
    let value = serde_json::to_value(sample()).unwrap();
    assert_eq!(value["header"]["title"], Value::Null);
    assert!(value["header"].as_object().unwrap().contains_key("title"));
    assert_eq!(value["header"]["questions"], json!([]));
    assert_eq!(value["groups"], json!([]));
    assert_eq!(value["decisions"][0]["at"]["row"], 0);
    assert_eq!(
        value["sections"][0]["blocks"][0],
        json!({
            "type": "paragraph",
            "text": "Opening remarks",
            "label": "a)",
            "at": { "part": "word/document.xml", "block": 2, "para_id": "0A1B2C3D" },
        })
    );
}

#[test]
fn json_written_by_hand_may_be_short() {
    let text = json!({
        "items": [{ "number": "2.1", "kind": "row", "documents": [{ "number": "TD 16 Rev.1" }] }],
        "decisions": [{ "verb": "noted", "text": "Noted." }],
        "references": [{ "number": "SG99-C-0005" }],
        "groups": [{ "acronym": "RG-X", "officers": [{ "name": "A. Nobody", "from": "2025-01" }] }],
    });
    let document: Document = serde_json::from_value(text).unwrap();
    assert_eq!(document.items[0].documents[0].number.to_string(), "TD16R1");
    assert_eq!(document.references[0].number.to_string(), "SG99-C5");
    assert_eq!(document.decisions[0].confidence, Confidence::High);
    assert_eq!(document.groups[0].officers[0].from.unwrap().to_string(), "2025-01");
}

#[test]
fn data_of_another_version_is_refused() {
    let error = serde_json::from_str::<Document>(r#"{"schema":"rapporteur/document/9"}"#).unwrap_err();
    assert!(error.to_string().contains("rapporteur/document/9"));
}
