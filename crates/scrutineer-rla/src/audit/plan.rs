//! What is audited, how, and how much work it is; decided before anything is drawn.

use scrutineer_model::{Applies, Code, Drawn, Exact, Link, Message, Value};
use scrutineer_tally::{LeftMissing, basis_text};
use serde::{Deserialize, Serialize};

use super::ballots::{self, BallotOutlook, BallotPlan, Ballots, CAST_FILE, CastRecords};
use super::capacity::CapacityBasis;
use super::frame::{Alternative, Frame, RISKS};
use super::manifest::Manifest;
use super::measure::Workload;
use super::method::{Method, RiskLimit, bounds};
use super::methods::{MethodSize, compared};
use super::outcome::{RuleSpec, assertions_of};
use super::outlook::Outlook;
use super::refused::{Problem, Refused, differs};
use super::setup::Setup;
use super::strata::{Strata, StrataOptions, StrataPlan, StratumOutlook, in_strata};
use crate::assertion::Assertion;
use crate::batch::{BatchComparison, BatchError, Bet, Margin, Size, initial_size};
use crate::sampling::Tag;
use crate::sampling::{DigestNumber, Purpose};

/// The form of a plan.
const SCHEMA: &str = "scrutineer/rla-plan/1";

/// What is compared with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Records with sheets that are read again.
    Transcription,
    /// Sheets with the ballots or slips of the boxes.
    Boxes,
}

impl Kind {
    /// The link that a conclusion settles.
    pub fn link(self) -> Link {
        match self {
            Self::Transcription => Link::CopyToRecord,
            Self::Boxes => Link::BallotsToSheet,
        }
    }

    /// What is looked at.
    pub fn drawn(self) -> Drawn {
        match self {
            Self::Transcription => Drawn::Copy,
            Self::Boxes => Drawn::Box,
        }
    }

    /// The word of a measured risk.
    pub fn method(self) -> &'static str {
        match self {
            Self::Transcription => "transcription-audit",
            Self::Boxes => "box-audit",
        }
    }

    /// What is drawn.
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Transcription => Purpose::Transcription,
            Self::Boxes => Purpose::Boxes,
        }
    }
}

/// Which copies are read again in an audit of the transcription.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Copies {
    /// Those that the records were read from: says nothing about whether they are genuine.
    #[default]
    Same,
    /// Copies that came another way from the stations: settles link 2 too.
    Independent,
}

/// A plan, as `plan.json` keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    schema: String,
    /// Id of the audit: the name of its folder.
    pub audit: Code,
    /// What is compared.
    pub kind: Kind,
    /// Which copies are read again; `Same` for boxes.
    pub copies: Copies,
    /// Where these copies came from; `None` for `Same`. Never the origin of the records.
    pub copies_origin: Option<String>,
    /// The election.
    pub election: Code,
    /// The contest.
    pub contest: Code,
    /// The source of the records.
    pub source: Code,
    /// Its origin.
    pub origin: Code,
    /// Who wins.
    pub rule: RuleSpec,
    /// Who wins (or meets again, or passes) by the records, in ballot order: what is audited.
    pub outcome: Vec<Code>,
    /// The register total that bounds what is missing.
    pub register: Option<Code>,
    /// Its value.
    pub register_total: Option<u64>,
    /// What bounds it where no register total does; `None` where one does, or where the plan does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub capacity: Option<CapacityBasis>,
    /// Votes that stations without a complete record can hold.
    pub missing: u64,
    /// What is missing rests on registered voters that the records say themselves.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub registered_of_records: bool,
    /// These are read again with the votes, and enter the risk; else every conclusion says that it rests on
    /// them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reads_registered: bool,
    /// Every register total with what it left missing when the plan was made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub registers: Vec<PlanRegister>,
    /// The risk limit.
    pub risk_limit: RiskLimit,
    /// The measure that decides.
    pub method: Method,
    /// What is drawn and staked where single ballots are drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballots: Option<BallotPlan>,
    /// The strata, where stations are drawn in these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strata: Option<StrataPlan>,
    /// SHA-256 of `manifest.csv`.
    pub manifest: String,
}

/// A register total when the plan was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanRegister {
    /// Its id; `None` for the official list station by station, or a legal maximum.
    pub register: Option<Code>,
    /// Its value.
    pub total: Option<u64>,
    /// Whether it is about the contest.
    pub applies: Applies,
    /// Votes that stations without a complete record can hold; `None` where nobody states it.
    pub missing: Option<u64>,
}

impl PlanRegister {
    fn new(held: &Alternative) -> Self {
        Self {
            register: held.register.clone(),
            total: held.total,
            applies: held.applies,
            missing: held.missing,
        }
    }

    fn left(&self) -> LeftMissing {
        LeftMissing {
            register: self.register.clone(),
            total: self.total,
            applies: self.applies,
            missing: self.missing,
        }
    }
}

/// What a person decides about a plan.
#[derive(Clone, Debug)]
pub struct PlanOptions {
    /// Id of the audit.
    pub audit: Code,
    /// What is compared.
    pub kind: Kind,
    /// Where the copies came from that are read again, where it is not the origin of the records: a source or
    /// an origin of the folder, or words for another one, never a person. `None` for the copies of the records.
    pub independent: Option<String>,
    /// The copies do not state the registered voters that the records say: they are not read again, and the
    /// conclusion rests on them.
    pub trust_registered: bool,
    /// The risk limit.
    pub risk_limit: RiskLimit,
    /// The measure that decides.
    pub method: Method,
    /// Records of single ballots, for [`Method::BallotComparison`]; `None` for another one.
    pub cast: Option<CastRecords>,
    /// The strata, for [`Method::Stratified`]; `None` for another one.
    pub strata: Option<StrataOptions>,
}

impl PlanOptions {
    /// Registered voters that the records say are read again with the votes, where anything rests on them.
    pub fn reads_registered(&self) -> bool {
        self.kind == Kind::Transcription && !self.trust_registered
    }
}

/// What one register total means for the audit.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRow {
    /// The register total.
    pub alternative: Alternative,
    /// The smallest margin over the claims, sheets less what is missing; `None` where that is not stated.
    pub margin: Option<Margin>,
    /// U; `None` where no audit of these sheets can confirm the outcome.
    pub bound: Option<f64>,
    /// First sizes at 10, 5 and 1 % where everything is staked.
    pub kaplan_markov: Option<[Size; 3]>,
    /// First sizes at 10, 5 and 1 % where a missing box is survived.
    pub capped: Option<[Size; 3]>,
    /// First sizes at 10, 5 and 1 % where single ballots are drawn by the method of the plan; `None` for one that
    /// draws stations.
    pub ballots: Option<[Size; 3]>,
    /// First sizes at 10, 5 and 1 % in the strata of the plan; `None` where there are none.
    pub stratified: Option<[Size; 3]>,
}

impl PlanRow {
    fn new(alternative: &Alternative) -> Self {
        Self {
            alternative: alternative.clone(),
            margin: None,
            bound: None,
            kaplan_markov: None,
            capped: None,
            ballots: None,
            stratified: None,
        }
    }
}

/// A plan that can be committed to, or why there is none, beside what every register total means.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Plan, bytes of the manifest, first size and its work at the risk limit of the plan.
    pub ready: Result<(Plan, String, Size, Workload), Refused>,
    /// By register total.
    pub rows: Vec<PlanRow>,
    /// Position of the one that the plan rests on.
    pub chosen: usize,
    /// Who wins by the records.
    pub outcome: Vec<Code>,
    /// Stations on the list.
    pub stations: u64,
    /// What to expect of the draws of stations; `None` where ballots are drawn, or no audit can confirm the
    /// outcome.
    pub outlook: Option<Outlook>,
    /// What to expect of the draws of ballots; `None` where stations are drawn, or no audit can confirm the
    /// outcome.
    pub ballots: Option<BallotOutlook>,
    /// By stratum what the first size means; empty where there are none, or no audit can confirm the outcome.
    pub strata: Vec<StratumOutlook>,
    /// The methods of an audit of boxes side by side, with the register total that the plan rests on; empty for a
    /// transcription, or where no audit can confirm the outcome.
    pub methods: Vec<MethodSize>,
}

/// What to expect with the register total that the plan rests on.
#[derive(Default)]
struct Expected {
    outlook: Option<Outlook>,
    ballots: Option<BallotOutlook>,
    strata: Vec<StratumOutlook>,
    methods: Vec<MethodSize>,
}

impl Expected {
    fn new(
        options: &PlanOptions,
        manifest: &Manifest,
        comparison: &BatchComparison,
        (missing, polled, strata): (u64, Option<&Ballots>, Option<&Strata>),
    ) -> Self {
        let limit = options.risk_limit.get();
        let is_of_one_list = polled.is_none() && strata.is_none();
        Self {
            outlook: is_of_one_list.then(|| Outlook::new(comparison.weights(), options)),
            ballots: polled.map(|held| held.outlook(limit)),
            strata: strata.map_or_else(Vec::new, |held| held.outlook(held.first_size(limit))),
            methods: compared(options, manifest, comparison, (missing, strata)),
        }
    }
}

/// Plans an audit of a frame.
///
/// # Errors
/// For a tie, a rule that no audit knows, and numbers beyond their range. An outcome that these records
/// cannot confirm is an answer: [`Planned::ready`].
pub fn plan(frame: &Frame, options: &PlanOptions) -> Result<Planned, Refused> {
    of_use(options.risk_limit)?;
    independent_of(&frame.origin, &frame.source, options.independent.as_deref())?;
    let cast = options.cast.as_ref();
    if (options.method == Method::BallotComparison) != cast.is_some() {
        return Err(Refused::because(Message::new("rla-cast-error-needed")));
    }
    let parted = parted(frame, options)?;
    let manifest = parted.as_ref().unwrap_or(&frame.manifest);
    cast.map_or(Ok(()), |cast| cast.check(manifest))?;
    let (winners, assertions) = assertions_of(frame.rule, &manifest.totals())?;
    let outcome = ids(manifest, &winners);
    let (mut rows, mut expected) = (Vec::new(), Expected::default());
    let mut ready = Err(Refused::because(Message::new("rla-error-rule")));
    for (at, alternative) in frame.alternatives.iter().enumerate() {
        let compared = alternative
            .missing
            .map(|missing| compare(manifest, &assertions, missing));
        let is_chosen = at == frame.chosen;
        let mut row = PlanRow::new(alternative);
        match compared {
            None => {}
            Some(Ok(comparison)) => {
                row.margin = comparison
                    .margins()
                    .iter()
                    .min_by_key(|held| held.margin)
                    .copied();
                row.bound = Some(comparison.bound());
                let sizes = |bet| RISKS.map(|risk| initial_size(bet, comparison.weights(), risk));
                row.kaplan_markov = Some(sizes(Bet::KaplanMarkov));
                row.capped = Some(sizes(Bet::SURVIVING));
                let missing = alternative.missing.unwrap_or(0);
                let polled = polled(options, manifest, &comparison, missing);
                row.ballots = match &polled {
                    Ok(Some(held)) => Some(RISKS.map(|risk| held.first_size(risk))),
                    Ok(None) => None,
                    Err(_) => Some([Size::FullCount; 3]),
                };
                let strata = layered(options, manifest, &comparison)?;
                let layers = strata.as_ref().map(|(_, layers)| layers);
                row.stratified = layers.map(|held| RISKS.map(|risk| held.first_size(risk)));
                if is_chosen && alternative.exceeded_by > 0 {
                    ready = Err(exceeded(alternative));
                } else if is_chosen {
                    let polled = polled?;
                    let held = (missing, polled.as_ref(), layers);
                    expected = Expected::new(options, manifest, &comparison, held);
                    let mut plan = made(frame, manifest, (alternative, options), &outcome);
                    plan.strata = strata.as_ref().map(|(said, _)| said.clone());
                    let held = (polled.as_ref(), layers);
                    ready = Ok(sized(plan, manifest, &comparison, held));
                }
            }
            Some(Err(BatchError::CannotConfirm(claims))) => {
                row.margin = claims
                    .iter()
                    .map(|held| held.margin)
                    .min_by_key(|held| held.margin);
                if is_chosen {
                    ready = Err(cannot(frame, alternative, row.margin));
                }
            }
            Some(Err(_)) => return Err(Refused::because(Message::new("rla-error-range"))),
        }
        rows.push(row);
    }
    Ok(Planned {
        ready,
        rows,
        chosen: frame.chosen,
        outcome,
        stations: manifest.rows().len() as u64,
        outlook: expected.outlook,
        ballots: expected.ballots,
        strata: expected.strata,
        methods: expected.methods,
    })
}

/// The list with the strata of its stations, which the method needs and no other one takes; `None` without any.
fn parted(frame: &Frame, options: &PlanOptions) -> Result<Option<Manifest>, Refused> {
    let given = options.strata.as_ref();
    if (options.method == Method::Stratified) != given.is_some() {
        return Err(Refused::because(Message::new("rla-strata-error-needed")));
    }
    let parted = given.map(|given| in_strata(&frame.manifest, given));
    parted.transpose()
}

/// The strata of a list under its bounds; `None` without any.
fn layered(
    options: &PlanOptions,
    manifest: &Manifest,
    comparison: &BatchComparison,
) -> Result<Option<(StrataPlan, Strata)>, Refused> {
    let Some(given) = &options.strata else {
        return Ok(None);
    };
    let plan = StrataPlan::new(&given.by, &given.rates, manifest, comparison.weights())?;
    let strata = Strata::new(&plan, manifest, comparison);
    Ok(Some((plan, strata)))
}

/// A risk limit up to [`RiskLimit::MOST`].
fn of_use(limit: RiskLimit) -> Result<(), Refused> {
    if limit > RiskLimit::MOST {
        let percent = |limit: RiskLimit| Exact::new(limit.millionths().into(), 1_000_000);
        let value = |limit| percent(limit).map_or_else(|| Value::from(""), Value::from);
        let message = Message::new("rla-error-risk-limit")
            .with("most", value(RiskLimit::MOST))
            .with("found", value(limit));
        return Err(Refused::because(message));
    }
    Ok(())
}

/// The most characters that name an origin.
const MAX_ORIGIN: usize = 200;

/// Copies of the origin of the records say nothing about whether they are genuine, by whatever name.
fn independent_of(origin: &Code, source: &Code, named: Option<&str>) -> Result<(), Refused> {
    let Some(named) = named else { return Ok(()) };
    let is_text = named.trim() == named
        && (1..=MAX_ORIGIN).contains(&named.chars().count())
        && !named.chars().any(char::is_control);
    if !is_text {
        return Err(Refused::because(Message::new("rla-error-origin-text")));
    }
    let is = |id: &Code| named.to_lowercase() == id.as_str().to_lowercase();
    if is(origin) || is(source) {
        let message = Message::new("rla-error-origin-same")
            .with("found", named)
            .with("source", source.as_str())
            .with("origin", origin.as_str());
        return Err(Refused::because(message));
    }
    Ok(())
}

fn ids(manifest: &Manifest, options: &[usize]) -> Vec<Code> {
    let id = |at: &usize| manifest.options().get(*at).cloned();
    options.iter().filter_map(id).collect()
}

fn compare(
    manifest: &Manifest,
    assertions: &[Assertion],
    missing: u64,
) -> Result<BatchComparison, BatchError> {
    BatchComparison::new(manifest.stations(missing)?, assertions.to_vec())
}

/// The ballots of a list; `None` for a method that draws stations.
fn polled(
    options: &PlanOptions,
    manifest: &Manifest,
    comparison: &BatchComparison,
    missing: u64,
) -> Result<Option<Ballots>, Refused> {
    let cast = options.cast.as_ref();
    let plan = BallotPlan::of(options.method, manifest, cast);
    plan.map(|plan| Ballots::new(plan.bets, manifest, comparison, missing, cast))
        .transpose()
}

/// Fewer people on the register than the records have registered voters: it bounds nothing.
fn exceeded(alternative: &Alternative) -> Refused {
    let register = alternative.register.as_ref().map_or("-", Code::as_str);
    let message = Message::new("rla-error-exceeded")
        .with("register", register)
        .with("total", alternative.total.unwrap_or(0))
        .with("exceeded", alternative.exceeded_by);
    Refused::because(message)
}

/// The margin over the sheets less what has no sheet is not above 0 (reference rla.md, 4.8).
fn cannot(frame: &Frame, alternative: &Alternative, margin: Option<Margin>) -> Refused {
    let number = |value: i128| i64::try_from(value).unwrap_or(i64::MAX);
    let margin = margin.unwrap_or(Margin {
        sheets: 0,
        missing: 0,
        margin: 0,
    });
    let message = Message::new("rla-error-cannot-confirm")
        .with("sheets", number(margin.sheets))
        .with("missing", number(margin.missing))
        .with("margin", number(margin.margin))
        .with("how", frame.capacity.word());
    let message = match &alternative.register {
        Some(register) => message.with("register", register.as_str()),
        None => message,
    };
    Refused::because(message)
}

fn made(
    frame: &Frame,
    manifest: &Manifest,
    (alternative, options): (&Alternative, &PlanOptions),
    outcome: &[Code],
) -> Plan {
    let copies_origin = match options.kind {
        Kind::Transcription => options.independent.clone(),
        Kind::Boxes => None,
    };
    let copies = match copies_origin {
        Some(_) => Copies::Independent,
        None => Copies::Same,
    };
    let registered_of_records = frame.registered_of_records && alternative.register.is_some();
    Plan {
        schema: SCHEMA.to_owned(),
        audit: options.audit.clone(),
        kind: options.kind,
        copies,
        copies_origin,
        election: frame.election.clone(),
        contest: frame.contest.clone(),
        source: frame.source.clone(),
        origin: frame.origin.clone(),
        rule: frame.rule,
        outcome: outcome.to_vec(),
        register: alternative.register.clone(),
        register_total: alternative.total,
        capacity: alternative.register.is_none().then_some(frame.capacity),
        missing: alternative.missing.unwrap_or(0),
        registered_of_records,
        reads_registered: registered_of_records && options.reads_registered(),
        registers: frame.alternatives.iter().map(PlanRegister::new).collect(),
        risk_limit: options.risk_limit,
        method: options.method,
        ballots: BallotPlan::of(options.method, manifest, options.cast.as_ref()),
        strata: None,
        manifest: String::new(),
    }
}

/// The plan with the digest of its list, the bytes of the list, the first size and its work.
fn sized(
    mut plan: Plan,
    manifest: &Manifest,
    comparison: &BatchComparison,
    (polled, strata): (Option<&Ballots>, Option<&Strata>),
) -> (Plan, String, Size, Workload) {
    let weights = comparison.weights();
    let bounds = bounds(plan.method, manifest, comparison);
    let csv = manifest.to_csv(bounds, plan.method.is_of_ballots());
    plan.manifest = sha256(csv.as_bytes());
    let limit = plan.risk_limit.get();
    let (size, work) = if let Some(held) = polled {
        let size = held.first_size(limit);
        (size, ballots::work(manifest, weights, size))
    } else if let Some(held) = strata {
        let size = held.first_size(limit);
        (size, held.work(plan.kind, manifest, size))
    } else {
        let size = initial_size(plan.method.bet(), weights, limit);
        (size, Workload::of(plan.kind, manifest, weights, size))
    };
    (plan, csv, size, work)
}

impl Plan {
    /// The links that a conclusion settles, in their order.
    pub fn links(&self) -> Vec<Link> {
        match (self.kind, &self.copies_origin) {
            (Kind::Transcription, Some(_)) => {
                vec![Link::SheetToCopy, Link::CopyToRecord]
            }
            (kind, _) => vec![kind.link()],
        }
    }

    /// How a risk was measured, in a word.
    pub fn risk_word(&self) -> &'static str {
        match self.ballots {
            Some(_) if self.method == Method::BallotComparison => "ballot-comparison",
            Some(_) => "ballot-polling",
            None => self.kind.method(),
        }
    }

    /// The tag of every draw of the audit ([`crate::sampling`]), in which that of each stratum begins: its rounds are
    /// one stream.
    pub fn tag(&self) -> Tag {
        let purpose = match (&self.ballots, &self.strata, self.kind) {
            (Some(_), _, _) => Purpose::Ballots,
            (None, Some(_), Kind::Transcription) => Purpose::TranscriptionStrata,
            (None, Some(_), Kind::Boxes) => Purpose::BoxesStrata,
            (None, None, kind) => kind.purpose(),
        };
        Tag::new(purpose, &self.election, &self.contest, &self.audit, 1)
    }

    /// SHA-256 of what the audit rests on, with the list that it draws from: the same where the records,
    /// the rule and every register total are what they were. `None` where the plan does not say so much.
    pub(super) fn basis(&self, manifest: &Manifest) -> Option<String> {
        let registers: Vec<LeftMissing> = self.registers.iter().map(PlanRegister::left).collect();
        let chosen = registers.iter().find(|held| {
            (&held.register, held.total, held.missing)
                == (&self.register, self.register_total, Some(self.missing))
        })?;
        let rows = manifest.rows().iter().zip(manifest.ballots());
        let text = basis_text(
            [&self.contest, &self.source],
            &self.rule.to_rule()?,
            (&registers, chosen),
            manifest.options().iter(),
            rows.map(|(row, &ballots)| {
                let is_beyond = self.ballots.is_some() && ballots > row.capacity;
                let beyond = is_beyond.then_some(ballots);
                let station = row.station.as_str();
                (station, row.capacity, row.votes.as_slice(), beyond)
            }),
        );
        Some(sha256(text.as_bytes()))
    }

    /// The bytes of `plan.json`.
    pub fn to_json(&self) -> String {
        pretty(self)
    }

    /// Reads `plan.json` and `manifest.csv` again and derives everything that follows from them.
    ///
    /// # Errors
    /// Where a file is not of its form, or the two do not belong together.
    pub fn read(plan: &[u8], manifest: &[u8]) -> Result<Setup, Refused> {
        Self::read_with(plan, manifest, None)
    }

    /// The same with `ballot-records.csv`, where ballots are compared with their records.
    ///
    /// # Errors
    /// As [`read`](Self::read).
    pub fn read_with(plan: &[u8], manifest: &[u8], cast: Option<&[u8]>) -> Result<Setup, Refused> {
        let file = "plan.json";
        let read: Self = parsed(file, plan)?;
        if read.schema != SCHEMA {
            return Err(differs(file, "schema", SCHEMA, &read.schema).into());
        }
        of_use(read.risk_limit)?;
        let is_named = read.copies == Copies::Independent;
        if is_named != read.copies_origin.is_some() {
            let found = read.copies_origin.as_deref().unwrap_or("-");
            let expected = if is_named { "ORIGIN" } else { "-" };
            return Err(differs(file, "copies_origin", expected, found).into());
        }
        independent_of(&read.origin, &read.source, read.copies_origin.as_deref())?;
        let digest = sha256(manifest);
        if digest != read.manifest {
            return Err(differs("manifest.csv", "SHA-256", &read.manifest, &digest).into());
        }
        let text = std::str::from_utf8(manifest)
            .map_err(|_| Problem::of_file("manifest.csv", Message::new("rla-error-text")))?;
        let manifest = Manifest::parse("manifest.csv", text)?;
        if read.method.is_of_ballots() && read.kind != Kind::Boxes {
            return Err(differs(file, "kind", "boxes", "transcription").into());
        }
        let cast = match (read.method, cast) {
            (Method::BallotComparison, Some(bytes)) => {
                let text = std::str::from_utf8(bytes)
                    .map_err(|_| Problem::of_file(CAST_FILE, Message::new("rla-error-text")))?;
                Some(CastRecords::parse(text)?)
            }
            (Method::BallotComparison, None) => {
                return Err(Problem::of_file(CAST_FILE, Message::new("rla-error-absent")).into());
            }
            _ => None,
        };
        cast.as_ref().map_or(Ok(()), |cast| cast.check(&manifest))?;
        let expected = BallotPlan::of(read.method, &manifest, cast.as_ref());
        if read.ballots != expected {
            return Err(Problem::of_file(file, Message::new("rla-error-follows")).into());
        }
        let (winners, assertions) = assertions_of(read.rule, &manifest.totals())?;
        let outcome = ids(&manifest, &winners);
        if outcome != read.outcome {
            let list = |ids: &[Code]| ids.iter().map(Code::as_str).collect::<Vec<_>>().join(" ");
            return Err(differs(file, "outcome", &list(&outcome), &list(&read.outcome)).into());
        }
        let comparison = compare(&manifest, &assertions, read.missing)
            .map_err(|_| Refused::from(Problem::of_file(file, Message::new("rla-error-range"))))?;
        let is_parted = !manifest.strata().is_empty();
        if [is_parted, read.strata.is_some()] != [read.method == Method::Stratified; 2] {
            return Err(Problem::of_file(file, Message::new("rla-error-follows")).into());
        }
        if let Some(held) = &read.strata
            && held.again(&manifest, comparison.weights())? != *held
        {
            return Err(Problem::of_file(file, Message::new("rla-error-follows")).into());
        }
        let bounds = bounds(read.method, &manifest, &comparison);
        if manifest.to_csv(bounds, read.method.is_of_ballots()) != text {
            let message = Message::new("rla-error-bounds");
            return Err(Problem::of_file("manifest.csv", message).into());
        }
        Setup::new(read, manifest, comparison, cast.as_ref())
    }
}

/// The hexadecimal SHA-256 of bytes.
pub(super) fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    DigestNumber::new(sha2::Sha256::digest(bytes).into()).to_string()
}

/// JSON with a line end, as all files of an audit are written.
pub(super) fn pretty(value: &impl Serialize) -> String {
    // Every key is a text, so that nothing can fail.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a file of an audit.
pub(super) fn parsed<'a, T: Deserialize<'a>>(file: &str, bytes: &'a [u8]) -> Result<T, Refused> {
    serde_json::from_slice(bytes).map_err(|error| {
        let row = u64::try_from(error.line()).unwrap_or(0);
        let message = Message::new("rla-error-form");
        Refused::from(Problem::of_file(file, message).at(row, &error.column().to_string()))
    })
}
