//! How often each test alarms over simulated elections.

use std::collections::BTreeMap;

use scrutineer_stats::{holm, wilson};

use crate::outcome::{Measured, Quantity, Role, TestId};

/// A test of one quantity over many runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Alarms {
    /// Runs in which the test applied.
    pub applied: u32,
    /// Of these, runs with a p of at most the level, without any adjustment.
    pub alarms: u32,
    /// Runs in which it applied as a test, not as a consistency check.
    pub as_test: u32,
}

/// Wilson's (1927) 95 % interval of the share of `part` in `runs`; 0 to 1 without runs, or where `part` is more.
pub fn share_interval(part: u32, runs: u32) -> (f64, f64) {
    wilson(part.into(), runs.into()).unwrap_or((0.0, 1.0))
}

/// Counts alarms over runs. The order of runs and how they are divided among threads changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Power {
    level: f64,
    runs: u32,
    by_look: BTreeMap<(TestId, Quantity), Alarms>,
    /// Runs in which some quantity of the test had an adjusted p of at most the level.
    remarkable: BTreeMap<TestId, u32>,
    /// Runs in which any test did.
    any: u32,
}

impl Power {
    /// No run yet; a p of at most `level` is an alarm.
    pub fn new(level: f64) -> Self {
        Self {
            level,
            runs: 0,
            by_look: BTreeMap::new(),
            remarkable: BTreeMap::new(),
            any: 0,
        }
    }

    /// Adds one run.
    pub fn add(&mut self, measured: &[Measured]) {
        self.runs += 1;
        for result in measured {
            let held = self
                .by_look
                .entry((result.test, result.quantity))
                .or_default();
            if let Some(p) = result.p {
                held.applied += 1;
                held.alarms += u32::from(p <= self.level);
                held.as_test += u32::from(result.role == Role::Test);
            }
        }
        let looks: Vec<(TestId, f64)> = measured
            .iter()
            .filter(|result| result.role == Role::Test)
            .filter_map(|result| Some((result.test, result.p?)))
            .collect();
        let p_values: Vec<f64> = looks.iter().map(|look| look.1).collect();
        let adjusted = holm(&p_values, p_values.len()).unwrap_or_default();
        let mut alarmed: Vec<TestId> = looks
            .iter()
            .zip(adjusted)
            .filter(|(_, adjusted)| *adjusted <= self.level)
            .map(|(look, _)| look.0)
            .collect();
        alarmed.dedup();
        self.any += u32::from(!alarmed.is_empty());
        for test in alarmed {
            *self.remarkable.entry(test).or_default() += 1;
        }
    }

    /// Adds the runs of another count at the same level.
    pub fn merge(&mut self, other: &Self) {
        self.runs += other.runs;
        self.any += other.any;
        for (look, alarms) in &other.by_look {
            let held = self.by_look.entry(*look).or_default();
            held.applied += alarms.applied;
            held.alarms += alarms.alarms;
            held.as_test += alarms.as_test;
        }
        for (test, count) in &other.remarkable {
            *self.remarkable.entry(*test).or_default() += count;
        }
    }

    /// Runs added.
    pub fn runs(&self) -> u32 {
        self.runs
    }

    /// [`share_interval`] of a number of the runs.
    pub fn interval(&self, part: u32) -> (f64, f64) {
        share_interval(part, self.runs)
    }

    /// Runs in which any test had an adjusted p of at most the level.
    pub fn any(&self) -> u32 {
        self.any
    }

    /// Runs in which some quantity of the test had an adjusted p of at most the level.
    pub fn remarkable(&self, test: TestId) -> u32 {
        self.remarkable.get(&test).copied().unwrap_or(0)
    }

    /// Every test and quantity with its alarms, in order.
    pub fn looks(&self) -> impl Iterator<Item = (TestId, Quantity, Alarms)> + '_ {
        self.by_look
            .iter()
            .map(|(&(test, quantity), &alarms)| (test, quantity, alarms))
    }

    /// The quantity of a test with most alarms; `None` where the test never applied.
    pub fn most(&self, test: TestId) -> Option<(Quantity, Alarms)> {
        let of = self
            .looks()
            .filter(|look| look.0 == test && look.2.applied > 0);
        of.max_by_key(|look| (look.2.alarms, std::cmp::Reverse(look.1)))
            .map(|look| (look.1, look.2))
    }
}
