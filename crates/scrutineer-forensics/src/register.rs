//! Differences between two rolls.

use scrutineer_model::{Dataset, Field, SheetSet};
use scrutineer_stats::Binomial;

use crate::outcome::{Assumption, Measured, Quantity, Role, TestId};

/// Registered voters of the same stations by the official list and by the sheets of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RollDifference {
    /// Stations with both numbers.
    pub compared: u64,
    /// Stations where the sheet has more.
    pub more: u64,
    /// Stations where the sheet has fewer.
    pub fewer: u64,
    /// Voters on the sheets less voters on the list.
    pub net: i64,
}

/// Compares the official list with the sheets; all zero where either does not state registered voters.
pub fn roll_differences(dataset: &Dataset, set: &SheetSet) -> RollDifference {
    let mut found = RollDifference::default();
    for row in set.current() {
        let listed = set
            .stations()
            .get(row)
            .and_then(|&station| dataset.stations().get(station).registered.count());
        let (Some(listed), Some(printed)) = (listed, set.field_at(Field::Registered, row).count())
        else {
            continue;
        };
        found.compared += 1;
        found.more += u64::from(printed > listed);
        found.fewer += u64::from(printed < listed);
        found.net += i64::from(printed) - i64::from(listed);
    }
    found
}

/// A sign test: slips of the pen go both ways alike (binomial with one half, both tails). A consistency check:
/// voters who are added after the list was closed all go one way in an honest election, and nobody measured how
/// many there are.
pub(crate) fn measured(found: RollDifference) -> Measured {
    let differing = found.more + found.fewer;
    let p = Binomial::new(differing, 0.5)
        .map(|law| (2.0 * law.cdf(found.more.min(found.fewer))).min(1.0));
    let mut measured = Measured::new(TestId::RegisterDifferences, Quantity::Register)
        .figure("stations", found.compared as f64)
        .figure("more", found.more as f64)
        .figure("fewer", found.fewer as f64)
        .assume(Assumption::at_least(
            "two-rolls",
            found.compared as f64,
            1.0,
        ))
        .conclude(found.net as f64, p);
    if measured.role == Role::Test {
        measured.role = Role::ConsistencyCheck;
    }
    measured
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 21 sheets of 300 with late additions of two voters: p = 2^-20 by the sign test, and no alarm.
    #[test]
    fn late_additions_that_go_one_way_are_a_consistency_check_and_no_test() {
        let found = measured(RollDifference {
            compared: 300,
            more: 21,
            fewer: 0,
            net: 42,
        });
        assert_eq!(found.role, Role::ConsistencyCheck);
        assert!((found.p.unwrap() - 2.0_f64.powi(-20)).abs() < 1e-18);
        let none = measured(RollDifference::default());
        assert_eq!((none.role, none.p), (Role::NotApplicable, None));
    }
}
