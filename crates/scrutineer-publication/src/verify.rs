//! Verifying a bundle: everything is derived again from the entries, and compared.
//!
//! ```text
//! policy + checkpoint -> signatures -> every tile and entry -> entries -> releases -> data set
//!                                                              -> totals, report, tables -> compare
//! ```
//!
//! # In scope
//! - [`verify`]: a folder against a policy that comes from outside it.
//!
//! # Out of scope
//! - Fetching a bundle, and remembering the checkpoint: `scrutineer-logstore` (`follow`, `mirror`).
//! - Words for people: the command line, from [`Verification`].
//!
//! # Limits
//! The data set of the log and the report are held whole; every other file of a release is read in order,
//! beside what follows from the entries.

mod audits;
mod blobs;
mod content;
mod files;
mod log;
mod notices;
mod releases;
mod report;
mod signatures;
mod site;
mod totals;
mod walk;

use std::path::Path;

use scrutineer_logstore::{DiskObjects, LogReader, StoreError};
use scrutineer_model::LogEvidence;
use scrutineer_tlog::Policy;

pub use report::{
    CheckpointInfo, Failure, FindingCounts, LogState, Matching, ReportState, Signer, SignerRole,
    Step, Verdict, Verification, WithheldCounts,
};

use releases::Known;
use report::Record;

/// The longest list of the files of a site, in bytes.
pub(crate) const MAX_LIST: u64 = 1 << 30;

/// What is asked of a verification beside the bundle and the policy.
#[derive(Clone, Debug, Default)]
pub struct VerifyOptions<'a> {
    /// Leave out the audit and the comparison of tables: only log, totals and digests.
    pub skip_reaudit: bool,
    /// A checkpoint seen before, as its bytes; the log must contain it.
    pub seen: Option<&'a [u8]>,
    /// The bundle that this one continues.
    pub predecessor: Option<&'a Path>,
    /// Names of witnesses that the log's operator runs, beside those that share its host.
    pub operators: &'a [String],
    /// Threads that hash; 1 at the least.
    pub threads: usize,
}

/// Verifies a bundle. All failures are in the result; what rests on a failed step is skipped and
/// says so.
///
/// # Errors
/// Only where the folder cannot be read at all.
pub fn verify(
    folder: &Path,
    policy: &Policy,
    options: &VerifyOptions<'_>,
) -> Result<Verification, StoreError> {
    let reader = LogReader::new(DiskObjects::open_existing(folder)?);
    let mut record = Record::default();
    let accepted = signatures::check(&reader, policy, options, &mut record);
    let Some(checkpoint) = accepted else {
        return Ok(record.finish());
    };
    let reader = reader.with_size(checkpoint.size());
    let mut read = log::check(&reader, &checkpoint, options, &mut record);
    // Which releases there are, only entries say that hold.
    let known = if record.is_log_sound() {
        releases::check(&reader, &checkpoint, &read, &mut record)
    } else {
        Known::default()
    };
    let blobs = blobs::check(&reader, &read, known.latest.as_ref(), &mut record);
    notices::check(&reader, &checkpoint, &read, policy, options, &mut record);
    walk::strays(folder, &known, &blobs, &mut record);
    if record.is_log_sound() {
        let log = LogEvidence::Consistent {
            independent_witnesses: record.independent_witnesses(),
        };
        content::check(
            &reader,
            folder,
            &mut read,
            known.latest.as_ref(),
            options,
            log,
            &mut record,
        );
    } else {
        record.warn("not-attempted");
    }
    Ok(record.finish())
}
