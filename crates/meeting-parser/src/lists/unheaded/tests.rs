//! Tables without heads, in several orders and languages, and tables that only look like them.

use meeting_model::Document;
use word_document::testing::docx;

use crate::{Limits, parse};

fn read(notation: &str) -> Document {
    let cover = "| TELECOMMUNICATION STANDARDIZATION SECTOR | SG98-TD5/GEN |\n| Title: | Report |\n";
    parse(&docx(&format!("{cover}{notation}")), "report.docx", &Limits::default())
        .expect("the notation makes a Word file")
}

/// Number and title of each Question, and who is Rapporteur of it.
fn questions(document: &Document) -> Vec<String> {
    let people = |number: &str| {
        let of = document.people.iter().filter(|person| person.group.as_deref() == Some(number));
        of.map(|person| format!("{} ({})", person.name, person.role.as_deref().unwrap_or("-")))
            .collect::<Vec<_>>()
    };
    let questions = document.questions.iter();
    questions
        .map(|found| {
            let title = found.title.as_deref().unwrap_or("-");
            format!("{} | {title} | {}", found.number, people(&found.number).join("; "))
        })
        .collect()
}

#[test]
fn questions_with_rapporteurs() {
    for table in [
        "| Q2/98 | Kites in wind | Mr Abel Kaya (Fio Net, Chile) |\n| Q3/98 | Boats on water | Ms Ida Noor (Peru) |",
        "| Kites in wind | Abel Kaya (Fio Net, Chile) | Q2/98 |\n| Boats on water | Ida Noor (Peru) | Q3/98 |",
        "| Abel Kaya | Question 2/98 | Kites in wind and weather |\n| Ida Noor | Question 3/98 | Boats on water |",
        "| 1 | Q2/98 | Kites in wind | Abel Kaya |\n| 2 | Q3/98 | Boats on water | Ida Noor |",
    ] {
        let document = read(&format!("# 1 Structure\nText.\n{table}"));
        let found = questions(&document);
        assert_eq!(found.len(), 2, "{table}");
        assert!(
            found[0].starts_with("Q2/98 | Kites in wind") && found[0].ends_with("| Abel Kaya (rapporteur)"),
            "{found:?}"
        );
        assert_eq!(found[1], "Q3/98 | Boats on water | Ida Noor (rapporteur)");
        assert!(document.items.iter().all(|item| item.number.as_deref() == Some("1")), "{table}");
    }
}

#[test]
fn questions_without_rapporteurs_and_in_other_languages() {
    for table in [
        "| Q2/98 | Kites in wind |\n| Q3/98 | Boats on water |",
        "| Question 2/98 | Cerfs-volants dans le vent |\n| Question 3/98 | Bateaux sur l'eau |",
        "| Cuestión 2/98 | Cometas al viento |\n| Cuestión 3/98 | Barcos en el agua |",
        "| Вопрос 2/98 | Змеи на ветру |\n| Вопрос 3/98 | Лодки на воде |",
        "| 第2/98号课题 | 风筝与风的研究 |\n| 第3/98号课题 | 水上船只的研究 |",
        "| المسألة 2/98 | الطائرات الورقية والريح |\n| المسألة 3/98 | القوارب على الماء |",
        "# 2 Questions under study\n| 2/98 | Kites in wind |\n| 3/98 | Boats on water |",
    ] {
        let found: Vec<String> = read(&format!("# 1 Structure\nText.\n{table}"))
            .questions
            .into_iter()
            .map(|found| found.number)
            .collect();
        assert_eq!(found, ["Q2/98", "Q3/98"], "{table}");
    }
}

#[test]
fn a_table_of_questions_goes_on_after_a_break_and_under_section_rows() {
    let document = read(
        "# 1 Structure\n| {span 2}Working Party 1/98 |\n| Q2/98 | Kites in wind |\n| Q3/98 | Boats on water |\n\n| Q4/98 | Ice and snow |",
    );
    assert_eq!(
        questions(&document),
        ["Q2/98 | Kites in wind | ", "Q3/98 | Boats on water | ", "Q4/98 | Ice and snow | "]
    );
}

#[test]
fn what_only_mentions_questions_lists_none() {
    for table in [
        "| Q2/98 | TD12 |\n| Q3/98 | TD13 |",
        "| Q1 2026 | Kites in wind |\n| Q2 2026 | Boats on water |",
        "| Q2/98 | 3 March 2026 | Oslo |\n| Q3/98 | 4 March 2026 | Oslo |",
        "| 2/98 | Kites in wind |\n| 3/98 | Boats on water |",
        "| Q2/98 met | Kites in wind |\n| Q3/98 did not | Boats on water |",
    ] {
        assert_eq!(questions(&read(&format!("# 1 Business\n{table}"))), [""; 0], "{table}");
    }
}

#[test]
fn groups_with_officers() {
    for table in [
        "| WP1/98 | Kites in wind | Mr Abel Kaya (Fio Net, Chile) |\n| WP2/98 | Boats on water | Ms Ida Noor (Peru) |",
        "| Mr Abel Kaya (Fio Net, Chile) | WP1/98 |\n| Ms Ida Noor (Peru) | WP2/98 |",
        "| Working Party 1/98 | Kites in wind | Abel Kaya |\n| Working Party 2/98 | Boats on water | Ida Noor |",
    ] {
        let groups = read(&format!("# 1 Business\n{table}")).groups;
        let found: Vec<_> =
            groups.iter().map(|group| (group.acronym.as_deref(), group.officers[0].name.as_str())).collect();
        assert_eq!(found, [(Some("WP1/98"), "Abel Kaya"), (Some("WP2/98"), "Ida Noor")], "{table}");
        assert_eq!(groups[0].officers[0].role.as_deref(), Some("chair"));
    }
}

#[test]
fn texts_and_work_items() {
    let document = read(
        "# 1 Texts for consent\n| Y.4000 | Kites in wind | New |\n| Y.4101 (2024) | Boats on water | Rev. |",
    );
    let found: Vec<_> =
        document.texts.iter().map(|text| (text.designation.as_str(), text.title.as_deref())).collect();
    assert_eq!(found, [("Y.4000", Some("Kites in wind")), ("Y.4101 (2024)", Some("Boats on water"))]);
    assert!(document.texts[0].revision.is_some() && document.texts[0].event.is_some());
    let document = read("# 1 Clauses\n| A.1 | Kites in wind |\n| A.2 | Boats on water |");
    assert_eq!(document.texts, []);
    let document = read(
        "# 1 Work programme\n| Y.kite | Kites in wind | Q2/98 | Abel Kaya |\n| Y.boat2 | Boats on water | Q3/98 | Ida Noor |",
    );
    let found: Vec<_> = document
        .work_items
        .iter()
        .map(|item| (item.designation.as_str(), item.question.as_deref()))
        .collect();
    assert_eq!(found, [("Y.kite", Some("Q2/98")), ("Y.boat2", Some("Q3/98"))]);
}

#[test]
fn actions_with_identifiers_or_under_their_heading() {
    for table in [
        "| AI-1 | Write the draft of kites | Fio Net | 3 May 2027 |\n| AI-2 | Send the draft to all | TSB | 4 May 2027 |",
        "# 2 Action items\n| Write the draft of kites | Fio Net | 3 May 2027 |\n| Send the draft to all | TSB | ongoing |\n| Close the call for kites | TSB | 5 May 2027 |",
        "| 3 May 2027 | Fio Net | Write the draft of kites | AI-1 | Open |\n| 4 May 2027 | TSB | Send the draft to all | AI-2 | Closed |",
    ] {
        let document = read(&format!("# 1 Business\n{table}"));
        let action = &document.actions[0];
        assert_eq!(action.text, "Write the draft of kites", "{table}");
        assert_eq!(action.assignee.as_deref(), Some("Fio Net"), "{table}");
        assert_eq!(action.due.map(|due| due.to_string()).as_deref(), Some("2027-05-03"), "{table}");
        assert_eq!(document.actions[1].text, "Send the draft to all", "{table}");
        assert!(document.items.iter().all(|item| item.kind == meeting_model::ItemKind::Heading), "{table}");
    }
}

#[test]
fn meetings_by_days_and_places() {
    for table in [
        "| 3-5 May 2027 | Oslo, Norway | Q2/98 |\n| 7 June 2027 | online | Q3/98 |",
        "| Q2/98 | 3-5 May 2027 | Oslo, Norway | Kites in wind |\n| Q3/98 | 7 June 2027 | online | Boats on water |",
        "# 2 Future meetings\n| Q2/98 | 3-5 May 2027 | Oslo, Norway |\n| Q3/98 | 7 June 2027 | e-meeting |",
    ] {
        let document = read(&format!("# 1 Business\n{table}"));
        let found: Vec<_> = document
            .meetings
            .iter()
            .map(|meeting| {
                format!("{:?} {:?} {:?}", meeting.group, meeting.start_date.unwrap(), meeting.place)
            })
            .collect();
        let expected = [
            "Some(\"Q2/98\") 2027-05-03 Some(\"Oslo, Norway\")",
            "Some(\"Q3/98\") 2027-06-07 Some(\"online\")",
        ];
        assert_eq!(found, expected, "{table}");
    }
    for table in [
        "| 3 May 2027 | Opening of the session |\n| 4 May 2027 | Closing of the session |",
        "# 2 Timetable\n| 3 May 2027 | Room C, Geneva |\n| 4 May 2027 | Room D, Geneva |",
    ] {
        assert_eq!(read(&format!("# 1 Business\n{table}")).meetings, [], "{table}");
    }
}
