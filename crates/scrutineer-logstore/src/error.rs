//! What goes wrong in a store.

use std::fmt;
use std::io;

use crate::path::ObjectPath;

/// A store could not do what it was asked.
///
/// The path in the message is the one inside the store, never a machine's: such messages are pasted into
/// public reports.
#[derive(Debug)]
pub struct StoreError {
    action: Action,
    path: String,
    cause: StoreCause,
}

/// What was asked of the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Opening the store itself.
    Open,
    /// Reading an object.
    Read,
    /// Creating an object.
    Write,
    /// Replacing a mutable object.
    Replace,
    /// Deleting an object.
    Delete,
    /// Listing objects.
    List,
}

/// Why the store could not do it.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreCause {
    /// The device, quota or file size limit is used up.
    Full,
    /// The operating system or the server does not permit it.
    Denied,
    /// The device reports an error of its own; what was written before may be lost.
    Device(io::Error),
    /// An object that must be new is already there.
    Exists,
    /// An immutable object is already there with other bytes.
    Differs,
    /// A mutable object is no longer what the caller last saw: somebody else writes to it.
    Changed,
    /// The object has more bytes than the caller accepts.
    TooLarge {
        /// The most bytes that the caller accepts.
        limit: u64,
    },
    /// There is something with this name that is no plain file.
    NotAFile,
    /// Another process holds the lock.
    Locked,
    /// The folder of the private state can be read by other users of the machine.
    Exposed {
        /// The permission bits that were found.
        mode: u32,
    },
    /// One of the two folders of a log lies inside the other.
    Nested,
    /// The store accepts a conditional write whose condition does not hold.
    Unconditional,
    /// The server answered with an error, or not at all.
    Remote(String),
    /// The operation was made to fail by a test.
    Injected,
    /// Any other error of the operating system.
    Io(io::Error),
}

impl StoreError {
    /// An error about an object or, for a store as a whole, about its role.
    pub fn new(action: Action, path: impl Into<String>, cause: StoreCause) -> Self {
        Self {
            action,
            path: path.into(),
            cause,
        }
    }

    pub(crate) fn on(action: Action, path: &ObjectPath, cause: StoreCause) -> Self {
        Self::new(action, path.as_str(), cause)
    }

    pub(crate) fn io(action: Action, path: impl Into<String>, error: io::Error) -> Self {
        Self::new(action, path, StoreCause::from(error))
    }

    /// What was asked of the store.
    pub fn action(&self) -> Action {
        self.action
    }

    /// The object, by its path inside the store.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Why it failed.
    pub fn cause(&self) -> &StoreCause {
        &self.cause
    }
}

impl From<io::Error> for StoreCause {
    fn from(error: io::Error) -> Self {
        // EIO has no kind of its own in the standard library.
        const EIO: i32 = 5;
        match error.kind() {
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Denied,
            _ if cfg!(unix) && error.raw_os_error() == Some(EIO) => Self::Device(error),
            _ => Self::Io(error),
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Open => "open",
            Self::Read => "read",
            Self::Write => "write",
            Self::Replace => "replace",
            Self::Delete => "delete",
            Self::List => "list",
        })
    }
}

impl fmt::Display for StoreCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str("no space is left"),
            Self::Denied => f.write_str("permission is denied"),
            Self::Device(error) => write!(f, "the device fails: {error}"),
            Self::Exists => f.write_str("expected no object of this name, found one"),
            Self::Differs => f.write_str("expected the same bytes or nothing, found other bytes"),
            Self::Changed => f.write_str("expected the content last seen, found another; somebody else writes here"),
            Self::TooLarge { limit } => write!(f, "expected at most {limit} bytes, found more"),
            Self::NotAFile => f.write_str("expected a plain file, found something else"),
            Self::Locked => f.write_str("another process holds its lock"),
            Self::Exposed { mode } => write!(
                f,
                "expected a folder that only its owner can enter (mode 0700), found mode {mode:04o}"
            ),
            Self::Nested => f.write_str("expected it outside the bundle, and the bundle outside it"),
            Self::Unconditional => f.write_str(
                "the store accepted a conditional write whose condition did not hold, so two writers could fork the log",
            ),
            Self::Remote(answer) => write!(f, "the server says: {answer}"),
            Self::Injected => f.write_str("made to fail by a test"),
            Self::Io(error) => write!(f, "{error}"),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} {}: {}", self.action, self.path, self.cause)
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            StoreCause::Device(error) | StoreCause::Io(error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_a_forbidden_and_a_failing_device_are_told_apart() {
        let full = StoreCause::from(io::Error::from(io::ErrorKind::StorageFull));
        assert!(matches!(full, StoreCause::Full));
        let denied = StoreCause::from(io::Error::from(io::ErrorKind::ReadOnlyFilesystem));
        assert!(matches!(denied, StoreCause::Denied));
        if cfg!(unix) {
            let device = StoreCause::from(io::Error::from_raw_os_error(5));
            assert!(matches!(device, StoreCause::Device(_)));
        }
    }

    #[test]
    fn a_message_names_the_object_and_not_the_machine() {
        let error = StoreError::new(Action::Write, "tile/0/000", StoreCause::Full);
        assert_eq!(
            error.to_string(),
            "cannot write tile/0/000: no space is left"
        );
    }
}
