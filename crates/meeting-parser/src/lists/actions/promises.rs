//! Commitments in prose: what somebody *will* do, what is handed to a body, what named people are called upon to do.

use meeting_model::{Action, Confidence, Origin};

use super::parties;
use crate::clauses;
use crate::found::Reading;
use crate::group_names;
use crate::lists::decisions;
use crate::lists::items::Business;
use crate::outline::Spot;
use crate::vocabulary::text::tokens;
use crate::vocabulary::{Grammar, Heading as About, Hit, Marker, PersonWord};

/// Reads the commitment of a sentence, if it is one.
pub(super) fn read(sentence: &str, item: &Business<'_>, spot: Spot, reading: &Reading<'_>) -> Option<Action> {
    let marked = |key| reading.words.markers.find_key(sentence, key);
    let found = marked(Marker::Elevated)
        .map(|hit| elevated(&sentence[hit.range.end..], reading))
        .or_else(|| called_upon(sentence, &marked(Marker::CalledUpon)?, reading))
        .or_else(|| promised(sentence, spot, reading))?;
    // A future without anybody who is to act may be a mere forecast.
    let confidence = if found.assignee.is_some() { Confidence::Medium } else { Confidence::Low };
    Some(Action {
        assignee: found.assignee,
        documents: reading.distinct_numbers(sentence),
        due: parties::due(sentence, reading),
        text: sentence.to_owned(),
        item: item.item.number.clone(),
        origin: Origin::Sentence,
        rule: found.rule.to_owned(),
        confidence,
        at: reading.outline.location(spot),
        ..Action::default()
    })
}

struct Promise {
    assignee: Option<String>,
    rule: &'static str,
}

/// `The matter is elevated to X for consideration.`
fn elevated(after: &str, reading: &Reading<'_>) -> Promise {
    let rest = after.trim();
    let end = rest.find([',', '.', ';']).unwrap_or(rest.len());
    let name = &rest[..end];
    let purpose = clauses::first_of(&reading.words.grammar, name, Grammar::Purpose);
    let name = purpose.map_or(name, |hit| &name[..hit.range.start]);
    Promise { assignee: named(name), rule: "handed-to" }
}

/// `X called upon Y to send … by DATE`: a request with a date.
fn called_upon(sentence: &str, hit: &Hit<Marker>, reading: &Reading<'_>) -> Option<Promise> {
    parties::due(sentence, reading)?;
    let rest = sentence[hit.range.end..].trim_start();
    let end = clauses::first_of(&reading.words.grammar, rest, Grammar::Infinitive);
    let name = end.map_or(rest, |hit| &rest[..hit.range.start]);
    Some(Promise { assignee: named(name), rule: "called-upon" })
}

/// `X will …`, `X would be approved by Y`, in a main clause.
fn promised(sentence: &str, spot: Spot, reading: &Reading<'_>) -> Option<Promise> {
    let words = reading.words;
    let will = clauses::first_of(&words.grammar, sentence, Grammar::Will)?;
    let is_would = words.grammar.is(&sentence[will.range.clone()], Grammar::Would);
    let before = &sentence[..will.range.start];
    let is_main = !words.grammar.has(before, Grammar::That)
        && !words.grammar.has(before, Grammar::Remark)
        && before.matches('(').count() == before.matches(')').count();
    if !is_main
        || is_decided(sentence, reading)
        || words.grammar.has(&sentence[will.range.start..], Grammar::Negation)
    {
        return None;
    }
    let rest = &sentence[will.range.end..];
    let agent = agent_ahead(rest, reading);
    // Only what a named body would do is a commitment; other *would* is opinion.
    if is_would && agent.is_none() {
        return None;
    }
    let subject = subject(before, reading);
    if is_about_meetings(before, rest, spot, subject.is_some(), reading) {
        return None;
    }
    Some(Promise {
        assignee: subject.or(agent).or_else(|| group_in_whose_meeting(rest)),
        rule: "will-sentence",
    })
}

fn is_decided(sentence: &str, reading: &Reading<'_>) -> bool {
    clauses::deeds(sentence, &reading.words.decisions, reading.words).iter().any(|deed| {
        let subject = &sentence[deed.subject.clone()];
        deed.voice != clauses::Voice::Active
            || clauses::is_meeting(subject, reading.words)
            || group_names::is_body(subject, reading.words)
    })
}

/// Somebody who can act, as the subject; the document that will be sent is nobody.
fn subject(before: &str, reading: &Reading<'_>) -> Option<String> {
    // `TSB noted the comments and will report`: the subject is that of the first verb.
    let verb = reading.words.decisions.find(before).into_iter().next();
    let name = verb.map_or(before, |hit| &before[..hit.range.start]).trim();
    let name = name.rsplit([',', ';', ':', '：', '،']).next().unwrap_or(name).trim();
    let bare = parties::strip_article(name);
    let count = bare.split_whitespace().count();
    let is_somebody = group_names::is_body(name, reading.words)
        || reading.words.roles.leading(bare).is_some()
        || is_person(name, reading)
        || (count <= 3 && is_acronym(bare))
        || (count == 1 && is_mixed(bare))
        || (count <= 2 && bare == name && is_acronym(bare));
    (is_somebody && count <= 6 && reading.words.matters.leading(bare).is_none()).then(|| bare.to_owned())
}

/// `Mr Bo Ek`.
fn is_person(name: &str, reading: &Reading<'_>) -> bool {
    let honorific = reading.words.persons.leading(name).filter(|hit| hit.key == PersonWord::Honorific);
    honorific.is_some_and(|hit| {
        name[hit.range.end..].trim_start_matches(['.', ' ']).starts_with(char::is_uppercase)
    })
}

/// A single name with small letters among its capitals: `oneM2M`, `3GPP`, `IoTF`.
fn is_mixed(name: &str) -> bool {
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && name.chars().all(char::is_alphanumeric)
}

fn is_acronym(name: &str) -> bool {
    name.split_whitespace().all(|word| {
        word.len() >= 2
            && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '/'))
    })
}

/// The agent of the verb ahead: `will be approved by the management team`.
fn agent_ahead(rest: &str, reading: &Reading<'_>) -> Option<String> {
    let tokens = tokens(rest);
    let by =
        (0..tokens.len().min(8)).find_map(|at| reading.words.grammar.at_key(&tokens, at, Grammar::By))?;
    let name = decisions::agent(&rest[by.range.start..], reading)?;
    named(&name)
}

fn named(name: &str) -> Option<String> {
    let name = parties::strip_article(name.trim()).trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// `during an interim meeting of RG-X`, `in future RG-X meetings`.
fn group_in_whose_meeting(rest: &str) -> Option<String> {
    const NEAR: usize = 24;
    let words = crate::vocabulary::Vocabulary::get();
    let meeting = words.things.find_key(rest, crate::vocabulary::Thing::Meeting)?;
    group_names::find(rest)
        .find(|(range, _)| {
            let gap = range
                .start
                .saturating_sub(meeting.range.end)
                .max(meeting.range.start.saturating_sub(range.end));
            gap <= NEAR
        })
        .map(|(_, code)| group_names::compact(code))
}

/// Notes on timetables, on the conditions of meetings and on where the report will be found commit nobody.
fn is_about_meetings(before: &str, rest: &str, spot: Spot, has_subject: bool, reading: &Reading<'_>) -> bool {
    let words = reading.words;
    let in_plans = reading.outline.headings_over(spot).any(|heading| {
        matches!(heading.about, Some(About::FutureMeetings | About::Closing | About::TimePlan))
    });
    // Among future meetings a day is that of a meeting, unless it is one by which something is to be done.
    let is_plan = in_plans
        && !crate::values::date::find(rest, words).is_empty()
        && parties::due(rest, reading).is_none();
    let is_timed = !crate::values::time::find(rest, words).is_empty();
    let of_meeting = words.things.find(before).into_iter().any(|hit| {
        let is_subject = hit.range.end + 1 >= before.trim_end().len();
        is_subject
            && matches!(hit.key, crate::vocabulary::Thing::Meeting | crate::vocabulary::Thing::Workshop)
    });
    is_plan || (in_plans && !has_subject) || is_timed || (of_meeting && !has_subject)
}
