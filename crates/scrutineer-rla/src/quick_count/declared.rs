//! Declared shares, as far as an estimate can be put beside them.

use scrutineer_model::{Dataset, Declaration, DeclaredOption, DeclaredPart, DeclaredTarget, Scope};

use super::design::Design;

/// A declared share of the valid votes: from the smallest to the largest of its readings.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclaredShare {
    /// The declaration.
    pub declaration: String,
    /// The stratum; `None` for the total.
    pub stratum: Option<String>,
    /// The option.
    pub option: String,
    /// The smallest.
    pub low: f64,
    /// The largest.
    pub high: f64,
    /// Whether the declaration claims to count every station.
    pub comparable: bool,
}

/// The declared shares of the contest of a design: totals first, then divisions that are strata. A
/// declaration about one division alone, and options announced in a group, are left out.
pub fn declared_shares(dataset: &Dataset, design: &Design) -> Vec<DeclaredShare> {
    let declarations = dataset.declarations().iter().filter(|declaration| {
        let contest = dataset.contest(declaration.contest);
        contest.id.as_str() == design.contest && declaration.scope == Scope::All
    });
    let mut found = Vec::new();
    let mut by_stratum = Vec::new();
    for declaration in declarations {
        let contest = dataset.contest(declaration.contest);
        let covers = declaration.covers(contest.options.len());
        for (at, declared) in declaration.options.iter().enumerate() {
            let DeclaredTarget::Option(option) = declared.target else {
                continue;
            };
            let Some(option) = contest.options.get(option.get()) else {
                continue;
            };
            let mut push = |stratum: Option<String>, (low, high): (f64, f64)| {
                let list = if stratum.is_some() {
                    &mut by_stratum
                } else {
                    &mut found
                };
                list.push(DeclaredShare {
                    declaration: declaration.id.as_str().to_owned(),
                    stratum,
                    option: option.id.as_str().to_owned(),
                    low,
                    high,
                    comparable: declaration.coverage.claims_all(),
                });
            };
            if let Some(range) = total(declaration, declared, covers) {
                push(None, range);
            }
            for part in &declaration.parts {
                let stratum = stratum(dataset, design, part);
                if let (Some(stratum), Some(share)) = (stratum, of_part(part, at, covers)) {
                    push(Some(stratum), (share, share));
                }
            }
        }
    }
    found.extend(by_stratum);
    found
}

fn total(declaration: &Declaration, declared: &DeclaredOption, covers: bool) -> Option<(f64, f64)> {
    if let (Some(votes), Some((least, most))) = (&declared.votes, valid(declaration, covers)) {
        let readings = || votes.readings().map(|reading| reading.value);
        let (low, high) = (readings().min()?, readings().max()?);
        if least > 0 {
            return Some((low as f64 / most as f64, high as f64 / least as f64));
        }
    }
    let percent = declared.percent?;
    Some((percent.lowest().to_f64(), percent.highest().to_f64()))
}

/// The least and the most valid votes by the readings; without a figure the sum of the options.
fn valid(declaration: &Declaration, covers: bool) -> Option<(u64, u64)> {
    if let Some(valid) = &declaration.valid {
        let readings = || valid.readings().map(|reading| reading.value);
        return Some((readings().min()?, readings().max()?));
    }
    if !covers {
        return None;
    }
    let (mut least, mut most) = (0u64, 0u64);
    for declared in &declaration.options {
        let readings = || {
            declared
                .votes
                .iter()
                .flat_map(scrutineer_model::Figure::readings)
        };
        least = least.checked_add(readings().map(|reading| reading.value).min()?)?;
        most = most.checked_add(readings().map(|reading| reading.value).max()?)?;
    }
    Some((least, most))
}

fn of_part(part: &DeclaredPart, option: usize, covers: bool) -> Option<f64> {
    let votes = (*part.votes.get(option)?)?;
    let sum = || {
        let all = part.votes.iter().copied().collect::<Option<Vec<u64>>>();
        all.filter(|_| covers).map(|all| all.iter().sum())
    };
    let valid: u64 = part.valid.or_else(sum)?;
    (valid > 0).then(|| votes as f64 / valid as f64)
}

/// The stratum that a declared division is; `None` where strata are something else.
fn stratum(dataset: &Dataset, design: &Design, part: &DeclaredPart) -> Option<String> {
    let hierarchy = dataset.hierarchies().first()?;
    let (id, level) = design.strata_by.split_once('/')?;
    let division = hierarchy.divisions.get(part.division);
    let is_same = id == hierarchy.id && hierarchy.level(level) == Some(division.level);
    is_same.then(|| hierarchy.divisions.path_code(part.division))
}
