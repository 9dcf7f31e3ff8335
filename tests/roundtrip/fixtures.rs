//! The reports and agendas of the fixtures.

use meeting_model::Language;
use report_generator::draft::{Settings, draft};
use report_generator::minutes::Minutes;
use report_generator::{Labels, View};

use crate::support::{LISTS, again, differences, filled, labels, parsed, read};

fn fixture(name: &str) -> meeting_model::Document {
    parsed(&rapporteur_tests::root().join("fixtures").join(name))
}

#[test]
fn reports_come_back_in_rows() {
    for name in ["report-rows.docx", "report-prose.docx", "tracked-changes.docx"] {
        let document = fixture(name);
        let differences = differences(&document, &again("report-rows", &document), &LISTS, &[]);
        assert!(differences.is_empty(), "{name}\n{}", differences.join("\n"));
    }
}

#[test]
fn reports_come_back_in_prose_with_their_rows_as_headings() {
    for name in ["report-rows.docx", "report-prose.docx", "tracked-changes.docx"] {
        let document = fixture(name);
        let differences = differences(&document, &again("report-prose", &document), &LISTS, &["kind"]);
        assert!(differences.is_empty(), "{name}\n{}", differences.join("\n"));
    }
}

const MINUTES: &str = "\
A welcome was said to three new members.
# 4.1.2
Presented by: Samarkand Networks
Outcome: discussed
Decision: The meeting agreed to study the relay of places further.
Action: Q7/11 to request TSAG to approve TD631R2 by 30 November 2026:
- first the terms
- then the figures
# 4.1.1
Noted
";

#[test]
fn the_draft_of_an_agenda_comes_back() {
    let agenda = fixture("agenda.docx");
    let labels = labels(&agenda);
    let english = Labels::of(Language::English).unwrap();
    let minutes = Minutes::read(MINUTES, &labels, &english);
    let settings =
        Settings { number: None, language: Language::English, labels: &labels, agenda_labels: &labels };
    for minutes in [None, Some(&minutes)] {
        let draft = draft(&agenda, &[], minutes, &settings);
        let view = View::with_todo(&draft.document, &labels, &draft.todo);
        for (template, aside) in [("report-rows", &[][..]), ("report-prose", &["kind"])] {
            let after = read(&filled(template, &view));
            let differences = differences(&draft.document, &after, &LISTS, aside);
            assert!(differences.is_empty(), "{template}\n{}", differences.join("\n"));
        }
    }
}
