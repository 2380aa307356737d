//! `audit`: the answers.

use std::path::Path;

use scrutineer_audit::{AuditReport, SCHEMA, attach_divisions, audit, audit_core};
use scrutineer_forensics::test_results;
use scrutineer_formats::Loaded;
use scrutineer_model::Evidence;
use scrutineer_report::{
    Dossier, KeptPower, TerminalOptions, brief, brief_html, compare, comparison_text, html_with,
    json, terminal_with,
};

use crate::args::{Audit, Colour, General};
use crate::command::conditions::gathered;
use crate::command::{power, rla};
use crate::failure::Failure;
use crate::require::{self, Requirement};
use crate::session::Session;
use crate::status::Status;
use crate::{folder, output};

/// Columns of the terminal report.
const WIDTH: usize = 80;

pub(crate) fn run(
    args: &Audit,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let requirements = requirements(&args.require, session)?;
    let old = args
        .compare
        .as_deref()
        .map(|path| read_report(path, session))
        .transpose()?;
    let loaded = folder::open(session, &args.dir, &args.search, args.accept_import)?;
    session.stage("cli-progress-auditing", &[]);
    let evidence = rla::evidence(session, &args.dir, &loaded.dataset)?;
    let report = audited(&loaded, &evidence, args.core, args.by.as_deref(), session)?;
    let conditions = if args.with_conditions {
        Some(gathered(&args.dir, &loaded.dataset, general, session)?)
    } else {
        None
    };
    // Only whole pages have the section of the tests.
    let shows_tests = !args.core && !args.brief && (args.full || args.html.is_some());
    let power = if shows_tests {
        power::kept(&args.dir, &loaded.dataset, session)
    } else {
        None
    };
    let dossier = conditions.as_ref().map(|conditions| Dossier {
        report: &report,
        conditions,
        power: power.as_ref(),
    });
    if let Some(path) = &args.html {
        let language = session.language();
        let made = match (&dossier, args.brief) {
            (Some(dossier), true) => dossier.brief_html(language),
            (Some(dossier), false) => dossier.html(language),
            (None, true) => brief_html(&report, language),
            (None, false) => html_with(&report, power.as_ref(), language),
        };
        write(path, &made.map_err(internal)?, session)?;
    }
    let is_page_alone = args.html.is_some() && !args.json && args.out.is_none();
    if is_page_alone {
        let path = args.html.as_deref().unwrap_or(Path::new(""));
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
    } else {
        let text = {
            let beside = (old.as_ref(), power.as_ref(), dossier);
            rendered(args, general, &report, beside, session)?
        };
        match &args.out {
            None => session.print(&text)?,
            Some(path) => {
                write(path, &text, session)?;
                let line = session.filled("cli-wrote", &[("file", &path.display())]);
                session.line(&line)?;
            }
        }
    }
    Ok(judge(&requirements, &report, session))
}

fn requirements(texts: &[String], session: &Session<'_>) -> Result<Vec<Requirement>, Failure> {
    let (read, unread): (Vec<_>, Vec<_>) = texts
        .iter()
        .map(|text| require::parse(text).ok_or(text))
        .partition(Result::is_ok);
    let unread: Vec<String> = unread
        .into_iter()
        .filter_map(Result::err)
        .map(|text| session.filled("cli-error-unknown-requirement", &[("found", text)]))
        .collect();
    if unread.is_empty() {
        Ok(read.into_iter().filter_map(Result::ok).collect())
    } else {
        Err(Failure::usage(unread.join("\n")))
    }
}

/// The report of what was read, with the divisions that were asked for.
pub(crate) fn audited(
    loaded: &Loaded,
    evidence: &Evidence,
    is_core: bool,
    level: Option<&str>,
    session: &Session<'_>,
) -> Result<AuditReport, Failure> {
    let mut report = if is_core {
        audit_core(&loaded.dataset, evidence)
    } else {
        let evidence = Evidence {
            tests: test_results(&loaded.dataset),
            ..evidence.clone()
        };
        audit(&loaded.dataset, &evidence)
    }
    .map_err(internal)?;
    if let Some(level) = level {
        attach_divisions(&mut report, &loaded.dataset, level).map_err(|error| {
            let known = error.expected.join(", ");
            let pairs: [(&str, &dyn std::fmt::Display); 2] =
                [("found", &error.found), ("known", &known)];
            Failure::usage(session.filled("cli-error-unknown-level", &pairs))
        })?;
    }
    Ok(report)
}

fn rendered(
    args: &Audit,
    general: &General,
    report: &AuditReport,
    (old, power, dossier): (
        Option<&AuditReport>,
        Option<&KeptPower>,
        Option<Dossier<'_>>,
    ),
    session: &Session<'_>,
) -> Result<String, Failure> {
    let language = session.language();
    if let Some(old) = old {
        let comparison = compare(old, report);
        return if args.json {
            document(&comparison)
        } else {
            comparison_text(&comparison, language, WIDTH).map_err(internal)
        };
    }
    if args.json {
        return match dossier {
            Some(dossier) => dossier.json().map_err(internal),
            None => json(report).map_err(internal),
        };
    }
    if args.brief {
        return match dossier {
            Some(dossier) => dossier.brief(language).map_err(internal),
            None => brief(report, language).map_err(internal),
        };
    }
    let options = TerminalOptions {
        language,
        color: is_coloured(general.color, args.out.is_some(), session),
        width: WIDTH,
        by: args.by.clone(),
        full: args.full,
    };
    match dossier {
        Some(dossier) => dossier.terminal(&options).map_err(internal),
        None => terminal_with(report, power, &options).map_err(internal),
    }
}

fn is_coloured(asked: Colour, is_file: bool, session: &Session<'_>) -> bool {
    match asked {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            let environment = session.environment;
            !is_file && environment.out_is_terminal && !environment.is_colour_refused()
        }
    }
}

/// A report of an earlier run. Fields that this program does not know are ignored.
fn read_report(path: &Path, session: &Session<'_>) -> Result<AuditReport, Failure> {
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    let not = |why: String| {
        Failure::input(session.filled(
            "cli-error-not-a-report",
            &[("file", &path.display()), ("why", &why)],
        ))
    };
    let value: serde_json::Value =
        serde_json::from_slice(&bytes).map_err(|error| not(no_json(session, &error)))?;
    let found = value
        .get("schema")
        .and_then(serde_json::Value::as_str)
        .unwrap_or("-");
    if found != SCHEMA {
        let pairs: [(&str, &dyn std::fmt::Display); 2] = [("expected", &SCHEMA), ("found", &found)];
        return Err(not(session.filled("cli-expected-found", &pairs)));
    }
    // From the text again: exact fractions may need 128 bits, which a tree of values does not hold.
    serde_json::from_slice(&bytes).map_err(|error| not(no_json(session, &error)))
}

/// Where a text stops to be the JSON that is read, and what stands there.
pub(crate) fn no_json(session: &Session<'_>, error: &serde_json::Error) -> String {
    use serde_json::error::Category;
    let what = session.said(match error.classify() {
        Category::Eof => "a text that is cut off",
        Category::Data => "value of another type",
        Category::Syntax | Category::Io => "not JSON",
    });
    let place = format!("{}:{}", error.line(), error.column());
    session.filled("cli-error-at", &[("place", &place), ("what", &what)])
}

fn judge(requirements: &[Requirement], report: &AuditReport, session: &mut Session<'_>) -> Status {
    let mut status = Status::Done;
    for requirement in requirements {
        let id = if requirement.holds(report) {
            "cli-required"
        } else {
            status = Status::Required;
            "cli-required-not"
        };
        let line = session.filled(id, &[("what", &requirement.text)]);
        session.note(&line);
    }
    status
}

fn write(path: &Path, text: &str, session: &Session<'_>) -> Result<(), Failure> {
    output::write(path, text.as_bytes()).map_err(|error| session.unwritten(path, &error))
}

/// A value as an indented document with one line break at the end.
pub(crate) fn document(value: &impl serde::Serialize) -> Result<String, Failure> {
    let mut text = serde_json::to_string_pretty(value).map_err(internal)?;
    text.push('\n');
    Ok(text)
}

/// A failure that no input should reach: numbers beyond 128 bits, a message without its text.
pub(crate) fn internal(error: impl std::fmt::Display) -> Failure {
    Failure::input(error.to_string())
}
