//! A log in an S3-compatible store.
//!
//! Safety rests on conditional writes: an object is created only if there is none (`If-None-Match: *`), and
//! the head and the public checkpoint are replaced only if they still have the entity tag that was read
//! (`If-Match`). Opening a store tries both, and refuses one that ignores them.
//!
//! The interface is blocking. A runtime of its own is hidden in each store, so none of its methods may be
//! called from inside another asynchronous runtime.

mod client;
mod head;
mod objects;

use std::fmt;

use crate::error::{Action, StoreCause, StoreError};

pub use head::S3Head;
pub use objects::S3Objects;

/// Where a store is and how to sign in. `Debug` does not show the keys.
#[derive(Clone)]
pub struct S3Config {
    /// The address of the server, such as `https://s3.example`; `None` for the one of the region.
    pub endpoint: Option<String>,
    /// The region; servers that know none accept any.
    pub region: String,
    /// The bucket, which must be there.
    pub bucket: String,
    /// What the names of all objects begin with; empty for the whole bucket.
    pub prefix: String,
    /// The public half of the credentials.
    pub access_key_id: String,
    /// The secret half of the credentials.
    pub secret_access_key: String,
    /// Whether an address without TLS may be used, as on the loopback interface.
    pub allow_http: bool,
}

impl fmt::Debug for S3Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Config")
            .field("bucket", &self.bucket)
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}

/// Opens the two places of a log: the public objects, and the private state, which belongs into a bucket of
/// its own with credentials of its own.
///
/// # Errors
///
/// [`StoreCause::Nested`] if one place lies inside the other, [`StoreCause::Unconditional`] if the store
/// ignores the conditions of writes, and those of the server.
pub fn open_s3(public: &S3Config, private: &S3Config) -> Result<(S3Objects, S3Head), StoreError> {
    let inside = |inner: &str, outer: &str| {
        let (inner, outer) = (inner.trim_matches('/'), outer.trim_matches('/'));
        outer.is_empty()
            || inner
                .strip_prefix(outer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let is_one_bucket = public.endpoint == private.endpoint && public.bucket == private.bucket;
    if is_one_bucket
        && (inside(&public.prefix, &private.prefix) || inside(&private.prefix, &public.prefix))
    {
        return Err(StoreError::new(
            Action::Open,
            "the private state",
            StoreCause::Nested,
        ));
    }
    Ok((S3Objects::open(public)?, S3Head::open(private)?))
}
