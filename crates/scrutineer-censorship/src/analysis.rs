//! From observations to a document: series, changes, contrast, watch, and what could not be seen.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_stats::benjamini_hochberg;
use serde::Serialize;

use crate::collect::{FileReading, Observations, Row, name};
use crate::contrast::{Contrast, contrast};
use crate::day::Day;
use crate::finding::{Candidate, Concordance, Finding, candidate};
use crate::fingerprint::Fingerprints;
use crate::monitor::{Monitor, USUAL, Watch};
use crate::series::{Series, series};
use crate::settings::{NetworkName, Settings, Statement};
use crate::timeline::{TimelineRow, timeline};
use crate::verdict::{RULE_SET, State};
use crate::window::window;
use crate::withdrawn::{Withdrawn, withdrawn};

/// What was read, and what was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Reading {
    /// Each file, in the order of its digest.
    pub files: Vec<FileReading>,
    /// Measurements that were used.
    pub observations: u64,
    /// Those of them from the country looked at; where none is given, from all that are no controls.
    pub of_country: u64,
    /// Measurements that came twice.
    pub duplicates: u64,
    /// Measurements that no rule can use.
    pub invalid: u64,
    /// Measurements whose probe has no working IPv6.
    pub ipv6_masked: u64,
    /// Distinct reports, and so at most so many runs of probes.
    pub reports: u64,
    /// First and last day.
    pub days: Option<[Day; 2]>,
}

/// A change that the watch noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Notice {
    /// The network.
    pub asn: u32,
    /// Country of the probes.
    pub country: String,
    /// Site or service.
    pub target: String,
    /// The day on which the sum reached its threshold.
    pub day: Day,
    /// The state from then on.
    pub to: Watch,
}

/// What nobody could see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Unseen {
    /// Targets of the list without a valid measurement in the country.
    pub targets: Vec<String>,
    /// Networks of the file of names without a measurement.
    pub networks: Vec<NetworkName>,
    /// Days of the window without any measurement.
    pub days: Vec<Day>,
}

/// A document about measurements. Its values are "not used in the answers" of an audit.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Analysis {
    /// Name and version of this kind of document.
    pub schema: &'static str,
    /// The rule set.
    pub rule_set: &'static str,
    /// SHA-256 of the file of fingerprints; absent where none was given.
    pub fingerprints: Option<String>,
    /// What was read.
    pub reading: Reading,
    /// The country looked at.
    pub country: Option<String>,
    /// The day of the election.
    pub election: Option<Day>,
    /// Series looked at for a change, over which q-values are.
    pub looks: u64,
    /// Draws of each p-value, at most.
    pub draws: u64,
    /// First and last measured day of the days that maps show and among which missing ones are listed, at most
    /// 120; `null` without a measurement of the country.
    pub window: Option<[Day; 2]>,
    /// Valid measurements of the series on other days.
    pub outside_window: u64,
    /// Every series of the country, by network and target.
    pub series: Vec<Series>,
    /// Changes that lack nothing.
    pub findings: Vec<Finding>,
    /// Changes that lack something, and what; only those with blocked measurements.
    pub unpublished: Vec<Finding>,
    /// First days of both, by day.
    pub timeline: Vec<TimelineRow>,
    /// Sites that from one day on are down everywhere: withdrawn at the registry or gone, and no finding.
    pub withdrawn: Vec<Withdrawn>,
    /// The contrast around the election.
    pub contrast: Option<Contrast>,
    /// What the watch noticed; never a claim.
    pub notices: Vec<Notice>,
    /// What others said: claims, kept apart.
    pub statements: Vec<Statement>,
    /// What could not be seen.
    pub unseen: Unseen,
}

/// A site and a day, by which a block joins what is known of an outlet from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct OutletDay {
    /// Site or service.
    pub target: String,
    /// The first day of the block.
    pub day: Day,
    /// Networks on which it begins on that day.
    pub networks: Vec<u32>,
}

/// The few lines of an analysis that a report about an election shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Summary {
    /// The rule set.
    pub rule_set: &'static str,
    /// The country looked at.
    pub country: Option<String>,
    /// First and last day.
    pub days: Option<[Day; 2]>,
    /// Measurements that were used.
    pub observations: u64,
    /// Distinct reports.
    pub reports: u64,
    /// Published findings, and how many of them a second source supports.
    pub findings: [u64; 2],
    /// Sites and services of the published findings, and networks.
    pub targets: u64,
    /// Networks of the published findings.
    pub networks: u64,
    /// Claims of others.
    pub statements: u64,
    /// Published findings by site and day.
    pub outlets: Vec<OutletDay>,
    /// Targets of the list that nobody measured.
    pub unseen_targets: u64,
    /// Networks of the file of names without a measurement.
    pub unseen_networks: u64,
}

/// Least and most draws of a p-value, and how many for each series looked at.
const DRAWS: (u64, u64, u64) = (10_000, 1_000_000, 200);

/// Analyses what was read. The same observations, files in any order, and settings give the same document.
pub fn analyse(
    all: &Observations,
    mut files: Vec<FileReading>,
    settings: &Settings,
    fingerprints: &Fingerprints,
) -> Analysis {
    files.sort_by(|a, b| a.sha256.cmp(&b.sha256).then(a.file.cmp(&b.file)));
    let digests: Vec<String> = files.iter().map(|file| file.sha256.clone()).collect();
    let studied: Vec<&[Row]> = all
        .series()
        .filter(|rows| rows.iter().any(|row| row.state != State::Invalid))
        .filter(|rows| {
            let first = rows.first();
            first.is_some_and(|row| {
                let target = name(&all.targets, row.target);
                settings.is_studied(name(&all.countries, row.country))
                    && (settings.is_wanted(target) || settings.is_control_target(target))
            })
        })
        .collect();
    let looks = studied.len() as u64;
    let draws = (looks * DRAWS.2).clamp(DRAWS.0, DRAWS.1);
    let candidates: Vec<Candidate<'_>> = studied
        .iter()
        .filter_map(|rows| candidate(rows, all, &digests, draws))
        .collect();
    let p: Vec<f64> = candidates.iter().map(|held| held.p).collect();
    let q = benjamini_hochberg(&p).unwrap_or_default();
    let elsewhere = elsewhere(all, settings);
    let found = candidates.iter().zip(q);
    let changes = found.filter_map(|(held, q)| held.finish(q, all, settings, &elsewhere));
    let (findings, unpublished): (Vec<Finding>, Vec<Finding>) = changes
        .filter(|held| held.before.blocked + held.after.blocked > 0)
        .partition(|held| held.lacks.is_empty());
    let reading = reading(all, files, settings);
    let mut measured: BTreeMap<Day, u64> = BTreeMap::new();
    for row in studied
        .iter()
        .copied()
        .flatten()
        .filter(|row| row.is_valid())
    {
        *measured.entry(row.day()).or_default() += 1;
    }
    let window = window(&measured, settings.election);
    let is_outside = |day: &Day| !window.is_some_and(|[first, last]| (first..=last).contains(day));
    let outside = measured.iter().filter(|(day, _)| is_outside(day));
    let of_days = |rows: &[Row]| {
        let first = rows.first()?;
        let held = settings.network(first.asn, first.day());
        series(rows, all, held.map(|held| held.name.clone()))
    };
    Analysis {
        schema: "scrutineer/censorship-report/1",
        rule_set: RULE_SET,
        fingerprints: fingerprints.digest().map(str::to_owned),
        country: settings.country.clone(),
        election: settings.election,
        looks,
        draws,
        window,
        outside_window: outside.map(|(_, count)| count).sum(),
        series: studied.iter().filter_map(|rows| of_days(rows)).collect(),
        withdrawn: withdrawn(all, settings),
        timeline: timeline(&findings, &unpublished, settings.election),
        findings,
        unpublished,
        contrast: contrast(all, settings),
        notices: studied.iter().flat_map(|rows| watch(rows, all)).collect(),
        statements: settings.statements.clone(),
        unseen: unseen(all, settings, &studied, &measured, window),
        reading,
    }
}

/// States of each target in the control countries, by day.
fn elsewhere(all: &Observations, settings: &Settings) -> BTreeMap<u32, Vec<(Day, State)>> {
    let mut held: BTreeMap<u32, Vec<(Day, State)>> = BTreeMap::new();
    for row in all
        .rows
        .iter()
        .filter(|row| row.is_valid() && !row.is_possible())
    {
        if settings.is_control_country(name(&all.countries, row.country)) {
            held.entry(row.target)
                .or_default()
                .push((row.day(), row.state));
        }
    }
    held
}

fn reading(all: &Observations, files: Vec<FileReading>, settings: &Settings) -> Reading {
    let used = || all.rows.iter().filter(|row| row.state != State::Invalid);
    let days = used().map(Row::day);
    let reports: BTreeSet<u32> = used().map(|row| row.report).collect();
    let invalid = all.rows.iter().filter(|row| row.state == State::Invalid);
    Reading {
        files,
        observations: used().count() as u64,
        of_country: used()
            .filter(|row| settings.is_studied(name(&all.countries, row.country)))
            .count() as u64,
        duplicates: all.duplicates,
        invalid: invalid.count() as u64,
        ipv6_masked: all.masked,
        reports: reports.len() as u64,
        days: days
            .clone()
            .min()
            .zip(days.max())
            .map(|(first, last)| [first, last]),
    }
}

fn watch(rows: &[Row], all: &Observations) -> Vec<Notice> {
    const SILENCE: i64 = 48 * 3600;
    let mut monitor = Monitor::new(Watch::Ok, USUAL);
    let mut last: Option<i64> = None;
    let mut notices = Vec::new();
    for row in rows.iter().filter(|row| row.is_valid()) {
        if last.is_some_and(|last| row.time - last > SILENCE) {
            monitor.forget_half();
        }
        last = Some(row.time);
        let value = if row.is_blocked() { 1.0 } else { 0.0 };
        if let Some(change) = monitor.take(value) {
            notices.push(Notice {
                asn: row.asn,
                country: name(&all.countries, row.country).to_owned(),
                target: name(&all.targets, row.target).to_owned(),
                day: row.day(),
                to: change.to,
            });
        }
    }
    notices
}

fn unseen(
    all: &Observations,
    settings: &Settings,
    studied: &[&[Row]],
    measured: &BTreeMap<Day, u64>,
    window: Option<[Day; 2]>,
) -> Unseen {
    let rows = || {
        studied
            .iter()
            .flat_map(|rows| rows.iter())
            .filter(|row| row.is_valid())
    };
    let targets: BTreeSet<&str> = rows().map(|row| name(&all.targets, row.target)).collect();
    let networks: BTreeSet<u32> = rows().map(|row| row.asn).collect();
    let span = window
        .into_iter()
        .flat_map(|[first, last]| first.0..=last.0);
    Unseen {
        targets: settings
            .targets
            .iter()
            .filter(|held| !targets.contains(held.target.as_str()))
            .map(|held| held.target.clone())
            .collect(),
        networks: settings
            .networks
            .iter()
            .filter(|held| !networks.contains(&held.asn))
            .cloned()
            .collect(),
        days: span
            .map(Day)
            .filter(|day| !measured.contains_key(day))
            .collect(),
    }
}

impl Analysis {
    /// Published findings by site and day, to be joined with what happened to an outlet.
    pub fn outlet_days(&self) -> Vec<OutletDay> {
        let mut held: BTreeMap<(&str, Day), BTreeSet<u32>> = BTreeMap::new();
        for finding in &self.findings {
            held.entry((&finding.target, finding.day))
                .or_default()
                .insert(finding.asn);
        }
        held.into_iter()
            .map(|((target, day), networks)| OutletDay {
                target: target.to_owned(),
                day,
                networks: networks.into_iter().collect(),
            })
            .collect()
    }

    /// What a report about an election shows of it.
    pub fn summary(&self) -> Summary {
        let targets: BTreeSet<&str> = self.findings.iter().map(|at| at.target.as_str()).collect();
        let networks: BTreeSet<u32> = self.findings.iter().map(|at| at.asn).collect();
        let strong = self
            .findings
            .iter()
            .filter(|at| at.concordance == Concordance::Strong);
        Summary {
            rule_set: self.rule_set,
            country: self.country.clone(),
            days: self.reading.days,
            observations: self.reading.observations,
            reports: self.reading.reports,
            findings: [self.findings.len() as u64, strong.count() as u64],
            targets: targets.len() as u64,
            networks: networks.len() as u64,
            statements: self.statements.len() as u64,
            outlets: self.outlet_days(),
            unseen_targets: self.unseen.targets.len() as u64,
            unseen_networks: self.unseen.networks.len() as u64,
        }
    }
}

#[cfg(test)]
mod tests;
