// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Digests of inputs, and keyed digests of the addresses of pictures.

use sha2::{Digest, Sha256};

/// SHA-256 as lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let digest = Sha256::digest(bytes);
    let mut text = String::with_capacity(64);
    for byte in digest {
        for nibble in [byte >> 4, byte & 15] {
            text.push(
                HEX.get(usize::from(nibble))
                    .copied()
                    .map_or('0', char::from),
            );
        }
    }
    text
}

/// Turns the address of a picture into a number that is worth nothing outside one election and
/// source: equal addresses give equal numbers, and nothing else can be learnt without guessing the
/// whole address. It stays in memory.
#[derive(Clone, Debug)]
pub(crate) struct PictureKey(Sha256);

impl PictureKey {
    pub(crate) fn new(election: &str, source: &str) -> Self {
        let mut hash = Sha256::new();
        for part in ["scrutineer/picture/1", election, source] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        Self(hash)
    }

    /// The digest of an address; 0 for none.
    pub(crate) fn digest(&self, address: &str) -> u64 {
        let address = address.trim();
        if address.is_empty() {
            return 0;
        }
        let mut hash = self.0.clone();
        hash.update(address.as_bytes());
        let digest = hash.finalize();
        let mut first = [0u8; 8];
        for (to, from) in first.iter_mut().zip(digest) {
            *to = from;
        }
        // 0 means that there is no picture.
        u64::from_be_bytes(first).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_the_standard() {
        // FIPS 180-4, the one-block message "abc".
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), expected);
    }

    #[test]
    fn one_address_gives_one_number_in_one_source_only() {
        let key = PictureKey::new("e", "s");
        assert_eq!(
            key.digest("https://x/1.jpg"),
            key.digest(" https://x/1.jpg ")
        );
        assert_ne!(key.digest("https://x/1.jpg"), key.digest("https://x/2.jpg"));
        let other = PictureKey::new("e", "t");
        assert_ne!(
            key.digest("https://x/1.jpg"),
            other.digest("https://x/1.jpg")
        );
        assert_ne!(
            PictureKey::new("ab", "c").digest("x"),
            PictureKey::new("a", "bc").digest("x")
        );
        assert_eq!(key.digest(""), 0);
    }
}
