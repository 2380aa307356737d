//! `verify`: derive everything again from a bundle, or check one proof.

use std::fs;
use std::path::Path;

use scrutineer_audit::RULES;
use scrutineer_model::{Date, Message};
use scrutineer_publication::entry::Respondent;
use scrutineer_publication::release::DEMONSTRATION;
use scrutineer_publication::verify::{
    CheckpointInfo, Matching, ReportState, SignerRole, Verdict, Verification, VerifyOptions, verify,
};
use scrutineer_report::brief;
use scrutineer_tlog::{Checkpoint, Policy, ProofFile};
use serde_json::json;

use crate::args::Verify;
use crate::command::audit::{document, internal};
use crate::command::notice;
use crate::command::publish::now;
use crate::failure::Failure;
use crate::keys::at;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, output};

pub(crate) fn run(args: &Verify, session: &mut Session<'_>) -> Result<Status, Failure> {
    let policy = policy(&args.policy, session)?;
    if args.bundle.is_file() {
        return one(args, &policy, session);
    }
    let seen = match &args.seen {
        Some(path) if path.exists() => {
            // A file that is no checkpoint is not the bundle's fault.
            let note = notice::read(path, session)?;
            note.text()
                .parse::<Checkpoint>()
                .map_err(|error| at(path, session, error))?;
            Some(note.to_string().into_bytes())
        }
        _ => None,
    };
    session.stage("cli-progress-verifying", &[]);
    let options = VerifyOptions {
        skip_reaudit: args.no_reaudit,
        seen: seen.as_deref(),
        predecessor: args.predecessor.as_deref(),
        operators: &args.operator,
        threads: 2,
    };
    let found = verify(&args.bundle, &policy, &options)
        .map_err(|error| Failure::input(session.said(error)))?;
    if args.json {
        let text = document(&found)?;
        session.print(&text)?;
    } else {
        tell(&found, session)?;
        if found.checkpoint.is_none() {
            names(args, &policy, session)?;
        }
    }
    let is_verified = found.result == Verdict::Verified;
    if let (Some(path), true) = (&args.seen, is_verified) {
        let held = args.bundle.join("checkpoint");
        let bytes = folder::read(&held).map_err(|error| session.unread(&held, &error))?;
        output::write(path, &bytes).map_err(|error| session.unwritten(path, &error))?;
    }
    Ok(if is_verified {
        Status::Done
    } else {
        Status::Required
    })
}

/// Which log the bundle says it is, and which logs the policy names.
fn names(args: &Verify, policy: &Policy, session: &mut Session<'_>) -> Result<(), Failure> {
    let Ok(bytes) = folder::read(&args.bundle.join("checkpoint")) else {
        return Ok(());
    };
    let text = String::from_utf8_lossy(&bytes);
    let origin = text.lines().next().unwrap_or_default().to_owned();
    let logs: Vec<String> = policy
        .logs()
        .iter()
        .map(|log| log.key.name().to_string())
        .collect();
    let line = session.filled(
        "cli-verify-names",
        &[("origin", &origin), ("logs", &logs.join(", "))],
    );
    session.line(&line)
}

/// Whether a bundle verifies.
pub(crate) fn holds(
    bundle: &Path,
    policy_file: &Path,
    session: &Session<'_>,
) -> Result<bool, Failure> {
    let policy = policy(policy_file, session)?;
    let found = verify(bundle, &policy, &VerifyOptions::default())
        .map_err(|error| Failure::input(session.said(error)))?;
    Ok(found.result == Verdict::Verified)
}

/// A policy, which never comes from inside a bundle.
pub(crate) fn policy(path: &Path, session: &Session<'_>) -> Result<Policy, Failure> {
    let text = fs::read_to_string(path).map_err(|error| session.unread(path, &error))?;
    text.parse()
        .map_err(|error: scrutineer_tlog::policy::PolicyError| at(path, session, error))
}

/// A proof file with the record that it is about. What cannot be read from disk is an input error; what
/// is there and is no proof that holds is a negative result.
fn one(args: &Verify, policy: &Policy, session: &mut Session<'_>) -> Result<Status, Failure> {
    let path = &args.bundle;
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    let found = checked(&bytes, policy, session);
    if args.json {
        let value = match &found {
            Ok(holds) => json!({
                "schema": "scrutineer/proof-verification/1",
                "result": "verified",
                "origin": holds.origin,
                "demonstration": holds.origin == DEMONSTRATION,
                "index": holds.index,
                "size": holds.size,
                "witnesses": holds.witnesses,
                "entry": holds.entry,
            }),
            Err(why) => json!({
                "schema": "scrutineer/proof-verification/1",
                "result": "failed",
                "why": why,
            }),
        };
        session.print(&document(&value)?)?;
        return Ok(if found.is_ok() {
            Status::Done
        } else {
            Status::Required
        });
    }
    let holds = found.map_err(|why| Failure {
        status: Status::Required,
        ..at(path, session, why)
    })?;
    if holds.origin == DEMONSTRATION {
        let line = session.plain("cli-demonstration");
        session.line(&line)?;
    }
    let message = Message::new("cli-proof-holds")
        .with("index", holds.index)
        .with("size", holds.size)
        .with("origin", holds.origin.as_str())
        .with("witnesses", holds.witnesses);
    let line = session.sentence(&message);
    session.line(&line)?;
    session.line(&holds.entry)?;
    let line = session.plain("cli-proof-later");
    session.line(&line)?;
    Ok(Status::Done)
}

/// What a proof that holds says.
struct Holds {
    origin: String,
    index: u64,
    size: u64,
    witnesses: u64,
    entry: String,
}

fn checked(bytes: &[u8], policy: &Policy, session: &Session<'_>) -> Result<Holds, String> {
    let proof = ProofFile::parse(bytes).map_err(|error| session.said(error))?;
    let entry = proof
        .extra()
        .ok_or_else(|| session.plain("cli-proof-no-entry"))?;
    let found = proof
        .verify(entry, policy)
        .map_err(|error| session.said(error))?;
    Ok(Holds {
        origin: found.checkpoint.origin().to_owned(),
        index: proof.index(),
        size: found.checkpoint.size(),
        witnesses: found.cosigners.len() as u64,
        entry: String::from_utf8_lossy(entry).into_owned(),
    })
}

fn tell(found: &Verification, session: &mut Session<'_>) -> Result<(), Failure> {
    if let Some(checkpoint) = &found.checkpoint {
        if checkpoint.origin == DEMONSTRATION {
            let line = session.plain("cli-demonstration");
            session.line(&line)?;
        }
        let message = Message::new("cli-verify-checkpoint")
            .with("origin", checkpoint.origin.as_str())
            .with("size", checkpoint.size)
            .with("root", checkpoint.root.as_str());
        let line = session.sentence(&message);
        session.line(&line)?;
        for signer in checkpoint
            .signatures
            .iter()
            .filter(|signer| signer.role == SignerRole::Witness)
        {
            let id = match (signer.trusted, signer.operator) {
                (true, false) => "cli-verify-witness",
                (true, true) => "cli-verify-own-witness",
                (false, _) => "cli-verify-unknown-witness",
            };
            let day = signer
                .time
                .and_then(day)
                .map_or_else(|| "-".to_owned(), |day| day.to_string());
            let line = session.filled(id, &[("name", &signer.name), ("day", &day)]);
            session.line(&format!("  {line}"))?;
        }
        age(checkpoint, session)?;
    }
    let message =
        Message::new("cli-verify-witnesses").with("count", u64::from(found.independent_witnesses));
    let line = session.sentence(&message);
    session.line(&line)?;
    for (id, word) in [
        ("cli-verify-totals", word(found.totals)),
        ("cli-verify-tables", word(found.tables)),
        ("cli-verify-report", report_word(found.report)),
    ] {
        let word = session.plain(word);
        let line = session.filled(id, &[("state", &word)]);
        session.line(&line)?;
    }
    if found.report == ReportState::Match {
        let message = Message::new("cli-verify-findings")
            .with("recomputed", found.findings.recomputed)
            .with("private", found.findings.from_private);
        let line = session.sentence(&message);
        session.line(&line)?;
    }
    withheld(found, session)?;
    for reply in &found.replies {
        let by = session.plain(respondent(reply.by));
        let date = reply.date.to_string();
        let names: [(&str, &dyn std::fmt::Display); 3] =
            [("by", &by), ("date", &date), ("finding", &reply.finding)];
        let line = session.filled("cli-verify-reply", &names);
        session.line(&line)?;
        for line in reply.text.lines() {
            session.line(&format!("  | {}", visible(line)))?;
        }
    }
    let theirs = found.rules.as_deref().unwrap_or_default();
    for warning in &found.warnings {
        let id = format!("cli-verify-warning-{warning}");
        let line = match *warning {
            "other-rules" => session.filled(&id, &[("theirs", &theirs), ("ours", &RULES)]),
            _ => session.plain(&id),
        };
        session.line(&line)?;
    }
    for failure in &found.failures {
        let why = session.said(&failure.why);
        let line = session.filled("cli-error-at", &[("place", &failure.file), ("what", &why)]);
        session.line(&line)?;
    }
    // Answers that may rest on what is wrong are not repeated, and the verdict is what is read last.
    if let (Some(report), Verdict::Verified) = (&found.audit, found.result) {
        let text = brief(report, session.language()).map_err(internal)?;
        session.print(&format!("\n{text}\n"))?;
    }
    let line = session.plain(closing(found));
    session.line(&line)
}

/// The sentence that says what was verified, and claims no more.
fn closing(found: &Verification) -> &'static str {
    let was_said = |words: &[&str]| found.warnings.iter().any(|word| words.contains(word));
    match (found.result, found.report) {
        (Verdict::Failed, _) => "cli-verify-failed",
        (_, ReportState::Skipped) => "cli-verify-verified-skipped",
        (_, ReportState::OtherRules) => "cli-verify-verified-other-rules",
        (_, ReportState::NotPublished | ReportState::Differ) => "cli-verify-verified-log",
        _ if was_said(&["unread-page", "unread-copy", "other-files"]) => {
            "cli-verify-verified-words"
        }
        _ => "cli-verify-verified",
    }
}

/// The day of a time in POSIX seconds, UTC.
fn day(seconds: u64) -> Option<Date> {
    Date::from_days(i64::try_from(seconds / 86_400).ok()?)
}

/// How old the newest cosignature is. Times in entries are claims; only cosignatures bound them.
fn age(checkpoint: &CheckpointInfo, session: &mut Session<'_>) -> Result<(), Failure> {
    let newest = checkpoint
        .signatures
        .iter()
        .filter(|signer| signer.trusted)
        .filter_map(|signer| signer.time)
        .max();
    let Some(newest) = newest else { return Ok(()) };
    let days = (now()?.minutes * 60).saturating_sub(newest) / 86_400;
    if days == 0 {
        return Ok(());
    }
    let line = session.sentence(&Message::new("cli-verify-age").with("days", days));
    session.line(&line)
}

/// Material beside the log: what was found, and what was not, are told apart.
fn withheld(found: &Verification, session: &mut Session<'_>) -> Result<(), Failure> {
    let held = found.withheld;
    if held.matching + held.with_notice + held.missing + held.mismatch == 0 {
        return Ok(());
    }
    let message = Message::new("cli-verify-withheld")
        .with("matching", held.matching)
        .with("notice", held.with_notice)
        .with("missing", held.missing)
        .with("mismatch", held.mismatch);
    let line = session.sentence(&message);
    session.line(&line)
}

fn respondent(by: Respondent) -> &'static str {
    match by {
        Respondent::Authority => "reply-by-authority",
        Respondent::Party => "reply-by-party",
        Respondent::Observer => "reply-by-observer",
    }
}

/// A line of somebody else's text, which must not steer the terminal.
fn visible(line: &str) -> String {
    let is_steering = |held: char| {
        held.is_control() || matches!(held, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    line.replace(is_steering, "\u{fffd}")
}

fn word(state: Matching) -> &'static str {
    match state {
        Matching::Match => "cli-verify-match",
        Matching::Differ => "cli-verify-differ",
        Matching::NotPublished => "cli-verify-not-compared",
    }
}

fn report_word(state: ReportState) -> &'static str {
    match state {
        ReportState::Match => "cli-verify-match",
        ReportState::Differ => "cli-verify-differ",
        ReportState::OtherRules | ReportState::NotPublished | ReportState::Skipped => {
            "cli-verify-not-compared"
        }
    }
}
