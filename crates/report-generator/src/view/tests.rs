use meeting_model::{Action, Decision, Document, Item, ItemDocument, ItemKind, Language, Origin, Outcome};

use super::*;

fn english(document: &Document) -> View {
    View::of(document, &Labels::of(Language::English).unwrap())
}

/// A document as the contract writes it, without the fields that it does not need.
fn document(json: &str) -> Document {
    serde_json::from_str(json).unwrap()
}

#[test]
fn nothing_is_a_view_too() {
    let view = english(&Document::default());
    let value = serde_json::to_value(&view).unwrap();
    assert_eq!(value["cover"]["number"], "");
    assert_eq!(value["cover"]["questions"], "N/A");
    assert_eq!(value["language"], "en");
    assert_eq!(value["labels"]["cover"]["source"], "Source");
    assert!(view.sections.is_empty());
}

#[test]
fn the_cover_is_ready_to_be_printed() {
    let view = english(&document(
        r#"{"header": {"number": "TSAG-TD618R1", "sector": "ITU-T", "group": "TSAG", "study_period": "2025-2028",
            "language": "en", "place": "Geneva", "start_date": "2026-10-05", "end_date": "2026-10-09",
            "contacts": [{"name": "Ada Okonjo", "organization": "Lagoon Telecom", "country": "Nigeria"}]}}"#,
    ));
    assert_eq!(view.cover.place_and_dates, "Geneva, 5-9 October 2026");
    assert_eq!(view.cover.original, "English");
    assert_eq!(view.cover.contacts[0].affiliation, "Lagoon Telecom, Nigeria");
    assert_eq!(view.cover.sector_name, "Telecommunication Standardization Sector");
}

#[test]
fn numbers_lead_where_itu_keeps_them() {
    let view = english(&document(
        r#"{"header": {"group": "TSAG", "sector": "ITU-T", "study_period": "2025-2028", "start_date": "2026-10-05"},
            "documents": [{"number": "TD8", "url": "https://example.org/8"}],
            "items": [{"number": "1", "kind": "row", "documents": [{"number": "TD104R1"}, {"number": "C10"},
                {"number": "TD71R2/WP1"}, {"number": "TD8", "introduced": false}, {"number": "FG-AINN-I-139"}]}]}"#,
    ));
    let urls: Vec<(&str, &str)> =
        view.items[0].documents.iter().map(|it| (it.shown.as_str(), it.url.as_str())).collect();
    let itu = |name: &str| format!("https://www.itu.int/md/meetingdoc.asp?lang=en&parent={name}");
    assert_eq!(
        urls,
        [
            ("TD104R1", itu("T25-TSAG-261005-TD-GEN-0104").as_str()),
            ("C10", itu("T25-TSAG-C-0010").as_str()),
            ("TD71R2/WP1", itu("T25-TSAG-261005-TD-WP1-0071").as_str()),
            ("(TD8)", "https://example.org/8"),
            ("FG-AINN-I-139", ""),
        ]
    );
}

#[test]
fn items_stand_under_their_headings() {
    let view = english(&document(
        r#"{"items": [{"number": "1", "kind": "heading", "title": "Opening"},
            {"number": "1.1", "kind": "paragraph", "section": "1", "text": "1.1 Hello."},
            {"number": "1.2", "kind": "row", "section": "1", "title": "Report", "sources": ["TSB", "Kenya"]},
            {"number": "2", "kind": "row", "title": "Any other business"}]}"#,
    ));
    let shape: Vec<(&str, &str, bool, usize)> = view
        .sections
        .iter()
        .map(|it| (it.number.as_str(), it.title.as_str(), it.has_rows, it.items.len()))
        .collect();
    assert_eq!(shape, [("1", "Opening", false, 1), ("1", "", true, 1), ("", "", true, 1)]);
    assert_eq!(view.items[1].treatment, "Hello.");
    assert_eq!(view.items[2].heading, "TSB, Kenya: Report");
    assert_eq!(view.items[1].level, 2);
}

/// An item with a text, an action and a decision.
fn business(text: &str) -> Document {
    let number = Some("2.1".to_owned());
    Document {
        items: vec![Item {
            number: number.clone(),
            kind: ItemKind::Row,
            text: Some(text.to_owned()),
            outcomes: vec![Outcome::Presented, Outcome::Agreed],
            documents: vec![ItemDocument { number: "TD9".parse().unwrap(), part: None, introduced: None }],
            ..Item::default()
        }],
        decisions: vec![
            serde_json::from_value::<Decision>(serde_json::json!(
                {"verb": "agreed", "item": "2.1", "text": "It was agreed to ask for figures."}
            ))
            .unwrap(),
        ],
        actions: vec![Action {
            text: "TSB to bring figures.".to_owned(),
            item: number,
            origin: Origin::Item,
            sub_items: vec!["by group".to_owned()],
            ..Action::default()
        }],
        ..Document::default()
    }
}

fn lines(document: &Document) -> Vec<(LineKind, String)> {
    english(document).items[0].lines.iter().map(|line| (line.kind, line.plain())).collect()
}

#[test]
fn what_the_text_states_is_not_said_again() {
    let document = business(
        "Presented\nIt was agreed to ask for figures. A remark.\nAction: TSB to bring figures.\nby group",
    );
    assert_eq!(
        lines(&document),
        [
            (LineKind::Treatment, "Presented".to_owned()),
            (LineKind::Paragraph, "It was agreed to ask for figures. A remark.".to_owned()),
            (LineKind::Action, "Action: TSB to bring figures.".to_owned()),
            (LineKind::SubItem, "by group".to_owned()),
        ]
    );
}

#[test]
fn what_the_text_does_not_state_is_added() {
    assert_eq!(
        lines(&business("A remark.")),
        [
            (LineKind::Treatment, "Presented".to_owned()),
            (LineKind::Treatment, "Agreed".to_owned()),
            (LineKind::Paragraph, "A remark.".to_owned()),
            (LineKind::Decision, "It was agreed to ask for figures.".to_owned()),
            (LineKind::Action, "Action: TSB to bring figures.".to_owned()),
            (LineKind::SubItem, "by group".to_owned()),
        ]
    );
}

#[test]
fn listed_actions_without_an_item_go_to_the_front() {
    let view = english(&document(
        r#"{"actions": [{"id": "RG-X-1", "assignee": "WP2", "text": "WP2 to approve TD1."},
            {"id": "RG-X-2", "assignee": "WP2", "text": "WP2 to send TD2.", "due": "2026-10-30"},
            {"text": "Write.", "same_as": "RG-X-1", "origin": "item"}]}"#,
    ));
    let lists: Vec<(&str, usize)> =
        view.action_lists.iter().map(|list| (list.heading.as_str(), list.actions.len())).collect();
    assert_eq!(lists, [("Actions for WP2", 2)]);
    assert_eq!(view.actions[1].due, "30 October 2026");
    assert_eq!(view.actions_by_assignee.len(), 1);
}

#[test]
fn meetings_that_a_text_states_need_no_table() {
    let view = english(&document(
        r#"{"items": [{"number": "5", "text": "Two are proposed:\n12 November 2026, 1400-1600 (CET)"}],
            "meetings": [{"start_date": "2026-11-12"}, {"start_date": "2026-11-02", "start_time": "13:00",
              "end_time": "14:30", "time_zone": "Geneva", "place": "online", "topics": "figures"}]}"#,
    ));
    assert!(view.meetings[0].stated);
    assert_eq!(view.unstated_meetings.len(), 1);
    assert_eq!(view.unstated_meetings[0].line, "2 November 2026, 13:00-14:30 (Geneva time), online, figures");
}

#[test]
fn a_reserved_number_says_so_once() {
    let view = english(&document(
        r#"{"documents": [{"number": "TD1", "reserved": true, "title": "Report", "category": "report"},
            {"number": "TD2", "printed": "TD 002", "introduced": false, "reserved": true, "title": "Reserved for: x"}]}"#,
    ));
    assert_eq!(view.documents[0].title, "Reserved for: Report");
    assert_eq!(view.documents[0].category, "Report");
    assert_eq!(view.documents[1].title, "Reserved for: x");
    assert_eq!(view.documents[1].shown, "(TD 002)");
    assert_eq!(view.documents[0].position, "");
}

#[test]
fn the_schema_has_every_name() {
    let schema = View::json_schema();
    let value = serde_json::to_value(english(&Document::default())).unwrap();
    let names: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert_eq!(names, schema["properties"].as_object().unwrap().keys().collect::<Vec<_>>());
}

#[test]
fn a_row_begins_with_what_happened_in_bold_and_a_sentence_is_none() {
    let kinds = |text: &str| lines(&business(text)).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
    let (treatment, paragraph) = (LineKind::Treatment, LineKind::Paragraph);
    assert_eq!(
        kinds("Agreed.\nReviewed (for the plenary)\nPresented at the plenary.")[..3],
        [treatment, treatment, paragraph]
    );
    assert_eq!(kinds("TODO: outcome and discussion")[2], LineKind::Todo);
    assert_eq!(kinds("To be approved.\nReviewed and agreed.")[1..3], [paragraph, treatment]);
}

#[test]
fn an_outcome_within_another_word_is_not_stated() {
    let document = business("The presentedness was disagreed upon.");
    let words: Vec<String> = lines(&document).into_iter().map(|(_, text)| text).collect();
    assert_eq!(words[..2], ["Presented", "Agreed"]);
}

#[test]
fn numbers_in_texts_are_links_where_these_are_known() {
    let view = english(&document(
        r#"{"items": [{"number": "1", "text": "TD 4 and C5 were noted with DOC6."}],
            "references": [{"number": "TD4", "url": "https://example.org/4", "count": 1}],
            "documents": [{"number": "C5", "url": "https://example.org/5"}]}"#,
    ));
    let parts: Vec<(&str, &str)> =
        view.items[0].lines[0].parts.iter().map(|part| (part.text.as_str(), part.url.as_str())).collect();
    assert_eq!(
        parts,
        [
            ("TD 4", "https://example.org/4"),
            (" and ", ""),
            ("C5", "https://example.org/5"),
            (" were noted with DOC6.", "")
        ]
    );
}

#[test]
fn the_outline_is_the_text_without_cover_and_headers() {
    let view = english(&document(
        r#"{"sections": [
            {"level": 0, "blocks": [{"type": "table", "rows": [["Title:", "x"]], "spans": []},
                {"type": "paragraph", "text": "Dear colleagues,"}]},
            {"level": 1, "number": "1", "title": "Ask", "blocks": [
                {"type": "table", "rows": [["a", null]], "spans": []}],
             "sections": [{"level": 2, "title": "More", "blocks": [{"type": "paragraph", "text": "b", "label": "a)"}]}]},
            {"level": 0, "title": "word/header1.xml", "blocks": [{"type": "paragraph", "text": "- 2 -"}]}]}"#,
    ));
    let shape: Vec<(&str, usize)> =
        view.outline.iter().map(|section| (section.title.as_str(), section.blocks.len())).collect();
    assert_eq!(shape, [("", 1), ("Ask", 1), ("More", 1)]);
    assert_eq!(view.outline[1].blocks[0].rows, [["a", ""]]);
    assert_eq!(view.outline[2].blocks[0].label, "a)");
}

#[test]
fn what_a_list_of_actions_cannot_tell_in_a_sentence_goes_into_a_table() {
    let view = english(&document(
        r#"{"items": [{"number": "2", "kind": "heading", "title": "Actions"}],
            "actions": [
              {"id": "A-1", "text": "Write by 30 October 2026.", "due": "2026-10-30", "assignee": "WP2"},
              {"id": "A-2", "text": "Send.", "due": "2026-10-30", "assignee": "WP3"},
              {"id": "A-3", "text": "Answer.", "assignee": "Chair, SG13", "item": "2"},
              {"id": "A-4", "text": "TSB to update the list.", "assignee": "TSB", "item": "2"}]}"#,
    ));
    let lists: Vec<(&str, bool)> =
        view.action_lists.iter().map(|list| (list.assignee.as_str(), list.in_table)).collect();
    assert_eq!(lists, [("WP2", false), ("WP3", true)]);
    let listed: Vec<&str> = view.sections[0].listed.iter().map(|action| action.id.as_str()).collect();
    assert_eq!(listed, ["A-3"]);
    let lines: Vec<String> = view.sections[0].lines.iter().map(LineView::plain).collect();
    assert_eq!(lines, ["A-4: TSB to update the list."]);
}

#[test]
fn of_two_items_with_one_number_that_is_meant_which_says_it() {
    let view = english(&document(
        r#"{"items": [{"number": "1", "kind": "heading", "text": "Nothing was said."},
              {"number": "1", "kind": "row", "text": "Noted"}],
            "decisions": [{"verb": "noted", "item": "1", "text": "Noted"}]}"#,
    ));
    assert_eq!((view.items[0].decisions.len(), view.items[1].decisions.len()), (0, 1));
    assert_eq!(view.items[0].treatment, "Nothing was said.");
}

#[test]
fn what_the_english_text_of_an_agenda_asks_is_not_asked_again_in_french() {
    let document = document(r#"{"items": [{"number": "1", "proposed": ["to_note"], "text": "To note."}]}"#);
    let view = View::of(&document, &Labels::of(Language::French).unwrap());
    assert_eq!(view.items[0].treatment, "To note.");
}
