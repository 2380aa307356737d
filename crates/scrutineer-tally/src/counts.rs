//! One number per sheet, without a copy of the column that it stands in.

use std::borrow::Cow;

/// A number per sheet, in the order of [`crate::Observed::stations`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counts<'a> {
    /// As it stands in one column.
    Column(&'a [u32]),
    /// Sums of several columns, which may be larger than any one count.
    Sums(Cow<'a, [u64]>),
}

impl Counts<'_> {
    /// Number of sheets.
    pub fn len(&self) -> usize {
        match self {
            Self::Column(counts) => counts.len(),
            Self::Sums(sums) => sums.len(),
        }
    }

    /// Whether there is no sheet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of the sheet at a position.
    ///
    /// # Panics
    /// If there is no such sheet.
    #[inline]
    pub fn get(&self, at: usize) -> u64 {
        match self {
            Self::Column(counts) => u64::from(counts[at]),
            Self::Sums(sums) => sums[at],
        }
    }

    /// The numbers in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = u64> + '_ {
        (0..self.len()).map(|at| self.get(at))
    }

    /// All together.
    pub fn sum(&self) -> u64 {
        match self {
            Self::Column(counts) => counts.iter().map(|&count| u64::from(count)).sum(),
            Self::Sums(sums) => sums.iter().sum(),
        }
    }

    /// The same numbers, borrowed.
    #[must_use]
    pub fn borrowed(&self) -> Counts<'_> {
        match self {
            Self::Column(counts) => Counts::Column(counts),
            Self::Sums(sums) => Counts::Sums(Cow::Borrowed(sums)),
        }
    }
}

impl<'a> From<&'a [u32]> for Counts<'a> {
    fn from(column: &'a [u32]) -> Self {
        Self::Column(column)
    }
}

impl<'a> From<&'a [u64]> for Counts<'a> {
    fn from(sums: &'a [u64]) -> Self {
        Self::Sums(Cow::Borrowed(sums))
    }
}

impl From<Vec<u64>> for Counts<'_> {
    fn from(sums: Vec<u64>) -> Self {
        Self::Sums(Cow::Owned(sums))
    }
}
