// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A window over a source that always starts at the next unread byte.
//!
//! The reader of records looks at the window as a whole, so a record never has to be
//! assembled from pieces, and a record that turns out to be no record can be given
//! back. The window grows only as far as the caller asks.

use std::io::Read;

/// Bytes fetched at once: large enough that system calls do not show in a profile.
const CHUNK: usize = 256 * 1024;

/// The unread part of a source.
#[derive(Debug)]
pub(super) struct Input<R> {
    source: R,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    consumed: u64,
    exhausted: bool,
    failure: Option<std::io::Error>,
}

impl<R: Read> Input<R> {
    pub(super) fn new(source: R) -> Self {
        let buffer = vec![0; CHUNK];
        Self {
            source,
            buffer,
            start: 0,
            end: 0,
            consumed: 0,
            exhausted: false,
            failure: None,
        }
    }

    pub(super) fn source(&self) -> &R {
        &self.source
    }

    /// What has been fetched and not consumed.
    pub(super) fn window(&self) -> &[u8] {
        self.buffer.get(self.start..self.end).unwrap_or_default()
    }

    /// Bytes consumed since the start of the source.
    pub(super) fn consumed(&self) -> u64 {
        self.consumed
    }

    /// True when the window is all that is left.
    pub(super) fn is_exhausted(&self) -> bool {
        self.exhausted
    }

    /// True when an error, not its end, ended the source; until the error is taken.
    pub(super) fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    /// The error that ended the source early; given once.
    pub(super) fn take_failure(&mut self) -> Option<std::io::Error> {
        self.failure.take()
    }

    /// Moves the start of the window forward.
    pub(super) fn consume(&mut self, bytes: usize) {
        let bytes = bytes.min(self.end.saturating_sub(self.start));
        self.start = self.start.saturating_add(bytes);
        self.consumed = self.consumed.saturating_add(bytes as u64);
    }

    /// Fetches until the window holds at least `wanted` bytes or the source ends. It
    /// reads on until the whole chunk is full, so that the pieces in which a source
    /// hands out its bytes cannot change the outcome or the cost.
    pub(super) fn fill(&mut self, wanted: usize) {
        if self.exhausted || self.end.saturating_sub(self.start) >= wanted {
            return;
        }
        self.buffer.copy_within(self.start..self.end, 0);
        self.end = self.end.saturating_sub(self.start);
        self.start = 0;
        if self.buffer.len() < wanted {
            self.buffer.resize(wanted.next_multiple_of(CHUNK), 0);
        }
        while let Some(room) = self
            .buffer
            .get_mut(self.end..)
            .filter(|room| !room.is_empty())
        {
            match self.source.read(room) {
                Ok(0) => {
                    self.exhausted = true;
                    break;
                }
                Ok(bytes) => self.end = self.end.saturating_add(bytes).min(self.buffer.len()),
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.exhausted = true;
                    self.failure = Some(error);
                    break;
                }
            }
        }
    }

    /// Fetches at least one byte more than the window holds.
    pub(super) fn fill_any(&mut self) {
        self.fill(self.end.saturating_sub(self.start).saturating_add(1));
    }
}
