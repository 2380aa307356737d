//! A step of an audit by sampling: said once, never corrected.

use scrutineer_model::{Absence, AbsentStation, Code, CountedVotes, Drawn, Link, RiskBound};
use scrutineer_tlog::Hash;
use serde::{Deserialize, Serialize};

use crate::entry::risk::Risk;
use crate::entry::value::{Digest, Number, Text, V1, tag};

tag!(AuditStepTag = "audit-step");

/// Which step of an audit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuditStepKind {
    /// Plan, list, totals, rules and tests are fixed; said before the dice.
    Commitment,
    /// Stations were drawn.
    Draw,
    /// What was found at stations.
    Records,
    /// Every station is to be looked at.
    FullCount,
}

/// How an audit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuditOutcome {
    /// The outcome of the records stands.
    Confirmed,
    /// It does not.
    Overturned,
}

/// A step of an audit by sampling: the file of the audit by its digest, and what followed from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AuditStep<'a> {
    /// Id of the audit.
    #[serde(borrow)]
    pub audit: Text<'a>,
    /// SHA-256 of what the audit rests on: rule, register totals, what is missing, and every record that
    /// could be drawn; with an outcome, which counts only while the records of the log give the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Digest>,
    /// Where the copies came from that are read again, where it is not the origin of the records.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub copies: Option<Text<'a>>,
    /// SHA-256 of the file: for a commitment what was announced.
    pub digest: Digest,
    /// Votes that a full count found, by option in ballot order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found: Option<Vec<Number>>,
    pub(crate) kind: AuditStepTag,
    /// The links that its conclusion settles.
    pub links: Vec<Number>,
    /// How the risk was measured, in a word.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// Ids of the stations whose box or copy is missing or illegible, after this step; absent for none.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<Vec<Text<'a>>>,
    /// Position of the step in the audit, from 1.
    pub number: Number,
    /// How the audit ended, with the step that ended it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<AuditOutcome>,
    /// Ids of the stations to which access was refused, after this step; absent for none.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Vec<Text<'a>>>,
    /// The register total that bounds what has no sheet, by id.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub register: Option<Text<'a>>,
    /// The measured risk, with an outcome that rests on one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<Risk>,
    /// Stations looked at so far; ballots, where single ballots are drawn.
    pub sample: Number,
    /// The source whose records are audited.
    #[serde(borrow)]
    pub source: Text<'a>,
    /// Which step.
    pub step: AuditStepKind,
    /// The most votes that a full count did not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uncounted: Option<Number>,
    /// Stations looked at whose registered voters nobody read again although what is missing rests on them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unread: Option<Number>,
    pub(crate) v: V1,
    /// Who wins by the records: what is audited.
    #[serde(borrow)]
    pub winners: Vec<Text<'a>>,
}

impl AuditStep<'_> {
    /// A step of the audit of a source whose records make `winners` win, without an outcome.
    pub fn new(
        (audit, number): (String, Number),
        (step, digest): (AuditStepKind, Hash),
        (source, winners): (String, Vec<String>),
        (method, links): (&'static str, &[Link]),
        sample: Number,
    ) -> AuditStep<'static> {
        let link = |link: &Link| Number::new(u64::from(link.number())).unwrap_or_default();
        AuditStep {
            audit: Text::owned(audit),
            basis: None,
            copies: None,
            digest: Digest(digest),
            found: None,
            kind: AuditStepTag,
            links: links.iter().map(link).collect(),
            method: Text::new(method),
            missing: None,
            number,
            outcome: None,
            refused: None,
            register: None,
            risk: None,
            sample,
            source: Text::owned(source),
            step,
            uncounted: None,
            unread: None,
            v: V1,
            winners: winners.into_iter().map(Text::owned).collect(),
        }
    }

    /// With what its sentences name: the register total, and where the copies came from that are read again.
    #[must_use]
    pub fn resting_on(mut self, register: Option<String>, copies: Option<String>) -> Self {
        self.register = register.map(Text::owned);
        self.copies = copies.map(Text::owned);
        self
    }

    /// With the outcome that it ended; without a risk where every station was looked at.
    #[must_use]
    pub fn ended(mut self, outcome: AuditOutcome, risk: Option<f64>) -> Self {
        self.outcome = Some(outcome);
        self.risk = risk.and_then(Risk::new);
        self
    }

    /// With what the audit rests on; for a step with an outcome.
    #[must_use]
    pub fn based_on(mut self, basis: Hash) -> Self {
        self.basis = Some(Digest(basis));
        self
    }

    /// With what the bounds say beside the risk: the votes of a full count, and whether what is missing rests
    /// on registered voters that were not read again at so many stations.
    #[must_use]
    pub fn with_details(mut self, count: Option<&CountedVotes>, unread: u64) -> Self {
        let number = |votes: u64| Number::new(votes).unwrap_or_default();
        self.found = count.map(|held| held.votes.iter().copied().map(number).collect());
        self.uncounted = count.map(|held| number(held.uncounted));
        self.unread = Number::new(unread).filter(|unread| unread.get() > 0);
        self
    }

    /// With the stations at which nothing could be looked at.
    #[must_use]
    pub fn without(mut self, absent: &[AbsentStation]) -> Self {
        let of = |absence: Absence| {
            let ids = absent.iter().filter(|held| held.absence == absence);
            let ids: Vec<_> = ids.map(|held| Text::owned(held.station.clone())).collect();
            (!ids.is_empty()).then_some(ids)
        };
        self.missing = of(Absence::Missing);
        self.refused = of(Absence::Refused);
        self
    }

    /// The stations at which nothing could be looked at.
    pub fn absent(&self) -> Vec<AbsentStation> {
        let (Ok(source), Ok(audit)) = (
            Code::parse(self.source.as_str()),
            Code::parse(self.audit.as_str()),
        ) else {
            return Vec::new();
        };
        let of_boxes = self.links.iter().any(|link| link.get() == 1);
        let of = |ids: &Option<Vec<Text<'_>>>, absence| {
            let station = |id: &Text<'_>| AbsentStation {
                source: source.clone(),
                station: id.to_string(),
                audit: audit.clone(),
                what: if of_boxes { Drawn::Box } else { Drawn::Copy },
                absence,
            };
            ids.iter().flatten().map(station).collect::<Vec<_>>()
        };
        let mut all = of(&self.missing, Absence::Missing);
        all.extend(of(&self.refused, Absence::Refused));
        all
    }

    fn count(&self) -> Option<CountedVotes> {
        Some(CountedVotes {
            votes: self
                .found
                .as_ref()?
                .iter()
                .map(|votes| votes.get())
                .collect(),
            uncounted: self.uncounted?.get(),
        })
    }

    /// What the audit takes in: a bound for each link; none without an outcome. The first link has the
    /// method of the entry; a second one is the re-check of copies that came with it.
    pub fn risk_bounds(&self) -> Vec<RiskBound> {
        let Some(outcome) = self.outcome else {
            return Vec::new();
        };
        let Ok(source) = Code::parse(self.source.as_str()) else {
            return Vec::new();
        };
        let risk = self.risk.map_or(0.0, Risk::get);
        let register = self.register.as_ref();
        let register = register.and_then(|id| Code::parse(id.as_str()).ok());
        let links = self.links.iter();
        let links = links.filter_map(|link| Link::try_from(u8::try_from(link.get()).ok()?).ok());
        links
            .map(|link| RiskBound {
                link,
                source: source.clone(),
                risk,
                sample: self.sample.get(),
                method: match (&self.risk, link) {
                    (None, _) => "full-count".to_owned(),
                    (Some(_), Link::SheetToCopy) => "re-check".to_owned(),
                    (Some(_), _) => self.method.to_string(),
                },
                register: register.clone(),
                copies: self.copies.as_ref().map(ToString::to_string),
                overturned: outcome == AuditOutcome::Overturned,
                count: self.count(),
                rests_on_registered: self.unread.is_some(),
            })
            .collect()
    }
}
