//! The effects of a transparency log: the one writer, its stores, and those who watch it.
//!
//! # In scope
//! - The writer: stage, swap the signed head, tiles, checkpoint, drop the staging; recovery.
//! - Stores: a folder, memory with faults, S3-compatible servers (feature `s3`).
//! - Following, mirroring, witnessing, and keeping the evidence of a fork.
//!
//! # Out of scope
//! - Hashes, proofs and notes: `scrutineer-tlog`.
//! - What a record means: `scrutineer-publication`.
//!
//! # Limits
//! One writer at a time, enforced by a lock and by compare-and-swap of the head.
