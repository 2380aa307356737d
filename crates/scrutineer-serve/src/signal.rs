//! Hearing that the program should end.

use std::io;
use std::sync::mpsc;

/// Calls `end` whenever a person interrupts the program or the system asks it to end. Only the first
/// call in a process can listen; a second one fails.
pub fn on_interrupt(end: impl FnMut() + Send + 'static) -> io::Result<()> {
    ctrlc::set_handler(end).map_err(io::Error::other)
}

/// Waits until then.
pub fn until_interrupted() -> io::Result<()> {
    let (sender, receiver) = mpsc::channel();
    on_interrupt(move || {
        // Whoever waited has gone, and the program is ending.
        let _ = sender.send(());
    })?;
    receiver.recv().map_err(io::Error::other)
}
