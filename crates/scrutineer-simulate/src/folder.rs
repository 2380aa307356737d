//! The files of the election folder, in pieces, and apart from them those of the truth.

use crate::dataset::{FIELDS, SHEETS};
use crate::layout::{Codes, Names};
use crate::simulate::Simulated;
use crate::text;

pub(crate) const REGISTER: &str = "register.csv";
const ELECTION: &str = "election.toml";
pub(crate) const SHAPES: &str = "geometry/divisions.geojson";
const TRUTH: &str = "truth/truth.csv";
const TRUTH_README: &str = "truth/README.md";

/// Rows of one piece: about a megabyte at ten options.
const ROWS: usize = 16_384;

/// Joins the pieces of [`Simulated::folder`] into whole files, in order of first appearance. For
/// small elections; large ones are written piece by piece.
pub fn gather(pieces: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (path, bytes) in pieces {
        match files.last_mut() {
            Some((last, held)) if *last == path => held.extend(bytes),
            _ => files.push((path, bytes)),
        }
    }
    files
}

impl Simulated {
    /// The election folder as an auditor would find it: path inside the folder, with `/`, and
    /// bytes. Pieces of one file follow each other and are to be written one after the other, so
    /// no more than about a megabyte is held at a time.
    pub fn folder(&self) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
        let description = std::iter::once((ELECTION.to_owned(), self.description().into_bytes()));
        let listed = if self.plan.register_file {
            self.layout.stations() as usize
        } else {
            0
        };
        description
            .chain(pieces(REGISTER, listed, |rows| self.register_piece(rows)))
            .chain(pieces(SHEETS, self.layout.stations() as usize, |rows| {
                self.sheets_piece(rows)
            }))
            .chain(self.repeats_piece())
            .chain(self.plan.shapes.then(|| (SHAPES.to_owned(), self.shapes())))
    }

    /// What nobody who audits knows, for those who want to compare: the ballots of every station
    /// in the columns of the sheets, and a note. In pieces like [`Simulated::folder`].
    pub fn truth_files(&self) -> impl Iterator<Item = (String, Vec<u8>)> + '_ {
        let stations = self.layout.stations() as usize;
        pieces(TRUTH, stations, |rows| self.truth_piece(rows)).chain(std::iter::once((
            TRUTH_README.to_owned(),
            self.truth_note().into_bytes(),
        )))
    }

    fn register_piece(&self, rows: std::ops::Range<u32>) -> Vec<u8> {
        let mut out = Vec::with_capacity(rows.len() * 96);
        if rows.start == 0 {
            for level in text::LEVELS {
                out.extend(format!("{level},{level}_name,").bytes());
            }
            out.extend(b"place,place_name,table,registered,kind,sheet_status\n");
        }
        let (mut codes, mut names) = (Codes::default(), Names::default());
        for station in rows {
            self.layout.codes(station, &mut codes);
            self.layout.names(station, &mut names);
            for (code, name) in codes.divisions.iter().zip(&names.divisions) {
                push_text(&mut out, code);
                push_text(&mut out, name);
            }
            push_text(&mut out, &codes.place);
            push_text(&mut out, &names.place);
            push_text(&mut out, &codes.table);
            push_number(&mut out, self.layout.registered()[station as usize]);
            out.push(b',');
            push_text(&mut out, self.layout.kind(station).word());
            out.extend(self.observed.status[station as usize].word().bytes());
            out.push(b'\n');
        }
        out
    }

    fn sheets_piece(&self, rows: std::ops::Range<u32>) -> Vec<u8> {
        let mut out = Vec::with_capacity(rows.len() * 64);
        if rows.start == 0 {
            self.push_header(&mut out, !self.plan.register_file);
        }
        let mut codes = Codes::default();
        for station in rows.filter(|&station| self.observed.is_present(station)) {
            self.push_key(&mut out, station, &mut codes, !self.plan.register_file);
            self.push_numbers(&mut out, station, self.observed.table.row(station));
        }
        out
    }

    /// Second rows stand at the end of the sheets, where somebody appended them.
    fn repeats_piece(&self) -> Option<(String, Vec<u8>)> {
        let mut out = Vec::new();
        let mut codes = Codes::default();
        for repeat in &self.observed.repeats {
            self.push_key(
                &mut out,
                repeat.station,
                &mut codes,
                !self.plan.register_file,
            );
            self.push_numbers(&mut out, repeat.station, repeat.numbers.iter().copied());
        }
        (!out.is_empty()).then(|| (SHEETS.to_owned(), out))
    }

    fn truth_piece(&self, rows: std::ops::Range<u32>) -> Vec<u8> {
        let mut out = Vec::with_capacity(rows.len() * 64);
        if rows.start == 0 {
            self.push_header(&mut out, false);
        }
        let mut codes = Codes::default();
        for station in rows {
            self.push_key(&mut out, station, &mut codes, false);
            self.push_numbers(&mut out, station, self.truth.row(station));
        }
        out
    }

    fn push_header(&self, out: &mut Vec<u8>, divisions: bool) {
        if divisions {
            for level in text::LEVELS {
                push_text(out, level);
            }
            push_text(out, "kind");
        }
        out.extend(b"place,table");
        for field in FIELDS {
            out.push(b',');
            out.extend(field.word().bytes());
        }
        for option in 0..usize::from(self.plan.options) {
            out.push(b',');
            out.extend(text::option_id(option).as_str().bytes());
        }
        out.push(b'\n');
    }

    fn push_key(&self, out: &mut Vec<u8>, station: u32, codes: &mut Codes, divisions: bool) {
        self.layout.codes(station, codes);
        if divisions {
            for code in &codes.divisions {
                push_text(out, code);
            }
            push_text(out, self.layout.kind(station).word());
        }
        push_text(out, &codes.place);
        out.extend(codes.table.bytes());
    }

    fn push_numbers(&self, out: &mut Vec<u8>, station: u32, numbers: impl Iterator<Item = u32>) {
        out.push(b',');
        push_number(out, self.layout.registered()[station as usize]);
        for number in numbers {
            out.push(b',');
            push_number(out, number);
        }
        out.push(b'\n');
    }

    fn truth_note(&self) -> String {
        let totals = self.truth.totals();
        let note = format!(
            "# Truth of a synthetic election\n\n{}. No auditor has these files.\n\n\
             | what | number |\n|---|---|\n",
            self.summary()
        );
        let contest = self.contest();
        let votes = contest.options.iter().zip(&totals.options);
        let mut rows: Vec<(String, u64)> = votes
            .map(|(option, &votes)| (format!("votes for {}", option.id), votes))
            .collect();
        let sheets_without_copy =
            u64::from(self.layout.stations()) - self.observed.present().len() as u64;
        rows.extend([
            ("valid votes".to_owned(), totals.valid),
            ("invalid votes".to_owned(), totals.invalid),
            ("blank votes".to_owned(), totals.blank),
            ("ballots".to_owned(), totals.ballots),
            ("registered voters".to_owned(), self.layout.electors()),
            (
                "sheets that differ from their ballots".to_owned(),
                self.edits.stations.len() as u64,
            ),
            ("votes added on sheets".to_owned(), self.edits.added),
            ("votes moved on sheets".to_owned(), self.edits.moved),
            ("sheets without a copy".to_owned(), sheets_without_copy),
            (
                "records with a slip".to_owned(),
                self.observed.slips.len() as u64,
            ),
            ("second rows".to_owned(), self.observed.repeats.len() as u64),
        ]);
        let lines: Vec<String> = rows
            .iter()
            .map(|(what, number)| format!("| {what} | {number} |\n"))
            .collect();
        note + &lines.concat()
    }
}

/// The pieces of one file of `rows` rows; empty pieces are left out.
fn pieces<'a>(
    path: &'static str,
    rows: usize,
    piece: impl Fn(std::ops::Range<u32>) -> Vec<u8> + 'a,
) -> impl Iterator<Item = (String, Vec<u8>)> + 'a {
    let row = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    (0..rows)
        .step_by(ROWS)
        .map(move |start| {
            let end = (start + ROWS).min(rows);
            (path.to_owned(), piece(row(start)..row(end)))
        })
        .filter(|(_, bytes)| !bytes.is_empty())
}

fn push_text(out: &mut Vec<u8>, text: &str) {
    out.extend(text.bytes());
    out.push(b',');
}

fn push_number(out: &mut Vec<u8>, number: u32) {
    let digits = number.checked_ilog10().unwrap_or(0);
    for position in (0..=digits).rev() {
        let digit = number / 10u32.pow(position) % 10;
        out.push(b'0' + u8::try_from(digit).unwrap_or(0));
    }
}
