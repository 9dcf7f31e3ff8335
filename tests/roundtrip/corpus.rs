//! Documents outside the project, where they are present beside the checkout or above it.

use std::path::PathBuf;

use meeting_model::{Document, Kind, Language};
use rapporteur_tests::{files_under, root};
use report_generator::View;
use report_generator::draft::{Settings, draft};

use crate::support::{LISTS, again, differences, filled, labels, parsed, read};

/// Seeds and examples.
fn documents() -> Vec<(String, Document)> {
    let folder = root().ancestors().map(|above| above.join("shared/corpus")).find(|folder| folder.is_dir());
    let files = |folder: PathBuf| files_under(&folder, "docx");
    let folders = folder.iter().flat_map(|corpus| ["seeds", "examples"].map(|name| corpus.join(name)));
    let named = |path: PathBuf| (path.file_name().unwrap().to_string_lossy().into_owned(), parsed(&path));
    folders.flat_map(files).map(named).collect()
}

fn all_come_back(template: &str, aside: &[&str]) {
    let mut lines = Vec::new();
    for (name, document) in documents() {
        let differences = differences(&document, &again(template, &document), &LISTS, aside);
        lines.extend(differences.into_iter().map(|line| format!("{name}: {line}")));
    }
    assert!(lines.is_empty(), "{template}\n{}", lines.join("\n"));
}

#[test]
fn other_documents_come_back_in_rows() {
    all_come_back("report-rows", &[]);
}

#[test]
fn other_documents_come_back_in_prose() {
    all_come_back("report-prose", &["kind"]);
}

#[test]
fn other_documents_come_back_in_the_reports_of_study_groups() {
    all_come_back("question-report", &["kind"]);
    all_come_back("wp-report", &[]);
}

/// What those reports print as tables besides, in the words that their columns have for it.
#[test]
fn tables_of_study_groups_come_back() {
    let named = |document: &Document| {
        let texts = document.texts.iter().map(|text| text.designation.clone());
        let liaisons =
            document.outgoing_liaisons.iter().map(|one| format!("{:?} {:?}", one.document, one.title));
        let items = document.work_items.iter().map(|item| format!("{} {:?}", item.designation, item.status));
        let questions = document.questions.iter().map(|question| question.number.clone());
        let mut all: Vec<String> = texts.chain(liaisons).chain(items).chain(questions).collect();
        all.sort();
        all
    };
    for (name, document) in documents().into_iter().filter(|(_, it)| it.kind == Kind::MeetingReport) {
        let mut wanted = named(&document);
        let found = named(&again("wp-report", &document));
        wanted.retain(|one| !found.contains(one));
        assert!(wanted.is_empty(), "{name}: {wanted:?}");
    }
}

#[test]
fn drafts_of_other_agendas_come_back() {
    for (name, agenda) in documents().into_iter().filter(|(_, it)| it.kind == Kind::Agenda) {
        let labels = labels(&agenda);
        let language = agenda.header.language.unwrap_or(Language::English);
        let settings = Settings { number: None, language, labels: &labels, agenda_labels: &labels };
        let draft = draft(&agenda, &[], None, &settings);
        let view = View::with_todo(&draft.document, &labels, &draft.todo);
        for (template, aside) in [("report-rows", &[][..]), ("report-prose", &["kind"])] {
            let after = read(&filled(template, &view));
            let differences = differences(&draft.document, &after, &LISTS, aside);
            assert!(differences.is_empty(), "{name}, {template}\n{}", differences.join("\n"));
        }
    }
}
