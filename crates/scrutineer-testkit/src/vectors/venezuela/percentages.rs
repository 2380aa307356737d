//! The block about counts that stand where rounded percentages would put them.

use scrutineer_model::{Declaration, Exact, HierarchyIdx};
use scrutineer_tally::{
    PairTest, RoundingPair, RoundingResult, by_division, pair_test, rounding_of,
};
use serde_json::{Map, Value, json};

use super::declared::declared_votes;
use super::{LEADER, RIVAL, Real, ratio, real};
use crate::vectors::case::Case;

/// Announced coverage of the first bulletin, of the main register.
const FIRST_COVERAGE: f64 = 0.8;

pub(super) fn round_percentage(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let (mut first, joint) = block_of(real, "bulletin-1", 1)?;
    first.insert("joint_p".to_owned(), joint.into());
    let valid = sum(real, "bulletin-1")?;
    let register = real.missing_by("in-country")?.total.ok_or("no total")?;
    first.insert(
        "valid_of_RE80".to_owned(),
        json!({"ratio": ratio(valid, register) / FIRST_COVERAGE}),
    );
    let (second, _) = block_of(real, "bulletin-2", 2)?;
    let mut found = Map::new();
    found.insert("B1".to_owned(), Value::Object(first));
    found.insert("B2".to_owned(), Value::Object(second));
    let (least, exact, expected) = control(real)?;
    found.insert("control_states_p_min".to_owned(), least.into());
    found.insert("control_states_n_exact".to_owned(), exact.into());
    found.insert("control_states_expected_exact".to_owned(), expected.into());
    Ok(Value::Object(found))
}

fn sum(real: &Real, bulletin: &str) -> Result<u64, String> {
    [LEADER, RIVAL, "OTH"]
        .into_iter()
        .try_fold(0, |sum, id| Ok(sum + declared_votes(real, bulletin, id)?))
}

fn block_of(
    real: &Real,
    bulletin: &str,
    decimals: u32,
) -> Result<(Map<String, Value>, Option<f64>), String> {
    let declaration = real.declaration(bulletin)?;
    let options = real.ids().count();
    let result: RoundingResult = rounding_of(declaration, options, decimals)
        .map_err(|error| error.to_string())?
        .ok_or("nothing to test")?;
    let mut found = Map::new();
    for held in &result.tests {
        found.insert(name(real, declaration, held.pair), row(&held.test));
    }
    if !found.contains_key("OTH") {
        let others = declared_votes(real, bulletin, "OTH")?;
        let test = pair_test(others, sum(real, bulletin)?, decimals)
            .map_err(|error| error.to_string())?
            .ok_or("nothing to test")?;
        found.insert("OTH".to_owned(), row(&test));
    }
    Ok((found, result.joint_p))
}

fn name(real: &Real, declaration: &Declaration, pair: RoundingPair) -> String {
    let word = match pair {
        RoundingPair::Votes(at) => {
            let options = declaration
                .options
                .get(at)
                .map(|held| held.target.options());
            match options {
                Some([one]) => real.ids().nth(one.get()).unwrap_or_default(),
                _ => "OTH",
            }
        }
        RoundingPair::ValidOfVoters => "valid_of_voters",
        RoundingPair::InvalidOfVoters => "nulls_of_voters",
        RoundingPair::VotersOfCounted => "voters_of_RE_counted",
        RoundingPair::CountedOfRegistered => "RE_counted_of_total",
        RoundingPair::VotersOfRegistered => "voters_of_registered",
        RoundingPair::StationsOfTotal => "stations_of_total",
    };
    word.to_owned()
}

fn row(test: &PairTest) -> Value {
    json!({
        "count": test.count,
        "total": test.total,
        "pct": test.share.to_f64() * 100.0,
        "nearest_integer_of_pct_times_total": test.nearest,
        "abs_diff": test.distance,
        "cell_width": test.cell_width.to_f64(),
        "p": test.p.to_f64(),
    })
}

/// The two first options of every state at one decimal: smallest p, exact hits, and how many of
/// them chance would give.
fn control(real: &Real) -> Result<(f64, u64, f64), String> {
    let hierarchy = HierarchyIdx::new(0);
    let groups = by_division(&real.dataset, real.set(), hierarchy);
    let (mut least, mut exact, mut expected) = (1.0_f64, 0, 0.0);
    for (at, division) in real.dataset.hierarchy(hierarchy).divisions.iter() {
        if division.level != 0 {
            continue;
        }
        let sums = groups.totals(at.get());
        for id in [LEADER, RIVAL] {
            let votes = sums
                .options
                .get(real.option(id)?.get())
                .ok_or("no such column")?;
            let test = pair_test(votes.min, sums.valid().min, 1)
                .map_err(|error| error.to_string())?
                .ok_or("nothing to test")?;
            least = least.min(test.p.to_f64());
            exact += u64::from(test.distance == 0);
            expected += (1.0 / test.cell_width.max(Exact::ONE).to_f64()).min(1.0);
        }
    }
    Ok((least, exact, expected))
}
