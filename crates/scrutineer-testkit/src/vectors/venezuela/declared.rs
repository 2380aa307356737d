//! Blocks about whether declared figures can be sums over sheets that include those observed.

use scrutineer_model::{Declaration, Exact, OptionIdx};
use scrutineer_tally::{
    Alternative, Count, Reading, ReadingKind, TargetKind, Targets, increment, joint, readings,
    strict,
};
use serde_json::{Map, Value, json};

use super::{BULLETINS, LEADER, RIVAL, Real, difference, number, ratio, real, signed};
use crate::vectors::case::Case;

/// A declaration beside the sheets.
struct Declared<'a> {
    real: &'a Real,
    declaration: &'a Declaration,
    targets: Targets,
    readings: Vec<Reading>,
}

/// Declared votes of an option; `OTH` is everybody but the first two, as a group or one by one.
pub(super) fn declared_votes(real: &Real, bulletin: &str, id: &str) -> Result<u64, String> {
    let declaration = real.declaration(bulletin)?;
    let first_two = [real.option(LEADER)?, real.option(RIVAL)?];
    let wanted = match id {
        "OTH" => None,
        _ => Some(real.option(id)?),
    };
    let is_wanted = |options: &[OptionIdx]| match wanted {
        Some(option) => options == [option],
        None => !options.iter().any(|option| first_two.contains(option)),
    };
    let options = declaration.options.iter();
    Ok(options
        .filter(|held| is_wanted(held.target.options()))
        .filter_map(|held| held.votes.as_ref())
        .map(scrutineer_model::Figure::value)
        .sum())
}

impl<'a> Declared<'a> {
    fn new(real: &'a Real, bulletin: &str) -> Result<Self, String> {
        let declaration = real.declaration(bulletin)?;
        let targets = Targets::new(declaration, &real.observed);
        let readings = readings(&real.dataset, &real.observed, declaration, &targets)
            .map_err(|error| error.to_string())?;
        Ok(Self {
            real,
            declaration,
            targets,
            readings,
        })
    }

    fn votes(&self, id: &str) -> Result<u64, String> {
        declared_votes(self.real, self.declaration.id.as_str(), id)
    }

    /// All declared votes.
    fn all(&self) -> Result<u64, String> {
        Ok(self.votes(LEADER)? + self.votes(RIVAL)? + self.votes("OTH")?)
    }

    /// Position of an option among the targets.
    fn target(&self, id: &str) -> Result<usize, String> {
        let option = self.real.option(id)?;
        let mut kinds = self.targets.list.iter().map(|target| target.kind);
        let is = |kind| match kind {
            TargetKind::Declared(at) => {
                let declared = self.declaration.options.get(at);
                declared.is_some_and(|held| held.target.options() == [option])
            }
            _ => false,
        };
        kinds
            .position(is)
            .ok_or_else(|| format!("{id:?} is not declared"))
    }

    fn main(&self, kind: ReadingKind) -> Result<&Alternative, String> {
        let mut readings = self.readings.iter();
        readings
            .find(|reading| reading.kind == kind)
            .and_then(|reading| reading.alternatives.first())
            .ok_or_else(|| format!("no reading {kind:?}"))
    }

    /// The smallest sum of an option under a reading, as printed.
    fn minimum(&self, kind: ReadingKind, id: &str) -> Result<Exact, String> {
        let minimum = &self.main(kind)?.as_printed.minimum;
        minimum
            .get(self.target(id)?)
            .copied()
            .ok_or_else(|| "no such target".to_owned())
    }

    fn strict(&self) -> Result<Value, String> {
        let mut found = Map::new();
        for id in [RIVAL, LEADER, "OTH"] {
            let (declared, observed) = (self.votes(id)?, self.real.votes(id));
            let row = json!({
                "declared": declared,
                "observed": observed,
                "declared_minus_observed": signed(difference(declared, observed)),
            });
            found.insert(id.to_owned(), row);
        }
        let mut short = Vec::new();
        for held in strict(&self.targets) {
            if held.shortfall == 0 {
                continue;
            }
            let TargetKind::Declared(at) = held.kind else {
                continue;
            };
            let declared = self.declaration.options.get(at).ok_or("no such figure")?;
            for option in declared.target.options() {
                short.push(self.real.ids().nth(option.get()).unwrap_or_default());
            }
        }
        found.insert("infeasible_options".to_owned(), json!(short));
        Ok(Value::Object(found))
    }

    fn joint(&self, cap: Exact) -> Result<Exact, String> {
        let electors = self.main(ReadingKind::Electors)?;
        let counted = Exact::from(electors.total)
            .checked_sub(electors.as_printed.not_counted)
            .map_err(|error| error.to_string())?;
        let count = Count {
            counted,
            total: electors.total,
            turnout_cap: cap,
            favourable: false,
        };
        let certificate =
            joint(&self.real.observed, &self.targets, count).map_err(|error| error.to_string())?;
        Ok(certificate.value)
    }

    fn minor(&self) -> Result<Value, String> {
        let mut found = Map::new();
        for id in self.real.ids().filter(|id| ![LEADER, RIVAL].contains(id)) {
            let (declared, observed) = (self.votes(id)?, self.real.votes(id));
            let row = json!({
                "declared": declared,
                "observed": observed,
                "ratio": ratio(declared, observed),
            });
            found.insert(id.to_owned(), row);
        }
        Ok(Value::Object(found))
    }

    fn nulls(&self) -> Result<Value, String> {
        let declared = self
            .declaration
            .invalid
            .as_ref()
            .map(scrutineer_model::Figure::value);
        let voters = self
            .declaration
            .voters
            .as_ref()
            .map(scrutineer_model::Figure::value);
        let (declared, voters) = declared.zip(voters).ok_or("no voters declared")?;
        let totals = self.real.source().totals.as_ref().ok_or("no totals")?;
        let (observed, ballots) = totals.invalid.zip(totals.ballots).ok_or("no ballots")?;
        Ok(json!({
            "declared": declared,
            "observed": observed,
            "declared_rate": ratio(declared, voters),
            "observed_rate": ratio(observed, ballots),
        }))
    }
}

/// A ceiling on turnout as the file writes it.
fn decimal(text: &str) -> Option<Exact> {
    let (whole, fraction) = text.split_once('.')?;
    let scale = 10i128.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    Exact::new(format!("{whole}{fraction}").parse().ok()?, scale)
}

pub(super) fn feasibility(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let mut found = Map::new();
    for (block, bulletin) in BULLETINS {
        let declared = Declared::new(real, bulletin)?;
        let caps = case
            .expected
            .get(block)
            .and_then(|block| block.get("LP_min_L1_by_max_unobserved_turnout"))
            .and_then(Value::as_object)
            .ok_or("expected the ceilings of turnout")?;
        found.insert(block.to_owned(), block_of(&declared, caps.keys())?);
    }
    let (first, second) = (
        Declared::new(real, BULLETINS[0].1)?,
        Declared::new(real, BULLETINS[1].1)?,
    );
    if let Some(Value::Object(block)) = found.get_mut("B2") {
        block.insert("strict_minor".to_owned(), second.minor()?);
        block.insert("nulls".to_owned(), second.nulls()?);
    }
    found.insert("increment".to_owned(), growth(&first, &second)?);
    let needed = |id: &str| Ok::<_, String>(signed(difference(second.votes(id)?, real.votes(id))));
    found.insert(
        "B2_residual_strict".to_owned(),
        json!({
            "valid": signed(difference(second.all()?, real.observed.valid_sum())),
            "NM_needed": needed(RIVAL)?,
            "OTH_needed": needed("OTH")?,
            "EG_needed": needed(LEADER)?,
        }),
    );
    Ok(Value::Object(found))
}

fn block_of<'a>(
    declared: &Declared<'_>,
    caps: impl Iterator<Item = &'a String>,
) -> Result<Value, String> {
    let electors = declared.main(ReadingKind::Electors)?;
    let not_counted = electors.as_printed.not_counted;
    let counted = Exact::from(electors.total)
        .checked_sub(not_counted)
        .map_err(|error| error.to_string())?;
    let residual = difference(declared.all()?, declared.real.observed.valid_sum());
    let least = declared.joint(Exact::ONE)?;
    let mut found = json!({
        "strict": declared.strict()?,
        "residual_valid_if_all_observed_included": signed(residual),
        "RE_counted": number(counted),
        "RE_not_counted": number(not_counted),
        "LP_RE": {"min_L1_contradiction": least.to_f64(), "feasible": least <= Exact::ZERO},
    });
    let mut by_cap = Map::new();
    for name in caps {
        let cap = decimal(name).ok_or_else(|| format!("the ceiling {name:?} is no decimal"))?;
        by_cap.insert(name.clone(), declared.joint(cap)?.to_f64().into());
    }
    if let Value::Object(block) = &mut found {
        for id in [LEADER, RIVAL] {
            let minimum = declared.minimum(ReadingKind::Electors, id)?;
            let removed = Exact::from(declared.real.votes(id)).checked_sub(minimum);
            let removed = removed.map_err(|error| error.to_string())?;
            block.insert(format!("lower_bound_{id}"), minimum.to_f64().into());
            block.insert(format!("max_removable_{id}"), removed.to_f64().into());
        }
        block.insert(
            "LP_min_L1_by_max_unobserved_turnout".to_owned(),
            Value::Object(by_cap),
        );
    }
    Ok(found)
}

fn growth(first: &Declared<'_>, second: &Declared<'_>) -> Result<Value, String> {
    let counted = |declared: &Declared<'_>| {
        let electors = declared.main(ReadingKind::Electors)?;
        let counted = Exact::from(electors.total).checked_sub(electors.as_printed.not_counted);
        counted.map_err(|error| error.to_string())
    };
    let newly = counted(second)?
        .checked_sub(counted(first)?)
        .map_err(|error| error.to_string())?;
    let held = increment(first.declaration, second.declaration, Some(newly))
        .map_err(|error| error.to_string())?;
    let valid = u64::try_from(held.total).map_err(|_| "the total decreases")?;
    let mut changes = Vec::new();
    for option in &held.options {
        let target = &first.declaration.options[option.position].target;
        let id = match target.options() {
            [one] => first.real.ids().nth(one.get()).unwrap_or_default(),
            _ => "OTH",
        };
        let change = u64::try_from(option.change).map_err(|_| "a figure decreases")?;
        changes.push((id, change));
    }
    let share: Map<String, Value> = changes
        .iter()
        .map(|(id, change)| ((*id).to_owned(), ratio(*change, valid).into()))
        .collect();
    let rival = changes.iter().find(|(id, _)| *id == RIVAL);
    let rival = rival.map_or(0, |(_, change)| *change);
    let p = ratio(first.votes(RIVAL)?, first.all()?);
    let n = ratio(valid, 1);
    let z = (ratio(rival, 1) - n * p) / (n * p * (1.0 - p)).sqrt();
    let mut found = json!({
        "valid": valid,
        "RE": number(newly),
        "valid_over_RE": n / newly.to_f64(),
        "share": share,
        "monotone": held.options.iter().all(|option| option.change >= 0),
        "z_NM_vs_B1_share_binomial": z,
    });
    if let Value::Object(block) = &mut found {
        for (id, change) in changes {
            block.insert(id.to_owned(), change.into());
        }
    }
    Ok(found)
}

pub(super) fn coverage_bounds(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let mut found = Map::new();
    for (block, bulletin) in BULLETINS {
        let declared = Declared::new(real, bulletin)?;
        found.insert(block.to_owned(), coverage_of(&declared)?);
    }
    Ok(Value::Object(found))
}

fn coverage_of(declared: &Declared<'_>) -> Result<Value, String> {
    let at = declared.target(LEADER)?;
    let announced = declared.votes(LEADER)?;
    let tables = declared.main(ReadingKind::Stations)?;
    let electors = declared.main(ReadingKind::Electors)?;
    let valid = declared.main(ReadingKind::ValidVotes)?;
    let least = declared.minimum(ReadingKind::Stations, LEADER)?;
    let by_valid = declared.minimum(ReadingKind::ValidVotes, LEADER)?;
    let less = |a: Exact, b: Exact| a.checked_sub(b).map_err(|error| error.to_string());
    let left_out = |held: &Alternative| held.must_be_left_out.get(at).copied().map(number);
    let violation = less(by_valid, Exact::from(announced))?;
    Ok(json!({
        "tables_total": tables.total,
        "max_uncounted": number(tables.as_printed.not_counted),
        "max_removable_EG": number(less(Exact::from(declared.real.votes(LEADER)), least)?),
        "lower_bound_EG": number(least),
        "declared_EG": announced,
        "violation": number(less(least, Exact::from(announced))?),
        "by_valid_votes": {
            "uncounted_valid": valid.as_printed.not_counted.to_f64(),
            "lower_bound_EG": by_valid.to_f64(),
            "violation": violation.to_f64(),
        },
        "min_sheets_that_must_be_left_out": left_out(tables),
        "min_registered_that_must_be_left_out": left_out(electors),
        "implied_max_coverage_RE": electors.consistent_up_to.to_f64(),
        "implied_max_coverage_tables": tables.consistent_up_to.to_f64(),
    }))
}
