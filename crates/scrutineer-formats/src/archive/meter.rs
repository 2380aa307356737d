// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Counts decompressed bytes and stops where there are too many.

use std::io::{self, Read};

use super::ArchiveLimits;

/// Which bound was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    /// Bytes of all members together.
    Bytes,
    /// The ratio of one member.
    MemberRatio,
    /// The ratio of all members to the archive.
    ArchiveRatio,
}

impl Excess {
    /// True when reading another member cannot help.
    pub(super) fn is_of_archive(self) -> bool {
        !matches!(self, Self::MemberRatio)
    }
}

/// Output so far against compressed bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Meter {
    compressed: u64,
    output: u64,
    limits: ArchiveLimits,
}

impl Meter {
    pub(super) fn new(compressed: u64, limits: ArchiveLimits) -> Self {
        Self {
            compressed,
            output: 0,
            limits,
        }
    }

    pub(super) fn set_compressed(&mut self, compressed: u64) {
        self.compressed = compressed;
    }

    pub(super) fn add(&mut self, bytes: usize) {
        self.output = self.output.saturating_add(bytes as u64);
    }

    pub(super) fn passes_total(&self) -> bool {
        self.output > self.limits.total_bytes
    }

    pub(super) fn passes_ratio(&self) -> bool {
        self.output > self.limits.ratio_floor
            && self.output > self.compressed.saturating_mul(self.limits.ratio)
    }
}

/// A member's bytes, counted for itself and for its archive.
pub(super) struct Metered<'a, R> {
    inner: R,
    member: Meter,
    archive: &'a mut Meter,
    excess: Option<Excess>,
    failed: bool,
}

impl<'a, R: Read> Metered<'a, R> {
    pub(super) fn new(inner: R, member: Meter, archive: &'a mut Meter) -> Self {
        Self {
            inner,
            member,
            archive,
            excess: None,
            failed: false,
        }
    }

    pub(super) fn excess(&self) -> Option<Excess> {
        self.excess
    }

    /// True once an error was given to the reader, who has then reported it.
    pub(super) fn has_failed(&self) -> bool {
        self.failed
    }
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.excess.is_none() {
            let bytes = self.inner.read(out).inspect_err(|_| self.failed = true)?;
            self.member.add(bytes);
            self.archive.add(bytes);
            self.excess = if self.archive.passes_total() {
                Some(Excess::Bytes)
            } else if self.archive.passes_ratio() {
                Some(Excess::ArchiveRatio)
            } else if self.member.passes_ratio() {
                Some(Excess::MemberRatio)
            } else {
                return Ok(bytes);
            };
        }
        self.failed = true;
        Err(io::Error::other("it expands beyond the limit"))
    }
}
