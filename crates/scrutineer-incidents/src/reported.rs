//! Reports by right and type: how many, and what they say, without what would tell who somebody is (H16).

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};
use serde::Serialize;

use crate::book::Book;
use crate::forms::Forms;
use crate::publish::{Published, SMALLEST, protect};
use crate::quantity::Quantity;
use crate::rates::{Observed, observed};
use crate::records::Report;
use crate::vocabulary::{ActKind, Category, Force, Means, Phase, Resolved, Response};

/// Reports that touch a right.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct RightReports {
    /// The right; `none` for types without an obligation.
    pub right: Code,
    /// What the types cite, `INSTRUMENT ARTICLE`.
    pub cites: Vec<String>,
    /// The types. One that touches several rights stands under each; nothing is added over rights.
    pub types: Vec<TypeReports>,
}

/// Reports of a type.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct TypeReports {
    /// The family.
    pub family: Code,
    /// The type.
    pub kind: Code,
    /// How many reports.
    pub reports: Published,
    /// How many of them were seen and not heard.
    pub direct: Published,
    /// First day; `None` where the number of reports is withheld: few reports and a day tell who it was.
    pub first: Option<Date>,
    /// Last day, `None` likewise.
    pub last: Option<Date>,
    /// Means of force that reports name, with the number of reports. Empty where one of them, or what is left beside
    /// it, is of 1 to 4 reports, of every type but deaths: how people were harmed is about persons wherever it stands.
    pub means: BTreeMap<Means, u64>,
    /// Kinds of units that reports name, likewise. Whether they were there was not verified.
    pub units: BTreeMap<Category, u64>,
    /// Whether force was used, in the reports that say it, likewise.
    pub force: BTreeMap<Force, u64>,
    /// How authorities responded, in the reports that say it, likewise. A report can name several responses.
    pub responses: BTreeMap<Response, u64>,
    /// When in the election. Empty where one of them is withheld, of types about persons only.
    pub phases: BTreeMap<Phase, u64>,
    /// Whether it was resolved, in the reports that say it, as for the phases.
    pub resolved: BTreeMap<Resolved, u64>,
    /// Persons affected by one incident, over the reports that say a number; `None` where none does or it is withheld,
    /// as for the means of force, and where an end is of 1 to 4 persons.
    pub persons: Option<Spread>,
    /// People in one assembly; `None` where no report says it, where an end is of 1 to 4 people of any type but deaths,
    /// or where the number of reports that say it is withheld.
    pub sizes: Option<Spread>,
    /// By deployment, a rate only of a probability sample. Of types about persons, deployments whose number is
    /// small, or would give a small one away, are left out.
    pub observed: Vec<Observed>,
}

/// Numbers that reports say, as a range over reports: each is of its own incident and in the words of who reports, so
/// they are never added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Spread {
    /// Reports that say a number.
    pub reports: u64,
    /// The smallest lower end.
    pub low: u64,
    /// The largest upper end.
    pub high: u64,
}

/// A number of reports about persons who may be told apart.
pub(crate) fn not_small(count: u64) -> Published {
    if (1..SMALLEST).contains(&count) {
        Published::Withheld
    } else {
        Published::Shown(count)
    }
}

pub(crate) fn by_right(counted: &[&Report], book: &Book, forms: &Forms) -> Vec<RightReports> {
    let mut rights: BTreeMap<Code, (BTreeSet<String>, BTreeSet<Code>)> = BTreeMap::new();
    for report in counted {
        let mut is_cited = false;
        for obligation in forms.obligations(&report.kind) {
            is_cited = true;
            let held = rights.entry(obligation.right.clone()).or_default();
            held.0
                .insert(format!("{} {}", obligation.instrument, obligation.article));
            held.1.insert(report.kind.clone());
        }
        if let (false, Ok(none)) = (is_cited, Code::parse("none")) {
            rights
                .entry(none)
                .or_default()
                .1
                .insert(report.kind.clone());
        }
    }
    rights
        .into_iter()
        .map(|(right, (cites, kinds))| RightReports {
            right,
            cites: cites.into_iter().collect(),
            types: kinds
                .iter()
                .filter_map(|kind| of_type(kind, counted, book, forms))
                .collect(),
        })
        .collect()
}

fn of_type(kind: &Code, counted: &[&Report], book: &Book, forms: &Forms) -> Option<TypeReports> {
    let form = forms.get(kind)?;
    let held: Vec<&Report> = counted
        .iter()
        .copied()
        .filter(|report| report.kind == *kind)
        .collect();
    let is_about_persons = form.about_persons;
    let total = held.len() as u64;
    let cell = |count: u64| {
        if is_about_persons {
            not_small(count)
        } else {
            Published::Shown(count)
        }
    };
    // The rest of a total would tell what is withheld.
    let part = |count: u64| match cell(total.saturating_sub(count)) {
        Published::Withheld => Published::Withheld,
        Published::Shown(_) => cell(count),
    };
    let reports = cell(total);
    let is_shown = reports != Published::Withheld;
    let direct = part(held.iter().filter(|report| report.is_direct).count() as u64);
    let told = Told {
        reports: &held,
        is_protected: is_about_persons,
        is_shown,
    };
    // How people were harmed, by whom and how many is about persons whatever the type: deaths alone may be exact.
    let harm = Told {
        is_protected: is_about_persons || kind.as_str() != ActKind::Killed.word(),
        ..told
    };
    let mut by_deployment = observed(kind, &held, &book.deployments);
    if is_about_persons {
        by_deployment = not_small_each(by_deployment, total);
    }
    let first = held.iter().map(|report| report.interval.0).min()?;
    let last = held.iter().map(|report| report.interval.1).max()?;
    Some(TypeReports {
        family: form.family.clone(),
        kind: kind.clone(),
        reports,
        direct,
        first: is_shown.then_some(first),
        last: is_shown.then_some(last),
        means: harm.several(|report| report.means.clone()),
        units: harm.one(|report| report.unit),
        force: harm.one(|report| report.force),
        responses: harm.several(|report| report.responses.clone()),
        phases: told.one(|report| Some(report.phase)),
        resolved: told.one(|report| report.resolved),
        persons: harm.spread(|report| report.persons),
        sizes: told
            .spread(|report| report.size)
            .filter(|spread| !harm.is_few(*spread)),
        observed: by_deployment,
    })
}

/// The counted reports of a type, and what may be told of them.
#[derive(Clone, Copy)]
struct Told<'a> {
    reports: &'a [&'a Report],
    is_protected: bool,
    is_shown: bool,
}

impl Told<'_> {
    /// Whether a number of reports, or what is left beside it, is withheld.
    fn is_withheld(&self, count: u64) -> bool {
        let rest = (self.reports.len() as u64).saturating_sub(count);
        let is_small = |number| not_small(number) == Published::Withheld;
        self.is_protected && (is_small(count) || is_small(rest))
    }

    /// Whether an end of a range is a number of persons that is withheld.
    fn is_few(&self, spread: Spread) -> bool {
        let is_small = |count| not_small(count) == Published::Withheld;
        self.is_protected && (is_small(spread.low) || is_small(spread.high))
    }

    /// Reports by the words of a list.
    fn several<K: Ord>(&self, words: impl Fn(&Report) -> Vec<K>) -> BTreeMap<K, u64> {
        let mut found = BTreeMap::new();
        for report in self.reports {
            // A word that a report repeats is one word.
            let named: BTreeSet<K> = words(report).into_iter().collect();
            for word in named {
                *found.entry(word).or_default() += 1;
            }
        }
        if !self.is_shown || found.values().any(|count| self.is_withheld(*count)) {
            found.clear();
        }
        found
    }

    /// Reports by a word of which each has one at most: what is left of all of them together tells who said none.
    fn one<K: Ord>(&self, word: impl Fn(&Report) -> Option<K>) -> BTreeMap<K, u64> {
        let found = self.several(|report| word(report).into_iter().collect());
        if self.is_withheld(found.values().sum()) {
            return BTreeMap::new();
        }
        found
    }

    /// The range of the numbers that reports say.
    fn spread(&self, number: impl Fn(&Report) -> Option<Quantity>) -> Option<Spread> {
        let said: Vec<Quantity> = self
            .reports
            .iter()
            .filter_map(|report| number(report))
            .collect();
        let ends = |held: &Quantity| held.high.unwrap_or(held.low);
        let spread = Spread {
            reports: said.len() as u64,
            low: said.iter().map(|held| held.low).min()?,
            high: said.iter().map(ends).max()?,
        };
        (self.is_shown && !self.is_few(spread) && !self.is_withheld(spread.reports))
            .then_some(spread)
    }
}

/// The deployments whose numbers may be shown beside the total, which tells the rest. Of one that is left out it
/// is not said whether it had any.
fn not_small_each(observed: Vec<Observed>, total: u64) -> Vec<Observed> {
    let mut row: Vec<u64> = observed.iter().map(|held| held.reports).collect();
    let rest = total.saturating_sub(row.iter().sum());
    row.push(rest);
    let shown = protect(&vec![row]).into_iter().flatten();
    let is_small = |places: Option<u64>| places.is_some_and(|held| (1..SMALLEST).contains(&held));
    observed
        .into_iter()
        .zip(shown)
        .filter(|(held, shown)| *shown != Published::Withheld && !is_small(held.places))
        .map(|(held, _)| held)
        .collect()
}
