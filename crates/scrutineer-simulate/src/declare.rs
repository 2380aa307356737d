//! What is declared: an honest partial bulletin and a final declaration.

use scrutineer_model::{
    Code, ContestIdx, CountStatus, Declaration, DeclaredCoverage, DeclaredOption, DeclaredTarget,
    Figure, OptionIdx, PrintedPercent, Scope,
};

use crate::edit::{Sides, apportion};
use crate::layout::Layout;
use crate::plan::Plan;
use crate::random::{Domain, Stream};
use crate::scenario::Scenario;
use crate::table::{Totals, VoteTable};
use crate::text;

/// Where declared numbers come from, as data.
pub(crate) const SOURCE: &str = "synthetic";

/// Numbers of one declaration before they become figures.
struct Announced {
    id: &'static str,
    time: &'static str,
    status: CountStatus,
    totals: Totals,
    /// Voters of the counted stations.
    electors: u64,
    coverage: DeclaredCoverage,
    decimals: u32,
    follows: Option<Code>,
}

/// The declarations of the plan, the earlier one first. `sheets` are complete and without slips.
pub(crate) fn declare(
    plan: &Plan,
    layout: &Layout,
    sides: Sides,
    sheets: &VoteTable,
) -> Vec<Declaration> {
    let mut declarations = Vec::new();
    let mut stream = Stream::new(plan.seed, Domain::Declaration, 0);
    if let Some(share) = plan.bulletin {
        let counted = stream.choose(share.of(plan.stations), plan.stations);
        let electors = |station: &u32| u64::from(layout.registered()[*station as usize]);
        let announced = Announced {
            id: "bulletin-1",
            time: "2001-01-07T23:30:00+00:00",
            status: CountStatus::UnofficialPartial,
            totals: sheets.totals_of(&counted),
            electors: counted.iter().map(electors).sum(),
            coverage: DeclaredCoverage {
                printed: percent(counted.len() as u64, u64::from(plan.stations), 1),
                stations: Some(Figure::single(counted.len() as u64, SOURCE)),
                stations_total: Some(Figure::single(u64::from(plan.stations), SOURCE)),
                ..DeclaredCoverage::default()
            },
            decimals: 2,
            follows: None,
        };
        declarations.push(announced.declare(layout.electors()));
    }
    let totals = sheets.totals();
    let (totals, decimals) = match plan.scenario {
        Scenario::TotalsNotFromSheets => (exchanged(&mut stream, sides, &totals), 2),
        Scenario::RoundedTotals => (rounded(&totals), 1),
        _ => (totals, 2),
    };
    let announced = Announced {
        id: "final",
        time: "2001-01-09T18:00:00+00:00",
        status: CountStatus::Certified,
        totals,
        electors: layout.electors(),
        coverage: DeclaredCoverage {
            complete: true,
            ..DeclaredCoverage::default()
        },
        decimals,
        follows: declarations.first().map(|earlier| earlier.id.clone()),
    };
    declarations.push(announced.declare(layout.electors()));
    declarations
}

/// Totals in which the runner-up has 54 to 55 % of what the first two options share, whatever the
/// sheets say; the others and the sum stay, so that nothing but the sheets speaks against them.
fn exchanged(stream: &mut Stream, sides: Sides, totals: &Totals) -> Totals {
    let mut totals = totals.clone();
    let two = totals.options[sides.leader] + totals.options[sides.runner_up];
    let share = u64::from(stream.between(540_000, 550_000));
    let runner_up = two * share / 1_000_000;
    totals.options[sides.runner_up] = runner_up;
    totals.options[sides.leader] = two - runner_up;
    totals
}

/// Counts computed from one-decimal percentages of the valid votes: every count but the last is
/// the rounded product, the last one makes the sum hold.
fn rounded(totals: &Totals) -> Totals {
    let mut totals = totals.clone();
    let per_thousand = apportion(1000, &totals.options);
    let order = totals.ranking();
    let mut left = totals.valid;
    for (position, &option) in order.iter().enumerate() {
        let product = u128::from(per_thousand[option]) * u128::from(totals.valid);
        let count = u64::try_from((product + 500) / 1000)
            .unwrap_or(left)
            .min(left);
        let last = position + 1 == order.len();
        totals.options[option] = if last { left } else { count };
        left -= totals.options[option];
    }
    totals
}

impl Announced {
    fn declare(self, registered: u64) -> Declaration {
        let totals = &self.totals;
        let options = totals
            .options
            .iter()
            .enumerate()
            .map(|(option, &votes)| DeclaredOption {
                target: DeclaredTarget::Option(OptionIdx::new(option)),
                votes: Some(Figure::single(votes, SOURCE)),
                percent: percent(votes, totals.valid, self.decimals),
            })
            .collect();
        let winners = totals.ranking().into_iter().take(1).map(OptionIdx::new);
        Declaration {
            id: text::code(self.id),
            contest: ContestIdx::new(0),
            authority: "Synthetic electoral office".to_owned(),
            outlet: None,
            time: text::moment(self.time),
            status: self.status,
            scope: Scope::All,
            coverage: self.coverage,
            options,
            winners: winners.collect(),
            valid: Some(Figure::single(totals.valid, SOURCE)),
            invalid: Some(Figure::single(totals.invalid, SOURCE)),
            blank: Some(Figure::single(totals.blank, SOURCE)),
            voters: Some(Figure::single(totals.ballots, SOURCE)),
            turnout: percent(totals.ballots, self.electors, 2),
            registered: Some(Figure::single(registered, SOURCE)),
            valid_of_voters: None,
            invalid_of_voters: None,
            parts: Vec::new(),
            follows: self.follows,
        }
    }
}

/// `part` of `whole` as printed, rounded half up; `None` of nothing.
fn percent(part: u64, whole: u64, decimals: u32) -> Option<PrintedPercent> {
    if whole == 0 {
        return None;
    }
    let scale = 10u128.pow(decimals);
    let units = (u128::from(part) * 200 * scale + u128::from(whole)) / (2 * u128::from(whole));
    let width = decimals as usize;
    let text = format!("{}.{:0width$}", units / scale, units % scale);
    PrintedPercent::parse(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totals(options: &[u64]) -> Totals {
        let valid = options.iter().sum();
        Totals {
            options: options.to_vec(),
            valid,
            ballots: valid,
            ..Totals::default()
        }
    }

    #[test]
    fn rounded_totals_are_products_of_the_sum_with_one_decimal_percentages() {
        // 100,003 votes: 51.2 % = 51,201.5 -> 51,202, 44.2 % = 44,201.3 -> 44,201, the rest.
        let found = rounded(&totals(&[51_234, 44_180, 4_589]));
        assert_eq!(found.options, [51_202, 44_201, 4_600]);
        assert_eq!(found.valid, 100_003);
    }

    #[test]
    fn a_percentage_is_rounded_half_up() {
        let printed = |part, whole, decimals| percent(part, whole, decimals).unwrap();
        assert_eq!(printed(1, 3, 2).to_string(), "33.33");
        assert_eq!(printed(5, 1000, 1).to_string(), "0.5");
        assert_eq!(printed(1, 2000, 1).to_string(), "0.1");
        assert_eq!(printed(7, 7, 2).to_string(), "100.00");
        assert_eq!(percent(0, 0, 2), None);
    }
}
