//! Tables that belong under a heading of the text: what was read from a table there is printed there again.

use meeting_model::{Document, Item, ItemKind, Location};
use schemars::JsonSchema;
use serde::Serialize;

use super::items::{Business, SectionView};
use super::meetings::MeetingView;
use super::work::{self, OutgoingView, QuestionView, TextGroup, WorkItems};

/// Lists that reports print as tables.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct TablesView {
    /// Study Questions.
    pub questions: Vec<QuestionView>,
    /// Recommendations and other texts by what happened to them, with headings.
    pub texts_by_event: Vec<TextGroup>,
    /// Liaison statements that go out.
    pub outgoing_liaisons: Vec<OutgoingView>,
    /// The work programme.
    pub work_items: WorkItems,
    /// Planned meetings that no text of the report states.
    pub planned_meetings: Vec<MeetingView>,
    /// Held meetings that no text of the report states.
    pub held_meetings: Vec<MeetingView>,
}

/// Whether an element at a place is wanted.
pub(super) type Wanted<'w> = &'w dyn Fn(&Location) -> bool;

/// The headings of a text, with the blocks that stand below each.
struct Headings<'d>(Vec<(&'d Item, usize)>);

impl<'d> Headings<'d> {
    fn of(document: &'d Document) -> Self {
        let headings: Vec<&Item> =
            document.items.iter().filter(|item| item.kind == ItemKind::Heading).collect();
        let ends = headings.iter().skip(1).map(|next| next.at.block).chain([usize::MAX]);
        Self(headings.iter().copied().zip(ends).collect())
    }

    /// The heading above a row of a table. Elements of other documents may have the same block, and another heading.
    fn above(&self, at: &Location) -> Option<usize> {
        at.row?;
        at.heading.as_ref()?;
        self.0.iter().position(|(heading, end)| {
            let is_below = (heading.at.block..*end).contains(&at.block);
            is_below && heading.at.part == at.part && heading.at.heading == at.heading
        })
    }
}

/// Puts tables under their headings; the result is what belongs under none.
pub(super) fn place(
    business: &Business<'_>,
    sections: &mut [SectionView],
    meetings: &[MeetingView],
) -> TablesView {
    let headings = Headings::of(business.document);
    for section in sections {
        if let Some(own) = section.heading {
            section.tables = tables(business, meetings, &|at| headings.above(at) == Some(own));
        }
    }
    tables(business, meetings, &|at| headings.above(at).is_none())
}

fn tables(business: &Business<'_>, meetings: &[MeetingView], wanted: Wanted<'_>) -> TablesView {
    let pairs = || business.document.meetings.iter().zip(meetings);
    let of_status = |status: &str| {
        let found =
            pairs().filter(|(meeting, view)| !view.stated && view.status == status && wanted(&meeting.at));
        found.map(|(_, view)| view.clone()).collect()
    };
    TablesView {
        questions: work::questions(business.document, wanted),
        texts_by_event: work::texts_by_event(business, wanted),
        outgoing_liaisons: work::outgoing(business, wanted),
        work_items: work::work_items(business, wanted),
        planned_meetings: of_status("planned"),
        held_meetings: of_status("held"),
    }
}

#[cfg(test)]
mod tests {
    use meeting_model::Language;
    use serde_json::json;

    use super::*;
    use crate::{Labels, View};

    fn view() -> View {
        let at = |heading: &str, block: usize| json!({"part": "word/document.xml", "block": block, "heading": heading});
        let row = |heading: &str, block: usize| {
            let mut at = at(heading, block);
            at["row"] = json!(1);
            at
        };
        let heading = |number: &str, title: &str, block: usize| {
            let label = format!("{number} {title}");
            json!({"number": number, "kind": "heading", "title": title, "at": at(&label, block)})
        };
        let text = |designation: &str, at: serde_json::Value| json!({"designation": designation, "kind": "recommendation", "event": "approved", "at": at});
        let document: Document = serde_json::from_value(json!({
            "items": [heading("1", "Texts", 4), heading("2", "Closure", 9)],
            "texts": [
                text("X.1", row("1 Texts", 6)),
                // In a sentence; of another document; without a place.
                text("X.2", at("1 Texts", 7)),
                text("X.3", row("5 Results", 6)),
                json!({"designation": "X.4", "kind": "recommendation", "event": "approved"}),
            ],
            "questions": [{"number": "Q1/9", "at": row("2 Closure", 12)}],
        }))
        .unwrap();
        View::of(&document, &Labels::of(Language::English).unwrap())
    }

    fn designations(tables: &TablesView) -> Vec<&str> {
        let texts = tables.texts_by_event.iter().flat_map(|group| &group.texts);
        texts.map(|text| text.designation.as_str()).collect()
    }

    #[test]
    fn rows_go_back_under_the_heading_above_their_table() {
        let view = view();
        let [first, second] = view.sections.as_slice() else { panic!("{:?}", view.sections) };
        assert_eq!(designations(&first.tables), ["X.1"]);
        assert_eq!(second.tables.questions.len(), 1);
        assert_eq!(designations(&view.tables), ["X.2", "X.3", "X.4"]);
        assert!(view.tables.questions.is_empty() && view.questions.len() == 1);
    }
}
