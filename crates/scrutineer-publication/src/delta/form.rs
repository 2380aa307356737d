//! The bytes of a delta.
//!
//! ```text
//! gzip of: header, one line of JSON
//!          checkpoint, then the objects, end to end, in the lengths that the header gives
//!          entries, each after its length in two bytes, to the end
//! ```

use std::io::{Read, Write};

use flate2::bufread::GzDecoder;
use flate2::{Compression, GzBuilder};
use scrutineer_logstore::ObjectPath;
use scrutineer_tlog::bundle;
use serde::{Deserialize, Serialize};

use super::DeltaError;

const SCHEMA: &str = "scrutineer/delta/1";
/// The most bytes inside.
const LIMIT: u64 = 8 << 30;
const UNKNOWN_SYSTEM: u8 = 255;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    schema: String,
    from: u64,
    to: u64,
    checkpoint: usize,
    objects: Vec<(String, usize)>,
}

/// A delta in memory.
#[derive(Debug)]
pub(super) struct Delta {
    /// Entries that the older copy has.
    pub(super) from: u64,
    /// Entries of the newer.
    pub(super) to: u64,
    /// The signed checkpoint of the newer.
    pub(super) checkpoint: Vec<u8>,
    /// What lies beside the log.
    pub(super) objects: Vec<(ObjectPath, Vec<u8>)>,
    /// The entries from `from` to `to`.
    pub(super) entries: Vec<Vec<u8>>,
}

impl Delta {
    pub(super) fn new(from: u64, to: u64, checkpoint: Vec<u8>) -> Self {
        Self {
            from,
            to,
            checkpoint,
            objects: Vec::new(),
            entries: Vec::new(),
        }
    }

    pub(super) fn to_bytes(&self) -> Result<Vec<u8>, DeltaError> {
        let objects = self.objects.iter();
        let header = Header {
            schema: SCHEMA.to_owned(),
            from: self.from,
            to: self.to,
            checkpoint: self.checkpoint.len(),
            objects: objects
                .map(|(path, bytes)| (path.as_str().to_owned(), bytes.len()))
                .collect(),
        };
        let builder = GzBuilder::new().mtime(0).operating_system(UNKNOWN_SYSTEM);
        let mut file = builder.write(Vec::new(), Compression::best());
        let mut entries = Vec::new();
        for entry in &self.entries {
            bundle::push_entry(&mut entries, entry).map_err(|_| DeltaError::Form {
                expected: "entries that fit a log",
            })?;
        }
        let line = serde_json::to_vec(&header).map_err(|error| DeltaError::Gzip(error.into()))?;
        let parts = self.objects.iter().map(|(_, bytes)| bytes.as_slice());
        [line.as_slice(), b"\n", &self.checkpoint]
            .into_iter()
            .chain(parts)
            .chain([entries.as_slice()])
            .try_for_each(|part| file.write_all(part))
            .and_then(|()| file.finish())
            .map_err(DeltaError::Gzip)
    }

    pub(super) fn parse(bytes: &[u8]) -> Result<Self, DeltaError> {
        let mut inside = Vec::new();
        let mut decoder = GzDecoder::new(bytes);
        decoder
            .by_ref()
            .take(LIMIT + 1)
            .read_to_end(&mut inside)
            .map_err(DeltaError::Gzip)?;
        if inside.len() as u64 > LIMIT {
            return Err(DeltaError::TooLarge { limit: LIMIT });
        }
        if !decoder.into_inner().is_empty() {
            return Err(form("nothing after its end"));
        }
        let end = inside
            .iter()
            .position(|&byte| byte == b'\n')
            .ok_or(form("a header"))?;
        let (line, rest) = inside.split_at(end);
        let header: Header = serde_json::from_slice(line)
            .ok()
            .filter(|header: &Header| header.schema == SCHEMA)
            .ok_or(form("a header of this version"))?;
        let mut rest = rest.get(1..).unwrap_or_default();
        let mut cut = |length: usize| {
            let (part, after) = rest
                .split_at_checked(length)
                .ok_or(form("as many bytes as its header says"))?;
            rest = after;
            Ok::<_, DeltaError>(part.to_vec())
        };
        let checkpoint = cut(header.checkpoint)?;
        let mut objects = Vec::new();
        for (path, length) in header.objects {
            objects.push((ObjectPath::parse(&path)?, cut(length)?));
        }
        let mut entries = Vec::new();
        for entry in bundle::entries(rest) {
            let entry = entry.map_err(|_| form("whole entries"))?;
            entries.push(entry.to_vec());
        }
        if header.to.checked_sub(header.from) != Some(entries.len() as u64) {
            return Err(form("as many entries as its header says"));
        }
        Ok(Self {
            from: header.from,
            to: header.to,
            checkpoint,
            objects,
            entries,
        })
    }
}

fn form(expected: &'static str) -> DeltaError {
    DeltaError::Form { expected }
}
