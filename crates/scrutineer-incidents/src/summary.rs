//! What a report shows of incidents: nothing that is private, nothing small, nothing used in the answers.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};
use serde::Serialize;

use crate::area::Area;
use crate::book::Book;
use crate::claimed::{Scope, WentDown, went_down};
use crate::count::CountStatement;
use crate::cross::{OutletJoined, RefusedAndPresent};
use crate::forms::{Forms, IncidentType};
use crate::publish::{Published, SMALLEST, by_parts, count_in, protect, public_ids};
use crate::rates::{Observed, observed};
use crate::records::Report;
use crate::status::Insufficient;
use crate::vocabulary::{Access, ActKind, Category, Means, SourceKind, Standing};

/// What the document is called.
pub const SUMMARY_SCHEMA: &str = "scrutineer/incidents/1";

/// Everything that may be shown. The audit never sees it.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct IncidentSummary {
    /// [`SUMMARY_SCHEMA`].
    pub schema: &'static str,
    /// Always true: no answer rests on it.
    pub not_used_in_answers: bool,
    /// Claims and decisions after this day are not looked at.
    pub cut_off: Date,
    /// Who says something; those who may not be named by a number.
    pub sources: Vec<PublicSource>,
    /// One count for each act of which anything is said.
    pub counts: Vec<CountStatement>,
    /// Credible persons by act and state.
    pub by_area: Vec<AreaRow>,
    /// Reports by right, family and type.
    pub reports: Vec<RightReports>,
    /// Critical reports that nobody called back about: not counted.
    pub not_called_back: u64,
    /// Reports joined with sheets; empty where no election was given.
    pub refused_and_present: Vec<RefusedAndPresent>,
    /// Reports joined with network measurements.
    pub outlets: Vec<OutletJoined>,
    /// Sources that went down without a withdrawal.
    pub went_down: Vec<WentDown>,
    /// Assessments that change nothing, and why.
    pub insufficient: Vec<Insufficient>,
}

/// A source as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct PublicSource {
    /// Its id; `private-N` for one that may not be named.
    pub id: Code,
    /// Its name; `None` for one that may not be named.
    pub name: Option<String>,
    /// What kind of body it is.
    pub kind: SourceKind,
    /// How it comes to what it says.
    pub standing: Standing,
    /// Until when it covers.
    pub cut_off: Option<Date>,
    /// Whether it states how it works.
    pub states_method: bool,
    /// Sources that it rests on.
    pub derived_from: Vec<Code>,
}

/// Credible persons of one act by state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct AreaRow {
    /// The act.
    pub act: ActKind,
    /// States with their numbers; of acts other than deaths, small ones are withheld.
    pub areas: BTreeMap<Area, Published>,
}

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
    /// Means of force that reports name, with the number of reports. Empty where one of them is withheld.
    pub means: BTreeMap<Means, u64>,
    /// Kinds of units that reports name, likewise.
    pub units: BTreeMap<Category, u64>,
    /// By deployment, a rate only of a probability sample. Of types about persons, deployments whose number is
    /// small, or would give a small one away, are left out.
    pub observed: Vec<Observed>,
}

/// The summary of a book. `joined` and `outlets` come from the caller, who has sheets and measurements.
pub fn summary(
    book: &Book,
    forms: &Forms,
    cut_off: Date,
    refused_and_present: Vec<RefusedAndPresent>,
    outlets: Vec<OutletJoined>,
) -> IncidentSummary {
    let acts: BTreeSet<ActKind> = book
        .claims
        .iter()
        .filter(|claim| claim.as_of <= cut_off)
        .map(|claim| claim.act)
        .collect();
    let (mut counts, mut by_area, mut insufficient) = (Vec::new(), Vec::new(), BTreeSet::new());
    for act in acts {
        let scope = |area: Area| Scope {
            act,
            area,
            interval: None,
            cut_off,
            since: None,
        };
        let (statement, lacking) = count_in(book, &scope(Area::default()));
        insufficient.extend(
            lacking
                .into_iter()
                .map(|held| (held.assessment, held.lacks)),
        );
        counts.push(statement);
        let areas = by_parts(book, &scope(Area::default()));
        if !areas.is_empty() {
            by_area.push(AreaRow { act, areas });
        }
    }
    let (counted, not_called_back) = counted(book, forms, cut_off);
    IncidentSummary {
        schema: SUMMARY_SCHEMA,
        not_used_in_answers: true,
        cut_off,
        sources: public_sources(book),
        counts,
        by_area,
        reports: by_right(&counted, book, forms),
        not_called_back,
        refused_and_present,
        outlets,
        went_down: went_down(&book.figures(), cut_off),
        insufficient: insufficient
            .into_iter()
            .map(|(assessment, lacks)| Insufficient { assessment, lacks })
            .collect(),
    }
}

/// The reports that count by the cut-off: critical ones only after a call-back.
pub fn counted<'a>(book: &'a Book, forms: &Forms, cut_off: Date) -> (Vec<&'a Report>, u64) {
    let known = book
        .reports
        .iter()
        .filter(|report| report.interval.0 <= cut_off);
    let (counted, waiting): (Vec<&Report>, Vec<&Report>) =
        known.partition(|report| is_ready(report, forms));
    (counted, waiting.len() as u64)
}

/// The latest day of the tables, up to which is counted where nobody asks for another day; `None` where nothing has
/// one. The days of types about persons whose number is withheld do not enter: the cut-off would tell them.
pub fn latest_day(book: &Book, forms: &Forms) -> Option<Date> {
    let mut of_kind: BTreeMap<&Code, u64> = BTreeMap::new();
    for report in &book.reports {
        *of_kind.entry(&report.kind).or_default() += u64::from(is_ready(report, forms));
    }
    let is_told = |report: &&Report| {
        let is_about_persons = forms
            .get(&report.kind)
            .is_some_and(IncidentType::is_about_persons);
        let number = of_kind.get(&report.kind).copied().unwrap_or(0);
        !is_about_persons || not_small(number) != Published::Withheld
    };
    let claims = book.claims.iter().map(|claim| claim.as_of);
    let reports = book.reports.iter().filter(is_told);
    let links = book.links.iter().map(|link| link.decided);
    let assessments = book.assessments.iter().map(|held| held.assessed);
    claims
        .chain(reports.map(|report| report.interval.1))
        .chain(links)
        .chain(assessments)
        .max()
}

/// Whether a report is not critical, or another person called back.
pub(crate) fn is_ready(report: &Report, forms: &Forms) -> bool {
    let is_critical = forms.get(&report.kind).is_some_and(|held| held.is_critical);
    report.is_called_back || !is_critical
}

/// A number of reports about persons who may be told apart.
fn not_small(count: u64) -> Published {
    if (1..SMALLEST).contains(&count) {
        Published::Withheld
    } else {
        Published::Shown(count)
    }
}

fn by_right(counted: &[&Report], book: &Book, forms: &Forms) -> Vec<RightReports> {
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
    let (mut means, mut units) = (BTreeMap::new(), BTreeMap::new());
    for report in &held {
        for means_used in &report.means {
            *means.entry(*means_used).or_default() += 1;
        }
        if let Some(unit) = report.unit {
            *units.entry(unit).or_default() += 1;
        }
    }
    let is_about_persons = form.is_about_persons();
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
    let is_withheld = |count: &u64| part(*count) == Published::Withheld;
    if !is_shown || means.values().any(is_withheld) {
        means.clear();
    }
    if !is_shown || units.values().any(is_withheld) {
        units.clear();
    }
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
        means,
        units,
        observed: by_deployment,
    })
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

fn public_sources(book: &Book) -> Vec<PublicSource> {
    let ids = public_ids(book);
    let public = |id: &Code| ids.get(id).unwrap_or(id).clone();
    let mut sources: Vec<PublicSource> = book
        .sources
        .iter()
        .map(|source| PublicSource {
            id: public(&source.id),
            name: (source.access == Access::Public).then(|| source.name.clone()),
            kind: source.kind,
            standing: source.standing,
            cut_off: source.cut_off,
            states_method: !source.method.is_empty(),
            derived_from: source.derived_from.iter().map(public).collect(),
        })
        .collect();
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    sources
}
