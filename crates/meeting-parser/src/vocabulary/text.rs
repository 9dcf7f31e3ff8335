//! Text as the rules read it: tokens, whose words the vocabulary knows by number.

use std::borrow::Cow;
use std::rc::Rc;

use super::fold::{Cut, Cuts, cuts, folded};
pub use super::fold::{Kind, digit, is_ideograph, normalise};
use super::known::{self, Known};
use super::tables;
use super::words::{self, UNKNOWN, Word, WordId};

/// A token of a text, with its place in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    printed: &'t str,
    /// First byte.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    pub(super) word: WordId,
    /// The sections of the vocabulary in which a phrase begins with it.
    pub(super) begins: u32,
    /// Words that are left without the letters that their language writes together with them.
    stems: Option<Rc<[WordId]>>,
    /// The folded mark; NUL for all but marks.
    mark: char,
    /// What it is.
    pub kind: Kind,
    /// White space stands before it (true for the first token).
    pub spaced: bool,
}

impl<'t> Token<'t> {
    fn of(cut: Cut<'t>) -> Self {
        let Cut { printed, start, kind, spaced, hash } = cut;
        let end = start + printed.len();
        if let Some(hash) = hash {
            let mark = if kind == Kind::Mark { char::from(printed.as_bytes()[0]) } else { '\0' };
            let word = words::id_of_ascii(printed, hash);
            let begins = Word::of(word).begins;
            return Token { printed, start, end, word, begins, stems: None, mark, kind, spaced };
        }
        let folded = cut.folded();
        let mut marks = folded.chars();
        let mark = marks.next().filter(|_| kind == Kind::Mark && marks.next().is_none()).unwrap_or('\0');
        let (word, stems) = (words::id(&folded), stems(&folded));
        let begins = stems.iter().flat_map(|stems| &**stems).chain([&word]);
        let begins = begins.fold(0, |begins, &word| begins | Word::of(word).begins);
        Token { printed, start, end, word, begins, stems, mark, kind, spaced }
    }

    /// The folded text: lower case, compatibility forms resolved, digits in ASCII.
    pub fn text(&self) -> Cow<'t, str> {
        match self.word {
            UNKNOWN => folded(self.printed, self.kind),
            word => Cow::Borrowed(Word::of(word).text()),
        }
    }

    /// The value of a number; `u32::MAX` for one of more than nine digits, `None` for words and marks.
    pub fn value(&self) -> Option<u32> {
        (self.kind == Kind::Number).then(|| self.text().parse().unwrap_or(u32::MAX))
    }

    /// Is it this mark?
    pub fn is(&self, mark: char) -> bool {
        self.mark == mark
    }

    /// The folded mark that it is; NUL for all but marks.
    pub(super) const fn mark(&self) -> char {
        self.mark
    }

    pub(super) const fn is_ascii(&self) -> bool {
        self.printed.is_ascii()
    }

    /// Is it this word, as a phrase has it?
    pub(super) fn is_word(&self, word: WordId) -> bool {
        self.word == word || self.stems().contains(&word)
    }

    /// What is left of it without the letters that its language writes together with the word.
    pub(super) fn stems(&self) -> &[WordId] {
        self.stems.as_deref().unwrap_or_default()
    }
}

fn stems(folded: &str) -> Option<Rc<[WordId]>> {
    let stems = tables::PREFIXES.iter().filter_map(|prefix| folded.strip_prefix(prefix)).map(words::id);
    let known: Rc<[WordId]> = stems.filter(|&stem| stem != UNKNOWN).collect();
    (!known.is_empty()).then_some(known)
}

/// The tokens of a text, in one pass.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    if known::is_short(text) {
        return each(text).collect();
    }
    known::of(text, cut).tokens(text).collect()
}

/// The sections of the vocabulary in which a phrase begins with a word of the text.
pub(super) fn begins(text: &str) -> u32 {
    if known::is_short(text) {
        return each(text).fold(0, |begins, token| begins | token.begins);
    }
    known::of(text, cut).begins
}

/// Cuts a text that was not cut before.
fn cut(text: &str) -> Known {
    let mut pieces = Vec::with_capacity(text.len() / 4 + 1);
    let mut begins = 0;
    for token in each(text) {
        begins |= token.begins;
        pieces.push(Piece::of(token));
    }
    Known { pieces, begins }
}

/// A token without the text that it is of.
pub(super) struct Piece {
    start: u32,
    end: u32,
    begins: u32,
    mark: char,
    word: WordId,
    kind: Kind,
    spaced: bool,
    stems: Option<Rc<[WordId]>>,
}

impl Piece {
    fn of(token: Token) -> Self {
        let Token { start, end, word, begins, stems, mark, kind, spaced, .. } = token;
        Self { start: start as u32, end: end as u32, begins, mark, word, kind, spaced, stems }
    }

    /// The token that it is in its text.
    pub(super) fn token<'t>(&self, text: &'t str) -> Token<'t> {
        let Self { start, end, begins, mark, word, kind, spaced, .. } = *self;
        let (start, end) = (start as usize, end as usize);
        let stems = self.stems.clone();
        Token { printed: &text[start..end], start, end, word, begins, stems, mark, kind, spaced }
    }
}

/// The tokens of a text, one after the other.
pub(super) fn each(text: &str) -> Tokens<'_> {
    Tokens(cuts(text))
}

/// The tokens of a text, each when it is asked for.
pub(super) struct Tokens<'t>(Cuts<'t>);

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        self.0.next().map(Token::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_have_their_places() {
        let found = tokens("a b.");
        assert_eq!(
            found.iter().map(|token| (token.start, token.end)).collect::<Vec<_>>(),
            [(0, 1), (2, 3), (3, 4)]
        );
        assert!(found[2].is('.') && !found[2].spaced && found[1].spaced);
        assert!(tokens("–")[0].is('-'));
    }

    #[test]
    fn numbers_have_values() {
        assert_eq!(tokens("٢٠٢٦")[0].value(), Some(2026));
        assert_eq!(tokens("99999999999999")[0].value(), Some(u32::MAX));
        assert_eq!(tokens("x")[0].value(), None);
    }
}
