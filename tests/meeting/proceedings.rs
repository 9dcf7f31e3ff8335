//! Agenda and report in force, and what is merged over documents.

use meeting_model::{Item, MergedItem};

use crate::support::{RECORD, entry, text, texts};

#[test]
fn the_agenda_in_force_is_the_last_edition_of_the_groups_own() {
    let agenda = RECORD.agenda.as_ref().unwrap();
    assert_eq!(text(agenda.number.as_ref()), "SG13-TD10R2/PLEN");
    let numbers: Vec<&str> = agenda.items.iter().filter_map(|item| item.number.as_deref()).collect();
    assert_eq!(numbers, ["1", "1.1", "2", "2.1", "2.2", "2.3", "2.4", "3", "3.1", "3.2", "3.3", "4"]);
}

#[test]
fn the_report_in_force_is_neither_that_of_a_working_party_nor_of_the_meeting_before() {
    let report = RECORD.report.as_ref().unwrap();
    assert_eq!(text(report.number.as_ref()), "SG13-TD11/PLEN");
    assert!(report.items.iter().any(|item: &Item| item.title.as_deref() == Some("A ledger of fish")));
}

#[test]
fn a_document_knows_its_items_and_what_became_of_it() {
    let buoys = entry("SG13-C31");
    assert!(buoys.on_agenda);
    assert_eq!(buoys.agenda_items, ["2.1"]);
    assert_eq!(buoys.report_items, ["2.1"]);
    assert_eq!(texts(&buoys.outcomes), ["presented", "agreed"]);
    assert_eq!(texts(&entry("SG13-C33").outcomes), ["withdrawn"]);
    assert!(!entry("SG13-C35").on_agenda);
    assert_eq!(entry("SG13-C35").report_items, ["3.2"]);
}

#[test]
fn under_one_item_each_document_has_its_own_outcome() {
    assert_eq!(texts(&entry("SG13-TD45/GEN").outcomes), ["noted"]);
    assert_eq!(texts(&entry("SG13-TD46/GEN").outcomes), ["approved"]);
}

fn merged(title: &str) -> &'static MergedItem {
    let is = |item: &&MergedItem| item.item.title.as_deref() == Some(title);
    RECORD.items.iter().find(is).unwrap_or_else(|| panic!("no item {title}"))
}

#[test]
fn items_are_merged_from_agenda_and_report() {
    let buoys = merged("Buoys that talk");
    assert_eq!(buoys.agenda_number.as_deref(), Some("2.1"));
    assert_eq!(buoys.report_number.as_deref(), Some("2.1"));
    assert_eq!(texts(&buoys.item.proposed), ["to_discuss"]);
    assert_eq!(texts(&buoys.item.outcomes), ["presented", "agreed"]);
    assert_eq!(buoys.item.sources, ["Marlin Networks (Malta)"]);
    assert_eq!(merged("A ledger of fish").agenda_number, None);
    assert_eq!(merged("Radio under ice").report_number, None);
    let place = |title: &str| RECORD.items.iter().position(|item| item.item.title.as_deref() == Some(title));
    assert!(place("Tariffs of the tide") < place("Radio under ice"));
    assert!(place("Radio under ice") < place("Closing"));
}

#[test]
fn what_two_reports_state_appears_once_with_both() {
    let agreed: Vec<_> =
        RECORD.decisions.iter().filter(|decision| decision.element.text.contains("new work item")).collect();
    assert_eq!(agreed.len(), 1);
    assert_eq!(texts(&agreed[0].found_in), ["SG13-TD11/PLEN", "SG13-TD12/PLEN"]);
    let drafts: Vec<_> =
        RECORD.actions.iter().filter(|action| action.element.text.contains("first draft")).collect();
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].element.assignee.as_deref(), Some("Marlin Networks"));
    assert_eq!(text(drafts[0].element.due.as_ref()), "2027-09-30");
    assert_eq!(texts(&drafts[0].found_in), ["SG13-TD11/PLEN", "SG13-TD12/PLEN"]);
}
