//! Whether a kept table is one that the program makes: the same rows, tests, roles and intervals in the same order.

use std::fmt::Display;

use scrutineer_audit::OptionInfo;
use scrutineer_forensics::{Null, TestId, share_interval};
use scrutineer_model::Real;
use scrutineer_report::{PowerCell, PowerDocument, PowerScenario};

use super::{CHECK, ROWS, TEST, simulated, touching};
use crate::args::MOST_RUNS;

/// What the folder has.
pub(super) struct Here {
    pub(super) stations: u32,
    pub(super) options: Vec<OptionInfo>,
    pub(super) null: Null,
}

/// One place of a table that differs from what the program makes.
pub(super) struct Wrong {
    pub(super) place: String,
    pub(super) expected: String,
    pub(super) found: String,
}

impl Wrong {
    pub(super) fn new(
        place: impl Into<String>,
        expected: impl Display,
        found: impl Display,
    ) -> Self {
        Self {
            place: place.into(),
            expected: expected.to_string(),
            found: found.to_string(),
        }
    }
}

/// Every place where the table cannot be one of this folder.
pub(super) fn differences(held: &PowerDocument, here: &Here) -> Vec<Wrong> {
    let mut found = Found {
        runs: held.runs,
        here,
        all: Vec::new(),
    };
    if !(1..=MOST_RUNS).contains(&held.runs) {
        found.add("runs", format!("1..={MOST_RUNS}"), held.runs);
    }
    found.equal("stations", here.stations, held.stations);
    if held.options != here.options {
        found.add("options", ids(&here.options), ids(&held.options));
    }
    found.equal("scenarios", ROWS.len(), held.scenarios.len());
    for (at, (row, scenario)) in ROWS.iter().zip(&held.scenarios).enumerate() {
        found.scenario(at, row.0, touching(row), scenario);
    }
    found.all
}

fn ids(options: &[OptionInfo]) -> String {
    let names = options
        .iter()
        .map(|option| format!("{} ({})", option.id, option.name));
    names.collect::<Vec<_>>().join(", ")
}

/// The role of a test in every table of the folder.
fn role(test: TestId, null: Null) -> &'static str {
    match test {
        TestId::PlaceDispersion | TestId::RegisterDifferences => CHECK,
        TestId::PlaceExtremes if null.is_own => CHECK,
        _ => TEST,
    }
}

/// What a test can look at.
fn quantities(test: TestId, options: &[OptionInfo]) -> Vec<&str> {
    let each = options.iter().map(|option| option.id.as_str());
    match test {
        TestId::PossibleExchanges => vec!["options"],
        TestId::RegisterDifferences => vec!["register"],
        TestId::PlaceSlope | TestId::LastDigit => each.collect(),
        TestId::PlaceExtremes
        | TestId::PlaceSmoothness
        | TestId::WholePercent
        | TestId::FivePercent
        | TestId::PlaceDispersion => each.chain(["turnout"]).collect(),
    }
}

fn shown([from, to]: [Real; 2]) -> String {
    format!("[{}, {}]", from.get(), to.get())
}

struct Found<'a> {
    runs: u32,
    here: &'a Here,
    all: Vec<Wrong>,
}

impl Found<'_> {
    fn add(&mut self, place: impl Into<String>, expected: impl Display, found: impl Display) {
        self.all.push(Wrong::new(place, expected, found));
    }

    fn equal<T: PartialEq + Display>(&mut self, place: impl Into<String>, expected: T, found: T) {
        if expected != found {
            self.add(place, expected, found);
        }
    }

    /// A number of the runs in its bounds, and its interval.
    fn counted(&mut self, place: &str, count: u32, (least, most): (u32, u32), ends: [Real; 2]) {
        if !(least..=most).contains(&count) {
            self.add(place, format!("{least}..={most}"), count);
        }
        let (low, high) = share_interval(count, self.runs);
        let expected = [Real::new(low), Real::new(high)];
        if ends != expected {
            self.add(format!("{place}_interval"), shown(expected), shown(ends));
        }
    }

    fn scenario(&mut self, at: usize, id: &str, touching: Real, held: &PowerScenario) {
        let place = |field: &str| format!("scenarios[{at}].{field}");
        self.equal(place("id"), id, &held.id);
        self.equal(place("touching"), touching.get(), held.touching.get());
        let tests: Vec<TestId> = simulated().collect();
        self.equal(place("tests"), tests.len(), held.tests.len());
        for (number, (test, cell)) in tests.iter().zip(&held.tests).enumerate() {
            self.cell(&format!("scenarios[{at}].tests[{number}]"), *test, cell);
        }
        // Any test alarms where one does, and in no run where none does.
        let each = held.tests.iter().map(|cell| cell.remarkable);
        let least = each.clone().max().unwrap_or(0);
        let most = each.fold(0u32, u32::saturating_add).min(self.runs);
        self.counted(&place("any"), held.any, (least, most), held.any_interval);
    }

    fn cell(&mut self, place: &str, test: TestId, held: &PowerCell) {
        let place = |field: &str| format!("{place}.{field}");
        self.equal(place("test"), test.word(), &held.test);
        let known = quantities(test, &self.here.options);
        let quantity = held.quantity.as_deref();
        let (role, most) = match quantity {
            None => (TEST, 0),
            Some(_) => (role(test, self.here.null), self.runs),
        };
        self.equal(place("role"), role, &held.role);
        if let Some(quantity) = quantity.filter(|quantity| !known.contains(quantity)) {
            let known = known.join(", ");
            self.add(place("quantity"), known, quantity);
        }
        self.counted(
            &place("alarms"),
            held.alarms,
            (0, most),
            held.alarms_interval,
        );
        // What is remarkable alarmed without adjustment too; a consistency check is never adjusted.
        let most = if role == CHECK || held.alarms == 0 {
            0
        } else {
            most
        };
        let ends = held.remarkable_interval;
        self.counted(&place("remarkable"), held.remarkable, (0, most), ends);
    }
}
