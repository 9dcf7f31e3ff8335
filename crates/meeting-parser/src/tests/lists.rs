use super::report;

#[test]
fn document_lists_are_known_by_their_columns() {
    let document = report(
        "%list 6 decimal %1.\n# Annex A: Documents\n|!header| # | Category | TD/C # | Source | Title |\n\
         | {num 6.0} | Infomration | (TD016) | Chile; Fio Net, Inc. | Statistics |\n\
         |!header| # | Category | TD/C # | Source | Title |\n\
         | {num 6.0} | Report | {link https://example.org/td17|TD17} | Rapporteur, RG-XYZ | Reserved for: Report |",
    );
    let [first, second] = &document.documents[..] else { panic!("{:?}", document.documents) };
    assert_eq!((first.position, first.category.as_deref()), (Some(1), Some("information")));
    assert_eq!(first.number.as_ref().unwrap().to_string(), "TD16");
    assert_eq!((first.printed.as_deref(), first.introduced), (Some("TD016"), Some(false)));
    assert_eq!(first.sources, ["Chile", "Fio Net, Inc."]);
    assert!(second.reserved);
    assert_eq!(second.url.as_deref(), Some("https://example.org/td17"));
}

#[test]
fn terms_of_reference_are_the_points_under_their_title() {
    let document = report(
        "# 1 Opening\n# Annex B: Terms of reference of RG-XYZ\nRG-XYZ shall:\n- Count meters.\n- Report.\n| Resolution 7 | RG-XYZ |",
    );
    let [terms] = &document.terms_of_reference[..] else { panic!("{:?}", document.terms_of_reference) };
    assert_eq!(terms.group.as_deref(), Some("RG-XYZ"));
    assert_eq!(terms.items, ["Count meters.", "Report."]);
}

#[test]
fn references_are_counted_by_number_and_part() {
    let document = report("# 1 Opening\nSee TD4, TSAG-TD9/D.2 and TD4 again.");
    let found: Vec<_> = document
        .references
        .iter()
        .filter(|found| found.number.number != 501)
        .map(|found| (found.number.to_string(), found.part.as_deref(), found.count))
        .collect();
    assert_eq!(found, [("TD4".to_owned(), None, 2), ("TSAG-TD9".to_owned(), Some("D.2"), 1)]);
}

#[test]
fn officers_and_volunteers_are_people() {
    let document = report(
        "# 0 Introduction\nMs Ana Lima (Fio Net, Brazil), Rapporteur of RG-XYZ, chaired the meeting.\n# 1 Committee\n\
         The following people have volunteered for the IEWSC:\nBo Ek (Nord AB, Sweden)\nLi Wei (China)",
    );
    let found: Vec<_> =
        document.people.iter().map(|p| (p.name.as_str(), p.role.as_deref(), p.group.as_deref())).collect();
    assert_eq!(
        found,
        [
            ("Ana Lima", Some("Rapporteur"), Some("RG-XYZ")),
            ("Bo Ek", Some("volunteer"), Some("IEWSC")),
            ("Li Wei", Some("volunteer"), Some("IEWSC")),
        ]
    );
}

#[test]
fn who_chaired_may_lack_a_title() {
    for text in [
        "The sessions were chaired by the Rapporteur, Ann Lee (Fio Net, Chile).",
        "The group met, chaired by Ann Lee (Fio Net, Chile), and closed early.",
        "La réunion a été présidée par M. Ann Lee (Fio Net, Chile).",
    ] {
        let people = report(&format!("# 1 Introduction\n{text}")).people;
        assert_eq!(people.len(), 1, "{text}");
        assert_eq!(
            (people[0].name.as_str(), people[0].country.as_deref()),
            ("Ann Lee", Some("Chile")),
            "{text}"
        );
    }
    assert_eq!(report("# 1 Introduction\nThe session chaired by Chile (see TD4) was long.").people, []);
}
