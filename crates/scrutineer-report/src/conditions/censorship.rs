//! Blocked sites and services: findings of measurements, claims of others, and what nobody could see.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use scrutineer_censorship::{Analysis, Cell, Concordance, Day, Finding, NetworkName, Series};
use scrutineer_model::{Date, Real};
use serde::{Deserialize, Serialize};

/// What a report shows of measurements.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CensorshipPart {
    /// The rules by which measurements were judged.
    pub rule_set: String,
    /// First and last day with measurements; `null` without any.
    pub days: Option<[Date; 2]>,
    /// Measurements that were used.
    pub observations: u64,
    /// Those of them from the country of the election.
    pub of_country: u64,
    /// Distinct reports: at most so many runs of probes.
    pub reports: u64,
    /// Lines with an address of a probe: counted, nothing of them kept.
    pub quarantined: u64,
    /// Series looked at for a change.
    pub looks: u64,
    /// Changes that lack nothing.
    pub findings: Vec<BlockedChange>,
    /// Changes that lack something.
    pub unpublished: u64,
    /// First and last measured day of the days that maps show and among which missing ones are counted; `null`
    /// without a measurement of the country.
    pub window: Option<[Date; 2]>,
    /// Measurements of the series on other days.
    pub outside_window: u64,
    /// By network, the sites and services of which a measurement is blocked or possibly blocked.
    pub maps: Vec<NetworkMap>,
    /// What others said, kept apart.
    pub claims: Vec<ClaimedBlock>,
    /// Sites of the list that nobody measured.
    pub unseen_targets: u64,
    /// Networks of the file of names that nobody measured.
    pub unseen_networks: u64,
    /// Days of the window without a measurement.
    pub unseen_days: u64,
}

/// From a day on, more measurements are blocked than chance among days allows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockedChange {
    /// Site or service.
    pub target: String,
    /// Number of the network.
    pub asn: u32,
    /// Its name; `null` where no file has one.
    pub network: Option<String>,
    /// The first day.
    pub day: Date,
    /// The last measured day before it.
    pub last_before: Date,
    /// Earliest and latest first day that the data do not tell apart.
    pub support: [Date; 2],
    /// Blocked measurements before, of how many.
    pub before: [u64; 2],
    /// Blocked measurements after, of how many.
    pub after: [u64; 2],
    /// 95 % interval of the share after.
    pub interval: Option<[Real; 2]>,
    /// Distinct reports after.
    pub reports: u64,
    /// What was seen most often.
    pub mechanism: String,
    /// Whether a source with other measurements says the same.
    pub is_supported: bool,
}

/// The series of a network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NetworkMap {
    /// Number of the network.
    pub asn: u32,
    /// Its name; `null` where no file has one.
    pub network: Option<String>,
    /// Sites and services with a blocked or possibly blocked measurement.
    pub series: Vec<SeriesDays>,
    /// How many others were measured and never blocked.
    pub others: u64,
}

/// The days of one site or service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeriesDays {
    /// Site or service.
    pub target: String,
    /// Days with measurements.
    pub days: Vec<DayCell>,
}

/// The measurements of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DayCell {
    /// The day.
    pub day: Date,
    /// Valid measurements.
    pub n: u64,
    /// Blocked ones.
    pub blocked: u64,
    /// What the day shows.
    pub state: String,
}

/// What somebody said about a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimedBlock {
    /// Site or service.
    pub target: String,
    /// Number of the network; `null` where none is named.
    pub asn: Option<u32>,
    /// Its name; `null` where no file has one.
    pub network: Option<String>,
    /// The day from which on.
    pub day: Date,
    /// The method as stated.
    pub method: String,
    /// Who said it.
    pub source: String,
    /// Whether it rests on other measurements than those that are read here.
    pub is_independent: bool,
}

fn date(day: Day) -> Option<Date> {
    Date::from_days(i64::from(day.0))
}

impl CensorshipPart {
    pub(super) fn new(held: &Analysis) -> Self {
        let dates = |days: Option<[Day; 2]>| {
            days.and_then(|[first, last]| Some([date(first)?, date(last)?]))
        };
        Self {
            rule_set: held.rule_set.to_owned(),
            days: dates(held.reading.days),
            observations: held.reading.observations,
            of_country: held.reading.of_country,
            reports: held.reading.reports,
            quarantined: held.reading.files.iter().map(|file| file.quarantined).sum(),
            looks: held.looks,
            findings: held
                .findings
                .iter()
                .filter_map(BlockedChange::new)
                .collect(),
            unpublished: held.unpublished.len() as u64,
            window: dates(held.window),
            outside_window: held.outside_window,
            maps: held
                .series
                .chunk_by(|a, b| a.asn == b.asn)
                .filter_map(|panel| NetworkMap::new(panel, held.window))
                .collect(),
            claims: held
                .statements
                .iter()
                .filter_map(|said| {
                    Some(ClaimedBlock {
                        target: said.target.clone(),
                        asn: said.asn,
                        network: said.asn.and_then(|asn| name(held, asn, said.day)),
                        day: date(said.day)?,
                        method: said.method.clone(),
                        source: said.source.clone(),
                        is_independent: said.is_independent,
                    })
                })
                .collect(),
            unseen_targets: held.unseen.targets.len() as u64,
            unseen_networks: held
                .unseen
                .networks
                .iter()
                .map(|network| network.asn)
                .collect::<BTreeSet<u32>>()
                .len() as u64,
            unseen_days: held.unseen.days.len() as u64,
        }
    }
}

/// The name of a network on a day, as the series or the file of names has it.
fn name(held: &Analysis, asn: u32, day: Day) -> Option<String> {
    let measured = held.series.iter().find(|series| series.asn == asn);
    let is_then = |name: &&NetworkName| {
        name.asn == asn
            && name.from.is_none_or(|from| from <= day)
            && name.to.is_none_or(|to| day <= to)
    };
    let listed = held.unseen.networks.iter().rev().find(is_then);
    measured
        .and_then(|series| series.network.clone())
        .or_else(|| listed.map(|name| name.name.clone()))
}

impl BlockedChange {
    fn new(held: &Finding) -> Option<Self> {
        Some(Self {
            target: held.target.clone(),
            asn: held.asn,
            network: held.network.clone(),
            day: date(held.day)?,
            last_before: date(held.last_before)?,
            support: [date(held.support[0])?, date(held.support[1])?],
            before: [held.before.blocked, held.before.n],
            after: [held.after.blocked, held.after.n],
            interval: held.after.interval,
            reports: held.after.reports,
            mechanism: held.mechanism.clone().unwrap_or_default(),
            is_supported: held.concordance == Concordance::Strong,
        })
    }
}

impl NetworkMap {
    /// `None` for a network without any series.
    fn new(panel: &[Series], window: Option<[Day; 2]>) -> Option<Self> {
        let one = panel.first()?;
        let is_inside =
            |day: Day| window.is_some_and(|[first, last]| (first..=last).contains(&day));
        let is_shown = |series: &&Series| series.blocked + series.possible > 0;
        let shown: Vec<SeriesDays> = panel
            .iter()
            .filter(is_shown)
            .map(|series| SeriesDays {
                target: series.target.clone(),
                days: series
                    .days
                    .iter()
                    .filter(|cell| is_inside(cell.day))
                    .filter_map(DayCell::new)
                    .collect(),
            })
            .collect();
        Some(Self {
            asn: one.asn,
            network: one.network.clone(),
            others: (panel.len() - shown.len()) as u64,
            series: shown,
        })
    }
}

impl DayCell {
    fn new(cell: &Cell) -> Option<Self> {
        Some(Self {
            day: date(cell.day)?,
            n: cell.n,
            blocked: cell.blocked,
            state: cell.state.word().to_owned(),
        })
    }
}
