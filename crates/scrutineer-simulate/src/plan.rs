//! What is to be simulated.

use crate::problem::{InvalidPlan, PlanProblem};
use crate::scenario::Scenario;
use crate::share::Share;

/// The description of a synthetic election: two equal plans give the same bytes on every platform.
///
/// Defaults: six options, honest, every sheet present, no slips, turnout about 64 %, 0.9 % invalid
/// and 0.5 % blank, the over-dispersion of `kappa` = 3,700 (forensics reference, section 5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub(crate) stations: u32,
    pub(crate) seed: u64,
    pub(crate) options: u16,
    pub(crate) weights: Option<Vec<u32>>,
    pub(crate) scenario: Scenario,
    pub(crate) turnout: Share,
    pub(crate) invalid: Share,
    pub(crate) blank: Share,
    pub(crate) kappa: u32,
    pub(crate) missing: Share,
    pub(crate) slips: Share,
    pub(crate) repeats: u32,
    pub(crate) bulletin: Option<Share>,
    pub(crate) register_file: bool,
    pub(crate) shapes: bool,
}

/// Relative strength of the options in ballot order, cut to the number of options. The first two
/// lie far enough apart that the defaults of every scenario leave them in this order.
const WEIGHTS: [u32; 10] = [460, 290, 70, 50, 40, 30, 25, 20, 10, 5];

impl Plan {
    /// Largest number of stations.
    pub const MAX_STATIONS: u32 = 1_100_000;
    /// Largest number of options: one letter each.
    pub const MAX_OPTIONS: u16 = 26;

    /// An honest election with all sheets.
    pub fn new(stations: u32, seed: u64) -> Self {
        Self {
            stations,
            seed,
            options: 6,
            weights: None,
            scenario: Scenario::Honest,
            turnout: Share::per_thousand(640),
            invalid: Share::per_thousand(9),
            blank: Share::per_thousand(5),
            kappa: 3700,
            missing: Share::NONE,
            slips: Share::NONE,
            repeats: 0,
            bulletin: None,
            register_file: true,
            shapes: false,
        }
    }

    /// Something of everything, for the demonstration: 1,200 stations; 4 % of the sheets missing
    /// with their reasons, 0.5 % of the records with a slip, one row twice; a partial bulletin
    /// that fits the sheets; a final declaration whose totals do not come from them.
    pub fn demo() -> Self {
        Self::new(1200, 20_010_107)
            .scenario(Scenario::TotalsNotFromSheets)
            .missing(Share::per_thousand(40))
            .slips(Share::per_thousand(5))
            .repeats(1)
            .bulletin(Some(Share::per_thousand(600)))
            .shapes(true)
    }

    /// 300 stations and four options: small enough for thousands of elections in a test.
    pub fn small(seed: u64) -> Self {
        Self::new(300, seed).options(4)
    }

    /// Number of options (2 to 26), with the ids A, B, C ...
    #[must_use]
    pub fn options(mut self, options: u16) -> Self {
        self.options = options;
        self
    }

    /// Relative strength of each option in ballot order, instead of the default.
    #[must_use]
    pub fn weights(mut self, weights: Vec<u32>) -> Self {
        self.weights = Some(weights);
        self
    }

    /// What happens between the ballots and the declaration.
    #[must_use]
    pub fn scenario(mut self, scenario: Scenario) -> Self {
        self.scenario = scenario;
        self
    }

    /// Centre of the turnout.
    #[must_use]
    pub fn turnout(mut self, turnout: Share) -> Self {
        self.turnout = turnout;
        self
    }

    /// Invalid and blank votes as shares of the ballots.
    #[must_use]
    pub fn spoilt(mut self, invalid: Share, blank: Share) -> Self {
        self.invalid = invalid;
        self.blank = blank;
        self
    }

    /// Concentration of the tables of one place around the place: the larger, the more alike. At
    /// tables with r voters the variance of a count is (kappa + r) / (kappa + 1) times binomial.
    #[must_use]
    pub fn kappa(mut self, kappa: u32) -> Self {
        self.kappa = kappa;
        self
    }

    /// Sheets without a copy beside what the scenario withholds, chosen at random.
    #[must_use]
    pub fn missing(mut self, missing: Share) -> Self {
        self.missing = missing;
        self
    }

    /// Records with one slip beside those of the scenario, of the stations with a sheet.
    #[must_use]
    pub fn slips(mut self, slips: Share) -> Self {
        self.slips = slips;
        self
    }

    /// Rows that stand twice, word for word, beside those of the scenario.
    #[must_use]
    pub fn repeats(mut self, repeats: u32) -> Self {
        self.repeats = repeats;
        self
    }

    /// An honest partial declaration over this share of the stations, before the final one.
    #[must_use]
    pub fn bulletin(mut self, stations: Option<Share>) -> Self {
        self.bulletin = stations;
        self
    }

    /// Whether the folder has an official list of stations. Without one the sheets carry the
    /// divisions and a station without a sheet is known from the register's totals only.
    #[must_use]
    pub fn register_file(mut self, register_file: bool) -> Self {
        self.register_file = register_file;
        self
    }

    /// Whether the folder has shapes of its divisions, for maps; none by default.
    #[must_use]
    pub fn shapes(mut self, shapes: bool) -> Self {
        self.shapes = shapes;
        self
    }

    /// Number of stations.
    pub fn station_count(&self) -> u32 {
        self.stations
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The scenario.
    pub fn scenario_kind(&self) -> Scenario {
        self.scenario
    }

    /// The concentration; see [`Plan::kappa`].
    pub fn concentration(&self) -> u32 {
        self.kappa
    }

    /// Everything that is wrong with the plan, at once.
    pub fn validate(&self) -> Result<(), InvalidPlan> {
        let mut problems = Vec::new();
        if self.stations == 0 || self.stations > Self::MAX_STATIONS {
            problems.push(PlanProblem::Stations {
                found: self.stations,
            });
        }
        if self.options < 2 || self.options > Self::MAX_OPTIONS {
            problems.push(PlanProblem::Options {
                found: self.options,
            });
        }
        if let Some(weights) = &self.weights {
            if weights.len() != usize::from(self.options) {
                problems.push(PlanProblem::WeightCount {
                    expected: self.options,
                    found: weights.len(),
                });
            }
            if let Some(position) = weights.iter().position(|&weight| weight == 0) {
                problems.push(PlanProblem::ZeroWeight {
                    position: position + 1,
                });
            }
        }
        if self.turnout.parts() < 10_000 || self.turnout.parts() > 990_000 {
            problems.push(PlanProblem::Turnout {
                found: self.turnout,
            });
        }
        if self.invalid.parts() + self.blank.parts() > 500_000 {
            problems.push(PlanProblem::Spoilt {
                invalid: self.invalid,
                blank: self.blank,
            });
        }
        if self.kappa == 0 || self.kappa > 1_000_000 {
            problems.push(PlanProblem::Kappa { found: self.kappa });
        }
        let withheld = self.scenario.withheld();
        if u64::from(self.missing.parts()) + u64::from(withheld.parts()) > 1_000_000 {
            problems.push(PlanProblem::Missing {
                missing: self.missing,
                withheld,
            });
        }
        if self.repeats > self.stations {
            problems.push(PlanProblem::Repeats {
                found: self.repeats,
                stations: self.stations,
            });
        }
        if let Some(share) = self.bulletin
            && (share.of(self.stations) == 0 || share == Share::ALL)
        {
            problems.push(PlanProblem::Bulletin { found: share });
        }
        if problems.is_empty() {
            Ok(())
        } else {
            Err(InvalidPlan { problems })
        }
    }

    /// Strength of every option; the default repeats its last weight beyond ten options.
    pub(crate) fn option_weights(&self) -> Vec<f64> {
        match &self.weights {
            Some(weights) => weights.iter().map(|&weight| f64::from(weight)).collect(),
            None => (0..usize::from(self.options))
                .map(|option| f64::from(WEIGHTS[option.min(WEIGHTS.len() - 1)]))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_with_several_mistakes_names_all_of_them() {
        let half = Share::per_thousand(600);
        let plan = Plan::new(0, 1)
            .options(1)
            .weights(vec![0, 3, 4])
            .turnout(Share::NONE)
            .spoilt(half, half)
            .kappa(0)
            .scenario(Scenario::WithheldAtRandom { tables: half })
            .missing(half)
            .repeats(1)
            .bulletin(Some(Share::ALL));
        let problems = plan.validate().unwrap_err().problems;
        assert_eq!(problems.len(), 10, "{problems:#?}");
    }

    #[test]
    fn the_shipped_plans_are_valid() {
        for plan in [Plan::demo(), Plan::small(1), Plan::new(1, 1)] {
            assert_eq!(plan.validate(), Ok(()));
        }
        for scenario in Scenario::ALL {
            assert_eq!(Plan::small(3).scenario(scenario).validate(), Ok(()));
        }
        assert!(Plan::new(Plan::MAX_STATIONS + 1, 1).validate().is_err());
    }
}
