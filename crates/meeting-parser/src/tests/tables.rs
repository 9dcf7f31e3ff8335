//! Document lists and item tables in shapes of many secretariats.

use meeting_model::{Block, Document, Section};

use super::report;

/// Number, title, sources, category of each listed document.
fn listed(document: &Document) -> Vec<(String, &str, String, &str)> {
    let row = |found: &'_ meeting_model::ListedDocument| found.number.as_ref().unwrap().to_string();
    let documents = document.documents.iter();
    documents
        .map(|found| {
            let title = found.title.as_deref().unwrap_or("-");
            (row(found), title, found.sources.join("; "), found.category.as_deref().unwrap_or("-"))
        })
        .collect()
}

fn numbers(document: &Document) -> Vec<String> {
    listed(document).into_iter().map(|found| found.0).collect()
}

/// Number, title and documents of each item.
fn items(document: &Document) -> Vec<(&str, &str, String)> {
    let items = document.items.iter();
    items
        .map(|item| {
            let documents: Vec<String> =
                item.documents.iter().map(|found| found.number.to_string()).collect();
            (item.number.as_deref().unwrap_or("-"), item.title.as_deref().unwrap_or("-"), documents.join(" "))
        })
        .collect()
}

fn item(number: &'static str, title: &'static str, documents: &str) -> (&'static str, &'static str, String) {
    (number, title, documents.to_owned())
}

#[test]
fn document_lists_in_other_orders_and_words() {
    for table in [
        "| Doc. No. | From | Subject | Remarks |\n| TD 12 | Chile | Solar meters | Late |\n| C 7 | Fio Net | Hydro meters | |",
        "| Number | Origin | Titre |\n| TD12 | Chile | Solar meters |\n| C7 | Fio Net | Hydro meters |",
        "| Title | Source | Q | TD |\n| Solar meters | Chile | 3 | TD12 |\n| Hydro meters | Fio Net | 4 | C7 |",
        "| # | Title | Ref. | Source |\n| 1 | Solar meters | TD12 | Chile |\n| 2 | Hydro meters | C7 | Fio Net |",
        "| LS # | From | Title | TD |\n| SG5-LS4 | Chile | Solar meters | TD12 |\n| SG5-LS5 | Fio Net | Hydro meters | C7 |",
        "| Документ | Источник | Название |\n| TD12 | Chile | Solar meters |\n| C7 | Fio Net | Hydro meters |",
        "| 文件编号 | 来源 | 标题 |\n| TD12 | Chile | Solar meters |\n| C7 | Fio Net | Hydro meters |",
        "| Título | Origen | Documento |\n| Solar meters | Chile | TD12 |\n| Hydro meters | Fio Net | C7 |",
        "| رقم الوثيقة | المصدر | العنوان |\n| TD12 | Chile | Solar meters |\n| C7 | Fio Net | Hydro meters |",
        "| # | Doc | Title | Source | Remarks |\n| 1 | TD12 | Solar meters | Chile | - |\n| 2 | C7 | Hydro meters | Fio Net | - |",
    ] {
        let document = report(&format!("# 1 Documents considered\n{table}"));
        let expected = [
            ("TD12".to_owned(), "Solar meters", "Chile".to_owned(), "-"),
            ("C7".to_owned(), "Hydro meters", "Fio Net".to_owned(), "-"),
        ];
        assert_eq!(listed(&document), expected, "{table}");
        assert_eq!(document.items.len(), 1, "{table}");
    }
}

#[test]
fn bare_numbers_take_series_and_subgroup_from_head_caption_or_section() {
    for (table, expected) in [
        (
            "| TD | Title | Source |\n| 104 | Solar meters | Chile |\n| 0105R1 | Hydro meters | Peru |",
            ["TD104", "TD105R1"],
        ),
        (
            "| TD (GEN) | Title | Source |\n| 104 | Solar meters | Chile |\n| 105 Rev.1 | Meters | Peru |",
            ["TD104/GEN", "TD105R1/GEN"],
        ),
        (
            "| C # | Source | Title |\n| 4 | Chile | Solar meters |\n| 5R2 | Peru | Hydro meters |",
            ["C4", "C5R2"],
        ),
        (
            "Temporary Documents (WP2)\n| Number | Source | Title |\n| 4 | Chile | Solar meters |\n| 5 | Peru | Meters |",
            ["TD4/WP2", "TD5/WP2"],
        ),
        (
            "| Number | Source | Title |\n| {span 3}Contributions |\n| 4 | Chile | Solar meters |\n| {span 3}TD (PLEN) |\n| 5 | Peru | Meters |",
            ["C4", "TD5/PLEN"],
        ),
    ] {
        let document = report(&format!("# 1 Opening\n# Annex A Documents\n{table}"));
        assert_eq!(numbers(&document), expected, "{table}");
    }
}

#[test]
fn heads_of_two_lines_repeated_heads_and_empty_rows_are_no_documents() {
    let document = report(
        "# 1 Documents\n| {span 2}Document | Title |\n| Number | Source | |\n| TD1 | Chile | First meter |\n| | | |\n\
         | TD2 | Peru | Second meter |\n| {span 2}Document | Title |\n| Number | Source | |\n| TD3 | Cuba | Third meter |",
    );
    assert_eq!(numbers(&document), ["TD1", "TD2", "TD3"]);
    assert_eq!(document.documents[2].sources, ["Cuba"]);
}

#[test]
fn a_list_goes_on_in_a_table_without_heads() {
    let document = report(
        "# 1 Opening\n# Annex A Documents\n| Title | TD | Source |\n| First meter | 1 | Chile |\n\nThe list goes on.\n| Second meter | 2 | Peru |\n| Third meter | 3 | Cuba |",
    );
    assert_eq!(numbers(&document), ["TD1", "TD2", "TD3"]);
    assert_eq!(document.documents[1].title.as_deref(), Some("Second meter"));
}

#[test]
fn rows_that_divide_a_list_give_the_category() {
    let document = report(
        "# 1 Documents\n| Doc | Title | Source |\n| {span 3}Contributions |\n| C1 | First meter | Chile |\n| Liaison statements | | |\n| TD2 | Second meter | Peru |",
    );
    let categories: Vec<_> = document.documents.iter().map(|found| found.category.as_deref()).collect();
    assert_eq!(categories, [Some("contribution"), Some("liaison")]);
}

#[test]
fn lists_without_heads_are_known_by_their_content() {
    let document = report(
        "# 1 Documents\n| 1 | TD5 | Chile | Proposal for the new solar meters |\n| 2 | {link https://example.org/6|TD6R1} | Peru | Report of the drafting group |",
    );
    assert_eq!(numbers(&document), ["TD5", "TD6R1"]);
    let second = &document.documents[1];
    assert_eq!((second.position, second.url.as_deref()), (Some(2), Some("https://example.org/6")));
    assert_eq!(
        (second.sources.as_slice(), second.title.as_deref()),
        (&["Peru".to_owned()][..], Some("Report of the drafting group"))
    );
    assert_eq!(document.items.len(), 1);
}

#[test]
fn several_numbers_of_a_cell_are_documents_but_revisions_are_one() {
    let document = report(
        "# 1 Documents\n| Doc | Title | Source |\n| TD5, TD5R1 | Meters | Chile |\n| C8 ¶ C9 | Hydro | Peru |\n| TD7 (C3) | Reserved | |",
    );
    assert_eq!(numbers(&document), ["TD5R1", "C8", "C9", "TD7"]);
    assert!(document.documents[3].reserved);
}

#[test]
fn nested_lists_are_found_and_liaison_tables_are_none() {
    let document = report(
        "# 1 Opening\n| See: | {table|Doc | Title | Source ¶ TD5 | Meters | Chile ¶ TD6 | Hydro | Peru} ¶ |",
    );
    assert_eq!(numbers(&document), ["TD5", "TD6"]);
    let document = report(
        "# 1 Liaison statements\n| TD | Title | For action to | Source |\n| TD5 | Meters | SG5 | Chile |",
    );
    assert!(document.documents.is_empty());
}

#[test]
fn item_tables_under_other_heads() {
    for table in [
        "| Agenda item | Subject | Document | Proposed action | Outcome | Notes | Time |\n| 2.1 | Meters | TD5 | To note | Noted | | 10:00 |\n| 2.2 | Dates | TD6 | | Agreed | | |",
        "| No | Item | Lead person | Document(s) | Result |\n| 2.1 | Meters | Ana | TD5 | Noted |\n| 2.2 | Dates | Bo | TD6 | Agreed |",
        "| Item | Document | Outcome |\n| 2.1 Meters | TD5 | Noted |\n| 2.2 Dates | TD6 | Agreed |",
        "| Document | Item | Outcome | No. |\n| TD5 | Meters | Noted | 2.1 |\n| TD6 | Dates | Agreed | 2.2 |",
        "| Session | No. | Item | Document | Outcome |\n| {vmerge}Monday | 2.1 | Meters | TD5 | Noted |\n| {vcont} | 2.2 | Dates | TD6 | Agreed |",
        "| 2.1 Meters | TD5 | Noted |\n| 2.2 Dates | TD6 | Agreed |",
        "| {table|2.1 | Meters | TD5 | Noted ¶ 2.2 | Dates | TD6 | Agreed} ¶ |",
    ] {
        let document = report(&format!("# 2 Business\n{table}"));
        let expected = [item("2", "Business", ""), item("2.1", "Meters", "TD5"), item("2.2", "Dates", "TD6")];
        assert_eq!(items(&document), expected, "{table}");
        assert!(document.documents.is_empty(), "{table}");
    }
}

#[test]
fn roman_numbers_and_section_rows_are_items() {
    let document = report(
        "# Business\n| No. | Item | Document | Outcome |\n| I | Opening | TD1 | Noted |\n| II | Meters | TD2 | Agreed |",
    );
    assert_eq!(items(&document), [item("I", "Opening", "TD1"), item("II", "Meters", "TD2")]);
    let document = report(
        "# Business\n| No. | Item | Document | Outcome |\n| 2 | {span 3}Meters |\n| 2.1 | Solar | TD2 | Agreed |",
    );
    assert_eq!(items(&document), [item("2", "Meters", ""), item("2.1", "Solar", "TD2")]);
}

#[test]
fn rows_and_tables_go_on_with_the_item_and_the_heads_above() {
    let document = report(
        "# 2 Business\n| Document | No. | Item | Outcome |\n| TD5 | 2.1 | Meters | Noted |\n| TD6 | | | Agreed |\nThe meeting thanked the authors.\n| TD7 | 2.2 | Dates | Noted |",
    );
    assert_eq!(items(&document)[1..], [item("2.1", "Meters", "TD5 TD6"), item("2.2", "Dates", "TD7")]);
}

#[test]
fn time_plans_participants_votes_and_contacts_are_no_items() {
    for table in [
        "| 1 | 09:30-10:45 | Opening |\n| 2 | 11:00-12:30 | Meters |",
        "| No. | Name | Country | E-mail |\n| 1 | Ana Lima | Chile | a@fio.example |\n| 2 | Bo Ek | Sweden | b@fio.example |",
        "| 1 | Ana Lima | a@fio.example |\n| 2 | Bo Ek | b@fio.example |",
        "| No. | Country | For | Against |\n| 1 | Chile | X | |\n| 2 | Peru | | X |",
        "| Time | Session | Document |\n| 09:30 | Opening | TD1 |\n| 10:00 | Meters | TD2 |",
    ] {
        let document = report(&format!("# 1 Opening\n{table}"));
        assert_eq!(document.items.len(), 1, "{table}");
        assert!(document.documents.is_empty(), "{table}");
    }
}

#[test]
fn headings_have_numbers_in_many_forms() {
    let document = report(
        "# 1{tab}Opening\n# 2\u{a0}Meters\n# § 3 Dates\n# Agenda item 4 – Budget\n# Point 5 : Divers\n# Punto 6. Clausura\n# Agenda item 7: Close",
    );
    let numbers: Vec<_> = document.items.iter().map(|item| item.number.as_deref().unwrap()).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7"]);
    assert_eq!(document.items[3].title.as_deref(), Some("Budget"));
    let fourth = document.sections.iter().find(|section| section.title.as_deref() == Some("Budget"));
    assert_eq!(fourth.unwrap().number.as_deref(), Some("Agenda item 4"));
}

#[test]
fn annexes_without_outline_level_end_the_business() {
    for annex in [
        "{style Annex_NoTitle}Annex A List",
        "{b|ANNEX 1 – List}",
        "{b|Appendix I}",
        "{style AnnexNo}Attachment 2",
    ] {
        let document = report(&format!("# 1 Opening\n{annex}\n| 2.1 | Not an item | TD9 | Noted |"));
        assert_eq!(document.items.len(), 1, "{annex}");
    }
}

#[test]
fn a_table_of_contents_says_nothing_twice() {
    let document =
        report("{style toc 1}1 Opening of TD4 2\n{style toc 2}1.1 Dates 3\n# 1 Opening of TD4\n## 1.1 Dates");
    assert_eq!(items(&document), [item("1", "Opening of TD4", "TD4"), item("1.1", "Dates", "")]);
    let found = document.references.iter().find(|found| found.number.to_string() == "TD4");
    assert_eq!(found.unwrap().count, 1);
}

#[test]
fn numbers_in_addresses_are_no_references() {
    let document = report(
        "# 1 Opening\nSee {link https://example.org/TD77|the report} and {link https://example.org/C5|TD4}.",
    );
    let found: Vec<_> = document.references.iter().map(|found| found.number.to_string()).collect();
    assert!(
        found.contains(&"TD4".to_owned()) && !found.iter().any(|found| found == "TD77" || found == "C5"),
        "{found:?}"
    );
}

/// Every word of sections and those below them.
fn words(sections: &[Section], found: &mut Vec<String>) {
    let mut add = |text: &str| found.extend(text.split_whitespace().map(str::to_owned));
    for section in sections {
        add(section.number.as_deref().unwrap_or_default());
        add(section.title.as_deref().unwrap_or_default());
        for block in &section.blocks {
            match block {
                Block::Paragraph(paragraph) => add(&paragraph.text),
                Block::Table(table) => table.rows.iter().flatten().flatten().for_each(|cell| add(cell)),
            }
        }
    }
    for section in sections {
        words(&section.sections, found);
    }
}

#[test]
fn every_visible_word_is_in_the_sections_once() {
    let shapes = [
        "{style toc 1}~ ~{tab}3",
        "~ before the first heading ~",
        "# 1. ~ ~",
        "## Agenda item 2 – ~",
        "# § 3 ~",
        "# IV. ~ ~",
        "{style Annex_NoTitle}Annex A: ~",
        "{b|Appendix II – ~}",
        "- ~{foot|~} and {box|~ ~}~",
        "{ins Ann|~}{del Ann|gone} {link https://example.org/a|~}{end|~}{comment Bo|~}",
        "| {span 2}~ | {vmerge}~ |\n| ~ ¶ ~ | {box|~}~ | {vcont} |\n|!header| ~ | ~ | ~ |",
        "| ~ | {table|~ | ~ ¶ ~ | {b|~}} ¶ ~ |",
        "| {table|~ ¶ ~} ¶ | |",
        "%header ~ ~",
    ];
    // Each order of neighbours, and each shape as the first.
    for first in 0..shapes.len() {
        for step in [1, 3, 5] {
            let order = (0..shapes.len()).map(|at| shapes[(first + at * step) % shapes.len()]);
            let mut notation = order.collect::<Vec<_>>().join("\n\n");
            let mut count = 0;
            while notation.contains('~') {
                notation = notation.replacen('~', &format!("w{count}w"), 1);
                count += 1;
            }
            let mut found = Vec::new();
            words(&super::read(&notation).sections, &mut found);
            let text = found.join(" ");
            for word in (0..count).map(|number| format!("w{number}w")) {
                assert_eq!(text.matches(&word).count(), 1, "{word} of {notation}");
            }
            assert!(!text.contains("gone"));
        }
    }
}

#[test]
fn agendas_without_a_column_for_the_treatment() {
    for table in [
        "| # | Agenda item | Documents | Time |\n| 1 | Opening | | 09:30 |\n| 2 | Contributions | | |\n| 2a | Chile: Solar meters | C7 | 10:00 |\n| 3 | Closing | | |",
        "| Item | Documents |\n| 1. Opening | |\n| 2. Contributions | |\n| 2.1 Chile: Solar meters | C7 |\n| 3. Closing | |",
        "| No. | Subject | Doc. |\n| 1 | Opening | |\n| 2 | Contributions | |\n| 2.1 | Chile: Solar meters | C7 |\n| 3 | Closing | |",
        "| 序号 | 议题 | 文件 | 拟议行动 |\n| 1 | Opening | | |\n| 2 | Contributions | | |\n| 2.1 | Chile: Solar meters | C7 | 讨论 |\n| 3 | Closing | | |",
    ] {
        let document = report(&format!("The agenda is as follows.\n{table}"));
        let number = if table.contains("2a") { "2a" } else { "2.1" };
        let expected = [
            item("1", "Opening", ""),
            item("2", "Contributions", ""),
            item(number, "Solar meters", "C7"),
            item("3", "Closing", ""),
        ];
        assert_eq!(items(&document), expected, "{table}");
        assert!(document.documents.is_empty() && document.allocations.is_empty(), "{table}");
    }
}

#[test]
fn a_list_of_documents_may_tell_what_became_of_them() {
    let document = report(
        "# 1 Contributions\n\
         | Doc. # | Source | Title | Summary of discussion |\n\
         | C7 | Chile | Solar meters | Presented by Chile. The meeting agreed to take it as the baseline. |\n\
         | TD12 | TSB | Statistics | Noted. |",
    );
    assert_eq!(numbers(&document), ["C7", "TD12"]);
    assert_eq!(document.items.len(), 1);
    let decisions: Vec<_> = document
        .decisions
        .iter()
        .map(|found| (found.verb.as_str(), found.item.as_deref(), found.documents[0].to_string()))
        .collect();
    assert_eq!(decisions, [("agreed", Some("1"), "C7".to_owned()), ("noted", Some("1"), "TD12".to_owned())]);
}

#[test]
fn business_without_numbers_is_told_all_the_same() {
    let document = report(
        "# Opening\nThe agenda in TD4 was adopted.\n# Ways of working\n\
         Action point XYZ-1: Editors to align the terms by 31 October 2026.\n\
         # Next meeting\nRG-XYZ will hold an e-meeting on 3 November 2026, 13:00-15:00 CET.",
    );
    assert_eq!(document.items, []);
    assert_eq!((document.decisions.len(), document.decisions[0].item.as_deref()), (1, None));
    assert_eq!(document.actions[0].id.as_deref(), Some("XYZ-1"));
    assert_eq!(document.meetings[0].start_date.unwrap().to_string(), "2026-11-03");
}

#[test]
fn a_table_of_parameters_is_no_business() {
    let document = report("# 1 Results\n| 1 | QPSK |\n| 2 | 16QAM |\n| 3 | 4.5 |\n# 2 Closing\n");
    assert_eq!(items(&document), [item("1", "Results", ""), item("2", "Closing", "")]);
    let document = report("# 1 Results\n| 4 | Future meetings | | Noted |");
    assert_eq!(items(&document), [item("1", "Results", ""), item("4", "Future meetings", "")]);
}

#[test]
fn usual_categories_have_one_name_in_all_languages() {
    for (printed, category) in [
        ("Informtion", "information"),
        ("Contribution (late)", "contribution"),
        ("Informe", "report"),
        ("Вклад", "contribution"),
        ("信息", "information"),
        ("مساهمة", "contribution"),
        ("Tutorial", "tutorial"),
    ] {
        let table = format!("| Doc. | Category | Title |\n| TD12 | {printed} | Solar meters |");
        let document = report(&format!("# 1 Documents considered\n{table}"));
        assert_eq!(listed(&document)[0].3, category, "{printed}");
    }
}

#[test]
fn titles_under_an_unknown_head_and_ranges() {
    let document = report(
        "# 1 Documents\n| Doc. | Origin | Heading | Outcome |\n| TD12 | Chile | Solar meters of kites | Noted |\n| TD 14 to TD 16 | Peru | Hydro meters of boats | Agreed |",
    );
    assert_eq!(numbers(&document), ["TD12", "TD14", "TD15", "TD16"]);
    assert_eq!(listed(&document)[1].1, "Hydro meters of boats");
    let document = report(
        "# 1 Documents\n| TD | Title | Source |\n| 104-106 | Meters | Chile |\n| 108 | Kites | Peru |",
    );
    assert_eq!(numbers(&document), ["TD104", "TD105", "TD106", "TD108"]);
}

#[test]
fn rows_with_letters_are_points_of_the_row_above() {
    let document = report(
        "| Item | Subject | Documents | Expected result |\n| 1 | Opening | | |\n| 2 | Texts | | |\n| a) | Kites | TD4-TD6 | Discuss |\n| b) | Boats | TD7 | Note |\n| 3 | Closing | | |",
    );
    let expected = [
        item("1", "Opening", ""),
        item("2", "Texts", ""),
        item("a", "Kites", "TD4 TD5 TD6"),
        item("b", "Boats", "TD7"),
        item("3", "Closing", ""),
    ];
    assert_eq!(items(&document), expected);
    assert_eq!(document.items[2].section.as_deref(), Some("2"));
    assert_eq!(items(&report("# 1 Options\n| a) | Kites in wind |\n| b) | Boats on water |")).len(), 1);
}
