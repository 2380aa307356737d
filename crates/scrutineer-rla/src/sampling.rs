//! Public draws that anyone can replay (`spec/sampling.md`).
//!
//! In scope: our own format ([`PpsSample`], [`EqualSample`]) and three published ones
//! ([`consistent`], [`cryptorandom`], [`colorado`]). Out of scope: making a seed, which dice do in
//! public; what a sample says. Limits: the bounds of a draw sum to at most 2^59.

pub mod colorado;
pub mod consistent;
pub mod cryptorandom;
mod digest;
mod draw;
mod seed;
mod tag;

pub use digest::DigestNumber;
pub use draw::{
    Bounds, BoundsError, EqualSample, MAX_TOTAL, Picked, PpsSample, integer_below, message,
};
pub use seed::{InvalidSeed, MIN_DIGITS, Seed};
pub use tag::{Purpose, Tag};
