//! What the tests of this crate share.

use scrutineer_logstore::{Head, Objects, OpenError, Recovery, Writer};
use scrutineer_tlog::{KeyName, SigningKey, VerifierKey};

pub(crate) const ORIGIN: &str = "log.example/election-2026";

/// The key of the shared vectors: seed 00..1f.
pub(crate) fn key() -> SigningKey {
    let mut seed = [0; 32];
    for (byte, value) in seed.iter_mut().zip(0..) {
        *byte = value;
    }
    SigningKey::from_seed(KeyName::parse(ORIGIN).unwrap(), &seed).unwrap()
}

pub(crate) fn verifier() -> VerifierKey {
    key().verifier().clone()
}

/// Entry `index` of the shared vectors.
pub(crate) fn entry(index: u64) -> Vec<u8> {
    format!("entry {index}").into_bytes()
}

pub(crate) fn entries(from: u64, to: u64) -> Vec<Vec<u8>> {
    (from..to).map(entry).collect()
}

/// Opens the log, or begins it where there is none.
pub(crate) fn open_or_create<O: Objects, H: Head>(
    stores: impl Fn() -> (O, H),
) -> Result<(Writer<O, H>, Option<Recovery>), OpenError> {
    let (objects, head) = stores();
    match Writer::open(objects, head, key()) {
        Ok((writer, recovery)) => Ok((writer, Some(recovery))),
        Err(OpenError::NoLog) => {
            let (objects, head) = stores();
            Writer::create(objects, head, key()).map(|writer| (writer, None))
        }
        Err(error) => Err(error),
    }
}
