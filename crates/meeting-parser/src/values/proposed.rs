//! What a treatment cell or an agenda line asks of the meeting: *To note.*, *for approval*, *TSAG to review*.

use std::ops::Range;

use crate::vocabulary::text::{Kind, Token, tokens};
use crate::vocabulary::{Hit, Marker, Proposed, Vocabulary};

/// A phrase for what is asked stands at most after so many words of its clause (*is posted for approval*).
const LEAD: usize = 3;

/// Tokens that so few words can have.
const FEW: usize = 24;

/// The phrases with which a sentence asks; what somebody is to ask of somebody else is a task and no proposal.
pub fn requests(sentence: &str, words: &Vocabulary) -> Vec<Hit<Proposed>> {
    let tokens = tokens(sentence);
    let hits = words.proposed.find_in(&tokens);
    let mut found = Vec::new();
    if hits.is_empty() {
        return found;
    }
    let outcomes = words.outcomes.find_in(&tokens);
    let request = (0..tokens.len()).find(|&at| words.markers.at_key(&tokens, at, Marker::Request).is_some());
    for hit in hits {
        let before = tokens[..hit.tokens.start].iter().rev().take(FEW);
        let lead = before
            .take_while(|token| !parts(token))
            .filter(|token| token.kind != Kind::Mark && token.spaced)
            .take(LEAD + 2)
            .count();
        // A script without spaces has no words to count.
        let headed = lead <= LEAD || (!tokens[hit.tokens.start].spaced && hit.tokens.start <= 8);
        let is_own = request.is_none_or(|request| request >= hit.tokens.start);
        // Words for what was done may hold those for what is asked, in languages without infinitives.
        let is_done = outcomes.iter().any(|done| is_within(&hit.range, &done.range));
        if headed && is_own && !is_done {
            found.push(hit);
        }
    }
    found
}

/// Whether a phrase is a part of a longer one.
pub fn is_within(range: &Range<usize>, longer: &Range<usize>) -> bool {
    longer.start <= range.start && range.end <= longer.end && longer != range
}

/// A mark between clauses.
fn parts(token: &Token) -> bool {
    let dash = token.is('-') && token.spaced;
    dash || [',', ';', ':', '(', '[', '"', '.'].iter().any(|&mark| token.is(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_to_the_meeting_are_known_by_their_place_in_the_clause() {
        let cases: [(&str, &[Proposed]); 11] = [
            ("To note.", &[Proposed::ToNote]),
            ("To consider; to be approved by WP2", &[Proposed::ToConsider, Proposed::ToApprove]),
            ("TD5R1 is posted for approval by WP1.", &[Proposed::ToApprove]),
            ("SG98 to review and to provide guidance", &[Proposed::ToReview]),
            ("Pour approbation", &[Proposed::ToApprove]),
            ("To request WP1 to approve the plan", &[]),
            ("The list that the Chair found most relevant for discussion was long.", &[]),
            ("Noted.", &[]),
            ("Принято к сведению", &[]),
            ("已审议", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<Proposed> =
                requests(text, Vocabulary::get()).into_iter().map(|hit| hit.key).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
