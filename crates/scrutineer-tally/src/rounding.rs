//! Whether declared counts stand exactly where rounded percentages of their totals would put them.
//!
//! Under counts free to end in any digits, the chance of lying within w of a count that a
//! percentage with d decimals gives is p = (2w + 1) / (N 10^-(d+2)) (forensics note, 3.5). It is
//! the probability of the pattern, not of the result; converting percentages in a press office
//! makes the same pattern.

use scrutineer_model::{Declaration, Exact, Overflow};

use crate::feasibility::{declared_valid, repeated};

/// What is compared with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoundingPair {
    /// The option or group at this position of [`Declaration::options`], of the valid votes.
    Votes(usize),
    /// Valid votes of voters.
    ValidOfVoters,
    /// Invalid votes of voters.
    InvalidOfVoters,
    /// Voters of the registered voters in the counted stations.
    VotersOfCounted,
    /// Voters of the whole register, where no counted register is stated.
    VotersOfRegistered,
    /// Registered voters in the counted stations of the whole register.
    CountedOfRegistered,
    /// Stations counted of all stations.
    StationsOfTotal,
}

/// How near one count is to a rounded percentage of its total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairTest {
    /// The count.
    pub count: u64,
    /// Its total, N.
    pub total: u64,
    /// Decimals of the percentage.
    pub decimals: u32,
    /// The count's share, rounded to that percentage.
    pub share: Exact,
    /// The count that this share of the total gives.
    pub nearest: u64,
    /// Votes between the two, w.
    pub distance: u64,
    /// Counts per step of the percentage: N 10^-(d+2).
    pub cell_width: Exact,
    /// min(1, (2w + 1) / cell).
    pub p: Exact,
}

/// One pair of a declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundingTest {
    /// What is compared.
    pub pair: RoundingPair,
    /// The comparison.
    pub test: PairTest,
    /// Whether it counts as a look of its own: not where another pair already fixes it.
    pub is_look: bool,
}

/// All pairs of one declaration.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundingResult {
    /// Every pair, options first.
    pub tests: Vec<RoundingTest>,
    /// The chance that all counts of options lie as near as the farthest of them, one of them being
    /// fixed by the total; `None` where the declaration announces further pairs, so that pairs are
    /// looked at one by one.
    pub joint_p: Option<f64>,
    /// Number of looks.
    pub looks: u64,
    /// The joint p, else the smallest p, times the looks (Bonferroni), at most 1.
    pub adjusted_p: f64,
}

/// The chance of one count; `None` for a total of 0, a count above it, or more than 9 decimals.
pub fn pair_test(count: u64, total: u64, decimals: u32) -> Result<Option<PairTest>, Overflow> {
    if total == 0 || count > total || decimals > 9 {
        return Ok(None);
    }
    let steps = Exact::integer(10i128.pow(decimals + 2));
    let whole = Exact::from(total);
    let own = Exact::from(count).checked_div(whole)?;
    let share = Exact::integer(own.checked_mul(steps)?.round()).checked_div(steps)?;
    let nearest = u64::try_from(share.checked_mul(whole)?.round()).map_err(|_| Overflow)?;
    let distance = count.abs_diff(nearest);
    let cell_width = whole.checked_div(steps)?;
    Ok(Some(PairTest {
        count,
        total,
        decimals,
        share,
        nearest,
        distance,
        cell_width,
        p: chance(distance, cell_width)?,
    }))
}

fn chance(distance: u64, cell_width: Exact) -> Result<Exact, Overflow> {
    let hits = Exact::integer(2 * i128::from(distance) + 1);
    Ok(hits.checked_div(cell_width)?.min(Exact::ONE))
}

/// Tests every pair that a declaration announces; `None` where it announces none.
///
/// `options` are those of the contest; without all of them nothing but announced valid votes is a
/// total. `decimals` are those of percentages that it does not print. Dependent pairs are no looks: the
/// invalid votes where valid and invalid make up the voters, and a group with an option
/// that is announced on its own. A declaration with nothing but options gets one joint look; otherwise
/// each pair is one look (amendment g).
pub fn rounding_of(
    declaration: &Declaration,
    options: usize,
    decimals: u32,
) -> Result<Option<RoundingResult>, Overflow> {
    let mut tests = option_tests(declaration, options, decimals)?;
    let of_options = tests.len();
    tests.extend(other_tests(declaration, options, decimals)?);
    if tests.is_empty() {
        return Ok(None);
    }
    if tests.len() == of_options {
        let joint = joint(declaration, options, &tests)?;
        return Ok(Some(RoundingResult {
            tests,
            joint_p: Some(joint),
            looks: 1,
            adjusted_p: joint,
        }));
    }
    let looks = tests.iter().map(|test| u64::from(test.is_look)).sum();
    let p = |test: &RoundingTest| test.test.p.to_f64();
    let smallest = tests
        .iter()
        .filter(|test| test.is_look)
        .map(p)
        .fold(1.0, f64::min);
    Ok(Some(RoundingResult {
        tests,
        joint_p: None,
        looks,
        adjusted_p: (smallest * looks as f64).min(1.0),
    }))
}

fn option_tests(
    declaration: &Declaration,
    options: usize,
    decimals: u32,
) -> Result<Vec<RoundingTest>, Overflow> {
    let Some((total, _, _)) = sum_of_options(declaration, options)
        .map(|sum| (sum, sum, sum))
        .or_else(|| declared_valid(declaration, options))
    else {
        return Ok(Vec::new());
    };
    let repeated = repeated(declaration);
    let mut tests = Vec::new();
    for (at, declared) in declaration.options.iter().enumerate() {
        let Some(figure) = &declared.votes else {
            continue;
        };
        let decimals = declared
            .percent
            .map_or(decimals, scrutineer_model::PrintedPercent::decimals);
        let Some(test) = pair_test(figure.value(), total, decimals)? else {
            continue;
        };
        tests.push(RoundingTest {
            pair: RoundingPair::Votes(at),
            test,
            is_look: !repeated.get(at).copied().unwrap_or(false),
        });
    }
    Ok(tests)
}

/// The sum of all options and groups, each vote once; `None` where votes are missing or where it is
/// not the announced number of valid votes.
fn sum_of_options(declaration: &Declaration, options: usize) -> Option<u64> {
    if !declaration.covers(options) {
        return None;
    }
    let mut sum = 0u64;
    for (declared, repeats) in declaration.options.iter().zip(repeated(declaration)) {
        if !repeats {
            sum = sum.checked_add(declared.votes.as_ref()?.value())?;
        }
    }
    let complete = declaration
        .valid
        .as_ref()
        .is_none_or(|valid| valid.readings().any(|reading| reading.value == sum));
    (complete && sum > 0).then_some(sum)
}

fn other_tests(
    declaration: &Declaration,
    options: usize,
    decimals: u32,
) -> Result<Vec<RoundingTest>, Overflow> {
    let value = |figure: &Option<scrutineer_model::Figure>| {
        figure.as_ref().map(scrutineer_model::Figure::value)
    };
    let printed = |percent: Option<scrutineer_model::PrintedPercent>| {
        percent.map_or(decimals, scrutineer_model::PrintedPercent::decimals)
    };
    let coverage = &declaration.coverage;
    let voters = value(&declaration.voters);
    let valid = value(&declaration.valid).or_else(|| sum_of_options(declaration, options));
    let invalid = value(&declaration.invalid);
    let blank = value(&declaration.blank);
    let registered = value(&declaration.registered);
    let counted = value(&coverage.electors);
    let of_counted = if counted.is_some() {
        (RoundingPair::VotersOfCounted, counted)
    } else {
        (RoundingPair::VotersOfRegistered, registered)
    };
    let pairs = [
        (
            RoundingPair::ValidOfVoters,
            valid,
            voters,
            printed(declaration.valid_of_voters),
        ),
        (
            RoundingPair::InvalidOfVoters,
            invalid,
            voters,
            printed(declaration.invalid_of_voters),
        ),
        (
            of_counted.0,
            voters,
            of_counted.1,
            printed(declaration.turnout),
        ),
        (
            RoundingPair::CountedOfRegistered,
            counted,
            registered,
            printed(coverage.printed),
        ),
        (
            RoundingPair::StationsOfTotal,
            value(&coverage.stations),
            value(&coverage.stations_total),
            printed(coverage.printed),
        ),
    ];
    let fixed = match (valid, invalid, voters) {
        (Some(valid), Some(invalid), Some(voters)) => {
            valid.checked_add(invalid) == Some(voters) && blank.is_none_or(|blank| blank == 0)
        }
        _ => false,
    };
    let mut tests = Vec::new();
    for (pair, count, total, decimals) in pairs {
        if let (Some(count), Some(total)) = (count, total)
            && let Some(test) = pair_test(count, total, decimals)?
        {
            tests.push(RoundingTest {
                pair,
                test,
                is_look: !(fixed && pair == RoundingPair::InvalidOfVoters),
            });
        }
    }
    Ok(tests)
}

/// All free counts as near as the farthest one. Where the counts add up to the total the last one
/// is fixed by the others; the one with the smallest chance is left out, which favours the
/// declaration.
fn joint(
    declaration: &Declaration,
    options: usize,
    tests: &[RoundingTest],
) -> Result<f64, Overflow> {
    let looks: Vec<&PairTest> = tests
        .iter()
        .filter(|test| test.is_look)
        .map(|test| &test.test)
        .collect();
    let farthest = looks.iter().map(|test| test.distance).max().unwrap_or(0);
    let mut chances = Vec::new();
    for test in &looks {
        chances.push(chance(farthest, test.cell_width)?.to_f64());
    }
    chances.sort_by(f64::total_cmp);
    let fixed = usize::from(sum_of_options(declaration, options).is_some());
    Ok(chances.iter().skip(fixed).product())
}
