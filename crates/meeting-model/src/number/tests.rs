//! Numbers as texts print them, and what is none.

use proptest::prelude::*;

use super::*;

fn canonical(printed: &str) -> String {
    printed.parse::<DocumentNumber>().map_or_else(|error| error.to_string(), |number| number.to_string())
}

/// The canonical numbers that stand in a text.
fn found(text: &str) -> Vec<String> {
    find(text).iter().map(|found| found.number.to_string()).collect()
}

fn printed(text: &str) -> Vec<String> {
    find(text).into_iter().map(|found| found.printed).collect()
}

/// Printed and canonical forms, in the order of the contract, then what else texts print.
const FORMS: &[(&str, &str)] = &[
    ("TSAG-TD104R1", "TSAG-TD104R1"),
    ("TD016", "TD16"),
    ("TD 120 Rev.1", "TD120R1"),
    ("TD120-R1", "TD120R1"),
    ("TD 120 (Rev.1)", "TD120R1"),
    ("TSAG-C084", "TSAG-C84"),
    ("C-103", "C103"),
    ("C 103", "C103"),
    ("Contribution 103", "C103"),
    ("C 005 Rev.1", "C5R1"),
    ("WTSA-24 C8 (Rev.1)", "WTSA-24-C8R1"),
    ("SG17-TD580", "SG17-TD580"),
    ("FG-AINN-I-139", "FG-AINN-I-139"),
    ("TD 71R2/1", "TD71R2/WP1"),
    ("TD 264/G", "TD264/GEN"),
    ("TD 264 (GEN)", "TD264/GEN"),
    ("TD 178/P", "TD178/PLEN"),
    ("TD31 (PLEN/13)", "TD31/PLEN"),
    ("TSAG-R4(2024-01)", "TSAG-R4"),
    ("SG2-LS63", "SG2-LS63"),
    ("DOC1R2", "DOC1R2"),
    ("DOC 1 (Rev.2)", "DOC1R2"),
    ("DOC6 Att.1", "DOC6-Att1"),
    ("C24/59 Rev.1", "C24/59R1"),
    ("TD7R1/D.3", "TD7R1"),
    ("TD-GEN-0120", "TD120/GEN"),
    ("SG17-TD-GEN-0120", "SG17-TD120/GEN"),
    ("TD/120", "TD120"),
    ("TD 6R7/1", "TD6R7/WP1"),
    ("TD 12-R1 (GEN)", "TD12R1/GEN"),
    ("TD 104 (WP1/17)", "TD104/WP1"),
    ("TD 216 R1/GEN", "TD216R1/GEN"),
    ("TD 108 Rev.2 (WP2)", "TD108R2/WP2"),
    ("TD 580-R2", "TD580R2"),
    ("SG13-TD401/WP2", "SG13-TD401/WP2"),
    ("SG13-C205R1", "SG13-C205R1"),
    ("SG13 C205 R1", "SG13-C205R1"),
    ("C.103", "C103"),
    ("C 351 R1", "C351R1"),
    ("Contribution C103", "C103"),
    ("Document TD 12", "TD12"),
    ("Document 12", "DOC12"),
    ("Document 24-E", "DOC24"),
    ("DT 120", "TD120"),
    ("SG17-C-0012", "SG17-C12"),
    ("SG17-LS12", "SG17-LS12"),
    ("TSAG-TD 311", "TSAG-TD311"),
    ("COM 17-R 5", "SG17-R5"),
    ("COM 17 – C 12-E", "SG17-C12"),
    ("T25-TSAG-C-0084", "TSAG-C84"),
    ("T25-SG17-251203-TD-WP1-0071", "SG17-TD71/WP1"),
    ("WTSA-24-INFO2", "WTSA-24-INFO2"),
    ("SG3RG-LAC-TD15", "SG3RG-LAC-TD15"),
    ("FG-AINN-I-135-R1", "FG-AINN-I-135R1"),
    ("FG-AINN-O-021", "FG-AINN-O-21"),
    ("O-021", "O-21"),
    ("TD\u{a0}120\u{a0}Rev.1", "TD120R1"),
    ("TSAG\u{2011}TD\u{2011}12", "TSAG-TD12"),
    ("C\u{2013}103", "C103"),
    (" (TD 12) ", "TD12"),
    ("C 12 Add.5", "C12-Add5"),
    ("C12R1-Corr1", "C12R1-Corr1"),
    ("LS12", "LS12"),
    ("TD 105 (Rév.1)", "TD105R1"),
];

#[test]
fn reports_may_stand_as_a_range_and_assemblies_have_contributions() {
    let found = |text: &str| find(text).iter().map(|found| found.number.to_string()).collect::<Vec<_>>();
    assert_eq!(found("see TSAG-R4-R7 and SG98-R2."), ["TSAG-R4", "TSAG-R7", "SG98-R2"]);
    assert_eq!(found("WTSA-28 INFO-03, WTSA-28 Document 25"), ["WTSA-28-INFO3", "WTSA-28-C25"]);
}

#[test]
fn printed_forms_are_read() {
    for (printed, expected) in FORMS {
        assert_eq!(canonical(printed), *expected, "{printed}");
        assert_eq!(canonical(expected), *expected, "canonical {expected}");
    }
}

#[test]
fn other_texts_are_refused() {
    let others = [
        "",
        "TD",
        "104",
        "A.7",
        "X.509",
        "G.8011",
        "Q11/17",
        "Q.Coord/C",
        "C/16",
        "A/9",
        "C++",
        "Resolution 22",
        "Council-24",
        "2025-05-26",
        "WP1/17",
        "5G",
        "LS/i",
        "TD12x",
        "TD 12 and more",
        "TD12-TD15",
        "+41 22 730",
        "C12.5",
        "TD123456",
        "TD12/TD13",
        "TD12R1R2",
    ];
    for text in others {
        assert!(text.parse::<DocumentNumber>().is_err(), "{text}: {}", canonical(text));
    }
    let error = "X.509".parse::<DocumentNumber>().unwrap_err();
    assert_eq!(error.to_string(), "`X.509` is no document number");
}

#[test]
fn a_part_is_read_beside_the_number() {
    let parsed = NumberGrammar::english().parse("TSAG-TD7R1/D.3").unwrap();
    assert_eq!((parsed.number.to_string().as_str(), parsed.part.as_deref()), ("TSAG-TD7R1", Some("D.3")));
}

#[test]
fn numbers_are_found_in_running_text() {
    let cases: &[(&str, &[&str])] = &[
        ("We saw C10, then TD104R1.", &["C10", "TD104R1"]),
        ("See TSAG-TD7R1/D.3 for that", &["TSAG-TD7R1"]),
        ("TDs 12, 13 and 15 were noted", &["TD12", "TD13", "TD15"]),
        ("TDs 12 (WP2), 13R2/GEN & 15", &["TD12/WP2", "TD13R2/GEN", "TD15"]),
        ("C10/C11/TD12", &["C10", "C11", "TD12"]),
        ("TDs: 12, 13", &["TD12", "TD13"]),
        ("SG5-TDs 12 to 15", &["SG5-TD12", "SG5-TD15"]),
        ("TD12, 13R1 and 13 people", &["TD12", "TD13R1"]),
        ("TD12, 13 people", &["TD12"]),
        ("in TD101-TD103 and TD201 to TD203", &["TD101", "TD103", "TD201", "TD203"]),
        ("Contributions 4, 5 Rev.1, and 6", &["C4", "C5R1", "C6"]),
        ("reply to SG2-LS63; FG-AINN-I-139, DOC1R2", &["SG2-LS63", "FG-AINN-I-139", "DOC1R2"]),
        ("Council document C24/59 Rev.1 and DOC6 Att.1", &["C24/59R1", "DOC6-Att1"]),
        ("(TD 497)", &["TD497"]),
        ("ITU-T SG17-C12 was sent", &["SG17-C12"]),
        ("the TSAG C044 of Oz", &["TSAG-C44"]),
        ("see C 3, C 5 Rev.1 and C.103.", &["C3", "C5R1", "C103"]),
        ("TD 12/13", &["TD12"]),
        ("report TSAG-R9(2025-06) is out", &["TSAG-R9"]),
        ("contained in TSAG-R1, 2, 4, 8 and its web page", &["TSAG-R1", "TSAG-R2", "TSAG-R4", "TSAG-R8"]),
        ("in SG98-R1, 2 and 4.", &["SG98-R1", "SG98-R2", "SG98-R4"]),
        ("in SG98-R1, 2 of them new", &["SG98-R1"]),
        ("Relator C1/2, Rapporteur de la Q1/2", &[]),
        ("TD12 - A proposal", &["TD12"]),
        ("C-197, C-210 Rev.1, C-211", &["C197", "C210R1", "C211"]),
        ("TD12 (Draft) TD13 (GEN)", &["TD12", "TD13/GEN"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), *expected, "{text}");
    }
}

#[test]
fn what_is_no_document_is_not_found() {
    let others = [
        "Recommendations A.7, X.509, G.8011 and C.12",
        "Q11/17 and C/16, WP1/17, LS/i, LS 12 of 13",
        "Documents of ITU-D such as Document 1/46 and Doc. 2/7",
        "C++ 17 and 5G since 2025-05-26, Resolution ITU-R 1 and Resolution 22 (Rev. Geneva, 2022)",
        "by Council-24 in room R1, tel. +41 22 730 5111",
        "Annex C 3 and Table C.1 say 20 °C 3 times, at 25 C 5",
        "C, as 12 of them said; ISO C-12-3; part C10.5 of ABC 12; C25/INF/4",
        "https://example.org/T25-TSAG-C-0084 or a/TD12 or x_TD12",
        "RG-DT-1: to act; TD/2: nothing; STD 12, e-TD12a, C12x, TD123456",
    ];
    for text in others {
        assert_eq!(found(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn each_number_has_its_own_place() {
    let text = "The TDs\u{a0}12, 13\u{a0}Rev.1 and (TD 7 (GEN)).";
    assert_eq!(printed(text), ["TDs\u{a0}12", "13\u{a0}Rev.1", "TD 7 (GEN)"]);
    for number in find(text) {
        assert_eq!(text[number.range], number.printed);
    }
    let part = &find("see TSAG-TD7R1/D.3")[0];
    assert_eq!((part.printed.as_str(), part.part.as_deref()), ("TSAG-TD7R1/D.3", Some("D.3")));
}

#[test]
fn words_of_another_language_are_given() {
    let pair = |word: &str, code: &str| (word.to_owned(), code.to_owned());
    let french = NumberWords {
        series: vec![pair("Document temporaire", "TD")],
        plural_series: vec![pair("DT", "TD")],
        revision: vec!["Rév".to_owned()],
        attachment: vec![pair("Pièce jointe", "Att")],
        between: vec!["et".to_owned()],
    };
    let grammar = NumberGrammar::new(&NumberWords::english().and(&french));
    let found = grammar.find("les DT 12 et 13 Rév.2, le Document\u{a0}temporaire 5 Pièce jointe 1");
    let numbers: Vec<String> = found.iter().map(|found| found.number.to_string()).collect();
    assert_eq!(numbers, ["TD12", "TD13R2", "TD5-Att1"]);
    assert!(NumberGrammar::new(&NumberWords::default()).find("TD12 Rev.1")[0].number.revision.is_none());
}

#[test]
fn numbers_match_on_what_both_state() {
    let matches = |one: &str, other: &str| {
        let (one, other): (DocumentNumber, DocumentNumber) = (one.parse().unwrap(), other.parse().unwrap());
        assert_eq!(one.matches(&other), other.matches(&one));
        one.matches(&other)
    };
    assert!(matches("TSAG-TD104R1/GEN", "TD104R1"));
    assert!(matches("TSAG-TD104", "TD104/GEN"));
    assert!(!matches("TD104", "TD104R1"));
    assert!(!matches("TD104/WP1", "TD104/GEN"));
    assert!(!matches("SG2-C1", "SG3-C1"));
    assert!(!matches("C24/59", "C59"));
    assert!(!matches("DOC6", "DOC6-Att1"));
}

#[test]
fn parts_are_put_in_and_left_out() {
    let number: DocumentNumber = "TD104R1/GEN".parse().unwrap();
    assert_eq!(number.without_revision().to_string(), "TD104/GEN");
    assert_eq!(number.with_group("TSAG").to_string(), "TSAG-TD104R1/GEN");
}

#[test]
fn what_is_found_is_read_however_many_codes_its_group_is_made_of() {
    for text in [
        "TD105R-01SG20-C77226AAAD10ZR-01SG20-C7722",
        "(R77-C77-R2)",
        "T25-TD12-TD15",
        "SG5-C77-R2",
        "(A77.C-0024-R2-E-R2-E1)",
    ] {
        for found in find(text) {
            assert_eq!(found.number.to_string().parse(), Ok(found.number), "{text}");
        }
    }
}

#[test]
fn long_texts_are_read_in_one_pass() {
    let text = "C C C-TD TD 12, WTSA-24-".repeat(20_000);
    assert_eq!(find(&text).len(), 20_000);
}

fn any_number() -> impl Strategy<Value = DocumentNumber> {
    let group =
        prop::option::of("SG[1-9]|SG[12][0-9]|TSAG|RAG|WTSA-2[0-9]|FG-[A-Z]{2,4}[0-9]?|SG3RG-[A-Z]{3}|WP3M");
    let series = prop::sample::select(vec!["TD", "C", "R", "LS", "DOC", "INFO", "COL", "I", "O"]);
    let subgroup = prop::option::of("GEN|PLEN|WP[1-9]|JCA");
    let attachments = prop::collection::vec("(Att|Add|Corr|Ann)[1-9][0-9]?", 0..3);
    (group, series, 0u32..=99_999, prop::option::of(1u16..=99), subgroup, attachments).prop_map(
        |(group, series, number, revision, subgroup, attachments)| DocumentNumber {
            group,
            revision,
            subgroup: subgroup.filter(|_| series == "TD"),
            attachments,
            ..DocumentNumber::new(series, number)
        },
    )
}

proptest! {
    #[test]
    fn a_number_displayed_is_read_as_itself(number in any_number()) {
        prop_assert_eq!(number.to_string().parse(), Ok(number.clone()));
        let json = serde_json::to_string(&number).unwrap();
        prop_assert_eq!(serde_json::from_str::<DocumentNumber>(&json).unwrap(), number);
    }

    #[test]
    fn a_council_document_is_read_as_itself(session in 0u8..100, number in 1u32..9999, revision in prop::option::of(1u16..99)) {
        let number = DocumentNumber { session: Some(session), revision, ..DocumentNumber::new("C", number) };
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }

    #[test]
    fn any_text_is_searched(text in "([ -~\u{a0}–é€]|TDs? ?[0-9]|C-?[0-9]|, [0-9]{2}| and |Rev\\.1|\\(GEN\\)|SG1-){0,40}") {
        let mut end = 0;
        for found in find(&text) {
            prop_assert!(found.range.start >= end);
            prop_assert_eq!(&text[found.range.clone()], &found.printed);
            end = found.range.end;
        }
    }
}
