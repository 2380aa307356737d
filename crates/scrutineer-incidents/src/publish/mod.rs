//! What may leave the folder: areas, small cells, batches, names.

mod batch;
mod cells;
mod counts;
mod decide;
mod figures;
mod naming;
mod release;
mod sources;
mod together;

pub use batch::{Begun, look};
pub use cells::{CellTable, Published, SMALLEST, protect};
pub(crate) use counts::{by_parts, count_under};
pub use counts::{count_in, may_count};
pub use decide::{Lack, NamingDecision, NamingState, namings, released_names};
pub(crate) use figures::{is_withheld, shown_parts, shown_words, withhold_differences};
pub use naming::{Basis, Gate, Named, NamingError, Subject};
pub use release::{
    LEAST_RECORDS, LONGEST_HOURS, Release, SHORTEST_HOURS, Waiting, claims_waiting, names_waiting,
    release, waiting,
};
pub use sources::public_ids;
pub(crate) use sources::told;
pub use together::{Adds, Alike, counted_together};
