//! Declared numbers with all their readings, and what they add up to.

use scrutineer_model::{Contest, Declaration, DeclaredTarget, Exact, Figure, PrintedPercent};

/// A number between its least and most reading; `chosen` is the one shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) least: u64,
    pub(super) most: u64,
    pub(super) chosen: u64,
}

impl Span {
    pub(super) const ZERO: Self = Self::exactly(0);

    pub(super) const fn exactly(value: u64) -> Self {
        Self {
            least: value,
            most: value,
            chosen: value,
        }
    }

    pub(super) fn of(figure: &Figure) -> Self {
        let values = || figure.readings().map(|reading| reading.value);
        Self {
            least: values().min().unwrap_or(0),
            most: values().max().unwrap_or(0),
            chosen: figure.value(),
        }
    }

    /// Saturates: a folder can declare numbers of any size.
    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            least: self.least.saturating_add(other.least),
            most: self.most.saturating_add(other.most),
            chosen: self.chosen.saturating_add(other.chosen),
        }
    }

    /// Larger under every reading.
    pub(super) fn exceeds(self, other: Self) -> bool {
        self.least > other.most
    }

    /// Different under every reading.
    pub(super) fn differs(self, other: Self) -> bool {
        self.exceeds(other) || other.exceeds(self)
    }

    /// Distance of the closest readings.
    pub(super) fn distance(self, other: Self) -> u64 {
        let above = self.least.saturating_sub(other.most);
        above.max(other.least.saturating_sub(self.most))
    }

    /// Whether `self / whole` can round to the percentage; `None` where it cannot be said.
    pub(super) fn rounds_to(self, whole: Self, percent: PrintedPercent) -> Option<bool> {
        if whole.least == 0 {
            return None;
        }
        let lowest = ratio(self.least, whole.most)?;
        let highest = ratio(self.most, whole.least)?;
        Some(highest >= percent.lowest() && lowest <= percent.highest())
    }

    /// Votes between the chosen count and the nearest one that rounds to the percentage.
    pub(super) fn votes_to(self, whole: Self, percent: PrintedPercent) -> Option<u64> {
        let of = |share: Exact| share.checked_mul(Exact::integer(whole.chosen)).ok();
        let (low, high) = (of(percent.lowest())?.ceil(), of(percent.highest())?.floor());
        let count = i128::from(self.chosen);
        u64::try_from((low - count).max(count - high).max(0)).ok()
    }
}

fn ratio(part: u64, whole: u64) -> Option<Exact> {
    Exact::new(i128::from(part), i128::from(whole))
}

/// The name of a declared target: an option or a group.
pub(super) fn target_id<'a>(contest: &'a Contest, target: &'a DeclaredTarget) -> &'a str {
    match target {
        DeclaredTarget::Option(option) => contest.options[option.get()].id.as_str(),
        DeclaredTarget::Group { id, .. } => id.as_str(),
    }
}

/// Sum of the declared votes, and whether they cover every option of the contest.
pub(super) fn options_sum(contest: &Contest, declaration: &Declaration) -> (Span, bool) {
    let mut covered = vec![false; contest.options.len()];
    let mut sum = Span::ZERO;
    for declared in &declaration.options {
        if let Some(votes) = &declared.votes {
            sum = sum.plus(Span::of(votes));
            for option in declared.target.options() {
                covered[option.get()] = true;
            }
        }
    }
    (sum, covered.iter().all(|&covered| covered))
}

/// Valid votes: as declared, else the sum of all options.
pub(super) fn valid(contest: &Contest, declaration: &Declaration) -> Option<Span> {
    if let Some(valid) = &declaration.valid {
        return Some(Span::of(valid));
    }
    let (sum, all) = options_sum(contest, declaration);
    all.then_some(sum)
}
