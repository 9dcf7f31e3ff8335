//! The sessions that a report is about: dates and hours in its introduction.

use meeting_model::{DocumentNumber, Meeting, MeetingStatus};

use super::{line, set_times};
use crate::found::{Reading, in_parentheses};
use crate::lists::items::Business;
use crate::sentences;
use crate::values::{date, time};
use crate::vocabulary::{Heading as About, Marker, Thing};

/// Items in which the sessions are told, at the beginning of the report.
const FIRST_ITEMS: usize = 3;

/// Reads the sessions of the introduction, one per date.
pub(super) fn read(items: &[Business<'_>], reading: &Reading<'_>) -> Vec<Meeting> {
    let mut sessions = Vec::new();
    for item in items.iter().take(FIRST_ITEMS).filter(|item| is_introduction(item, reading)) {
        for passage in &item.passages {
            let text = &passage.line.text;
            for range in sentences::sentences(text, reading.words) {
                let sentence = &text[range];
                if tells_of_sessions(sentence, reading) {
                    let at = reading.outline.location(passage.line.spot);
                    sessions.extend(of_sentence(sentence, reading).into_iter().map(|m| Meeting { at: at.clone(), ..m }));
                }
            }
        }
        if !sessions.is_empty() {
            break;
        }
    }
    let report = own_number(items, reading);
    for session in &mut sessions {
        session.reports.extend(report.clone());
    }
    sessions
}

fn is_introduction(item: &Business<'_>, reading: &Reading<'_>) -> bool {
    let about = item.item.title.as_deref().and_then(|title| reading.words.headings.get(title));
    about.is_none_or(|about| {
        matches!(about, About::Introduction | About::Opening | About::Summary | About::MeetingsHeld | About::Agenda)
    })
}

fn tells_of_sessions(sentence: &str, reading: &Reading<'_>) -> bool {
    let words = reading.words;
    words.markers.has(sentence, Marker::Held)
        || words.things.find(sentence).into_iter().any(|hit| hit.key == Thing::Meeting)
}

/// A date outside parentheses within the days of the meeting, with the hours that follow it.
fn of_sentence(sentence: &str, reading: &Reading<'_>) -> Vec<Meeting> {
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
    let is_own = |number: &DocumentNumber| {
        number.without_revision().matches(&own.without_revision())
    };
    let texts = items.iter().filter_map(|item| item.item.text.as_deref());
    let printed = texts.flat_map(|text| reading.numbers(text)).map(|found| found.number).find(is_own);
    Some(printed.unwrap_or_else(|| own.clone()))
}
