//! Meetings, each once, by day; and the days by which something is wanted.

use jiff::civil::Date;
use meeting_model::{Liaison, Meeting, MeetingStatus};

use super::entries::{Deadline, DeadlineKind, LinkedNumber, MeetingEntry, Mention};
use super::same::{agree, folded};
use super::sources::Sources;

/// All meetings, by day; those without a day at the end.
pub(super) fn entries(sources: &Sources, on: Date) -> Vec<MeetingEntry> {
    let mut entries: Vec<MeetingEntry> = Vec::new();
    for (source, document) in &sources.documents {
        for meeting in &document.meetings {
            let reports = sources.linked(&meeting.reports, source.group.as_deref());
            add(&mut entries, entry(meeting, reports, vec![source.mention(None, &meeting.at)]));
        }
    }
    for (places, record) in &sources.records {
        for sourced in &record.meetings {
            let meeting = &sourced.element;
            let reports = sources.linked(&meeting.reports, record.meeting.group.as_deref());
            let mentions = sources.mentions(places, &sourced.found_in, None, &meeting.at);
            add(&mut entries, entry(meeting, reports, mentions));
        }
    }
    for entry in &mut entries {
        entry.ahead = match entry.end_date.or(entry.start_date) {
            Some(last) => last >= on,
            None => entry.status == MeetingStatus::Planned,
        };
    }
    entries.sort_by_cached_key(|entry| {
        let day = entry.start_date.or(entry.end_date);
        let name = |name: &Option<String>| name.as_deref().map(folded);
        ((day.is_none(), day), entry.start_time, name(&entry.group), name(&entry.title))
    });
    entries
}

/// Days by which contributions to the meetings, or replies to liaison statements, are wanted.
pub(super) fn deadlines(sources: &Sources, meetings: &[MeetingEntry]) -> Vec<Deadline> {
    let contributions = meetings.iter().filter_map(|meeting| {
        Some(Deadline {
            date: meeting.deadline?,
            kind: DeadlineKind::Contributions,
            group: meeting.group.clone(),
            title: meeting.title.clone(),
            found_in: meeting.found_in.clone(),
        })
    });
    let mut out: Vec<Deadline> = contributions.chain(replies(sources)).collect();
    out.sort_by_cached_key(|one| {
        let place = one.found_in.first().map(|mention| mention.number.clone());
        (one.date, one.kind, one.group.clone(), one.title.clone(), place)
    });
    // Several meetings of a series have one deadline.
    out.dedup_by(|one, other| {
        (one.date, one.kind, &one.group, &one.title) == (other.date, other.kind, &other.group, &other.title)
    });
    out
}

fn replies(sources: &Sources) -> Vec<Deadline> {
    let reply = |date: Date, group: Option<String>, title: Option<String>, mention: Mention| Deadline {
        date,
        kind: DeadlineKind::Reply,
        group,
        title,
        found_in: vec![mention],
    };
    let mut out = Vec::new();
    for (source, document) in &sources.documents {
        let deadline = document.liaison.as_ref().and_then(|liaison: &Liaison| liaison.deadline);
        if let Some(date) = deadline {
            let mention = source.mention(None, &meeting_model::Location::default());
            out.push(reply(date, document.header.source.clone(), source.title.clone(), mention));
        }
    }
    for (_, record) in &sources.records {
        for liaison in &record.liaisons {
            let Some(date) = liaison.deadline else { continue };
            let group = Some(liaison.from.join(", ")).filter(|from| !from.is_empty());
            let url = liaison.number.as_ref().and_then(|number| sources.url(number));
            let mention = Mention { number: liaison.number.clone(), url, ..Mention::default() };
            out.push(reply(date, group, liaison.title.clone(), mention));
        }
    }
    out
}

fn entry(meeting: &Meeting, reports: Vec<LinkedNumber>, found_in: Vec<Mention>) -> MeetingEntry {
    MeetingEntry {
        group: meeting.group.clone(),
        title: meeting.title.clone(),
        status: meeting.status,
        ahead: false,
        start_date: meeting.start_date,
        end_date: meeting.end_date,
        start_time: meeting.start_time,
        end_time: meeting.end_time,
        time_zone: meeting.time_zone.clone(),
        place: meeting.place.clone(),
        topics: meeting.topics.clone(),
        deadline: meeting.deadline,
        reports,
        found_in,
    }
}

/// Adds a meeting, or what is new about a known one.
fn add(entries: &mut Vec<MeetingEntry>, entry: MeetingEntry) {
    match entries.iter_mut().find(|known| is_same(known, &entry)) {
        Some(known) => complete(known, entry),
        None => entries.push(entry),
    }
}

/// The same group on the same days; or, without days, the same name.
fn is_same(one: &MeetingEntry, other: &MeetingEntry) -> bool {
    let group = agree(one.group.as_deref(), other.group.as_deref());
    let title = agree(one.title.as_deref(), other.title.as_deref());
    let time = one.start_time.is_none() || other.start_time.is_none() || one.start_time == other.start_time;
    let days = (one.start_date, one.end_date.or(one.start_date))
        == (other.start_date, other.end_date.or(other.start_date));
    let known = match one.start_date {
        Some(_) => one.group.is_some() || one.title.is_some(),
        None => one.group == other.group && one.title.is_some() && one.title == other.title,
    };
    group
        && title
        && time
        && days
        && known
        && (one.group.is_some() == other.group.is_some() || one.title.is_some())
}

/// Adds what is not known yet. A meeting that some document reports on was held.
fn complete(known: &mut MeetingEntry, more: MeetingEntry) {
    fn fill<T>(field: &mut Option<T>, value: Option<T>) {
        if field.is_none() {
            *field = value;
        }
    }
    if more.status == MeetingStatus::Held {
        known.status = MeetingStatus::Held;
    }
    fill(&mut known.group, more.group);
    fill(&mut known.title, more.title);
    fill(&mut known.end_date, more.end_date);
    if known.start_time.is_none() {
        (known.start_time, known.time_zone) = (more.start_time, more.time_zone);
    }
    fill(&mut known.end_time, more.end_time);
    fill(&mut known.place, more.place);
    fill(&mut known.topics, more.topics);
    fill(&mut known.deadline, more.deadline);
    for report in more.reports {
        if !known.reports.iter().any(|one| one.number.matches(&report.number)) {
            known.reports.push(report);
        }
    }
    known.found_in.extend(more.found_in);
}
