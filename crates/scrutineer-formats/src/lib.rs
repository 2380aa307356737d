// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Bytes to Dataset and back: election folders, delimited and spreadsheet files, JSON per
//! station.
//!
//! **In scope:** reading bytes into records of cells with positions ([`delimited`],
//! [`sheet_book`], [`json_station`]), out of archives and encodings ([`archive`],
//! [`encoding`]); cells into counts ([`number`]); everything that is wrong, not only the
//! first ([`Problems`]); what an election folder declares about all of it
//! ([`ElectionFolder`]); the data set of a folder ([`load`]) and the folder of a data set
//! ([`write_folder`]); the union of folders ([`merge()`]); a first map for a file
//! ([`propose()`]).
//!
//! **Out of scope:** finding and opening files, digests of pinned sources and the network
//! (`scrutineer-fetch` and the program); whether numbers contradict each other
//! (`scrutineer-checks`); choosing between readings (nobody below the user).
//!
//! **Limits:** input is hostile. A field has at most 64 KiB, a record 1 MiB and 4,096
//! columns; an archive 10,000 members, 4 GiB and a ratio of 200, counted on what comes
//! out; a workbook 1 GiB of parts; a document of one station 1 MiB. Memory is bounded by
//! these and by the number of examples kept per kind of problem, never by the length of
//! the input, except that the used cells of one spreadsheet are held. Encodings and
//! delimiters are proposed, never chosen silently. Zip members that are encrypted or
//! archives themselves are listed and not read.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

pub mod archive;
pub mod delimited;
mod dispositions;
pub mod document;
pub mod election;
pub mod encoding;
mod excerpt;
mod folder;
pub mod geometry;
pub mod json_station;
mod map;
pub mod merge;
pub mod nist;
pub mod number;
mod part_name;
mod parts;
mod position;
mod problem;
pub mod propose;
mod register;
pub mod sheet_book;
mod veil;
pub mod write;

pub use election::{ElectionFolder, FolderError, Location, PublicationSpec, Wanted, schema};
pub use excerpt::{EXCERPT_CHARS, Excerpt};
pub use folder::{FileError, IdentityFailure, LoadError, LoadOptions, Loaded, MissingFile, load};
pub use merge::{Difference, MergeError, MergeInput, MergeReport, MergedSource, merge};
pub use part_name::part_name;
pub use position::Position;
pub use problem::{EXAMPLES_PER_KIND, Problem, ProblemKind, Problems};
pub use propose::{Proposal, propose};
pub use write::write_folder;
