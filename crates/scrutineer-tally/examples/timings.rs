//! Times the passes over a made-up election: `cargo run --release -p scrutineer-tally --example
//! timings -- STATIONS`.
#![expect(clippy::print_stdout, reason = "a program for people who measure")]

use std::hint::black_box;
use std::time::Instant;

use scrutineer_model::{
    Applies, CapacityRule, Cell, Code, Contest, ContestIdx, ContestOption, CountStatus, Dataset,
    DatasetBuilder, Date, Declaration, DeclaredCoverage, DeclaredOption, DeclaredTarget, Election,
    Exact, Field, Figure, HierarchyIdx, Moment, OptionIdx, Origin, OutcomeRule, PrintedPercent,
    Provenance, RegisterFigure, RegisterKind, Scope, SheetRow, Source, SourceLabel, StationEntry,
    Ticket,
};
use scrutineer_tally as tally;

const OPTIONS: usize = 10;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let stations = match std::env::args().nth(1) {
        Some(text) => text.parse()?,
        None => 24_532,
    };
    let data = made_up(stations)?;
    let set = &data.sheets()[0];
    let contest = data.contest(ContestIdx::new(0));
    time("totals", || tally::totals(&data, set));
    time("divisions", || {
        tally::by_division(&data, set, HierarchyIdx::new(0))
    });
    time("places", || tally::by_place(&data, set));
    time("coverage", || tally::coverage(&data, set));
    time("observed", || tally::Observed::new(&data, set));
    let observed = tally::Observed::new(&data, set);
    time("missing capacity", || {
        tally::missing_capacity(&data, set, &observed)
    });
    let missing = tally::missing_capacity(&data, set, &observed);
    time("outcome", || {
        tally::outcome(&contest.rule, &observed, &missing[0])
    });
    let declaration = declaration(&observed)?;
    time("targets", || tally::Targets::new(&declaration, &observed));
    let targets = tally::Targets::new(&declaration, &observed);
    time("readings", || {
        tally::readings(&data, &observed, &declaration, &targets)
    });
    let total = contest.registers[0].total.value();
    let count = tally::Count {
        counted: Exact::integer(i128::from(total) * 9 / 10),
        total,
        turnout_cap: Exact::ONE,
        favourable: false,
    };
    time("joint", || tally::joint(&observed, &targets, count));
    let (first, second) = (OptionIdx::new(0), OptionIdx::new(1));
    time("false sheets", || {
        tally::sheets_false_needed(&observed, first, second, 1)
    });
    time("imputation", || {
        tally::imputation(&data, &observed, Some(HierarchyIdx::new(0)), total / 10)
    });
    time("comparison", || tally::compare_sources(set, set));
    Ok(())
}

/// The best of five, in milliseconds.
fn time<T>(what: &str, run: impl Fn() -> T) {
    let mut best = f64::INFINITY;
    for _ in 0..5 {
        let start = Instant::now();
        black_box(run());
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
    }
    println!("{what:>18} {best:9.3} ms");
}

/// A small generator (SplitMix64), so that the program needs no dependency.
fn random(state: &mut u64, below: u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut value = *state;
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (value ^ (value >> 31)) % below
}

fn contest(stations: usize) -> Result<Contest, Failure> {
    let ids: Vec<Code> = (0..OPTIONS)
        .map(|at| Code::parse(&format!("o{at}")))
        .collect::<Result<_, _>>()?;
    let total = u64::try_from(stations)? * 800;
    let register = |id: &str, kind, value| -> Result<RegisterFigure, Failure> {
        Ok(RegisterFigure {
            id: Code::parse(id)?,
            kind,
            total: Figure::single(value, "made up"),
            applies: Applies::Yes,
            why: None,
        })
    };
    Ok(Contest {
        id: Code::parse("main")?,
        name: String::new(),
        round: 1,
        predecessor: None,
        rule: OutcomeRule::Plurality { winners: 1 },
        options: ids
            .iter()
            .map(|id| ContestOption {
                id: id.clone(),
                name: String::new(),
            })
            .collect(),
        tickets: ids
            .iter()
            .enumerate()
            .map(|(at, id)| Ticket {
                id: id.clone(),
                name: String::new(),
                option: OptionIdx::new(at),
            })
            .collect(),
        registers: vec![
            register("electors", RegisterKind::Electors, total)?,
            register("stations", RegisterKind::Stations, total / 700)?,
            register("places", RegisterKind::Places, total / 1_400)?,
        ],
        capacity: CapacityRule::Register,
    })
}

fn source() -> Result<Source, Failure> {
    let provenance = Provenance {
        supplied_by: SourceLabel::Unknown,
        aligned_with: Vec::new(),
        obtained_from: None,
        obtained_on: None,
        obtained_by_role: None,
        method: None,
        medium: None,
        licence: None,
        derived_from: None,
        transformations: None,
    };
    Ok(Source {
        id: Code::parse("sheets")?,
        contest: ContestIdx::new(0),
        origin: Origin(Code::parse("sheets")?),
        provenance,
        identities: Vec::new(),
        rows: 0,
        rejected: 0,
    })
}

fn made_up(stations: usize) -> Result<Dataset, Failure> {
    let election = Election {
        id: Code::parse("made-up")?,
        name: String::new(),
        date: Date::parse("2024-01-01")?,
        country: String::new(),
    };
    let levels = ["a", "b", "c"].map(str::to_owned).to_vec();
    let mut builder = DatasetBuilder::new(
        election,
        vec![contest(stations)?],
        vec![("h".to_owned(), levels)],
    );
    let fields = vec![Field::Registered, Field::Valid, Field::Invalid];
    let source = builder.source(source()?, fields);
    builder.file(source, "made-up.csv")?;
    let mut state = 1;
    for at in 0..stations {
        let place = at / 2;
        let (a, b, c) = (place % 24, place / 24 % 14, place / 336 % 4);
        let codes = [a.to_string(), b.to_string(), c.to_string()];
        let path: Vec<&str> = codes.iter().map(String::as_str).collect();
        let division = builder.division(HierarchyIdx::new(0), &path, &[])?;
        let place = builder.place(&format!("{place:08}"), "", &[division])?;
        let entry = StationEntry {
            place: Some(place),
            divisions: &[division],
            ..StationEntry::default()
        };
        let station = builder.station(&format!("{at:08}"), &entry)?;
        let mut votes = [0u64; OPTIONS];
        votes[0] = 100 + random(&mut state, 300);
        votes[1] = 50 + random(&mut state, 200);
        for minor in &mut votes[2..] {
            *minor = random(&mut state, 9);
        }
        let valid: u64 = votes.iter().sum();
        let fields = [valid + random(&mut state, 300), valid, 1];
        let cells: Vec<Cell> = fields
            .iter()
            .chain(&votes)
            .filter_map(|&count| Cell::new(count))
            .collect();
        let row = SheetRow {
            station,
            cells: &cells,
            sequence: 0,
            picture: 0,
            file: 0,
            row: 1,
        };
        builder.sheet(source, &row)?;
    }
    Ok(builder.finish()?)
}

/// Two thirds of the first option's votes, everybody else's half again: 90 % of something.
fn declaration(observed: &tally::Observed) -> Result<Declaration, Failure> {
    let declared = |at: usize, votes: u64| DeclaredOption {
        target: DeclaredTarget::Option(OptionIdx::new(at)),
        votes: Some(Figure::single(votes, "made up")),
        percent: None,
    };
    let options = observed.totals.iter().enumerate().map(|(at, votes)| {
        let factor = if at == 0 { 4 } else { 9 };
        declared(at, votes.min * factor / 6)
    });
    Ok(Declaration {
        id: Code::parse("made-up")?,
        contest: ContestIdx::new(0),
        authority: String::new(),
        outlet: None,
        time: Moment::parse("2024-01-01")?,
        status: CountStatus::UnofficialPartial,
        scope: Scope::All,
        coverage: DeclaredCoverage {
            printed: Some(PrintedPercent::parse("90")?),
            ..DeclaredCoverage::default()
        },
        options: options.collect(),
        winners: Vec::new(),
        valid: None,
        invalid: None,
        blank: None,
        voters: None,
        turnout: Some(PrintedPercent::parse("60")?),
        registered: None,
        valid_of_voters: None,
        invalid_of_voters: None,
        parts: Vec::new(),
        follows: None,
    })
}
