//! Tally sheets against hand counts of their boxes.

use scrutineer_rla::assertion::plurality;
use scrutineer_rla::batch::{BatchComparison, Bet, Found, Size, Stations, initial_size, next_size};
use serde_json::{Map, Value, json};

use super::super::case::Case;
use super::{member, none, object, real, text, whole};

/// A batch, its votes and its ballots.
struct Batch<'a> {
    name: &'a str,
    votes: Vec<u64>,
    ballots: u64,
}

fn votes(options: &[&str], held: &Value) -> Result<Vec<u64>, String> {
    options.iter().map(|option| whole(held, option)).collect()
}

/// Arlo's audit. It takes the votes without a batch from the declared margin, which is not the worst case; so
/// does this, by stating that margin. The margin of our own rule is tested as `defect-05`.
pub(super) fn arlo(case: &Case<'_>) -> Result<Value, String> {
    let input = case.input;
    let options: Vec<&str> = object(input, "tally")?.keys().map(String::as_str).collect();
    let declared = votes(&options, member(input, "tally")?)?;
    let mut batches = Vec::new();
    let mut stations = Stations::new(options.len());
    let mut counted = 0;
    for (name, batch) in object(input, "batches")? {
        let batch = Batch {
            name,
            votes: votes(&options, batch)?,
            ballots: whole(batch, "ballots")?,
        };
        stations
            .push_sheet(&batch.votes, batch.ballots)
            .map_err(text)?;
        counted += batch.votes.iter().sum::<u64>();
        batches.push(batch);
    }
    let allowed = whole(input, "votes_allowed")?;
    let without = declared.iter().sum::<u64>() - counted;
    let unauditable = without.div_ceil(allowed);
    let taken = i128::from(unauditable + whole(input, "pending_ballots")?);
    let assertions =
        plurality(options.len(), &[0], u32::try_from(allowed).map_err(text)?).map_err(text)?;
    let margins: Vec<i128> = assertions
        .iter()
        .map(|held| held.score(&declared) - taken)
        .collect();
    let audit = BatchComparison::with_margins(stations, assertions, &margins).map_err(text)?;
    let weights = audit.weights();
    let limit = real(input, "risk_limit_percent")? / 100.0;
    let number = |name: &str| {
        let at = batches.iter().position(|batch| batch.name == name);
        at.ok_or_else(|| none("batch"))
    };
    let mut errors = Map::new();
    for (name, found) in object(input, "audited")? {
        let found = votes(&options, found)?;
        let taint = audit
            .taint(number(name)?, Found::Counted(&found))
            .map_err(text)?;
        let margin = audit.margins()[taint.assertion].margin;
        let lost = taint.error.numerator() * margin / taint.error.denominator();
        let lost = i64::try_from(lost).map_err(text)?;
        let error = json!({"votes": lost, "relative": taint.error.to_f64()});
        errors.insert(name.clone(), if lost == 0 { Value::Null } else { error });
    }
    let mut taints = Vec::new();
    for name in object(input, "tickets")?.values() {
        let name = name.as_str().unwrap_or_default();
        let found = votes(&options, member(member(input, "audited")?, name)?)?;
        let taint = audit.taint(number(name)?, Found::Counted(&found));
        taints.push(taint.map_err(text)?.share);
    }
    let risk = Bet::KaplanMarkov.measure(weights, &taints);
    let draws = |size| match size {
        Size::Draws(draws) => draws,
        Size::FullCount => batches.len() as u64,
    };
    let bounds: Map<String, Value> = batches
        .iter()
        .enumerate()
        .map(|(at, batch)| {
            (
                batch.name.to_owned(),
                audit.station_bound(at).to_f64().into(),
            )
        })
        .collect();
    Ok(json!({
        "U": audit.bound(),
        "unauditable": unauditable,
        "max_errors": bounds,
        "errors": errors,
        "risk": risk.p,
        "finished": risk.p <= limit,
        "next_sample": draws(next_size(Bet::KaplanMarkov, weights, limit, risk.ln_p)),
        "initial_sample": draws(initial_size(Bet::KaplanMarkov, weights, limit)),
    }))
}

pub(super) fn national(case: &Case<'_>) -> Result<Value, String> {
    let mut stations = Stations::new(3);
    for at in 0..30_026_u64 {
        let held = [150 + (37 * at) % 101, 100 + (53 * at) % 97, (11 * at) % 7];
        let ballots = held.iter().sum::<u64>() + 3;
        stations.push_sheet(&held, ballots).map_err(text)?;
    }
    let assertions = plurality(3, &[0], 1).map_err(text)?;
    let audit = BatchComparison::new(stations, assertions).map_err(text)?;
    let mut sizes = Map::new();
    for percent in object(case.expected, "initial_sample")?.keys() {
        let limit = percent.parse::<f64>().map_err(text)? / 100.0;
        let size = match initial_size(Bet::KaplanMarkov, audit.weights(), limit) {
            Size::Draws(draws) => Some(draws),
            Size::FullCount => None,
        };
        sizes.insert(percent.clone(), size.into());
    }
    Ok(json!({"U": audit.bound(), "initial_sample": sizes}))
}
