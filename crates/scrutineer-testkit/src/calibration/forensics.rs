//! False alarms and power of the tests of sheets, with the geography of the real case.

use std::fmt::Write;
use std::thread;

use scrutineer_forensics::{Null, Power, Quantity, Tables, TestId, measure};
use scrutineer_simulate::{Geography, Scenario, Share, SheetChange};

use super::{Settings, refused};
use crate::examples;

/// The level of every alarm.
pub const LEVEL: f64 = 0.01;
const KAPPA: u32 = 3700;
/// Power needs fewer runs than a false alarm of 1 %.
const SHARE_OF_RUNS: u32 = 5;

/// One scenario of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is called in the table.
    pub name: &'static str,
    /// Concentration of the tables' own probabilities; `None` for multinomial tables.
    pub kappa: Option<u32>,
    /// What is done to the sheets.
    pub change: SheetChange,
}

const fn share(parts: u32) -> Share {
    match Share::per_million(parts) {
        Some(share) => share,
        None => Share::NONE,
    }
}

const fn over_dispersed(name: &'static str, change: SheetChange) -> Row {
    Row {
        name,
        kappa: Some(KAPPA),
        change,
    }
}

const HONEST: SheetChange = SheetChange::Scenario(Scenario::Honest);
const PART: Share = share(300_000);

/// Honest elections first, then what was done to 0.5 % of the tables and more.
pub const ROWS: [Row; 10] = [
    Row {
        name: "honest, multinomial",
        kappa: None,
        change: HONEST,
    },
    over_dispersed("honest, over-dispersed", HONEST),
    over_dispersed(
        "added ballots, 0.5 % of tables",
        SheetChange::Scenario(Scenario::AddedBallots {
            tables: share(5_000),
            of_unused: share(600_000),
        }),
    ),
    over_dispersed(
        "moved votes, 0.5 % of tables",
        SheetChange::Scenario(Scenario::MovedVotes {
            tables: share(5_000),
            part: PART,
        }),
    ),
    over_dispersed(
        "moved votes, 10 % of whole places",
        SheetChange::Scenario(Scenario::MovedVotesWholePlaces {
            places: share(100_000),
            part: PART,
        }),
    ),
    over_dispersed(
        "target percentages, 2 % of tables",
        SheetChange::Scenario(Scenario::TargetPercentages {
            tables: share(20_000),
        }),
    ),
    over_dispersed(
        "sheets from formula, 2 % of places",
        SheetChange::Scenario(Scenario::SheetsFromFormula {
            places: share(20_000),
        }),
    ),
    over_dispersed(
        "exchanged lines, 0.02 % of tables",
        SheetChange::ExchangedLines { tables: share(200) },
    ),
    over_dispersed(
        "invented last digits, 10 % of tables",
        SheetChange::InventedDigits {
            tables: share(100_000),
        },
    ),
    over_dispersed(
        "invented last digits, 30 % of tables",
        SheetChange::InventedDigits {
            tables: share(300_000),
        },
    ),
];

/// The geography of the real case; `None` without the shared folder.
pub fn geography() -> Option<Geography> {
    let loaded = examples::load("venezuela-2024")?;
    let set = loaded.dataset.sheets().first()?;
    Geography::of(&loaded.dataset, set)
}

/// Polling places, and those of them with several stations.
pub fn places(geography: &Geography) -> (usize, usize) {
    let runs = || geography.place_of().chunk_by(|a, b| a == b);
    (runs().count(), runs().filter(|run| run.len() > 1).count())
}

/// Runs one scenario. The runs have the seeds `settings.seed`, `settings.seed + 1`, ...
///
/// # Errors
///
/// When a simulated sheet does not add up.
pub fn run(geography: &Geography, row: &Row, settings: &Settings) -> Result<Power, String> {
    Ok(run_all(geography, row, settings)?.0)
}

/// As [`run`], with the number of runs in which each refused method alarms.
fn run_all(
    geography: &Geography,
    row: &Row,
    settings: &Settings,
) -> Result<(Power, [u32; 3]), String> {
    let threads = settings.threads.max(1);
    let part = |thread: u32| -> Result<(Power, [u32; 3]), String> {
        let mut power = Power::new(LEVEL);
        let mut cries = [0; 3];
        for at in (thread..settings.runs).step_by(threads as usize) {
            let seed = settings.seed.wrapping_add(u64::from(at));
            let (sheets, _) = geography.run(seed, row.kappa, row.change);
            let tables = Tables::new(
                sheets.options().to_vec(),
                sheets.valid().to_vec(),
                sheets.ballots().to_vec(),
                geography.registered(),
                geography.place_of(),
            )
            .map_err(|error| format!("run {seed}: {error:?}"))?;
            power.add(&measure(&tables, Null::fixed()));
            for (count, alarms) in cries.iter_mut().zip(refused::alarms(&tables)) {
                *count += u32::from(alarms);
            }
        }
        Ok((power, cries))
    };
    let parts: Vec<Result<(Power, [u32; 3]), String>> = thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|thread| scope.spawn(move || part(thread)))
            .collect();
        handles
            .into_iter()
            .map(|handle| {
                handle
                    .join()
                    .unwrap_or_else(|_| Err("a thread stopped".to_owned()))
            })
            .collect()
    });
    let mut power = Power::new(LEVEL);
    let mut cries = [0; 3];
    for part in parts {
        let (part, counts) = part?;
        power.merge(&part);
        for (count, more) in cries.iter_mut().zip(counts) {
            *count += more;
        }
    }
    Ok((power, cries))
}

/// The table of the family as Markdown.
///
/// # Errors
///
/// Without the shared folder, and as [`run`].
pub fn document(settings: &Settings, progress: &mut dyn FnMut(&str)) -> Result<String, String> {
    let geography = geography().ok_or("needs the shared folder beside the checkout")?;
    let tests = || {
        TestId::ALL
            .into_iter()
            .filter(|test| *test != TestId::RegisterDifferences)
    };
    let mut text = String::new();
    let (places, several) = places(&geography);
    let fewer = settings.runs.div_ceil(SHARE_OF_RUNS);
    line(
        &mut text,
        &format!(
            "{} runs of each honest scenario, {fewer} of the others, seeds from {}; level 1 %. Geography: Venezuela 2024, \
             {} stations in {places} places, {several} of them with several stations. In an election with other stations, \
             places or rates the shares are others: `scrutineer power` measures them there. A cell is the share of runs with p of at most 1 % for the quantity of the test that alarmed most often; in brackets \
             the share with an adjusted p of at most 1 % for any quantity. `-`: the test does not apply.\n",
            settings.runs,
            settings.seed,
            geography.stations(),
        ),
    );
    let heads: Vec<String> = tests().map(|test| format!("`{}`", test.word())).collect();
    line(
        &mut text,
        &format!("| scenario | {} | any, adjusted |", heads.join(" | ")),
    );
    line(
        &mut text,
        &format!("|---{}|---|", "|---".repeat(heads.len())),
    );
    let mut honest = Vec::new();
    for row in &ROWS {
        progress(row.name);
        let runs = if row.change == HONEST {
            settings.runs
        } else {
            fewer
        };
        let (power, cries) = run_all(&geography, row, &Settings { runs, ..*settings })?;
        let cells: Vec<String> = tests().map(|test| cell(&power, test)).collect();
        let any = rate(power.any(), power.runs());
        line(
            &mut text,
            &format!("| {} | {} | {any} |", row.name, cells.join(" | ")),
        );
        if row.change == HONEST {
            honest.push((row.name, runs, cries));
        }
    }
    line(
        &mut text,
        "\nRefused methods: share of honest runs in which they alarm for one of the two leading options.\n",
    );
    let names: Vec<&str> = honest.iter().map(|held| held.0).collect();
    line(&mut text, &format!("| method | {} |", names.join(" | ")));
    line(&mut text, &format!("|---{}|", "|---".repeat(names.len())));
    for (at, name) in refused::NAMES.into_iter().enumerate() {
        let rates: Vec<String> = honest
            .iter()
            .map(|(_, runs, cries)| rate(cries[at], *runs))
            .collect();
        line(&mut text, &format!("| {name} | {} |", rates.join(" | ")));
    }
    Ok(text)
}

fn cell(power: &Power, test: TestId) -> String {
    let Some((_, alarms)) = power.most(test) else {
        return "-".to_owned();
    };
    let own = rate(alarms.alarms, power.runs());
    if test == TestId::PlaceDispersion {
        return own;
    }
    format!("{own} ({})", rate(power.remarkable(test), power.runs()))
}

fn rate(part: u32, whole: u32) -> String {
    format!("{:.3}", f64::from(part) / f64::from(whole.max(1)))
}

fn line(text: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{line}");
}

/// Alarms of one test and quantity as a sentence for a failing test.
pub fn describe(test: TestId, quantity: Quantity, alarms: u32, runs: u32) -> String {
    format!(
        "{} {quantity:?}: {alarms} alarms in {runs} runs",
        test.word()
    )
}
