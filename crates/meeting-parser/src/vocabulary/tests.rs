//! The files are complete, and each language is found.

use super::*;

/// The files of the vocabulary.
const FILES: [(Language, &str); 6] = [
    (Language::English, include_str!("../../vocabulary/en.toml")),
    (Language::French, include_str!("../../vocabulary/fr.toml")),
    (Language::Spanish, include_str!("../../vocabulary/es.toml")),
    (Language::Arabic, include_str!("../../vocabulary/ar.toml")),
    (Language::Chinese, include_str!("../../vocabulary/zh.toml")),
    (Language::Russian, include_str!("../../vocabulary/ru.toml")),
];

#[test]
fn every_language_has_every_key() {
    for (language, text) in FILES {
        if let Err(error) = file::read(language, text) {
            panic!("{error}");
        }
    }
}

#[test]
fn no_key_is_without_words_in_english() {
    macro_rules! filled {
        ($file:ident: $($section:ident),+) => {$(
            for (key, words) in $file.$section.entries() {
                assert!(!words.is_empty(), "[{}] {}", stringify!($section), key.name());
            }
        )+};
    }
    let english = file::read(FILES[0].0, FILES[0].1).expect("reads");
    filled!(english: languages, sectors, cover, columns, headings, kinds, proposed, outcomes, decisions, markers);
    for (language, text) in FILES {
        let file = file::read(language, text).expect("reads");
        filled!(file: languages, sectors, cover, months, weekdays, outcomes, decisions, roles, kinds, proposed);
    }
}

#[test]
fn a_misspelt_or_missing_key_is_an_error() {
    let (language, english) = FILES[0];
    assert!(file::read(language, &english.replace("\nkeywords =", "\nkeyworts =")).is_err());
    assert!(file::read(language, &english.replace("[weekdays]", "[weekdayz]")).is_err());
    let lacks = file::read(language, "prefixes = []").expect_err("lacks nearly everything");
    assert!(lacks.to_string().starts_with("en.toml"), "{lacks}");
}

#[test]
fn labels_of_the_cover_in_six_languages() {
    let words = Vocabulary::get();
    for (label, field) in [
        ("Question(s):", CoverField::Question),
        ("E-mail\u{a0}:", CoverField::Email),
        ("SOURCE:", CoverField::Source),
        ("Mots clés:", CoverField::Keywords),
        ("RESUME :", CoverField::Abstract),
        ("Origine:", CoverField::Source),
        ("Cuestión(es):", CoverField::Question),
        ("Palabras clave:", CoverField::Keywords),
        ("Correo-e:", CoverField::Email),
        ("المصدر:", CoverField::Source),
        ("العنوان:", CoverField::Title),
        ("来源：", CoverField::Source),
        ("标题:", CoverField::Title),
        ("Источник:", CoverField::Source),
        ("Вопрос(ы):", CoverField::Question),
        ("For information to:", CoverField::ForInformation),
    ] {
        assert_eq!(words.cover.get(label), Some(field), "{label}");
    }
    assert_eq!(words.cover_label("Source: Chair, SG3"), Some((CoverField::Source, 7)));
    assert_eq!(words.cover_label("nothing here"), None);
}

#[test]
fn heads_of_columns() {
    let words = Vocabulary::get();
    for (head, column) in [
        ("#", Column::Position),
        ("No.", Column::Position),
        ("N°", Column::Position),
        ("TD/C #", Column::Document),
        ("Document(s)", Column::Document),
        ("Doc No.", Column::Document),
        ("Proposed treatment", Column::Treatment),
        ("Discussion and outcome", Column::Treatment),
        ("Place/Host", Column::Place),
        ("Date, place", Column::PlaceDate),
        ("Date (time)", Column::Date),
        ("Equivalent e.g. ISO/IEC", Column::Equivalent),
        ("For information to", Column::ForInformation),
        ("TAP/AAP", Column::Process),
        ("Target date", Column::DueDate),
        ("Источник", Column::Source),
        ("文件", Column::Document),
    ] {
        assert_eq!(words.column(head), Some(column), "{head}");
    }
    assert_eq!(words.column(""), None);
}

#[test]
fn headings_and_kinds() {
    let words = Vocabulary::get();
    assert_eq!(words.heading("Annex A: Documentation"), Some(Heading::Documentation));
    assert_eq!(words.heading("AOB"), Some(Heading::OtherBusiness));
    assert_eq!(words.heading("Closure of the meeting"), Some(Heading::Closing));
    assert_eq!(words.heading("Actions for WP1:"), Some(Heading::Actions));
    assert_eq!(words.heading("Planned interim meetings"), Some(Heading::FutureMeetings));
    assert_eq!(words.kinds.find("Draft report of the RG-WM meeting")[0].key, DocumentKind::MeetingReport);
}

#[test]
fn phrases_are_found_in_running_text() {
    let words = Vocabulary::get();
    let found = |text| words.decisions.find(text).into_iter().map(|hit| hit.key).collect::<Vec<_>>();
    assert_eq!(
        found("The meeting took note of it and set up a team"),
        [DecisionVerb::Noted, DecisionVerb::Established]
    );
    assert_eq!(found("La réunion a pris note du rapport"), [DecisionVerb::Noted]);
    assert_eq!(found("会议批准了该报告"), [DecisionVerb::Approved]);
    assert_eq!(found("وأحاط الاجتماع علما"), [DecisionVerb::Noted]);
    assert_eq!(found("Собрание утвердило повестку дня"), [DecisionVerb::Approved]);
}

#[test]
fn countries_have_codes() {
    let words = Vocabulary::get();
    for name in
        ["Korea (Rep. of)", "CÔTE D’IVOIRE", "U.S.A.", "Российская Федерация", "中国", "Viet Nam", "الأرجنتين"]
    {
        assert!(words.countries.code(name).is_some(), "{name}");
    }
    assert_eq!(words.countries.code("ITU/TSB"), None);
}

#[test]
fn bodies_have_kinds_and_sectors() {
    let bodies = &Vocabulary::get().bodies;
    for (code, kind) in [
        ("RG-WM", Some(Thing::RapporteurGroup)),
        ("FG-AINN", Some(Thing::FocusGroup)),
        ("JCA-IoT", Some(Thing::JointCoordinationActivity)),
        ("CWG-SFP", None),
        ("RGB", None),
        ("SG17", None),
    ] {
        assert_eq!(bodies.kind(code), kind, "{code}");
    }
    for (code, sector) in [
        ("WTSA", Some(Sector::ItuT)),
        ("WTDC-25", Some(Sector::ItuD)),
        ("RA-27", Some(Sector::ItuR)),
        ("PP-26", Some(Sector::Itu)),
        ("PP", None),
        ("RAG", None),
        ("TSAG", None),
    ] {
        assert_eq!(bodies.assembly(code), sector, "{code}");
    }
}
