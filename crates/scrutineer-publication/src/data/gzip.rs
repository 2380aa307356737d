//! gzip without a clock: no time, no file name, the system "unknown".

use std::io::{Read, Write};

use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};

use super::DataError;

/// Between the fastest and the smallest: long tables of repeated words shrink to a tenth at any level.
const LEVEL: u32 = 4;
const UNKNOWN_SYSTEM: u8 = 255;

/// A compressed file under construction.
#[derive(Debug)]
pub(super) struct Gzip(GzEncoder<Vec<u8>>);

impl Gzip {
    pub(super) fn new() -> Self {
        let builder = GzBuilder::new().mtime(0).operating_system(UNKNOWN_SYSTEM);
        Self(builder.write(Vec::new(), Compression::new(LEVEL)))
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), DataError> {
        self.0.write_all(bytes).map_err(DataError::Compress)
    }

    pub(super) fn finish(self) -> Result<Vec<u8>, DataError> {
        self.0.finish().map_err(DataError::Compress)
    }
}

/// The bytes inside, at most `limit`.
pub(super) fn inflate(bytes: &[u8], limit: u64) -> Result<Vec<u8>, DataError> {
    let mut inside = Vec::new();
    let mut reader = MultiGzDecoder::new(bytes).take(limit.saturating_add(1));
    reader
        .read_to_end(&mut inside)
        .map_err(DataError::Compress)?;
    if u64::try_from(inside.len()).unwrap_or(u64::MAX) > limit {
        return Err(DataError::TooLarge { limit });
    }
    Ok(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_come_back_and_the_header_has_no_time() {
        let mut file = Gzip::new();
        file.write(b"a,b\n").unwrap();
        let bytes = file.finish().unwrap();
        assert_eq!(bytes[4..8], [0; 4]);
        assert_eq!(bytes[9], UNKNOWN_SYSTEM);
        assert_eq!(inflate(&bytes, 4).unwrap(), b"a,b\n");
        assert!(matches!(
            inflate(&bytes, 3),
            Err(DataError::TooLarge { limit: 3 })
        ));
    }
}
