//! Watching a series as it comes: a two-state cumulative sum. A watch, never a claim.

use serde::Serialize;

use crate::verdict::words;

words! {
    /// What the watch believes.
    Watch {
        /// Reached.
        Ok = "ok",
        /// Blocked.
        Blocked = "blocked",
    }
}

/// A change of state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Change {
    /// Index of the value at which the sum reached the threshold, from 0.
    pub at: usize,
    /// The state from then on.
    pub to: Watch,
}

/// A cumulative sum in one of two states (Page 1954).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Monitor {
    state: Watch,
    sum: f64,
    middle: f64,
    threshold: f64,
    seen: usize,
}

/// A sum this near to the threshold has reached it: a tie of decimal steps is no matter of rounding.
const SLACK: f64 = 1e-9;

/// Mean of the state ok, mean of the state blocked, and the wanted delay in measurements.
pub const USUAL: (f64, f64, f64) = (0.0, 0.7, 20.0);

impl Monitor {
    /// Starts in a state with the means of both and the delay wanted, in measurements.
    pub fn new(start: Watch, (ok, blocked, delay): (f64, f64, f64)) -> Self {
        Self {
            state: start,
            sum: 0.0,
            middle: 0.5 * (ok + blocked),
            threshold: delay * 0.5 * (blocked - ok),
            seen: 0,
        }
    }

    /// The sum at which the state changes.
    pub fn threshold(&self) -> f64 {
        self.threshold
    }

    /// The state.
    pub fn state(&self) -> Watch {
        self.state
    }

    /// The sum.
    pub fn sum(&self) -> f64 {
        self.sum
    }

    /// Takes a value: 0 for reached, 1 for blocked, or a score between.
    pub fn take(&mut self, value: f64) -> Option<Change> {
        let step = match self.state {
            Watch::Ok => value - self.middle,
            Watch::Blocked => self.middle - value,
        };
        self.sum = (self.sum + step).max(0.0);
        let at = self.seen;
        self.seen += 1;
        if self.sum < self.threshold - SLACK {
            return None;
        }
        self.sum = 0.0;
        self.state = match self.state {
            Watch::Ok => Watch::Blocked,
            Watch::Blocked => Watch::Ok,
        };
        Some(Change { at, to: self.state })
    }

    /// What was summed before a silence of 48 hours counts half.
    pub fn forget_half(&mut self) {
        self.sum *= 0.5;
    }
}
