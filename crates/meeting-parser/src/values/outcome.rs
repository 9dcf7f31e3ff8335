//! Treatment cells and prose: what was asked (`proposed`) and what happened (`outcomes`).

use super::verbs::{Verb, Voice, verbs};
use crate::sentences;
use crate::vocabulary::text::{Kind, Token, tokens};
use crate::vocabulary::{Grammar, Marker, Outcome, Proposed, Vocabulary};

/// A phrase for what is asked stands at most after so many words of its clause (*is posted for approval*).
const LEAD: usize = 3;

/// Tokens that so few words can have.
const FEW: usize = 24;

/// A statement of at most so many words may be a treatment word alone.
const SHORT: usize = 12;

/// The next words of a sentence lie within so many characters.
const NEXT: usize = 40;

/// What a cell or a line says of an item's treatment. Both lists are sets, in order of appearance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Treatment {
    /// What was asked.
    pub proposed: Vec<Proposed>,
    /// What happened.
    pub outcomes: Vec<Outcome>,
}

/// Reads a treatment cell, or the prose of an item, sentence by sentence.
pub fn treatment(text: &str, words: &Vocabulary) -> Treatment {
    let mut treatment = Treatment::default();
    for range in sentences::sentences(text, words) {
        let sentence = &text[range];
        if is_action(sentence, words) {
            continue;
        }
        for proposed in proposed(sentence, words) {
            add(&mut treatment.proposed, proposed);
        }
        for outcome in outcomes(sentence, words) {
            add(&mut treatment.outcomes, outcome);
        }
    }
    treatment
}

fn add<T: PartialEq>(set: &mut Vec<T>, value: T) {
    if !set.contains(&value) {
        set.push(value);
    }
}

/// A line that begins with "Action:" is an action, whatever it says.
fn is_action(sentence: &str, words: &Vocabulary) -> bool {
    let label =
        sentence.split([':', '：']).next().filter(|label| label.len() < sentence.len() && label.len() <= 40);
    label.is_some_and(|label| {
        words.markers.is(label, Marker::Action) || words.markers.is(label, Marker::ActionRequired)
    })
}

/// What a sentence asks: the phrase stands at the head of a clause (*To note.*, *TSAG to review*, *, to approve*).
pub fn proposed(sentence: &str, words: &Vocabulary) -> Vec<Proposed> {
    let tokens = tokens(sentence);
    let mut found = Vec::new();
    let request = (0..tokens.len()).find(|&at| words.markers.at_key(&tokens, at, Marker::Request).is_some());
    for hit in words.proposed.find_in(&tokens) {
        let before = tokens[..hit.tokens.start].iter().rev().take(FEW);
        let lead = before
            .take_while(|t| !parts(t))
            .filter(|t| t.kind != Kind::Mark && t.spaced)
            .take(LEAD + 2)
            .count();
        // A script without spaces has no words to count.
        let headed = lead <= LEAD || (!tokens[hit.tokens.start].spaced && hit.tokens.start <= 8);
        if headed && request.is_none_or(|request| request >= hit.tokens.start) {
            add(&mut found, hit.key);
        }
    }
    found
}

/// A mark between clauses.
fn parts(token: &Token) -> bool {
    let dash = token.is('-') && token.spaced;
    dash || [',', ';', ':', '(', '[', '"', '.'].iter().any(|&mark| token.is(mark))
}

/// What a sentence says to have happened.
pub fn outcomes(sentence: &str, words: &Vocabulary) -> Vec<Outcome> {
    let mut found = Vec::new();
    for verb in verbs(sentence, &words.outcomes, words) {
        let shown = matches!(verb.key, Outcome::Presented | Outcome::Introduced);
        let refused = shown && verb.denied && verb.voice != Voice::Clause;
        if !verb.supposed && (refused || verb.key == Outcome::NotPresented) {
            add(&mut found, Outcome::NotPresented);
        } else if counts(&verb, sentence, words) {
            add(&mut found, verb.key);
        }
    }
    found
}

/// A fact about the item: alone, in the passive, or said of the meeting; *X presented …* counts with any subject.
/// *noted that …* is a remark, and what an earlier meeting did is history.
fn counts(verb: &Verb<Outcome>, sentence: &str, words: &Vocabulary) -> bool {
    let history = verb.previous && verb.voice == Voice::Passive;
    if !verb.is_fact() || history {
        return false;
    }
    let remark = verb.that && verb.key == Outcome::Noted;
    match verb.voice {
        Voice::Alone => !verb.bracketed,
        Voice::Passive => !remark,
        Voice::Active if verb.by_meeting => !remark,
        Voice::Active => {
            matches!(verb.key, Outcome::Presented | Outcome::Introduced) && has_object(sentence, verb, words)
        }
        Voice::Clause => false,
    }
}

/// *Canada presented C12*: something with a number, or an article, follows.
fn has_object(sentence: &str, verb: &Verb<Outcome>, words: &Vocabulary) -> bool {
    let rest = &sentence[verb.range.end..];
    let near = rest.char_indices().nth(NEXT).map_or(rest, |(end, _)| &rest[..end]);
    let rest = tokens(near);
    rest.first().is_some_and(|first| {
        first.kind == Kind::Word && (words.grammar.at_key(&rest, 0, Grammar::By).is_none())
    })
}

/// Is the whole text a treatment word or a few of them (*Noted.*, *Presented and noted*, *Deferred to …*)?
pub fn is_treatment_alone(text: &str, words: &Vocabulary) -> bool {
    let first = words.outcomes.leading(text).is_some();
    let proposed = words.proposed.leading(text).is_some();
    let short = tokens(text).iter().filter(|t| t.kind != Kind::Mark).take(SHORT + 1).count() <= SHORT;
    short && (first || proposed)
}

/// The words after *Presented by*, up to the end of the line; its article is kept.
pub fn presented_by(line: &str, words: &Vocabulary) -> Option<String> {
    let hit = words.markers.leading(line).filter(|hit| hit.key == Marker::PresentedBy)?;
    let rest = line[hit.range.end..].lines().next().unwrap_or_default();
    let end = sentences::sentences(rest, words).first().map_or(0, |first| first.end);
    let name = super::split::clean(&rest[..end]);
    let name = name.trim_start_matches([':', '：', ' ']).trim_end_matches(['.', '。', ' ']).to_owned();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, proposed: &[Proposed], outcomes: &[Outcome]) {
        let found = treatment(text, Vocabulary::get());
        assert_eq!((found.proposed.as_slice(), found.outcomes.as_slice()), (proposed, outcomes), "{text:?}");
    }

    #[test]
    fn what_was_asked() {
        use Outcome as O;
        use Proposed as P;
        check("To note.", &[P::ToNote], &[]);
        check("To consider together with item 2.1.", &[P::ToConsider], &[]);
        check("To discuss.", &[P::ToDiscuss], &[]);
        check("TSAG to review and to give guidance as appropriate.", &[P::ToReview], &[]);
        check("To be approved by the WP2 Plenary.", &[P::ToApprove], &[]);
        check("is posted for approval by WP1.", &[P::ToApprove], &[]);
        check("To agree on the text.", &[P::ToAgree], &[]);
        check("Draft agenda: for approval TD 5/PLEN", &[P::ToApprove], &[]);
        check("Report of the team, to note TD 6/PLEN", &[P::ToNote], &[]);
        check("Provided for information as a basis", &[], &[]);
        check("Action: To request WP1 to approve the text", &[], &[]);
        check("RG-X to propose WP1 to request the Plenary to approve it", &[], &[]);
        check("Reviewed (To be approved by the Plenary TD7R1)", &[P::ToApprove], &[O::Reviewed]);
        check("Pour approbation", &[P::ToApprove], &[]);
        check("Para debate.", &[P::ToDiscuss], &[]);
        check("Для утверждения", &[P::ToApprove], &[]);
        check("供讨论", &[P::ToDiscuss], &[]);
        check("للموافقة", &[P::ToApprove], &[]);
    }

    #[test]
    fn words_of_a_cell() {
        use Outcome as O;
        check("Noted", &[], &[O::Noted]);
        check("Presented and noted", &[], &[O::Presented, O::Noted]);
        check("Noted by the meeting.", &[], &[O::Noted]);
        check("Noted\nPresented at the opening plenary.", &[], &[O::Noted, O::Presented]);
        check("Presented by the author\nIt was agreed to add two options.", &[], &[O::Presented, O::Agreed]);
        check("Discussed with the following comments:", &[], &[O::Discussed]);
        check("Not presented. The author was not there.", &[], &[O::NotPresented]);
        check("Deferred to the next meeting for lack of time.", &[], &[O::Deferred]);
        check("Approuvé", &[], &[O::Approved]);
        check("Se tomó nota.", &[], &[O::Noted]);
        check("Утверждено", &[], &[O::Approved]);
        check("已批准", &[], &[O::Approved]);
        check("", &[], &[]);
    }

    #[test]
    fn prose() {
        use Outcome as O;
        check("The terms were reviewed and agreed.", &[], &[O::Reviewed, O::Agreed]);
        check(
            "The agenda in TD5 was introduced by the Rapporteur and approved without change.",
            &[],
            &[O::Introduced, O::Approved],
        );
        check("The contribution was not presented due to a technical issue.", &[], &[O::NotPresented]);
        check("The text was not agreed.", &[], &[]);
        check("The meeting took note of the figures.", &[], &[O::Noted]);
        check("The meeting endorsed the template.", &[], &[O::Endorsed]);
        check("Working Party 2/13 approved the report.", &[], &[O::Approved]);
        check("Polar Canada presented C103.", &[], &[O::Presented]);
        check("A Member State noted that the word is used twice.", &[], &[]);
        check("TSB noted the comments.", &[], &[]);
        check("It was noted that the outline is short.", &[], &[]);
        check("It would be approved by the team.", &[], &[]);
        check("The document will be presented next week.", &[], &[]);
        check("The reports were approved at the previous meeting.", &[], &[]);
        check("The plan (TD3), both approved by the previous meeting, is long.", &[], &[]);
        check("The document was already presented at the plenary.", &[], &[O::Presented]);
        check("La réunion a approuvé le rapport.", &[], &[O::Approved]);
        check("Le rapport a été examiné.", &[], &[O::Reviewed]);
        check("Собрание утвердило отчет.", &[], &[O::Approved]);
        check("Документ не был представлен.", &[], &[O::NotPresented]);
        check("会议批准了该报告。", &[], &[O::Approved]);
        check("وافق الاجتماع على التقرير.", &[], &[O::Approved]);
    }

    #[test]
    fn who_presented() {
        let words = Vocabulary::get();
        assert_eq!(
            presented_by("Presented by the Director of Plans\nNoted", words).as_deref(),
            Some("the Director of Plans")
        );
        assert_eq!(
            presented_by("Presented by SPM, General Secretariat.", words).as_deref(),
            Some("SPM, General Secretariat")
        );
        assert_eq!(presented_by("Presented and noted", words), None);
        assert!(is_treatment_alone("Presented and noted", words) && !is_treatment_alone("The text", words));
    }

    #[test]
    fn hostile_texts_are_read_in_time() {
        for text in ["noted ", "was not ", "to note, ", "the meeting ", "and ", "批准", "(noted"] {
            let _ = treatment(&text.repeat(1_000), Vocabulary::get());
        }
    }
}
