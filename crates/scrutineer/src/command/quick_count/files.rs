//! The files of a quick count, from which every command derives its state.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_formats::Problems;
use scrutineer_formats::delimited::{
    Cell, DelimitedReader, Delimiter, Layout, Record, propose_delimiter,
};
use scrutineer_model::Code;
use scrutineer_rla::quick_count::{
    Design, Document, Draw, Estimate, Frame, Problem, Table, TableRow, estimate, read_reports,
    release_text, sha256_hex,
};
use scrutineer_tlog::{SignedNote, VerifierKey};

use crate::args::Which;
use crate::command::audit::internal;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

/// The folder of all quick counts.
const ALL: &str = "quick-count";
pub(super) const DESIGN: &str = "design.json";
pub(super) const FRAME: &str = "frame.csv";
pub(super) const DRAW: &str = "draw.json";
pub(super) const REPORTS: &str = "reports.csv";
pub(super) const RELEASE: &str = "release.note";

/// A design with its frame.
pub(super) struct Planned {
    pub(super) folder: PathBuf,
    pub(super) design: Design,
    /// SHA-256 of `design.json`.
    pub(super) digest: String,
    pub(super) frame: Frame,
}

/// The folder of one quick count.
pub(super) fn folder_of(dir: &Path, id: &str, session: &Session<'_>) -> Result<PathBuf, Failure> {
    // A name of dots only would leave the folder.
    let is_name = Code::parse(id).is_ok() && !id.starts_with('.');
    if is_name {
        Ok(dir.join(ALL).join(id))
    } else {
        let known = session.filled("cli-quick-count-name", &[("found", &id)]);
        Err(Failure::usage(known))
    }
}

/// Reads design and frame, which must fit each other.
pub(super) fn planned(which: &Which, session: &Session<'_>) -> Result<Planned, Failure> {
    let folder = folder_of(&which.dir, &which.id, session)?;
    let path = folder.join(DESIGN);
    if !path.exists() {
        let text = session.filled(
            "cli-quick-count-no-design",
            &[("folder", &folder.display())],
        );
        return Err(Failure::input(text));
    }
    let bytes = folder::read(&path).map_err(|error| session.unread(&path, &error))?;
    let design = Design::read(&bytes).map_err(|found| problems(&path, &found, session))?;
    let path = folder.join(FRAME);
    let (table, _) = table(&path, session)?;
    let frame = Frame::read(&table).map_err(|found| problems(&path, &found, session))?;
    let found = design.frame_problems(&frame);
    if !found.is_empty() {
        return Err(problems(&path, &found, session));
    }
    Ok(Planned {
        folder,
        design,
        digest: sha256_hex(&bytes),
        frame,
    })
}

/// Everything that an estimate is made from.
pub(super) struct Counted {
    pub(super) planned: Planned,
    pub(super) estimate: Estimate,
}

/// Reads everything, draws again, estimates, and says who released it.
pub(super) fn counted(which: &Which, session: &Session<'_>) -> Result<Counted, Failure> {
    let planned = planned(which, session)?;
    let path = planned.folder.join(DRAW);
    if !path.exists() {
        let folder = planned.folder.display();
        let text = session.filled("cli-quick-count-no-draw", &[("folder", &folder)]);
        return Err(Failure::input(text));
    }
    let bytes = folder::read(&path).map_err(|error| session.unread(&path, &error))?;
    let draw = Draw::read(&bytes, &planned.design, &planned.digest, &planned.frame)
        .map_err(|found| problems(&path, &found, session))?;
    let draw_digest = sha256_hex(&bytes);
    let path = planned.folder.join(REPORTS);
    let (table, reports_digest) = table(&path, session)?;
    let reports = read_reports(&table, &planned.design, &draw)
        .map_err(|found| problems(&path, &found, session))?;
    let digests = [planned.digest.as_str(), &draw_digest, &reports_digest];
    let mut made =
        estimate(&planned.design, &planned.frame, &draw, &reports, digests).map_err(internal)?;
    let names = signers(&planned, &made.document, session)?;
    made.document.sign(names);
    Ok(Counted {
        planned,
        estimate: made,
    })
}

/// The keys of a design.
pub(super) fn release_keys(
    design: &Design,
    session: &Session<'_>,
) -> Result<Vec<VerifierKey>, Failure> {
    let keys = design.release_keys.iter().map(|text| text.parse());
    keys.collect::<Result<_, scrutineer_tlog::key::KeyError>>()
        .map_err(|error| Failure::input(session.said(error)))
}

/// The note of a release; `None` where there is none, or where it is about another estimate.
pub(super) fn note(
    planned: &Planned,
    document: &Document,
    session: &Session<'_>,
) -> Result<Option<SignedNote>, Failure> {
    let path = planned.folder.join(RELEASE);
    if !path.exists() {
        return Ok(None);
    }
    let note = crate::command::notice::read(&path, session)?;
    Ok((note.text() == release_text(document)).then_some(note))
}

/// The names of the different keys of the design that signed this estimate.
fn signers(
    planned: &Planned,
    document: &Document,
    session: &Session<'_>,
) -> Result<Vec<String>, Failure> {
    let keys = release_keys(&planned.design, session)?;
    let Some(note) = note(planned, document, session)? else {
        return Ok(Vec::new());
    };
    let path = planned.folder.join(RELEASE);
    let verified = note
        .verify(&keys)
        .map_err(|error| crate::keys::at(&path, session, error))?;
    let mut publics: Vec<&[u8; 32]> = Vec::new();
    let mut names = Vec::new();
    for known in &verified.known {
        if !publics.contains(&known.key.public()) {
            publics.push(known.key.public());
            names.push(known.key.name().to_string());
        }
    }
    names.sort();
    Ok(names)
}

/// A delimited file as a table, with its SHA-256.
pub(super) fn table(path: &Path, session: &Session<'_>) -> Result<(Table, String), Failure> {
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or(&bytes);
    let delimiter = propose_delimiter(head).map_or(Delimiter::Comma, |found| found.delimiter);
    let layout = Layout {
        delimiter,
        ..Layout::default()
    };
    let mut found = Problems::new();
    let mut reader = DelimitedReader::open(bytes.as_slice(), &layout, &mut found);
    let mut table = Table {
        header: reader.header().to_vec(),
        rows: Vec::new(),
    };
    let mut record = Record::new();
    while reader.read_record(&mut record, &mut found) {
        let cells: Vec<Option<String>> = record
            .cells()
            .map(|cell| match cell {
                Cell::Text(text) => Some(text.trim().to_owned()),
                Cell::Absent => Some(String::new()),
                Cell::Unreadable => None,
            })
            .collect();
        let is_blank = cells.iter().all(|cell| cell.as_deref() == Some(""));
        if !is_blank {
            table.rows.push(TableRow {
                row: record.position().row,
                cells,
            });
        }
    }
    // A record with fewer cells than columns is judged by what it lacks.
    let lines: Vec<String> = found
        .iter()
        .filter(|problem| {
            !problem.kind.is_note() && problem.kind != scrutineer_formats::ProblemKind::RaggedRow
        })
        .map(|problem| {
            let what = session.said(problem);
            let place = path.display();
            session.filled("cli-error-at", &[("place", &place), ("what", &what)])
        })
        .collect();
    if lines.is_empty() {
        Ok((table, sha256_hex(&bytes)))
    } else {
        Err(Failure::inputs(lines))
    }
}

/// Every problem with its place.
pub(super) fn problems(path: &Path, found: &[Problem], session: &Session<'_>) -> Failure {
    Failure::inputs(found.iter().map(|problem| {
        let mut place = path.display().to_string();
        if let Some(row) = problem.row {
            // Writing to a string cannot fail.
            let _ = write!(place, ":{row}");
        }
        if let Some(column) = &problem.column {
            let _ = write!(place, ":{}", scrutineer_formats::Excerpt::of(column));
        }
        let what = session.sentence(&problem.message);
        session.filled("cli-error-at", &[("place", &place), ("what", &what)])
    }))
}

/// Writes a file of the quick count.
pub(super) fn write(path: &Path, bytes: &[u8], session: &Session<'_>) -> Result<(), Failure> {
    crate::output::write(path, bytes).map_err(|error| session.unwritten(path, &error))
}

/// Whether a file is there with other bytes: what was announced is never replaced.
pub(super) fn is_other(path: &Path, bytes: &[u8]) -> bool {
    fs::read(path).is_ok_and(|held| held != bytes)
}
