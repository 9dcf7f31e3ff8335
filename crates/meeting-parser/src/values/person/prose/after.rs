//! Persons whose title follows the name, as Chinese has it.

use super::Reader;
use crate::values::person::Person;
use crate::vocabulary::text::is_ideograph;
use crate::vocabulary::{Grammar, PersonWord};

/// Signs of a name.
const SHORTEST: usize = 2;
const LONGEST: usize = 4;

impl Reader<'_> {
    /// A person whose name begins at a token and has a title after it, and the token after its parentheses.
    pub(super) fn titled_after(&self, at: usize) -> Option<(Person, usize)> {
        if !self.is_sign(at) || !self.begins(at) {
            return None;
        }
        let ends = at + SHORTEST..=at + LONGEST;
        let title = ends.into_iter().take_while(|&end| (at..end).all(|at| self.is_sign(at)));
        let title =
            title.filter_map(|end| self.words.persons.at_key(&self.tokens, end, PersonWord::Honorific));
        let title = title.into_iter().next().filter(|title| self.is_sign(title.tokens.start))?;
        let name = self.text[self.tokens[at].start..title.range.start].to_owned();
        let (affiliation, close) = self.brackets(title.tokens.end);
        let next = self.tokens.partition_point(|token| token.start < close);
        let range = self.tokens[at].start..close;
        let role = affiliation.role.clone();
        Some((Person { range, name, affiliation, role, office: None }, next))
    }

    fn is_sign(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.text[token.start..].starts_with(is_ideograph))
    }

    /// Whether a name may begin at a token: after another script or a mark, or after a small word or an office.
    fn begins(&self, at: usize) -> bool {
        let small = [Grammar::By, Grammar::And, Grammar::Connective];
        let is_small = small.iter().any(|&key| self.words.grammar.at_key(&self.tokens, at, key).is_some());
        if is_small || self.words.roles.at(&self.tokens, at).is_some() {
            return false;
        }
        if at == 0 || !self.is_sign(at - 1) {
            return true;
        }
        let ends = |from: usize| {
            let small = self.words.grammar.at(&self.tokens, from).map(|hit| hit.tokens.end);
            let office = || self.words.roles.at(&self.tokens, from).map(|hit| hit.tokens.end);
            small == Some(at) || office() == Some(at)
        };
        (at.saturating_sub(LONGEST)..at).any(ends)
    }
}
