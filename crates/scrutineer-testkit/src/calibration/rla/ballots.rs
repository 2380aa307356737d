//! Audits of single ballots and cards.

use std::sync::OnceLock;

use scrutineer_model::Exact;
use scrutineer_rla::assertion::{Assertion, plurality};
use scrutineer_rla::bravo::Bravo;
use scrutineer_rla::comparison::{Card, Overstatement, Record, Styles};
use scrutineer_rla::kaplan;
use scrutineer_rla::martingale::{
    Agrapa, Draws, FixedAlternative, FixedBet, FixedEta, Martingale, Mixture, Null, Paper,
    Strategy, Subtracting, TruncatedShrinkage, WithReplacement, WithoutReplacement,
};
use scrutineer_rla::plan::Random;
use scrutineer_rla::super_simple::{Errors, SuperSimple};

use super::{LIMIT, shuffle, text};

/// Draws of an audit with replacement.
const DRAWS: usize = 500;

/// A ballot of a tie: 45 % for either, the rest for neither.
fn ballot(random: &mut Random) -> f64 {
    match random.below(20) {
        0..9 => 1.0,
        9..18 => 0.0,
        _ => 0.5,
    }
}

fn half() -> Result<Null, String> {
    Null::half(1.0).map_err(text)
}

/// Watches every draw.
fn stops<D: Draws, S: Strategy>(
    mut martingale: Martingale<D, S>,
    values: impl IntoIterator<Item = f64>,
) -> Result<bool, String> {
    for value in values {
        martingale.draw(value).map_err(text)?;
        if martingale.p() <= LIMIT {
            return Ok(true);
        }
    }
    Ok(false)
}

fn with_replacement(random: &mut Random) -> impl Iterator<Item = f64> {
    (0..DRAWS).map(|_| ballot(random))
}

/// All ballots of a tie in a random order, and how they are drawn.
fn all_drawn(random: &mut Random) -> Result<(WithoutReplacement, Vec<f64>), String> {
    let parts = [(1.0, 225), (0.0, 225), (0.5, 50)].iter();
    let mut values: Vec<f64> = parts
        .flat_map(|&(value, count)| std::iter::repeat_n(value, count))
        .collect();
    shuffle(&mut values, random);
    Ok((drawn_from(values.len())?, values))
}

fn drawn_from(items: usize) -> Result<WithoutReplacement, String> {
    WithoutReplacement::new(items as u64).ok_or_else(|| "no items".to_owned())
}

fn polled<S: Strategy>(random: &mut Random, strategy: S) -> Result<bool, String> {
    let (draws, values) = all_drawn(random)?;
    stops(Martingale::new(half()?, draws, strategy), values)
}

pub(super) fn bravo(random: &mut Random) -> Result<bool, String> {
    let pair = Bravo::new(600, 400).ok_or("no pair")?;
    let (mut winner, mut loser) = (0, 0);
    for value in with_replacement(random) {
        winner += u64::from(value > 0.75);
        loser += u64::from(value < 0.25);
        if pair.p(winner, loser) <= LIMIT {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) fn fixed_alternative(random: &mut Random) -> Result<bool, String> {
    polled(random, FixedAlternative::new(0.6))
}

pub(super) fn shrinkage_paper(random: &mut Random) -> Result<bool, String> {
    polled(random, TruncatedShrinkage::<Paper>::new(0.6, 20.0, 0.05))
}

pub(super) fn shrinkage_subtracting(random: &mut Random) -> Result<bool, String> {
    polled(
        random,
        TruncatedShrinkage::<Subtracting>::new(0.6, 20.0, 0.05),
    )
}

fn adaptive() -> Agrapa {
    Agrapa {
        first: 0.5,
        cap: 0.6,
        cap_limit: 0.9,
        growth: 0.1,
    }
}

pub(super) fn agrapa(random: &mut Random) -> Result<bool, String> {
    polled(random, adaptive())
}

pub(super) fn fixed_bet(random: &mut Random) -> Result<bool, String> {
    polled(random, FixedBet::new(0.5))
}

pub(super) fn mixture(random: &mut Random) -> Result<bool, String> {
    let mut mixture = Mixture::grid(half()?, WithReplacement, 8);
    for value in with_replacement(random) {
        mixture.draw(value).map_err(text)?;
        if mixture.p() <= LIMIT {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(super) fn kaplan_wald(random: &mut Random) -> Result<bool, String> {
    stops(
        kaplan::wald(0.5, 0.1).map_err(text)?,
        with_replacement(random),
    )
}

pub(super) fn kaplan_markov(random: &mut Random) -> Result<bool, String> {
    stops(
        kaplan::markov(0.5, 0.1).map_err(text)?,
        with_replacement(random),
    )
}

pub(super) fn kaplan_kolmogorov(random: &mut Random) -> Result<bool, String> {
    let (draws, values) = all_drawn(random)?;
    stops(kaplan::kolmogorov(0.5, 0.1, draws).map_err(text)?, values)
}

/// The product of the products, as a known defect computes it.
pub(super) fn product_twice(random: &mut Random) -> Result<bool, String> {
    let mut martingale = Martingale::new(half()?, WithReplacement, FixedEta::new(0.6));
    let mut twice = 0.0;
    for value in with_replacement(random) {
        martingale.draw(value).map_err(text)?;
        twice += martingale.ln_fortune();
        if -twice <= libm::log(LIMIT) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Values of cards whose mean is 1/2 exactly: a tie behind a recorded margin.
struct Cards {
    values: Vec<f64>,
    upper: f64,
}

fn pair() -> Result<Assertion, String> {
    let pairs = plurality(2, &[0], 1).map_err(text)?;
    pairs.into_iter().next().ok_or_else(|| "no pair".to_owned())
}

/// Values of groups of like cards, at a margin of a tenth.
fn cards(groups: &[(Record<'_>, Card<'_>, usize)]) -> Result<Cards, String> {
    let pair = pair()?;
    let margin = Exact::new(1, 10).ok_or("no margin")?;
    let assorter = Overstatement::new(&pair, margin, Styles::Known).map_err(text)?;
    let assorter = assorter.ok_or("no margin")?;
    let mut values = Vec::new();
    for &(record, card, count) in groups {
        let value = assorter.value(record, card).map_err(text)?.to_f64();
        values.extend(std::iter::repeat_n(value, count));
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    if (mean - 0.5).abs() > 1e-12 {
        return Err(format!("the cards are no tie: mean {mean}"));
    }
    let upper = assorter.upper().map_err(text)?.to_f64();
    Ok(Cards { values, upper })
}

const FIRST: &[usize] = &[0];
const SECOND: &[usize] = &[1];

/// 215 to 175 and 10 phantoms by the records; 8 changed, 7 missing and no phantom found make a tie.
fn recorded() -> Result<&'static Cards, String> {
    static CARDS: OnceLock<Result<Cards, String>> = OnceLock::new();
    let make = || {
        cards(&[
            (Record::Marks(FIRST), Card::Marks(FIRST), 200),
            (Record::Marks(FIRST), Card::Marks(SECOND), 8),
            (Record::Marks(FIRST), Card::Missing, 7),
            (Record::Marks(SECOND), Card::Marks(SECOND), 175),
            (Record::Phantom, Card::Missing, 10),
        ])
    };
    CARDS.get_or_init(make).as_ref().map_err(Clone::clone)
}

fn compared<S: Strategy>(random: &mut Random, cards: &Cards, strategy: S) -> Result<bool, String> {
    let mut values = cards.values.clone();
    shuffle(&mut values, random);
    let null = Null::half(cards.upper).map_err(text)?;
    stops(
        Martingale::new(null, drawn_from(values.len())?, strategy),
        values,
    )
}

pub(super) fn comparison_optimal(random: &mut Random) -> Result<bool, String> {
    let cards = recorded()?;
    compared(
        random,
        cards,
        FixedEta::optimal_comparison(cards.upper, 0.001),
    )
}

pub(super) fn comparison_alpha(random: &mut Random) -> Result<bool, String> {
    let cards = recorded()?;
    let strategy = TruncatedShrinkage::<Paper>::new(0.97 * cards.upper, 1_000.0, 0.05);
    compared(random, cards, strategy)
}

pub(super) fn comparison_agrapa(random: &mut Random) -> Result<bool, String> {
    compared(random, recorded()?, adaptive())
}

pub(super) fn super_simple(random: &mut Random) -> Result<bool, String> {
    let audit = SuperSimple::new(0.1, 1.1).ok_or("no margin")?;
    let mut errors = Errors::default();
    for draw in 1..=300 {
        errors.two_over += f64::from(u8::from(random.below(20) == 0));
        if audit.p(draw, errors) <= LIMIT {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Pools reported 65 to 35 and 45 to 55; ten ballots of the first are changed.
pub(super) fn one_audit(random: &mut Random) -> Result<bool, String> {
    static CARDS: OnceLock<Result<Cards, String>> = OnceLock::new();
    let make = || {
        let pool = |percent| Exact::new(percent, 100).map(Record::Pool).ok_or("no pool");
        let (first, second) = (pool(65)?, pool(45)?);
        cards(&[
            (first, Card::Marks(FIRST), 55),
            (first, Card::Marks(SECOND), 45),
            (second, Card::Marks(FIRST), 45),
            (second, Card::Marks(SECOND), 55),
        ])
    };
    let cards = CARDS.get_or_init(make).as_ref().map_err(Clone::clone)?;
    let strategy = TruncatedShrinkage::<Paper>::new(0.65, 1_000.0, 0.01);
    compared(random, cards, strategy)
}
