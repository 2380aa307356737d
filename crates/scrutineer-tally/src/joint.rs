//! The least number of declared votes that contradict the sheets, all declared numbers together.
//!
//! The linear program of the forensics note (3.3 c): sheets are counted in part or whole (x), y of
//! the U registered voters without a sheet are counted as well and give at most tau y votes to
//! anybody (v), the counted registered voters are C, and the declared numbers D may be missed by
//! e+ and e-, whose sum is minimised.
//!
//! Any multipliers lambda in [-1, 1], one per declared number, and any threshold theta give a lower
//! bound, by duality:
//!
//! ```text
//! g = theta C - sum_i lambda_i D_i
//!     + sum over sheets of min(0, sum_i lambda_i v_si - theta r_s)
//!     + U min(0, tau min(0, min_i lambda_i) - theta)
//! ```
//!
//! So a search in floating point finds multipliers, they are rounded to millionths, and g is
//! re-evaluated in exact fractions: whatever the search did, the value holds, and anyone can add it
//! up again with one column of a spreadsheet.

mod dual;
mod master;

use scrutineer_model::{Exact, Overflow, StationIdx};

use crate::feasibility::{Target, TargetKind, Targets};
use crate::joint::dual::Dual;
use crate::joint::master::{Cut, Master};
use crate::observed::Observed;

/// Denominator of the multipliers of a certificate.
const PARTS: i64 = 1_000_000;

/// Rounds of the search; it ends far earlier when the bounds meet.
const ROUNDS: usize = 300;

/// What is taken as counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Registered voters in the counted stations, C.
    pub counted: Exact,
    /// Registered voters there are, R; U = R - those of the stations with a sheet.
    pub total: u64,
    /// The most votes per registered voter without a sheet, tau.
    pub turnout_cap: Exact,
    /// Whether the largest readings of declared numbers are taken, which favours the declaration.
    pub favourable: bool,
}

/// A multiplier of one declared number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Multiplier {
    /// The declared number.
    pub kind: TargetKind,
    /// Its value D.
    pub declared: u64,
    /// Lambda, between -1 and 1.
    pub value: Exact,
}

/// A proof that a declaration contradicts the sheets by at least `value` votes, with everything
/// that is needed to add it up again.
#[derive(Clone, Debug, PartialEq)]
pub struct Certificate {
    /// What is taken as counted.
    pub count: Count,
    /// Registered voters without a sheet, U.
    pub unobserved: u64,
    /// One multiplier per declared number of an option or group, in the declaration's order.
    pub multipliers: Vec<Multiplier>,
    /// Theta: the score per registered voter of the sheet that is counted in part.
    pub threshold: Exact,
    /// - sum of lambda D.
    pub constant: Exact,
    /// Theta C.
    pub threshold_term: Exact,
    /// Sum over sheets of min(0, score - theta r).
    pub sheets_term: Exact,
    /// U min(0, tau min(0, least lambda) - theta).
    pub unobserved_term: Exact,
    /// Sheets whose term is below 0: those that the declaration would best count whole.
    pub sheets_counted: u64,
    /// The sum of the four terms: at least so many declared votes contradict the sheets; 0 where
    /// it is not positive.
    pub value: Exact,
    /// `value` rounded up: votes are whole.
    pub votes: u64,
    /// An upper bound of what any certificate can show, from the search; for judging how much the
    /// rounding of the multipliers lost, not for any claim.
    pub search_bound: f64,
}

/// A sheet's part in a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CertificateRow {
    /// The station.
    pub station: StationIdx,
    /// Sum of lambda times votes.
    pub score: Exact,
    /// Its registered voters.
    pub registered: u32,
    /// min(0, score - theta r).
    pub term: Exact,
}

/// Searches the best certificate and evaluates it exactly.
pub fn joint(
    observed: &Observed,
    targets: &Targets,
    count: Count,
) -> Result<Certificate, Overflow> {
    let list: Vec<&Target> = targets.of_options().collect();
    let unobserved = count.total.saturating_sub(observed.registered_sum());
    let folds = fold(&list, count.favourable);
    let dual = Dual::new(observed, &list, &folds, count, unobserved);
    let (best, search_bound) = search(&dual);
    let rounded: Vec<i64> = best.iter().map(|&value| to_parts(value)).collect();
    let shown: Vec<f64> = rounded
        .iter()
        .map(|&part| part as f64 / PARTS as f64)
        .collect();
    let marginal = dual.evaluate(&shown).marginal;
    let parts: Vec<i64> = folds.iter().map(|&fold| rounded[fold]).collect();
    let sheets = Sheets {
        observed,
        list: &list,
        parts: &parts,
    };
    sheets.certificate(count, unobserved, marginal, search_bound)
}

/// Every sheet's part in a certificate, in order of the station.
pub fn certificate_rows(
    observed: &Observed,
    targets: &Targets,
    certificate: &Certificate,
) -> Result<Vec<CertificateRow>, Overflow> {
    let columns: Vec<_> = targets
        .of_options()
        .map(|target| target.votes(observed))
        .collect();
    let threshold = certificate.threshold;
    (0..observed.len())
        .map(|at| {
            let mut score = Exact::ZERO;
            for (column, multiplier) in columns.iter().zip(&certificate.multipliers) {
                let votes = Exact::from(column.get(at));
                score = score.checked_add(multiplier.value.checked_mul(votes)?)?;
            }
            let registered = observed.registered[at];
            let weight = threshold.checked_mul(Exact::integer(registered))?;
            Ok(CertificateRow {
                station: observed.stations[at],
                score,
                registered,
                term: score.checked_sub(weight)?.min(Exact::ZERO),
            })
        })
        .collect()
}

fn declared(target: &Target, favourable: bool) -> u64 {
    if favourable {
        target.declared_most
    } else {
        target.declared
    }
}

/// Declared numbers of which the sheets have less share one multiplier. Nothing is lost: such a
/// number is never exceeded, so the votes of those without a sheet can be divided among them as if
/// they were one. The fold of every target, from 0, without gaps.
fn fold(list: &[&Target], favourable: bool) -> Vec<usize> {
    let mut next = 0;
    let mut shared = None;
    list.iter()
        .map(|target| {
            let mut fresh = || {
                next += 1;
                next - 1
            };
            if target.observed > declared(target, favourable) {
                fresh()
            } else {
                *shared.get_or_insert_with(fresh)
            }
        })
        .collect()
}

/// Cutting planes (Kelley): each evaluation of the concave dual gives a plane above it, the master
/// program finds the highest point below all planes.
fn search(dual: &Dual) -> (Vec<f64>, f64) {
    let size = dual.size();
    let mut best = (vec![0.0; size], 0.0);
    if size == 0 {
        return best;
    }
    let mut master = Master::new(size);
    let mut at = dual.start();
    let mut bound = f64::INFINITY;
    for _ in 0..ROUNDS {
        let found = dual.evaluate(&at);
        if found.value > best.1 {
            best = (at.clone(), found.value);
        }
        let slope: f64 = found.slope.iter().zip(&at).map(|(s, x)| s * x).sum();
        master.add(Cut {
            constant: found.value - slope,
            slope: found.slope,
        });
        let (next, height) = master.solve();
        bound = height.max(best.1);
        if bound - best.1 <= 1e-3 + best.1 * 1e-9 || next == at {
            break;
        }
        at = next;
    }
    (best.0, bound)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the value is clamped to a million on both sides"
)]
fn to_parts(value: f64) -> i64 {
    let parts = PARTS as f64;
    libm::round(value.clamp(-1.0, 1.0) * parts) as i64
}

struct Sheets<'a> {
    observed: &'a Observed,
    list: &'a [&'a Target],
    /// Multipliers in millionths, one per target.
    parts: &'a [i64],
}

impl Sheets<'_> {
    /// Scores in millionths of votes.
    fn scores(&self) -> Result<Vec<i128>, Overflow> {
        let mut scores = vec![0i128; self.observed.len()];
        for (target, &part) in self.list.iter().zip(self.parts) {
            if part == 0 {
                continue;
            }
            let counts = target.votes(self.observed);
            for (score, votes) in scores.iter_mut().zip(counts.iter()) {
                let product = i128::from(part) * i128::from(votes);
                *score = score.checked_add(product).ok_or(Overflow)?;
            }
        }
        Ok(scores)
    }

    fn certificate(
        &self,
        count: Count,
        unobserved: u64,
        marginal: Option<usize>,
        search_bound: f64,
    ) -> Result<Certificate, Overflow> {
        let parts = i128::from(PARTS);
        let share = |part: i128| Exact::new(part, parts).ok_or(Overflow);
        let scores = self.scores()?;
        let least = self.parts.iter().copied().min().unwrap_or(0).min(0);
        let per_missing = count.turnout_cap.checked_mul(share(i128::from(least))?)?;
        let threshold = match marginal {
            Some(at) => Exact::new(
                scores[at],
                parts * i128::from(self.observed.registered[at].max(1)),
            )
            .ok_or(Overflow)?,
            None => per_missing,
        };
        // min(0, score - theta r) with theta = p / q, in units of 1 / (q PARTS).
        let (p, q) = (threshold.numerator(), threshold.denominator());
        let p = p.checked_mul(parts).ok_or(Overflow)?;
        let (mut sum, mut sheets_counted) = (0i128, 0);
        for (score, &registered) in scores.iter().zip(&self.observed.registered) {
            let scaled = score.checked_mul(q).ok_or(Overflow)?;
            let weight = p.checked_mul(i128::from(registered)).ok_or(Overflow)?;
            let term = scaled.checked_sub(weight).ok_or(Overflow)?;
            if term < 0 {
                sum = sum.checked_add(term).ok_or(Overflow)?;
                sheets_counted += 1;
            }
        }
        let unit = q.checked_mul(parts).ok_or(Overflow)?;
        let sheets_term = Exact::new(sum, unit).ok_or(Overflow)?;
        let unobserved_term = per_missing
            .checked_sub(threshold)?
            .min(Exact::ZERO)
            .checked_mul(Exact::from(unobserved))?;
        let mut constant = Exact::ZERO;
        let mut multipliers = Vec::new();
        for (target, &part) in self.list.iter().zip(self.parts) {
            let value = share(i128::from(part))?;
            let declared = declared(target, count.favourable);
            constant = constant.checked_sub(value.checked_mul(Exact::from(declared))?)?;
            multipliers.push(Multiplier {
                kind: target.kind,
                declared,
                value,
            });
        }
        let threshold_term = threshold.checked_mul(count.counted)?;
        let value = constant
            .checked_add(threshold_term)?
            .checked_add(sheets_term)?
            .checked_add(unobserved_term)?
            .max(Exact::ZERO);
        Ok(Certificate {
            count,
            unobserved,
            multipliers,
            threshold,
            constant,
            threshold_term,
            sheets_term,
            unobserved_term,
            sheets_counted,
            votes: u64::try_from(value.ceil()).unwrap_or(u64::MAX),
            value,
            search_bound,
        })
    }
}
