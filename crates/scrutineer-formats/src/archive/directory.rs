// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The list of an archive's members, and which of them are read.

use std::io::{Read, Seek, SeekFrom};

use zip::ZipArchive;

use super::damaged;
use crate::excerpt::Excerpt;
use crate::position::Position;
use crate::problem::{Problem, ProblemKind, Problems};

/// The end record of a zip archive, and a comment of the greatest length.
const TAIL_BYTES: u64 = 22 + 65_535 + 128;
/// Starts the end record; the number of members stands ten bytes in (APPNOTE 4.3.16).
const END: &[u8] = b"PK\x05\x06";
/// Starts the end record of large archives; the number stands 32 bytes in (4.3.14).
const END_64: &[u8] = b"PK\x06\x06";

/// The size of the archive, unless it states more members than allowed. This comes
/// before opening it, because opening builds the whole list in memory.
pub(super) fn check<R: Read + Seek>(source: &mut R, most: u64) -> Result<u64, Box<Problem>> {
    let (size, tail) = read_tail(source).map_err(|e| Box::new(damaged("a zip archive", &e)))?;
    let stated = tail
        .windows(END.len())
        .enumerate()
        .filter_map(|(at, window)| match window {
            window if window == END => {
                let field = tail.get(at + 10..at + 12)?;
                let count = u16::from_le_bytes(field.try_into().ok()?);
                // The greatest value refers to the other record.
                Some(if count == u16::MAX {
                    0
                } else {
                    u64::from(count)
                })
            }
            window if window == END_64 => {
                let field = tail.get(at + 32..at + 40)?;
                Some(u64::from_le_bytes(field.try_into().ok()?))
            }
            _ => None,
        })
        .max();
    match stated {
        Some(count) if count > most => Err(Box::new(Problem::new(
            ProblemKind::TooManyMembers,
            Position::START,
            format!("at most {most} members"),
            Excerpt::measured(format!("{count}")),
        ))),
        _ => Ok(size),
    }
}

fn read_tail<R: Read + Seek>(source: &mut R) -> std::io::Result<(u64, Vec<u8>)> {
    let size = source.seek(SeekFrom::End(0))?;
    source.seek(SeekFrom::Start(size.saturating_sub(TAIL_BYTES)))?;
    let mut tail = Vec::new();
    source.take(TAIL_BYTES).read_to_end(&mut tail)?;
    source.seek(SeekFrom::Start(0))?;
    Ok((size, tail))
}

/// The members to read, by name, with their index. All others are listed as problems.
pub(super) fn members<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    problems: &mut Problems,
) -> Vec<(String, usize)> {
    let mut members = Vec::new();
    for index in 0..archive.len() {
        let file = match archive.by_index_raw(index) {
            Ok(file) => file,
            Err(error) => {
                problems.push(damaged("a readable list of members", &error));
                continue;
            }
        };
        let name = file.name().map_or_else(
            |_| String::from_utf8_lossy(file.name_raw()).into_owned(),
            std::borrow::Cow::into_owned,
        );
        let refusal = if is_unsafe(&name) {
            Some(ProblemKind::UnsafeName)
        } else if file.is_dir() {
            continue;
        } else if is_ignored(&name) || file.is_symlink() {
            Some(ProblemKind::IgnoredMember)
        } else if file.encrypted() {
            Some(ProblemKind::EncryptedMember)
        } else if is_archive(&name) {
            Some(ProblemKind::NestedArchive)
        } else {
            None
        };
        match refusal {
            Some(kind) => {
                let problem = Problem::new(kind, Position::START, "", Excerpt::none());
                problems.push(problem.in_member(&name));
            }
            None => members.push((name, index)),
        }
    }
    members.sort();
    members
}

/// Nothing is ever written under these names, but they are shown and matched, and a name
/// that walks out of the archive is not one that an honest tool writes.
fn is_unsafe(name: &str) -> bool {
    name.is_empty()
        || name.starts_with('/')
        || name.contains('\\')
        || name.chars().any(char::is_control)
        || name.as_bytes().get(1) == Some(&b':')
        || name.split('/').any(|part| part == "..")
}

/// What operating systems put into archives beside the data.
fn is_ignored(name: &str) -> bool {
    name.split('/')
        .any(|part| part == "__MACOSX" || part.starts_with('.'))
        || name.ends_with("Thumbs.db")
        || name.ends_with("desktop.ini")
}

fn is_archive(name: &str) -> bool {
    const ENDINGS: [&str; 10] = [
        ".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz", ".zst", ".lz4",
    ];
    let lower = name.to_lowercase();
    ENDINGS.iter().any(|ending| lower.ends_with(ending))
}
