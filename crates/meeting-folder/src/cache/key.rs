//! What a result depends on.

use sha2::{Digest, Sha256};

/// A result's key: everything that it depends on, hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of a file. `maker` says which program with which options read it, `sha256` what was in it.
    pub fn new(maker: &str, path: &str, sha256: &str) -> Self {
        let mut hash = Sha256::new();
        for part in [maker, path, sha256] {
            // With its length before it, no part can be mistaken for a piece of another.
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }

    pub(super) const fn of_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(super) const fn bytes(&self) -> &[u8] {
        &self.0
    }
}
