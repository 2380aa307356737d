//! The range over models, or why there is no estimate.

use scrutineer_model::Real;
use serde::Serialize;

use super::fit::{Fit, NoFit, fit};
use super::model::{Interaction, Model, Overlaps, hierarchical_models};
use super::profile::{Profile, profile};
use crate::publish::{Published, SMALLEST};

/// Fewest persons on the lists together.
pub const LEAST_PERSONS: u64 = 50;
/// Fewest persons that any two lists share.
pub const LEAST_OVERLAP: u64 = 5;
/// Fewest valid lists.
const LEAST_LISTS: u32 = 3;
/// How far below the best a model may be, in units of AIC, and still count.
const NEAR: f64 = 10.0;
/// Least goodness of fit (upper tail of the deviance) that one of the near models must have.
const LEAST_GOODNESS: f64 = 0.01;
/// Most that two estimates of near models may differ by, as a factor.
const MOST_DIFFERENT: f64 = 2.0;
/// Most that the ends of the interval may differ by, as a factor.
const WIDEST: f64 = 4.0;

/// What is to be estimated.
#[derive(Clone, Debug)]
pub struct Request<'a> {
    /// The lists.
    pub overlaps: &'a Overlaps,
    /// Pairs of lists, by position, of which one rests on the other or both on a third.
    pub derived: Vec<(u32, u32)>,
    /// Whether the act is a death: refused unless `allow_deaths`.
    pub is_death: bool,
    /// Whether somebody asked for an estimate of deaths by name.
    pub allow_deaths: bool,
}

/// Why there is no estimate. Then only minimum, credible and maximum are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "reason")]
#[non_exhaustive]
pub enum Refusal {
    /// Few deaths on lists that read each other: independence cannot be defended.
    Deaths,
    /// Fewer than three lists with a person.
    FewLists {
        /// Lists with a person.
        lists: u32,
    },
    /// A list rests on another, or two on a third.
    Derived {
        /// Position of the one.
        first: u32,
        /// Position of the other.
        second: u32,
    },
    /// Fewer than 50 persons.
    FewPersons {
        /// How many; of acts other than deaths withheld below 5.
        persons: Published,
    },
    /// Two lists share fewer than 5 persons.
    SmallOverlap {
        /// Position of the one.
        first: u32,
        /// Position of the other.
        second: u32,
        /// Persons on both; of acts other than deaths withheld unless there is none.
        persons: Published,
    },
    /// No model has a finite estimate.
    NoModel,
    /// The lists overlap in a way that none of the models describes: the best fit of those within 10 AIC has a
    /// goodness below 0.01.
    NoModelFits,
    /// Models that fit alike differ by more than a factor of 2.
    ModelsDiffer,
    /// The ends of the interval are more than a factor of 4 apart, or there is no upper end.
    TooWide,
}

/// What an estimate rests on; printed with each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Assumption {
    /// Nobody joins or leaves the population in the interval.
    ClosedPopulation,
    /// All lists mean the same act.
    SameDefinition,
    /// Who is the same person was decided rightly.
    PerfectLinkage,
    /// Lists depend on each other only as modelled.
    DependenceAsModelled,
    /// Everybody had some chance to be on some list.
    SomeChance,
    /// Nobody is on a list who does not belong there.
    NoFalseEntries,
}

impl Assumption {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::ClosedPopulation,
        Self::SameDefinition,
        Self::PerfectLinkage,
        Self::DependenceAsModelled,
        Self::SomeChance,
        Self::NoFalseEntries,
    ];
}

/// One model within 10 AIC of the best.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct ModelEstimate {
    /// Letters of its interactions; `1` for independence.
    pub model: String,
    /// Persons, seen and unseen.
    pub estimate: Real,
    /// Lower end of its 95 % profile interval.
    pub low: Real,
    /// Upper end.
    pub high: Real,
    /// Distance from the best model in AIC.
    pub behind: Real,
    /// Upper tail of its deviance; `None` without degrees of freedom.
    pub goodness: Option<Real>,
    /// Interactions that were left out, because nobody is on all their lists.
    pub dropped: Vec<Interaction>,
}

/// The range over models.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct EstimateRange {
    /// Persons on the lists.
    pub observed: u64,
    /// The lowest of the estimates.
    pub lowest: Real,
    /// The highest of the estimates.
    pub highest: Real,
    /// Lower end of the widest 95 % interval over the models.
    pub low: Real,
    /// Upper end.
    pub high: Real,
    /// The models, best first.
    pub models: Vec<ModelEstimate>,
    /// What all of it rests on.
    pub assumptions: Vec<Assumption>,
}

/// An estimate or the reasons against one; all of those that can be told before a model is fitted.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Estimated {
    /// The range over models.
    Range(EstimateRange),
    /// No estimate.
    Refused {
        /// Why; at least one.
        reasons: Vec<Refusal>,
    },
}

/// Estimates how many persons there are in all.
pub fn range(request: &Request<'_>) -> Estimated {
    let mut reasons = refusals(request);
    if reasons.is_empty() {
        match over_models(request.overlaps) {
            Ok(range) => return Estimated::Range(range),
            Err(refusal) => reasons.push(refusal),
        }
    }
    Estimated::Refused { reasons }
}

fn refusals(request: &Request<'_>) -> Vec<Refusal> {
    let overlaps = request.overlaps;
    let mut reasons = Vec::new();
    if request.is_death && !request.allow_deaths {
        reasons.push(Refusal::Deaths);
    }
    let valid: Vec<u32> = (0..overlaps.lists())
        .filter(|at| overlaps.on_all(1 << at) > 0)
        .collect();
    let lists = u32::try_from(valid.len()).unwrap_or(u32::MAX);
    // A list without anybody has no parameter: the models would not be of these lists.
    if lists < LEAST_LISTS || lists < overlaps.lists() {
        reasons.push(Refusal::FewLists { lists });
    }
    for (first, second) in &request.derived {
        let (first, second) = (*first.min(second), *first.max(second));
        reasons.push(Refusal::Derived { first, second });
    }
    // Of detained or threatened persons no number of 1 to 4 is said (H16).
    let shown = |persons: u64| {
        if request.is_death || !(1..SMALLEST).contains(&persons) {
            Published::Shown(persons)
        } else {
            Published::Withheld
        }
    };
    let persons = overlaps.observed();
    if persons < LEAST_PERSONS {
        let persons = shown(persons);
        reasons.push(Refusal::FewPersons { persons });
    }
    for (at, first) in valid.iter().enumerate() {
        for second in valid.iter().skip(at + 1) {
            let persons = overlaps.on_all((1 << first) | (1 << second));
            if persons < LEAST_OVERLAP {
                let (first, second) = (*first, *second);
                let persons = shown(persons);
                reasons.push(Refusal::SmallOverlap {
                    first,
                    second,
                    persons,
                });
            }
        }
    }
    reasons
}

fn over_models(overlaps: &Overlaps) -> Result<EstimateRange, Refusal> {
    let mut fits: Vec<(Model, Fit)> = Vec::new();
    for model in hierarchical_models(overlaps.lists()) {
        match fit(overlaps, &model) {
            Ok(found) => fits.push((model, found)),
            Err(NoFit::NoMaximum | NoFit::Singular) => {}
        }
    }
    fits.sort_by(|(a, x), (b, y)| x.aic.total_cmp(&y.aic).then_with(|| a.cmp(b)));
    let best = fits
        .first()
        .map(|(_, found)| found.aic)
        .ok_or(Refusal::NoModel)?;
    fits.retain(|(_, found)| found.aic - best <= NEAR);
    let fits_well = |found: &Fit| found.goodness.is_none_or(|held| held >= LEAST_GOODNESS);
    if !fits.iter().any(|(_, found)| fits_well(found)) {
        return Err(Refusal::NoModelFits);
    }
    let lowest = fits
        .iter()
        .map(|(_, f)| f.estimate)
        .fold(f64::INFINITY, f64::min);
    let highest = fits.iter().map(|(_, f)| f.estimate).fold(0.0, f64::max);
    if highest > MOST_DIFFERENT * lowest {
        return Err(Refusal::ModelsDiffer);
    }
    let mut models = Vec::new();
    let (mut low, mut high) = (f64::INFINITY, 0.0_f64);
    for (model, found) in &fits {
        let Profile {
            low: from,
            high: to,
            ..
        } = profile(overlaps, model, found).ok_or(Refusal::TooWide)?;
        let to = to.ok_or(Refusal::TooWide)?;
        low = low.min(from);
        high = high.max(to);
        models.push(ModelEstimate {
            model: model.name(),
            estimate: found.estimate.into(),
            low: from.into(),
            high: to.into(),
            behind: (found.aic - best).into(),
            goodness: found.goodness.map(Real::new),
            dropped: found.dropped.clone(),
        });
    }
    if high > WIDEST * low {
        return Err(Refusal::TooWide);
    }
    Ok(EstimateRange {
        observed: overlaps.observed(),
        lowest: lowest.into(),
        highest: highest.into(),
        low: low.into(),
        high: high.into(),
        models,
        assumptions: Assumption::ALL.to_vec(),
    })
}
