//! Keyed tokens of identity numbers and names.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::linkage::{identity, normalise};

/// Fewest bytes of a key: what SHA-256 can use without loss.
pub const LEAST_KEY_BYTES: usize = 32;

/// The secret of one run or one organisation, kept apart from all data. `Debug` does not print it.
#[derive(Clone)]
pub struct TokenKey(Vec<u8>);

impl TokenKey {
    /// A key of these bytes; `None` below [`LEAST_KEY_BYTES`]: an identity number has about 25 bits, so
    /// the key is all that protects it.
    pub fn new(bytes: Vec<u8>) -> Option<Self> {
        (bytes.len() >= LEAST_KEY_BYTES).then_some(Self(bytes))
    }

    /// The token of an identity number; `None` where nothing is left of it after normalisation.
    pub fn of_identity(&self, number: &str) -> Option<Token> {
        let plain = identity(number);
        (!plain.is_empty()).then(|| self.token("id", &plain))
    }

    /// The token of a name; `None` where nothing is left of it after normalisation.
    pub fn of_name(&self, name: &str) -> Option<Token> {
        let plain = normalise(name);
        (!plain.is_empty()).then(|| self.token("name", &plain))
    }

    fn token(&self, domain: &str, plain: &str) -> Token {
        Token(keyed(&self.0, domain, plain))
    }
}

impl std::fmt::Debug for TokenKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("TokenKey(..)")
    }
}

/// Stands for an identity number or a name while lists are compared. Not serialisable, not displayable:
/// tokens never leave the memory of the run.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token([u8; 32]);

impl std::fmt::Debug for Token {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Token(..)")
    }
}

/// HMAC-SHA-256(key, domain || 0x00 || text) (RFC 2104), for tokens and for orders that tell nothing.
/// Exposed for the published test values; programs use [`TokenKey`].
pub fn keyed(key: &[u8], domain: &str, text: &str) -> [u8; 32] {
    // RFC 2104: a key longer than a block is hashed, a shorter one filled with zeros.
    let mut block = [0_u8; 64];
    if key.len() > block.len() {
        use sha2::Digest;
        for (to, from) in block.iter_mut().zip(Sha256::digest(key)) {
            *to = from;
        }
    } else {
        for (to, from) in block.iter_mut().zip(key) {
            *to = *from;
        }
    }
    Hmac::<Sha256>::new(&block.into())
        .chain_update(domain.as_bytes())
        .chain_update([0])
        .chain_update(text.as_bytes())
        .finalize()
        .into_bytes()
        .into()
}
