//! What is counted together: two publications tell by their difference how many left between them (H17).

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};

use super::release::{LEAST_RECORDS, claims_waiting};
use crate::area::Area;
use crate::book::Book;
use crate::claimed::Scope;
use crate::forms::Forms;
use crate::linkage::Decision;
use crate::persons::in_scope;
use crate::records::{Claim, Released, Report};
use crate::vocabulary::{ActKind, Qualifier};

/// What a record adds to the number of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adds {
    /// One, as any other of the kind.
    One,
    /// The person whom it is about: one, however many records say so, and none while another about them waits elsewhere.
    Person,
    /// Nobody: what is published does not change by it alone, or not in a way that can be foreseen.
    Nothing,
}

/// With which others a record is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The kind: fewer than five of it wait.
    pub kind: String,
    /// The act and the person whom a claim is about; `None` for reports and figures. Never printed.
    pub about: Option<(ActKind, Code)>,
    /// What it adds.
    pub adds: Adds,
}

/// Of each record about persons with which others its number is counted: a report of a type about persons with those
/// of its type, a claim of a source that may not be named with those of its act, unless it is death. What takes a claim
/// back is counted apart: with four claims it would hide how many came. Not in it is what may leave with any others.
///
/// A named claim that brings somebody new changes the number of persons and not one of claims: it is counted with those
/// that do so as well, by person, and so is what takes back the last claim that names somebody.
pub fn counted_together(book: &Book, forms: &Forms) -> BTreeMap<Code, Alike> {
    let is_about_persons = |report: &&Report| {
        forms
            .get(&report.kind)
            .is_some_and(|held| held.about_persons)
    };
    let reports = book.reports.iter().filter(is_about_persons);
    let reports = reports.map(|report| {
        let alike = Alike {
            kind: format!("type {}", report.kind),
            about: None,
            adds: Adds::One,
        };
        (report.id.clone(), alike)
    });
    let waiting: BTreeSet<Code> = claims_waiting(book).into_iter().collect();
    let claims = book
        .claims
        .iter()
        .filter(|claim| waiting.contains(&claim.id));
    let mut named: BTreeMap<ActKind, Named> = BTreeMap::new();
    let mut found: BTreeMap<Code, Alike> = reports.collect();
    for claim in claims.filter(|claim| claim.act != ActKind::Killed) {
        let named = named
            .entry(claim.act)
            .or_insert_with(|| Named::of(book, claim.act, &waiting));
        found.insert(claim.id.clone(), named.alike(book, claim));
    }
    found
}

/// The persons whom claims of an act name, each as all records that are decided to be them.
struct Named {
    /// The credible ones of what is published.
    published: Vec<BTreeSet<Code>>,
    /// The records of those who are still credible when every withdrawal that waits has left, and nothing else.
    stay: BTreeSet<Code>,
    /// When everything has left: whether each is credible, and their records.
    in_all: Vec<(bool, BTreeSet<Code>)>,
}

impl Named {
    fn of(book: &Book, act: ActKind, waiting: &BTreeSet<Code>) -> Self {
        let days = book.claims.iter().map(|held| held.as_of);
        let days = days.chain(book.links.iter().map(|held| held.decided));
        let last = days
            .chain(book.assessments.iter().map(|held| held.assessed))
            .max();
        let persons = |book: &Book| {
            let found = last.map(|last| persons(book, act, last));
            found.unwrap_or_default()
        };
        let credible = |book: &Book| -> Vec<BTreeSet<Code>> {
            let found = persons(book).into_iter();
            let credible = found.filter(|(is_credible, _)| *is_credible);
            credible.map(|(_, records)| records).collect()
        };
        let mut taken = book.clone();
        let back = book
            .claims
            .iter()
            .filter(|claim| claim.qualifier == Qualifier::Withdrawn && waiting.contains(&claim.id));
        taken.releases.extend(back.map(|claim| Released {
            record: claim.id.clone(),
            batch: u64::MAX,
        }));
        Self {
            published: credible(&book.clone().released()),
            stay: credible(&taken.released()).into_iter().flatten().collect(),
            in_all: persons(book),
        }
    }

    fn alike(&self, book: &Book, claim: &Claim) -> Alike {
        let is_back = claim.qualifier == Qualifier::Withdrawn;
        let what = if is_back { "back" } else { "act" };
        let taken = claim.withdraws.as_ref();
        let taken = taken.and_then(|id| book.claims.iter().find(|held| held.id == *id));
        let named = taken.unwrap_or(claim).person.as_ref();
        let held = named.and_then(|person| {
            let mut all = self.in_all.iter();
            let (is_credible, records) = all.find(|(_, records)| records.contains(person))?;
            Some((person, *is_credible, records))
        });
        let Some((person, is_credible, records)) = held else {
            return Alike {
                kind: format!("{what} {}", claim.act.word()),
                about: None,
                adds: Adds::One,
            };
        };
        let published: Vec<&BTreeSet<Code>> = self
            .published
            .iter()
            .filter(|held| !held.is_disjoint(records))
            .collect();
        let was_credible = !published.is_empty();
        let changes_nothing = if is_back {
            !was_credible || self.stay.contains(person)
        } else {
            is_known(book, person, records, &published)
        };
        let (by, adds) = if changes_nothing {
            ("", Adds::One)
        } else if was_credible == is_back && is_credible != is_back {
            ("person ", Adds::Person)
        } else {
            ("person ", Adds::Nothing)
        };
        Alike {
            kind: format!("{by}{what} {}", claim.act.word()),
            about: records.first().map(|first| (claim.act, first.clone())),
            adds,
        }
    }
}

/// The persons whom claims up to a day name: whether each is credible, and their records.
fn persons(book: &Book, act: ActKind, last: Date) -> Vec<(bool, BTreeSet<Code>)> {
    let scope = Scope {
        act,
        area: Area::default(),
        interval: None,
        cut_off: last,
        since: None,
    };
    let found = in_scope(book, &scope);
    let credible = found.clusters.iter().map(|held| held.status.is_credible());
    credible.zip(found.members).collect()
}

/// Whether a record is of somebody published, or decided to be the same as one that is, so that its claim makes of the
/// published persons no more and no fewer. `records` are those of the person when everything has left: where they hold
/// two published persons or a part of one, what waits joins or parts them.
fn is_known(
    book: &Book,
    person: &Code,
    records: &BTreeSet<Code>,
    published: &[&BTreeSet<Code>],
) -> bool {
    let [known] = published else {
        return false;
    };
    let is_joined = book.links.iter().any(|held| {
        held.decision == Decision::Same
            && (held.left == *person && known.contains(&held.right)
                || held.right == *person && known.contains(&held.left))
    });
    known.is_subset(records) && (known.contains(person) || is_joined)
}

/// The records without those of which fewer than five are counted together. `all` are all that wait.
pub(super) fn together<'a>(
    mut records: BTreeSet<&'a Code>,
    all: &BTreeSet<&'a Code>,
    alike: &BTreeMap<Code, Alike>,
) -> BTreeSet<&'a Code> {
    loop {
        let sizes = sizes(&records, all, alike);
        let is_enough = |held: &Alike| {
            let size = sizes.get(held.kind.as_str());
            size.is_none_or(|size| *size >= LEAST_RECORDS)
        };
        let before = records.len();
        // Who waits is no longer with the others about the same person.
        records.retain(|id| alike.get(*id).is_none_or(is_enough));
        if records.len() == before {
            return records;
        }
    }
}

fn sizes<'b>(
    records: &BTreeSet<&Code>,
    all: &BTreeSet<&Code>,
    alike: &'b BTreeMap<Code, Alike>,
) -> BTreeMap<&'b str, usize> {
    let elsewhere: BTreeSet<&(ActKind, Code)> = all
        .difference(records)
        .filter_map(|id| alike.get(*id)?.about.as_ref())
        .collect();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut counted = BTreeSet::new();
    for held in records.iter().filter_map(|id| alike.get(*id)) {
        let mut is_new = |about| !elsewhere.contains(about) && counted.insert((&held.kind, about));
        let adds = match held.adds {
            Adds::One => true,
            Adds::Person => held.about.as_ref().is_some_and(&mut is_new),
            Adds::Nothing => false,
        };
        *sizes.entry(&held.kind).or_default() += usize::from(adds);
    }
    sizes
}
