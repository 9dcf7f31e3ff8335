//! Tables of work programmes.

use meeting_model::{Document, WorkItemStatus};
use word_document::testing::docx;

use crate::{Limits, parse};

fn read(notation: &str) -> Document {
    parse(&docx(notation), "report.docx", &Limits::default()).expect("the test's document is a Word file")
}

#[test]
fn new_and_ongoing_work_items_are_one_list() {
    let document = read(
        "\
# 9 Work programme
## 9.1 New work items
| # | Question | Work item | Status | Title | Editor | Base text |
| 1 | 4/21 | K.knot | New | Knots | Ada Moss (Moss Ropes, Norway); Bo Lund | C-9 |
## 9.2 Deleted work items
| Work item | Question | Title |
| K.old | 4/21 | Old ropes |
## 9.3 Updated work programme
| Question | Work item | Status | Title | Target date | Process |
| 4/21 | K.knot | New | Knots | 2028-Q2 | AAP |
| 4/21 | K.kite | Under study | Kites | 2028-06 | TAP |
",
    );
    let names: Vec<_> =
        document.work_items.iter().map(|item| (item.designation.as_str(), item.status)).collect();
    assert_eq!(
        names,
        [
            ("K.knot", Some(WorkItemStatus::New)),
            ("K.old", Some(WorkItemStatus::Deleted)),
            ("K.kite", Some(WorkItemStatus::Ongoing)),
        ]
    );
    let knot = &document.work_items[0];
    assert_eq!(knot.editors, ["Ada Moss", "Bo Lund"]);
    assert_eq!(knot.question.as_deref(), Some("Q4/21"));
    assert_eq!(knot.target_date.as_deref(), Some("2028-Q2"));
    assert_eq!(knot.base_text.as_deref(), Some("C-9"));
    assert_eq!(knot.documents.iter().map(ToString::to_string).collect::<Vec<_>>(), ["C9"]);
    assert_eq!(document.texts, []);
}

#[test]
fn a_dividing_row_gives_the_question() {
    let document = read(
        "\
# Work programme
| Work item | Title | Target date |
| {span 3}Question 4/21 |
| K.kite | Kites | 2028-06 |
| {span 3}Question 5/21 |
| K.sail | Sails | 2028-07 |
",
    );
    let found: Vec<_> = document.work_items.iter().map(|item| item.question.as_deref()).collect();
    assert_eq!(found, [Some("Q4/21"), Some("Q5/21")]);
}
