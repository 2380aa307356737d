//! The effects of a transparency log: the one writer, its stores, and those who watch it.
//!
//! # In scope
//! - The writer: stage, swap the signed head, tiles, checkpoint, drop the staging; recovery.
//! - Stores: a folder, memory with faults, S3-compatible servers (feature `s3`).
//! - Reading a log and checking all of it.
//! - Keys at rest, and recovery keys for the day on which one is taken.
//! - Following, mirroring, witnessing, and keeping the evidence of a fork.
//!
//! # Out of scope
//! - Hashes, proofs and notes: `scrutineer-tlog`.
//! - What a record means, and appending it only once: `scrutineer-publication`.
//! - Clocks: nothing here that decides about a log asks for the time, so a clock that goes back changes
//!   nothing.
//!
//! # Limits
//! One writer at a time, enforced by a lock and by compare-and-swap of the head. Whoever can set the private
//! head back can make a log fork; what then tells are the public checkpoint, followers and witnesses.

mod check;
mod disk;
mod error;
mod follow;
mod fsck;
pub mod keys;
mod memory;
mod mirror;
mod path;
mod public;
mod read;
mod remote;
#[cfg(feature = "s3")]
mod s3;
mod staging;
mod store;
mod witness;
mod writer;

pub use check::{CheckReport, MAX_PROBLEMS, Problem, check};
pub use disk::{DiskHead, DiskObjects, is_nested, open_disk};
pub use error::{Action, StoreCause, StoreError};
pub use follow::{
    Accepted, Cosigner, Evidence, FollowError, Followed, NotAccepted, Outcome, TrustedState, follow,
};
pub use fsck::{FsckError, FsckReport, fsck};
pub use memory::{Fault, FaultPlan, MemoryHead, MemoryObjects, MemoryWorld};
pub use mirror::{Mirror, MirrorError, MirrorLimits, Mirrored, Published};
pub use path::{ObjectPath, ParsePathError};
pub use public::PublicObjects;
pub use read::{Bundle, Bundles, LogReader, ReadError};
pub use remote::{Remote, RemoteError};
#[cfg(feature = "s3")]
pub use s3::{S3Config, S3Head, S3Objects, open_s3};
pub use store::{Head, NewObject, Objects};
#[cfg(feature = "network")]
pub use witness::serve::{Served, WitnessServer};
pub use witness::{
    AskError, CosignError, Cosigned, PublishError, Response, Witness, WitnessError, ask,
    is_operators_own, merge_cosignatures,
};
pub use writer::{
    AppendError, Appended, EdgeProblem, EntryProblem, Fatal, Finished, Limits, MAX_BATCH_BYTES,
    OpenError, Recovery, Refused, Retryable, Step, Writer,
};
