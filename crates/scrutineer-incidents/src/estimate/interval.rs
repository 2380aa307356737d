//! The log-normal interval of a population.

use super::Z;

/// The 95 % log-normal interval (n + f0/C, n + f0 C), C = exp(z sqrt(ln(1 + var/f0^2))), of an estimate
/// of which `observed` persons were seen (Burnham; Chao 1987, section 3).
///
/// `None` where nobody is estimated unseen, or without a variance: then an interval would be a point.
pub fn log_normal(observed: f64, estimate: f64, variance: f64) -> Option<[f64; 2]> {
    let unseen = estimate - observed;
    if !(unseen > 0.0 && variance > 0.0 && variance.is_finite()) {
        return None;
    }
    let spread = libm::log1p(variance / (unseen * unseen));
    let factor = libm::exp(Z * libm::sqrt(spread));
    Some([observed + unseen / factor, observed + unseen * factor])
}
