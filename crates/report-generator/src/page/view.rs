//! All that the page's template sees.

use meeting_model::{Language, MeetingRecord};
use serde::Serialize;

use super::PageSettings;
use super::actions::{self, Assignee};
use super::anchors::{Anchors, unique};
use super::assets;
use super::charts::Chart;
use super::decisions::{self, DecisionRow};
use super::documents::{self, DocumentRow};
use super::findings::{self, FindingGroup};
use super::items::{self, ItemRow};
use super::liaisons::{self, Way};
use super::overview::{self, Figure};
use super::strip::Strip;
use super::timeline::{self, Event};
use crate::labels::Labels;

/// What every section is made of.
pub(super) struct Of<'a> {
    pub record: &'a MeetingRecord,
    pub labels: &'a Labels,
    pub language: Language,
    pub files: &'a str,
    pub explain: &'a dyn Fn(&str) -> Option<&'static str>,
    pub anchors: Anchors<'a>,
    /// Ids of the rows of decisions, actions and liaison statements, in the order of the record.
    pub decision_ids: Vec<String>,
    pub action_ids: Vec<String>,
    pub liaison_ids: Vec<String>,
    /// How many events the timeline has.
    pub events: usize,
}

/// The page.
#[derive(Serialize)]
pub(super) struct Page<'a> {
    policy: String,
    language: Language,
    labels: &'a Labels,
    /// The group, or what else the meeting is called.
    title: String,
    /// Its title, where that says more.
    subtitle: String,
    place_and_dates: String,
    study_period: String,
    figures: Vec<Figure>,
    charts: Vec<Chart>,
    documents: Vec<DocumentRow>,
    items: Vec<ItemRow>,
    decisions: Vec<DecisionRow>,
    assignees: Vec<Assignee>,
    events: Vec<Event>,
    /// The events on a line, where it has a length.
    strip: Option<Strip>,
    ways: Vec<Way>,
    findings: Vec<FindingGroup>,
}

impl<'a> Page<'a> {
    pub(super) fn of(record: &'a MeetingRecord, labels: &'a Labels, settings: &'a PageSettings<'_>) -> Self {
        let mut of = of(record, labels, settings);
        let events = timeline::rows(&of);
        of.events = events.len();
        let documents = documents::rows(&of);
        let meeting = &record.meeting;
        let title = meeting.group.clone().or_else(|| meeting.title.clone());
        Self {
            policy: assets::policy(),
            language: settings.language,
            labels,
            title: title.unwrap_or_else(|| labels.columns.meeting.clone()),
            subtitle: subtitle(record),
            place_and_dates: place_and_dates(record, labels),
            study_period: meeting.study_period.clone().unwrap_or_default(),
            figures: overview::figures(&of),
            charts: overview::charts(&of, &documents),
            items: items::rows(&of),
            decisions: decisions::rows(&of),
            assignees: actions::groups(&of),
            ways: liaisons::groups(&of),
            findings: findings::groups(&of),
            strip: timeline::strip(&of, &events),
            documents,
            events,
        }
    }
}

fn of<'a>(record: &'a MeetingRecord, labels: &'a Labels, settings: &'a PageSettings<'_>) -> Of<'a> {
    let positions = (1..=record.decisions.len()).map(|at| at.to_string());
    let actions = record.actions.iter().map(|one| one.element.id.clone().unwrap_or_default());
    let number = |one: &meeting_model::LiaisonEntry| one.number.as_ref().map(ToString::to_string);
    let liaisons = record.liaisons.iter().map(|one| number(one).unwrap_or_default());
    Of {
        record,
        labels,
        language: settings.language,
        files: settings.files,
        explain: settings.explain,
        anchors: Anchors::of(record),
        decision_ids: unique("decisions", positions),
        action_ids: unique("actions", actions),
        liaison_ids: unique("liaisons", liaisons),
        events: 0,
    }
}

/// The meeting's title, where the group and the place do not say it already.
fn subtitle(record: &MeetingRecord) -> String {
    let meeting = &record.meeting;
    let says_more = |title: &&String| {
        meeting.group.is_some() && meeting.place.as_ref().is_none_or(|place| !title.contains(place.as_str()))
    };
    meeting.title.as_ref().filter(says_more).cloned().unwrap_or_default()
}

fn place_and_dates(record: &MeetingRecord, labels: &Labels) -> String {
    let meeting = &record.meeting;
    let dates = labels.period(meeting.start_date, meeting.end_date);
    labels.place_and_dates(meeting.place.as_deref().unwrap_or_default(), &dates)
}
