//! Incidents and victims: claims kept apart from findings, counts as ranges, the unseen with its limits.
//!
//! ```text
//! tables -> Book -> statuses -> CountStatement -> IncidentSummary (report)
//! lists with names -> link -> decisions of people -> links
//! overlaps -> range of estimates, or why there is none
//! ```
//!
//! # In scope
//! - The tables of `spec/incidents.md` from delimited text, JSON lines and workbooks; everything that is wrong in them.
//! - Status of an act computed from claims and assessments; independence of sources.
//! - Counts as minimum, credible and maximum; published figures as a range, never added.
//! - Record linkage with stated weights; multiple systems estimation with refusals.
//! - What may be published: areas, small cells, batches, names.
//!
//! # Out of scope
//! - Files, keys, clocks and dialogue: the command line. Words: `scrutineer-report`.
//! - Names: they are in `sealed/` or in lists that a person has open. Linking takes them as values and
//!   gives positions and scores; no type with a name prints or serialises.
//! - The audit, which never depends on this crate.
//!
//! # Limits
//! A count is as good as its sources: what nobody reported is in no number, and the estimate of it rests on
//! assumptions that no data can test. Areas end at the municipality. Estimates take at most five lists.

mod area;
mod book;
mod claimed;
mod count;
mod cross;
mod day;
pub mod estimate;
mod forms;
mod groups;
pub mod linkage;
mod matching;
mod persons;
pub mod publish;
mod quantity;
mod rates;
mod records;
mod relink;
mod reported;
mod source;
mod stated;
mod status;
mod summary;
mod table;
mod token;
mod vocabulary;

pub use area::{Area, FINEST_LEVEL, largest_disjoint};
pub use book::Book;
pub use claimed::{
    Beside, ClaimedFigure, FigureRange, Said, Scope, WentDown, figure_range, went_down,
};
pub use count::{AreaFigure, Cluster, CountStatement, count, count_sentence};
pub use cross::{
    Blocked, OutletJoined, RefusedAndPresent, StationSheet, outlets, refused_and_present,
};
pub use forms::{Forms, IncidentType, InvalidForms, Joins, Obligation};
pub use persons::{InScope, in_scope, lists, overlaps};
pub use publish::count_in;
pub use quantity::Quantity;
pub use rates::{Observed, observed};
pub use records::{
    Act, Assessment, Claim, Deployment, Event, Item, Naming, Perpetrator, Person, PersonLink,
    Released, Report, RuleScore, Side,
};
pub use reported::{RightReports, Spread, TypeReports};
pub use source::{Source, SourceGraph};
pub use stated::Stated;
pub use status::{Ground, Insufficient, Judged, Testimony, judge};
pub use summary::{
    AreaRow, IncidentSummary, PublicSource, SUMMARY_SCHEMA, counted, latest_day, summary,
};
pub use table::{
    Column, Merged, Problem, Table, TableName, TableRead, TableRow, json_lines, merge, read_table,
    to_csv,
};
pub use token::{LEAST_KEY_BYTES, Token, TokenKey, keyed};
pub use vocabulary::{
    Access, ActKind, Category, Checked, Force, Group, ItemKind, Means, NumberWord, Phase,
    Precision, Qualifier, Reporter, Resolved, Response, Rule, SampleKind, SourceKind, Standard,
    Standing, Status,
};
