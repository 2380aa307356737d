//! Bytes to lines, with gzip opened on the way and a bound on what one line may take.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use sha2::{Digest as _, Sha256};

use crate::table::hexadecimal;

/// Most bytes of one line; a longer one is passed over without being held.
pub const LONGEST_LINE: usize = 64 << 20;

/// The digest of the bytes that pass.
#[derive(Clone, Debug, Default)]
pub struct FileDigest(Sha256);

/// A reader whose bytes are digested.
pub struct Digested<'a, R> {
    from: R,
    digest: &'a mut Sha256,
}

impl FileDigest {
    /// Digests what is read from `from`.
    pub fn of<R: Read>(&mut self, from: R) -> Digested<'_, R> {
        Digested {
            from,
            digest: &mut self.0,
        }
    }

    /// SHA-256 of what has passed, in hexadecimal.
    pub fn finish(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}

impl<R: Read> Read for Digested<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(into)?;
        self.digest.update(into.get(..count).unwrap_or_default());
        Ok(count)
    }
}

/// A piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A line without its end.
    Line(Vec<u8>),
    /// A line of more than the longest length; nothing of it is kept.
    TooLong,
}

/// The lines of a file, one at a time. Blank lines are counted and not given.
pub struct Lines<'a> {
    from: Box<dyn BufRead + Send + 'a>,
    number: u64,
    longest: usize,
}

impl<'a> Lines<'a> {
    /// Reads plain text or gzip (all members), told apart by the first two bytes.
    pub fn open(reader: impl Read + Send + 'a) -> io::Result<Self> {
        Self::with_longest(reader, LONGEST_LINE)
    }

    /// As [`Lines::open`], with another bound on the length of a line in bytes.
    pub fn with_longest(reader: impl Read + Send + 'a, longest: usize) -> io::Result<Self> {
        const SIZE: usize = 1 << 16;
        let mut plain = BufReader::with_capacity(SIZE, reader);
        let is_gzip = plain.fill_buf()?.starts_with(&[0x1f, 0x8b]);
        let from: Box<dyn BufRead + Send + 'a> = if is_gzip {
            Box::new(BufReader::with_capacity(SIZE, MultiGzDecoder::new(plain)))
        } else {
            Box::new(plain)
        };
        Ok(Self {
            from,
            number: 0,
            longest,
        })
    }

    /// The next line that is not blank with its number, from 1; `None` at the end.
    ///
    /// An error of the reader or of the archive ends the file; lines given before it stay good.
    pub fn next_line(&mut self) -> io::Result<Option<(u64, Piece)>> {
        loop {
            let Some(piece) = self.raw()? else {
                return Ok(None);
            };
            self.number += 1;
            let is_blank = matches!(&piece, Piece::Line(line) if line.trim_ascii().is_empty());
            if !is_blank {
                return Ok(Some((self.number, piece)));
            }
        }
    }

    fn raw(&mut self) -> io::Result<Option<Piece>> {
        let mut line = Vec::new();
        let mut is_too_long = false;
        let mut has_any = false;
        loop {
            let held = self.from.fill_buf()?;
            if held.is_empty() {
                break;
            }
            has_any = true;
            let end = held.iter().position(|&byte| byte == b'\n');
            let part = held.get(..end.unwrap_or(held.len())).unwrap_or(held);
            if line.len() + part.len() > self.longest {
                is_too_long = true;
                line = Vec::new();
            } else if !is_too_long {
                line.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.from.consume(used);
            if end.is_some() {
                break;
            }
        }
        Ok(has_any.then_some(if is_too_long {
            Piece::TooLong
        } else {
            Piece::Line(line)
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn all(bytes: &[u8], longest: usize) -> Vec<(u64, Piece)> {
        let mut lines = Lines::with_longest(bytes, longest).unwrap();
        let mut found = Vec::new();
        while let Some(line) = lines.next_line().unwrap() {
            found.push(line);
        }
        found
    }

    fn gzip(text: &str) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn blank_lines_count_and_are_not_given() {
        let found = all(b"a\n\n  \nb", 10);
        let line = |text: &str| Piece::Line(text.into());
        assert_eq!(found, [(1, line("a")), (4, line("b"))]);
    }

    #[test]
    fn members_of_gzip_read_as_one_text() {
        let bytes = [gzip("a\nb"), gzip("c\n")].concat();
        let found = all(&bytes, 10);
        assert_eq!(
            found,
            [
                (1, Piece::Line(b"a".into())),
                (2, Piece::Line(b"bc".into()))
            ]
        );
    }

    #[test]
    fn a_line_above_the_bound_is_told_and_the_next_one_is_read() {
        let text = format!("{}\nok", "x".repeat(200_000));
        let found = all(text.as_bytes(), 150_000);
        assert_eq!(found, [(1, Piece::TooLong), (2, Piece::Line(b"ok".into()))]);
        assert_eq!(all(b"12345\n123456", 5).last(), Some(&(2, Piece::TooLong)));
    }

    #[test]
    fn a_cut_archive_is_an_error_after_its_whole_lines() {
        let bytes = gzip(&"line\n".repeat(100_000));
        let mut lines = Lines::open(&bytes[..bytes.len() - 20]).unwrap();
        let mut count = 0;
        let end = loop {
            match lines.next_line() {
                Ok(Some(_)) => count += 1,
                other => break other,
            }
        };
        assert!(end.is_err() && count > 0);
    }
}
