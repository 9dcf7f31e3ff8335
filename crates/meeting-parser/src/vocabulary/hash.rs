//! Where a word stands in the table of words; the build script fills the table by the same rule. Words are taken eight
//! bytes at a time: most have no more.

/// Slots of the table: a power of two, several times the number of words.
pub const SLOTS: usize = 1 << SLOT_BITS;
const SLOT_BITS: u32 = 15;

/// Bytes of a piece of a word.
pub const PIECE: usize = 8;

/// The hash of a word, made piece by piece.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hash(u64);

impl Hash {
    /// The hash of a whole word.
    pub fn of(word: &str) -> Self {
        word.as_bytes().chunks(PIECE).fold(Self::default(), |hash, bytes| hash.with(piece(bytes)))
    }

    /// The hash with one more piece. Its upper bits depend on all that came before (Knuth's multiplicative hashing).
    #[must_use]
    pub const fn with(self, piece: u64) -> Self {
        Self((self.0.rotate_left(7) ^ piece).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// The slot of the word; where it is taken by another word, the next free one.
    pub const fn slot(self) -> usize {
        (self.0 >> (u64::BITS - SLOT_BITS)) as usize
    }
}

/// The first bytes, eight at most, as a number, the first of them the lowest, and zeros where there are no more.
#[inline]
pub fn piece(bytes: &[u8]) -> u64 {
    match bytes.first_chunk::<PIECE>() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => bytes.iter().rev().fold(0, |piece, byte| piece << 8 | u64::from(*byte)),
    }
}

/// The bits of the first bytes of a piece.
#[inline]
pub const fn first(bytes: usize) -> u64 {
    if bytes >= PIECE { u64::MAX } else { (1 << (8 * bytes)) - 1 }
}
