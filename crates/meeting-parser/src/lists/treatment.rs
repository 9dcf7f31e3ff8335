//! What was asked for an item, and what happened to it: from its treatment cell and its prose.

use meeting_model::{ItemKind, Outcome, Proposed};

use crate::clauses::{self, Deed, Voice};
use crate::found::Reading;
use crate::group_names;
use crate::lists::items::{Business, Passage};
use crate::lists::{actions, decisions};
use crate::sentences;
use crate::values::{date, proposed};
use crate::vocabulary::{self, Column, Grammar, Hit, Key};

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
    // Once somebody has presented the matter, what is said to be considered is said in the discussion.
    let (mut is_discussed, mut discusses) = (false, false);
    for passage in item.passages.iter().filter(|passage| !passage.line.is_caption(reading.words)) {
        is_discussed |= discusses;
        for range in sentences::of_line(passage.line, reading.words) {
            let sentence = passage.line.text[range].trim();
            if let Some(request) = request(sentence, passage, reading) {
                add(&mut treatment.proposed, request);
                continue;
            }
            let deeds = clauses::deeds(sentence, &reading.words.outcomes, reading.words);
            let is_asking = (passage.is_treatment || item.is_agenda_line()) && !is_discussed;
            let may_ask = is_asking && !tells_of_deed(&deeds, passage, reading);
            let requests = if may_ask { proposed::requests(sentence, reading.words) } else { Vec::new() };
            for asked in asked(&requests, sentence, reading) {
                add(&mut treatment.proposed, asked);
            }
            // What is asked has not happened yet.
            if passage.is_proposal {
                continue;
            }
            if let Some(postponed) = agreed_to(sentence, reading) {
                add(&mut treatment.outcomes, postponed);
            }
            for deed in deeds {
                let is_asked = requests.iter().any(|asked| proposed::is_within(&deed.range, &asked.range));
                if is_asked || !is_about_the_item(&deed, sentence, item, reading) {
                    continue;
                }
                discusses |= deed.voice == Voice::Active && is_presentation(deed.verb);
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
    // A section that treats several documents has several presenters.
    let is_section = item.item.kind == ItemKind::Heading && !item.has_document_cell();
    let has_one = !is_section || item.distinct_documents() <= 1;
    treatment.presented_by = presenters.into_iter().next().filter(|_| has_one);
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

/// Whether a sentence tells what the meeting did, so that it asks nothing: some languages have one word for both.
fn tells_of_deed(deeds: &[Deed<vocabulary::Outcome>], passage: &Passage<'_>, reading: &Reading<'_>) -> bool {
    let by_meeting = |deed: &Deed<vocabulary::Outcome>| deed.voice == Voice::Active && deed.by_meeting;
    !passage.is_proposal && !reading.setting.is_agenda && deeds.iter().any(by_meeting)
}

/// What a sentence asks of the meeting; the dated point of a plan asks nothing.
fn asked(requests: &[Hit<vocabulary::Proposed>], sentence: &str, reading: &Reading<'_>) -> Vec<Proposed> {
    if requests.is_empty() || !date::find(sentence, reading.words).is_empty() {
        return Vec::new();
    }
    requests.iter().filter_map(|asked| asked.key.name().parse().ok()).collect()
}

/// What a word alone asks in a cell for it: *Approval*. In an agenda every cell of the treatment is one.
fn request(sentence: &str, passage: &Passage<'_>, reading: &Reading<'_>) -> Option<Proposed> {
    let is_asked = passage.is_proposal || (passage.is_treatment && reading.setting.is_agenda);
    let asked =
        reading.words.bare_requests.get(sentence.trim_end_matches(['.', '。'])).filter(|_| is_asked)?;
    asked.name().parse().ok()
}

/// `It was agreed to carry the matter forward` also tells that it was carried forward.
fn agreed_to(sentence: &str, reading: &Reading<'_>) -> Option<Outcome> {
    let words = reading.words;
    if !words.postponements.may_be_in(sentence) {
        return None;
    }
    let agreed = clauses::deeds(sentence, &words.decisions, words).into_iter().next()?;
    let rest = &sentence[agreed.range.end..];
    // Some languages put who decided after the verb.
    let meeting = clauses::leading_of(&words.grammar, rest, Grammar::Meeting);
    let rest = meeting.map_or(rest, |hit| rest[hit.range.end..].trim_start());
    // Not every language has a word before its infinitives.
    let to = clauses::leading_of(&words.grammar, rest, Grammar::Infinitive).map_or(0, |to| to.range.end);
    let next = words.postponements.leading(&rest[to..])?;
    // `to postpone the target date`: a day is put off and not the item.
    let object = actions::strip_article(rest[to + next.range.end..].trim_start());
    let is_day = words.columns.leading(object).is_some_and(|hit| is_day(hit.key));
    next.key.name().parse().ok().filter(|_| !is_day)
}

fn is_day(column: Column) -> bool {
    matches!(column, Column::DueDate | Column::Deadline | Column::Date)
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
            let subject = decisions::actor(subject);
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
    if reading.first_number(subject).is_some() || subject.split_whitespace().count() <= 1 {
        return true;
    }
    if !words.matters.find(subject).is_empty() {
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
    reading.first_number(object).is_some_and(|found| near(found.range.start))
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
            const FARTHEST: usize = 48;
            let subject = sentence[deed.subject.clone()].trim();
            let object = &sentence[deed.range.end..];
            let object = clauses::without_asides(object);
            let is_document =
                reading.first_number(&object).is_some_and(|found| found.range.start <= FARTHEST);
            (is_document && !subject.is_empty()).then(|| subject.to_owned())
        }
        Voice::Clause => None,
    }
}

/// The words after `by`, up to the end of the statement.
fn presented_by(rest: &str, reading: &Reading<'_>) -> Option<String> {
    let hit = reading.words.grammar.leading(rest)?;
    (hit.key == Grammar::By).then_some(())?;
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
        if reading.words.grammar.is(&before[joint..], Grammar::And) {
            end = end.min(joint);
        }
    }
    text.find([';']).map_or(end, |at| end.min(at))
}

/// `was not presented`, `Not presented.`
fn denied_presentation(sentence: &str, reading: &Reading<'_>) -> Option<Outcome> {
    let denied = reading.words.outcomes.find_key(sentence, vocabulary::Outcome::NotPresented).is_some();
    denied.then_some(Outcome::NotPresented)
}
