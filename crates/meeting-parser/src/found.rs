//! What every list reader is given.

use meeting_model::{DocumentNumber, FoundNumber, NumberGrammar};

use crate::outline::{Line, Outline};
use crate::ranges;
use crate::setting::Setting;
use crate::vocabulary::Vocabulary;

/// A document while its lists are read.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'d> {
    pub outline: &'d Outline,
    pub words: &'static Vocabulary,
    /// What the cover says of the meeting.
    pub setting: &'d Setting,
    pub grammar: &'static NumberGrammar,
}

impl Reading<'_> {
    /// Document numbers in a text, in order.
    pub(crate) fn numbers(&self, text: &str) -> Vec<FoundNumber> {
        self.grammar.find(text)
    }

    /// Document numbers of a text that lists them: a range gives every one from its first to its last.
    pub(crate) fn listed(&self, text: &str) -> Vec<FoundNumber> {
        let printed = self.numbers(text);
        if printed.is_empty() { printed } else { ranges::spelled_out(text, printed, self.words) }
    }

    /// The first document number in a text.
    pub(crate) fn first_number(&self, text: &str) -> Option<FoundNumber> {
        self.grammar.first(text)
    }

    /// Document numbers in a text, each once.
    pub(crate) fn distinct_numbers(&self, text: &str) -> Vec<DocumentNumber> {
        let mut distinct: Vec<DocumentNumber> = Vec::new();
        for found in self.numbers(text) {
            if !distinct.contains(&found.number) {
                distinct.push(found.number);
            }
        }
        distinct
    }

    /// Whether a text says that there is nothing: `N/A`, `None.`, a dash, or no text at all.
    pub(crate) fn is_nothing(&self, text: &str) -> bool {
        text.trim().is_empty() || self.words.markers.is(text, crate::vocabulary::Marker::Nothing)
    }
}

/// The address that a number in a line links to.
pub(crate) fn url(line: &Line, found: &FoundNumber) -> Option<String> {
    line.link(&found.range).filter(|target| !target.starts_with('#')).map(str::to_owned)
}

/// A word in parentheses: whether a range of a text lies inside them.
pub(crate) fn in_parentheses(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let depth = before.chars().fold(0_i32, |depth, character| match character {
        '(' | '（' => depth + 1,
        ')' | '）' => (depth - 1).max(0),
        _ => depth,
    });
    depth > 0
}
