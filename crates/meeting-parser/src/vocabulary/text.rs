//! Text as the rules read it: tokens, whose words the vocabulary knows by number.

use std::borrow::Cow;
use std::ops::{Deref, Range};
use std::rc::Rc;

use smallvec::SmallVec;

use super::fold::{Cut, cuts, folded};
pub use super::fold::{Kind, digit, has_digit, is_ideograph, is_same, normalise};
use super::known::{self, Words};
use super::tables;
use super::words::{self, UNKNOWN, Word, WordId};

/// A token of a text, with its place in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// Stems that are left without the letters that their language writes together with them. Hardly any token has
    /// some, and tokens are many: what leads to them is short.
    stems: Option<Rc<Vec<WordId>>>,
    /// The sections of the vocabulary in which a phrase begins with it.
    pub(super) begins: u32,
    /// Characters of the folded text; `u16::MAX` for more than that.
    pub length: u16,
    /// The folded mark; NUL for all but marks.
    mark: char,
    pub(super) word: WordId,
    /// What it is.
    pub kind: Kind,
    /// White space stands before it (true for the first token).
    pub spaced: bool,
    /// It is a character of a script that writes words without spaces.
    pub is_ideograph: bool,
}

impl Token {
    fn of(cut: Cut<'_>) -> Self {
        let Cut { printed, start, kind, spaced, small } = cut;
        let end = start + printed.len();
        if let Some(small) = small {
            let mark = if kind == Kind::Mark { char::from(printed.as_bytes()[0]) } else { '\0' };
            let word = words::id_of_ascii(printed, small);
            let (begins, length) = (Word::of(word).begins, short(printed.len()));
            return Token {
                start,
                end,
                stems: None,
                begins,
                length,
                mark,
                word,
                kind,
                spaced,
                is_ideograph: false,
            };
        }
        let folded = cut.folded();
        let mut marks = folded.chars();
        let mark = marks.next().filter(|_| kind == Kind::Mark && marks.next().is_none()).unwrap_or('\0');
        let (word, stems) = (words::id(&folded), stems(&folded));
        let begins = stems.iter().flat_map(|stems| &***stems).chain([&word]);
        let begins = begins.fold(0, |begins, &word| begins | Word::of(word).begins);
        let length = short(folded.chars().count());
        let is_ideograph = folded.chars().all(is_ideograph);
        Token { start, end, stems, begins, length, mark, word, kind, spaced, is_ideograph }
    }

    /// The token as it is printed in its text.
    pub(super) fn printed<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.end]
    }

    /// The folded token of a text: lower case, compatibility forms resolved, digits in ASCII.
    pub fn folded<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.word {
            UNKNOWN => folded(self.printed(text), self.kind),
            word => Cow::Borrowed(Word::of(word).text()),
        }
    }

    /// The value of a number in its text; `u32::MAX` for one of more than nine digits, `None` for words and marks.
    pub fn value(&self, text: &str) -> Option<u32> {
        (self.kind == Kind::Number).then(|| self.folded(text).parse().unwrap_or(u32::MAX))
    }

    /// Is it this mark?
    pub fn is(&self, mark: char) -> bool {
        self.mark == mark
    }

    /// The folded mark that it is; NUL for all but marks.
    pub const fn mark(&self) -> char {
        self.mark
    }

    /// Is it this word, as a phrase has it?
    pub(super) fn is_word(&self, word: WordId) -> bool {
        self.word == word || self.stems().contains(&word)
    }

    /// What is left of it without the letters that its language writes together with the word.
    pub(super) fn stems(&self) -> &[WordId] {
        self.stems.as_ref().map_or(&[], |stems| stems.as_slice())
    }
}

fn short(length: usize) -> u16 {
    length.try_into().unwrap_or(u16::MAX)
}

fn stems(folded: &str) -> Option<Rc<Vec<WordId>>> {
    let stems = tables::PREFIXES.iter().filter_map(|prefix| folded.strip_prefix(prefix)).map(words::id);
    let known: Vec<WordId> = stems.filter(|&stem| stem != UNKNOWN).collect();
    (!known.is_empty()).then(|| Rc::new(known))
}

/// Tokens that hardly any short text has more of.
const FEW: usize = 5;

/// The tokens of a text. All who ask for those of the same text share them.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "short texts are many, and stay off the heap")]
pub enum Tokens {
    /// Of a short text, or of none.
    Own(SmallVec<[Token; FEW]>),
    /// Of a text that was cut before.
    Shared(Rc<Words>),
}

impl Tokens {
    /// No tokens.
    pub fn none() -> Self {
        Self::Own(SmallVec::new())
    }
}

impl Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        match self {
            Self::Own(tokens) => tokens,
            Self::Shared(words) => &words.tokens,
        }
    }
}

/// The tokens of a text, in one pass.
pub fn tokens(text: &str) -> Tokens {
    if known::is_short(text) {
        return Tokens::Own(each(text).collect());
    }
    Tokens::Shared(words_of(text))
}

/// The tokens of a text that has a word with which a phrase of a section of the vocabulary begins, as most texts have
/// none; no tokens of another.
pub(super) fn tokens_beginning(text: &str, section: u32) -> Tokens {
    let may_hold = |begins: u32| begins >> section & 1 == 1;
    if known::is_short(text) {
        let tokens: SmallVec<[Token; FEW]> = each(text).collect();
        let may_hold = tokens.iter().any(|token| may_hold(token.begins));
        return if may_hold { Tokens::Own(tokens) } else { Tokens::none() };
    }
    let words = words_of(text);
    if may_hold(words.begins) { Tokens::Shared(words) } else { Tokens::none() }
}

/// The parts of a text that `part` finds, which is asked once for each text.
pub fn parts(text: &str, part: impl FnOnce(&str) -> Vec<Range<usize>>) -> Rc<[Range<usize>]> {
    if known::is_short(text) {
        return part(text).into();
    }
    let of_text = || {
        let parts = part(text);
        if parts.len() > 1 {
            hand_on(text, &parts);
        }
        parts.into()
    };
    known::of(text).parts.get_or_init(of_text).clone()
}

/// Gives the parts of a text the tokens that it has there: they will be asked for them.
fn hand_on(text: &str, parts: &[Range<usize>]) {
    let whole = words_of(text);
    for range in parts {
        let part = &text[range.clone()];
        if !known::is_short(part) {
            known::of(part).words.get_or_init(|| Rc::new(whole.within(range).unwrap_or_else(|| cut(part))));
        }
    }
}

impl Words {
    /// Those of a part of the text; nothing where one of its ends stands within a token.
    fn within(&self, part: &Range<usize>) -> Option<Self> {
        let first = self.tokens.partition_point(|token| token.end <= part.start);
        let end = self.tokens.partition_point(|token| token.start < part.end);
        let inside = self.tokens.get(first..end)?;
        if inside.first()?.start < part.start || inside.last()?.end > part.end {
            return None;
        }
        let mut tokens = inside.to_vec();
        tokens[0].spaced = true;
        let mut begins = 0;
        for token in &mut tokens {
            token.start -= part.start;
            token.end -= part.start;
            begins |= token.begins;
        }
        Some(Self::new(tokens, begins))
    }
}

/// The tokens of a text, which is cut once.
fn words_of(text: &str) -> Rc<Words> {
    known::of(text).words.get_or_init(|| Rc::new(cut(text))).clone()
}

fn cut(text: &str) -> Words {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 1);
    let mut begins = 0;
    for token in each(text) {
        begins |= token.begins;
        tokens.push(token);
    }
    Words::new(tokens, begins)
}

/// The tokens of a text, each when it is asked for.
pub(super) fn each(text: &str) -> impl Iterator<Item = Token> {
    cuts(text).map(Token::of)
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
    fn a_part_has_the_tokens_that_it_is_cut_into() {
        for text in [
            "The plan was noted (TD 12). “Members” asked for 3.5 days; see l’annexe.",
            "عقد الاجتماع في ٢٠٢٦. واتفق على النص.",
            "会议2026年1月通过了文件。下次会议待定。",
            "Заседание № 5\u{ad}\u{200b} закрыто.  Éa\u{301}b",
        ] {
            let whole = cut(text);
            let places = || text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for part in
                places().flat_map(|from| places().filter(move |&to| to > from).map(move |to| from..to))
            {
                let Some(words) = whole.within(&part) else { continue };
                let expected = cut(&text[part.clone()]);
                assert_eq!(
                    (words.tokens, words.begins),
                    (expected.tokens, expected.begins),
                    "{part:?} of {text}"
                );
            }
        }
    }

    #[test]
    fn numbers_have_values() {
        assert_eq!(tokens("٢٠٢٦")[0].value("٢٠٢٦"), Some(2026));
        assert_eq!(tokens("99999999999999")[0].value("99999999999999"), Some(u32::MAX));
        assert_eq!(tokens("x")[0].value("x"), None);
    }
}
