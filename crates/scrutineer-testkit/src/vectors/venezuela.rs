//! The blocks of the real case of 24,532 sheets.
//!
//! Everything is computed from the example folder through the path of the command line: formats,
//! data set, checks, tally, audit. What stands here beside that is arithmetic on those results, in the
//! shape of the file, and two rules about the codes of one country that no product code may know.

mod declared;
mod forensics;
mod missing;
mod percentages;
mod sheets;

use std::sync::OnceLock;

use scrutineer_audit::{AuditReport, SourceReport, audit};
use scrutineer_checks::Findings;
use scrutineer_model::{ContestIdx, Dataset, Declaration, Evidence, Exact, OptionIdx, SheetSet};
use scrutineer_tally::{MissingCapacity, Observed, missing_capacity};
use serde_json::Value;

use super::case::Case;
use super::registry::Evaluator;
use crate::examples;

/// Evaluators by block. A block is evaluated from the document's own pinned data set
/// (`document.dataset.sha256`) through the code that the command line runs.
pub(super) const EVALUATORS: &[(&str, Evaluator)] = &[
    ("venezuela-2024-audit/input", sheets::input),
    ("venezuela-2024-audit/sheet_checks", sheets::checks),
    ("venezuela-2024-audit/national", sheets::national),
    ("venezuela-2024-audit/states", sheets::states),
    ("venezuela-2024-audit/wins", sheets::wins),
    ("venezuela-2024-audit/bounds", missing::bounds),
    (
        "venezuela-2024-audit/declared_feasibility",
        declared::feasibility,
    ),
    (
        "venezuela-2024-audit/coverage_bounds",
        declared::coverage_bounds,
    ),
    (
        "venezuela-2024-audit/round_percentage",
        percentages::round_percentage,
    ),
    (
        "venezuela-2024-audit/imputation_logit_shift",
        missing::logit_shifts,
    ),
    (
        "venezuela-2024-audit/imputation_state_bootstrap",
        missing::bootstrap,
    ),
    ("venezuela-2024-audit/flip", missing::flip),
];

pub(super) use forensics::EVALUATORS as FORENSICS;

const EXAMPLE: &str = "venezuela-2024";

/// The option that the blocks are about, its rival, and the two bulletins by their names in the file.
const LEADER: &str = "EG";
const RIVAL: &str = "NM";
const BULLETINS: [(&str, &str); 2] = [("B1", "bulletin-1"), ("B2", "bulletin-2")];

/// The election, read and audited once.
struct Real {
    dataset: Dataset,
    observed: Observed,
    missing: Vec<MissingCapacity>,
    findings: Findings,
    report: AuditReport,
}

/// The election of a case, if the case is about the file that the example pins.
fn real(case: &Case<'_>) -> Result<&'static Real, String> {
    static REAL: OnceLock<Option<Result<Real, String>>> = OnceLock::new();
    let real = REAL
        .get_or_init(|| examples::load(EXAMPLE).map(|loaded| Real::new(loaded.dataset)))
        .as_ref()
        .ok_or("needs shared")?
        .as_ref()
        .map_err(Clone::clone)?;
    let pinned = text(case.document.pointer("/dataset/sha256"))?;
    let mut inputs = real.dataset.inputs().iter();
    if inputs.any(|input| input.sha256 == pinned) {
        Ok(real)
    } else {
        Err(format!("no evaluator for a data set of digest {pinned}"))
    }
}

impl Real {
    fn new(dataset: Dataset) -> Result<Self, String> {
        let set = dataset
            .sheets()
            .first()
            .ok_or("the example has no source")?;
        let observed = Observed::new(&dataset, set);
        let missing = missing_capacity(&dataset, set, &observed);
        let findings = scrutineer_checks::run(&dataset);
        let report = audit(&dataset, &Evidence::default()).map_err(|error| error.to_string())?;
        Ok(Self {
            dataset,
            observed,
            missing,
            findings,
            report,
        })
    }

    fn set(&self) -> &SheetSet {
        &self.dataset.sheets()[0]
    }

    fn source(&self) -> &SourceReport {
        &self.report.contests[0].sources[0]
    }

    /// Ids of the options in ballot order.
    fn ids(&self) -> impl Iterator<Item = &str> {
        let contest = self.dataset.contest(ContestIdx::new(0));
        contest.options.iter().map(|option| option.id.as_str())
    }

    fn option(&self, id: &str) -> Result<OptionIdx, String> {
        let contest = self.dataset.contest(ContestIdx::new(0));
        contest
            .option(id)
            .ok_or_else(|| format!("no option {id:?}"))
    }

    /// Votes of an option on the sheets; `OTH` is everybody but the first two.
    fn votes(&self, id: &str) -> u64 {
        let totals = self.ids().zip(&self.observed.totals);
        totals
            .filter(|(held, _)| match id {
                "OTH" => ![LEADER, RIVAL].contains(held),
                _ => *held == id,
            })
            .map(|(_, votes)| votes.min)
            .sum()
    }

    fn declaration(&self, id: &str) -> Result<&Declaration, String> {
        let mut declarations = self.dataset.declarations().iter();
        declarations
            .find(|held| held.id.as_str() == id)
            .ok_or_else(|| format!("no declaration {id:?}"))
    }

    /// The missing voters by a register.
    fn missing_by(&self, register: &str) -> Result<&MissingCapacity, String> {
        let mut all = self.missing.iter();
        all.find(|held| {
            held.register
                .as_ref()
                .is_some_and(|id| id.as_str() == register)
        })
        .ok_or_else(|| format!("no register {register:?}"))
    }
}

fn text(value: Option<&Value>) -> Result<&str, String> {
    value
        .and_then(Value::as_str)
        .ok_or_else(|| "expected a text".to_owned())
}

/// An integer where it is one, else a real.
fn number(value: Exact) -> Value {
    match i64::try_from(value.numerator()) {
        Ok(whole) if value.denominator() == 1 => Value::from(whole),
        _ => Value::from(value.to_f64()),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of votes are far below 2^53"
)]
fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}

fn difference(a: u64, b: u64) -> i128 {
    i128::from(a) - i128::from(b)
}

/// A difference of votes, which are far within 64 bits.
fn signed(value: i128) -> Value {
    Value::from(i64::try_from(value).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::super::{Verdict, case, evaluate, registry};
    use crate::shared;

    #[test]
    fn every_vector_file_is_reproduced_or_planned() {
        for name in [
            "venezuela-2024-audit",
            "rla",
            "tlog",
            "mse",
            "linkage",
            "censorship",
            "count-claims",
        ] {
            let Some(document) = shared::vectors(&format!("{name}.json")) else {
                return;
            };
            let verdicts = evaluate(&document).unwrap();
            let bad: Vec<String> = verdicts
                .iter()
                .filter(|verdict| !verdict.is_good())
                .map(ToString::to_string)
                .collect();
            assert!(bad.is_empty(), "{}", bad.join("\n"));
        }
    }

    #[test]
    fn a_changed_number_and_another_data_set_are_told() {
        let Some(document) = shared::vectors("venezuela-2024-audit.json") else {
            return;
        };
        let bad = |pointer: &str, value: serde_json::Value| {
            let mut changed = document.clone();
            *changed.pointer_mut(pointer).unwrap() = value;
            let verdicts = evaluate(&changed).unwrap();
            verdicts
                .iter()
                .filter(|verdict: &&Verdict| !verdict.is_good())
                .count()
        };
        assert_eq!(bad("/national/EG", 7_156_463.into()), 1);
        assert_eq!(
            bad("/flip/unobserved_all_NM/min_sheets_extreme", 241.into()),
            1
        );
        assert_eq!(bad("/within_centre/EG~1valid/n_p_lt_1e6", 5.into()), 1);
        let evaluated = case::split(&document).unwrap();
        let evaluated = evaluated
            .iter()
            .filter(|case| registry::find(&case.kind).is_some());
        assert_eq!(bad("/dataset/sha256", "0".into()), evaluated.count());
    }
}
