// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Text encodings: a proposal from a sample, and decoding to UTF-8 as a stream.
//!
//! A guess is never acted on silently. [`propose`] says what a sample looks like, why,
//! and what else it could be; the caller tries, checks whether sums hold, and records
//! the decision. Decoding never replaces what it cannot decode by a character that was
//! not there: such bytes become 0xFF, which stands in no text in UTF-8, so that the
//! reader of records reports the cell as unreadable.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult};

/// An encoding that files of results are found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Western European Windows; also used for what is called Latin-1.
    Windows1252,
    /// Cyrillic Windows.
    Windows1251,
}

impl Encoding {
    /// All of them, in the order in which they are proposed.
    pub const ALL: [Self; 5] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1252,
        Self::Windows1251,
    ];

    /// The name that an election folder writes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1252 => "windows-1252",
            Self::Windows1251 => "windows-1251",
        }
    }

    /// The encoding with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|encoding| encoding.name().eq_ignore_ascii_case(name))
    }

    fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
            Self::Windows1251 => encoding_rs::WINDOWS_1251,
        }
    }

    /// Bytes to which the code page gives no character. The web's tables, which
    /// `encoding_rs` follows, turn them into control characters nobody wrote.
    const fn undefined(self) -> &'static [u8] {
        match self {
            Self::Windows1252 => &[0x81, 0x8d, 0x8f, 0x90, 0x9d],
            Self::Windows1251 => &[0x98],
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => &[],
        }
    }
}

/// What a sample looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The likeliest encoding.
    pub encoding: Encoding,
    /// Why, in words for a person.
    pub reason: &'static str,
    /// What else it could be, likeliest first; empty when nothing else fits.
    pub alternatives: Vec<Encoding>,
}

/// Proposes an encoding from the beginning of a file. A megabyte is plenty; a character
/// cut in two by the end of the sample does no harm.
pub fn propose(sample: &[u8]) -> Proposal {
    let certain = |encoding, reason| Proposal {
        encoding,
        reason,
        alternatives: Vec::new(),
    };
    if sample.starts_with(b"\xef\xbb\xbf") {
        return certain(
            Encoding::Utf8,
            "it starts with the byte-order mark of UTF-8",
        );
    }
    if sample.starts_with(b"\xff\xfe") {
        return certain(
            Encoding::Utf16Le,
            "it starts with a byte-order mark, low byte first",
        );
    }
    if sample.starts_with(b"\xfe\xff") {
        return certain(
            Encoding::Utf16Be,
            "it starts with a byte-order mark, high byte first",
        );
    }
    if let Some(encoding) = zero_half(sample) {
        return certain(
            encoding,
            "every second byte is zero, as in text with two bytes a character",
        );
    }
    match std::str::from_utf8(sample) {
        Ok(_) if sample.is_ascii() => Proposal {
            encoding: Encoding::Utf8,
            reason: "it holds only ASCII, which is the same in all of these encodings",
            alternatives: vec![Encoding::Windows1252, Encoding::Windows1251],
        },
        Ok(_) => certain(Encoding::Utf8, "its bytes beyond ASCII form valid UTF-8"),
        Err(error) if error.error_len().is_none() => certain(
            Encoding::Utf8,
            "its bytes beyond ASCII form valid UTF-8 up to the cut",
        ),
        Err(_) if mostly_in_runs(sample) => Proposal {
            encoding: Encoding::Windows1251,
            reason: "it is not UTF-8, and its bytes beyond ASCII form whole words",
            alternatives: vec![Encoding::Windows1252],
        },
        Err(_) => Proposal {
            encoding: Encoding::Windows1252,
            reason: "it is not UTF-8, and its bytes beyond ASCII are single letters in words",
            alternatives: vec![Encoding::Windows1251],
        },
    }
}

/// UTF-16 of a table in any script has delimiters, digits and line ends whose high byte
/// is zero; a tenth of all pairs is far below what tables have and above what noise has.
fn zero_half(sample: &[u8]) -> Option<Encoding> {
    let (mut first, mut second, mut pairs) = (0_usize, 0_usize, 0_usize);
    for pair in sample.as_chunks::<2>().0 {
        let [a, b] = *pair;
        pairs += 1;
        first += usize::from(a == 0 && b != 0);
        second += usize::from(a != 0 && b == 0);
    }
    match (first * 10 > pairs, second * 10 > pairs) {
        (false, true) => Some(Encoding::Utf16Le),
        (true, false) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Cyrillic words are runs of high bytes; accents stand alone among ASCII letters.
fn mostly_in_runs(sample: &[u8]) -> bool {
    let high = |byte: &u8| *byte >= 0x80;
    let total = sample.iter().filter(|byte| high(byte)).count();
    let touching = sample
        .windows(2)
        .filter(|pair| pair.iter().all(high))
        .count();
    touching * 2 > total
}

/// How many places a [`Utf8Reader`] remembers where it could not decode.
pub const MALFORMED_KEPT: usize = 100;

/// Decodes a source to UTF-8 while it is read.
#[derive(Debug)]
pub struct Utf8Reader<R> {
    source: R,
    encoding: Encoding,
    decoder: Option<Box<Decoder>>,
    raw: Vec<u8>,
    decoded: Vec<u8>,
    given: usize,
    consumed: u64,
    malformed: u64,
    offsets: Vec<u64>,
    ended: bool,
}

/// Bytes decoded at once.
const CHUNK: usize = 64 * 1024;

impl<R: Read> Utf8Reader<R> {
    /// Decodes `source` from `encoding`. UTF-8 passes through as it is: the reader of
    /// records says which of its cells are not valid.
    pub fn new(source: R, encoding: Encoding) -> Self {
        let decoder = (encoding != Encoding::Utf8)
            .then(|| Box::new(encoding.table().new_decoder_without_bom_handling()));
        Self {
            source,
            encoding,
            decoder,
            raw: Vec::new(),
            decoded: Vec::new(),
            given: 0,
            consumed: 0,
            malformed: 0,
            offsets: Vec::new(),
            ended: false,
        }
    }

    /// The encoding that is decoded.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// How many sequences could not be decoded so far, and where the first
    /// [`MALFORMED_KEPT`] of them start in the undecoded source. Always none for UTF-8.
    pub fn malformed(&self) -> (u64, &[u64]) {
        (self.malformed, &self.offsets)
    }

    fn decode_chunk(&mut self) -> io::Result<()> {
        self.raw.resize(CHUNK, 0);
        let length = loop {
            match self.source.read(&mut self.raw) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other?,
            }
        };
        self.ended = length == 0;
        self.decoded.clear();
        self.given = 0;
        let raw = std::mem::take(&mut self.raw);
        let mut rest = raw.get(..length).unwrap_or_default();
        loop {
            let undefined = self.encoding.undefined();
            let clean = rest
                .iter()
                .position(|b| undefined.contains(b))
                .unwrap_or(rest.len());
            let (before, after) = rest.split_at_checked(clean).unwrap_or((rest, &[]));
            self.decode(before);
            let Some((_, after)) = after.split_first() else {
                break;
            };
            self.mark(self.consumed);
            self.consumed += 1;
            rest = after;
        }
        self.raw = raw;
        Ok(())
    }

    fn decode(&mut self, mut bytes: &[u8]) {
        let Some(mut decoder) = self.decoder.take() else {
            return;
        };
        loop {
            let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
            let start = self.decoded.len();
            self.decoded.resize(start + room.unwrap_or(0), 0);
            let target = self.decoded.get_mut(start..).unwrap_or_default();
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(bytes, target, self.ended);
            self.decoded.truncate(start + written);
            self.consumed += read as u64;
            bytes = bytes.get(read..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(length, after) => {
                    let back = u64::from(length) + u64::from(after);
                    self.mark(self.consumed.saturating_sub(back));
                    // A finished decoder must not be used again.
                    if self.ended {
                        break;
                    }
                }
            }
        }
        self.decoder = Some(decoder);
    }

    fn mark(&mut self, offset: u64) {
        self.decoded.push(0xff);
        self.malformed += 1;
        if self.offsets.len() < MALFORMED_KEPT {
            self.offsets.push(offset);
        }
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.decoder.is_none() {
            return self.source.read(out);
        }
        while self.given == self.decoded.len() && !self.ended {
            self.decode_chunk()?;
        }
        let ready = self.decoded.get(self.given..).unwrap_or_default();
        let length = ready.len().min(out.len());
        for (to, from) in out.iter_mut().zip(ready) {
            *to = *from;
        }
        self.given += length;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decode(bytes: &[u8], encoding: Encoding) -> (Vec<u8>, u64, Vec<u64>) {
        let mut reader = Utf8Reader::new(bytes, encoding);
        let mut out = Vec::new();
        reader.read_to_end(&mut out).unwrap();
        let (count, offsets) = reader.malformed();
        (out, count, offsets.to_vec())
    }

    fn utf16(text: &str, low_first: bool) -> Vec<u8> {
        let bytes = |unit: u16| {
            if low_first {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_code_pages_are_decoded_as_published() {
        // Bytes from the code page tables of the Unicode consortium.
        assert_eq!(
            decode(b"Espa\xf1a \x80", Encoding::Windows1252).0,
            "España €".as_bytes()
        );
        assert_eq!(
            decode(b"\xd3\xc8\xca \xb9 \x88", Encoding::Windows1251).0,
            "УИК № €".as_bytes()
        );
    }

    #[test]
    fn bytes_without_a_character_are_marked_with_their_offset() {
        assert_eq!(
            decode(b"a\x81b\x9d", Encoding::Windows1252),
            (b"a\xffb\xff".to_vec(), 2, vec![1, 3])
        );
        assert_eq!(
            decode(b"\x98", Encoding::Windows1251),
            (vec![0xff], 1, vec![0])
        );
    }

    #[test]
    fn half_a_character_is_marked_with_its_offset() {
        let mut bytes = utf16("ab", true);
        bytes.extend([0x00, 0xd8]);
        bytes.extend(utf16("c", true));
        assert_eq!(
            decode(&bytes, Encoding::Utf16Le),
            (b"ab\xffc".to_vec(), 1, vec![4])
        );
        bytes.push(b'x');
        assert_eq!(
            decode(&bytes, Encoding::Utf16Le),
            (b"ab\xffc\xff".to_vec(), 2, vec![4, 8])
        );
    }

    #[test]
    fn a_proposal_says_why_and_what_else() {
        let table = "mesa;votos\nPeñón;12\n";
        let cyrillic = b"\xd3\xc8\xca;\xe3\xee\xeb\xee\xf1\xee\xe2\n1;2\n";
        let latin = b"mesa;votos\nPe\xf1\xf3n;12\nEspa\xf1a;3\nR\xedo;4\n";
        for (sample, encoding, alternatives) in [
            ("\u{feff}a".as_bytes().to_vec(), Encoding::Utf8, 0),
            (table.as_bytes().to_vec(), Encoding::Utf8, 0),
            (table.as_bytes()[..14].to_vec(), Encoding::Utf8, 0),
            (b"a,b\n1,2\n".to_vec(), Encoding::Utf8, 2),
            (utf16(table, true), Encoding::Utf16Le, 0),
            (utf16(table, false), Encoding::Utf16Be, 0),
            (utf16("\u{feff}მესა", true), Encoding::Utf16Le, 0),
            (latin.to_vec(), Encoding::Windows1252, 1),
            (cyrillic.to_vec(), Encoding::Windows1251, 1),
        ] {
            let proposal = propose(&sample);
            assert_eq!(proposal.encoding, encoding, "{proposal:?}");
            assert_eq!(proposal.alternatives.len(), alternatives, "{proposal:?}");
            assert!(!proposal.reason.is_empty());
        }
    }

    #[test]
    fn names_are_read_back() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::parse(encoding.name()), Some(encoding));
        }
        assert_eq!(Encoding::parse("latin-9"), None);
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_decoded(text in "\\PC{0,200}", low_first in any::<bool>()) {
            let encoding = if low_first { Encoding::Utf16Le } else { Encoding::Utf16Be };
            let (out, malformed, _) = decode(&utf16(&text, low_first), encoding);
            prop_assert_eq!(out, text.into_bytes());
            prop_assert_eq!(malformed, 0);
        }

        #[test]
        fn no_bytes_make_it_panic_or_invent_a_replacement(
            bytes in proptest::collection::vec(any::<u8>(), 0..200),
            which in 1_usize..5,
        ) {
            let (out, malformed, _) = decode(&bytes, Encoding::ALL[which]);
            let mut marks = 0;
            for (index, part) in out.split(|byte| *byte == 0xff).enumerate() {
                prop_assert!(std::str::from_utf8(part).is_ok());
                marks = index as u64;
            }
            prop_assert_eq!(marks, malformed);
        }
    }
}
