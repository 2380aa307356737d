// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Proposes a delimiter from the beginning of a file.

use super::{DelimitedReader, Delimiter, Layout, Record};
use crate::problem::Problems;

/// Records of the sample that are looked at.
const RECORDS: usize = 100;

/// What a sample looks like with the likeliest delimiter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DelimiterProposal {
    /// The delimiter.
    pub delimiter: Delimiter,
    /// Fields that most records have with it, at least two.
    pub fields: usize,
    /// Records of the sample with that many fields.
    pub agreeing: usize,
    /// Records of the sample.
    pub records: usize,
}

/// The delimiter with which most records of the sample have the same number of fields,
/// at least two; then the one with more fields; then the first of [`Delimiter::ALL`].
/// None when no delimiter splits a record. A proposal only: whether the declared names
/// and sums are found with it is for the caller to see.
///
/// `sample` is decoded text and may end anywhere; its last record is left out unless it
/// is the only one.
pub fn propose_delimiter(sample: &[u8]) -> Option<DelimiterProposal> {
    let proposals = Delimiter::ALL
        .into_iter()
        .filter_map(|delimiter| judge(sample, delimiter));
    // The last of equals would win, so they are compared from the end.
    proposals.rev().max_by_key(|proposal| {
        (
            proposal.agreeing.saturating_mul(1_000) / proposal.records,
            proposal.fields,
        )
    })
}

fn judge(sample: &[u8], delimiter: Delimiter) -> Option<DelimiterProposal> {
    let layout = Layout {
        delimiter,
        has_header: false,
        ..Layout::default()
    };
    let mut problems = Problems::with_examples(0);
    let mut reader = DelimitedReader::open(sample, &layout, &mut problems);
    let mut record = Record::new();
    let mut widths = Vec::new();
    while widths.len() <= RECORDS && reader.read_record(&mut record, &mut problems) {
        widths.push(record.len());
    }
    if widths.len() > 1 {
        widths.pop();
    }
    let count = |width: usize| widths.iter().filter(|other| **other == width).count();
    let fields = widths
        .iter()
        .copied()
        .filter(|width| *width > 1)
        .max_by_key(|w| (count(*w), *w))?;
    Some(DelimiterProposal {
        delimiter,
        fields,
        agreeing: count(fields),
        records: widths.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_that_gives_equal_records_is_proposed() {
        for (sample, delimiter, fields) in [
            ("a,b,c\n1,2,3\n4,5,6\n", Delimiter::Comma, 3),
            (
                "place;votes\n\"A, north\";1,5\nB, C, D;2,0\n",
                Delimiter::Semicolon,
                2,
            ),
            ("a\tb|c\n1\t2\n3\t4\n", Delimiter::Tab, 2),
            (
                "Results of the day, final\n\na|b\n1|2\n3|4\n5|6\n",
                Delimiter::Pipe,
                2,
            ),
            ("a,b", Delimiter::Comma, 2),
        ] {
            let proposal = propose_delimiter(sample.as_bytes()).unwrap();
            assert_eq!(
                (proposal.delimiter, proposal.fields),
                (delimiter, fields),
                "{sample}"
            );
        }
    }

    #[test]
    fn text_without_columns_gives_no_proposal() {
        assert_eq!(propose_delimiter(b""), None);
        assert_eq!(propose_delimiter(b"one\ntwo\nthree\n"), None);
    }
}
