//! A summary as a calendar (iCalendar, RFC 5545): meetings, deadlines, and actions that are due.

#[cfg(test)]
mod tests;
mod zones;

use std::collections::BTreeMap;

use icalendar::{Calendar, Component as _, Event, EventLike as _, Property};
use jiff::civil::Date;
use meeting_model::Status;

use crate::labels::{Labels, fill};
use crate::summary::{ActionEntry, Deadline, MeetingEntry, Mention, Summary, deadline_text};
use zones::Zone;

/// A meeting that is longer is told by its days alone: nobody meets at the same hours for weeks.
const DAILY: i32 = 7;

/// The calendar as a text with lines of at most 75 bytes, as calendar programs take it.
///
/// Every entry says when it was made: on the day of the summary, so the same data gives the same bytes. An entry's
/// identity depends on what it is about alone: a calendar made anew replaces the entries of the one before.
///
/// Times of Geneva (CET, CEST) are those of Europe/Zurich. Times in a zone that is not known stay as they are
/// printed, and the entry says in which zone.
pub fn calendar(summary: &Summary, labels: &Labels) -> String {
    let mut maker = Maker { labels, stamp: format!("{}T000000Z", compact(summary.on)), ids: BTreeMap::new() };
    let meetings = summary.meetings.iter().filter_map(|meeting| maker.meeting(meeting)).collect::<Vec<_>>();
    let deadlines = summary.deadlines.iter().map(|deadline| maker.deadline(deadline)).collect::<Vec<_>>();
    let actions = summary.actions.iter().filter_map(|action| maker.action(action)).collect::<Vec<_>>();
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//rapporteur//meetings//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    let local = meetings.iter().any(|event| event.properties()["DTSTART"].params().contains_key("TZID"));
    meetings.into_iter().chain(deadlines).chain(actions).for_each(|event| {
        calendar.push(event);
    });
    let text = calendar.to_string();
    // The crate knows no component for a time zone.
    if local { text.replacen(FIRST_EVENT, &format!("{}{FIRST_EVENT}", zones::zurich()), 1) } else { text }
}

const FIRST_EVENT: &str = "BEGIN:VEVENT";

struct Maker<'a> {
    labels: &'a Labels,
    stamp: String,
    /// How often an identity was given.
    ids: BTreeMap<u64, usize>,
}

impl Maker<'_> {
    /// A meeting whose first day is known.
    fn meeting(&mut self, meeting: &MeetingEntry) -> Option<Event> {
        let first = meeting.start_date.or(meeting.end_date)?;
        let last = meeting.end_date.unwrap_or(first).max(first);
        let (group, title) = (text(meeting.group.as_ref()), text(meeting.title.as_ref()));
        let name = joined(&[group, title], ": ");
        let name = if name.is_empty() { self.labels.columns.meeting.clone() } else { name };
        let mut event = self.event(&["meeting", group, title, &first.to_string()], &name);
        let times = self.labels.times(meeting.start_time, meeting.end_time);
        let zone = text(meeting.time_zone.as_ref());
        let mut description = vec![text(meeting.topics.as_ref()).to_owned()];
        if !times.is_empty() {
            description.push(times);
        }
        if !zone.is_empty() {
            description.push(fill(&self.labels.summary.zone_printed, &[("zone", zone)]));
        }
        self.describe(&mut event, description, &meeting.found_in);
        if let Some(place) = self.place(meeting) {
            event.location(&place);
        }
        if !timed(&mut event, meeting, first, last) {
            all_day(&mut event, first, last);
        }
        Some(event)
    }

    fn place(&self, meeting: &MeetingEntry) -> Option<String> {
        let place = meeting.place.as_deref()?;
        Some(if place == "online" { self.labels.words.online.clone() } else { place.to_owned() })
    }

    fn deadline(&mut self, deadline: &Deadline) -> Event {
        let (group, title) = (text(deadline.group.as_ref()), text(deadline.title.as_ref()));
        let kind = format!("{:?}", deadline.kind);
        let name = deadline_text(deadline, self.labels);
        let mut event = self.event(&["deadline", &kind, group, title], &name);
        self.describe(&mut event, Vec::new(), &deadline.found_in);
        all_day(&mut event, deadline.date, deadline.date);
        free(&mut event);
        event
    }

    /// An open action that is due on a day.
    fn action(&mut self, action: &ActionEntry) -> Option<Event> {
        let due = action.due.filter(|_| action.status == Status::Open)?;
        let (id, assignee) = (text(action.id.as_ref()), text(action.assignee.as_ref()));
        let words = joined(&[assignee, &action.text], ": ");
        let name = fill(&self.labels.summary.action_due, &[("text", &words)]);
        let mut event = self.event(&["action", id, assignee, &action.text], &name);
        let mut description = vec![joined(&[id, &action.text], ": ")];
        description.extend(action.sub_items.iter().map(|point| format!("- {point}")));
        self.describe(&mut event, description, &action.found_in);
        all_day(&mut event, due, due);
        free(&mut event);
        Some(event)
    }

    /// An entry with a name, an identity, and the time at which it was made.
    fn event(&mut self, about: &[&str], name: &str) -> Event {
        let identity = hash(about);
        let count = self.ids.entry(identity).or_default();
        *count += 1;
        let more = if *count > 1 { format!("-{count}") } else { String::new() };
        let mut event = Event::new();
        event.uid(&format!("{identity:016x}{more}@rapporteur"));
        event.add_property("DTSTAMP", &self.stamp);
        event.summary(&plain(name));
        event
    }

    /// What an entry says beside its name, and where it is from.
    fn describe(&self, event: &mut Event, mut lines: Vec<String>, found_in: &[Mention]) {
        let from: Vec<String> = found_in
            .iter()
            .map(|mention| mention.shown(self.labels))
            .filter(|from| !from.is_empty())
            .collect();
        if !from.is_empty() {
            lines.push(format!(
                "{}{}{}",
                self.labels.columns.found_in,
                self.labels.words.colon,
                from.join("; ")
            ));
        }
        let url = found_in.iter().find_map(|mention| mention.url.as_deref());
        lines.extend(url.map(str::to_owned));
        lines.retain(|line| !line.is_empty());
        if !lines.is_empty() {
            event.description(&plain(&lines.join("\n")));
        }
        if let Some(url) = url {
            event.url(url);
        }
    }
}

/// Gives the entry its hours, on each of its days; false where they are not known well enough.
fn timed(event: &mut Event, meeting: &MeetingEntry, first: Date, last: Date) -> bool {
    let days = first.until(last).map_or(i32::MAX, |span| span.get_days());
    let Some(start) = meeting.start_time else { return false };
    if days > 0 && (days >= DAILY || meeting.end_time.is_none()) {
        return false;
    }
    let zone = Zone::of(meeting.time_zone.as_deref());
    let at = |day: Date, time: meeting_model::ClockTime| {
        format!("{}T{:02}{:02}00{}", compact(day), time.hour(), time.minute(), zone.suffix())
    };
    event.append_property(zone.property("DTSTART", &at(first, start)));
    if let Some(end) = meeting.end_time {
        // A session that ends before it begins ends on the next day.
        let day = if end > start { first } else { first.tomorrow().unwrap_or(first) };
        event.append_property(zone.property("DTEND", &at(day, end)));
    }
    if days > 0 {
        event.add_property("RRULE", format!("FREQ=DAILY;COUNT={}", days + 1));
    }
    true
}

/// Whole days; the end is the day after the last.
fn all_day(event: &mut Event, first: Date, last: Date) {
    let after = last.tomorrow().unwrap_or(last);
    for (key, day) in [("DTSTART", first), ("DTEND", after)] {
        event.append_property(Property::new(key, compact(day)).add_parameter("VALUE", "DATE").done());
    }
}

/// A deadline keeps nobody from other work.
fn free(event: &mut Event) {
    event.add_property("TRANSP", "TRANSPARENT");
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn text(value: Option<&String>) -> &str {
    value.map_or("", String::as_str)
}

fn joined(parts: &[&str], separator: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(separator)
}

/// Without characters that a calendar may not hold.
fn plain(text: &str) -> String {
    text.chars().filter(|sign| *sign == '\n' || !sign.is_control()).collect()
}

/// FNV-1a: the same words give the same number on every machine and in every version of the program.
fn hash(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xff]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
