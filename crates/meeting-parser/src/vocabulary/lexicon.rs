//! Words and phrases of one section in all languages: looked up whole, or found in running text.

use std::ops::Range;

use super::keys::{Key, Language};
use super::label::Label;
use super::text::{Token, Tokens, each, tokens_beginning};
use super::words::{Stretch, Word, WordId, phrase};

/// A phrase found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit<K> {
    /// What the phrase stands for.
    pub key: K,
    /// The language that it belongs to.
    pub language: Language,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// The words of one section of the vocabulary.
#[derive(Debug)]
pub struct Lexicon<K: 'static> {
    /// The section's bit in [`Word`].
    pub(super) section: u32,
    /// Phrases by their first words, the longest first.
    pub(super) phrases: &'static [Phrase<K>],
    /// What whole texts stand for, in the order of their words.
    pub(super) labels: &'static [Meanings],
    /// The same for labels without their accents and plurals.
    pub(super) bare: &'static [Meanings],
    /// What `labels` and `bare` mean.
    pub(super) meanings: &'static [(K, Language)],
}

/// A phrase after its first word.
#[derive(Debug)]
pub(super) struct Phrase<K> {
    pub rest: Stretch,
    pub key: K,
    pub language: Language,
}

impl<K: Copy> Phrase<K> {
    fn rest(&self) -> &'static [WordId] {
        phrase(self.rest)
    }

    /// Whether the phrase stands at a token that is its first word.
    fn stands_at(&self, tokens: &[Token], at: usize) -> bool {
        let words = self.rest();
        let rest = tokens.get(at + 1..at + 1 + words.len());
        rest.is_some_and(|rest| rest.iter().zip(words).all(|(token, word)| token.is_word(*word)))
    }

    /// The phrase, where it stands there.
    fn hit(&self, tokens: &[Token], at: usize) -> Option<Hit<K>> {
        let end = at + 1 + self.rest().len();
        self.stands_at(tokens, at).then(|| {
            let range = tokens[at].start..tokens[end - 1].end;
            Hit { key: self.key, language: self.language, range, tokens: at..end }
        })
    }
}

/// A label and what it stands for; the first meaning of a word is the one that `get` gives.
#[derive(Debug)]
pub(super) struct Meanings {
    pub words: Stretch,
    pub meanings: Stretch,
}

impl<K: Key> Lexicon<K> {
    /// Whether both are of the same section.
    pub const fn is_same<O>(&self, other: &Lexicon<O>) -> bool {
        self.section == other.section
    }

    /// What a whole text stands for: case, accents, stops, spaces and a plural in parentheses do not matter.
    pub fn get(&self, text: &str) -> Option<K> {
        self.entry(text).map(|(key, _)| key)
    }

    /// What a whole text stands for, and in which language.
    pub fn entry(&self, text: &str) -> Option<(K, Language)> {
        self.meanings(text).first().copied()
    }

    /// Does the whole text stand for this key (also where it has other meanings)?
    pub fn is(&self, text: &str, key: K) -> bool {
        self.meanings(text).iter().any(|(known, _)| *known == key)
    }

    /// The meanings of a label, or else of its form without accents and plural.
    fn meanings(&self, text: &str) -> &'static [(K, Language)] {
        let Some(label) = Label::read(text, self.section) else { return &[] };
        let look_up = |table: &'static [Meanings], words: &[WordId]| {
            let place = table.binary_search_by(|known| phrase(known.words).cmp(words)).ok()?;
            Some(table[place].meanings.of(self.meanings))
        };
        let of_bare = || {
            let bare = label.bare();
            look_up(self.labels, &bare).or_else(|| look_up(self.bare, &bare))
        };
        look_up(self.labels, &label.exact()).or_else(of_bare).unwrap_or_default()
    }

    /// Whether the first word of a text stands in a label: a test that spares most texts the others.
    pub fn may_begin_label(&self, text: &str) -> bool {
        Label::may_begin(text, self.section)
    }

    /// Every phrase of a text, the longest at each place, none overlapping.
    pub fn find(&self, text: &str) -> Vec<Hit<K>> {
        self.find_in(&self.tokens(text))
    }

    /// Whether a phrase begins with a word of the text, as in most texts none does.
    pub fn may_be_in(&self, text: &str) -> bool {
        !self.tokens(text).is_empty()
    }

    /// The tokens of a text that may hold a phrase; none of another.
    pub fn tokens(&self, text: &str) -> Tokens {
        tokens_beginning(text, self.section)
    }

    /// Whether the section is among others.
    const fn has_in(&self, sections: u32) -> bool {
        sections >> self.section & 1 == 1
    }

    /// As [`find`](Self::find), over tokens.
    pub fn find_in(&self, tokens: &[Token]) -> Vec<Hit<K>> {
        self.hits(tokens).collect()
    }

    /// The first phrase with this key among those that [`find`](Self::find) gives.
    pub fn find_key(&self, text: &str, key: K) -> Option<Hit<K>> {
        let tokens = self.tokens(text);
        if self.keys(&tokens) & key.bit() == 0 {
            return None;
        }
        self.hits(&tokens).find(|hit| hit.key == key)
    }

    /// The phrases that tokens hold, each when it is asked for.
    fn hits(&self, tokens: &[Token]) -> impl Iterator<Item = Hit<K>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            while let Some(distance) = tokens[at..].iter().position(|token| self.has_in(token.begins)) {
                at += distance;
                let hit = self.at(tokens, at);
                at = hit.as_ref().map_or(at + 1, |hit| hit.tokens.end);
                if hit.is_some() {
                    return hit;
                }
            }
            None
        })
    }

    /// The longest phrase that begins at a token.
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<Hit<K>> {
        self.starting_at(tokens, at).iter().find_map(|phrase| phrase.hit(tokens, at))
    }

    /// The longest phrase with this key that begins at a token.
    pub fn at_key(&self, tokens: &[Token], at: usize, key: K) -> Option<Hit<K>> {
        let mut phrases = self.starting_at(tokens, at).iter().filter(|phrase| phrase.key == key);
        phrases.find_map(|phrase| phrase.hit(tokens, at))
    }

    /// Does the text hold a phrase with this key?
    pub fn has(&self, text: &str, key: K) -> bool {
        self.keys(&self.tokens(text)) & key.bit() != 0
    }

    /// The keys of all phrases that tokens hold, the overlapping ones too, each a bit.
    fn keys(&self, tokens: &Tokens) -> u128 {
        match tokens {
            Tokens::Own(tokens) => self.keys_in(tokens),
            Tokens::Shared(words) => words.keys(self.section, |tokens| self.keys_in(tokens)),
        }
    }

    fn keys_in(&self, tokens: &[Token]) -> u128 {
        let mut keys = 0;
        for at in 0..tokens.len() {
            for phrase in self.starting_at(tokens, at) {
                if keys & phrase.key.bit() == 0 && phrase.stands_at(tokens, at) {
                    keys |= phrase.key.bit();
                }
            }
        }
        keys
    }

    /// The phrase with which a text begins.
    pub fn leading(&self, text: &str) -> Option<Hit<K>> {
        self.at(&self.opening(text), 0)
    }

    /// The phrase with this key with which a text begins.
    pub fn leading_key(&self, text: &str, key: K) -> Option<Hit<K>> {
        self.at_key(&self.opening(text), 0, key)
    }

    /// The first tokens of a text, as many as its first phrase can have.
    fn opening(&self, text: &str) -> Vec<Token> {
        let mut tokens = each(text);
        let Some(first) = tokens.next() else { return Vec::new() };
        let longest = self.starting_with(&first).first().map_or(0, |phrase| phrase.rest().len());
        std::iter::once(first).chain(tokens.take(longest)).collect()
    }

    /// The phrases that may begin at a token.
    #[inline]
    fn starting_at(&self, tokens: &[Token], at: usize) -> &'static [Phrase<K>] {
        tokens.get(at).map_or(&[], |token| self.starting_with(token))
    }

    /// The phrases that begin with a word, or else with the first of its stems that begins any.
    #[inline]
    fn starting_with(&self, token: &Token) -> &'static [Phrase<K>] {
        if self.has_in(token.begins) { self.phrases_of(token) } else { &[] }
    }

    fn phrases_of(&self, token: &Token) -> &'static [Phrase<K>] {
        let of = |word| Word::of(word).starts(self.section);
        let place = of(token.word).or_else(|| token.stems().iter().find_map(|&stem| of(stem)));
        place.map_or(&[], |(from, to)| &self.phrases[from..to])
    }
}
