//! All tests of one source, before the looks are counted.

use scrutineer_model::Dataset;

use crate::flat::flat_share;
use crate::outcome::{Measured, Quantity, Role, TestId};
use crate::places::{Chances, dispersion, extremes, smoothness, spread};
use crate::tables::Tables;
use crate::{digits, exchange, percent, slope};

/// The null of extreme places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Null {
    /// Concentration of the tables' own probabilities around the place's, in registered voters.
    pub kappa: f64,
    /// Whether it was calibrated on the data that is audited, which makes a consistency check of the test.
    pub is_own: bool,
}

impl Null {
    /// The concentration of version 1 of `spec/tests.md`.
    pub const KAPPA: f64 = 3700.0;
    /// SHA-256 of the file on which it was calibrated.
    pub const CALIBRATED_ON: &'static str =
        "fd2712796bf8ec77dfe02e07cd864882c93f4079238c2d21b822b7b9a999f8ea";

    /// The digest of the votes of that file, as [`Tables::votes_digest`] gives it: the same numbers in another file.
    pub const CALIBRATED_ON_VOTES: &'static str =
        "28ed4001611b389c1a6e41a62fdbebe852da841303e200741e1e8e0f6ce63e51";

    /// The null of version 1 for data on which it was not calibrated.
    pub fn fixed() -> Self {
        Self {
            kappa: Self::KAPPA,
            is_own: false,
        }
    }

    /// The null for sheets of a data set: its own where the folder has the file on which it was calibrated, or the
    /// sheets have the votes of that file.
    pub fn of(dataset: &Dataset, tables: &Tables) -> Self {
        let mut inputs = dataset.inputs().iter();
        let is_file = inputs.any(|input| input.sha256 == Self::CALIBRATED_ON);
        Self {
            kappa: Self::KAPPA,
            is_own: is_file || tables.votes_digest() == Self::CALIBRATED_ON_VOTES,
        }
    }
}

/// Every test of `spec/tests.md` that needs the sheets alone, in its order: for each test every option, then
/// turnout. Tests that do not apply are there with their reason.
pub fn measure(tables: &Tables, null: Null) -> Vec<Measured> {
    let mut chances = Chances::new(null.kappa);
    let mut found = Vec::new();
    let turnout_flat = flat_share(tables, Quantity::Turnout).assumption();
    let mut every_option_flat = turnout_flat;
    for quantity in tables.quantities() {
        let places = spread(tables, quantity);
        let flat = flat_share(tables, quantity).assumption();
        let mut extreme = extremes(tables, quantity, &places, &mut chances, flat);
        if null.is_own && extreme.role == Role::Test {
            extreme.role = Role::ConsistencyCheck;
        }
        found.push(extreme);
        found.push(smoothness(quantity, &places, &mut chances, flat));
        found.push(dispersion(quantity, &places, flat));
        found.extend(percent::measured(tables, quantity));
        if let Quantity::Option(option) = quantity {
            found.push(slope::measured(tables, option, [flat, turnout_flat]));
            found.push(digits::measured(tables, option));
            if !flat.holds || option == 0 {
                every_option_flat = flat;
            }
        }
    }
    found.push(exchange::measured(tables, every_option_flat));
    found.sort_by_key(|measured| (measured.test, measured.quantity));
    debug_assert!(
        found
            .iter()
            .all(|measured| measured.test != TestId::RegisterDifferences)
    );
    found
}
