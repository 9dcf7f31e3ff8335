//! Every report template carries the lists that `templates/README.md` says it does.

use std::collections::BTreeMap;

use meeting_model::Document;

use crate::support::{again, differences, parsed};

/// The table of `templates/README.md`: template and the lists that it gives back.
fn stated() -> BTreeMap<String, Vec<String>> {
    let text = std::fs::read_to_string(rapporteur_tests::root().join("templates/README.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    let lists = |cells: &str| {
        let lists = cells.split('|').next().unwrap_or_default();
        lists.split(',').map(|name| name.trim().replace(' ', "_")).filter(|name| name != "–").collect()
    };
    rows.map(|(name, cells)| (name.to_owned(), lists(cells))).collect()
}

fn report() -> Document {
    parsed(&rapporteur_tests::root().join("fixtures/report-rows.docx"))
}

#[test]
fn every_built_in_template_states_what_it_carries() {
    let stated: Vec<String> = stated().into_keys().collect();
    let mut names: Vec<&str> = report_generator::templates::list().map(|template| template.name).collect();
    names.sort_unstable();
    assert_eq!(stated, names);
}

/// What a form for one purpose does not tell of the elements of its list.
fn aside(template: &str) -> &'static [&'static str] {
    match template {
        // Rows are told as headings.
        "report-prose" | "question-report" => &["kind"],
        // An agenda says what is asked, and not what was done.
        "agenda" => &["outcomes", "presented_by", "text", "kind"],
        // A list of its own tells in which document each action is found.
        "action-summary" => &["item", "origin", "same_as", "documents"],
        _ => &[],
    }
}

/// The report, less what a template leaves out by its nature.
fn for_template(template: &str) -> Document {
    let mut report = report();
    match template {
        // An agenda has items with titles, and no numbered remarks.
        "agenda" => report.items.retain(|item| item.title.is_some()),
        // What a list repeats, a summary tells once.
        // The cover asks for the actions once more.
        "action-summary" => {
            report.actions.retain(|action| action.same_as.is_none());
            report.header.action_required = None;
        }
        _ => {}
    }
    report
}

#[test]
fn every_template_carries_what_it_states() {
    let mut lines = Vec::new();
    for (template, lists) in stated() {
        let before = for_template(&template);
        let lists: Vec<&str> = lists.iter().map(String::as_str).collect();
        let differences = differences(&before, &again(&template, &before), &lists, aside(&template));
        lines.extend(differences.into_iter().map(|line| format!("{template}: {line}")));
    }
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}
