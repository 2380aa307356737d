//! Whole audits of single ballots as the program runs them: plan, commitment, draw, records, measure.

use std::sync::OnceLock;

use scrutineer_model::{Applies, Code};
use scrutineer_rla::audit::{
    Alternative, Audit, Commitment, Committed, Frame, Kind, Manifest, Method, Plan, PlanOptions,
    Planned, RiskLimit, RuleSpec, Table, TableRow, plan,
};
use scrutineer_rla::plan::Random;
use scrutineer_rla::sampling::Seed;

use super::{LIMIT, text};

/// Ballots of a station, and stations.
const BALLOTS: u64 = 50;
const STATIONS: u64 = 20;
/// Votes of stations without a record.
const MISSING: u64 = 40;
/// Draws of an audit.
const DRAWS: u64 = 400;

/// An announced audit: 600 to 400 by the records.
fn committed(method: Method) -> Result<Committed, String> {
    let code = |id: &str| Code::parse(id).map_err(text);
    let mut list = String::from("station,place,capacity,votes:A,votes:B,bound,cumulative\n");
    for station in 1..=STATIONS {
        let sum = station * BALLOTS;
        list.push_str(&format!("{station:02},,60,30,20,{BALLOTS},{sum}\n"));
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
        cast: None,
    };
    let (held, list, ..) = plan(&frame, &options).map_err(text)?.ready.map_err(text)?;
    let setup = Plan::read(held.to_json().as_bytes(), list.as_bytes()).map_err(text)?;
    let commitment = Commitment::new(&setup, ["report", "rules", "0"], Vec::new(), Vec::new());
    let bytes = commitment.to_json();
    Planned::new(setup).commit(bytes.as_bytes()).map_err(text)
}

/// What lies at the n-th place of all boxes: 515 for A, 455 for B, 10 blank and 20 not found are one of 1,000 in
/// which the 40 votes without a record make a tie.
fn found(ballot: u64) -> &'static str {
    match ballot {
        0..515 => "valid,A,50",
        515..970 => "valid,B,50",
        970..980 => "blank,,50",
        _ => "missing,,",
    }
}

/// The risk is the smallest after any draw, so that one measure at the end is that of who watched every draw.
fn confirms(audit: &Committed, random: &mut Random) -> Result<bool, String> {
    let seed = format!("{:020}{:020}", random.bits(), random.bits());
    let seed = Seed::parse(&seed).map_err(text)?;
    let (drawn, _) = audit.clone().draw(&seed, DRAWS, None);
    let state = Audit::Drawn(drawn.clone());
    let header = ["station", "position", "status", "option", "in_box", "role"];
    let mut table = Table {
        header: header.map(str::to_owned).into(),
        ..Table::default()
    };
    for (line, (station, position)) in (2..).zip(state.pending_ballots()) {
        let ballot = station as u64 * BALLOTS + position - 1;
        let row = format!(
            "{:02},{position},{},audit-board",
            station + 1,
            found(ballot)
        );
        let cells = row.split(',').map(|cell| Some(cell.to_owned())).collect();
        table.rows.push(TableRow { line, cells });
    }
    let file = drawn.records(&table).map_err(text)?.to_json();
    let after = drawn
        .record("records-1.json", file.as_bytes())
        .map_err(text)?;
    Ok(matches!(after, Audit::Confirmed(_)))
}

pub(super) fn alpha(random: &mut Random) -> Result<bool, String> {
    static AUDIT: OnceLock<Result<Committed, String>> = OnceLock::new();
    let audit = AUDIT.get_or_init(|| committed(Method::Alpha));
    confirms(audit.as_ref().map_err(Clone::clone)?, random)
}

pub(super) fn bravo(random: &mut Random) -> Result<bool, String> {
    static AUDIT: OnceLock<Result<Committed, String>> = OnceLock::new();
    let audit = AUDIT.get_or_init(|| committed(Method::Bravo));
    confirms(audit.as_ref().map_err(Clone::clone)?, random)
}
