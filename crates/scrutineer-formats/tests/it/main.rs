//! Election folders end to end: the examples on real data, and small folders with every trap.

mod folder;
mod geometry;
mod hostile;
mod merge;
mod nist;
mod propose;
mod real;
mod sensitive;
mod speed;
mod support;
