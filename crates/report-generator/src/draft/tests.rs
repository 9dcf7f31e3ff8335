use meeting_model::{MeetingStatus, Origin, Outcome, Verb};

use super::*;

/// The agenda of a rapporteur group, as `parse` gives it.
fn agenda() -> Document {
    serde_json::from_value(serde_json::json!({
        "kind": "agenda",
        "header": {"number": "TSAG-TD231R1", "sector": "ITU-T", "group": "TSAG", "study_period": "2025-2028",
            "language": "en", "place": "Geneva", "start_date": "2026-10-05", "end_date": "2026-10-09",
            "document_type": "TD", "source": "Rapporteur, RG-MDP", "title": "Draft agenda of RG-MDP",
            "contacts": [{"name": "Henrik Vasstrand"}]},
        "items": [
            {"number": "1", "kind": "row", "title": "Opening"},
            {"number": "1.1", "kind": "row", "section": "1", "title": "Agenda", "documents": [{"number": "TD231R1"}],
                "proposed": ["to_approve"], "text": "To be approved."},
            {"number": "1.2", "kind": "row", "section": "1", "title": "Figures", "sources": ["TSB"],
                "documents": [{"number": "TD22", "introduced": true}]},
            {"number": "2", "kind": "row", "title": "Future meetings"},
            {"number": "3", "kind": "row", "title": "Closure of the meeting"}],
        "documents": [
            {"position": 1, "category": "admin", "number": "TD231R1", "title": "Draft agenda, RG-MDP"},
            {"position": 2, "category": "report", "number": "TD232", "title": "Reserved for: Report", "reserved": true}],
        "meetings": [{"group": "RG-MDP", "start_date": "2026-10-06", "end_date": "2026-10-06",
            "start_time": "09:30", "end_time": "10:45"}],
    }))
    .unwrap()
}

fn make(agenda: &Document, known: &[Document], minutes: &str, number: Option<&str>) -> Draft {
    let labels = Labels::of(Language::English).unwrap();
    let minutes = Minutes::read(minutes, &labels, &labels);
    let number = number.map(|number| number.parse().unwrap());
    draft(
        agenda,
        known,
        Some(&minutes),
        &Settings { number, language: Language::English, labels: &labels, agenda_labels: &labels },
    )
}

fn item<'d>(draft: &'d Draft, number: &str) -> &'d meeting_model::Item {
    draft.document.items.iter().find(|item| item.number.as_deref() == Some(number)).unwrap()
}

#[test]
fn the_report_takes_the_number_that_is_reserved_for_it() {
    let draft = make(&agenda(), &[], "", None);
    let header = &draft.document.header;
    assert_eq!(header.number.as_ref().unwrap().to_string(), "TSAG-TD232");
    assert_eq!(header.title.as_deref(), Some("Draft report of the RG-MDP meeting"));
    assert_eq!(draft.document.kind, Kind::MeetingReport);
    assert_eq!(draft.document.documents.len(), 2);
    assert!(!draft.todo.iter().any(|todo| todo.place == Place::Number));
}

#[test]
fn a_number_that_is_given_is_reserved_in_the_list() {
    let draft = make(&agenda(), &[], "", Some("TSAG-TD300"));
    let row = draft.document.documents.last().unwrap();
    assert_eq!(row.number.as_ref().unwrap().to_string(), "TSAG-TD300");
    assert!(row.reserved);
    assert_eq!(row.position, Some(3));
    let mut bare = agenda();
    bare.documents.clear();
    let draft = make(&bare, &[], "", None);
    assert_eq!(draft.document.header.number, None);
    let places: Vec<&Place> = draft.todo.iter().map(|todo| &todo.place).collect();
    assert_eq!(places[..2], [&Place::Number, &Place::Documents]);
}

#[test]
fn what_is_not_known_is_marked_and_listed() {
    let draft = make(&agenda(), &[], "", None);
    let places: Vec<&Place> = draft.todo.iter().map(|todo| &todo.place).collect();
    let at = |number: &str| Place::Item(number.to_owned());
    assert_eq!(
        places,
        [&at("1.1"), &at("1.2"), &Place::FutureMeetings, &at("3"), &Place::TermsOfReference, &Place::Actions]
    );
    assert_eq!(item(&draft, "1.1").text.as_deref(), Some("To be approved.\nTODO: outcome and discussion"));
    assert_eq!(item(&draft, "1").kind, meeting_model::ItemKind::Heading);
    assert_eq!(item(&draft, "1").text, None);
}

#[test]
fn planned_sessions_have_been_held() {
    let draft = make(&agenda(), &[], "", None);
    let meeting = &draft.document.meetings[0];
    assert_eq!(meeting.status, MeetingStatus::Held);
    // As the document list has it.
    assert_eq!(meeting.reports[0].to_string(), "TD232");
    let introduction = item(&draft, "0");
    assert_eq!(
        introduction.text.as_deref(),
        Some(
            "A meeting of RG-MDP took place on 6 October 2026 (09:30-10:45).\n\
             The documents of the meeting are listed in Annex A."
        )
    );
}

const MINUTES: &str = "\
The chair thanked all.

# 1.2
Presented by: TSB
Noted
Decision: The meeting requested the TSB to add a figure by study group.
Action: TSB to add the figure by 30 October 2026.
# 1.1 Agenda
Outcome: approved
# 7.3 Somewhere else
Text that has no place.
";

#[test]
fn minutes_find_their_items() {
    let draft = make(&agenda(), &[], MINUTES, None);
    let figures = item(&draft, "1.2");
    assert_eq!(figures.outcomes, [Outcome::Presented, Outcome::Noted]);
    assert_eq!(figures.presented_by.as_deref(), Some("TSB"));
    assert_eq!(
        figures.text.as_deref(),
        Some(
            "Presented by TSB\nNoted\nThe meeting requested the TSB to add a figure by study group.\n\
             Action: TSB to add the figure by 30 October 2026."
        )
    );
    let decisions: Vec<(Verb, &str, String)> = draft
        .document
        .decisions
        .iter()
        .map(|it| (it.verb, it.text.as_str(), it.documents[0].to_string()))
        .collect();
    assert_eq!(decisions[0], (Verb::Noted, "Noted", "TD22".to_owned()));
    assert_eq!(decisions[1].0, Verb::Requested);
    assert_eq!(decisions[2], (Verb::Approved, "Approved", "TD231R1".to_owned()));
    let introduction = item(&draft, "0").text.as_deref().unwrap();
    assert!(introduction.contains("(09:30-10:45).\nThe chair thanked all.\nThe documents"), "{introduction}");
}

#[test]
fn actions_are_collected_at_the_front() {
    let draft = make(&agenda(), &[], MINUTES, None);
    let [listed, of_item] = draft.document.actions.as_slice() else { panic!("two actions") };
    assert_eq!((listed.id.as_deref(), listed.origin, &listed.item), (Some("RG-MDP-1"), Origin::List, &None));
    assert_eq!((&of_item.id, of_item.origin, of_item.item.as_deref()), (&None, Origin::Item, Some("1.2")));
    assert_eq!(of_item.same_as, listed.id);
    assert_eq!(listed.assignee.as_deref(), Some("TSB"));
}

#[test]
fn what_has_no_place_is_told_and_kept() {
    let draft = make(&agenda(), &[], MINUTES, None);
    assert_eq!(draft.remarks, [Remark { line: 10, heading: "7.3 Somewhere else".to_owned() }]);
    let kept = draft.document.items.last().unwrap();
    assert_eq!(kept.text.as_deref(), Some("7.3 Somewhere else\nText that has no place."));
}

#[test]
fn data_says_more_than_the_agenda() {
    let known: Document = serde_json::from_value(serde_json::json!({
        "header": {"number": "TSAG-TD9", "title": "Report of RG-MDP"},
        "items": [{"number": "1.2", "outcomes": ["noted"]}, {"number": "1.3", "title": "More", "section": "1"}],
        "actions": [{"id": "RG-MDP-4", "text": "TSB to write."}, {"text": "WP2 to read."}],
        "meetings": [{"start_date": "2026-11-12"}],
    }))
    .unwrap();
    let draft = make(&agenda(), &[known], "", None);
    assert_eq!(draft.document.header.title.as_deref(), Some("Report of RG-MDP"));
    let numbers: Vec<&str> = draft.document.items.iter().filter_map(|item| item.number.as_deref()).collect();
    assert_eq!(numbers, ["0", "1", "1.1", "1.2", "1.3", "2", "3"]);
    assert_eq!(item(&draft, "1.2").outcomes, [Outcome::Noted]);
    assert_eq!(item(&draft, "1.2").text, None);
    assert_eq!(item(&draft, "2").text, None);
    let ids: Vec<Option<&str>> = draft.document.actions.iter().map(|action| action.id.as_deref()).collect();
    assert_eq!(ids, [Some("RG-MDP-4"), Some("RG-MDP-5")]);
}

#[test]
fn items_are_known_by_the_words_of_the_agenda_whatever_the_language_of_the_report() {
    let (french, english) = (Labels::of(Language::French).unwrap(), Labels::of(Language::English).unwrap());
    let settings =
        Settings { number: None, language: Language::French, labels: &french, agenda_labels: &english };
    let draft = draft(&agenda(), &[], None, &settings);
    let second = Some(french.headings.future_meetings.as_str());
    assert!(!draft.document.items.iter().any(|item| item.title.as_deref() == second));
    assert!(draft.todo.iter().any(|todo| todo.place == Place::FutureMeetings));
}
