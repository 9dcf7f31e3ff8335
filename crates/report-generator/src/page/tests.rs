//! What stands in the page, whatever stands in the documents.

use meeting_model::{Language, MeetingRecord};
use serde_json::json;

use super::*;

const HOSTILE: &str = "</script></style><img src=x onerror=alert(1)>\"'`&<!--";

/// A meeting of every kind of element, in which every text is hostile.
fn hostile() -> MeetingRecord {
    serde_json::from_value(json!({
        "meeting": {"group": HOSTILE, "place": HOSTILE, "title": HOSTILE, "study_period": HOSTILE,
            "start_date": "2027-07-05", "end_date": "2027-07-09"},
        "register": [{"number": "SG13-C31", "series": "C", "revisions": ["SG13-C31"], "title": HOSTILE,
            "files": {"SG13-C31": {"en": "javascript:alert(1)//<x> \"é.docx", "fr": "a/b #1?.docx"}},
            "languages": ["en", "fr"], "sources": [HOSTILE, "B"], "questions": [HOSTILE], "readable": true}],
        "items": [{"number": HOSTILE, "title": HOSTILE, "text": HOSTILE.repeat(12), "sources": [HOSTILE],
            "presented_by": HOSTILE, "documents": [{"number": "C31", "part": HOSTILE}]}],
        "decisions": [{"verb": "agreed", "text": HOSTILE, "by": HOSTILE, "item": HOSTILE}],
        "actions": [{"id": HOSTILE, "assignee": HOSTILE, "text": HOSTILE, "sub_items": [HOSTILE],
            "requested_of": HOSTILE, "item": HOSTILE, "due": "2027-08-01"}],
        "meetings": [{"group": HOSTILE, "title": HOSTILE, "place": HOSTILE, "topics": HOSTILE, "time_zone": HOSTILE,
            "start_date": "2027-10-04", "start_time": "09:00", "deadline": "2027-09-20"}],
        "liaisons": [{"number": "SG13-LS4", "direction": "outgoing", "title": HOSTILE, "from": [HOSTILE],
            "to": [HOSTILE], "deadline": "2027-09-01"}],
        "missing": [{"number": "SG13-C99", "known_from": ["index", HOSTILE]}],
        "findings": [{"code": HOSTILE, "severity": "error", "message": HOSTILE, "file": "javascript:alert(1)",
            "index": HOSTILE, "cover": HOSTILE, "agenda_items": [HOSTILE]}],
    }))
    .unwrap()
}

fn made(record: &MeetingRecord, language: Language) -> String {
    let settings =
        PageSettings { language, files: "../in", explain: &|_| Some("It says <b>so</b>.\n\nDo this.") };
    meeting_page(record, &settings).unwrap()
}

/// All tags of the page, style and script left out.
fn tags(page: &str) -> Vec<String> {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (body, rest) = rest.rsplit_once("<script>").unwrap();
    let (_, after) = rest.split_once("</script>").unwrap();
    let text = [before, body, after].concat();
    text.split('<').skip(1).map(|tag| tag.split('>').next().unwrap().to_owned()).collect()
}

#[test]
fn what_a_document_says_is_never_markup() {
    let page = made(&hostile(), Language::English);
    let known = made(&MeetingRecord::default(), Language::English);
    assert!(!page.contains(HOSTILE), "it is escaped everywhere");
    assert!(
        page.contains(
            "&lt;/script&gt;&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt;&quot;&#39;`&amp;&lt;!--"
        )
    );
    for tag in tags(&page) {
        let name = tag.split([' ', '\n']).next().unwrap();
        assert!(!matches!(name, "img" | "iframe" | "object" | "base" | "b>"), "<{tag}>");
        // An attribute of the page's own templates: none is a handler or a style of its own.
        let names: String = tag.split('"').step_by(2).collect();
        assert!(!names.contains(" on") && !names.contains(" style="), "<{tag}>");
    }
    assert_eq!(page.matches("<script").count(), known.matches("<script").count());
    assert_eq!(page.matches("</style>").count(), 1);
}

#[test]
fn a_link_leads_to_a_file_or_into_the_page() {
    let page = made(&hostile(), Language::English);
    let targets: Vec<String> = tags(&page)
        .iter()
        .filter(|tag| tag.starts_with("a "))
        .map(|tag| tag.split_once("href=\"").unwrap().1.split('"').next().unwrap().to_owned())
        .collect();
    assert!(targets.iter().any(|to| to == "../in/javascript%3Aalert%281%29//%3Cx%3E%20%22%C3%A9.docx"));
    assert!(targets.iter().any(|to| to == "../in/a/b%20%231%3F.docx"), "{targets:?}");
    assert!(targets.iter().any(|to| to == "../in/javascript%3Aalert%281%29"));
    for to in &targets {
        assert!(to.starts_with('#') || to.starts_with("../in/"), "{to}");
    }
}

#[test]
fn the_policy_allows_style_and_script_of_the_page_alone() {
    let page = made(&hostile(), Language::English);
    let between =
        |from: &str, to: &str| page.split_once(from).unwrap().1.split_once(to).unwrap().0.to_owned();
    let policy = between("Content-Security-Policy\" content=\"", "\">").replace("&#39;", "'");
    let (style, script) = (between("<style>", "</style>"), page.rsplit_once("<script>").unwrap().1);
    let script = script.split_once("</script>").unwrap().0;
    assert!(policy.contains(&format!("style-src {};", assets::hash(&style))), "{policy}");
    assert!(policy.contains(&format!("script-src {};", assets::hash(script))), "{policy}");
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    // `openssl dgst -sha256 -binary | base64` of nothing.
    assert_eq!(assets::hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

#[test]
fn style_and_script_are_no_templates_and_load_nothing() {
    for text in [assets::STYLE, assets::SCRIPT] {
        assert!(!["{{", "{%", "{#", "</"].iter().any(|tag| text.contains(tag)));
        assert!(
            !["url(", "@import", "http:", "https:", "innerHTML", "eval(", "fetch("]
                .iter()
                .any(|way| text.contains(way))
        );
    }
}

#[test]
fn every_section_stands_in_the_page_of_every_language() {
    let sections =
        ["overview", "documents", "items", "decisions", "actions", "timeline", "liaisons", "findings"];
    for &language in Language::ALL {
        let (page, empty) = (made(&hostile(), language), made(&MeetingRecord::default(), language));
        let labels = Labels::of(language).unwrap();
        let root = format!("<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{}\">", labels.direction);
        assert!(page.starts_with(&root), "{}", &page[..80]);
        for section in sections {
            assert!(page.contains(&format!("<section id=\"{section}\"")), "{section}");
            assert!(page.contains(&format!("<li><a href=\"#{section}\"")), "{section}");
        }
        assert_eq!(page.matches("<table class=\"list").count(), sections.len() - 1);
        assert_eq!(page.matches("<caption").count(), page.matches("<table").count());
        let nothing = format!("<p class=\"nothing\">{}</p>", labels.summary.nothing);
        // The timeline of no meeting is empty, too.
        assert_eq!(empty.matches(&nothing).count(), sections.len() - 1);
    }
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    assert_eq!(made(&hostile(), Language::Russian), made(&hostile(), Language::Russian));
}

#[test]
fn ids_are_there_once_and_links_within_the_page_lead_somewhere() {
    let page = made(&hostile(), Language::French);
    let tags = tags(&page);
    let values = |name: &str| -> Vec<String> {
        let from = format!(" {name}=\"");
        let find = |tag: &String| Some(tag.split_once(&from)?.1.split('"').next()?.to_owned());
        tags.iter().filter_map(find).collect()
    };
    let mut ids = values("id");
    ids.sort();
    let all = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands for one place");
    for to in values("href").iter().filter_map(|to| to.strip_prefix('#')) {
        let id = percent_encoding::percent_decode_str(to).decode_utf8().unwrap();
        assert!(ids.contains(&crate::text::html::text(&id)), "{id}");
    }
}

/// A meeting with what an overview and links need.
fn meeting() -> MeetingRecord {
    serde_json::from_value(json!({
        "meeting": {"group": "SG13", "place": "Port Selin", "start_date": "2027-07-05", "end_date": "2027-07-09"},
        "register": [
            {"number": "SG13-TD4R1/GEN", "series": "TD", "revisions": ["SG13-TD4/GEN", "SG13-TD4R1/GEN"],
             "files": {"SG13-TD4/GEN": {"en": "td/4.docx"}, "SG13-TD4R1/GEN": {"ar": "td/4r1-A.docx", "en": "x.ZIP/td/4r1.docx"}},
             "languages": ["en", "ar"], "title": "Report of Tides", "readable": true, "kind": "meeting_report",
             "supersedes_reason": "R1 is the highest", "on_agenda": true, "agenda_items": ["2"], "report_items": ["2", "3"]},
            {"number": "SG13-C7", "series": "C", "revisions": ["SG13-C7"], "languages": ["ar"], "title": "الموانئ",
             "readable": true, "kind": "contribution", "report_items": ["3"]},
            {"number": "SG13-C8", "series": "C", "revisions": ["SG13-C8"], "readable": false},
        ],
        "agenda": {"number": "SG13-TD4R1/GEN"},
        "report": {"number": "SG13-TD4R1/GEN"},
        "items": [
            {"number": "2", "kind": "heading", "title": "Harbours", "agenda_number": "2", "report_number": "2"},
            {"number": "2.1", "section": "2", "title": "Depth", "report_number": "2.1", "agenda_number": "2.4",
             "documents": [{"number": "TD4", "introduced": false}]},
        ],
        "decisions": [
            {"verb": "noted", "text": "It was noted.", "item": "2.1", "found_in": ["SG13-TD4R1/GEN"]},
            {"verb": "agreed", "text": "It was agreed.", "item": "2.1", "found_in": ["SG13-C7"]},
        ],
        "actions": [
            {"text": "Sound the basin", "due": "2027-07-08", "assignee": "TSB"},
            {"text": "Count the boats", "due": "2027-07-09"},
            {"text": "Mark the rocks", "due": "2027-06-01", "status": "done", "assignee": "Aria Venn"},
        ],
        "missing": [{"number": "SG13-C9", "known_from": ["SG13-C7", "index"]}],
        "findings": [
            {"code": "b-code", "severity": "info", "message": "Less."},
            {"code": "a-code", "severity": "error", "message": "More.", "number": "SG13-C9"},
        ],
    }))
    .unwrap()
}

/// The row with this id.
fn row<'a>(page: &'a str, id: &str) -> &'a str {
    let from = page.find(&format!("<tr id=\"{id}\"")).unwrap_or_else(|| panic!("no row {id}"));
    &page[from..from + page[from..].find("</tr>").unwrap()]
}

#[test]
fn documents_have_their_files_revisions_and_items() {
    let page = made(&meeting(), Language::English);
    let report = row(&page, "documents/SG13-TD4R1/GEN");
    assert!(
        report.contains("<a href=\"../in/x.ZIP\">SG13-TD4R1/GEN</a>"),
        "of a file in an archive, the archive: {report}"
    );
    assert!(report.contains("Earlier: <a href=\"../in/td/4.docx\">SG13-TD4/GEN</a>"), "{report}");
    assert!(report.contains("<a href=\"../in/td/4r1-A.docx\">ar</a>"), "{report}");
    assert!(report.contains("R1 is the highest") && report.contains("On the agenda and in the report"));
    assert!(report.contains("<a href=\"#items/2\">2</a>, 3"), "{report}");
    let arabic = row(&page, "documents/SG13-C7");
    assert!(arabic.contains("<td dir=\"auto\" lang=\"ar\">الموانئ</td>"), "{arabic}");
    assert!(row(&page, "documents/SG13-C8").contains("Not read"));
    let missing = row(&page, "documents/SG13-C9");
    assert!(
        missing.contains("Missing") && missing.contains("<a href=\"#documents/SG13-C7\">SG13-C7</a>, Index"),
        "{missing}"
    );
}

#[test]
fn items_have_what_the_report_decides_on_them() {
    let page = made(&meeting(), Language::English);
    let depth = row(&page, "items/2.1");
    assert!(depth.contains("class=\"l2\"") && depth.contains("on the agenda: 2.4"), "{depth}");
    assert!(
        depth.contains("<a href=\"#documents/SG13-TD4R1/GEN\">(TD4)</a>"),
        "another revision is near enough: {depth}"
    );
    assert!(depth.contains("<a href=\"#decisions/1\">Noted</a>"), "{depth}");
    assert!(!depth.contains("Agreed"), "other documents have items of their own");
}

#[test]
fn actions_are_overdue_by_the_last_day_of_the_meeting() {
    let page = made(&meeting(), Language::English);
    let actions = page.split_once("<section id=\"actions\"").unwrap().1.split_once("</section>").unwrap().0;
    let places: Vec<usize> = ["Aria Venn", "TSB", "Actions without an assignee"]
        .iter()
        .map(|who| actions.find(who).unwrap())
        .collect();
    assert!(places.is_sorted(), "by name, nobody last");
    assert_eq!(actions.matches("Overdue").count(), 1);
    let late = &actions[actions.find("Sound the basin").unwrap()..];
    assert!(late[..late.find("</tr>").unwrap()].contains("<span class=\"chip error\">Overdue</span>"));
}

#[test]
fn the_timeline_is_drawn_where_it_has_a_length() {
    let page = made(&meeting(), Language::English);
    let strip = page.split_once("<svg class=\"strip\"").unwrap().1.split_once("</svg>").unwrap().0;
    assert_eq!(strip.matches("<circle").count(), 4, "the meeting and what is due: {strip}");
    assert!(strip.contains(">2027-07</text>") && strip.contains("<circle class=\"this\""), "{strip}");
    assert!(!made(&MeetingRecord::default(), Language::English).contains("class=\"strip\""));
}

#[test]
fn findings_come_by_severity_and_say_what_they_mean() {
    let page = made(&meeting(), Language::English);
    let findings = page.split_once("<section id=\"findings\"").unwrap().1;
    assert!(findings.find("a-code").unwrap() < findings.find("b-code").unwrap());
    assert!(findings.contains("<p>It says &lt;b&gt;so&lt;/b&gt;.</p><p>Do this.</p>"));
    assert!(row(&page, "findings/2").contains("<a href=\"#documents/SG13-C9\">SG13-C9</a>"));
}

#[test]
fn of_many_documents_that_cite_one_the_first_are_named() {
    let mut record = meeting();
    record.findings[1].cited_in = (1..=12).map(|at| format!("SG13-C{at}").parse().unwrap()).collect();
    let page = made(&record, Language::English);
    let finding = row(&page, "findings/2");
    assert!(finding.contains("C10 +2</td>") && !finding.contains("C11"), "{finding}");
}

#[test]
fn the_page_speaks_the_language_of_the_report() {
    let mut record = meeting();
    assert_eq!(language_of(&record), Language::English);
    record.register[0].languages.reverse();
    assert_eq!(language_of(&record), Language::Arabic);
    (record.agenda, record.report) = (None, None);
    record.register[0].languages.clear();
    assert_eq!(language_of(&record), Language::Arabic, "the one that most documents are in");
    assert_eq!(language_of(&MeetingRecord::default()), Language::English);
}
