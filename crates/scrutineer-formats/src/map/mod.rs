// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From the bytes of a file to rows, and from rows to the data set.

pub(crate) mod choose;
pub(crate) mod digest;
pub(crate) mod identity;
pub(crate) mod issues;
pub(crate) mod long;
pub(crate) mod memory;
pub(crate) mod open;
pub(crate) mod plan;
pub(crate) mod sheets;
pub(crate) mod station;
