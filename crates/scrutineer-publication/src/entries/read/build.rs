//! The second pass: records become rows of the data set.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZeroU32;

use scrutineer_audit::AuditConclusion;
use scrutineer_model::{
    BuildError, Cell, Code, Dataset, DatasetBuilder, Field, Finding, HierarchyIdx, ImportIssue,
    Input, Origin, Provenance, SheetRow, Source, SourceIdx, StationEntry,
};
use scrutineer_tlog::leaf_hash;

use crate::entries::LogProblem;
use crate::entries::key::RecordKey;
use crate::entries::read::Problems;
use crate::entries::read::contests::Frame;
use crate::entries::read::declarations::Declarations;
use crate::entries::read::outline::Dead;
use crate::entries::read::refer::{At, code, contest, options, owned};
use crate::entries::write::last_component;
use crate::entry::{self, Division, Entry, Place, Register, Sheet};

/// What the records of a log say.
#[derive(Clone, Debug, PartialEq)]
pub struct Rebuilt {
    /// The data set.
    pub dataset: Dataset,
    /// Findings that only private columns give, without decisions on them; for
    /// [`scrutineer_model::Evidence::attested`].
    pub attested: Vec<Finding>,
    /// What audits by sampling concluded, in order of the log.
    pub audits: Vec<AuditConclusion>,
    /// Replies to findings, in the order of the log.
    pub replies: Vec<Reply>,
    /// Entries that hold, of every kind of record.
    pub records: u64,
}

/// A reply to a finding, as received.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Reply {
    /// Key of the finding.
    pub finding: String,
    /// Who replies, as a role.
    pub by: entry::Respondent,
    /// Options for whom a party replies.
    pub aligned_with: Vec<String>,
    /// When it was received.
    pub date: scrutineer_model::Date,
    /// The words, unedited.
    pub text: String,
}

impl Reply {
    /// The reply of an entry.
    pub(crate) fn of(held: &entry::Response<'_>) -> Self {
        Self {
            finding: held.finding.to_string(),
            by: held.by,
            aligned_with: held.aligned_with.iter().map(ToString::to_string).collect(),
            date: held.date,
            text: held.text().to_owned(),
        }
    }
}

/// A source while its sheets are read.
#[derive(Debug)]
struct Open {
    id: String,
    index: SourceIdx,
    fields: Vec<Field>,
    tickets: usize,
}

/// The second pass over a log. Takes every entry again, in order, and holds what the data set holds.
#[derive(Debug)]
pub struct EntriesReader {
    pub(super) builder: DatasetBuilder,
    hierarchies: Vec<String>,
    dead: BTreeMap<u64, Dead>,
    labels: BTreeMap<String, String>,
    sources: Vec<Open>,
    /// Per station handle, whether its own record was seen.
    registered: Vec<bool>,
    /// Stations that other records name before their own, with the first leaf that does.
    awaited: BTreeMap<u32, u64>,
    /// Per place handle, whether its own record was seen.
    places: Vec<bool>,
    /// Per hierarchy and handle, whether the division's own record was seen.
    divisions: Vec<Vec<bool>>,
    pub(super) declarations: Declarations,
    pub(super) inputs: Vec<Input>,
    /// With the id of the station, by which they are put in order.
    pub(super) issues: Vec<(String, ImportIssue)>,
    pub(super) attested: Vec<Finding>,
    /// By id of the audit.
    audits: Vec<(String, AuditConclusion)>,
    replies: Vec<Reply>,
    pub(super) problems: Problems,
    cells: Vec<Cell>,
    records: u64,
    last: u64,
}

impl EntriesReader {
    pub(super) fn new(
        frame: Frame,
        mut sources: Vec<(u64, entry::Source<'_>)>,
        problems: &mut Problems,
    ) -> Self {
        let hierarchies: Vec<String> = frame.hierarchies.iter().map(|(id, _)| id.clone()).collect();
        let divisions = vec![Vec::new(); hierarchies.len()];
        let mut reader = Self {
            builder: DatasetBuilder::new(frame.election, frame.contests, frame.hierarchies),
            hierarchies,
            dead: frame.dead,
            labels: frame.labels,
            sources: Vec::new(),
            registered: Vec::new(),
            awaited: BTreeMap::new(),
            places: Vec::new(),
            divisions,
            declarations: Declarations::default(),
            inputs: Vec::new(),
            issues: Vec::new(),
            attested: Vec::new(),
            audits: Vec::new(),
            replies: Vec::new(),
            problems: Problems::default(),
            cells: Vec::new(),
            records: 0,
            last: 0,
        };
        sources.sort_by(|(_, a), (_, b)| (a.number, &a.id).cmp(&(b.number, &b.id)));
        for (at, (leaf, source)) in sources.iter().enumerate() {
            let mut before = sources.iter().take(at);
            if before.any(|(_, other)| other.id == source.id) {
                let found = format!("{:?} again", source.id.as_str());
                problems.push(*leaf, "$.id", "each source once", found);
            }
            reader.open(*leaf, source, problems);
        }
        reader
    }

    fn open(&mut self, leaf: u64, held: &entry::Source<'_>, problems: &mut Problems) -> Option<()> {
        let at = |path| At { leaf, path };
        let of = self.builder.contests();
        let index = contest(at("$.contest"), of, &held.contest, problems)?;
        let of = of.get(index.get())?;
        let tickets = of.tickets.len();
        let path = "$.derived-from";
        let derived_from = match &held.derived_from {
            Some(id) => Some(code(at(path), id, problems)?),
            None => None,
        };
        let identities = held
            .identities
            .iter()
            .map(|identity| scrutineer_model::Identity {
                text: identity.text.to_string(),
                options: identity.options.0,
                left: identity.left.clone(),
                right: identity.right.clone(),
            });
        let source = Source {
            id: code(at("$.id"), &held.id, problems)?,
            contest: index,
            origin: Origin(code(at("$.origin"), &held.origin, problems)?),
            provenance: Provenance {
                supplied_by: held.supplied_by,
                aligned_with: options(at("$.aligned-with"), of, &held.aligned_with, problems),
                obtained_from: owned(held.obtained_from.as_ref()),
                obtained_on: held.obtained_on,
                obtained_by_role: owned(held.obtained_by_role.as_ref()),
                method: owned(held.method.as_ref()),
                medium: owned(held.medium.as_ref()),
                licence: owned(held.licence.as_ref()),
                derived_from,
                transformations: owned(held.transformations.as_ref()),
            },
            identities: identities.collect(),
            rows: held.rows.get(),
            rejected: held.rejected.get(),
        };
        let mut fields = Field::ALL.to_vec();
        fields.retain(|field| held.fields.contains(field));
        let index = self.builder.source(source, fields.clone());
        // Rows have no file here; one without a name stands for it.
        let file = self.builder.file(index, "");
        self.sources.push(Open {
            id: held.id.to_string(),
            index,
            fields,
            tickets,
        });
        let file = file.map(|_| ());
        self.built(leaf, file)
    }

    /// The value, or the limit of a data set that was passed.
    pub(super) fn built<T>(&mut self, leaf: u64, built: Result<T, BuildError>) -> Option<T> {
        match built {
            Ok(value) => Some(value),
            Err(error) => {
                let expected = "what a data set can hold";
                self.problems.push(leaf, "$", expected, error.to_string());
                None
            }
        }
    }

    /// Takes the next entry; `bytes` are those that it was read from.
    pub fn add(&mut self, leaf: u64, entry: &Entry<'_>, bytes: &[u8]) {
        self.last = leaf;
        if let Entry::Response(held) = entry {
            self.replies.push(Reply::of(held));
        }
        if let Some(dead) = self.dead.get(&leaf) {
            let key = match entry {
                Entry::Correction(correction) => correction.record().and_then(RecordKey::of),
                other => RecordKey::of(other),
            };
            let named = "$.supersedes";
            if key.is_none() {
                let found = entry.kind().word();
                self.problems.push(dead.by, named, "a record", found);
            } else if dead.replaced_by.is_some_and(|by| Some(by) != key) {
                let found = format!("{leaf} is of another");
                self.problems
                    .push(dead.by, named, "a record of this kind and key", found);
            }
            if leaf_hash(bytes) != dead.hash {
                let found = leaf_hash(bytes).to_string();
                self.problems.push(
                    dead.by,
                    "$.supersedes.hash",
                    format!("that of entry {leaf}"),
                    found,
                );
            }
            return;
        }
        match entry {
            Entry::Correction(correction) => {
                if let Some(record) = correction.record() {
                    self.record(leaf, record);
                }
            }
            Entry::AuditStep(step) => {
                // A later step may end an audit anew, or no more.
                let audit = step.audit.to_string();
                self.audits.retain(|(held, _)| *held != audit);
                if step.outcome.is_some() {
                    let conclusion = AuditConclusion {
                        winners: step.winners.iter().map(ToString::to_string).collect(),
                        basis: step.basis.map(|basis| basis.0.to_string()),
                        bounds: step.risk_bounds(),
                    };
                    self.audits.push((audit, conclusion));
                }
            }
            other => self.record(leaf, other),
        }
    }

    fn record(&mut self, leaf: u64, entry: &Entry<'_>) {
        if !entry.kind().is_record() {
            return;
        }
        self.records += 1;
        // What is wrong is in the list of problems.
        let _: Option<()> = match entry {
            Entry::Sheet(sheet) => self.sheet(leaf, sheet),
            Entry::Register(station) => self.station(leaf, station),
            Entry::Place(place) => self.place(leaf, place),
            Entry::Division(division) => self.division(leaf, division),
            Entry::Declaration(held) => self.declaration(leaf, held),
            Entry::DeclaredPart(held) => self.declared_part(leaf, held),
            Entry::SourceFile(held) => self.file(leaf, held),
            Entry::ImportIssue(held) => self.issue(leaf, held),
            Entry::Finding(held) => self.finding(leaf, held),
            Entry::Disposition(held) => {
                self.disposition(held);
                Some(())
            }
            _ => Some(()),
        };
    }

    fn sheet(&mut self, leaf: u64, sheet: &Sheet<'_>) -> Option<()> {
        let found = self
            .sources
            .iter()
            .position(|open| open.id == sheet.source.as_str());
        let (path, expected) = ("$.source", "the id of a source");
        let id = sheet.source.as_str();
        let at = self.problems.some(leaf, path, expected, id, found)?;
        let station = self.named_station(leaf, "$.station", sheet.station.as_str())?;
        let open = self.sources.get(at)?;
        self.cells.clear();
        for field in Field::ALL {
            let cell = sheet.counts.get(field);
            if open.fields.contains(&field) {
                self.cells.push(cell);
            } else if cell != Cell::NOT_ON_FORM {
                let path = format!("$.counts.{}", field.word());
                let expected = format!("no field that source {id} has not");
                self.problems.push(leaf, &path, expected, field.word());
            }
        }
        if sheet.votes.len() != open.tickets {
            let expected = format!("{} votes, one per ticket", open.tickets);
            let found = sheet.votes.len().to_string();
            self.problems.push(leaf, "$.votes", expected, found);
            return None;
        }
        self.cells.extend(sheet.votes.iter().map(|count| count.0));
        let row = SheetRow {
            station,
            cells: &self.cells,
            sequence: sheet.sequence.map_or(0, NonZeroU32::get),
            picture: 0,
            file: 0,
            row: 0,
        };
        let built = self.builder.sheet(open.index, &row);
        self.built(leaf, built)
    }

    /// The handle of a station that a record names, whether or not its own record came already.
    pub(super) fn named_station(&mut self, leaf: u64, path: &str, id: &str) -> Option<u32> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-%:".contains(&byte);
        if id.is_empty() || !id.bytes().all(plain) {
            let expected = "a canonical station id";
            self.problems.push(leaf, path, expected, format!("{id:?}"));
            return None;
        }
        // The first mention gives the label.
        let label = match self.labels.get(id) {
            Some(label) => Cow::Borrowed(label.as_str()),
            None => last_component(id),
        };
        let entry = StationEntry {
            label: &label,
            ..StationEntry::default()
        };
        let built = self.builder.station(id, &entry);
        let handle = self.built(leaf, built)?;
        if self.registered.get(handle as usize) != Some(&true) {
            self.awaited.entry(handle).or_insert(leaf);
        }
        Some(handle)
    }

    fn station(&mut self, leaf: u64, held: &Register<'_>) -> Option<()> {
        let id = held.station.as_str();
        let handle = self.named_station(leaf, "$.station", id)?;
        self.awaited.remove(&handle);
        if !mark(&mut self.registered, handle) {
            let found = format!("{id} again");
            self.problems
                .push(leaf, "$.station", "each station once", found);
            return None;
        }
        let mut divisions = vec![None; self.hierarchies.len()];
        for (hierarchy, path) in &held.divisions {
            let index = self.hierarchy(leaf, "$.divisions", hierarchy.as_str())?;
            let handle = self.named_division(leaf, index, path)?;
            if let Some(held) = divisions.get_mut(index) {
                *held = Some(handle);
            }
        }
        let place = match &held.place {
            Some(code) => {
                let built = self.builder.place(code.as_str(), "", &[]);
                Some(self.built(leaf, built)?)
            }
            None => None,
        };
        let entry = StationEntry {
            label: "",
            place,
            divisions: &divisions,
            kind: held.station_kind,
            status: held.status,
            sheet_status: held.sheet_status,
        };
        let built = self.builder.station(id, &entry);
        self.built(leaf, built)?;
        let registered = held.registered.map_or(Cell::NOT_ON_FORM, |count| count.0);
        let issued = held.issued.map(|issued| Cell::new(u64::from(issued)));
        let issued = issued.map_or(Some(Cell::NOT_ON_FORM), |cell| cell);
        if held.listed.0 {
            self.builder
                .register(handle, registered, issued.unwrap_or(Cell::UNREAD));
        } else if held.registered.is_some() || held.issued.is_some() {
            let expected = "numbers of the official list only where it has the station";
            self.problems.push(leaf, "$.listed", expected, "none");
        }
        Some(())
    }

    fn place(&mut self, leaf: u64, held: &Place<'_>) -> Option<()> {
        let name = held.name.as_ref().map_or("", |name| name.as_str());
        let built = self.builder.place(held.code.as_str(), name, &[]);
        let handle = self.built(leaf, built)?;
        if !mark(&mut self.places, handle) {
            let found = format!("{} again", held.code);
            self.problems.push(leaf, "$.code", "each place once", found);
        }
        Some(())
    }

    fn division(&mut self, leaf: u64, held: &Division<'_>) -> Option<()> {
        let index = self.hierarchy(leaf, "$.hierarchy", held.hierarchy.as_str())?;
        let handle = self.named_division(leaf, index, &held.path)?;
        if let Some(name) = &held.name {
            let codes: Vec<&str> = held.path.iter().map(entry::Text::as_str).collect();
            let mut names = vec![""; codes.len()];
            if let Some(last) = names.last_mut() {
                *last = name.as_str();
            }
            let built = self
                .builder
                .division(HierarchyIdx::new(index), &codes, &names);
            self.built(leaf, built)?;
        }
        let marks = self.divisions.get_mut(index)?;
        if !mark(marks, handle) {
            self.problems
                .push(leaf, "$.path", "each division once", "one again");
        }
        Some(())
    }

    fn hierarchy(&mut self, leaf: u64, path: &str, id: &str) -> Option<usize> {
        let found = self.hierarchies.iter().position(|held| held == id);
        let expected = "the id of a hierarchy";
        self.problems.some(leaf, path, expected, id, found)
    }

    /// The handle of a division that a record names.
    pub(super) fn named_division(
        &mut self,
        leaf: u64,
        hierarchy: usize,
        path: &[entry::Text<'_>],
    ) -> Option<u32> {
        let codes: Vec<&str> = path.iter().map(entry::Text::as_str).collect();
        let plain = |code: &&str| !code.is_empty() && code.trim() == *code;
        if codes.is_empty() || !codes.iter().all(plain) {
            let expected = "codes of a division, none of them empty";
            self.problems.push(leaf, "$", expected, codes.join("/"));
            return None;
        }
        let built = self
            .builder
            .division(HierarchyIdx::new(hierarchy), &codes, &[]);
        self.built(leaf, built)?
    }

    /// The source with an id, as issues name it.
    pub(super) fn source_index(&self, id: &str) -> Option<SourceIdx> {
        let open = self.sources.iter().find(|open| open.id == id)?;
        Some(open.index)
    }

    /// Whether the log has the source.
    pub(super) fn has_source(&self, id: &Code) -> bool {
        self.sources.iter().any(|open| open.id == id.as_str())
    }

    /// The data set and what stands beside it, or every problem of the log.
    pub fn finish(mut self) -> Result<Rebuilt, Vec<LogProblem>> {
        for leaf in self.awaited.values() {
            let expected = "a station with a record of its own";
            self.problems.push(*leaf, "$.station", expected, "none");
        }
        if let Some((&leaf, dead)) = self.dead.range(self.last.saturating_add(1)..).next() {
            let found = format!("entry {leaf}");
            self.problems
                .push(dead.by, "$.supersedes.leaf", "an entry of this log", found);
        }
        let declared = std::mem::take(&mut self.declarations);
        declared.finish(&mut self.builder, &mut self.problems);
        let numbers: BTreeMap<&str, usize> = self
            .sources
            .iter()
            .map(|open| (open.id.as_str(), open.index.get()))
            .collect();
        let of = |input: &Input| {
            let source = input.source.as_ref().map(Code::as_str);
            source.and_then(|id| numbers.get(id).copied())
        };
        self.inputs.sort_by(|a, b| {
            let by = |input: &Input| (input.role, of(input));
            by(a)
                .cmp(&by(b))
                .then_with(|| (&a.file, &a.sha256, a.rows).cmp(&(&b.file, &b.sha256, b.rows)))
        });
        for input in self.inputs {
            self.builder.input(input);
        }
        // The builder orders issues by all but their station, and keeps the order of the rest.
        self.issues.sort_by(|a, b| a.0.cmp(&b.0));
        for (_, issue) in self.issues {
            self.builder.issue(issue);
        }
        let last = self.last;
        let dataset = match self.builder.finish() {
            Ok(dataset) => dataset,
            Err(error) => {
                let expected = "what a data set can hold";
                self.problems.push(last, "$", expected, error.to_string());
                return Err(self.problems.0);
            }
        };
        let marked = |marks: &[bool]| marks.iter().filter(|seen| **seen).count();
        let mut lacking = |what: &str, held: usize, marks: &[bool]| {
            if held != marked(marks) {
                let expected = format!("a record for each of {held} {what}");
                let found = marked(marks).to_string();
                self.problems.push(last, "$", expected, found);
            }
        };
        lacking("places", dataset.places().len(), &self.places);
        for (hierarchy, marks) in dataset.hierarchies().iter().zip(&self.divisions) {
            lacking("divisions", hierarchy.divisions.len(), marks);
        }
        self.attested.sort_by(|a, b| a.key.cmp(&b.key));
        self.problems.into_result(Rebuilt {
            replies: self.replies,
            dataset,
            attested: self.attested,
            audits: self.audits.into_iter().map(|(_, held)| held).collect(),
            records: self.records,
        })
    }
}

/// Marks a handle; `false` where it was marked.
fn mark(marks: &mut Vec<bool>, handle: u32) -> bool {
    let at = handle as usize;
    if marks.len() <= at {
        marks.resize(at + 1, false);
    }
    match marks.get_mut(at) {
        Some(held) if !*held => {
            *held = true;
            true
        }
        _ => false,
    }
}
