//! The blocks about tests and pictures of the sheets, and those of refused methods, which no product
//! code computes.

mod diagrams;
mod digits;
mod percentages;
mod places;

use std::sync::OnceLock;

use scrutineer_forensics::{Quantity, Tables};

use super::{LEADER, RIVAL, Real, real};
use crate::vectors::case::Case;
use crate::vectors::registry::Evaluator;

/// Evaluators by block.
pub(in crate::vectors) const EVALUATORS: &[(&str, Evaluator)] = &[
    ("venezuela-2024-audit/last_digit", digits::last_digit),
    (
        "venezuela-2024-audit/second_digit_benford",
        digits::second_digit,
    ),
    (
        "venezuela-2024-audit/last_digit_smoothed_expectation",
        digits::smoothed,
    ),
    ("venezuela-2024-audit/last_two_digits_EG", digits::last_two),
    (
        "venezuela-2024-audit/integer_percentage",
        percentages::integer,
    ),
    ("venezuela-2024-audit/correlations", places::correlations),
    ("venezuela-2024-audit/within_centre", places::within),
    (
        "venezuela-2024-audit/within_centre_slope_on_turnout",
        places::slopes,
    ),
    (
        "venezuela-2024-audit/log_vote_rate",
        diagrams::log_vote_rate,
    ),
    ("venezuela-2024-audit/shpilkin", diagrams::shpilkin),
    ("venezuela-2024-audit/parish_outliers", diagrams::outliers),
    ("venezuela-2024-audit/fingerprint", diagrams::fingerprint),
    ("venezuela-2024-audit/mnar_check", diagrams::gaps),
];

/// The name of everybody but the first two.
const OTHERS: &str = "OTH";

/// The sheets as the tests read them; everybody but the first two stands in a set of its own, since its
/// votes are the others' too.
struct Sheets {
    real: &'static Real,
    tables: Tables,
    others: Tables,
}

fn sheets(case: &Case<'_>) -> Result<&'static Sheets, String> {
    static SHEETS: OnceLock<Result<Sheets, String>> = OnceLock::new();
    let real = real(case)?;
    SHEETS
        .get_or_init(|| Sheets::new(real))
        .as_ref()
        .map_err(Clone::clone)
}

impl Sheets {
    fn new(real: &'static Real) -> Result<Self, String> {
        let tables = Tables::of(&real.dataset, real.set());
        let small: Vec<usize> = real
            .ids()
            .enumerate()
            .filter(|(_, id)| ![LEADER, RIVAL].contains(id))
            .map(|(option, _)| option)
            .collect();
        let sum = |row: usize| small.iter().map(|&option| tables.votes(option)[row]).sum();
        let others: Vec<u32> = (0..tables.len()).map(sum).collect();
        let numbered = (0_u32..).zip(tables.places());
        let place: Vec<u32> = numbered
            .flat_map(|(place, rows)| rows.map(move |_| place))
            .collect();
        let others = Tables::new(
            vec![others],
            tables.valid().to_vec(),
            tables.ballots().to_vec(),
            tables.registered().to_vec(),
            &place,
        )
        .map_err(|error| format!("{error:?}"))?;
        Ok(Self {
            real,
            tables,
            others,
        })
    }

    /// The set and the quantity of a name: an option, `OTH`, or `votes` for turnout.
    fn named(&self, name: &str) -> Result<(&Tables, Quantity), String> {
        match name {
            "votes" => Ok((&self.tables, Quantity::Turnout)),
            OTHERS => Ok((&self.others, Quantity::Option(0))),
            id => Ok((&self.tables, Quantity::Option(self.real.option(id)?.get()))),
        }
    }

    /// A column by the name of the file.
    fn counts(&self, name: &str) -> Result<&[u32], String> {
        match name {
            "VOTOS_VALIDOS" => Ok(self.tables.valid()),
            "RE" => Ok(self.tables.registered()),
            name => match self.named(name)? {
                (tables, Quantity::Option(option)) => Ok(tables.votes(option)),
                (tables, _) => Ok(tables.ballots()),
            },
        }
    }

    /// Part / whole of every sheet.
    fn ratios(&self, name: &str) -> Result<Vec<f64>, String> {
        let (tables, quantity) = self.named(name)?;
        (0..tables.len())
            .map(|row| {
                tables
                    .pair(quantity, row)
                    .map(|(k, n)| f64::from(k) / f64::from(n))
            })
            .collect::<Option<_>>()
            .ok_or_else(|| format!("{name}: a sheet without it"))
    }
}
