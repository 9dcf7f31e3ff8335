//! Action tables as they are met.

use meeting_model::{Action, Status};
use word_document::testing::docx;

fn read(notation: &str) -> Vec<Action> {
    let document = crate::parse(&docx(notation), "actions.docx", &crate::Limits::default()).expect("reads");
    document.actions
}

#[test]
fn a_list_with_labels_sections_and_points() {
    let actions = read(
        "%list 3 decimal B-%1\n# Actions\n\
         |!header| # | Action | Responsible | Due date | Status |\n\
         | {span 5}WP1/9 |\n\
         | {num 3.0} | Join three drafts (TD 7/GEN):¶- terms;¶- use cases. | Rapporteur Q1/9 | 30/06/2026 | Overdue |\n\
         | {num 3.0} | Name a speaker | – | next meeting | Cancelled |\n",
    );
    let [first, second] = actions.as_slice() else { panic!("{actions:?}") };
    assert_eq!((first.id.as_deref(), first.assignee.as_deref()), (Some("B-1"), Some("Rapporteur Q1/9")));
    assert_eq!(first.text, "Join three drafts (TD 7/GEN):");
    assert_eq!(first.sub_items, ["terms;", "use cases."]);
    assert_eq!(first.documents.iter().map(ToString::to_string).collect::<Vec<_>>(), ["TD7/GEN"]);
    assert_eq!(first.due.map(|due| due.to_string()).as_deref(), Some("2026-06-30"));
    assert_eq!((first.at.row, first.at.column), (Some(2), Some(0)));
    assert_eq!((second.id.as_deref(), second.assignee.as_deref(), second.due), (Some("B-2"), None, None));
    assert_eq!((first.status, second.status), (Status::Open, Status::Cancelled));
}

#[test]
fn other_orders_other_words_and_a_second_part() {
    let actions = read(
        "| Owner | By when | ID | Action item | State |\n\
         | {vmerge}TSB | 2026-04-10 | AI-1 | Print the book | Done |\n\
         | {vcont} | 31.12.2025 | AI-2 | Bind the book | On hold |\n\
         | Owner | By when | ID | Action item | State |\n\
         \n\
         | Chair, SG9 | 15 May 2026 | AI-3 | Sell the book | Closed (TD 4/GEN) |\n",
    );
    let read: Vec<_> = actions
        .iter()
        .map(|action| {
            let due = action.due.map(|due| due.to_string()).unwrap_or_default();
            (
                action.id.as_deref().unwrap_or_default(),
                action.assignee.as_deref().unwrap_or_default(),
                due,
                action.status,
            )
        })
        .collect();
    assert_eq!(
        read,
        [
            ("AI-1", "TSB", "2026-04-10".to_owned(), Status::Done),
            ("AI-2", "TSB", "2025-12-31".to_owned(), Status::Open),
            ("AI-3", "Chair, SG9", "2026-05-15".to_owned(), Status::Done),
        ]
    );
}

#[test]
fn sections_and_headings_tell_the_state() {
    let actions = read(
        "# 4 Actions\n| No. | Description of action | Assigned to | Target date |\n\
         | {span 4}Completed actions |\n| 1 | Write | TSB | 1 May 2026 |\n\
         | {span 4}Open actions |\n| 2 | Read | TSB | 2 May 2026 |\n\
         # 5 Closed actions\n| Action | Who |\n| Send | TSB |\n",
    );
    let states: Vec<_> =
        actions.iter().map(|action| (action.text.as_str(), action.status, action.item.as_deref())).collect();
    assert_eq!(
        states,
        [
            ("Write", Status::Done, Some("4")),
            ("Read", Status::Open, Some("4")),
            ("Send", Status::Done, Some("5"))
        ]
    );
    assert!(actions.iter().all(|action| action.id.is_none()));
}

#[test]
fn a_column_of_another_name_holds_the_actions() {
    let actions = read(
        "# 3 Action items\n\
         |!header| {vmerge}Description | {span 2}Follow-up | {vmerge}Progress |\n\
         |!header| {vcont} | Lead | Target date | {vcont} |\n\
         | A-4: Write to the editors | TSB¶Chair | 1 June 2026 | not done |\n",
    );
    let [action] = actions.as_slice() else { panic!("{actions:?}") };
    assert_eq!((action.id.as_deref(), action.text.as_str()), (Some("A-4"), "Write to the editors"));
    assert_eq!((action.assignee.as_deref(), action.status), (Some("TSB\nChair"), Status::Open));
}

#[test]
fn another_language() {
    let actions = read(
        "| N° | Mesure à prendre | Responsable | Échéance | État |\n| M-1 | Écrire au Président | TSB | 3 mars 2026 | Achevé |\n",
    );
    assert_eq!(actions[0].id.as_deref(), Some("M-1"));
    assert_eq!(actions[0].due.map(|due| due.to_string()).as_deref(), Some("2026-03-03"));
}

#[test]
fn tables_about_documents_are_no_action_lists() {
    for table in [
        "| Document | Title | Action | Deadline |\n| C 1 | A text | To note | 1 May 2026 |\n",
        "| No. | Item | Document | Action |\n| 1 | Opening | C 1 | To note |\n",
    ] {
        assert_eq!(read(table), []);
    }
}

#[test]
fn who_what_and_when_are_heads_too() {
    for heads in [
        "| Ref | Who | What | When | Where decided | State |",
        "| № | Кто | Что | Когда | Где принято решение | Состояние |",
        "| Réf. | Qui | Quoi | Quand | Décidé dans | État |",
        "| Ref. | Quién | Qué | Cuándo | Decidido en | Estado |",
    ] {
        let actions = read(&format!(
            "# 1 Follow-up\n{heads}\n| AI-1 | TSB | Print a list of TD 7 | SG98#4 | TD 31, 3.2 | Open |\n| AI-2 | RG-X Rapporteur | Send a text | 2027-03-01 | TD 33 | Closed |",
        ));
        let [first, second] = actions.as_slice() else { panic!("{heads}: {actions:?}") };
        assert_eq!(
            (first.id.as_deref(), first.assignee.as_deref(), first.due),
            (Some("AI-1"), Some("TSB"), None)
        );
        assert_eq!(second.due.map(|due| due.to_string()).as_deref(), Some("2027-03-01"));
    }
}
