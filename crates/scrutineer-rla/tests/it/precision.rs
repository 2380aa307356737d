//! Every ALPHA sequence of the vectors, computed again at 77 digits.

use scrutineer_rla::martingale::{
    Alternative, Draws, FixedAlternative, FixedEta, Martingale, Null, Paper, Subtracting,
    TruncatedShrinkage, WithReplacement, WithoutReplacement,
};
use scrutineer_testkit::shared;
use serde_json::Value;

use crate::digits::Digits;

/// What the issue asks for.
const TOLERANCE: f64 = 2e-15;

/// How a sequence of the vectors estimates the mean.
#[derive(Clone, Copy, Debug)]
enum Estimate {
    Fixed(f64),
    Updated(f64),
    Shrunk {
        eta: f64,
        d: f64,
        c: f64,
        subtracts: bool,
    },
}

#[derive(Debug)]
struct Sequence {
    id: String,
    values: Vec<f64>,
    population: Option<u64>,
    mean: f64,
    upper: f64,
    estimate: Estimate,
}

/// The p-values of the sequence by the formulas of ALPHA, as far as the null mean is within the bounds.
fn by_digits(sequence: &Sequence) -> Vec<Digits> {
    let one = Digits::whole(1);
    let (mean, upper) = (Digits::from(sequence.mean), Digits::from(sequence.upper));
    let (mut sum, mut fortune) = (Digits::whole(0), Digits::whole(1));
    let mut found = Vec::new();
    for (drawn, &value) in (0_u64..).zip(&sequence.values) {
        let left = |mean: &Digits| match sequence.population {
            None => mean.clone(),
            Some(all) => Digits::whole(all)
                .mul(mean)
                .sub(&sum)
                .div(&Digits::whole(all - drawn)),
        };
        let null = left(&mean);
        // There the engine makes no bet.
        if null <= Digits::whole(0) || null >= upper {
            break;
        }
        let eta = match sequence.estimate {
            Estimate::Fixed(eta) => Digits::from(eta),
            Estimate::Updated(eta) => left(&Digits::from(eta)),
            Estimate::Shrunk {
                eta,
                d,
                c,
                subtracts,
            } => {
                let weight = Digits::from(d).add(&Digits::whole(drawn));
                let step = Digits::from(c).div(&weight.sqrt());
                let shrunk = Digits::from(d)
                    .mul(&Digits::from(eta))
                    .add(&sum)
                    .div(&weight);
                let epsilon = Digits::from(f64::EPSILON);
                let floor = null.mul(&one.add(&epsilon)).add(&step);
                let ceiling = upper.mul(&one.sub(&epsilon));
                let ceiling = if subtracts {
                    ceiling.sub(&step)
                } else {
                    ceiling
                };
                let kept = if shrunk > floor { shrunk } else { floor };
                if kept > ceiling { ceiling } else { kept }
            }
        };
        let value = Digits::from(value);
        // [x eta / m + (u - x) (u - eta) / (u - m)] / u
        let up = value.mul(&eta).div(&null);
        let down = upper
            .sub(&value)
            .mul(&upper.sub(&eta))
            .div(&upper.sub(&null));
        fortune = fortune.mul(&up.add(&down).div(&upper));
        sum = sum.add(&value);
        found.push(one.div(&fortune));
    }
    found
}

fn by_engine(sequence: &Sequence) -> Vec<f64> {
    fn with<A: Alternative>(sequence: &Sequence, strategy: A) -> Vec<f64> {
        fn run<D: Draws, A: Alternative>(sequence: &Sequence, draws: D, strategy: A) -> Vec<f64> {
            let null = Null::new(sequence.mean, sequence.upper).unwrap();
            let mut martingale = Martingale::new(null, draws, strategy);
            let p = |value: &f64| {
                martingale.draw(*value).unwrap();
                1.0 / martingale.fortune()
            };
            sequence.values.iter().map(p).collect()
        }
        match sequence.population {
            None => run(sequence, WithReplacement, strategy),
            Some(all) => run(sequence, WithoutReplacement::new(all).unwrap(), strategy),
        }
    }
    match sequence.estimate {
        Estimate::Fixed(eta) => with(sequence, FixedEta::new(eta)),
        Estimate::Updated(eta) => with(sequence, FixedAlternative::new(eta)),
        Estimate::Shrunk {
            eta,
            d,
            c,
            subtracts: true,
        } => with(sequence, TruncatedShrinkage::<Subtracting>::new(eta, d, c)),
        Estimate::Shrunk { eta, d, c, .. } => {
            with(sequence, TruncatedShrinkage::<Paper>::new(eta, d, c))
        }
    }
}

/// The sequences of the vectors that are an ALPHA martingale.
fn sequences(document: &Value) -> Vec<Sequence> {
    let vectors = document["vectors"].as_array().unwrap().iter();
    vectors.filter_map(sequence).collect()
}

fn sequence(vector: &Value) -> Option<Sequence> {
    let id = vector["id"].as_str()?;
    let (input, real) = (&vector["inputs"], |name: &str| {
        vector["inputs"][name].as_f64()
    });
    let shrunk = |subtracts| {
        Some(Estimate::Shrunk {
            eta: real("eta")?,
            d: real("d")?,
            c: real("c")?,
            subtracts,
        })
    };
    let kind = id.split('-').next()?;
    let estimate = match (kind, id) {
        ("sprt", _) => Estimate::Fixed(real("eta")?),
        (_, "alpha-01-fixed-wr" | "alpha-02-fixed-wor") => Estimate::Updated(real("eta")?),
        (_, "alpha-07-paper") => shrunk(false)?,
        ("compalpha", _) if real("error_rate_2").is_some() => {
            let upper = real("u")?;
            let kept = upper * (1.0 - real("error_rate_2")?);
            Estimate::Fixed((1.0 - kept) / (2.0 - 2.0 * upper) + kept - 0.5)
        }
        ("alpha" | "compalpha", _) => shrunk(true)?,
        _ => return None,
    };
    let values = match input["x"].as_array() {
        Some(values) => values.iter().map(|value| value.as_f64().unwrap()).collect(),
        None => pattern(input),
    };
    Some(Sequence {
        id: id.to_owned(),
        values,
        population: input["N"].as_u64(),
        mean: real("t").or_else(|| real("mu"))?,
        upper: real("u")?,
        estimate,
    })
}

/// `NAME: 20 clean, 1 one-vote over, 60 clean`.
fn pattern(input: &Value) -> Vec<f64> {
    let (_, parts) = input["pattern"].as_str().unwrap().split_once(": ").unwrap();
    let part = |part: &str| {
        let (times, kind) = part.split_once(' ').unwrap();
        let name = match kind {
            "clean" => "clean",
            "one-vote over" => "one_over",
            _ => "two_over",
        };
        let value = input["values"][name].as_f64().unwrap();
        std::iter::repeat_n(value, times.parse().unwrap())
    };
    parts.split(", ").flat_map(part).collect()
}

#[test]
fn every_sequence_agrees_to_two_in_ten_to_the_fifteen() {
    let Some(document) = shared::vectors("rla.json") else {
        return;
    };
    let sequences = sequences(&document);
    assert!(sequences.len() >= 12, "{} sequences", sequences.len());
    for sequence in &sequences {
        let exact = by_digits(sequence);
        assert!(exact.len() >= 8, "{}", sequence.id);
        for (draw, (exact, found)) in (1..).zip(exact.iter().zip(by_engine(sequence))) {
            let error = exact.relative_error(found);
            assert!(error <= TOLERANCE, "{} draw {draw}: {error:e}", sequence.id);
        }
    }
}

/// The longest sequence that the vectors have is 81 draws; this one has 2,000, and the logarithm is what an
/// audit reports then.
#[test]
fn a_long_sequence_stays_near() {
    let values: Vec<f64> = (0..2_000_u32)
        .map(|draw| if draw * 7 % 10 < 6 { 1.0 } else { 0.0 })
        .collect();
    let sequence = Sequence {
        id: "long".to_owned(),
        values,
        population: Some(100_000),
        mean: 0.5,
        upper: 1.0,
        estimate: Estimate::Shrunk {
            eta: 0.55,
            d: 100.0,
            c: 0.025,
            subtracts: false,
        },
    };
    let found = by_engine(&sequence);
    for (exact, found) in by_digits(&sequence).iter().zip(found) {
        assert!(exact.relative_error(found) <= 1e-13);
    }
}
