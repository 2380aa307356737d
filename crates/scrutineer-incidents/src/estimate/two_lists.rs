//! Two lists: Lincoln-Petersen and Chapman.

use super::interval::log_normal;

/// Estimates from two lists. All reals are persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoLists {
    /// Different persons on the lists.
    pub observed: u64,
    /// n1 n2 / m; `None` where nobody is on both.
    pub lincoln_petersen: Option<f64>,
    /// (n1 + 1)(n2 + 1)/(m + 1) - 1 (Chapman 1951).
    pub chapman: f64,
    /// Its variance (Seber 1970).
    pub variance: f64,
    /// Log-normal interval of Chapman's estimate; `None` where one list contains the other.
    pub interval: Option<[f64; 2]>,
}

/// Estimates from the sizes of two lists and their overlap; `None` where the overlap is larger than a list.
///
/// With an overlap of 0 only the interval has a meaning as a bound; [`super::range`] refuses it.
pub fn two_lists(first: u64, second: u64, both: u64) -> Option<TwoLists> {
    if both > first.min(second) {
        return None;
    }
    let observed = first.checked_add(second)? - both;
    let (n1, n2, m) = (first as f64, second as f64, both as f64);
    let chapman = (n1 + 1.0) * (n2 + 1.0) / (m + 1.0) - 1.0;
    let variance =
        (n1 + 1.0) * (n2 + 1.0) * (n1 - m) * (n2 - m) / ((m + 1.0) * (m + 1.0) * (m + 2.0));
    Some(TwoLists {
        observed,
        lincoln_petersen: (both > 0).then(|| n1 * n2 / m),
        chapman,
        variance,
        interval: log_normal(observed as f64, chapman, variance),
    })
}
