// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Gzip with all of its members, as one stream.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;

use super::ArchiveLimits;
use super::meter::Meter;

/// Decompresses a gzip stream while it is read. A stream that is cut off, damaged or
/// expands too far ends with an error; what came before it has been given.
#[derive(Debug)]
pub struct Gunzip<R> {
    decoder: MultiGzDecoder<Counted<R>>,
    meter: Meter,
}

impl<R: Read> Gunzip<R> {
    /// Decompresses `source`.
    pub fn new(source: R, limits: ArchiveLimits) -> Self {
        let decoder = MultiGzDecoder::new(Counted { source, bytes: 0 });
        Self {
            decoder,
            meter: Meter::new(0, limits),
        }
    }
}

impl<R: Read> Read for Gunzip<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let bytes = self.decoder.read(out).map_err(|error| match error.kind() {
            io::ErrorKind::UnexpectedEof => {
                io::Error::new(io::ErrorKind::UnexpectedEof, "gzip data that is cut off")
            }
            _ => error,
        })?;
        self.meter.add(bytes);
        self.meter.set_compressed(self.decoder.get_ref().bytes);
        if self.meter.passes_total() || self.meter.passes_ratio() {
            return Err(io::Error::other("gzip data that expands beyond the limit"));
        }
        Ok(bytes)
    }
}

/// Counts what the decoder has fetched.
#[derive(Debug)]
struct Counted<R> {
    source: R,
    bytes: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let bytes = self.source.read(out)?;
        self.bytes = self.bytes.saturating_add(bytes as u64);
        Ok(bytes)
    }
}
