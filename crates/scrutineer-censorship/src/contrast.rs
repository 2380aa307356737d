//! Before and after a day that was named before reading.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Real;
use scrutineer_stats::{Fourfold, benjamini_hochberg, mantel_haenszel};
use serde::Serialize;

use crate::collect::{Observations, Row, name};
use crate::day::Day;
use crate::series::count;
use crate::settings::Settings;

/// Days before and from the day on.
const WINDOW: i32 = 28;

/// Days of a year, by which the window of the year before is moved.
const YEAR: i32 = 365;

/// Blocked and valid measurements before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Pair {
    /// Blocked before.
    pub before_blocked: u64,
    /// Valid before.
    pub before_n: u64,
    /// Blocked after.
    pub after_blocked: u64,
    /// Valid after.
    pub after_n: u64,
}

impl Pair {
    fn table(self) -> Fourfold {
        Fourfold {
            first_hits: self.before_blocked,
            first_misses: self.before_n.saturating_sub(self.before_blocked),
            second_hits: self.after_blocked,
            second_misses: self.after_n.saturating_sub(self.after_blocked),
        }
    }

    fn add(&mut self, other: Self) {
        self.before_blocked += other.before_blocked;
        self.before_n += other.before_n;
        self.after_blocked += other.after_blocked;
        self.after_n += other.after_n;
    }

    /// Share after less share before, in units of one; `None` where a side is empty.
    pub fn difference(self) -> Option<f64> {
        let share = |k: u64, n: u64| (n > 0).then(|| k as f64 / n as f64);
        Some(share(self.after_blocked, self.after_n)? - share(self.before_blocked, self.before_n)?)
    }
}

/// One network of a contrast.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct NetworkContrast {
    /// Its number.
    pub asn: u32,
    /// Country of the probes.
    pub country: String,
    /// Counts.
    pub counts: Pair,
    /// Fisher's exact p-value, two-sided.
    pub p: Option<Real>,
    /// Odds after over before; absent where not finite.
    pub odds_ratio: Option<Real>,
    /// Whether both sides have at least five measurements, below which no p-value can be under 0.01.
    pub has_enough: bool,
}

/// One target of a contrast.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct TargetContrast {
    /// Site or service.
    pub target: String,
    /// All networks together.
    pub counts: Pair,
    /// Share after less share before; absent where a side is empty.
    pub difference: Option<Real>,
    /// Common odds ratio over networks (Mantel and Haenszel); absent where not finite.
    pub odds_ratio: Option<Real>,
    /// p-value over networks; absent where no network can show a difference.
    pub p: Option<Real>,
    /// Level of the false discovery rate over targets.
    pub q: Option<Real>,
    /// Each network.
    pub networks: Vec<NetworkContrast>,
    /// The same target in the control countries, difference of shares.
    pub in_control_countries: Option<Real>,
    /// The same days one year before, difference of shares.
    pub year_before: Option<Real>,
    /// The difference less that of the control countries; absent where either is.
    pub beyond_control_countries: Option<Real>,
    /// The difference less that of the control targets; absent where either is.
    pub beyond_control_targets: Option<Real>,
    /// The difference less that of the year before; absent where either is.
    pub beyond_year_before: Option<Real>,
}

/// The contrast around a day.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Contrast {
    /// The day.
    pub day: Day,
    /// First and last day of the window before it and from it on.
    pub window: [Day; 4],
    /// Whether the list of targets was given, rather than taken from the data.
    pub is_list_given: bool,
    /// Targets, in their order.
    pub targets: Vec<TargetContrast>,
    /// The targets given as controls, in all networks looked at: difference of shares.
    pub control_targets: Option<Real>,
}

/// A network in one country, within which before and after are compared.
struct Stratum {
    asn: u32,
    country: String,
    counts: Pair,
}

fn pair(rows: &[Row], day: Day) -> Pair {
    let within = |from: i32, to: i32| {
        let (from, to) = (day.plus(from), day.plus(to));
        count(rows.iter().filter(|row| (from..=to).contains(&row.day())))
    };
    let (before, after) = (within(-WINDOW, -1), within(0, WINDOW - 1));
    Pair {
        before_blocked: before.blocked,
        before_n: before.total,
        after_blocked: after.blocked,
        after_n: after.total,
    }
}

/// The contrast; `None` where no day was named.
pub(crate) fn contrast(all: &Observations, settings: &Settings) -> Option<Contrast> {
    let day = settings.election?;
    let mut own: BTreeMap<String, Vec<Stratum>> = BTreeMap::new();
    let mut abroad: BTreeMap<String, Pair> = BTreeMap::new();
    let mut earlier: BTreeMap<String, Pair> = BTreeMap::new();
    let mut controls = Pair::default();
    for listed in &settings.targets {
        own.entry(listed.target.clone()).or_default();
    }
    for rows in all.series() {
        let Some(first) = rows.first() else { continue };
        let target = name(&all.targets, first.target);
        let country = name(&all.countries, first.country);
        let found = pair(rows, day);
        if settings.is_control_country(country) {
            abroad.entry(target.to_owned()).or_default().add(found);
        } else if settings.is_studied(country) {
            if settings.is_control_target(target) {
                controls.add(found);
            } else if settings.is_wanted(target) {
                own.entry(target.to_owned()).or_default().push(Stratum {
                    asn: first.asn,
                    country: country.to_owned(),
                    counts: found,
                });
                let before = pair(rows, day.plus(-YEAR));
                earlier.entry(target.to_owned()).or_default().add(before);
            }
        }
    }
    let mut targets: Vec<TargetContrast> = own
        .iter()
        .map(|(target, networks)| {
            of_target(
                target,
                networks,
                [abroad.get(target), Some(&controls), earlier.get(target)],
            )
        })
        .collect();
    let tested: BTreeSet<usize> = (0..)
        .zip(&targets)
        .filter(|(_, held)| held.p.is_some())
        .map(|(at, _)| at)
        .collect();
    let p: Vec<f64> = targets
        .iter()
        .filter_map(|held| Some(held.p?.get()))
        .collect();
    for (at, q) in tested
        .into_iter()
        .zip(benjamini_hochberg(&p).unwrap_or_default())
    {
        if let Some(held) = targets.get_mut(at) {
            held.q = Some(Real::new(q));
        }
    }
    Some(Contrast {
        day,
        window: [day.plus(-WINDOW), day.plus(-1), day, day.plus(WINDOW - 1)],
        is_list_given: !settings.targets.is_empty(),
        targets,
        control_targets: controls.difference().map(Real::new),
    })
}

/// `controls` are the same target in the control countries, the control targets, and the year before.
fn of_target(target: &str, networks: &[Stratum], controls: [Option<&Pair>; 3]) -> TargetContrast {
    const LEAST: u64 = 5;
    let mut counts = Pair::default();
    for stratum in networks {
        counts.add(stratum.counts);
    }
    let tables: Vec<Fourfold> = networks.iter().map(|at| at.counts.table()).collect();
    let common = mantel_haenszel(&tables);
    let own = counts.difference();
    let [abroad, others, earlier] = controls.map(|pair| pair.and_then(|pair| pair.difference()));
    let beyond = |control: Option<f64>| own.zip(control).map(|(own, of)| Real::new(own - of));
    TargetContrast {
        target: target.to_owned(),
        counts,
        difference: own.map(Real::new),
        odds_ratio: common.and_then(|common| common.odds_ratio).map(Real::new),
        p: common.map(|common| Real::new(common.p)),
        q: None,
        networks: networks
            .iter()
            .filter(|at| at.counts.before_n + at.counts.after_n > 0)
            .map(|at| NetworkContrast {
                asn: at.asn,
                country: at.country.clone(),
                counts: at.counts,
                p: at.counts.table().fisher().map(Real::new),
                odds_ratio: at.counts.table().odds_ratio().map(Real::new),
                has_enough: at.counts.before_n.min(at.counts.after_n) >= LEAST,
            })
            .collect(),
        in_control_countries: abroad.map(Real::new),
        year_before: earlier.map(Real::new),
        beyond_control_countries: beyond(abroad),
        beyond_control_targets: beyond(others),
        beyond_year_before: beyond(earlier),
    }
}

#[cfg(test)]
mod tests;
