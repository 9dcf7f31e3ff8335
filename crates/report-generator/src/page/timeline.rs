//! Meetings and deadlines, in the order of their days.

use jiff::civil::Date;
use meeting_model::{DocumentNumber, Meeting, MeetingStatus, Sourced};
use serde::Serialize;

use super::actions::is_overdue;
use super::links::{Link, fragment};
use super::parts::Day;
use super::strip::Strip;
use super::view::Of;
use crate::labels::{fill, label_of};

/// A row of the timeline.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Event {
    pub id: String,
    /// The first day.
    pub day: Day,
    /// All its days, as the language writes them.
    pub days: String,
    /// What it is, as the language says it.
    pub kind: String,
    /// What it is, for the style: `this`, `meeting`, `deadline`.
    pub mark: &'static str,
    pub text: Link,
    pub times: String,
    pub place: String,
    pub topics: String,
    /// A meeting's state, an action's.
    pub status: String,
    pub overdue: bool,
    pub found_in: Vec<Link>,
    #[serde(skip)]
    first: Option<Date>,
}

/// All of them by day; what has no day comes last.
pub(super) fn rows(of: &Of<'_>) -> Vec<Event> {
    let record = of.record;
    let mut events: Vec<Event> = this(of).into_iter().collect();
    events.extend(record.meetings.iter().map(|one| meeting(of, one)));
    events.extend(record.meetings.iter().filter_map(|one| contributions(of, one)));
    events.extend(replies(of));
    events.extend(actions(of));
    events.sort_by_key(|event| (event.first.is_none(), event.first));
    for (at, event) in events.iter_mut().enumerate() {
        event.id = format!("timeline/{}", at + 1);
    }
    events
}

/// The events on a line.
pub(super) fn strip(of: &Of<'_>, events: &[Event]) -> Option<Strip> {
    let days: Vec<_> = events.iter().filter_map(|event| Some((event.first?, event.mark))).collect();
    Strip::of(&days, of.labels.direction == "rtl")
}

fn event(of: &Of<'_>, first: Option<Date>, kind: &str, mark: &'static str, text: Link) -> Event {
    Event {
        id: String::new(),
        day: Day::of(first, of.labels),
        days: first.map(|day| of.labels.day(day)).unwrap_or_default(),
        kind: kind.to_owned(),
        mark,
        text,
        times: String::new(),
        place: String::new(),
        topics: String::new(),
        status: String::new(),
        overdue: false,
        found_in: Vec::new(),
        first,
    }
}

/// The meeting that the page is about.
fn this(of: &Of<'_>) -> Option<Event> {
    let meeting = &of.record.meeting;
    let first = meeting.start_date.or(meeting.end_date)?;
    let name = meeting.group.clone().or_else(|| meeting.title.clone());
    let text = Link::none(name.unwrap_or_else(|| of.labels.columns.meeting.clone()));
    Some(Event {
        days: of.labels.period(meeting.start_date, meeting.end_date),
        place: place(of, meeting.place.as_deref()),
        ..event(of, Some(first), &of.labels.page.this_meeting, "this", text)
    })
}

fn meeting(of: &Of<'_>, one: &Sourced<Meeting>) -> Event {
    let meeting = &one.element;
    let zone = meeting.time_zone.as_deref().unwrap_or_default();
    let times = of.labels.times(meeting.start_time, meeting.end_time);
    let first = meeting.start_date.or(meeting.end_date);
    Event {
        days: of.labels.period(meeting.start_date, meeting.end_date),
        times: if times.is_empty() { times } else { format!("{times} {zone}").trim_end().to_owned() },
        place: place(of, meeting.place.as_deref()),
        topics: meeting.topics.clone().unwrap_or_default(),
        status: label_of(&of.labels.meeting_statuses, meeting.status.as_str()),
        found_in: sources(of, &one.found_in, &meeting.reports),
        ..event(of, first, &of.labels.columns.meeting, mark(meeting.status), Link::none(name(meeting)))
    }
}

const fn mark(status: MeetingStatus) -> &'static str {
    match status {
        MeetingStatus::Held => "held",
        MeetingStatus::Planned => "meeting",
    }
}

/// Where it is stated, and the reports.
fn sources(of: &Of<'_>, found_in: &[DocumentNumber], reports: &[DocumentNumber]) -> Vec<Link> {
    let mut all = of.anchors.numbers(found_in);
    all.extend(of.anchors.numbers(reports));
    all.dedup();
    all
}

fn name(meeting: &Meeting) -> String {
    let parts = [meeting.group.as_deref(), meeting.title.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn place(of: &Of<'_>, place: Option<&str>) -> String {
    match place {
        Some("online") => of.labels.words.online.clone(),
        other => other.unwrap_or_default().to_owned(),
    }
}

fn contributions(of: &Of<'_>, one: &Sourced<Meeting>) -> Option<Event> {
    let day = one.element.deadline?;
    let text = fill(&of.labels.summary.contributions_due, &[("meeting", &name(&one.element))]);
    let found_in = of.anchors.numbers(&one.found_in);
    Some(Event { found_in, ..event(of, Some(day), &of.labels.page.deadline, "deadline", Link::none(text)) })
}

fn replies<'a>(of: &'a Of<'_>) -> impl Iterator<Item = Event> + 'a {
    of.record.liaisons.iter().zip(&of.liaison_ids).filter_map(|(one, id)| {
        let title = one.title.clone().unwrap_or_default();
        let text = fill(&of.labels.summary.reply_due, &[("title", &title)]);
        let text = Link { text, to: fragment(id) };
        let found_in = one.number.iter().map(|number| of.anchors.number(number)).collect();
        let day = Some(one.deadline?);
        Some(Event { found_in, ..event(of, day, &of.labels.page.deadline, "deadline", text) })
    })
}

fn actions<'a>(of: &'a Of<'_>) -> impl Iterator<Item = Event> + 'a {
    let once = of.record.actions.iter().zip(&of.action_ids).filter(|(one, _)| one.element.same_as.is_none());
    once.filter_map(|(one, id)| {
        let action = &one.element;
        let day = Some(action.due?);
        let overdue = is_overdue(of, action);
        let status = label_of(&of.labels.statuses, action.status.as_str());
        let who = action.assignee.iter().map(|who| format!("{who}{}", of.labels.words.colon));
        let text = fill(&of.labels.summary.action_due, &[("text", &action.text)]);
        // Most actions name who must act.
        let named = action.assignee.as_ref().is_some_and(|who| action.text.starts_with(who.as_str()));
        let text = if named { text } else { who.chain([text]).collect() };
        Some(Event {
            status: if overdue { of.labels.summary.overdue.clone() } else { status },
            overdue,
            found_in: of.anchors.numbers(&one.found_in),
            ..event(of, day, &of.labels.page.deadline, "deadline", Link { text, to: fragment(id) })
        })
    })
}
