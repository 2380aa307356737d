//! `publish`: the public bundle, first and every time.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use scrutineer_formats::nist::NistOptions;
use scrutineer_formats::{ElectionFolder, Loaded, geometry};
use scrutineer_logstore::keys::RecoveryPolicy;
use scrutineer_logstore::{DiskHead, DiskObjects, Head as _, LogReader, PublicObjects, Writer};
use scrutineer_model::{
    Date, Evidence, Finding, ImportIssueKind, Input, InputRole, Message, Severity, SourceIdx,
};
use scrutineer_publication::batch::Publication;
use scrutineer_publication::derive::Extras;
use scrutineer_publication::entries::EntryIndex;
use scrutineer_publication::entry::{Recovery, Text};
use scrutineer_publication::publish::{
    FreeText, Late, Now, Plan, PublishError, Published, Publishing, Waiting, index, plan, publish,
};
use scrutineer_publication::release::DEMONSTRATION;
use scrutineer_publication::state::{PrivateState, StateError};
use scrutineer_publication::succession::succeed;
use scrutineer_tlog::compromise::CompromiseNotice;
use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::{Checkpoint, Policy, SigningKey};
use serde_json::{Value, json};

use crate::args::{General, Publish};
use crate::command::audit::{document, internal};
use crate::command::conditions::gathered;
use crate::command::verify::policy;
use crate::command::witness::{Answers, Asking, answers, ask, tell_answers};
use crate::command::{guard, notice, rla, store};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, keys, output};

/// The public key of the log, kept with its private state for `fsck`.
pub(crate) const VKEY: &str = "log.vkey";
/// A policy with the log's key alone: whoever publishes adds witnesses, and gives it away.
pub(crate) const POLICY: &str = "policy.txt";

pub(crate) fn run(
    args: &Publish,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let described = folder::describe(session, &args.dir)?;
    let loaded = folder::open(session, &args.dir, &args.search, args.accept_import)?;
    guard::apart(args, session)?;
    let key = keys::signer(&args.signer, session)?;
    guard::seen(args, key.verifier(), session)?;
    let recovery = recovery(args, session)?;
    not_set_back(args, session)?;
    let is_demonstration = key.verifier().name().as_str() == DEMONSTRATION;
    let conditions = if args.with_conditions {
        let made = gathered(&args.dir, &loaded.dataset, general, session)?;
        Some(made.json().map_err(internal)?.into_bytes())
    } else {
        None
    };
    let beside = Beside {
        recovery: recovery.as_ref(),
        conditions,
    };
    let done = with(args, &described, loaded, key, beside, session)?;
    if matches!(done, Done::Published(_)) {
        guard::remember(args, session)?;
    }
    let asked = asked(args, &done, session)?;
    tell(args, is_demonstration, &done, asked.as_ref(), session)
}

/// A witness that cosigned more than the log has, or something else, shows that bundle and state were
/// set back together: nothing is signed then.
fn not_set_back(args: &Publish, session: &Session<'_>) -> Result<(), Failure> {
    let (Some(path), true) = (&args.ask, args.out.join("checkpoint").exists()) else {
        return Ok(());
    };
    let trusted = policy(path, session)?;
    let answers = ask(&asking(args, &trusted), session)?;
    let mut lines: Vec<String> = answers
        .contradictions()
        .map(|(name, why)| session.filled("cli-ask-contradicts", &[("name", &name), ("why", &why)]))
        .collect();
    if lines.is_empty() {
        return Ok(());
    }
    lines.push(session.plain("cli-publish-restored"));
    Err(Failure {
        status: Status::Required,
        ..Failure::inputs(lines)
    })
}

/// What was published is public already; cosignatures are added to it as they come.
fn asked(
    args: &Publish,
    done: &Done,
    session: &Session<'_>,
) -> Result<Option<(Policy, Answers)>, Failure> {
    let (Some(path), Done::Published(_)) = (&args.ask, done) else {
        return Ok(None);
    };
    let trusted = policy(path, session)?;
    let answers = ask(&asking(args, &trusted), session)?;
    Ok(Some((trusted, answers)))
}

fn asking<'a>(args: &'a Publish, policy: &'a Policy) -> Asking<'a> {
    Asking {
        bundle: &args.out,
        state: &args.state,
        policy,
        only: &[],
        cosigned: &[],
        deadline: args.deadline,
        operators: &[],
    }
}

/// What a run did, or would do.
pub(crate) enum Done {
    Planned(Plan),
    Published(Published),
}

/// What is published beside the records of the folder.
#[derive(Default)]
pub(crate) struct Beside<'a> {
    pub(crate) recovery: Option<&'a RecoveryPolicy>,
    /// The document of the conditions of the vote.
    pub(crate) conditions: Option<Vec<u8>>,
}

/// Publishes a folder that was read.
pub(crate) fn with(
    args: &Publish,
    described: &ElectionFolder,
    mut loaded: Loaded,
    key: SigningKey,
    beside: Beside<'_>,
    session: &mut Session<'_>,
) -> Result<Done, Failure> {
    let audits = rla::published(session, &args.dir, &loaded.dataset)?;
    let findings = scrutineer_audit::audit(&loaded.dataset, &Evidence::default())
        .map_err(internal)?
        .findings;
    privacy(&findings, &args.accept, session)?;
    own_length(args, &mut loaded);
    let verifier = key.verifier().clone();
    let publication = publication(described);
    let disclose = disclosed(args, described, &loaded, session)?;
    let dataset = &loaded.dataset;
    let geometry = folder::geometry(session, &args.dir, &args.search, described, dataset)?;
    let input = Publishing {
        dataset: &loaded.dataset,
        findings: &findings,
        lengths: &loaded.lengths,
        audits: &audits.steps,
        publication: &publication,
        recovery: beside.recovery.map(entry_of),
        disclose: &disclose,
        close: args.close,
        extras: Extras {
            nist: args.nist.then(|| NistOptions {
                issuer: verifier.name().to_string(),
                abbreviation: verifier.name().to_string(),
                is_test: verifier.name().as_str() == DEMONSTRATION,
            }),
            site: true,
            beside: scrutineer_publication::beside::Beside {
                conditions: beside.conditions,
                geometry: geometry.as_ref().map(geometry::document),
                audits: audits.files,
            },
        },
        now: now()?,
    };
    if args.dry_run {
        return planned(args, &input, session).map(Done::Planned);
    }
    session.stage("cli-progress-publishing", &[]);
    let mut writer = writer(args, key, session)?;
    if let (Some(predecessor), Some(notice)) = (&args.predecessor, &args.notice) {
        let old = DiskObjects::open_existing(predecessor).map_err(|error| said(session, error))?;
        let note = notice::read(notice, session)?;
        succeed(&mut writer, &verifier, &LogReader::new(old), &note)
            .map_err(|error| said(session, error))?;
    }
    let mut state = PrivateState::open(&args.state).map_err(|error| said(session, error))?;
    let published =
        publish(&mut writer, &mut state, &input).map_err(|error| refused(session, &error))?;
    Ok(Done::Published(published))
}

/// The description is an input too, of which a commitment needs the length.
fn own_length(args: &Publish, loaded: &mut Loaded) {
    let own = loaded
        .dataset
        .inputs()
        .iter()
        .find(|input| input.role == InputRole::Election);
    if let (Some(own), Ok(held)) = (own, fs::metadata(args.dir.join(folder::ELECTION))) {
        loaded.lengths.insert(own.sha256.clone(), held.len());
    }
}

/// Files to put beside the log. A file is disclosed with every column, so that one of a source with
/// private columns, or with columns that nobody named, is refused.
fn disclosed(
    args: &Publish,
    described: &ElectionFolder,
    loaded: &Loaded,
    session: &Session<'_>,
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    let mut refused = Vec::new();
    for path in &args.disclose {
        let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
        let digest = sha256(&bytes).to_string();
        let inputs = loaded.dataset.inputs().iter();
        let mut of = inputs.filter(|input| input.sha256 == digest);
        if of.any(|input| has_hidden(described, loaded, input)) {
            refused.push(session.filled("cli-publish-hidden", &[("file", &path.display())]));
        }
        files.push((path.display().to_string(), bytes));
    }
    if refused.is_empty() {
        Ok(files)
    } else {
        Err(Failure::inputs(refused))
    }
}

/// Whether a file has columns that no output may have, or free text of the operator.
fn has_hidden(described: &ElectionFolder, loaded: &Loaded, input: &Input) -> bool {
    let Some(id) = &input.source else {
        return true;
    };
    let is_own = |source: SourceIdx| loaded.dataset.source(source).id == *id;
    let unmapped = loaded.dataset.issues().iter().any(|issue| {
        issue.kind == ImportIssueKind::UnmappedColumn && issue.source.is_some_and(is_own)
    });
    let mut sources = loaded.dataset.sources().iter();
    if sources.any(|source| source.id == *id && source.is_withheld()) {
        return true;
    }
    let mut sources = described.sources().iter();
    sources
        .find(|source| source.id == *id)
        .is_none_or(|source| {
            let columns = &source.table.columns;
            unmapped
                || columns.picture.is_some()
                || !columns.private.is_empty()
                || !columns.ignore.is_empty()
        })
}

/// Opens the log, or begins it.
fn writer(
    args: &Publish,
    key: SigningKey,
    session: &Session<'_>,
) -> Result<Writer<PublicObjects, DiskHead>, Failure> {
    let has_log = store::checkpoint(&args.out, session)?.is_some() || has_begun(&args.state);
    if !has_log {
        guard::free(&args.out, session)?;
    }
    let (objects, head) = store::open(&args.out, &args.state, session)?;
    let vkey = args.state.join(VKEY);
    let text = format!("{}\n", key.verifier());
    let is_new = head.load().map_err(|error| said(session, error))?.is_none()
        && store::checkpoint(&args.out, session)?.is_none();
    let opened = if is_new {
        Writer::create(objects, head, key)
    } else {
        Writer::open(objects, head, key).map(|(writer, _)| writer)
    };
    let writer = opened.map_err(|error| said(session, error))?;
    let policy = args.state.join(POLICY);
    if !policy.exists() {
        let line = format!("log {text}quorum none\n");
        output::write(&policy, line.as_bytes())
            .map_err(|error| session.unwritten(&policy, &error))?;
    }
    if fs::read(&vkey).ok().as_deref() != Some(text.as_bytes()) {
        output::write(&vkey, text.as_bytes()).map_err(|error| session.unwritten(&vkey, &error))?;
    }
    Ok(writer)
}

/// Whether the private folder is one of a log: an earlier run that stopped may have left a bundle without
/// a checkpoint.
fn has_begun(state: &Path) -> bool {
    matches!(output::claim(state, None), Ok(output::Claim::Foreign))
}

/// What would be appended: nothing is created or signed.
fn planned(args: &Publish, input: &Publishing<'_>, session: &Session<'_>) -> Result<Plan, Failure> {
    if store::checkpoint(&args.out, session)?.is_none() && !has_begun(&args.state) {
        guard::free(&args.out, session)?;
    }
    let mut state = PrivateState::open(&args.state).map_err(|error| said(session, error))?;
    // A successor begins with what its predecessor had.
    let begun = if store::checkpoint(&args.out, session)?.is_some() {
        Some((&args.out, None))
    } else if let (Some(predecessor), Some(path)) = (&args.predecessor, &args.notice) {
        let note = notice::read(path, session)?;
        let held: CompromiseNotice = note
            .text()
            .parse()
            .map_err(|error| keys::at(path, session, error))?;
        Some((predecessor, Some(held.size())))
    } else {
        None
    };
    let known = match begun {
        None => EntryIndex::new(),
        Some((folder, frozen)) => known(folder, frozen, session)?,
    };
    plan(&known, &mut state, input).map_err(|error| refused(session, &error))
}

/// What the log in a folder has, of its first `frozen` entries or of all.
fn known(folder: &Path, frozen: Option<u64>, session: &Session<'_>) -> Result<EntryIndex, Failure> {
    let objects = store::reading(folder, session)?;
    let size = match (frozen, store::checkpoint(folder, session)?) {
        (Some(size), _) => size,
        (None, None) => 0,
        (None, Some(note)) => {
            let held: Checkpoint = note.text().parse().map_err(|error| said(session, error))?;
            held.size()
        }
    };
    let mut known = index(&objects, size).map_err(|error| said(session, error))?;
    if frozen.is_some() {
        known.inherit();
    }
    Ok(known)
}

/// Cells that look like data of persons stop a publication unless each kind is accepted by its code.
fn privacy(
    findings: &[Finding],
    accepted: &[String],
    session: &Session<'_>,
) -> Result<(), Failure> {
    let mut lines = Vec::new();
    for finding in findings {
        let is_private = finding.code.starts_with("P.") && finding.severity == Severity::Error;
        if is_private && finding.disposition.is_none() && !accepted.contains(&finding.code) {
            let what = session.sentence(&finding.message);
            lines.push(format!("{}: {what}", finding.code));
        }
    }
    if lines.is_empty() {
        return Ok(());
    }
    lines.push(session.plain("cli-publish-private"));
    Err(Failure::inputs(lines))
}

fn publication(described: &ElectionFolder) -> Publication {
    let held = described.publication();
    Publication::new(held.at_once.iter().copied(), held.stations, held.minutes)
        .by(described.publisher().cloned())
}

fn recovery(args: &Publish, session: &Session<'_>) -> Result<Option<RecoveryPolicy>, Failure> {
    let beside = args
        .signer
        .key
        .as_deref()
        .map(|key| key.with_file_name("recovery.txt"))
        .filter(|path| path.exists());
    let Some(path) = args.recovery.clone().or(beside) else {
        return Ok(None);
    };
    let text = fs::read_to_string(&path).map_err(|error| session.unread(&path, &error))?;
    let parsed: Result<RecoveryPolicy, _> = text.parse();
    parsed
        .map(Some)
        .map_err(|error| keys::at(&path, session, error))
}

fn entry_of(policy: &RecoveryPolicy) -> Recovery<'static> {
    Recovery {
        keys: policy
            .keys()
            .iter()
            .map(|key| Text::owned(key.to_string()))
            .collect(),
        threshold: u16::from(policy.quorum().needed()),
    }
}

/// The clock decides when a batch may close and dates the closing entry; nothing rests on it.
pub(crate) fn now() -> Result<Now, Failure> {
    let since = seconds()?;
    let day = i64::try_from(since / 86_400).map_err(internal)?;
    Ok(Now {
        minutes: since / 60,
        day: Date::from_days(day).ok_or_else(|| internal("the clock"))?,
    })
}

/// The time of day in POSIX seconds.
pub(crate) fn seconds() -> Result<u64, Failure> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Ok(since.map_err(internal)?.as_secs())
}

fn said(session: &Session<'_>, error: impl std::fmt::Display) -> Failure {
    Failure::input(session.said(error))
}

fn refused(session: &Session<'_>, error: &PublishError) -> Failure {
    match error {
        PublishError::Records(problems) => {
            Failure::inputs(problems.iter().map(|problem| session.said(problem)))
        }
        PublishError::Closed(late) => {
            let mut lines: Vec<String> = late.iter().map(|held| too_late(held, session)).collect();
            lines.push(session.plain("cli-publish-closed"));
            Failure::inputs(lines)
        }
        PublishError::State(StateError::Missing) => {
            Failure::inputs([session.said(error), session.plain("cli-publish-state-lost")])
        }
        other => said(session, other),
    }
}

/// A record that came after the closing entry, and where it stands.
fn too_late(late: &Late, session: &Session<'_>) -> String {
    let rows: Vec<String> = late
        .rows
        .iter()
        .map(|(file, row)| format!("{file}:{row}"))
        .collect();
    let place = rows.join(", ");
    let station = &late.station as &dyn std::fmt::Display;
    match &late.source {
        None => session.filled("cli-publish-late-station", &[("station", station)]),
        Some(source) => session.filled(
            "cli-publish-late-sheet",
            &[("station", station), ("source", source), ("place", &place)],
        ),
    }
}

fn tell(
    args: &Publish,
    is_demonstration: bool,
    done: &Done,
    asked: Option<&(Policy, Answers)>,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let status = asked.map_or(Status::Done, |(_, answers)| answers.status());
    if args.json {
        let mut value = value(args, done, is_demonstration);
        if let (Value::Object(value), Some((_, given))) = (&mut value, asked) {
            value.insert("asked".to_owned(), answers(given));
        }
        session.print(&document(&value)?)?;
        return Ok(status);
    }
    if is_demonstration {
        let line = session.plain("cli-demonstration");
        session.line(&line)?;
    }
    match done {
        Done::Planned(plan) => {
            let line = session.plain("cli-publish-would");
            session.line(&line)?;
            kinds(&plan.by_kind, session)?;
            texts(&plan.texts(), session)?;
            waiting(&plan.waiting, session)?;
            for path in &args.disclose {
                let id = "cli-publish-would-disclose";
                let line = session.filled(id, &[("file", &path.display())]);
                session.line(&line)?;
            }
            let message = Message::new("cli-publish-bytes").with("count", plan.bytes());
            let line = session.sentence(&message);
            session.line(&line)?;
        }
        Done::Published(published) => {
            if !published.appended.is_empty() {
                let line = session.plain("cli-publish-appended");
                session.line(&line)?;
            }
            kinds(&published.appended, session)?;
            texts(&published.texts, session)?;
            waiting(&published.waiting, session)?;
            let line = if let Some(released) = &published.released {
                let message = Message::new("cli-publish-released")
                    .with("size", released.size)
                    .with("root", released.root.to_base64())
                    .with("files", released.files as u64)
                    .with("bytes", released.bytes)
                    .with("report", released.report_id.as_str());
                session.sentence(&message)
            } else {
                session.plain("cli-publish-unchanged")
            };
            session.line(&line)?;
            if let Some((trusted, given)) = asked {
                tell_answers(&asking(args, trusted), given, session)?;
            }
            next(args, session)?;
        }
    }
    Ok(status)
}

fn next(args: &Publish, session: &mut Session<'_>) -> Result<(), Failure> {
    let heading = session.plain("cli-demo-next");
    let (program, out) = (&session.program, args.out.display());
    let policy = args.state.join(POLICY);
    let policy = policy.display();
    // What is in a bucket is copied into a folder, and checked there.
    let line = if args.out.to_str().and_then(store::bucket).is_some() {
        format!("{heading}\n  {program} mirror {out} --policy {policy} --state SEEN --out COPY")
    } else {
        format!("{heading}\n  {program} verify {out} --policy {policy}")
    };
    session.line(&line)
}

fn kinds(
    by_kind: &std::collections::BTreeMap<&'static str, u64>,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    for (kind, count) in by_kind {
        session.line(&format!("  {kind}: {count}"))?;
    }
    Ok(())
}

fn waiting(waiting: &Waiting, session: &mut Session<'_>) -> Result<(), Failure> {
    if waiting.records == 0 {
        return Ok(());
    }
    let message = Message::new("cli-publish-waiting").with("records", waiting.records as u64);
    let line = session.sentence(&message);
    session.line(&line)?;
    for (source, stations) in &waiting.sources {
        let message = Message::new("cli-publish-waiting-source")
            .with("source", source.as_str())
            .with("stations", *stations as u64)
            .with("needed", waiting.needed as u64);
        let line = session.sentence(&message);
        session.line(&format!("  {line}"))?;
    }
    Ok(())
}

/// Texts that anyone may have written anything into, each once. Names of places are only counted: there
/// are as many as places, and --json lists them.
fn texts(texts: &BTreeSet<FreeText>, session: &mut Session<'_>) -> Result<(), Failure> {
    let is_place =
        |held: &&FreeText| matches!(held.kind.as_str(), "division" | "place" | "register");
    let places = texts.iter().filter(is_place).count();
    if texts.len() > places {
        let line = session.plain("cli-publish-texts");
        session.line(&line)?;
    }
    for held in texts.iter().filter(|held| !is_place(held)) {
        session.line(&format!("  {}, {}: {}", held.kind, held.key, held.text))?;
    }
    if places > 0 {
        let message = Message::new("cli-publish-place-names").with("count", places as u64);
        let line = session.sentence(&message);
        session.line(&line)?;
    }
    Ok(())
}

fn value(args: &Publish, done: &Done, is_demonstration: bool) -> Value {
    let waits = |waiting: &Waiting| {
        json!({
            "records": waiting.records,
            "sources": waiting.sources,
            "needed": waiting.needed,
        })
    };
    let paths = args.disclose.iter();
    let disclosed: Vec<String> = paths.map(|path| path.display().to_string()).collect();
    let listed = |texts: &BTreeSet<FreeText>| -> Value {
        let all = texts.iter();
        all.map(|held| json!({"kind": held.kind, "key": held.key, "text": held.text}))
            .collect()
    };
    match done {
        Done::Planned(plan) => json!({
            "schema": "scrutineer/publish/1",
            "demonstration": is_demonstration,
            "dry_run": true,
            "disclosed": disclosed,
            "appended": plan.by_kind,
            "bytes": plan.bytes(),
            "texts": listed(&plan.texts()),
            "waiting": waits(&plan.waiting),
            "released": null,
        }),
        Done::Published(published) => json!({
            "schema": "scrutineer/publish/1",
            "demonstration": is_demonstration,
            "dry_run": false,
            "disclosed": disclosed,
            "appended": published.appended,
            "size": published.size,
            "texts": listed(&published.texts),
            "waiting": waits(&published.waiting),
            "released": published.released.as_ref().map(|released| json!({
                "size": released.size,
                "root": released.root.to_base64(),
                "report_id": released.report_id,
                "files": released.files,
                "bytes": released.bytes,
            })),
        }),
    }
}
