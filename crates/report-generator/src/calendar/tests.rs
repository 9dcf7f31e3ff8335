//! Calendars are read back by the crate's own parser.

use jiff::civil::date;
use meeting_model::{Document, Language};
use serde_json::{Value, json};

use super::*;
use crate::summary::summarise;

fn made(document: &Value, language: Language) -> String {
    let document: Document = serde_json::from_value(document.clone()).unwrap();
    calendar(&summarise(&[document], &[], None, date(2026, 1, 15)), &Labels::of(language).unwrap())
}

fn example() -> Value {
    json!({
        "header": { "number": "SG90-TD20", "source": "SG90" },
        "file": { "name": "T25-SG90-260203-TD-GEN-0020!!MSW-E.docx" },
        "meetings": [
            { "group": "RG-A", "title": "Interim, meeting; two", "start_date": "2026-02-10", "start_time": "13:00",
              "end_time": "15:30", "time_zone": "CET", "place": "online", "topics": "Bridges\nand roads" },
            { "group": "RG-B", "start_date": "2026-03-02", "end_date": "2026-03-06", "deadline": "2026-02-18" },
            { "group": "RG-C", "start_date": "2026-04-01", "start_time": "09:00", "end_time": "10:00", "time_zone": "Seoul" },
            { "group": "RG-D", "start_date": "2026-05-04", "end_date": "2026-05-06", "start_time": "14:00",
              "end_time": "16:00", "time_zone": "UTC" },
            { "group": "RG-E", "start_date": "2026-06-30", "start_time": "22:00", "end_time": "01:00" },
            { "group": "RG-F", "title": "no day" },
        ],
        "actions": [
            { "id": "A-1", "assignee": "TSB", "text": "Publish the list", "due": "2026-12-31", "item": "4" },
            { "id": "A-2", "assignee": "TSB", "text": "Done already", "due": "2026-12-31", "status": "done" },
        ],
        "liaison": { "deadline": "2026-04-15" },
    })
}

/// The entries by their names, each with its lines.
fn entries(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let calendar: Calendar = text.parse().unwrap();
    let events = calendar.components.iter().filter_map(icalendar::CalendarComponent::as_event);
    let lines = |event: &Event| {
        let all = event.properties().values();
        all.map(|one| {
            let parameters = one.params().values().map(|one| format!(";{}={}", one.key(), one.value()));
            (format!("{}{}", one.key(), parameters.collect::<String>()), one.value().to_owned())
        })
        .collect()
    };
    events.map(|event| (event.get_summary().unwrap().to_owned(), lines(event))).collect()
}

#[test]
fn meetings_deadlines_and_open_actions_are_entries() {
    let entries = entries(&made(&example(), Language::English));
    let names: Vec<&str> = entries.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "Action due: TSB: Publish the list",
            "Contributions due: RG-B",
            "RG-A: Interim, meeting; two",
            "RG-B",
            "RG-C",
            "RG-D",
            "RG-E",
            "Reply due: SG90",
        ]
    );
    let meeting = &entries["RG-A: Interim, meeting; two"];
    assert_eq!(meeting["DTSTART;TZID=Europe/Zurich"], "20260210T130000");
    assert_eq!(meeting["DTEND;TZID=Europe/Zurich"], "20260210T153000");
    assert_eq!(
        meeting["DESCRIPTION"],
        "Bridges\nand roads\n13:00-15:30\nTime zone as printed: CET\nFound in: SG90-TD20\n\
         https://www.itu.int/md/meetingdoc.asp?lang=en&parent=T25-SG90-260203-TD-GEN-0020"
    );
    let action = &entries["Action due: TSB: Publish the list"];
    assert_eq!(
        (action["DTSTART;VALUE=DATE"].as_str(), action["TRANSP"].as_str()),
        ("20261231", "TRANSPARENT")
    );
    assert_eq!(action["DTEND;VALUE=DATE"], "20270101");
}

#[test]
fn days_and_hours_are_told_with_care() {
    let entries = entries(&made(&example(), Language::English));
    let days = &entries["RG-B"];
    assert_eq!(
        (days["DTSTART;VALUE=DATE"].as_str(), days["DTEND;VALUE=DATE"].as_str()),
        ("20260302", "20260307")
    );
    let unknown = &entries["RG-C"];
    assert_eq!(unknown["DTSTART"], "20260401T090000", "an unknown zone floats");
    assert!(unknown["DESCRIPTION"].contains("Time zone as printed: Seoul"));
    let daily = &entries["RG-D"];
    assert_eq!(
        (daily["DTSTART"].as_str(), daily["DTEND"].as_str()),
        ("20260504T140000Z", "20260504T160000Z")
    );
    assert_eq!(daily["RRULE"], "FREQ=DAILY;COUNT=3");
    assert_eq!(entries["RG-E"]["DTEND"], "20260701T010000", "a session over midnight");
}

#[test]
fn the_file_is_what_the_standard_asks_for() {
    let text = made(&example(), Language::Russian);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    assert_eq!(text.matches("VERSION:2.0\r\n").count(), 1);
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let entries = entries(&text);
    assert_eq!(entries.len(), 8);
    for lines in entries.values() {
        assert_eq!(lines["DTSTAMP"], "20260115T000000Z");
    }
}

#[test]
fn identities_are_stable_and_all_different() {
    let ids =
        |text: &str| -> Vec<String> { entries(text).values().map(|lines| lines["UID"].clone()).collect() };
    let (one, other) = (made(&example(), Language::English), made(&example(), Language::English));
    assert_eq!(one, other);
    let mut moved = example();
    moved["meetings"][0]["start_time"] = json!("14:00");
    assert_eq!(ids(&one), ids(&made(&moved, Language::English)), "another hour is the same meeting");
    let mut all = ids(&one);
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 8);
}

#[test]
fn without_local_times_no_zone_is_described() {
    let text =
        made(&json!({ "meetings": [{ "group": "A", "start_date": "2026-02-10" }] }), Language::English);
    assert!(!text.contains("VTIMEZONE"));
    assert!(made(&json!({}), Language::English).contains("BEGIN:VCALENDAR"));
}
