//! Where a word stands in the table of words; the build script fills the table by the same rule.

/// Slots of the table: a power of two, several times the number of words.
pub const SLOTS: usize = 1 << 15;

/// The hash of a word (FNV-1a), made byte by byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hash(u32);

impl Default for Hash {
    fn default() -> Self {
        Self(0x811C_9DC5)
    }
}

impl Hash {
    /// The hash of a whole word.
    pub fn of(word: &str) -> Self {
        word.bytes().fold(Self::default(), Self::with)
    }

    /// The hash with one more byte.
    #[must_use]
    pub const fn with(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u32).wrapping_mul(0x0100_0193))
    }

    /// The slot of the word; where it is taken by another word, the next free one.
    pub const fn slot(self) -> usize {
        (self.0 ^ (self.0 >> 15)) as usize & (SLOTS - 1)
    }
}
