//! The only shape that templates see.
//!
//! Everything is ready to be printed: dates and states in the words of the language, numbers with their links, lists
//! in order. What a document does not state is an empty text or an empty list, so a template can ask
//! `{% if cover.place %}` and print without care. Values that need structure in Word (paragraphs, lists, links)
//! are plain data here; filters make them rich.

mod actions;
mod cover;
mod decisions;
mod items;
mod lines;
mod links;
mod lists;
mod meetings;
mod outline;
mod parts;
mod placed;
mod record;
mod work;

use meeting_model::{Document, Location, MeetingRecord, MeetingStatus};
use schemars::JsonSchema;
use serde::Serialize;

pub use actions::{ActionGroup, ActionList, ActionView};
pub use cover::{ContactView, CoverView, LiaisonView};
pub use decisions::DecisionView;
pub use items::{ItemDocumentView, ItemView, SectionView};
pub use lines::{LineKind, LineView};
pub use lists::{DocumentView, ReferenceView, TermsView};
pub use meetings::{GroupView, MeetingView, OfficerView, PersonView};
pub use outline::{BlockView, OutlineView};
pub use parts::PartView;
pub use placed::TablesView;
pub use work::{OutgoingView, QuestionView, TextGroup, TextView, WorkItemView, WorkItems};

use crate::draft::{Place, Todo};
use crate::labels::{Labels, label_of};
use crate::schema;
use items::Business;
pub(crate) use links::Links;

/// A document as templates see it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct View {
    /// The code of the language that labels and dates are written in: `en`.
    pub language: String,
    /// The direction of writing: `ltr` or `rtl`.
    pub direction: String,
    /// The words of the language.
    pub labels: Labels,
    /// What the document is: `meeting_report`.
    pub kind: String,
    /// The kind in the words of the language.
    pub kind_label: String,
    /// The name of the file that the document comes from.
    pub file: String,
    /// The cover table.
    pub cover: CoverView,
    /// The liaison rows of the cover table.
    pub liaison: LiaisonView,
    /// The whole text of the document as it was read, heading by heading, without its cover.
    pub outline: Vec<OutlineView>,
    /// The items under their headings, in order, with all that is to be printed.
    pub sections: Vec<SectionView>,
    /// All items in order, headings too.
    pub items: Vec<ItemView>,
    /// All decisions.
    pub decisions: Vec<DecisionView>,
    /// All actions.
    pub actions: Vec<ActionView>,
    /// All actions by who must act, each once (without those that repeat a listed one).
    pub actions_by_assignee: Vec<ActionGroup>,
    /// The action lists that go to the front, with the headings over them.
    pub action_lists: Vec<ActionList>,
    /// The rows of the document list.
    pub documents: Vec<DocumentView>,
    /// All meetings.
    pub meetings: Vec<MeetingView>,
    /// Meetings that lie ahead.
    pub planned_meetings: Vec<MeetingView>,
    /// Meetings that lie behind.
    pub held_meetings: Vec<MeetingView>,
    /// Planned meetings that no text of the report states: they need a table of their own.
    pub unstated_meetings: Vec<MeetingView>,
    /// Held meetings that no text of the report states.
    pub unstated_held_meetings: Vec<MeetingView>,
    /// Tables that belong under none of the headings.
    pub tables: TablesView,
    /// Groups with their officers.
    pub groups: Vec<GroupView>,
    /// People.
    pub people: Vec<PersonView>,
    /// Recommendations and other texts.
    pub texts: Vec<TextView>,
    /// The same by what happened to them, with headings.
    pub texts_by_event: Vec<TextGroup>,
    /// Study Questions.
    pub questions: Vec<QuestionView>,
    /// The work programme.
    pub work_items: WorkItems,
    /// Terms of reference.
    pub terms_of_reference: Vec<TermsView>,
    /// Listed documents that are liaison statements.
    pub liaisons: Vec<DocumentView>,
    /// Liaison statements that go out.
    pub outgoing_liaisons: Vec<OutgoingView>,
    /// Document numbers mentioned.
    pub references: Vec<ReferenceView>,
    /// Visible marks in place of lists that a draft does not have yet.
    pub marks: MarksView,
    /// What is left to be done by hand.
    pub todo: Vec<String>,
}

/// Visible marks in place of lists that a draft does not have yet; empty where nothing is missing.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct MarksView {
    /// For the actions at the front.
    pub actions: String,
    /// For the list of documents.
    pub documents: String,
    /// For the terms of reference.
    pub terms_of_reference: String,
}

impl View {
    /// The document in the words of these labels.
    pub fn of(document: &Document, labels: &Labels) -> Self {
        Self::with_todo(document, labels, &[])
    }

    /// A meeting's record in the words of these labels.
    pub fn of_record(record: &MeetingRecord, labels: &Labels) -> Self {
        Self::of(&record::document(record), labels)
    }

    /// The same with visible marks on the cover where something is left to be written.
    pub fn with_todo(document: &Document, labels: &Labels, todo: &[Todo]) -> Self {
        let links = Links::of(document);
        let business = Business { document, labels, links: &links, todo };
        let items = business.items();
        let actions = actions::all(&business);
        let documents = lists::documents(&business);
        let meetings = meetings::all(&business);
        let mut sections = items::sections(&items);
        let tables = placed::place(&business, &mut sections, &meetings);
        let all = |_: &Location| true;
        let of_status = |status: MeetingStatus, unstated: bool| {
            let wanted = move |meeting: &&MeetingView| {
                meeting.status == status.as_str() && !(unstated && meeting.stated)
            };
            meetings.iter().filter(wanted).cloned().collect::<Vec<_>>()
        };
        Self {
            language: labels.language.clone(),
            direction: labels.direction.clone(),
            labels: labels.clone(),
            kind: document.kind.to_string(),
            kind_label: label_of(&labels.kinds, document.kind.as_str()),
            file: document.file.name.clone(),
            cover: cover::of(&business),
            liaison: cover::liaison(&business),
            outline: outline::of(document),
            sections,
            tables,
            decisions: decisions::all(&business),
            actions_by_assignee: actions::by_assignee(&actions),
            action_lists: actions::lists(&business),
            liaisons: lists::liaisons(document, &documents),
            planned_meetings: of_status(MeetingStatus::Planned, false),
            held_meetings: of_status(MeetingStatus::Held, false),
            unstated_meetings: of_status(MeetingStatus::Planned, true),
            unstated_held_meetings: of_status(MeetingStatus::Held, true),
            groups: meetings::groups(&business),
            people: meetings::people(document),
            texts: work::texts(&business),
            texts_by_event: work::texts_by_event(&business, &all),
            questions: work::questions(document, &all),
            work_items: work::work_items(&business, &all),
            terms_of_reference: lists::terms(document),
            outgoing_liaisons: work::outgoing(&business, &all),
            references: lists::references(&business),
            marks: marks(&business),
            todo: todo.iter().map(|todo| todo.what.clone()).collect(),
            items,
            actions,
            documents,
            meetings,
        }
    }

    /// The JSON Schema (2020-12) of a view: the names that a template may use.
    pub fn json_schema() -> serde_json::Value {
        schema::read(include_str!("../../schemas/view.json"))
    }
}

fn marks(business: &Business<'_>) -> MarksView {
    let mark = |place: &Place| cover::marked(business, String::new(), place);
    MarksView {
        actions: mark(&Place::Actions),
        documents: mark(&Place::Documents),
        terms_of_reference: mark(&Place::TermsOfReference),
    }
}

/// A text, or nothing.
fn text(value: Option<&String>) -> String {
    value.cloned().unwrap_or_default()
}

/// The display of a value, or nothing.
fn shown<T: std::fmt::Display>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// An enum's label, or nothing.
fn label<T: std::fmt::Display>(
    labels: &std::collections::BTreeMap<String, String>,
    value: Option<&T>,
) -> String {
    value.map(|value| label_of(labels, &value.to_string())).unwrap_or_default()
}

#[cfg(test)]
mod tests;
