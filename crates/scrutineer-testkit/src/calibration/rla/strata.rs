//! Audits over strata.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::OnceLock;

use scrutineer_model::{Applies, Code};
use scrutineer_rla::audit::{
    Alternative, Audit, CapacityBasis, Commitment, Committed, Frame, Kind, Manifest, Method, Plan,
    PlanOptions, Planned, Rate, RiskLimit, RuleSpec, StrataOptions, plan,
};
use scrutineer_rla::plan::Random;
use scrutineer_rla::sampling::Seed;
use scrutineer_rla::stratified::{StratifiedAudit, Stratum};
use scrutineer_rla::suite::{ComparisonStratum, PollingStratum, combined_at};
use scrutineer_rla::super_simple::Errors;

use super::whole::table;
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

/// Stations of the strata N, S and W; boxes of 100 ballots with 60 to 40 on their sheets, so that U is 6.
const PARTS: [(&str, usize); 3] = [("N", 30), ("S", 20), ("W", 10)];
const STATIONS: usize = 60;
/// Draws of a round, and rounds: each is looked at.
const ROUND: u64 = 40;
const ROUNDS: u32 = 4;

/// The position of the stratum of a station.
fn part(station: usize) -> usize {
    match station {
        0..30 => 0,
        30..50 => 1,
        _ => 2,
    }
}

/// What is at a station: ten of the sixty bounds are all wrong, which makes the tie. One is in N, eight in S of which
/// nobody finds five, and one in W, which nobody finds.
fn found(station: usize) -> &'static str {
    match station {
        0 | 30..33 => "counted,0,100",
        33..38 | 50 => "missing,,",
        _ => "counted,60,40",
    }
}

/// An announced audit of boxes: W is looked at as a whole, N is drawn `times` as often as in proportion.
fn committed(times: u32) -> Result<Committed, String> {
    let code = |id: &str| Code::parse(id).map_err(text);
    let mut list = String::from("station,place,capacity,votes:A,votes:B,bound,cumulative\n");
    let mut of = BTreeMap::new();
    for station in 0..STATIONS {
        writeln!(list, "{station:02},,100,60,40,0,0").map_err(text)?;
        let (id, _) = PARTS[part(station)];
        of.insert(format!("{station:02}"), id.to_owned());
    }
    let frame = Frame {
        election: code("town")?,
        contest: code("mayor")?,
        source: code("sheets")?,
        origin: code("agents")?,
        rule: RuleSpec::Plurality { winners: 1 },
        manifest: Manifest::parse("manifest.csv", &list).map_err(text)?,
        incomplete: 0,
        registered_of_records: false,
        capacity: CapacityBasis::List,
        alternatives: vec![Alternative {
            register: None,
            total: None,
            applies: Applies::Yes,
            missing: Some(0),
            exceeded_by: 0,
            equal: [None; 3],
        }],
        chosen: 0,
    };
    let rates = [("N", Rate::Times(times)), ("W", Rate::WHOLE)];
    let options = PlanOptions {
        audit: code("audit")?,
        kind: Kind::Boxes,
        independent: None,
        trust_registered: false,
        risk_limit: RiskLimit::parse(&LIMIT.to_string()).ok_or("no limit")?,
        method: Method::Stratified,
        cast: None,
        strata: Some(StrataOptions {
            by: "region".to_owned(),
            of,
            rates: rates.map(|(id, rate)| (id.to_owned(), rate)).into(),
        }),
    };
    let (held, list, ..) = plan(&frame, &options).map_err(text)?.ready.map_err(text)?;
    let setup = Plan::read(held.to_json().as_bytes(), list.as_bytes()).map_err(text)?;
    let commitment = Commitment::new(&setup, ["report", "rules", "0"], Vec::new(), Vec::new());
    let bytes = commitment.to_json();
    Planned::new(setup).commit(bytes.as_bytes()).map_err(text)
}

fn seed(random: &mut Random) -> Result<Seed, String> {
    Seed::parse(&format!("{:020}{:020}", random.bits(), random.bits())).map_err(text)
}

/// Rows of everything that was drawn and is not recorded.
fn rows(audit: &Audit) -> scrutineer_rla::audit::Table {
    let row = |at: usize| {
        let (status, votes) = found(at).split_once(',').unwrap_or_default();
        format!("{at:02},{status},audit-board,{votes}")
    };
    let header = ["station", "status", "role", "A", "B"];
    table(&header, audit.pending().into_iter().map(row))
}

/// Whether the audit confirms after any round.
fn confirms(audit: &Committed, random: &mut Random) -> Result<bool, String> {
    let (drawn, _) = audit.clone().draw(&seed(random)?, ROUND, None);
    let mut state = Audit::Drawn(drawn);
    for round in 1..=ROUNDS {
        let table = rows(&state);
        let name = format!("records-{round}.json");
        state = match state {
            Audit::Drawn(held) => {
                let file = held.records(&table).map_err(text)?.to_json();
                held.record(&name, file.as_bytes()).map_err(text)?
            }
            Audit::Auditing(held) if table.rows.is_empty() => Audit::Auditing(held),
            Audit::Auditing(held) => {
                let file = held.records(&table).map_err(text)?.to_json();
                held.record(&name, file.as_bytes()).map_err(text)?
            }
            other => return Err(format!("an audit that is {}", other.word())),
        };
        match state {
            Audit::Confirmed(_) => return Ok(true),
            Audit::Auditing(held) => state = Audit::Auditing(held.draw(ROUND).map_err(text)?.0),
            other => return Err(format!("an audit that is {}", other.word())),
        }
    }
    Ok(false)
}

pub(super) fn whole_in_proportion(random: &mut Random) -> Result<bool, String> {
    static AUDIT: OnceLock<Result<Committed, String>> = OnceLock::new();
    let audit = AUDIT.get_or_init(|| committed(1));
    confirms(audit.as_ref().map_err(Clone::clone)?, random)
}

fn uneven() -> Result<&'static Committed, String> {
    static AUDIT: OnceLock<Result<Committed, String>> = OnceLock::new();
    let audit = AUDIT.get_or_init(|| committed(10));
    audit.as_ref().map_err(Clone::clone)
}

pub(super) fn whole_uneven(random: &mut Random) -> Result<bool, String> {
    confirms(uneven()?, random)
}

/// The same audit, as if the error were shared in proportion to the bounds: every stratum is asked with the same mean.
pub(super) fn whole_one_mean(random: &mut Random) -> Result<bool, String> {
    let (drawn, _) = uneven()?
        .clone()
        .draw(&seed(random)?, ROUND * u64::from(ROUNDS), None);
    let audit = Audit::Drawn(drawn);
    // W is known: nine tenths are kept of a sixth of the bounds.
    let mean = (5.0 / 6.0 - 0.9 / 6.0) / (5.0 / 6.0);
    let mut product = 1.0_f64;
    for held in audit.rounds().iter().flat_map(|round| &round.draws) {
        let at: usize = held.station.parse().map_err(text)?;
        let kept = f64::from(u8::from(found(at) == "counted,60,40"));
        product *= 0.1 + 0.9 * kept / mean;
        if product * LIMIT >= 1.0 {
            return Ok(true);
        }
    }
    Ok(false)
}
