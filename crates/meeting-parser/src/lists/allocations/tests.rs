//! Allocation tables as they are met.

use word_document::testing::docx;

/// Documents with their groups.
fn read(notation: &str) -> Vec<(String, Vec<String>)> {
    let document = crate::parse(&docx(notation), "agenda.docx", &crate::Limits::default()).expect("reads");
    document.allocations.into_iter().map(|found| (found.document.to_string(), found.groups)).collect()
}

#[track_caller]
fn check(notation: &str, expected: &[(&str, &[&str])]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(document, groups)| ((*document).to_owned(), groups.iter().map(ToString::to_string).collect()))
        .collect();
    assert_eq!(read(notation), expected);
}

#[test]
fn marks_under_a_merged_head() {
    check(
        "|!header| {vmerge}Document | {vmerge}Source | {span 3}Group |\n\
         |!header| {vcont} | {vcont} | PLEN | WP1/9 | WP2/9 |\n\
         | {span 5}Contributions |\n\
         | C 7 | Utopia |  | X | x |\n\
         | {vmerge}Document | {vmerge}Source | {span 3}Group |\n\
         | {vcont} | {vcont} | PLEN | WP1/9 | WP2/9 |\n\
         | TD 31R1/GEN | SG2 | ✓ | – |  |\n",
        &[("C7", &["WP1/9", "WP2/9"]), ("TD31R1/GEN", &["PLEN"])],
    );
}

#[test]
fn marks_under_one_row_of_heads_and_a_table_in_two_parts() {
    check(
        "| Title | Q3/9 | Q5/9 | Ad hoc on AI | TD # |\n\
         | First text | ☒ | ☐ | ☐ | TD 4/GEN |\n\
         | Second text | No | Yes | • | TD 5/GEN |\n\
         \n\
         | Third text |  | X |  | TD 6/GEN |\n",
        &[("TD4/GEN", &["Q3/9"]), ("TD5/GEN", &["Q5/9", "Ad hoc on AI"]), ("TD6/GEN", &["Q5/9"])],
    );
}

#[test]
fn a_column_names_the_groups() {
    check(
        "| No. | Document | Title | Allocated to |\n| 1 | C 1 | Text one | WP1/9, WP3/9 and PLEN |\n\
         | 2 | C 2 | Text two | WP2/9 |\n",
        &[("C1", &["WP1/9", "WP3/9", "PLEN"]), ("C2", &["WP2/9"])],
    );
}

#[test]
fn groups_with_their_documents_under_a_heading_that_says_so() {
    let table = "| Question | Documents |\n| Q1/9 | C 1, C 2 |\n| Q2/9 | C 2¶TD 8/GEN |\n";
    check(
        &format!("# Allocation of documents\n{table}"),
        &[("C1", &["Q1/9"]), ("C2", &["Q1/9", "Q2/9"]), ("TD8/GEN", &["Q2/9"])],
    );
    check(&format!("# Documents\n{table}"), &[]);
}

#[test]
fn heads_in_other_languages() {
    check(
        "| Document | Origine | Attribué à |\n| C 3 | Niger | GT1/9 ; GT2/9 |\n",
        &[("C3", &["GT1/9", "GT2/9"])],
    );
}

#[test]
fn other_tables_are_none() {
    for table in [
        "| Document | Source | Title |\n| C 1 | Utopia | A text |\n",
        "| Time | WP1/9 | WP2/9 |\n| 0930 | X | X |\n",
        "| Document | Title | Status | Remarks |\n| C 1 | A text | New | OK |\n| C 2 | B text | Rev | OK |\n",
    ] {
        check(table, &[]);
    }
}
