// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Chooses encoding and delimiter where the folder leaves them open: among what the bytes allow,
//! the pair under which the header holds most of the columns that the map names.

use std::io::Read;

use crate::delimited::{DelimitedReader, Delimiter, Footer, Layout, Preamble, Record};
use crate::election::{DeclaredEncoding, ReadSpec};
use crate::encoding::{Encoding, Utf8Reader, propose};
use crate::problem::Problems;

/// How much of a file is looked at.
const SAMPLE: usize = 256 * 1024;

/// Encoding and delimiter of one file, and why.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) encoding: Encoding,
    pub(crate) delimiter: Delimiter,
    /// What was left open, as a sentence; empty where the folder says everything.
    pub(crate) reason: String,
}

/// The layout of a delimited file or sheet.
pub(crate) fn layout(read: &ReadSpec, delimiter: Delimiter) -> Layout {
    Layout {
        delimiter,
        preamble: if read.skip == 0 {
            Preamble::None
        } else {
            Preamble::Lines(read.skip)
        },
        has_header: read.header,
        footer: if read.footer == 0 {
            Footer::None
        } else {
            Footer::Records(read.footer)
        },
    }
}

fn declared(encoding: DeclaredEncoding) -> Option<Encoding> {
    match encoding {
        DeclaredEncoding::Auto => None,
        DeclaredEncoding::Utf8 => Some(Encoding::Utf8),
        DeclaredEncoding::Utf16Le => Some(Encoding::Utf16Le),
        DeclaredEncoding::Utf16Be => Some(Encoding::Utf16Be),
        DeclaredEncoding::Windows1252 => Some(Encoding::Windows1252),
        DeclaredEncoding::Windows1251 => Some(Encoding::Windows1251),
    }
}

/// The sample that [`choose`] wants from a reader, and the error that ended it early.
pub(crate) fn sample(source: &mut dyn Read) -> (Vec<u8>, Option<std::io::Error>) {
    let mut bytes = Vec::new();
    let read = source.take(SAMPLE as u64).read_to_end(&mut bytes);
    (bytes, read.err())
}

/// What follows a sample: the error that ended it, else the rest of the source.
pub(crate) struct Rest<'a> {
    pub(crate) failure: Option<std::io::Error>,
    pub(crate) source: &'a mut dyn Read,
}

impl Read for Rest<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self.failure.take() {
            Some(error) => Err(error),
            None => self.source.read(buffer),
        }
    }
}

/// Chooses; earlier proposals win ties.
pub(crate) fn choose(bytes: &[u8], read: &ReadSpec, named: &[&str]) -> Choice {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let mut reason = String::new();
    let encodings = if let Some(encoding) = declared(read.encoding) {
        vec![encoding]
    } else {
        let proposal = propose(sample);
        proposal.reason.clone_into(&mut reason);
        std::iter::once(proposal.encoding)
            .chain(proposal.alternatives)
            .collect()
    };
    let delimiters = match read.delimiter {
        Some(delimiter) => vec![delimiter],
        None => Delimiter::ALL.to_vec(),
    };
    let mut best: Option<(usize, usize, Encoding, Delimiter)> = None;
    for &encoding in &encodings {
        for &delimiter in &delimiters {
            let (found, fields) = score(sample, read, named, encoding, delimiter);
            if best.is_none_or(|(most, width, ..)| (found, fields) > (most, width)) {
                best = Some((found, fields, encoding, delimiter));
            }
        }
    }
    let (_, fields, encoding, delimiter) = best.unwrap_or((0, 0, Encoding::Utf8, Delimiter::Comma));
    if read.delimiter.is_none() {
        let name = match delimiter {
            Delimiter::Comma => "comma",
            Delimiter::Semicolon => "semicolon",
            Delimiter::Tab => "tab",
            Delimiter::Pipe => "pipe",
        };
        let comma = if reason.is_empty() { "" } else { "; " };
        reason = format!("{reason}{comma}delimiter {name}, which gives {fields} columns");
    }
    Choice {
        encoding,
        delimiter,
        reason,
    }
}

/// How many of the named columns the first record holds, and how many fields it has.
fn score(
    sample: &[u8],
    read: &ReadSpec,
    named: &[&str],
    encoding: Encoding,
    delimiter: Delimiter,
) -> (usize, usize) {
    let layout = Layout {
        has_header: true,
        footer: Footer::None,
        ..layout(read, delimiter)
    };
    let start = sample.get(..START).unwrap_or(sample);
    let header = whole_header(start, &layout, encoding)
        .unwrap_or_else(|| open(sample, &layout, encoding).0.header().to_vec());
    let found = if read.header {
        header
            .iter()
            .filter(|name| named.contains(&name.as_str()))
            .count()
    } else {
        0
    };
    (found, header.len())
}

/// How much of a sample is tried first: every pair of encoding and delimiter decodes what it is
/// given, and a header seldom takes more than this.
const START: usize = 16 * 1024;

/// The header, where the start of a sample is certain to hold all of it: a record follows, and
/// nothing was wrong on the way, such as a quote that is closed only further on.
fn whole_header(start: &[u8], layout: &Layout, encoding: Encoding) -> Option<Vec<String>> {
    let (mut reader, mut problems) = open(start, layout, encoding);
    let follows = problems.is_empty() && reader.read_record(&mut Record::new(), &mut problems);
    follows.then(|| reader.header().to_vec())
}

fn open<'a>(
    bytes: &'a [u8],
    layout: &Layout,
    encoding: Encoding,
) -> (DelimitedReader<Utf8Reader<&'a [u8]>>, Problems) {
    let mut problems = Problems::with_examples(1);
    let decoded = Utf8Reader::new(bytes, encoding);
    let reader = DelimitedReader::open(decoded, layout, &mut problems);
    (reader, problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_longer_than_what_is_tried_first_is_read_whole() {
        let names: Vec<String> = (0..3_000).map(|n| format!("column {n}")).collect();
        let plain = format!("{}\n{}\n", names.join(";"), vec!["1"; 3_000].join(";"));
        // A quote that is open where the first try ends, with delimiters and lines inside.
        let note = "a, b\nc, d\n".repeat(START / 8);
        let quoted = format!("id;\"{note}\";votes\n1;;2\n");
        for (text, named, columns) in [
            (&plain, ["column 7", "column 2999"], 3_000),
            (&quoted, ["id", "votes"], 3),
        ] {
            assert!(text.len() > START);
            let choice = choose(text.as_bytes(), &ReadSpec::default(), &named);
            assert_eq!(choice.delimiter, Delimiter::Semicolon);
            let gives = format!("delimiter semicolon, which gives {columns} columns");
            assert!(choice.reason.ends_with(&gives), "{}", choice.reason);
        }
    }
}
