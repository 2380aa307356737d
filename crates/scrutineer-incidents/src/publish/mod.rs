//! What may leave the folder: areas, small cells, batches, names.

mod cells;
mod decide;
mod naming;
mod release;

pub use cells::{CellTable, Published, SMALLEST, protect};
pub use decide::{Lack, NamingDecision, NamingState, namings, released_names};
pub use naming::{Basis, Gate, Named, NamingError, Subject};
pub use release::{
    LEAST_RECORDS, LONGEST_HOURS, Release, SHORTEST_HOURS, Waiting, names_waiting, release, waiting,
};
