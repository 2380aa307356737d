// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Zip and gzip, counted on what really comes out.
//!
//! The sizes that an archive states about itself are not believed. Every byte that is
//! decompressed is counted, and reading stops where an archive expands further than
//! results of elections do. Members come in the order of their names, one at a time.

mod directory;
mod gzip;
mod meter;
#[cfg(test)]
mod tests;

use std::io::{self, Read, Seek};

use zip::ZipArchive;

pub use gzip::Gunzip;

use crate::excerpt::Excerpt;
use crate::position::Position;
use crate::problem::{Problem, ProblemKind, Problems};
use meter::{Excess, Meter, Metered};

/// The most members of one archive.
pub const MAX_MEMBERS: u64 = 10_000;
/// The most bytes that all members together may give: 4 GiB.
pub const MAX_TOTAL_BYTES: u64 = 4 * 1024 * 1024 * 1024;
/// The most bytes that one compressed byte may give, in a member and over all.
pub const MAX_RATIO: u64 = 200;
/// Output below this never counts as a ratio too high: a few rows of zeros compress well.
pub const RATIO_FLOOR_BYTES: u64 = 1024 * 1024;

/// How far an archive may expand. The defaults are the bounds; a caller can only want less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArchiveLimits {
    members: u64,
    total_bytes: u64,
    ratio: u64,
    ratio_floor: u64,
}

impl Default for ArchiveLimits {
    fn default() -> Self {
        Self {
            members: MAX_MEMBERS,
            total_bytes: MAX_TOTAL_BYTES,
            ratio: MAX_RATIO,
            ratio_floor: RATIO_FLOOR_BYTES,
        }
    }
}

impl ArchiveLimits {
    /// At most this many members.
    #[must_use]
    pub fn with_members(self, members: u64) -> Self {
        Self {
            members: members.min(MAX_MEMBERS),
            ..self
        }
    }

    /// At most this many bytes from all members together.
    #[must_use]
    pub fn with_total_bytes(self, bytes: u64) -> Self {
        Self {
            total_bytes: bytes.min(MAX_TOTAL_BYTES),
            ..self
        }
    }

    /// At most this many bytes for one, once more than `floor` bytes came out.
    #[must_use]
    pub fn with_ratio(self, ratio: u64, floor: u64) -> Self {
        let ratio = ratio.min(MAX_RATIO);
        Self {
            ratio,
            ratio_floor: floor.min(RATIO_FLOOR_BYTES),
            ..self
        }
    }
}

/// Reads the members of a zip archive that `wanted` accepts by name, in the order of
/// their names. `visit` gets the name, the bytes, and a collection of its own, whose
/// problems are then listed under the member's name. Returns the names that were
/// visited.
///
/// A member that is encrypted, unsafe, ignored or an archive itself is listed and not
/// visited. One that is damaged or expands too far ends with an error of its reader;
/// when the archive as a whole expands too far, no further member is visited.
pub fn read_zip<R: Read + Seek>(
    mut source: R,
    limits: ArchiveLimits,
    problems: &mut Problems,
    wanted: impl Fn(&str) -> bool,
    mut visit: impl FnMut(&str, &mut dyn Read, &mut Problems),
) -> Vec<String> {
    let size = match directory::check(&mut source, limits.members) {
        Ok(size) => size,
        Err(problem) => {
            problems.push(*problem);
            return Vec::new();
        }
    };
    let mut archive = match ZipArchive::new(source) {
        Ok(archive) => archive,
        Err(error) => {
            problems.push(damaged("a zip archive", &error));
            return Vec::new();
        }
    };
    if archive.has_duplicate_names() {
        let expected = "one member of each name";
        let kind = ProblemKind::DuplicateMember;
        problems.push(Problem::new(
            kind,
            Position::START,
            expected,
            Excerpt::none(),
        ));
    }
    let mut visited = Vec::new();
    let mut total = Meter::new(size, limits);
    for (name, index) in directory::members(&mut archive, problems) {
        if !wanted(&name) {
            continue;
        }
        let file = match archive.by_index(index) {
            Ok(file) => file,
            Err(error) => {
                problems.push(damaged("a readable member", &error).in_member(&name));
                continue;
            }
        };
        let member = Meter::new(file.compressed_size().min(size), limits);
        let mut inner = Problems::new();
        let mut metered = Metered::new(file, member, &mut total);
        visit(&name, &mut metered, &mut inner);
        // The check sum stands at the end, so a member is read to its end even when the
        // visitor has seen enough.
        let rest = if metered.has_failed() {
            Ok(0)
        } else {
            io::copy(&mut metered, &mut io::sink())
        };
        let excess = metered.excess();
        problems.absorb(&name, inner);
        match (excess, rest) {
            (Some(excess), _) => problems.push(expanded(excess, limits).in_member(&name)),
            (None, Err(error)) => {
                problems.push(damaged("an undamaged member", &error).in_member(&name));
            }
            (None, Ok(_)) => {}
        }
        visited.push(name);
        if excess.is_some_and(Excess::is_of_archive) {
            break;
        }
    }
    visited
}

fn damaged(expected: &'static str, error: &dyn std::error::Error) -> Problem {
    let found = Excerpt::of(&error.to_string());
    Problem::new(ProblemKind::Damaged, Position::START, expected, found)
}

fn expanded(excess: Excess, limits: ArchiveLimits) -> Problem {
    let (kind, expected) = match excess {
        Excess::Bytes => (
            ProblemKind::ExpandsTooFar,
            format!("at most {} bytes in all", limits.total_bytes),
        ),
        Excess::MemberRatio | Excess::ArchiveRatio => (
            ProblemKind::ExpansionRatio,
            format!("at most {} bytes for one compressed byte", limits.ratio),
        ),
    };
    Problem::new(kind, Position::START, expected, Excerpt::measured("more"))
}
