//! What does not agree in the invented folder, rule by rule.

use meeting_model::Finding;

use crate::support::{RECORD, findings, text, texts};

fn numbers(code: &str) -> Vec<String> {
    findings(code).iter().map(|finding| text(finding.number.as_ref())).collect()
}

fn only(code: &str, about: &str) -> &'static Finding {
    let mut fitting = findings(code).into_iter().filter(|finding| text(finding.number.as_ref()) == about);
    fitting.next().unwrap_or_else(|| panic!("no {code} about {about}"))
}

#[test]
fn absent_documents_are_told_with_what_cites_them() {
    assert_eq!(texts(&only("cited-but-absent", "SG13-C12").cited_in), ["SG13-C31", "SG13-R4"]);
    assert!(!numbers("cited-but-absent").contains(&"SG13-TD49/GEN".to_owned()));
    assert_eq!(numbers("indexed-but-absent"), ["SG13-TD49/GEN"]);
}

#[test]
fn a_revision_that_is_not_there_is_told_apart() {
    assert_eq!(numbers("cited-revision-absent"), Vec::<String>::new());
}

#[test]
fn documents_that_no_index_has_are_told() {
    let numbers = numbers("present-but-not-indexed");
    assert!(numbers.contains(&"SG13-TD10/GEN".to_owned()), "{numbers:?}");
    assert!(!numbers.contains(&"SG13-LS7".to_owned()), "{numbers:?}");
}

#[test]
fn titles_and_sources_are_compared_with_the_index() {
    let title = only("title-differs", "SG13-C34");
    assert_eq!(title.index.as_deref(), Some("Radio under ice"));
    assert_eq!(title.cover.as_deref(), Some("Radio below ice"));
    // The index names the first of two sources, and one without its country.
    assert_eq!(numbers("source-differs"), Vec::<String>::new());
}

#[test]
fn agenda_and_report_are_compared() {
    assert_eq!(numbers("on-agenda-not-in-report"), ["SG13-C34", "SG13-C37"]);
    assert_eq!(only("on-agenda-not-in-report", "SG13-C34").agenda_items, ["3.2"]);
    assert_eq!(only("discussed-not-on-agenda", "SG13-C35").report_items, ["3.2"]);
    let outside: Vec<String> =
        [numbers("discussed-not-on-agenda"), numbers("on-agenda-not-in-report")].concat();
    assert!(!outside.iter().any(|number| number.starts_with("SG13-TD10") || number.starts_with("SG13-TD11")));
}

#[test]
fn files_are_told_whose_names_say_nothing_or_something_else() {
    let wrong = findings("number-differs-from-file-name");
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].cover.as_deref(), Some("SG13-C43"));
    assert_eq!(wrong[0].file_name.as_deref(), Some("SG13-C34"));
    let files: Vec<&str> =
        findings("file-name-without-number").iter().filter_map(|finding| finding.file.as_deref()).collect();
    assert_eq!(
        files,
        ["TD/T25-SG13-270705-TD-GEN-0048!!ZIP-E.zip/statement.docx", "TD/answer to SG2.docx", "speech.docx",]
    );
}

#[test]
fn repeated_files_and_numbers_are_told() {
    let files: Vec<&str> =
        findings("duplicate-file").iter().filter_map(|finding| finding.file.as_deref()).collect();
    assert_eq!(
        files,
        [
            "Contributions/late.zip/T25-SG13-C-0031!!MSW-E.docx",
            "Downloads/T25-SG13-C-0031!!MSW-E (1).docx",
            "Downloads/for the chair.docx",
        ]
    );
    let shared = findings("same-number-in-several-subgroups");
    assert_eq!(texts(&shared[0].numbers), ["SG13-TD10/GEN", "SG13-TD10R2/PLEN"]);
}

#[test]
fn every_finding_can_be_explained() {
    assert!(RECORD.findings.iter().all(|finding| meeting_checks::explain(&finding.code).is_some()));
    assert!(RECORD.findings.iter().all(|finding| !finding.message.is_empty()));
}
