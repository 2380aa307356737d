//! The deviance of a count from its mean, without the cancellation of the plain formula.
//!
//! Loader (2000), "Fast and accurate computation of binomial probabilities", section 2: a probability is
//! written as a product of factors near one and exp(-deviance), each of which can be computed to full
//! precision, while differences of logarithms of factorials lose up to ten digits.

/// `value ln(value / mean) + mean - value`, for `mean` > 0 and `value = mean + difference` >= 0.
///
/// The difference is an argument of its own because callers know it more exactly than `value - mean`.
/// The answer is at least 0, and 0 only where the difference is.
pub(crate) fn deviance(mean: f64, difference: f64) -> f64 {
    let value = mean + difference;
    if value <= 0.0 {
        return mean;
    }
    let v = difference / (value + mean);
    if v.abs() >= 0.1 {
        return value * libm::log1p(difference / mean) - difference;
    }
    // ln(value / mean) = 2 atanh(v), and mean - value cancels the first term up to difference * v.
    let squared = v * v;
    let mut power = 2.0 * value * v;
    let mut sum = difference * v;
    let mut order = 3.0;
    loop {
        power *= squared;
        let next = sum + power / order;
        if next.total_cmp(&sum).is_eq() {
            return sum;
        }
        sum = next;
        order += 2.0;
    }
}
