//! Audits over strata.

use scrutineer_rla::plan::Random;
use scrutineer_rla::stratified::{StratifiedAudit, Stratum};
use scrutineer_rla::suite::{ComparisonStratum, PollingStratum, combined_at};
use scrutineer_rla::super_simple::Errors;

use super::{LIMIT, shuffle, text};

/// Looks after every `step` draws of each stratum, which gives the values of `strata` in their order.
fn stops(mut audit: StratifiedAudit, strata: &[Vec<f64>], step: usize) -> Result<bool, String> {
    let most = strata.iter().map(Vec::len).max().unwrap_or_default();
    for drawn in (0..most).step_by(step) {
        for (stratum, values) in audit.strata_mut().zip(strata) {
            for &value in values.iter().skip(drawn).take(step) {
                stratum.draw(value).map_err(text)?;
            }
        }
        if audit.p() <= LIMIT {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) fn two(random: &mut Random) -> Result<bool, String> {
    let drawn = [104, 96].map(|ones| {
        let mut values: Vec<f64> = (0..200).map(|at| f64::from(u8::from(at < ones))).collect();
        shuffle(&mut values, random);
        values.truncate(45);
        values
    });
    let stratum = || (0.5, Stratum::new(1.0, Some(200), 0.6));
    let audit = StratifiedAudit::new(0.5, vec![stratum(), stratum()]).map_err(text)?;
    stops(audit, &drawn, 15)
}

pub(super) fn three(random: &mut Random) -> Result<bool, String> {
    let drawn = [9, 4, 2].map(|tenths| {
        let value = |_| f64::from(u8::from(random.below(10) < tenths));
        (0..30).map(value).collect::<Vec<f64>>()
    });
    let stratum = || (1.0 / 3.0, Stratum::new(1.0, None, 0.6));
    let strata = vec![stratum(), stratum(), stratum()];
    stops(StratifiedAudit::new(0.5, strata).map_err(text)?, &drawn, 15)
}

/// Both strata are reported 220 to 180 of 400 and are a tie; each has half of the overall margin of 80.
pub(super) fn suite(random: &mut Random) -> Result<bool, String> {
    let two_over = (0..150).filter(|_| random.below(20) == 0).count();
    let comparison = ComparisonStratum {
        cards: 400,
        drawn: 150,
        errors: Errors {
            two_over: two_over as f64,
            ..Errors::default()
        },
        gamma: 1.1,
    };
    let mut ballots: Vec<bool> = (0..400).map(|at| at < 200).collect();
    shuffle(&mut ballots, random);
    let sample = ballots.get(..150).ok_or("too few ballots")?;
    let sample_winner = sample.iter().filter(|held| **held).count() as u64;
    let polling = PollingStratum {
        ballots: 400,
        winner: 220,
        loser: 180,
        sample_winner,
        sample_loser: 150 - sample_winner,
        sample_other: 0,
    };
    Ok(combined_at(&comparison, &polling, 80, 0.5) <= LIMIT)
}
