//! Who is to act, and whom they are to ask: `X to request Y to do`.

use std::ops::Range;

use jiff::civil::Date;

use crate::clauses;
use crate::found::Reading;
use crate::group_names;
use crate::values::{date, sources};
use crate::vocabulary::text::is_ideograph;
use crate::vocabulary::{Calendar, Grammar, Marker};

/// The parties that an action names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parties {
    pub assignee: Option<String>,
    pub requested_of: Option<String>,
}

/// Longest name of a party, in words.
const LONGEST_PARTY: usize = 8;

/// Reads the parties of an action's text.
pub(super) fn read(text: &str, reading: &Reading<'_>) -> Parties {
    let words = reading.words;
    let request = words.markers.find_key(text, Marker::Request);
    let assignee = before_mark(text, reading).or_else(|| assignee(text, reading));
    let Some(request) = request else { return Parties { assignee, requested_of: None } };
    let before = text[..request.range.start].trim();
    // The request is that of the assignee: nothing but the assignee stands before it.
    let is_its_own = before.is_empty() || assignee.as_deref() == Some(strip_article(before));
    let requested_of = is_its_own.then(|| party(&text[request.range.end..], reading)).flatten();
    Parties { assignee, requested_of }
}

/// The party before a dash or colon: `TSB – publish the list`, `Editors: align the terms`.
fn before_mark(text: &str, reading: &Reading<'_>) -> Option<String> {
    const LONGEST: usize = 4;
    let marks = [" - ", " – ", " — ", ": ", "："];
    let end = marks.iter().filter_map(|mark| text.find(mark)).min()?;
    let name = strip_article(text[..end].trim());
    let is_short = name.split_whitespace().count() <= LONGEST;
    (is_short && is_party(name, reading)).then(|| name.to_owned())
}

/// A single word in capitals before *to* and a verb: `Orange to provide a text`, but not `Continue to …`.
fn is_single_name(name: &str, after: &str, reading: &Reading<'_>) -> bool {
    let grammar = &reading.words.grammar;
    let obligation = clauses::leading_of(grammar, after, Grammar::Obligation);
    let goes_on = obligation.is_some_and(|hit| {
        let next = after[hit.range.end..].trim_start();
        next.starts_with(char::is_lowercase) && clauses::leading_of(grammar, next, Grammar::Article).is_none()
    });
    goes_on
        && name.starts_with(char::is_uppercase)
        && !name.contains(char::is_whitespace)
        && !grammar.is(name, Grammar::Catenative)
        && reading.words.matters.leading(name).is_none()
}

/// The party before the first `to`: `WP1 to request …`, `The Chair to write …`.
fn assignee(text: &str, reading: &Reading<'_>) -> Option<String> {
    let words = reading.words;
    let infinitive = clauses::first_of(&words.grammar, text, Grammar::Infinitive);
    let will = clauses::first_of(&words.grammar, text, Grammar::Will);
    let request =
        words.markers.find(text).into_iter().find(|hit| matches!(hit.key, Marker::Request | Marker::Invited));
    let ends = [infinitive, will].map(|hit| hit.map(|hit| hit.range.start));
    let end = ends.into_iter().chain([request.map(|hit| hit.range.start)]).flatten().min()?;
    let name = strip_article(text[..end].trim());
    let is_named = is_party(name, reading) || is_single_name(name, &text[end..], reading);
    is_named.then(|| name.to_owned())
}

/// The party at the beginning of a text: up to `to` or `for`, or the name of a body.
fn party(text: &str, reading: &Reading<'_>) -> Option<String> {
    let text = text.trim_start();
    let words = reading.words;
    if let Some(infinitive) = clauses::first_of(&words.grammar, text, Grammar::Infinitive) {
        let name = strip_article(text[..infinitive.range.start].trim());
        if is_party(name, reading) && !name.contains([',', ';', ':']) {
            return Some(name.to_owned());
        }
    }
    // No infinitive follows: the name ends at the first small word that is no part of it.
    let mut name = Vec::new();
    for word in strip_article(text).split_whitespace() {
        let bare = word.trim_end_matches([',', ';', '.']);
        if !bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            break;
        }
        name.push(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    let name = name.join(" ");
    is_party(&name, reading).then_some(name)
}

/// `The Rapporteur` → `Rapporteur`.
pub(crate) fn strip_article(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if crate::vocabulary::Vocabulary::get().grammar.is(first, Grammar::Article) => {
            rest
        }
        _ => name,
    }
}

/// Whether a text names somebody who can act: a body, an office, a name in capitals; no sentence.
pub(super) fn is_party(name: &str, reading: &Reading<'_>) -> bool {
    let count = name.split_whitespace().count();
    if count == 0 || count > LONGEST_PARTY || reading.first_number(name).is_some() {
        return false;
    }
    let words = reading.words;
    let is_known = group_names::is_body(name, words)
        || clauses::is_meeting(name, words)
        || words.roles.leading(name).is_some()
        || words.countries.code(name).is_some();
    // A single word in capitals may begin a sentence (`Continue to …`); a name has more capitals than one.
    let is_name = || {
        let capitals = name.chars().filter(|c| c.is_uppercase() || c.is_ascii_digit()).count();
        capitals > 1 && sources::is_source(name, words)
    };
    is_known || is_name() || !name.chars().any(|c| c.is_lowercase() || c.is_uppercase())
}

/// The day by which it is to be done: a date after `by` or `before`; a contribution deadline is none.
pub(super) fn due(text: &str, reading: &Reading<'_>) -> Option<Date> {
    let words = reading.words;
    let near = reading.setting.near();
    date::find(text, words).into_iter().find_map(|found| {
        let before = text[..found.range.start].trim_end();
        let is_due = is_due(text, &found.range, reading);
        let is_meeting_deadline = words.markers.find_key(before, Marker::Deadline).is_some();
        let resolved = near.and_then(|near| found.resolve(near)).or_else(|| found.dates());
        (is_due && !is_meeting_deadline).then(|| resolved.map(|(_, end)| end)).flatten()
    })
}

/// Whether a date is the day by which something is to be done: after *by*, *before*, *until*.
pub(crate) fn is_due(text: &str, date: &Range<usize>, reading: &Reading<'_>) -> bool {
    ends_with_until(text[..date.start].trim_end(), reading) || begins_with_before(&text[date.end..], reading)
}

/// Whether a text ends in a word for *by*, *before*, *until*, a weekday aside.
fn ends_with_until(before: &str, reading: &Reading<'_>) -> bool {
    const LONGEST: usize = 4;
    let words: Vec<&str> = before.split_whitespace().collect();
    let tail = &words[words.len().saturating_sub(LONGEST)..];
    let phrases = (0..tail.len()).flat_map(|from| (from + 1..=tail.len()).map(move |to| (from, to)));
    // A preposition of one letter leads to what follows it at once: `à Genève du 6 au 15 octobre`.
    let is_day = |word: &&str| reading.words.weekdays.get(word).is_some();
    let near = |&(from, to): &(usize, usize)| {
        let is_letter = to == from + 1 && tail[from].chars().count() == 1;
        to + 3 > tail.len() && (!is_letter || tail[to..].iter().all(is_day))
    };
    phrases.filter(near).any(|(from, to)| {
        let phrase = tail[from..to].join(" ");
        reading.words.calendar.is(&phrase, Calendar::Before)
            || reading.words.calendar.is(&phrase, Calendar::Until)
            || reading.words.grammar.is(&phrase, Grammar::By)
    })
}

/// In a script without spaces the word for *before* follows its date.
fn begins_with_before(after: &str, reading: &Reading<'_>) -> bool {
    let joined = after.chars().next().is_some_and(is_ideograph);
    let leads = |key| clauses::leading_of(&reading.words.calendar, after, key).is_some();
    joined && (leads(Calendar::Before) || leads(Calendar::Until))
}
