//! Decisions: the statements by which the meeting, or a body, disposes of a matter.

use std::ops::Range;

use meeting_model::{Confidence, Decision, DocumentNumber, Verb};

use crate::clauses::{self, Deed, Voice};
use crate::found::Reading;
use crate::group_names;
use crate::lists::items::{Business, Passage};
use crate::outline::split_number;
use crate::sentences::{self, split_label};
use crate::values::date;
use crate::vocabulary::text::is_ideograph;
use crate::vocabulary::{DecisionVerb, Grammar, Key, Marker};

/// Reads the decisions of all items, in their order.
pub(crate) fn read(items: &[Business<'_>], reading: &Reading<'_>) -> Vec<Decision> {
    items.iter().flat_map(|item| of_item(item, reading)).collect()
}

/// Whether a decision can only be that of a meeting. Where nobody is named who decides, and no document, the words may
/// be those of a standard: *is recommended*, *Notes …*.
pub(crate) fn is_of_a_meeting(decision: &Decision) -> bool {
    ![PASSIVE, WORD].contains(&decision.rule.as_str()) || !decision.documents.is_empty()
}

/// The rule that finds what was done, and not who did it.
const PASSIVE: &str = "passive-statement";

/// The rule that finds the mere word for what was done.
const WORD: &str = "treatment-word";

/// A decision of an item, before words of the treatment that a sentence repeats are dropped.
struct Draft {
    decision: Decision,
    is_word: bool,
}

fn of_item(item: &Business<'_>, reading: &Reading<'_>) -> Vec<Decision> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut said: Vec<&str> = Vec::new();
    for passage in item.passages.iter().filter(|passage| !passage.line.is_caption(reading.words)) {
        let text = passage.line.text.as_str();
        let from = text.len() - own_words(item, passage).len();
        let mut after_label = false;
        for range in sentences::of_line(passage.line, reading.words) {
            let range = range.start.max(from)..range.end.max(from);
            let sentence = text[range.clone()].trim();
            let before = &text[from..range.start];
            drafts.extend(statement(sentence, before, after_label, item, passage, &said, reading));
            after_label = clauses::is_outcome_label(sentence, reading.words);
            said.push(sentence);
        }
    }
    without_repeated_words(drafts)
}

/// A passage's text, less the number that a numbered paragraph begins with.
fn own_words<'d>(item: &Business<'_>, passage: &Passage<'d>) -> &'d str {
    let text = passage.line.text.as_str();
    match split_number(text) {
        Some((number, rest)) if Some(number) == item.item.number.as_deref() => rest,
        _ => text,
    }
}

/// A treatment word (`Noted`) says the same as a sentence of the item with the same verb: the sentence stays.
fn without_repeated_words(drafts: Vec<Draft>) -> Vec<Decision> {
    let repeated = |word: &Draft| {
        word.is_word && drafts.iter().any(|other| !other.is_word && other.decision.verb == word.decision.verb)
    };
    let keep: Vec<bool> = drafts.iter().map(|draft| !repeated(draft)).collect();
    drafts.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(draft, _)| draft.decision).collect()
}

fn statement(
    sentence: &str,
    before: &str,
    after_label: bool,
    item: &Business<'_>,
    passage: &Passage<'_>,
    said: &[&str],
    reading: &Reading<'_>,
) -> Vec<Draft> {
    let (label, body) = without_label(sentence, reading);
    let is_outcome = label == Some(Marker::Outcome) || after_label;
    if matches!(label, Some(Marker::Action | Marker::ActionFor)) {
        return Vec::new();
    }
    let deeds = disposals(body, reading);
    let own = |deed: &Deed<DecisionVerb>| reading.distinct_numbers(&body[own_part(deed, &deeds, body)]);
    let words = |deed: Option<&Deed<DecisionVerb>>| {
        deed.and_then(|deed| without_manner(deed, body, reading)).unwrap_or(body)
    };
    let decision = |deed: Option<&Deed<DecisionVerb>>, verb, rule: &str, confidence| Decision {
        verb,
        by: Some(deed.and_then(|deed| by(deed, body, reading)).unwrap_or_else(|| THE_MEETING.to_owned())),
        item: item.item.number.clone(),
        documents: deed
            .filter(|_| deeds.len() > 1)
            .map(own)
            .filter(|own| !own.is_empty())
            .unwrap_or_else(|| documents(body, before, deed, item, said, reading)),
        text: words(deed).to_owned(),
        rule: rule.to_owned(),
        confidence,
        at: reading.outline.location(passage.line.spot),
    };
    if deeds.is_empty() && is_outcome && settles(body, reading) {
        let decision = decision(None, Verb::Decided, "outcome-line", Confidence::Medium);
        return vec![Draft { decision, is_word: false }];
    }
    let drafts = deeds.iter().map(|deed| {
        let is_word = deed.voice == Voice::Alone
            && words(Some(deed))[deed.range.end..].trim_matches(['.', ' ']).is_empty();
        let (rule, confidence) = rule(deed, body, reading);
        Draft { decision: decision(Some(deed), verb(deed.verb), rule, confidence), is_word }
    });
    drafts.collect()
}

/// A treatment word without the manner that follows it: `Agreed as shown on screen.` → `Agreed`.
fn without_manner<'b>(deed: &Deed<DecisionVerb>, body: &'b str, reading: &Reading<'_>) -> Option<&'b str> {
    let tail = &body[deed.range.end..];
    let is_manner = deed.voice == Voice::Alone
        && clauses::leading_of(&reading.words.grammar, tail, Grammar::Manner).is_some()
        && reading.first_number(tail).is_none();
    is_manner.then(|| &body[..deed.range.end])
}

/// The words about one of several disposals: before a passive verb its subject, after an active one its object.
fn own_part(deed: &Deed<DecisionVerb>, deeds: &[Deed<DecisionVerb>], body: &str) -> Range<usize> {
    let before = deeds.iter().map(|other| other.range.end).filter(|&end| end <= deed.range.start).max();
    let after = deeds.iter().map(|other| other.range.start).filter(|&start| start >= deed.range.end).min();
    match deed.voice {
        Voice::Passive => before.unwrap_or(0)..deed.range.start,
        _ => deed.range.end..after.unwrap_or(body.len()),
    }
}

/// The rule that found a disposal, and how far it can be trusted: what was done to a thing that nobody names as a
/// matter of the meeting may have been done elsewhere.
fn rule(deed: &Deed<DecisionVerb>, body: &str, reading: &Reading<'_>) -> (&'static str, Confidence) {
    match deed.voice {
        Voice::Alone => (WORD, Confidence::High),
        Voice::Passive => {
            let subject = &body[deed.subject.clone()];
            let is_matter = deed.is_impersonal
                || agent(&body[deed.range.end..], reading).is_some()
                || reading.first_number(body).is_some()
                || !reading.words.matters.find(subject).is_empty();
            (PASSIVE, if is_matter { Confidence::High } else { Confidence::Medium })
        }
        Voice::Active => ("active-statement", Confidence::High),
        Voice::Clause => ("active-statement", Confidence::Low),
    }
}

/// The disposals of a sentence: the first, and those that follow with an object or a subject of their own
/// (`agreed to add a clause and asked the editors to …`). Verbs that share one object (`noted and agreed`), and what
/// else was done to the same subject, tell of one disposal, by its first verb.
fn disposals(body: &str, reading: &Reading<'_>) -> Vec<Deed<DecisionVerb>> {
    let words = reading.words;
    let mut found: Vec<Deed<DecisionVerb>> = Vec::new();
    for deed in clauses::deeds(body, &words.decisions, words) {
        let is_own = found.last().is_none_or(|last| {
            let between = &body[last.range.end..deed.range.start];
            // Without a joint the second verb belongs to what was agreed: `agreed to have it deferred`.
            let is_joined = words.grammar.has(between, Grammar::And)
                || between.contains([',', '，', '،', ';'])
                || clauses::begins_with_and(&body[deed.range.clone()], words);
            let has_object = deed.voice == Voice::Active && !clauses::is_only_verbs(between, words);
            let has_subject = deed.voice == Voice::Passive
                && words.grammar.has(between, Grammar::Passive)
                && !clauses::is_only_verbs(between, words);
            is_joined && (has_object || has_subject) && found.iter().all(|other| other.verb != deed.verb)
        });
        if is_own && disposes(&deed, body, reading) {
            found.push(deed);
        }
    }
    found
}

/// The contract's value for a decision whose body is not named.
const THE_MEETING: &str = "the meeting";

/// Cuts a label such as `Outcome:` from a sentence.
fn without_label<'s>(sentence: &'s str, reading: &Reading<'_>) -> (Option<Marker>, &'s str) {
    let Some((label, rest)) = split_label(sentence) else { return (None, sentence) };
    match reading.words.markers.get(label.trim_start_matches(['[', '('])) {
        Some(marker) if !rest.trim().is_empty() => (Some(marker), rest.trim()),
        _ => (None, sentence),
    }
}

/// The subject itself, without what leads to it: `At its first meeting, the group` → `the group`.
pub(crate) fn actor(subject: &str) -> &str {
    subject.rsplit([',', '،', '，']).next().unwrap_or(subject).trim()
}

/// A name without the verb before that is joined to the one in question: `SG17 reviewed and` → `SG17`.
fn name_of<'s>(actor: &'s str, reading: &Reading<'_>) -> &'s str {
    let verb = reading.words.outcomes.find(actor).into_iter().next();
    let second = clauses::first_of(&reading.words.grammar, actor, Grammar::And);
    let end = match (verb, second) {
        (Some(verb), _) if verb.range.start > 0 => verb.range.start,
        (None, Some(and)) if and.range.end == actor.len() => {
            actor[..and.range.start].trim_end().rfind(' ').unwrap_or(actor.len())
        }
        _ => actor.len(),
    };
    actor[..end].trim_matches([' ', ':', '：'])
}

/// Whether a deed disposes of a matter: done by the meeting or a body of the Union, and no mere remark.
fn disposes(deed: &Deed<DecisionVerb>, sentence: &str, reading: &Reading<'_>) -> bool {
    // `noted that …` repeats what was said.
    if deed.verb == DecisionVerb::Noted && deed.has_that {
        return false;
    }
    if asks(deed.verb) && deed.voice != Voice::Active && is_of_others(deed, sentence, reading) {
        return false;
    }
    match deed.voice {
        // `The meeting was invited to approve TD5` tells what others asked of it.
        Voice::Passive if asks(deed.verb) && !deed.is_impersonal => {
            let subject = &sentence[deed.subject.clone()];
            let own = &sentence[deed.subject.end..deed.range.end];
            // `SG1 is invited to approve TD5` asks a body to which the meeting reports.
            let is_present = clauses::first_of(&reading.words.grammar, own, Grammar::Present).is_some();
            let is_body = group_names::is_body(subject, reading.words);
            !(clauses::is_meeting(subject, reading.words) || (is_present && is_body))
        }
        Voice::Alone | Voice::Passive => true,
        // `Delegates asked for figures` is a wish, `The meeting asked TSB for figures` is none.
        Voice::Active if asks(deed.verb) && is_wish(&sentence[deed.range.end..], reading) => false,
        Voice::Active => {
            let subject = actor(&sentence[deed.subject.clone()]);
            clauses::is_meeting(subject, reading.words) || group_names::is_body(subject, reading.words)
        }
        Voice::Clause => false,
    }
}

/// Whether others than the meeting or a body asked: `More time was asked for by two members`. Where the verb comes first
/// and has one form for both voices, what is asked of somebody is told apart by the small word that follows.
fn is_of_others(deed: &Deed<DecisionVerb>, sentence: &str, reading: &Reading<'_>) -> bool {
    const NEAR: usize = 24;
    let words = reading.words;
    let tail = &sentence[deed.range.end..];
    let purpose = clauses::leading_of(&words.grammar, tail, Grammar::Purpose).map(|hit| hit.range.end);
    let told = &tail[purpose.unwrap_or_default()..];
    let Some(by) = clauses::leading_of(&words.grammar, told, Grammar::By) else {
        return is_asked_by_next(deed, sentence, reading);
    };
    let rest = told[by.range.end..].trim_start();
    if date::find(rest, words).first().is_some_and(|found| found.range.start <= NEAR) {
        return false;
    }
    match agent(told, reading) {
        Some(name) => !(clauses::is_meeting(&name, words) || group_names::is_body(&name, words)),
        // `by the end of May` is no agent; an office is one.
        None => {
            let article = clauses::leading_of(&words.grammar, rest, Grammar::Article);
            let name = article.as_ref().map_or(rest, |hit| rest[hit.range.end..].trim_start());
            article.is_none() || words.roles.leading(name).is_some()
        }
    }
}

/// In a script without capitals, a verb with which a sentence begins has its subject after it unless a small word or
/// the meeting follows.
fn is_asked_by_next(deed: &Deed<DecisionVerb>, sentence: &str, reading: &Reading<'_>) -> bool {
    let own = &sentence[deed.range.clone()];
    let is_first = !sentence[..deed.range.start].contains(char::is_alphanumeric);
    let has_case = own.chars().any(|c| c.is_lowercase() || c.is_uppercase() || is_ideograph(c));
    let grammar = &reading.words.grammar;
    let follow = [Grammar::Meeting, Grammar::Connective, Grammar::Infinitive, Grammar::That, Grammar::By];
    let tail = &sentence[deed.range.end..];
    is_first
        && !has_case
        && own.contains(char::is_alphabetic)
        && !follow.iter().any(|&key| clauses::leading_of(grammar, tail, key).is_some())
        && meeting_beside(&sentence[deed.range.start..], tail, reading).is_none()
}

/// Whether what follows a verb of asking names nobody who is asked.
fn is_wish(after: &str, reading: &Reading<'_>) -> bool {
    clauses::leading_of(&reading.words.grammar, after, Grammar::Purpose).is_some()
}

/// Verbs by which one asks another.
fn asks(verb: DecisionVerb) -> bool {
    matches!(verb, DecisionVerb::Requested | DecisionVerb::Invited)
}

/// An outcome line without a verb of the list disposes of a matter where it says what becomes of a document:
/// `TD5 becomes the base text`, `The text in TD5 will be the basis`; a number alone does not.
fn settles(sentence: &str, reading: &Reading<'_>) -> bool {
    const FEWEST_WORDS: usize = 3;
    const LONGEST_LEAD: usize = 24;
    reading.first_number(sentence).is_some_and(|found| {
        let (lead, rest) = (&sentence[..found.range.start], &sentence[found.range.end..]);
        let grammar = &reading.words.grammar;
        let leads = lead.is_empty()
            || (lead.len() <= LONGEST_LEAD && clauses::leading_of(grammar, lead, Grammar::Article).is_some());
        let goes_on = rest.starts_with(' ') && !rest.trim_start().starts_with('(');
        leads && goes_on && rest.split_whitespace().count() >= FEWEST_WORDS
    })
}

fn verb(verb: DecisionVerb) -> Verb {
    verb.name().parse().unwrap_or(Verb::Decided)
}

/// Who decided, as printed.
fn by(deed: &Deed<DecisionVerb>, sentence: &str, reading: &Reading<'_>) -> Option<String> {
    match deed.voice {
        Voice::Active => {
            Some(lower_article(name_of(actor(&sentence[deed.subject.clone()]), reading), reading))
        }
        Voice::Clause => None,
        Voice::Alone | Voice::Passive => {
            let rest = &sentence[deed.range.end..];
            agent(rest, reading).or_else(|| meeting_beside(&sentence[deed.range.start..], rest, reading))
        }
    }
}

/// The meeting, where a language without capitals puts it after its verb, or within it: in `rest`, or in `verb`,
/// which goes on with the rest.
fn meeting_beside(verb: &str, rest: &str, reading: &Reading<'_>) -> Option<String> {
    let grammar = &reading.words.grammar;
    let after = clauses::leading_of(grammar, rest, Grammar::Meeting).map(|hit| &rest[hit.range]);
    let own = &verb[..verb.len() - rest.len()];
    let within = || clauses::first_of(grammar, own, Grammar::Meeting).map(|hit| &own[hit.range]);
    let has_case = own.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    after.or_else(within).filter(|_| !has_case).map(str::to_owned)
}

/// The agent that follows a participle: `by the closing plenary of the group on Monday` → `the closing plenary of the group`.
pub(crate) fn agent(rest: &str, reading: &Reading<'_>) -> Option<String> {
    let words = reading.words;
    let hit = words.grammar.leading(rest).filter(|hit| hit.key == Grammar::By)?;
    let rest = rest[hit.range.end..].trim_start();
    let mut name = String::new();
    for word in rest.split_whitespace() {
        let ends = word.ends_with(['.', ',', ';', ':', '。', '，']);
        let bare = word.trim_end_matches(['.', ',', ';', ':', '。', '，', ')']);
        let is_code = bare.chars().any(|c| c.is_ascii_digit()) && bare.contains(['/', '-']);
        let is_name = bare.starts_with(char::is_uppercase) || is_code;
        let is_part = is_name || words.grammar.is(bare, Grammar::Meeting) || is_body_word(bare, reading);
        let links = is_link(bare, reading);
        if !is_part && !links {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(bare);
        if ends {
            break;
        }
    }
    let name = trim_links(&name, reading);
    group_names::is_body(&name, words)
        .then_some(name.clone())
        .or_else(|| (clauses::is_meeting(&name, words) || name.contains(char::is_uppercase)).then_some(name))
}

fn is_body_word(word: &str, reading: &Reading<'_>) -> bool {
    reading.words.things.get(word).is_some()
        || reading.words.persons.get(word).is_some()
        || reading.words.headings.get(word).is_some()
}

/// Articles and `of`: words that tie a name together.
fn is_link(word: &str, reading: &Reading<'_>) -> bool {
    word.chars().all(char::is_lowercase)
        && word.chars().count() <= 3
        && reading.words.grammar.at_key(&crate::vocabulary::text::tokens(word), 0, Grammar::Article).is_some()
}

/// A name does not end in an article.
fn trim_links(name: &str, reading: &Reading<'_>) -> String {
    let mut kept: Vec<&str> = name.split(' ').collect();
    while kept.last().is_some_and(|last| is_link(last, reading)) {
        kept.pop();
    }
    kept.join(" ")
}

/// `The meeting` → `the meeting`; a name keeps its capital.
pub(crate) fn lower_article(subject: &str, reading: &Reading<'_>) -> String {
    let Some((first, rest)) = subject.split_once(' ') else { return subject.to_owned() };
    let lower = first.to_lowercase();
    if is_link(&lower, reading) { format!("{lower} {rest}") } else { subject.to_owned() }
}

/// The documents of a decision: those in the sentence; else those of the row; else the one to which the sentence
/// points back.
fn documents(
    sentence: &str,
    before: &str,
    deed: Option<&Deed<DecisionVerb>>,
    item: &Business<'_>,
    said: &[&str],
    reading: &Reading<'_>,
) -> Vec<DocumentNumber> {
    let own = reading.distinct_numbers(sentence);
    if !own.is_empty() {
        return own;
    }
    if item.has_document_cell() {
        return item.item.documents.iter().map(|document| document.number.clone()).collect();
    }
    let Some(deed) = deed else { return Vec::new() };
    let subject = sentence[deed.subject.clone()].to_lowercase();
    let in_paragraph = reading.numbers(before);
    if deed.voice == Voice::Alone {
        return in_paragraph.into_iter().next().map(|found| found.number).into_iter().collect();
    }
    if !is_impersonal(deed, sentence, reading)
        && deed.verb != DecisionVerb::Appointed
        && let Some(last) = in_paragraph.into_iter().last()
    {
        return vec![last.number];
    }
    // `The draft programme was approved`, after `… presented the draft programme (TD 5)`.
    let named = subject.split_once(' ').map_or("", |(_, noun)| noun);
    if named.len() <= 5 || deed.voice != Voice::Passive {
        return Vec::new();
    }
    let spoken = |said: &&&str| said.to_lowercase().contains(named);
    let numbers = said.iter().rev().filter(spoken).map(|said| reading.distinct_numbers(said));
    numbers.filter_map(|mut numbers| numbers.pop()).take(1).collect()
}

/// `It was agreed …` points back to nothing, unless `it` is the thing that something was done to: `It was noted by …`.
fn is_impersonal(deed: &Deed<DecisionVerb>, sentence: &str, reading: &Reading<'_>) -> bool {
    deed.is_impersonal && agent(&sentence[deed.range.end..], reading).is_none()
}
