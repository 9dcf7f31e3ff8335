//! What was asked for an item, and what happened to it: from its treatment cell and its prose.

use meeting_model::{Outcome, Proposed};

use crate::clauses::{self, Deed, Voice};
use crate::found::Reading;
use crate::group_names;
use crate::lists::items::{Business, Passage};
use crate::sentences;
use crate::vocabulary::{self, Key, Marker};

/// What is read of an item's treatment.
#[derive(Debug, Default)]
pub(crate) struct Treatment {
    pub proposed: Vec<Proposed>,
    pub outcomes: Vec<Outcome>,
    pub presented_by: Option<String>,
}

/// Reads the treatment of an item from its passages.
pub(crate) fn read(item: &Business<'_>, reading: &Reading<'_>) -> Treatment {
    let mut treatment = Treatment::default();
    let mut presenters = Vec::new();
    for passage in &item.passages {
        for range in sentences::sentences(&passage.line.text, reading.words) {
            let sentence = passage.line.text[range].trim();
            if passage.is_treatment || item.is_agenda_line() {
                propose(sentence, passage, &mut treatment.proposed, reading);
            }
            for deed in clauses::deeds(sentence, &reading.words.outcomes, reading.words) {
                if !is_about_the_item(&deed, sentence, item, reading) {
                    continue;
                }
                add(&mut treatment.outcomes, outcome(deed.verb));
                presenters.extend(presenter(&deed, sentence, reading));
            }
            if let Some(outcome) = denied_presentation(sentence, reading) {
                add(&mut treatment.outcomes, outcome);
            }
        }
    }
    if treatment.outcomes.contains(&Outcome::NotPresented) {
        treatment.outcomes.retain(|outcome| !matches!(outcome, Outcome::Presented | Outcome::Introduced));
    }
    // An item that treats several documents has several presenters.
    presenters.dedup();
    treatment.presented_by = presenters.into_iter().next().filter(|_| item.distinct_documents() <= 1);
    treatment
}

fn add<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

fn outcome(verb: vocabulary::Outcome) -> Outcome {
    verb.name().parse().unwrap_or(Outcome::Considered)
}

/// `To note`, `for approval`, `is posted for approval by …`; the words must not tell what was done.
fn propose(sentence: &str, passage: &Passage<'_>, proposed: &mut Vec<Proposed>, reading: &Reading<'_>) {
    const FARTHEST: usize = 60;
    for hit in reading.words.proposed.find(sentence) {
        // Deep inside a sentence of the discussion the words are no request to the meeting.
        let is_near = hit.range.start <= FARTHEST || !passage.is_treatment;
        let after_action = reading.words.markers.leading(sentence).is_some_and(|label| label.key == Marker::Action);
        if is_near && !after_action && !names_its_object(sentence, &hit.range, reading) {
            add(proposed, hit.key.name().parse().unwrap_or(Proposed::ToConsider));
        }
    }
}

/// `to discuss the matter with X` tells of somebody's task; `to discuss`, `to discuss TD 5` is a request.
fn names_its_object(sentence: &str, hit: &std::ops::Range<usize>, reading: &Reading<'_>) -> bool {
    let before = sentence[..hit.start].trim();
    let requests = reading.words.markers.find(before).into_iter().any(|found| {
        matches!(found.key, Marker::Request | Marker::Invited | Marker::CalledUpon)
    });
    requests
}

/// Outcomes are words about the item: a stand-alone treatment; what the meeting did; what was done to a document, or
/// to what a short subject names; a document that somebody presented.
fn is_about_the_item(
    deed: &Deed<vocabulary::Outcome>,
    sentence: &str,
    item: &Business<'_>,
    reading: &Reading<'_>,
) -> bool {
    let subject = &sentence[deed.subject.clone()];
    if deed.verb == vocabulary::Outcome::Noted && deed.has_that {
        return false;
    }
    match deed.voice {
        Voice::Alone => true,
        Voice::Passive => is_matter(subject, item, reading),
        Voice::Active if is_presentation(deed.verb) => {
            let object = &sentence[deed.range.end..];
            !subject.is_empty() && (is_matter_ahead(object, reading))
        }
        Voice::Active => {
            clauses::is_meeting(subject, reading.words) || group_names::is_body(subject, reading.words)
        }
        Voice::Clause => false,
    }
}

fn is_presentation(verb: vocabulary::Outcome) -> bool {
    matches!(verb, vocabulary::Outcome::Presented | vocabulary::Outcome::Introduced)
}

/// Whether a subject is a matter of the meeting: a document, what a document is called, or a pronoun for it.
fn is_matter(subject: &str, item: &Business<'_>, reading: &Reading<'_>) -> bool {
    let words = reading.words;
    if !reading.numbers(subject).is_empty() || subject.split_whitespace().count() <= 1 {
        return true;
    }
    if words.matters.find(subject).first().is_some() {
        return true;
    }
    // The item's own title names it.
    item.item.title.as_deref().is_some_and(|title| {
        let noun = subject.split_once(' ').map_or("", |(_, noun)| noun).to_lowercase();
        noun.len() > 3 && title.to_lowercase().contains(&noun)
    })
}

/// Whether a document, or what documents are called, follows a verb of presenting.
fn is_matter_ahead(object: &str, reading: &Reading<'_>) -> bool {
    const FARTHEST: usize = 60;
    let near = |at: usize| at <= FARTHEST;
    reading.numbers(object).first().is_some_and(|found| near(found.range.start))
        || reading.words.matters.find(object).first().is_some_and(|hit| near(hit.range.start))
}

/// Who presented: after `Presented by`, or the subject of `X presented TD 5`.
fn presenter(deed: &Deed<vocabulary::Outcome>, sentence: &str, reading: &Reading<'_>) -> Option<String> {
    if deed.verb != vocabulary::Outcome::Presented {
        return None;
    }
    match deed.voice {
        Voice::Alone | Voice::Passive => presented_by(&sentence[deed.range.end..], reading),
        Voice::Active => {
            let subject = sentence[deed.subject.clone()].trim();
            let object = &sentence[deed.range.end..];
            let is_document = reading.numbers(object).first().is_some_and(|found| found.range.start <= 12);
            (is_document && !subject.is_empty()).then(|| subject.to_owned())
        }
        Voice::Clause => None,
    }
}

/// The words after `by`, up to the end of the statement.
fn presented_by(rest: &str, reading: &Reading<'_>) -> Option<String> {
    let hit = reading.words.grammar.leading(rest)?;
    (hit.key == vocabulary::Grammar::By).then_some(())?;
    let rest = rest[hit.range.end..].trim();
    let end = end_of_name(rest, reading);
    let name = rest[..end].trim().trim_end_matches(['.', ',', ';']).trim();
    (!name.is_empty()).then(|| name.to_owned())
}

/// A name ends at a stop or semicolon, or where another verb is joined to it.
fn end_of_name(text: &str, reading: &Reading<'_>) -> usize {
    let mut end = text.len();
    for verb in reading.words.outcomes.find(text) {
        let before = text[..verb.range.start].trim_end();
        let joint = before.rfind(' ').unwrap_or(0);
        if reading.words.grammar.is(&before[joint..], vocabulary::Grammar::And) {
            end = end.min(joint);
        }
    }
    text.find([';']).map_or(end, |at| end.min(at))
}

/// `was not presented`, `Not presented.`
fn denied_presentation(sentence: &str, reading: &Reading<'_>) -> Option<Outcome> {
    let denied = reading.words.outcomes.find(sentence).into_iter().any(|hit| {
        hit.key == vocabulary::Outcome::NotPresented
    });
    denied.then_some(Outcome::NotPresented)
}
