// SPDX-License-Identifier: Apache-2.0 OR MIT
//! How the bytes of a file are read and what its columns mean.

use std::collections::BTreeMap;

use scrutineer_model::{Field, HierarchyIdx, SheetStatus, StationKind, StationStatus, TicketIdx};

use crate::delimited::Delimiter;

/// One file, in the folder or pinned by its digest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// A path inside the folder, with `/` between its parts; never `..`, never `sealed/`.
    Path(String),
    /// Found by digest in a mirror, a cache or, when asked for, the network.
    Pinned {
        /// SHA-256 of the bytes, lower-case hexadecimal.
        sha256: String,
        /// Name to show and to recognise the format by.
        name: String,
        /// Where it was published.
        address: Option<String>,
    },
}

impl Location {
    /// The name for messages: the path in the folder or the pinned name, never a path of the
    /// machine.
    pub fn name(&self) -> &str {
        match self {
            Self::Path(path) => path,
            Self::Pinned { name, .. } => name,
        }
    }
}

/// What kind of table the bytes hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text with a delimiter between fields.
    Delimited,
    /// XLSX or ODS.
    Workbook,
    /// One JSON document for each station.
    JsonPerStation,
}

/// What the bytes are wrapped in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrapping {
    /// Nothing.
    None,
    /// A zip archive.
    Zip,
    /// A gzip stream with one or more members.
    Gzip,
}

/// The encoding that the folder declares for delimited text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeclaredEncoding {
    /// By byte-order mark, then by content; the choice is recorded.
    #[default]
    Auto,
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252 (Western Europe).
    Windows1252,
    /// Windows-1251 (Cyrillic).
    Windows1251,
}

/// Whether a row is a station or one line of its sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// A column per option.
    #[default]
    Wide,
    /// A row per station and option.
    Long,
}

/// A column with the values that decide about a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFilter {
    /// Name of the column.
    pub column: String,
    /// Trimmed values, compared as text.
    pub values: Vec<String>,
}

/// `[source.read]`: how to read the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadSpec {
    /// `None`: by the name of the file.
    pub format: Option<Format>,
    /// `None`: by the name of the file.
    pub archive: Option<Wrapping>,
    /// Members of the archive that count, as a pattern; `None`: all of the format.
    pub members: Option<String>,
    /// Encoding of delimited text.
    pub encoding: DeclaredEncoding,
    /// `None`: detected, and the choice is recorded.
    pub delimiter: Option<Delimiter>,
    /// Whether a header row names the columns.
    pub header: bool,
    /// Lines before the header.
    pub skip: u32,
    /// Records at the end that are no data.
    pub footer: usize,
    /// Sheet of a workbook; `None`: the first.
    pub sheet: Option<String>,
    /// Words for *not read*; an empty cell always is.
    pub missing: Vec<String>,
    /// Words for *not on this form*.
    pub not_on_form: Vec<String>,
    /// Separator of thousands.
    pub thousands: Option<char>,
    /// Wide or long.
    pub shape: Shape,
    /// A row counts only if every one of these columns has one of the values.
    pub keep: Vec<RowFilter>,
    /// A row that has one of these values is left out.
    pub except: Vec<RowFilter>,
}

impl Default for ReadSpec {
    fn default() -> Self {
        Self {
            format: None,
            archive: None,
            members: None,
            encoding: DeclaredEncoding::Auto,
            delimiter: None,
            header: true,
            skip: 0,
            footer: 0,
            sheet: None,
            missing: Vec::new(),
            not_on_form: Vec::new(),
            thousands: None,
            shape: Shape::Wide,
            keep: Vec::new(),
            except: Vec::new(),
        }
    }
}

/// The divisions of one hierarchy as columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivisionColumns {
    /// The hierarchy.
    pub hierarchy: HierarchyIdx,
    /// Code columns from the widest level down.
    pub codes: Vec<String>,
    /// Name columns; empty or as many as the codes.
    pub names: Vec<String>,
}

/// `[source.columns]`: the allow-list of what is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The key of the station, in order; empty where `station_id` is set.
    pub station: Vec<String>,
    /// A column with the canonical id itself, as written by this program.
    pub station_id: Option<String>,
    /// The key of the polling place.
    pub place: Vec<String>,
    /// A column with the canonical code of the place, as written by this program.
    pub place_id: Option<String>,
    /// Name of the polling place.
    pub place_name: Option<String>,
    /// Label of the station inside its place; the last key column by default.
    pub table: Option<String>,
    /// Numbers of the form, in the order of [`Field::ALL`].
    pub fields: Vec<(Field, String)>,
    /// Votes per ticket, in the order of the folder.
    pub votes: Vec<(TicketIdx, String)>,
    /// Kind of the station.
    pub kind: Option<String>,
    /// Whether the station voted.
    pub status: Option<String>,
    /// What became of the sheet.
    pub sheet_status: Option<String>,
    /// Explicit order of the readings of a station.
    pub sequence: Option<String>,
    /// Address of the picture: private.
    pub picture: Option<String>,
    /// Named on purpose, never read.
    pub private: Vec<String>,
    /// Named on purpose, dropped, not listed as unmapped.
    pub ignore: Vec<String>,
    /// Long shape: the column that names the option or field.
    pub option: Option<String>,
    /// Long shape: the column with the number.
    pub number: Option<String>,
    /// Divisions per hierarchy.
    pub divisions: Vec<DivisionColumns>,
    /// Values for every row instead of a column.
    pub constant: Constants,
}

/// Values that hold for every row of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constants {
    /// Kind of every station.
    pub kind: Option<StationKind>,
    /// Status of every station.
    pub status: Option<StationStatus>,
    /// What became of every sheet.
    pub sheet_status: Option<SheetStatus>,
    /// Sequence number of every reading.
    pub sequence: Option<u32>,
    /// Numbers of every form.
    pub fields: Vec<(Field, u32)>,
}

/// `[source.values]`: cell values to words of the model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// Kinds of stations.
    pub kind: BTreeMap<String, StationKind>,
    /// Kinds of single stations, by canonical id; they go before a column.
    pub kind_by_station: BTreeMap<String, StationKind>,
    /// Statuses of stations.
    pub status: BTreeMap<String, StationStatus>,
    /// Statuses of sheets.
    pub sheet_status: BTreeMap<String, SheetStatus>,
    /// Long shape: what a value of the option column stands for.
    pub option: BTreeMap<String, Line>,
}

/// What one line of a sheet in long shape is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Votes of a ticket.
    Ticket(TicketIdx),
    /// A number of the form.
    Field(Field),
    /// Known and left out, such as a line with the total.
    Ignore,
}

/// How to read a table and what it means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableSpec {
    /// From bytes to cells.
    pub read: ReadSpec,
    /// From columns to roles.
    pub columns: Columns,
    /// From cell values to words.
    pub values: Values,
}

impl Columns {
    /// Every column that is read, by name, in no particular order and possibly twice.
    pub(crate) fn named(&self) -> impl Iterator<Item = &str> {
        let options = [
            &self.station_id,
            &self.place_id,
            &self.place_name,
            &self.table,
            &self.kind,
            &self.status,
            &self.sheet_status,
            &self.sequence,
            &self.picture,
            &self.option,
            &self.number,
        ];
        let divisions = self
            .divisions
            .iter()
            .flat_map(|divisions| divisions.codes.iter().chain(&divisions.names));
        let cells = self
            .fields
            .iter()
            .map(|(_, name)| name)
            .chain(self.votes.iter().map(|(_, name)| name));
        options
            .into_iter()
            .flatten()
            .chain(&self.station)
            .chain(&self.place)
            .chain(divisions)
            .chain(cells)
            .map(String::as_str)
    }

    /// The announced fields: those with a column or a constant, or, in long shape, a line.
    pub(crate) fn announced(&self, values: &Values) -> Vec<Field> {
        Field::ALL
            .into_iter()
            .filter(|field| {
                self.fields.iter().any(|(named, _)| named == field)
                    || self.constant.fields.iter().any(|(named, _)| named == field)
                    || values
                        .option
                        .values()
                        .any(|line| *line == Line::Field(*field))
            })
            .collect()
    }
}
