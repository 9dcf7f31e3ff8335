//! Tables of meetings: a row for each, with dates and place.

mod reports;

use jiff::civil::Date;
use meeting_model::{Meeting, MeetingStatus};

use super::{line, set_times, status};
use crate::found::Reading;
use crate::group_names;
use crate::lists::listing::{self, ListRow, Listing};
use crate::lists::{cell_words, questions};
use crate::values::date::{self, FoundDates};
use crate::values::time;
use crate::vocabulary::{Column, Heading as About, Marker, Thing};

/// Reads the tables of meetings.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Meeting> {
    let listings = listing::all(reading).into_iter().filter(is_meeting_table);
    listings.flat_map(|listing| rows(&listing, reading)).collect()
}

/// What the rows of a table of meetings may be about.
const ABOUT: [Column; 9] = [
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

/// Columns that name those who meet, or what meets.
const WHO: [Column; 6] = [
    Column::Question,
    Column::Group,
    Column::WorkingParty,
    Column::Responsible,
    Column::Meeting,
    Column::Title,
];

/// Columns that a table of meetings does not have.
const OTHERWISE: [Column; 8] = [
    Column::Action,
    Column::WorkItem,
    Column::Recommendation,
    Column::Supplement,
    Column::Document,
    Column::Source,
    Column::Process,
    Column::Treatment,
];

/// A table with dates and what they are the dates of. A title or status beside them is that of a meeting only where
/// the table has a place too: Supplements have dates, status and title.
fn is_meeting_table(listing: &Listing<'_>) -> bool {
    let heads = &listing.heads;
    let has_place = heads.has_any(&[Column::Place, Column::PlaceDate]);
    // Beside a place *When* is the day on which they meet.
    let has_days = heads.has_any(&[Column::Date, Column::PlaceDate])
        || (heads.has(Column::Place) && heads.has(Column::DueDate));
    has_days
        && heads.has_any(&ABOUT)
        && !heads.has_any(&OTHERWISE)
        && (has_place || !heads.has_any(&[Column::Title, Column::Status]))
}

fn rows(listing: &Listing<'_>, reading: &Reading<'_>) -> Vec<Meeting> {
    let rows = listing.rows();
    let dated = rows.iter().flat_map(|row| dates(row, reading).into_iter().map(move |when| (row, when)));
    dated.filter_map(|(row, (when, found))| meeting(row, when, &found, reading)).collect()
}

fn meeting(
    row: &ListRow<'_, '_>,
    when: String,
    found: &FoundDates,
    reading: &Reading<'_>,
) -> Option<Meeting> {
    let words = reading.words;
    let state = row.text(Column::Status, reading);
    if state.is_some_and(|state| words.markers.is(&state, Marker::Cancelled)) {
        return None;
    }
    let (start, end) = line::resolved(found, reading)?;
    let named = row.text_of(&[Column::Meeting, Column::Title], reading);
    let who =
        row.text_of(&[Column::Question, Column::Group, Column::WorkingParty, Column::Responsible], reading);
    let group = who.or_else(|| row.section_words()).as_deref().and_then(|who| group(who, reading));
    let group = group.or_else(|| named.as_deref().and_then(|named| group_names::first(named, words)));
    // Where no column names those who meet, it is the group that reports.
    let group =
        group.or_else(|| reading.setting.group.clone().filter(|_| !row.listing().heads.has_any(&WHO)));
    let cell = row.first_cell()?;
    let mut meeting = Meeting {
        title: named.filter(|named| !is_only_group(named, group.as_deref(), reading)),
        group,
        status: state_of(row, end, reading),
        start_date: Some(start),
        end_date: Some(end),
        place: place(row, &when, found, reading),
        topics: row.text_of(&[Column::TermsOfReference, Column::Subject], reading),
        deadline: row
            .text(Column::Deadline, reading)
            .and_then(|text| date::first(&text, words))
            .map(|(_, end)| end),
        reports: row
            .text_of(&[Column::Report, Column::Outcome], reading)
            .map(|text| reports::read(&text, reading))
            .unwrap_or_default(),
        at: reading.outline.location(cell.lines.first().map_or(cell.spot, |line| line.spot)),
        ..Meeting::default()
    };
    let hours = row.text(Column::Time, reading).unwrap_or(when);
    if let Some(time) = time::find(&hours, words).first() {
        set_times(&mut meeting, time);
    }
    Some(meeting)
}

/// The words with the dates of a row, and the dates: one meeting, or several where each line of the cell has a date of
/// its own.
fn dates(row: &ListRow<'_, '_>, reading: &Reading<'_>) -> Vec<(String, FoundDates)> {
    let heads = &row.listing().heads;
    let mut columns: Vec<usize> = heads.all(Column::PlaceDate).chain(heads.all(Column::Date)).collect();
    if columns.is_empty() {
        columns.extend(heads.of(Column::DueDate));
    }
    let dated = |text: String| {
        let found = date::find(&text, reading.words)
            .into_iter()
            .find(|found| line::resolved(found, reading).is_some());
        found.map(|found| (text, found))
    };
    if let [column] = columns.as_slice() {
        let lines = row.shown(*column).map_or(&[][..], |cell| cell.lines.as_slice());
        let several: Vec<_> = lines.iter().filter_map(|line| dated(line.text.clone())).collect();
        if several.len() > 1 && several.len() == lines.len() {
            return several;
        }
    }
    let mut found = columns.iter().filter_map(|&column| dated(row.text_at(column, reading)?));
    let Some((text, first)) = found.next() else { return Vec::new() };
    let last = found.next().map(|(_, last)| last);
    vec![(text, spanning(first, last, reading))]
}

/// The first and the last day may stand in a column each.
fn spanning(first: FoundDates, last: Option<FoundDates>, reading: &Reading<'_>) -> FoundDates {
    match last.filter(|last| first.is_single() && last.is_single()) {
        Some(last) if line::resolved(&first, reading) <= line::resolved(&last, reading) => {
            FoundDates { end: last.end, ..first }
        }
        _ => first,
    }
}

/// The place: of its own column or beside the dates; virtual meetings are online.
fn place(row: &ListRow<'_, '_>, when: &str, found: &FoundDates, reading: &Reading<'_>) -> Option<String> {
    let own = row.text(Column::Place, reading);
    // `Place/Host` heads the place with its host after the same mark.
    let heads = &row.listing().heads;
    let has_host = heads.of(Column::Place).is_some_and(|column| heads.head(column).contains('/'));
    let place = own.map(|venue| city(&venue, has_host)).or_else(|| line::place(when, &found.range, reading));
    let is_online = |text: &str| reading.words.markers.has(text, Marker::Online);
    let everything = || row.row.cells.iter().map(cell_words).collect::<Vec<_>>().join(" ; ");
    match place {
        Some(place) if !is_online(&place) => Some(place.trim_end_matches(['，', '、', '،', ' ']).to_owned()),
        Some(_) => Some(line::ONLINE.to_owned()),
        None => is_online(&everything()).then(|| line::ONLINE.to_owned()),
    }
}

/// Planned where the words over the row say so; else by the days, where the cover gives those of the meeting that the
/// document belongs to; else by the words.
fn state_of(row: &ListRow<'_, '_>, end: Date, reading: &Reading<'_>) -> MeetingStatus {
    let section = row.section_words().map(|words| listing::abouts(&words, reading.words)).unwrap_or_default();
    let headings = reading.outline.headings_over(row.listing().grid.spot).filter_map(|heading| heading.about);
    let titles = row.listing().titles.iter().flat_map(|line| listing::abouts(&line.text, reading.words));
    let over: Vec<About> = section.into_iter().chain(titles).chain(headings).collect();
    let said = over.into_iter().find_map(|about| match about {
        About::FutureMeetings => Some(MeetingStatus::Planned),
        About::InterimMeetings | About::MeetingsHeld => Some(MeetingStatus::Held),
        _ => None,
    });
    match said {
        Some(MeetingStatus::Held) if reading.setting.end.is_none() => MeetingStatus::Held,
        Some(MeetingStatus::Planned) => MeetingStatus::Planned,
        _ => status(end, reading),
    }
}

/// The group of a row: `7/13` is the Question `Q7/13`; of several the first.
fn group(text: &str, reading: &Reading<'_>) -> Option<String> {
    let first = text.split([',', ';', '\n']).next().unwrap_or(text).trim();
    let of_text = || group_names::first(text, reading.words);
    // "Q6, Q7/13" as well as "6, 7/13".
    let first = first.strip_prefix('Q').map_or(first, str::trim_start);
    let is_number = !first.is_empty() && first.chars().all(|c| c.is_ascii_digit() || c == '/');
    if !is_number {
        return of_text();
    }
    // "6, 7/13": the number of the study group stands with the last Question.
    let of = text.rsplit_once('/').map(|(_, of)| of.trim()).filter(|_| !first.contains('/'));
    let whole = of.map_or_else(|| first.to_owned(), |of| format!("{first}/{of}"));
    Some(questions::number(&whole, reading)).filter(|number| number.starts_with('Q')).or_else(of_text)
}

/// Whether a name says no more than the group does: `SG13`, `Study Group 13`.
fn is_only_group(name: &str, group: Option<&str>, reading: &Reading<'_>) -> bool {
    let words = reading.words;
    let is_meeting =
        words.things.find(name).into_iter().any(|hit| matches!(hit.key, Thing::Meeting | Thing::Workshop));
    group.is_some()
        && group_names::first(name, words).as_deref() == group
        && !is_meeting
        && name.split_whitespace().count() <= 4
}

/// The place without its host, and without the brackets of a place that is still open.
fn city(venue: &str, has_host: bool) -> String {
    let mark = if has_host { "/" } else { " / " };
    let city = venue.split(mark).next().unwrap_or(venue).trim();
    let open = city.strip_prefix('[').and_then(|city| city.strip_suffix(']'));
    open.unwrap_or(city).trim().to_owned()
}

#[cfg(test)]
mod tests;
