//! Figures that bodies published, kept apart from each other.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date, Real};
use serde::Serialize;

use crate::area::Area;
use crate::quantity::Quantity;
use crate::source::SourceGraph;
use crate::vocabulary::{ActKind, Qualifier, Standard, Standing};

/// One figure of one source: a claim without a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedFigure {
    /// Id of the claim.
    pub claim: Code,
    /// Who says it.
    pub source: Code,
    /// How the source comes to it.
    pub standing: Standing,
    /// What was done.
    pub act: ActKind,
    /// How many.
    pub quantity: Quantity,
    /// In whose words.
    pub qualifier: Qualifier,
    /// Said, or verified by the source itself.
    pub standard: Standard,
    /// Of how many it is a part; `None` for a figure of its own.
    pub of: Option<u64>,
    /// Broken out by group, as said.
    pub parts: BTreeMap<String, u64>,
    /// Until when it counts.
    pub as_of: Date,
    /// What must be known about that day; `None` where nothing, and of a source that may not be named.
    pub as_of_note: Option<String>,
    /// Where it was said, or who quotes it; `None` where that is not known, and of a source that may not be named.
    pub outlet: Option<String>,
    /// Where.
    pub area: Area,
    /// First and last day of what it counts; `None` where it does not say.
    pub interval: Option<(Date, Date)>,
    /// When the same source first took it back; `None` where it never did.
    pub withdrawn: Option<Date>,
    /// Whether it may not be shown: of a source that may not be named, where it, or what follows from it, could
    /// tell of one to four persons (H16).
    pub is_withheld: bool,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Scope {
    /// What was done.
    pub act: ActKind,
    /// Where; everywhere where it is empty.
    pub area: Area,
    /// First and last day; `None` for all.
    pub interval: Option<(Date, Date)>,
    /// Claims after this day are not looked at.
    pub cut_off: Date,
    /// Claims before this day are not looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
}

impl Scope {
    /// Whether a figure is about this act, known by the cut-off, not withdrawn by then, and within the area
    /// and the interval.
    pub fn holds(&self, figure: &ClaimedFigure) -> bool {
        figure.act == self.act
            && figure.as_of <= self.cut_off
            && self.since.is_none_or(|since| since <= figure.as_of)
            && figure.withdrawn.is_none_or(|when| when > self.cut_off)
            && self.area.contains(&figure.area)
            && self.holds_interval(figure.interval)
    }

    fn holds_interval(&self, interval: Option<(Date, Date)>) -> bool {
        match (self.interval, interval) {
            (None, _) => true,
            // A figure without an interval may count what lies outside.
            (Some(_), None) => false,
            (Some((from, to)), Some((first, last))) => from <= first && last <= to,
        }
    }
}

/// A figure with who said it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Said {
    /// The claim.
    pub claim: Code,
    /// The source.
    pub source: Code,
    /// How it comes to it.
    pub standing: Standing,
    /// How it was qualified.
    pub qualifier: Qualifier,
    /// How many.
    #[serde(flatten)]
    pub quantity: Quantity,
    /// Of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// Broken out.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, u64>,
    /// Until when.
    pub as_of: Date,
    /// What must be known about that day, as somebody wrote it; absent where nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of_note: Option<String>,
    /// Where it was said, or who quotes it; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
}

impl Said {
    fn of(figure: &ClaimedFigure) -> Self {
        Self {
            claim: figure.claim.clone(),
            source: figure.source.clone(),
            standing: figure.standing,
            qualifier: figure.qualifier,
            quantity: figure.quantity,
            of: figure.of,
            parts: figure.parts.clone(),
            as_of: figure.as_of,
            as_of_note: figure.as_of_note.clone(),
            outlet: figure.outlet.clone(),
        }
    }

    /// The largest number that was said.
    pub fn largest(&self) -> u64 {
        self.quantity.largest_said(self.qualifier)
    }
}

/// A figure of a party, beside the others.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Beside {
    /// The figure.
    #[serde(flatten)]
    pub said: Said,
    /// It divided by the credible figure; `None` without one, or where that is 0.
    pub ratio: Option<Real>,
}

/// The range of published figures about the whole of a scope. Nothing in it is a sum or a mean: each number
/// is one that somebody said.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct FigureRange {
    /// The largest figure that a source verified itself.
    pub verified: Option<Said>,
    /// The lowest of the latest figures, primary sources first.
    pub lowest: Option<Said>,
    /// The latest figure of the strongest standing.
    pub credible: Option<Said>,
    /// The highest of the latest figures.
    pub highest: Option<Said>,
    /// The latest figures of parties, each beside.
    pub parties: Vec<Beside>,
    /// Claims that were looked at.
    pub claims: u64,
    /// Their sources.
    pub sources: u64,
    /// How many of these are independent of each other.
    pub independent: u64,
    /// Latest figures that are not shown and in none of the places above: of sources that may not be named, where
    /// the figure, or what follows from it, could tell of one to four persons. Absent where there is none.
    #[serde(skip_serializing_if = "is_zero")]
    pub withheld: u64,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the form that serde calls"
)]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// The range of the figures in a scope. Only figures about the whole area of the scope are compared: a part
/// is not a lower figure.
pub fn figure_range(scope: &Scope, figures: &[ClaimedFigure], graph: &SourceGraph) -> FigureRange {
    let held: Vec<&ClaimedFigure> = figures
        .iter()
        .filter(|figure| scope.holds(figure) && figure.area == scope.area)
        .collect();
    // What is withheld is the latest of its source all the same: an earlier figure does not take its place.
    let (withheld, latest): (Vec<&ClaimedFigure>, Vec<&ClaimedFigure>) = latest_of_each(&held)
        .into_iter()
        .partition(|figure| figure.is_withheld);
    let (party, others): (Vec<&ClaimedFigure>, Vec<&ClaimedFigure>) = latest
        .into_iter()
        .partition(|figure| figure.standing == Standing::Party);
    let whole: Vec<&ClaimedFigure> = others
        .iter()
        .copied()
        .filter(|figure| figure.of.is_none())
        .collect();
    let credible = [
        Standing::Primary,
        Standing::Compilation,
        Standing::Secondary,
    ]
    .into_iter()
    .find_map(|standing| newest(&whole, standing))
    .map(Said::of);
    let primary: Vec<&ClaimedFigure> = others
        .iter()
        .copied()
        .filter(|figure| figure.standing == Standing::Primary)
        .collect();
    let compared = if primary.is_empty() {
        &others
    } else {
        &primary
    };
    let lowest = compared
        .iter()
        .min_by_key(|figure| (figure.quantity.low, &figure.claim));
    let highest = others.iter().max_by_key(|figure| {
        let largest = figure.quantity.largest_said(figure.qualifier);
        (largest, std::cmp::Reverse(&figure.claim))
    });
    let verified = others
        .iter()
        .filter(|figure| figure.standard == Standard::IndependentlyVerified)
        .max_by_key(|figure| (figure.quantity.low, std::cmp::Reverse(&figure.claim)));
    let sources: BTreeSet<Code> = held.iter().map(|figure| figure.source.clone()).collect();
    FigureRange {
        verified: verified.map(|figure| Said::of(figure)),
        lowest: lowest.map(|figure| Said::of(figure)),
        highest: highest.map(|figure| Said::of(figure)),
        parties: party
            .iter()
            .map(|figure| beside(figure, credible.as_ref()))
            .collect(),
        credible,
        claims: held.len() as u64,
        sources: sources.len() as u64,
        independent: graph.independent(&sources),
        withheld: withheld.len() as u64,
    }
}

fn beside(figure: &ClaimedFigure, credible: Option<&Said>) -> Beside {
    let said = Said::of(figure);
    let ratio = credible
        .map(Said::largest)
        .filter(|against| *against > 0)
        .map(|against| Real::new(said.largest() as f64 / against as f64));
    Beside { said, ratio }
}

/// Of each source its latest figure; a verified part of another figure is a series of its own.
fn latest_of_each<'a>(figures: &[&'a ClaimedFigure]) -> Vec<&'a ClaimedFigure> {
    let mut latest: BTreeMap<(&Code, Standard), &ClaimedFigure> = BTreeMap::new();
    for figure in figures {
        let held = latest
            .entry((&figure.source, figure.standard))
            .or_insert(figure);
        if (held.as_of, &held.claim) < (figure.as_of, &figure.claim) {
            *held = figure;
        }
    }
    latest.into_values().collect()
}

/// The latest of a standing; of one day the exact one, then the lower.
fn newest<'a>(figures: &[&'a ClaimedFigure], standing: Standing) -> Option<&'a ClaimedFigure> {
    figures
        .iter()
        .copied()
        .filter(|figure| figure.standing == standing)
        .max_by_key(|figure| {
            let is_exact = figure.quantity.high == Some(figure.quantity.low);
            (
                figure.as_of,
                is_exact,
                std::cmp::Reverse(figure.quantity.low),
                std::cmp::Reverse(&figure.claim),
            )
        })
}

/// A source went down without taking its earlier figure back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct WentDown {
    /// The earlier, higher claim.
    pub earlier: Code,
    /// The later, lower one.
    pub later: Code,
}

/// Figures that went down at one source, for one act, area, interval and standard, without a withdrawal. A
/// lower figure of another source is no contradiction. Figures and withdrawals after the cut-off are not
/// looked at, nor are withheld figures: that a source went down to one, or up from it, is told by nobody.
pub fn went_down(figures: &[ClaimedFigure], cut_off: Date) -> Vec<WentDown> {
    let mut series: BTreeMap<_, Vec<&ClaimedFigure>> = BTreeMap::new();
    let is_known = |figure: &&ClaimedFigure| {
        let is_held = figure.withdrawn.is_none_or(|when| when > cut_off);
        figure.as_of <= cut_off && is_held && !figure.is_withheld
    };
    for figure in figures.iter().filter(is_known) {
        let key = (
            &figure.source,
            figure.act,
            &figure.area,
            figure.interval,
            figure.standard,
        );
        series.entry(key).or_default().push(figure);
    }
    let mut found = Vec::new();
    for mut held in series.into_values() {
        held.sort_by_key(|figure| (figure.as_of, &figure.claim));
        for pair in held.windows(2) {
            if let [earlier, later] = pair
                && later
                    .quantity
                    .high
                    .is_some_and(|high| high < earlier.quantity.low)
            {
                found.push(WentDown {
                    earlier: earlier.claim.clone(),
                    later: later.claim.clone(),
                });
            }
        }
    }
    found
}
