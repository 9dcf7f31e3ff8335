//! What a sentence says was done: its verbs, less those that are only reported, recalled or told by the way.
//!
//! The same reading serves outcomes (what happened to an item) and decisions (what disposes of a matter).

use std::ops::Range;

use crate::values::verbs::{self, Verb};
use crate::vocabulary::text::tokens;
use crate::vocabulary::{Grammar, Key, Lexicon, Marker, Vocabulary};

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

/// The deeds of a sentence for the verbs of one lexicon.
pub(crate) fn deeds<K: Key>(sentence: &str, lexicon: &Lexicon<K>, words: &Vocabulary) -> Vec<Deed<K>> {
    let found = verbs::verbs(sentence, lexicon, words).into_iter();
    found.filter(|verb| is_told(verb, sentence, words)).map(deed).collect()
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
    let before = tokens(&sentence[..verb.range.start]);
    let is = |at: usize, key| words.grammar.at_key(&before, at, key).is_some();
    let reported = (0..before.len()).any(|at| is(at, Grammar::That));
    let recalled = (before.len().saturating_sub(NEAR)..before.len()).any(|at| is(at, Grammar::Pluperfect));
    let quoted = before.iter().filter(|token| token.is('"')).count() % 2 == 1;
    verb.is_fact() && !verb.bracketed && !reported && !recalled && !quoted
}

/// Whether the words are those of the meeting itself: `The meeting`, `It` in the impersonal form, a group's name.
pub(crate) fn is_meeting(subject: &str, words: &Vocabulary) -> bool {
    let bare = subject.trim().trim_end_matches(',');
    if words.grammar.is(bare, Grammar::Meeting) || words.grammar.is(bare, Grammar::Impersonal) {
        return true;
    }
    words.grammar.leading(bare).is_some_and(|hit| {
        hit.key == Grammar::Meeting && bare[hit.range.end..].trim_start().starts_with(|c: char| c.is_uppercase() || c == '(')
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
            ("The plan was introduced by the Chair and approved.", Some(("approved", Voice::Passive, "The plan"))),
            ("The plan was reviewed and agreed.", Some(("agreed", Voice::Passive, "The plan"))),
            ("The plan has been presented at and noted by the plenary.", Some(("noted", Voice::Passive, "The plan"))),
            ("Further texts are requested.", Some(("requested", Voice::Passive, "Further texts"))),
            ("To be approved by the plenary", None),
            ("It would be approved next year.", None),
            ("The plan was not approved.", None),
            ("A member said that the plan was approved.", None),
            ("The group had agreed on a date.", None),
            ("The plan, both approved by the last meeting, is long.", None),
            ("The plan (approved in May) is long.", None),
        ];
        for (sentence, expected) in cases {
            let expected = expected.map(|(verb, voice, subject)| (verb, voice, subject.to_owned()));
            assert_eq!(first(sentence), expected, "{sentence}");
        }
    }
}
