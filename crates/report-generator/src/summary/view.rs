//! A summary as templates see it: all names of a document's view, its lists filled from many documents, and more.

use std::collections::BTreeMap;

use jiff::civil::Date;
use meeting_model::{Action, Decision, Document, ListedDocument, Meeting};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::entries::{ActionEntry, Counts, DeadlineKind, LinkedNumber, Mention};
use super::same::folded;
use super::{Summary, What};
use crate::labels::{Labels, fill, label_of};
use crate::schema;
use crate::view::{ActionView, DecisionView, DocumentView, ItemDocumentView, MeetingView, View};

/// What a summary has beside the names of a [`View`], or in other words than a view of one document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SummaryView {
    /// `actions`, `decisions`, `documents`, `meetings`; `all` where it is about everything.
    pub what: String,
    /// The heading: `Action list`.
    pub title: String,
    /// The group, where all documents are of one, and place and days, where all are of one meeting.
    pub subtitle: String,
    /// The day of the summary, in the words of the language.
    pub on: String,
    /// How much there is.
    pub counts: Counts,
    /// The documents that were read.
    pub sources: Vec<PlaceView>,
    /// Actions.
    pub actions: Vec<SummaryAction>,
    /// Actions by who must act; nobody last.
    pub actions_by_assignee: Vec<SummaryActions>,
    /// Decisions.
    pub decisions: Vec<SummaryDecision>,
    /// Decisions by the document that states them first.
    pub decisions_by_source: Vec<SummaryDecisions>,
    /// Documents.
    pub documents: Vec<SummaryDocument>,
    /// Meetings.
    pub meetings: Vec<SummaryMeeting>,
    /// Meetings that end on the day of the summary or later.
    pub planned_meetings: Vec<SummaryMeeting>,
    /// Meetings that lie behind.
    pub held_meetings: Vec<SummaryMeeting>,
    /// Days by which something is wanted.
    pub deadlines: Vec<DeadlineView>,
}

/// A place where something is stated.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PlaceView {
    /// The document's number; the name of its file where it has none.
    pub number: String,
    /// The number with the item: `SG90-TD20, item 4.2`.
    pub shown: String,
    /// The document's title.
    pub title: String,
    /// The item or section.
    pub item: String,
    /// The nearest heading above.
    pub heading: String,
    /// Where the document can be had.
    pub url: String,
}

/// An action.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SummaryAction {
    /// What an action of one document has.
    #[serde(flatten)]
    pub action: ActionView,
    /// Open, and the day has passed.
    pub overdue: bool,
    /// All places where it is stated.
    pub places: Vec<PlaceView>,
}

/// The actions of one who must act.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SummaryActions {
    /// Who must act; empty where nobody is named.
    pub assignee: String,
    /// A heading: `Actions for WP2`.
    pub heading: String,
    /// How many are open.
    pub open: usize,
    /// The actions, the most urgent first.
    pub actions: Vec<SummaryAction>,
}

/// A decision.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SummaryDecision {
    /// What a decision of one document has.
    #[serde(flatten)]
    pub decision: DecisionView,
    /// All places where it is stated.
    pub places: Vec<PlaceView>,
}

/// The decisions that one document states first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SummaryDecisions {
    /// The document.
    pub source: PlaceView,
    /// Its decisions, in its order.
    pub decisions: Vec<SummaryDecision>,
}

/// A document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SummaryDocument {
    /// What a document of a list has.
    #[serde(flatten)]
    pub document: DocumentView,
    /// What it is, where it was read, in the words of the language.
    pub kind: String,
    /// The Word file, where it was read.
    pub file: String,
    /// The lists that name it.
    pub places: Vec<PlaceView>,
}

/// A meeting.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SummaryMeeting {
    /// What a meeting of one document has.
    #[serde(flatten)]
    pub meeting: MeetingView,
    /// Whether it ends on the day of the summary or later.
    pub ahead: bool,
    /// All places where it is stated.
    pub places: Vec<PlaceView>,
    /// The document that states it first.
    pub found_in: String,
    /// Its link.
    pub url: String,
}

/// A day by which something is wanted.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DeadlineView {
    /// The day, in the words of the language.
    pub date: String,
    /// The day as `YYYY-MM-DD`.
    pub iso_date: String,
    /// What is wanted: `Contributions due: RG-A`.
    pub text: String,
    /// Whether it lies ahead.
    pub ahead: bool,
    /// All places where it is stated.
    pub places: Vec<PlaceView>,
}

/// The data of a template: the names of a [`View`] with those of a [`SummaryView`] over them.
pub fn view_of(summary: &Summary, labels: &Labels) -> Value {
    let mut view = to_value(&View::of(&gathered(summary, labels), labels));
    let own = to_value(&Words { labels, on: summary.on }.summary(summary));
    if let (Value::Object(view), Value::Object(own)) = (&mut view, own) {
        view.extend(own);
    }
    view
}

/// The JSON Schema (2020-12) of [`view_of`]: the names that a template of a summary may use.
pub fn view_schema() -> Value {
    let mut view = View::json_schema();
    let own = schema::read(include_str!("../../schemas/summary.json"));
    for key in ["properties", "$defs"] {
        if let (Some(Value::Object(all)), Some(Value::Object(more))) = (view.get_mut(key), own.get(key)) {
            all.extend(more.clone());
        }
    }
    view
}

fn to_value(view: &impl Serialize) -> Value {
    serde_json::to_value(view).unwrap_or_default()
}

/// What all documents have in common, as one document.
fn gathered(summary: &Summary, labels: &Labels) -> Document {
    let mut document = Document::default();
    let header = &mut document.header;
    header.title = Some(title(summary.what, labels));
    header.language = labels.language.parse().ok();
    header.group = common(summary.sources.iter().map(|source| source.group.clone()));
    let meeting = common(
        summary
            .sources
            .iter()
            .map(|source| source.start_date.map(|start| (source.group.clone(), start, source.end_date))),
    );
    if let Some((_, start, end)) = meeting {
        (header.start_date, header.end_date) = (Some(start), end);
    }
    document.actions = summary.actions.iter().map(action).collect();
    document.decisions = summary
        .decisions
        .iter()
        .map(|entry| Decision {
            verb: entry.verb,
            by: entry.by.clone(),
            item: entry.item.clone(),
            documents: numbers(&entry.documents),
            text: entry.text.clone(),
            rule: String::new(),
            confidence: meeting_model::Confidence::High,
            at: meeting_model::Location::default(),
        })
        .collect();
    document.documents = summary.documents.iter().map(listed).collect();
    document.meetings = summary.meetings.iter().map(meeting_of).collect();
    document
}

fn action(entry: &ActionEntry) -> Action {
    Action {
        id: entry.id.clone(),
        assignee: entry.assignee.clone(),
        text: entry.text.clone(),
        requested_of: entry.requested_of.clone(),
        documents: numbers(&entry.documents),
        due: entry.due,
        sub_items: entry.sub_items.clone(),
        item: entry.found_in.first().and_then(|mention| mention.item.clone()),
        status: entry.status,
        ..Action::default()
    }
}

fn listed(entry: &super::DocumentEntry) -> ListedDocument {
    ListedDocument {
        category: entry.category.clone(),
        number: entry.number.clone(),
        introduced: entry.introduced,
        sources: entry.sources.clone(),
        title: entry.title.clone(),
        reserved: entry.reserved,
        url: entry.url.clone(),
        ..ListedDocument::default()
    }
}

fn meeting_of(entry: &super::MeetingEntry) -> Meeting {
    Meeting {
        group: entry.group.clone(),
        title: entry.title.clone(),
        status: entry.status,
        start_date: entry.start_date,
        end_date: entry.end_date,
        start_time: entry.start_time,
        end_time: entry.end_time,
        time_zone: entry.time_zone.clone(),
        place: entry.place.clone(),
        topics: entry.topics.clone(),
        deadline: entry.deadline,
        reports: numbers(&entry.reports),
        at: meeting_model::Location::default(),
    }
}

fn numbers(linked: &[LinkedNumber]) -> Vec<meeting_model::DocumentNumber> {
    linked.iter().map(|one| one.number.clone()).collect()
}

/// The value that all have.
fn common<T: PartialEq>(mut values: impl Iterator<Item = Option<T>>) -> Option<T> {
    let first = values.next()??;
    values.all(|value| value.as_ref() == Some(&first)).then_some(first)
}

fn title(what: Option<What>, labels: &Labels) -> String {
    let headings = &labels.headings;
    match what {
        Some(What::Actions) => &headings.action_summary,
        Some(What::Decisions) => &headings.decisions,
        Some(What::Documents) => &headings.documents,
        Some(What::Meetings) => &headings.meetings,
        None => &headings.summary,
    }
    .clone()
}

/// Writes in the words of a language.
struct Words<'a> {
    labels: &'a Labels,
    on: Date,
}

impl Words<'_> {
    fn summary(&self, summary: &Summary) -> SummaryView {
        let document = gathered(summary, self.labels);
        let view = View::of(&document, self.labels);
        let actions = self.actions(summary, view.actions);
        let decisions = self.decisions(summary, view.decisions);
        let meetings = self.meetings(summary, view.meetings);
        let ahead = |wanted: bool| meetings.iter().filter(|one| one.ahead == wanted).cloned().collect();
        let subtitle = [view.cover.group, view.cover.place_and_dates];
        SummaryView {
            what: summary.what.map_or_else(
                || "all".to_owned(),
                |what| to_value(&what).as_str().unwrap_or_default().to_owned(),
            ),
            title: title(summary.what, self.labels),
            subtitle: subtitle.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            on: self.labels.day(summary.on),
            counts: summary.counts,
            sources: summary
                .sources
                .iter()
                .map(|source| self.place(&source.mention(None, &<_>::default())))
                .collect(),
            actions_by_assignee: self.by_assignee(&actions),
            decisions_by_source: by_source(&decisions),
            documents: self.documents(summary, view.documents),
            planned_meetings: ahead(true),
            held_meetings: ahead(false),
            deadlines: self.deadlines(summary),
            actions,
            decisions,
            meetings,
        }
    }

    fn actions(&self, summary: &Summary, views: Vec<ActionView>) -> Vec<SummaryAction> {
        let both = summary.actions.iter().zip(views);
        both.map(|(entry, mut action)| {
            let places = self.places(&entry.found_in);
            (action.found_in, action.url) = first(&places);
            action.documents = linked(&entry.documents);
            SummaryAction { action, overdue: entry.overdue, places }
        })
        .collect()
    }

    fn by_assignee(&self, actions: &[SummaryAction]) -> Vec<SummaryActions> {
        let mut groups: BTreeMap<(bool, String), Vec<SummaryAction>> = BTreeMap::new();
        for action in actions {
            let assignee = folded(&action.action.assignee);
            groups.entry((assignee.is_empty(), assignee)).or_default().push(action.clone());
        }
        let headings = &self.labels.headings;
        let group = |actions: Vec<SummaryAction>| {
            let assignee = actions.first().map(|action| action.action.assignee.clone()).unwrap_or_default();
            let heading = match assignee.as_str() {
                "" => headings.actions_without_assignee.clone(),
                who => fill(&headings.actions_for, &[("who", who)]),
            };
            let open = actions
                .iter()
                .filter(|action| action.action.status == meeting_model::Status::Open.as_str())
                .count();
            SummaryActions { assignee, heading, open, actions }
        };
        groups.into_values().map(group).collect()
    }

    fn decisions(&self, summary: &Summary, views: Vec<DecisionView>) -> Vec<SummaryDecision> {
        let both = summary.decisions.iter().zip(views);
        both.map(|(entry, mut decision)| {
            let places = self.places(&entry.found_in);
            (decision.found_in, decision.url) = first(&places);
            decision.documents = linked(&entry.documents);
            SummaryDecision { decision, places }
        })
        .collect()
    }

    fn documents(&self, summary: &Summary, views: Vec<DocumentView>) -> Vec<SummaryDocument> {
        let both = summary.documents.iter().zip(views).zip(1..);
        both.map(|((entry, mut document), position)| {
            document.position = position.to_string();
            document.url = entry.url.clone().unwrap_or_default();
            SummaryDocument {
                document,
                kind: entry.kind.map(|kind| label_of(&self.labels.kinds, kind.as_str())).unwrap_or_default(),
                file: entry.file.clone().unwrap_or_default(),
                places: self.places(&entry.found_in),
            }
        })
        .collect()
    }

    fn meetings(&self, summary: &Summary, views: Vec<MeetingView>) -> Vec<SummaryMeeting> {
        let both = summary.meetings.iter().zip(views);
        both.map(|(entry, mut meeting)| {
            let places = self.places(&entry.found_in);
            let (found_in, url) = first(&places);
            meeting.reports = linked(&entry.reports);
            SummaryMeeting { meeting, ahead: entry.ahead, places, found_in, url }
        })
        .collect()
    }

    fn deadlines(&self, summary: &Summary) -> Vec<DeadlineView> {
        let view = |one: &super::Deadline| DeadlineView {
            date: self.labels.day(one.date),
            iso_date: one.date.to_string(),
            text: deadline_text(one, self.labels),
            ahead: one.date >= self.on,
            places: self.places(&one.found_in),
        };
        summary.deadlines.iter().map(view).collect()
    }

    fn places(&self, mentions: &[Mention]) -> Vec<PlaceView> {
        mentions.iter().map(|mention| self.place(mention)).collect()
    }

    fn place(&self, mention: &Mention) -> PlaceView {
        let number = mention.number.as_ref().map(ToString::to_string);
        let number = number.or_else(|| mention.file.clone()).unwrap_or_default();
        let item = mention.item.clone().unwrap_or_default();
        PlaceView {
            shown: mention.shown(self.labels),
            number,
            title: mention.title.clone().unwrap_or_default(),
            item,
            heading: mention.heading.clone().unwrap_or_default(),
            url: mention.url.clone().unwrap_or_default(),
        }
    }
}

/// What is wanted by a deadline, in the words of the language.
pub(crate) fn deadline_text(deadline: &super::Deadline, labels: &Labels) -> String {
    let parts = [deadline.group.as_deref(), deadline.title.as_deref()];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    match deadline.kind {
        DeadlineKind::Contributions => fill(&labels.summary.contributions_due, &[("meeting", &name)]),
        DeadlineKind::Reply => {
            fill(&labels.summary.reply_due, &[("title", deadline.title.as_deref().unwrap_or(&name))])
        }
    }
}

fn first(places: &[PlaceView]) -> (String, String) {
    places.first().map(|place| (place.number.clone(), place.url.clone())).unwrap_or_default()
}

fn linked(documents: &[LinkedNumber]) -> Vec<ItemDocumentView> {
    let view = |one: &LinkedNumber| ItemDocumentView {
        number: one.number.to_string(),
        shown: one.number.to_string(),
        url: one.url.clone().unwrap_or_default(),
        part: String::new(),
        introduced: true,
    };
    documents.iter().map(view).collect()
}

fn by_source(decisions: &[SummaryDecision]) -> Vec<SummaryDecisions> {
    let mut groups: Vec<SummaryDecisions> = Vec::new();
    for decision in decisions {
        let Some(place) = decision.places.first() else { continue };
        match groups.last_mut().filter(|group| group.source.number == place.number) {
            Some(group) => group.decisions.push(decision.clone()),
            None => {
                groups.push(SummaryDecisions { source: place.clone(), decisions: vec![decision.clone()] });
            }
        }
    }
    groups
}
