//! Files of an audit by sampling, and rows that people write.

use std::sync::OnceLock;

use scrutineer_model::Code;
use scrutineer_rla::audit::{
    Audit, AuditFile, Commitment, Frame, FrameOptions, Kind, Method, PlanOptions, Rate, RiskLimit,
    StrataOptions, Table, TableRow, certificate, frame, plan, replay, strata_certificate,
};
use scrutineer_rla::sampling::Seed;
use scrutineer_simulate::{Plan, simulate};

/// What is drawn: how the names of its seeds begin, and the bits of the first byte that choose it.
#[derive(Clone, Copy)]
enum Drawn {
    Stations,
    Strata,
    Ballots,
}

impl Drawn {
    const ALL: [(Self, &'static str, u8); 3] = [
        (Self::Stations, "", 0),
        (Self::Ballots, "ballots-", 0x80),
        (Self::Strata, "strata-", 0x40),
    ];

    fn of(first: u8) -> Self {
        match first {
            0x80.. => Self::Ballots,
            0x40.. => Self::Strata,
            _ => Self::Stations,
        }
    }
}

/// Every third station is in the stratum `a`, those of `b` are drawn twice as often, `c` is one station.
fn strata(frame: &Frame) -> StrataOptions {
    let rows = frame.manifest.rows().iter().enumerate();
    let of = rows.map(|(at, row)| {
        let stratum = match at {
            0 => "c",
            _ if at % 3 == 0 => "a",
            _ => "b",
        };
        (row.station.clone(), stratum.to_owned())
    });
    StrataOptions {
        by: "thirds".to_owned(),
        of: of.collect(),
        rates: [("b".to_owned(), Rate::Times(2))].into(),
    }
}

/// The files of an audit of the transcription of a small election, from one list or in strata, or of single ballots of
/// its boxes, in their order, with one row recorded for everything that was drawn.
fn audit(drawn: Drawn) -> &'static [AuditFile] {
    static STATIONS: OnceLock<Vec<AuditFile>> = OnceLock::new();
    static STRATA: OnceLock<Vec<AuditFile>> = OnceLock::new();
    static BALLOTS: OnceLock<Vec<AuditFile>> = OnceLock::new();
    let (files, kind, method) = match drawn {
        Drawn::Ballots => (&BALLOTS, Kind::Boxes, Method::Alpha),
        Drawn::Strata => (&STRATA, Kind::Transcription, Method::Stratified),
        Drawn::Stations => (&STATIONS, Kind::Transcription, Method::Capped),
    };
    files.get_or_init(|| {
        let dataset = simulate(&Plan::small(7)).expect("a plan").to_dataset();
        let dataset = dataset.expect("a data set");
        let set = dataset.sheets().first().expect("a source");
        let frame = frame(&dataset, set, &FrameOptions::default()).expect("a frame");
        let options = PlanOptions {
            audit: Code::parse("input").expect("a code"),
            kind,
            independent: None,
            trust_registered: false,
            risk_limit: RiskLimit::parse("20%").expect("a limit"),
            method,
            cast: None,
            strata: match drawn {
                Drawn::Strata => Some(strata(&frame)),
                Drawn::Stations | Drawn::Ballots => None,
            },
        };
        let (plan, manifest, ..) = plan(&frame, &options)
            .expect("a plan")
            .ready
            .expect("an outcome that can be confirmed");
        let mut files = Vec::new();
        put(&mut files, "plan.json", plan.to_json());
        put(&mut files, "manifest.csv", manifest);
        let planned = replay(&files).expect("a plan");
        let commitment = Commitment::new(planned.setup(), ["r", "r", "0"], vec![], vec![]);
        put(&mut files, "commitment.json", commitment.to_json());
        let Ok(Audit::Committed(state)) = replay(&files) else {
            unreachable!("the commitment is to this plan");
        };
        let seed = Seed::parse("31415926535897932384").expect("a seed");
        put(&mut files, "draw-1.json", state.draw(&seed, 5, None).1);
        let drawn = replay(&files).expect("a draw");
        let rows = rows_of(&drawn);
        let Audit::Drawn(state) = drawn else {
            unreachable!("five stations were drawn");
        };
        let records = state.records(&rows).expect("what the records say");
        put(&mut files, "records-1.json", records.to_json());
        files
    })
}

fn put(files: &mut Vec<AuditFile>, name: &str, text: String) {
    files.push(AuditFile {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    });
}

/// What the records say of every station that is still to be looked at.
fn rows_of(audit: &Audit) -> Table {
    let manifest = audit.setup().manifest();
    if audit.is_of_ballots() {
        let header = ["station", "position", "status", "option", "in_box", "role"];
        let pending = audit.pending_ballots().into_iter();
        let row = |(line, (at, position)): (u64, (usize, u64))| {
            let station = manifest.rows().get(at).map_or("", |row| &row.station);
            let position = position.to_string();
            let cells = [station, &position, "blank", "", &position, "reader"];
            TableRow {
                line,
                cells: cells.map(|cell| Some(cell.to_owned())).into(),
            }
        };
        return Table {
            file: "input".to_owned(),
            header: header.map(str::to_owned).into(),
            rows: (2..).zip(pending).map(row).collect(),
        };
    }
    let ids = manifest.options().iter().map(ToString::to_string);
    let header = ["station", "status", "role"].map(str::to_owned);
    let pending = audit.pending();
    let rows = pending.iter().filter_map(|&at| manifest.rows().get(at));
    let row = |(line, row): (u64, &scrutineer_rla::audit::ManifestRow)| {
        let votes = row.votes.iter().map(|votes| Some(votes.to_string()));
        let cells = [row.station.as_str(), "read", "reader"].map(|cell| Some(cell.to_owned()));
        TableRow {
            line,
            cells: cells.into_iter().chain(votes).collect(),
        }
    };
    Table {
        file: "input".to_owned(),
        header: header.into_iter().chain(ids).collect(),
        rows: (2..).zip(rows).map(row).collect(),
    }
}

/// An input for every file that is read as it is, and for the rows of a person; their names.
///
/// # Panics
/// If the audit behind them cannot be made.
pub fn seeds() -> Vec<(String, Vec<u8>)> {
    let of = |(drawn, prefix, bits): (Drawn, &str, u8)| {
        let all = audit(drawn);
        let before = all.get(..all.len() - 1).unwrap_or_default();
        let rows = rows_of(&replay(before).expect("a draw"));
        let mut text = rows.header.join(",");
        for row in &rows.rows {
            let cells = row
                .cells
                .iter()
                .map(|cell| cell.clone().unwrap_or_default());
            text.push('\n');
            text.push_str(&cells.collect::<Vec<_>>().join(","));
        }
        let files = all
            .iter()
            .map(|file| (file.name.clone(), file.bytes.clone()));
        let rows = std::iter::once(("rows.csv".to_owned(), text.into_bytes()));
        files
            .chain(rows)
            .enumerate()
            .map(|(at, (name, bytes))| {
                let chosen = u8::try_from(at).expect("a few files");
                let mut input = vec![chosen | bits];
                input.extend(bytes);
                (format!("{prefix}{name}"), input)
            })
            .collect::<Vec<_>>()
    };
    Drawn::ALL.into_iter().flat_map(of).collect()
}

/// Any bytes in the place of the file of an audit that the first byte chooses, or as the rows that a person
/// wrote of what was drawn; its highest bit chooses an audit of single ballots, the next one an audit in strata. Whether
/// they were taken.
///
/// # Panics
/// If reading panics, a refusal gives no reason, or a risk is none.
pub fn files(data: &[u8]) -> bool {
    let Some((&first, bytes)) = data.split_first() else {
        return false;
    };
    let whole = audit(Drawn::of(first));
    let chosen = usize::from(first & 0x3f) % (whole.len() + 1);
    if let Some(file) = whole.get(chosen) {
        let mut files = whole[..chosen].to_vec();
        files.push(AuditFile {
            name: file.name.clone(),
            bytes: bytes.to_vec(),
        });
        if chosen == 0 {
            files.extend(whole.get(1).cloned());
        }
        read(&files)
    } else {
        let drawn = whole.get(..whole.len() - 1).unwrap_or_default();
        let Ok(Audit::Drawn(state)) = replay(drawn) else {
            unreachable!("five stations were drawn");
        };
        match state.records(&table(bytes)) {
            Ok(records) => {
                let mut files = drawn.to_vec();
                put(&mut files, "records-1.json", records.to_json());
                return read(&files);
            }
            Err(refused) => assert!(!refused.problems.is_empty()),
        }
        false
    }
}

fn read(files: &[AuditFile]) -> bool {
    match replay(files) {
        Ok(audit) => {
            if let Some(measured) = audit.measure() {
                assert!((0.0..=1.0).contains(&measured.p));
            }
            assert!(certificate(&audit).len() <= 1_000_000);
            assert!(strata_certificate(&audit).lines.len() <= 1_000_000);
            for bound in audit.risk_bounds() {
                assert!((0.0..=1.0).contains(&bound.risk));
            }
            true
        }
        Err(refused) => {
            assert!(!refused.problems.is_empty());
            false
        }
    }
}

/// Lines with commas; a cell that is no text has none.
fn table(bytes: &[u8]) -> Table {
    let cells = |line: &[u8]| -> Vec<Option<String>> {
        let cells = line.split(|byte| *byte == b',');
        cells
            .map(|cell| String::from_utf8(cell.to_vec()).ok())
            .collect()
    };
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let header = cells(lines.next().unwrap_or_default());
    let row = |(line, text): (u64, &[u8])| TableRow {
        line,
        cells: cells(text),
    };
    Table {
        file: "input".to_owned(),
        header: header.into_iter().map(Option::unwrap_or_default).collect(),
        rows: (2..).zip(lines).map(row).collect(),
    }
}
