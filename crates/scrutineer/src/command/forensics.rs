//! `forensics`: the tests of the sheets.

use std::path::Path;

use scrutineer_forensics::{Selection, TestId};
use scrutineer_model::Dataset;
use scrutineer_publication::sheet_tests::sheet_tests;
use scrutineer_report::{forensics_html, forensics_text};

use crate::args::Forensics;
use crate::command::audit::{document, internal};
use crate::command::power;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, output};

pub(crate) fn run(args: &Forensics, session: &mut Session<'_>) -> Result<Status, Failure> {
    let tests = tests(&args.test, session)?;
    let loaded = folder::open(session, &args.dir, &args.search, args.accept_import)?;
    session.stage("cli-progress-testing", &[]);
    let dataset = &loaded.dataset;
    known_names(args, dataset, session)?;
    let selection = Selection {
        tests,
        options: args.option.clone(),
        sources: args.source.clone(),
    };
    let made = sheet_tests(dataset, &selection);
    let beside = if args.json && args.html.is_none() {
        None
    } else {
        power::kept(&args.dir, dataset, session)
    };
    let language = session.language();
    if let Some(path) = &args.html {
        let page = forensics_html(&made, beside.as_ref(), language).map_err(internal)?;
        save(path, &page, session)?;
        if !args.json {
            return Ok(Status::Done);
        }
    }
    let text = if args.json {
        document(&made)?
    } else {
        forensics_text(&made, beside.as_ref(), language).map_err(internal)?
    };
    session.print(&text)?;
    Ok(Status::Done)
}

/// Writes a file and says so.
pub(crate) fn save(path: &Path, text: &str, session: &mut Session<'_>) -> Result<(), Failure> {
    output::write(path, text.as_bytes()).map_err(|error| session.unwritten(path, &error))?;
    let line = session.filled("cli-wrote", &[("file", &path.display())]);
    session.note(&line);
    Ok(())
}

/// Tests by their ids, or every one that does not exist.
fn tests(words: &[String], session: &Session<'_>) -> Result<Vec<TestId>, Failure> {
    let known: Vec<&str> = TestId::ALL.into_iter().map(TestId::word).collect();
    let mut found = Vec::new();
    let mut problems = Vec::new();
    for word in words {
        match TestId::named(word) {
            Some(test) => found.push(test),
            None => problems.push(unknown("--test", word, &known, session)),
        }
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(Failure::usage(problems.join("\n")))
    }
}

fn known_names(args: &Forensics, dataset: &Dataset, session: &Session<'_>) -> Result<(), Failure> {
    let options: Vec<&str> = dataset
        .contests()
        .iter()
        .flat_map(|contest| &contest.options)
        .map(|option| option.id.as_str())
        .collect();
    let sources: Vec<&str> = dataset
        .sources()
        .iter()
        .map(|source| source.id.as_str())
        .collect();
    let mut problems = Vec::new();
    for (flag, asked, known) in [
        ("--option", &args.option, &options),
        ("--source", &args.source, &sources),
    ] {
        let missing = asked.iter().filter(|word| !known.contains(&word.as_str()));
        problems.extend(missing.map(|word| unknown(flag, word, known, session)));
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Failure::usage(problems.join("\n")))
    }
}

/// A name that nothing has, with those that there are.
pub(crate) fn unknown(flag: &str, found: &str, known: &[&str], session: &Session<'_>) -> String {
    let known = known.join(", ");
    session.filled(
        "cli-error-unknown-name",
        &[("flag", &flag), ("found", &found), ("known", &known)],
    )
}
