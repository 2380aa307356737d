// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What the last row said, so that a row that says the same is not looked up again.
//!
//! Rows of one place follow each other in most files, and most stations have the same status; a file
//! in any other order gives the same answers, more slowly.

use std::collections::BTreeMap;

use crate::delimited::Record;
use crate::map::station::text;

/// The cells of some columns in the last row that was kept.
#[derive(Debug, Default)]
pub(crate) struct LastCells {
    text: String,
    ends: Vec<usize>,
}

impl LastCells {
    /// Whether the columns of a row hold what was kept; an empty memory holds no row.
    pub(crate) fn are(&self, record: &Record, mut columns: impl Iterator<Item = usize>) -> bool {
        let held = self.text.as_bytes();
        let mut start = 0;
        // What was kept is text, so that a cell of the same bytes is the same text.
        let same = self.ends.iter().all(|&end| {
            let held = held.get(start..end);
            start = end;
            columns
                .next()
                .map(|at| record.bytes(at).unwrap_or_default())
                == held
        });
        same && !self.ends.is_empty() && columns.next().is_none()
    }

    /// Keeps these columns of a row.
    pub(crate) fn keep(&mut self, record: &Record, columns: impl Iterator<Item = usize>) {
        self.forget();
        for at in columns {
            self.text.push_str(text(record, at));
            self.ends.push(self.text.len());
        }
    }

    /// Holds no row any more.
    pub(crate) fn forget(&mut self) {
        self.text.clear();
        self.ends.clear();
    }
}

/// The last word of a column and what it means.
#[derive(Debug)]
pub(crate) struct LastWord<T>(Option<(String, T)>);

impl<T> Default for LastWord<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Copy> LastWord<T> {
    /// What the map gives for a word, else what it means by itself.
    pub(crate) fn meaning(
        &mut self,
        word: &str,
        map: &BTreeMap<String, T>,
        by_itself: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        match &self.0 {
            Some((last, meaning)) if last == word => Some(*meaning),
            _ => {
                let meaning = map.get(word).copied().or_else(|| by_itself(word))?;
                self.0 = Some((word.to_owned(), meaning));
                Some(meaning)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::position::Position;

    #[test]
    fn only_a_row_with_the_same_cells_in_the_same_columns_is_the_same() {
        let row = |cells: [&str; 3]| Record::from_cells(Position::START, cells);
        let kept = row(["ab", "c", "x"]);
        let columns = || [0, 1].into_iter();
        let mut last = LastCells::default();
        assert!(!last.are(&kept, columns()));
        last.keep(&kept, columns());
        assert!(last.are(&row(["ab", "c", "y"]), columns()));
        for other in [["a", "bc", "x"], ["abc", "", "x"], ["ab", "d", "x"]] {
            assert!(!last.are(&row(other), columns()), "{other:?}");
        }
        assert!(!last.are(&kept, [0].into_iter()));
        assert!(!last.are(&kept, [0, 1, 2].into_iter()));
        last.forget();
        assert!(!last.are(&kept, columns()));
    }

    #[test]
    fn a_word_that_nobody_knows_leaves_the_last_one() {
        let map = BTreeMap::from([("one".to_owned(), 1)]);
        let two = |word: &str| (word == "two").then_some(2);
        let mut last = LastWord::default();
        for (word, meaning) in [
            ("one", Some(1)),
            ("one", Some(1)),
            ("other", None),
            ("two", Some(2)),
            ("one", Some(1)),
        ] {
            assert_eq!(last.meaning(word, &map, two), meaning, "{word}");
        }
    }
}
