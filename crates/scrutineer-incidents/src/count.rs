//! How many, as three numbers with their grounds.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date, Message};
use serde::Serialize;

use crate::area::{Area, largest_disjoint};
use crate::claimed::{ClaimedFigure, FigureRange, Scope, figure_range};
use crate::linkage::RecordAt;
use crate::matching::fewest;
use crate::source::SourceGraph;
use crate::vocabulary::{Category, Group, Standing, Status};

/// Persons who are one under decisions `same`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// What follows from the claims and assessments on them.
    pub status: Status,
    /// Whose named claims are in scope, by source.
    pub sources: BTreeSet<Code>,
    /// What the person was in the event.
    pub group: Group,
    /// Which kinds of units acts name beside it; empty where none does. That it was these was not verified.
    pub perpetrators: BTreeSet<Category>,
    /// First and last day of each claim in scope that says it.
    pub days: Vec<(Date, Date)>,
}

/// A figure of one area, where the maximum is made of figures of several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct AreaFigure {
    /// The area; no other of the same maximum overlaps it.
    pub area: Area,
    /// The largest figure of it.
    pub figure: u64,
    /// Who said so.
    pub source: Code,
    /// When.
    pub as_of: Date,
}

/// A count. Every number is of persons.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct CountStatement {
    /// Of what.
    pub scope: Scope,
    /// Different persons, corroborated or better, all open pairs taken as one. `None` where `lists` is 0 and no
    /// list of names is known, or where it is withheld: so, and with it `groups`, `perpetrators` and `statuses`, of acts
    /// other than deaths in an area or an interval of days.
    pub minimum: Option<u64>,
    /// Different persons named and not refuted. `None` as for the minimum.
    pub credible: Option<u64>,
    /// The largest figure that claims which may be shown allow, or `credible` if that is larger. `None` where that
    /// is withheld.
    pub maximum: Option<u64>,
    /// The figures that the maximum is the sum of, of areas that do not overlap: nobody said that sum. Empty where
    /// one claim says it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub maximum_parts: Vec<AreaFigure>,
    /// The claims that the maximum is made of; more than one only of disjoint areas. Empty where it is the
    /// number of named persons.
    pub maximum_claims: Vec<Code>,
    /// The sources of these claims.
    pub maximum_sources: Vec<Code>,
    /// The date of the latest of these claims.
    pub maximum_as_of: Option<Date>,
    /// Credible persons by group; every group in the same fields.
    pub groups: BTreeMap<Group, u64>,
    /// Credible persons by the kind of unit that the record names. That it was this unit was not verified: no assessment
    /// is about it. For whom it names several stands under each, for whom it names none under `unknown`; nothing is added
    /// over kinds. Empty where no act names one, or where it is withheld.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub perpetrators: BTreeMap<Category, u64>,
    /// Clusters by status.
    pub statuses: BTreeMap<Status, u64>,
    /// Lists that name somebody in scope; 1 where `credible` is withheld, however many there are.
    pub lists: u64,
    /// How many of them are independent; 1 likewise.
    pub independent_lists: u64,
    /// Pairs that a person has not decided. `None` where `credible` is withheld: they are pairs of these persons.
    pub open_pairs: Option<u64>,
    /// Decisions about pairs that contradict those of people, or put two records of a list together; 0 where `credible`
    /// is withheld.
    pub conflicts: u64,
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
    let parts = from.iter().map(|held| AreaFigure {
        area: held.area.clone(),
        figure: held.quantity.largest_said(held.qualifier),
        source: held.source.clone(),
        as_of: held.as_of,
    });
    let lists: BTreeSet<Code> = credible
        .iter()
        .flat_map(|held| held.sources.iter().cloned())
        .collect();
    let mut groups = BTreeMap::new();
    for held in &credible {
        *groups.entry(held.group).or_default() += 1;
    }
    let perpetrators = by_perpetrator(&credible);
    let mut statuses = BTreeMap::new();
    for held in clusters {
        *statuses.entry(held.status).or_default() += 1;
    }
    CountStatement {
        scope: scope.clone(),
        minimum: Some(corroborated.saturating_sub(fewest(&pairs))),
        credible: Some(named),
        maximum: Some(named.max(figure)),
        maximum_parts: parts.filter(|_| from.len() > 1).collect(),
        maximum_claims: from.iter().map(|held| held.claim.clone()).collect(),
        maximum_sources: from.iter().map(|held| held.source.clone()).collect(),
        maximum_as_of: from.iter().map(|held| held.as_of).max(),
        groups,
        perpetrators,
        statuses,
        independent_lists: graph.independent(&lists),
        lists: lists.len() as u64,
        open_pairs: Some(open.len() as u64),
        conflicts: 0,
        figures: figure_range(scope, figures, graph),
    }
}

/// Persons by the kind of unit; nothing where no act of any of them names one.
fn by_perpetrator(credible: &[&Cluster]) -> BTreeMap<Category, u64> {
    let mut found = BTreeMap::new();
    if credible.iter().all(|held| held.perpetrators.is_empty()) {
        return found;
    }
    for held in credible {
        let nobody = held.perpetrators.is_empty().then_some(Category::Unknown);
        for category in held.perpetrators.iter().copied().chain(nobody) {
            *found.entry(category).or_default() += 1;
        }
    }
    found
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

/// The largest figure, without those of parties and those that may not be shown, and the claims that it is made of.
fn largest<'a>(scope: &Scope, figures: &'a [ClaimedFigure]) -> (u64, Vec<&'a ClaimedFigure>) {
    let held: Vec<&ClaimedFigure> = figures
        .iter()
        .filter(|figure| figure.standing != Standing::Party && !figure.is_withheld)
        .filter(|figure| scope.holds(figure))
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

/// The sentence of a count: three numbers and a cut-off date, always all of them. A number that is not there is
/// said not to be there: nobody is named by any list where `lists` is 0, else it is withheld.
pub fn count_sentence(
    act: &str,
    [minimum, credible, maximum]: [Option<u64>; 3],
    lists: u64,
    parts: &[(&str, u64)],
    cut_off: Date,
) -> Message {
    let dated = |message: Message| {
        message
            .with("lists", lists)
            .with("date", cut_off.to_string())
    };
    if let (Some(minimum), Some(credible), Some(maximum), true) =
        (minimum, credible, maximum, parts.is_empty())
    {
        return dated(Message::new(format!("incidents-count-{act}")))
            .with("minimum", minimum)
            .with("credible", credible)
            .with("maximum", maximum);
    }
    // A number that is absent is left out of the arguments; `lists` says why it is.
    let message = dated(Message::new("incidents-count-stated")).with("kind", act);
    let message = [
        ("minimum", minimum),
        ("credible", credible),
        ("maximum", maximum),
    ]
    .into_iter()
    .fold(message, |message, (name, number)| match number {
        Some(number) => message.with(name, number),
        None => message,
    });
    let parts: Vec<String> = parts
        .iter()
        .map(|(area, figure)| format!("{area}: {figure}"))
        .collect();
    if parts.is_empty() {
        message
    } else {
        message.with("parts", parts)
    }
}

impl CountStatement {
    /// The sentence, see [`count_sentence`].
    pub fn sentence(&self) -> Message {
        let parts: Vec<(&str, u64)> = self
            .maximum_parts
            .iter()
            .map(|held| (held.area.as_str(), held.figure))
            .collect();
        count_sentence(
            self.scope.act.word(),
            [self.minimum, self.credible, self.maximum],
            self.lists,
            &parts,
            self.scope.cut_off,
        )
    }

    /// The same in one line without words, for programs.
    pub fn key(&self) -> String {
        let number =
            |number: Option<u64>| number.map_or("none".to_owned(), |held| held.to_string());
        format!(
            "at_least_{}_corroborated_{}_named_up_to_{}_reported",
            number(self.minimum),
            number(self.credible),
            number(self.maximum)
        )
    }
}
