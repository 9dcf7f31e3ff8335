//! Tables of meetings: a row for each, with dates and place.

use meeting_model::{Meeting, MeetingStatus};

use super::{line, set_times, status};
use crate::found::Reading;
use crate::group_names;
use crate::lists::cell_words;
use crate::outline::{Grid, GridRow};
use crate::values::{date, time};
use crate::vocabulary::{Column, Heading as About, Marker};

/// Reads the tables of meetings.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Meeting> {
    let tables = reading.outline.tables().filter(|(_, grid)| is_meeting_table(grid));
    tables.flat_map(|(_, grid)| rows(grid, reading)).collect()
}

fn is_meeting_table(grid: &Grid) -> bool {
    let heads = &grid.heads;
    let about = [
        Column::Question,
        Column::Meeting,
        Column::Group,
        Column::TermsOfReference,
        Column::Report,
        Column::Contact,
        Column::Subject,
        Column::Place,
        Column::Deadline,
    ];
    heads.header_rows > 0
        && heads.has_any(&[Column::Date, Column::PlaceDate])
        && heads.has_any(&about)
        && !heads.has_any(&[Column::Action, Column::WorkItem, Column::Recommendation, Column::Title, Column::Status, Column::Document])
}

fn rows(grid: &Grid, reading: &Reading<'_>) -> Vec<Meeting> {
    grid.rows.iter().skip(grid.heads.header_rows).filter_map(|row| meeting(row, grid, reading)).collect()
}

fn meeting(row: &GridRow, grid: &Grid, reading: &Reading<'_>) -> Option<Meeting> {
    let words = reading.words;
    let text_of = |roles: &[Column]| {
        let cell = grid.heads.of_any(roles).and_then(|column| row.cell(column));
        cell.map(cell_words).filter(|text| !reading.is_nothing(text))
    };
    let when = text_of(&[Column::PlaceDate, Column::Date])?;
    let found = date::find(&when, words).into_iter().next()?;
    let (start, end) = line::resolved(&found, reading)?;
    let venue = text_of(&[Column::Place]);
    let named = text_of(&[Column::Meeting]);
    let who = text_of(&[Column::Question, Column::Group]);
    let cell = grid.heads.of_any(&[Column::PlaceDate, Column::Date]).and_then(|column| row.cell(column))?;
    let mut meeting = Meeting {
        group: who.as_deref().and_then(|who| group(who, reading)).or_else(|| named.as_deref().and_then(|n| group(n, reading))),
        title: named,
        status: over(grid, reading).unwrap_or_else(|| status(end, reading)),
        start_date: Some(start),
        end_date: Some(end),
        place: venue.map_or_else(|| line::place(&when, &found.range, reading), |venue| Some(city(&venue))),
        topics: text_of(&[Column::TermsOfReference, Column::Subject]),
        deadline: text_of(&[Column::Deadline]).and_then(|text| date::first(&text, words)).map(|(_, end)| end),
        reports: text_of(&[Column::Report]).map(|text| reading.distinct_numbers(&text)).unwrap_or_default(),
        at: reading.outline.location(cell.lines.first().map_or(cell.spot, |line| line.spot)),
        ..Meeting::default()
    };
    let everything: String = row.cells.iter().map(cell_words).collect::<Vec<_>>().join(" ; ");
    let is_online = meeting.place.as_deref().is_some_and(|place| words.markers.has(place, Marker::Online));
    if is_online || (meeting.place.is_none() && words.markers.has(&everything, Marker::Online)) {
        meeting.place = Some(line::ONLINE.to_owned());
    }
    let hours = text_of(&[Column::Time]).unwrap_or(when);
    if let Some(time) = time::find(&hours, words).first() {
        set_times(&mut meeting, time);
    }
    Some(meeting)
}

/// What the heading over the table says of its meetings.
fn over(grid: &Grid, reading: &Reading<'_>) -> Option<MeetingStatus> {
    reading.outline.headings_over(grid.spot).find_map(|heading| match heading.about {
        Some(About::FutureMeetings) => Some(MeetingStatus::Planned),
        Some(About::InterimMeetings | About::MeetingsHeld) => Some(MeetingStatus::Held),
        _ => None,
    })
}

/// `7/13` is the Question `Q7/13`.
fn group(text: &str, reading: &Reading<'_>) -> Option<String> {
    let is_question = text.split('/').count() == 2 && text.chars().all(|c| c.is_ascii_digit() || c == '/');
    if is_question { Some(format!("Q{text}")) } else { group_names::first(text, reading.words) }
}

/// The place without its host.
fn city(venue: &str) -> String {
    venue.split(" / ").next().unwrap_or(venue).trim().to_owned()
}
