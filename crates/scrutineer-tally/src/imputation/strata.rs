//! Sums by division and by cluster, and where the missing are.

use std::collections::BTreeMap;

use scrutineer_model::{Dataset, DivisionIdx, Divisions, HierarchyIdx, StationIdx};

use crate::observed::Observed;

/// Registered voters and votes of some stations.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sums {
    pub(super) registered: f64,
    pub(super) options: Vec<f64>,
}

impl Sums {
    fn none(options: usize) -> Self {
        Self {
            registered: 0.0,
            options: vec![0.0; options],
        }
    }

    fn add(&mut self, other: &Self) {
        self.registered += other.registered;
        for (sum, votes) in self.options.iter_mut().zip(&other.options) {
            *sum += votes;
        }
    }

    pub(super) fn votes(&self) -> f64 {
        self.options.iter().sum()
    }
}

/// Everybody's votes with the missing filled in.
pub(super) struct Filled {
    pub(super) votes: Vec<f64>,
    /// Missing registered voters per stratum, in order of [`Strata::clusters`].
    pub(super) missing: Vec<f64>,
    pub(super) by_list: bool,
    pub(super) backed_off: u64,
}

/// The sheets by division and, inside the widest divisions, by cluster.
pub(super) struct Strata<'a> {
    observed: &'a Observed,
    divisions: Option<&'a Divisions>,
    narrowest: &'a [Option<DivisionIdx>],
    whole: Sums,
    /// By division of any level.
    by_division: Vec<Sums>,
    /// The stratum of each widest division with a sheet; `None` for stations outside all.
    stratum: BTreeMap<Option<DivisionIdx>, usize>,
    /// Clusters by stratum, in order of place, then of station.
    clusters: Vec<Vec<Sums>>,
}

impl<'a> Strata<'a> {
    pub(super) fn new(
        dataset: &'a Dataset,
        observed: &'a Observed,
        hierarchy: Option<HierarchyIdx>,
    ) -> Self {
        let divisions = hierarchy
            .and_then(|at| dataset.hierarchies().get(at.get()))
            .map(|hierarchy| &hierarchy.divisions);
        let narrowest = hierarchy.map_or(&[][..], |at| dataset.stations().divisions(at));
        let size = observed.options.len();
        let mut found = Self {
            observed,
            divisions,
            narrowest,
            whole: Sums::none(size),
            by_division: vec![Sums::none(size); divisions.map_or(0, Divisions::len)],
            stratum: BTreeMap::new(),
            clusters: Vec::new(),
        };
        // The cluster of every place; a place belongs to the stratum of its first station.
        let mut of_place: Vec<Option<(usize, usize)>> = vec![None; dataset.places().len()];
        let mut sheet = Sums::none(size);
        for (at, &station) in observed.stations.iter().enumerate() {
            sheet.registered = f64::from(observed.registered[at]);
            for (votes, column) in sheet.options.iter_mut().zip(&observed.options) {
                *votes = f64::from(column[at]);
            }
            found.whole.add(&sheet);
            if let Some(narrow) = found.narrowest_of(station) {
                found.by_division[narrow.get()].add(&sheet);
            }
            let place = dataset.stations().places().get(station.get());
            let place = place
                .copied()
                .flatten()
                .map(scrutineer_model::PlaceIdx::get);
            let (stratum, cluster) = place.and_then(|place| of_place[place]).unwrap_or_else(|| {
                let stratum = found.stratum_of(station);
                let clusters = &mut found.clusters[stratum];
                clusters.push(Sums::none(size));
                (stratum, clusters.len() - 1)
            });
            if let Some(place) = place {
                of_place[place] = Some((stratum, cluster));
            }
            found.clusters[stratum][cluster].add(&sheet);
        }
        // Descendants stand behind their ancestors.
        for (division, view) in divisions
            .into_iter()
            .flat_map(Divisions::iter)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
        {
            if let Some(parent) = view.parent {
                let (before, behind) = found.by_division.split_at_mut(division.get());
                before[parent.get()].add(&behind[0]);
            }
        }
        found
    }

    fn narrowest_of(&self, station: StationIdx) -> Option<DivisionIdx> {
        self.narrowest.get(station.get()).copied().flatten()
    }

    /// The stratum of a station's widest division, new where it is the first one there.
    fn stratum_of(&mut self, station: StationIdx) -> usize {
        let mut widest = self.narrowest_of(station);
        while let (Some(here), Some(divisions)) = (widest, self.divisions) {
            match divisions.get(here).parent {
                Some(parent) => widest = Some(parent),
                None => break,
            }
        }
        let next = self.clusters.len();
        let stratum = *self.stratum.entry(widest).or_insert(next);
        if stratum == next {
            self.clusters.push(Vec::new());
        }
        stratum
    }

    /// The station's divisions, the widest first.
    fn path(&self, station: StationIdx) -> Vec<DivisionIdx> {
        match (self.narrowest_of(station), self.divisions) {
            (Some(narrow), Some(divisions)) => divisions.path(narrow),
            _ => Vec::new(),
        }
    }

    pub(super) fn whole(&self) -> &Sums {
        &self.whole
    }

    pub(super) fn len(&self) -> usize {
        self.clusters.len()
    }

    pub(super) fn clusters(&self) -> usize {
        self.clusters.iter().map(Vec::len).sum()
    }

    fn stratum_sums(&self, stratum: usize) -> Sums {
        let mut sums = Sums::none(self.whole.options.len());
        for cluster in &self.clusters[stratum] {
            sums.add(cluster);
        }
        sums
    }

    /// Registered voters of the official list's stations without a sheet.
    fn listed(&self, dataset: &Dataset) -> Vec<(StationIdx, f64)> {
        let mut reported = self.observed.stations.iter().copied().peekable();
        let mut missing = Vec::new();
        for index in dataset.stations().indices() {
            if reported.next_if_eq(&index).is_some() {
                continue;
            }
            let registered = dataset.stations().get(index).registered.count();
            if let Some(count) = registered.filter(|&count| count > 0) {
                missing.push((index, f64::from(count)));
            }
        }
        missing
    }

    /// Places the missing where the official list has them, scaled to their number; without a list
    /// they follow the registered voters on the sheets.
    pub(super) fn fill(&self, dataset: &Dataset, missing: u64) -> Filled {
        let mut filled = Filled {
            votes: self.whole.options.clone(),
            missing: vec![0.0; self.len()],
            by_list: false,
            backed_off: 0,
        };
        let listed = self.listed(dataset);
        let all: f64 = listed.iter().map(|(_, registered)| registered).sum();
        let wanted = missing as f64;
        if all <= 0.0 {
            for stratum in 0..self.len() {
                let sums = self.stratum_sums(stratum);
                let here = wanted * sums.registered / self.whole.registered;
                filled.missing[stratum] = here;
                give(&mut filled.votes, &sums, here);
            }
            return filled;
        }
        filled.by_list = true;
        let mut backed_off = 0.0;
        for (station, registered) in listed {
            let here = registered * wanted / all;
            let path = self.path(station);
            let known = path
                .iter()
                .rev()
                .position(|division| self.by_division[division.get()].registered > 0.0);
            let sums = match known {
                Some(steps) => &self.by_division[path[path.len() - 1 - steps].get()],
                None => &self.whole,
            };
            if known != Some(0) {
                backed_off += here;
            }
            give(&mut filled.votes, sums, here);
            if let Some(&stratum) = self.stratum.get(&path.first().copied()) {
                filled.missing[stratum] += here;
            }
        }
        filled.backed_off = rounded(backed_off);
        filled
    }

    /// The variance of the sum of `deviation` over the missing.
    pub(super) fn variance(&self, missing: &[f64], deviation: impl Fn(&Sums) -> f64) -> f64 {
        let mut variance = 0.0;
        for (clusters, &missing) in self.clusters.iter().zip(missing) {
            let registered: f64 = clusters.iter().map(|cluster| cluster.registered).sum();
            let count = clusters.len() as f64;
            if clusters.len() < 2 || registered <= 0.0 {
                continue;
            }
            let sum: f64 = clusters.iter().map(&deviation).sum();
            let rate = sum / registered;
            let squares: f64 = clusters
                .iter()
                .map(|cluster| deviation(cluster) - rate * cluster.registered)
                .map(|residual| residual * residual)
                .sum();
            let weight = missing / registered;
            variance += weight * weight * squares * count / (count - 1.0);
        }
        variance
    }
}

fn give(votes: &mut [f64], sums: &Sums, missing: f64) {
    if sums.registered > 0.0 {
        for (votes, own) in votes.iter_mut().zip(&sums.options) {
            *votes += missing * own / sums.registered;
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a part of a number of voters, not negative and below 2^64"
)]
fn rounded(value: f64) -> u64 {
    libm::round(value) as u64
}
