//! Answers whose condition a full count found to be false (`spec/verdict.md`).

use scrutineer_model::{Declaration, Evidence, Link, Message, Overflow, RiskBound, Value};
use scrutineer_tally::{Claim, ClaimAnswer, Interval, MissingVotes, Race, answer};

use super::case::Case;
use crate::report::{
    CountReport, DeclarationResult, FiguresVerdict, Standing, StandingVerdict, WinnerVerdict,
};

/// The count that overturned the outcome of a source; of several the one nearest to the ballots.
pub(crate) struct Overturned<'a> {
    bound: &'a RiskBound,
    /// What was found, with what was not counted; `None` where nobody says.
    race: Option<Race>,
    /// Who wins by the count, whatever was not counted.
    winners: Option<Claim>,
}

impl<'a> Overturned<'a> {
    pub(crate) fn new(case: &Case<'_>, evidence: &'a Evidence) -> Result<Option<Self>, Overflow> {
        let of_source = |bound: &&RiskBound| bound.overturned && bound.source == case.source.id;
        let bounds = evidence.risk_bounds.iter().filter(of_source);
        let Some(bound) = bounds.min_by_key(|bound| bound.link) else {
            return Ok(None);
        };
        let options = case.contest.options.len();
        let count = bound.count.as_ref();
        let count = count.filter(|held| held.votes.len() == options);
        let race = count.map(|held| {
            let votes = held.votes.iter().map(|&votes| Interval::exact(votes));
            Race::from_votes(votes.collect(), MissingVotes::AtMost(held.uncounted))
        });
        let rule = &case.contest.rule;
        let mut winners = None;
        if let (Some(race), Some(count)) = (&race, count) {
            let first = Claim::of_votes(rule, &count.votes);
            if let Some(claim) = first
                && answer(rule, race, &claim)? == ClaimAnswer::Supported
            {
                winners = Some(claim);
            }
        }
        Ok(Some(Self {
            bound,
            race,
            winners,
        }))
    }

    /// What was compared with the records, as a word of the message files.
    fn how(&self) -> &'static str {
        match self.bound.link {
            Link::BallotsToSheet => "boxes",
            Link::SheetToCopy => "copies",
            _ => "readings",
        }
    }

    fn winner_ids(&self, case: &Case<'_>) -> Vec<String> {
        match &self.winners {
            Some(Claim::Winners(options) | Claim::Runoff(options)) => case.option_ids(options),
            None => Vec::new(),
        }
    }

    pub(crate) fn report(&self, case: &Case<'_>) -> CountReport {
        let count = self.bound.count.as_ref();
        let votes = count.map(|held| {
            let options = case.contest.options.iter().zip(&held.votes);
            options
                .map(|(option, &votes)| (option.id.to_string(), votes))
                .collect()
        });
        CountReport {
            link: self.bound.link,
            looked_at: self.how().to_owned(),
            stations: self.bound.sample,
            votes: votes.unwrap_or_default(),
            uncounted: count.map(|held| held.uncounted),
            winners: self.winner_ids(case),
        }
    }

    fn message(&self, case: &Case<'_>, id: &str) -> Message {
        let mut message = case.message(id);
        // What the sheets said of these is overturned.
        for name in [
            "winners",
            "lead",
            "margin",
            "runner_up",
            "missing",
            "register",
        ] {
            message.args.remove(name);
        }
        let winners = self.winner_ids(case);
        if !winners.is_empty() {
            message = message.with("winners", Value::List(winners));
        }
        if let Some(count) = &self.bound.count {
            message = message.with("missing", count.uncounted);
        }
        message
            .with("how", self.how())
            .with("sample", self.bound.sample)
            .with("link", u32::from(self.bound.link.number()))
    }

    /// The links that the outcome of the count still rests on.
    fn links(&self) -> Vec<Link> {
        let all = [Link::BallotsToSheet, Link::SheetToCopy, Link::CopyToRecord];
        all.into_iter()
            .filter(|link| *link < self.bound.link)
            .collect()
    }

    pub(crate) fn standing(&self, case: &Case<'_>) -> Standing {
        let (verdict, id) = if self.winners.is_some() {
            (StandingVerdict::Decided, "standing-overturned-decided")
        } else {
            (StandingVerdict::Undecided, "standing-overturned-undecided")
        };
        Standing {
            verdict,
            statement: self.message(case, id),
        }
    }

    /// Puts the count in the place of the sheets.
    pub(crate) fn apply(
        &self,
        case: &Case<'_>,
        declaration: &Declaration,
        result: &mut DeclarationResult,
    ) -> Result<(), Overflow> {
        let rule = &case.contest.rule;
        let claim = Claim::declared(declaration, rule, case.contest.options.len());
        let verdict = match (&claim, &self.race) {
            (Some(claim), Some(race)) => match answer(rule, race, claim)? {
                ClaimAnswer::Supported => WinnerVerdict::Supported,
                ClaimAnswer::Contradicted => WinnerVerdict::Contradicted,
                ClaimAnswer::Undetermined => WinnerVerdict::Undetermined,
            },
            _ => WinnerVerdict::Undetermined,
        };
        let message = |id: &str| {
            let message = self
                .message(case, id)
                .with("declaration", declaration.id.as_str())
                .with("authority", declaration.authority.as_str());
            match &claim {
                Some(Claim::Winners(options) | Claim::Runoff(options)) if !options.is_empty() => {
                    message.with("declared_winners", Value::List(case.option_ids(options)))
                }
                _ => message,
            }
        };
        let winner = &mut result.winner;
        winner.answer = verdict;
        winner.depends_on = self.links();
        winner.condition = message("condition-overturned");
        winner.statement = message(match verdict {
            WinnerVerdict::Supported => "winner-overturned-supported",
            WinnerVerdict::Contradicted => "winner-overturned-contradicted",
            WinnerVerdict::Undetermined => "winner-overturned-undetermined",
        });
        winner.reasons = vec!["overturned".to_owned()];
        winner.explanations = vec![message("reason-overturned")];
        winner.would_change = vec![message("change-recount")];
        // Figures are those of sheets: a count of the boxes does not make false what they rest on.
        if self.bound.link != Link::BallotsToSheet {
            let figures = &mut result.figures;
            figures.votes = None;
            figures.reading = None;
            let answer = &mut figures.answer;
            answer.answer = FiguresVerdict::Undetermined;
            answer.depends_on = self.links();
            answer.condition = message("condition-overturned");
            answer.statement = message("figures-overturned");
            answer.reasons = vec!["overturned".to_owned()];
            answer.explanations = vec![message("reason-overturned")];
            answer.would_change = vec![message("change-recount"), message("change-breakdown")];
        }
        Ok(())
    }
}
