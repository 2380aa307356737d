//! One claim as the engine is asked it: the mean that is doubted, the value of a ballot and the bet.

use scrutineer_model::Exact;
use serde::{Deserialize, Serialize};

use crate::assertion::Assertion;
use crate::audit::method::Method;
use crate::comparison::{Card, Overstatement, Record, Styles};
use crate::martingale::{
    Draws, FixedBet, Martingale, Null, Past, Proportional, Strategy, Subtracting,
    TruncatedShrinkage, WithReplacement,
};

/// How much is staked on each draw: fixed by the method, and said in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Bets {
    /// ALPHA with truncated shrinkage (Stark 2023, section 2.5.2), and the upper bound that SHANGRLA computes
    /// since 2023: `eta_j = min(u - c / sqrt(d + j - 1), max((d eta + S) / (d + j - 1), t + c / sqrt(d + j - 1)))`
    /// with the mean `eta` of the records and `c` = `c_share` (eta - t).
    TruncatedShrinkage {
        /// How many draws the records weigh.
        d: u32,
        /// Numerator and denominator of c in units of eta - t.
        c_share: [u32; 2],
    },
    /// BRAVO (Lindeman, Stark and Yates 2012): the shares of the records are the one alternative. The bet is
    /// `(eta - t)` over the mean of `(x - t)²` by the records, which for two options, with nothing missing, multiplies
    /// the fortune by 2s and 2(1 - s). It is never more than `most` of the largest bet, so that one ballot
    /// cannot end the audit.
    Reported {
        /// Numerator and denominator of the largest share of the largest bet.
        most: [u32; 2],
    },
    /// Comparison of ballots with their records: a fixed share of the largest bet, which survives a ballot that is
    /// missing or another one, as in a comparison of boxes.
    Share {
        /// Numerator and denominator of that share.
        share: [u32; 2],
    },
}

impl Bets {
    /// The bets of a method; `None` for a method that draws stations.
    pub(in crate::audit) fn of(method: Method) -> Option<Self> {
        match method {
            Method::Alpha => Some(Self::TruncatedShrinkage {
                d: 100,
                c_share: [1, 2],
            }),
            Method::Bravo => Some(Self::Reported { most: [99, 100] }),
            Method::BallotComparison => Some(Self::Share { share: [9, 10] }),
            Method::KaplanMarkov | Method::Capped | Method::Stratified => None,
        }
    }
}

/// The bets of one claim.
#[derive(Clone, Copy, Debug)]
enum Staked {
    Shrinkage(TruncatedShrinkage<Subtracting>),
    Fixed(FixedBet),
    Share(Proportional),
}

impl Strategy for Staked {
    fn bet<D: Draws>(&self, past: &Past<D>) -> f64 {
        match self {
            Self::Shrinkage(held) => held.bet(past),
            Self::Fixed(held) => held.bet(past),
            Self::Share(held) => held.bet(past),
        }
    }
}

/// What was seen of a drawn ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// A valid vote for the option at a position of the ballot paper.
    Vote(usize),
    /// A ballot without a valid vote.
    NoVote,
    /// Nobody saw it: the worst case.
    Nothing,
}

/// What is recorded of a ballot before anybody looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recorded {
    /// A valid vote for the option at a position of the ballot paper.
    Vote(usize),
    /// A ballot without a valid vote.
    NoVote,
    /// There is no record.
    Nothing,
}

/// A claim about the ballots: its assorter has a mean above `t`.
///
/// Over N ballots that can be drawn and M votes that cannot, the claim holds whatever these are where the mean of the
/// assorter over the N is above `1/2 + M / 2N`.
#[derive(Clone, Debug)]
pub struct BallotClaim {
    assertion: Assertion,
    null: Null,
    eta: f64,
    /// The bet on the first draw, as it would be if the records were right.
    lambda: f64,
    staked: Staked,
    /// Value and share by the records: by option, then of ballots without a valid vote; where ballots are compared,
    /// of those that are as recorded or have neither ballot nor record, then of those without a record, supposed missing.
    values: Vec<(f64, f64)>,
    /// Where ballots are compared with their records: the assorter margin of these, less what is missing.
    margin: Option<Exact>,
}

impl BallotClaim {
    /// `None` where the records do not have the claim, or a number is beyond its range.
    pub(super) fn new(
        assertion: &Assertion,
        bets: Bets,
        votes: &[u64],
        (ballots, missing): (u64, u64),
    ) -> Option<Self> {
        let all = ballots as f64;
        let upper = assertion.upper().to_f64();
        let eta = assertion.mean(votes, ballots)?.to_f64();
        let mean = (u128::from(ballots) + u128::from(missing)) as f64 / (2.0 * all);
        let null = Null::new(mean, upper).ok().filter(|_| eta > mean)?;
        let cast = votes
            .iter()
            .fold(0u64, |sum, &votes| sum.saturating_add(votes));
        let by_option = votes.iter().enumerate();
        let values: Vec<(f64, f64)> = by_option
            .map(|(option, &votes)| (assertion.assort(&[option]).to_f64(), votes as f64 / all))
            .chain(std::iter::once((
                assertion.assort(&[]).to_f64(),
                ballots.saturating_sub(cast) as f64 / all,
            )))
            .collect();
        let (staked, lambda) = match bets {
            Bets::TruncatedShrinkage { d, c_share } => {
                let c = c_of(c_share, eta, null);
                let shrinkage = TruncatedShrinkage::new(eta, f64::from(d), c);
                let ceiling = upper - c / libm::sqrt(f64::from(d));
                let lambda = (eta.min(ceiling) - mean) / (mean * (upper - mean));
                (Staked::Shrinkage(shrinkage), lambda)
            }
            Bets::Reported { most } => {
                let [part, whole] = most.map(f64::from);
                let squares: f64 = values
                    .iter()
                    .map(|&(value, share)| share * (value - mean) * (value - mean))
                    .sum();
                let lambda = ((eta - mean) / squares).min(part / whole / mean);
                (Staked::Fixed(FixedBet::new(lambda)), lambda)
            }
            // Only where ballots have records.
            Bets::Share { .. } => return None,
        };
        Some(Self {
            assertion: assertion.clone(),
            null,
            eta,
            lambda,
            staked,
            values,
            margin: None,
        })
    }

    /// Where ballots are compared with their records: the mean that is doubted is that of the overstatement assorter,
    /// at most 1/2 where the records overstate the margin by as much as it is, less what is missing. `votes` are
    /// those of the recorded ballots; `unrecorded` ballots are supposed to be there and have no record.
    pub(super) fn compared(
        assertion: &Assertion,
        bets: Bets,
        votes: &[u64],
        unrecorded: u64,
        (ballots, missing): (u64, u64),
    ) -> Option<Self> {
        let Bets::Share { share } = bets else {
            return None;
        };
        let worst = i128::from(assertion.worst());
        let lost = worst.checked_mul(i128::from(missing))?;
        let left = assertion.score(votes).checked_sub(lost)?;
        let margin = Exact::new(left, worst.checked_mul(i128::from(ballots))?)?;
        let compared = Overstatement::new(assertion, margin, Styles::Unknown).ok()??;
        let null = Null::half(compared.upper().ok()?.to_f64()).ok()?;
        let right = compared.of(Exact::ZERO).ok()?.to_f64();
        let absent = compared.value(Record::Phantom, Card::Missing).ok()?;
        let [part, whole] = share.map(f64::from);
        let phantoms = unrecorded as f64 / ballots as f64;
        let values = vec![(right, 1.0 - phantoms), (absent.to_f64(), phantoms)];
        Some(Self {
            assertion: assertion.clone(),
            null,
            eta: values.iter().map(|(value, share)| value * share).sum(),
            lambda: part / whole / null.mean(),
            staked: Staked::Share(Proportional::new(part / whole)),
            values,
            margin: Some(margin),
        })
    }

    /// What is claimed.
    pub fn assertion(&self) -> &Assertion {
        &self.assertion
    }

    /// The mean that is doubted (t).
    pub fn mean(&self) -> f64 {
        self.null.mean()
    }

    /// The largest value of a ballot (u).
    pub fn upper(&self) -> f64 {
        self.null.upper()
    }

    /// The mean by the records (eta), above t.
    pub fn eta(&self) -> f64 {
        self.eta
    }

    /// The bet on the first draw; on every one where the shares of the records are the one alternative.
    pub fn lambda(&self) -> f64 {
        self.lambda
    }

    /// c of the truncated shrinkage; `None` for another bet.
    pub fn c(&self, bets: Bets) -> Option<f64> {
        let Bets::TruncatedShrinkage { c_share, .. } = bets else {
            return None;
        };
        Some(c_of(c_share, self.eta, self.null))
    }

    /// Before the first draw.
    pub(super) fn begin(&self) -> Martingale<WithReplacement, impl Strategy + Copy + use<>> {
        Martingale::new(self.null, WithReplacement, self.staked)
    }

    /// The value of a ballot: the least that its record allows where nobody saw it.
    pub(super) fn value(&self, recorded: Recorded, seen: Seen) -> Exact {
        let marks = match seen {
            Seen::Vote(option) => Some(Some(option)),
            Seen::NoVote => Some(None),
            Seen::Nothing => None,
        };
        let Some(margin) = self.margin else {
            return marks.map_or(Exact::ZERO, |mark| self.assertion.assort(mark.as_slice()));
        };
        let card = match &marks {
            Some(mark) => Card::Marks(mark.as_slice()),
            None => Card::Missing,
        };
        let mark = match recorded {
            Recorded::Vote(option) => Some(option),
            Recorded::NoVote | Recorded::Nothing => None,
        };
        let record = match recorded {
            Recorded::Nothing => Record::Phantom,
            _ => Record::Marks(mark.as_slice()),
        };
        // The margin was above 0 when the claim was made, and a difference of two values is within the range.
        let compared = Overstatement::new(&self.assertion, margin, Styles::Unknown);
        let value = compared.ok().flatten();
        value
            .and_then(|compared| compared.value(record, card).ok())
            .unwrap_or(Exact::ZERO)
    }

    /// By how many votes of the margin a record is too good; below 0 where it errs against the claim.
    pub(super) fn overstated(&self, recorded: Recorded, seen: Seen) -> i128 {
        let of = |mark: Option<usize>| self.assertion.assort(mark.as_slice());
        let recorded = match recorded {
            Recorded::Vote(option) => of(Some(option)),
            Recorded::NoVote | Recorded::Nothing => of(None),
        };
        let found = match seen {
            Seen::Vote(option) => of(Some(option)),
            Seen::NoVote => of(None),
            Seen::Nothing => Exact::ZERO,
        };
        let twice = Exact::integer(2 * i128::from(self.assertion.worst()));
        let votes = recorded
            .checked_sub(found)
            .and_then(|lost| lost.checked_mul(twice));
        votes.map_or(0, Exact::round)
    }

    /// The values that the records have, each with its share of the ballots.
    pub(super) fn values(&self) -> &[(f64, f64)] {
        &self.values
    }

    /// Mean and standard deviation of the logarithm of the factor of one draw, if the records are right.
    pub(super) fn growth(&self) -> (f64, f64) {
        let mean = self.mean();
        let terms = self.values.iter().filter(|(_, share)| *share > 0.0);
        let (mut first, mut second) = (0.0, 0.0);
        for &(value, share) in terms {
            let log = libm::log1p(self.lambda * (value - mean));
            first += share * log;
            second += share * log * log;
        }
        (first, libm::sqrt((second - first * first).max(0.0)))
    }
}

/// How far the estimate stays above t on the first draw; less where nothing would be left up to u.
fn c_of(share: [u32; 2], eta: f64, null: Null) -> f64 {
    let [part, whole] = share.map(f64::from);
    ((eta - null.mean()) * part / whole).clamp(0.0, (null.upper() - null.mean()) / 2.0)
}
