//! `demo`: a synthetic election from its ballots to the report, with the invented conditions of its vote.

mod conditions;

use std::path::Path;

use scrutineer_formats::Loaded;
use scrutineer_model::Evidence;
use scrutineer_report::{Dossier, Language, json};
use scrutineer_simulate::{Plan, simulate};

use crate::args::{Demo, General, Publish, Search, Signer};
use crate::command::audit::{audited, internal};
use crate::command::conditions::gathered;
use crate::command::{publish, serve_site, verify};
use crate::failure::Failure;
use crate::output::{self, Claim};
use crate::session::Session;
use crate::status::Status;
use crate::{folder, keys};

/// Says that a folder is the result of an earlier demonstration.
const MARK: &str = ".scrutineer-demo";
/// The public bundle inside the result.
const BUNDLE: &str = "bundle";
/// The election folder inside the result.
const ELECTION: &str = "election";

pub(crate) fn run(
    args: &Demo,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let out = &args.out;
    claimed(session, out, Some(MARK))?;
    let election = simulate(&Plan::demo()).map_err(internal)?;
    let dir = out.join(ELECTION);
    let failed = |session: &Session<'_>, path: &Path, error| session.unwritten(path, &error);
    let mark = out.join(MARK);
    output::write(&mark, b"").map_err(|error| failed(session, &mark, error))?;
    output::write_pieces(&dir, election.folder())
        .map_err(|(path, error)| failed(session, &path, error))?;
    for (path, bytes) in conditions::files() {
        let path = dir.join(path);
        output::write(&path, &bytes).map_err(|error| failed(session, &path, error))?;
    }
    let search = Search {
        mirror: Vec::new(),
        fetch: false,
        portable: true,
    };
    let loaded = folder::open(session, &dir, &search, false)?;
    let report = audited(&loaded, &Evidence::default(), false, None, session)?;
    let beside = gathered(&dir, &loaded.dataset, general, session)?;
    let dossier = Dossier {
        report: &report,
        conditions: &beside,
        power: None,
    };
    let page = |language| dossier.html(language).map_err(internal);
    let files = [
        ("report.html", page(Language::English)?),
        ("informe.html", page(Language::Spanish)?),
        ("report.json", json(&report).map_err(internal)?),
    ];
    let mut paths = Vec::new();
    for (name, text) in &files {
        let path = out.join(name);
        output::write(&path, text.as_bytes()).map_err(|error| failed(session, &path, error))?;
        paths.push(path);
    }
    let document = beside.json().map_err(internal)?;
    let is_verified = published(out, &dir, loaded, document, session)?;
    if args.json {
        let [_, _, (_, text)] = &files;
        session.print(text)?;
        return Ok(Status::Done);
    }
    let text = dossier.brief(session.language()).map_err(internal)?;
    session.print(&text)?;
    let heading = session.plain("cli-demo-open");
    session.line(&format!("\n{heading}"))?;
    for path in &paths {
        session.line(&format!("  {}", path.display()))?;
    }
    let (bundle, policy) = (out.join(BUNDLE), out.join(publish::POLICY));
    let id = if is_verified {
        "cli-demo-bundle"
    } else {
        "cli-demo-bundle-failed"
    };
    let line = session.plain(id);
    session.line(&format!("\n{line}"))?;
    session.line(&format!(
        "  {} verify {} --policy {}",
        session.program,
        bundle.display(),
        policy.display()
    ))?;
    let heading = session.plain("cli-demo-next");
    let next = format!("{} audit {} --by region", session.program, dir.display());
    session.line(&format!("{heading}\n  {next}"))?;
    if args.serve && is_verified {
        session.line("")?;
        return serve_site::serve(&bundle, args.listen, false, session);
    }
    Ok(if is_verified {
        Status::Done
    } else {
        Status::Required
    })
}

/// Publishes the election and the document of its conditions with the key that everyone has, and verifies the
/// bundle.
fn published(
    out: &Path,
    dir: &Path,
    loaded: Loaded,
    conditions: String,
    session: &mut Session<'_>,
) -> Result<bool, Failure> {
    let args = Publish {
        dir: dir.to_path_buf(),
        search: Search {
            mirror: Vec::new(),
            fetch: false,
            portable: true,
        },
        out: out.join(BUNDLE),
        state: out.join("state"),
        signer: Signer {
            key: None,
            passphrase_file: None,
            insecure_demo_key: true,
        },
        recovery: None,
        dry_run: false,
        disclose: Vec::new(),
        close: false,
        nist: false,
        accept_import: false,
        with_conditions: true,
        accept: Vec::new(),
        predecessor: None,
        notice: None,
        ask: None,
        deadline: 60,
        seen: None,
        json: false,
    };
    // A folder of an earlier demonstration has the same records, but other salts.
    for old in [&args.out, &args.state] {
        if old.exists() {
            std::fs::remove_dir_all(old).map_err(|error| session.unwritten(old, &error))?;
        }
    }
    let key = keys::signer(&args.signer, session)?;
    let policy = out.join(publish::POLICY);
    let text = format!("log {}\nquorum none\n", key.verifier());
    output::write(&policy, text.as_bytes()).map_err(|error| session.unwritten(&policy, &error))?;
    let described = folder::describe(session, dir)?;
    publish::with(
        &args,
        &described,
        loaded,
        key,
        publish::Beside {
            conditions: Some(conditions.into_bytes()),
            ..publish::Beside::default()
        },
        session,
    )?;
    verify::holds(&args.out, &policy, session)
}

/// Refuses a folder that holds what this command did not write.
pub(crate) fn claimed(
    session: &Session<'_>,
    folder: &Path,
    mark: Option<&str>,
) -> Result<(), Failure> {
    match output::claim(folder, mark) {
        Ok(Claim::Ours) => Ok(()),
        Ok(Claim::Foreign) => Err(Failure::input(
            session.filled("cli-error-foreign-folder", &[("file", &folder.display())]),
        )),
        Err(error) => Err(session.unread(folder, &error)),
    }
}
