//! The folder `rla` of an election: one folder an audit.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use scrutineer_audit::{AuditConclusion, standing_audits};
use scrutineer_formats::Excerpt;
use scrutineer_model::{Code, Dataset, Evidence, Exact, Message, SheetSet, Value};
use scrutineer_publication::derive::AUDITS;
use scrutineer_publication::entry::{AuditOutcome, AuditStep, AuditStepKind, Number};
use scrutineer_publication::release::{COMMITMENT, STATIONS, certificate};
use scrutineer_report::Language;
use scrutineer_rla::audit::{
    Audit, AuditFile, CapacityBasis, Plan, Problem, Refused, Setup, Step, StepKind, replay,
};
use scrutineer_rla::batch::Size;

use super::measure::certificate_of;
use crate::command::audit::internal;
use crate::failure::Failure;
use crate::folder;
use crate::output;
use crate::session::Session;

/// The folder of all audits.
const RLA: &str = "rla";

/// The records of single ballots of an audit that compares them.
pub(super) const CAST: &str = "ballot-records.csv";

/// The folder of an audit.
pub(super) fn place(dir: &Path, audit: &Code) -> PathBuf {
    dir.join(RLA).join(audit.as_str())
}

/// The ids of the audits of a folder, in order.
fn names(session: &Session<'_>, dir: &Path) -> Result<Vec<Code>, Failure> {
    let root = dir.join(RLA);
    let entries = match fs::read_dir(&root) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(session.unread(&root, &error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| session.unread(&root, &error))?;
        let name = entry.file_name();
        // What is no id is no audit of ours.
        let id = name.to_str().and_then(|name| Code::parse(name).ok());
        found.extend(id.filter(|id| {
            !id.as_str().starts_with('.') && entry.path().join("plan.json").is_file()
        }));
    }
    found.sort();
    Ok(found)
}

/// The audit that is meant: the named one, or the only one.
pub(super) fn chosen(
    session: &Session<'_>,
    dir: &Path,
    named: Option<&str>,
) -> Result<Code, Failure> {
    if let Some(name) = named {
        return id(session, name);
    }
    let names = names(session, dir)?;
    match names.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(Failure::input(
            session.filled("rla-none", &[("file", &dir.join(RLA).display())]),
        )),
        several => {
            let known: Vec<&str> = several.iter().map(Code::as_str).collect();
            let known = known.join(", ");
            Err(Failure::usage(
                session.filled("rla-several", &[("known", &known)]),
            ))
        }
    }
}

/// A name of an audit.
pub(super) fn id(session: &Session<'_>, name: &str) -> Result<Code, Failure> {
    let parsed = Code::parse(name).map_err(|_| ());
    // A name of dots only would leave the folder.
    parsed
        .and_then(|id| {
            if name.starts_with('.') {
                Err(())
            } else {
                Ok(id)
            }
        })
        .map_err(|()| Failure::usage(session.filled("rla-name", &[("found", &name)])))
}

/// Reads an audit, and checks all of it again.
pub(super) fn read(session: &Session<'_>, dir: &Path, audit: &Code) -> Result<Audit, Failure> {
    let place = place(dir, audit);
    let entries = fs::read_dir(&place).map_err(|error| session.unread(&place, &error))?;
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| session.unread(&place, &error))?;
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
            continue;
        };
        let is_json = Path::new(&name)
            .extension()
            .is_some_and(|end| end == "json");
        if !is_json && name != "manifest.csv" && name != CAST {
            continue;
        }
        let path = entry.path();
        let bytes = folder::read(&path).map_err(|error| session.unread(&path, &error))?;
        files.push(AuditFile { name, bytes });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let read = replay(&files).map_err(|error| refused(session, Some(&place), &error))?;
    if read.setup().plan().audit != *audit {
        let message = Message::new("rla-error-differs")
            .with("what", "audit")
            .with("expected", audit.as_str())
            .with("found", read.setup().plan().audit.as_str());
        let problem = Problem::of_file("plan.json", message);
        return Err(refused(session, Some(&place), &problem.into()));
    }
    Ok(read)
}

/// Every problem in a line of its own. Files of an audit are named from its folder.
pub(super) fn refused(session: &Session<'_>, place: Option<&Path>, error: &Refused) -> Failure {
    let line = |problem: &Problem| {
        let what = session.sentence(&problem.message);
        if problem.file.is_empty() {
            return what;
        }
        let mut at = match place {
            Some(place) => place.join(&problem.file).display().to_string(),
            None => problem.file.clone(),
        };
        if problem.row > 0 {
            // Writing to a string cannot fail.
            let _ = write!(at, ":{}", problem.row);
        }
        if !problem.column.is_empty() {
            let _ = write!(at, ":{}", Excerpt::of(&problem.column));
        }
        session.filled("cli-error-at", &[("place", &at), ("what", &what)])
    };
    let lines: Vec<String> = error.problems.iter().map(line).collect();
    match lines.as_slice() {
        [only] => Failure::input(only.clone()),
        _ => Failure::inputs(lines),
    }
}

/// Writes a file, over one that is there.
pub(super) fn write(session: &Session<'_>, path: &Path, text: &str) -> Result<(), Failure> {
    output::write(path, text.as_bytes()).map_err(|error| session.unwritten(path, &error))
}

/// Writes a file of the chain, which must not be there.
pub(super) fn write_new(session: &Session<'_>, path: &Path, text: &str) -> Result<(), Failure> {
    if path.exists() {
        let error = io::Error::from(io::ErrorKind::AlreadyExists);
        return Err(session.unwritten(path, &error));
    }
    write(session, path, text)
}

fn all(session: &Session<'_>, dir: &Path) -> Result<Vec<Audit>, Failure> {
    let names = names(session, dir)?;
    names.iter().map(|name| read(session, dir, name)).collect()
}

/// What the audits of a folder concluded about the records as they are now.
pub(crate) fn evidence(
    session: &Session<'_>,
    dir: &Path,
    dataset: &Dataset,
) -> Result<Evidence, Failure> {
    let conclusions: Vec<AuditConclusion> = all(session, dir)?
        .iter()
        .filter(|audit| audit.is_begun())
        .map(|audit| AuditConclusion {
            source: audit.setup().plan().source.clone(),
            links: audit.setup().plan().links(),
            winners: audit.outcome().iter().map(ToString::to_string).collect(),
            basis: audit.basis(),
            bounds: audit.risk_bounds(),
            absent: audit.absent(),
        })
        .collect();
    let standing = standing_audits(dataset, &conclusions);
    Ok(Evidence {
        risk_bounds: standing.bounds,
        unfinished: standing.unfinished,
        absent: standing.absent,
        ..Evidence::default()
    })
}

/// What a publication has of the audits of a folder.
pub(crate) struct Published {
    /// The steps, as entries of a log.
    pub(crate) steps: Vec<AuditStep<'static>>,
    /// The files with which they are replayed, by their path in a release. One that has not drawn yet has none.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// What is published of the audits of a folder. What names a station whose sheet was taken out of the folder since, or
/// was announced with digests of files that no authority published, stays in the folder, and is told on standard error.
pub(crate) fn published(
    session: &mut Session<'_>,
    dir: &Path,
    dataset: &Dataset,
) -> Result<Published, Failure> {
    let (mut steps, mut files) = (Vec::new(), BTreeMap::new());
    for audit in all(session, dir)? {
        for (at, step) in (1u64..).zip(audit.steps()) {
            steps.push(entry(&audit, at, step)?);
        }
        if audit.rounds().is_empty() {
            continue;
        }
        if let Some(station) = gone(&audit, dataset) {
            let name = &audit.setup().plan().audit;
            let extra: [(&str, &dyn std::fmt::Display); 2] =
                [("audit", name), ("station", &station)];
            session.note(&session.filled("cli-publish-audit-gone", &extra));
            continue;
        }
        if names_private(&audit) {
            let name = &audit.setup().plan().audit;
            session.note(&session.filled("cli-publish-audit-private", &[("audit", name)]));
            continue;
        }
        replayed(session, dir, &audit, &mut files)?;
    }
    Ok(Published { steps, files })
}

/// Whether the announcement has the digests of all files of the folder, as those of earlier versions have: the
/// operator's own description of the election was always among them.
fn names_private(audit: &Audit) -> bool {
    let inputs = audit.commitment().map(|(held, _)| held.inputs.as_slice());
    let mut inputs = inputs.unwrap_or_default().iter();
    inputs.any(|input| input.role == "election")
}

/// The first station of an audit's list of which its source has no sheet any more.
fn gone(audit: &Audit, dataset: &Dataset) -> Option<String> {
    let setup = audit.setup();
    let mut sets = dataset.sheets().iter();
    let set = sets.find(|set| dataset.source(set.source()).id == setup.plan().source);
    let held: BTreeSet<&str> = set
        .into_iter()
        .flat_map(SheetSet::stations)
        .map(|station| dataset.stations().id(*station))
        .collect();
    let mut rows = setup.manifest().rows().iter();
    rows.find(|row| !held.contains(row.station.as_str()))
        .map(|row| row.station.clone())
}

fn replayed(
    session: &Session<'_>,
    dir: &Path,
    audit: &Audit,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Failure> {
    let name = &audit.setup().plan().audit;
    for file in [COMMITMENT, STATIONS] {
        let path = place(dir, name).join(file);
        let bytes = folder::read(&path).map_err(|error| session.unread(&path, &error))?;
        files.insert(format!("{AUDITS}/{name}/{file}"), bytes);
    }
    for language in Language::ALL {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let aside = session.aside(language, &mut out, &mut err);
        let file = certificate(language.tag());
        let text = certificate_of(audit, &aside).map(String::into_bytes);
        files.extend(text.map(|text| (format!("{AUDITS}/{name}/{file}"), text)));
    }
    Ok(())
}

fn entry(audit: &Audit, number: u64, step: &Step) -> Result<AuditStep<'static>, Failure> {
    let plan = audit.setup().plan();
    let kind = match step.kind {
        StepKind::Commitment => AuditStepKind::Commitment,
        StepKind::Draw => AuditStepKind::Draw,
        StepKind::Records => AuditStepKind::Records,
        StepKind::FullCount => AuditStepKind::FullCount,
    };
    let whole = |number: u64| Number::new(number).ok_or_else(|| internal("a number of a step"));
    let digest = step.digest.parse().map_err(internal)?;
    let winners = audit.outcome().iter().map(ToString::to_string).collect();
    let made = AuditStep::new(
        (plan.audit.to_string(), whole(number)?),
        (kind, digest),
        (plan.source.to_string(), winners),
        (plan.risk_word(), &plan.links()),
        whole(step.sample)?,
    )
    .resting_on(
        plan.register.as_ref().map(ToString::to_string),
        plan.copies_origin.clone(),
    );
    let made = made.without(&step.absent);
    let Some(bound) = step.bounds.first() else {
        return Ok(made);
    };
    let outcome = if bound.overturned {
        AuditOutcome::Overturned
    } else {
        AuditOutcome::Confirmed
    };
    let rests = step.bounds.iter().any(|bound| bound.rests_on_registered);
    let made = made
        .ended(outcome, bound.count.is_none().then_some(bound.risk))
        .with_details(bound.count.as_ref(), if rests { step.sample } else { 0 });
    Ok(match audit.basis() {
        Some(basis) => made.based_on(basis.parse().map_err(internal)?),
        None => made,
    })
}

/// A share as the message files print it, from a measured number.
pub(super) fn percent(p: f64) -> Value {
    Exact::new(millionths(p), 1_000_000).map_or_else(|| Value::from(p), Value::from)
}

/// The smallest number of millionths that is not below.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a share is at most a million millionths"
)]
fn millionths(p: f64) -> i128 {
    (p.clamp(0.0, 1.0) * 1e6).ceil() as i128
}

/// What bounds the stations without a record, as every sentence with a size or a risk names it: a register total, else
/// what the capacity of a station rests on.
pub(super) fn resting(
    register: Option<&Code>,
    capacity: CapacityBasis,
    session: &Session<'_>,
) -> String {
    let message = Message::new("rla-resting").with("how", capacity.word());
    session.sentence(&match register {
        Some(register) => message.with("register", register.as_str()),
        None => message,
    })
}

/// The same of a plan.
pub(super) fn plan_resting(plan: &Plan, session: &Session<'_>) -> String {
    let capacity = plan.capacity.unwrap_or(CapacityBasis::Stations);
    resting(plan.register.as_ref(), capacity, session)
}

/// The options of the first `rla draw`: no dice are thrown where only a full count would do.
pub(super) fn first_draw(setup: &Setup) -> &'static str {
    match setup.first_size() {
        Size::Draws(_) => "--seed ...",
        Size::FullCount => "--full-count",
    }
}
