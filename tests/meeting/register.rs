//! One entry per document, and how documents refer to each other.

use meeting_model::{Direction, EdgeKind};

use crate::support::{RECORD, entry, liaison, text, texts};

#[test]
fn the_meeting_is_told_by_its_indexes_and_covers() {
    let meeting = &RECORD.meeting;
    assert_eq!(meeting.group.as_deref(), Some("SG13"));
    assert_eq!(meeting.place.as_deref(), Some("Port Selin"));
    assert_eq!(text(meeting.start_date.as_ref()), "2027-07-05");
    assert_eq!(text(meeting.end_date.as_ref()), "2027-07-16");
    assert_eq!(meeting.study_period.as_deref(), Some("2025-2028"));
}

#[test]
fn revisions_are_one_entry_of_which_the_latest_is_in_force() {
    let agenda = entry("SG13-TD10R2/PLEN");
    assert_eq!(texts(&agenda.revisions), ["SG13-TD10/PLEN", "SG13-TD10R1/PLEN", "SG13-TD10R2/PLEN"]);
    assert_eq!(
        agenda.supersedes_reason.as_deref(),
        Some("revision 2 is the latest in the folder and replaces SG13-TD10/PLEN, SG13-TD10R1/PLEN")
    );
    assert_eq!(texts(&entry("SG13-C32R2").revisions), ["SG13-C32", "SG13-C32R2"]);
    assert_eq!(entry("SG13-C31").supersedes_reason, None);
}

#[test]
fn an_addendum_is_a_document_of_its_own() {
    assert_eq!(texts(&entry("SG13-C32-Add1").revisions), ["SG13-C32-Add1"]);
}

#[test]
fn language_editions_are_one_entry_with_the_original_first() {
    let tariffs = entry("SG13-C33");
    assert_eq!(texts(&tariffs.languages), ["fr", "en"]);
    assert_eq!(tariffs.title.as_deref(), Some("Tariffs of the tide"));
    let files = &tariffs.files["SG13-C33"];
    assert_eq!(files["fr"], "Contributions/T25-SG13-C-0033!!MSW-F.docx");
    assert_eq!(files["en"], "Contributions/T25-SG13-C-0033!!MSW-E.docx");
}

#[test]
fn a_document_in_an_archive_in_an_archive_is_one_of_the_meeting() {
    let files = &entry("SG13-C36").files["SG13-C36"];
    assert_eq!(files["en"], "Contributions/late.zip/late/more.zip/T25-SG13-C-0036!!MSW-E.docx");
}

#[test]
fn what_cannot_be_read_is_known_from_index_and_agenda() {
    let cut_off = entry("SG13-C37");
    assert!(!cut_off.readable);
    assert_eq!(cut_off.title.as_deref(), Some("Cables on coral"));
    assert_eq!(cut_off.sources, ["Reefcom (Fiji)"]);
    assert_eq!(cut_off.questions, ["Q5/13"]);
    assert_eq!(cut_off.agenda_items, ["3.3"]);
    assert!(!entry("SG13-C38").readable);
    assert_eq!(entry("SG13-C38").title, None);
}

#[test]
fn sources_are_told_apart() {
    let buoys = entry("SG13-C31");
    assert_eq!(buoys.sources, ["Marlin Networks (Malta)", "Sealane (Chile)"]);
    assert_eq!(buoys.source.as_deref(), Some("Marlin Networks (Malta), Sealane (Chile)"));
    assert_eq!(buoys.questions, ["Q3/13"]);
}

#[test]
fn the_register_goes_by_group_series_and_number() {
    let numbers: Vec<String> = RECORD.register.iter().map(|entry| text(entry.number.as_ref())).collect();
    assert_eq!(numbers.first().map(String::as_str), Some("SG13-C31"));
    assert_eq!(numbers.last().map(String::as_str), Some("SG17-TD700/PLEN"));
}

#[test]
fn the_index_says_what_is_on_it_in_the_series_that_it_lists() {
    assert_eq!(entry("SG13-C31").in_index, Some(true));
    assert_eq!(entry("SG13-TD10/GEN").in_index, Some(false));
    assert_eq!(entry("SG13-LS7").in_index, None);
    assert_eq!(entry("SG17-TD700/PLEN").in_index, None);
    // An addendum that the index does not list goes with its document.
    assert_eq!(entry("SG13-C32-Add1").in_index, Some(true));
    let tables = entry("SG13-TD48/GEN").indexed.as_ref().unwrap();
    assert_eq!(tables.title.as_deref(), Some("Tide tables & charts"));
    assert_eq!(text(tables.received.as_ref()), "2027-06-21");
}

fn edges(kind: EdgeKind) -> Vec<(String, String)> {
    let of_kind = RECORD.references.iter().filter(|edge| edge.kind == kind);
    of_kind.map(|edge| (edge.from.to_string(), edge.to.to_string())).collect()
}

fn pair(from: &str, to: &str) -> (String, String) {
    (from.to_owned(), to.to_owned())
}

#[test]
fn the_graph_tells_revisions_citations_answers_and_same_texts() {
    assert_eq!(
        edges(EdgeKind::Revises),
        [
            pair("SG13-C32R2", "SG13-C32"),
            pair("SG13-TD10R1/PLEN", "SG13-TD10/PLEN"),
            pair("SG13-TD10R2/PLEN", "SG13-TD10R1/PLEN"),
        ]
    );
    assert!(edges(EdgeKind::Cites).contains(&pair("SG13-C31", "SG13-C12")));
    assert!(edges(EdgeKind::Cites).contains(&pair("SG13-C32R2", "SG13-C31")));
    assert_eq!(edges(EdgeKind::RepliesTo), [pair("SG13-LS7", "SG2-LS63"), pair("SG13-TD46/GEN", "SG2-LS63")]);
    assert_eq!(
        edges(EdgeKind::Answers),
        [pair("SG13-LS7", "SG13-TD45/GEN"), pair("SG13-TD46/GEN", "SG13-TD45/GEN")]
    );
    assert!(edges(EdgeKind::SameText).contains(&pair("SG13-TD46/GEN", "SG13-LS7")));
}

#[test]
fn no_document_cites_itself() {
    assert!(RECORD.references.iter().all(|edge| edge.from != edge.to));
    // The wrong number on a cover is no citation either.
    assert!(!edges(EdgeKind::Cites).iter().any(|(_, to)| to == "SG13-C43"));
}

#[test]
fn liaison_statements_are_told_in_and_out_with_their_answers() {
    let incoming = liaison("SG13-TD45/GEN");
    assert_eq!(incoming.direction, Some(Direction::Incoming));
    assert_eq!(incoming.from, ["ITU-T SG2"]);
    assert_eq!(texts(&incoming.answered_by), ["SG13-LS7", "SG13-TD46/GEN"]);
    let outgoing = liaison("SG13-TD46/GEN");
    assert_eq!(outgoing.direction, Some(Direction::Outgoing));
    assert_eq!(text(outgoing.reply_to.as_ref()), "SG2-LS63");
    assert_eq!(outgoing.to, ["ITU-T SG2"], "the cover has no rows for it, the title has");
}

#[test]
fn missing_documents_tell_who_knows_of_them() {
    let known = |number: &str| {
        let missing = RECORD.missing.iter().find(|missing| missing.number.to_string() == number);
        missing.map(|missing| missing.known_from.clone()).unwrap_or_default()
    };
    assert_eq!(known("SG13-C12"), ["SG13-C31", "SG13-R4"]);
    assert_eq!(known("SG13-TD49/GEN"), ["index"]);
    assert_eq!(known("SG13-TD50/GEN"), ["SG13-TD11/PLEN"]);
    assert_eq!(known("SG13-C31"), Vec::<String>::new());
}
