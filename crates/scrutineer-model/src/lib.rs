//! The domain of Scrutineer and the one type that joins the ways in and the way out: [`Dataset`].
//!
//! ```text
//! files -> formats -> Dataset -> audit -> report
//! ```
//!
//! # In scope
//! - The words of the field as types: elections, contests, options and tickets, divisions, polling
//!   places, stations, sources, sheets, figures, declarations.
//! - [`Dataset`]: every sheet as columns of [`Cell`], which keeps *unread*, *not on this form* and
//!   zero apart.
//! - What the audit takes in besides the data ([`Evidence`]) and what its parts give out
//!   ([`Finding`], [`Disposition`]).
//! - Exact fractions ([`Exact`]) and printed percentages with their rounding interval
//!   ([`PrintedPercent`]).
//!
//! # Out of scope
//! - Reading or writing bytes: `scrutineer-formats`.
//! - Judging a sheet: `scrutineer-checks`. Adding sheets up: `scrutineer-tally`. Answers:
//!   `scrutineer-audit`.
//! - Anything that names a country, a party or a person: data files.
//!
//! # Limits
//! Counts up to [`Cell::MAX`]; 2^32 - 2 stations, divisions and strings per data set; 2^16 - 1
//! options and sources.

mod arena;
mod cell;
mod code;
mod contest;
mod dataset;
mod date;
mod declaration;
mod division;
mod evidence;
mod exact;
mod figure;
mod finding;
mod geometry;
mod import;
mod index;
mod intern;
mod json;
mod percent;
mod provenance;
mod real;
mod schema;
mod sheets;
mod station;
mod station_id;

pub use arena::Arena;
pub use cell::{Cell, VoteCount};
pub use code::{Code, InvalidCode};
pub use contest::{
    Applies, CapacityRule, Contest, ContestOption, Election, OutcomeRule, RegisterFigure,
    RegisterKind, Ticket,
};
pub use dataset::{BuildError, Dataset, DatasetBuilder, SheetRow, StationEntry};
pub use date::{Date, InvalidDate, Moment};
pub use declaration::{
    CountStatus, Declaration, DeclaredCoverage, DeclaredOption, DeclaredPart, DeclaredTarget, Scope,
};
pub use division::{Division, Divisions, Hierarchy};
pub use evidence::{
    Absence, AbsentStation, CountedVotes, Drawn, Evidence, LogEvidence, RiskBound, TestResult,
    UnfinishedAudit,
};
pub use exact::{Exact, Overflow};
pub use figure::{Figure, FigureReading};
pub use finding::{
    BearsOn, Decision, Disposition, Finding, FindingKey, Link, Message, Recomputable, Severity,
    Subject, Tier, Value,
};
pub use geometry::{GeoPoint, GeoRing, Geometry, Shape};
pub use import::{ImportIssue, ImportIssueKind, Locator};
pub use index::{
    ContestIdx, DeclarationIdx, DivisionIdx, HierarchyIdx, OptionIdx, PlaceIdx, SourceIdx,
    StationIdx, TicketIdx,
};
pub use json::json_parts;
pub use percent::{InvalidPercent, PrintedPercent};
pub use provenance::{
    Field, Identity, Input, InputRole, Origin, Provenance, Publisher, Source, SourceLabel,
};
pub use real::Real;
pub use sheets::{Column, Current, SheetSet};
pub use station::{
    Capacity, PlaceView, Places, SheetStatus, Station, StationKind, StationStatus, Stations,
};
pub use station_id::{StationId, encode_component, encode_station_id};
