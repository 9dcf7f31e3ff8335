//! What a sentence says was done: its verbs, less those that are only reported, recalled or told by the way.
//!
//! The same reading serves outcomes (what happened to an item) and decisions (what disposes of a matter).

use std::ops::Range;

use crate::group_names;
use crate::values::verbs::{self, Verb};
use crate::vocabulary::text::{Kind, is_ideograph, tokens};
use crate::vocabulary::{self, Grammar, Hit, Key, Lexicon, Marker, Vocabulary};

pub(crate) use crate::values::verbs::Voice;

/// A verb of a sentence that says that something was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deed<K> {
    pub verb: K,
    pub voice: Voice,
    /// What stands before the verb group: who did it (active) or what it was done to (passive).
    pub subject: Range<usize>,
    /// The verb itself.
    pub range: Range<usize>,
    /// Whether what is agreed or noted follows as a clause of its own (`noted that …`).
    pub has_that: bool,
    /// `it was agreed`.
    pub is_impersonal: bool,
    /// The subject is the meeting as a whole.
    pub by_meeting: bool,
}

/// The deeds of a sentence for the verbs of one lexicon. What stands in parentheses is told by the way.
pub(crate) fn deeds<K: Key>(sentence: &str, lexicon: &Lexicon<K>, words: &Vocabulary) -> Vec<Deed<K>> {
    if !lexicon.may_be_in(sentence) {
        return Vec::new();
    }
    let plain = without_asides(sentence);
    let found = verbs::verbs(&plain, lexicon, words);
    if found.is_empty() {
        return Vec::new();
    }
    // Outcomes are the larger set: a decision joined to one (`presented and noted`) stands as that one does.
    let are_outcomes = lexicon.is_same(&words.outcomes);
    let outcomes = if are_outcomes { Vec::new() } else { verbs::verbs(&plain, &words.outcomes, words) };
    let found = found.into_iter().map(|verb| {
        match outcomes.iter().find(|outcome| outcome.range.start == verb.range.start) {
            Some(outcome) => joined(verb, outcome),
            None => verb,
        }
    });
    let found = found.map(|verb| of_body(verb, &plain, words));
    let told = found.filter(|verb| is_told(verb, &plain, words));
    told.map(|verb| placed(deed(verb), &plain, words)).collect()
}

/// After a comma too a body is who did it: `At its first meeting, SG17 decided …`.
fn of_body<K>(verb: Verb<K>, sentence: &str, words: &Vocabulary) -> Verb<K> {
    let subject = &sentence[verb.subject.clone()];
    if verb.voice == Voice::Clause && (is_meeting(subject, words) || group_names::is_body(subject, words)) {
        return Verb { voice: Voice::Active, ..verb };
    }
    let own = after_apposition(&verb, sentence, words).or_else(|| body_after_and(&verb, sentence, words));
    let own = own.or_else(|| meeting_beside(&verb, sentence, words));
    let own = own.or_else(|| shared_subject(&verb, sentence, words));
    let own = own.or_else(|| after_first_verb(&verb, sentence, words));
    if own.is_none() && is_headline(&verb, sentence, words) {
        return Verb { voice: Voice::Passive, ..verb };
    }
    match own {
        Some(subject) => Verb { voice: Voice::Active, subject, ..verb },
        None => verb,
    }
}

/// `The group thanked its host, agreed to meet again and asked the Chair to report`: the body with which the sentence
/// begins is the subject of all its verbs. A participle (`approved in May`, `approved by …`) has no object of its own.
fn shared_subject<K>(verb: &Verb<K>, sentence: &str, words: &Vocabulary) -> Option<Range<usize>> {
    let subject = &sentence[verb.subject.clone()];
    let is_joined = last_of(&words.grammar, subject, Grammar::And).is_some_and(|and| {
        let rest = subject[and.range.end..].trim();
        rest.is_empty() || words.grammar.is(rest, Grammar::Adverb)
    });
    let is_open = verb.voice == Voice::Clause && subject.is_empty();
    let goes_on = is_joined && matches!(verb.voice, Voice::Active | Voice::Clause);
    if !(is_open || goes_on) {
        return None;
    }
    let after = &sentence[verb.range.end..];
    let follows = |key| leading_of(&words.grammar, after, key).is_some();
    let is_participle =
        [Grammar::Place, Grammar::By, Grammar::And].into_iter().any(follows) || !after.starts_with(' ');
    let start = if is_open { 0 } else { verb.subject.start };
    let own = &sentence[start..];
    let meeting = leading_of(&words.grammar, own, Grammar::Meeting).map(|hit| hit.range);
    let body = meeting.or_else(|| {
        let code = group_names::find(own).next().map(|(range, _)| range);
        code.filter(|range| range.start <= 4)
    })?;
    // Its own verb follows the body: `The group thanked …`.
    let told = &own[body.end..verb.range.start - start];
    let is_subject = told.trim_start().starts_with(char::is_lowercase)
        && first_of(&words.grammar, told, Grammar::Passive).is_none();
    (is_subject && !is_participle).then_some(start..start + body.end)
}

/// Where the verb comes first, the meeting stands after it and is the subject of the verbs that are joined to it:
/// `ناقش الاجتماع النص واتفق على إدراجه`.
fn after_first_verb<K>(verb: &Verb<K>, sentence: &str, words: &Vocabulary) -> Option<Range<usize>> {
    let is_joined = begins_with_and(&sentence[verb.range.clone()], words) && verb.voice != Voice::Passive;
    let first = sentence.find(' ').filter(|&end| is_joined && end < verb.range.start)?;
    let meeting = leading_of(&words.grammar, &sentence[first..], Grammar::Meeting)?;
    Some(first + meeting.range.start..first + meeting.range.end)
}

/// Whether *and* is written together with the word: `واتفق`.
pub(crate) fn begins_with_and(word: &str, words: &Vocabulary) -> bool {
    let first = word.chars().next().filter(|&c| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase());
    first.is_some_and(|first| {
        first.len_utf8() < word.len() && words.grammar.is(&word[..first.len_utf8()], Grammar::And)
    })
}

/// `Report approved.`: a matter and what was done to it, and no more.
fn is_headline<K>(verb: &Verb<K>, sentence: &str, words: &Vocabulary) -> bool {
    const LONGEST: usize = 3;
    let subject = sentence[verb.subject.clone()].trim();
    let is_last = !sentence[verb.range.end..].contains(char::is_alphanumeric);
    let is_short = (1..=LONGEST).contains(&subject.split_whitespace().count());
    verb.voice == Voice::Active
        && is_last
        && is_short
        && words.matters.find(subject).last().is_some_and(|hit| hit.range.end == subject.len())
}

/// `The chair of the group, Ms X, presented …`: the subject stands before the first of the two commas.
fn after_apposition<K>(verb: &Verb<K>, sentence: &str, words: &Vocabulary) -> Option<Range<usize>> {
    let before = sentence[..verb.range.start].trim_end().strip_suffix(',')?;
    let end = before.find(',')?;
    let is_bare = verb.voice == Voice::Clause && verb.subject.is_empty();
    let has_agent = leading_of(&words.grammar, &sentence[verb.range.end..], Grammar::By).is_some();
    (is_bare && !has_agent).then_some(0..end)
}

/// `The plan was shown and the meeting approved it`: the second clause has a subject of its own.
fn body_after_and<K>(verb: &Verb<K>, sentence: &str, words: &Vocabulary) -> Option<Range<usize>> {
    let subject = &sentence[verb.subject.clone()];
    let and = last_of(&words.grammar, subject, Grammar::And)?;
    let name = subject[and.range.end..].trim();
    let is_active = matches!(verb.voice, Voice::Active | Voice::Clause);
    let is_somebody = is_meeting(name, words) || group_names::is_body(name, words);
    // The first clause has a verb; `the Chair and the group` are one subject.
    let is_clause = !words.outcomes.find(&subject[..and.range.start]).is_empty()
        || first_of(&words.grammar, &subject[..and.range.start], Grammar::Passive).is_some()
        // `The Chair proposed, and the meeting agreed, to …`
        || (sentence[..verb.subject.start + and.range.start].trim_end().ends_with(',') && is_meeting(name, words));
    let start = verb.subject.end - name.len();
    (is_active && is_somebody && is_clause).then_some(start..verb.subject.end)
}

/// `After discussion the meeting agreed`: the meeting stands before its verb, or after it in a script without capitals.
fn meeting_beside<K>(verb: &Verb<K>, sentence: &str, words: &Vocabulary) -> Option<Range<usize>> {
    if !matches!(verb.voice, Voice::Active | Voice::Clause) {
        return None;
    }
    let before = tokens(&sentence[..verb.subject.end]);
    let begins = |at: usize| words.grammar.at_key(&before, at, Grammar::Meeting);
    let found = (1..before.len()).find_map(|at| begins(at).filter(|hit| hit.range.end == verb.subject.end));
    // Without spaces the word may be the end of a longer name.
    let is_word =
        |hit: &Hit<Grammar>| hit.range.start > verb.subject.start && before[hit.tokens.start].spaced;
    if let Some(hit) = found.filter(is_word) {
        // `the Chair of the meeting` is not the meeting.
        let links = [Grammar::Connective, Grammar::By];
        let is_linked = |key| words.grammar.at_key(&before, hit.tokens.start - 1, key).is_some();
        return (!links.into_iter().any(is_linked)).then_some(hit.range);
    }
    let own = &sentence[verb.range.clone()];
    let has_own_order = !own.chars().any(|c| c.is_lowercase() || c.is_uppercase() || is_ideograph(c));
    let after = leading_of(&words.grammar, &sentence[verb.range.end..], Grammar::Meeting)?;
    let place = verb.range.end + after.range.start..verb.range.end + after.range.end;
    (has_own_order && verb.voice == Voice::Clause).then_some(place)
}

/// The same verb, standing as the outcome at its place.
fn joined<K>(verb: Verb<K>, outcome: &Verb<vocabulary::Outcome>) -> Verb<K> {
    Verb {
        voice: outcome.voice,
        denied: outcome.denied,
        supposed: outcome.supposed,
        impersonal: outcome.impersonal,
        subject: outcome.subject.clone(),
        by_meeting: outcome.by_meeting,
        ..verb
    }
}

/// The sentence with spaces in place of what stands in parentheses: all bytes keep their places.
pub(crate) fn without_asides(sentence: &str) -> String {
    // The first byte of each of the two signs that open an aside.
    if !sentence.bytes().any(|byte| matches!(byte, b'(' | 0xEF)) {
        return sentence.to_owned();
    }
    let mut depth = 0_usize;
    let mut plain = String::with_capacity(sentence.len());
    for character in sentence.chars() {
        depth += usize::from(matches!(character, '(' | '（'));
        if depth > 0 {
            plain.extend(std::iter::repeat_n(' ', character.len_utf8()));
        } else {
            plain.push(character);
        }
        if matches!(character, ')' | '）') {
            depth = depth.saturating_sub(1);
        }
    }
    plain
}

/// A verb after a comma does not stand alone: what is before it is its subject.
fn placed<K>(deed: Deed<K>, sentence: &str, words: &Vocabulary) -> Deed<K> {
    let before = &sentence[..deed.range.start];
    if deed.voice != Voice::Alone || is_only_verbs(before, words) {
        return deed;
    }
    let subject = before.len() - before.trim_start().len()..before.trim_end().len();
    Deed { voice: Voice::Active, subject, ..deed }
}

/// Whether a text holds nothing but verbs of treatment and what joins them: `Presented and`.
pub(crate) fn is_only_verbs(text: &str, words: &Vocabulary) -> bool {
    let tokens = tokens(text);
    let mut at = 0;
    while at < tokens.len() {
        let verb = words.outcomes.at(&tokens, at).map(|hit| hit.tokens.end);
        let verb = verb.or_else(|| words.decisions.at(&tokens, at).map(|hit| hit.tokens.end));
        let joint = [Grammar::And, Grammar::Adverb, Grammar::Negation]
            .iter()
            .find_map(|&key| words.grammar.at_key(&tokens, at, key))
            .map(|hit| hit.tokens.end);
        match verb.or(joint) {
            Some(end) => at = end,
            None if tokens[at].kind == Kind::Mark => at += 1,
            None => return false,
        }
    }
    true
}

/// The first phrase of a lexicon with this key. A phrase may have several meanings: this asks for one of them.
pub(crate) fn first_of<K: Key>(lexicon: &Lexicon<K>, text: &str, key: K) -> Option<Hit<K>> {
    let tokens = lexicon.tokens(text);
    (0..tokens.len()).find_map(|at| lexicon.at_key(&tokens, at, key))
}

/// The last phrase with this key.
pub(crate) fn last_of<K: Key>(lexicon: &Lexicon<K>, text: &str, key: K) -> Option<Hit<K>> {
    let tokens = lexicon.tokens(text);
    (0..tokens.len()).rev().find_map(|at| lexicon.at_key(&tokens, at, key))
}

/// The phrase with this key at the beginning of a text.
pub(crate) fn leading_of<K: Key>(lexicon: &Lexicon<K>, text: &str, key: K) -> Option<Hit<K>> {
    lexicon.leading_key(text, key)
}

fn deed<K>(verb: Verb<K>) -> Deed<K> {
    Deed {
        verb: verb.key,
        voice: verb.voice,
        subject: verb.subject,
        range: verb.range,
        has_that: verb.that,
        is_impersonal: verb.impersonal,
        by_meeting: verb.by_meeting,
    }
}

/// A fact of the main clause: not in parentheses, not in what somebody only says, not what had been before.
fn is_told<K>(verb: &Verb<K>, sentence: &str, words: &Vocabulary) -> bool {
    const NEAR: usize = 4;
    const LONGEST_JOINT: usize = 2;
    let before = tokens(&sentence[..verb.range.start]);
    let is = |at: usize, key| words.grammar.at_key(&before, at, key).is_some();
    // `the agenda that is contained in TD 5` only tells where it stands.
    let is_set_phrase = |at: usize| {
        let from = at.saturating_sub(LONGEST_JOINT)..=at;
        from.into_iter().any(|from| {
            words.grammar.at_key(&before, from, Grammar::Connective).is_some_and(|hit| hit.tokens.end > at)
        })
    };
    let reported = (0..before.len()).any(|at| is(at, Grammar::That) && !is_set_phrase(at));
    // `…, whose mark is deleted, …`: a clause about a noun ends where the main clause goes on.
    let clause = before.iter().rposition(|token| token.is(',')).map_or(0, |comma| comma + 1);
    let relative = (clause..before.len()).any(|at| is(at, Grammar::Relative) && !is_set_phrase(at));
    let recalled = (before.len().saturating_sub(NEAR)..before.len()).any(|at| is(at, Grammar::Pluperfect));
    // `approved as presented in TD5` tells how.
    let is_manner =
        before.len().checked_sub(1).is_some_and(|last| is(last, Grammar::As)) && verb.voice != Voice::Passive;
    let quoted = before.iter().filter(|token| token.is('"')).count() % 2 == 1;
    verb.is_fact() && !verb.bracketed && !reported && !relative && !recalled && !quoted && !is_manner
}

/// Whether the words are those of the meeting itself: `The meeting`, `It` in the impersonal form, a group's name.
pub(crate) fn is_meeting(subject: &str, words: &Vocabulary) -> bool {
    const LONGEST: usize = 12;
    let bare = subject.trim().trim_end_matches(',');
    if words.grammar.is(bare, Grammar::Meeting) || words.grammar.is(bare, Grammar::Impersonal) {
        return true;
    }
    // Without spaces a number may stand before the word.
    if bare.starts_with(is_ideograph) && bare.chars().count() <= LONGEST {
        let is_agent = [Grammar::By, Grammar::Will].iter().any(|&key| words.grammar.has(bare, key));
        let ends =
            last_of(&words.grammar, bare, Grammar::Meeting).is_some_and(|hit| hit.range.end == bare.len());
        return ends && !is_agent;
    }
    words.grammar.leading(bare).is_some_and(|hit| {
        hit.key == Grammar::Meeting
            && bare[hit.range.end..].trim_start().starts_with(|c: char| c.is_uppercase() || c == '(')
    })
}

/// Whether a text is a treatment that only tells what is still to be done.
pub(crate) fn is_outcome_label(text: &str, words: &Vocabulary) -> bool {
    words.markers.is(text.trim_end_matches([':', ' ']), Marker::Outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first deed: its verb, voice and subject.
    fn first(sentence: &str) -> Option<(&'static str, Voice, String)> {
        let words = Vocabulary::get();
        let deed = deeds(sentence, &words.decisions, words).into_iter().next()?;
        Some((deed.verb.name(), deed.voice, sentence[deed.subject].to_owned()))
    }

    #[test]
    fn verbs_are_read_as_they_stand() {
        let cases = [
            ("Noted.", Some(("noted", Voice::Alone, ""))),
            ("Presented and noted", Some(("noted", Voice::Alone, ""))),
            ("Approved by the Council.", Some(("approved", Voice::Alone, ""))),
            ("The meeting took note of the list.", Some(("noted", Voice::Active, "The meeting"))),
            ("The list was noted by the meeting.", Some(("noted", Voice::Passive, "The list"))),
            ("It was agreed to go on.", Some(("agreed", Voice::Passive, "It"))),
            (
                "The plan was introduced by the Chair and approved.",
                Some(("approved", Voice::Passive, "The plan")),
            ),
            ("The plan was reviewed and agreed.", Some(("agreed", Voice::Passive, "The plan"))),
            (
                "The plan has been presented at and noted by the plenary.",
                Some(("noted", Voice::Passive, "The plan")),
            ),
            ("Further texts are requested.", Some(("requested", Voice::Passive, "Further texts"))),
            ("To be approved by the plenary", None),
            ("It would be approved next year.", None),
            ("The plan was not approved.", None),
            ("A member said that the plan was approved.", None),
            ("The group had agreed on a date.", None),
            ("The plan, both approved by the last meeting, is long.", None),
            ("The plan (approved in May) is long.", None),
            ("The plan, whose annex was deleted, is long.", None),
            ("At its first session, SG98 decided to go on.", Some(("decided", Voice::Active, "SG98"))),
        ];
        for (sentence, expected) in cases {
            let expected = expected.map(|(verb, voice, subject)| (verb, voice, subject.to_owned()));
            assert_eq!(first(sentence), expected, "{sentence}");
        }
    }
}
