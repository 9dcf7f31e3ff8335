use meeting_model::Verb;

use super::{read, report};

/// Verb, body and documents of the decisions under one heading.
fn decisions(body: &str) -> Vec<(Verb, String, Vec<String>)> {
    let document = report(&format!("# 1 Business\n{body}"));
    let of = |decision: meeting_model::Decision| {
        let documents = decision.documents.iter().map(ToString::to_string).collect();
        (decision.verb, decision.by.unwrap_or_default(), documents)
    };
    document.decisions.into_iter().map(of).collect()
}

fn by_meeting(verb: Verb, documents: &[&str]) -> (Verb, String, Vec<String>) {
    (verb, "the meeting".to_owned(), documents.iter().map(|&number| number.to_owned()).collect())
}

#[test]
fn active_and_passive_statements_dispose() {
    assert_eq!(decisions("The meeting took note of TD4."), [by_meeting(Verb::Noted, &["TD4"])]);
    assert_eq!(decisions("It was agreed to go on."), [by_meeting(Verb::Agreed, &[])]);
    assert_eq!(
        decisions("The plan in TD4 was introduced and approved."),
        [by_meeting(Verb::Approved, &["TD4"])]
    );
    assert_eq!(decisions("Ms Lima (Fio Net) was appointed as editor."), [by_meeting(Verb::Appointed, &[])]);
}

#[test]
fn another_body_decides_in_its_own_name() {
    let found = decisions(
        "WP3/98 adopted its agenda in TD5. The report was approved by the closing plenary of the Working Party.",
    );
    assert_eq!(found[0], (Verb::Adopted, "WP3/98".to_owned(), vec!["TD5".to_owned()]));
    assert_eq!(found[1].1, "the closing plenary of the Working Party");
}

#[test]
fn remarks_wishes_and_history_are_no_decisions() {
    for text in [
        "A Member State noted that the plan is long.",
        "It was noted that the plan is long.",
        "Chile requested more time.",
        "The plan would be approved next year.",
        "The plan was not approved.",
        "The plenary had agreed on the date at its previous meeting.",
        "The Chair explained that the plan was approved elsewhere.",
        "The plan, which was approved in May, is long.",
        "To be approved by WP1.",
        "The meeting was invited to approve TD7.",
    ] {
        assert_eq!(decisions(text), [], "{text}");
    }
}

#[test]
fn a_sentence_goes_before_the_treatment_word_that_says_the_same() {
    let document = report("# 2 Meters\n| 2.1 | Terms | TD8 | Agreed |\nThe terms were reviewed and agreed.");
    let [decision] = &document.decisions[..] else { panic!("{:?}", document.decisions) };
    assert_eq!(decision.text, "The terms were reviewed and agreed.");
    assert_eq!(decision.documents[0].to_string(), "TD8");
    assert_eq!(decision.item.as_deref(), Some("2.1"));
}

#[test]
fn a_sentence_points_back_to_the_document_of_its_paragraph() {
    assert_eq!(
        decisions("Chile introduced TD4. It was noted by the meeting."),
        [by_meeting(Verb::Noted, &["TD4"])]
    );
    assert_eq!(
        decisions("Chile introduced TD4. It was agreed to meet again."),
        [by_meeting(Verb::Agreed, &[])]
    );
}

#[test]
fn an_outcome_line_says_what_becomes_of_a_document() {
    let found = decisions("Outcome: TD4 becomes the base text of the draft.");
    assert_eq!(found, [by_meeting(Verb::Decided, &["TD4"])]);
    assert_eq!(decisions("Result: TD4R1."), []);
}

#[test]
fn other_documents_than_reports_decide_nothing() {
    let document = read(
        "| x | SG98-C7 |\n| Title: | Proposal on meters |\n# 1 Proposal\nIt was agreed last year to go on.",
    );
    assert_eq!(document.decisions, []);
}

#[test]
fn the_body_that_decides_is_found_wherever_it_stands() {
    for (text, by) in [
        ("The plenary, having considered TD4, approved it.", "the plenary"),
        ("TD4 was shown and the meeting approved it.", "the meeting"),
        ("After discussion the group approved TD4.", "the group"),
        ("WP3/98, at its closing plenary, approved TD4.", "WP3/98"),
        ("The agenda that is in TD4 was approved.", "the meeting"),
    ] {
        assert_eq!(decisions(text), [(Verb::Approved, by.to_owned(), vec!["TD4".to_owned()])], "{text}");
    }
}

#[test]
fn clauses_that_report_or_suppose_are_no_decisions() {
    for text in [
        "The meeting noted, however, that the deadline is short.",
        "The meeting noted with regret that TD4 is late.",
        "If the text is approved, TSB will publish it.",
        "The Chair of the meeting agreed.",
        "A delegate asked to add a note.",
        "The group discussed a recommended approach.",
    ] {
        assert_eq!(decisions(text), [], "{text}");
    }
}

/// The verbs of the decisions, with what each is told of.
fn verbs(body: &str) -> Vec<Verb> {
    decisions(body).into_iter().map(|(verb, ..)| verb).collect()
}

#[test]
fn a_second_disposal_in_a_sentence_is_a_decision_of_its_own() {
    for (text, expected) in [
        (
            "The group thanked the proponent, agreed to add clause 7 and asked the editors to merge the texts.",
            &[Verb::Agreed, Verb::Requested][..],
        ),
        ("The meeting noted the report and agreed to send it to SG97.", &[Verb::Noted, Verb::Agreed]),
        (
            "WP3/98 approved the text in TD4 and requested TSB to publish it.",
            &[Verb::Approved, Verb::Requested],
        ),
        ("TD4 was approved and TD5 was noted.", &[Verb::Approved, Verb::Noted]),
        (
            "La réunion a approuvé le texte et a chargé le TSB de le publier.",
            &[Verb::Approved, Verb::Requested],
        ),
        // One object, one subject: one disposal.
        ("The report was noted and agreed.", &[Verb::Noted]),
        ("The team was established in May and concluded in June.", &[Verb::Established]),
        ("The meeting noted and endorsed the plan.", &[Verb::Noted]),
        ("The meeting discussed the draft, approved by SG97 in May.", &[]),
        ("Delegates asked for a table by country.", &[]),
    ] {
        assert_eq!(verbs(text), expected, "{text}");
    }
}

#[test]
fn a_verb_joined_to_any_other_stands_as_that_one_does() {
    for (text, expected) in [
        ("A reply was drafted and approved (TD4).", &[Verb::Approved][..]),
        ("The text was edited on screen and agreed.", &[Verb::Agreed]),
        ("The text was not edited and not approved.", &[]),
    ] {
        assert_eq!(verbs(text), expected, "{text}");
    }
}

#[test]
fn a_break_within_a_paragraph_ends_a_statement() {
    let document = report(
        "# 2 Meters\n| 2.1 | Fio Net: Solar meters | C7 | Presented by Fio Net{br}The meeting noted the contribution.{br}Action: TSB to publish C7 by 3 November 2026. |",
    );
    assert_eq!(document.items[1].presented_by.as_deref(), Some("Fio Net"));
    let texts: Vec<_> = document.decisions.iter().map(|decision| decision.text.as_str()).collect();
    assert_eq!(texts, ["The meeting noted the contribution."]);
    assert_eq!(document.actions[0].text, "TSB to publish C7 by 3 November 2026.");
    assert_eq!(document.actions[0].assignee.as_deref(), Some("TSB"));
}

#[test]
fn the_manner_of_a_treatment_is_no_part_of_its_word() {
    let document = report(
        "# 2 Meters\n| 2.1 | Terms | TD8 | Agreed as shown on screen. |\n| 2.2 | Tables | TD9 | Approved by the plenary. |",
    );
    let texts: Vec<_> = document.decisions.iter().map(|decision| decision.text.as_str()).collect();
    assert_eq!(texts, ["Agreed", "Approved by the plenary."]);
}

#[test]
fn headlines_consensus_and_shared_subjects_dispose_and_requests_to_bodies_above_do_not() {
    for (text, expected) in [
        ("The working party thanked the editor and approved the text in TD4.", &[Verb::Approved][..]),
        ("Report approved.", &[Verb::Approved]),
        ("There was consensus to keep clause 5.", &[Verb::Agreed]),
        (
            "Having examined C7, the group decided to go on and appointed Mr Kim as editor.",
            &[Verb::Decided, Verb::Appointed],
        ),
        ("Decision: The text in TD4 will be the basis of the work.", &[Verb::Decided]),
        ("SG98 is invited to approve TD4.", &[]),
    ] {
        assert_eq!(verbs(text), expected, "{text}");
    }
}

#[test]
fn what_others_ask_is_no_decision() {
    for text in [
        "More time was asked for by two members.",
        "A second reading was requested by several delegations.",
        "Further study was requested by Chile.",
        "A break was requested by the Rapporteur.",
        "وطلب أحد المندوبين مزيداً من الوقت.",
    ] {
        assert_eq!(decisions(text), [], "{text}");
    }
    for text in [
        "Comments are requested by 5 May 2027.",
        "Comments are requested by the end of May.",
        "TSB was requested to open a list.",
    ] {
        assert_eq!(decisions(text), [by_meeting(Verb::Requested, &[])], "{text}");
    }
    assert_eq!(decisions("Comments were requested by the meeting.")[0].1, "the meeting");
}

#[test]
fn words_of_manner_and_joints_of_sentences_are_told_apart() {
    let found = decisions("The Committee approved the plan as presented in TD4.");
    assert_eq!(found.len(), 1);
    assert_eq!(decisions("The Chair proposed, and the meeting agreed, to go on.")[0].1, "the meeting");
    assert_eq!(decisions("It has been agreed to merge the plans."), [by_meeting(Verb::Agreed, &[])]);
    let found = decisions("No hubo consenso sobre el plan, por lo que se aplazó su examen.");
    assert_eq!(found, [by_meeting(Verb::Deferred, &[])]);
}
