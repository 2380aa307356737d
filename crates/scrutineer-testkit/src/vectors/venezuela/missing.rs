//! Blocks about what is missing: bounds, imputation, false sheets.

use scrutineer_audit::Extent;
use scrutineer_tally::{MissingAssumption, logit_shift, sheets_false_needed};
use serde_json::{Map, Value, json};

use super::{LEADER, RIVAL, Real, difference, number, real, signed};
use crate::vectors::case::Case;

/// The register of the blocks that do not name one.
const MAIN: &str = "in-country";

pub(super) fn bounds(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let mut found = Map::new();
    for (block, register) in [
        ("all_registered_incl_abroad", "with-abroad"),
        ("in_country", MAIN),
    ] {
        found.insert(block.to_owned(), bounds_by(real, register)?);
    }
    Ok(Value::Object(found))
}

fn bounds_by(real: &Real, register: &str) -> Result<Value, String> {
    let mut outcomes = real.source().outcome.iter();
    let outcome = outcomes
        .find(|held| held.register.as_deref() == Some(register))
        .ok_or_else(|| format!("no outcome by {register:?}"))?;
    let Extent::Known(missing) = outcome.missing_capacity else {
        return Err("the missing are not bounded".to_owned());
    };
    let lead = outcome.lead.ok_or("no lead")?;
    let share = |id: &str, max: bool| {
        let share = outcome.shares.get(id)?;
        let share = if max { share.max } else { share.min };
        Some(share?.to_f64())
    };
    let needed = outcome.needed_from_missing.ok_or("nothing is missing")?;
    Ok(json!({
        "R": real.missing_by(register)?.total,
        "unobserved_registered": missing,
        "lead": lead,
        "lead_minus_unobserved": signed(difference(lead, missing)),
        "reversible": !outcome.decided,
        "EG_share_min": share(LEADER, false),
        "EG_share_max": share(LEADER, true),
        "NM_share_min": share(RIVAL, false),
        "NM_share_max": share(RIVAL, true),
        "required_NM_two_party_share_if_unobserved_turnout_equals_observed":
            needed.share.map(scrutineer_model::Real::get),
        "break_even_turnout_if_all_unobserved_vote_NM":
            needed.turnout.map(scrutineer_model::Real::get),
    }))
}

fn missing(real: &Real) -> Result<u64, String> {
    let held = real.missing_by(MAIN)?;
    held.votes
        .ceiling()
        .ok_or_else(|| "the missing are not bounded".to_owned())
}

pub(super) fn logit_shifts(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let (own, rival) = (real.option(LEADER)?, real.option(RIVAL)?);
    let expected = case.expected.as_object().ok_or("expected an object")?;
    let mut found = Map::new();
    for name in expected.keys() {
        let shift: f64 = name
            .parse()
            .map_err(|_| format!("the shift {name:?} is no number"))?;
        let shifted = logit_shift(&real.observed, own, rival, missing(real)?, shift)
            .ok_or("no votes to shift")?;
        let at =
            |list: &[f64], option: scrutineer_model::OptionIdx| list.get(option.get()).copied();
        let (first, second) = (at(&shifted.votes, own), at(&shifted.votes, rival));
        let all: f64 = shifted.votes.iter().sum();
        let others = all - first.unwrap_or_default() - second.unwrap_or_default();
        found.insert(
            name.clone(),
            json!({
                "EG": first,
                "NM": second,
                "OTH": others,
                "EG_share": at(&shifted.shares, own),
                "NM_share": at(&shifted.shares, rival),
            }),
        );
    }
    Ok(Value::Object(found))
}

pub(super) fn bootstrap(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let held = real.source().imputation.as_ref().ok_or("no imputation")?;
    let mut found = Map::new();
    for id in [LEADER, RIVAL] {
        let share = held.options.get(id).ok_or("no such option")?;
        found.insert(format!("{id}_mean"), share.share.get().into());
        found.insert(
            format!("{id}_ci"),
            json!([share.low.get(), share.high.get()]),
        );
    }
    Ok(Value::Object(found))
}

pub(super) fn flip(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let (own, rival) = (real.option(LEADER)?, real.option(RIVAL)?);
    let missing = missing(real)?;
    let all = sheets_false_needed(&real.observed, own, rival, missing)
        .map_err(|error| error.to_string())?;
    let mut found = Map::new();
    for held in all {
        let name = match held.assumption {
            MissingAssumption::SplitEven => "unobserved_split_even",
            MissingAssumption::AsObserved => "unobserved_as_observed",
            MissingAssumption::AllToRival => "unobserved_all_NM",
        };
        let extreme = held.extreme.ok_or("all sheets do not suffice")?;
        let swap = held.swap.ok_or("all sheets do not suffice")?;
        found.insert(
            name.to_owned(),
            json!({
                "votes_to_erase": number(held.votes),
                "min_sheets_extreme": extreme.sheets,
                "frac_extreme": extreme.share.to_f64(),
                "n95_extreme": extreme.sample_95,
                "min_sheets_swap": swap.sheets,
                "frac_swap": swap.share.to_f64(),
                "n95_swap": swap.sample_95,
            }),
        );
    }
    let second = super::declared::declared_votes(real, "bulletin-2", RIVAL)?;
    let is_reachable = second.saturating_sub(real.votes(RIVAL)) <= missing;
    found.insert(
        "B2_NM_reachable_from_unobserved_capacity".to_owned(),
        is_reachable.into(),
    );
    Ok(Value::Object(found))
}
