//! `incidents estimate`: a range over models, or why there is none.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_incidents::estimate::{
    Assumption, Chao, EstimateRange, Estimated, MOST_LISTS, Overlaps, Refusal, Request, chao, range,
};
use scrutineer_incidents::publish::public_ids;
use scrutineer_incidents::{ActKind, Area, InScope, Scope, in_scope, lists, overlaps};
use scrutineer_model::{Code, Message, Real};
use serde::Serialize;

use super::{count, files, link};
use crate::args::EstimateUnseen;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    act: ActKind,
    cut_off: String,
    lists: Vec<Code>,
    /// Open pairs are different persons.
    estimate: Estimated,
    /// Open pairs are one person each, as far as they can be.
    if_open_pairs_are_one: Estimated,
    /// Lists linked at thresholds moved by 2; empty where no rule joined them.
    other_thresholds: Vec<AtThreshold>,
    /// Chao's lower bound; nothing where the estimate is refused.
    at_least: Option<Real>,
}

/// The estimate under another threshold of linkage.
#[derive(Serialize)]
struct AtThreshold {
    /// From which score on pairs are joined without a person.
    threshold: Real,
    estimate: Estimated,
}

/// How far the threshold is moved.
const MOVED: f64 = 2.0;

pub(super) fn run(args: &EstimateUnseen, session: &mut Session<'_>) -> Result<Status, Failure> {
    let (book, forms) = files::book(&args.dir, args.forms.as_deref(), session)?;
    let scope = Scope {
        act: files::act(&args.act, session)?,
        area: Area::default(),
        interval: None,
        cut_off: files::cut_off(args.as_of.as_deref(), (&book, &forms), session)?,
        since: None,
    };
    let found = in_scope(&book, &scope);
    let known = lists(&found);
    let chosen = chosen(&args.list, &known, &public_ids(&book), session)?;
    let weights = link::weights(args.weights.as_deref(), session)?;
    let graph = book.graph();
    let mut derived = Vec::new();
    for (first, a) in (0..).zip(&chosen) {
        for (second, b) in (0..).zip(&chosen).skip(first as usize + 1) {
            if !graph.are_independent(a, b) {
                derived.push((first, second));
            }
        }
    }
    let of = |found: &InScope, unsure_is_same: bool| {
        let empty = || Overlaps::new(1);
        overlaps(found, &chosen, unsure_is_same)
            .or_else(empty)
            .map(|held| {
                let estimated = range(&Request {
                    overlaps: &held,
                    derived: derived.clone(),
                    is_death: scope.act == ActKind::Killed,
                    allow_deaths: args.allow_deaths,
                });
                (held, estimated)
            })
    };
    let (Some((held, estimate)), Some((_, joined))) = (of(&found, false), of(&found, true)) else {
        return Err(Failure::usage(session.plain("cli-incidents-no-date")));
    };
    let mut other_thresholds = Vec::new();
    for moved in [-MOVED, MOVED] {
        let threshold = weights.auto + moved;
        let relinked = book.relinked(threshold);
        if let Some((_, estimate)) = relinked.and_then(|book| of(&in_scope(&book, &scope), false)) {
            let threshold = Real::new(threshold);
            other_thresholds.push(AtThreshold {
                threshold,
                estimate,
            });
        }
    }
    let bound = chao(&held.frequencies(), held.lists());
    let at_least = match (&estimate, bound) {
        (
            Estimated::Range(_),
            Some(Chao {
                bound, corrected, ..
            }),
        ) => Some(Real::new(bound.unwrap_or(corrected))),
        _ => None,
    };
    let public = public_ids(&book);
    let named = |id: &Code| public.get(id).unwrap_or(id).clone();
    let made = Document {
        schema: "scrutineer/incidents-estimate/1",
        act: scope.act,
        cut_off: scope.cut_off.to_string(),
        lists: chosen.iter().map(named).collect(),
        estimate,
        if_open_pairs_are_one: joined,
        other_thresholds,
        at_least,
    };
    if args.json {
        session.print(&document(&made)?)?;
        return Ok(Status::Done);
    }
    let (statement, _) = scrutineer_incidents::count_in(&book, &scope);
    let mut lines = count::lines(&statement, &book.sources, session);
    lines.extend(estimated(&made, session));
    session.print(&(lines.join("\n") + "\n"))?;
    Ok(Status::Done)
}

fn estimated(made: &Document, session: &Session<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    match &made.estimate {
        Estimated::Range(range) => {
            let message = Message::new("incidents-estimate-range")
                .with("observed", range.observed)
                .with("lowest", whole(range.lowest))
                .with("highest", whole(range.highest))
                .with("low", whole(range.low))
                .with("high", whole(range.high))
                .with("models", range.models.len() as u64);
            lines.push(session.sentence(&message));
            lines.push(format!("  {}", goodness(range, session)));
            if let Estimated::Range(other) = &made.if_open_pairs_are_one {
                let message = Message::new("incidents-estimate-joined")
                    .with("low", whole(other.low))
                    .with("high", whole(other.high));
                lines.push(format!("  {}", session.sentence(&message)));
            }
            for held in &made.other_thresholds {
                lines.push(format!("  {}", at_threshold(held, session)));
            }
            if let Some(bound) = made.at_least {
                let message = Message::new("incidents-estimate-bound").with("low", whole(bound));
                lines.push(format!("  {}", session.sentence(&message)));
            }
            lines.push(format!(
                "  {}",
                session.plain("incidents-estimate-unreached")
            ));
            lines.push(format!("  {}", session.plain("incidents-estimate-rests")));
            for assumption in Assumption::ALL {
                lines.push(format!("  - {}", session.plain(assumption_id(assumption))));
            }
        }
        Estimated::Refused { reasons } => {
            lines.push(session.plain("incidents-estimate-none"));
            for reason in reasons {
                lines.push(format!("  - {}", refusal(reason, &made.lists, session)));
            }
        }
    }
    lines
}

/// How well the models fit, from the worst to the best.
fn goodness(range: &EstimateRange, session: &Session<'_>) -> String {
    let held = range.models.iter().filter_map(|model| model.goodness);
    let mut held: Vec<f64> = held.map(Real::get).collect();
    held.sort_by(f64::total_cmp);
    let (Some(low), Some(high)) = (held.first(), held.last()) else {
        return session.plain("incidents-estimate-fit-none");
    };
    let message = Message::new("incidents-estimate-fit")
        .with("low", *low)
        .with("high", *high);
    session.sentence(&message)
}

/// The lists that are asked for, or the largest ones.
fn chosen(
    list: &[String],
    known: &[(Code, u64)],
    public: &BTreeMap<Code, Code>,
    session: &Session<'_>,
) -> Result<Vec<Code>, Failure> {
    if list.is_empty() {
        return Ok(known
            .iter()
            .take(MOST_LISTS as usize)
            .map(|(id, _)| id.clone())
            .collect());
    }
    let distinct: BTreeSet<&str> = list.iter().map(String::as_str).collect();
    let chosen: Vec<Code> = distinct
        .iter()
        .filter_map(|id| known.iter().find(|(held, _)| held.as_str() == *id))
        .map(|(id, _)| id.clone())
        .collect();
    if chosen.len() != distinct.len() || chosen.len() > MOST_LISTS as usize {
        // Who may not be named is not named in an error either.
        let names: Vec<&str> = known
            .iter()
            .filter(|(id, _)| !public.contains_key(id))
            .map(|(id, _)| id.as_str())
            .collect();
        let text = session.filled(
            "cli-incidents-argument",
            &[("option", &"--list"), ("known", &names.join(", "))],
        );
        return Err(Failure::usage(text));
    }
    Ok(chosen)
}

fn at_threshold(held: &AtThreshold, session: &Session<'_>) -> String {
    let message = |id: &str| Message::new(id).with("threshold", held.threshold.get());
    let message = match &held.estimate {
        Estimated::Range(range) => message("incidents-estimate-threshold")
            .with("low", whole(range.low))
            .with("high", whole(range.high)),
        Estimated::Refused { .. } => message("incidents-estimate-threshold-none"),
    };
    session.sentence(&message)
}

/// The nearest whole number: persons are not divisible, and digits behind the point would say more than
/// the method knows.
fn whole(value: Real) -> u64 {
    format!("{:.0}", value.get()).parse().unwrap_or(0)
}

fn assumption_id(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::ClosedPopulation => "incidents-assumes-closed",
        Assumption::SameDefinition => "incidents-assumes-definition",
        Assumption::PerfectLinkage => "incidents-assumes-linkage",
        Assumption::DependenceAsModelled => "incidents-assumes-dependence",
        Assumption::SomeChance => "incidents-assumes-chance",
        Assumption::NoFalseEntries => "incidents-assumes-entries",
    }
}

fn refusal(reason: &Refusal, lists: &[Code], session: &Session<'_>) -> String {
    let list = |at: u32| lists.get(at as usize).map_or("", Code::as_str);
    let message = match reason {
        Refusal::Deaths => Message::new("incidents-refused-deaths"),
        Refusal::FewLists { lists } => {
            Message::new("incidents-refused-lists").with("count", u64::from(*lists))
        }
        Refusal::Derived { first, second } => Message::new("incidents-refused-derived")
            .with("first", list(*first))
            .with("second", list(*second)),
        Refusal::FewPersons { persons } => match persons.get() {
            Some(persons) => Message::new("incidents-refused-persons").with("count", persons),
            None => Message::new("incidents-refused-few"),
        },
        Refusal::SmallOverlap {
            first,
            second,
            persons,
        } => match persons.get() {
            Some(persons) => Message::new("incidents-refused-overlap").with("count", persons),
            None => Message::new("incidents-refused-overlap-few"),
        }
        .with("first", list(*first))
        .with("second", list(*second)),
        Refusal::NoModelFits => Message::new("incidents-refused-fit"),
        Refusal::ModelsDiffer => Message::new("incidents-refused-differ"),
        Refusal::TooWide => Message::new("incidents-refused-wide"),
        _ => Message::new("incidents-refused-model"),
    };
    session.sentence(&message)
}
