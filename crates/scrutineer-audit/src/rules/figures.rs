//! The second answer: do the declared figures agree with the evidence?

use scrutineer_model::{
    Applies, Declaration, DeclaredTarget, Exact, Link, Message, Overflow, Value,
};
use scrutineer_tally::{
    Alternative, MissingVotes, Observed, Reading, ReadingKind, Strict, Target, TargetKind, Targets,
};

use super::case::Case;
use super::shares;
use crate::describe::reading_kind;
use crate::report::{Answer, FiguresAnswer, FiguresVerdict};

/// A declaration beside the sheets.
pub(super) struct Compared<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) declaration: &'a Declaration,
    pub(super) targets: &'a Targets,
    pub(super) strict: &'a [Strict],
    pub(super) readings: &'a [Reading],
}

/// What a rule decided, before words.
pub(super) struct Decision {
    pub(super) verdict: FiguresVerdict,
    pub(super) reason: &'static str,
    pub(super) votes: Option<u64>,
    /// The reading that the declaration's own figures fix, where it alone decides.
    pub(super) reading: Option<ReadingKind>,
    /// The figure that shows it best.
    pub(super) shown: Option<Shown>,
}

/// One figure with the bound that it is outside of.
pub(super) struct Shown {
    pub(super) target: String,
    pub(super) declared: Option<u64>,
    pub(super) minimum: Option<u64>,
    pub(super) observed: u64,
    pub(super) possible_max: Option<u64>,
}

impl Decision {
    pub(super) fn plain(verdict: FiguresVerdict, reason: &'static str) -> Self {
        Self {
            verdict,
            reason,
            votes: None,
            reading: None,
            shown: None,
        }
    }
}

/// A reading at the end and with the total that favour the declaration.
struct Favourable<'a> {
    kind: ReadingKind,
    alternative: &'a Alternative,
    shortfall: u64,
}

impl Compared<'_> {
    /// The rule `figures` of `spec/verdict.md`, and per target the least votes that the reading
    /// which decides requires.
    pub(super) fn figures(
        &self,
        observed: &Observed,
    ) -> Result<(FiguresAnswer, Vec<Option<u64>>), Overflow> {
        let favourable = self.favourable();
        let decision = if !self.case.has_sheets() {
            Decision::plain(FiguresVerdict::Undetermined, "no-sheets")
        } else if self.targets.list.is_empty() {
            shares::by_shares(self.case, self.declaration, observed)?
        } else if self.declaration.coverage.claims_all() {
            self.complete(observed)
        } else {
            self.partial(observed, &favourable)
        };
        let deciding = deciding(&favourable, decision.reading);
        let least = self.targets.list.iter().enumerate().map(|(at, target)| {
            if self.declaration.coverage.claims_all() {
                Some(target.observed)
            } else {
                deciding.and_then(|held| held.alternative.favourable.minimum_votes.get(at).copied())
            }
        });
        Ok((self.answer(&decision), least.collect()))
    }

    /// Every sheet is claimed to be inside.
    fn complete(&self, observed: &Observed) -> Decision {
        let missing = self.case.missing();
        let below = self
            .strict
            .iter()
            .map(|strict| strict.shortfall)
            .max()
            .unwrap_or(0);
        if missing == MissingVotes::AtMost(0) {
            return self.both_complete(observed);
        }
        if below > 0 {
            return Decision {
                votes: Some(below),
                shown: self.worst(
                    |at| self.strict.get(at).map_or(0, |held| held.shortfall),
                    observed,
                ),
                ..Decision::plain(FiguresVerdict::Infeasible, "below-the-sheets")
            };
        }
        self.above(observed)
            .unwrap_or_else(|| match missing.ceiling() {
                None if self
                    .targets
                    .list
                    .iter()
                    .any(|target| self.excess(target, observed) > 0) =>
                {
                    Decision::plain(FiguresVerdict::Undetermined, "not-bounded")
                }
                _ => Decision::plain(FiguresVerdict::Consistent, "all-possible"),
            })
    }

    /// Sheets and declaration are complete: the numbers are the same or they differ.
    fn both_complete(&self, observed: &Observed) -> Decision {
        let distance = |target: &Target| {
            let below = target.observed.saturating_sub(target.declared_most);
            below.max(self.excess(target, observed))
        };
        let distances: Vec<u64> = self.targets.list.iter().map(distance).collect();
        let largest = distances.iter().copied().max().unwrap_or(0);
        if largest == 0 {
            return Decision::plain(FiguresVerdict::Consistent, "equal");
        }
        // A vote moved from one option to another changes two figures.
        let sum = distances
            .iter()
            .fold(0u64, |sum, &distance| sum.saturating_add(distance));
        Decision {
            votes: Some(largest.max(sum.div_ceil(2))),
            shown: self.worst(|at| distances.get(at).copied().unwrap_or(0), observed),
            ..Decision::plain(FiguresVerdict::Differs, "numbers-differ")
        }
    }

    /// Declared votes beyond the sheets, by the reading of the figure that favours the declaration.
    fn excess(&self, target: &Target, observed: &Observed) -> u64 {
        let figure = match target.kind {
            TargetKind::Declared(at) => self
                .declaration
                .options
                .get(at)
                .and_then(|held| held.votes.as_ref()),
            TargetKind::Invalid => self.declaration.invalid.as_ref(),
            TargetKind::Blank => self.declaration.blank.as_ref(),
        };
        let least = figure.and_then(|figure| figure.readings().map(|held| held.value).min());
        least
            .unwrap_or(target.declared)
            .saturating_sub(self.most_observed(target, observed))
    }

    /// The votes of the sheets with the largest of rival readings.
    fn most_observed(&self, target: &Target, observed: &Observed) -> u64 {
        let TargetKind::Declared(at) = target.kind else {
            return target.observed;
        };
        let Some(declared) = self.declaration.options.get(at) else {
            return target.observed;
        };
        let whole = observed.stations.len() == self.case.observed.stations.len();
        if !whole {
            return target.observed;
        }
        let options = declared.target.options().iter();
        options
            .filter_map(|option| observed.totals.get(option.get()))
            .map(|votes| votes.max)
            .sum()
    }

    /// The options have more votes together than the sheets and all that is missing.
    fn above(&self, observed: &Observed) -> Option<Decision> {
        let ceiling = self.case.missing().ceiling()?;
        let excess = |target: &Target| match target.kind {
            TargetKind::Declared(_) => self.excess(target, observed),
            _ => 0,
        };
        let sum = self
            .targets
            .list
            .iter()
            .fold(0u64, |sum, target| sum.saturating_add(excess(target)));
        if sum <= ceiling {
            return None;
        }
        Some(Decision {
            votes: Some(sum - ceiling),
            shown: self.worst(|at| self.targets.list.get(at).map_or(0, excess), observed),
            ..Decision::plain(FiguresVerdict::Infeasible, "above-the-missing")
        })
    }

    /// A coverage is announced: every reading of it.
    fn partial(&self, observed: &Observed, favourable: &[Favourable<'_>]) -> Decision {
        let infeasible = favourable.iter().filter(|held| held.shortfall > 0);
        let smallest = infeasible.clone().min_by_key(|held| held.shortfall);
        let computed = |kind| favourable.iter().any(|held| held.kind == kind);
        let three = [
            ReadingKind::Electors,
            ReadingKind::Stations,
            ReadingKind::ValidVotes,
        ];
        let all = infeasible.count() == favourable.len() && three.into_iter().all(computed);
        let own = favourable
            .iter()
            .find(|held| held.kind == ReadingKind::OwnTurnout && held.shortfall > 0);
        if let (Some(held), true) = (smallest, all) {
            return self.short(held, "every-reading", None, observed);
        }
        if let Some(held) = own {
            return self.short(held, "own-turnout", Some(held.kind), observed);
        }
        if let Some(decision) = self.above(observed) {
            return decision;
        }
        if smallest.is_some() {
            return Decision::plain(FiguresVerdict::Undetermined, "depends-on-reading");
        }
        if favourable.is_empty() {
            return Decision::plain(FiguresVerdict::Undetermined, "no-reading");
        }
        let needs_bound = self
            .targets
            .list
            .iter()
            .any(|target| self.excess(target, observed) > 0);
        if needs_bound && self.case.missing().ceiling().is_none() {
            return Decision::plain(FiguresVerdict::Undetermined, "not-bounded");
        }
        Decision::plain(FiguresVerdict::Consistent, "all-possible")
    }

    fn short(
        &self,
        held: &Favourable<'_>,
        reason: &'static str,
        reading: Option<ReadingKind>,
        observed: &Observed,
    ) -> Decision {
        let bound = &held.alternative.favourable;
        let shown = self.worst(|at| bound.shortfall.get(at).copied().unwrap_or(0), observed);
        let minimum =
            self.targets
                .list
                .iter()
                .zip(&bound.minimum_votes)
                .find_map(|(target, minimum)| {
                    let same = shown
                        .as_ref()
                        .is_some_and(|shown| shown.target == self.target_id(target));
                    same.then_some(*minimum)
                });
        Decision {
            verdict: FiguresVerdict::Infeasible,
            reason,
            votes: Some(held.shortfall),
            reading,
            shown: shown.map(|shown| Shown { minimum, ..shown }),
        }
    }

    /// Every reading that can be computed and that the rounded turnout allows, by the total of the
    /// register that favours the declaration among those that apply or may.
    fn favourable(&self) -> Vec<Favourable<'_>> {
        let largest =
            |held: &Alternative| held.favourable.shortfall.iter().copied().max().unwrap_or(0);
        self.readings
            .iter()
            .filter_map(|reading| {
                let usable = reading.alternatives.iter();
                let alternative = usable
                    .filter(|held| held.admissible && held.applies != Applies::No)
                    .min_by_key(|held| largest(held))?;
                let shortfall = largest(alternative);
                Some(Favourable {
                    kind: reading.kind,
                    alternative,
                    shortfall,
                })
            })
            .collect()
    }

    pub(super) fn target_id(&self, target: &Target) -> String {
        target_id(self.case, self.declaration, target.kind)
    }

    fn worst(&self, by: impl Fn(usize) -> u64, observed: &Observed) -> Option<Shown> {
        let (at, target) = self
            .targets
            .list
            .iter()
            .enumerate()
            .max_by(|(a, _), (b, _)| by(*a).cmp(&by(*b)).then_with(|| b.cmp(a)))?;
        let most = self.most_observed(target, observed);
        (by(at) > 0).then(|| Shown {
            target: self.target_id(target),
            declared: Some(target.declared),
            minimum: None,
            observed: target.observed,
            possible_max: self
                .case
                .missing()
                .ceiling()
                .map(|missing| most.saturating_add(missing)),
        })
    }

    fn answer(&self, decision: &Decision) -> FiguresAnswer {
        let reading = decision.reading.map(|kind| reading_kind(kind).word());
        let message = |id: &str| {
            let mut message = self
                .case
                .message(id)
                .with("declaration", self.declaration.id.as_str())
                .with("authority", self.declaration.authority.as_str());
            if let Some(votes) = decision.votes {
                message = message.with("votes", votes);
                if !self.case.standing().is_empty() {
                    let smaller = votes < self.case.lead();
                    message =
                        message.with("compared", if smaller { "smaller" } else { "reaching" });
                }
            }
            if let Some(reading) = reading {
                message = message.with("reading", reading);
            }
            if let Some(shown) = &decision.shown {
                message = message
                    .with("target", shown.target.as_str())
                    .with("observed", shown.observed);
                for (name, value) in [
                    ("declared", shown.declared),
                    ("minimum", shown.minimum),
                    ("possible_max", shown.possible_max),
                ] {
                    message = value.map_or(message.clone(), |value| {
                        message.with(name, Value::from(value))
                    });
                }
            }
            message
        };
        let statement = match (decision.verdict, reading) {
            (FiguresVerdict::Consistent, _) => "figures-consistent",
            (FiguresVerdict::Differs, _) => "figures-differs",
            (FiguresVerdict::Infeasible, Some(_)) => "figures-infeasible-reading",
            (FiguresVerdict::Infeasible, None) => "figures-infeasible",
            (FiguresVerdict::Undetermined, _) => "figures-undetermined",
        };
        FiguresAnswer {
            answer: Answer {
                answer: decision.verdict,
                depends_on: vec![Link::SheetToCopy, Link::CopyToRecord],
                condition: message("condition-figures"),
                statement: message(statement),
                reasons: vec![decision.reason.to_owned()],
                explanations: vec![message(&format!("reason-{}", decision.reason))],
                would_change: would_change(decision),
            },
            votes: decision.votes,
            reading: reading.map(ToOwned::to_owned),
        }
    }
}

/// The reading that the possible ranges are printed for: the one that decides, else the one that
/// asks least of the declaration.
fn deciding<'b>(
    favourable: &'b [Favourable<'b>],
    reading: Option<ReadingKind>,
) -> Option<&'b Favourable<'b>> {
    let fixed = favourable.iter().find(|held| Some(held.kind) == reading);
    let sum = |held: &Favourable<'_>| {
        held.alternative
            .favourable
            .minimum
            .iter()
            .try_fold(Exact::ZERO, |sum, minimum| sum.checked_add(*minimum))
            .ok()
    };
    fixed.or_else(|| favourable.iter().min_by_key(|held| sum(held)))
}

fn would_change(decision: &Decision) -> Vec<Message> {
    let ids: &[&str] = match (decision.verdict, decision.reason) {
        (_, "depends-on-reading" | "no-reading") => &[
            "change-coverage-meaning",
            "change-breakdown",
            "change-sheets",
        ],
        (FiguresVerdict::Undetermined, _) => {
            &["change-capacity", "change-breakdown", "change-sheets"]
        }
        (FiguresVerdict::Consistent, _) => &["change-breakdown", "change-copies"],
        _ => &["change-copies", "change-breakdown", "change-register"],
    };
    ids.iter().map(|id| Message::new(*id)).collect()
}

/// The public id of a declared number: an option, a group, `invalid` or `blank`.
pub(crate) fn target_id(case: &Case<'_>, declaration: &Declaration, kind: TargetKind) -> String {
    match kind {
        TargetKind::Declared(at) => match declaration.options.get(at).map(|held| &held.target) {
            Some(DeclaredTarget::Option(option)) => case.option_id(*option),
            Some(DeclaredTarget::Group { id, .. }) => id.to_string(),
            None => String::new(),
        },
        TargetKind::Invalid => "invalid".to_owned(),
        TargetKind::Blank => "blank".to_owned(),
    }
}
