//! "80 % transmitted" does not say of what: every reading of a declared coverage, as printed and at
//! the end of its rounding interval that favours the declaration.

use scrutineer_model::{
    Applies, Dataset, Declaration, Exact, Overflow, PrintedPercent, RegisterKind,
};

use crate::counts::Counts;
use crate::feasibility::basis::{Basis, Total, totals};
use crate::feasibility::declared::{declared_valid, implied_electors};
use crate::feasibility::greedy::Removal;
use crate::feasibility::targets::{Targets, least, most};
use crate::observed::Observed;

/// What a coverage may be a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReadingKind {
    /// Registered voters of the counted stations.
    Electors,
    /// Stations; sheets are left out whole.
    Stations,
    /// Valid votes.
    ValidVotes,
    /// Polling places; places are left out whole.
    Places,
    /// Registered voters, as the declaration's own turnout fixes them: people who voted (valid
    /// votes where voters are not announced) / turnout.
    OwnTurnout,
}

/// The smallest sums that a count of a given size can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The share counted, as this bound takes it; `None` without a total.
    pub coverage: Option<Exact>,
    /// What is left out, in the unit of the reading.
    pub not_counted: Exact,
    /// Per target, the smallest sum over the observed sheets that must be inside.
    pub minimum: Vec<Exact>,
    /// The same, rounded up: votes are whole.
    pub minimum_votes: Vec<u64>,
    /// Per target, votes by which the declared number is below; 0 where it is possible.
    pub shortfall: Vec<u64>,
}

/// A reading with one value of the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Which total.
    pub basis: Basis,
    /// Its value.
    pub total: u64,
    /// Whether it is about this contest.
    pub applies: Applies,
    /// Whether the rounded turnout that the declaration prints allows this reading. Only readings
    /// of electors can be excluded by it.
    pub admissible: bool,
    /// With the percentages as printed and the chosen readings of declared numbers.
    pub as_printed: Bound,
    /// With the ends of rounding intervals, and the readings of declared numbers, that favour the
    /// declaration; only this supports a claim.
    pub favourable: Bound,
    /// Per target, what must at least be left out for the declared number to be possible.
    pub must_be_left_out: Vec<Exact>,
    /// The largest coverage at which no declared number contradicts the sheets.
    pub consistent_up_to: Exact,
}

/// One reading with every value of its total, the main one first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Of what the coverage is a share.
    pub kind: ReadingKind,
    /// At least one; for valid votes exactly one, whose total is the declared valid votes.
    pub alternatives: Vec<Alternative>,
}

/// Every reading of the coverage that a declaration prints or states, in order of
/// [`ReadingKind`]; a reading whose total nobody knows is left out, so is every reading where
/// nothing about coverage is said (forensics note, 3.3 b and amendments a, b).
///
/// `observed` are the sheets in the declaration's scope. For a division only what the declaration
/// itself states is a total: registers are about the whole contest.
pub fn readings(
    dataset: &Dataset,
    observed: &Observed,
    declaration: &Declaration,
    targets: &Targets,
) -> Result<Vec<Reading>, Overflow> {
    let context = Context {
        dataset,
        observed,
        declaration,
        targets,
        votes: targets
            .list
            .iter()
            .map(|target| target.votes(observed))
            .collect(),
    };
    let registered = Counts::from(observed.registered.as_slice());
    let by_electors = context.removals(&registered);
    let found = [
        context.electors(&by_electors)?,
        context.stations()?,
        context.valid_votes()?,
        context.places()?,
        context.own_turnout(&by_electors)?,
    ];
    Ok(found
        .into_iter()
        .flatten()
        .filter(|reading| !reading.alternatives.is_empty())
        .collect())
}

/// What is left out: as printed and at the favourable end.
struct LeftOut {
    printed: Exact,
    favourable: Exact,
}

struct Context<'a> {
    dataset: &'a Dataset,
    observed: &'a Observed,
    declaration: &'a Declaration,
    targets: &'a Targets,
    /// Votes per sheet of every target.
    votes: Vec<Counts<'a>>,
}

impl Context<'_> {
    fn options(&self) -> usize {
        self.observed.options.len()
    }

    fn removals<'b>(&'b self, weights: &'b Counts<'b>) -> Vec<Removal<'b>> {
        let removal = |votes: &'b Counts<'b>| Removal::of(votes.borrowed(), weights.borrowed());
        self.votes.iter().map(removal).collect()
    }

    fn electors(&self, removals: &[Removal<'_>]) -> Result<Option<Reading>, Overflow> {
        let coverage = &self.declaration.coverage;
        if coverage.electors.is_none() && coverage.printed.is_none() {
            return Ok(None);
        }
        let implied = implied_electors(self.declaration, self.options())?;
        let mut alternatives = Vec::new();
        for total in totals(self.dataset, self.declaration, RegisterKind::Electors) {
            let whole = Exact::from(total.value);
            let (left_out, counted) = match (&coverage.electors, coverage.printed) {
                (Some(figure), _) => {
                    let rest = |counted: u64| whole.checked_sub(Exact::from(counted));
                    let counted = (Exact::from(least(figure)), Exact::from(most(figure)));
                    let left_out = LeftOut {
                        printed: rest(figure.value())?,
                        favourable: rest(least(figure))?,
                    };
                    (left_out, counted)
                }
                (None, Some(printed)) => {
                    let counted = (
                        whole.checked_mul(printed.lowest())?,
                        whole.checked_mul(printed.highest())?,
                    );
                    (share_left_out(printed, whole)?, counted)
                }
                (None, None) => continue,
            };
            let admissible =
                implied.is_none_or(|(_, fewest, most)| counted.0 <= most && fewest <= counted.1);
            alternatives.push(self.alternative(total, admissible, &left_out, false, removals)?);
        }
        Ok(Some(Reading {
            kind: ReadingKind::Electors,
            alternatives,
        }))
    }

    fn own_turnout(&self, removals: &[Removal<'_>]) -> Result<Option<Reading>, Overflow> {
        let Some((printed, fewest, _)) = implied_electors(self.declaration, self.options())? else {
            return Ok(None);
        };
        let mut alternatives = Vec::new();
        for total in totals(self.dataset, self.declaration, RegisterKind::Electors) {
            let whole = Exact::from(total.value);
            let left_out = LeftOut {
                printed: whole.checked_sub(printed)?,
                favourable: whole.checked_sub(fewest)?,
            };
            alternatives.push(self.alternative(total, true, &left_out, false, removals)?);
        }
        Ok(Some(Reading {
            kind: ReadingKind::OwnTurnout,
            alternatives,
        }))
    }

    fn stations(&self) -> Result<Option<Reading>, Overflow> {
        let counted = self.declaration.coverage.stations.as_ref();
        if counted.is_none() && self.declaration.coverage.printed.is_none() {
            return Ok(None);
        }
        let ones = vec![1u32; self.observed.len()];
        let ones = Counts::from(ones.as_slice());
        let removals = self.removals(&ones);
        let all = totals(self.dataset, self.declaration, RegisterKind::Stations);
        self.whole_units(ReadingKind::Stations, all, counted, &removals)
    }

    fn places(&self) -> Result<Option<Reading>, Overflow> {
        let counted = self.declaration.coverage.places.as_ref();
        if counted.is_none() && self.declaration.coverage.printed.is_none() {
            return Ok(None);
        }
        let places = self.dataset.places().len();
        let mut of_station = Vec::with_capacity(self.observed.len());
        for station in &self.observed.stations {
            match self.dataset.stations().places().get(station.get()) {
                Some(Some(place)) => of_station.push(place.get()),
                // A station of unknown place may be left out with any place.
                _ => return Ok(None),
            }
        }
        let by_place = |votes: &Counts<'_>| {
            let mut sums = vec![0u64; places];
            for (&place, votes) in of_station.iter().zip(votes.iter()) {
                sums[place] += votes;
            }
            sums
        };
        let sums: Vec<Vec<u64>> = self.votes.iter().map(by_place).collect();
        let ones = vec![1; places];
        let removals: Vec<Removal> = sums.iter().map(|sums| Removal::new(sums, &ones)).collect();
        let all = totals(self.dataset, self.declaration, RegisterKind::Places);
        self.whole_units(ReadingKind::Places, all, counted, &removals)
    }

    fn whole_units(
        &self,
        kind: ReadingKind,
        totals: Vec<Total>,
        counted: Option<&scrutineer_model::Figure>,
        removals: &[Removal<'_>],
    ) -> Result<Option<Reading>, Overflow> {
        let printed = self.declaration.coverage.printed;
        let mut alternatives = Vec::new();
        for total in totals {
            let whole = Exact::from(total.value);
            let left_out = match (counted, printed) {
                (Some(figure), _) => LeftOut {
                    printed: whole.checked_sub(Exact::from(figure.value()))?,
                    favourable: whole.checked_sub(Exact::from(least(figure)))?,
                },
                (None, Some(printed)) => {
                    let shares = share_left_out(printed, whole)?;
                    LeftOut {
                        printed: Exact::integer(shares.printed.floor()),
                        favourable: Exact::integer(shares.favourable.floor()),
                    }
                }
                (None, None) => continue,
            };
            alternatives.push(self.alternative(total, true, &left_out, true, removals)?);
        }
        Ok(Some(Reading { kind, alternatives }))
    }

    fn valid_votes(&self) -> Result<Option<Reading>, Overflow> {
        let (Some(printed), Some((valid, _, most))) = (
            self.declaration.coverage.printed,
            declared_valid(self.declaration, self.options()),
        ) else {
            return Ok(None);
        };
        if printed.lowest() <= Exact::ZERO {
            return Ok(None);
        }
        let rest = |valid: u64, share: Exact| {
            let valid = Exact::from(valid);
            valid.checked_div(share)?.checked_sub(valid)
        };
        let left_out = LeftOut {
            printed: rest(valid, printed.share())?,
            favourable: rest(most, printed.lowest())?,
        };
        let valid_votes = Counts::from(self.observed.valid.as_slice());
        let removals = self.removals(&valid_votes);
        let total = Total {
            basis: Basis::Declaration,
            value: valid,
            applies: Applies::Yes,
        };
        let mut found = self.alternative(total, true, &left_out, false, &removals)?;
        found.as_printed.coverage = Some(printed.share());
        found.favourable.coverage = Some(printed.lowest());
        // Of D + W valid votes D are counted when W are left out.
        let needed = found.must_be_left_out.iter().copied().max();
        let counted = Exact::from(valid);
        found.consistent_up_to =
            counted.checked_div(counted.checked_add(needed.unwrap_or(Exact::ZERO))?)?;
        Ok(Some(Reading {
            kind: ReadingKind::ValidVotes,
            alternatives: vec![found],
        }))
    }

    fn alternative(
        &self,
        total: Total,
        admissible: bool,
        left_out: &LeftOut,
        whole_units: bool,
        removals: &[Removal<'_>],
    ) -> Result<Alternative, Overflow> {
        let whole = Exact::from(total.value);
        let share = |rest: Exact| {
            let coverage = Exact::ONE.checked_sub(rest.checked_div(whole)?)?;
            Ok::<_, Overflow>(coverage)
        };
        let bound = |left_out: Exact, favourable: bool| -> Result<Bound, Overflow> {
            let left_out = left_out.max(Exact::ZERO);
            let mut found = Bound {
                coverage: share(left_out).ok(),
                not_counted: left_out,
                minimum: Vec::new(),
                minimum_votes: Vec::new(),
                shortfall: Vec::new(),
            };
            for (target, removal) in self.targets.list.iter().zip(removals) {
                let removed = removal.most_votes(left_out)?;
                let minimum = Exact::from(target.observed).checked_sub(removed)?;
                let votes = u64::try_from(minimum.ceil()).unwrap_or(0);
                let declared = if favourable {
                    target.declared_most
                } else {
                    target.declared
                };
                found.minimum.push(minimum);
                found.minimum_votes.push(votes);
                found.shortfall.push(votes.saturating_sub(declared));
            }
            Ok(found)
        };
        let as_printed = bound(left_out.printed, false)?;
        let favourable = bound(left_out.favourable, true)?;
        let mut must_be_left_out = Vec::new();
        for (target, removal) in self.targets.list.iter().zip(removals) {
            let excess = target.observed.saturating_sub(target.declared);
            let needed = removal.least_weight(excess)?.unwrap_or(Exact::ZERO);
            must_be_left_out.push(if whole_units {
                Exact::integer(needed.ceil())
            } else {
                needed
            });
        }
        let needed = must_be_left_out.iter().copied().max();
        let consistent_up_to = share(needed.unwrap_or(Exact::ZERO)).unwrap_or(Exact::ZERO);
        Ok(Alternative {
            basis: total.basis,
            total: total.value,
            applies: total.applies,
            admissible,
            as_printed,
            favourable,
            must_be_left_out,
            consistent_up_to: consistent_up_to.max(Exact::ZERO),
        })
    }
}

fn share_left_out(printed: PrintedPercent, whole: Exact) -> Result<LeftOut, Overflow> {
    let rest = |share: Exact| Exact::ONE.checked_sub(share)?.checked_mul(whole);
    Ok(LeftOut {
        printed: rest(printed.share())?,
        favourable: rest(printed.lowest())?,
    })
}
