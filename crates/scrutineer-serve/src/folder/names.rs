//! The names that the latest release of a bundle gives to files that are named by their digest.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use serde::Deserialize;

use super::Stamp;

/// The most bytes of a manifest that are read.
const MOST: u64 = 16 * 1024 * 1024;

/// Names by digest and digests by name. Empty for a folder that is no bundle, or one whose manifest
/// cannot be read: files are then served without their names.
#[derive(Debug)]
pub(super) struct Names {
    root: PathBuf,
    read: Mutex<(Option<Stamp>, Arc<Tables>)>,
}

#[derive(Debug, Default)]
struct Tables {
    names: HashMap<String, String>,
    digests: HashMap<String, String>,
}

#[derive(Deserialize)]
struct Latest {
    manifest: String,
}

#[derive(Deserialize)]
struct Manifest {
    files: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    path: String,
    sha256: String,
}

impl Names {
    pub(super) fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            read: Mutex::default(),
        }
    }

    /// The name of a digest.
    pub(super) fn of(&self, digest: &str) -> Option<String> {
        self.tables().names.get(digest).cloned()
    }

    /// The digest of a name.
    pub(super) fn digest(&self, name: &str) -> Option<String> {
        self.tables().digests.get(name).cloned()
    }

    fn tables(&self) -> Arc<Tables> {
        let path = self.root.join("latest.json");
        let stamp = fs::metadata(&path).ok().map(|status| Stamp::of(&status));
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if read.0 != stamp {
            *read = (stamp, Arc::new(self.load(&path).unwrap_or_default()));
        }
        Arc::clone(&read.1)
    }

    fn load(&self, latest: &Path) -> Option<Tables> {
        let latest: Latest = serde_json::from_slice(&bytes(latest)?).ok()?;
        let name = latest.manifest.rsplit('/').next()?;
        if !crate::target::is_served(name) {
            return None;
        }
        let path = self.root.join("releases").join(name);
        let manifest: Manifest = serde_json::from_slice(&bytes(&path)?).ok()?;
        let mut tables = Tables::default();
        for Named { path, sha256 } in manifest.files {
            if sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                tables.names.insert(sha256.clone(), path.clone());
                tables.digests.insert(path, sha256);
            }
        }
        Some(tables)
    }
}

fn bytes(path: &Path) -> Option<Vec<u8>> {
    if !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path)
        .ok()?
        .take(MOST)
        .read_to_end(&mut bytes)
        .ok()?;
    Some(bytes)
}
