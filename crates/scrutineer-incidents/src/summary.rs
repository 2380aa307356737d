//! What a report shows of incidents: nothing that is private, nothing small, nothing used in the answers.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};
use serde::Serialize;

use crate::area::Area;
use crate::book::Book;
use crate::claimed::{FigureRange, Said, Scope, WentDown, went_down};
use crate::count::{CountStatement, count};
use crate::cross::{OutletJoined, RefusedAndPresent};
use crate::forms::Forms;
use crate::persons::in_scope;
use crate::publish::{Published, SMALLEST, protect};
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
    /// First and last day.
    pub first: Date,
    /// Last day.
    pub last: Date,
    /// Means of force that reports name, with the number of reports.
    pub means: BTreeMap<Means, u64>,
    /// Kinds of units that reports name.
    pub units: BTreeMap<Category, u64>,
    /// By deployment, a rate only of a probability sample.
    pub observed: Vec<Observed>,
}

/// Counts one scope of a book, private sources by number.
pub fn count_in(book: &Book, scope: &Scope) -> (CountStatement, Vec<Insufficient>) {
    let found = in_scope(book, scope);
    let mut statement = count(
        scope,
        &found.clusters,
        &found.open,
        &book.figures(),
        &book.graph(),
    );
    hide(&mut statement, &public_ids(book));
    (statement, found.insufficient)
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
        let states: BTreeSet<Area> = book
            .claims
            .iter()
            .filter(|claim| {
                claim.act == act && !claim.area.is_everywhere() && claim.person.is_some()
            })
            .map(|claim| claim.area.at_level(1))
            .collect();
        let numbers: Vec<u64> = states
            .iter()
            .map(|state| count_in(book, &scope(state.clone())).0.credible)
            .collect();
        if !states.is_empty() {
            let shown = shown(act, numbers);
            by_area.push(AreaRow {
                act,
                areas: states.into_iter().zip(shown).collect(),
            });
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
        went_down: went_down(&book.figures()),
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

/// Whether a report is not critical, or another person called back.
pub(crate) fn is_ready(report: &Report, forms: &Forms) -> bool {
    let is_critical = forms.get(&report.kind).is_some_and(|held| held.is_critical);
    report.is_called_back || !is_critical
}

/// Deaths may be exact; of all other acts small cells are withheld, with one more where only one is.
fn shown(act: ActKind, numbers: Vec<u64>) -> Vec<Published> {
    if act == ActKind::Killed {
        return numbers.into_iter().map(Published::Shown).collect();
    }
    protect(&vec![numbers]).into_iter().flatten().collect()
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
    // Reports of threats, arrests and injuries are about persons; others about stations and outlets.
    let is_about_persons = form.is_critical && kind.as_str() != "killed";
    let cell = |count: usize| {
        if is_about_persons {
            not_small(count as u64)
        } else {
            Published::Shown(count as u64)
        }
    };
    let reports = cell(held.len());
    let is_shown = reports != Published::Withheld;
    let direct = held.iter().filter(|report| report.is_direct).count();
    // The rest of a total would tell what is withheld.
    let direct = if cell(held.len() - direct) == Published::Withheld {
        Published::Withheld
    } else {
        cell(direct)
    };
    if is_about_persons {
        let is_small = |count: &u64| (1..SMALLEST).contains(count);
        if means.values().any(is_small) {
            means.clear();
        }
        if units.values().any(is_small) {
            units.clear();
        }
    }
    Some(TypeReports {
        family: form.family.clone(),
        kind: kind.clone(),
        reports,
        direct,
        first: held.iter().map(|report| report.interval.0).min()?,
        last: held.iter().map(|report| report.interval.1).max()?,
        means: if is_shown { means } else { BTreeMap::new() },
        units: if is_shown { units } else { BTreeMap::new() },
        observed: if is_shown {
            observed(kind, &held, &book.deployments)
        } else {
            Vec::new()
        },
    })
}

/// Public ids: of a source that may not be named, `private-N` in the order of the ids.
fn public_ids(book: &Book) -> BTreeMap<Code, Code> {
    let private: BTreeSet<&Code> = book
        .sources
        .iter()
        .filter(|source| source.access == Access::Private)
        .map(|source| &source.id)
        .collect();
    (1..)
        .zip(private)
        .filter_map(|(number, id)| {
            Some((id.clone(), Code::parse(&format!("private-{number}")).ok()?))
        })
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

fn hide(statement: &mut CountStatement, ids: &BTreeMap<Code, Code>) {
    let replace = |id: &mut Code| {
        if let Some(public) = ids.get(id) {
            *id = public.clone();
        }
    };
    statement.maximum_sources.iter_mut().for_each(replace);
    let FigureRange {
        verified,
        lowest,
        credible,
        highest,
        parties,
        ..
    } = &mut statement.figures;
    let said = [verified, lowest, credible, highest].into_iter().flatten();
    let said = said.chain(parties.iter_mut().map(|beside| &mut beside.said));
    said.for_each(|said: &mut Said| replace(&mut said.source));
    // Who the persons are in small numbers is told only of deaths.
    if statement.scope.act != ActKind::Killed {
        let is_small = |count: &u64| (1..SMALLEST).contains(count);
        if statement.groups.values().any(is_small) {
            statement.groups.clear();
        }
        if statement.statuses.values().any(is_small) {
            statement.statuses.clear();
        }
    }
}
