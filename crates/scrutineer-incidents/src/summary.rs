//! What a report shows of incidents: nothing that is private, nothing small, nothing used in the answers.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};
use serde::Serialize;

use crate::area::Area;
use crate::book::Book;
use crate::claimed::{Scope, WentDown, went_down};
use crate::count::CountStatement;
use crate::cross::{OutletJoined, RefusedAndPresent};
use crate::forms::Forms;
use crate::publish::{Published, by_parts, count_under, public_ids, told};
use crate::records::{Claim, Report};
use crate::reported::{RightReports, by_right, not_small};
use crate::status::Insufficient;
use crate::vocabulary::{Access, ActKind, SourceKind, Standing};

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
    /// Who says something; those who may not be named by a number, and only where a claim of theirs, or a source that
    /// rests on them, is there.
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
    let ids = public_ids(book);
    for act in acts {
        let scope = |area: Area| Scope {
            act,
            area,
            interval: None,
            cut_off,
            since: None,
        };
        let (statement, lacking) = count_under(book, &scope(Area::default()), &ids);
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
        sources: public_sources(book, &ids),
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
/// one. The days of types about persons whose number is withheld do not enter, nor those of withheld figures, of what
/// takes them back and of what was found about them: the cut-off would tell them.
pub fn latest_day(book: &Book, forms: &Forms) -> Option<Date> {
    let mut of_kind: BTreeMap<&Code, u64> = BTreeMap::new();
    for report in &book.reports {
        *of_kind.entry(&report.kind).or_default() += u64::from(is_ready(report, forms));
    }
    let is_told = |report: &&Report| {
        let is_about_persons = forms
            .get(&report.kind)
            .is_some_and(|form| form.about_persons);
        let number = of_kind.get(&report.kind).copied().unwrap_or(0);
        !is_about_persons || not_small(number) != Published::Withheld
    };
    let figures = book.figures();
    let withheld: BTreeSet<&Code> = figures
        .iter()
        .filter(|figure| figure.is_withheld)
        .map(|figure| &figure.claim)
        .collect();
    let is_of_it = |claim: &Claim| {
        let taken = claim.withdraws.as_ref();
        withheld.contains(&claim.id) || taken.is_some_and(|taken| withheld.contains(taken))
    };
    let told = book.claims.iter().filter(|claim| !is_of_it(claim));
    let claims = told.map(|claim| claim.as_of);
    let reports = book.reports.iter().filter(is_told);
    let links = book.links.iter().map(|link| link.decided);
    let found = book.assessments.iter();
    let assessments = found
        .filter(|held| !withheld.contains(&held.subject))
        .map(|held| held.assessed);
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

fn public_sources(book: &Book, ids: &BTreeMap<Code, Code>) -> Vec<PublicSource> {
    let public = |id: &Code| ids.get(id).unwrap_or(id).clone();
    let told = told(book);
    let mut sources: Vec<PublicSource> = book
        .sources
        .iter()
        .filter(|source| told.contains(&source.id))
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
