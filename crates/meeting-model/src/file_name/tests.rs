//! File names both ways.

use proptest::prelude::*;

use super::*;
use crate::DocumentNumber;

/// Names and the numbers that they stand for.
const NAMES: &[(&str, &str)] = &[
    ("T25-TSAG-250526-TD-GEN-0104!R1!MSW-E.docx", "TSAG-TD104R1/GEN"),
    ("T25-SG12-250909-TD-GEN-0292!!MSW-E", "SG12-TD292/GEN"),
    ("T25-SG12-C-0005!R1!MSW-E.docx", "SG12-C5R1"),
    ("R19-WP3M-C-0364!N02!MSW-E.docx", "WP3M-C364-Ann2"),
    ("T13-WTSA.16-C-0046!A30!MSW-E", "WTSA-16-C46-Add30"),
    ("T22-WTSA.24-C-0024!!MSW-E", "WTSA-24-C24"),
    ("T22-TSAG-C-0084!!MSW-E.docx", "TSAG-C84"),
    ("T22-TSAG-R-0004!!PDF-F.pdf", "TSAG-R4"),
    ("sp18-sg05-oLS-00012", "SG5-LS12"),
    ("sp18-sg05-oLS-00012.docx", "SG5-LS12"),
    ("D22-TDAG.31-C-0012!R2-A1!MSW-S (2).docx", "TDAG-31-C12R2-Add1"),
    ("D22-SG01-C-0123!!MSW-R.docx", "SG1-C123"),
    ("D25-SG01-REP-0009!!MSW-E.docx", "SG1-REP9"),
    ("S24-CL-C-0059!R1!MSW-E.docx", "C24/59R1"),
    ("T25-SG17-251203-TD-WP1-0071", "SG17-TD71/WP1"),
    ("T25-SG17-251203-TD-PLEN-0309!!ZIP-E.zip", "SG17-TD309/PLEN"),
    ("T25-SG17-C-0210!!MSW-E (1).docx", "SG17-C210"),
    ("T25-SG17-C-12345!X7!MSW-E.docx", "SG17-C12345"),
];

#[test]
fn names_are_numbers() {
    for (name, number) in NAMES {
        let parsed: FileName = name.parse().unwrap();
        assert_eq!(parsed.to_string(), *name);
        assert_eq!(parsed.to_number().map(|number| number.to_string()).as_deref(), Some(*number), "{name}");
    }
}

#[test]
fn a_name_is_taken_apart() {
    let name: FileName = "T25-TSAG-250526-TD-GEN-0104!R1!MSW-F (3).docx".parse().unwrap();
    assert_eq!(name.sector, Some(Sector::Standardization));
    assert_eq!((name.period, name.number, name.copy), (25, 104, Some(3)));
    assert_eq!(name.meeting_date, Some(jiff::civil::date(2025, 5, 26)));
    assert_eq!(
        (name.group.as_str(), name.series.as_str(), name.subgroup.as_deref()),
        ("TSAG", "TD", Some("GEN"))
    );
    assert_eq!(name.language_of(), Some(Language::French));
    assert_eq!(name.modifiers, ["R1"]);
}

#[test]
fn other_names_are_refused() {
    let others = [
        "",
        "minutes final.docx",
        "T25-SG20-260302-TD.xml",
        "~$5-SG20-260302-TD-PLEN-0102!!MSW-E.docx",
        "T25-SG20-261302-TD-GEN-0001!!MSW-E.docx",
        "T25-SG20-C-00012!!MSW-E.docx",
        "X25-SG20-C-0012!!MSW-E.docx",
    ];
    for name in others {
        assert_eq!(name.parse::<FileName>().unwrap_err().text, name);
    }
}

#[test]
fn an_unknown_series_has_no_number() {
    let name: FileName = "T25-SG20-ZZZ-0012!!MSW-E.docx".parse().unwrap();
    assert_eq!(name.to_number(), None);
}

#[test]
fn a_number_has_a_name() {
    let number: DocumentNumber = "TSAG-TD104R1/GEN".parse().unwrap();
    let name = FileName {
        meeting_date: Some(jiff::civil::date(2025, 5, 26)),
        language: Some(Language::English.letter().to_owned()),
        ..FileName::for_number(&number, Sector::Standardization, 25).unwrap()
    };
    assert_eq!(name.to_string(), "T25-TSAG-250526-TD-GEN-0104!R1!MSW-E.docx");
    assert_eq!(FileName::for_number(&DocumentNumber::new("C", 1), Sector::Union, 25), None);
}

#[test]
fn numbers_of_names_have_names_again() {
    for (_, printed) in NAMES {
        let number: DocumentNumber = printed.parse().unwrap();
        let name = FileName::for_number(&number, Sector::Development, 22).unwrap();
        assert_eq!(name.to_number(), Some(number), "{name}");
        assert_eq!(name.to_string().parse(), Ok(name));
    }
}

fn any_name() -> impl Strategy<Value = FileName> {
    let place =
        (prop::sample::select(Sector::ALL), 0u8..100, "SG[0-9]{1,2}|TSAG|WTSA\\.[0-9]{2}|WP[1-7][A-Z]");
    let day = prop::option::of((1980i16..2080, 1i8..=12, 1i8..=28));
    let paper = ("C|R|TD|LS|COL", prop::option::of("GEN|PLEN|WP[1-9]"), 0u32..100_000);
    let text = (
        prop::collection::vec("R[1-9]|A[1-9][0-9]|N0[1-9]|Att[1-9]|[BXZ][1-9]", 0..3),
        prop::option::of(("MSW|PDF|ZIP", prop::option::of("[EFSACR]"))),
        prop::option::of(1u16..999),
        prop::option::of("docx?|pdf|zip"),
    );
    (place, day, paper, text).prop_map(|((sector, period, group), day, paper, text)| FileName {
        sector: Some(sector),
        period,
        group,
        meeting_date: day.map(|(year, month, day)| jiff::civil::date(year, month, day)),
        subgroup: paper.1.filter(|_| paper.0 == "TD"),
        series: paper.0,
        number: paper.2,
        modifiers: text.0,
        language: text.1.clone().and_then(|(_, language)| language),
        format: text.1.map(|(format, _)| format),
        copy: text.2,
        extension: text.3,
    })
}

proptest! {
    #[test]
    fn a_name_displayed_is_read_as_itself(name in any_name()) {
        prop_assert_eq!(name.to_string().parse(), Ok(name.clone()));
        let number = name.to_number().unwrap();
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }
}
