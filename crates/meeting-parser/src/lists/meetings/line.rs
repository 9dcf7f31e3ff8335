//! One line about one meeting: `17 March 2026, 1300-1500 (CET), online, to discuss templates. Deadline: 10 March 2026`.

use std::ops::Range;

use jiff::civil::Date;
use meeting_model::Meeting;
use memchr::memchr_iter;

use super::set_times;
use crate::clauses;
use crate::found::Reading;
use crate::lists::logical;
use crate::values::organization;
use crate::values::{date, relative, time};
use crate::vocabulary::text::is_ideograph;
use crate::vocabulary::{Calendar, Grammar, Marker, Thing};

/// What the contract calls the place of virtual meetings.
pub(super) const ONLINE: &str = "online";

/// Reads the meeting of a line, by its first full date outside the note of a deadline.
pub(super) fn read(text: &str, reading: &Reading<'_>) -> Option<Meeting> {
    let (title, text) = cut_title(logical::without_bullet(text), reading);
    let (main, deadline) = cut_deadline(text, reading);
    let found = dates(main, reading)?;
    let (start, end) = resolved(&found, reading)?;
    let mut meeting = Meeting { title, start_date: Some(start), end_date: Some(end), ..Meeting::default() };
    let mut used = vec![found.range.clone()];
    if let Some(time) = time::find(main, reading.words)
        .into_iter()
        .find(|time| time.range.start >= found.range.end || time.range.end <= found.range.start)
    {
        used.push(time.range.clone());
        set_times(&mut meeting, &time);
    }
    meeting.deadline = deadline.and_then(|text| self::deadline(text, start, reading));
    let rest = rest_of(main, &used);
    let in_title =
        meeting.title.as_deref().is_some_and(|title| reading.words.markers.has(title, Marker::Online));
    if in_title || reading.words.markers.has(main, Marker::Online) {
        meeting.place = Some(ONLINE.to_owned());
    } else {
        meeting.place = place(main, &found.range, reading);
    }
    meeting.topics = topics(&rest, meeting.time_zone.as_deref(), meeting.place.as_deref(), reading);
    Some(meeting)
}

/// The day that the note of a deadline gives, or counts back from the meeting: `one week before the meeting`.
pub(super) fn deadline(text: &str, start: Date, reading: &Reading<'_>) -> Option<Date> {
    let found = date::find(text, reading.words).into_iter().find_map(|found| resolved(&found, reading));
    let counted = || relative::find(text, reading.words).into_iter().next()?.apply(start);
    found.map(|(_, end)| end).or_else(counted)
}

/// Whether a line begins with what the meeting is called, and a colon.
pub(super) fn has_title(text: &str, reading: &Reading<'_>) -> bool {
    cut_title(text, reading).0.is_some()
}

/// `Fourth meeting: Rio de Janeiro, 10-12 February` → the title, and what follows it.
fn cut_title<'t>(text: &'t str, reading: &Reading<'_>) -> (Option<String>, &'t str) {
    let colon = memchr_iter(b':', text.as_bytes()).find(|&at| text[at + 1..].starts_with(' '));
    let Some((label, rest)) = colon.map(|at| (&text[..at], &text[at + 2..])) else { return (None, text) };
    let words = reading.words;
    let is_meeting = |thing| matches!(thing, Thing::Meeting | Thing::Plenary);
    let names_meeting = words.things.find(label).into_iter().any(|hit| is_meeting(hit.key));
    let is_title =
        names_meeting && label.split_whitespace().count() <= 8 && date::find(label, words).is_empty();
    if is_title { (Some(label.trim().to_owned()), rest) } else { (None, text) }
}

fn dates(text: &str, reading: &Reading<'_>) -> Option<date::FoundDates> {
    date::find(text, reading.words).into_iter().find(|found| resolved(found, reading).is_some())
}

/// Days with their year; one that is not printed is that of the meeting, or the next.
pub(super) fn resolved(found: &date::FoundDates, reading: &Reading<'_>) -> Option<(Date, Date)> {
    found.dates().or_else(|| found.resolve(reading.setting.near()?))
}

/// The text before a label of a deadline, and what follows the label.
pub(super) fn cut_deadline<'t>(text: &'t str, reading: &Reading<'_>) -> (&'t str, Option<&'t str>) {
    let markers = &reading.words.markers;
    if !markers.has(text, Marker::Deadline) {
        return (text, None);
    }
    let hits = markers.find(text).into_iter();
    match hits.filter(|hit| hit.key == Marker::Deadline).find(|hit| hit.range.start > 0) {
        Some(hit) => (&text[..hit.range.start], Some(&text[hit.range.end..])),
        None => (text, None),
    }
}

/// The text without the ranges that are used.
fn rest_of(text: &str, used: &[Range<usize>]) -> String {
    let mut kept = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        if !used.iter().any(|range| range.contains(&at)) {
            kept.push(character);
        }
    }
    kept
}

/// A place beside the dates: `in San José, Costa Rica, from …`, `Kyiv, 11-13 November`, `…, Munich, Germany`.
pub(super) fn place(text: &str, dates: &Range<usize>, reading: &Reading<'_>) -> Option<String> {
    let before = text[..dates.start].trim_end_matches([' ', ',', '(']);
    let before = trim_particles(before, reading);
    let after = text[dates.end..].trim_start_matches([',', ' ', ')']);
    let year = clauses::leading_of(&reading.words.calendar, after, Calendar::YearMark);
    let after = year.map_or(after, |year| after[year.range.end..].trim_start_matches([',', ' ', ')']));
    after_preposition(before, reading)
        .or_else(|| whole_name(before, reading))
        .or_else(|| after_leading_preposition(after, reading))
        .or_else(|| leading_name(after, reading))
}

/// Drops `from`, `on` and their like from the end.
fn trim_particles<'t>(text: &'t str, reading: &Reading<'_>) -> &'t str {
    let mut text = text.trim_end_matches([' ', ',']);
    while let Some((rest, last)) = text.rsplit_once(' ') {
        let is_particle = reading.words.calendar.is(last, Calendar::Particle)
            || reading.words.calendar.is(last, Calendar::Since)
            || reading.words.weekdays.get(last).is_some();
        if !is_particle {
            break;
        }
        text = rest.trim_end_matches([' ', ',']);
    }
    text
}

/// `… takes place in San José, Costa Rica` → `San José, Costa Rica`.
fn after_preposition(text: &str, reading: &Reading<'_>) -> Option<String> {
    let hit = clauses::last_of(&reading.words.grammar, text, Grammar::Place)?;
    let rest = text[hit.range.end..].trim();
    let has_country = rest.ends_with([')', '）']);
    leading_name(rest, reading).filter(|_| has_country).or_else(|| whole_name(rest, reading))
}

/// A short text in capitals that is a place and no more.
fn whole_name(text: &str, reading: &Reading<'_>) -> Option<String> {
    let text = text
        .rsplit(['(', ':', '–', '—'])
        .next()
        .unwrap_or(text)
        .trim()
        .trim_matches([',', ' ', '،', '，', '、']);
    let is_short = (1..=6).contains(&text.split_whitespace().count());
    let is_name = text.split([' ', ',']).filter(|word| !word.is_empty()).all(|word| {
        word.chars().next().is_some_and(|c| !c.is_lowercase())
            || reading.words.persons.is(word, crate::vocabulary::PersonWord::NameParticle)
    });
    let is_thing =
        !reading.words.things.find(text).is_empty() || crate::group_names::find(text).next().is_some();
    (is_short && is_name && !is_thing && !text.contains(|c: char| c.is_ascii_digit()))
        .then(|| text.to_owned())
}

/// `… from 8 to 19 June in Geneva with remote participation` → `Geneva`.
fn after_leading_preposition(text: &str, reading: &Reading<'_>) -> Option<String> {
    const LONGEST: usize = 4;
    let hit = clauses::leading_of(&reading.words.grammar, text, Grammar::Place)?;
    let rest = text[hit.range.end..].trim_start();
    leading_name(rest, reading).or_else(|| {
        let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
        let name: Vec<&str> = rest.split_whitespace().take_while(is_name).take(LONGEST).collect();
        whole_name(name.join(" ").trim_end_matches(['.', ',', ';', ':']), reading)
    })
}

/// A place right after the dates, up to a bracket, a stop or a slash: `Munich, Germany`, `Seoul (Korea)`.
fn leading_name(text: &str, reading: &Reading<'_>) -> Option<String> {
    let end = text.find(['(', '（', '.', ';', '/', ':', '\n', '。', '；']).unwrap_or(text.len());
    // Without spaces the verb follows the place at once: `在日内瓦举行`.
    let is_unspaced = text.starts_with(is_ideograph);
    let verb = || reading.words.markers.find_key(&text[..end], Marker::Held);
    let end = if is_unspaced { verb().map_or(end, |hit| hit.range.start) } else { end };
    let mut parts = text[..end].split(',').map(str::trim);
    let city = parts.next().filter(|city| whole_name(city, reading).is_some())?;
    let is_country = |country: &&str| organization::is_country(country, reading.words);
    if let Some(country) = parts.next() {
        return Some(if is_country(&country) { format!("{city}, {country}") } else { city.to_owned() });
    }
    let country = text[end..].strip_prefix('(').and_then(|rest| rest.split(')').next()).filter(is_country);
    Some(country.map_or_else(|| city.to_owned(), |country| format!("{city} ({country})")))
}

/// What is left when dates, hours and place are gone, without the words that lead to it.
fn topics(rest: &str, zone: Option<&str>, place: Option<&str>, reading: &Reading<'_>) -> Option<String> {
    let parts = rest.split([',', ';']).flat_map(|part| part.split(['(', ')'])).map(|part| {
        part.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | '–' | '-' | '—'))
    });
    let kept: Vec<&str> = parts
        .filter(|part| !part.is_empty() && !is_zone(part, zone, reading) && !is_of_place(part, place))
        .filter(|part| !is_only_manner(part, reading))
        .collect();
    let text = kept.join(", ");
    let mut text = text.as_str();
    while let Some(hit) = clauses::leading_of(&reading.words.grammar, text, Grammar::Topic) {
        text = text[hit.range.end..].trim_start();
    }
    (text.chars().count() > 3).then(|| text.to_owned())
}

/// `CET`, `Geneva time`.
fn is_zone(part: &str, zone: Option<&str>, reading: &Reading<'_>) -> bool {
    let rest = zone.and_then(|zone| part.strip_prefix(zone));
    rest.is_some_and(|rest| rest.is_empty() || reading.words.calendar.is(rest, Calendar::TimeWord))
}

/// The place, or its country.
fn is_of_place(part: &str, place: Option<&str>) -> bool {
    place.is_some_and(|place| place == part || place.split([',', '(', ')']).any(|name| name.trim() == part))
}

/// `online`, `CET`, `virtual meeting`, `Geneva time`: how and not what.
fn is_only_manner(part: &str, reading: &Reading<'_>) -> bool {
    let words = reading.words;
    let all_known = part.split_whitespace().all(|word| {
        words.markers.is(word, Marker::Online)
            || words.calendar.get(word).is_some()
            || words.weekdays.get(word).is_some()
            || words.grammar.get(word).is_some()
    });
    all_known || words.markers.is(part, Marker::Online)
}
