//! Small quick counts, and numbers from a generator that only tests use.

use scrutineer_rla::quick_count::{
    Allocation, Design, DesignRequest, Draw, Drawn, Estimate, Frame, FrameStation, Gate, Report,
    ReportKind, Reports, Role, Rule, Size, StationStatus, Table, TableRow, design, estimate,
};

/// A frame: for each stratum its stations' registered voters.
pub(crate) fn frame(strata: &[(&str, &[u32])]) -> Frame {
    let stations = strata.iter().flat_map(|(stratum, electors)| {
        electors
            .iter()
            .enumerate()
            .map(move |(at, &count)| FrameStation {
                id: format!("{stratum}-{at:05}"),
                stratum: (*stratum).to_owned(),
                electors: Some(count).filter(|&count| count > 0),
            })
    });
    Frame::new(stations.collect()).unwrap()
}

/// What the tests ask for unless they say otherwise.
pub(crate) fn request(options: &[&str], size: u64) -> DesignRequest {
    DesignRequest {
        election: "e".to_owned(),
        contest: "c".to_owned(),
        id: "q".to_owned(),
        options: options.iter().map(|option| (*option).to_owned()).collect(),
        rule: Rule::Plurality { winners: 1 },
        strata_by: "all".to_owned(),
        allocation: Allocation::Registration,
        size: Size::Stations(size),
        response_percent: 100,
        collapse_below: 2,
        gate: Gate::default(),
        release_keys: vec!["one".to_owned(), "two".to_owned()],
        previous: None,
    }
}

pub(crate) fn designed(frame: &Frame, options: &[&str], size: u64) -> Design {
    design(frame, request(options, size)).unwrap()
}

/// A draw of these stations, as if tickets had given them.
pub(crate) fn drawn(frame: &Frame, picked: &[usize]) -> Draw {
    let stations = picked.iter().map(|&at| {
        let station = &frame.stations()[at];
        Drawn {
            station: station.id.clone(),
            stratum: station.stratum.clone(),
            ticket: String::new(),
        }
    });
    Draw {
        schema: String::new(),
        design: String::new(),
        announced: String::new(),
        seed: String::new(),
        tag: String::new(),
        stations: stations.collect(),
    }
}

pub(crate) fn report(kind: ReportKind, votes: &[u32]) -> Report {
    Report {
        row: 2,
        kind,
        role: Role::Observer,
        status: StationStatus::Counted,
        part: None,
        ballots: Some(votes.iter().sum()),
        invalid: Some(0),
        votes: votes.iter().copied().map(Some).collect(),
    }
}

/// Two equal reports.
pub(crate) fn both(votes: &[u32]) -> Vec<Report> {
    vec![
        report(ReportKind::First, votes),
        report(ReportKind::Second, votes),
    ]
}

pub(crate) fn estimated(
    design: &Design,
    frame: &Frame,
    draw: &Draw,
    held: Vec<Vec<Report>>,
) -> Estimate {
    let reports = Reports { stations: held };
    estimate(design, frame, draw, &reports, ["d", "w", "r"]).unwrap()
}

/// A table from lines with commas.
pub(crate) fn table(text: &str) -> Table {
    let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned));
    let header = lines.next().unwrap().collect();
    let rows = (2..).zip(lines).map(|(row, cells)| TableRow {
        row,
        cells: cells.map(Some).collect(),
    });
    Table {
        header,
        rows: rows.collect(),
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 to 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.word() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Standard normal, nearly: the sum of twelve uniform numbers.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// Below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.word() % n as u64).unwrap()
    }
}
