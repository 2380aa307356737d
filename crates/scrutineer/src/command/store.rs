//! Where a bundle of one's own is: a folder, or a bucket of an S3-compatible store (feature `s3`).

use std::path::Path;

#[cfg(feature = "s3")]
use scrutineer_logstore::{DiskHead, S3Config, S3Objects};
use scrutineer_logstore::{DiskObjects, LogReader, PublicObjects, ReadError, Remote, open_disk};
use scrutineer_tlog::SignedNote;

use crate::failure::Failure;
use crate::session::Session;

/// What the address of a bucket begins with.
const SCHEME: &str = "s3://";

/// The bucket and the prefix of a place, if it is one.
pub(crate) fn bucket(place: &str) -> Option<(&str, &str)> {
    let rest = place.strip_prefix(SCHEME)?;
    Some(rest.split_once('/').unwrap_or((rest, "")))
}

/// Whether a place is a bucket, not a folder.
pub(crate) fn is_bucket(place: &Path) -> bool {
    place.to_str().and_then(bucket).is_some()
}

/// The public objects to write, and the lock and head of the log in its private folder.
pub(crate) fn open(
    place: &Path,
    state: &Path,
    session: &Session<'_>,
) -> Result<(PublicObjects, scrutineer_logstore::DiskHead), Failure> {
    if let Some(bucket) = place.to_str().and_then(bucket) {
        return open_bucket(bucket, state, session);
    }
    open_disk(place, state)
        .map(|(objects, head)| (objects.into(), head))
        .map_err(|error| Failure::input(session.said(error)))
}

/// The public objects to read: nothing is created.
pub(crate) fn reading(place: &Path, session: &Session<'_>) -> Result<PublicObjects, Failure> {
    if let Some(bucket) = place.to_str().and_then(bucket) {
        return read_bucket(bucket, session);
    }
    DiskObjects::open_existing(place)
        .map(PublicObjects::from)
        .map_err(|error| Failure::input(session.said(error)))
}

/// The signed checkpoint that a bundle shows; `None` where it shows none.
pub(crate) fn checkpoint(
    place: &Path,
    session: &Session<'_>,
) -> Result<Option<SignedNote>, Failure> {
    let is_bucket = place.to_str().and_then(bucket).is_some();
    if !is_bucket && !place.exists() {
        return Ok(None);
    }
    let bytes = match LogReader::new(reading(place, session)?).checkpoint_bytes() {
        Ok(bytes) => bytes,
        Err(ReadError::Missing(_)) => return Ok(None),
        Err(error) => return Err(Failure::input(session.said(error))),
    };
    SignedNote::parse(&bytes)
        .map(Some)
        .map_err(|error| crate::keys::at(&place.join("checkpoint"), session, error))
}

#[cfg(not(feature = "s3"))]
fn missing(session: &Session<'_>) -> Failure {
    Failure::usage(session.plain("cli-no-s3"))
}

#[cfg(not(feature = "s3"))]
fn open_bucket(
    _: (&str, &str),
    _: &Path,
    session: &Session<'_>,
) -> Result<(PublicObjects, scrutineer_logstore::DiskHead), Failure> {
    Err(missing(session))
}

#[cfg(not(feature = "s3"))]
fn read_bucket(_: (&str, &str), session: &Session<'_>) -> Result<PublicObjects, Failure> {
    Err(missing(session))
}

/// The log of somebody else in a bucket.
#[cfg(not(feature = "s3"))]
pub(crate) fn remote(_: (&str, &str), session: &Session<'_>) -> Result<Remote, Failure> {
    Err(missing(session))
}

/// The place of a copy in a bucket.
#[cfg(not(feature = "s3"))]
pub(crate) fn writing(_: (&str, &str), session: &Session<'_>) -> Result<PublicObjects, Failure> {
    Err(missing(session))
}

#[cfg(feature = "s3")]
fn open_bucket(
    bucket: (&str, &str),
    state: &Path,
    session: &Session<'_>,
) -> Result<(PublicObjects, DiskHead), Failure> {
    let head = DiskHead::open(state).map_err(|error| Failure::input(session.said(error)))?;
    Ok((writing(bucket, session)?, head))
}

#[cfg(feature = "s3")]
fn read_bucket(bucket: (&str, &str), session: &Session<'_>) -> Result<PublicObjects, Failure> {
    S3Objects::reading(&config(bucket, session)?)
        .map(PublicObjects::from)
        .map_err(|error| Failure::input(session.said(error)))
}

/// The log of somebody else in a bucket.
#[cfg(feature = "s3")]
pub(crate) fn remote(bucket: (&str, &str), session: &Session<'_>) -> Result<Remote, Failure> {
    Remote::bucket(&config(bucket, session)?).map_err(|error| Failure::input(session.said(error)))
}

/// The place of a copy in a bucket, after trying that it heeds the conditions of writes.
#[cfg(feature = "s3")]
pub(crate) fn writing(
    bucket: (&str, &str),
    session: &Session<'_>,
) -> Result<PublicObjects, Failure> {
    S3Objects::open(&config(bucket, session)?)
        .map(PublicObjects::from)
        .map_err(|error| Failure::input(session.said(error)))
}

/// Server and credentials from the variables that other programs use for them. The client of the store knows
/// no proxy, and one that is set is never passed by.
#[cfg(feature = "s3")]
fn config((bucket, prefix): (&str, &str), session: &Session<'_>) -> Result<S3Config, Failure> {
    let environment = session.environment;
    if !matches!(environment.proxy(), Ok(None)) {
        return Err(Failure::usage(session.plain("cli-s3-proxy")));
    }
    let (Some(id), Some(secret)) = environment.s3_credentials() else {
        return Err(Failure::usage(session.plain("cli-s3-credentials")));
    };
    let endpoint = environment.s3_endpoint();
    Ok(S3Config {
        // TLS is left out only where the address says so.
        allow_http: endpoint
            .as_deref()
            .is_some_and(|address| address.starts_with("http://")),
        endpoint,
        region: environment.s3_region(),
        bucket: bucket.to_owned(),
        prefix: prefix.to_owned(),
        access_key_id: id,
        secret_access_key: secret,
    })
}
