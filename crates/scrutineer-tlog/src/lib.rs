//! A tiled transparency log as pure functions: hashing, proofs, tiles, signed notes, policies.
//!
//! # In scope
//! - RFC 6962 hashing, the C2SP tile layout, proofs of inclusion and consistency.
//! - Signed notes, checkpoints, cosignatures, proof files, policy files, the witness protocol as values.
//!
//! # Out of scope
//! - Storing, sending and ordering: `scrutineer-logstore`.
//! - What a record means: `scrutineer-publication`.
//!
//! # Limits
//! Sizes to 2^63 - 1; 63 hashes in a proof; 65,535 bytes in an entry; 1 MB in a note.
