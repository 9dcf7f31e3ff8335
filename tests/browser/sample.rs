//! A meeting of many documents, invented, in two ways of writing.

use meeting_model::{Language, MeetingRecord};
use report_generator::page::{PageSettings, meeting_page};
use serde_json::{Value, json};
use tempfile::TempDir;

/// How many documents there are, the missing one not counted.
pub const DOCUMENTS: usize = 60;

/// What would run if it could.
pub const HOSTILE: &str = "</script><img src=x onerror=window.harmed=1><script>window.harmed=1</script>";

/// A page in a folder of its own.
pub struct Page {
    folder: TempDir,
}

impl Page {
    /// The page of the invented meeting in a language.
    pub fn in_language(language: Language) -> Self {
        Self::of(&record(DOCUMENTS), language)
    }

    pub fn of(record: &MeetingRecord, language: Language) -> Self {
        let settings = PageSettings { language, files: "../in", explain: &meeting_checks::explain };
        let page = meeting_page(record, &settings).expect("a page");
        let folder = TempDir::new().expect("there is room");
        std::fs::write(folder.path().join("index.html"), page).expect("it can be written");
        Self { folder }
    }

    /// Its address, with a place in it: `#documents`.
    pub fn at(&self, place: &str) -> String {
        format!("file://{}/index.html{place}", self.folder.path().display())
    }
}

/// Documents alternate between two kinds, three sources and two Questions; every tenth is in Arabic.
pub fn record(documents: usize) -> MeetingRecord {
    let register: Vec<Value> = (1..=documents).map(document).collect();
    serde_json::from_value(json!({
        "meeting": {"group": "SG13", "place": "Port Selin", "start_date": "2027-07-05", "end_date": "2027-07-09",
            "study_period": "2025-2028"},
        "register": register,
        "agenda": {"number": "SG13-TD1/GEN"},
        "report": {"number": "SG13-TD2/GEN"},
        "items": [
            {"number": "1", "kind": "heading", "title": "Opening"},
            {"number": "1.1", "section": "1", "title": "Adoption of the agenda", "text": "Adopted.", "outcomes": ["adopted"],
             "documents": [{"number": "SG13-TD1/GEN"}]},
            {"number": "2", "kind": "heading", "title": "Tides"},
            {"number": "2.1", "section": "2", "title": "Tide tables", "text": "The meeting heard of tides. ".repeat(30),
             "documents": [{"number": "TD3"}, {"number": "TD4", "introduced": false}], "outcomes": ["agreed"]},
        ],
        "decisions": [
            {"verb": "agreed", "text": "It was agreed to print the tables.", "by": "the meeting", "item": "2.1",
             "documents": ["TD3"], "found_in": ["SG13-TD2/GEN"]},
            {"verb": "noted", "text": "The report was noted.", "item": "1.1", "found_in": ["SG13-TD2/GEN"]},
        ],
        "actions": [
            {"id": "SG13-2", "assignee": "TSB", "text": "Print the tables", "due": "2027-09-01", "item": "2.1"},
            {"id": "SG13-1", "assignee": "Aria Venn", "text": "Sound the basin", "due": "2027-07-01"},
            {"text": "Count the boats"},
        ],
        "meetings": [{"group": "SG13", "status": "planned", "start_date": "2027-11-08", "end_date": "2027-11-12",
            "place": "online", "deadline": "2027-10-25"}],
        "liaisons": [
            {"number": "SG13-TD5/GEN", "direction": "incoming", "from": ["SG5"], "to": ["SG13"], "title": "LS on wakes",
             "deadline": "2027-08-30", "answered_by": ["SG13-TD6/GEN"]},
        ],
        "missing": [{"number": "SG13-C900", "known_from": ["SG13-TD2/GEN"]}],
        "findings": [
            {"code": "cited-but-absent", "severity": "warning", "message": "SG13-C900 is cited but is not there",
             "number": "SG13-C900", "cited_in": ["SG13-TD2/GEN"]},
            {"code": "title-differs", "severity": "warning", "message": HOSTILE, "number": "SG13-TD3/GEN",
             "index": HOSTILE, "cover": "Tides"},
            {"code": "duplicate-file", "severity": "info", "message": "One file is there twice", "file": "b (1).docx",
             "same_as": "b.docx"},
        ],
    }))
    .expect("it is a record")
}

const SOURCES: [&str; 3] = ["Norland", "Port of Selin", "TSB"];

fn document(at: usize) -> Value {
    let number = format!("SG13-TD{at}/GEN");
    let arabic = at.is_multiple_of(10);
    let title = if arabic {
        format!("تقرير عن الموانئ {at}")
    } else {
        format!("Harbour study {at}: médium")
    };
    let language = if arabic { "ar" } else { "en" };
    let hostile = if at == 3 { HOSTILE } else { "" };
    let mut files = json!({});
    files[&number] = json!({language: format!("td/T25-SG13-270705-TD-GEN-{at:04}!!MSW-E.docx")});
    json!({
        "number": number, "series": "TD", "revisions": [number], "files": files, "languages": [language],
        "title": format!("{title}{hostile}"), "sources": [SOURCES[at % 3]],
        "kind": if at.is_multiple_of(2) { "contribution" } else { "other" },
        "questions": [if at.is_multiple_of(3) { "Q4/13" } else { "Q10/13" }],
        "on_agenda": at < 5, "agenda_items": if at < 5 { json!(["2.1"]) } else { json!([]) },
        "outcomes": if at < 5 { json!(["agreed"]) } else { json!([]) }, "readable": at != 7,
    })
}
