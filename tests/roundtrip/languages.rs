//! What reports print in each language is read again in that language.

use meeting_model::{Document, Language, Outcome, Proposed};
use serde_json::{Value, json};

use crate::support::{again, differences};

/// A report whose rows have one outcome each, or ask for one thing each, without a text.
fn report(language: Language) -> Document {
    let row = |at: usize, field: &str, name: &str| {
        json!({"number": format!("1.{at}"), "kind": "row", "section": "1", "title": "TSB 5",
            "documents": [{"number": format!("TD{at}"), "introduced": true}], field: [name]})
    };
    let outcomes = Outcome::ALL.iter().map(|outcome| ("outcomes", outcome.as_str()));
    let proposed = Proposed::ALL.iter().map(|proposed| ("proposed", proposed.as_str()));
    let rows = outcomes.chain(proposed).zip(1..).map(|((field, name), at)| row(at, field, name));
    let heading = json!({"number": "1", "kind": "heading", "title": "ITU-T"});
    let items: Vec<Value> = std::iter::once(heading).chain(rows).collect();
    serde_json::from_value(json!({
        "header": {"number": "SG11-TD5/GEN", "sector": "ITU-T", "group": "SG11", "study_period": "2025-2028",
            "language": language, "start_date": "2026-10-05", "end_date": "2026-10-09", "title": "RG-MDP",
            "place": "Geneva", "document_type": "TD", "source": "TSB"},
        "items": items
    }))
    .unwrap()
}

/// A report with the tables that tell of actions, meetings and documents.
fn tables(language: Language) -> Document {
    let action = |at: usize, status: &str| {
        json!({"id": format!("RG-MDP-{at}"), "assignee": "WP2", "text": "ITU-T A.1", "due": "2026-11-30",
            "status": status, "origin": "list"})
    };
    let meeting = |status: &str, day: &str| {
        json!({"group": "RG-MDP", "status": status, "start_date": day, "end_date": day, "start_time": "09:30",
            "end_time": "10:45", "place": "online"})
    };
    let mut report = serde_json::to_value(report(language)).unwrap();
    report["items"] = json!([{"number": "1", "kind": "heading", "title": "ITU-T"}]);
    report["actions"] = json!([action(1, "open"), action(2, "done"), action(3, "cancelled")]);
    report["meetings"] = json!([meeting("planned", "2026-11-12"), meeting("held", "2026-09-03")]);
    report["documents"] = json!([{"position": 1, "category": "report", "number": "TD5", "introduced": true,
        "sources": ["TSB"], "title": "RG-MDP 5"}]);
    serde_json::from_value(report).unwrap()
}

#[test]
fn tables_of_actions_meetings_and_documents_are_read_in_their_language() {
    let mut lines = Vec::new();
    for &language in Language::ALL {
        let before = tables(language);
        let after = again("report-rows", &before);
        let differences = differences(&before, &after, &["actions", "meetings", "documents"], &["reports"]);
        lines.extend(differences.into_iter().map(|line| format!("{language}: {line}")));
    }
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn labels_of_outcomes_and_requests_are_read_in_their_language() {
    let mut lines = Vec::new();
    for &language in Language::ALL {
        let before = report(language);
        let after = again("report-rows", &before);
        assert_eq!(after.header.language, Some(language));
        for item in &before.items {
            let read = after.items.iter().find(|it| it.number == item.number).cloned().unwrap_or_default();
            if (&read.outcomes, &read.proposed) != (&item.outcomes, &item.proposed) {
                let printed = read.text.unwrap_or_default();
                lines.push(format!(
                    "{language}: {:?} {:?} is printed as {printed:?} and read as {:?} {:?}",
                    item.outcomes, item.proposed, read.outcomes, read.proposed
                ));
            }
        }
    }
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}
