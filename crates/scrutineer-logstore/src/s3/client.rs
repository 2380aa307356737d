//! Requests to an S3-compatible server, one at a time for the caller.

use std::error::Error as _;

use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path;
use object_store::{
    Error, ObjectStore, ObjectStoreExt, PutMode, PutOptions, PutPayload, RetryConfig, UpdateVersion,
};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

use super::S3Config;
use crate::error::{Action, StoreCause, StoreError};
use crate::path::ObjectPath;
use crate::store::NewObject;

/// Requests of one batch that are under way at the same time.
const WRITES_AT_ONCE: usize = 8;

/// A bucket under a prefix.
pub(super) struct Client {
    store: AmazonS3,
    prefix: String,
    runtime: Runtime,
}

/// An object with the version that a conditional write refers to.
pub(super) struct Versioned {
    pub(super) bytes: Vec<u8>,
    pub(super) version: UpdateVersion,
}

impl Client {
    /// Connects, and makes sure that the store heeds the conditions of writes.
    pub(super) fn open(config: &S3Config, role: &'static str) -> Result<Self, StoreError> {
        let client = Self::reading(config, role)?;
        client.probe(role)?;
        Ok(client)
    }

    /// Prepares requests; nothing is written and nothing is asked yet.
    pub(super) fn reading(config: &S3Config, role: &'static str) -> Result<Self, StoreError> {
        let remote = |error: String| StoreError::new(Action::Open, role, StoreCause::Remote(error));
        // Fails where the program has chosen one already, and then that one is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| remote(error.to_string()))?;
        let mut builder = AmazonS3Builder::new()
            .with_region(&config.region)
            .with_bucket_name(&config.bucket)
            .with_access_key_id(&config.access_key_id)
            .with_secret_access_key(&config.secret_access_key)
            .with_allow_http(config.allow_http)
            // A conditional write that is repeated after a lost answer fails on its own success, so
            // repeating is left to the layers that know what a write meant.
            .with_retry(RetryConfig {
                max_retries: 0,
                ..RetryConfig::default()
            });
        if let Some(endpoint) = &config.endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        let store = builder.build().map_err(|error| remote(deepest(&error)))?;
        Ok(Self {
            store,
            prefix: config.prefix.trim_matches('/').to_owned(),
            runtime,
        })
    }

    /// Tries a second creation and a stale replacement of an object that nobody else knows.
    fn probe(&self, role: &'static str) -> Result<(), StoreError> {
        let fail = |cause| StoreError::new(Action::Open, role, cause);
        let mut random = [0; 8];
        getrandom::fill(&mut random)
            .map_err(|error| fail(StoreCause::Remote(error.to_string())))?;
        let path = ObjectPath::known(format!("probe/{:016x}", u64::from_be_bytes(random)));
        let outcome = self.try_conditions(&path);
        // Whatever was found out, the object has no further use; an empty store may keep it.
        let _ = self.delete(&path);
        match outcome {
            Ok(true) => Ok(()),
            Ok(false) => Err(fail(StoreCause::Unconditional)),
            Err(error) => Err(fail(cause(&error))),
        }
    }

    fn try_conditions(&self, path: &ObjectPath) -> Result<bool, Error> {
        let first = self.put(path, b"first", PutMode::Create)?;
        let again = self.put(path, b"again", PutMode::Create);
        if !matches!(again, Err(Error::AlreadyExists { .. })) {
            return again.map(|_| false);
        }
        self.put(path, b"second", PutMode::Update(first.clone()))?;
        let stale = self.put(path, b"stale", PutMode::Update(first));
        if !matches!(stale, Err(Error::Precondition { .. })) {
            return stale.map(|_| false);
        }
        Ok(true)
    }

    fn place(&self, path: &str) -> Path {
        if self.prefix.is_empty() {
            Path::from(path)
        } else {
            Path::from(format!("{}/{path}", self.prefix))
        }
    }

    /// Writes an object under a condition, and returns its version.
    pub(super) fn put(
        &self,
        path: &ObjectPath,
        bytes: &[u8],
        mode: PutMode,
    ) -> Result<UpdateVersion, Error> {
        let payload = PutPayload::from(bytes.to_vec());
        let place = self.place(path.as_str());
        let put = self.store.put_opts(&place, payload, PutOptions::from(mode));
        self.runtime.block_on(put).map(UpdateVersion::from)
    }

    /// Creates objects, several at a time, and returns the number of each that was there already, or the
    /// first failure.
    pub(super) fn create_all(&self, objects: &[NewObject]) -> Result<Vec<usize>, (usize, Error)> {
        let mut present = Vec::new();
        let mut waiting = objects.iter().enumerate();
        self.runtime.block_on(async {
            let mut under_way = JoinSet::new();
            loop {
                while under_way.len() < WRITES_AT_ONCE {
                    let Some((number, (path, bytes))) = waiting.next() else {
                        break;
                    };
                    let (store, place) = (self.store.clone(), self.place(path.as_str()));
                    let payload = PutPayload::from(bytes.clone());
                    under_way.spawn(async move {
                        let mode = PutOptions::from(PutMode::Create);
                        (number, store.put_opts(&place, payload, mode).await)
                    });
                }
                match under_way.join_next().await {
                    None => return Ok(()),
                    Some(Ok((_, Ok(_)))) => {}
                    Some(Ok((number, Err(Error::AlreadyExists { .. })))) => present.push(number),
                    Some(Ok((number, Err(error)))) => return Err((number, error)),
                    Some(Err(panic)) => std::panic::resume_unwind(panic.into_panic()),
                }
            }
        })?;
        Ok(present)
    }

    /// Reads an object of at most `limit` bytes; `None` if there is none.
    pub(super) fn get(
        &self,
        path: &ObjectPath,
        limit: u64,
    ) -> Result<Option<Versioned>, StoreError> {
        let fail = |cause| StoreError::on(Action::Read, path, cause);
        let place = self.place(path.as_str());
        let got = self.runtime.block_on(async {
            let found = match self.store.get(&place).await {
                Err(Error::NotFound { .. }) => return Ok(None),
                other => other.map_err(|error| cause(&error))?,
            };
            if found.meta.size > limit {
                return Err(StoreCause::TooLarge { limit });
            }
            let version = UpdateVersion {
                e_tag: found.meta.e_tag.clone(),
                version: found.meta.version.clone(),
            };
            let bytes = found.bytes().await.map_err(|error| cause(&error))?;
            Ok(Some(Versioned {
                bytes: bytes.to_vec(),
                version,
            }))
        });
        got.map_err(fail)
    }

    /// Replaces an object whose content is `expected`.
    pub(super) fn replace(
        &self,
        path: &ObjectPath,
        expected: Option<&[u8]>,
        new: &[u8],
    ) -> Result<(), StoreError> {
        let fail = |cause| StoreError::on(Action::Replace, path, cause);
        let mode = match expected {
            None => PutMode::Create,
            Some(expected) => match self.get(path, expected.len() as u64) {
                Ok(Some(found)) if found.bytes == expected => PutMode::Update(found.version),
                Ok(_) => return Err(fail(StoreCause::Changed)),
                Err(error) if matches!(error.cause(), StoreCause::TooLarge { .. }) => {
                    return Err(fail(StoreCause::Changed));
                }
                Err(error) => return Err(error),
            },
        };
        match self.put(path, new, mode) {
            Ok(_) => Ok(()),
            Err(
                Error::AlreadyExists { .. } | Error::Precondition { .. } | Error::NotFound { .. },
            ) => Err(fail(StoreCause::Changed)),
            Err(error) => Err(fail(cause(&error))),
        }
    }

    pub(super) fn delete(&self, path: &ObjectPath) -> Result<(), StoreError> {
        let place = self.place(path.as_str());
        match self.runtime.block_on(self.store.delete(&place)) {
            Ok(()) | Err(Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(StoreError::on(Action::Delete, path, cause(&error))),
        }
    }

    pub(super) fn list(&self, folder: &ObjectPath) -> Result<Vec<ObjectPath>, StoreError> {
        let walk = async {
            let mut found = Vec::new();
            let mut folders = vec![self.place(folder.as_str())];
            while let Some(folder) = folders.pop() {
                let listed = self.store.list_with_delimiter(Some(&folder)).await?;
                folders.extend(listed.common_prefixes);
                found.extend(listed.objects.into_iter().map(|object| object.location));
            }
            Ok(found)
        };
        let found = self
            .runtime
            .block_on(walk)
            .map_err(|error: Error| StoreError::on(Action::List, folder, cause(&error)))?;
        let own = |place: &Path| {
            let name = place.as_ref().strip_prefix(&self.prefix)?;
            ObjectPath::parse(name.strip_prefix('/').unwrap_or(name)).ok()
        };
        let mut paths: Vec<_> = found.iter().filter_map(own).collect();
        paths.sort_unstable();
        Ok(paths)
    }
}

/// What an error of the server means here.
pub(super) fn cause(error: &Error) -> StoreCause {
    match error {
        Error::AlreadyExists { .. } => StoreCause::Exists,
        Error::Precondition { .. } => StoreCause::Changed,
        Error::PermissionDenied { .. } | Error::Unauthenticated { .. } => StoreCause::Denied,
        other => StoreCause::Remote(deepest(other)),
    }
}

/// The innermost message: the outer ones repeat the address, which is not for publication.
fn deepest(error: &Error) -> String {
    let mut message = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        message = source.to_string();
        next = source.source();
    }
    message
}
