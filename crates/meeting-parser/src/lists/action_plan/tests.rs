//! Plans in the layouts that are met: labels above their content, beside it, and as heads of columns.

use meeting_model::{ActionPlan, Document};
use word_document::testing::docx;

fn parse(notation: &str) -> Document {
    crate::parse(&docx(notation), "plan.docx", &crate::Limits::default()).expect("reads")
}

fn plan(notation: &str) -> ActionPlan {
    parse(notation).action_plan.expect("has a plan")
}

#[test]
fn labels_stand_above_their_content() {
    let plan = plan(
        "| AP# | AP3, AP3.1 – AP3.2 | AP Short Name | “Young engineers” |\n\
         | {span 4}Objective/Thematic Priority |\n\
         | {span 4}Win young engineers:¶- at schools,¶- at fairs. |\n\
         | {span 4}Key Outcome(s) |\n\
         | {span 4}N/A |\n\
         | {span 4}Enablers |\n\
         | {span 4} |\n\
         | {span 4}Proposed Actions |\n\
         | {span 4}For AP3.2¶VK-07a) - Visit two fairs¶-.¶VK-09 – for AP3.1 – Print a leaflet |\n",
    );
    let [item] = plan.items.as_slice() else { panic!("one element: {:?}", plan.items) };
    assert_eq!(item.id.as_deref(), Some("AP3"));
    assert_eq!(item.ids, ["AP3", "AP3.1", "AP3.2"]);
    assert_eq!(item.short_name.as_deref(), Some("Young engineers"));
    assert_eq!(item.objective.as_deref(), Some("Win young engineers:\nat schools,\nat fairs."));
    assert_eq!((item.key_outcomes.as_deref(), item.enablers.as_deref()), (None, None));
    assert_eq!((item.at.row, item.at.column), (Some(0), Some(1)));
    let actions: Vec<_> = item
        .proposed_actions
        .iter()
        .map(|action| (action.id.as_deref(), action.applies_to.as_deref(), action.text.as_str()))
        .collect();
    assert_eq!(
        actions,
        [
            (Some("VK-07a)"), Some("AP3.2"), "Visit two fairs"),
            (Some("VK-09"), Some("AP3.1"), "Print a leaflet")
        ]
    );
}

#[test]
fn labels_stand_beside_their_content_and_one_table_holds_two_elements() {
    let plan = plan(
        "| Identifier | K1 |\n| Short name | Reach |\n| Goal | Reach more towns |\n| Expected results | 1. Ten towns |\n\
         | Indicators | Towns reached |\n| Identifier | K2 |\n| Short name | Speed |\n| Indicators: | Days |\n\
         \n\
         | Lessons learned | Ask early |\n",
    );
    let ids: Vec<_> = plan.items.iter().map(|item| item.id.as_deref()).collect();
    assert_eq!(ids, [Some("K1"), Some("K2")]);
    assert_eq!(plan.items[0].key_outcomes.as_deref(), Some("1. Ten towns"));
    assert_eq!(plan.items[1].key_outcome_indicators.as_deref(), Some("Days"));
    assert_eq!(plan.items[1].learning_and_feedback.as_deref(), Some("Ask early"), "the table goes on");
}

#[test]
fn labels_are_heads_of_columns() {
    let plan = plan(
        "|!header| Indicators | AP No. | Short name | Key outcomes |\n\
         | Answers | P1 | Survey | A survey |\n\
         | {span 4}Second part |\n\
         | Visits | P2 | Fair | A fair |\n\
         |!header| Indicators | AP No. | Short name | Key outcomes |\n\
         \n\
         | Pages | P3 | Book | A book |\n",
    );
    let read: Vec<_> = plan
        .items
        .iter()
        .map(|item| {
            (
                item.id.as_deref().unwrap_or_default(),
                item.key_outcome_indicators.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(read, [("P1", "Answers"), ("P2", "Visits"), ("P3", "Pages")]);
}

#[test]
fn labels_in_another_language() {
    let plan = plan(
        "| N° AP | AP4 | Nom abrégé | « Dialogue » |\n| {span 4}Objectif |\n| {span 4}Parler plus souvent |\n\
         | {span 4}Principaux résultats |\n| {span 4}Deux ateliers |\n| {span 4}Services de l’UIT |\n| {span 4}Salles |\n",
    );
    assert_eq!(plan.items[0].short_name.as_deref(), Some("Dialogue"));
    assert_eq!(plan.items[0].itu_services.as_deref(), Some("Salles"));
}

#[test]
fn definitions_of_terms_are_no_plan() {
    let document = parse(
        "| Component | Definition |\n| Thematic priorities | What we work on |\n| Outcomes | What comes of it |\n\
         | Enablers | Ways of working |\n",
    );
    assert_eq!(document.action_plan, None);
}

const CONSIDERATIONS: &str = "\
    |!header| {vmerge}# | {vmerge}Target Entity | {vmerge}Point for consideration | {span 3}Session Source | {vmerge}Proposed Action | {vmerge}Target document | {vmerge}Comments |\n\
    |!header| {vcont} | {vcont} | {vcont} | K | 1 | R | {vcont} | {vcont} | {vcont} |\n\
    | {span 9}Process |\n\
    | 01 | RG-XY, TSB and Membership | Too slow | x |  | X | a) Measure it¶b) Publish it | AP1.4 | – |\n\
    |  |  |  |  |  |  |  |  |  |\n\
    |  | RG-ZW |  |  | ✓ |  | Compare it |  | Also here |\n";

#[test]
fn considerations_with_marked_sessions() {
    let plan = plan(CONSIDERATIONS);
    let [point] = plan.considerations.as_slice() else { panic!("{:?}", plan.considerations) };
    assert_eq!((point.number.as_deref(), point.point.as_str()), (Some("01"), "Too slow"));
    assert_eq!(point.sessions, ["K", "R", "1"]);
    assert_eq!(point.target_entities, ["RG-XY", "TSB", "Membership", "RG-ZW"]);
    assert_eq!(point.proposed_actions, ["Measure it", "Publish it", "Compare it"]);
    assert_eq!(
        (point.target_document.as_deref(), point.comments.as_deref()),
        (Some("AP1.4"), Some("Also here"))
    );
    assert_eq!((point.at.row, point.at.column), (Some(3), Some(0)));
}

#[test]
fn considerations_with_a_column_of_sessions_and_a_table_in_two_parts() {
    let plan = plan(
        "| Points raised | Sessions | Suggested actions | Target document | No. |\n\
         | Too dear | 1, 3 and R | Ask for less | AP2 | 7 |\n\
         \n\
         | Too far | 2 | Come nearer |  | 8 |\n",
    );
    let read: Vec<_> =
        plan.considerations.iter().map(|point| (point.number.as_deref(), &point.sessions[..])).collect();
    let sessions = |of: &[&str]| of.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(read, [(Some("7"), &sessions(&["1", "3", "R"])[..]), (Some("8"), &sessions(&["2"])[..])]);
}

#[test]
fn sources_of_a_plan() {
    let notation = "# Sources of the action plan\n\
        |!header| Meeting | Meeting date | Identifier | Title |\n\
        | TSAG | 12-16/12/2024 | TD007R1 | Report of the opening |\n\
        | RG-XY #2 | 31/01/2025 | DOC 3 | Outline |\n";
    let plan = plan(notation);
    let read: Vec<_> = plan
        .sources
        .iter()
        .map(|source| {
            let days = [source.date, source.end_date].map(|day| day.map(|day| day.to_string()));
            (source.number.as_ref().map(ToString::to_string), source.meeting.clone(), days)
        })
        .collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        read,
        [
            (some("TD7R1"), some("TSAG"), [some("2024-12-12"), some("2024-12-16")]),
            (some("DOC3"), some("RG-XY #2"), [some("2025-01-31"), None]),
        ]
    );
    assert_eq!(plan.sources[0].printed.as_deref(), Some("TD007R1"));
    assert_eq!((plan.sources[0].at.row, plan.sources[0].at.column), (Some(1), Some(2)));
    let elsewhere = notation.replace("Sources of the action plan", "Input");
    assert_eq!(parse(&elsewhere).action_plan, None);
}
