use meeting_model::{ItemKind, Outcome, Proposed};

use super::report;

#[test]
fn a_row_has_number_sources_title_documents_and_treatment() {
    let document = report(
        "# 2 Meters\n| 2.1 | Rapporteur, RG-ABC ¶ : Plan of work | (TD7) ¶ TD8R1 | To note. Presented by TSB. |",
    );
    let item = &document.items[1];
    assert_eq!((item.number.as_deref(), item.section.as_deref()), (Some("2.1"), Some("2")));
    assert_eq!(item.kind, ItemKind::Row);
    assert_eq!(item.sources, ["Rapporteur, RG-ABC"]);
    assert_eq!(item.title.as_deref(), Some("Plan of work"));
    let documents: Vec<_> =
        item.documents.iter().map(|found| (found.number.to_string(), found.introduced)).collect();
    assert_eq!(documents, [("TD7".to_owned(), Some(false)), ("TD8R1".to_owned(), Some(true))]);
    assert_eq!(item.proposed, [Proposed::ToNote]);
    assert_eq!(item.outcomes, [Outcome::Presented]);
    assert_eq!(item.presented_by.as_deref(), Some("TSB"));
}

#[test]
fn prose_under_a_row_belongs_to_it() {
    let document = report(
        "# 2 Meters\n| 2.1 | Plan | TD8 | To note |\nChile presented TD8. The document was noted by the meeting.",
    );
    let item = &document.items[1];
    assert_eq!(item.outcomes, [Outcome::Presented, Outcome::Noted]);
    assert_eq!(item.presented_by.as_deref(), Some("Chile"));
}

#[test]
fn a_row_of_the_top_level_has_no_section() {
    let document = report("# 3 Plans\n| 4 | Future meetings | None. |");
    let item = &document.items[1];
    assert_eq!((item.number.as_deref(), item.section.as_deref()), (Some("4"), None));
}

#[test]
fn columns_are_known_by_their_heads_in_any_order() {
    let document = report(
        "# 1 Business\n|!header| Document(s) | # | Discussion and outcome | Item |\n| TD3 | 1.1 | Approved. | Chair: Agenda |",
    );
    let item = &document.items[1];
    assert_eq!(item.number.as_deref(), Some("1.1"));
    assert_eq!((item.sources.as_slice(), item.title.as_deref()), (&["Chair".to_owned()][..], Some("Agenda")));
    assert_eq!(item.documents[0].number.to_string(), "TD3");
    assert_eq!(item.outcomes, [Outcome::Approved]);
}

#[test]
fn numbered_paragraphs_continue_the_number_of_their_section() {
    let document = report("# 1 Opening\n1.1 The agenda in TD3 was approved.\n3.5 GHz was not discussed.");
    let numbers: Vec<_> = document.items.iter().map(|item| item.number.as_deref().unwrap()).collect();
    assert_eq!(numbers, ["1", "1.1"]);
    assert_eq!(document.items[1].kind, ItemKind::Paragraph);
    assert_eq!(document.items[1].documents[0].number.to_string(), "TD3");
}

#[test]
fn annexes_give_no_items() {
    let document =
        report("# 1 Opening\n# Annex A: Documents\n## A.1 List\n| 1.1 | Not an item | TD9 | Noted |");
    assert_eq!(document.items.len(), 1);
}

#[test]
fn automatic_numbers_count_as_typed_ones() {
    let document = report(
        "%list 5 decimal 4.%1\n# 4 Plans\n| {num 5.0} | First plan | TD1 | Noted |\n| {num 5.0} | Second plan | TD2 | Noted |",
    );
    let numbers: Vec<_> = document.items.iter().map(|item| item.number.as_deref().unwrap()).collect();
    assert_eq!(numbers, ["4", "4.1", "4.2"]);
}

#[test]
fn what_is_only_asked_or_denied_has_not_happened() {
    let document = report(
        "# 2 Meters\n| 2.1 | Plan | C8 | To be approved by WP1 |\nThe contribution was not presented.",
    );
    let item = &document.items[1];
    assert_eq!(item.proposed, [Proposed::ToApprove]);
    assert_eq!(item.outcomes, [Outcome::NotPresented]);
    assert_eq!(item.documents[0].introduced, Some(false));
}

#[test]
fn bold_numbered_lines_are_headings_where_there_are_no_others() {
    let document = report("1.{tab}Opening\nThe group adopted the agenda in TD1.\n2.{tab}Closing");
    let titles: Vec<_> = document.items.iter().map(|item| item.title.as_deref().unwrap()).collect();
    assert_eq!(titles, ["Opening", "Closing"]);
}

#[test]
fn a_word_alone_asks_in_an_agenda() {
    let agenda = |heads: &str, words: &str| {
        let cover = super::COVER.replace("Draft report of the RG-XYZ meeting", "Draft agenda");
        super::read(&format!(
            "{cover}\n| {heads} |\n| 1 | Opening | | |\n| 2 | Chile: Solar meters | C7 | {words} |"
        ))
    };
    for (heads, words, expected) in [
        ("# | Agenda item | Documents | Proposed action", "Approve", Proposed::ToApprove),
        ("No. | Item | Doc. | Notes", "Discussion", Proposed::ToDiscuss),
        ("序号 | 议题 | 文件 | 拟议行动", "批准", Proposed::ToApprove),
        ("№ | Пункт повестки дня | Документ | Предлагаемые действия", "Утверждение", Proposed::ToApprove),
    ] {
        let document = agenda(heads, words);
        let item = document.items.last().unwrap_or_else(|| panic!("{heads}: no item"));
        assert_eq!(
            (item.proposed.as_slice(), item.outcomes.as_slice()),
            (&[expected][..], &[][..]),
            "{heads}"
        );
    }
}

#[test]
fn a_heading_with_its_source_and_documents_below_is_a_row_told_in_prose() {
    let document = report(
        "# 2 Meters\n## 2.1 Plan of work\nSource: Rapporteur, RG-ABC\nDocument: (TD7), TD8R1\nTo note. Presented by TSB. \
         See TD9.\n2.2 The plan in TD5 was noted.",
    );
    let item = &document.items[1];
    assert_eq!((item.kind, item.title.as_deref()), (ItemKind::Heading, Some("Plan of work")));
    assert_eq!(item.sources, ["Rapporteur, RG-ABC"]);
    let documents: Vec<_> =
        item.documents.iter().map(|found| (found.number.to_string(), found.introduced)).collect();
    assert_eq!(documents, [("TD7".to_owned(), Some(false)), ("TD8R1".to_owned(), Some(true))]);
    assert_eq!(
        (&item.proposed[..], &item.outcomes[..]),
        (&[Proposed::ToNote][..], &[Outcome::Presented][..])
    );
    assert_eq!(item.text.as_deref(), Some("To note. Presented by TSB. See TD9."));
    // The paragraph beside it stands in the section above.
    let next = &document.items[2];
    assert_eq!((next.number.as_deref(), next.section.as_deref()), (Some("2.2"), Some("2")));
}

#[test]
fn a_sentence_after_a_label_is_no_source_and_no_list_of_documents() {
    let document =
        report("# 2 Meters\nSource: the group could not tell.\nDocuments: TD7 and others were noted.");
    let item = &document.items[0];
    assert_eq!(item.sources, Vec::<String>::new());
    assert_eq!(item.documents[0].introduced, None);
    assert_eq!(item.text.as_deref().map(|text| text.lines().count()), Some(2));
}
