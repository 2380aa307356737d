//! Where findings are collected: completed from the catalogue, capped, ordered, disposed.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use scrutineer_model::{
    Dataset, Disposition, Finding, FindingKey, Locator, Message, Recomputable, Severity, Subject,
    Tier, Value,
};

use crate::catalogue::{self, CheckInfo};

/// Findings of one code and source that are listed one by one; the others are counted in `W.190`.
pub const LISTED: u64 = 10_000;

/// What the checks found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// In order of the catalogue, then of the key.
    pub findings: Vec<Finding>,
    /// Files and rows behind a finding, the first 10,000; apart from it, so that it does not depend
    /// on the layout of the files. Findings without a place in a file are absent.
    pub provenance: BTreeMap<FindingKey, Vec<Locator>>,
}

impl Findings {
    /// How many contradictions, remarkable things and pieces of information there are, those
    /// counted in `W.190` included.
    pub fn count(&self, severity: Severity) -> u64 {
        let of = self.findings.iter().filter(|one| one.severity == severity);
        of.map(|one| match one.figures.get("unlisted") {
            Some(Value::Integer(more)) => u64::try_from(*more).unwrap_or(0),
            _ => 1,
        })
        .sum()
    }
}

/// Which checks run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    All,
    Contradictions,
}

/// One finding before the catalogue completes it.
#[derive(Debug)]
pub(crate) struct Draft {
    info: &'static CheckInfo,
    subject: Subject,
    parts: Vec<String>,
    figures: BTreeMap<String, Value>,
    severity: Severity,
    tier: Tier,
    votes_at_stake: Option<u64>,
    locators: Vec<Locator>,
}

macro_rules! subject {
    ($($field:ident),*) => {
        $(pub(crate) fn $field(mut self, id: impl Into<String>) -> Self {
            self.subject.$field = Some(id.into());
            self
        })*
    };
}

impl Draft {
    /// A finding with no votes at stake.
    pub(crate) fn new(info: &'static CheckInfo) -> Self {
        Self {
            info,
            subject: Subject::default(),
            parts: Vec::new(),
            figures: BTreeMap::new(),
            severity: info.severity,
            tier: info.tier,
            votes_at_stake: Some(0),
            locators: Vec::new(),
        }
    }

    pub(crate) fn info(&self) -> &'static CheckInfo {
        self.info
    }

    subject!(station, division, place, source, declaration, option);

    /// A further part of the key, for what the subject cannot say.
    pub(crate) fn part(mut self, part: impl Into<String>) -> Self {
        self.parts.push(part.into());
        self
    }

    /// A number or name of the rule; also goes into the sentence.
    pub(crate) fn figure(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.figures.insert(name.to_owned(), value.into());
        self
    }

    pub(crate) fn at_stake(mut self, votes: Option<u64>) -> Self {
        self.votes_at_stake = votes;
        self
    }

    /// A row behind the finding; beyond the first [`LISTED`] they are dropped.
    pub(crate) fn locator(mut self, locator: Locator) -> Self {
        if locator != Locator::default() && (self.locators.len() as u64) < LISTED {
            self.locators.push(locator);
        }
        self
    }

    fn complete(self) -> (Finding, Vec<Locator>) {
        let Subject {
            station,
            division,
            place,
            source,
            declaration,
            option,
        } = &self.subject;
        let named = [
            ("source", source),
            ("declaration", declaration),
            ("division", division),
            ("place", place),
            ("station", station),
            ("option", option),
        ];
        let mut message = Message::new(self.info.message_id());
        for (name, value) in &self.figures {
            message = message.with(name, value.clone());
        }
        for (name, id) in named {
            if let Some(id) = id {
                message = message.with(name, id.as_str());
            }
        }
        let ids = named.iter().filter_map(|(_, id)| id.as_deref());
        let key = FindingKey::new(
            self.info.code,
            ids.chain(self.parts.iter().map(String::as_str)),
        );
        let finding = Finding {
            key,
            code: self.info.code.to_owned(),
            tier: self.tier,
            severity: self.severity,
            link: self.info.link,
            bears_on: self.info.bears_on,
            votes_at_stake: self.votes_at_stake,
            subject: self.subject,
            figures: self.figures,
            message,
            recomputable: self.info.recomputable,
            disposition: None,
        };
        (finding, self.locators)
    }
}

#[derive(Debug, Default)]
struct Tally {
    total: u64,
    /// Sum over those that are not listed; `None` once one of them is unknown.
    unlisted_votes: Option<u64>,
}

/// Collects findings.
#[derive(Debug)]
pub(crate) struct Sink {
    scope: Scope,
    found: Findings,
    tallies: FxHashMap<(&'static str, Option<String>), Tally>,
}

impl Sink {
    pub(crate) fn new(scope: Scope) -> Self {
        Self {
            scope,
            found: Findings::default(),
            tallies: FxHashMap::default(),
        }
    }

    /// Whether series W and P are asked for.
    pub(crate) fn remarks(&self) -> bool {
        self.scope == Scope::All
    }

    pub(crate) fn push(&mut self, draft: Draft) {
        if draft.info.series() != 'E' && !self.remarks() {
            return;
        }
        let about = (draft.info.code, draft.subject.source.clone());
        let tally = self.tallies.entry(about).or_insert(Tally {
            total: 0,
            unlisted_votes: Some(0),
        });
        tally.total += 1;
        if tally.total > LISTED {
            let votes = draft.votes_at_stake;
            tally.unlisted_votes = tally
                .unlisted_votes
                .zip(votes)
                .and_then(|(sum, votes)| sum.checked_add(votes));
            return;
        }
        self.keep(draft);
    }

    fn keep(&mut self, draft: Draft) {
        let (finding, locators) = draft.complete();
        if !locators.is_empty() {
            let held = self.found.provenance.entry(finding.key.clone());
            held.or_default().extend(locators);
        }
        self.found.findings.push(finding);
    }

    /// Adds what was not listed and what others attest, attaches the dispositions, puts everything in
    /// order.
    pub(crate) fn finish(mut self, dataset: &Dataset, attested: &[Finding]) -> Findings {
        self.summarise();
        self.attest(attested);
        let used = self.dispose(dataset.dispositions());
        if self.remarks() {
            let idle = dataset.dispositions().iter().zip(used);
            for (disposition, _) in idle.filter(|(_, used)| !used) {
                let key = disposition.key.as_str();
                let draft = Draft::new(&catalogue::remarks::W_117);
                self.push(draft.part(key).figure("finding", key));
            }
            self.summarise();
        }
        let mut found = self.found;
        let ranks: FxHashMap<&str, usize> = catalogue::CATALOGUE
            .iter()
            .enumerate()
            .map(|(rank, info)| (info.code, rank))
            .collect();
        found.findings.sort_by(|a, b| {
            let at = |finding: &Finding| ranks.get(finding.code.as_str()).copied();
            at(a).cmp(&at(b)).then_with(|| a.key.cmp(&b.key))
        });
        for locators in found.provenance.values_mut() {
            locators.sort();
            locators.dedup();
        }
        found
    }

    fn summarise(&mut self) {
        let mut beyond: Vec<_> = std::mem::take(&mut self.tallies)
            .into_iter()
            .filter(|(_, tally)| tally.total > LISTED)
            .collect();
        beyond.sort_by(|a, b| a.0.cmp(&b.0));
        for ((code, source), tally) in beyond {
            let of = catalogue::find(code).unwrap_or(&catalogue::remarks::W_190);
            let mut draft = Draft::new(&catalogue::remarks::W_190)
                .part(code)
                .figure("rule", code)
                .figure("total", tally.total)
                .figure("listed", LISTED)
                .figure("unlisted", tally.total - LISTED)
                .at_stake(tally.unlisted_votes);
            draft = draft.source(source.unwrap_or_else(|| "-".to_owned()));
            draft.severity = of.severity;
            draft.tier = of.tier;
            let (mut finding, _) = draft.complete();
            finding.link = of.link;
            finding.bears_on = of.bears_on;
            if of.recomputable == Recomputable::FromPrivate {
                finding.recomputable = Recomputable::FromPrivate;
            }
            self.found.findings.push(finding);
        }
    }

    /// Findings that only private columns give, where they were not found here.
    fn attest(&mut self, attested: &[Finding]) {
        // A rule that works on public columns alone is run here and taken from nobody.
        let of_private = |code: &str| {
            let info = catalogue::find(code);
            info.is_some_and(|info| info.recomputable == Recomputable::FromPrivate)
                || code == catalogue::remarks::W_190.code
        };
        let mut known: FxHashSet<FindingKey> = self
            .found
            .findings
            .iter()
            .filter(|held| held.recomputable == Recomputable::FromPrivate)
            .map(|held| held.key.clone())
            .collect();
        let mut new: Vec<Finding> = Vec::new();
        for finding in attested {
            let private = finding.recomputable == Recomputable::FromPrivate;
            if private && of_private(&finding.code) && known.insert(finding.key.clone()) {
                new.push(Finding {
                    disposition: None,
                    ..finding.clone()
                });
            }
        }
        self.found.findings.extend(new);
    }

    /// The latest disposition of a key stays; says which dispositions found their finding.
    fn dispose(&mut self, dispositions: &[Disposition]) -> Vec<bool> {
        if dispositions.is_empty() {
            return Vec::new();
        }
        let at: FxHashMap<FindingKey, usize> = self
            .found
            .findings
            .iter()
            .enumerate()
            .map(|(at, finding)| (finding.key.clone(), at))
            .collect();
        let mut used = Vec::with_capacity(dispositions.len());
        for disposition in dispositions {
            let position = at.get(&disposition.key).copied();
            used.push(position.is_some());
            if let Some(position) = position {
                self.found.findings[position].disposition = Some(disposition.clone());
            }
        }
        used
    }
}
