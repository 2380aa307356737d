//! A tiled transparency log as pure functions: hashing, proofs, tiles, signed notes, policies.
//!
//! # In scope
//! - RFC 6962 hashing ([`hash`]), trees ([`tree`]), proofs of inclusion and consistency ([`proof`]).
//! - The C2SP tile layout: paths ([`path`]), tiles ([`tile`]), bundles of entries ([`bundle`]).
//! - Signed notes ([`note`]) and their keys ([`key`]), checkpoints ([`checkpoint`]), cosignatures
//!   ([`cosignature`]), proof files ([`proof_file`]), trust policies ([`policy`]), and the decision of a
//!   witness ([`witness`]).
//! - Notices that a key was taken, by k of n recovery keys ([`compromise`]).
//! - Salted commitments to what is not published ([`commitment`]).
//!
//! # Out of scope
//! - Storing, sending and ordering: `scrutineer-logstore`.
//! - What a record means: `scrutineer-publication`.
//! - Generating keys, reading the clock: the caller passes seeds and times.
//! - ML-DSA signatures (type 0x06): their lines are ignored like those of any unknown key.
//!
//! # Limits
//! Sizes to 2^63 - 1 ([`MAX_SIZE`]); 63 hashes in a proof ([`proof::MAX_HASHES`]); 65,535 bytes in an
//! entry ([`bundle::MAX_ENTRY`]); 1 MB and 100 signatures in a note ([`note::MAX_BYTES`],
//! [`note::MAX_SIGNATURES`]); 256 logs, witnesses and groups each in a policy.
//!
//! Every function accepts any input without panicking. What each format allows, and what this crate
//! chooses where a specification leaves a choice, is in `spec/log.md`.
//!
//! # Example
//! ```
//! use scrutineer_tlog::tree::MemoryTree;
//! use scrutineer_tlog::{
//!     Checkpoint, KeyName, Policy, ProofFile, SigningKey, leaf_hash, prove_inclusion,
//! };
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let mut tree = MemoryTree::new();
//! for entry in ["one", "two", "three"] {
//!     tree.append(leaf_hash(entry.as_bytes()))?;
//! }
//! let key = SigningKey::from_seed(KeyName::parse("log.example/a")?, &[7; 32])?;
//! let checkpoint = Checkpoint::new(key.verifier().name(), tree.size(), tree.root())?;
//! let proof = prove_inclusion(&tree, 1, tree.size())?;
//! let file = ProofFile::new(1, proof, checkpoint.sign(&key)?).to_string();
//!
//! // Somebody else, offline, under the policy of their choice:
//! let policy: Policy = format!("log {}\nquorum none\n", key.verifier()).parse()?;
//! let file = ProofFile::parse(file.as_bytes())?;
//! assert!(file.verify(b"two", &policy)?.cosigners.is_empty());
//! assert!(file.verify(b"three", &policy).is_err());
//! # Ok(())
//! # }
//! ```

#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::expect_used
    )
)]

pub mod bundle;
pub mod checkpoint;
pub mod commitment;
pub mod compromise;
pub mod cosignature;
pub mod hash;
pub mod key;
pub mod note;
pub mod path;
pub mod policy;
pub mod proof;
pub mod proof_file;
mod text;
pub mod tile;
pub mod tree;
pub mod witness;

pub use checkpoint::Checkpoint;
pub use cosignature::CosigningKey;
pub use hash::{EMPTY_ROOT, Hash, leaf_hash, node_hash};
pub use key::{Algorithm, KeyName, SigningKey, VerifierKey};
pub use note::{Signature, SignedNote};
pub use path::{TileKind, TilePath};
pub use policy::Policy;
pub use proof::{
    HashReader, prove_consistency, prove_inclusion, verify_consistency, verify_inclusion,
};
pub use proof_file::ProofFile;
pub use tile::{Tile, TileBuilder};
pub use tree::Frontier;

/// The largest number of entries of a log, 2^63 - 1: what every implementation of the C2SP formats can
/// hold in a signed integer.
pub const MAX_SIZE: u64 = i64::MAX.unsigned_abs();
