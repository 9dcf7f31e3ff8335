//! Meetings: the sessions that a report is about, meetings held in between, and meetings planned.

mod line;
mod plans;
mod sessions;
mod tables;

use jiff::civil::Date;
use meeting_model::{Action, ClockTime, Kind, Meeting, MeetingStatus};

use crate::found::Reading;
use crate::lists::items::Business;
use crate::values::date::FoundDates;
use crate::values::time::{Clock, FoundTime};

/// Reads the meetings: held ones first, then planned ones, each once however often it is stated.
pub(crate) fn read(
    kind: Kind,
    items: &[Business<'_>],
    actions: &[Action],
    reading: &Reading<'_>,
) -> Vec<Meeting> {
    let mut found = sessions::read(kind, items, reading);
    found.extend(tables::read(reading));
    found.extend(plans::read(items, actions, reading));
    let mut meetings: Vec<Meeting> = Vec::new();
    for meeting in found {
        match meetings.iter_mut().find(|known| is_same(known, &meeting)) {
            Some(known) => complete(known, meeting),
            None => meetings.push(meeting),
        }
    }
    meetings.sort_by_key(|meeting| (meeting.status == MeetingStatus::Planned, meeting.start_date));
    meetings
}

/// The days of a date, those without a year as near to the meeting that the document belongs to as can be.
pub(crate) fn days(found: &FoundDates, reading: &Reading<'_>) -> Option<(Date, Date)> {
    line::resolved(found, reading)
}

/// The same days and, where both are stated, the same hours and group.
fn is_same(a: &Meeting, b: &Meeting) -> bool {
    let agree = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
    a.start_date == b.start_date
        && a.status == b.status
        && (a.start_time.is_none() || b.start_time.is_none() || a.start_time == b.start_time)
        && agree(&a.group, &b.group)
}

/// Fills what the first statement left open.
fn complete(known: &mut Meeting, more: Meeting) {
    known.group = known.group.take().or(more.group);
    known.title = known.title.take().or(more.title);
    known.start_time = known.start_time.or(more.start_time);
    known.end_time = known.end_time.or(more.end_time);
    known.time_zone = known.time_zone.take().or(more.time_zone);
    known.place = known.place.take().or(more.place);
    known.topics = known.topics.take().or(more.topics);
    known.deadline = known.deadline.or(more.deadline);
    if known.end_date == known.start_date {
        known.end_date = known.end_date.max(more.end_date);
    }
    for report in more.reports {
        if !known.reports.contains(&report) {
            known.reports.push(report);
        }
    }
}

fn clock(time: Clock) -> Option<ClockTime> {
    ClockTime::new(time.hour, time.minute)
}

fn set_times(meeting: &mut Meeting, time: &FoundTime) {
    meeting.start_time = clock(time.start);
    meeting.end_time = time.end.and_then(clock);
    meeting.time_zone.clone_from(&time.zone);
}

/// Held if it ended before the meeting that the document belongs to did, planned if it begins after.
fn status(end: Date, reading: &Reading<'_>) -> MeetingStatus {
    match reading.setting.end {
        Some(last) if end > last => MeetingStatus::Planned,
        Some(_) => MeetingStatus::Held,
        None => MeetingStatus::Planned,
    }
}
