//! Advisory locks of files that one process at a time may have open.

use std::fs::{File, TryLockError};
use std::thread;
use std::time::Duration;

/// How often a lock that is held is asked for again, and the pause between.
const TRIES: u32 = 20;
const PAUSE: Duration = Duration::from_millis(10);

/// Locks the file, or says that another process has it.
///
/// A program that is being started shares our locks for an instant, until it is itself. A lock is
/// therefore asked for again for a fifth of a second before it counts as held.
pub(crate) fn lock(file: &File) -> Result<(), TryLockError> {
    for _ in 1..TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            settled => return settled,
        }
    }
    file.try_lock()
}
