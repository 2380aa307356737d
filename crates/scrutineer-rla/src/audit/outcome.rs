//! The outcome that an audit is about: a rule, the votes, and the claims that make it right.

use scrutineer_model::{Code, Dataset, Exact, Message, OptionIdx, OutcomeRule, Scope, SheetSet};
use scrutineer_tally::Claim as Outcome;
use serde::{Deserialize, Serialize};

use super::refused::Refused;
use crate::assertion::{Assertion, Share, SocialError, below_threshold, plurality, threshold};

/// A rule as a plan keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum RuleSpec {
    /// The `winners` options with most votes.
    Plurality {
        /// At least 1.
        winners: u16,
    },
    /// More than `share`, else the `runoff` first meet again.
    Majority {
        /// Numerator and denominator.
        share: [u32; 2],
        /// How many meet again.
        runoff: u16,
    },
    /// Everybody with at least `share`.
    Threshold {
        /// Numerator and denominator.
        share: [u32; 2],
    },
}

impl RuleSpec {
    /// The rule of a contest; `None` for rules that no audit knows.
    pub fn of(rule: &OutcomeRule) -> Option<Self> {
        let pair = |share: &Exact| {
            let part = u32::try_from(share.numerator()).ok()?;
            Some([part, u32::try_from(share.denominator()).ok()?])
        };
        match rule {
            OutcomeRule::Plurality { winners } => Some(Self::Plurality { winners: *winners }),
            OutcomeRule::Majority { share, runoff } => Some(Self::Majority {
                share: pair(share)?,
                runoff: *runoff,
            }),
            OutcomeRule::Threshold { share } => Some(Self::Threshold {
                share: pair(share)?,
            }),
            _ => None,
        }
    }

    /// The rule of the model; `None` where a share is none.
    pub fn to_rule(self) -> Option<OutcomeRule> {
        let share = |[part, whole]: [u32; 2]| Exact::new(part.into(), whole.into());
        Some(match self {
            Self::Plurality { winners } => OutcomeRule::Plurality { winners },
            Self::Majority {
                share: pair,
                runoff,
            } => OutcomeRule::Majority {
                share: share(pair)?,
                runoff,
            },
            Self::Threshold { share: pair } => OutcomeRule::Threshold {
                share: share(pair)?,
            },
        })
    }
}

/// The options that win (or meet again, or pass) by the votes, in ballot order, and the claims that are all
/// true if and only if they do.
///
/// # Errors
/// For a tie, a rule that no audit knows, and a contest in which nobody can lose.
pub fn assertions_of(
    rule: RuleSpec,
    votes: &[u64],
) -> Result<(Vec<usize>, Vec<Assertion>), Refused> {
    let nothing = || Refused::because(Message::new("rla-error-rule"));
    let outcome = rule
        .to_rule()
        .and_then(|rule| Outcome::of_votes(&rule, votes))
        .ok_or_else(|| Refused::because(Message::new("rla-error-tie")))?;
    let count = votes.len();
    let indices = |options: &[OptionIdx]| -> Vec<usize> {
        options.iter().map(|option| option.get()).collect()
    };
    let share = |[part, whole]: [u32; 2]| Share::new(part, whole).ok_or_else(nothing);
    let failed = |_: SocialError| nothing();
    match (rule, outcome) {
        (RuleSpec::Plurality { .. }, Outcome::Winners(options)) => {
            let winners = indices(&options);
            let assertions = plurality(count, &winners, 1).map_err(failed)?;
            Ok((winners, assertions))
        }
        (RuleSpec::Majority { share: pair, .. }, Outcome::Winners(options))
            if !options.is_empty() =>
        {
            let winners = indices(&options);
            let limit = share(pair)?;
            let above = winners
                .iter()
                .map(|&winner| threshold(count, winner, limit).map_err(failed));
            let assertions = above.collect::<Result<_, _>>()?;
            Ok((winners, assertions))
        }
        (
            RuleSpec::Majority { share: pair, .. },
            Outcome::Runoff(options) | Outcome::Winners(options),
        ) => {
            let advance = indices(&options);
            let limit = share(pair)?;
            let mut assertions = Vec::new();
            if !advance.is_empty() && advance.len() < count {
                assertions = plurality(count, &advance, 1).map_err(failed)?;
            }
            for option in 0..count {
                // Who is behind another that is below the limit is below it too.
                if advance.is_empty() || advance.contains(&option) {
                    assertions.push(below_threshold(count, option, limit).map_err(failed)?);
                }
            }
            Ok((advance, assertions))
        }
        (RuleSpec::Threshold { share: pair }, Outcome::Winners(options)) => {
            let winners = indices(&options);
            let limit = share(pair)?;
            let side = |option| {
                if winners.contains(&option) {
                    threshold(count, option, limit)
                } else {
                    below_threshold(count, option, limit)
                }
            };
            let assertions = (0..count).map(|option| side(option).map_err(failed));
            let assertions = assertions.collect::<Result<_, _>>()?;
            Ok((winners, assertions))
        }
        _ => Err(nothing()),
    }
}

/// What a declaration says who wins (or meets again, or passes).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredOutcome {
    /// The declaration.
    pub declaration: Code,
    /// The options, in ballot order; none: nobody does.
    pub options: Vec<Code>,
}

impl DeclaredOutcome {
    /// Whether it names no other outcome than that of the records. Of several that win together, or meet again, it may
    /// name only some; a threshold passes exactly those that it names.
    pub fn is_of(&self, outcome: &[Code], rule: RuleSpec) -> bool {
        let least = match rule {
            RuleSpec::Plurality { .. } => 1,
            // One alone would have won.
            RuleSpec::Majority { .. } => 2,
            RuleSpec::Threshold { .. } => usize::MAX,
        };
        let is_part = || self.options.iter().all(|option| outcome.contains(option));
        self.options == outcome || (self.options.len() >= least && is_part())
    }
}

/// What every declaration about the whole contest of a set of sheets says who wins, in the order of the folder; those that
/// say neither that nor votes from which it follows are left out. An audit asks about the outcome of the records, whatever
/// was declared.
pub fn declared_outcomes(dataset: &Dataset, set: &SheetSet) -> Vec<DeclaredOutcome> {
    let contest = dataset.contest(set.contest());
    let declarations = dataset.declarations().iter();
    declarations
        .filter(|held| held.contest == set.contest() && held.scope == Scope::All)
        .filter_map(|held| {
            let claim = Outcome::declared(held, &contest.rule, contest.options.len())?;
            let (Outcome::Winners(options) | Outcome::Runoff(options)) = claim;
            let id = |option: &OptionIdx| Some(contest.options.get(option.get())?.id.clone());
            Some(DeclaredOutcome {
                declaration: held.id.clone(),
                options: options.iter().filter_map(id).collect(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assertion::Claim;

    const HALF: [u32; 2] = [1, 2];

    #[test]
    fn a_tie_and_a_contest_without_a_loser_are_refused() {
        let rule = RuleSpec::Plurality { winners: 1 };
        let id = |votes: &[u64]| {
            let refused = assertions_of(rule, votes).unwrap_err();
            refused.problems[0].message.id.clone()
        };
        assert_eq!(id(&[5, 5, 1]), "rla-error-tie");
        assert_eq!(id(&[0, 0]), "rla-error-tie");
        assert_eq!(id(&[5]), "rla-error-rule");
    }

    #[test]
    fn a_run_off_needs_both_ahead_and_nobody_above_half() {
        let rule = RuleSpec::Majority {
            share: HALF,
            runoff: 2,
        };
        let (advance, assertions) = assertions_of(rule, &[40, 35, 25]).unwrap();
        assert_eq!(advance, [0, 1]);
        assert_eq!(assertions.len(), 4);
        let (winners, assertions) = assertions_of(rule, &[60, 35, 5]).unwrap();
        assert_eq!(winners, [0]);
        assert!(matches!(
            assertions[0].claim(),
            Claim::Above { option: 0, .. }
        ));
    }

    #[test]
    fn some_of_several_winners_are_no_other_outcome_but_some_of_those_that_pass_are() {
        let two = RuleSpec::Plurality { winners: 2 };
        let of_two = RuleSpec::Majority {
            share: HALF,
            runoff: 2,
        };
        let of_three = RuleSpec::Majority {
            share: HALF,
            runoff: 3,
        };
        let tenth = RuleSpec::Threshold { share: [1, 10] };
        let codes = |ids: &str| -> Vec<Code> {
            ids.split_terminator(' ')
                .map(|id| Code::parse(id).unwrap())
                .collect()
        };
        for (rule, records, declared, is_same) in [
            (two, "A B", "A B", true),
            (two, "A B", "B", true),
            (two, "A B", "C", false),
            (two, "A B", "A C", false),
            (two, "A B", "", false),
            (RuleSpec::Plurality { winners: 1 }, "A", "A B", false),
            // Who wins outright is another outcome than a run-off with the same one in it.
            (of_two, "A B", "A", false),
            (of_two, "A", "A B", false),
            (of_two, "A B", "A B", true),
            (of_three, "A B C", "A C", true),
            (of_three, "A B C", "A D", false),
            (tenth, "A B", "A", false),
            (tenth, "", "", true),
        ] {
            let held = DeclaredOutcome {
                declaration: Code::parse("final").unwrap(),
                options: codes(declared),
            };
            let found = held.is_of(&codes(records), rule);
            assert_eq!(found, is_same, "{rule:?} {records} {declared}");
        }
    }

    #[test]
    fn every_option_is_on_its_side_of_a_threshold() {
        let rule = RuleSpec::Threshold { share: [1, 10] };
        let (pass, assertions) = assertions_of(rule, &[50, 45, 5]).unwrap();
        assert_eq!(pass, [0, 1]);
        assert!(matches!(
            assertions[2].claim(),
            Claim::Below { option: 2, .. }
        ));
    }
}
