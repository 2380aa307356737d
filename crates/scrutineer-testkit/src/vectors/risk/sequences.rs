//! Martingales along a sequence of values.

use std::cell::RefCell;

use scrutineer_rla::kaplan;
use scrutineer_rla::martingale::{
    Agrapa, Draws, FixedAlternative, FixedBet, FixedEta, Martingale, Null, Paper, Past, Strategy,
    Subtracting, TruncatedShrinkage, WithReplacement, WithoutReplacement,
};
use serde_json::{Map, Value, json};

use super::super::case::Case;
use super::{like, member, real, reals, text, whole};

/// What a run of the engine shows.
#[derive(Default)]
pub(super) struct Run {
    pub(super) history: Vec<f64>,
    pub(super) fortunes: Vec<f64>,
    pub(super) bets: Vec<f64>,
    pub(super) nulls: Vec<f64>,
    pub(super) etas: Vec<f64>,
    pub(super) sequential: f64,
}

/// A strategy that notes what it does.
struct Noted<'a, S> {
    strategy: S,
    bets: &'a RefCell<Vec<(f64, f64, f64)>>,
}

impl<S: Strategy> Strategy for Noted<'_, S> {
    const NEEDS_VARIANCE: bool = S::NEEDS_VARIANCE;

    fn bet<D: Draws>(&self, past: &Past<D>) -> f64 {
        let bet = self.strategy.bet(past);
        self.bets.borrow_mut().push((bet, past.null, past.upper));
        bet
    }
}

fn along<D: Draws, S: Strategy>(
    null: Null,
    draws: D,
    strategy: S,
    values: &[f64],
) -> Result<Run, String> {
    let bets = RefCell::new(Vec::new());
    let noted = Noted {
        strategy,
        bets: &bets,
    };
    let mut martingale = Martingale::new(null, draws, noted);
    let mut run = Run::default();
    for &value in values {
        martingale.draw(value).map_err(text)?;
        run.history.push(martingale.p());
        run.fortunes.push(martingale.fortune());
    }
    run.sequential = martingale.sequential_p();
    for &(bet, null, upper) in bets.borrow().iter() {
        run.bets.push(bet);
        run.nulls.push(null);
        // eta of ALPHA, from the bet that it is.
        run.etas.push(null * (1.0 + bet * (upper - null)));
    }
    Ok(run)
}

/// Runs over the values with or without replacement, as the vector says.
pub(super) fn run<S: Strategy>(input: &Value, values: &[f64], strategy: S) -> Result<Run, String> {
    let mean = real(input, "t").or_else(|_| real(input, "mu"))?;
    let null = Null::new(mean, real(input, "u")?).map_err(text)?;
    match member(input, "N")? {
        Value::String(infinite) if infinite == "inf" => {
            along(null, WithReplacement, strategy, values)
        }
        _ => {
            let draws = WithoutReplacement::new(whole(input, "N")?).ok_or("N is 0")?;
            along(null, draws, strategy, values)
        }
    }
}

fn values(case: &Case<'_>) -> Result<Vec<f64>, String> {
    reals(member(case.input, "x")?)
}

/// The p-values of a run in the shape of the vector.
fn p_values(case: &Case<'_>, run: &Run) -> Map<String, Value> {
    let mut found = Map::new();
    let expected = case.expected.get("p");
    found.insert("p".to_owned(), like(expected, run.sequential));
    found.insert("p_history".to_owned(), json!(run.history));
    found
}

pub(super) fn sprt(case: &Case<'_>) -> Result<Value, String> {
    let strategy = FixedEta::new(real(case.input, "eta")?);
    Ok(json!(run(case.input, &values(case)?, strategy)?.fortunes))
}

pub(super) fn fixed_alternative(case: &Case<'_>) -> Result<Value, String> {
    let strategy = FixedAlternative::new(real(case.input, "eta")?);
    let run = run(case.input, &values(case)?, strategy)?;
    Ok(Value::Object(p_values(case, &run)))
}

pub(super) fn shrinkage(case: &Case<'_>) -> Result<Value, String> {
    let input = case.input;
    let strategy = TruncatedShrinkage::<Subtracting>::new(
        real(input, "eta")?,
        real(input, "d")?,
        real(input, "c")?,
    );
    let run = run(input, &values(case)?, strategy)?;
    let mut found = p_values(case, &run);
    found.insert("eta_j".to_owned(), json!(run.etas));
    Ok(Value::Object(found))
}

pub(super) fn paper(case: &Case<'_>) -> Result<Value, String> {
    let input = case.input;
    let strategy =
        TruncatedShrinkage::<Paper>::new(real(input, "eta")?, real(input, "d")?, real(input, "c")?);
    let run = run(input, &values(case)?, strategy)?;
    Ok(json!({"martingale": run.fortunes, "null_mean_j": run.nulls}))
}

pub(super) fn fixed_bet(case: &Case<'_>) -> Result<Value, String> {
    let strategy = FixedBet::new(real(case.input, "lam")?);
    let run = run(case.input, &values(case)?, strategy)?;
    Ok(Value::Object(p_values(case, &run)))
}

pub(super) fn agrapa(case: &Case<'_>) -> Result<Value, String> {
    let input = case.input;
    let strategy = Agrapa {
        first: real(input, "lam")?,
        cap: real(input, "c_grapa_0")?,
        cap_limit: real(input, "c_grapa_max")?,
        growth: real(input, "c_grapa_grow")?,
    };
    let run = run(input, &values(case)?, strategy)?;
    let mut found = p_values(case, &run);
    found.insert("lam_j".to_owned(), json!(run.bets));
    Ok(Value::Object(found))
}

fn kaplan<D: Draws, S: Strategy>(
    case: &Case<'_>,
    mut martingale: Martingale<D, S>,
) -> Result<Value, String> {
    let mut history = Vec::new();
    for value in values(case)? {
        martingale.draw(value).map_err(text)?;
        history.push(martingale.p());
    }
    let sequential = martingale.sequential_p();
    Ok(json!({
        "p": sequential,
        "p_random_order": sequential,
        "p_fixed_sample": martingale.p(),
        "p_history": history,
    }))
}

fn t_and_g(case: &Case<'_>) -> Result<(f64, f64), String> {
    Ok((real(case.input, "t")?, real(case.input, "g")?))
}

pub(super) fn kaplan_markov(case: &Case<'_>) -> Result<Value, String> {
    let (t, g) = t_and_g(case)?;
    kaplan(case, kaplan::markov(t, g).map_err(text)?)
}

pub(super) fn kaplan_wald(case: &Case<'_>) -> Result<Value, String> {
    let (t, g) = t_and_g(case)?;
    kaplan(case, kaplan::wald(t, g).map_err(text)?)
}

pub(super) fn kaplan_kolmogorov(case: &Case<'_>) -> Result<Value, String> {
    let (t, g) = t_and_g(case)?;
    let draws = WithoutReplacement::new(whole(case.input, "N")?).ok_or("N is 0")?;
    kaplan(case, kaplan::kolmogorov(t, g, draws).map_err(text)?)
}
