//! Record linkage: which records of different lists are about one person.
//!
//! Records hold names. They have no `Debug` that prints them, no serialisation, and what comes out of here
//! is positions, levels and scores only.

mod assign;
mod block;
mod level;
mod list;
mod normalise;
mod record;
mod review;
mod similarity;
mod weights;

pub use assign::{Conflict, Decided, Decision, Linked, Pair, Sensitivity, link, sensitivity};
pub use block::{Candidates, candidates};
pub use level::{Levels, levels};
pub use list::{Numbered, read_list, read_numbers};
pub use normalise::{identity, normalise};
pub use record::{ListRecord, NamedRecord, RecordAt};
pub use review::{Answer, Question, parse_answer};
pub use similarity::{jaro, jaro_winkler};
pub use weights::{InvalidWeights, Weights};
