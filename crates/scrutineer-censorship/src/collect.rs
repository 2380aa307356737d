//! Observations of all files, held small and in one order.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use crate::day::Day;
use crate::observation::{Access, Family, Observation, Rejection};
use crate::verdict::{Confidence, Layer, RuleId, State};

/// Texts as numbers. The numbers follow the order of arrival until [`Names::sorted`].
#[derive(Debug, Default)]
struct Names {
    ids: FxHashMap<Box<str>, u32>,
}

impl Names {
    fn id(&mut self, text: &str) -> u32 {
        if let Some(&id) = self.ids.get(text) {
            return id;
        }
        let id = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.ids.insert(text.into(), id);
        id
    }

    /// The texts in their order, and for every number of arrival the place in it.
    fn sorted(self) -> (Vec<Box<str>>, Vec<u32>) {
        let mut pairs: Vec<(Box<str>, u32)> = self.ids.into_iter().collect();
        pairs.sort_unstable();
        let mut places = vec![0; pairs.len()];
        for (place, (_, id)) in (0..).zip(&pairs) {
            if let Some(slot) = usize::try_from(*id).ok().and_then(|id| places.get_mut(id)) {
                *slot = place;
            }
        }
        (pairs.into_iter().map(|(text, _)| text).collect(), places)
    }
}

/// One measurement. Fields stand in the order by which rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    pub(crate) asn: u32,
    pub(crate) country: u32,
    pub(crate) family: Family,
    pub(crate) target: u32,
    pub(crate) time: i64,
    pub(crate) report: u32,
    pub(crate) submission: u64,
    pub(crate) mechanism: u32,
    pub(crate) version: u32,
    pub(crate) state: State,
    pub(crate) rule: RuleId,
    pub(crate) layer: Option<Layer>,
    pub(crate) confidence: Option<Confidence>,
    pub(crate) tampered: bool,
    pub(crate) ipv6_failed: Option<bool>,
    pub(crate) own_resolver: Option<bool>,
    pub(crate) access: Access,
    pub(crate) is_campaign: bool,
}

impl Row {
    pub(crate) fn day(&self) -> Day {
        Day::of_time(self.time).unwrap_or(Day(0))
    }

    pub(crate) fn is_blocked(&self) -> bool {
        self.state == State::Blocked && self.confidence != Some(Confidence::Possible)
    }

    pub(crate) fn is_possible(&self) -> bool {
        self.state == State::Blocked && self.confidence == Some(Confidence::Possible)
    }

    /// Whether it counts in `n`.
    pub(crate) fn is_valid(&self) -> bool {
        matches!(self.state, State::Blocked | State::Down | State::Ok)
    }
}

/// Lines of a file that were not read, for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Rejected {
    /// Why.
    pub reason: Rejection,
    /// How many.
    pub lines: u64,
    /// The first of them by number, from 1; at most ten.
    pub first: Vec<u64>,
}

/// What became of the lines of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct FileReading {
    /// Name of the file without its folder.
    pub file: String,
    /// SHA-256 of its bytes as they lie there.
    pub sha256: String,
    /// Lines that are not blank.
    pub lines: u64,
    /// Measurements among them.
    pub observed: u64,
    /// Lines with an address of a probe; nothing of them was kept.
    pub quarantined: u64,
    /// Lines that are no measurement.
    pub rejected: Vec<Rejected>,
    /// Whether the file ended before its end: an archive that is cut or damaged.
    pub is_cut: bool,
}

impl FileReading {
    /// Counts a line that was not read.
    pub fn reject(&mut self, reason: Rejection, line: u64) {
        const SHOWN: usize = 10;
        self.lines += 1;
        let place = self
            .rejected
            .binary_search_by_key(&reason, |held| held.reason);
        let at = place.unwrap_or_else(|at| {
            self.rejected.insert(
                at,
                Rejected {
                    reason,
                    lines: 0,
                    first: Vec::new(),
                },
            );
            at
        });
        if let Some(held) = self.rejected.get_mut(at) {
            held.lines += 1;
            if held.first.len() < SHOWN {
                held.first.push(line);
            }
        }
    }
}

/// Observations as they are read.
#[derive(Debug, Default)]
pub struct Collection {
    targets: Names,
    reports: Names,
    mechanisms: Names,
    countries: Names,
    versions: Names,
    rows: Vec<Row>,
}

/// Observations in one order that depends on them alone, without those that came twice.
#[derive(Debug, Default)]
pub struct Observations {
    pub(crate) targets: Vec<Box<str>>,
    pub(crate) reports: Vec<Box<str>>,
    pub(crate) mechanisms: Vec<Box<str>>,
    pub(crate) countries: Vec<Box<str>>,
    pub(crate) versions: Vec<Box<str>>,
    pub(crate) rows: Vec<Row>,
    pub(crate) duplicates: u64,
    pub(crate) masked: u64,
}

impl Collection {
    /// Takes an observation. Invalid ones are taken, too: they are counted.
    pub fn push(&mut self, seen: &Observation) {
        self.rows.push(Row {
            asn: seen.asn,
            country: self.countries.id(&seen.country),
            family: seen.family,
            target: self.targets.id(&seen.target),
            time: seen.time,
            report: self.reports.id(&seen.report),
            submission: seen.submission,
            mechanism: self.mechanisms.id(&seen.verdict.mechanism),
            version: self.versions.id(&seen.version),
            state: seen.verdict.state,
            rule: seen.verdict.rule,
            layer: seen.verdict.layer,
            confidence: seen.verdict.confidence,
            tampered: seen.tampered_but_reachable,
            ipv6_failed: seen.ipv6_failed,
            own_resolver: seen.own_resolver,
            access: seen.access,
            is_campaign: seen.is_campaign,
        });
    }

    /// Ends the reading: one order, no duplicates, IPv6 judged by what the whole report says.
    pub fn finish(self) -> Observations {
        let (targets, target_places) = self.targets.sorted();
        let (reports, report_places) = self.reports.sorted();
        let (mechanisms, mechanism_places) = self.mechanisms.sorted();
        let (countries, country_places) = self.countries.sorted();
        let (versions, version_places) = self.versions.sorted();
        let mut rows = self.rows;
        let place = |places: &[u32], id: u32| {
            let held = usize::try_from(id).ok().and_then(|id| places.get(id));
            held.copied().unwrap_or(id)
        };
        for row in &mut rows {
            row.target = place(&target_places, row.target);
            row.report = place(&report_places, row.report);
            row.mechanism = place(&mechanism_places, row.mechanism);
            row.country = place(&country_places, row.country);
            row.version = place(&version_places, row.version);
        }
        rows.sort_unstable();
        let is_named = |report: u32| !name(&reports, report).is_empty();
        let before = rows.len();
        let mut known = FxHashSet::default();
        rows.retain(|row| !is_named(row.report) || known.insert(row.submission));
        let duplicates = (before - rows.len()) as u64;
        let masked = judge_ipv6(&mut rows);
        Observations {
            targets,
            reports,
            mechanisms,
            countries,
            versions,
            rows,
            duplicates,
            masked,
        }
    }
}

/// Rule `v6`: a probe whose IPv6 fails everywhere says nothing of a site. Gives how many stay masked.
fn judge_ipv6(rows: &mut [Row]) -> u64 {
    let mut tried: FxHashMap<u32, (u64, u64)> = FxHashMap::default();
    for row in rows.iter() {
        if let Some(failed) = row.ipv6_failed {
            let held = tried.entry(row.report).or_default();
            held.0 += 1;
            held.1 += u64::from(failed);
        }
    }
    let mut masked = 0;
    for row in rows.iter_mut().filter(|row| row.rule == RuleId::V6) {
        let (all, failed) = tried.get(&row.report).copied().unwrap_or_default();
        if failed * 2 > all {
            masked += 1;
        } else {
            row.state = State::Blocked;
            row.confidence = Some(Confidence::Possible);
        }
    }
    masked
}

/// The text of a number.
pub(crate) fn name(names: &[Box<str>], id: u32) -> &str {
    let held = usize::try_from(id).ok().and_then(|id| names.get(id));
    held.map_or("", |text| text)
}

impl Observations {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Rows of one network in one country, family and target, in the order of time, for each such.
    ///
    /// One network number can serve several countries, in which different things are blocked.
    pub(crate) fn series(&self) -> impl Iterator<Item = &[Row]> {
        let of = |row: &Row| (row.asn, row.country, row.family, row.target);
        self.rows.chunk_by(move |a, b| of(a) == of(b))
    }
}
