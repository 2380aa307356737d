//! Every test for every option and every source of every contest.

use std::collections::BTreeMap;

use scrutineer_model::{
    BearsOn, ContestIdx, Dataset, Link, Message, Real, SheetSet, TestResult, Tier, Value,
};
use scrutineer_stats::holm;
use serde::Serialize;

use crate::exchange::exchanges;
use crate::measure::{Null, measure};
use crate::outcome::{Measured, Outcome, Quantity, Role, TestId};
use crate::picture::{Pictures, pictures};
use crate::places::extreme_places;
use crate::register;
use crate::select::Selection;
use crate::tables::Tables;

/// The schema of [`Forensics`].
const SCHEMA: &str = "scrutineer/forensics/1";
/// Rule-set version of `spec/tests.md`.
pub const RULES: &str = "2";
/// An adjusted p of at most this is called remarkable.
pub(crate) const LEVEL: f64 = 0.01;
/// Places and exchanges that are named per source; their numbers are always complete.
const NAMED: usize = 50;

/// The tests of one contest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Forensics {
    /// `scrutineer/forensics/1`.
    pub schema: &'static str,
    /// Rule-set version of `spec/tests.md`.
    pub rules: &'static str,
    /// Contest id.
    pub contest: String,
    /// Whether tests, options or sources were left out on request.
    pub partial: bool,
    /// Looks that were counted, those not shown included.
    pub looks: usize,
    /// Level at which an adjusted p is called remarkable.
    pub level: Real,
    /// One per source, in the order of the folder.
    pub sources: Vec<SourceForensics>,
}

/// The tests of one source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceForensics {
    /// Source id.
    pub source: String,
    /// Sheets that the tests read.
    pub sheets: usize,
    /// Sheets that they do not read: a number is missing or contradicts another, or readings rival.
    pub left_out: u64,
    /// Polling places with several sheets.
    pub places: usize,
    /// What each test says, in the order of `spec/tests.md`.
    pub outcomes: Vec<Outcome>,
    /// Places that differ at p < 1e-6, the smallest p first; at most 50.
    pub extreme_places: Vec<NamedPlace>,
    /// Possible exchanges, the smallest p first; at most 50, none of a source that is marked sensitive.
    pub exchanges: Vec<NamedExchange>,
    /// Data of pictures.
    pub pictures: Vec<Pictures>,
}

/// A place whose sheets deserve a look.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedPlace {
    /// Code of the place.
    pub place: String,
    /// Option id or `turnout`.
    pub quantity: String,
    /// Chance of tables that differ as much, given the margins.
    pub p: Real,
    /// Votes that would have to change tables to make them alike.
    pub votes: Real,
}

/// A table whose sheet deserves a look.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamedExchange {
    /// Station id.
    pub station: String,
    /// Option that an exchange would give votes to.
    pub gains: String,
    /// Option that it would take them from.
    pub loses: String,
    /// Votes that would change lines.
    pub votes: u32,
    /// Chance of what is written, given the place.
    pub p: Real,
    /// The same chance, exchanged.
    pub exchanged_p: Real,
}

/// Runs the whole battery on one contest and keeps what the selection shows.
pub fn forensics(dataset: &Dataset, contest: ContestIdx, selection: &Selection) -> Forensics {
    let ids = Ids::new(dataset, contest);
    let found = measured(dataset, contest);
    let looks = looks_of(&found);
    let adjusted = adjust(&found);
    let mut sources = Vec::new();
    for ((set, tables, results), adjusted) in found.iter().zip(adjusted) {
        let source = dataset.source(set.source()).id.to_string();
        if !selection.shows_source(&source) {
            continue;
        }
        let shows = |measured: &Measured| {
            let by_option = match measured.quantity {
                Quantity::Option(option) => selection.shows_option(ids.option(option)),
                _ => selection.options.is_empty(),
            };
            by_option && selection.shows_test(measured.test)
        };
        let outcomes: Vec<Outcome> = results
            .iter()
            .zip(adjusted)
            .filter(|(measured, _)| shows(measured))
            .map(|(measured, adjusted)| outcome(measured, adjusted, &ids))
            .collect();
        let shown =
            (0..tables.options()).filter(|&option| selection.shows_option(ids.option(option)));
        // Which stations a set has that is marked sensitive leads to the people who made the copies.
        let may_name = !dataset.source(set.source()).is_withheld();
        sources.push(SourceForensics {
            source,
            sheets: tables.len(),
            left_out: tables.left_out(),
            places: tables.places().filter(|rows| rows.len() > 1).count(),
            extreme_places: if may_name && selection.shows_test(TestId::PlaceExtremes) {
                named_places(dataset, tables, &ids, selection)
            } else {
                Vec::new()
            },
            exchanges: if may_name && selection.shows_test(TestId::PossibleExchanges) {
                named_exchanges(dataset, tables, &ids, selection)
            } else {
                Vec::new()
            },
            pictures: shown
                .map(|option| pictures(dataset, tables, option, ids.option(option)))
                .collect(),
            outcomes,
        });
    }
    Forensics {
        schema: SCHEMA,
        rules: RULES,
        contest: dataset.contest(contest).id.to_string(),
        partial: !selection.is_full(),
        looks,
        level: LEVEL.into(),
        sources,
    }
}

/// The results of every contest as the audit takes them in: tests, consistency checks and what does not
/// apply, all of it, in order of contest, source and test.
pub fn test_results(dataset: &Dataset) -> Vec<TestResult> {
    let mut results = Vec::new();
    for at in 0..dataset.contests().len() {
        let contest = ContestIdx::new(at);
        let ids = Ids::new(dataset, contest);
        let found = measured(dataset, contest);
        let looks = u32::try_from(looks_of(&found)).unwrap_or(u32::MAX);
        let adjusted = adjust(&found);
        for ((set, _, measured), adjusted) in found.iter().zip(adjusted) {
            let source = &dataset.source(set.source()).id;
            for (measured, adjusted_p) in measured.iter().zip(adjusted) {
                results.push(TestResult {
                    id: measured.test.word().to_owned(),
                    quantity: ids.quantity(measured.quantity).to_owned(),
                    tier: if measured.role == Role::ConsistencyCheck {
                        Tier::Picture
                    } else {
                        Tier::Test
                    },
                    source: source.clone(),
                    link: link(measured.test),
                    bears_on: BearsOn::Nothing,
                    effect: measured.votes,
                    p: measured.p,
                    looks,
                    adjusted_p,
                    message: message(measured),
                });
            }
        }
    }
    results
}

fn link(test: TestId) -> Link {
    if test == TestId::RegisterDifferences {
        Link::TotalsToOutcome
    } else {
        Link::BallotsToSheet
    }
}

/// `test-ID` with the numbers of the test, or the first assumption that fails.
fn message(measured: &Measured) -> Message {
    if measured.role == Role::NotApplicable {
        let failing = measured
            .assumptions
            .iter()
            .find(|assumption| !assumption.holds);
        return match failing {
            None => Message::new("test-unmet-no-data"),
            Some(assumption) => Message::new(format!("test-unmet-{}", assumption.id))
                .with("found", number(assumption.found.get()))
                .with("needed", number(assumption.needed.get())),
        };
    }
    let message = Message::new(format!("test-{}", measured.test.word()));
    measured
        .figures
        .iter()
        .fold(message, |message, (name, value)| {
            message.with(name, number(*value))
        })
}

/// A whole number as one, so that it is printed without decimals.
fn number(value: f64) -> Value {
    let rounded = libm::round(value);
    let whole = (rounded - value).abs() < 1e-9 && rounded.abs() < 1e15;
    let text = whole.then(|| format!("{rounded:.0}"));
    match text.and_then(|text| text.parse::<i64>().ok()) {
        Some(whole) => Value::Integer(whole),
        None => Value::from(value),
    }
}

type Found<'a> = (&'a SheetSet, Tables, Vec<Measured>);

fn measured(dataset: &Dataset, contest: ContestIdx) -> Vec<Found<'_>> {
    let sets = dataset.sheets_of(contest);
    sets.map(|set| {
        let tables = Tables::of(dataset, set);
        let mut found = measure(&tables, Null::of(dataset, &tables));
        found.push(register::measured(register::roll_differences(dataset, set)));
        found.sort_by_key(|measured| (measured.test, measured.quantity));
        (set, tables, found)
    })
    .collect()
}

fn is_look(measured: &Measured) -> bool {
    measured.role == Role::Test && measured.p.is_some()
}

fn looks_of(found: &[Found<'_>]) -> usize {
    found
        .iter()
        .map(|(_, _, results)| results.iter().filter(|result| is_look(result)).count())
        .sum()
}

/// The adjusted p of every result, source by source.
fn adjust(found: &[Found<'_>]) -> Vec<Vec<Option<f64>>> {
    let all = || found.iter().flat_map(|(_, _, results)| results);
    let p_values: Vec<f64> = all()
        .filter(|result| is_look(result))
        .filter_map(|result| result.p)
        .collect();
    let mut adjusted = holm(&p_values, p_values.len())
        .unwrap_or_default()
        .into_iter();
    let of = |result: &Measured, adjusted: &mut dyn Iterator<Item = f64>| {
        if is_look(result) {
            adjusted.next()
        } else {
            None
        }
    };
    found
        .iter()
        .map(|(_, _, results)| {
            results
                .iter()
                .map(|result| of(result, &mut adjusted))
                .collect()
        })
        .collect()
}

fn outcome(measured: &Measured, adjusted: Option<f64>, ids: &Ids<'_>) -> Outcome {
    let figures: BTreeMap<&'static str, Real> = measured
        .figures
        .iter()
        .map(|(name, value)| (*name, Real::new(*value)))
        .collect();
    Outcome {
        test: measured.test.word(),
        quantity: ids.quantity(measured.quantity).to_owned(),
        role: measured.role,
        votes: measured.votes.map(Real::new),
        p: measured.p.map(Real::new),
        adjusted_p: adjusted.map(Real::new),
        figures,
        assumptions: measured.assumptions.clone(),
    }
}

fn named_places(
    dataset: &Dataset,
    tables: &Tables,
    ids: &Ids<'_>,
    selection: &Selection,
) -> Vec<NamedPlace> {
    let mut found = Vec::new();
    for quantity in tables.quantities() {
        let is_shown = match quantity {
            Quantity::Option(option) => selection.shows_option(ids.option(option)),
            _ => selection.options.is_empty(),
        };
        if !is_shown {
            continue;
        }
        for (row, p, votes) in extreme_places(tables, quantity) {
            let station = tables.station(row);
            let place = dataset.stations().get(station).place;
            let code = place.map_or("", |place| dataset.places().get(place).code);
            found.push(NamedPlace {
                place: code.to_owned(),
                quantity: ids.quantity(quantity).to_owned(),
                p: p.into(),
                votes: votes.into(),
            });
        }
    }
    found.sort_by(|a, b| {
        a.p.get()
            .total_cmp(&b.p.get())
            .then_with(|| (&a.place, &a.quantity).cmp(&(&b.place, &b.quantity)))
    });
    found.truncate(NAMED);
    found
}

fn named_exchanges(
    dataset: &Dataset,
    tables: &Tables,
    ids: &Ids<'_>,
    selection: &Selection,
) -> Vec<NamedExchange> {
    let (found, _) = exchanges(tables);
    let shown = found.into_iter().filter(|held| {
        selection.shows_option(ids.option(held.gains))
            || selection.shows_option(ids.option(held.loses))
    });
    shown
        .take(NAMED)
        .map(|held| NamedExchange {
            station: dataset.stations().id(tables.station(held.row)).to_owned(),
            gains: ids.option(held.gains).to_owned(),
            loses: ids.option(held.loses).to_owned(),
            votes: held.votes,
            p: held.p.into(),
            exchanged_p: held.exchanged_p.into(),
        })
        .collect()
}

/// Ids of the options of a contest.
struct Ids<'a>(Vec<&'a str>);

impl<'a> Ids<'a> {
    fn new(dataset: &'a Dataset, contest: ContestIdx) -> Self {
        Self(
            dataset
                .contest(contest)
                .options
                .iter()
                .map(|option| option.id.as_str())
                .collect(),
        )
    }

    fn option(&self, option: usize) -> &'a str {
        self.0.get(option).copied().unwrap_or("")
    }

    fn quantity(&self, quantity: Quantity) -> &'a str {
        match quantity {
            Quantity::Option(option) => self.option(option),
            Quantity::Turnout => "turnout",
            Quantity::Options => "options",
            Quantity::Register => "register",
        }
    }
}
