use meeting_model::{Action, Origin, Status};

use super::{read, report};

fn actions(body: &str) -> Vec<Action> {
    report(body).actions
}

#[test]
fn entries_of_a_list_have_ids_parties_and_dated_points() {
    let found = actions(
        "%list 4 decimal %1)\nActions for WP1:\n- RG-XYZ-1: WP1 to request TSAG Plenary to approve TD7R1.\n\
         - RG-XYZ-2: WP1 to approve these e-meetings:\n{num 4.0}12 November 2026, online\n{num 4.0}14 January 2027, online\n# 1 Opening",
    );
    let [first, second] = &found[..] else { panic!("{found:?}") };
    assert_eq!(first.id.as_deref(), Some("RG-XYZ-1"));
    assert_eq!(
        (first.assignee.as_deref(), first.requested_of.as_deref()),
        (Some("WP1"), Some("TSAG Plenary"))
    );
    assert_eq!(first.documents[0].to_string(), "TD7R1");
    assert_eq!(second.sub_items, ["12 November 2026, online", "14 January 2027, online"]);
    assert_eq!(second.origin, Origin::List);
}

#[test]
fn a_list_under_a_heading_belongs_to_its_owner() {
    let found = actions(
        "# 0 Action from RG-XYZ to WP2\n- RG-XYZ-1: to request the TSB to publish TD9 by 6 November 2026.",
    );
    assert_eq!(found[0].assignee.as_deref(), Some("WP2"));
    assert_eq!(found[0].requested_of.as_deref(), Some("TSB"));
    assert_eq!(found[0].due.unwrap().to_string(), "2026-11-06");
    assert_eq!(found[0].item.as_deref(), Some("0"));
}

#[test]
fn action_lines_of_items_name_who_is_to_act() {
    let found = actions(
        "# 1 Meters\n3) Action: Chair to ask ITU-T SG97 for a session.\nAction: Find a room.\nAction for TSB: Send the list.",
    );
    let who: Vec<_> = found.iter().map(|a| (a.assignee.as_deref(), a.requested_of.as_deref())).collect();
    assert_eq!(who, [(Some("Chair"), Some("ITU-T SG97")), (None, None), (Some("TSB"), None)]);
    assert!(found.iter().all(|action| action.origin == Origin::Item));
}

#[test]
fn commitments_in_prose_count_opinions_do_not() {
    let found = actions(
        "# 1 Meters\nTSB will report the figures. A liaison will be drafted in a meeting of RG-XYZ.\n\
         The matter is elevated to the TSAG management team for advice.\n\
         The Chair called upon delegates to send names by 30 October 2026.\n\
         It would be useful to wait. A delegate said that Chile will object. The meeting decided that TSB will act.",
    );
    let who: Vec<_> = found.iter().map(|action| action.assignee.as_deref()).collect();
    assert_eq!(who, [Some("TSB"), Some("RG-XYZ"), Some("TSAG management team"), Some("delegates")]);
    assert_eq!(found[3].due.unwrap().to_string(), "2026-10-30");
}

#[test]
fn an_action_that_repeats_an_entry_says_so() {
    let found = actions(
        "Actions for WP1:\n- RG-XYZ-1: WP1 to give time to C4 (Chile) to be introduced at its plenary.\n# 1 Meters\n\
         Action: To request WP1 to give time to C4 (Chile) to be introduced.",
    );
    assert_eq!(found[1].same_as.as_deref(), Some("RG-XYZ-1"));
}

#[test]
fn the_request_of_the_cover_is_an_action() {
    let document = report("Action required: TSAG is invited to approve this report.\n# 1 Opening");
    assert_eq!(document.header.action_required.as_deref(), Some("TSAG is invited to approve this report."));
    assert_eq!(document.actions[0].assignee.as_deref(), Some("TSAG"));
    assert_eq!(document.actions[0].origin, Origin::Cover);
}

#[test]
fn tables_of_actions_have_owners_dates_and_states() {
    let document = read(
        "|!header| # | Action | Responsible | Due date | Status |\n| A-1 | Write a note | Chair | 15 May 2026 | Open |\n\
         | A-2 | Print it | TSB | 2026-06-01 | Done |",
    );
    let found: Vec<_> =
        document.actions.iter().map(|a| (a.id.as_deref(), a.assignee.as_deref(), a.status)).collect();
    assert_eq!(found, [(Some("A-1"), Some("Chair"), Status::Open), (Some("A-2"), Some("TSB"), Status::Done)]);
    assert_eq!(document.actions[1].due.unwrap().to_string(), "2026-06-01");
}

#[test]
fn labels_of_actions_have_numbers_owners_and_brackets() {
    for (text, id, assignee) in [
        ("AP SG98-3: Editors to update TD4 by 30 June 2027.", Some("SG98-3"), "Editors"),
        ("ACTION 2: Rapporteur to circulate TD4.", None, "Rapporteur"),
        ("TD4 was presented. [Action: Chair to send TD4 to SG97]", None, "Chair"),
        ("TD4 was presented by Fio Net. Action: TSB to publish TD4.", None, "TSB"),
        ("Action (Chair): to send TD4 to SG97.", None, "Chair"),
        ("Action SG97: to comment on TD4.", None, "SG97"),
    ] {
        let found = actions(&format!("# 1 Meters\n{text}"));
        let [action] = &found[..] else { panic!("{text}: {found:?}") };
        assert_eq!((action.id.as_deref(), action.assignee.as_deref()), (id, Some(assignee)), "{text}");
        assert_eq!(
            (action.origin, action.documents[0].to_string()),
            (Origin::Item, "TD4".to_owned()),
            "{text}"
        );
    }
}

#[test]
fn a_sentence_that_announces_actions_opens_their_list() {
    let found = actions(
        "# 1 Meters\nThe following action items were agreed:\n- TSB to publish TD9.\n- Editors to merge the drafts.",
    );
    let who: Vec<_> = found.iter().map(|action| (action.assignee.as_deref(), action.origin)).collect();
    assert_eq!(who, [(Some("TSB"), Origin::List), (Some("Editors"), Origin::List)]);
}

#[test]
fn who_is_to_act_may_be_a_single_name_or_stand_before_a_dash() {
    for (text, assignee) in [
        ("Action: Fionet to provide a text.", Some("Fionet")),
        ("ACTION: TSB - publish the list.", Some("TSB")),
        ("Action: Continue to collect figures.", None),
        ("Action: Report to the plenary.", None),
    ] {
        let found = actions(&format!("# 1 Meters\n{text}"));
        assert_eq!(found[0].assignee.as_deref(), assignee, "{text}");
    }
}

#[test]
fn a_plain_line_labels_a_list_of_entries_with_ids() {
    let found = actions(
        "Actions\nSG98-1: TSB to publish TD9 by 6 November 2026.\nSG98-2: Editors to merge the drafts.\n# 1 Meters\nText.",
    );
    let who: Vec<_> = found.iter().map(|a| (a.id.as_deref(), a.assignee.as_deref(), a.origin)).collect();
    assert_eq!(
        who,
        [(Some("SG98-1"), Some("TSB"), Origin::List), (Some("SG98-2"), Some("Editors"), Origin::List)]
    );
}

#[test]
fn enumerated_points_right_below_an_action_of_an_item_are_its_parts() {
    let found = actions(
        "%list 4 decimal %1)\n# 1 Meters\nAction: WP2 to prepare a text:\n{num 4.0}with figures\n{num 4.0}without the annex\nA remark.",
    );
    let [action] = &found[..] else { panic!("{found:?}") };
    assert_eq!(
        (action.origin, action.sub_items.as_slice()),
        (Origin::Item, &["with figures".to_owned(), "without the annex".to_owned()][..])
    );
}

#[test]
fn the_same_words_about_another_document_are_another_action() {
    let found = actions(
        "Actions for WP2:\n- RG-XYZ-1: WP2 to request TSAG to approve TD7R1 by 6 November 2026.\n# 1 Meters\n\
         Action: WP2 to request TSAG to approve TSAG-TD7R1 by 6 November 2026.\n\
         Action: WP2 to request TSAG to approve TD9R1 by 6 November 2026.",
    );
    let same: Vec<Option<&str>> = found.iter().map(|action| action.same_as.as_deref()).collect();
    assert_eq!(same, [None, Some("RG-XYZ-1"), None]);
}

#[test]
fn the_owner_may_stand_before_the_word() {
    let found =
        actions("# 1 Meters\nEditor's action: Include the figures by 6 November 2026.\nNext action: a vote.");
    assert_eq!(found[0].assignee.as_deref(), Some("Editor"));
    assert_eq!(found.len(), 1);
    assert_eq!(actions("# 1 Meters\nmetaM2M will name an editor.")[0].assignee.as_deref(), Some("metaM2M"));
}

#[test]
fn counted_entries_are_without_their_labels() {
    let found = actions(
        "# 1 Actions\nAction 1: Fio Net to send the data to TSB by 6 November 2026.\nAction 2: TSB to open a list.",
    );
    let told: Vec<_> =
        found.iter().map(|action| (action.assignee.as_deref(), action.text.as_str())).collect();
    assert_eq!(
        told,
        [
            (Some("Fio Net"), "Fio Net to send the data to TSB by 6 November 2026."),
            (Some("TSB"), "TSB to open a list."),
        ]
    );
}
