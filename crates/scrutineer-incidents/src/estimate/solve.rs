//! Poisson regression with a logarithmic link, by Newton's method.

/// Steps before a fit is given up.
const STEPS: u32 = 400;

/// A fitted regression.
pub(super) struct Solved {
    /// Coefficients, the intercept first.
    pub(super) beta: Vec<f64>,
    /// Logarithms of the fitted means, row by row.
    pub(super) eta: Vec<f64>,
    /// The variance of the intercept.
    pub(super) intercept_variance: f64,
    /// Whether the last step changed nothing that matters.
    pub(super) has_converged: bool,
}

/// Fits the rows `design` (0 and 1 as booleans; the intercept is implied) to `counts`.
/// `None` where the equations are singular from the start.
pub(super) fn poisson(
    design: &[Vec<bool>],
    counts: &[f64],
    start: Option<&[f64]>,
) -> Option<Solved> {
    let width = design.first().map_or(0, Vec::len) + 1;
    let rows: Vec<Vec<f64>> = design
        .iter()
        .map(|row| {
            let terms = row.iter().map(|held| f64::from(u8::from(*held)));
            std::iter::once(1.0).chain(terms).collect()
        })
        .collect();
    let mut beta = start.map_or_else(
        || first_guess(&rows, counts, width),
        |held| Some(held.to_vec()),
    )?;
    let mut eta = predicted(&rows, &beta);
    let mut value = likelihood(&eta, counts);
    let mut has_converged = false;
    for _ in 0..STEPS {
        let (information, score) = equations(&rows, &eta, counts, width);
        let Some(step) = factor(&information).map(|lower| substitute(&lower, &score)) else {
            break;
        };
        // Half the step until the likelihood no longer falls.
        let mut scale = 1.0;
        let mut taken = None;
        for _ in 0..40 {
            let next: Vec<f64> = beta.iter().zip(&step).map(|(b, s)| b + scale * s).collect();
            let next_eta = predicted(&rows, &next);
            let next_value = likelihood(&next_eta, counts);
            if next_value.is_finite() && next_value >= value - 1e-12 * value.abs().max(1.0) {
                taken = Some((next, next_eta, next_value));
                break;
            }
            scale /= 2.0;
        }
        let Some((next, next_eta, next_value)) = taken else {
            break;
        };
        let moved = eta
            .iter()
            .zip(&next_eta)
            .map(|(a, b)| libm::exp(a.max(*b)) * (a - b).abs())
            .fold(0.0, f64::max);
        let size = counts.iter().copied().fold(1.0, f64::max);
        let gained = (next_value - value).abs();
        (beta, eta, value) = (next, next_eta, next_value);
        if moved <= 1e-11 * size && gained <= 1e-11 * value.abs().max(1.0) {
            has_converged = true;
            break;
        }
    }
    let (information, _) = equations(&rows, &eta, counts, width);
    let unit: Vec<f64> = (0..width).map(|at| f64::from(u8::from(at == 0))).collect();
    let intercept_variance = factor(&information)
        .and_then(|lower| substitute(&lower, &unit).first().copied())
        .unwrap_or(f64::NAN);
    Some(Solved {
        beta,
        eta,
        intercept_variance,
        has_converged,
    })
}

/// Least squares of ln(count + 1/2), weighted by count + 1/2.
fn first_guess(rows: &[Vec<f64>], counts: &[f64], width: usize) -> Option<Vec<f64>> {
    let mut left = vec![vec![0.0; width]; width];
    let mut right = vec![0.0; width];
    for (row, count) in rows.iter().zip(counts) {
        let weight = count + 0.5;
        add(&mut left, row, weight);
        for (to, x) in right.iter_mut().zip(row) {
            *to += weight * x * libm::log(weight);
        }
    }
    factor(&left).map(|lower| substitute(&lower, &right))
}

fn predicted(rows: &[Vec<f64>], beta: &[f64]) -> Vec<f64> {
    rows.iter()
        .map(|row| row.iter().zip(beta).map(|(x, b)| x * b).sum())
        .collect()
}

/// Sum of y eta - exp(eta): the log-likelihood without what the coefficients do not change.
fn likelihood(eta: &[f64], counts: &[f64]) -> f64 {
    eta.iter()
        .zip(counts)
        .map(|(eta, y)| y * eta - libm::exp(*eta))
        .sum()
}

fn equations(
    rows: &[Vec<f64>],
    eta: &[f64],
    counts: &[f64],
    width: usize,
) -> (Vec<Vec<f64>>, Vec<f64>) {
    let mut information = vec![vec![0.0; width]; width];
    let mut score = vec![0.0; width];
    for ((row, eta), count) in rows.iter().zip(eta).zip(counts) {
        let mean = libm::exp(*eta);
        add(&mut information, row, mean);
        for (to, x) in score.iter_mut().zip(row) {
            *to += x * (count - mean);
        }
    }
    (information, score)
}

/// Adds `weight` times the outer product of a row with itself.
fn add(to: &mut [Vec<f64>], row: &[f64], weight: f64) {
    for (line, x) in to.iter_mut().zip(row) {
        if *x > 0.0 {
            for (cell, y) in line.iter_mut().zip(row) {
                *cell += weight * x * y;
            }
        }
    }
}

/// The lower triangle L with L Lᵀ = the matrix; `None` where it is not positive definite.
fn factor(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let mut lower: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (at, line) in matrix.iter().enumerate() {
        let mut own: Vec<f64> = Vec::with_capacity(at + 1);
        for (column, value) in line.iter().enumerate().take(at) {
            let above = lower.get(column)?;
            let known: f64 = own.iter().zip(above).map(|(a, b)| a * b).sum();
            own.push((value - known) / above.get(column)?);
        }
        let diagonal = line.get(at)?;
        let rest = diagonal - own.iter().map(|a| a * a).sum::<f64>();
        if rest.is_nan() || rest <= diagonal * 1e-14 {
            return None;
        }
        own.push(libm::sqrt(rest));
        lower.push(own);
    }
    Some(lower)
}

/// Solves L Lᵀ x = right.
fn substitute(lower: &[Vec<f64>], right: &[f64]) -> Vec<f64> {
    let mut forward: Vec<f64> = Vec::with_capacity(right.len());
    for (line, value) in lower.iter().zip(right) {
        let known: f64 = line.iter().zip(&forward).map(|(a, b)| a * b).sum();
        forward.push((value - known) / line.last().copied().unwrap_or(f64::NAN));
    }
    let mut answer = forward;
    for at in (0..answer.len()).rev() {
        let known: f64 = lower
            .iter()
            .zip(&answer)
            .skip(at + 1)
            .map(|(line, x)| line.get(at).copied().unwrap_or(0.0) * x)
            .sum();
        let diagonal = lower.get(at).and_then(|line| line.last()).copied();
        if let (Some(value), Some(diagonal)) = (answer.get_mut(at), diagonal) {
            *value = (*value - known) / diagonal;
        }
    }
    answer
}
