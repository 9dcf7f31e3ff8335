//! Persons who are elected or appointed to an office: `was elected Chair`.

use std::ops::Range;

use super::Reader;
use crate::vocabulary::{DecisionVerb, Grammar};

impl Reader<'_> {
    /// Whether the words between a name and an office say that the person was appointed, and no more.
    pub(super) fn is_elected(&self, between: Range<usize>) -> bool {
        const MOST: usize = 5;
        let verb = between.clone().find_map(|at| {
            let hit = self.words.decisions.at_key(&self.tokens, at, DecisionVerb::Appointed)?;
            Some((at, hit.tokens.end))
        });
        verb.is_some_and(|(at, end)| {
            let is_small = |at: usize| {
                let small = [Grammar::Passive, Grammar::Adverb];
                small.iter().any(|&key| self.words.grammar.at_key(&self.tokens, at, key).is_some())
            };
            between.len() <= MOST
                && (between.start..at).all(|at| is_small(at) || self.tokens[at].length <= 2)
                && (end..between.end).all(|at| self.is_article(at))
        })
    }
}
