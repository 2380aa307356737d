//! Whole audits, from the plan to the conclusion, and every way to leave the path.

use scrutineer_model::{Absence, Applies, Code, Drawn, Exact, Link};

use super::draws::Place;
use super::manifest::{Manifest, ManifestRow};
use super::*;
use crate::batch::Size;
use crate::sampling::Seed;

mod in_strata;

const SEED: &str = "20240728314159265358";

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

/// Stations of one kind: votes of A and B, capacity.
fn frame_of(stations: u64, votes: [u64; 2], capacity: u64, missing: u64) -> Frame {
    let rows = (0..stations).map(|at| ManifestRow {
        station: format!("{at:04}:1"),
        place: format!("{at:04}"),
        capacity,
        votes: votes.to_vec(),
    });
    Frame {
        election: code("town"),
        contest: code("mayor"),
        source: code("sheets"),
        origin: code("agents"),
        rule: RuleSpec::Plurality { winners: 1 },
        manifest: Manifest::new(vec![code("A"), code("B")], rows.collect()),
        incomplete: 0,
        registered_of_records: false,
        capacity: CapacityBasis::List,
        alternatives: vec![Alternative {
            register: Some(code("electors")),
            total: None,
            applies: Applies::Yes,
            missing: Some(missing),
            exceeded_by: 0,
            equal: [None; 3],
        }],
        chosen: 0,
    }
}

fn options(kind: Kind, method: Method) -> PlanOptions {
    PlanOptions {
        audit: code("first"),
        kind,
        independent: None,
        trust_registered: false,
        risk_limit: RiskLimit::parse("10%").unwrap(),
        method,
        cast: None,
        strata: None,
    }
}

/// A folder on no disk.
#[derive(Clone)]
struct Folder(Vec<AuditFile>);

impl Folder {
    fn planned(frame: &Frame, options: &PlanOptions) -> Self {
        let (plan, csv, ..) = plan(frame, options).unwrap().ready.unwrap();
        let mut folder = Self(Vec::new());
        folder.put("plan.json", plan.to_json());
        folder.put("manifest.csv", csv);
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
        let mut files = self.0.clone();
        files.reverse();
        replay(&files)
    }

    fn commit(&mut self) {
        let audit = self.read().unwrap();
        let commitment = Commitment::new(audit.setup(), ["report", "rules", "0.1"], vec![], vec![]);
        self.put("commitment.json", commitment.to_json());
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

    fn full_count(&mut self) {
        let json = match self.read().unwrap() {
            Audit::Committed(state) => state.full_count().1,
            Audit::Drawn(state) => state.full_count().1,
            Audit::Auditing(state) => state.full_count().1,
            other => panic!("{}", other.word()),
        };
        self.put("full-count.json", json);
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

    /// Rows for every station that is still to be looked at.
    fn rows(&self, row: impl Fn(usize, &str) -> String) -> Table {
        let audit = self.read().unwrap();
        let rows = audit.setup().manifest().rows();
        let pending = audit.pending().into_iter().enumerate();
        let lines: Vec<String> = pending.map(|(n, at)| row(n, &rows[at].station)).collect();
        table("station,status,role,A,B", &lines)
    }
}

fn table(header: &str, lines: &[String]) -> Table {
    let cells = |line: &str| line.split(',').map(|cell| Some(cell.to_owned())).collect();
    Table {
        file: "counts.csv".to_owned(),
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

fn ids(refused: &Refused) -> Vec<&str> {
    refused
        .problems
        .iter()
        .map(|problem| problem.message.id.as_str())
        .collect()
}

#[test]
fn records_that_are_right_confirm_the_outcome_at_the_risk_of_kaplan_and_markov() {
    let frame = frame_of(60, [130, 70], 250, 300);
    let mut folder = Folder::planned(&frame, &options(Kind::Transcription, Method::KaplanMarkov));
    folder.commit();
    // 60 stations of 60 + 250 over a margin of 60 * 60 - 300.
    let bound = 60.0 * 310.0 / 3_300.0;
    let audit = folder.read().unwrap();
    assert!((audit.setup().comparison().bound() - bound).abs() < 1e-12);
    let first = crate::batch::initial_size(
        crate::batch::Bet::KaplanMarkov,
        audit.setup().comparison().weights(),
        0.1,
    );
    // ceil(ln 0.1 / ln(1 - 1/5.636...)) + 1
    assert_eq!(first, Size::Draws(13));
    folder.draw(13);
    let rows = folder.rows(|_, station| format!("{station},read,reader,130,70"));
    let audit = folder.record(&rows).unwrap();
    assert_eq!(audit.word(), "confirmed");
    let expected = (1.0 - 1.0 / bound).powi(13);
    assert!((audit.measure().unwrap().p - expected).abs() < 1e-12);
    let [risk] = &audit.risk_bounds()[..] else {
        panic!("one link");
    };
    assert_eq!(
        (risk.link, risk.method.as_str()),
        (Link::CopyToRecord, "transcription-audit")
    );
    assert!((risk.risk - expected).abs() < 1e-12 && !risk.overturned);
    // Every line of the certificate can be followed.
    let mut ln_p = 0.0;
    for line in certificate(&audit) {
        assert!(line.above <= line.value && line.value < line.cumulative);
        ln_p += (1.0 - 1.0 / bound).ln();
        let Some(LnP::Value(found)) = line.kaplan_markov else {
            panic!("recorded");
        };
        assert!((found - ln_p).abs() < 1e-9);
    }
}

#[test]
fn copies_of_independent_origin_settle_two_links() {
    let frame = frame_of(60, [130, 70], 250, 300);
    let mut with = options(Kind::Transcription, Method::KaplanMarkov);
    with.independent = Some("observers".to_owned());
    let mut folder = Folder::planned(&frame, &with);
    folder.commit();
    folder.draw(13);
    let rows = folder.rows(|_, station| format!("{station},read,observer,130,70"));
    let bounds = folder.record(&rows).unwrap().risk_bounds();
    let links: Vec<Link> = bounds.iter().map(|bound| bound.link).collect();
    assert_eq!(links, [Link::SheetToCopy, Link::CopyToRecord]);
}

#[test]
fn a_missing_box_ruins_the_one_measure_and_the_other_goes_on() {
    let frame = frame_of(400, [130, 70], 250, 300);
    for (method, next_is_draw) in [(Method::KaplanMarkov, false), (Method::Capped, true)] {
        let mut folder = Folder::planned(&frame, &options(Kind::Boxes, method));
        folder.commit();
        folder.draw(20);
        let rows = folder.rows(|n, station| match n {
            0 => format!("{station},refused,observer,,"),
            _ => format!("{station},counted,audit-board,130,70"),
        });
        let audit = folder.record(&rows).unwrap();
        let measured = audit.measure().unwrap();
        assert_eq!(audit.word(), "auditing", "{method:?}");
        assert_eq!(measured.absent.len(), 1);
        assert!((measured.kaplan_markov.unwrap() - 1.0).abs() < 1e-12);
        assert!(measured.capped.unwrap() < 1.0);
        assert_eq!(matches!(measured.next, NextStep::Draw(_)), next_is_draw);
        assert_eq!(audit.risk_bounds(), []);
    }
}

#[test]
fn rounds_are_one_stream_wherever_they_were_cut() {
    let frame = frame_of(400, [130, 70], 250, 300);
    let mut begun = Folder::planned(&frame, &options(Kind::Boxes, Method::Capped));
    begun.commit();
    let counted = |_: usize, station: &str| format!("{station},counted,audit-board,130,70");
    let drawn = |cuts: &[u64]| {
        let mut folder = begun.clone();
        for &count in cuts {
            folder.draw(count);
            let rows = folder.rows(counted);
            folder.record(&rows).unwrap();
        }
        let audit = folder.read().unwrap();
        let rounds = audit.rounds().iter();
        let draws: Vec<_> = rounds.flat_map(|round| round.draws.clone()).collect();
        (draws, audit.measure().unwrap().capped.unwrap().to_bits())
    };
    let whole = drawn(&[10]);
    assert_eq!(drawn(&[1, 4, 5]), whole);
    assert_eq!(drawn(&[7, 3]), whole);
}

#[test]
fn a_second_round_takes_no_other_seed() {
    let frame = frame_of(400, [130, 70], 250, 300);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::Capped));
    folder.commit();
    folder.draw(10);
    let rows = folder.rows(|_, station| format!("{station},counted,audit-board,130,70"));
    let audit = folder.record(&rows).unwrap();
    let place = Place {
        round: 2,
        previous: audit.last().unwrap(),
        before: 10,
    };
    let other = Seed::parse("98765432109876543210").unwrap();
    let file = DrawFile::new(audit.setup(), place, &other, 3);
    folder.put("draw-2.json", file.to_json());
    assert_eq!(ids(&folder.read().unwrap_err()), ["rla-error-differs"]);
}

#[test]
fn a_count_larger_than_the_box_voids_the_bounds() {
    let frame = frame_of(60, [130, 70], 250, 300);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    folder.commit();
    folder.draw(13);
    // 251 votes in a box of 250, and in favour of the winner.
    let rows = folder.rows(|n, station| match n {
        0 => format!("{station},counted,audit-board,181,70"),
        _ => format!("{station},counted,audit-board,130,70"),
    });
    let measured = folder.record(&rows).unwrap().measure().unwrap();
    assert_eq!(
        (measured.next, measured.too_large.len()),
        (NextStep::FullCount, 1)
    );
    assert!((measured.p - 1.0).abs() < f64::EPSILON);
}

#[test]
fn a_full_count_overturns_and_never_says_that_the_risk_is_small() {
    // Three boxes of 60 to 40 that hold 30 to 70: a full count once was reported as risk 0.
    let frame = frame_of(3, [60, 40], 100, 0);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    folder.commit();
    folder.full_count();
    let rows = folder.rows(|_, station| format!("{station},counted,authority,30,70"));
    let audit = folder.record(&rows).unwrap();
    assert_eq!(audit.word(), "overturned");
    assert_eq!(
        audit.concluded().map(Concluded::conclusion),
        Some(&Conclusion::ByFullCount {
            totals: vec![90, 210],
            uncounted: 0,
        })
    );
    assert!(audit.risk_bounds()[0].overturned);
}

#[test]
fn a_full_count_with_a_missing_box_confirms_only_what_the_box_cannot_change() {
    for (votes, ends) in [
        ("90,10", "confirmed"),
        ("60,40", "full-count"),
        ("10,90", "overturned"),
    ] {
        let frame = frame_of(3, [60, 40], 100, 0);
        let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
        folder.commit();
        folder.full_count();
        let rows = folder.rows(|n, station| match n {
            0 => format!("{station},missing,authority,,"),
            _ => format!("{station},counted,authority,{votes}"),
        });
        assert_eq!(folder.record(&rows).unwrap().word(), ends, "{votes}");
    }
}

#[test]
fn a_margin_that_the_missing_can_hold_is_not_audited() {
    // 100 batches of 130 to 100, and 5,000 votes without a sheet: 3,000 - 5,000.
    let frame = frame_of(100, [130, 100], 230, 5_000);
    let planning = plan(&frame, &options(Kind::Boxes, Method::KaplanMarkov)).unwrap();
    let refused = planning.ready.unwrap_err();
    assert_eq!(ids(&refused), ["rla-error-cannot-confirm"]);
    let margin = planning.rows[0].margin.unwrap();
    assert_eq!(
        (margin.sheets, margin.missing, margin.margin),
        (3_000, 5_000, -2_000)
    );
    let tie = frame_of(4, [50, 50], 120, 0);
    let refused = plan(&tie, &options(Kind::Boxes, Method::KaplanMarkov)).unwrap_err();
    assert_eq!(ids(&refused), ["rla-error-tie"]);
}

#[test]
fn one_station_and_options_without_votes_are_a_full_count_and_no_number_is_undefined() {
    for votes in [[100, 0], [1, 0]] {
        let frame = frame_of(1, votes, 120, 0);
        let planning = plan(&frame, &options(Kind::Boxes, Method::KaplanMarkov)).unwrap();
        let (.., size, work) = planning.ready.unwrap();
        assert_eq!(size, Size::FullCount);
        assert!((work.stations - 1.0).abs() < 1e-12 && work.hours.is_finite());
    }
}

#[test]
fn rows_are_refused_with_row_and_column_and_nothing_is_kept() {
    let frame = frame_of(60, [130, 70], 250, 300);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    folder.commit();
    folder.draw(13);
    let audit = folder.read().unwrap();
    let rows = audit.setup().manifest().rows();
    let drawn: Vec<String> = audit
        .pending()
        .iter()
        .map(|&at| rows[at].station.clone())
        .collect();
    let other = rows
        .iter()
        .map(|row| &row.station)
        .find(|id| !drawn.contains(id))
        .unwrap();
    let lines = [
        format!("{},counted,audit-board,130,70", drawn[0]),
        format!("{},counted,audit-board,130,70", drawn[0]),
        format!("{},read,audit-board,130,70", drawn[1]),
        format!("{},counted,Maria Perez,130,70", drawn[2]),
        format!("{},counted,observer,130,", drawn[3]),
        format!("{},counted,observer,-1,7e1", drawn[4]),
        format!("{},missing,observer,0,", drawn[5]),
        format!("{other},counted,observer,130,70"),
        "nowhere,counted,observer,130,70".to_owned(),
        ",counted,observer,130,70".to_owned(),
        format!("{},counted,observer,130", drawn[6]),
    ];
    let refused = folder
        .record(&table("station,status,role,A,B", &lines))
        .unwrap_err();
    let places: Vec<(u64, &str)> = refused
        .problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str()))
        .collect();
    let expected = [
        (3, "station"),
        (4, "status"),
        (5, "role"),
        (6, "B"),
        (7, "A"),
        (7, "B"),
        (8, "A"),
        (9, "station"),
        (10, "station"),
        (11, "station"),
        (12, ""),
        (12, "B"),
    ];
    assert_eq!(places, expected);
    // What stands in a cell may name somebody.
    assert!(!format!("{refused:?}").contains("Maria"));
    assert_eq!(folder.read().unwrap().word(), "drawn");
    let header = folder
        .record(&table("station,status,name,A", &[]))
        .unwrap_err();
    assert_eq!(
        ids(&header),
        [
            "rla-error-column",
            "rla-error-no-column",
            "rla-error-no-column"
        ]
    );
}

#[test]
fn a_record_is_replaced_by_its_number_and_stays_in_the_files() {
    let frame = frame_of(400, [130, 70], 250, 300);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    folder.commit();
    folder.draw(3);
    let rows = folder.rows(|_, station| format!("{station},counted,audit-board,100,100"));
    let audit = folder.record(&rows).unwrap();
    let station = audit.records()[0].station.clone();
    let again = |number: &str| {
        let line = format!("{station},counted,court,130,70,{number}");
        table("station,status,role,A,B,supersedes", &[line])
    };
    assert_eq!(
        ids(&folder.record(&again("")).unwrap_err()),
        ["rla-error-recorded"]
    );
    assert_eq!(
        ids(&folder.record(&again("2")).unwrap_err()),
        ["rla-error-recorded"]
    );
    let before = audit.measure().unwrap().p;
    let audit = folder.record(&again("1")).unwrap();
    assert!(audit.measure().unwrap().p < before);
    assert_eq!(
        audit.record_of(&station).map(|record| record.number),
        Some(4)
    );
    assert_eq!(audit.records().len(), 4);
}

#[test]
fn a_file_that_was_changed_removed_or_put_in_is_found() {
    let frame = frame_of(60, [130, 70], 250, 300);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    folder.commit();
    folder.draw(13);
    let rows = folder.rows(|_, station| format!("{station},counted,audit-board,130,70"));
    folder.record(&rows).unwrap();
    let changes: [(&str, &str, &str); 7] = [
        ("plan.json", "0.1", "0.2"),
        ("manifest.csv", ",250,", ",240,"),
        (
            "commitment.json",
            "\"rules\": \"rules\"",
            "\"rules\": \"other\"",
        ),
        ("commitment.json", "\"stations\": 60", "\"stations\": 61"),
        ("draw-1.json", SEED, "20240728314159265359"),
        ("draw-1.json", "\"n\": 1,", "\"n\": 2,"),
        ("records-1.json", "130", "129"),
    ];
    for (name, from, to) in changes {
        let mut changed = folder.clone();
        let text = changed.text(name);
        assert!(text.contains(from), "{name}: {from}");
        changed.put(name, text.replacen(from, to, 1));
        // The last file of a chain is followed by none, so that its change shows in what it says.
        match changed.read() {
            Err(_) => {}
            Ok(audit) => {
                assert_eq!(name, "records-1.json");
                assert_ne!(audit.last(), folder.read().unwrap().last());
            }
        }
    }
    for gone in ["commitment.json", "draw-1.json"] {
        let mut without = folder.clone();
        without.0.retain(|file| file.name != gone);
        let refused = without.read().unwrap_err();
        assert!(
            ids(&refused).iter().all(|id| *id == "rla-error-stray"),
            "{gone}"
        );
    }
    let mut forked = folder.clone();
    forked.put("records-2.json", folder.text("records-1.json"));
    assert_eq!(ids(&forked.read().unwrap_err()), ["rla-error-fork"]);
}

/// A list in which a station stands twice, or out of its order, cannot be drawn from, also where the plan names its digest.
#[test]
fn a_list_with_a_station_twice_or_out_of_order_is_refused_with_its_row() {
    let frame = frame_of(4, [60, 40], 100, 0);
    let folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    let list = folder.text("manifest.csv");
    let lines: Vec<&str> = list.lines().collect();
    let text = |order: &[usize]| -> String {
        let rows: Vec<&str> = order.iter().map(|&at| lines[at]).collect();
        rows.join("\n") + "\n"
    };
    for (order, rows) in [
        (&[0, 1, 2, 2, 3, 4][..], vec![4]),
        (&[0, 1, 3, 2, 4], vec![4]),
        (&[0, 2, 1, 1, 3], vec![3, 4]),
    ] {
        let mut changed = folder.clone();
        let text = text(order);
        let digest = super::plan::sha256(text.as_bytes());
        let plan = folder.text("plan.json");
        let own = super::plan::sha256(list.as_bytes());
        assert!(plan.contains(&own));
        changed.put("plan.json", plan.replace(&own, &digest));
        changed.put("manifest.csv", text);
        let refused = changed.read().unwrap_err();
        let found: Vec<u64> = refused.problems.iter().map(|held| held.row).collect();
        assert_eq!(found, rows, "{order:?}");
        for problem in &refused.problems {
            assert_eq!(problem.message.id, "rla-error-order");
            assert_eq!(problem.file, "manifest.csv");
            assert_eq!(problem.column, "station");
        }
    }
}

/// The files of steps that a state takes: a draw, records, the step to a full count. A second commitment none takes.
const TAKEN: [(&str, [bool; 4]); 7] = [
    ("planned", [false, false, false, false]),
    ("committed", [true, false, true, false]),
    ("drawn", [false, true, true, false]),
    ("auditing", [true, true, true, false]),
    ("full-count", [false, true, false, false]),
    ("confirmed", [false, true, false, false]),
    ("overturned", [false, true, false, false]),
];

/// Tries every step in the state that a folder is in, each with a file that would follow: what the state allows is taken,
/// by itself and from the files; everything else is refused as no step of this state.
fn tries_every_step(folder: &Folder) {
    let audit = folder.read().unwrap();
    let (_, taken) = TAKEN.iter().find(|held| held.0 == audit.word()).unwrap();
    let (setup, previous) = (audit.setup(), audit.last().unwrap_or_default());
    let rounds = audit.rounds();
    let place = Place {
        round: u32::try_from(rounds.len()).unwrap() + 1,
        previous,
        before: rounds.iter().map(|round| round.draws.len() as u64).sum(),
    };
    let seed = Seed::parse(SEED).unwrap();
    let commitment = Commitment::new(setup, ["report", "rules", "0.1"], vec![], vec![]);
    let files = [
        (
            "draw-9.json",
            DrawFile::new(setup, place, &seed, 1).to_json(),
        ),
        (
            "records-9.json",
            RecordsFile::new(setup, previous, Vec::new()).to_json(),
        ),
        (
            "full-count.json",
            FullCountFile::new(setup, previous).to_json(),
        ),
        ("commitment.json", commitment.to_json()),
    ];
    for ((name, text), &is_taken) in files.iter().zip(taken) {
        let mut found = vec![audit.clone().take(name, text.as_bytes())];
        let is_new = folder.0.iter().all(|file| file.name != *name);
        // The first commitment is no step of the chain: it begins it.
        if is_new && *name != "commitment.json" {
            let mut extended = folder.clone();
            extended.put(name, text.clone());
            found.push(extended.read());
        }
        for read in found {
            match read {
                Ok(_) => assert!(is_taken, "{}: {name}", audit.word()),
                Err(refused) => {
                    assert!(!is_taken, "{}: {name}: {refused:?}", audit.word());
                    assert_eq!(ids(&refused), ["rla-error-state"], "{name}");
                }
            }
        }
    }
}

/// Every sequence of four steps: in every state that they reach every step is tried, and those that the state allows are
/// taken, all others refused.
#[test]
fn only_the_steps_of_the_diagram_can_be_taken() {
    let frame = frame_of(4, [60, 40], 100, 0);
    let start = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    let mut met = std::collections::BTreeSet::new();
    walk(&start, 4, &mut met);
    let states = [
        "auditing",
        "committed",
        "confirmed",
        "drawn",
        "full-count",
        "overturned",
        "planned",
    ];
    assert_eq!(met.into_iter().collect::<Vec<_>>(), states);
}

fn walk(folder: &Folder, left: u32, met: &mut std::collections::BTreeSet<&'static str>) {
    let audit = folder.read().unwrap();
    met.insert(audit.word());
    tries_every_step(folder);
    if left == 0 {
        return;
    }
    let state = audit.word();
    let seed = Seed::parse(SEED).unwrap();
    let mut next = Vec::new();
    if let Audit::Planned(_) = &audit {
        let mut folder = folder.clone();
        folder.commit();
        next.push(folder);
    }
    // Ten draws of four stations are more than the risk limit asks for, one is fewer.
    for count in [1, 10] {
        let drawn = match audit.clone() {
            Audit::Committed(state) => Some(state.draw(&seed, count, None).1),
            Audit::Auditing(state) => Some(state.draw(count).unwrap().1),
            _ => None,
        };
        if let Some(json) = drawn {
            let mut folder = folder.clone();
            folder.put(&format!("draw-{}.json", audit.rounds().len() + 1), json);
            next.push(folder);
        }
    }
    if matches!(state, "committed" | "drawn" | "auditing") {
        let mut folder = folder.clone();
        folder.full_count();
        next.push(folder);
    }
    if matches!(state, "drawn" | "auditing" | "full-count") && !audit.pending().is_empty() {
        for votes in ["60,40", "10,90"] {
            let mut folder = folder.clone();
            let rows = folder.rows(|_, station| format!("{station},counted,court,{votes}"));
            folder.record(&rows).unwrap();
            next.push(folder);
        }
    }
    for folder in next {
        walk(&folder, left - 1, met);
    }
}

#[test]
fn copies_of_the_origin_of_the_records_are_never_independent() {
    let frame = frame_of(60, [130, 70], 250, 300);
    // The origin of the records, its source, the same in capitals, nothing, and a text over two lines.
    for (named, expected) in [
        ("agents", "rla-error-origin-same"),
        ("sheets", "rla-error-origin-same"),
        ("AGENTS", "rla-error-origin-same"),
        ("", "rla-error-origin-text"),
        (" observers", "rla-error-origin-text"),
        ("two\nlines", "rla-error-origin-text"),
    ] {
        let mut with = options(Kind::Transcription, Method::KaplanMarkov);
        with.independent = Some(named.to_owned());
        let refused = plan(&frame, &with).unwrap_err();
        assert_eq!(ids(&refused), [expected], "{named:?}");
    }
    // A plan whose file says "independent" and names no other origin.
    let mut with = options(Kind::Transcription, Method::KaplanMarkov);
    with.independent = Some("observers".to_owned());
    let folder = Folder::planned(&frame, &with);
    let text = folder.text("plan.json");
    for other in ["null", "\"agents\"", "\"sheets\""] {
        let mut changed = folder.clone();
        changed.put("plan.json", text.replace("\"observers\"", other));
        assert!(changed.read().is_err(), "{other}");
    }
    let same = text.replace("\"independent\"", "\"same\"");
    let mut changed = folder.clone();
    changed.put("plan.json", same);
    assert!(changed.read().is_err());
}

#[test]
fn a_bound_names_its_register_and_the_origin_of_the_copies() {
    let frame = frame_of(60, [130, 70], 250, 300);
    let mut with = options(Kind::Transcription, Method::KaplanMarkov);
    with.independent = Some("observers".to_owned());
    let mut folder = Folder::planned(&frame, &with);
    folder.commit();
    folder.draw(13);
    let rows = folder.rows(|_, station| format!("{station},read,observer,130,70"));
    for bound in folder.record(&rows).unwrap().risk_bounds() {
        assert_eq!(bound.register, Some(code("electors")));
        assert_eq!(bound.copies.as_deref(), Some("observers"));
    }
}

#[test]
fn a_risk_limit_above_a_fifth_is_refused() {
    let frame = frame_of(60, [130, 70], 250, 300);
    let mut with = options(Kind::Transcription, Method::KaplanMarkov);
    for (limit, is_taken) in [("20%", true), ("20.0001%", false), ("99%", false)] {
        with.risk_limit = RiskLimit::parse(limit).unwrap();
        match plan(&frame, &with) {
            Ok(_) => assert!(is_taken, "{limit}"),
            Err(refused) => {
                assert!(!is_taken, "{limit}");
                assert_eq!(ids(&refused), ["rla-error-risk-limit"]);
            }
        }
    }
}

/// By the two formulas of the certificate, without the engine: after a refusal the one is ruined and the other
/// goes on, to the measured risk.
#[test]
fn the_certificate_replays_both_measures_after_a_refusal() {
    let frame = frame_of(400, [130, 70], 250, 300);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::Capped));
    folder.commit();
    folder.draw(20);
    let rows = folder.rows(|n, station| match n {
        0 => format!("{station},refused,observer,,"),
        _ => format!("{station},counted,audit-board,130,70"),
    });
    let audit = folder.record(&rows).unwrap();
    // 400 stations of 60 + 250 over a margin of 400 * 60 - 300.
    let bound = 400.0 * 310.0 / 23_700.0_f64;
    let lambda_of_plan = 0.9 * bound / (bound - 1.0);
    let weights = audit.setup().comparison().weights();
    assert!((lambda(weights).unwrap() - lambda_of_plan).abs() < 1e-12);
    let (mut sum, mut is_ruined) = (0.0, false);
    for line in certificate(&audit) {
        let taint = f64::from(u8::from(line.status == Some(Status::Refused)));
        is_ruined |= taint > 0.5;
        sum -= (1.0 + lambda_of_plan * (1.0 / bound - taint)).ln();
        assert_eq!(line.kaplan_markov == Some(LnP::Ruined), is_ruined);
        let Some(LnP::Value(found)) = line.capped else {
            panic!("never infinite");
        };
        assert!((found - sum).abs() < 1e-9);
    }
    assert!(is_ruined);
    assert!((audit.measure().unwrap().capped.unwrap() - sum.exp().min(1.0)).abs() < 1e-9);
}

#[test]
fn what_a_number_of_draws_shows_is_said_by_the_measure_of_the_plan_and_below_a_full_count() {
    let shown = |stations, method| {
        let frame = frame_of(stations, [130, 70], 250, 0);
        let made = plan(&frame, &options(Kind::Boxes, method)).unwrap();
        made.outlook.unwrap().concluded
    };
    // U = 310 / 60; capped: lambda / U = 0.9 / (U - 1).
    let bound = 310.0 / 60.0_f64;
    let all = shown(400, Method::KaplanMarkov);
    assert!((all[0].risk - (1.0 - 1.0 / bound).powi(50)).abs() < 1e-12);
    let all = shown(400, Method::Capped);
    assert!((all[0].risk - (1.0 + 0.9 / (bound - 1.0)).powi(-50)).abs() < 1e-12);
    let draws: Vec<u64> = all.iter().map(|held| held.draws).collect();
    assert_eq!(draws, [50, 100, 200]);
    assert!(shown(3, Method::Capped).is_empty());
}

#[test]
fn a_register_total_that_the_records_exceed_is_no_ground_for_an_audit() {
    let mut frame = frame_of(50, [60, 40], 200, 0);
    frame.alternatives[0].total = Some(1_000);
    frame.alternatives[0].exceeded_by = 9_000;
    let planned = plan(&frame, &options(Kind::Transcription, Method::KaplanMarkov)).unwrap();
    let refused = planned.ready.unwrap_err();
    assert_eq!(refused.problems[0].message.id, "rla-error-exceeded");
    assert!(planned.outlook.is_none());
}

/// Ten boxes of 60 to 40; 30 votes are missing.
#[test]
fn a_full_count_is_measured_by_all_its_records_and_states_no_risk_of_draws() {
    let frame = frame_of(10, [60, 40], 100, 30);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    folder.commit();
    folder.full_count();
    let rows = folder.rows(|n, station| match n {
        0 => format!("{station},refused,authority,,"),
        1 | 2 => format!("{station},counted,authority,50,50"),
        3 => format!("{station},counted,authority,60,90"),
        _ => format!("{station},counted,authority,60,40"),
    });
    let audit = folder.record(&rows).unwrap();
    // Worst for A: 520 to 430, less 100 that were refused and 30 that are missing.
    assert_eq!(audit.word(), "full-count");
    let measured = audit.measure().unwrap();
    assert_eq!(
        (
            measured.drawn,
            measured.distinct,
            measured.audited,
            measured.pending
        ),
        (0, 10, 10, 0)
    );
    assert_eq!(
        (
            measured.discrepancies.len(),
            measured.absent.len(),
            measured.too_large.len()
        ),
        (3, 1, 1)
    );
    let count = measured.count.unwrap();
    assert_eq!(count.found, [520, 430]);
    assert_eq!(count.recorded, [540, 360]);
    assert_eq!(count.uncounted, 130);
}

/// A leads the records by 30; the count gives B 10 more, and 20 votes have no sheet: A may have won, but
/// neither records nor count say so.
#[test]
fn a_full_count_overturns_what_it_does_not_carry_and_keeps_what_was_not_counted() {
    for (votes, ends) in [
        ("65,35", "confirmed"),
        ("53,47", "overturned"),
        ("45,55", "overturned"),
    ] {
        let frame = frame_of(1, [65, 35], 100, 20);
        let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
        folder.commit();
        folder.full_count();
        let rows = folder.rows(|_, station| format!("{station},counted,court,{votes}"));
        let audit = folder.record(&rows).unwrap();
        assert_eq!(audit.word(), ends, "{votes}");
        let bounds = audit.risk_bounds();
        assert_eq!(bounds[0].count.as_ref().unwrap().uncounted, 20, "{votes}");
    }
}

#[test]
fn a_record_that_was_wrong_is_replaced_after_the_end_and_the_end_is_derived_anew() {
    let frame = frame_of(400, [130, 70], 250, 300);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    folder.commit();
    folder.draw(40);
    let rows = folder.rows(|_, station| format!("{station},counted,audit-board,130,70"));
    let audit = folder.record(&rows).unwrap();
    assert_eq!(audit.word(), "confirmed");
    let station = audit.records()[0].station.clone();
    let again = |found: &str, number: u64| {
        let line = format!("{station},{found},{number}");
        table("station,status,role,A,B,supersedes", &[line])
    };
    let plain = table(
        "station,status,role,A,B",
        &[format!("{station},counted,court,70,130")],
    );
    assert_eq!(
        ids(&folder.record(&plain).unwrap_err()),
        ["rla-error-recorded"]
    );
    let last = audit.records().len() as u64;
    let audit = folder.record(&again("missing,court,,", 1)).unwrap();
    assert_eq!(audit.word(), "auditing");
    assert!(audit.risk_bounds().is_empty());
    let audit = folder
        .record(&again("counted,court,130,70", last + 1))
        .unwrap();
    assert_eq!(audit.word(), "confirmed");
    // A full count likewise.
    let frame = frame_of(3, [60, 40], 100, 0);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    folder.commit();
    folder.full_count();
    let rows = folder.rows(|n, station| match n {
        0 => format!("{station},counted,court,0,100"),
        _ => format!("{station},counted,court,60,40"),
    });
    let audit = folder.record(&rows).unwrap();
    assert_eq!(audit.word(), "overturned");
    let line = format!("{},counted,court,60,40,1", audit.records()[0].station);
    let right = table("station,status,role,A,B,supersedes", &[line]);
    assert_eq!(folder.record(&right).unwrap().word(), "confirmed");
}

#[test]
fn one_draw_for_several_contests_takes_the_largest_bound_of_each_station() {
    // Mayor: 60 stations of 130 to 70 and 300 missing; council: 40 of these of 120 to 90 and 200 missing.
    let mayor = frame_of(60, [130, 70], 250, 300);
    let mut council = frame_of(40, [120, 90], 250, 200);
    council.contest = code("council");
    let given = options(Kind::Boxes, Method::KaplanMarkov);
    let joint = joint_plan(&[&mayor, &council], &given).unwrap();
    // (60 + 250) / 3,300 for the mayor and (30 + 250) / 1,000 for the council, which is larger where there is a
    // record; where there is none, 250 / 1,000 is taken.
    assert_eq!(joint.stations, 60);
    assert!((joint.bound - (40.0 * 0.28 + 20.0 * 0.25)).abs() < 1e-12);
    // ceil(ln 0.1 / ln(1 - 1/16.2)) + 1
    assert_eq!(joint.size, Size::Draws(38));
    let alone: Vec<(&str, Size)> = joint
        .alone
        .iter()
        .map(|(id, size, _)| (id.as_str(), *size))
        .collect();
    // As above, and ceil(ln 0.1 / ln(1 - 1/11.2)) + 1.
    assert_eq!(
        alone,
        [("mayor", Size::Draws(13)), ("council", Size::Draws(26))]
    );
    // Every contest has to be one that can be confirmed.
    let mut hopeless = frame_of(40, [120, 90], 250, 2_000);
    hopeless.contest = code("council");
    let refused = joint_plan(&[&mayor, &hopeless], &given).unwrap_err();
    assert_eq!(ids(&refused), ["rla-error-cannot-confirm"]);
    // Beside its like it takes no more draws than alone; beside itself it is one contest.
    let mut like = mayor.clone();
    like.contest = code("deputy");
    let both = joint_plan(&[&mayor, &like], &given).unwrap();
    assert_eq!(both.size, Size::Draws(13));
    let refused = joint_plan(&[&mayor, &mayor], &given).unwrap_err();
    assert_eq!(ids(&refused), ["rla-error-contest-twice"]);
}

/// An election whose records alone state their registered voters.
fn without_official_list() -> Frame {
    let mut frame = frame_of(60, [130, 70], 250, 300);
    frame.registered_of_records = true;
    frame
}

#[test]
fn registered_voters_that_only_records_state_are_read_again_with_the_votes() {
    let frame = without_official_list();
    let mut folder = Folder::planned(&frame, &options(Kind::Transcription, Method::KaplanMarkov));
    folder.commit();
    folder.draw(13);
    let pending = folder.read().unwrap().pending().len();
    let header = "station,status,role,registered,A,B";
    // Of 250 on the record: 240 on the sheet, which hides 10 votes, and 5 votes that moved, which take 10 of
    // the lead: 20 of the 60 + 250 that a record can be wrong by. 255 hide none. 0 and no votes hide all.
    for (first, share) in [
        ("read,reader,240,125,75", Exact::new(2, 31)),
        ("read,reader,200,130,70", Exact::new(5, 31)),
        ("read,reader,255,130,70", Exact::new(0, 1)),
        ("read,reader,0,0,0", Exact::new(1, 1)),
        ("missing,reader,,,", Exact::new(1, 1)),
    ] {
        let mut folder = folder.clone();
        let mut rows = folder.rows(|n, station| match n {
            0 => format!("{station},{first}"),
            _ => format!("{station},read,reader,250,130,70"),
        });
        rows.header = header.split(',').map(str::to_owned).collect();
        let audit = folder.record(&rows).unwrap();
        let wrong: Vec<Exact> = {
            let mut taints = audit.measure().unwrap().taints;
            taints.retain(|taint| *taint != Exact::ZERO);
            taints.dedup();
            taints
        };
        let expected: Vec<Exact> = share.into_iter().filter(|x| *x != Exact::ZERO).collect();
        assert_eq!(wrong, expected, "{first}");
        let rests = |audit: &Audit| {
            let bounds = audit.risk_bounds();
            bounds.first().map(|bound| bound.rests_on_registered)
        };
        if first.contains("255") {
            assert_eq!(rests(&audit), Some(false));
            assert_eq!(audit.measure().unwrap().discrepancies.len(), 1);
        }
    }
    // A row that was read without them is refused, and so is one that has them where nothing was read.
    let without = folder.rows(|_, station| format!("{station},read,reader,130,70"));
    assert_eq!(
        ids(&folder.clone().record(&without).unwrap_err()),
        ["rla-error-no-column"]
    );
    let mut empty = folder.rows(|_, station| format!("{station},read,reader,,130,70"));
    empty.header = header.split(',').map(str::to_owned).collect();
    let refused = folder.clone().record(&empty).unwrap_err();
    assert_eq!(ids(&refused), vec!["rla-error-cell"; pending]);
    let mut missing = folder.rows(|_, station| format!("{station},missing,reader,250,,"));
    missing.header = empty.header;
    let refused = folder.record(&missing).unwrap_err();
    assert_eq!(ids(&refused), vec!["rla-error-votes-of-none"; pending]);
}

#[test]
fn registered_voters_that_nobody_reads_stay_a_condition() {
    let frame = without_official_list();
    for (kind, trust) in [(Kind::Transcription, true), (Kind::Boxes, false)] {
        let mut given = options(kind, Method::KaplanMarkov);
        given.trust_registered = trust;
        let mut folder = Folder::planned(&frame, &given);
        folder.commit();
        folder.draw(13);
        let word = if kind == Kind::Boxes {
            "counted"
        } else {
            "read"
        };
        let rows = folder.rows(|_, station| format!("{station},{word},observer,130,70"));
        let bounds = folder.record(&rows).unwrap().risk_bounds();
        assert!(bounds[0].rests_on_registered, "{kind:?}");
    }
}

#[test]
fn a_full_count_leaves_uncounted_what_the_registered_voters_of_records_hid() {
    let mut frame = without_official_list();
    frame.alternatives[0].missing = Some(0);
    let mut folder = Folder::planned(&frame, &options(Kind::Transcription, Method::KaplanMarkov));
    folder.commit();
    folder.full_count();
    // 60 stations with a lead of 60 each, less 60 that each record hid, leave nothing.
    for (registered, ends) in [(191, "confirmed"), (190, "overturned")] {
        let mut folder = folder.clone();
        let mut rows =
            folder.rows(|_, station| format!("{station},read,reader,{registered},130,70"));
        rows.header.insert(3, "registered".to_owned());
        let audit = folder.record(&rows).unwrap();
        assert_eq!(audit.word(), ends);
        let count = audit.risk_bounds()[0].count.clone().unwrap();
        assert_eq!(count.uncounted, 60 * (250 - registered));
    }
}

/// What a log has of a step is what later runs say of it, also where a later row ends what had ended.
#[test]
fn later_steps_change_nothing_of_those_before_them() {
    let frame = frame_of(60, [130, 70], 250, 300);
    let mut folder = Folder::planned(&frame, &options(Kind::Boxes, Method::KaplanMarkov));
    folder.commit();
    folder.draw(13);
    let rows = folder.rows(|_, station| format!("{station},counted,audit-board,130,70"));
    let before = folder.record(&rows).unwrap();
    let station = before.records()[0].station.clone();
    assert_eq!((before.word(), before.absent()), ("confirmed", vec![]));
    let line = format!("{station},refused,audit-board,1,,");
    let after = folder
        .record(&table("station,status,role,supersedes,A,B", &[line]))
        .unwrap();
    assert_eq!(after.word(), "auditing");
    let steps = before.steps().len();
    assert_eq!(&after.steps()[..steps], before.steps());
    assert_eq!(before.steps()[steps - 1].bounds, before.risk_bounds());
    assert_eq!(after.steps()[steps].bounds, []);
    let absent = after.absent();
    assert_eq!(after.steps()[steps].absent, absent);
    assert_eq!(
        (
            absent[0].station.as_str(),
            absent[0].absence,
            absent[0].what
        ),
        (station.as_str(), Absence::Refused, Drawn::Box)
    );
}
