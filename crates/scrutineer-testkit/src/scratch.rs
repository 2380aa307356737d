//! A folder of one's own for one test, removed with it.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

/// Numbers the folders of one process, so that tests on several threads do not meet.
static NEXT: AtomicU64 = AtomicU64::new(0);

/// An empty folder that is removed, with everything in it, when the value is dropped.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder in the system's folder for temporary files.
    ///
    /// # Panics
    ///
    /// When the folder cannot be made.
    #[expect(clippy::panic, reason = "a test without its folder must fail")]
    pub fn new() -> Self {
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let name = format!("scrutineer-test-{}-{number}", process::id());
            let path = env::temp_dir().join(name);
            match fs::create_dir(&path) {
                Ok(()) => return Self(path),
                // A process of the same number that was killed left it behind.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => panic!("{}: {error}", path.display()),
            }
        }
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, with the folders above it, and returns its path.
    ///
    /// # Panics
    ///
    /// When it cannot be written.
    #[expect(clippy::panic, reason = "a test without its input must fail")]
    pub fn write(&self, relative: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(relative);
        let folder = path.parent().unwrap_or(&self.0);
        match fs::create_dir_all(folder).and_then(|()| fs::write(&path, bytes)) {
            Ok(()) => path,
            Err(error) => panic!("{}: {error}", path.display()),
        }
    }
}

impl Default for Scratch {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A folder that cannot be removed must not hide the outcome of the test.
        fs::remove_dir_all(&self.0).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_folders_differ_and_vanish() {
        let (one, two) = (Scratch::new(), Scratch::new());
        assert_ne!(one.path(), two.path());
        let file = one.write("a/b.txt", "x");
        assert_eq!(fs::read(&file).unwrap(), b"x");
        let folder = one.path().to_path_buf();
        drop(one);
        assert!(!folder.exists());
    }
}
