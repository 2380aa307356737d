//! The master program of the cutting planes: the highest point below planes over a box.
//!
//! max over x in [-1, 1]^d of min_j (a_j + s_j x), solved through its dual
//! min sum_j w_j a_j + sum_i (p_i + q_i) with sum_j w_j = 1 and sum_j w_j s_ji = p_i - q_i by the
//! revised simplex method: the basis has d + 1 columns and is solved afresh at every step.

/// A plane above the function: `constant + slope x`.
pub(super) struct Cut {
    pub(super) constant: f64,
    pub(super) slope: Vec<f64>,
}

/// The planes so far, and the basis of the last solution.
pub(super) struct Master {
    size: usize,
    cuts: Vec<Cut>,
    basis: Vec<Column>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    /// Weight of a cut.
    Weight(usize),
    /// Positive part of a slope.
    Above(usize),
    /// Negative part of a slope.
    Below(usize),
}

/// Reduced costs above this, in units of the largest coefficient, count as optimal.
const TOLERANCE: f64 = 1e-13;

/// Steps with the steepest column; afterwards Bland's rule, which cannot cycle.
const STEEPEST_STEPS: usize = 500;

/// A bound on all steps: the search stays valid wherever it stops.
const STEPS: usize = 5_000;

impl Master {
    pub(super) fn new(size: usize) -> Self {
        Self {
            size,
            cuts: Vec::new(),
            basis: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, cut: Cut) {
        if self.cuts.is_empty() {
            self.basis = vec![Column::Weight(0)];
            for (axis, &slope) in cut.slope.iter().enumerate() {
                self.basis.push(if slope >= 0.0 {
                    Column::Above(axis)
                } else {
                    Column::Below(axis)
                });
            }
        }
        self.cuts.push(cut);
    }

    fn scale(&self) -> f64 {
        self.cuts
            .iter()
            .flat_map(|cut| cut.slope.iter().chain([&cut.constant]))
            .fold(1.0, |most, value| value.abs().max(most))
    }

    fn cost(&self, column: Column, scale: f64) -> f64 {
        match column {
            Column::Weight(cut) => self.cuts[cut].constant / scale,
            Column::Above(_) | Column::Below(_) => 1.0,
        }
    }

    /// Row 0 is the sum of the weights, row i + 1 the slope along axis i.
    fn entries(&self, column: Column, scale: f64) -> Vec<f64> {
        let mut entries = vec![0.0; self.size + 1];
        match column {
            Column::Weight(cut) => {
                entries[0] = 1.0;
                for (entry, slope) in entries[1..].iter_mut().zip(&self.cuts[cut].slope) {
                    *entry = slope / scale;
                }
            }
            Column::Above(axis) => entries[axis + 1] = -1.0,
            Column::Below(axis) => entries[axis + 1] = 1.0,
        }
        entries
    }

    /// The point and the height there.
    pub(super) fn solve(&mut self) -> (Vec<f64>, f64) {
        let scale = self.scale();
        let mut prices = vec![0.0; self.size + 1];
        for step in 0..STEPS {
            let columns: Vec<Vec<f64>> = self
                .basis
                .iter()
                .map(|&column| self.entries(column, scale))
                .collect();
            let costs = self.basis.iter().map(|&column| self.cost(column, scale));
            // Prices solve transpose(B) prices = costs; a row of that matrix is a column of B.
            let Some(solved) = eliminate(columns.clone(), costs.collect()) else {
                break;
            };
            prices = solved;
            let Some(entering) = self.entering(&prices, scale, step >= STEEPEST_STEPS) else {
                break;
            };
            let transposed: Vec<Vec<f64>> = (0..=self.size)
                .map(|row| columns.iter().map(|column| column[row]).collect())
                .collect();
            let mut right = vec![0.0; self.size + 1];
            right[0] = 1.0;
            let direction = self.entries(entering, scale);
            let (Some(level), Some(change)) = (
                eliminate(transposed.clone(), right),
                eliminate(transposed, direction),
            ) else {
                break;
            };
            let ratios = level.iter().zip(&change).enumerate();
            let leaving = ratios
                .filter(|(_, (_, change))| **change > TOLERANCE)
                .map(|(at, (level, change))| (level.max(0.0) / change, self.basis[at], at))
                .min_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
            let Some((_, _, leaving)) = leaving else {
                break;
            };
            self.basis[leaving] = entering;
        }
        let height = prices[0] * scale;
        let point = prices[1..]
            .iter()
            .map(|price| (-price).clamp(-1.0, 1.0))
            .collect();
        (point, height)
    }

    fn entering(&self, prices: &[f64], scale: f64, first: bool) -> Option<Column> {
        let weights = (0..self.cuts.len()).map(Column::Weight);
        let above = (0..self.size).map(Column::Above);
        let below = (0..self.size).map(Column::Below);
        let mut best: Option<(f64, Column)> = None;
        for column in weights.chain(above).chain(below) {
            if self.basis.contains(&column) {
                continue;
            }
            let entries = self.entries(column, scale);
            let paid: f64 = prices.iter().zip(&entries).map(|(p, e)| p * e).sum();
            let reduced = self.cost(column, scale) - paid;
            if reduced >= -TOLERANCE {
                continue;
            }
            if first {
                return Some(column);
            }
            if best.is_none_or(|(held, _)| reduced < held) {
                best = Some((reduced, column));
            }
        }
        best.map(|(_, column)| column)
    }
}

/// Gaussian elimination with partial pivoting; `None` for a singular matrix.
fn eliminate(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let size = right.len();
    for column in 0..size {
        let pivot = (column..size)
            .max_by(|&a, &b| matrix[a][column].abs().total_cmp(&matrix[b][column].abs()))?;
        if matrix[pivot][column].abs() < 1e-300 {
            return None;
        }
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let (done, below) = matrix.split_at_mut(column + 1);
        let lead = &done[column];
        for (offset, row) in below.iter_mut().enumerate() {
            let factor = row[column] / lead[column];
            if factor == 0.0 {
                continue;
            }
            for (entry, above) in row[column..].iter_mut().zip(&lead[column..]) {
                *entry -= factor * above;
            }
            right[column + 1 + offset] -= factor * right[column];
        }
    }
    for column in (0..size).rev() {
        let known: f64 = (column + 1..size)
            .map(|at| matrix[column][at] * right[at])
            .sum();
        right[column] = (right[column] - known) / matrix[column][column];
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn highest(cuts: &[(f64, &[f64])]) -> (Vec<f64>, f64) {
        let mut master = Master::new(cuts[0].1.len());
        for (constant, slope) in cuts {
            master.add(Cut {
                constant: *constant,
                slope: slope.to_vec(),
            });
        }
        master.solve()
    }

    #[test]
    fn small_programs_solved_by_hand_come_out() {
        // min(x, 1 - 2x): the planes cross at 1/3.
        let (point, height) = highest(&[(0.0, &[1.0]), (1.0, &[-2.0])]);
        assert!((point[0] - 1.0 / 3.0).abs() < 1e-12 && (height - 1.0 / 3.0).abs() < 1e-12);
        // A single plane is highest in a corner of the box.
        let (point, height) = highest(&[(5.0, &[2.0, -3.0])]);
        assert!((point[0] - 1.0).abs() < 1e-12 && (point[1] + 1.0).abs() < 1e-12);
        assert!((height - 10.0).abs() < 1e-12);
        // A pyramid with its top at (1/2, -1/4), height 2.
        let top: [(f64, &[f64]); 4] = [
            (1.5, &[1.0, 0.0]),
            (2.5, &[-1.0, 0.0]),
            (2.25, &[0.0, 1.0]),
            (1.75, &[0.0, -1.0]),
        ];
        let (point, height) = highest(&top);
        assert!((point[0] - 0.5).abs() < 1e-12 && (point[1] + 0.25).abs() < 1e-12);
        assert!((height - 2.0).abs() < 1e-12);
    }
}
