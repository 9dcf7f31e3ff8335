//! Meetings, groups and people.

use jiff::civil::Date;
use meeting_model::{Document, Meeting};
use schemars::JsonSchema;
use serde::Serialize;

use super::items::{Business, ItemDocumentView};
use super::{shown, text};
use crate::labels::label_of;

/// A meeting planned or held.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MeetingView {
    /// The group that meets.
    pub group: String,
    /// The name of the meeting.
    pub title: String,
    /// `planned` or `held`.
    pub status: String,
    /// The status in the words of the language.
    pub status_label: String,
    /// The days, in the words of the language.
    pub dates: String,
    /// The first day as `YYYY-MM-DD`.
    pub start_date: String,
    /// The last day as `YYYY-MM-DD`.
    pub end_date: String,
    /// The times with their zone: `13:00-14:30 (CET)`.
    pub times: String,
    /// The time zone.
    pub time_zone: String,
    /// The place, `online` in the words of the language.
    pub place: String,
    /// What it is about.
    pub topics: String,
    /// The day by which contributions are due.
    pub deadline: String,
    /// The documents that report on it.
    pub reports: Vec<ItemDocumentView>,
    /// All of it on one line: `12 November 2026, 14:00-16:00 (CET), online, open points`.
    pub line: String,
    /// Whether a text of the report states its first day already.
    pub stated: bool,
}

/// A group with its officers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GroupView {
    /// The acronym.
    pub acronym: String,
    /// The full name.
    pub name: String,
    /// What it is: `rapporteur_group`.
    pub kind: String,
    /// The group it belongs to.
    pub parent: String,
    /// Acronyms of the groups that belong to it.
    pub subgroups: Vec<String>,
    /// Its officers.
    pub officers: Vec<OfficerView>,
}

/// Somebody in office.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OfficerView {
    /// The office.
    pub role: String,
    /// Name.
    pub name: String,
    /// Organization or country.
    pub affiliation: String,
    /// First month in office.
    pub from: String,
    /// Last month in office.
    pub until: String,
}

/// Somebody who is named.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PersonView {
    /// Name.
    pub name: String,
    /// The role.
    pub role: String,
    /// Organization.
    pub organization: String,
    /// Country.
    pub country: String,
    /// The group in which the role is held.
    pub group: String,
}

pub(super) fn all(business: &Business<'_>) -> Vec<MeetingView> {
    let texts = business.texts();
    business.document.meetings.iter().map(|meeting| view(business, meeting, &texts)).collect()
}

fn view(business: &Business<'_>, meeting: &Meeting, texts: &[&str]) -> MeetingView {
    let labels = business.labels;
    let dates = labels.period(meeting.start_date, meeting.end_date);
    let times = times(business, meeting);
    let place = place(business, meeting);
    let topics = text(meeting.topics.as_ref());
    let line = [&dates, &times, &place, &topics];
    let line = line
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(&labels.words.comma);
    MeetingView {
        group: text(meeting.group.as_ref()),
        title: text(meeting.title.as_ref()),
        status: meeting.status.to_string(),
        status_label: label_of(&labels.meeting_statuses, meeting.status.as_str()),
        start_date: shown(meeting.start_date.as_ref()),
        end_date: shown(meeting.end_date.as_ref()),
        time_zone: text(meeting.time_zone.as_ref()),
        deadline: labels.period(meeting.deadline, None),
        reports: meeting.reports.iter().map(|number| business.number(number)).collect(),
        stated: is_stated(business, meeting, texts),
        dates,
        times,
        place,
        topics,
        line,
    }
}

fn times(business: &Business<'_>, meeting: &Meeting) -> String {
    let times = business.labels.times(meeting.start_time, meeting.end_time);
    match meeting.time_zone.as_deref() {
        Some(zone) if !times.is_empty() => format!("{times} ({})", business.labels.zone(zone)),
        _ => times,
    }
}

fn place(business: &Business<'_>, meeting: &Meeting) -> String {
    match meeting.place.as_deref() {
        Some(ONLINE) => business.labels.words.online.clone(),
        place => place.unwrap_or_default().to_owned(),
    }
}

/// The name that the contract gives to the place of virtual meetings.
const ONLINE: &str = "online";

fn is_stated(business: &Business<'_>, meeting: &Meeting, texts: &[&str]) -> bool {
    let Some(day) = meeting.start_date else { return false };
    // A text that names the days of another meeting does not say where its report is.
    let header = &business.document.header;
    let is_own = header.start_date <= Some(day) && Some(day) <= header.end_date.or(header.start_date);
    let is_whole = meeting.reports.is_empty() || is_own;
    is_whole && states_day(business, day, meeting.end_date, texts)
}

/// Whether a text has a day, or days from that one on, in one of the ways that they may be written.
pub(super) fn states_day(business: &Business<'_>, day: Date, end: Option<Date>, texts: &[&str]) -> bool {
    let labels = business.labels;
    let end = end.unwrap_or(day);
    let name = labels.dates.names.get(day.month().unsigned_abs() as usize - 1).map_or("", String::as_str);
    let forms = [
        labels.day(day),
        labels.days(day, end),
        labels.days(day, end).replace('-', " - "),
        labels.days(day, end).replace('-', "–"),
        labels.days(day, end).replace('-', " – "),
        format!("{name} {}, {}", day.day(), day.year()),
        day.to_string(),
    ];
    forms.iter().any(|form| texts.iter().any(|text| has(text, form)))
}

/// A form of a day that is no end of a longer number: `2 May 2025` does not stand in `12 May 2025`.
fn has(text: &str, form: &str) -> bool {
    text.match_indices(form).any(|(at, _)| !text[..at].ends_with(|before: char| before.is_ascii_digit()))
}

pub(super) fn groups(business: &Business<'_>) -> Vec<GroupView> {
    let officer = |officer: &meeting_model::Officer| OfficerView {
        role: text(officer.role.as_ref()),
        name: officer.name.clone(),
        affiliation: text(officer.affiliation.as_ref()),
        from: officer.from.map(|month| business.labels.month(month)).unwrap_or_default(),
        until: officer.until.map(|month| business.labels.month(month)).unwrap_or_default(),
    };
    let view = |group: &meeting_model::Group| GroupView {
        acronym: text(group.acronym.as_ref()),
        name: text(group.name.as_ref()),
        kind: group.kind.to_string(),
        parent: text(group.parent.as_ref()),
        subgroups: group.subgroups.clone(),
        officers: group.officers.iter().map(officer).collect(),
    };
    business.document.groups.iter().map(view).collect()
}

pub(super) fn people(document: &Document) -> Vec<PersonView> {
    let view = |person: &meeting_model::Person| PersonView {
        name: person.name.clone(),
        role: text(person.role.as_ref()),
        organization: text(person.organization.as_ref()),
        country: text(person.country.as_ref()),
        group: text(person.group.as_ref()),
    };
    document.people.iter().map(view).collect()
}
