//! Fetching objects from the other side, within a limit.

use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::{Hash, TileKind, TilePath};

use super::overlay::Overlay;
use super::{MAX_PROBLEMS, MirrorError};
use crate::check::Problem;
use crate::error::StoreCause;
use crate::path::ObjectPath;
use crate::read::{LogReader, ReadError};
use crate::store::Objects;

/// What is fetched goes into the line of the overlay.
pub(super) struct Transfer<'a, O> {
    from: &'a O,
    overlay: &'a Overlay<'a>,
    limit: u64,
    left: u64,
}

impl<'a, O: Objects> Transfer<'a, O> {
    pub(super) fn new(from: &'a O, overlay: &'a Overlay<'a>, limit: u64) -> Self {
        Self {
            from,
            overlay,
            limit,
            left: limit,
        }
    }

    pub(super) fn overlay(&self) -> &'a Overlay<'a> {
        self.overlay
    }

    pub(super) fn from(&self) -> &'a O {
        self.from
    }

    /// Fetches tiles and bundles; those that wait already only if asked to fetch them `again`. Gives those
    /// that the other side lacks or has in another form; after too many of them the rest is not tried.
    pub(super) fn tiles(
        &mut self,
        paths: impl Iterator<Item = TilePath>,
        again: bool,
    ) -> Result<Vec<Problem>, MirrorError> {
        // Of its own, so that nothing kept in memory stands in for what is fetched again.
        let reader = LogReader::new(self.from);
        let mut problems = Vec::new();
        for tile in paths {
            let path = ObjectPath::from(tile);
            if !again && self.overlay.is_staged(&path)? {
                continue;
            }
            let read = match tile.kind() {
                TileKind::Hashes { .. } => reader.tile(tile).map(|bytes| bytes.to_vec()),
                TileKind::Entries => reader.bundle(tile).map(|bundle| bundle.bytes().to_vec()),
            };
            match read {
                Ok(bytes) => self.stage(&path, &bytes)?,
                Err(error) => problems.push(problem(path, error)?),
            }
            if problems.len() >= MAX_PROBLEMS {
                break;
            }
        }
        Ok(problems)
    }

    /// Makes an object with this digest wait, or finds it in place. `None` if all is well.
    pub(super) fn named(
        &mut self,
        path: &ObjectPath,
        digest: &Hash,
        limit: u64,
    ) -> Result<Option<Problem>, MirrorError> {
        if self.has(path, digest, limit)? {
            return Ok(None);
        }
        let (expected, found) = match self.get(path, limit)? {
            Ok(Some(bytes)) if sha256(&bytes) == *digest => {
                self.stage(path, &bytes)?;
                return Ok(None);
            }
            Ok(Some(bytes)) => (format!("the SHA-256 {digest}"), sha256(&bytes).to_string()),
            Ok(None) => (
                format!("a file with the SHA-256 {digest}"),
                "none".to_owned(),
            ),
            Err(reason) => (format!("a file of at most {limit} bytes"), reason),
        };
        Ok(Some(Problem {
            path: path.clone(),
            reason: format!("expected {expected}, found {found}"),
        }))
    }

    /// Whether an object with this digest is in place or waits.
    fn has(&self, path: &ObjectPath, digest: &Hash, limit: u64) -> Result<bool, MirrorError> {
        match self.overlay.get(path, limit) {
            Ok(held) => Ok(held.is_some_and(|held| sha256(&held) == *digest)),
            Err(error) if is_about_the_object(error.cause()) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Reads an object of the other side; the inner error is what is wrong with the object.
    pub(super) fn get(
        &self,
        path: &ObjectPath,
        limit: u64,
    ) -> Result<Result<Option<Vec<u8>>, String>, MirrorError> {
        match self.from.get(path, limit) {
            Ok(found) => Ok(Ok(found)),
            Err(error) if is_about_the_object(error.cause()) => Ok(Err(error.cause().to_string())),
            Err(error) => Err(ReadError::from(error).into()),
        }
    }

    /// Puts an object in line and counts its bytes.
    pub(super) fn stage(&mut self, path: &ObjectPath, bytes: &[u8]) -> Result<(), MirrorError> {
        let left = self.left.checked_sub(bytes.len() as u64);
        self.left = left.ok_or(MirrorError::TooMuch { limit: self.limit })?;
        Ok(self.overlay.stage(path, bytes)?)
    }
}

/// Whether trying again would find the same.
fn is_about_the_object(cause: &StoreCause) -> bool {
    matches!(cause, StoreCause::TooLarge { .. } | StoreCause::NotAFile)
}

/// An object that is not as it should be is reported; a place that cannot be read ends the copy.
fn problem(path: ObjectPath, error: ReadError) -> Result<Problem, MirrorError> {
    let reason = match error {
        ReadError::Missing(_) => "the other side does not have it".to_owned(),
        ReadError::Store(error) if is_about_the_object(error.cause()) => error.cause().to_string(),
        error @ ReadError::Store(_) => return Err(error.into()),
        ReadError::Length {
            expected, found, ..
        } => format!("expected {expected} bytes, found {found}"),
        ReadError::Bundle { error, .. } => error.to_string(),
        other => other.to_string(),
    };
    Ok(Problem { path, reason })
}
