//! Where a word stands in the table of words; the build script fills the table by the same rule.

/// Slots of the table: a power of two, several times the number of words.
pub const SLOTS: usize = 1 << 15;

/// The slot of a word (FNV-1a); where it is taken by another word, the next free one.
pub fn slot(bytes: impl Iterator<Item = u8>) -> usize {
    let hash = bytes.fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)) as usize & (SLOTS - 1)
}
