//! What a test says.

use std::collections::BTreeMap;

use scrutineer_model::Real;
use serde::Serialize;

/// A test of `spec/tests.md`, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TestId {
    /// Places whose tables differ more than chance allows.
    PlaceExtremes,
    /// Places whose tables are too alike.
    PlaceSmoothness,
    /// Share on turnout inside places.
    PlaceSlope,
    /// Whole percentages.
    WholePercent,
    /// Multiples of 5 %.
    FivePercent,
    /// Last digits.
    LastDigit,
    /// Two options in each other's line.
    PossibleExchanges,
    /// Two rolls compared.
    RegisterDifferences,
    /// Dispersion of all places together.
    PlaceDispersion,
}

impl TestId {
    /// Every test in order.
    pub const ALL: [Self; 9] = [
        Self::PlaceExtremes,
        Self::PlaceSmoothness,
        Self::PlaceSlope,
        Self::WholePercent,
        Self::FivePercent,
        Self::LastDigit,
        Self::PossibleExchanges,
        Self::RegisterDifferences,
        Self::PlaceDispersion,
    ];

    /// The id of `spec/tests.md`.
    pub fn word(self) -> &'static str {
        match self {
            Self::PlaceExtremes => "place-extremes",
            Self::PlaceSmoothness => "place-smoothness",
            Self::PlaceSlope => "place-slope",
            Self::WholePercent => "whole-percent",
            Self::FivePercent => "five-percent",
            Self::LastDigit => "last-digit",
            Self::PossibleExchanges => "possible-exchanges",
            Self::RegisterDifferences => "register-differences",
            Self::PlaceDispersion => "place-dispersion",
        }
    }

    /// The test of an id.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|test| test.word() == word)
    }
}

/// What a test looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantity {
    /// Votes of an option, by position on the ballot, among valid votes.
    Option(usize),
    /// Ballots among registered voters.
    Turnout,
    /// The options together.
    Options,
    /// Registered voters.
    Register,
}

/// How a result may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The null was fixed without the audited data.
    Test,
    /// The null is known to be too simple or was calibrated on the audited data.
    ConsistencyCheck,
    /// An assumption fails on the data, or there is too little of it; no p.
    NotApplicable,
}

/// An assumption checked on the data.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Assumption {
    /// Which, by the id of its sentence `assumption-ID`.
    pub id: &'static str,
    /// What was found.
    pub found: Real,
    /// What is needed.
    pub needed: Real,
    /// Whether it holds.
    pub holds: bool,
}

impl Assumption {
    /// `found` is at least `needed`.
    pub(crate) fn at_least(id: &'static str, found: f64, needed: f64) -> Self {
        Self {
            id,
            found: Real::new(found),
            needed: Real::new(needed),
            holds: found >= needed,
        }
    }
}

/// One test of one quantity, before the looks are counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The test.
    pub test: TestId,
    /// What it looked at.
    pub quantity: Quantity,
    /// How to take it.
    pub role: Role,
    /// Size of the effect in votes, signed where a direction exists; `None` where nothing was measured.
    pub votes: Option<f64>,
    /// p-value, 0 to 1; `None` exactly where the test is not applicable.
    pub p: Option<f64>,
    /// Numbers of the test by name.
    pub figures: BTreeMap<&'static str, f64>,
    /// What was checked on the data.
    pub assumptions: Vec<Assumption>,
}

impl Measured {
    pub(crate) fn new(test: TestId, quantity: Quantity) -> Self {
        Self {
            test,
            quantity,
            role: Role::Test,
            votes: None,
            p: None,
            figures: BTreeMap::new(),
            assumptions: Vec::new(),
        }
    }

    pub(crate) fn figure(mut self, name: &'static str, value: f64) -> Self {
        self.figures.insert(name, value);
        self
    }

    pub(crate) fn assume(mut self, assumption: Assumption) -> Self {
        self.assumptions.push(assumption);
        self
    }

    /// With its result, where every assumption holds and there is a p-value.
    pub(crate) fn conclude(mut self, votes: f64, p: Option<f64>) -> Self {
        let holds = self.assumptions.iter().all(|assumption| assumption.holds);
        match p.filter(|p| holds && (0.0..=1.0).contains(p)) {
            Some(p) => {
                self.votes = votes.is_finite().then_some(votes);
                self.p = Some(p);
            }
            None => self.role = Role::NotApplicable,
        }
        self
    }
}

/// One test of one quantity of one source, with the looks counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// Id of the test.
    pub test: &'static str,
    /// Id of the option; `turnout`, `options` or `register` for the other quantities.
    pub quantity: String,
    /// How to take it.
    pub role: Role,
    /// Size of the effect in votes; `null` where nothing was measured.
    pub votes: Option<Real>,
    /// p-value of this look alone.
    pub p: Option<Real>,
    /// p adjusted by Holm over all looks; `null` unless the role is a test.
    pub adjusted_p: Option<Real>,
    /// Numbers of the test by name.
    pub figures: BTreeMap<&'static str, Real>,
    /// What was checked on the data.
    pub assumptions: Vec<Assumption>,
}
