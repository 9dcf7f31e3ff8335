//! Texts, Questions and the work programme.

use meeting_model::{Document, OutgoingLiaison, Text, TextEvent, WorkItem, WorkItemStatus};
use schemars::JsonSchema;
use serde::Serialize;

use super::items::{Business, ItemDocumentView};
use super::placed::Wanted;
use super::{label, shown, text};

/// A Recommendation or another text, and its fate.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TextView {
    /// The designation: `A.7`.
    pub designation: String,
    /// What it is: `recommendation`.
    pub kind: String,
    /// The kind in the words of the language.
    pub kind_label: String,
    /// What happens to it: `approved`.
    pub event: String,
    /// The status as printed.
    pub status: String,
    /// New or revised, in the words of the language.
    pub revision: String,
    /// `TAP` or `AAP`.
    pub process: String,
    /// The day of the event.
    pub date: String,
    /// The same as `YYYY-MM-DD`.
    pub iso_date: String,
    /// The title.
    pub title: String,
}

/// Texts to which the same happens.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TextGroup {
    /// What happens to them: `approved`; empty where that is not known.
    pub event: String,
    /// The heading: `Recommendations approved`.
    pub heading: String,
    /// The texts, in order.
    pub texts: Vec<TextView>,
}

/// A study Question.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuestionView {
    /// The number: `Q17/13`.
    pub number: String,
    /// The title.
    pub title: String,
    /// The status as printed.
    pub status: String,
    /// Where its text is to be found.
    pub found_in: String,
}

/// The rows of the work programme, all and by their state.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct WorkItems {
    /// All of them.
    pub all: Vec<WorkItemView>,
    /// New ones.
    pub new: Vec<WorkItemView>,
    /// Those that go on, and those whose state is not known.
    pub ongoing: Vec<WorkItemView>,
    /// Those that are deleted.
    pub deleted: Vec<WorkItemView>,
}

/// A row of the work programme.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WorkItemView {
    /// The provisional designation.
    pub designation: String,
    /// The Question that works on it.
    pub question: String,
    /// `new`, `ongoing`, `deleted`.
    pub status: String,
    /// The state in the words of the language.
    pub status_label: String,
    /// The title.
    pub title: String,
    /// The editors, in one text.
    pub editors: String,
    /// The base text.
    pub base_text: String,
    /// An equivalent text of another body.
    pub equivalent: String,
    /// `TAP` or `AAP`.
    pub process: String,
    /// The target date as printed.
    pub target_date: String,
    /// Documents named in the row.
    pub documents: Vec<ItemDocumentView>,
}

/// A liaison statement that goes out.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OutgoingView {
    /// The document that holds it.
    pub documents: Vec<ItemDocumentView>,
    /// The title.
    pub title: String,
    /// The Questions that send it, in one text.
    pub questions: String,
    /// Groups asked to act, in one text.
    pub for_action: String,
    /// Groups asked to comment.
    pub for_comment: String,
    /// Groups informed.
    pub for_information: String,
    /// The day by which an answer is wanted.
    pub deadline: String,
}

pub(super) fn outgoing(business: &Business<'_>, wanted: Wanted<'_>) -> Vec<OutgoingView> {
    let join = |groups: &[String]| groups.join(", ");
    let view = |liaison: &OutgoingLiaison| OutgoingView {
        documents: liaison.document.iter().map(|number| business.number(number)).collect(),
        title: text(liaison.title.as_ref()),
        questions: join(&liaison.questions),
        for_action: join(&liaison.for_action),
        for_comment: join(&liaison.for_comment),
        for_information: join(&liaison.for_information),
        deadline: business.labels.period(liaison.deadline, None),
    };
    business.document.outgoing_liaisons.iter().filter(|liaison| wanted(&liaison.at)).map(view).collect()
}

pub(super) fn texts(business: &Business<'_>) -> Vec<TextView> {
    business.document.texts.iter().map(|text| text_view(business, text)).collect()
}

fn text_view(business: &Business<'_>, of: &Text) -> TextView {
    let labels = business.labels;
    TextView {
        designation: of.designation.clone(),
        kind: of.kind.to_string(),
        kind_label: label(&labels.text_kinds, Some(&of.kind)),
        event: shown(of.event.as_ref()),
        status: text(of.status.as_ref()),
        revision: label(&labels.revisions, of.revision.as_ref()),
        process: shown(of.process.as_ref()),
        date: labels.period(of.date, None),
        iso_date: shown(of.date.as_ref()),
        title: text(of.title.as_ref()),
    }
}

pub(super) fn texts_by_event(business: &Business<'_>, wanted: Wanted<'_>) -> Vec<TextGroup> {
    let events = TextEvent::ALL.iter().map(|event| Some(*event)).chain([None]);
    let group = |event: Option<TextEvent>| {
        let texts = business.document.texts.iter();
        let of_event = texts.filter(|text| text.event == event && wanted(&text.at));
        TextGroup {
            event: shown(event.as_ref()),
            heading: heading(business, event),
            texts: of_event.map(|text| text_view(business, text)).collect(),
        }
    };
    events.map(group).filter(|group| !group.texts.is_empty()).collect()
}

fn heading(business: &Business<'_>, event: Option<TextEvent>) -> String {
    let headings = &business.labels.headings;
    let heading = match event {
        Some(TextEvent::Approved) => &headings.texts_approved,
        Some(TextEvent::UnderApproval) => &headings.texts_under_approval,
        Some(TextEvent::Deleted) => &headings.texts_deleted,
        Some(TextEvent::Submitted) => &headings.texts_submitted,
        None => &headings.texts_other,
    };
    heading.clone()
}

pub(super) fn questions(document: &Document, wanted: Wanted<'_>) -> Vec<QuestionView> {
    let view = |question: &meeting_model::Question| QuestionView {
        number: question.number.clone(),
        title: text(question.title.as_ref()),
        status: text(question.status.as_ref()),
        found_in: text(question.found_in.as_ref()),
    };
    document.questions.iter().filter(|question| wanted(&question.at)).map(view).collect()
}

pub(super) fn work_items(business: &Business<'_>, at: Wanted<'_>) -> WorkItems {
    let of = |wanted: fn(&WorkItem) -> bool| {
        let rows = business.document.work_items.iter().filter(|item| wanted(item) && at(&item.at));
        rows.map(|item| work_item(business, item)).collect()
    };
    WorkItems {
        all: of(|_| true),
        new: of(|item| item.status == Some(WorkItemStatus::New)),
        ongoing: of(|item| matches!(item.status, None | Some(WorkItemStatus::Ongoing))),
        deleted: of(|item| item.status == Some(WorkItemStatus::Deleted)),
    }
}

fn work_item(business: &Business<'_>, item: &WorkItem) -> WorkItemView {
    WorkItemView {
        designation: item.designation.clone(),
        question: text(item.question.as_ref()),
        status: shown(item.status.as_ref()),
        status_label: label(&business.labels.work_item_statuses, item.status.as_ref()),
        title: text(item.title.as_ref()),
        editors: item.editors.join(", "),
        base_text: text(item.base_text.as_ref()),
        equivalent: text(item.equivalent.as_ref()),
        process: shown(item.process.as_ref()),
        target_date: text(item.target_date.as_ref()),
        documents: item.documents.iter().map(|number| business.number(number)).collect(),
    }
}
