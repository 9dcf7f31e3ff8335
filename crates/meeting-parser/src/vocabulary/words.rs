//! The words that the vocabulary's phrases are made of, each known by its number.

use super::fold::{Small, without_accents};
use super::hash::{Hash, PIECE, SLOTS};
use super::tables;

/// The number of a word in the table of words.
pub type WordId = u16;

/// The number of every word that is in no phrase.
pub const UNKNOWN: WordId = 0;

/// A stretch of a table. Tables hold these and no references: a reference costs its place in the program once more, for
/// the system to fill in when it starts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch(pub u32, pub u32);

impl Stretch {
    /// What the stretch is of a table.
    pub const fn of<T>(self, table: &'static [T]) -> &'static [T] {
        let (_, from) = table.split_at(self.0 as usize);
        from.split_at((self.1 - self.0) as usize).0
    }
}

/// The words from one place to another in the table of what phrases and labels are made of.
pub(super) const fn phrase(place: Stretch) -> &'static [WordId] {
    place.of(&tables::IDS)
}

/// A word, and the sections of the vocabulary that use it; a section is a bit. Words are looked up all over the table, and
/// each lies in one line of a processor's cache.
#[derive(Debug)]
#[repr(align(32))]
pub struct Word {
    /// Its first piece.
    pub(super) head: u64,
    /// Sections in which phrases begin with it.
    pub begins: u32,
    /// Sections in which labels hold it.
    pub labels: u32,
    /// Where it begins in the text of all words.
    pub(super) text: u32,
    /// For each section in `begins`, in order, the phrases that begin with it, from here on in their table.
    pub(super) starts: u32,
    /// The word without accents, where it is in a phrase too.
    pub bare: WordId,
    /// Its bytes.
    pub(super) length: u8,
}

impl Word {
    /// The word with a number.
    pub fn of(id: WordId) -> &'static Self {
        &tables::WORDS[usize::from(id)]
    }

    /// The word, folded.
    pub fn text(&self) -> &'static str {
        &tables::TEXT[self.text as usize..][..self.length()]
    }

    fn length(&self) -> usize {
        usize::from(self.length)
    }

    /// The phrases of a section that begin with the word, by their places in it.
    pub fn starts(&self, section: u32) -> Option<(usize, usize)> {
        let bit = 1 << section;
        if self.begins & bit == 0 {
            return None;
        }
        let before = (self.begins & (bit - 1)).count_ones();
        let (from, to) = tables::STARTS[(self.starts + before) as usize];
        Some((usize::from(from), usize::from(to)))
    }

    /// Whether a label of the section holds the word.
    pub const fn is_in_labels(&self, section: u32) -> bool {
        self.labels >> section & 1 == 1
    }
}

/// The number of a folded word.
pub fn id(folded: &str) -> WordId {
    look_up(Hash::of(folded), |known| known.text() == folded)
}

/// The number of a word of ASCII characters, small or capital.
pub fn id_of_ascii(printed: &str, small: Small) -> WordId {
    let has_rest =
        |known: &Word| known.text().as_bytes()[PIECE..].eq_ignore_ascii_case(&printed.as_bytes()[PIECE..]);
    look_up(small.hash, |known| {
        known.head == small.head
            && known.length() == printed.len()
            && (printed.len() <= PIECE || has_rest(known))
    })
}

/// The number of a folded word without its accents.
pub fn id_without_accents(folded: &str) -> WordId {
    id(&without_accents(folded))
}

fn look_up(hash: Hash, is: impl Fn(&Word) -> bool) -> WordId {
    let mut at = hash.slot();
    loop {
        let found = tables::TABLE[at];
        if found == UNKNOWN || is(Word::of(found)) {
            return found;
        }
        at = (at + 1) & (SLOTS - 1);
    }
}
