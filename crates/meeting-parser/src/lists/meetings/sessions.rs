//! The sessions that a report is about: dates and hours in its introduction.

use meeting_model::{DocumentNumber, Kind, Meeting, MeetingStatus};

use super::{line, set_times};
use crate::found::{Reading, in_parentheses};
use crate::lists::items::Business;
use crate::outline::Line;
use crate::sentences;
use crate::values::{date, time};
use crate::vocabulary::{Heading as About, Marker, Thing};

/// Items in which the sessions are told, at the beginning of the report.
const FIRST_ITEMS: usize = 3;

/// Reads the sessions of the introduction, one per date. An agenda tells of sessions to come.
pub(super) fn read(kind: Kind, items: &[Business<'_>], reading: &Reading<'_>) -> Vec<Meeting> {
    let mut sessions = in_lines(before_items(reading), reading);
    for item in items.iter().take(FIRST_ITEMS).filter(|item| is_introduction(item, reading)) {
        if sessions.is_empty() {
            sessions = in_lines(item.passages.iter().map(|passage| passage.line), reading);
        }
    }
    if kind == Kind::Agenda {
        for session in &mut sessions {
            session.status = MeetingStatus::Planned;
        }
    } else if let Some(report) = own_number(items, reading) {
        for session in &mut sessions {
            session.reports.push(report.clone());
        }
    }
    sessions
}

fn in_lines<'l>(lines: impl Iterator<Item = &'l Line>, reading: &Reading<'_>) -> Vec<Meeting> {
    let mut sessions = Vec::new();
    for line in lines {
        for range in sentences::sentences(&line.text, reading.words).iter().cloned() {
            let sentence = &line.text[range];
            if tells_of_sessions(sentence, reading) {
                let at = reading.outline.location(line.spot);
                sessions.extend(
                    of_sentence(sentence, reading).into_iter().map(|m| Meeting { at: at.clone(), ..m }),
                );
            }
        }
    }
    sessions
}

/// Lines between the cover and the first heading that are no points of a list.
fn before_items<'d>(reading: &Reading<'d>) -> impl Iterator<Item = &'d Line> {
    let first = reading.outline.headings.first().map_or(0, |heading| heading.block);
    let lines = reading.outline.lines().take_while(move |(at, _)| *at < first);
    lines.map(|(_, line)| line).filter(|line| !line.is_point())
}

fn is_introduction(item: &Business<'_>, reading: &Reading<'_>) -> bool {
    let about = item.item.title.as_deref().and_then(|title| reading.words.headings.get(title));
    about.is_none_or(|about| {
        matches!(
            about,
            About::Introduction | About::Opening | About::Summary | About::MeetingsHeld | About::Agenda
        )
    })
}

fn tells_of_sessions(sentence: &str, reading: &Reading<'_>) -> bool {
    let words = reading.words;
    words.markers.has(sentence, Marker::Held) || words.things.find_key(sentence, Thing::Meeting).is_some()
}

/// A date outside parentheses within the days of the meeting, with the hours that follow it.
fn of_sentence(sentence: &str, reading: &Reading<'_>) -> Vec<Meeting> {
    // A day after the word for a deadline is none of a meeting.
    let (sentence, _) = line::cut_deadline(sentence, reading);
    let dates = date::find(sentence, reading.words);
    let times = time::find(sentence, reading.words);
    let mut sessions = Vec::new();
    for (at, found) in dates.iter().enumerate() {
        let Some((start, end)) = line::resolved(found, reading) else { continue };
        let (first, last) = (reading.setting.start, reading.setting.end);
        let is_within = first.is_none_or(|first| start >= first) && last.is_none_or(|last| end <= last);
        let is_whole = Some(start) == first && Some(end) == last && start != end;
        if !is_within || is_whole || in_parentheses(sentence, found.range.start) {
            continue;
        }
        let mut session = Meeting {
            group: reading.setting.group.clone(),
            status: MeetingStatus::Held,
            start_date: Some(start),
            end_date: Some(end),
            place: reading.setting.place.clone(),
            ..Meeting::default()
        };
        let until = dates.get(at + 1).map_or(sentence.len(), |next| next.range.start);
        let after = times.iter().find(|time| (found.range.end..until).contains(&time.range.start));
        if let Some(time) = after.or_else(|| times.first().filter(|_| dates.len() == 1)) {
            set_times(&mut session, time);
        }
        sessions.push(session);
    }
    sessions
}

/// The number that the text gives for this report; it may lack the group or the revision of the cover's.
fn own_number(items: &[Business<'_>], reading: &Reading<'_>) -> Option<DocumentNumber> {
    let own = reading.setting.number.as_ref()?;
    let is_own = |number: &DocumentNumber| number.matches_any_revision(own);
    // Its digits stand in a text sooner seen than its number.
    let digits = own.number.to_string();
    let texts =
        items.iter().filter_map(|item| item.item.text.as_deref()).filter(|text| text.contains(&digits));
    let in_text = texts.flat_map(|text| reading.numbers(text)).map(|found| found.number).find(is_own);
    // Else the number that the document list reserves for it.
    let lines = || {
        let lines = reading.outline.all_lines().into_iter().filter(|line| line.text.contains(&digits));
        lines.filter(|line| reading.outline.in_annex(line.spot))
    };
    in_text.or_else(|| {
        lines().flat_map(|line| reading.numbers(&line.text)).map(|found| found.number).find(is_own)
    })
}
