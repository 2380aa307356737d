//! The records of a data set, in the order of the specification.

mod contests;
mod declarations;
mod places;
mod sheets;
mod sources;

pub use sources::is_public;

pub(in crate::entries) use places::last_component;

use std::collections::BTreeMap;

use scrutineer_model::{Dataset, Date, Finding, Recomputable, SheetSet, SheetStatus, StationIdx};
use scrutineer_tlog::Hash;

use crate::batch::Publication;
use crate::canonical::Problem;
use crate::entry::{
    self, Argument, Close, Entry, Nth, Number, Policy, PublisherLine, Recovery, SheetStatusWord,
    Text, fixed,
};

/// For files that no authority published: from the SHA-256 of the bytes, in lower-case hexadecimal,
/// to the salted commitment (see [`crate::commitment`]).
pub type Commitments = BTreeMap<String, Hash>;

/// Bytes of the lists of one entry that has several parts; the limit of an entry less its frame.
const PART_BYTES: usize = 60_000;

/// Every record of the data set, in the order of the specification: the election, divisions, places,
/// stations, sources, files, declarations, import issues, dispositions, attested findings, sheets.
///
/// `findings` are those of the audit of this data set; only those that a stranger cannot recompute
/// become entries. Fails with every record that cannot be one: a number beyond an entry's, two codes
/// that are one in normal form C, a file without the commitment that it needs.
pub fn entries<'a>(
    dataset: &'a Dataset,
    findings: &'a [Finding],
    commitments: &Commitments,
) -> Result<impl Iterator<Item = Entry<'a>> + use<'a>, Vec<Problem>> {
    let mut problems = Vec::new();
    places::distinct(dataset, &mut problems);
    let election = contests::parts(dataset, &mut problems);
    let mut middle = sources::sources(dataset);
    sources::files(dataset, commitments, &mut middle, &mut problems);
    declarations::declarations(dataset, &mut middle, &mut problems);
    sources::issues(dataset, &mut middle);
    sources::dispositions(dataset, &mut middle);
    attested(findings, &mut middle, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(election
        .into_iter()
        .chain(places::divisions(dataset))
        .chain(places::places(dataset))
        .chain(places::stations(dataset))
        .chain(middle)
        .chain(sheets::sheets(dataset)))
}

/// What is published when, as the first entry of a log.
pub fn policy<'a>(publication: &Publication, recovery: Option<Recovery<'a>>) -> Entry<'a> {
    let mut held = Policy::new(
        publication.at_once().to_vec(),
        publication.stations(),
        publication.minutes(),
        recovery,
    );
    // The folder is where more than its limits is refused.
    held.publisher = publication.publisher().and_then(PublisherLine::new);
    Entry::Policy(held)
}

/// The end of the collection: every station without a sheet of any source, by what became of it.
pub fn close(dataset: &Dataset, date: Date) -> Vec<Entry<'_>> {
    let stations = dataset.stations();
    let mut reported = vec![false; stations.len()];
    for station in dataset.sheets().iter().flat_map(SheetSet::stations) {
        if let Some(held) = reported.get_mut(station.get()) {
            *held = true;
        }
    }
    let mut missing: BTreeMap<SheetStatusWord, Vec<StationIdx>> = BTreeMap::new();
    for (station, _) in stations.indices().zip(reported).filter(|(_, held)| !held) {
        let status: SheetStatus = stations.get(station).sheet_status;
        let list = missing.entry(SheetStatusWord(status)).or_default();
        list.push(station);
    }
    let counts: BTreeMap<SheetStatusWord, Number> = missing
        .iter()
        .map(|(&status, list)| (status, number(list.len() as u64)))
        .collect();
    let mut parts: Vec<BTreeMap<SheetStatusWord, Vec<Text<'_>>>> = vec![BTreeMap::new()];
    let mut size = 0;
    for (status, station) in missing
        .iter()
        .flat_map(|(&status, list)| list.iter().map(move |&station| (status, station)))
    {
        let id = stations.id(station);
        size += id.len() + 3;
        if size > PART_BYTES {
            parts.push(BTreeMap::new());
            size = id.len() + 3;
        }
        if let Some(part) = parts.last_mut() {
            part.entry(status).or_default().push(Text::new(id));
        }
    }
    let total = number(parts.len() as u64);
    (1..)
        .zip(parts)
        .map(|(at, stations)| Close::new(date, number(at), total, counts.clone(), stations).into())
        .collect()
}

/// A number of things that are in memory, which an entry's integers always hold.
fn number(count: u64) -> Number {
    Number::new(count).unwrap_or_default()
}

/// A number of the folder; a problem where it is beyond an entry's.
fn checked(path: &str, value: u64, problems: &mut Vec<Problem>) -> Number {
    Number::new(value).unwrap_or_else(|| {
        let expected = format!("a number of at most {}", entry::MAX_INTEGER);
        problems.push(Problem::new(path, expected, value.to_string()));
        Number::default()
    })
}

fn optional(text: Option<&String>) -> Option<Text<'_>> {
    text.map(|text| Text::new(text))
}

/// A text that is kept empty in memory where there is none.
fn unless_empty(text: &str) -> Option<Text<'_>> {
    (!text.is_empty()).then(|| Text::new(text))
}

/// Gives word for word equal entries their numbers, from 2.
fn number_copies<'a>(
    entries: &mut [Entry<'a>],
    copy: for<'b> fn(&'b mut Entry<'a>) -> Option<&'b mut Option<Nth>>,
) {
    let mut seen: BTreeMap<Vec<u8>, u32> = BTreeMap::new();
    for entry in entries {
        let Ok(bytes) = entry.to_bytes() else {
            continue;
        };
        let times = seen.entry(bytes).or_insert(0);
        *times += 1;
        if *times > 1
            && let Some(held) = copy(entry)
        {
            *held = Nth::new(*times);
        }
    }
}

/// Findings that only private columns give. Decisions on them are entries of their own.
fn attested<'a>(findings: &'a [Finding], into: &mut Vec<Entry<'a>>, problems: &mut Vec<Problem>) {
    let private = |finding: &&Finding| finding.recomputable == Recomputable::FromPrivate;
    for finding in findings.iter().filter(private) {
        let path = format!("finding {}", finding.key.as_str());
        let mut arguments = |values: &'a BTreeMap<String, scrutineer_model::Value>| {
            let mut held = BTreeMap::new();
            for (name, value) in values {
                match Argument::of(value) {
                    Some(argument) => {
                        held.insert(Text::new(name), argument);
                    }
                    None => problems.push(Problem::new(
                        format!("{path}, {name}"),
                        format!("a number of at most {}", entry::MAX_INTEGER),
                        format!("{value:?}"),
                    )),
                }
            }
            held
        };
        let figures = arguments(&finding.figures);
        let args = arguments(&finding.message.args);
        let votes = finding.votes_at_stake;
        let votes_at_stake = votes.map(|votes| checked(&path, votes, problems));
        let subject = &finding.subject;
        into.push(Entry::Finding(entry::Finding {
            bears_on: finding.bears_on,
            code: Text::new(&finding.code),
            figures,
            key: Text::new(finding.key.as_str()),
            kind: fixed(),
            link: finding.link,
            message: entry::Message {
                args,
                id: Text::new(&finding.message.id),
            },
            recomputable: finding.recomputable,
            severity: finding.severity,
            subject: entry::Subject {
                declaration: optional(subject.declaration.as_ref()),
                division: optional(subject.division.as_ref()),
                option: optional(subject.option.as_ref()),
                place: optional(subject.place.as_ref()),
                source: optional(subject.source.as_ref()),
                station: optional(subject.station.as_ref()),
            },
            tier: finding.tier,
            v: fixed(),
            votes_at_stake,
        }));
    }
}
