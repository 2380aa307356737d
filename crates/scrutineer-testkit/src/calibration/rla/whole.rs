//! Whole audits of single ballots as the program runs them: plan, commitment, draw, records, measure.

use std::fmt::Write as _;
use std::sync::OnceLock;

use scrutineer_model::{Applies, Code};
use scrutineer_rla::audit::{
    Alternative, Audit, CapacityBasis, CastRecords, Commitment, Committed, Frame, Kind, Manifest,
    Method, Plan, PlanOptions, Planned, RiskLimit, RuleSpec, Table, TableRow, plan,
};
use scrutineer_rla::plan::Random;
use scrutineer_rla::sampling::Seed;

use super::{LIMIT, text};

/// Ballots of a station, what its box can hold, and stations.
const BALLOTS: u64 = 50;
const POSITIONS: u64 = 60;
const STATIONS: u64 = 20;
/// Votes of stations without a record.
const MISSING: u64 = 40;
/// Draws of an audit.
const DRAWS: u64 = 400;

/// Rows that a person wrote.
pub(super) fn table(header: &[&str], rows: impl Iterator<Item = String>) -> Table {
    let cells = |row: String| row.split(',').map(|cell| Some(cell.to_owned())).collect();
    Table {
        file: "rows.csv".to_owned(),
        header: header.iter().map(ToString::to_string).collect(),
        rows: (2..)
            .zip(rows)
            .map(|(line, row)| TableRow {
                line,
                cells: cells(row),
            })
            .collect(),
    }
}

/// Records of every ballot: at each station 30 for A, then 20 for B.
fn cast() -> Result<CastRecords, String> {
    let row = |n: u64| {
        let (station, position) = (n / BALLOTS + 1, n % BALLOTS + 1);
        let option = if position <= 30 { "A" } else { "B" };
        format!("{station:02},{position},{option}")
    };
    let rows = (0..STATIONS * BALLOTS).map(row);
    CastRecords::read(&table(&["station", "position", "option"], rows)).map_err(text)
}

/// An announced audit: 600 to 400 by the records.
fn committed(method: Method) -> Result<Committed, String> {
    let code = |id: &str| Code::parse(id).map_err(text);
    let mut list =
        String::from("station,place,capacity,votes:A,votes:B,ballots,bound,cumulative\n");
    for station in 1..=STATIONS {
        let sum = station * POSITIONS;
        let row = format!("{station:02},,{POSITIONS},30,20,{BALLOTS},{POSITIONS},{sum}");
        writeln!(list, "{row}").map_err(text)?;
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
            missing: Some(MISSING),
            exceeded_by: 0,
            equal: [None; 3],
        }],
        chosen: 0,
    };
    let options = PlanOptions {
        audit: code("audit")?,
        kind: Kind::Boxes,
        independent: None,
        trust_registered: false,
        risk_limit: RiskLimit::parse(&LIMIT.to_string()).ok_or("no limit")?,
        method,
        cast: match method {
            Method::BallotComparison => Some(cast()?),
            _ => None,
        },
        strata: None,
    };
    let (held, list, ..) = plan(&frame, &options).map_err(text)?.ready.map_err(text)?;
    let records = options.cast.as_ref().map(CastRecords::to_csv);
    let records = records.as_ref().map(String::as_bytes);
    let setup = Plan::read_with(held.to_json().as_bytes(), list.as_bytes(), records);
    let setup = setup.map_err(text)?;
    let commitment = Commitment::new(&setup, ["report", "rules", "0"], Vec::new(), Vec::new());
    let bytes = commitment.to_json();
    Planned::new(setup).commit(bytes.as_bytes()).map_err(text)
}

/// What lies at a station and position: 515 for A, 455 for B, 10 blank and 20 not found are one of 1,000 in which the
/// 40 votes without a record make a tie; the 200 positions above are empty.
fn polled(station: u64, position: u64) -> &'static str {
    if position > BALLOTS {
        return "empty,,50";
    }
    match station * BALLOTS + position - 1 {
        0..515 => "valid,A,50",
        515..970 => "valid,B,50",
        970..980 => "blank,,50",
        _ => "missing,,50",
    }
}

/// The same beside the records of ballots: at each station 3 for B and 1 not found of those recorded for A, 80 of 1,000
/// together, which is half of the margin of 160.
fn compared(_: u64, position: u64) -> &'static str {
    match position {
        4 => "missing,,50",
        5..=30 => "valid,A,50",
        51.. => "empty,,50",
        _ => "valid,B,50",
    }
}

/// The risk is the smallest after any draw, so that one measure at the end is that of who watched every draw.
fn confirms(
    audit: &Committed,
    found: fn(u64, u64) -> &'static str,
    random: &mut Random,
) -> Result<bool, String> {
    let seed = format!("{:020}{:020}", random.bits(), random.bits());
    let seed = Seed::parse(&seed).map_err(text)?;
    let (drawn, _) = audit.clone().draw(&seed, DRAWS, None);
    let state = Audit::Drawn(drawn.clone());
    let header = ["station", "position", "status", "option", "in_box", "role"];
    let row = |(station, position): (usize, u64)| {
        let seen = found(station as u64, position);
        format!("{:02},{position},{seen},audit-board", station + 1)
    };
    let table = table(&header, state.pending_ballots().into_iter().map(row));
    let file = drawn.records(&table).map_err(text)?.to_json();
    let after = drawn.record("records-1.json", file.as_bytes());
    Ok(matches!(after.map_err(text)?, Audit::Confirmed(_)))
}

pub(super) fn alpha(random: &mut Random) -> Result<bool, String> {
    static AUDIT: OnceLock<Result<Committed, String>> = OnceLock::new();
    let audit = AUDIT.get_or_init(|| committed(Method::Alpha));
    confirms(audit.as_ref().map_err(Clone::clone)?, polled, random)
}

pub(super) fn bravo(random: &mut Random) -> Result<bool, String> {
    static AUDIT: OnceLock<Result<Committed, String>> = OnceLock::new();
    let audit = AUDIT.get_or_init(|| committed(Method::Bravo));
    confirms(audit.as_ref().map_err(Clone::clone)?, polled, random)
}

pub(super) fn comparison(random: &mut Random) -> Result<bool, String> {
    static AUDIT: OnceLock<Result<Committed, String>> = OnceLock::new();
    let audit = AUDIT.get_or_init(|| committed(Method::BallotComparison));
    confirms(audit.as_ref().map_err(Clone::clone)?, compared, random)
}
