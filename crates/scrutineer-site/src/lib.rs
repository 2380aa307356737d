//! The static site of an election: content in, (path, bytes) out (`spec/site.md`).
//!
//! ```text
//! Content (data set, audit, log, files) -> Site (order of stations, pages of at most 64, index of places, sums)
//!         -> Part (what no language owns | a language): page after page -> frame -> (path, bytes) -> the caller
//! ```
//!
//! # In scope
//! - Every page, the style sheet, the scripts with their words, the index of the search, the feed; [`Listing`],
//!   the list of their digests.
//! - The addresses of pages: a station's permanent one follows from its id alone.
//!
//! # Out of scope
//! - Files, addresses on the web, compression: the caller's. Numbers: `scrutineer-audit` and
//!   `scrutineer-tally`. Words and sections of the report: `scrutineer-report`.
//! - Who a person is: nothing that names one reaches [`Content`].
//!
//! # Limits
//! - Pages follow the first hierarchy of divisions. Maps need shapes, at most 80 on one; elsewhere divisions stand
//!   as tiles, always with a table.
//! - Without a division, a new station moves those behind it to other pages; permanent addresses stay.

mod address;
mod assets;
mod build;
mod check;
mod content;
mod find;
mod frame;
mod layout;
mod listing;
mod map;
mod markup;
mod names;
mod page;
mod png;
mod totals;
mod words;

pub use build::{Part, Site, SiteError, Take, site};
pub use content::{
    AuditStep, Content, Correction, Download, History, Leaves, Release, Reply, State,
};
pub use listing::Listing;
