//! Multiple systems estimation: how many persons no list has.
//!
//! Every method rests on assumptions that no data can test; [`range`] therefore answers with the range
//! over models, or with the reason why there is no estimate.

mod chao;
mod fit;
mod interval;
mod model;
mod profile;
mod range;
mod solve;
mod two_lists;

pub use chao::{Chao, chao};
pub use fit::{Fit, NoFit, fit};
pub use interval::log_normal;
pub use model::{Interaction, MOST_LISTS, Model, Overlaps, hierarchical_models};
pub use profile::{Profile, profile};
pub use range::{
    Assumption, EstimateRange, Estimated, LEAST_OVERLAP, LEAST_PERSONS, ModelEstimate, Refusal,
    Request, range,
};
pub use two_lists::{TwoLists, two_lists};

/// The 97.5 % quantile of the normal distribution.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

/// The 95 % quantile of chi-square with one degree of freedom: how far twice the log-likelihood may fall.
pub(crate) const CHI_SQUARE_95: f64 = 3.841_458_820_694_124;
