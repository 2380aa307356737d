//! What goes wrong in memory, and when.

use std::collections::BTreeMap;

/// What happens to one operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It reports an error and has no effect.
    Fail,
    /// It takes effect and reports an error all the same, as when an answer is lost on the way.
    DoAndFail,
    /// It reports success and has no effect; a read finds nothing.
    Lose,
    /// It has no effect, and neither has anything after it until the next start.
    Crash,
    /// It takes effect, and nothing after it does until the next start.
    DoAndCrash,
}

impl Fault {
    /// Every kind of fault.
    pub const ALL: [Self; 5] = [
        Self::Fail,
        Self::DoAndFail,
        Self::Lose,
        Self::Crash,
        Self::DoAndCrash,
    ];
}

/// Which operations go wrong.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FaultPlan {
    scripted: BTreeMap<u64, Fault>,
    seeded: Option<Seeded>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Seeded {
    seed: u64,
    one_in: u64,
    kinds: Vec<Fault>,
}

impl FaultPlan {
    /// Nothing goes wrong.
    pub fn none() -> Self {
        Self::default()
    }

    /// Operation `number`, counted from 0, goes wrong.
    pub fn once(number: u64, fault: Fault) -> Self {
        Self::scripted([(number, fault)])
    }

    /// The operations with these numbers go wrong.
    pub fn scripted(faults: impl IntoIterator<Item = (u64, Fault)>) -> Self {
        Self {
            scripted: faults.into_iter().collect(),
            seeded: None,
        }
    }

    /// On average one operation in `one_in` goes wrong, in one of the ways of `kinds`. The same seed
    /// chooses the same operations. None go wrong if `kinds` is empty or `one_in` is 0.
    pub fn seeded(seed: u64, one_in: u64, kinds: &[Fault]) -> Self {
        Self {
            scripted: BTreeMap::new(),
            seeded: Some(Seeded {
                seed,
                one_in,
                kinds: kinds.to_vec(),
            }),
        }
    }

    pub(super) fn at(&self, number: u64) -> Option<Fault> {
        let seeded = || self.seeded.as_ref().and_then(|seeded| seeded.at(number));
        self.scripted.get(&number).copied().or_else(seeded)
    }
}

impl Seeded {
    fn at(&self, number: u64) -> Option<Fault> {
        let draw = mix(self.seed ^ mix(number));
        if draw.checked_rem(self.one_in)? != 0 {
            return None;
        }
        let kinds = u64::try_from(self.kinds.len()).ok()?;
        let kind = mix(draw).checked_rem(kinds)?;
        self.kinds.get(usize::try_from(kind).ok()?).copied()
    }
}

/// The output function of SplitMix64 (Steele, Lea, Flood 2014, figure 16, with the constants of Stafford's
/// variant 13).
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mixing_function_gives_the_published_first_output() {
        // First output of SplitMix64 seeded with 0, as in the reference implementation's test vectors.
        assert_eq!(mix(0), 0xe220_a839_7b1d_cdaf);
    }

    #[test]
    fn a_seed_chooses_about_as_many_operations_as_asked_and_always_the_same() {
        let plan = FaultPlan::seeded(7, 10, &Fault::ALL);
        let chosen: Vec<_> = (0..10_000).filter_map(|number| plan.at(number)).collect();
        assert!((800..1_200).contains(&chosen.len()), "{}", chosen.len());
        let again: Vec<_> = (0..10_000).filter_map(|number| plan.at(number)).collect();
        assert_eq!(chosen, again);
        for kind in Fault::ALL {
            assert!(chosen.contains(&kind), "{kind:?}");
        }
        assert_eq!(FaultPlan::seeded(7, 10, &[]).at(0), None);
        assert_eq!(FaultPlan::seeded(7, 0, &Fault::ALL).at(0), None);
    }
}
