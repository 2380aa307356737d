//! Audits round by round.

use scrutineer_rla::plan::Random;
use scrutineer_rla::rounds::{FixedInAdvance, FreshSeeds, Method, RoundAudit};

use super::{LIMIT, text};

const SIZES: [u64; 3] = [50, 50, 60];
const REPORTED: (u64, u64) = (600, 400);

/// Ballots for the winner among so many of a tie.
fn toss(size: u64, random: &mut Random) -> u64 {
    (0..size).map(|_| u64::from(random.below(2) == 0)).sum()
}

fn fixed(method: Method, random: &mut Random) -> Result<bool, String> {
    let rule = FixedInAdvance::new(SIZES.to_vec());
    let audit = RoundAudit::new(method, REPORTED.0, REPORTED.1, LIMIT, rule);
    let mut audit = audit.ok_or("no pair")?;
    for size in SIZES {
        let winner = toss(size, random);
        audit.round(size, winner, &()).map_err(text)?;
        if audit.is_met() {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) fn minerva(random: &mut Random) -> Result<bool, String> {
    fixed(Method::Minerva, random)
}

pub(super) fn bravo(random: &mut Random) -> Result<bool, String> {
    fixed(Method::EndOfRoundBravo, random)
}

/// A round is larger if the one before looked promising, which fresh seeds allow.
pub(super) fn providence(random: &mut Random) -> Result<bool, String> {
    let (winner, loser) = REPORTED;
    let audit = RoundAudit::new(Method::Providence, winner, loser, LIMIT, FreshSeeds::new());
    let mut audit = audit.ok_or("no pair")?;
    let mut size = SIZES[0];
    for round in 0..SIZES.len() {
        let winner = toss(size, random);
        audit
            .round(size, winner, format!("dice {round}").as_str())
            .map_err(text)?;
        if audit.is_met() {
            return Ok(true);
        }
        size = if 2 * winner > size { 80 } else { 30 };
    }
    Ok(false)
}
