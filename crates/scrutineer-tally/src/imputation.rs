//! What the missing would have voted if they were like those around them: a picture of sampling
//! only, never a ground for an answer, since absence is not random.

mod shift;
mod strata;

use scrutineer_model::{Dataset, HierarchyIdx};

use crate::observed::Observed;
pub use shift::{Shifted, changing_shift, logit_shift};
use strata::{Strata, Sums};

/// The votes of all, those of the missing filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct Imputation {
    /// The options in ballot order.
    pub options: Vec<ImputedOption>,
    /// Registered voters filled in.
    pub missing: u64,
    /// Whether the official list says where they are; else they are divided among the widest
    /// divisions as the registered voters on the sheets are.
    pub by_list: bool,
    /// Of the missing, those whose division has no sheet, so that a wider one lent its rates.
    pub backed_off: u64,
    /// Strata of the variance: widest divisions with a sheet, else 1.
    pub strata: usize,
    /// Clusters of the variance: polling places with a sheet, else stations.
    pub clusters: usize,
}

/// One option of an [`Imputation`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ImputedOption {
    /// Votes on the sheets and of the missing.
    pub votes: f64,
    /// Share of the votes of all options; 0 to 1.
    pub share: f64,
    /// Standard error of the share from drawing other places of the same strata.
    pub standard_error: f64,
    /// Share less 1.96 standard errors.
    pub low: f64,
    /// Share plus 1.96 standard errors.
    pub high: f64,
}

/// Fills in `missing` registered voters with the votes per registered voter of their stratum: the
/// smallest division with sheets, else the next wider one (forensics note, 3.6). `None` without
/// registered voters on the sheets.
///
/// Variance: linearised ratio of totals; in each widest division h the rate of the missing is a
/// ratio over its places c drawn with replacement, so that
/// `Var = sum_h (U_h / R_h)^2 n_h / (n_h - 1) sum_c (d_c - rho_h r_c)^2 / T^2` with
/// `d_c = v_c - p t_c`, `rho_h = sum d_c / R_h`: what resampling the places of every division tends
/// to. A stratum with a single place has no spread of its own and adds none, nor does one without
/// any sheet, whose rates are borrowed.
pub fn imputation(
    dataset: &Dataset,
    observed: &Observed,
    hierarchy: Option<HierarchyIdx>,
    missing: u64,
) -> Option<Imputation> {
    let strata = Strata::new(dataset, observed, hierarchy);
    let whole = strata.whole();
    if whole.registered <= 0.0 {
        return None;
    }
    let filled = strata.fill(dataset, missing);
    let total: f64 = filled.votes.iter().sum();
    if total <= 0.0 {
        return None;
    }
    let options = filled
        .votes
        .iter()
        .enumerate()
        .map(|(option, &votes)| {
            let share = votes / total;
            let deviation = |sums: &Sums| sums.options[option] - share * sums.votes();
            let variance = strata.variance(&filled.missing, deviation);
            let standard_error = libm::sqrt(variance) / total;
            ImputedOption {
                votes,
                share,
                standard_error,
                low: (share - 1.96 * standard_error).max(0.0),
                high: (share + 1.96 * standard_error).min(1.0),
            }
        })
        .collect();
    Some(Imputation {
        options,
        missing,
        by_list: filled.by_list,
        backed_off: filled.backed_off,
        strata: strata.len(),
        clusters: strata.clusters(),
    })
}
