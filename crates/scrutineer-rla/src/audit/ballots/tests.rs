//! Single ballots: bets against arithmetic of 40 digits, and whole audits.
//!
//! The numbers of bets, sizes and risks were computed apart with Python's mpmath 1.3 from the formulas of
//! `spec/rla.md`.

use scrutineer_model::{Absence, Applies, Code, Exact};

use super::claim::{Recorded, Seen};
use super::*;
use crate::assertion::{Share, plurality, threshold};
use crate::audit::*;
use crate::bravo::{Bravo, Diluted};
use crate::sampling::Seed;

const SEED: &str = "20240728314159265358";

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn bets(method: Method) -> Bets {
    Bets::of(method).unwrap()
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-12 * expected.abs().max(1.0)
}

/// ln M after draws, and the smallest risk so far.
fn run(claim: &BallotClaim, draws: &[Seen]) -> (f64, f64) {
    let mut risk = claim.begin();
    for &seen in draws {
        risk.draw(claim.value(Recorded::Nothing, seen).to_f64())
            .unwrap();
    }
    (risk.ln_fortune(), risk.sequential_p())
}

const A: Seen = Seen::Vote(0);
const B: Seen = Seen::Vote(1);

#[test]
fn both_bets_agree_with_40_digits_where_votes_are_missing() {
    let pair = &plurality(2, &[0], 1).unwrap()[0];
    let claim = |method| {
        let votes = [105 * 78, 55 * 78];
        BallotClaim::new(pair, bets(method), &votes, (165 * 78, 400)).unwrap()
    };
    let seen = [
        A,
        A,
        B,
        Seen::NoVote,
        A,
        Seen::Nothing,
        A,
        B,
        A,
        A,
        Seen::NoVote,
        A,
    ]
    .repeat(3);
    let bravo = claim(Method::Bravo);
    assert!(near(bravo.mean(), 0.515_540_015_540_015));
    assert!(near(bravo.eta(), 0.651_515_151_515_151));
    assert!(near(bravo.lambda(), 0.571_428_208_979_459));
    let (ln, p) = run(&bravo, &seen);
    assert!(near(ln, 1.937_701_604_263_279), "{ln}");
    assert!(near(p, 0.144_034_618_181_079), "{p}");
    let alpha = claim(Method::Alpha);
    assert!(near(alpha.lambda(), 0.544_426_442_603_166));
    assert!(near(
        alpha.c(bets(Method::Alpha)).unwrap(),
        0.067_987_567_987_567
    ));
    let (ln, p) = run(&alpha, &seen);
    assert!(near(ln, 1.786_864_072_647_986), "{ln}");
    assert!(near(p, 0.167_484_566_435_135), "{p}");
}

#[test]
fn a_threshold_has_its_own_largest_value() {
    let claim = threshold(3, 0, Share::new(2, 3).unwrap()).unwrap();
    let seen = [A, A, B, A, Seen::Nothing, Seen::NoVote, A, A, Seen::Vote(2)];
    for (method, expected) in [
        (Method::Bravo, -0.933_626_557_989_715),
        (Method::Alpha, -0.567_130_815_285_873),
    ] {
        let held = BallotClaim::new(&claim, bets(method), &[800, 100, 100], (1_050, 10)).unwrap();
        assert!(near(held.upper(), 0.75));
        let (ln, _) = run(&held, &seen);
        assert!(near(ln, expected), "{method:?}: {ln}");
    }
}

#[test]
fn with_nothing_missing_bravo_is_bravo() {
    let pair = &plurality(3, &[0], 1).unwrap()[0];
    let votes = [600, 400, 200];
    let claim = BallotClaim::new(pair, bets(Method::Bravo), &votes, (1_300, 0)).unwrap();
    let (ln, _) = run(&claim, &[A, A, B, Seen::Vote(2), A, Seen::NoVote]);
    let bravo = Bravo::new(600, 400).unwrap();
    assert!(near(-ln, bravo.ln_p(3, 1)), "{ln}");
    // Its completion size is that of the normal approximation, within the steps of a count.
    let diluted = Diluted {
        winner: 600.0 / 1_300.0,
        loser: 400.0 / 1_300.0,
    };
    let exact = bravo.size(0.05, 0.9, diluted).unwrap();
    let held = Ballots {
        total: 1_000_000,
        claims: vec![claim],
        recorded: None,
        compared: None,
    };
    let Size::Draws(found) = held.first_size(0.05) else {
        panic!("a full count");
    };
    assert!(found.abs_diff(exact) <= exact / 50, "{found} {exact}");
}

#[test]
fn a_loser_without_votes_does_not_let_one_ballot_end_the_audit() {
    let pair = &plurality(2, &[0], 1).unwrap()[0];
    for method in [Method::Alpha, Method::Bravo] {
        let claim = BallotClaim::new(pair, bets(method), &[900, 0], (900, 0)).unwrap();
        let mut seen = vec![Seen::Nothing];
        seen.extend([A; 60]);
        let (_, p) = run(&claim, &seen);
        assert!(p < 0.01, "{method:?}: {p}");
    }
}

#[test]
fn a_claim_that_the_records_do_not_have_is_none() {
    let pair = &plurality(2, &[0], 1).unwrap()[0];
    let new = |votes: [u64; 2], all| BallotClaim::new(pair, bets(Method::Alpha), &votes, all);
    assert!(new([5, 5], (10, 0)).is_none());
    assert!(new([6, 4], (10, 2)).is_none());
    assert!(new([6, 4], (10, 1)).is_some());
    assert!(new([0, 0], (0, 0)).is_none());
}

#[test]
fn sizes_are_those_of_the_formulas_and_simulated_ones_lie_around_them() {
    let pair = plurality(2, &[0], 1).unwrap();
    let claim = |method| {
        let votes = [105 * 78, 55 * 78];
        BallotClaim::new(&pair[0], bets(method), &votes, (165 * 78, 400)).unwrap()
    };
    for (method, expected, most) in [(Method::Bravo, 77, 210), (Method::Alpha, 78, 200)] {
        let held = Ballots {
            total: 165 * 78,
            claims: vec![claim(method)],
            recorded: None,
            compared: None,
        };
        assert_eq!(held.first_size(0.05), Size::Draws(most));
        let outlook = held.outlook(0.05);
        assert_eq!(outlook.expected, Size::Draws(expected));
        let simulated = outlook.simulated.unwrap();
        let [half, nine] = [simulated.q50, simulated.q90].map(Option::unwrap);
        assert!((expected / 3..expected * 2).contains(&half), "{half}");
        assert!((most / 2..most * 2).contains(&nine), "{nine}");
        // Fewer ballots than that: count them all.
        let small = Ballots {
            total: most,
            claims: held.claims.clone(),
            recorded: None,
            compared: None,
        };
        assert_eq!(small.first_size(0.05), Size::FullCount);
    }
}

/// Stations of 100 ballots: 60 for A, 35 for B, 5 for nobody, in this order, in boxes for 150.
fn frame() -> Frame {
    let rows = (0..50).map(|at| ManifestRow {
        station: format!("{at:04}:1"),
        place: format!("{at:04}"),
        capacity: 150,
        votes: vec![60, 35],
    });
    Frame {
        election: code("town"),
        contest: code("mayor"),
        source: code("sheets"),
        origin: code("agents"),
        rule: RuleSpec::Plurality { winners: 1 },
        manifest: super::super::manifest::Manifest::new(vec![code("A"), code("B")], rows.collect())
            .holding(vec![Some(100); 50]),
        incomplete: 0,
        registered_of_records: false,
        capacity: CapacityBasis::List,
        alternatives: vec![Alternative {
            register: Some(code("electors")),
            total: None,
            applies: Applies::Yes,
            missing: Some(300),
            exceeded_by: 0,
            equal: [None; 3],
        }],
        chosen: 0,
    }
}

/// A folder on no disk.
#[derive(Clone)]
struct Folder(Vec<AuditFile>);

impl Folder {
    fn begun(method: Method) -> Self {
        Self::begun_with(method, None)
    }

    fn begun_with(method: Method, cast: Option<CastRecords>) -> Self {
        let options = PlanOptions {
            audit: code("first"),
            kind: Kind::Boxes,
            independent: None,
            trust_registered: false,
            risk_limit: RiskLimit::parse("5%").unwrap(),
            method,
            cast: cast.clone(),
            strata: None,
        };
        let (plan, csv, ..) = plan(&frame(), &options).unwrap().ready.unwrap();
        let mut folder = Self(Vec::new());
        folder.put("plan.json", plan.to_json());
        folder.put("manifest.csv", csv);
        if let Some(cast) = cast {
            folder.put("ballot-records.csv", cast.to_csv());
        }
        let audit = folder.read().unwrap();
        let commitment = Commitment::new(audit.setup(), ["report", "rules", "0.1"], vec![], vec![]);
        folder.put("commitment.json", commitment.to_json());
        folder
    }

    fn put(&mut self, name: &str, text: String) {
        self.0.retain(|file| file.name != name);
        self.0.push(AuditFile {
            name: name.to_owned(),
            bytes: text.into_bytes(),
        });
    }

    fn text(&self, name: &str) -> String {
        let file = self.0.iter().find(|file| file.name == name).unwrap();
        String::from_utf8(file.bytes.clone()).unwrap()
    }

    fn read(&self) -> Result<Audit, Refused> {
        replay(&self.0)
    }

    fn draw(&mut self, count: u64) {
        let seed = Seed::parse(SEED).unwrap();
        let audit = self.read().unwrap();
        let round = audit.rounds().len() + 1;
        let json = match audit {
            Audit::Committed(state) => state.draw(&seed, count, None).1,
            Audit::Auditing(state) => state.draw(count).unwrap().1,
            other => panic!("{}", other.word()),
        };
        self.put(&format!("draw-{round}.json"), json);
    }

    fn record(&mut self, table: &Table) -> Result<Audit, Refused> {
        let audit = self.read()?;
        let number = audit.next_records();
        let file = match &audit {
            Audit::Drawn(state) => state.records(table)?,
            Audit::Auditing(state) => state.records(table)?,
            Audit::FullCount(state) => state.records(table)?,
            Audit::Confirmed(state) | Audit::Overturned(state) => state.records(table)?,
            other => panic!("{}", other.word()),
        };
        self.put(&format!("records-{number}.json"), file.to_json());
        self.read()
    }

    /// Rows for every ballot that is still to be looked at.
    fn rows(&self, row: impl Fn(usize, &str, u64) -> String) -> Table {
        let audit = self.read().unwrap();
        let stations = audit.setup().manifest().rows();
        let pending = audit.pending_ballots().into_iter().enumerate();
        let lines: Vec<String> = pending
            .map(|(n, (at, position))| row(n, &stations[at].station, position))
            .collect();
        table("station,position,status,option,in_box,role", &lines)
    }
}

fn table(header: &str, lines: &[String]) -> Table {
    let cells = |line: &str| line.split(',').map(|cell| Some(cell.to_owned())).collect();
    Table {
        file: "seen.csv".to_owned(),
        header: header.split(',').map(str::to_owned).collect(),
        rows: (2..)
            .zip(lines)
            .map(|(line, text)| TableRow {
                line,
                cells: cells(text),
            })
            .collect(),
    }
}

fn honest(_: usize, station: &str, position: u64) -> String {
    let seen = match position {
        1..=60 => "valid,A",
        61..=95 => "valid,B",
        96..=100 => "blank,",
        _ => "empty,",
    };
    format!("{station},{position},{seen},100,audit-board")
}

fn ids(refused: &Refused) -> Vec<(String, String)> {
    let problems = refused.problems.iter();
    problems
        .map(|held| (held.column.clone(), held.message.id.clone()))
        .collect()
}

#[test]
fn honest_ballots_confirm_by_either_method_and_a_stranger_replays_it() {
    for method in [Method::Alpha, Method::Bravo] {
        let mut folder = Folder::begun(method);
        let Size::Draws(first) = folder.read().unwrap().setup().first_size() else {
            panic!("a full count");
        };
        folder.draw(first);
        let audit = folder.record(&folder.rows(honest)).unwrap();
        let audit = match audit {
            Audit::Auditing(_) => {
                folder.draw(4 * first);
                folder.record(&folder.rows(honest)).unwrap()
            }
            other => other,
        };
        assert_eq!(audit.word(), "confirmed", "{method:?}");
        let [bound] = &audit.risk_bounds()[..] else {
            panic!("one link");
        };
        assert_eq!(bound.method, "ballot-polling");
        assert_eq!(bound.sample, audit.ballot_records().len() as u64);
        // The certificate leads to the same risk, and every position to its box.
        let lines = ballot_certificate(&audit);
        let least = lines
            .iter()
            .map(|line| line.claims[0].ln_p)
            .fold(0.0, f64::min);
        assert!((bound.risk - least.exp()).abs() < 1e-12);
        for line in lines {
            assert!(line.above <= line.value && line.value < line.cumulative);
            assert_eq!(line.position, line.value - line.above + 1);
            assert!(line.position <= 150 && line.message.contains("|ballots|"));
        }
    }
}

#[test]
fn ballots_that_nobody_saw_are_the_worst_case_and_findings() {
    let mut folder = Folder::begun(Method::Alpha);
    folder.draw(150);
    let mut other = folder.clone();
    let against = |n: usize, station: &str, position: u64| match n {
        0..40 if position <= 100 => format!("{station},{position},valid,B,100,audit-board"),
        _ => honest(n, station, position),
    };
    let unseen = |n: usize, station: &str, position: u64| match n {
        0..20 if position <= 100 => format!("{station},{position},missing,,100,observer"),
        20..40 if position <= 100 => format!("{station},{position},refused,,,observer"),
        _ => honest(n, station, position),
    };
    let table = folder.rows(against);
    let seen = folder.record(&table).unwrap().measure().unwrap();
    let table = other.rows(unseen);
    let missing = other.record(&table).unwrap().measure().unwrap();
    // Every third position is empty: about 27 of the 40.
    assert!((15..40).contains(&missing.absent.len()));
    assert!(missing.p >= seen.p && near(missing.p, seen.p));
}

#[test]
fn rounds_of_ballots_are_one_stream() {
    let drawn = |cuts: &[u64]| {
        let mut folder = Folder::begun(Method::Bravo);
        for &count in cuts {
            folder.draw(count);
            let rows = folder.rows(honest);
            // A position that came before needs no second record.
            if !rows.rows.is_empty() {
                folder.record(&rows).unwrap();
            }
        }
        let audit = folder.read().unwrap();
        let rounds = audit.rounds().iter();
        let draws: Vec<_> = rounds.flat_map(|round| round.draws.clone()).collect();
        (draws, audit.measure().unwrap().p.to_bits())
    };
    assert_eq!(drawn(&[10, 5, 15]), drawn(&[30]));
}

/// Records every drawn ballot as it should be, but for the number of ballots in the box of the first drawn station.
fn boxed(folder: &mut Folder, in_box: u64) -> (String, Audit) {
    let audit = folder.read().unwrap();
    let first = audit.pending_ballots()[0].0;
    let other = audit.setup().manifest().rows()[first].station.clone();
    let table = folder.rows(|n, station, position| {
        let usual = honest(n, station, position);
        if station != other {
            return usual;
        }
        if position > in_box {
            return format!("{station},{position},empty,,{in_box},audit-board");
        }
        if position > 100 {
            return format!("{station},{position},blank,,{in_box},audit-board");
        }
        usual.replace(",100,", &format!(",{in_box},"))
    });
    let audit = folder.record(&table).unwrap();
    (other, audit)
}

#[test]
fn a_box_with_more_ballots_than_it_can_hold_voids_the_risk_until_it_is_explained() {
    let mut folder = Folder::begun(Method::Bravo);
    folder.draw(1_500);
    let (station, audit) = boxed(&mut folder, 151);
    let measured = audit.measure().unwrap();
    assert_eq!(measured.boxes[0].id, "rla-ballot-box-full");
    assert!(measured.is_void());
    assert_eq!(measured.next, NextStep::FullCount);
    assert!(near(measured.p, 1.0));
    // Another count of the same box supersedes the first, in every row of the station.
    let records = audit.ballot_records().iter();
    let again: Vec<String> = records
        .filter(|held| held.station == station)
        .map(|held| {
            let row = honest(0, &station, held.position);
            format!("{row},{}", held.number).replace("audit-board", "court")
        })
        .collect();
    let header = "station,position,status,option,in_box,role,supersedes";
    let refused = folder
        .record(&self::table(header, &again[..1]))
        .unwrap_err();
    assert_eq!(
        ids(&refused),
        [("in_box".to_owned(), "rla-ballot-error-boxes".to_owned())]
    );
    let audit = folder.record(&self::table(header, &again)).unwrap();
    assert_eq!(audit.word(), "confirmed");
    assert!(audit.measure().unwrap().boxes.is_empty());
}

#[test]
fn a_box_with_another_number_than_its_sheet_is_a_finding_and_the_risk_stands() {
    for (in_box, id) in [(150, "rla-ballot-box-more"), (99, "rla-ballot-box-fewer")] {
        let mut folder = Folder::begun(Method::Bravo);
        folder.draw(1_500);
        let (_, audit) = boxed(&mut folder, in_box);
        let measured = audit.measure().unwrap();
        assert_eq!(measured.boxes.len(), 1);
        assert_eq!(measured.boxes[0].id, id);
        assert_eq!(audit.word(), "confirmed");
    }
}

#[test]
fn a_sheet_that_understates_its_ballots_takes_no_position_away() {
    // Every sheet says its 95 votes and no ballot more; each box has 55 further votes for B, which make it win.
    let mut frame = frame();
    frame.manifest = frame.manifest.holding(vec![Some(95); 50]);
    assert_eq!(frame.manifest.ballots(), [150; 50]);
    let truth = |_: usize, station: &str, position: u64| {
        let seen = match position {
            1..=60 => "A",
            _ => "B",
        };
        format!("{station},{position},valid,{seen},150,audit-board")
    };
    let mut folder = Folder::begun(Method::Alpha);
    folder.draw(600);
    let audit = folder.record(&folder.rows(truth)).unwrap();
    assert!(audit.measure().unwrap().p > 0.9);
    // About a third of the positions lie above the number of the sheet.
    let above = audit
        .ballot_records()
        .iter()
        .filter(|held| held.position > 95);
    assert!((150..280).contains(&above.count()));
}

#[test]
fn an_empty_position_is_worth_a_vote_for_nobody() {
    let worth = |status: &'static str| {
        let mut folder = Folder::begun(Method::Alpha);
        folder.draw(60);
        let in_box = if status == "empty" { 95 } else { 150 };
        let table = folder.rows(|n, station, position| {
            if (96..=150).contains(&position) {
                format!("{station},{position},{status},,{in_box},observer")
            } else {
                honest(n, station, position).replace(",100,", &format!(",{in_box},"))
            }
        });
        let audit = folder.record(&table).unwrap();
        let last = ballot_certificate(&audit).pop().unwrap();
        (last.claims[0].ln_p, audit.measure().unwrap().absent.len())
    };
    let [empty, blank, missing] = ["empty", "blank", "missing"].map(worth);
    assert_eq!(empty.0.to_bits(), blank.0.to_bits());
    assert!(missing.0 > empty.0 && empty.1 == 0 && missing.1 > 0);
    // Compared with its record it is one that differs; without a record it is what was expected.
    let mut folder = Folder::begun_with(COMPARED, Some(cast(as_usual)));
    folder.draw(51);
    let audit = folder.read().unwrap();
    let gone = audit
        .pending_ballots()
        .iter()
        .find(|held| held.1 <= 60)
        .copied()
        .unwrap();
    let name = audit.setup().manifest().rows()[gone.0].station.clone();
    let table = folder.rows(|n, station, position| match (station == name, position) {
        (true, _) if position >= gone.1 => {
            format!("{station},{position},empty,,{},observer", gone.1 - 1)
        }
        (true, _) => honest(n, station, position).replace(",100,", &format!(",{},", gone.1 - 1)),
        _ => honest(n, station, position),
    });
    let measured = folder.record(&table).unwrap().measure().unwrap();
    assert_eq!(measured.differing[0].id, "rla-ballot-differs");
    assert_eq!(measured.boxes[0].id, "rla-ballot-box-fewer");
}

#[test]
fn rows_of_one_station_state_one_number_of_ballots() {
    let mut folder = Folder::begun(Method::Alpha);
    folder.draw(300);
    let audit = folder.read().unwrap();
    let at = audit.pending_ballots()[0].0;
    let mut rows = 0;
    let name = audit.setup().manifest().rows()[at].station.clone();
    let of_station = audit
        .pending_ballots()
        .iter()
        .filter(|held| held.0 == at)
        .count();
    assert!(of_station > 2);
    let table = folder.rows(|n, station, position| {
        let usual = honest(n, station, position);
        if station != name {
            return usual;
        }
        match n {
            1 => usual.replace(",100,", ",149,").replace("empty", "blank"),
            2 => format!("{station},{position},missing,,,observer"),
            _ => usual,
        }
    });
    let refused = folder.record(&table).unwrap_err();
    let places: Vec<_> = refused
        .problems
        .iter()
        .map(|held| (held.row, held.column.as_str(), held.message.id.as_str()))
        .collect();
    let id = "rla-ballot-error-boxes";
    assert_eq!(places, [(3, "in_box", id), (4, "in_box", id)]);
    // The same in a file of the chain that was changed.
    folder.record(&folder.rows(honest)).unwrap();
    let text = folder.text("records-1.json");
    rows += text.matches("\"in_box\": 100").count();
    assert_eq!(rows, folder.read().unwrap().ballot_records().len());
    let mut other = folder.clone();
    let from = "\"in_box\": 100";
    other.put("records-1.json", text.replacen(from, "\"in_box\": 149", 1));
    assert!(other.read().is_err());
}

#[test]
fn a_refused_ballot_is_a_refusal_of_its_station_and_survives_a_full_count() {
    let mut folder = Folder::begun(Method::Alpha);
    folder.draw(300);
    let audit = folder.read().unwrap();
    let at = audit.pending_ballots()[0].0;
    let name = audit.setup().manifest().rows()[at].station.clone();
    let none = audit.setup().manifest().rows()[at + 1].station.clone();
    let table = folder.rows(|n, station, position| match n {
        0 => format!("{station},{position},refused,,,observer"),
        _ if station == none => format!("{station},{position},missing,,,observer"),
        _ => honest(n, station, position),
    });
    let Audit::Auditing(state) = folder.record(&table).unwrap() else {
        panic!("auditing");
    };
    let absences = |audit: &Audit| -> Vec<(String, Absence)> {
        let absent = audit.absent().into_iter();
        absent.map(|held| (held.station, held.absence)).collect()
    };
    let refused = (name, Absence::Refused);
    assert_eq!(
        absences(&folder.read().unwrap()),
        [refused.clone(), (none, Absence::Missing)]
    );
    folder.put("full-count.json", state.full_count().1);
    let manifest = folder.read().unwrap();
    let rows = manifest.setup().manifest().rows().iter();
    let lines: Vec<String> = rows
        .map(|row| format!("{},counted,court,60,35", row.station))
        .collect();
    let audit = folder
        .record(&self::table("station,status,role,A,B", &lines))
        .unwrap();
    assert_eq!(audit.word(), "confirmed");
    assert_eq!(absences(&audit), [refused]);
}

#[test]
fn a_draw_file_has_no_more_draws_than_are_drawn_again() {
    let mut folder = Folder::begun(Method::Alpha);
    folder.draw(10);
    let mut file: serde_json::Value = serde_json::from_str(&folder.text("draw-1.json")).unwrap();
    let draws = file["draws"].as_array_mut().unwrap();
    let last = draws[9].clone();
    draws.push(last);
    folder.put("draw-1.json", file.to_string());
    assert!(folder.read().is_err());
}

#[test]
fn a_full_count_of_the_boxes_follows_a_draw_of_ballots() {
    let mut folder = Folder::begun(Method::Alpha);
    folder.draw(20);
    let wrong = |_: usize, station: &str, position: u64| {
        format!("{station},{position},valid,B,150,audit-board")
    };
    let Audit::Auditing(state) = folder.record(&folder.rows(wrong)).unwrap() else {
        panic!("auditing");
    };
    folder.put("full-count.json", state.full_count().1);
    let audit = folder.read().unwrap();
    assert!(audit.pending_ballots().is_empty() && audit.pending().len() == 50);
    let lines: Vec<String> = audit
        .setup()
        .manifest()
        .rows()
        .iter()
        .map(|row| format!("{},counted,court,30,65", row.station))
        .collect();
    let audit = folder
        .record(&table("station,status,role,A,B", &lines))
        .unwrap();
    assert_eq!(audit.word(), "overturned");
    assert_eq!(audit.risk_bounds()[0].sample, 50);
}

#[test]
fn rows_of_people_are_refused_with_every_row_and_column() {
    let mut folder = Folder::begun(Method::Alpha);
    folder.draw(30);
    let audit = folder.read().unwrap();
    let drawn = audit.pending_ballots();
    let station = |at: usize| audit.setup().manifest().rows()[at].station.clone();
    let (first, second) = (drawn[0], drawn[1]);
    let free = (1..=150)
        .find(|position| !drawn.contains(&(first.0, *position)))
        .unwrap();
    let at = |(station_at, position): (usize, u64)| format!("{},{position}", station(station_at));
    let lines = [
        format!("{},valid,A,151,audit-board", at((first.0, 151))),
        format!("{},valid,C,150,audit-board", at(first)),
        format!("{},blank,A,150,audit-board", at(second)),
        format!("{},valid,A,150,audit-board", at((first.0, free))),
        format!("{},blank,,150,audit-board", at(first)),
        format!("{},blank,,,audit-board", at(drawn[2])),
        format!("{},blank,,{},observer", at(drawn[3]), drawn[3].1 - 1),
        format!("{},empty,,{},observer", at(drawn[5]), drawn[5].1),
        format!("{},missing,,{},observer", at(drawn[6]), drawn[6].1 - 1),
        "nowhere,1,blank,,150,observer".to_owned(),
        format!("{},blank,,150,Somebody", at(drawn[4])),
        format!("{},0,blank,,150,observer", station(0)),
    ];
    let header = "station,position,status,option,in_box,role";
    let refused = folder.record(&table(header, &lines)).unwrap_err();
    let expected = [
        ("position", "rla-ballot-error-beyond"),
        ("option", "rla-error-cell"),
        ("option", "rla-ballot-error-option-of-none"),
        ("position", "rla-ballot-error-not-drawn"),
        ("position", "rla-ballot-error-twice"),
        ("in_box", "rla-error-cell"),
        ("position", "rla-ballot-error-in-box"),
        ("position", "rla-ballot-error-not-empty"),
        ("position", "rla-ballot-error-empty"),
        ("station", "rla-error-unknown-station"),
        ("role", "rla-error-cell"),
        ("position", "rla-error-cell"),
    ]
    .map(|(column, id)| (column.to_owned(), id.to_owned()));
    assert_eq!(ids(&refused), expected);
    let named = table("station,position,status,option,role,name", &[]);
    let refused = folder.record(&named).unwrap_err();
    assert_eq!(
        ids(&refused),
        [("name".to_owned(), "rla-error-column".to_owned())]
    );
}

#[test]
fn files_that_were_touched_do_not_follow() {
    let mut folder = Folder::begun(Method::Alpha);
    folder.draw(10);
    let changed = |name: &str, from: &str, to: &str| {
        let mut other = folder.clone();
        let text = folder.text(name);
        assert!(text.contains(from), "{name}: {from}");
        other.put(name, text.replacen(from, to, 1));
        other.read().unwrap_err()
    };
    changed("plan.json", "\"d\": 100", "\"d\": 50");
    changed("plan.json", "\"ballots\": 7500", "\"ballots\": 5000");
    changed(
        "plan.json",
        "\"method\": \"alpha\"",
        "\"method\": \"bravo\"",
    );
    changed("draw-1.json", "\"position\": ", "\"position\": 1");
    // A list of other numbers of ballots is another list.
    changed("manifest.csv", ",100,150,150\n", ",100,100,100\n");
    folder.record(&folder.rows(honest)).unwrap();
    let records = folder.text("records-1.json");
    let mut other = folder.clone();
    other.put(
        "records-1.json",
        records.replacen("\"status\": \"empty\"", "\"status\": \"blank\"", 1),
    );
    assert!(other.read().is_err());
}

#[test]
fn rows_of_stations_are_not_taken_while_ballots_are_drawn() {
    let mut folder = Folder::begun(Method::Alpha);
    folder.draw(10);
    let audit = folder.read().unwrap();
    let station = audit.setup().manifest().rows()[audit.pending()[0]]
        .station
        .clone();
    let row = format!("{station},counted,court,30,65");
    let refused = folder
        .record(&table("station,status,role,A,B", &[row]))
        .unwrap_err();
    assert!(!refused.problems.is_empty());
    assert_eq!(
        Exact::new(1, 2),
        Some(audit.setup().ballots().unwrap().claims()[0].value(Recorded::Nothing, Seen::NoVote))
    );
}

/// What a record says.
enum Says {
    Usual,
    Vote(&'static str),
    Nothing,
}

/// Records of ballots as `honest` finds them, but for those that `change` says otherwise of.
fn cast(change: impl Fn(usize, u64) -> Says) -> CastRecords {
    let mut lines = Vec::new();
    for station in 0..50 {
        for position in 1..=100 {
            let usual = match position {
                1..=60 => "A",
                61..=95 => "B",
                _ => "",
            };
            let option = match change(station, position) {
                Says::Usual => Some(usual),
                Says::Vote(option) => Some(option),
                Says::Nothing => None,
            };
            lines.extend(option.map(|option| format!("{station:04}:1,{position},{option}")));
        }
    }
    CastRecords::read(&table("station,position,option", &lines)).unwrap()
}

fn as_usual(_: usize, _: u64) -> Says {
    Says::Usual
}

const COMPARED: Method = Method::BallotComparison;

#[test]
fn ballots_that_are_as_recorded_confirm_by_the_closed_form() {
    let mut folder = Folder::begun_with(COMPARED, Some(cast(as_usual)));
    // v = (50 * 25 - 300) / 7,500 = 0.12667; each draw, of a position without ballot and record too, multiplies by
    // 1 + 1.8 (1 / (2 - v) - 1/2); ln 0.05 / ln of that is -50.71.
    let v = 950.0 / 7_500.0;
    let factor: f64 = 1.0 + 1.8 * (1.0 / (2.0 - v) - 0.5);
    let Size::Draws(first) = folder.read().unwrap().setup().first_size() else {
        panic!("a full count");
    };
    assert_eq!(first, 51);
    folder.draw(first);
    let audit = folder.record(&folder.rows(honest)).unwrap();
    assert_eq!(audit.word(), "confirmed");
    let p = audit.measure().unwrap().p;
    assert!((p - factor.powi(-51)).abs() < 1e-12, "{p}");
    assert_eq!(audit.risk_bounds()[0].method, "ballot-comparison");
    assert!(audit.measure().unwrap().differing.is_empty());
    for line in ballot_certificate(&audit) {
        let is_empty = line.status == Some(BallotStatus::Empty);
        assert_eq!(line.cast.is_none(), is_empty);
    }
}

#[test]
fn overstatements_phantoms_and_records_without_a_ballot_have_their_values() {
    let cast = cast(|station, position| match (station, position) {
        (0, 100) => Says::Nothing,
        _ => Says::Usual,
    });
    let folder = Folder::begun_with(COMPARED, Some(cast));
    let audit = folder.read().unwrap();
    let ballots = audit.setup().ballots().unwrap();
    let held = ballots.compared().unwrap();
    assert_eq!((held.recorded, held.unrecorded), (4_999, 1));
    let claim = &ballots.claims()[0];
    // (1 - o) / (2 - v) for an overstatement o, v = 950 / 7,500.
    let recorded = Recorded::Vote(0);
    for (recorded, seen, over, votes) in [
        (recorded, A, 0.0, 0),
        (recorded, Seen::NoVote, 0.5, 1),
        (recorded, B, 1.0, 2),
        (recorded, Seen::Nothing, 1.0, 2),
        (Recorded::Vote(1), A, -1.0, -2),
        (Recorded::Vote(1), Seen::Nothing, 0.0, 0),
        (Recorded::NoVote, B, 0.5, 1),
        (Recorded::Nothing, Seen::Nothing, 0.5, 1),
        (Recorded::Nothing, B, 0.5, 1),
        (Recorded::Nothing, A, -0.5, -1),
    ] {
        let value = claim.value(recorded, seen).to_f64();
        assert!(
            near(value, (1.0 - over) / (2.0 - 950.0 / 7_500.0)),
            "{recorded:?} {seen:?}"
        );
        assert_eq!(claim.overstated(recorded, seen), votes);
    }
}

#[test]
fn a_ballot_that_differs_is_a_finding_and_costs_what_its_votes_do() {
    let mut folder = Folder::begun_with(COMPARED, Some(cast(as_usual)));
    folder.draw(51);
    // The first ballot for A that was drawn is one for B.
    let mut table = folder.rows(honest);
    let cells = table
        .rows
        .iter_mut()
        .map(|row| &mut row.cells[3])
        .find(|cell| cell.as_deref() == Some("A"))
        .unwrap();
    *cells = Some("B".to_owned());
    let audit = folder.record(&table).unwrap();
    assert_eq!(audit.word(), "auditing");
    let measured = audit.measure().unwrap();
    let [differs] = &measured.differing[..] else {
        panic!("one finding");
    };
    assert_eq!(differs.id, "rla-ballot-differs");
    // A factor of 10 dearer: ln 10 / ln of the factor of a clean draw is 38.98, less what 51 draws have above the limit.
    assert!(matches!(measured.next, NextStep::Draw(38..=40)));
}

#[test]
fn records_of_ballots_in_any_order_are_one_file() {
    let straight = cast(as_usual);
    let text = straight.to_csv();
    let mut lines: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
    assert_eq!(lines.len(), 5_000);
    // 7 and 5,000 have no common factor: every row, one station after another.
    lines = (0..5_000).map(|at| lines[at * 7 % 5_000].clone()).collect();
    let shuffled = CastRecords::read(&table("station,position,option", &lines)).unwrap();
    assert_eq!(shuffled, straight);
    assert_eq!(shuffled.to_csv(), text);
    assert!(text.starts_with("station,position,option\n0000:1,1,A\n0000:1,2,A\n"));
}

#[test]
fn of_many_problems_of_records_a_thousand_are_told_and_the_rest_counted() {
    let lines: Vec<String> = (0..1_500).map(|_| "0001:1,0,A".to_owned()).collect();
    let wrong = CastRecords::read(&table("station,position,option", &lines)).unwrap_err();
    assert_eq!(wrong.problems.len(), 1_001);
    assert_eq!(wrong.problems[0].row, 2);
    let last = &wrong.problems[1_000].message;
    assert_eq!(*last, Message::new("rla-error-more").with("count", 500u64));
}

#[test]
fn records_of_ballots_are_refused_with_their_place_and_must_have_the_outcome() {
    let read = |header: &str, lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        ids(&CastRecords::read(&table(header, &lines)).unwrap_err())
    };
    let pairs = |found: &[(&str, &str)]| -> Vec<(String, String)> {
        let owned = |&(a, b): &(&str, &str)| (a.to_owned(), b.to_owned());
        found.iter().map(owned).collect()
    };
    assert_eq!(
        read("station,position,name", &["x,1,y"]),
        pairs(&[
            ("name", "rla-error-column"),
            ("option", "rla-error-no-column")
        ])
    );
    assert_eq!(
        read("option,station,position,option", &["A,x,1,B"]),
        pairs(&[("option", "rla-error-column-twice")])
    );
    assert_eq!(
        read(
            "station,position,option",
            &[
                ",1,A",
                "0001:1,0,A",
                "0001:1,2,A",
                "0001:1,2,B",
                "0001:1,3,a b"
            ]
        ),
        pairs(&[
            ("station", "rla-error-cell"),
            ("position", "rla-error-cell"),
            ("position", "rla-cast-error-twice"),
            ("option", "rla-error-cell"),
        ])
    );
    let options = |cast| PlanOptions {
        audit: code("first"),
        kind: Kind::Boxes,
        independent: None,
        trust_registered: false,
        risk_limit: RiskLimit::parse("5%").unwrap(),
        method: COMPARED,
        cast,
        strata: None,
    };
    let refused = |cast| ids(&plan(&frame(), &options(cast)).unwrap_err());
    assert_eq!(refused(None)[0].1, "rla-cast-error-needed");
    let other = cast(|_, position| match position {
        1..=30 => Says::Vote("B"),
        _ => Says::Usual,
    });
    assert_eq!(refused(Some(other))[0].1, "rla-cast-error-outcome");
    let lines = ["0001:1,151,A", "9999:1,1,A", "0002:1,1,C"].map(str::to_owned);
    let odd = CastRecords::read(&table("station,position,option", &lines)).unwrap();
    let found: Vec<String> = refused(Some(odd)).into_iter().map(|(_, id)| id).collect();
    assert_eq!(
        found,
        [
            "rla-ballot-error-beyond",
            "rla-cast-error-option",
            "rla-error-unknown-station"
        ]
    );
}

#[test]
fn records_beyond_the_number_of_the_sheet_are_of_positions_that_the_box_can_hold() {
    let more = CastRecords::read(&table(
        "station,position,option",
        &[
            cast(as_usual).to_csv().lines().skip(1).collect::<Vec<_>>(),
            vec!["0001:1,120,A"],
        ]
        .concat()
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>(),
    ))
    .unwrap();
    let folder = Folder::begun_with(COMPARED, Some(more));
    let audit = folder.read().unwrap();
    let ballots = audit.setup().ballots().unwrap();
    let held = ballots.compared().unwrap();
    assert_eq!((ballots.total(), held.recorded), (7_500, 5_001));
    assert_eq!((held.unrecorded, held.stations, held.votes), (0, 1, 1));
    // They are part of what was announced.
    let mut other = folder.clone();
    let text = folder.text("ballot-records.csv");
    other.put(
        "ballot-records.csv",
        text.replacen("0001:1,120,A", "0001:1,120,B", 1),
    );
    assert!(other.read().is_err());
    other.0.retain(|file| file.name != "ballot-records.csv");
    assert_eq!(ids(&other.read().unwrap_err())[0].1, "rla-error-absent");
}
