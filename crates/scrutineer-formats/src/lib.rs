// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Bytes to Dataset and back: election folders, delimited and spreadsheet files, JSON per station
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

pub mod archive;
pub mod delimited;
pub mod encoding;
mod excerpt;
pub mod json_station;
pub mod number;
mod position;
mod problem;

pub use excerpt::{EXCERPT_CHARS, Excerpt};
pub use position::Position;
pub use problem::{EXAMPLES_PER_KIND, Problem, ProblemKind, Problems};
