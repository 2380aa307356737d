//! What is being done, on standard error, once it takes longer than a second.

use std::io::{self, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Nothing is shown before.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows the current stage on one line that is wiped at the end. Dropping it ends the line.
pub(crate) struct Progress {
    running: Option<(Sender<String>, JoinHandle<()>)>,
}

impl Progress {
    /// Starts waiting; shows nothing, ever, unless standard error is a terminal.
    pub(crate) fn new(is_terminal: bool) -> Self {
        Self {
            running: is_terminal.then(|| {
                let (sender, stages) = mpsc::channel();
                (sender, thread::spawn(move || show(&stages)))
            }),
        }
    }

    /// What is being done from now on.
    pub(crate) fn stage(&self, text: impl Into<String>) {
        if let Some((sender, _)) = &self.running {
            // A thread that ended because the terminal is gone takes no more stages.
            let _ = sender.send(text.into());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.running.take() {
            drop(sender);
            // A panic there has been reported and must not hide the result of the run.
            let _ = thread.join();
        }
    }
}

fn show(stages: &mpsc::Receiver<String>) {
    let start = Instant::now();
    let mut current = String::new();
    let mut is_shown = false;
    loop {
        let wait = PATIENCE.saturating_sub(start.elapsed());
        let next = if wait.is_zero() {
            stages.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            stages.recv_timeout(wait)
        };
        match next {
            Ok(stage) => current = stage,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if start.elapsed() >= PATIENCE && !current.is_empty() {
            is_shown = true;
            if write!(io::stderr(), "\r\x1b[2K{current} ...").is_err() {
                return;
            }
        }
    }
    if is_shown {
        let _ = write!(io::stderr(), "\r\x1b[2K");
    }
}
