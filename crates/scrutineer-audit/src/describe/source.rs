//! What one source shows, as the report has it.

use scrutineer_model::{Field, HierarchyIdx, OptionIdx, Overflow, Real, SheetStatus};
use scrutineer_tally::{
    Interval, MissingCapacity, MissingVotes, Outcome, by_division, changing_shift, imputation,
    logit_shift, sheets_false_needed,
};

use crate::report::{
    ById, ChainOfEvidence, CoverageReport, Extent, ImputationReport, ImputedShare,
    NeededFromMissing, OutcomeReport, Possible, ProvenanceReport, SensitivityReport, ShareBounds,
    SheetsFalseReport, SourceReport, Standing, StandingVerdict, TotalsInterval, TotalsReport,
};
use crate::rules::{Case, Overturned};
use crate::run::Depth;

/// Two-party logit shifts that are always shown.
const SHIFTS: [f64; 3] = [0.5, 1.0, 2.0];

pub(crate) fn source_report(
    case: &Case<'_>,
    depth: Depth,
    chain: ChainOfEvidence,
    overturned: Option<&Overturned<'_>>,
) -> Result<SourceReport, Overflow> {
    let source = case.source;
    let provenance = &source.provenance;
    let exact = case
        .totals
        .options
        .iter()
        .all(|votes| votes.value().is_some())
        && case
            .totals
            .fields
            .iter()
            .flatten()
            .all(|sum| sum.value().is_some());
    let full = depth == Depth::Full;
    Ok(SourceReport {
        id: source.id.to_string(),
        label: provenance.supplied_by,
        aligned_with: case.option_ids(&provenance.aligned_with),
        origin: source.origin.clone(),
        evidence: ProvenanceReport {
            obtained_from: provenance.obtained_from.clone(),
            obtained_on: provenance.obtained_on,
            obtained_by_role: provenance.obtained_by_role.clone(),
            method: provenance.method.clone(),
            medium: provenance.medium.clone(),
            licence: provenance.licence.clone(),
            derived_from: provenance.derived_from.as_ref().map(ToString::to_string),
            transformations: provenance.transformations.clone(),
            rows: source.rows,
            rejected: source.rejected,
        },
        coverage: coverage(case),
        totals: exact.then(|| exact_totals(case)),
        totals_interval: (!exact).then(|| interval_totals(case)),
        outcome: case
            .outcomes
            .iter()
            .map(|(missing, held)| outcome(case, missing, held))
            .collect(),
        least_favourable: case.register(),
        overturned_by: overturned.map(|held| held.report(case)),
        standing: overturned.map_or_else(|| standing(case), |held| held.standing(case)),
        sheets_false_needed: if full {
            false_needed(case)?
        } else {
            Vec::new()
        },
        imputation: if full { imputed(case) } else { None },
        divisions: Vec::new(),
        chain,
    })
}

fn coverage(case: &Case<'_>) -> CoverageReport {
    let held = &case.coverage;
    let has_places = !case.dataset.places().is_empty();
    let registered = case.set.field(Field::Registered).is_some() || held.registered_reported > 0;
    let missing = SheetStatus::ALL.iter().filter_map(|status| {
        let count = held.missing_by_reason.get(status)?;
        (*count > 0).then(|| (status.word().to_owned(), *count))
    });
    let by_kind = held.stations_by_kind.iter();
    CoverageReport {
        stations_expected: held.stations_expected,
        stations_reported: held.stations_reported,
        stations_complete: case.totals.complete,
        places_expected: held.places_expected,
        places_reported: has_places.then_some(held.places_reported),
        registered_expected: held.registered_expected,
        registered_reported: registered.then_some(held.registered_reported),
        missing_by_reason: missing.collect(),
        stations_by_kind: by_kind
            .map(|(kind, count)| (kind.word().to_owned(), *count))
            .collect(),
        divisions_reported: divisions_reported(case),
    }
}

fn divisions_reported(case: &Case<'_>) -> ById<ById<u64>> {
    let hierarchies = case.dataset.hierarchies().iter().enumerate();
    hierarchies
        .map(|(at, hierarchy)| {
            let groups = by_division(case.dataset, case.set, HierarchyIdx::new(at));
            let mut counts = vec![0u64; hierarchy.levels.len()];
            for (division, view) in hierarchy.divisions.iter() {
                if groups.sheets(division.get()) > 0
                    && let Some(count) = counts.get_mut(usize::from(view.level))
                {
                    *count += 1;
                }
            }
            let levels = hierarchy.levels.iter().cloned().zip(counts).collect();
            (hierarchy.id.clone(), levels)
        })
        .collect()
}

fn by_option<T>(case: &Case<'_>, values: impl IntoIterator<Item = T>) -> ById<T> {
    let ids = case
        .contest
        .options
        .iter()
        .map(|option| option.id.to_string());
    ids.zip(values).collect()
}

fn exact_totals(case: &Case<'_>) -> TotalsReport {
    let sums = &case.totals;
    let field = |field| sums.field(field).map(|sum: Interval| sum.min);
    let tickets = case.contest.tickets.iter().zip(&sums.tickets);
    TotalsReport {
        options: by_option(case, sums.options.iter().map(|votes| votes.min)),
        tickets: case.contest.has_tickets().then(|| {
            tickets
                .map(|(ticket, sum)| (ticket.id.to_string(), sum.min))
                .collect()
        }),
        valid: (sums.sheets > 0).then(|| sums.valid().min),
        invalid: field(Field::Invalid),
        blank: field(Field::Blank),
        ballots: (sums.sheets > 0).then(|| sums.ballots().min),
        registered: field(Field::Registered),
    }
}

fn possible(interval: Interval) -> Possible {
    [interval.min, interval.max]
}

fn interval_totals(case: &Case<'_>) -> TotalsInterval {
    let sums = &case.totals;
    let field = |field| sums.field(field).map(possible);
    TotalsInterval {
        options: by_option(case, sums.options.iter().copied().map(possible)),
        valid: (sums.sheets > 0).then(|| possible(sums.valid())),
        invalid: field(Field::Invalid),
        blank: field(Field::Blank),
        ballots: (sums.sheets > 0).then(|| possible(sums.ballots())),
        registered: field(Field::Registered),
    }
}

fn outcome(case: &Case<'_>, missing: &MissingCapacity, held: &Outcome) -> OutcomeReport {
    use scrutineer_tally::Claim;
    let winners = match &held.standing {
        Some(Claim::Winners(options) | Claim::Runoff(options)) => case.option_ids(options),
        None => Vec::new(),
    };
    let shares = held.shares.iter().map(|share| {
        let bounded = held.missing.ceiling().is_some();
        ShareBounds {
            observed: (case.totals.sheets > 0).then_some(share.observed),
            min: bounded.then_some(share.min),
            max: bounded.then_some(share.max),
        }
    });
    let real = |value: scrutineer_model::Exact| Real::new(value.to_f64());
    OutcomeReport {
        register: missing.register.as_ref().map(ToString::to_string),
        lead: (!winners.is_empty()).then_some(held.lead),
        winners,
        runner_up: held.runner_up.map(|option| case.option_id(option)),
        missing_capacity: match held.missing {
            MissingVotes::AtMost(votes) => Extent::Known(votes),
            MissingVotes::Unbounded => Extent::Unbounded,
            MissingVotes::NotStated => Extent::NotStated,
        },
        capacity_rule: capacity_word(case.contest.capacity).to_owned(),
        decided: held.decided,
        shares: by_option(case, shares),
        needed_from_missing: held.break_even_turnout.map(|turnout| NeededFromMissing {
            turnout: Some(real(turnout)),
            share: held.needed.map(|needed| real(needed.share)),
        }),
    }
}

fn capacity_word(rule: scrutineer_model::CapacityRule) -> &'static str {
    use scrutineer_model::CapacityRule as Rule;
    match rule {
        Rule::Register => "register",
        Rule::BallotsIssued => "ballots-issued",
        Rule::LegalMaximum(_) => "legal-maximum",
        Rule::Unbounded => "unbounded",
        Rule::NotStated => "not-stated",
    }
}

fn standing(case: &Case<'_>) -> Standing {
    let bounded = case.missing().ceiling().is_some();
    let decided = case.outcome().is_some_and(|outcome| outcome.decided);
    let (verdict, id) = match () {
        () if !case.has_sheets() => (StandingVerdict::NoSheets, "standing-no-sheets"),
        () if decided && case.least_favourable.is_some() => {
            (StandingVerdict::Decided, "standing-decided")
        }
        () if bounded => (StandingVerdict::Undecided, "standing-undecided"),
        () => (StandingVerdict::NotBounded, "standing-not-bounded"),
    };
    Standing {
        verdict,
        statement: case.message(id),
    }
}

/// Leader and runner-up on the sheets.
fn pair(case: &Case<'_>) -> Option<(OptionIdx, OptionIdx)> {
    let outcome = case.outcome()?;
    outcome.standing.as_ref()?;
    Some((outcome.leader?, outcome.runner_up?))
}

fn false_needed(case: &Case<'_>) -> Result<Vec<SheetsFalseReport>, Overflow> {
    let mut found = Vec::new();
    let Some((leader, rival)) = pair(case) else {
        return Ok(found);
    };
    for (missing, _) in case
        .outcomes
        .iter()
        .filter(|(missing, _)| missing.reading == 0)
    {
        let (Some(register), Some(votes)) = (&missing.register, missing.votes.ceiling()) else {
            continue;
        };
        for held in sheets_false_needed(&case.observed, leader, rival, votes)? {
            use scrutineer_tally::MissingAssumption as Missing;
            let word = match held.assumption {
                Missing::SplitEven => "split-even",
                Missing::AsObserved => "as-observed",
                Missing::AllToRival => "all-to-runner-up",
            };
            for (change, needed) in [("any", held.extreme), ("moved", held.swap)] {
                found.push(SheetsFalseReport {
                    register: register.to_string(),
                    assumption: format!("{word}-{change}"),
                    sheets: needed.map(|needed| needed.sheets),
                    share: needed.map(|needed| Real::new(needed.share.to_f64())),
                    sample_95: needed.and_then(|needed| needed.sample_95),
                });
            }
        }
    }
    Ok(found)
}

fn imputed(case: &Case<'_>) -> Option<ImputationReport> {
    let (missing, _) = case
        .outcomes
        .iter()
        .find(|(missing, _)| missing.total.is_some())?;
    let votes = missing.votes.ceiling()?;
    let hierarchy = (!case.dataset.hierarchies().is_empty()).then(|| HierarchyIdx::new(0));
    let held = imputation(case.dataset, &case.observed, hierarchy, votes)?;
    let share = |option: &scrutineer_tally::ImputedOption| ImputedShare {
        share: Real::new(option.share),
        low: Real::new(option.low),
        high: Real::new(option.high),
    };
    let pair = pair(case);
    let sensitivity = SHIFTS.iter().filter_map(|&shift| {
        let (leader, rival) = pair?;
        let shifted = logit_shift(&case.observed, leader, rival, votes, shift)?;
        Some(SensitivityReport {
            shift: Real::new(shift),
            leader_share: Real::new(*shifted.shares.get(leader.get())?),
            runner_up_share: Real::new(*shifted.shares.get(rival.get())?),
        })
    });
    let changes_at =
        pair.and_then(|(leader, rival)| changing_shift(&case.observed, leader, rival, votes));
    Some(ImputationReport {
        register: missing.register.as_ref()?.to_string(),
        options: by_option(case, held.options.iter().map(share)),
        sensitivity: sensitivity.collect(),
        changes_at: changes_at.map(Real::new),
    })
}
