//! What follows from one source for one declaration, as the report has it.

use scrutineer_model::{Declaration, Exact, Message, Overflow, Real, RegisterKind, Scope};
use scrutineer_tally::{
    Alternative, Basis, Bound, Certificate, Count, MissingVotes, Reading, ReadingKind as Kind,
    RoundingPair, TargetKind, increment, joint, rounding_of,
};

use crate::report::{
    ById, CertificateReport, ChainOfEvidence, CoverageUse, DeclarationResult, IncrementReport,
    JointReport, ReadingAlternative, ReadingKind, ReadingReport, RoundingReport,
    RoundingTestReport, StrictReport,
};
use crate::rules::{Case, Decided, target_id};
use crate::run::Depth;

/// Decimals of a percentage that a declaration does not print, for the rounding test.
const DECIMALS: u32 = 1;

pub(crate) fn reading_kind(kind: Kind) -> ReadingKind {
    match kind {
        Kind::Electors => ReadingKind::Electors,
        Kind::Stations => ReadingKind::Tables,
        Kind::ValidVotes => ReadingKind::ValidVotes,
        Kind::Places => ReadingKind::Places,
        Kind::OwnTurnout => ReadingKind::OwnTurnout,
    }
}

struct Describe<'a> {
    case: &'a Case<'a>,
    declaration: &'a Declaration,
    decided: &'a Decided<'a>,
}

impl Decided<'_> {
    pub(crate) fn into_report(
        self,
        case: &Case<'_>,
        declaration: &Declaration,
        depth: Depth,
        chain: ChainOfEvidence,
    ) -> Result<DeclarationResult, Overflow> {
        let describe = Describe {
            case,
            declaration,
            decided: &self,
        };
        let strict = describe.strict();
        let possible = describe.possible();
        let readings = self
            .readings
            .iter()
            .map(|reading| describe.reading(reading))
            .collect();
        let consistent_up_to = describe.consistent_up_to();
        let joint = if depth == Depth::Full {
            describe.joint()?
        } else {
            Vec::new()
        };
        let rounding = if depth == Depth::Full {
            describe.rounding()?
        } else {
            None
        };
        let increment = describe.increment()?;
        Ok(DeclarationResult {
            source: case.source.id.to_string(),
            strict,
            possible,
            readings,
            joint,
            consistent_up_to,
            rounding,
            increment,
            chain,
            winner: self.winner,
            figures: self.figures,
        })
    }
}

impl Describe<'_> {
    fn id(&self, kind: TargetKind) -> String {
        target_id(self.case, self.declaration, kind)
    }

    fn by_target<T: Clone>(&self, values: &[T]) -> ById<T> {
        let ids = self
            .decided
            .targets
            .list
            .iter()
            .map(|target| self.id(target.kind));
        ids.zip(values.iter().cloned()).collect()
    }

    fn strict(&self) -> ById<StrictReport> {
        let reports = self.decided.strict.iter().map(|held| {
            let report = StrictReport {
                declared: Some(held.declared),
                observed: held.observed,
                shortfall: held.shortfall,
            };
            (self.id(held.kind), report)
        });
        reports.collect()
    }

    fn possible(&self) -> ById<Option<[Option<u64>; 2]>> {
        let missing = self.case.missing().ceiling();
        let targets = self.decided.targets.list.iter().zip(&self.decided.least);
        targets
            .map(|(target, least)| {
                let most = missing.map(|missing| target.observed.saturating_add(missing));
                let known = least.is_some() || most.is_some();
                (self.id(target.kind), known.then_some([*least, most]))
            })
            .collect()
    }

    fn coverage_use(&self, bound: &Bound) -> Option<CoverageUse> {
        Some(CoverageUse {
            coverage: bound.coverage?,
            minimum: self.by_target(&bound.minimum),
            minimum_votes: self.by_target(&bound.minimum_votes),
            shortfall: self.by_target(&bound.shortfall),
        })
    }

    fn reading(&self, reading: &Reading) -> ReadingReport {
        let largest =
            |held: &Alternative| held.favourable.shortfall.iter().copied().max().unwrap_or(0);
        let usable = reading
            .alternatives
            .iter()
            .filter(|held| held.admissible && held.applies != scrutineer_model::Applies::No);
        let main = reading.alternatives.first();
        let fixed_by = match reading.kind {
            Kind::OwnTurnout => Some(Message::new("fixed-by-turnout")),
            Kind::Electors if self.declaration.coverage.electors.is_some() => {
                Some(Message::new("fixed-by-electors"))
            }
            _ => None,
        };
        ReadingReport {
            reading: reading_kind(reading.kind),
            admissible: reading.alternatives.iter().any(|held| held.admissible),
            fixed_by,
            as_printed: main.and_then(|held| self.coverage_use(&held.as_printed)),
            favourable: main.and_then(|held| self.coverage_use(&held.favourable)),
            alternatives: reading
                .alternatives
                .iter()
                .skip(1)
                .map(|held| self.alternative(held))
                .collect(),
            least_shortfall: usable.map(largest).min(),
        }
    }

    fn alternative(&self, held: &Alternative) -> ReadingAlternative {
        let (register, source) = match &held.basis {
            Basis::Register(id, reading) => {
                let registers = self.case.contest.registers.iter();
                let found = registers
                    .filter(|register| register.id == *id)
                    .find_map(|register| register.total.readings().nth(*reading));
                (
                    id.to_string(),
                    found.map_or(String::new(), |found| found.source.clone()),
                )
            }
            Basis::Declaration => ("declaration".to_owned(), self.declaration.id.to_string()),
            Basis::OfficialList => ("official-list".to_owned(), String::new()),
        };
        ReadingAlternative {
            register,
            total: held.total,
            source,
            as_printed: self.coverage_use(&held.as_printed),
            favourable: self.coverage_use(&held.favourable),
        }
    }

    fn consistent_up_to(&self) -> ById<Option<Exact>> {
        let readings = self.decided.readings.iter();
        readings
            .filter(|reading| reading.kind != Kind::OwnTurnout)
            .map(|reading| {
                let main = reading.alternatives.first();
                let word = reading_kind(reading.kind).word().to_owned();
                (word, main.map(|held| held.consistent_up_to))
            })
            .collect()
    }

    /// The joint bound of the readings that are shares of electors, with the main register total.
    fn joint(&self) -> Result<Vec<JointReport>, Overflow> {
        let mut found = Vec::new();
        let whole = self.declaration.scope == Scope::All;
        let bounded = matches!(self.case.missing(), MissingVotes::AtMost(_));
        if !whole || !bounded || self.decided.targets.of_options().count() < 2 {
            return Ok(found);
        }
        let electors = [Kind::Electors, Kind::OwnTurnout];
        for reading in self
            .decided
            .readings
            .iter()
            .filter(|held| electors.contains(&held.kind))
        {
            let Some(main) = reading.alternatives.first() else {
                continue;
            };
            for (bound, favourable) in [(&main.as_printed, false), (&main.favourable, true)] {
                for turnout_cap in self.turnout_caps()? {
                    let counted = Exact::from(main.total).checked_sub(bound.not_counted)?;
                    let count = Count {
                        counted,
                        total: main.total,
                        turnout_cap,
                        // A larger reading of a figure helps one that is too small and hurts one
                        // that is too large, so none favours the declaration; the chosen ones hold.
                        favourable: false,
                    };
                    let certificate = joint(&self.decided.observed, &self.decided.targets, count)?;
                    found.push(JointReport {
                        favourable,
                        ..self.joint_report(reading.kind, &certificate)
                    });
                }
            }
        }
        Ok(found)
    }

    /// Every missing elector voted, and as many as on the sheets.
    fn turnout_caps(&self) -> Result<Vec<Exact>, Overflow> {
        let mut caps = vec![Exact::ONE];
        let registered = self.decided.observed.registered_sum();
        let ballots = self.case.totals.ballots().max;
        if registered > ballots {
            caps.push(Exact::from(ballots).checked_div(Exact::from(registered))?);
        }
        Ok(caps)
    }

    fn joint_report(&self, kind: Kind, certificate: &Certificate) -> JointReport {
        let multipliers = certificate.multipliers.iter();
        JointReport {
            reading: reading_kind(kind),
            turnout_cap: certificate.count.turnout_cap,
            contradicting_votes: certificate.value,
            votes: certificate.votes,
            favourable: certificate.count.favourable,
            certificate: CertificateReport {
                multipliers: multipliers
                    .map(|held| (self.id(held.kind), held.value))
                    .collect(),
                threshold: Some(certificate.threshold),
                counted: certificate.count.counted,
                missing: certificate.unobserved,
                constant: certificate.constant,
                threshold_term: certificate.threshold_term,
                sheets_term: certificate.sheets_term,
                missing_term: certificate.unobserved_term,
                sheets_counted: certificate.sheets_counted,
            },
        }
    }

    fn rounding(&self) -> Result<Option<RoundingReport>, Overflow> {
        let options = self.case.contest.options.len();
        let printed = self
            .declaration
            .options
            .iter()
            .filter_map(|held| held.percent);
        let decimals = printed
            .map(scrutineer_model::PrintedPercent::decimals)
            .max();
        let Some(result) = rounding_of(self.declaration, options, decimals.unwrap_or(DECIMALS))?
        else {
            return Ok(None);
        };
        let tests = result.tests.iter().map(|held| RoundingTestReport {
            pair: self.pair(held.pair),
            decimals: held.test.decimals,
            distance: held.test.distance,
            p: Real::new(held.test.p.to_f64()),
        });
        Ok(Some(RoundingReport {
            tests: tests.collect(),
            joint_p: result.joint_p.map(Real::new),
            looks: u32::try_from(result.looks).unwrap_or(u32::MAX),
            adjusted_p: Some(Real::new(result.adjusted_p)),
        }))
    }

    fn pair(&self, pair: RoundingPair) -> String {
        match pair {
            RoundingPair::Votes(at) => self.id(TargetKind::Declared(at)),
            RoundingPair::ValidOfVoters => "valid-of-voters".to_owned(),
            RoundingPair::InvalidOfVoters => "invalid-of-voters".to_owned(),
            RoundingPair::VotersOfCounted => "voters-of-counted".to_owned(),
            RoundingPair::VotersOfRegistered => "voters-of-registered".to_owned(),
            RoundingPair::CountedOfRegistered => "counted-of-registered".to_owned(),
            RoundingPair::StationsOfTotal => "stations-of-total".to_owned(),
        }
    }

    fn increment(&self) -> Result<Option<IncrementReport>, Overflow> {
        let Some(follows) = &self.declaration.follows else {
            return Ok(None);
        };
        let declarations = self.case.dataset.declarations();
        let Some(from) = declarations.iter().find(|held| held.id == *follows) else {
            return Ok(None);
        };
        let newly = match (self.counted(from)?, self.counted(self.declaration)?) {
            (Some(before), Some(after)) => Some(after.checked_sub(before)?),
            _ => None,
        };
        let held = increment(from, self.declaration, newly)?;
        let change = |value: i128| i64::try_from(value).unwrap_or(i64::MAX);
        let options = held.options.iter().map(|option| {
            let kind = TargetKind::Declared(option.position);
            (target_id(self.case, from, kind), change(option.change))
        });
        Ok(Some(IncrementReport {
            from: from.id.to_string(),
            options: options.collect(),
            total: change(held.total),
            capacity: newly.and_then(|newly| u64::try_from(newly.floor()).ok()),
            feasible: held.feasible,
        }))
    }

    /// Electors counted by a declaration: stated, else its coverage of the main register total.
    fn counted(&self, declaration: &Declaration) -> Result<Option<Exact>, Overflow> {
        if let Some(electors) = &declaration.coverage.electors {
            return Ok(Some(Exact::from(electors.value())));
        }
        let main = self
            .case
            .contest
            .registers_of(RegisterKind::Electors)
            .next();
        match (main, declaration.coverage.printed) {
            (Some(main), Some(printed)) => Exact::from(main.total.value())
                .checked_mul(printed.share())
                .map(Some),
            _ => Ok(None),
        }
    }
}
