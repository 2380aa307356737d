//! One source, with everything that both answers ask of it.

use scrutineer_model::{
    Applies, Contest, Dataset, Message, OptionIdx, Overflow, SheetSet, Source, Value,
};
use scrutineer_tally::{
    Claim, Coverage, MissingCapacity, MissingVotes, Observed, Outcome, Totals, coverage,
    missing_capacity, outcome,
};

pub(crate) struct Case<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) set: &'a SheetSet,
    pub(crate) source: &'a Source,
    pub(crate) contest: &'a Contest,
    pub(crate) totals: Totals,
    pub(crate) coverage: Coverage,
    pub(crate) observed: Observed,
    /// By every value of the register, with its outcome.
    pub(crate) outcomes: Vec<(MissingCapacity, Outcome)>,
    /// Position in `outcomes` of the least favourable among those that apply or may.
    pub(crate) least_favourable: Option<usize>,
}

impl<'a> Case<'a> {
    pub(crate) fn new(
        dataset: &'a Dataset,
        set: &'a SheetSet,
        totals: Totals,
    ) -> Result<Self, Overflow> {
        let contest = dataset.contest(set.contest());
        let observed = Observed::new(dataset, set);
        let mut outcomes = Vec::new();
        for missing in missing_capacity(dataset, set, &observed) {
            let outcome = outcome(&contest.rule, &observed, &missing)?;
            outcomes.push((missing, outcome));
        }
        let least_favourable = outcomes
            .iter()
            .enumerate()
            .filter(|(_, (missing, _))| missing.applies != Applies::No)
            // A number orders before no bound; of equal bounds the first, the main one, stays.
            .max_by(|(at, (a, _)), (other, (b, _))| {
                a.votes.cmp(&b.votes).then_with(|| other.cmp(at))
            })
            .map(|(at, _)| at);
        Ok(Self {
            dataset,
            set,
            source: dataset.source(set.source()),
            contest,
            coverage: coverage(dataset, set),
            totals,
            observed,
            outcomes,
            least_favourable,
        })
    }

    /// What is missing by the least favourable register total; not stated where none applies.
    pub(crate) fn missing(&self) -> MissingVotes {
        self.least_favourable
            .and_then(|at| self.outcomes.get(at))
            .map_or(MissingVotes::NotStated, |(missing, _)| missing.votes)
    }

    /// The register total that the answers rest on.
    pub(crate) fn register(&self) -> Option<String> {
        let (missing, _) = self.outcomes.get(self.least_favourable?)?;
        missing.register.as_ref().map(ToString::to_string)
    }

    /// The outcome that the answers rest on; without any, the first one for what the sheets show.
    pub(crate) fn outcome(&self) -> Option<&Outcome> {
        let at = self.least_favourable.unwrap_or(0);
        self.outcomes.get(at).map(|(_, outcome)| outcome)
    }

    /// Votes between the last winner and the first option that does not win, on the sheets.
    pub(crate) fn lead(&self) -> u64 {
        self.outcome().map_or(0, |outcome| outcome.lead)
    }

    pub(crate) fn has_sheets(&self) -> bool {
        self.totals.complete > 0
    }

    pub(crate) fn option_ids(&self, options: &[OptionIdx]) -> Vec<String> {
        options
            .iter()
            .map(|&option| self.option_id(option))
            .collect()
    }

    pub(crate) fn option_id(&self, option: OptionIdx) -> String {
        self.contest.options[option.get()].id.to_string()
    }

    /// Who is ahead on the sheets.
    pub(crate) fn standing(&self) -> Vec<String> {
        match self.outcome().and_then(|outcome| outcome.standing.as_ref()) {
            Some(Claim::Winners(options) | Claim::Runoff(options)) => self.option_ids(options),
            None => Vec::new(),
        }
    }

    /// A message with the arguments that every statement about this source may use; what is not
    /// known is left out.
    pub(crate) fn message(&self, id: &str) -> Message {
        let mut message = Message::new(id)
            .with("source", self.source.id.as_str())
            .with("label", label_word(self.source.provenance.supplied_by))
            .with("sheets", self.totals.sheets);
        if let Some(expected) = self.coverage.stations_expected {
            message = message.with("expected", expected);
        }
        if let Some(missing) = self.missing().ceiling() {
            message = message.with("missing", missing);
        }
        if let Some(register) = self.register() {
            message = message.with("register", register);
        }
        let standing = self.standing();
        if !standing.is_empty() {
            let lead = self.lead();
            message = message
                .with("winners", Value::List(standing))
                .with("lead", lead)
                .with("margin", lead);
        }
        let runner_up = self.outcome().and_then(|outcome| outcome.runner_up);
        if let Some(runner_up) = runner_up {
            message = message.with("runner_up", self.option_id(runner_up));
        }
        message
    }
}

/// The word of JSON for a label.
fn label_word(label: scrutineer_model::SourceLabel) -> &'static str {
    use scrutineer_model::SourceLabel as Label;
    match label {
        Label::Authority => "authority",
        Label::PartyAligned => "party-aligned",
        Label::Observer => "observer",
        Label::Media => "media",
        Label::Court => "court",
        Label::Citizen => "citizen",
        Label::Withheld => "withheld",
        Label::Unknown => "unknown",
    }
}
