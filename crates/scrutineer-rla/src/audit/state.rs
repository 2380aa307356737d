//! The states of an audit. Each transition takes the state itself, so that none can be left twice.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{
    Absence, AbsentStation, Code, CountedVotes, Exact, Link, Message, RiskBound,
};

use super::ballots::{self, BallotBook, BallotRecord};
use super::commitment::Commitment;
use super::draws::{DrawFile, FullCountFile, Place};
use super::measure::{Measure, NextStep, full_count, measure, measure_all, taint};
use super::plan::sha256;
use super::records::{Book, Record, RecordsFile, Table, read};
use super::refused::{Problem, Refused};
use super::setup::Setup;
use crate::sampling::Seed;

/// Everything behind a state that was committed to.
#[derive(Clone, Debug)]
struct Ground {
    setup: Setup,
    commitment: Commitment,
    /// What was announced.
    digest: String,
    /// SHA-256 of the last file of the chain.
    last: String,
    rounds: Vec<DrawFile>,
    drawn: BTreeSet<usize>,
    book: Book,
    /// Drawn ballots: station on the list and position in its box; none where stations are drawn.
    drawn_ballots: BTreeSet<(usize, u64)>,
    ballots: BallotBook,
    records: u32,
    is_full_count: bool,
    steps: Vec<Step>,
}

/// Which step a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepKind {
    /// `commitment.json`.
    Commitment,
    /// `draw-N.json`.
    Draw,
    /// `records-N.json`.
    Records,
    /// `full-count.json`.
    FullCount,
}

/// A file of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Which step.
    pub kind: StepKind,
    /// SHA-256 of the file.
    pub digest: String,
    /// Stations that were looked at after it.
    pub sample: u64,
    /// Stations at which nothing could be looked at, after it.
    pub absent: Vec<AbsentStation>,
    /// What the audit takes in after it, as [`Audit::risk_bounds`]; empty where the audit had not ended.
    pub bounds: Vec<RiskBound>,
}

/// Ids of absent stations are listed up to so many bytes, so that a step fits into a record of a log.
const ABSENT_BYTES: usize = 48_000;

impl Ground {
    fn step(&mut self, kind: StepKind, digest: String) {
        self.last.clone_from(&digest);
        self.steps.push(Step {
            kind,
            digest,
            sample: self.sample(),
            absent: self.absent(),
            bounds: Vec::new(),
        });
    }

    /// Stations that were looked at; ballots where these are drawn and not all of them are counted.
    fn sample(&self) -> u64 {
        if self.is_of_ballots() {
            self.ballots.ballots() as u64
        } else {
            self.book.stations() as u64
        }
    }

    /// Whether single ballots are looked at.
    fn is_of_ballots(&self) -> bool {
        self.setup.ballots.is_some() && !self.is_full_count
    }

    fn drawn_of_ballots(&self) -> ballots::Drawn<'_> {
        ballots::Drawn {
            manifest: &self.setup.manifest,
            ballots: &self.drawn_ballots,
        }
    }

    fn absent(&self) -> Vec<AbsentStation> {
        let plan = &self.setup.plan;
        let found: Vec<(&str, Option<Absence>)> = if self.is_of_ballots() {
            self.ballots.absences()
        } else {
            let records = self.book.current();
            let counted = records.map(|record| (record.station.as_str(), record.status.absence()));
            // Who refused a ballot refused it, whatever was counted after that.
            let refused = self.ballots.absences().into_iter();
            let refused = refused.filter(|(_, absence)| *absence == Some(Absence::Refused));
            let all: BTreeMap<_, _> = counted.chain(refused).collect();
            all.into_iter().collect()
        };
        let mut left = ABSENT_BYTES;
        let found = found.into_iter().take_while(|(station, absence)| {
            if absence.is_some() {
                left = left.saturating_sub(station.len() + 3);
            }
            left > 0
        });
        let absent = found.filter_map(|(station, absence)| {
            Some(AbsentStation {
                source: plan.source.clone(),
                station: station.to_owned(),
                audit: plan.audit.clone(),
                what: plan.kind.drawn(),
                absence: absence?,
            })
        });
        absent.collect()
    }

    fn draw(&mut self, file: DrawFile) -> String {
        let positions = file.draws.iter();
        let manifest = &self.setup.manifest;
        for drawn in positions {
            let Some(at) = manifest.position(&drawn.station) else {
                continue;
            };
            self.drawn.insert(at);
            self.drawn_ballots
                .extend(drawn.position.map(|position| (at, position)));
        }
        // What is looked at without a draw is looked at from the first one on.
        if let Some(strata) = self.setup.strata() {
            self.drawn.extend(strata.whole());
        }
        let json = file.to_json();
        self.rounds.push(file);
        json
    }

    fn next_round(&self) -> u32 {
        u32::try_from(self.rounds.len()).map_or(u32::MAX, |rounds| rounds + 1)
    }

    fn next_place(&self) -> Place<'_> {
        let draws = self.rounds.iter().map(|round| round.draws.len() as u64);
        Place {
            round: self.next_round(),
            previous: &self.last,
            before: draws.sum(),
        }
    }

    fn make_draw(&self, seed: &Seed, count: u64) -> DrawFile {
        DrawFile::new(&self.setup, self.next_place(), seed, count)
    }

    fn take_draw(&mut self, name: &str, bytes: &[u8]) -> Result<(), Refused> {
        let file = DrawFile::parse(name, bytes)?;
        let place = self.next_place();
        file.check(name, &self.setup, place, self.rounds.first())?;
        self.draw(file);
        self.step(StepKind::Draw, sha256(bytes));
        Ok(())
    }

    fn full_count(mut self) -> (FullCount, String) {
        let json = FullCountFile::new(&self.setup, &self.last).to_json();
        self.begin_full_count(json.as_bytes());
        (FullCount(Box::new(self)), json)
    }

    fn begin_full_count(&mut self, bytes: &[u8]) {
        self.step(StepKind::FullCount, sha256(bytes));
        self.is_full_count = true;
        self.drawn = (0..self.setup.manifest.rows().len()).collect();
    }

    fn take_full_count(mut self, name: &str, bytes: &[u8]) -> Result<FullCount, Refused> {
        FullCountFile::parse(name, bytes)?.check(name, &self.setup)?;
        self.begin_full_count(bytes);
        Ok(FullCount(Box::new(self)))
    }

    fn records_of(&self, table: &Table) -> Result<RecordsFile, Refused> {
        if self.is_of_ballots() {
            let ballots = ballots::read(table, self.drawn_of_ballots(), &self.ballots)?;
            let file = RecordsFile::new(&self.setup, &self.last, Vec::new());
            return Ok(file.with_ballots(ballots));
        }
        let records = read(table, &self.setup, &self.drawn, &self.book)?;
        Ok(RecordsFile::new(&self.setup, &self.last, records))
    }

    fn record(mut self, name: &str, bytes: &[u8]) -> Result<Audit, Refused> {
        let mut file = RecordsFile::parse(name, bytes)?;
        let rows = std::mem::take(&mut file.ballots);
        let is_other = if self.is_of_ballots() {
            !file.records.is_empty()
        } else {
            !rows.is_empty()
        };
        if is_other {
            let message = Message::new("rla-error-follows");
            return Err(Problem::of_file(name, message).into());
        }
        if !rows.is_empty() {
            let mut book = std::mem::take(&mut self.ballots);
            ballots::enter(name, rows, self.drawn_of_ballots(), &mut book)?;
            self.ballots = book;
        }
        file.enter(name, &self.setup, &self.drawn, &mut self.book)?;
        self.step(StepKind::Records, sha256(bytes));
        self.records = self.records.saturating_add(1);
        let mut after = if self.is_full_count {
            self.counted()
        } else {
            self.measured()
        };
        let bounds = after.risk_bounds();
        if let Audit::Confirmed(held) | Audit::Overturned(held) = &mut after
            && let Some(step) = held.ground.steps.last_mut()
        {
            step.bounds = bounds;
        }
        Ok(after)
    }

    fn measured(self) -> Audit {
        let measured = self.measure();
        if measured.next == NextStep::Confirmed {
            Audit::Confirmed(Concluded {
                conclusion: Conclusion::ByRisk { p: measured.p },
                ground: Box::new(self),
            })
        } else {
            Audit::Auditing(Auditing(Box::new(self)))
        }
    }

    fn counted(self) -> Audit {
        let votes = self.found_everywhere();
        match full_count(&self.setup, votes) {
            None => Audit::FullCount(FullCount(Box::new(self))),
            Some(found) => {
                let concluded = Concluded {
                    conclusion: Conclusion::ByFullCount {
                        totals: found.totals,
                        uncounted: found.uncounted,
                    },
                    ground: Box::new(self),
                };
                if found.confirms {
                    Audit::Confirmed(concluded)
                } else {
                    Audit::Overturned(concluded)
                }
            }
        }
    }

    /// By station its record, where every station has one.
    fn found_everywhere(&self) -> Option<Vec<&Record>> {
        (0..self.setup.manifest.rows().len())
            .map(|at| self.book.of(at))
            .collect()
    }

    fn measure(&self) -> Measure {
        let draws: Vec<&str> = self
            .rounds
            .iter()
            .flat_map(|round| round.draws.iter().map(|drawn| drawn.station.as_str()))
            .collect();
        if self.is_full_count {
            measure_all(&self.setup, &draws, &self.book)
        } else if let Some(held) = &self.setup.ballots {
            ballots::measure(&self.setup, held, &self.rounds, &self.ballots)
        } else {
            measure(&self.setup, &draws, &self.book)
        }
    }
}

/// A plan that nobody has been told of.
#[derive(Clone, Debug)]
pub struct Planned(Box<Setup>);

/// Announced; nothing is drawn.
#[derive(Clone, Debug)]
pub struct Committed(Box<Ground>);

/// Drawn; nothing is recorded.
#[derive(Clone, Debug)]
pub struct Drawn(Box<Ground>);

/// Some of what was drawn is recorded, and the risk is not yet at the limit.
#[derive(Clone, Debug)]
pub struct Auditing(Box<Ground>);

/// Every station is counted or read again.
#[derive(Clone, Debug)]
pub struct FullCount(Box<Ground>);

/// The end: confirmed or overturned, as long as no further record supersedes one of those that it rests on.
#[derive(Clone, Debug)]
pub struct Concluded {
    conclusion: Conclusion,
    ground: Box<Ground>,
}

/// What ended an audit.
#[derive(Clone, Debug, PartialEq)]
pub enum Conclusion {
    /// The measured risk is at most the limit.
    ByRisk {
        /// The risk.
        p: f64,
    },
    /// Every station was looked at; the count replaces the outcome, and no risk is stated.
    ByFullCount {
        /// Votes that were found, by option.
        totals: Vec<u64>,
        /// The most votes that were not counted.
        uncounted: u64,
    },
}

/// An audit in the state that its files give.
#[derive(Clone, Debug)]
pub enum Audit {
    /// See [`Planned`].
    Planned(Planned),
    /// See [`Committed`].
    Committed(Committed),
    /// See [`Drawn`].
    Drawn(Drawn),
    /// See [`Auditing`].
    Auditing(Auditing),
    /// See [`FullCount`].
    FullCount(FullCount),
    /// The outcome of the records is that of what was looked at.
    Confirmed(Concluded),
    /// It is not.
    Overturned(Concluded),
}

impl Planned {
    /// An audit that is planned.
    pub fn new(setup: Setup) -> Self {
        Self(Box::new(setup))
    }

    /// What is planned.
    pub fn setup(&self) -> &Setup {
        &self.0
    }

    /// Announces the plan, by the bytes of a commitment to it.
    ///
    /// # Errors
    /// Where the commitment is to something else.
    pub fn commit(self, bytes: &[u8]) -> Result<Committed, Refused> {
        let commitment = Commitment::read(&self.0, bytes)?;
        let digest = sha256(bytes);
        let mut ground = Ground {
            setup: *self.0,
            commitment,
            last: String::new(),
            digest: digest.clone(),
            rounds: Vec::new(),
            drawn: BTreeSet::new(),
            book: Book::default(),
            drawn_ballots: BTreeSet::new(),
            ballots: BallotBook::default(),
            records: 0,
            is_full_count: false,
            steps: Vec::new(),
        };
        ground.step(StepKind::Commitment, digest);
        Ok(Committed(Box::new(ground)))
    }
}

impl Committed {
    /// Draws `count` times by a seed; gives the bytes of the file. `announced` says where and when the
    /// commitment was announced.
    pub fn draw(self, seed: &Seed, count: u64, announced: Option<&str>) -> (Drawn, String) {
        let mut ground = self.0;
        let json = ground.draw(ground.make_draw(seed, count).announced(announced));
        ground.step(StepKind::Draw, sha256(json.as_bytes()));
        (Drawn(ground), json)
    }

    /// Takes a draw that was made before.
    ///
    /// # Errors
    /// Where the seed gives other stations.
    pub fn drawn(self, name: &str, bytes: &[u8]) -> Result<Drawn, Refused> {
        let mut ground = self.0;
        ground.take_draw(name, bytes)?;
        Ok(Drawn(ground))
    }

    /// Goes to a full count without a draw; gives the bytes of the file.
    pub fn full_count(self) -> (FullCount, String) {
        self.0.full_count()
    }
}

impl Drawn {
    /// Gives the draw up and looks at every station; gives the bytes of the file.
    pub fn full_count(self) -> (FullCount, String) {
        self.0.full_count()
    }

    /// The records of a person's file.
    ///
    /// # Errors
    /// Every problem, with row and column.
    pub fn records(&self, table: &Table) -> Result<RecordsFile, Refused> {
        self.0.records_of(table)
    }

    /// Takes records.
    ///
    /// # Errors
    /// Where one does not follow from what is there.
    pub fn record(self, name: &str, bytes: &[u8]) -> Result<Audit, Refused> {
        self.0.record(name, bytes)
    }
}

impl Auditing {
    /// The records of a person's file.
    ///
    /// # Errors
    /// Every problem, with row and column.
    pub fn records(&self, table: &Table) -> Result<RecordsFile, Refused> {
        self.0.records_of(table)
    }

    /// Takes records.
    ///
    /// # Errors
    /// Where one does not follow from what is there.
    pub fn record(self, name: &str, bytes: &[u8]) -> Result<Audit, Refused> {
        self.0.record(name, bytes)
    }

    /// Goes on drawing where the rounds before stopped; gives the bytes of the file. No other seed can be
    /// given: whoever could choose one after seeing what a round found would choose the risk.
    ///
    /// # Errors
    /// Where the first round has no seed, which no audit that was read has.
    pub fn draw(self, count: u64) -> Result<(Self, String), Refused> {
        let mut ground = self.0;
        let seed = ground.rounds.first().map_or("", |first| &first.seed);
        let seed = Seed::parse(seed).map_err(|error| {
            let message = Message::new("rla-error-seed").with("found", error.found);
            Refused::because(message)
        })?;
        let json = ground.draw(ground.make_draw(&seed, count));
        ground.step(StepKind::Draw, sha256(json.as_bytes()));
        Ok((Self(ground), json))
    }

    /// Takes a round that was drawn before.
    ///
    /// # Errors
    /// Where the seed gives other stations.
    pub fn drawn(self, name: &str, bytes: &[u8]) -> Result<Self, Refused> {
        let mut ground = self.0;
        ground.take_draw(name, bytes)?;
        Ok(Self(ground))
    }

    /// Gives the draw up and looks at every station; gives the bytes of the file.
    pub fn full_count(self) -> (FullCount, String) {
        self.0.full_count()
    }
}

impl FullCount {
    /// The records of a person's file.
    ///
    /// # Errors
    /// Every problem, with row and column.
    pub fn records(&self, table: &Table) -> Result<RecordsFile, Refused> {
        self.0.records_of(table)
    }

    /// Takes records.
    ///
    /// # Errors
    /// Where one does not follow from what is there.
    pub fn record(self, name: &str, bytes: &[u8]) -> Result<Audit, Refused> {
        self.0.record(name, bytes)
    }
}

impl Concluded {
    /// What ended it.
    pub fn conclusion(&self) -> &Conclusion {
        &self.conclusion
    }

    /// The records of a person's file; every one supersedes another, since each station has one.
    ///
    /// # Errors
    /// Every problem, with row and column.
    pub fn records(&self, table: &Table) -> Result<RecordsFile, Refused> {
        self.ground.records_of(table)
    }

    /// Takes records, and derives the state anew: an end may be none any more.
    ///
    /// # Errors
    /// Where one does not follow from what is there.
    pub fn record(self, name: &str, bytes: &[u8]) -> Result<Audit, Refused> {
        self.ground.record(name, bytes)
    }
}

impl Audit {
    /// The next file of the chain.
    ///
    /// # Errors
    /// Where the state takes no such file, or the file does not follow.
    pub(super) fn take(self, name: &str, bytes: &[u8]) -> Result<Self, Refused> {
        let is = |prefix: &str| name.starts_with(prefix);
        match self {
            Self::Committed(state) if is("draw-") => state.drawn(name, bytes).map(Self::Drawn),
            Self::Auditing(state) if is("draw-") => state.drawn(name, bytes).map(Self::Auditing),
            Self::Committed(Committed(ground))
            | Self::Drawn(Drawn(ground))
            | Self::Auditing(Auditing(ground))
                if is("full-count") =>
            {
                ground.take_full_count(name, bytes).map(Self::FullCount)
            }
            Self::Drawn(state) if is("records-") => state.record(name, bytes),
            Self::Auditing(state) if is("records-") => state.record(name, bytes),
            Self::FullCount(state) if is("records-") => state.record(name, bytes),
            Self::Confirmed(state) | Self::Overturned(state) if is("records-") => {
                state.record(name, bytes)
            }
            other => {
                let message = Message::new("rla-error-state")
                    .with("file", name)
                    .with("found", other.word());
                Err(Refused::because(message))
            }
        }
    }

    /// The state in a word of the message files and documents.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Planned(_) => "planned",
            Self::Committed(_) => "committed",
            Self::Drawn(_) => "drawn",
            Self::Auditing(_) => "auditing",
            Self::FullCount(_) => "full-count",
            Self::Confirmed(_) => "confirmed",
            Self::Overturned(_) => "overturned",
        }
    }

    fn ground(&self) -> Option<&Ground> {
        match self {
            Self::Planned(_) => None,
            Self::Committed(Committed(ground))
            | Self::Drawn(Drawn(ground))
            | Self::Auditing(Auditing(ground))
            | Self::FullCount(FullCount(ground))
            | Self::Confirmed(Concluded { ground, .. })
            | Self::Overturned(Concluded { ground, .. }) => Some(ground),
        }
    }

    /// Plan, manifest, margins and bounds.
    pub fn setup(&self) -> &Setup {
        match self {
            Self::Planned(state) => state.setup(),
            Self::Committed(Committed(ground))
            | Self::Drawn(Drawn(ground))
            | Self::Auditing(Auditing(ground))
            | Self::FullCount(FullCount(ground))
            | Self::Confirmed(Concluded { ground, .. })
            | Self::Overturned(Concluded { ground, .. }) => &ground.setup,
        }
    }

    /// What was committed to, and the SHA-256 that was announced.
    pub fn commitment(&self) -> Option<(&Commitment, &str)> {
        let ground = self.ground()?;
        Some((&ground.commitment, &ground.digest))
    }

    /// SHA-256 of the last file of the chain; `None` before the commitment.
    pub fn last(&self) -> Option<&str> {
        self.ground().map(|ground| ground.last.as_str())
    }

    /// The files of the chain, in their order.
    pub fn steps(&self) -> &[Step] {
        self.ground().map_or(&[], |ground| &ground.steps)
    }

    /// Stations at which nothing could be looked at, in order of their ids, the first 48,000 bytes of ids.
    pub fn absent(&self) -> Vec<AbsentStation> {
        self.ground().map_or_else(Vec::new, Ground::absent)
    }

    /// The rounds that were drawn.
    pub fn rounds(&self) -> &[DrawFile] {
        self.ground().map_or(&[], |ground| &ground.rounds)
    }

    /// The number of the next file of records.
    pub fn next_records(&self) -> u32 {
        self.ground()
            .map_or(1, |ground| ground.records.saturating_add(1))
    }

    /// Every record, superseded ones included.
    pub fn records(&self) -> &[Record] {
        self.ground().map_or(&[], |ground| &ground.book.records)
    }

    /// What holds of a station.
    pub fn record_of(&self, station: &str) -> Option<&Record> {
        let ground = self.ground()?;
        ground.book.of(ground.setup.manifest.position(station)?)
    }

    /// The taint of a station of the list, over all claims; `None` where nothing is recorded.
    pub fn taint_of(&self, station: usize) -> Option<Exact> {
        let ground = self.ground()?;
        let record = ground.book.of(station)?;
        Some(taint(&ground.setup, station, record))
    }

    /// Stations that are still to be looked at, in order of their ids.
    pub fn pending(&self) -> Vec<usize> {
        self.ground().map_or_else(Vec::new, |ground| {
            let drawn = ground.drawn.iter().copied();
            drawn.filter(|at| ground.book.of(*at).is_none()).collect()
        })
    }

    /// Whether single ballots are looked at: they were or will be drawn, and not every box is counted.
    pub fn is_of_ballots(&self) -> bool {
        let is_full_count = self.ground().is_some_and(|ground| ground.is_full_count);
        self.setup().ballots.is_some() && !is_full_count
    }

    /// Drawn ballots that are still to be looked at: station on the list and position in its box, in this order.
    pub fn pending_ballots(&self) -> Vec<(usize, u64)> {
        let Some(ground) = self.ground().filter(|ground| ground.is_of_ballots()) else {
            return Vec::new();
        };
        let drawn = ground.drawn_ballots.iter().copied();
        drawn
            .filter(|ballot| ground.ballots.of(*ballot).is_none())
            .collect()
    }

    /// What holds of a ballot, by station on the list and position in its box.
    pub fn ballot_of(&self, station: usize, position: u64) -> Option<&BallotRecord> {
        self.ground()?.ballots.of((station, position))
    }

    /// Every record of a ballot, superseded ones included.
    pub fn ballot_records(&self) -> &[BallotRecord] {
        self.ground().map_or(&[], |ground| &ground.ballots.records)
    }

    /// Whether stations were drawn, or all are looked at.
    pub fn is_begun(&self) -> bool {
        self.ground()
            .is_some_and(|ground| !ground.rounds.is_empty() || ground.is_full_count)
    }

    /// The risk so far; `None` before something was drawn.
    pub fn measure(&self) -> Option<Measure> {
        let ground = self.ground().filter(|_| self.is_begun())?;
        Some(ground.measure())
    }

    /// How it ended.
    pub fn concluded(&self) -> Option<&Concluded> {
        match self {
            Self::Confirmed(concluded) | Self::Overturned(concluded) => Some(concluded),
            _ => None,
        }
    }

    /// What the audit takes in: one bound for each link that the conclusion settles; none before.
    pub fn risk_bounds(&self) -> Vec<RiskBound> {
        let (Some(concluded), Some(ground)) = (self.concluded(), self.ground()) else {
            return Vec::new();
        };
        let plan = &ground.setup.plan;
        let overturned = matches!(self, Self::Overturned(_));
        let bound = |link: Link, method: &str| RiskBound {
            link,
            source: plan.source.clone(),
            risk: match concluded.conclusion {
                Conclusion::ByRisk { p } => p,
                Conclusion::ByFullCount { .. } => 0.0,
            },
            sample: ground.sample(),
            method: match concluded.conclusion {
                Conclusion::ByRisk { .. } => method.to_owned(),
                Conclusion::ByFullCount { .. } => "full-count".to_owned(),
            },
            register: plan.register.clone(),
            copies: plan.copies_origin.clone(),
            overturned,
            count: match &concluded.conclusion {
                Conclusion::ByRisk { .. } => None,
                Conclusion::ByFullCount { totals, uncounted } => Some(CountedVotes {
                    votes: totals.clone(),
                    uncounted: *uncounted,
                }),
            },
            rests_on_registered: plan.registered_of_records && !plan.reads_registered,
        };
        let links = plan.links().into_iter();
        let bounds = links.map(|link| match link {
            Link::SheetToCopy => bound(link, "re-check"),
            other => bound(other, plan.risk_word()),
        });
        bounds.collect()
    }

    /// SHA-256 of what the audit rests on; a conclusion stands while the records give the same.
    pub fn basis(&self) -> Option<String> {
        let setup = self.setup();
        setup.plan.basis(&setup.manifest)
    }

    /// The outcome that was audited, in ballot order.
    pub fn outcome(&self) -> &[Code] {
        &self.setup().plan.outcome
    }
}
