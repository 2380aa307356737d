//! Joining strata that are too small to stand alone, by the rule that the design declares.

use super::ratio::{Group, Sample};

/// Strata in their groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Grouped {
    /// The sample.
    pub(crate) sample: Sample,
    /// For each group the places of its strata.
    pub(crate) strata: Vec<Vec<usize>>,
}

/// Groups received stations by strata of `populations` stations. `stratum_of` gives the stratum of each
/// received station; `keep` leaves some out.
pub(crate) fn by_stratum(
    populations: &[u64],
    stratum_of: &[usize],
    keep: impl Fn(usize) -> bool,
) -> Grouped {
    let mut groups: Vec<Group> = populations
        .iter()
        .map(|&population| Group {
            population,
            members: Vec::new(),
        })
        .collect();
    for (member, &stratum) in stratum_of.iter().enumerate() {
        if let Some(group) = groups.get_mut(stratum).filter(|_| keep(member)) {
            group.members.push(member);
        }
    }
    Grouped {
        strata: (0..groups.len()).map(|stratum| vec![stratum]).collect(),
        sample: Sample { groups },
    }
}

impl Grouped {
    /// Collapses: the last group with fewer than `below` members that is not whole joins the one before
    /// it, the first one the one after it, until none is left or all are one.
    pub(crate) fn collapse(mut self, below: u64) -> Self {
        let is_small = |group: &Group| {
            let members = group.members.len() as u64;
            members < below && members < group.population
        };
        while self.strata.len() > 1
            && let Some(at) = self.sample.groups.iter().rposition(is_small)
        {
            // The one that goes is the later of the two, so that the order of strata stays.
            let goes = at.max(1);
            let group = self.sample.groups.remove(goes);
            let strata = self.strata.remove(goes);
            if let (Some(into), Some(held)) = (
                self.sample.groups.get_mut(goes - 1),
                self.strata.get_mut(goes - 1),
            ) {
                into.population += group.population;
                into.members.extend(group.members);
                held.extend(strata);
            }
        }
        self
    }

    /// The groups of several strata.
    pub(crate) fn joined(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.strata.iter().filter(|strata| strata.len() > 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strata(populations: &[u64], members: &[usize]) -> Vec<Vec<usize>> {
        let of: Vec<usize> = members
            .iter()
            .enumerate()
            .flat_map(|(stratum, &count)| std::iter::repeat_n(stratum, count))
            .collect();
        by_stratum(populations, &of, |_| true).collapse(2).strata
    }

    #[test]
    fn a_small_stratum_joins_the_one_before_it_and_the_first_the_one_after() {
        assert_eq!(strata(&[9, 9, 9], &[3, 1, 3]), [vec![0, 1], vec![2]]);
        assert_eq!(strata(&[9, 9, 9], &[0, 3, 3]), [vec![0, 1], vec![2]]);
        assert_eq!(strata(&[9, 9, 9], &[3, 0, 1]), [vec![0, 1, 2]]);
        assert_eq!(strata(&[9], &[1]), [vec![0]]);
    }

    #[test]
    fn a_stratum_that_is_whole_stands_alone_however_small() {
        assert_eq!(strata(&[9, 1, 9], &[3, 1, 3]), [vec![0], vec![1], vec![2]]);
        assert_eq!(strata(&[9, 1, 9], &[3, 0, 3]), [vec![0, 1], vec![2]]);
    }
}
