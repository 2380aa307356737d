//! Reading and hashing in one pass.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::digest::Digest;

const BUFFER: usize = 64 * 1024;

/// What came out of reading a bounded stream against a digest.
pub(crate) enum Verified {
    /// The bytes, which have the digest.
    Match(Vec<u8>),
    /// Other bytes, not kept.
    Other(Digest),
    /// More bytes than the limit; reading stopped there.
    TooLarge,
}

/// Reads `from` to its end, at most `limit` bytes, hashing what is kept.
pub(crate) fn verified(mut from: impl Read, wanted: Digest, limit: u64) -> io::Result<Verified> {
    let mut bytes = Vec::new();
    Ok(
        match hash(&mut from, limit, |chunk| bytes.extend_from_slice(chunk))? {
            None => Verified::TooLarge,
            Some(found) if found == wanted => Verified::Match(bytes),
            Some(found) => Verified::Other(found),
        },
    )
}

/// The digest of a file, or `None` when it has more than `limit` bytes. Keeps no bytes.
pub(crate) fn digest_of_file(path: &Path, limit: u64) -> io::Result<Option<Digest>> {
    hash(&mut open_regular(path)?, limit, |_| ())
}

/// Opens a regular file. A pipe or a device could block or never end, so anything else is refused.
pub(crate) fn open_regular(path: &Path) -> io::Result<File> {
    if fs::symlink_metadata(path)?.is_file() {
        File::open(path)
    } else {
        Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "expected a regular file",
        ))
    }
}

fn hash(
    from: &mut impl Read,
    limit: u64,
    mut keep: impl FnMut(&[u8]),
) -> io::Result<Option<Digest>> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0_u8; BUFFER];
    let mut total = 0_u64;
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => return Ok(Some(Digest::from(<[u8; 32]>::from(hasher.finalize())))),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        total = total.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        if total > limit {
            return Ok(None);
        }
        hasher.update(&buffer[..read]);
        keep(&buffer[..read]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endless_stream_stops_at_the_limit() {
        let outcome = verified(io::repeat(7), Digest::of(b""), 1_000_000).unwrap();
        assert!(matches!(outcome, Verified::TooLarge));
    }

    #[test]
    fn exactly_the_limit_is_allowed() {
        let bytes = vec![7; 100_000];
        let wanted = Digest::of(&bytes);
        let outcome = verified(bytes.as_slice(), wanted, 100_000).unwrap();
        assert!(matches!(outcome, Verified::Match(found) if found == bytes));
        let outcome = verified(bytes.as_slice(), wanted, 99_999).unwrap();
        assert!(matches!(outcome, Verified::TooLarge));
    }
}
