//! A whole text as the vocabulary's labels are compared: without stops, without marks at its ends, and in a second
//! form without accents and without the plural that is printed in parentheses.

use smallvec::SmallVec;

use super::fold::{LONGEST_PLURAL, is_all_edge, without_plurals};
use super::text::{Token, each};
use super::words::{UNKNOWN, Word, WordId, id_without_accents};

/// A longer text is no label: the longest one known has a third of these tokens.
const LONGEST: usize = 64;

/// A text that may be a label of one section of the vocabulary.
pub(super) struct Label(SmallVec<[Piece; USUAL]>);

/// Words of nearly all labels.
const USUAL: usize = 8;

#[derive(Clone, Copy)]
struct Piece {
    word: WordId,
    /// The word without accents.
    bare: WordId,
    /// The mark that it is.
    mark: char,
    /// It may be the ending of a plural.
    is_short: bool,
    is_edge: bool,
}

impl Label {
    /// Reads a text as far as its words are in labels of the section; nothing where one is not.
    pub(super) fn read(text: &str, section: u32) -> Option<Self> {
        let mut pieces = SmallVec::<[Piece; USUAL]>::new();
        let mut known = 0;
        for token in each(text) {
            let piece = Piece::of(&token, text);
            if piece.mark == '.' || (piece.is_edge && pieces.is_empty()) {
                continue;
            }
            // Marks at the end do not count, however many they are.
            if !piece.is_edge {
                let opens = pieces.last().is_some_and(|before| before.mark == '(');
                if !piece.may_stand(section, opens) || pieces.len() > LONGEST {
                    return None;
                }
                known = pieces.len() + 1;
            }
            if pieces.len() <= LONGEST {
                pieces.push(piece);
            }
        }
        pieces.truncate(known);
        Some(Self(pieces))
    }

    /// Whether the first word of a text, if it has any, may begin a label of the section.
    pub(super) fn may_begin(text: &str, section: u32) -> bool {
        let mut pieces = each(text).map(|token| Piece::of(&token, text));
        let first = pieces.find(|piece| piece.mark != '.' && !piece.is_edge);
        first.is_none_or(|piece| piece.may_stand(section, false))
    }

    /// The words as they are.
    pub(super) fn exact(&self) -> SmallVec<[WordId; USUAL]> {
        self.0.iter().map(|piece| piece.word).collect()
    }

    /// The words without accents, but for plurals in parentheses.
    pub(super) fn bare(&self) -> Vec<WordId> {
        let kept = without_plurals(&self.0, |piece, mark| piece.mark == mark, |piece| piece.is_short);
        kept.iter().map(|piece| piece.bare).collect()
    }
}

impl Piece {
    fn of(token: &Token, text: &str) -> Self {
        let (word, mark) = (token.word, token.mark());
        let printed = token.printed(text);
        if word == UNKNOWN && printed.is_ascii() {
            // Nothing that is asked for differs between small letters and capitals.
            let (is_short, is_edge) = (printed.len() <= LONGEST_PLURAL, is_all_edge(printed));
            return Self { word, bare: UNKNOWN, mark, is_short, is_edge };
        }
        let folded = token.folded(text);
        let bare = if word == UNKNOWN { id_without_accents(&folded) } else { Word::of(word).bare };
        let (is_short, is_edge) = (folded.len() <= LONGEST_PLURAL, is_all_edge(&folded));
        Self { word, bare, mark, is_short, is_edge }
    }

    /// Whether it can be part of a label of the section, or of a plural in parentheses beside one.
    fn may_stand(self, section: u32, opens: bool) -> bool {
        let is_known = |id| Word::of(id).is_in_labels(section);
        is_known(self.word)
            || is_known(self.bare)
            || matches!(self.mark, '(' | ')')
            || (opens && self.is_short)
    }
}
