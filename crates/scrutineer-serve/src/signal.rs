//! Waiting for the end.

use std::io;
use std::sync::mpsc;

/// Waits until a person interrupts the program or the system asks it to end. Only the first call in a
/// process can wait; a second one fails.
pub fn until_interrupted() -> io::Result<()> {
    let (sender, receiver) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Whoever waited has gone, and the program is ending.
        let _ = sender.send(());
    })
    .map_err(io::Error::other)?;
    receiver.recv().map_err(io::Error::other)
}
