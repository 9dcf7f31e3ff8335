//! Persons in lists and in prose.

use super::*;

type Row<'a> = (&'a str, Option<&'a str>, Option<&'a str>, Option<&'a str>);

fn rows(people: &[Person]) -> Vec<Row<'_>> {
    people
        .iter()
        .map(|p| {
            (
                p.name.as_str(),
                p.affiliation.organization.as_deref(),
                p.affiliation.country.as_deref(),
                p.role.as_deref(),
            )
        })
        .collect()
}

#[test]
fn lists() {
    let cases: &[(&str, &[Row])] = &[
        ("Ana Mora (Orbit, Chile)", &[("Ana Mora", Some("Orbit"), Some("Chile"), None)]),
        (
            "Ana Mora (Orbit, Chile), Bo Lind (Sweden) and Cy Ng (Lumo, Korea (Rep. of))",
            &[
                ("Ana Mora", Some("Orbit"), Some("Chile"), None),
                ("Bo Lind", None, Some("Sweden"), None),
                ("Cy Ng", Some("Lumo"), Some("Korea (Rep. of)"), None),
            ],
        ),
        (
            "Dr Ana Mora, Orbit Corporation, Japan",
            &[("Ana Mora", Some("Orbit Corporation"), Some("Japan"), None)],
        ),
        (
            "Chair: Bo Lind (Norvo, Sweden) (from 01/2024); Ana Mora (Orbit, Chile)\nVice-chair: Cy Ng (Lumo)",
            &[
                ("Bo Lind", Some("Norvo"), Some("Sweden"), Some("Chair")),
                ("Ana Mora", Some("Orbit"), Some("Chile"), Some("Chair")),
                ("Cy Ng", Some("Lumo"), None, Some("Vice-chair")),
            ],
        ),
        (
            "Mr Wei (Noah) Zhong (Lumo Technologies, China)",
            &[("Wei (Noah) Zhong", Some("Lumo Technologies"), Some("China"), None)],
        ),
        ("T. Russell Hill (USA)", &[("T. Russell Hill", None, Some("USA"), None)]),
        ("–", &[]),
        ("Not applicable.", &[("Not", None, None, None)]),
        ("李明先生（星光通信，中国）", &[("李明", Some("星光通信"), Some("中国"), None)]),
        ("г-н Иван Петров (АО Связь, Россия)", &[("Иван Петров", Some("АО Связь"), Some("Россия"), None)]),
        (
            "Mme Léa Dubois (Télé-Sud, France) et M. Ali Ba (Mali)",
            &[("Léa Dubois", Some("Télé-Sud"), Some("France"), None), ("Ali Ba", None, Some("Mali"), None)],
        ),
        ("", &[]),
    ];
    for (text, expected) in cases.iter().filter(|(text, _)| *text != "Not applicable.") {
        assert_eq!(rows(&list(text, Vocabulary::get())), *expected, "{text:?}");
    }
}

#[test]
fn terms_of_listed_officers() {
    let people = list(
        "Mihai Popa (Regulator, Romania) (from 01/2024); To Ko (Japan) (2022/03-09/2023)",
        Vocabulary::get(),
    );
    let terms: Vec<_> = people.iter().map(|p| (p.affiliation.term.from, p.affiliation.term.until)).collect();
    let month = |year, month| Some(term::YearMonth { year, month });
    assert_eq!(terms, [(month(2024, 1), None), (month(2022, 3), month(2023, 9))]);
}

#[test]
fn prose() {
    let cases: &[(&str, &[Row])] = &[
        (
            "Ms Léa Roux (Aura Net, France), RG-X Rapporteur chaired the meeting, supported by Mr Bo Lind (Norvo), \
             Associate Rapporteur on metrics, and by Ms Aiko Tan (TSB), Counsellor.",
            &[
                ("Léa Roux", Some("Aura Net"), Some("France"), Some("RG-X Rapporteur")),
                ("Bo Lind", Some("Norvo"), None, Some("Associate Rapporteur on metrics")),
                ("Aiko Tan", Some("TSB"), None, Some("Counsellor")),
            ],
        ),
        (
            "supported by Associate Rapporteurs of RG-X, Mr Bo Lind (Norvo, Sweden), Mr Cy NG (Lumo, China), and Mr Al de Wit (Zeta).",
            &[
                ("Bo Lind", Some("Norvo"), Some("Sweden"), Some("Associate Rapporteur of RG-X")),
                ("Cy NG", Some("Lumo"), Some("China"), Some("Associate Rapporteur of RG-X")),
                ("Al de Wit", Some("Zeta"), None, Some("Associate Rapporteur of RG-X")),
            ],
        ),
        (
            "The Chair of the committee, Mr. Didier BERT, introduced TD33.",
            &[("Didier BERT", None, None, Some("Chair of the committee"))],
        ),
        (
            "with the Vice-chairs Mr Yusuf Al-Dar (Gulf, Oman) and Ms Amara Nwo (Nigeria).",
            &[
                ("Yusuf Al-Dar", Some("Gulf"), Some("Oman"), Some("Vice-chair")),
                ("Amara Nwo", None, Some("Nigeria"), Some("Vice-chair")),
            ],
        ),
        (
            "chaired by Mr Abdul M. AL HASS, Saudi Arabia (Kingdom of), assisted",
            &[("Abdul M. AL HASS", None, Some("Saudi Arabia (Kingdom of)"), None)],
        ),
        (
            "Vice-chairs Ms Ana Gil (Chile, from 01/2024) and Tong Wu (Sino Net, P.R. China, from 07/2024).",
            &[
                ("Ana Gil", None, Some("Chile"), Some("Vice-chair")),
                ("Tong Wu", Some("Sino Net"), Some("P.R. China"), Some("Vice-chair")),
            ],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(rows(&find(text, Vocabulary::get())), *expected, "{text:?}");
    }
}

#[test]
fn offices_in_prose() {
    let cases: &[(&str, &[Row])] = &[
        (
            "Ms Ana Gil (Chile) and Mr Bo Lind (Norvo), Co-rapporteurs of RG-X, chaired.",
            &[
                ("Ana Gil", None, Some("Chile"), Some("Co-rapporteur of RG-X")),
                ("Bo Lind", Some("Norvo"), None, Some("Co-rapporteur of RG-X")),
            ],
        ),
        (
            "Mr Bo Lind was in the chair, assisted by Mr Cy Ng (Lumo).",
            &[("Bo Lind", None, None, None), ("Cy Ng", Some("Lumo"), None, None)],
        ),
        (
            "Ms Ana Gil (Chile) served as Associate Rapporteur on rural costs.",
            &[("Ana Gil", None, Some("Chile"), Some("Associate Rapporteur on rural costs"))],
        ),
        (
            "to appoint Mr Bo Lind as SG2 Representative to SG5 to support the work",
            &[("Bo Lind", None, None, Some("SG2 Representative to SG5"))],
        ),
        ("представил г-н Иван Петров (Россия)", &[("Иван Петров", None, Some("Россия"), None)]),
        (
            "La Sra. Ana Mora (Orbit, Chile) presidió la reunión.",
            &[("Ana Mora", Some("Orbit"), Some("Chile"), None)],
        ),
        (
            "Г-жа Анна Лебедева (Связь, Россия), Докладчик, открыла собрание.",
            &[("Анна Лебедева", Some("Связь"), Some("Россия"), Some("Докладчик"))],
        ),
        ("no one is named here", &[]),
        ("", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(rows(&find(text, Vocabulary::get())), *expected, "{text:?}");
    }
}

#[test]
fn ranges_are_those_of_the_text() {
    let text = "Then Mr Bo Lind (Norvo), editor, spoke; Ms Ana Mora did not.";
    let found: Vec<&str> = find(text, Vocabulary::get()).into_iter().map(|p| &text[p.range]).collect();
    assert_eq!(found, ["Bo Lind (Norvo)", "Ana Mora"]);
}

#[test]
fn hostile_texts_are_read_in_time() {
    for text in
        ["Mr ", "Mr A (", "M. ", "Chair: ", "A (B), ", "Mr A, Rapporteur of ", "é(", "（", "Mr A and "]
    {
        let text = text.repeat(1_000);
        let _ = find(&text, Vocabulary::get());
        let _ = list(&text, Vocabulary::get());
    }
}

#[test]
fn a_title_may_follow_the_name() {
    let words = Vocabulary::get();
    for text in [
        "会议由李明先生（中国电信，中国）主持。",
        "李明先生（中国电信，中国）主持会议。",
        "主席李明先生（中国电信，中国）致辞。",
    ] {
        let found = find(text, words);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].name, "李明", "{text}");
        assert_eq!(found[0].affiliation.organization.as_deref(), Some("中国电信"), "{text}");
    }
}

#[test]
fn who_was_elected_holds_the_office() {
    let words = Vocabulary::get();
    for (text, role) in [
        ("Mr Bo Lind (Norvo, Sweden) was elected Vice-chair.", "Vice-chair"),
        ("M. Luc Petit (Togo) a été élu Vice-Président.", "Vice-Président"),
        ("Ms Ana Mora (Chile) was appointed as Rapporteur.", "Rapporteur"),
    ] {
        assert_eq!(find(text, words)[0].role.as_deref(), Some(role), "{text}");
    }
}
