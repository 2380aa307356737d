//! A change of one series, with the samples it needs and what it must be read against.

use std::collections::BTreeMap;

use scrutineer_model::Real;
use scrutineer_stats::wilson;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::collect::{Observations, Row, name};
use crate::day::Day;
use crate::observation::Access;
use crate::onset::{Count, Split, permutation_p, split};
use crate::series::{by_day, count, mechanisms, reports, witnesses};
use crate::settings::Settings;
use crate::verdict::{State, words};

words! {
    /// What a change lacks to be published.
    Lack {
        /// Fewer than ten measurements before or after.
        Measurements = "measurements",
        /// Fewer than three reports before or after.
        Reports = "reports",
        /// Fewer than two days before or after.
        Days = "days",
        /// The q-value is above 0.01.
        Surprise = "surprise",
        /// The share does not grow.
        Direction = "direction",
        /// Most measurements after it are down for the control as well: withdrawn or gone.
        GoneEverywhere = "gone-everywhere",
        /// Without the report that holds most of the blocked measurements it has too few.
        OneReport = "one-report",
        /// The target is blocked or down in the control countries as well.
        ControlCountries = "control-countries",
    }
}

words! {
    /// Who else says so.
    Concordance {
        /// A source that rests on other measurements agrees, and whoever watched the network recorded no outage.
        Strong = "strong",
        /// Nobody else.
        SingleSource = "single-source",
    }
}

/// One side of a change.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Side {
    /// Days with measurements.
    pub days: u64,
    /// Valid measurements.
    pub n: u64,
    /// Blocked measurements.
    pub blocked: u64,
    /// Possibly blocked measurements.
    pub possible: u64,
    /// Measurements that are down for the control as well.
    pub down: u64,
    /// Distinct reports.
    pub reports: u64,
    /// 95 % interval of the blocked share (Wilson); absent without measurements.
    pub interval: Option<[Real; 2]>,
    /// Measurements from campaigns.
    pub campaign: u64,
    /// Measurements from mobile networks.
    pub mobile: u64,
    /// Measurements through a tunnel.
    pub tunnel: u64,
    /// Measurements with the resolver of the network itself.
    pub own_resolver: u64,
    /// Measurements from probes whose IPv6 failed.
    pub ipv6_failed: u64,
    /// Versions of the test.
    pub versions: Vec<String>,
}

/// What a change must be read against.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Checks {
    /// Days of recorded outage of the network, from seven days before to seven after the change.
    pub outages: Vec<Day>,
    /// Whether somebody watched the network for outages on all of these days. If not, a day without a
    /// recorded outage is a day of which nobody knows.
    pub outages_known: bool,
    /// The target in the control countries from the change on: blocked or down, of all valid.
    pub control_countries: Option<[u64; 2]>,
    /// The day on which the target came onto the list; absent where that is not known.
    pub added: Option<Day>,
    /// Whether a version of the test stands after the change that does not before.
    pub has_new_version: bool,
    /// Most blocked measurements of one report, of all blocked after the change.
    pub largest_report: [u64; 2],
    /// Blocked and valid after the change without that report.
    pub without_it: [u64; 2],
}

/// A change of the blocked share of a series.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Finding {
    /// Number of the network.
    pub asn: u32,
    /// Country of the probes.
    pub country: String,
    /// Its name on the day of the change.
    pub network: Option<String>,
    /// Site or service.
    pub target: String,
    /// The first day after the change.
    pub day: Day,
    /// The last day with measurements before it.
    pub last_before: Day,
    /// Earliest and latest first day that the data do not tell from it.
    pub support: [Day; 2],
    /// Before.
    pub before: Side,
    /// After.
    pub after: Side,
    /// The likelihood ratio.
    pub ratio: Real,
    /// Its p-value by permuted days.
    pub p: Real,
    /// The level of the false discovery rate over all series looked at.
    pub q: Real,
    /// What was seen after it most often; absent where nothing is blocked there.
    pub mechanism: Option<String>,
    /// Ids of up to five reports with blocked measurements after it.
    pub witnesses: Vec<String>,
    /// Other explanations.
    pub checks: Checks,
    /// Who else says so.
    pub concordance: Concordance,
    /// Everything it lacks; a finding that lacks nothing is published.
    pub lacks: Vec<Lack>,
}

/// A change before it is known how many were looked at.
pub(crate) struct Candidate<'a> {
    rows: &'a [Row],
    days: Vec<(Day, Count)>,
    split: Split,
    pub(crate) p: f64,
}

pub(crate) const LEAST_MEASUREMENTS: u64 = 10;
pub(crate) const LEAST_REPORTS: u64 = 3;
pub(crate) const LEAST_DAYS: u64 = 2;
/// Days on each side of a change on which an outage could explain it.
const AROUND: i32 = 7;
pub(crate) const LEVEL: f64 = 0.01;

/// Looks for a change; `None` for fewer than two days with valid measurements.
pub(crate) fn candidate<'a>(
    rows: &'a [Row],
    all: &Observations,
    digests: &[String],
    draws: u64,
) -> Option<Candidate<'a>> {
    let days: Vec<(Day, Count)> = by_day(rows)
        .map(|(day, rows)| (day, count(rows.iter())))
        .filter(|(_, count)| count.total > 0)
        .collect();
    let counts: Vec<Count> = days.iter().map(|(_, count)| *count).collect();
    let split = split(&counts)?;
    let first = rows.first()?;
    let mut hash = Sha256::new();
    for digest in digests {
        hash.update(digest);
    }
    hash.update(format!(
        "{} {} {} {}",
        first.asn,
        name(&all.countries, first.country),
        first.family.word(),
        name(&all.targets, first.target)
    ));
    let p = permutation_p(&counts, hash.finalize().into(), draws);
    Some(Candidate {
        rows,
        days,
        split,
        p,
    })
}

fn side(rows: &[Row], all: &Observations) -> Side {
    let valid = || rows.iter().filter(|row| row.is_valid());
    let number = |test: &dyn Fn(&Row) -> bool| valid().filter(|row| test(row)).count() as u64;
    let counted = count(rows.iter());
    let mut versions: Vec<u32> = valid().map(|row| row.version).collect();
    versions.sort_unstable();
    versions.dedup();
    Side {
        days: by_day(rows)
            .filter(|(_, rows)| rows.iter().any(Row::is_valid))
            .count() as u64,
        n: counted.total,
        blocked: counted.blocked,
        possible: number(&Row::is_possible),
        down: number(&|row| row.state == State::Down),
        reports: reports(valid()),
        interval: wilson(counted.blocked, counted.total)
            .map(|(low, high)| [Real::new(low), Real::new(high)]),
        campaign: number(&|row| row.is_campaign),
        mobile: number(&|row| row.access == Access::Mobile),
        tunnel: number(&|row| row.access == Access::Tunnel),
        own_resolver: number(&|row| row.own_resolver == Some(true)),
        ipv6_failed: number(&|row| row.ipv6_failed == Some(true)),
        versions: versions
            .into_iter()
            .map(|version| name(&all.versions, version).to_owned())
            .filter(|version| !version.is_empty())
            .collect(),
    }
}

impl Candidate<'_> {
    /// The finding, once its q-value is known.
    pub(crate) fn finish(
        &self,
        q: f64,
        all: &Observations,
        settings: &Settings,
        elsewhere: &BTreeMap<u32, Vec<(Day, State)>>,
    ) -> Option<Finding> {
        let first = self.rows.first()?;
        let day_at = |at: usize| self.days.get(at).map(|(day, _)| *day);
        let day = day_at(self.split.at)?;
        let place = self.rows.partition_point(|row| row.day() < day);
        let (rows_before, rows_after) = self.rows.split_at_checked(place)?;
        let (before, after) = (side(rows_before, all), side(rows_after, all));
        let target = name(&all.targets, first.target);
        let blocked_after = || rows_after.iter().filter(|row| row.is_blocked());
        let checks = self.checks(
            day, rows_after, &before, &after, settings, target, elsewhere,
        );
        let mut finding = Finding {
            asn: first.asn,
            country: name(&all.countries, first.country).to_owned(),
            network: settings
                .network(first.asn, day)
                .map(|held| held.name.clone()),
            target: target.to_owned(),
            day,
            last_before: day_at(self.split.at.checked_sub(1)?)?,
            support: [day_at(self.split.support.0)?, day_at(self.split.support.1)?],
            ratio: Real::new(self.split.ratio),
            p: Real::new(self.p),
            q: Real::new(q),
            mechanism: mechanisms(rows_after, all)
                .into_iter()
                .find(|held| !held.is_possible)
                .map(|held| held.mechanism),
            witnesses: witnesses(blocked_after(), all),
            concordance: concordance(settings, target, first.asn, day, &checks),
            before,
            after,
            checks,
            lacks: Vec::new(),
        };
        finding.lacks = lacks(&finding, q);
        Some(finding)
    }

    fn checks(
        &self,
        day: Day,
        rows_after: &[Row],
        before: &Side,
        after: &Side,
        settings: &Settings,
        target: &str,
        elsewhere: &BTreeMap<u32, Vec<(Day, State)>>,
    ) -> Checks {
        let own = self.rows.first();
        let mut by_report: BTreeMap<u32, u64> = BTreeMap::new();
        for row in rows_after.iter().filter(|row| row.is_blocked()) {
            *by_report.entry(row.report).or_default() += 1;
        }
        let largest = by_report
            .iter()
            .max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
        let without = count(
            rows_after
                .iter()
                .filter(|row| Some(&row.report) != largest.map(|(id, _)| id)),
        );
        let held = own.and_then(|row| elsewhere.get(&row.target));
        let since: Vec<State> = held
            .into_iter()
            .flatten()
            .filter(|(held, _)| *held >= day)
            .map(|(_, state)| *state)
            .collect();
        let unreached = since.iter().filter(|state| **state != State::Ok).count() as u64;
        let asn = own.map_or(0, |row| row.asn);
        let around: Vec<Day> = (-AROUND..=AROUND).map(|days| day.plus(days)).collect();
        Checks {
            outages: around
                .iter()
                .copied()
                .filter(|day| settings.outages.has(asn, *day))
                .collect(),
            outages_known: around
                .iter()
                .all(|day| settings.outages.is_watched(asn, *day)),
            control_countries: (!since.is_empty()).then_some([unreached, since.len() as u64]),
            added: settings.listed(target).and_then(|held| held.added),
            has_new_version: after
                .versions
                .iter()
                .any(|held| !before.versions.contains(held)),
            largest_report: [largest.map_or(0, |(_, n)| *n), after.blocked],
            without_it: [without.blocked, without.total],
        }
    }
}

fn concordance(
    settings: &Settings,
    target: &str,
    asn: u32,
    day: Day,
    checks: &Checks,
) -> Concordance {
    let agrees = settings.statements.iter().any(|held| {
        held.is_independent
            && held.target == target
            && held.asn == Some(asn)
            && (day.plus(-1)..=day.plus(1)).contains(&held.day)
    });
    if agrees && checks.outages_known && checks.outages.is_empty() {
        Concordance::Strong
    } else {
        Concordance::SingleSource
    }
}

fn lacks(finding: &Finding, q: f64) -> Vec<Lack> {
    let (before, after) = (&finding.before, &finding.after);
    let least = |test: &dyn Fn(&Side) -> u64| test(before).min(test(after));
    let checks = &finding.checks;
    let [largest, of_all] = checks.largest_report;
    let grows = u128::from(after.blocked) * u128::from(before.n)
        > u128::from(before.blocked) * u128::from(after.n);
    let failing = [
        (
            Lack::Measurements,
            least(&|side| side.n) < LEAST_MEASUREMENTS,
        ),
        (Lack::Reports, least(&|side| side.reports) < LEAST_REPORTS),
        (Lack::Days, least(&|side| side.days) < LEAST_DAYS),
        (Lack::Surprise, q > LEVEL),
        (Lack::Direction, !grows),
        (Lack::GoneEverywhere, after.down * 2 > after.n),
        (
            Lack::OneReport,
            largest * 2 > of_all && checks.without_it[1] < LEAST_MEASUREMENTS,
        ),
        (
            Lack::ControlCountries,
            checks
                .control_countries
                .is_some_and(|[unreached, all]| unreached * 2 > all),
        ),
    ];
    failing
        .into_iter()
        .filter(|(_, fails)| *fails)
        .map(|(lack, _)| lack)
        .collect()
}

#[cfg(test)]
mod tests;
