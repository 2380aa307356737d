//! `power`: what the tests would have found here, and how often they cry wolf.

use std::num::NonZero;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use scrutineer_forensics::{InvalidTables, Null, Power, Quantity, RULES, Tables, TestId, measure};
use scrutineer_model::{Real, SheetSet};
use scrutineer_publication::sheet_tests::options;
use scrutineer_report::{PowerCell, PowerDocument, PowerScenario, power_html, power_text};
use scrutineer_simulate::{Geography, Scenario, Share, SheetChange};

use crate::args::{self, General};
use crate::command::audit::{document, internal};
use crate::command::forensics::{save, unknown};
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;
use crate::status::Status;

mod exact;
mod kept;

pub(crate) use kept::kept;

/// An adjusted p of at most this is an alarm.
const LEVEL: f64 = 0.01;
/// The role of a test without an adjusted p, and of one with it.
const CHECK: &str = "consistency-check";
const TEST: &str = "test";
/// Concentration of the over-dispersed null (`spec/tests.md`).
const KAPPA: u32 = 3700;

/// Id of its name, over-dispersed or not, parts per million of tables or places, and what is done.
type Row = (&'static str, Option<u32>, u32, fn(Share) -> SheetChange);

const ROWS: [Row; 9] = [
    ("honest-multinomial", None, 0, honest),
    ("honest-over-dispersed", Some(KAPPA), 0, honest),
    ("added-ballots", Some(KAPPA), 5_000, |share| {
        named("added-ballots", share)
    }),
    ("moved-votes", Some(KAPPA), 5_000, |share| {
        named("moved-votes", share)
    }),
    ("moved-votes-whole-places", Some(KAPPA), 100_000, |share| {
        named("moved-votes-whole-places", share)
    }),
    ("target-percentages", Some(KAPPA), 20_000, |share| {
        named("target-percentages", share)
    }),
    ("sheets-from-formula", Some(KAPPA), 20_000, |share| {
        named("sheets-from-formula", share)
    }),
    ("exchanged-lines", Some(KAPPA), 200, |tables| {
        SheetChange::ExchangedLines { tables }
    }),
    ("invented-digits", Some(KAPPA), 300_000, |tables| {
        SheetChange::InventedDigits { tables }
    }),
];

/// The tests that are simulated, in their order: no run has a second roll.
fn simulated() -> impl Iterator<Item = TestId> {
    let all = TestId::ALL.into_iter();
    all.filter(|test| *test != TestId::RegisterDifferences)
}

/// The share of tables or places that a row touches.
fn touching(row: &Row) -> Real {
    Real::new(f64::from(row.2) / 1e6)
}

fn honest(_: Share) -> SheetChange {
    SheetChange::Scenario(Scenario::Honest)
}

fn named(word: &str, share: Share) -> SheetChange {
    SheetChange::Scenario(
        Scenario::named(word)
            .unwrap_or(Scenario::Honest)
            .touching(share),
    )
}

pub(crate) fn run(
    args: &args::Power,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let loaded = folder::open(session, &args.dir, &args.search, args.accept_import)?;
    let dataset = &loaded.dataset;
    let id = |set: &SheetSet| dataset.source(set.source()).id.as_str();
    let ids: Vec<&str> = dataset.sheets().iter().map(id).collect();
    let set = match &args.source {
        None => dataset.sheets().first(),
        Some(source) => {
            let set = dataset.sheets().iter().find(|set| id(set) == source);
            let problem = || Failure::usage(unknown("--source", source, &ids, session));
            Some(set.ok_or_else(problem)?)
        }
    };
    let geography = set.and_then(|set| Some((set, Geography::of(dataset, set)?)));
    let Some((set, geography)) = geography else {
        return Err(Failure::input(session.plain("cli-error-no-geography")));
    };
    let options = options(dataset, set.contest());
    let honest = Honest {
        geography: &geography,
        null: Null::of(dataset, &Tables::of(dataset, set)),
    };
    let threads = general.threads.map_or_else(
        || thread::available_parallelism().map_or(1, NonZero::get),
        usize::from,
    );
    let mut scenarios = Vec::new();
    for (position, row) in ROWS.iter().enumerate() {
        let power = simulate(&honest, row, args, threads, &|done| {
            let all = ROWS.len() * args.runs as usize;
            let done = position * args.runs as usize + done as usize;
            session.stage("cli-progress-power", &[("done", &done), ("all", &all)]);
        })
        .map_err(|error| internal(format!("{error:?}")))?;
        scenarios.push(scenario(row, &power, &options));
    }
    let made = PowerDocument {
        schema: kept::SCHEMA.to_owned(),
        rules: RULES.to_owned(),
        election: dataset.election().name.clone(),
        source: id(set).to_owned(),
        geography: kept::digest(&geography),
        options,
        stations: geography.stations(),
        runs: args.runs,
        seed: args.seed,
        scenarios,
    };
    let language = session.language();
    if args.keep {
        save(&args.dir.join(kept::FILE), &document(&made)?, session)?;
    }
    if let Some(path) = &args.html {
        let page = power_html(&made, language).map_err(internal)?;
        save(path, &page, session)?;
        if !args.json {
            return Ok(Status::Done);
        }
    }
    let text = if args.json {
        document(&made)?
    } else {
        power_text(&made, language).map_err(internal)?
    };
    session.print(&text)?;
    Ok(Status::Done)
}

/// Where honest elections are drawn, and the null of the folder's tests: calibrated on its own sheets or not.
struct Honest<'a> {
    geography: &'a Geography,
    null: Null,
}

/// Runs one scenario. Which thread takes which run changes nothing: sums do not depend on their order.
fn simulate(
    honest: &Honest<'_>,
    row: &Row,
    args: &args::Power,
    threads: usize,
    progress: &dyn Fn(u32),
) -> Result<Power, InvalidTables> {
    let (_, kappa, parts, change) = row;
    let geography = honest.geography;
    let change = change(Share::per_million(*parts).unwrap_or(Share::NONE));
    // The thread that tells takes the first run: others may be through before it begins.
    let next = AtomicU32::new(1);
    let work = |told: Option<&dyn Fn(u32)>| -> Result<Power, InvalidTables> {
        let mut power = Power::new(LEVEL);
        let mut first = told.map(|_| 0);
        loop {
            let at = first
                .take()
                .unwrap_or_else(|| next.fetch_add(1, Ordering::Relaxed));
            if at >= args.runs {
                return Ok(power);
            }
            if let Some(tell) = told {
                tell(at);
            }
            let (sheets, _) = geography.run(args.seed.wrapping_add(u64::from(at)), *kappa, change);
            let tables = Tables::new(
                sheets.options().to_vec(),
                sheets.valid().to_vec(),
                sheets.ballots().to_vec(),
                geography.registered(),
                geography.place_of(),
            )?;
            power.add(&measure(&tables, honest.null));
        }
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(|| work(None))).collect();
        let mut power = work(Some(progress))?;
        for other in others {
            // A panic of a thread is a defect of the program and is passed on.
            match other.join() {
                Ok(part) => power.merge(&part?),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        Ok(power)
    })
}

fn scenario(row: &Row, power: &Power, options: &[scrutineer_audit::OptionInfo]) -> PowerScenario {
    let quantity = |quantity: Quantity| match quantity {
        Quantity::Option(option) => options
            .get(option)
            .map_or_else(String::new, |option| option.id.clone()),
        Quantity::Turnout => "turnout".to_owned(),
        Quantity::Options => "options".to_owned(),
        Quantity::Register => "register".to_owned(),
    };
    let cell = |test: TestId| {
        let most = power.most(test);
        PowerCell {
            test: test.word().to_owned(),
            role: if most.is_none_or(|held| held.1.as_test > 0) {
                TEST.to_owned()
            } else {
                CHECK.to_owned()
            },
            quantity: most.map(|held| quantity(held.0)),
            alarms: most.map_or(0, |held| held.1.alarms),
            alarms_interval: ends(power, most.map_or(0, |held| held.1.alarms)),
            remarkable: power.remarkable(test),
            remarkable_interval: ends(power, power.remarkable(test)),
        }
    };
    PowerScenario {
        id: row.0.to_owned(),
        touching: touching(row),
        tests: simulated().map(cell).collect(),
        any: power.any(),
        any_interval: ends(power, power.any()),
    }
}

/// The interval of a share of the runs.
fn ends(power: &Power, part: u32) -> [Real; 2] {
    let (low, high) = power.interval(part);
    [Real::new(low), Real::new(high)]
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use scrutineer_testkit::examples;

    use super::*;

    #[test]
    fn progress_tells_every_run_of_one_thread_and_some_of_several_in_their_order() {
        let Some(loaded) = examples::load("synthetic") else {
            return;
        };
        let set = loaded.dataset.sheets().first().unwrap();
        let honest = Honest {
            geography: &Geography::of(&loaded.dataset, set).unwrap(),
            null: Null::fixed(),
        };
        let args = args::Power {
            dir: ".".into(),
            search: args::Search {
                mirror: Vec::new(),
                fetch: false,
                portable: true,
            },
            runs: 6,
            seed: 1,
            source: None,
            keep: false,
            json: false,
            html: None,
            accept_import: false,
        };
        let told = |threads: usize| {
            let seen = RefCell::new(Vec::new());
            simulate(&honest, &ROWS[0], &args, threads, &|at| {
                seen.borrow_mut().push(at);
            })
            .unwrap();
            seen.into_inner()
        };
        assert_eq!(told(1), [0, 1, 2, 3, 4, 5]);
        // The others may take everything but the first run.
        let part = told(3);
        assert_eq!(part.first(), Some(&0), "{part:?}");
        assert!(
            part.is_sorted() && part.iter().all(|at| *at < 6),
            "{part:?}"
        );
    }
}
