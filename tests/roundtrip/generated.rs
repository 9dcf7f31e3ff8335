//! Reports made by chance: small, and as such reports are.

use meeting_model::Document;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use crate::support::{LISTS, again, differences};

const TITLES: &[&str] = &[
    "Captions in regional meetings",
    "Numbers of revisions",
    "A shorter cover page",
    "LS/i on the wording of liaison statements [from ITU-T SG2]",
];
const SOURCES: &[&str] = &["TSB", "Uruguay", "Fjordnett AS (Norway)", "Rapporteur, RG-MDP"];
/// Sentences that dispose of a matter, with their verbs.
const DECISIONS: &[(&str, &str)] = &[
    ("noted", "The report was noted by the meeting."),
    ("agreed", "It was agreed to keep the example."),
    ("approved", "The meeting approved the report."),
];
const REMARKS: &[&str] = &["Several members welcomed the work.", "Two members wanted more time."];

/// An item: a row, or a numbered paragraph.
#[derive(Debug, Clone)]
struct Business {
    is_row: bool,
    title: &'static str,
    sources: Vec<&'static str>,
    /// Whether each of its documents was introduced.
    documents: Vec<bool>,
    asked: bool,
    presented: bool,
    decision: Option<(&'static str, &'static str)>,
    remark: Option<&'static str>,
    /// Whether its action stands in the list at the front too, where it has one.
    action: Option<bool>,
}

fn business() -> impl Strategy<Value = Business> {
    let words = (select(TITLES), subsequence(SOURCES, 1..3), prop::collection::vec(any::<bool>(), 0..3));
    let said = (any::<bool>(), any::<bool>(), prop::option::of(select(DECISIONS)));
    let more = (prop::option::of(select(REMARKS)), prop::option::of(any::<bool>()));
    (prop::bool::weighted(0.7), words, said, more).prop_map(
        |(is_row, (title, sources, documents), (asked, presented, decision), (remark, action))| Business {
            is_row,
            title,
            sources,
            documents,
            asked,
            presented,
            decision,
            remark,
            action,
        },
    )
}

/// A meeting that lies ahead: its day in November, its hours, whether it is online, and its topic.
fn meeting() -> impl Strategy<Value = Value> {
    let topic = select(vec!["numbers of revisions", "open points of the cover page"]);
    (1u32..28, 8u32..17, any::<bool>(), any::<bool>(), topic).prop_map(
        |(day, hour, is_online, due, topic)| {
            let day = |month: u32| format!("2026-{month:02}-{day:02}");
            json!({"group": "RG-MDP", "status": "planned", "start_date": day(11), "end_date": day(11),
            "start_time": format!("{hour:02}:00"), "end_time": format!("{:02}:30", hour + 1),
            "time_zone": "CET", "place": if is_online { "online" } else { "Geneva" }, "topics": topic,
            "deadline": due.then(|| day(10))})
        },
    )
}

/// A document being written.
#[derive(Default)]
struct Sheet {
    items: Vec<Value>,
    documents: Vec<Value>,
    actions: Vec<Value>,
    listed: Vec<Value>,
    decisions: Vec<Value>,
}

impl Sheet {
    fn section(&mut self, section: usize, all: Vec<Business>) {
        self.items
            .push(json!({"number": section.to_string(), "kind": "heading", "title": "Work in progress"}));
        for (business, at) in all.into_iter().zip(1..) {
            let number = format!("{section}.{at}");
            let base = (section * 100 + at) * 10;
            if business.is_row {
                self.row(&section.to_string(), &number, base, &business);
            } else {
                self.paragraph(&section.to_string(), &number, base);
            }
        }
    }

    fn paragraph(&mut self, section: &str, number: &str, base: usize) {
        let text = format!("{number} The agenda in TD{base} was approved.");
        let document = format!("TD{base}");
        self.items.push(json!({"number": number, "kind": "paragraph", "section": section, "text": text,
            "documents": [{"number": document}], "outcomes": ["approved"]}));
        self.decisions.push(json!({"verb": "approved", "by": "the meeting", "item": number,
            "documents": [document], "text": format!("The agenda in TD{base} was approved.")}));
    }

    fn row(&mut self, section: &str, number: &str, base: usize, business: &Business) {
        let document = |at: usize| format!("TD{}", base + at);
        let documents: Vec<Value> = business
            .documents
            .iter()
            .enumerate()
            .map(|(at, introduced)| json!({"number": document(at), "introduced": introduced}))
            .collect();
        let numbers: Vec<String> = (0..documents.len()).map(document).collect();
        let mut lines: Vec<String> = Vec::new();
        let mut outcomes = Vec::new();
        if business.asked {
            lines.push("To note.".to_owned());
        }
        if business.presented {
            lines.push("Presented by TSB.".to_owned());
            outcomes.push("presented");
        }
        lines.extend(business.remark.map(str::to_owned));
        if let Some((verb, sentence)) = business.decision {
            lines.push(sentence.to_owned());
            outcomes.push(verb);
            self.decisions
                .push(json!({"verb": verb, "by": "the meeting", "item": number, "documents": numbers,
                "text": sentence}));
        }
        if let Some(is_listed) = business.action {
            lines.push(self.action(number, base, is_listed));
        }
        for (at, introduced) in business.documents.iter().enumerate() {
            self.document(&document(at), *introduced, business);
        }
        self.items.push(json!({"number": number, "kind": "row", "section": section, "title": business.title,
            "sources": business.sources, "documents": documents, "outcomes": outcomes,
            "proposed": if business.asked { vec!["to_note"] } else { Vec::new() },
            "presented_by": business.presented.then_some("TSB"),
            "text": Some(lines.join("\n")).filter(|text| !text.is_empty())}));
    }

    fn action(&mut self, number: &str, base: usize, is_listed: bool) -> String {
        let text = format!("WP2 to request TSAG to approve TD{base}R1 by 30 November 2026.");
        let action = |id: Option<&str>, same_as: Option<&str>, origin: &str, item: Option<&str>| {
            json!({"id": id, "same_as": same_as, "assignee": "WP2", "requested_of": "TSAG", "text": text,
                "documents": [format!("TD{base}R1")], "due": "2026-11-30", "origin": origin, "item": item})
        };
        let id = format!("RG-MDP-{}", self.listed.len() + 1);
        if is_listed {
            self.listed.push(action(Some(&id), None, "list", None));
        }
        self.actions.push(action(None, is_listed.then_some(id.as_str()), "item", Some(number)));
        format!("Action: {text}")
    }

    fn document(&mut self, number: &str, introduced: bool, business: &Business) {
        let position = self.documents.len() + 1;
        let url = introduced.then(|| format!("https://example.org/{number}"));
        self.documents.push(json!({"position": position, "category": "contribution", "number": number,
            "introduced": introduced, "sources": business.sources, "title": business.title, "url": url}));
    }

    fn finish(mut self, points: bool, meetings: Vec<Value>) -> Document {
        if points {
            self.listed.push(json!({"id": format!("RG-MDP-{}", self.listed.len() + 1), "assignee": "TSB",
                "text": "TSB to update the page of the group:", "origin": "list",
                "sub_items": ["the officers", "the list of documents"]}));
        }
        self.documents.push(json!({"position": self.documents.len() + 1, "category": "report",
            "number": "TSAG-TD618", "introduced": true, "reserved": true, "sources": ["Rapporteur, RG-MDP"],
            "title": "Reserved for: Report of the meeting"}));
        let held = json!({"group": "RG-MDP", "status": "held", "start_date": "2026-10-06",
            "end_date": "2026-10-06", "start_time": "09:30", "end_time": "10:45", "place": "Geneva",
            "reports": ["TSAG-TD618"]});
        let actions: Vec<Value> = self.listed.into_iter().chain(self.actions).collect();
        let meetings: Vec<Value> = std::iter::once(held).chain(meetings).collect();
        serde_json::from_value(json!({
            "header": {"number": "TSAG-TD618", "sector": "ITU-T", "group": "TSAG", "study_period": "2025-2028",
                "language": "en", "place": "Geneva", "start_date": "2026-10-05", "end_date": "2026-10-09",
                "source": "Rapporteur, RG-MDP", "title": "Draft report of the RG-MDP meeting",
                "document_type": "TD"},
            "items": self.items, "documents": self.documents, "actions": actions,
            "decisions": self.decisions, "meetings": meetings
        }))
        .unwrap()
    }
}

fn report() -> impl Strategy<Value = Document> {
    let sections = prop::collection::vec(prop::collection::vec(business(), 0..4), 1..4);
    (sections, any::<bool>(), prop::collection::vec(meeting(), 0..3)).prop_map(
        |(sections, points, meetings)| {
            let mut sheet = Sheet::default();
            sheet.items.push(json!({"number": "0", "kind": "heading", "title": "Introduction",
            "text": "A meeting of RG-MDP took place on 6 October 2026 (09:30-10:45)."}));
            for (all, section) in sections.into_iter().zip(1..) {
                sheet.section(section, all);
            }
            sheet.finish(points, distinct(meetings))
        },
    )
}

/// No two meetings on one day: a person would take them for one.
fn distinct(mut meetings: Vec<Value>) -> Vec<Value> {
    let day = |meeting: &Value| meeting["start_date"].to_string();
    meetings.sort_by_key(day);
    meetings.dedup_by_key(|meeting| day(meeting));
    meetings
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn reports_made_by_chance_come_back_in_rows(document in report()) {
        let differences = differences(&document, &again("report-rows", &document), &LISTS, &[]);
        prop_assert!(differences.is_empty(), "{}", differences.join("\n"));
    }

    #[test]
    fn reports_made_by_chance_come_back_in_prose(document in report()) {
        let differences = differences(&document, &again("report-prose", &document), &LISTS, &["kind"]);
        prop_assert!(differences.is_empty(), "{}", differences.join("\n"));
    }
}
