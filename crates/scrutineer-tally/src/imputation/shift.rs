//! How much less the missing may be for the leader than the sheets are.

use scrutineer_model::OptionIdx;

use crate::observed::Observed;

/// The totals when the missing vote as on the sheets, but for a shift between the first two.
#[derive(Clone, Debug, PartialEq)]
pub struct Shifted {
    /// The shift against the leader, in units of the two-party logit.
    pub shift: f64,
    /// Votes of all, in ballot order.
    pub votes: Vec<f64>,
    /// Shares of the votes of all options.
    pub shares: Vec<f64>,
}

struct TwoParty {
    own: f64,
    rival: f64,
    /// Votes of the missing, and of these, for one of the two.
    missing: f64,
    between: f64,
}

fn sum(column: &[u32]) -> f64 {
    column.iter().map(|&votes| f64::from(votes)).sum()
}

impl TwoParty {
    fn new(observed: &Observed, leader: OptionIdx, rival: OptionIdx, missing: u64) -> Option<Self> {
        let registered = observed.registered_sum() as f64;
        let own = sum(observed.options.get(leader.get())?);
        let rival = sum(observed.options.get(rival.get())?);
        let all: f64 = observed.options.iter().map(|column| sum(column)).sum();
        if registered <= 0.0 || all <= 0.0 || own <= 0.0 || rival <= 0.0 {
            return None;
        }
        let missing = missing as f64 * all / registered;
        Some(Self {
            own,
            rival,
            missing,
            between: missing * (own + rival) / all,
        })
    }
}

/// The missing give votes per registered voter as the sheets do; all but the first two options get
/// their shares of the sheets, and the two divide the rest by
/// q = 1 / (1 + exp(-(ln(own / rival) - shift))). `None` where one of the two has no votes or the
/// sheets have no registered voters.
pub fn logit_shift(
    observed: &Observed,
    leader: OptionIdx,
    rival: OptionIdx,
    missing: u64,
    shift: f64,
) -> Option<Shifted> {
    let two = TwoParty::new(observed, leader, rival, missing)?;
    let logit = libm::log(two.own / two.rival) - shift;
    let part = 1.0 / (1.0 + libm::exp(-logit));
    let columns: Vec<f64> = observed.options.iter().map(|column| sum(column)).collect();
    let all: f64 = columns.iter().sum();
    let votes: Vec<f64> = columns
        .iter()
        .enumerate()
        .map(|(at, &votes)| {
            let added = if at == leader.get() {
                two.between * part
            } else if at == rival.get() {
                two.between * (1.0 - part)
            } else {
                two.missing * votes / all
            };
            votes + added
        })
        .collect();
    let total: f64 = votes.iter().sum();
    Some(Shifted {
        shift,
        shares: votes.iter().map(|votes| votes / total).collect(),
        votes,
    })
}

/// The shift at which the rival catches up; `None` where none is large enough, even if every one of
/// the missing votes between the two went to the rival, and where [`logit_shift`] gives nothing.
pub fn changing_shift(
    observed: &Observed,
    leader: OptionIdx,
    rival: OptionIdx,
    missing: u64,
) -> Option<f64> {
    let two = TwoParty::new(observed, leader, rival, missing)?;
    // own + b q = rival + b (1 - q)
    let part = (1.0 - (two.own - two.rival) / two.between) / 2.0;
    if !(part > 0.0 && part < 1.0) {
        return None;
    }
    Some(libm::log(two.own / two.rival) - libm::log(part / (1.0 - part)))
}
