//! A count that rival readings may leave open.

use serde::{Deserialize, Serialize};

/// A count between two ends, both possible. As JSON: `[min, max]`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(into = "[u64; 2]", from = "[u64; 2]")]
pub struct Interval {
    /// The smallest count that some choice among rival readings gives.
    pub min: u64,
    /// The largest.
    pub max: u64,
}

impl Interval {
    /// A count that nothing leaves open.
    pub fn exact(value: u64) -> Self {
        Self {
            min: value,
            max: value,
        }
    }

    /// The count, where nothing leaves it open.
    pub fn value(self) -> Option<u64> {
        (self.min == self.max).then_some(self.min)
    }

    /// The sum of two counts that are open independently of each other; stays at the largest
    /// number of 64 bits, which the limits of a data set keep out of reach.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            min: self.min.saturating_add(other.min),
            max: self.max.saturating_add(other.max),
        }
    }
}

impl From<Interval> for [u64; 2] {
    fn from(interval: Interval) -> Self {
        [interval.min, interval.max]
    }
}

impl From<[u64; 2]> for Interval {
    fn from([a, b]: [u64; 2]) -> Self {
        Self {
            min: a.min(b),
            max: a.max(b),
        }
    }
}
