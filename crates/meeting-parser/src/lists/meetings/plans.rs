//! Meetings planned: dated points of plans, sentences on the next meeting, and events that are announced.

use std::ops::Range;

use jiff::civil::Date;
use meeting_model::{Action, Meeting, MeetingStatus};

use super::line;
use crate::clauses;
use crate::found::Reading;
use crate::lists::actions;
use crate::lists::items::Business;
use crate::outline::{Block, Line};
use crate::sentences;
use crate::values::{date, relative, time};
use crate::vocabulary::text::has_digit;
use crate::vocabulary::{Calendar, Grammar, Heading as About, Marker, Thing};

/// Reads the plans of items, of action lists, and the events announced anywhere in the body.
pub(super) fn read(items: &[Business<'_>], actions: &[Action], reading: &Reading<'_>) -> Vec<Meeting> {
    let mut plans = of_actions(actions, reading);
    for item in items {
        plans.extend(of_item(item, reading));
    }
    plans.extend(foretold(reading));
    plans.extend(announced(reading));
    plans.retain(|meeting| is_ahead(meeting, reading));
    plans
}

fn is_ahead(meeting: &Meeting, reading: &Reading<'_>) -> bool {
    let last = reading.setting.end.or(reading.setting.start);
    last.is_none_or(|last| meeting.start_date.is_some_and(|start| start > last))
}

/// Dated points of an action that asks for meetings.
fn of_actions(actions: &[Action], reading: &Reading<'_>) -> Vec<Meeting> {
    let mut plans = Vec::new();
    for action in actions.iter().filter(|action| !action.sub_items.is_empty()) {
        let rule = deadline_rule(reading);
        for point in &action.sub_items {
            plans.extend(
                dated(point, &action.text, rule.as_ref(), reading)
                    .map(|m| Meeting { at: action.at.clone(), ..m }),
            );
        }
    }
    plans
}

/// Dated lines of an item about future meetings.
fn of_item(item: &Business<'_>, reading: &Reading<'_>) -> Vec<Meeting> {
    let about = item.item.title.as_deref().and_then(|title| reading.words.heading(title));
    if !matches!(about, Some(About::FutureMeetings | About::InterimMeetings)) {
        return Vec::new();
    }
    let rule = deadline_rule(reading);
    let mut plans = Vec::new();
    let mut lead = item.item.title.clone().unwrap_or_default();
    for passage in &item.passages {
        let text = &passage.line.text;
        if actions::is_action(text, reading) {
            continue;
        }
        let is_sentence = text.ends_with(['.', '。']) && reading.words.markers.has(text, Marker::Planned);
        let is_point = passage.line.is_point()
            || (passage.is_treatment && !is_sentence)
            || line::has_title(text, reading);
        let meetings = if is_point || begins_with_date(text, reading) {
            dated(text, &lead, rule.as_ref(), reading).into_iter().collect()
        } else {
            of_sentence(text, reading)
        };
        if meetings.is_empty() && text.ends_with([':', '：']) {
            lead.clone_from(text);
        }
        let at = || reading.outline.location(passage.line.spot);
        plans.extend(meetings.into_iter().map(|meeting| Meeting { at: at(), ..meeting }));
    }
    plans
}

/// Sentences anywhere in the body that tell when a meeting is planned. Sections on future meetings are read line by
/// line, and points belong to what stands over them.
fn foretold(reading: &Reading<'_>) -> Vec<Meeting> {
    let outline = reading.outline;
    let is_elsewhere = |line: &Line| {
        let mut abouts = outline.headings_over(line.spot).filter_map(|heading| heading.about);
        outline.in_annex(line.spot)
            || abouts.any(|about| {
                matches!(about, About::FutureMeetings | About::InterimMeetings | About::TimePlan)
            })
    };
    let lines = outline.lines().filter(|(at, line)| !outline.is_heading(*at) && !line.is_point());
    let meetings = lines.flat_map(|(_, line)| {
        let text = &line.text;
        let found = match () {
            () if actions::is_action(text, reading) => Vec::new(),
            () if line::has_title(text, reading) => dated(text, "", None, reading).into_iter().collect(),
            () if tells_of_plan(text, reading) => of_sentence(text, reading),
            () => Vec::new(),
        };
        // Hardly any line comes so far.
        let found = if found.is_empty() || is_elsewhere(line) { Vec::new() } else { found };
        found.into_iter().map(|meeting| Meeting { at: outline.location(line.spot), ..meeting })
    });
    meetings.collect()
}

/// Whether a sentence of a text says that a meeting will be held.
fn tells_of_plan(text: &str, reading: &Reading<'_>) -> bool {
    let words = reading.words;
    words.markers.has(text, Marker::Planned)
        && (words.things.find(text).into_iter().any(|hit| is_meeting(hit.key))
            || words.grammar.has(text, Grammar::Meeting))
}

/// What a meeting is called; a body that plans to meet is one as well.
fn is_meeting(thing: Thing) -> bool {
    !matches!(
        thing,
        Thing::Recommendation | Thing::Supplement | Thing::TechnicalPaper | Thing::TechnicalReport
    )
}

fn begins_with_date(text: &str, reading: &Reading<'_>) -> bool {
    date::find(text, reading.words).first().is_some_and(|found| found.range.start <= 12)
}

/// A dated point, whose lead-in tells kind, zone and place of all points.
fn dated(point: &str, lead: &str, rule: Option<&relative::Before>, reading: &Reading<'_>) -> Option<Meeting> {
    let words = reading.words;
    let mut meeting = line::read(point, reading)?;
    meeting.status = MeetingStatus::Planned;
    meeting.group.clone_from(&reading.setting.group);
    meeting.title = meeting.title.take().or_else(|| title(lead, reading));
    if meeting.place.is_none() && words.markers.has(lead, Marker::Online) {
        meeting.place = Some(line::ONLINE.to_owned());
    }
    if meeting.start_time.is_some() && meeting.time_zone.is_none() {
        meeting.time_zone = time::zone(lead, words);
    }
    if meeting.deadline.is_none() {
        meeting.deadline = rule.zip(meeting.start_date).and_then(|(rule, start)| rule.apply(start));
    }
    Some(meeting)
}

/// `RG-X interim e-meeting`, from `… approve RG-X interim e-meetings:`.
fn title(lead: &str, reading: &Reading<'_>) -> Option<String> {
    const MOST_ADJECTIVES: usize = 3;
    let words = reading.words;
    let hit = words.things.find_key(lead, Thing::Meeting)?;
    let before: Vec<&str> = lead[..hit.range.start].split_whitespace().collect();
    let mut adjectives: Vec<&str> = before
        .into_iter()
        .rev()
        .take_while(|word| word.chars().all(|c| c.is_lowercase() || c == '-'))
        .take_while(|word| {
            words.grammar.get(word).is_none()
                && words.number(&word.to_lowercase()).is_none()
                && words.grammar.get(word) != Some(Grammar::Article)
        })
        .take(MOST_ADJECTIVES)
        .collect();
    adjectives.reverse();
    if adjectives.is_empty() && lead[hit.range.clone()].chars().count() <= 8 {
        return None;
    }
    let noun = lead[hit.range].trim_end_matches('s');
    let group = reading.setting.group.clone().unwrap_or_default();
    Some(crate::outline::fold(&format!("{group} {} {noun}", adjectives.join(" "))))
}

/// `The contribution deadline is 7 days before the respective meeting`, wherever the body says so.
fn deadline_rule(reading: &Reading<'_>) -> Option<relative::Before> {
    let words = reading.words;
    reading.outline.lines().find_map(|(_, line)| {
        if !words.markers.has(&line.text, Marker::Deadline) {
            return None;
        }
        let sentences = sentences::sentences(&line.text, words);
        sentences.iter().map(|range| &line.text[range.clone()]).find_map(|sentence| {
            let found = relative::find(sentence, words).into_iter().next()?;
            // With a date of its own the sentence speaks of one meeting.
            let is_rule =
                words.markers.has(sentence, Marker::Deadline) && date::find(sentence, words).is_empty();
            is_rule.then_some(found)
        })
    })
}

/// The meetings of the first sentence that tells when they are, and what is said of their deadline. Days that are
/// listed (`5 and 12 March`) are meetings of their own, days in a row one meeting.
fn of_sentence(text: &str, reading: &Reading<'_>) -> Vec<Meeting> {
    let words = reading.words;
    let sentences = sentences::sentences(text, words);
    let found = sentences.iter().find_map(|range| {
        let (sentence, deadline) = line::cut_deadline(text[range.clone()].trim(), reading);
        let days = listed_days(sentence, reading);
        let is_other = || words.things.find(sentence).is_empty() && ends_a_period(sentence, reading);
        if days.is_empty() || is_other() {
            return None;
        }
        let deadline = deadline.or_else(|| line::cut_deadline(&text[range.end..], reading).1);
        Some((sentence, deadline, days))
    });
    let Some((sentence, deadline, days)) = found else { return Vec::new() };
    let first = &days[0].0;
    let is_online = words.markers.has(sentence, Marker::Online);
    let last = days.last().map_or(first.end, |(range, ..)| range.end);
    let place = line::place(sentence, &(first.start..last), reading);
    let hours = time::find(sentence, words);
    let meeting = |(_, start, end): &(Range<usize>, Date, Date)| {
        let mut meeting = Meeting {
            group: group_of(sentence, first.start, reading),
            status: MeetingStatus::Planned,
            start_date: Some(*start),
            end_date: Some(*end),
            place: if is_online { Some(line::ONLINE.to_owned()) } else { place.clone() },
            deadline: deadline.and_then(|text| line::deadline(text, *start, reading)),
            ..Meeting::default()
        };
        if let Some(time) = hours.first() {
            super::set_times(&mut meeting, time);
        }
        meeting
    };
    days.iter().map(meeting).collect()
}

/// The days of a sentence from its first full date, as far as they are listed one after the other.
fn listed_days(sentence: &str, reading: &Reading<'_>) -> Vec<(Range<usize>, Date, Date)> {
    let words = reading.words;
    let is_joint = |text: &str| {
        let mut parts = text.split([',', '、', '，', '،', ' ']).filter(|part| !part.is_empty());
        parts.all(|part| words.grammar.is(part, Grammar::And) || words.calendar.is(part, Calendar::YearMark))
    };
    let mut days: Vec<(Range<usize>, Date, Date)> = Vec::new();
    for found in date::find(sentence, words) {
        let Some((start, end)) = found.dates() else { continue };
        if actions::is_due(sentence, &found.range, reading) {
            continue;
        }
        match days.last_mut() {
            Some((range, _, last)) if is_joint(&sentence[range.end..found.range.start]) => {
                if last.tomorrow().ok() == Some(start) {
                    *last = end;
                    range.end = found.range.end;
                } else {
                    days.push((found.range, start, end));
                }
            }
            Some(_) => break,
            None => days.push((found.range, start, end)),
        }
    }
    days
}

/// Whether a sentence says when something ends or that it was sent: such a day is no meeting's.
fn ends_a_period(sentence: &str, reading: &Reading<'_>) -> bool {
    let words = reading.words;
    !words.markers.has(sentence, Marker::Planned) && sentence.ends_with(['.', '。'])
}

/// The group that is to meet: named beside the meeting (`the next meeting of SG98`, `the RG-X e-meeting`), else the
/// one that reports. A group during whose meeting it is to be is another one.
fn group_of(sentence: &str, date: usize, reading: &Reading<'_>) -> Option<String> {
    const AFTER: usize = 12;
    const BEFORE: usize = 24;
    let words = reading.words;
    if let Some(during) = clauses::first_of(&words.grammar, sentence, Grammar::During) {
        let is_named = crate::group_names::first(sentence, words).is_some();
        let own = crate::group_names::first(&sentence[..during.range.start], words);
        return own.or_else(|| reading.setting.group.clone().filter(|_| !is_named));
    }
    let named = [Thing::Meeting, Thing::Plenary, Thing::Workshop];
    let meeting = words.things.find(&sentence[..date]).into_iter().find(|hit| named.contains(&hit.key));
    let near = meeting.as_ref().and_then(|meeting| {
        let is_near = |code: &Range<usize>| {
            let after = code.start.checked_sub(meeting.range.end).is_some_and(|gap| gap <= AFTER);
            let before = meeting.range.start.checked_sub(code.end).is_some_and(|gap| gap <= BEFORE);
            after || before
        };
        crate::group_names::find(sentence).find(|(range, _)| is_near(range))
    });
    let by_code = near.map(|(_, code)| crate::group_names::compact(code));
    // `la prochaine réunion de la Commission d'études 12`
    let by_words = || {
        let after = &sentence[meeting.as_ref()?.range.end..date];
        let thing = words.things.find(after).into_iter().next().filter(|hit| hit.range.start <= AFTER)?;
        crate::group_names::first(&after[thing.range.start..], words)
    };
    by_code.or_else(by_words).or_else(|| reading.setting.group.clone())
}

/// Events that are announced with a full date: workshops and their kin.
fn announced(reading: &Reading<'_>) -> Vec<Meeting> {
    let mut events = Vec::new();
    for block in &reading.outline.blocks {
        let lines: Vec<&Line> = match block {
            Block::Line(line) => vec![line],
            Block::Table(grid) => {
                grid.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.lines).collect()
            }
        };
        for line in lines.into_iter().filter(|line| !reading.outline.in_annex(line.spot)) {
            let at = || reading.outline.location(line.spot);
            events.extend(event(&line.text, reading).map(|event| Meeting { at: at(), ..event }));
        }
    }
    events
}

/// `the industry workshop in Geneva, 19 April 2024`, `Forum announced for 3 November 2025, Munich, Germany`.
fn event(text: &str, reading: &Reading<'_>) -> Option<Meeting> {
    const FARTHEST: usize = 90;
    let words = reading.words;
    if !has_digit(text) {
        return None;
    }
    let hit = words.things.find_key(text, Thing::Workshop)?;
    let (found, start, end) = date::find(text, words).into_iter().find_map(|found| {
        let near = found.range.start >= hit.range.end && found.range.start - hit.range.end <= FARTHEST;
        let (start, end): (Date, Date) = found.dates()?;
        near.then_some((found, start, end))
    })?;
    let place = line::place(
        &text[hit.range.end..],
        &(found.range.start - hit.range.end..found.range.end - hit.range.end),
        reading,
    );
    Some(Meeting {
        title: Some(event_title(text, &hit.range, found.range.start, reading)),
        status: MeetingStatus::Planned,
        start_date: Some(start),
        end_date: Some(end),
        place,
        ..Meeting::default()
    })
}

/// The event's name: back to an article or a mark, on to a bracket, a mark, or a word of place or announcement.
fn event_title(text: &str, noun: &Range<usize>, until: usize, reading: &Reading<'_>) -> String {
    let words = reading.words;
    let before: Vec<&str> = text[..noun.start].split_whitespace().collect();
    let mut name: Vec<&str> = before
        .into_iter()
        .rev()
        .take_while(|word| !word.ends_with([':', ',', ';', ')', '.']) && words.grammar.get(word).is_none())
        .take(5)
        .collect();
    name.reverse();
    let mut title = name.join(" ");
    if !title.is_empty() {
        title.push(' ');
    }
    title.push_str(&text[noun.clone()]);
    let after = &text[noun.end..until];
    let end = after.find(['(', ',', ';', ':']).unwrap_or(after.len());
    let after = &after[..end];
    if let Some(topic) = clauses::leading_of(&words.grammar, after, Grammar::Topic) {
        let stop = clauses::first_of(&words.grammar, &after[topic.range.end..], Grammar::Place);
        let end = stop.map_or(after.len(), |hit| topic.range.end + hit.range.start);
        title.push(' ');
        title.push_str(after[..end].trim());
    }
    title
}
