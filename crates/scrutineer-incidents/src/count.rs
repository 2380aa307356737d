//! How many, as three numbers with their grounds.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date, Message};
use serde::Serialize;

use crate::area::largest_disjoint;
use crate::claimed::{ClaimedFigure, FigureRange, Scope, figure_range};
use crate::linkage::RecordAt;
use crate::matching::fewest;
use crate::source::SourceGraph;
use crate::vocabulary::{Group, Standing, Status};

/// Persons who are one under decisions `same`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// What follows from the claims and assessments on them.
    pub status: Status,
    /// Whose named claims are in scope, by source.
    pub sources: BTreeSet<Code>,
    /// What the person was in the event.
    pub group: Group,
}

/// A count. Every number is of persons.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct CountStatement {
    /// Of what.
    pub scope: Scope,
    /// Different persons, corroborated or better, all open pairs taken as one.
    pub minimum: u64,
    /// Different persons named and not refuted.
    pub credible: u64,
    /// The largest figure that claims allow, or `credible` if that is larger.
    pub maximum: u64,
    /// The claims that the maximum is made of; more than one only of disjoint areas. Empty where it is the
    /// number of named persons.
    pub maximum_claims: Vec<Code>,
    /// The sources of these claims.
    pub maximum_sources: Vec<Code>,
    /// The date of the latest of these claims.
    pub maximum_as_of: Option<Date>,
    /// Credible persons by group; every group in the same fields.
    pub groups: BTreeMap<Group, u64>,
    /// Clusters by status.
    pub statuses: BTreeMap<Status, u64>,
    /// Lists that name somebody in scope.
    pub lists: u64,
    /// How many of them are independent.
    pub independent_lists: u64,
    /// Pairs that a person has not decided.
    pub open_pairs: u64,
    /// What was published about the whole scope.
    pub figures: FigureRange,
}

/// Counts. `open` are pairs of clusters, by position, that may be one person.
pub fn count(
    scope: &Scope,
    clusters: &[Cluster],
    open: &[(usize, usize)],
    figures: &[ClaimedFigure],
    graph: &SourceGraph,
) -> CountStatement {
    let credible: Vec<&Cluster> = clusters
        .iter()
        .filter(|held| held.status.is_credible())
        .collect();
    let is_corroborated = |at: usize| {
        clusters
            .get(at)
            .is_some_and(|held| held.status.is_corroborated())
    };
    let corroborated = clusters
        .iter()
        .filter(|held| held.status.is_corroborated())
        .count() as u64;
    let pairs: Vec<(RecordAt, RecordAt)> = open
        .iter()
        .filter(|(a, b)| is_corroborated(*a) && is_corroborated(*b))
        .map(|(a, b)| (at(clusters, *a), at(clusters, *b)))
        .collect();
    let named = credible.len() as u64;
    let (figure, from) = largest(scope, figures);
    let from = if figure > named { from } else { Vec::new() };
    let lists: BTreeSet<Code> = credible
        .iter()
        .flat_map(|held| held.sources.iter().cloned())
        .collect();
    let mut groups = BTreeMap::new();
    for held in &credible {
        *groups.entry(held.group).or_default() += 1;
    }
    let mut statuses = BTreeMap::new();
    for held in clusters {
        *statuses.entry(held.status).or_default() += 1;
    }
    CountStatement {
        scope: scope.clone(),
        minimum: corroborated.saturating_sub(fewest(&pairs)),
        credible: named,
        maximum: named.max(figure),
        maximum_claims: from.iter().map(|held| held.claim.clone()).collect(),
        maximum_sources: from.iter().map(|held| held.source.clone()).collect(),
        maximum_as_of: from.iter().map(|held| held.as_of).max(),
        groups,
        statuses,
        independent_lists: graph.independent(&lists),
        lists: lists.len() as u64,
        open_pairs: open.len() as u64,
        figures: figure_range(scope, figures, graph),
    }
}

/// Clusters of one source each compare as a list; others stand apart, so that the number of joins stays an
/// upper bound and the minimum a lower one.
fn at(clusters: &[Cluster], cluster: usize) -> RecordAt {
    let sources = clusters.get(cluster).map(|held| &held.sources);
    let all: BTreeSet<&Code> = clusters.iter().flat_map(|held| &held.sources).collect();
    let list = match sources.map(|held| (held.len(), held.first())) {
        Some((1, Some(only))) => all.iter().position(|id| *id == only),
        _ => None,
    };
    RecordAt {
        list: list.unwrap_or(all.len() + cluster),
        record: cluster,
    }
}

/// The largest figure, without those of parties, and the claims that it is made of.
fn largest<'a>(scope: &Scope, figures: &'a [ClaimedFigure]) -> (u64, Vec<&'a ClaimedFigure>) {
    let held: Vec<&ClaimedFigure> = figures
        .iter()
        .filter(|figure| figure.standing != Standing::Party && scope.holds(figure))
        .collect();
    let sizes: Vec<_> = held
        .iter()
        .map(|figure| {
            (
                figure.area.clone(),
                figure.quantity.largest_said(figure.qualifier),
            )
        })
        .collect();
    let (size, from) = largest_disjoint(&scope.area, &sizes).unwrap_or_default();
    let from = from
        .into_iter()
        .filter_map(|at| held.get(at).copied())
        .collect();
    (size, from)
}

impl CountStatement {
    /// The sentence: three numbers and a cut-off date, always all of them.
    pub fn sentence(&self) -> Message {
        let with = |message: Message| {
            message
                .with("minimum", self.minimum)
                .with("credible", self.credible)
                .with("maximum", self.maximum)
                .with("lists", self.lists)
                .with("date", self.scope.cut_off.to_string())
        };
        with(Message::new(format!(
            "incidents-count-{}",
            self.scope.act.word()
        )))
    }

    /// The same in one line without words, for programs.
    pub fn key(&self) -> String {
        format!(
            "at_least_{}_corroborated_{}_named_up_to_{}_reported",
            self.minimum, self.credible, self.maximum
        )
    }
}
