//! A log on a local disk: the public bundle in one folder, the private state in another.
//!
//! Both must be on file systems with working rename, fsync and advisory locks. Network shares and object
//! stores mounted as folders often lack one of them; for those there is the S3 store.

mod durable;
mod head;
mod lock;
mod objects;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Action, StoreCause, StoreError};

pub use head::DiskHead;
pub(crate) use lock::lock;
pub use objects::DiskObjects;

/// Opens the two folders of a log, creating them where they are absent, and locks the log.
///
/// # Errors
///
/// As [`DiskHead::open`] and [`DiskObjects::open`], and [`StoreCause::Nested`] if one of the folders lies
/// inside the other: private state must never be copied along with what is published.
pub fn open_disk(bundle: &Path, state: &Path) -> Result<(DiskObjects, DiskHead), StoreError> {
    const NAME: &str = "the private state";
    if is_nested(bundle, state).map_err(|error| StoreError::io(Action::Open, NAME, error))? {
        return Err(StoreError::new(Action::Open, NAME, StoreCause::Nested));
    }
    let head = DiskHead::open(state)?;
    Ok((DiskObjects::open(bundle)?, head))
}

/// Whether one of two folders is the other or lies inside it, whatever links lead there; neither needs to
/// exist. What is private must not be copied along with what is public.
///
/// # Errors
///
/// When the system cannot say where a path leads.
pub fn is_nested(one: &Path, other: &Path) -> io::Result<bool> {
    let (one, other) = (resolve(one)?, resolve(other)?);
    Ok(one.starts_with(&other) || other.starts_with(&one))
}

/// The path with links followed as far as it exists, so that two names of one folder compare equal.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let mut rest = Vec::new();
    let mut existing = path.as_path();
    loop {
        match fs::canonicalize(existing) {
            Ok(found) => return Ok(rest.iter().rev().fold(found, |path, name| path.join(name))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        let (Some(parent), Some(name)) = (existing.parent(), existing.file_name()) else {
            return Ok(path);
        };
        rest.push(name.to_owned());
        existing = parent;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scrutineer_testkit::scratch::Scratch;

    #[test]
    fn state_inside_the_bundle_is_refused_also_through_a_link() {
        let scratch = Scratch::new();
        let bundle = scratch.path().join("bundle");
        fs::create_dir_all(&bundle).unwrap();
        let inside = bundle.join("not/yet/there");
        for (public, private) in [(&bundle, &inside), (&inside, &bundle), (&bundle, &bundle)] {
            let error = open_disk(public, private).map(|_| ()).unwrap_err();
            assert!(matches!(error.cause(), StoreCause::Nested), "{error}");
        }
        assert!(!inside.exists());
        #[cfg(unix)]
        {
            let link = scratch.path().join("link");
            std::os::unix::fs::symlink(&bundle, &link).unwrap();
            let error = open_disk(&bundle, &link.join("state"))
                .map(|_| ())
                .unwrap_err();
            assert!(matches!(error.cause(), StoreCause::Nested), "{error}");
        }
    }
}
