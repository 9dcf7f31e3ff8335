use meeting_model::{Kind, Language, Sector};

use super::{read, report};

#[test]
fn labels_decide_and_cells_tell_the_rest() {
    let header = report("# 1 Opening").header;
    assert_eq!(header.number.unwrap().to_string(), "TSAG-TD501R1");
    assert_eq!(header.sector, Some(Sector::Standardization));
    assert_eq!(header.study_period.as_deref(), Some("2025-2028"));
    assert_eq!(header.place.as_deref(), Some("Geneva"));
    assert_eq!(header.start_date.unwrap().to_string(), "2026-10-05");
    assert_eq!(header.end_date.unwrap().to_string(), "2026-10-09");
    assert_eq!(header.source.as_deref(), Some("Rapporteur, RG-XYZ"));
    assert_eq!(header.group.as_deref(), Some("TSAG"));
    assert!(header.questions.is_empty());
}

#[test]
fn column_bookmarks_mark_values_where_labels_are_missing() {
    let document =
        read("| {cols dsource 1 1} | Editor, Q4/98 |\n| {cols dtitle1 1 1} | Draft text of G.abc |");
    assert_eq!(document.header.source.as_deref(), Some("Editor, Q4/98"));
    assert_eq!(document.header.title.as_deref(), Some("Draft text of G.abc"));
}

#[test]
fn a_label_goes_before_a_stray_bookmark() {
    let document = read("| {cols dsource 1 1}Title: | A title |");
    assert_eq!(document.header.title.as_deref(), Some("A title"));
    assert_eq!(document.header.source, None);
}

#[test]
fn a_cover_of_lines_is_read_too() {
    let header = read(
        "Document SG98RG-SUR-TD7\nMontevideo, Uruguay, 3-5 March 2026\nSource: Chair, SG98RG-SUR\nTitle: Report of the meeting",
    )
    .header;
    assert_eq!(header.number.unwrap().to_string(), "SG98RG-SUR-TD7");
    assert_eq!(header.place.as_deref(), Some("Montevideo, Uruguay"));
    assert_eq!(header.source.as_deref(), Some("Chair, SG98RG-SUR"));
}

#[test]
fn contacts_have_name_role_affiliation_and_addresses() {
    let document = read(
        "| Contact: | Ana Lima{br}Rapporteur Q4/98{br}Fio Net, Brazil | Tel:{tab}+55 61 0000 0000{br}E-mail:{tab}ana@fio.example |\n\
         | Contact: | Bo Ek ¶ Counsellor ¶ ITU/TSB | E-mail : bo@tsb.example |",
    );
    let [ana, bo] = &document.header.contacts[..] else { panic!("{:?}", document.header.contacts) };
    assert_eq!(ana.organization.as_deref(), Some("Fio Net"));
    assert_eq!(ana.country.as_deref(), Some("Brazil"));
    assert_eq!(ana.phone.as_deref(), Some("+55 61 0000 0000"));
    assert_eq!((bo.organization.as_deref(), bo.country.as_deref()), (Some("ITU/TSB"), None));
    assert_eq!(bo.email.as_deref(), Some("bo@tsb.example"));
}

#[test]
fn questions_take_the_group_that_follows() {
    let header = read("| Question(s): | 3, 04/98 |").header;
    assert_eq!(header.questions, ["Q3/98", "Q4/98"]);
}

#[test]
fn prompts_that_nobody_filled_in_are_no_values() {
    let header = read("| Keywords: | {prompt|Insert keywords here} |\n| Purpose: | Discussion |").header;
    assert!(header.keywords.is_empty());
    assert_eq!(header.purpose.as_deref(), Some("Discussion"));
}

#[test]
fn liaison_rows_make_a_liaison_statement() {
    let document = read(
        "| Title: | LS/o on meters (reply to SG97-LS3) |\n| For action to: | SG97, ISO/TC 9 |\n| For information to: | – |\n\
         | Deadline: | 30 January 2027 |",
    );
    assert_eq!(document.kind, Kind::LiaisonStatement);
    let liaison = document.liaison.unwrap();
    assert_eq!(liaison.for_action, ["SG97", "ISO/TC 9"]);
    assert!(liaison.for_information.is_empty());
    assert_eq!(liaison.deadline.unwrap().to_string(), "2027-01-30");
    assert_eq!(liaison.reply_to.unwrap().to_string(), "SG97-LS3");
}

#[test]
fn french_labels_are_known() {
    let header =
        read("| Original\u{a0}: français |\n| Origine\u{a0}: | Bénin |\n| Titre\u{a0}: | Compteurs |").header;
    assert_eq!(header.language, Some(Language::French));
    assert_eq!(header.source.as_deref(), Some("Bénin"));
    assert_eq!(header.title.as_deref(), Some("Compteurs"));
}

#[test]
fn documents_of_an_assembly_are_its_contributions() {
    let header = read(
        "| World Telecommunication Standardization Assembly (WTSA-28){br}Lima, 3-12 October 2028 |\n| Document 31-E |",
    )
    .header;
    assert_eq!(header.number.unwrap().to_string(), "WTSA-28-C31");
    assert_eq!(header.place.as_deref(), Some("Lima"));
}

#[test]
fn a_cover_of_an_earlier_period() {
    let document = read(
        "| INTERNATIONAL TELECOMMUNICATION UNION | TD31 (PLEN/13) |\n| TELECOMMUNICATION STANDARDIZATION SECTOR | STUDY GROUP 13 |\n\
         | STUDY PERIOD 2022-2024 | English only |\n| Question(s): | 3/13 |\n| Source: | Rapporteur Q3/13 |\n| Title: | Meters |",
    );
    let header = document.header;
    assert_eq!(header.number.unwrap().to_string(), "TD31/PLEN");
    assert_eq!(header.group.as_deref(), Some("SG13"));
    assert_eq!(header.language, Some(Language::English));
}

#[test]
fn each_line_of_a_cell_tells_for_itself() {
    let header =
        read("| ITU | SG98-TD7R1/WP3 ¶ STUDY GROUP 98 ¶ Original: French |\n| Title: | Report |").header;
    assert_eq!(header.number.unwrap().to_string(), "SG98-TD7R1/WP3");
    assert_eq!(header.language, Some(Language::French));
    let header =
        read("| Council Working Group on Kites | Document CWG-KIT-18/12-E ¶ 21 January 2026 |").header;
    assert_eq!((header.group.as_deref(), header.start_date), (Some("CWG-KIT"), None));
}

#[test]
fn covers_without_labels_have_title_and_source_on_lines() {
    let header = read(
        "| Radiocommunication Advisory Group ¶ Geneva, 13-16 April 2026 | Document RAG/42-E |\nChile\nSUMMARY RECORD OF THE MEETING ON KITES\n# 1 Opening",
    )
    .header;
    assert_eq!(header.title.as_deref(), Some("SUMMARY RECORD OF THE MEETING ON KITES"));
    assert_eq!(header.source.as_deref(), Some("Chile"));
    assert_eq!((header.sector, header.group.as_deref()), (Some(Sector::Radiocommunication), Some("RAG")));
    let header = read("{style Source}Chile\n{style Title 1}Kites in wind\n# 1 Opening").header;
    assert_eq!((header.source.as_deref(), header.title.as_deref()), (Some("Chile"), Some("Kites in wind")));
    let document = read(
        "| TDAG ¶ 33rd Meeting, Geneva, 12-15 May 2026 | 16 February 2026 |\nDraft agenda\n| 1 | Opening | - |\n| 2 | Adoption of the agenda | - |",
    );
    assert_eq!(document.header.title.as_deref(), Some("Draft agenda"));
    assert_eq!(document.header.place.as_deref(), Some("Geneva"));
    assert_eq!(document.kind, Kind::Agenda);
}

#[test]
fn the_place_stands_in_the_brackets_of_a_title() {
    let header = read("| Title: | Report of the meeting (Geneva, 21 May 2026) |").header;
    assert_eq!(header.place.as_deref(), Some("Geneva"));
}
