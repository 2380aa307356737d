//! A published text file, read in order.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use flate2::bufread::GzDecoder;

use super::Difference;

/// A file of bytes that must be those that are computed.
pub(super) struct PublishedBytes {
    inside: Inside,
    block: Vec<u8>,
    at: u64,
}

enum Inside {
    Plain(BufReader<File>),
    Gzip(Box<GzDecoder<BufReader<File>>>),
}

impl Read for Inside {
    fn read(&mut self, block: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::Plain(file) => file.read(block),
            Self::Gzip(file) => file.read(block),
        }
    }
}

impl PublishedBytes {
    pub(super) fn open(place: &Path, is_compressed: bool) -> Result<Self, Difference> {
        let mut file = File::open(place).map_err(words)?;
        let inside = if is_compressed {
            plain_header(&mut file)?;
            Inside::Gzip(Box::new(GzDecoder::new(BufReader::new(file))))
        } else {
            Inside::Plain(BufReader::new(file))
        };
        Ok(Self {
            inside,
            block: Vec::new(),
            at: 0,
        })
    }

    /// The next bytes of the file must be `expected`.
    pub(super) fn same(&mut self, expected: &[u8]) -> Result<(), Difference> {
        self.block.resize(expected.len(), 0);
        let mut read = 0;
        while let Some(rest) = self.block.get_mut(read..).filter(|rest| !rest.is_empty()) {
            match self.inside.read(rest) {
                Ok(0) => break,
                Ok(more) => read += more,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(words(error)),
            }
        }
        let pairs = self.block.iter().take(read).zip(expected);
        let equal = pairs
            .take_while(|(found, expected)| found == expected)
            .count();
        if equal == expected.len() {
            self.at += expected.len() as u64;
            return Ok(());
        }
        let at = self.at + equal as u64;
        let excerpt = |bytes: &[u8]| -> String {
            let rest = bytes.get(equal..).unwrap_or_default();
            let few = rest.get(..40).unwrap_or(rest);
            String::from_utf8_lossy(few).into_owned()
        };
        let found = match self.block.get(..read) {
            Some(found) if found.len() > equal => format!("{:?}", excerpt(found)),
            _ => "the end".to_owned(),
        };
        Err(format!(
            "byte {at} of the text: expected {:?} that follows from the entries, found {found}",
            excerpt(expected)
        ))
    }

    /// Nothing may follow, inside the compressed file or behind it.
    pub(super) fn end(&mut self) -> Result<(), Difference> {
        let more = match &mut self.inside {
            Inside::Plain(file) => !file.fill_buf().map_err(words)?.is_empty(),
            // Reading to the end is what checks length and sum.
            Inside::Gzip(file) => {
                file.read(&mut [0]).map_err(words)? > 0
                    || !file.get_mut().fill_buf().map_err(words)?.is_empty()
            }
        };
        if more {
            return Err(format!(
                "expected the end after {} bytes of text, found more",
                self.at
            ));
        }
        Ok(())
    }
}

/// Nothing but the compressed text: no name, no remark, no time. How hard the compressor tried may differ.
fn plain_header(file: &mut File) -> Result<(), Difference> {
    let mut header = [0; 10];
    file.read_exact(&mut header).map_err(words)?;
    file.seek(SeekFrom::Start(0)).map_err(words)?;
    let [first, second, method, flags, time @ .., _, system] = header;
    if [first, second, method, flags] != [0x1f, 0x8b, 8, 0] || time != [0; 4] || system != 255 {
        return Err("expected a gzip file without name, time and system, found another".to_owned());
    }
    Ok(())
}

#[expect(clippy::needless_pass_by_value, reason = "a function for `map_err`")]
fn words(error: std::io::Error) -> Difference {
    error.to_string()
}
