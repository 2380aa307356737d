//! What those without a sheet would have to do for the order to change, and how they would have voted like the
//! stations around them: a curve, a description and a tilt, none of them an estimate.

use scrutineer_model::{
    Contest, Dataset, Exact, HierarchyIdx, Message, OptionIdx, OutcomeRule, Real,
};
use scrutineer_tally::{Imputation, Observed, Outcome, changing_shift, imputation};
use serde_json::{Value, json};

use crate::command::quick_count::text::{percent, real};
use crate::session::Session;

/// Shares of the missing that vote, in percent.
const TURNOUTS: [u64; 5] = [20, 40, 60, 80, 100];

/// What can be said of the missing with one register.
pub(super) struct Missing {
    /// The two between whom the order would change, the last that wins and the first that does not; `None` where there is no lead or no bound on the missing.
    pair: Option<(OptionIdx, OptionIdx)>,
    /// Turnout of the missing, and the share of the two that the second needs then: above 1 it is impossible.
    curve: Vec<(Exact, Exact)>,
    /// The missing voting like the smallest division around them that has sheets.
    described: Option<Imputation>,
    /// How much lower the log odds of the first against the second must be among the missing than on the sheets, at
    /// the turnout of the sheets; `None` where no tilt is enough.
    shift: Option<f64>,
}

impl Missing {
    pub(super) fn new(dataset: &Dataset, observed: &Observed, found: &Outcome) -> Self {
        let ceiling = found.missing.ceiling().filter(|&votes| votes > 0);
        let pair = found
            .leader
            .zip(found.runner_up)
            .filter(|_| found.lead > 0 && ceiling.is_some());
        let ceiling = ceiling.unwrap_or(0);
        let curve = TURNOUTS.into_iter().filter(|_| pair.is_some());
        // Half of the votes and half of the lead: 1/2 + L / (2 U t).
        let needed = |percent: u64| {
            let votes = i128::from(ceiling) * i128::from(percent);
            let share = Exact::new(votes + 100 * i128::from(found.lead), 2 * votes)?;
            Some((Exact::new(i128::from(percent), 100)?, share))
        };
        let hierarchy = dataset.hierarchies().first().map(|_| HierarchyIdx::new(0));
        Self {
            pair,
            curve: curve.filter_map(needed).collect(),
            described: (ceiling > 0)
                .then(|| imputation(dataset, observed, hierarchy, ceiling))
                .flatten(),
            shift: pair
                .and_then(|(first, second)| changing_shift(observed, first, second, ceiling)),
        }
    }

    /// The curve for programs.
    pub(super) fn curve_json(&self) -> Vec<Value> {
        let point = |(turnout, share): &(Exact, Exact)| json!({"turnout": turnout, "share": share});
        self.curve.iter().map(point).collect()
    }

    /// The description for programs; `null` where nothing is missing or bounded.
    pub(super) fn description_json(&self, contest: &Contest) -> Value {
        let Some(described) = &self.described else {
            return Value::Null;
        };
        let options = contest.options.iter().zip(&described.options);
        let options: Vec<Value> = options
            .map(|(option, held)| json!({"id": option.id, "share": Real::new(held.share)}))
            .collect();
        json!({"options": options, "backed_off": described.backed_off})
    }

    /// The tilt for programs.
    pub(super) fn changing_shift(&self) -> Option<Real> {
        self.shift.map(Real::new)
    }

    /// All of it in words.
    pub(super) fn write(&self, contest: &Contest, session: &Session<'_>, lines: &mut Vec<String>) {
        let id = |option: OptionIdx| {
            let held = contest.options.get(option.get());
            held.map_or_else(String::new, |option| option.id.as_str().to_owned())
        };
        if let Some((first, second)) = self.pair {
            let (first, second) = (id(first), id(second));
            let names: [(&str, &dyn std::fmt::Display); 2] =
                [("first", &first), ("second", &second)];
            lines.push(session.filled("cli-quick-count-curve", &names));
            for (turnout, share) in &self.curve {
                let is_possible = *share <= Exact::ONE;
                let message = if is_possible {
                    Message::new("cli-quick-count-curve-at").with("share", *share)
                } else {
                    Message::new("cli-quick-count-curve-never")
                };
                let line = message
                    .with("turnout", *turnout)
                    .with("name", second.as_str());
                lines.push(format!("  {}", session.sentence(&line)));
            }
            let tilt = match self.shift {
                Some(shift) => Message::new("cli-quick-count-tilt")
                    .with("shift", real(session, Some(Real::new(shift)))),
                None => Message::new("cli-quick-count-tilt-never"),
            };
            // The two are the last that wins and the first that does not.
            let places = match contest.rule {
                OutcomeRule::Plurality { winners } => u64::from(winners),
                _ => 1,
            };
            lines.push(session.sentence(&tilt.with("places", places)));
        }
        if let Some(described) = &self.described {
            lines.push(session.plain("cli-quick-count-described"));
            for (option, held) in contest.options.iter().zip(&described.options) {
                let line = Message::new("cli-quick-count-described-at")
                    .with("name", option.id.as_str())
                    .with("share", percent(held.share));
                lines.push(format!("  {}", session.sentence(&line)));
            }
            if described.backed_off > 0 {
                let line = Message::new("cli-quick-count-described-far")
                    .with("count", described.backed_off)
                    .with("most", described.missing);
                lines.push(session.sentence(&line));
            }
        }
    }
}
