use jiff::civil::date;
use meeting_model::Language;

use super::*;

fn read(markdown: &str) -> Minutes {
    let english = Labels::of(Language::English).unwrap();
    Minutes::read(markdown, &english, &english)
}

const TYPED: &str = "\
Two sessions were held.

# 1.2 Progress report
Outcome: noted

## Item 2.1: Guideline
Presented by: the Editor
Reviewed and agreed
The draft was read clause by clause.

- clause 4 says it twice
- clause 5 is new

Decision: It was agreed to merge clauses 4 and 5.
Decision: the example of clause 6 stays
Action: WP2 to request TSAG to approve TD631R2 by 30 October 2026
- with the example
- with a cover

Nobody objected.

**2.2**

- Action (TSB): publish figures
  1. by group
- a remark
";

#[test]
fn minutes_are_read_item_by_item() {
    let minutes = read(TYPED);
    let heads: Vec<(Option<&str>, &str, usize)> =
        minutes.entries.iter().map(|it| (it.number.as_deref(), it.title.as_str(), it.line)).collect();
    assert_eq!(
        heads,
        [
            (None, "", 1),
            (Some("1.2"), "Progress report", 3),
            (Some("2.1"), "Guideline", 6),
            (Some("2.2"), "", 22)
        ]
    );
    assert_eq!(minutes.entries[0].text, ["Two sessions were held."]);
    assert_eq!(minutes.entries[1].outcomes, [Outcome::Noted]);
    assert_eq!(minutes.entries[1].text, ["Noted"]);
}

#[test]
fn an_entry_keeps_everything_in_order() {
    let minutes = read(TYPED);
    let entry = &minutes.entries[2];
    assert_eq!(entry.presented_by.as_deref(), Some("the Editor"));
    assert_eq!(entry.outcomes, [Outcome::Reviewed, Outcome::Agreed]);
    assert_eq!(
        entry.text,
        [
            "Reviewed and agreed",
            "The draft was read clause by clause.",
            "– clause 4 says it twice",
            "– clause 5 is new",
            "It was agreed to merge clauses 4 and 5.",
            "Decision: the example of clause 6 stays",
            "Action: WP2 to request TSAG to approve TD631R2 by 30 October 2026",
            "with the example",
            "with a cover",
            "Nobody objected.",
        ]
    );
    let verbs: Vec<Verb> = entry.decisions.iter().map(|decision| decision.verb).collect();
    assert_eq!(verbs, [Verb::Agreed, Verb::Decided]);
    let action = &entry.actions[0];
    assert_eq!(action.assignee.as_deref(), Some("WP2"));
    assert_eq!(action.due, Some(date(2026, 10, 30)));
    assert_eq!(action.sub_items, ["with the example", "with a cover"]);
}

#[test]
fn actions_may_be_points_with_points_below() {
    let minutes = read(TYPED);
    let entry = &minutes.entries[3];
    assert_eq!(entry.actions[0].assignee.as_deref(), Some("TSB"));
    assert_eq!(entry.actions[0].sub_items, ["by group"]);
    assert_eq!(entry.text, ["Action: publish figures", "by group", "– a remark"]);
}

#[test]
fn other_languages_have_their_own_labels() {
    let french = Labels::of(Language::French).unwrap();
    let english = Labels::of(Language::English).unwrap();
    let minutes = Minutes::read("# Point 3\nDécision: La réunion a approuvé le plan.\n", &french, &english);
    assert_eq!(minutes.entries[0].number.as_deref(), Some("3"));
    assert_eq!(minutes.entries[0].decisions[0].verb, Verb::Approved);
}
