//! The order of entries inside a batch.

use hmac::{Hmac, KeyInit, Mac};
use scrutineer_tlog::Hash;
use sha2::Sha256;

/// The key of the order inside batches; part of the private state. Whoever knows it can compute the
/// order of any set of entries, which says nothing about their arrival either. `Debug` does not
/// print it.
#[derive(Clone, PartialEq, Eq)]
pub struct OrderKey([u8; 32]);

impl OrderKey {
    /// A key of random bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Where an entry with this leaf hash stands among others: HMAC-SHA-256.
    pub(super) fn place(&self, leaf: &Hash) -> [u8; 32] {
        // HMAC fills a key up to its block with zeros (RFC 2104); a full block cannot be refused.
        let mut block = [0; 64];
        for (to, from) in block.iter_mut().zip(self.0) {
            *to = from;
        }
        Hmac::<Sha256>::new(&block.into())
            .chain_update(leaf.as_bytes())
            .finalize()
            .into_bytes()
            .into()
    }
}

impl std::fmt::Debug for OrderKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("OrderKey(..)")
    }
}
