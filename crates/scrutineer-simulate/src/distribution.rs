//! The few distributions that an election needs, with `libm` and plain arithmetic only.

use crate::random::Stream;

/// Standard normal. Marsaglia and Bray (1964), polar method.
pub(crate) fn normal(stream: &mut Stream) -> f64 {
    if let Some(spare) = stream.spare.take() {
        return spare;
    }
    loop {
        let x = 2.0 * stream.unit() - 1.0;
        let y = 2.0 * stream.unit() - 1.0;
        let square = x * x + y * y;
        if square > 0.0 && square < 1.0 {
            let scale = libm::sqrt(-2.0 * libm::log(square) / square);
            stream.spare = Some(y * scale);
            return x * scale;
        }
    }
}

/// Gamma with scale 1. Marsaglia and Tsang (2000), section 2; shapes below 1 by their section 6.
pub(crate) fn gamma(stream: &mut Stream, shape: f64) -> f64 {
    if shape < 1.0 {
        let boost = libm::exp(libm::log(stream.unit()) / shape);
        return gamma(stream, shape + 1.0) * boost;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / libm::sqrt(9.0 * d);
    loop {
        let x = normal(stream);
        let root = 1.0 + c * x;
        if root <= 0.0 {
            continue;
        }
        let v = root * root * root;
        let u = stream.unit();
        let square = x * x;
        if u < 1.0 - 0.0331 * square * square {
            return d * v;
        }
        if libm::log(u) < 0.5 * square + d * (1.0 - v + libm::log(v)) {
            return d * v;
        }
    }
}

/// Number of successes among `n` trials with probability `p`; outside [0, 1] `p` is clamped.
pub(crate) fn binomial(stream: &mut Stream, n: u32, p: f64) -> u32 {
    if n == 0 || p <= 0.0 {
        return 0;
    }
    if p >= 1.0 {
        return n;
    }
    if p > 0.5 {
        return n - binomial_lower(stream, n, 1.0 - p);
    }
    binomial_lower(stream, n, p)
}

fn binomial_lower(stream: &mut Stream, n: u32, p: f64) -> u32 {
    // Below a mean of 10 the hat of the rejection method does not cover the distribution.
    if f64::from(n) * p < 10.0 {
        binomial_inversion(stream, n, p)
    } else {
        binomial_rejection(stream, n, p)
    }
}

/// Inversion: walks up the probabilities by their ratio. Kachitvichyanukul and Schmeiser (1988),
/// algorithm BINV.
fn binomial_inversion(stream: &mut Stream, n: u32, p: f64) -> u32 {
    let trials = f64::from(n);
    let ratio = p / (1.0 - p);
    let none = libm::exp(trials * libm::log1p(-p));
    loop {
        let mut u = stream.unit();
        let mut probability = none;
        for k in 0..=n {
            if u <= probability {
                return k;
            }
            u -= probability;
            let next = f64::from(k) + 1.0;
            probability *= ratio * (trials - f64::from(k)) / next;
        }
        // Rounding left a sliver above the last probability; draw again.
    }
}

/// Transformed rejection with squeeze. Hörmann (1993), "The generation of binomial random
/// variates", algorithm BTRS; needs p <= 1/2 and n p >= 10.
fn binomial_rejection(stream: &mut Stream, n: u32, p: f64) -> u32 {
    let trials = f64::from(n);
    let ratio = p / (1.0 - p);
    let spread = libm::sqrt(trials * p * (1.0 - p));
    let b = 1.15 + 2.53 * spread;
    let a = -0.0873 + 0.0248 * b + 0.01 * p;
    let centre = trials * p + 0.5;
    let squeeze = 0.92 - 4.2 / b;
    let mode = libm::floor((trials + 1.0) * p);
    loop {
        let u = stream.unit() - 0.5;
        let edge = 0.5 - libm::fabs(u);
        let v = stream.unit();
        let k = libm::floor((2.0 * a / edge + b) * u + centre);
        if !(0.0..=trials).contains(&k) {
            continue;
        }
        if edge >= 0.07 && v <= squeeze {
            return whole(k);
        }
        let alpha = (2.83 + 5.1 / b) * spread;
        let height = libm::log(v * alpha / (a / (edge * edge) + b));
        let bound = (mode + 0.5) * libm::log((mode + 1.0) / (ratio * (trials - mode + 1.0)))
            + (trials + 1.0) * libm::log((trials - mode + 1.0) / (trials - k + 1.0))
            + (k + 0.5) * libm::log(ratio * (trials - k + 1.0) / (k + 1.0))
            + stirling_tail(mode)
            + stirling_tail(trials - mode)
            - stirling_tail(k)
            - stirling_tail(trials - k);
        if height <= bound {
            return whole(k);
        }
    }
}

/// log k! minus Stirling's approximation (k + 1/2) log(k + 1) - (k + 1) + log(2 pi)/2.
fn stirling_tail(k: f64) -> f64 {
    const FIRST: [f64; 10] = [
        0.081_061_466_795_327_26,
        0.041_340_695_955_409_29,
        0.027_677_925_684_998_34,
        0.020_790_672_103_765_09,
        0.016_644_691_189_821_19,
        0.013_876_128_823_070_75,
        0.011_896_709_945_891_77,
        0.010_411_265_261_972_1,
        0.009_255_462_182_712_733,
        0.008_330_563_433_362_87,
    ];
    if let Some(&tail) = FIRST.get(whole(k) as usize) {
        return tail;
    }
    let next = k + 1.0;
    let square = next * next;
    (1.0 / 12.0 - (1.0 / 360.0 - 1.0 / 1260.0 / square) / square) / next
}

/// The integer that a float between 0 and `u32::MAX` holds.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "every caller has compared the value with 0 and with a count"
)]
fn whole(value: f64) -> u32 {
    value as u32
}

/// Divides `n` among the categories with Dirichlet-multinomial weights `alpha` (all above 0).
///
/// Gamma deviates normalised are Dirichlet; conditional binomials then divide the count.
pub(crate) fn divide(
    stream: &mut Stream,
    n: u32,
    alpha: &[f64],
    draws: &mut [f64],
    out: &mut [u32],
) {
    for (draw, &shape) in draws.iter_mut().zip(alpha) {
        *draw = gamma(stream, shape);
    }
    // Sums from the end: subtracting from a running total could leave a negative rest.
    let mut rest = 0.0;
    for draw in draws.iter_mut().rev() {
        rest += *draw;
        *draw /= rest.max(f64::MIN_POSITIVE);
    }
    let mut left = n;
    for (count, &share) in out.iter_mut().zip(draws.iter()) {
        *count = binomial(stream, left, share);
        left -= *count;
    }
}

#[cfg(test)]
mod tests;
