//! The small files beside the measurements.

use std::fs;
use std::path::Path;

use scrutineer_censorship::{Fingerprints, Problem};

use crate::failure::Failure;
use crate::session::Session;

/// Reads a file by `parse`, or tells every problem of it.
pub(super) fn list<T: Default>(
    path: Option<&Path>,
    session: &Session<'_>,
    parse: impl Fn(&[u8]) -> Result<T, Vec<Problem>>,
) -> Result<T, Failure> {
    let Some(path) = path else {
        return Ok(T::default());
    };
    let bytes = fs::read(path).map_err(|error| session.unread(path, &error))?;
    parse(&bytes).map_err(|problems| {
        Failure::inputs(problems.iter().map(|problem| told(path, problem, session)))
    })
}

/// Reads the fingerprints.
pub(super) fn fingerprints(
    path: Option<&Path>,
    session: &Session<'_>,
) -> Result<Fingerprints, Failure> {
    list(path, session, Fingerprints::parse)
}

fn told(path: &Path, problem: &Problem, session: &Session<'_>) -> String {
    let expected = session.plain(&format!("censorship-expected-{}", problem.expected));
    let found = if problem.found.is_empty() {
        session.plain("censorship-found-nothing")
    } else {
        format!("{:?}", problem.found)
    };
    let parts: [(&str, &dyn std::fmt::Display); 5] = [
        ("file", &path.display()),
        ("row", &problem.row),
        ("column", &problem.column),
        ("expected", &expected),
        ("found", &found),
    ];
    session.filled("censorship-problem", &parts)
}
