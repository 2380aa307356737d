//! The invented conditions of the demonstration: those of `examples/conditions-synthetic`, at its own stations.

use std::borrow::Cow;

/// Each file by its path in the folder of an election.
macro_rules! shipped {
    ($($path:literal),* $(,)?) => {
        &[$((
            $path,
            include_bytes!(concat!("../../../../../examples/conditions-synthetic/", $path)) as &[u8],
        )),*]
    };
}

/// The files of the example that are about the conditions.
pub(super) const FILES: &[(&str, &[u8])] = shipped![
    "disclosure.toml",
    "incidents/acts.csv",
    "incidents/assessments.csv",
    "incidents/claims.csv",
    "incidents/deployments.csv",
    "incidents/events.csv",
    "incidents/forms.json",
    "incidents/items.csv",
    "incidents/links.csv",
    "incidents/namings.csv",
    "incidents/perpetrators.csv",
    "incidents/persons.csv",
    "incidents/releases.csv",
    "incidents/reports.csv",
    "incidents/sources.csv",
    "indices/answers.csv",
    "indices/coders.csv",
    "indices/decisions.csv",
    "indices/indices.toml",
    "indices/rules.toml",
    "measurements/control_YY_measurements.jsonl.gz",
    "measurements/networks.csv",
    "measurements/outages.csv",
    "measurements/statements.csv",
    "measurements/synthetic_ZZ_measurements.jsonl.gz",
    "measurements/targets.csv",
];

/// The table that names stations.
const REPORTS: &str = "incidents/reports.csv";

/// Stations of the example, each with one of the demonstration in the same region whose sheet is there or is
/// missing likewise. No station is on both sides.
const STATIONS: [(&str, &str); 10] = [
    ("010101002:01", "010103005:01"),
    ("010101002:02", "010101001:01"),
    ("010102006:02", "010101004:01"),
    ("010102007:01", "010201008:01"),
    ("010103005:10", "010101005:01"),
    ("010104009:01", "010302011:01"),
    ("010105001:04", "010101003:01"),
    ("020101004:02", "020101001:10"),
    ("020102002:03", "020103001:03"),
    ("020102012:01", "020101001:02"),
];

/// The files as the demonstration writes them.
pub(super) fn files() -> impl Iterator<Item = (&'static str, Cow<'static, [u8]>)> {
    FILES.iter().map(|(path, bytes)| {
        if *path != REPORTS {
            return (*path, Cow::Borrowed(*bytes));
        }
        let text = String::from_utf8_lossy(bytes).into_owned();
        let text = STATIONS.iter().fold(text, |text, (from, to)| {
            text.replace(&format!(",{from},"), &format!(",{to},"))
        });
        (*path, Cow::Owned(text.into_bytes()))
    })
}
